// The quiz: one item at a time, of every kind. Who judges, the kernel or the page, sends a view;
// this shows it, and sends what the student does.

const PATIENCE = 5000; // milliseconds until a silent kernel is named
const MANY = 60; // items from which on the line of progress has no gaps
const CONTROL = ".kit-input:enabled, .kit-option:enabled";
const CHOSEN = "chosen", TYPED_KIND = "typed", ORDERED = "ordered", PAIRED = "paired";

function kindOf({ partners, options, kind }) {
  if (partners.length) return PAIRED;
  if (kind === "order") return ORDERED;
  return options.length ? CHOSEN : TYPED_KIND;
}

function sentenceNode([before, word, after]) {
  const gap = /^＿+$/.test(word) ? "kit-gap" : "";
  return japanese(make("p", "kit-sentence", before, make("mark", gap, word), after));
}

function headNode({ word, reading, meaning }) {
  const written = reading && reading !== word ? `${word}（${reading}）` : word;
  const told = make("span", "", meaning);
  told.lang = "en";
  return make("p", "kit-head", japanese(make("b", "", written)), " ", told);
}

// A word's entry behind a fold.
function entryNode(word, say) {
  const name = japanese(make("span", "", word.word));
  const [before, after = ""] = say("quiz.entry").split("{word}");
  const fold = make("summary", "", before, name, after);
  fold.dataset.lmSuppressShortcuts = "true";
  const node = make("details", "kit-entry", fold, headNode(word));
  if (word.class) node.append(make("p", "kit-class", word.class));
  for (const text of [word.collocation, word.example]) {
    if (text) node.append(japanese(make("p", "kit-example", text)));
  }
  return node;
}

