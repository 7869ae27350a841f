// A timed reading: start, read, done; then characters a minute.

function render({ model, el }) {
  const say = speaker(model.get("texts"));
  const root = make("section", "kit-timed");
  root.setAttribute("aria-label", say("timed.label"));
  const said = make("p", "kit-timed-said");
  said.setAttribute("role", "status");
  const text = japanese(make("div", "kit-timed-text"));
  for (const [kind, line] of model.get("lines")) text.append(make("p", `kit-timed-${kind}`, line));
  text.hidden = true;
  const number = (value) => value.toLocaleString("en");
  const count = number(model.get("characters"));
  let startedAt = 0;

  function tell() {
    const { last, notice } = { last: model.get("last"), notice: model.get("notice") };
    said.textContent = last ? say("timed.last", { speed: number(last) }) : say("timed.before", { count });
    if (notice) said.textContent += ` ${say("timed.not-kept", { why: notice })}`;
  }

  const go = button("kit-timed-go", () => {
    text.hidden = done.hidden = false;
    go.hidden = true;
    said.textContent = say("timed.reading");
    startedAt = performance.now();
    root.scrollIntoView({ block: "start" });
    done.focus({ preventScroll: true });
  }, say("timed.start"));
  const done = button("kit-timed-go", () => {
    const milliseconds = Math.max(1, Math.round(performance.now() - startedAt));
    const all = Math.round(milliseconds / 1000);
    model.send({ do: "read", milliseconds });
    const speed = number(Math.round((model.get("characters") * 60000) / milliseconds));
    said.textContent = say("timed.result", { count, minutes: Math.floor(all / 60), seconds: all % 60, speed });
    done.hidden = true;
    go.hidden = false;
    go.textContent = say("timed.again");
    go.focus({ preventScroll: true });
    root.scrollIntoView({ block: "start" });
  }, say("timed.done"));
  done.hidden = true;

  root.addEventListener("keydown", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
  });
  model.on("change:notice", tell);
  tell();
  root.append(said, go, text, done);
  el.append(root);
  return () => model.off("change:notice", tell);
}
