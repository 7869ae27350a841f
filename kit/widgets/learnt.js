// What a student has learnt.

function render({ model, el }) {
  const say = speaker(model.get("texts"));
  const { items, answered, right, words, questions, taught, notice } = model.get("view");
  const root = make("section", "kit-learnt");
  root.setAttribute("aria-label", say("learnt.label"));
  root.append(make("p", "kit-learnt-said", say(answered ? "learnt.answered" : "learnt.none", { answered, items, right })));
  if (notice) root.append(make("p", "", notice));
  if (words.length) {
    const list = words.map(({ word, reading, meaning }) =>
      make("li", "", japanese(make("b", "", `${word}（${reading}）`)), ` ${meaning}`));
    root.append(make("p", "", say("learnt.again")), make("ul", "", ...list));
  }
  if (questions.length) {
    const list = questions.map((text) => japanese(make("li", "", text)));
    root.append(make("p", "", say("learnt.questions")), make("ul", "", ...list));
  }
  const fold = make("summary", "", say("learnt.all", { count: taught.length }));
  fold.dataset.lmSuppressShortcuts = "true";
  root.append(make("details", "", fold, japanese(make("p", "", taught.join("・")))));
  el.append(root);
}
