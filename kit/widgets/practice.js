// One student's way through one quiz on a page without a kernel: the same as
// kit/learner/session.py, with the view that kit/widgets/quiz.py sends. It needs judge.js.

const TRIES = 2;

// The items of what kit/lesson/item_json.py calls quiz_json.
function itemsOf({ items, others, reasons }) {
  const typed = (item) => item.words.length && !item.options.length;
  return items.map((item) => ({ ...item, reasons, others: typed(item) ? others : [] }));
}

class Practice {
  // items: those of item_json. store: keeps one plain object an item over visits:
  // `get(id)` gives it or nothing, `set(id, kept)` keeps it and may return why it can't.
  constructor(items, store) {
    this.items = items;
    this.store = store;
    this.tries = [];
    this.before = null;
    this.notice = "";
    this.shown = false;
    this.hinted = false; // the answer given had a hint
    this.kept = new Map(items.map((item) => [item.id, { mark: null, hints: 0, ...store.get(item.id) }]));
    this.asking = [...items.keys()].filter((number) => this.marks[number] === null);
  }

  get position() {
    return this.asking[0] ?? this.items.length;
  }

  get item() {
    return this.items[this.asking[0]] ?? null;
  }

  get marks() {
    return this.items.map((item) => this.kept.get(item.id).mark);
  }

  get revealed() {
    const last = this.tries.at(-1);
    return Boolean(last) && (last.correct || this.tries.length === TRIES || this.shown);
  }

  get taken() {
    return this.item && (this.hinted || this.kept.get(this.item.id).hints) ? this.item.hint : null;
  }

  get struck() {
    const out = this.taken?.struck ? [this.taken.struck] : [];
    if (this.item?.options.length && !this.item.order.length) {
      out.push(...this.tries.filter((tried) => !tried.correct).map((tried) => tried.answer));
    }
    return out;
  }

  // `milliseconds` is kept with the answer.
  answer(position, text, milliseconds = null) {
    const given = tidy(text);
    const { item } = this;
    if (!item || position !== this.position || this.revealed || this.struck.includes(given)) return;
    const verdict = judge(item, given);
    const { hints } = this.kept.get(item.id);
    let mark = "wrong";
    if (verdict.correct) mark = this.tries.length ? "second" : hints ? "hinted" : "right";
    this.hinted ||= hints > 0;
    this.keep({ mark, answer: given, milliseconds, hints: 0 });
    this.tries.push({ answer: given, ...verdict });
    this.before = null;
  }

  hint(position) {
    const { item } = this;
    if (!item?.hint || position !== this.position || this.tries.length || this.taken) return;
    this.keep({ hints: 1 });
  }

  show() {
    this.shown = this.tries.length > 0;
  }

  next() {
    if (!this.tries.length || !this.item) return;
    this.before = this.revealed ? null : this.item;
    this.tries = [];
    this.shown = this.hinted = false;
    this.asking.shift();
  }

  again() {
    if (this.asking.length) return;
    const all = [...this.items.keys()];
    const again = all.filter((number) => this.marks[number] !== "right");
    this.asking = again.length ? again : all;
    this.before = null;
  }

  // What quiz.js sends.
  take(message) {
    if (message.do === "answer") this.answer(message.position, message.answer, message.milliseconds);
    else if (message.do === "hint") this.hint(message.position);
    else if (["show", "next", "again"].includes(message.do)) this[message.do]();
  }

  keep(change) {
    const kept = { ...this.kept.get(this.item.id), ...change };
    this.kept.set(this.item.id, kept);
    this.notice = this.store.set(this.item.id, kept) ?? "";
  }

  get view() {
    const { item, before, marks, position, notice, taken, tries } = this;
    const view = { marks, position, notice };
    if (before) view.before = { prompt: before.prompt, right: before.completed.join("") || rightOf(before), language: before.language };
    if (!item) return { ...view, closing: this.closing };
    view.item = {
      kind: item.kind,
      language: item.language,
      prompt: item.prompt,
      context: item.context,
      options: item.options.map((option) => option.text),
      partners: item.partners,
    };
    view.struck = this.struck;
    view.hint = { offered: !tries.length && !taken && Boolean(item.hint), text: taken?.text ?? "" };
    if (tries.length) {
      view.feedback = this.feedback;
      if (this.revealed && item.completed.some(Boolean)) view.item.context = item.completed;
    }
    return view;
  }

  get feedback() {
    const { item, revealed } = this;
    const { answer, correct, right, reason } = this.tries.at(-1);
    const mark = this.marks[this.position];
    const said = { answer, correct, reason, lines: linesOf(item, answer), mark, revealed };
    return revealed ? { ...said, right, explanation: item.explanation, words: item.words } : said;
  }

  get closing() {
    const { marks } = this;
    const again = this.items.filter((_, number) => marks[number] !== "right");
    const words = new Map(again.flatMap((item) => item.words).map((word) => [`${word.word}/${word.reading}`, word]));
    const count = (mark) => marks.filter((one) => one === mark).length;
    return {
      right: count("right"),
      hinted: count("hinted"),
      second: count("second"),
      words: [...words.values()],
      questions: again.filter((item) => item.kind === "question").map((item) => item.prompt),
    };
  }
}

// A practice as quiz.js takes it: what anywidget gives a widget in a notebook.
function practiceModel(practice, heading, texts) {
  const listeners = new Set();
  return {
    get: (name) => ({ heading, texts, view: practice.view })[name],
    on: (_event, listener) => listeners.add(listener),
    off: (_event, listener) => listeners.delete(listener),
    send(message) {
      practice.take(message);
      for (const listener of listeners) listener();
    },
  };
}
