// The reader: words that open a panel below their line. Text is only ever set as text.

const OPENING = /^[（「『【〈《［｛〔“‘([{]$/;
const ARROWS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function make(tag, className, ...content) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...content);
  return node;
}

// Readings stand over their own kanji, unless only together they fit over the word.
function fitted(furigana) {
  const fits = ([base, kana]) => (kana?.length ?? 0) <= base.length * 2;
  const whole = furigana.reduce(([a, b], [base, kana]) => [a + base, b + kana], ["", ""]);
  const kanji = furigana.every(([, kana]) => kana);
  return kanji && fits(whole) && !furigana.every(fits) ? [whole] : furigana;
}

function ruby(furigana) {
  return fitted(furigana).map(([base, kana]) =>
    kana ? make("ruby", "", base, make("rt", "", kana)) : base,
  );
}

function button(label, action) {
  const node = make("button", "kit-button", label);
  node.type = "button";
  node.dataset.lmSuppressShortcuts = "true";
  node.addEventListener("click", action);
  return node;
}

function wordNode(word) {
  const node = make("span", "kit-word", ...ruby(word.furigana ?? [[word.surface, null]]));
  if (word.symbol) return node;
  node.tabIndex = -1;
  node.setAttribute("role", "button");
  node.setAttribute("aria-expanded", "false");
  node.dataset.lmSuppressShortcuts = "true";
  return node;
}

function panelNode(word) {
  const reading = [word.reading, ...(word.alternatives ?? [])].filter(Boolean).join("・");
  const head = make("p", "kit-head", make("span", "kit-headword", word.headword ?? word.surface));
  head.lang = "ja";
  if (word.inflection) {
    const form = make("span", "kit-reading", word.surface);
    if (reading) form.append(`（${reading}）`);
    head.append(form);
  } else if (reading) {
    head.append(make("span", "kit-reading", reading));
  }
  if (word.uncertain) head.append(make("span", "kit-uncertain", "reading not certain"));
  const [first, ...others] = word.glosses ?? [];
  const panel = make("div", "kit-panel", head, make("p", "kit-gloss", first ?? "Not in the dictionary"));
  if (word.inflection) {
    const steps = word.inflection.map(([form, step]) => {
      const shown = make("span", "kit-form", form);
      shown.lang = "ja";
      return make("li", "", shown, " ", make("span", "kit-step", step));
    });
    panel.append(make("ol", "kit-ladder", ...steps));
  }
  if (others.length) {
    const fold = make("summary", "", `Other meanings: ${others.length}`);
    fold.dataset.lmSuppressShortcuts = "true";
    const list = make("ol", "kit-senses", ...others.map((gloss) => make("li", "", gloss)));
    panel.append(make("details", "", fold, list));
  }
  panel.setAttribute("role", "region");
  panel.setAttribute("aria-label", word.headword ?? word.surface);
  panel.setAttribute("aria-live", "polite");
  return panel;
}

// Puts the panel below the visual line that `node` ends on.
function placeBelow(node, panel) {
  const bottom = (other) => [...other.getClientRects()].at(-1)?.bottom ?? 0;
  const middle = (other) => {
    const box = [...other.getClientRects()].at(-1);
    return box ? (box.top + box.bottom) / 2 : 0;
  };
  const edge = bottom(node);
  const words = [...node.closest(".kit-line").querySelectorAll(".kit-word")];
  const after = words.slice(words.indexOf(node) + 1);
  const below = after.findIndex((other) => middle(other) >= edge);
  const last = (below < 0 ? after : after.slice(0, below)).at(-1) ?? node;
  const keep = last.closest(".kit-keep");
  if (!keep) last.after(panel);
  else if (keep.lastElementChild === last) keep.after(panel);
  else keep.before(panel); // its bracket is on this line, its word on the next
}

function versionsNode(versions) {
  const node = make("div", "kit-versions");
  const row = make("div", "kit-row");
  node.append(row);
  for (const { name, label, text } of versions) {
    const shown = make("p", `kit-version kit-version-${name}`, text);
    shown.lang = name === "english" ? "en" : "ja";
    shown.hidden = true;
    const toggle = button(label, () => {
      shown.hidden = !shown.hidden;
      toggle.setAttribute("aria-expanded", String(!shown.hidden));
    });
    toggle.setAttribute("aria-expanded", "false");
    row.append(toggle);
    node.append(shown);
  }
  return node;
}

function render({ model, el }) {
  const words = model.get("words");
  const root = make("div", "kit-reader");
  const text = make("div", "kit-text");
  text.lang = "ja";
  const nodes = []; // the words that can be opened, in order
  const entries = new Map(); // word node → what its panel shows
  let open = null; // the word whose panel is open
  let panel = null;

  const furigana = button("Furigana", () => {
    const shown = root.classList.toggle("kit-no-furigana") === false;
    furigana.setAttribute("aria-pressed", String(shown));
  });
  furigana.setAttribute("aria-pressed", "true");
  furigana.title = "Show or hide furigana (F)";

  function close() {
    panel?.remove();
    open?.setAttribute("aria-expanded", "false");
    open = panel = null;
  }

  function show(node) {
    close();
    open = node;
    panel = panelNode(entries.get(node));
    placeBelow(node, panel);
    node.setAttribute("aria-expanded", "true");
    panel.scrollIntoView({ block: "nearest" });
  }

  function toggle(node) {
    if (open === node) close();
    else show(node);
  }

  function stand(node) {
    for (const other of nodes) other.tabIndex = other === node ? 0 : -1;
  }

  function move(step) {
    const next = nodes[nodes.indexOf(document.activeElement) + step];
    if (!next) return;
    const reading = panel !== null;
    next.focus();
    if (reading) show(next);
  }

  for (const page of model.get("pages")) {
    for (const line of page.lines) {
      const paragraph = make("div", `kit-line kit-${line.kind}`);
      let place = paragraph;
      for (const number of line.words) {
        const node = wordNode(words[number]);
        if (OPENING.test(words[number].surface) && place === paragraph) {
          place = make("span", "kit-keep"); // no line ends on an opening bracket
          paragraph.append(place);
        }
        place.append(node);
        if (!OPENING.test(words[number].surface)) place = paragraph;
        if (words[number].symbol) continue;
        nodes.push(node);
        entries.set(node, words[number]);
      }
      text.append(paragraph);
    }
    if (page.versions.length) text.append(versionsNode(page.versions));
  }
  if (nodes.length) nodes[0].tabIndex = 0;

  text.addEventListener("focusin", (event) => {
    const node = event.target.closest(".kit-word");
    if (node) stand(node);
  });
  text.addEventListener("click", (event) => {
    const node = event.target.closest(".kit-word");
    if (entries.has(node) && String(getSelection()) === "") toggle(node);
  });
  root.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    event.stopPropagation(); // JupyterLab would take a letter for a command
    const onWord = entries.has(document.activeElement);
    if (event.key === "Escape") close();
    else if (event.key === "f" || event.key === "F") furigana.click();
    else if (onWord && event.key in ARROWS) move(ARROWS[event.key]);
    else if (onWord && (event.key === "Enter" || event.key === " ")) toggle(document.activeElement);
    else return;
    event.preventDefault();
  });
  const elsewhere = (event) => {
    if (panel && !root.contains(event.target)) close();
  };
  document.addEventListener("click", elsewhere);
  // A narrower page breaks lines elsewhere: the panel follows its word.
  let width = 0;
  const resized = new ResizeObserver(([{ contentRect }]) => {
    if (open && contentRect.width !== width) show(open);
    width = contentRect.width;
  });
  resized.observe(text);

  root.append(make("div", "kit-row kit-tools", furigana), text);
  el.append(root);
  return () => {
    document.removeEventListener("click", elsewhere);
    resized.disconnect();
  };
}

export default { render };
