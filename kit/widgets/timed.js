// A timed reading: start, read, done; then characters a minute. Text is only ever set as text.

function make(tag, className, ...content) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...content);
  return node;
}

function render({ model, el }) {
  const root = make("section", "kit-timed");
  root.setAttribute("aria-label", "Timed reading");
  const said = make("p", "kit-timed-said");
  said.setAttribute("role", "status");
  const text = make("div", "kit-timed-text");
  text.lang = "ja";
  for (const [kind, line] of model.get("lines")) {
    text.append(make("p", `kit-timed-${kind}`, line));
  }
  text.hidden = true;
  const go = make("button", "kit-timed-go", "Start");
  const done = make("button", "kit-timed-go", "I have read it");
  for (const node of [go, done]) {
    node.type = "button";
    node.dataset.lmSuppressShortcuts = "true";
  }
  done.hidden = true;
  let startedAt = 0;

  const count = model.get("characters").toLocaleString("en");
  const perMinute = (characters) => `${characters.toLocaleString("en")} characters a minute`;

  function say() {
    const last = model.get("last");
    const notice = model.get("notice");
    said.textContent = last
      ? `Last time: ${perMinute(last)}.`
      : `${count} characters. The clock runs from Start until you say that you have read it.`;
    if (notice) said.textContent += ` Your time is not kept: ${notice}`;
  }

  go.addEventListener("click", () => {
    text.hidden = done.hidden = false;
    go.hidden = true;
    said.textContent = "Read at your own pace, without looking anything up.";
    startedAt = performance.now();
    go.parentNode.scrollIntoView({ block: "start" });
    done.focus({ preventScroll: true });
  });
  done.addEventListener("click", () => {
    const milliseconds = Math.max(1, Math.round(performance.now() - startedAt));
    const minutes = Math.floor(milliseconds / 60000);
    const seconds = Math.round((milliseconds % 60000) / 1000);
    model.send({ do: "read", milliseconds });
    const speed = Math.round((model.get("characters") * 60000) / milliseconds);
    said.textContent = `${count} characters in ${minutes} min ${seconds} s: ${perMinute(speed)}.`;
    done.hidden = true;
    go.hidden = false;
    go.textContent = "Read it again";
    go.focus();
    said.scrollIntoView({ block: "nearest" });
  });
  root.addEventListener("keydown", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
  });
  model.on("change:notice", say);
  say();
  root.append(said, go, text, done);
  el.append(root);
  return () => model.off("change:notice", say);
}

export default { render };
