// What a student has learnt. Text is only ever set as text.

function make(tag, className, ...content) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...content);
  return node;
}

function japanese(node) {
  node.lang = "ja";
  return node;
}

function render({ model, el }) {
  const { items, answered, right, words, questions, taught, notice } = model.get("view");
  const root = make("section", "kit-learnt");
  root.setAttribute("aria-label", "What you have learnt");
  const said = answered
    ? `You have answered ${answered} of ${items} items, ${right} of them right the last time.`
    : `None of the ${items} items of this lesson is answered yet.`;
  root.append(make("p", "kit-learnt-said", said));
  if (notice) root.append(make("p", "", `Your answers cannot be read: ${notice}`));
  if (words.length) {
    root.append(make("p", "", "Look at these words again:"));
    const list = make("ul", "");
    for (const { word, reading, meaning } of words) {
      const head = japanese(make("b", "", `${word}（${reading}）`));
      list.append(make("li", "", head, ` ${meaning}`));
    }
    root.append(list);
  }
  if (questions.length) {
    root.append(make("p", "", "And at these questions:"));
    const list = make("ul", "");
    for (const text of questions) list.append(japanese(make("li", "", text)));
    root.append(list);
  }
  const all = make("details", "");
  const fold = make("summary", "", `All ${taught.length} words of the lesson`);
  fold.dataset.lmSuppressShortcuts = "true";
  all.append(fold, japanese(make("p", "", taught.join("・"))));
  root.append(all);
  el.append(root);
}

export default { render };
