// Words and lines as they stand in the text.

const OPENING = /^[（「『【〈《［｛〔“‘([{]$/;

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
