// A page of a lesson: its still parts become readers and quizzes. What the student does is kept in
// the browser, one record a lesson, which all its pages share.

const { lesson, texts, reader, quizzes, timed, learnt, parts } = JSON.parse(
  document.getElementById("data").textContent,
);
const say = speaker(texts);

// ---- the record: what became of each item, marks of words, what was looked at, reading times
const KEY = `kit/${lesson}`;
const KEPT = ["right", "hinted", "second", "wrong", null];
const MARKED = ["known", "learning", "ignored"];
const TIMES = 100; // reading times that are kept
let record = sound(null);

// A record without what it can't hold: anyone may have written into it.
function sound(found) {
  const entries = (name) => Object.entries(Object(found?.[name]));
  const keep = (name, fits) => Object.fromEntries(entries(name).filter(([, value]) => fits(value)));
  return {
    answers: keep("answers", (kept) => KEPT.includes(kept?.mark)),
    marks: keep("marks", (mark) => MARKED.includes(mark)),
    seen: keep("seen", Number.isFinite),
    read: Array.isArray(found?.read) ? found.read.filter((time) => time > 0) : [],
  };
}

// What the pages know by now; another one may have been open since.
function load() {
  try {
    record = sound(JSON.parse(localStorage.getItem(KEY)));
  } catch {
    // nothing is kept here, or it is broken: what is known on this page holds
  }
  return record;
}

function change(alter) {
  alter(load());
  try {
    localStorage.setItem(KEY, JSON.stringify(record));
  } catch {
    document.getElementById("kept").textContent = say("page.not-kept");
  }
}

const seen = (what) => change(({ seen }) => (seen[what] = (seen[what] ?? 0) + 1));

const store = {
  get: (id) => record.answers[id],
  set(id, kept) {
    change(({ answers }) => (answers[id] = kept));
    refresh();
  },
};

// ---- the widgets, each with a model as anywidget gives it in a notebook
function modelOf(values, received = () => {}) {
  const listeners = new Map();
  const of = (event) => listeners.get(event) ?? listeners.set(event, new Set()).get(event);
  return {
    get: (name) => values[name],
    set(name, value) {
      values[name] = value;
      for (const listener of of(`change:${name}`)) listener();
    },
    on: (event, listener) => of(event).add(listener),
    off: (event, listener) => of(event).delete(listener),
    send: (message) => received(message),
  };
}

const readers = [];
const makers = {
  reader(key) {
    const { words, kanji, pages } = reader;
    const values = { texts, words, kanji, pages: [pages[key]], marks: { ...record.marks }, notice: "" };
    const model = modelOf(values, ({ do: done, word, mark, version, place }) => {
      if (done === "look-up") seen(`look-up ${word}`);
      else if (done === "reveal") seen(`reveal ${version}/${place}`);
      else if (done === "mark") {
        change(({ marks }) => {
          if (mark) marks[word] = mark;
          else delete marks[word];
        });
      }
    });
    readers.push(model);
    return model;
  },

  quiz: (key) => practiceModel(new Practice(itemsOf(quizzes[key]), store), quizzes[key].heading, texts),

  timed() {
    const speed = (time) => (time ? Math.round((timed.characters * 60000) / time) : 0);
    const values = { texts, ...timed, last: speed(record.read.at(-1)), notice: "" };
    return modelOf(values, ({ milliseconds }) =>
      change(({ read }) => read.splice(0, read.length, ...read.slice(1 - TIMES), milliseconds)));
  },

  learnt() {
    const marks = learnt.items.map(({ id }) => record.answers[id]?.mark ?? null);
    const missed = learnt.items.filter((_, at) => ["second", "wrong"].includes(marks[at]));
    const view = {
      items: learnt.items.length,
      answered: marks.filter(Boolean).length,
      right: marks.filter((mark) => mark === "right" || mark === "hinted").length,
      words: [...new Set(missed.flatMap((item) => item.words))].map((at) => learnt.words[at]),
      questions: missed.map((item) => item.prompt).filter(Boolean),
      taught: learnt.words.map(({ word }) => word),
      notice: "",
    };
    return modelOf({ texts, view });
  },
};

function live(node) {
  const { kit, key } = node.dataset;
  const el = make("div", "");
  widgets[kit]({ model: makers[kit](key), el });
  node.replaceChildren(el);
}

// How far the student is with a part, on the index.
function tell(node) {
  const items = parts[node.dataset.key];
  const answered = items.filter((id) => record.answers[id]?.mark).length;
  node.textContent = answered ? say("page.answered", { answered, count: items.length }) : "";
}

// Shows what was done elsewhere: in a quiz of this page, or on another page.
function refresh() {
  document.querySelectorAll('[data-kit="learnt"]').forEach(live);
  document.querySelectorAll('[data-kit="part"]').forEach(tell);
}

function follow() {
  load();
  for (const model of readers) model.set("marks", { ...record.marks });
  refresh();
}

load();
change(() => {}); // says at once where nothing can be kept
for (const node of document.querySelectorAll("[data-kit]")) {
  try {
    if (node.dataset.kit === "part") tell(node);
    else live(node);
  } catch (error) {
    reportError(error); // what stood there stays
  }
}
window.addEventListener("storage", ({ key }) => (key === KEY || key === null) && follow());
window.addEventListener("pageshow", ({ persisted }) => persisted && follow());
