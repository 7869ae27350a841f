// The text as a picture of what is known of it: the legend, the share, the words to learn first.

const STATES = { known: "reader.knows-known", learning: "reader.knows-learning", new: "reader.knows-new" };
const LOW = 0.5; // the share below which it is said what counts as known
const FIRST = 10; // words to learn that are shown before all of them are asked for

// Where legend, share and plan stand. `learn` is told the word that is to be learnt, or no longer;
// `unfold`, whether the plan was opened.
function pictureNode(say, learn, unfold) {
  const node = make("div", "kit-coverage");
  const legend = make("p", "kit-row kit-legend");
  const share = make("p", "kit-share");
  share.setAttribute("role", "status");
  const counted = make("p", "kit-quiet", say("reader.counted"));
  const plan = make("details", "kit-plan");
  const summary = make("summary");
  const list = make("ol", "kit-list");
  const all = button("kit-button", () => {
    whole = true;
    const next = list.children[FIRST];
    cut();
    next.querySelector("button").focus();
  });
  const about = make("div", "kit-quiet");
  const number = new Intl.NumberFormat(say("reader.language"), { maximumFractionDigits: 1 });
  let whole = false;
  let shown = ""; // the words in the list, as text
  summary.dataset.lmSuppressShortcuts = "true";
  plan.append(summary, list, all, about);
  plan.addEventListener("toggle", () => unfold(plan.open));
  node.append(share, counted, legend, plan);

  // Rounded down, so that no guide seems to be reached that is not.
  const percent = (part, running) => number.format(Math.floor((1000 * part) / running) / 10);

  function planned(id, headword, reading, gloss, count, percent) {
    const written = japanese(make("b", "", reading ? `${headword}（${reading}）` : headword));
    const times = count === "1" ? "reader.plan-counts-one" : "reader.plan-counts";
    const told = make("span", "kit-quiet", say(times, { count, percent }));
    const choose = button("kit-button", () => learn(id), say("reader.learn"));
    choose.dataset.plan = id;
    choose.dataset.headword = headword;
    return make("li", "kit-planned", make("span", "", written, ` ${gloss} `, told), choose);
  }

  function cut() {
    [...list.children].forEach((item, at) => (item.hidden = at >= FIRST && !whole));
    all.hidden = whole || list.children.length <= FIRST;
    all.textContent = say("reader.plan-all", { count: list.children.length });
  }

  function announce(told) {
    if (share.textContent !== told) share.textContent = told;
  }

  // covered: how much is known; picture: whether the text is shown as one; marks: word → mark.
  function tell(covered, picture, marks) {
    const counts = covered.running > 0;
    node.hidden = !counts && !picture;
    if (node.hidden) return;
    legend.hidden = plan.hidden = !counts || !picture;
    counted.hidden = !counts || covered.known / covered.running >= LOW;
    if (!counts) return announce(covered.told?.join(" ") ?? say("reader.counting"));
    const [minimum, optimum] = covered.guides;
    announce(say("reader.share", { percent: percent(covered.known, covered.running), minimum, optimum }));
    legend.replaceChildren(...Object.entries(STATES).map(([state, named]) => {
      const sample = japanese(make("span", "kit-word", say("reader.sample")));
      sample.dataset.knows = state;
      return make("span", "", sample, ` ${say(named, { count: number.format(covered[state]) })}`);
    }));
    const [first, ...rest] = covered.told;
    summary.textContent = first;
    about.replaceChildren(...rest.map((line) => make("p", "", line)));
    const words = JSON.stringify(covered.plan);
    if (shown !== words) {
      const had = list.contains(document.activeElement) ? document.activeElement.dataset.plan : null;
      shown = words;
      list.replaceChildren(...covered.plan.map(([id, headword, reading, gloss, count, known]) =>
        planned(id, headword, reading, gloss, number.format(count), percent(known, covered.running))));
      cut();
      if (had) [...list.querySelectorAll("button")].find((choose) => choose.dataset.plan === had)?.focus();
    }
    for (const choose of list.querySelectorAll("button")) {
      const learning = marks[choose.dataset.plan] === "learning";
      choose.setAttribute("aria-pressed", String(learning));
      choose.textContent = say(learning ? "reader.in-review" : "reader.learn");
      const word = choose.dataset.headword;
      choose.setAttribute("aria-label", learning ? `${choose.textContent} (${word})` : say("reader.learn-word", { word }));
    }
  }

  return { node, tell, open: (opened) => (plan.open = opened) };
}
