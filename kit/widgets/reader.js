// The reader: words that answer when they are pointed at, tapped or stepped to.

const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
const VERSIONS = ["standard", "easy", "english", "note"];
const RESTS = 400; // milliseconds that the pointer rests on a word that is looked up
const LEAVES = 200; // milliseconds that a panel waits for the pointer on its way to it
const LONG = 3000; // characters from which on only what is on the screen is laid out
const SLICE = 1200; // characters drawn at a time: a long text must not hold the page up

function render({ model, el }) {
  const say = speaker(model.get("texts"));
  const fades = model.get("memory") !== undefined; // pages without a kernel know marks alone
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
  const { speak, hush } = reciter();
  let marks = {}; // word id → mark
  let entries = new Map(); // word node → word
  let spots = new Map(); // word node → the line and the number in it where it stands
  let nodes = []; // the words that open, in order
  let open = null, told = null, pinned = false, timer = 0, drawing = 0;
  let pictured = false; // whether the text is to be shown as a picture of what is known
  const options = settings();

  // ---- what is known of a word
  const reasonOf = ({ id }) =>
    reasonFor(marks[id], model.get("memory")[id], model.get("curve"), options.threshold, Date.now());

  function paint(node) {
    const word = entries.get(node);
    const shown = {
      mark: marks[word.id] ?? "",
      sure: String(SURE.includes(fades ? reasonOf(word) : marks[word.id])),
      knows: (pictured && model.get("knows")[word.id]) || "",
    };
    for (const [name, value] of Object.entries(shown)) {
      if (node.dataset[name] !== value) node.dataset[name] = value;
    }
  }

  const repaint = () => entries.forEach((_, node) => paint(node));

  function whyOf(word) {
    const read = word.furigana?.some(([, kana]) => kana);
    if (!fades || !read || options.furigana !== "unknown") return "";
    const card = model.get("memory")[word.id];
    return reasonTold(reasonOf(word), card, model.get("curve"), options.threshold, Date.now(), say);
  }

  // ---- the panel
  function fill(node) {
    const word = entries.get(node);
    const written = word.headword ?? word.surface;
    const knows = { mark: marks[word.id], why: whyOf(word), kanji: model.get("kanji"), unfolded: options.more };
    panel.replaceChildren(...panelParts(word, knows, say, {
      setMark: (mark) => setMark(word.id, mark, node),
      listen: voice() && (() => speak(written)),
      unfold(more) {
        if (more !== settings().more) keep({ more });
        moved();
      },
    }));
    panel.setAttribute("aria-label", written);
  }

  // Shows anew what the panel says, its focus where it was.
  function refill() {
    if (!open) return;
    const stops = () => [...panel.querySelectorAll("button, summary")];
    const had = stops().indexOf(document.activeElement);
    fill(open);
    stops()[had]?.focus();
    moved();
  }

  function show(node, pin) {
    clearTimeout(timer);
    if (open && open !== node) open.setAttribute("aria-expanded", "false");
    pinned = pin || (pinned && open === node);
    const word = entries.get(node);
    if (open !== node) {
      open = node;
      paint(node); // a day may have passed
      fill(node);
      live.textContent = [word.headword ?? word.surface, word.reading, word.senses?.[0]].filter(Boolean).join(", ");
      if (supported && !panel.matches(":popover-open")) panel.showPopover();
      panel.hidden = false;
      node.setAttribute("aria-expanded", "true");
      panel.scrollTop = 0;
    }
    moved();
    if (told === node) return; // a look-up is one, however often the pointer comes to rest
    const tell = () => {
      told = node;
      model.send({ do: "look-up", word: word.id });
    };
    if (pin) tell();
    else timer = setTimeout(tell, RESTS);
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
    open = told = null;
    pinned = false;
    panel.hidden = true;
    if (supported && panel.matches(":popover-open")) panel.hidePopover();
  }

  const toggle = (node) => (open === node && pinned ? close() : show(node, true));

  // ---- marks, in every reader of the page at once
  function setMark(id, mark, node) {
    const next = marks[id] === mark ? "" : mark;
    window.dispatchEvent(new CustomEvent("kit-mark", { detail: { id, mark: next } }));
    model.send({ do: "mark", word: id, mark: next, ...spots.get(node) });
    live.textContent = say(next ? `reader.${next}` : "reader.unmarked");
  }

  function marked(event) {
    const { id, mark } = event.detail;
    marks = { ...marks, [id]: mark };
    for (const [node, word] of entries) if (word.id === id) paint(node);
    if (open && entries.get(open).id === id) refill();
    count();
  }

  // ---- the picture
  const picture = pictureNode(say, (id) => setMark(id, "learning"), (plan) => {
    if (plan !== settings().plan) keep({ plan });
  });

  const boxed = model.get("box") !== undefined; // how much of a pasted text is known is said unasked
  const count = () => picture.tell(pictured || boxed ? model.get("coverage") : {}, pictured, marks);

  function see(on) {
    pictured = on;
    tools.press(on);
    repaint();
    count();
  }

  function togglePicture() {
    see(!pictured);
    model.send({ do: "picture", shown: pictured });
  }

  // ---- tools
  const surface = (numbers) => numbers.map((n) => model.get("words")[n].surface).join("");
  const tools = toolsNode(say, fades, {
    set: keep,
    picture: model.get("picture") === undefined ? null : togglePicture,
    aloud: !model.get("quiet") && (() => speak(model.get("pages").flatMap((page) => page.lines).map((line) => surface(line.words)).join("\n"))),
  });

  function apply(values) {
    const { threshold, furigana } = options;
    Object.assign(options, values);
    root.dataset.furigana = options.furigana;
    root.style.setProperty("--kit-size", `${options.size}px`);
    text.classList.toggle("kit-vertical", options.vertical);
    tools.apply(options);
    picture.open(options.plan);
    if (threshold !== options.threshold) repaint();
    if (threshold !== options.threshold || furigana !== options.furigana) refill();
    moved();
  }

  // ---- drawing
  function* parts() {
    const words = model.get("words");
    let number = -1;
    for (const page of model.get("pages")) {
      const node = make("div", "kit-page");
      const lines = make("div", "kit-lines");
      node.append(lines);
      text.append(node);
      for (const line of page.lines) {
        number += 1;
        lines.append(lineNode(line, words, (drawn, word, at) => {
          nodes.push(drawn);
          entries.set(drawn, word);
          spots.set(drawn, { line: number, at });
          paint(drawn);
        }));
        yield line.words.length * 2;
      }
      const revealed = (name, where) => model.send({ do: "reveal", version: name, place: where });
      if (page.versions.length) node.append(versionsNode(page, VERSIONS, say, revealed));
    }
  }

  function draw() {
    close();
    hush();
    clearTimeout(drawing);
    entries = new Map();
    spots = new Map();
    nodes = [];
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
      tools.leave();
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
    } else if (tools.act(key)) tools.act(key)();
    else if (at && key === "s") speak(entries.get(at).headword ?? entries.get(at).surface);
    else if (at && key === "r") at.classList.toggle("kit-shown");
    else if (at && key in MARK_KEYS) setMark(entries.get(at).id, MARK_KEYS[key], at);
    else if (version) version.click();
    else return;
    event.preventDefault();
  });

  const elsewhere = (event) => {
    const inside = panel.contains(event.target) || wordAt(event) || tools.row.contains(event.target);
    if (open && !inside) close();
  };
  const set = (event) => apply(event.detail);
  const warn = () => {
    notice.textContent = model.get("notice");
  };
  const remember = () => {
    marks = { ...model.get("marks") };
    repaint();
    refill();
    count();
  };
  const follow = () => see(model.get("picture"));
  const watched = new ResizeObserver(moved); // a cell above grows, or the window
  watched.observe(root);
  watched.observe(document.body);
  window.addEventListener("scroll", moved, { capture: true, passive: true });
  window.addEventListener("resize", moved);
  document.addEventListener("pointerdown", elsewhere);
  window.addEventListener("kit-settings", set);
  window.addEventListener("kit-mark", marked);
  window.speechSynthesis?.addEventListener?.("voiceschanged", tools.hear);
  const followed = {
    "change:pages": draw,
    "change:words": draw, // another text of the same shape
    "change:notice": warn,
    "change:marks": remember,
    "change:memory": remember,
    "change:knows": remember,
    "change:coverage": count,
    "change:picture": follow,
  };
  for (const [event, listener] of Object.entries(followed)) model.on(event, listener);

  if (boxed) root.append(boxNode(model, say));
  root.append(tools.row, tools.keys, picture.node, text, panel, notice, live);
  panel.hidden = true;
  tools.hear();
  apply(options);
  draw();
  see(model.get("picture") === true);
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
    window.speechSynthesis?.removeEventListener?.("voiceschanged", tools.hear);
    for (const [event, listener] of Object.entries(followed)) model.off(event, listener);
  };
}
