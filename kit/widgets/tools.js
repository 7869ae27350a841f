// The row of tools over a text, and the list of its keys.

// `acts` are what the tools do: `set` changes settings; `picture` and `aloud`, where there are any.
// fades: whether furigana follow what is remembered.
function toolsNode(say, fades, acts) {
  const named = (node, name) => (node.setAttribute("aria-label", say(name)), (node.title = say(name)), node);
  const choice = (name, key, values, label) => {
    const node = make("select", "kit-button");
    node.setAttribute("aria-label", say(name));
    node.dataset.lmSuppressShortcuts = "true";
    for (const value of values) node.append(Object.assign(make("option", "", label(value)), { value }));
    node.addEventListener("change", () => acts.set({ [key]: values[node.selectedIndex] }));
    return node;
  };
  const mode = choice("reader.furigana", "furigana", FURIGANA, (name) => say(`reader.furigana-${name}`));
  const sure = choice("reader.threshold", "threshold", THRESHOLDS, (percent) => say("reader.until-sure", { percent }));
  sure.title = say("reader.threshold");
  const sized = (size, step) => SIZES[Math.max(0, Math.min(SIZES.length - 1, SIZES.indexOf(size) + step))];
  const resize = (step) => acts.set({ size: sized(settings().size, step) });
  const smaller = named(button("kit-button", () => resize(-1), "A−"), "reader.smaller");
  const larger = named(button("kit-button", () => resize(1), "A+"), "reader.larger");
  const upright = button("kit-button", () => acts.set({ vertical: !settings().vertical }), say("reader.vertical"));
  const seen = button("kit-button", () => acts.picture(), say("reader.picture"));
  const listen = button("kit-button", () => acts.aloud(), say("reader.aloud"));
  const help = named(button("kit-button", toggleHelp, "?"), "reader.keys");
  const shown = [mode, fades && sure, smaller, larger, upright, acts.picture && seen, acts.aloud && listen, help];
  const row = make("div", "kit-row kit-tools", ...shown.filter(Boolean));
  seen.setAttribute("aria-pressed", "false");
  help.setAttribute("aria-expanded", "false");

  const keys = make("dl", "kit-keys");
  keys.hidden = true;
  const lines = say("reader.key-list").split("\n");
  if (acts.picture) lines.splice(-1, 0, say("reader.key-picture"));
  const silent = []; // what is said beside the keys that are mute without a voice
  for (const line of lines) {
    const [key, ...what] = line.split("  ");
    const does = make("dd", "", what.join(" ").trim());
    if (key === "s" || key === "p") {
      silent.push(make("span", "kit-quiet", ` (${say("reader.no-voice")})`));
      does.append(silent.at(-1));
    }
    keys.append(make("dt", "", make("kbd", "", key)), does);
  }

  function toggleHelp() {
    keys.hidden = !keys.hidden;
    help.setAttribute("aria-expanded", String(!keys.hidden));
  }

  function apply(options) {
    mode.value = options.furigana;
    sure.value = String(options.threshold);
    sure.classList.toggle("kit-away", options.furigana !== "unknown");
    upright.setAttribute("aria-pressed", String(options.vertical));
  }

  function hear() {
    listen.hidden = !voice();
    for (const said of silent) said.hidden = !listen.hidden;
  }

  // What a key does; undefined where it is none of the tools'.
  const next = (name) => FURIGANA[(FURIGANA.indexOf(name) + 1) % FURIGANA.length];
  const KEYS = {
    "?": toggleHelp,
    f: () => acts.set({ furigana: next(settings().furigana) }),
    v: () => upright.click(),
    "+": () => resize(1),
    "=": () => resize(1),
    "-": () => resize(-1),
    p: acts.aloud && (() => listen.hidden || acts.aloud()),
    w: acts.picture,
  };
  const press = (on) => seen.setAttribute("aria-pressed", String(on));
  const leave = () => keys.hidden || toggleHelp();
  return { row, keys, apply, hear, press, leave, act: (key) => KEYS[key] };
}
