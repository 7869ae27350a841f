// A page of a lesson: its still parts become readers and quizzes. What the student does is kept in
// the browser, one record a lesson, which all its pages share.

const { lesson, texts, reader, quizzes, timed, learnt, parts } = JSON.parse(
  document.getElementById("data").textContent,
);
const say = speaker(texts);

// ---- the record: what became of each item, marks of words, how often they were looked up, times
const KEY = `kit/${lesson}`;
const KEPT = ["right", "hinted", "second", "wrong", null];
const MARKED = ["known", "learning", "ignored"];
const TIMES = 100; // reading times that are kept
const MOST = 10; // words told as those that were looked up most
let record = sound(null);
let written = true; // whether the record could be kept when it was last changed

// A record without what it can't hold: anyone may have written into it.
function sound(found) {
  const entries = (name) => Object.entries(Object(found?.[name]));
  const keep = (name, fits) => Object.fromEntries(entries(name).filter(([, value]) => fits(value)));
  return {
    answers: keep("answers", (kept) => KEPT.includes(kept?.mark)),
    marks: keep("marks", (mark) => MARKED.includes(mark)),
    lookUps: keep("lookUps", (times) => Number.isInteger(times) && times > 0),
    read: Array.isArray(found?.read) ? found.read.filter((time) => time > 0) : [],
  };
}

// What the pages know by now; another one may have been open since. What could not be written is
// known on this page alone.
function load() {
  if (!written) return record;
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
    written = true;
  } catch {
    written = false;
    document.getElementById("kept").textContent = say("page.not-kept");
  }
}

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
    const model = modelOf(values, ({ do: done, word, mark }) => {
      if (done === "look-up") change(({ lookUps }) => (lookUps[word] = (lookUps[word] ?? 0) + 1));
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
  if (kit === "learnt") tellLookUps(el);
  node.replaceChildren(el);
}

// The words that were looked up most, under what has been learnt, before the fold of all words.
function tellLookUps(el) {
  const most = Object.entries(record.lookUps).sort(([, one], [, other]) => other - one).slice(0, MOST);
  if (!most.length) return;
  const list = most.map(([id, count]) => {
    const [word, reading] = id.split("/");
    const taught = learnt.words.find((known) => known.word === word && known.reading === reading);
    const shown = reading && reading !== word ? `${word}（${reading}）` : word;
    const meaning = taught ? ` ${taught.meaning}` : "";
    const times = make("span", "holds", say("page.times", { count }));
    return make("li", "", japanese(make("b", "", shown)), `${meaning} `, times);
  });
  const told = make("div", "looked-up", make("p", "", say("page.looked-up")), make("ul", "", ...list));
  el.querySelector("details").before(told);
}

// Tells anew what has been learnt; the fold of all words stays as it was left.
function relearn(node) {
  const open = node.querySelector("details")?.open ?? false;
  const within = node.contains(document.activeElement);
  live(node);
  node.querySelector("details").open = open;
  if (within) node.querySelector("summary").focus({ preventScroll: true });
}

// How far the student is with a part, on the index.
function tell(node) {
  const items = parts[node.dataset.key];
  const answered = items.filter((id) => record.answers[id]?.mark).length;
  node.textContent = answered ? say("page.answered", { answered, count: items.length }) : "";
}

// Shows what was done elsewhere: in a quiz of this page, or on another page.
function refresh() {
  document.querySelectorAll('[data-kit="learnt"]').forEach(relearn);
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
