// The reader: words that answer when they are pointed at, tapped or stepped to.

const OPENING = /^[（「『【〈《［｛〔“‘([{]$/;
const KANA = /^[ぁ-ゖァ-ヺー・]+$/;
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
const FURIGANA = ["all", "unknown", "demand", "none"];
const VERSIONS = ["standard", "easy", "english", "note"];
const SIZES = [16, 18, 20, 24, 28, 34];
const MARK_KEYS = { k: "known", l: "learning", i: "ignored" };
const RESTS = 400; // milliseconds that the pointer rests on a word that is looked up
const LEAVES = 200; // milliseconds that a panel waits for the pointer on its way to it
const LONG = 3000; // characters from which on only what is on the screen is laid out
const SLICE = 1200; // characters drawn at a time: a long text must not hold the page up
const SETTINGS = "kit-reader";

let unkept = {}; // settings that could not be stored last as long as the page

function settings() {
  let stored = null;
  try {
    stored = JSON.parse(localStorage.getItem(SETTINGS));
  } catch {
    // no storage here
  }
  const found = { ...stored, ...unkept };
  return {
    furigana: FURIGANA.includes(found.furigana) ? found.furigana : FURIGANA[0],
    size: SIZES.includes(found.size) ? found.size : 20,
    vertical: found.vertical === true,
    more: found.more === true,
  };
}

// Keeps settings, and tells every reader of the page.
function keep(changed) {
  const values = { ...settings(), ...changed };
  try {
    localStorage.setItem(SETTINGS, JSON.stringify(values));
  } catch {
    unkept = { ...unkept, ...changed };
  }
  window.dispatchEvent(new CustomEvent("kit-settings", { detail: values }));
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

function wordNode(word) {
  const node = make("span", "kit-word", ...ruby(word.furigana ?? [[word.surface, null]]));
  if (!word.id) return node;
  node.dataset.word = word.id;
  node.tabIndex = -1;
  node.setAttribute("role", "button");
  node.setAttribute("aria-expanded", "false");
  node.dataset.lmSuppressShortcuts = "true";
  return node;
}

function render({ model, el }) {
  const say = speaker(model.get("texts"));
  const root = make("section", "kit-reader");
  root.setAttribute("aria-label", say("reader.label"));
  const text = japanese(make("div", "kit-text"));
  const panel = make("div", "kit-panel");
  const notice = make("p", "kit-notice");
  notice.setAttribute("role", "status");
  const live = make("p", "kit-unseen");
  live.setAttribute("role", "status");
  panel.setAttribute("role", "region");
  panel.popover = "manual"; // in the top layer no output area clips it
  const supported = typeof panel.showPopover === "function";
  let kanji = {}; // character → what is known of it
  let marks = {}; // word id → mark
  let entries = new Map(); // word node → word
  let nodes = []; // the words that open, in order
  let open = null, pinned = false, timer = 0, drawing = 0;
  const options = settings();

  // ---- the panel
  function actions(word, node) {
    const row = make("div", "kit-row kit-actions");
    for (const [key, mark] of Object.entries(MARK_KEYS)) {
      const on = marks[word.id] === mark;
      const choose = button("kit-button", () => setMark(node, mark), say(`reader.${mark}`));
      choose.setAttribute("aria-pressed", String(on));
      choose.setAttribute("aria-keyshortcuts", key);
      row.append(choose);
    }
    if (voice()) row.append(button("kit-button", () => speak(word.headword ?? word.surface), say("reader.listen")));
    return row;
  }

  function fill(node) {
    const word = entries.get(node);
    const head = make("p", "kit-head", japanese(make("span", "kit-headword", word.headword ?? word.surface)));
    const spoken = KANA.test(word.headword ?? word.surface) ? word.headword ?? word.surface : word.reading;
    if (word.accent || spoken !== (word.headword ?? word.surface)) head.append(accentNode(spoken ?? "", word.accent, say));
    if (word.alternatives) head.append(japanese(make("span", "kit-quiet", `・${word.alternatives.join("・")}`)));
    if (word.uncertain) head.append(make("span", "kit-quiet", say("reader.uncertain")));
    const parts = [head, make("p", "kit-gloss", word.senses?.[0] ?? say("reader.unknown"))];
    const about = [word.role && say("reader.role", { role: word.role }), word.official && say("reader.official", { name: word.official })];
    if (about.some(Boolean)) parts.push(make("p", "kit-quiet", about.filter(Boolean).join(" · ")));
    if (word.kind !== "grammar") parts.push(actions(word, node));
    const more = moreNode(word, kanji, say);
    if (more.length) {
      const fold = make("details", "", make("summary", "", say("reader.more")), ...more);
      fold.firstChild.dataset.lmSuppressShortcuts = "true";
      fold.open = options.more;
      fold.addEventListener("toggle", () => {
        if (fold.open !== settings().more) keep({ more: fold.open });
        moved();
      });
      parts.push(fold);
    }
    panel.replaceChildren(...parts);
    panel.setAttribute("aria-label", word.headword ?? word.surface);
    live.textContent = [word.headword ?? word.surface, word.reading, word.senses?.[0]].filter(Boolean).join(", ");
  }

  function show(node, pin) {
    clearTimeout(timer);
    const lookedUp = open === node && pinned;
    if (open && open !== node) open.setAttribute("aria-expanded", "false");
    pinned = pin || (pinned && open === node);
    if (open !== node) {
      open = node;
      fill(node);
      if (supported && !panel.matches(":popover-open")) panel.showPopover();
      panel.hidden = false;
      node.setAttribute("aria-expanded", "true");
      panel.scrollTop = 0;
    }
    moved();
    const { id } = entries.get(node);
    const told = () => model.send({ do: "look-up", word: id });
    if (pin && !lookedUp) told();
    else if (!pin) timer = setTimeout(told, RESTS);
  }

  // The panel stays beside its line when the page moves under it.
  function moved() {
    if (open && !place(panel, open, options.vertical)) close();
  }

  function close() {
    clearTimeout(timer);
    if (!open) return;
    if (panel.contains(document.activeElement)) open.focus({ preventScroll: true });
    open.setAttribute("aria-expanded", "false");
    open = null;
    pinned = false;
    panel.hidden = true;
    if (supported && panel.matches(":popover-open")) panel.hidePopover();
  }

  const toggle = (node) => (open === node && pinned ? close() : show(node, true));

  // ---- marks, in every reader of the page at once
  function paint(node) {
    node.dataset.mark = marks[entries.get(node).id] ?? "";
  }

  function setMark(node, mark) {
    const { id } = entries.get(node);
    const next = marks[id] === mark ? "" : mark;
    window.dispatchEvent(new CustomEvent("kit-mark", { detail: { id, mark: next } }));
    model.send({ do: "mark", word: id, mark: next });
    live.textContent = say(next ? `reader.${next}` : "reader.unmarked");
  }

  function marked(event) {
    const { id, mark } = event.detail;
    marks = { ...marks, [id]: mark };
    for (const [node, word] of entries) if (word.id === id) paint(node);
    if (open && entries.get(open).id === id) {
      const had = panel.contains(document.activeElement) ? [...panel.querySelectorAll("button")].indexOf(document.activeElement) : -1;
      fill(open);
      if (had >= 0) panel.querySelectorAll("button")[had]?.focus();
    }
  }

  // ---- reading aloud, only with a voice that lives on this machine
  const voice = () => window.speechSynthesis?.getVoices().find((v) => v.localService && /^ja/i.test(v.lang));

  let speaking = false;
  function hush() {
    if (speaking) speechSynthesis.cancel();
    speaking = false;
  }

  function speak(words) {
    const found = voice();
    if (!found) return;
    if (speechSynthesis.speaking) return hush();
    speaking = true;
    const said = new SpeechSynthesisUtterance(words);
    said.voice = found;
    said.lang = "ja-JP";
    speechSynthesis.speak(said);
  }

  const surface = (numbers) => numbers.map((n) => model.get("words")[n].surface).join("");
  const aloud = () => speak(model.get("pages").flatMap((page) => page.lines).map((line) => surface(line.words)).join("\n"));

  // ---- tools
  const mode = make("select", "kit-button");
  mode.setAttribute("aria-label", say("reader.furigana"));
  mode.dataset.lmSuppressShortcuts = "true";
  for (const name of FURIGANA) mode.append(Object.assign(make("option", "", say(`reader.furigana-${name}`)), { value: name }));
  mode.addEventListener("change", () => keep({ furigana: mode.value }));
  const cycle = () => keep({ furigana: FURIGANA[(FURIGANA.indexOf(options.furigana) + 1) % FURIGANA.length] });
  const resize = (step) => keep({ size: SIZES[Math.max(0, Math.min(SIZES.length - 1, SIZES.indexOf(options.size) + step))] });
  const named = (node, name) => (node.setAttribute("aria-label", say(name)), (node.title = say(name)), node);
  const smaller = named(button("kit-button", () => resize(-1), "A−"), "reader.smaller");
  const larger = named(button("kit-button", () => resize(1), "A+"), "reader.larger");
  const upright = button("kit-button", () => keep({ vertical: !options.vertical }), say("reader.vertical"));
  const listen = button("kit-button", aloud, say("reader.aloud"));
  const silent = make("span", "kit-quiet", say("reader.no-voice"));
  const help = named(button("kit-button", toggleHelp, "?"), "reader.keys");
  const tools = make("div", "kit-row kit-tools", mode, smaller, larger, upright, listen, silent, help);
  help.setAttribute("aria-expanded", "false");
  const keys = make("dl", "kit-keys");
  keys.hidden = true;
  for (const line of say("reader.key-list").split("\n")) {
    const [key, ...what] = line.split("  ");
    keys.append(make("dt", "", make("kbd", "", key)), make("dd", "", what.join(" ").trim()));
  }

  function toggleHelp() {
    keys.hidden = !keys.hidden;
    help.setAttribute("aria-expanded", String(!keys.hidden));
  }

  function apply(values) {
    Object.assign(options, values);
    root.dataset.furigana = mode.value = options.furigana;
    root.style.setProperty("--kit-size", `${options.size}px`);
    text.classList.toggle("kit-vertical", options.vertical);
    upright.setAttribute("aria-pressed", String(options.vertical));
    moved();
  }

  function hear() {
    listen.hidden = !voice();
    silent.hidden = !listen.hidden;
  }

  // ---- drawing
  function versionsNode({ versions, place: where }) {
    const node = make("div", "kit-versions");
    const row = make("div", "kit-row");
    node.append(row);
    for (const [name, content] of versions) {
      const shown = make("p", `kit-version kit-version-${name}`, content);
      shown.lang = name === "english" ? "en" : "ja";
      shown.hidden = true;
      const reveal = button("kit-button", () => {
        shown.hidden = !shown.hidden;
        reveal.setAttribute("aria-expanded", String(!shown.hidden));
        if (!shown.hidden) model.send({ do: "reveal", version: name, place: where });
      }, say(`reader.${name}`));
      reveal.dataset.key = String(VERSIONS.indexOf(name) + 1);
      reveal.setAttribute("aria-expanded", "false");
      row.append(reveal);
      node.append(shown);
    }
    return node;
  }

  function lineNode(line) {
    const words = model.get("words");
    const paragraph = make("div", `kit-line kit-${line.kind}`);
    if (line.kind === "title" || line.kind === "heading") {
      paragraph.setAttribute("role", "heading");
      paragraph.setAttribute("aria-level", line.kind === "title" ? "3" : "4");
    }
    let target = paragraph;
    for (const number of line.words) {
      const node = wordNode(words[number]);
      const opening = OPENING.test(words[number].surface);
      if (opening && target === paragraph) {
        target = make("span", "kit-keep"); // no line ends on an opening bracket
        paragraph.append(target);
      }
      target.append(node);
      if (!opening) target = paragraph;
      if (!words[number].id) continue;
      nodes.push(node);
      entries.set(node, words[number]);
      paint(node);
    }
    return paragraph;
  }

  function* parts() {
    for (const page of model.get("pages")) {
      const node = make("div", "kit-page");
      const lines = make("div", "kit-lines");
      node.append(lines);
      text.append(node);
      for (const line of page.lines) {
        lines.append(lineNode(line));
        yield line.words.length * 2;
      }
      if (page.versions.length) node.append(versionsNode(page));
    }
  }

  function draw() {
    close();
    hush();
    clearTimeout(drawing);
    entries = new Map();
    nodes = [];
    kanji = model.get("kanji");
    marks = { ...model.get("marks") };
    text.replaceChildren();
    const lines = model.get("pages").flatMap((page) => page.lines);
    text.classList.toggle("kit-long", lines.reduce((sum, line) => sum + line.words.length * 2, 0) > LONG);
    const left = parts();
    const slice = () => {
      for (let drawn = 0; drawn < SLICE; ) {
        const { value, done } = left.next();
        if (done) break;
        drawn += value;
        if (drawn >= SLICE) drawing = setTimeout(slice);
      }
      if (nodes.length && !nodes.some((node) => node.tabIndex === 0)) nodes[0].tabIndex = 0;
    };
    slice();
  }

  function stand(node) {
    for (const other of nodes) if (other.tabIndex === 0) other.tabIndex = -1;
    node.tabIndex = 0;
  }

  function go(next) {
    if (!next) return;
    const reading = open !== null;
    next.focus();
    if (reading) show(next, true);
  }

  // ---- what the student does
  const wordAt = (event) => {
    const node = event.target.closest?.(".kit-word");
    return entries.has(node) ? node : null;
  };
  const later = () => {
    clearTimeout(timer);
    if (!pinned) timer = setTimeout(close, LEAVES);
  };
  text.addEventListener("focusin", (event) => wordAt(event) && stand(wordAt(event)));
  text.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse" || event.buttons) return;
    const node = wordAt(event);
    if (pinned) return;
    if (node) show(node, false);
    else later();
  });
  text.addEventListener("pointerleave", later);
  panel.addEventListener("pointerenter", () => clearTimeout(timer));
  panel.addEventListener("pointerleave", later);
  panel.addEventListener("pointerdown", () => (pinned = true));
  text.addEventListener("click", (event) => {
    const node = wordAt(event);
    if (node && String(getSelection()) === "") toggle(node);
  });

  // Tab past either end of the panel leads back to its word.
  panel.addEventListener("keydown", (event) => {
    const stops = [...panel.querySelectorAll("button, summary")];
    if (event.key !== "Tab" || event.target !== stops.at(event.shiftKey ? 0 : -1)) return;
    close();
    event.preventDefault();
  });
  root.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches("textarea, select")) return event.stopPropagation();
    event.stopPropagation(); // JupyterLab would take a letter for a command
    const node = entries.has(document.activeElement) ? document.activeElement : null;
    const at = node ?? open;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const version = at?.closest(".kit-page")?.querySelector(`[data-key="${/^[1-4]$/.test(key) ? key : ""}"]`);
    if (key === "Escape") {
      if (!keys.hidden) toggleHelp();
      close();
    } else if (node && key in STEPS) {
      const across = options.vertical && (key === "ArrowLeft" || key === "ArrowRight"); // lines run leftward
      go(nodes[nodes.indexOf(node) + (across ? -1 : 1) * STEPS[key]]);
    } else if (node && key === "Home") go(nodes[0]);
    else if (node && key === "End") go(nodes.at(-1));
    else if (node && (key === "Enter" || key === " ")) toggle(node);
    else if (node && key === "Tab" && !event.shiftKey && open === node && panel.querySelector("button, summary")) {
      pinned = true;
      panel.querySelector("button, summary").focus();
    } else if (key === "?") toggleHelp();
    else if (key === "f") cycle();
    else if (key === "v") upright.click();
    else if (key === "+" || key === "=") resize(1);
    else if (key === "-") resize(-1);
    else if (key === "p" && !listen.hidden) aloud();
    else if (at && key === "s") speak(entries.get(at).headword ?? entries.get(at).surface);
    else if (at && key === "r") at.classList.toggle("kit-shown");
    else if (at && key in MARK_KEYS) setMark(at, MARK_KEYS[key]);
    else if (version) version.click();
    else return;
    event.preventDefault();
  });

  const elsewhere = (event) => {
    const inside = panel.contains(event.target) || wordAt(event) || tools.contains(event.target);
    if (open && !inside) close();
  };
  const set = (event) => apply(event.detail);
  const warn = () => {
    notice.textContent = model.get("notice");
  };
  const remark = () => {
    marks = { ...model.get("marks") };
    for (const node of entries.keys()) paint(node);
  };
  const watched = new ResizeObserver(moved); // a cell above grows, or the window
  watched.observe(root);
  watched.observe(document.body);
  window.addEventListener("scroll", moved, { capture: true, passive: true });
  window.addEventListener("resize", moved);
  document.addEventListener("pointerdown", elsewhere);
  window.addEventListener("kit-settings", set);
  window.addEventListener("kit-mark", marked);
  window.speechSynthesis?.addEventListener?.("voiceschanged", hear);
  model.on("change:pages", draw);
  model.on("change:words", draw); // another text of the same shape
  model.on("change:notice", warn);
  model.on("change:marks", remark);

  if (model.get("box") !== undefined) root.append(boxNode(model, say));
  root.append(tools, keys, text, panel, notice, live);
  panel.hidden = true;
  hear();
  apply(options);
  draw();
  warn();
  el.append(root);
  return () => {
    close();
    hush();
    watched.disconnect();
    clearTimeout(drawing);
    window.removeEventListener("scroll", moved, { capture: true });
    window.removeEventListener("resize", moved);
    document.removeEventListener("pointerdown", elsewhere);
    window.removeEventListener("kit-settings", set);
    window.removeEventListener("kit-mark", marked);
    window.speechSynthesis?.removeEventListener?.("voiceschanged", hear);
    model.off("change:pages", draw);
    model.off("change:words", draw);
    model.off("change:notice", warn);
    model.off("change:marks", remark);
  };
}

// A box for any text; Ctrl+Enter reads it.
function boxNode(model, say) {
  const field = japanese(make("textarea", "kit-box"));
  field.value = model.get("box");
  field.rows = 5;
  field.setAttribute("aria-label", say("reader.box"));
  field.placeholder = say("reader.box");
  field.dataset.lmSuppressShortcuts = "true";
  const read = () => model.send({ do: "text", text: field.value });
  field.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.isComposing) read();
  });
  return make("div", "kit-boxed", field, button("kit-button kit-read", read, say("reader.read")));
}