function render({ model, el }) {
  const say = speaker(model.get("texts"));
  const root = make("section", "kit-quiz");
  root.setAttribute("aria-label", say("quiz.label", { heading: model.get("heading") }));
  root.lang = say("quiz.language");
  root.tabIndex = -1;
  const bar = make("div", "kit-progress");
  bar.setAttribute("role", "img");
  const body = make("div", "kit-body");
  const live = make("div", "kit-live");
  const notice = make("p", "kit-notice");
  for (const node of [live, notice]) node.setAttribute("role", "status");
  const after = make("div", "kit-after");
  const key = make("kbd", "", "Esc");
  key.setAttribute("aria-hidden", "true");
  const stop = button("kit-aside kit-stop", () => send({ do: "stop" }), say("quiz.enough"), key);
  stop.setAttribute("aria-keyshortcuts", "Escape");
  const toGo = make("span", "kit-to-go");
  const foot = make("div", "kit-foot", toGo, stop);
  root.append(bar, body, live, after, notice);
  el.append(root);

  let shownAt = performance.now();
  let waiting = null; // the timer that runs until there is an answer to what was sent
  let drawn = -1; // the position that is shown
  let draft = []; // what is typed or put together so far
  let kept = false; // whether the first answer to it is in the draft
  let unfolded = false; // whether its word's entry is
  let pressed = false; // whether it was the button in there that was pressed

  function send(message) {
    if (waiting !== null) return;
    waiting = setTimeout(() => {
      waiting = null;
      notice.textContent = say("quiz.silent");
    }, PATIENCE);
    model.send(message);
  }

  function answer(text) {
    const { item, position, feedback } = model.get("view");
    if (!item || feedback?.revealed || !text.trim()) return;
    const milliseconds = Math.round(performance.now() - shownAt);
    send({ do: "answer", position, answer: text, milliseconds });
  }

  function said(sign, key, values) {
    return make("span", "kit-verdict", `${sign} ${say(key, values)}`);
  }

  function optionNode(number, text, language, action) {
    const label = make("span", "kit-label", text);
    label.lang = language;
    const node = button("kit-option", action, make("kbd", "", String(number)), label);
    return { node, label };
  }

  function chosenNode({ options, language }, { struck, feedback, given }) {
    const list = make("div", "kit-options");
    options.forEach((text, number) => {
      const { node, label } = optionNode(number + 1, text, language, () => answer(text));
      list.append(node);
      const revealed = feedback?.revealed;
      node.disabled = Boolean(revealed) || struck.includes(text);
      if (revealed && text === feedback.right) {
        node.classList.add("kit-right");
        label.after(said("✓", "quiz.mark-right"));
      } else if (feedback && text === feedback.answer) {
        node.classList.add("kit-wrong");
        label.after(said("✗", "quiz.mark-yours"));
      } else if (struck.includes(text)) {
        node.classList.add("kit-struck");
        label.after(said("✗", "quiz.mark-out"));
      }
      if (given !== undefined) node.setAttribute("aria-pressed", String(text === given));
      if (text === given) label.after(make("span", "kit-verdict", say("quiz.mark-yours")));
    });
    return list;
  }

  function typedNode(_item, { feedback }) {
    const input = japanese(make("input", "kit-input"));
    Object.assign(input, { type: "text", autocomplete: "off", autocapitalize: "off", spellcheck: false });
    input.placeholder = say("quiz.placeholder");
    input.setAttribute("aria-label", say("quiz.reading"));
    input.dataset.lmSuppressShortcuts = "true";
    input.value = feedback?.revealed ? feedback.answer : draft[0] ?? "";
    input.addEventListener("input", () => {
      draft = [input.value];
    });
    if (feedback) input.classList.add(feedback.correct ? "kit-right" : "kit-wrong");
    if (feedback?.revealed) {
      input.readOnly = true;
      return make("div", "kit-typed", input);
    }
    return make("div", "kit-typed", input, button("kit-check", () => answer(input.value), say("quiz.check")));
  }

  // What was put together, line by line, and what is right.
  function linesNode({ partners, language }, feedback) {
    const list = make("div", "kit-options");
    const given = feedback.answer.split("\n");
    feedback.right.split("\n").forEach((text, place) => {
      const right = feedback.lines[place];
      const label = make("span", "kit-label", text);
      label.lang = language;
      const row = make("div", `kit-option ${right ? "kit-right" : "kit-wrong"}`);
      const head = partners.length ? japanese(make("b", "", partners[place])) : make("kbd", "", String(place + 1));
      const found = given.indexOf(text) + 1;
      let mark = said("✓", "quiz.mark-right");
      if (!right && partners.length && given[place]) {
        mark = said("✗", "quiz.mark-chosen", { text: given[place] });
      } else if (!right) {
        mark = found && !partners.length ? said("✗", "quiz.mark-place", { place: found }) : said("✗", "quiz.mark-wrong");
      }
      row.append(head, label, mark);
      list.append(row);
    });
    return list;
  }

  function checkNode(complete) {
    const node = button("kit-check", () => answer(draft.join("\n")), say("quiz.check"));
    node.disabled = !complete;
    return node;
  }

  // Sentences to put in order: each click gives the next number, a second click takes it back.
  function orderedNode(item, { feedback }) {
    if (feedback?.revealed) return linesNode(item, feedback);
    const list = make("div", "kit-options");
    const check = checkNode(false);
    const nodes = item.options.map((text, number) => {
      const { node } = optionNode("", text, item.language, () => {
        draft = draft.includes(text) ? draft.filter((one) => one !== text) : [...draft, text];
        show();
        if (!check.disabled) check.focus();
      });
      node.title = say("quiz.key", { number: number + 1 });
      return node;
    });
    function show() {
      item.options.forEach((text, number) => {
        const place = draft.indexOf(text) + 1;
        nodes[number].firstChild.textContent = place || "·";
        nodes[number].setAttribute("aria-pressed", String(place > 0));
      });
      check.disabled = draft.length < item.options.length;
    }
    show();
    list.append(...nodes, check);
    return list;
  }

  // Words to pair with meanings: a meaning goes to the word that is marked, then the next is.
  function pairedNode(item, { feedback }) {
    if (feedback?.revealed) return linesNode(item, feedback);
    const { partners, options, language } = item;
    const check = checkNode(false);
    let here = 0;
    const slots = partners.map((word, place) => {
      const meaning = make("span", "kit-label");
      const node = button("kit-slot", () => {
        here = place;
        draft[place] = undefined;
        show();
        list.querySelector(".kit-option:enabled")?.focus();
      }, japanese(make("b", "", word)), meaning);
      return { node, meaning };
    });
    const choices = options.map((text, number) => {
      const { node } = optionNode(number + 1, text, language, () => {
        draft[here] = text;
        const open = partners.findIndex((_, place) => !draft[place]);
        here = open < 0 ? here : open;
        show();
        (check.disabled ? list.querySelector(".kit-option:enabled") : check).focus();
      });
      return node;
    });
    function show() {
      slots.forEach(({ node, meaning }, place) => {
        meaning.textContent = draft[place] ?? say("quiz.unpaired");
        meaning.lang = draft[place] ? language : root.lang;
        node.classList.toggle("kit-open", !draft[place]);
        if (place === here) node.setAttribute("aria-current", "true");
        else node.removeAttribute("aria-current");
      });
      options.forEach((text, number) => {
        choices[number].disabled = draft.includes(text);
      });
      check.disabled = partners.some((_, place) => !draft[place]);
    }
    const open = partners.findIndex((_, place) => !draft[place]);
    here = Math.max(open, 0);
    const list = make("div", "kit-options");
    list.append(make("div", "kit-slots", ...slots.map(({ node }) => node)), ...choices, check);
    show();
    return list;
  }

  const KINDS = { [CHOSEN]: chosenNode, [TYPED_KIND]: typedNode, [ORDERED]: orderedNode, [PAIRED]: pairedNode };

  function itemNodes(view) {
    const { item, hint } = view;
    const prompt = make("p", "kit-prompt", item.prompt);
    if (item.kind === "question") japanese(prompt);
    const group = make("div", "kit-group", KINDS[kindOf(item)](item, view));
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", [...item.context, " ", item.prompt].join("").trim());
    const nodes = item.context[1] ? [sentenceNode(item.context), prompt, group] : [prompt, group];
    if (hint.offered) {
      const ask = () => send({ do: "hint", position: view.position });
      nodes.push(button("kit-aside kit-hint", ask, say("quiz.hint")));
    }
    return nodes;
  }

  function verdictText({ correct, mark }, { kind }) {
    if (correct) return `✓ ${say({ hinted: "quiz.right-hinted", second: "quiz.right-second" }[mark] ?? "quiz.right")}`;
    return `✗ ${say({ order: "quiz.wrong-order", match: "quiz.wrong-match" }[kind] ?? "quiz.wrong")}`;
  }

  function feedbackNode(feedback, item) {
    const first = make("p", "kit-said", verdictText(feedback, item));
    const node = make("div", "kit-feedback", first);
    const typed = kindOf(item) === TYPED_KIND;
    if (feedback.revealed && typed && !feedback.correct) {
      first.append(` ${say("quiz.answer")} `, japanese(make("b", "", feedback.right)));
    }
    const paired = kindOf(item) === PAIRED;
    for (const text of [paired ? "" : feedback.reason, feedback.correct ? "" : feedback.explanation]) {
      if (!text) continue;
      const reason = make("p", "kit-reason", text);
      if (item.kind === "question") japanese(reason);
      node.append(reason);
    }
    if (paired && !feedback.revealed) node.append(pairMarks(item, feedback));
    return node;
  }

  // Each pair of a first answer, wrong or right.
  function pairMarks({ partners, language }, { answer, lines }) {
    const given = answer.split("\n");
    const marks = partners.map((word, place) => {
      const meaning = make("span", "", given[place] ?? "");
      meaning.lang = language;
      const mark = lines[place] ? said("✓", "quiz.mark-right") : said("✗", "quiz.mark-wrong");
      return make("li", "", japanese(make("b", "", word)), " ", meaning, " ", mark);
    });
    return make("ul", "kit-marks", ...marks);
  }

  function beforeNode({ prompt, right, language }) {
    const answer = make("b", "", right);
    answer.lang = language;
    const [head, tail = ""] = say("quiz.before").split("{prompt}");
    return make("p", "kit-before", head, prompt, tail, " ", answer);
  }

  // The end of a sitting, which counts words.
  function sittingNodes({ total, right, hinted, again, stopped, words }, { left }) {
    const nodes = [];
    if (total) nodes.push(make("p", "kit-prompt", say(stopped ? "quiz.so-far" : "quiz.words-done", { right, total })));
    if (hinted) nodes.push(make("p", "", say("quiz.words-hinted", { hinted })));
    nodes.push(...againNodes(words, []));
    if (again) nodes.push(make("p", "", again > 1 ? say("quiz.come-again", { again }) : say("quiz.come-again-one")));
    if (left) nodes.push(make("p", "", left > 1 ? say("quiz.left", { left }) : say("quiz.left-one")));
    if (stopped) nodes.push(button("kit-next", () => send({ do: "again" }), say("quiz.go-on")));
    return nodes;
  }

  function againNodes(words, questions) {
    if (!words.length && !questions.length) return [];
    const list = make("ul", "kit-again");
    for (const word of words) list.append(make("li", "", headNode(word)));
    for (const text of questions) list.append(japanese(make("li", "kit-example", text)));
    return [make("p", "", say("quiz.look-again")), list];
  }

  function closingNodes({ right, hinted, second, words, questions }, { marks }) {
    const total = marks.filter((mark) => mark !== null).length;
    const nodes = [make("p", "kit-prompt", say("quiz.done", { right, total }))];
    const points = right + hinted / 2;
    if (hinted) nodes.push(make("p", "", say("quiz.done-hinted", { hinted, points })));
    if (second) nodes.push(make("p", "", say("quiz.done-second", { second })));
    const label = right < total ? "quiz.again-wrong" : "quiz.again-all";
    return [
      ...nodes,
      ...againNodes(words, questions),
      button("kit-next", () => send({ do: "again" }), say(label)),
    ];
  }

  // The end of questions that nobody judges here.
  function recordedNodes({ marks }) {
    const done = marks.filter((mark) => mark !== null).length;
    const label = done < marks.length ? "assign.to-open" : "assign.look-through";
    return [
      make("p", "kit-prompt", say("quiz.progress", { done, total: marks.length })),
      button("kit-next", () => send({ do: "again" }), say(label)),
    ];
  }

  function endNodes(view) {
    const { closing } = view;
    if (!closing) return recordedNodes(view);
    return closing.stopped === undefined ? closingNodes(closing, view) : sittingNodes(closing, view);
  }

  function stepsNode({ position }) {
    const row = make("div", "kit-row", button("kit-next", () => send({ do: "next" }), say("quiz.next")));
    if (position) row.append(button("kit-aside", () => send({ do: "back" }), say("assign.back")));
    return row;
  }

  // The entry of a word that was asked for; in a sitting, with a way not to have it asked again.
  function entryFor(word, { known }) {
    const node = entryNode(word, say);
    if (known === undefined) return node;
    node.open = unfolded;
    const press = button("kit-aside kit-known", () => {
      pressed = true;
      send({ do: "know" });
    }, say("quiz.known"));
    press.setAttribute("aria-pressed", String(known));
    node.append(press);
    return node;
  }

  function afterNodes(view) {
    const { item, feedback, given } = view;
    if (item && given !== undefined) return [stepsNode(view)];
    if (!item || !feedback) return [];
    const row = make("div", "kit-row", button("kit-next", () => send({ do: "next" }), say("quiz.next")));
    if (feedback.revealed) return [row, ...feedback.words.map((word) => entryFor(word, feedback))];
    const typed = kindOf(item) === TYPED_KIND;
    const sitting = view.left !== undefined; // where no answer stays unseen
    if (sitting) row.replaceChildren(button("kit-next", () => send({ do: "show" }), say("quiz.show")));
    row.append(
      button("kit-aside", () => {
        const control = root.querySelector(CONTROL);
        control.focus();
        if (typed) control.select();
      }, say("quiz.try")),
      ...(sitting ? [] : [button("kit-aside kit-entry", () => send({ do: "show" }), say("quiz.show"))]),
    );
    return [row];
  }

  function drawBar(view) {
    const marks = view.words ?? view.marks; // a sitting counts words
    const position = view.here ?? view.position;
    const done = marks.filter((mark) => mark !== null).length;
    bar.hidden = !marks.length;
    bar.classList.toggle("kit-many", marks.length >= MANY);
    bar.setAttribute("aria-label", say("quiz.progress", { done, total: marks.length }));
    bar.replaceChildren(
      ...marks.map((mark, number) => {
        const here = number === position ? " kit-here" : "";
        return make("span", `kit-${mark ?? "open"}${here}`);
      }),
    );
  }

  // What a second try begins with: what was typed, or what was right of what was put together.
  function rightSoFar({ item, feedback }) {
    const given = feedback.answer.split("\n");
    const { lines } = feedback;
    if (kindOf(item) === PAIRED) return given.map((text, place) => (lines[place] ? text : undefined));
    if (kindOf(item) === ORDERED) return given.slice(0, [...lines, false].indexOf(false));
    return [feedback.answer];
  }

  function draw() {
    const acted = waiting !== null;
    clearTimeout(waiting);
    waiting = null;
    const view = model.get("view");
    const { marks, position, item, feedback, before, hint, given } = view;
    const focused = acted || root.contains(document.activeElement);
    unfolded = root.querySelector(".kit-entry")?.open ?? false;
    if (position !== drawn || (kept && !feedback)) { // the same item may come once more
      drawn = position;
      draft = given?.split("\n") ?? [];
      kept = unfolded = false;
      shownAt = performance.now();
    }
    if (feedback && !kept) {
      kept = true;
      draft = rightSoFar(view);
    }

    drawBar(view);
    if (item) body.replaceChildren(...itemNodes(view));
    else if (marks.length) body.replaceChildren(...endNodes(view));
    else body.replaceChildren(make("p", "kit-prompt", say("quiz.empty")));
    const told = [];
    if (feedback) told.push(feedbackNode(feedback, item));
    else if (before) told.push(beforeNode(before));
    else if (item && given) told.push(make("p", "kit-recorded", say("assign.answered")));
    if (hint?.text && !feedback?.revealed) told.unshift(make("p", "kit-hinted", say("quiz.hinted", { text: hint.text })));
    live.replaceChildren(...told);
    after.replaceChildren(...afterNodes(view));
    if (!item || view.left === undefined) foot.remove();
    else if (!foot.parentNode) after.after(foot);
    toGo.textContent = view.left ? say("quiz.to-go", { left: view.left }) : "";
    const notKept = view.notice && say("quiz.not-kept", { reason: view.notice });
    notice.textContent = [notKept, ...(view.notes ?? [])].filter(Boolean).join("\n");
    if (!focused) return;
    const next = pressed ? ".kit-known" : feedback || !item || given ? ".kit-next" : CONTROL;
    pressed = false;
    const control = root.querySelector(next) ?? root;
    control.focus({ preventScroll: !feedback });
    // The pairs of a matching stand at its top: they are what is to be seen.
    if (feedback && item.kind !== "match") return;
    const begun = root.getBoundingClientRect().top < 0;
    root.scrollIntoView({ block: begun ? "start" : "nearest" });
  }

  root.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    event.stopPropagation(); // JupyterLab would take a letter for a command
    if (event.isComposing || event.keyCode === 229) return; // still choosing kanji
    const { item, feedback } = model.get("view");
    const typing = event.target.matches(".kit-input");
    if (typing && event.key === "Enter") {
      if (event.repeat) return event.preventDefault();
      if (feedback?.revealed) send({ do: "next" });
      else answer(event.target.value);
    } else if (!typing && item && !feedback?.revealed && /^[1-9]$/.test(event.key)) {
      if (!event.repeat) root.querySelectorAll("button.kit-option")[Number(event.key) - 1]?.click();
    } else if (event.key === "Escape" && foot.parentNode) {
      const back = feedback ? ".kit-next" : CONTROL;
      if (!event.repeat) (document.activeElement === stop ? root.querySelector(back) : stop).focus();
    } else if (event.key === "Enter" && event.repeat) {
      // a key held down is one answer
    } else {
      return;
    }
    event.preventDefault();
  });
  model.on("change:view", draw);
  draw();
  return () => {
    clearTimeout(waiting);
    model.off("change:view", draw);
  };
}
