// Words and lines as they stand in the text.

const OPENING = /^[（「『【〈《［｛〔“‘([{]$/;

const SMALLEST = 0.42; // of the text's size: furigana that would be wider than their kanji
const NARROWEST = 0.7; // of its width: kana that are still too wide then

// Readings stand over their own kanji, unless they fit over the word only together, or better so.
function fitted(furigana) {
  const fits = ([base, kana]) => (kana?.length ?? 0) <= base.length * 2;
  const whole = furigana.reduce(([a, b], [base, kana]) => [a + base, b + kana], ["", ""]);
  const kanji = furigana.every(([, kana]) => kana);
  const together = fits(whole) || whole[0].length === 2;
  return kanji && together && !furigana.every(fits) ? [whole] : furigana;
}

// Furigana no wider than their kanji, so that the text is set as it is without them.
function rtNode(base, kana) {
  const size = Math.max(SMALLEST, Math.min(0.5, base.length / kana.length));
  const narrow = Math.max(NARROWEST, Math.min(1, base.length / (kana.length * size)));
  if (size === 0.5 && narrow === 1) return make("rt", "", kana);
  const node = make("rt", "kit-tight", make("span", "", kana));
  node.style.setProperty("--kit-furigana", `${100 * size}%`);
  node.style.setProperty("--kit-narrow", narrow.toFixed(3));
  node.style.setProperty("--kit-kana", kana.length);
  return node;
}

function ruby(furigana) {
  return fitted(furigana).map(([base, kana]) =>
    kana ? make("ruby", "", base, rtNode(base, kana)) : base,
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

// A line of a text; `drawn` is told each of its words that opens: its node, its number in the line.
function lineNode(line, words, drawn) {
  const node = make("div", `kit-line kit-${line.kind}`);
  if (line.kind === "title" || line.kind === "heading") {
    node.setAttribute("role", "heading");
    node.setAttribute("aria-level", line.kind === "title" ? "3" : "4");
  }
  let target = node;
  line.words.forEach((number, at) => {
    const word = wordNode(words[number]);
    const opening = OPENING.test(words[number].surface);
    if (opening && target === node) {
      target = make("span", "kit-keep"); // no line ends on an opening bracket
      node.append(target);
    }
    target.append(word);
    if (!opening) target = node;
    if (words[number].id) drawn(word, words[number], at);
  });
  return node;
}

// The easier versions, the rendering and the note of a paragraph, each behind a button.
function versionsNode({ versions, place: where }, names, say, revealed) {
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
      if (!shown.hidden) revealed(name, where);
    }, say(`reader.${name}`));
    reveal.dataset.key = String(names.indexOf(name) + 1);
    reveal.setAttribute("aria-expanded", "false");
    row.append(reveal);
    node.append(shown);
  }
  return node;
}
