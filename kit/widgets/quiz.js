// The quiz: one item at a time. The kernel judges; this shows what it says.

const PATIENCE = 5000; // milliseconds until a silent kernel is named

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

function button(className, action, ...content) {
  const node = make("button", className, ...content);
  node.type = "button";
  node.dataset.lmSuppressShortcuts = "true";
  node.addEventListener("click", action);
  return node;
}

function sentenceNode([before, word, after]) {
  return japanese(make("p", "kit-sentence", before, make("mark", "", word), after));
}

function wordNode({ word, reading, meaning, collocation, example }) {
  const head = make("p", "kit-entry", japanese(make("b", "", `${word}（${reading}）`)), ` ${meaning}`);
  const node = make("div", "", head);
  for (const text of [collocation, example]) {
    if (text) node.append(japanese(make("p", "kit-example", text)));
  }
  return node;
}

function progressNode(results, position) {
  const node = make("div", "kit-progress");
  const done = results.filter((result) => result !== null).length;
  node.setAttribute("role", "img");
  node.setAttribute("aria-label", `${done} of ${results.length} answered`);
  results.forEach((result, number) => {
    const state = result === null ? "open" : result ? "right" : "wrong";
    node.append(make("span", `kit-${state}${number === position ? " kit-here" : ""}`));
  });
  return node;
}

function render({ model, el }) {
  const root = make("section", "kit-quiz");
  root.setAttribute("aria-label", `Quiz: ${model.get("heading")}`);
  el.append(root);
  let shownAt = performance.now();
  let waiting = null; // the timer that runs until the kernel has answered

  function send(message) {
    if (waiting !== null) return;
    waiting = setTimeout(() => {
      waiting = null;
      root.querySelector(".kit-notice").textContent =
        "No reply from the kernel. Run this cell again: the answers so far are kept.";
    }, PATIENCE);
    model.send(message);
  }

  function answer(text) {
    const { item, position, feedback } = model.get("view");
    if (!item || feedback || !text.trim()) return;
    const milliseconds = Math.round(performance.now() - shownAt);
    send({ do: "answer", position, answer: text, milliseconds });
  }

  function optionsNode({ options, language }, feedback) {
    const list = make("div", "kit-options");
    options.forEach((text, number) => {
      const label = make("span", "kit-label", text);
      label.lang = language;
      const node = button("kit-option", () => answer(text), make("kbd", "", String(number + 1)), label);
      list.append(node);
      if (!feedback) return;
      node.disabled = true;
      if (text === feedback.right) {
        node.classList.add("kit-right");
        label.append(make("span", "kit-verdict", "✓ right"));
      } else if (text === feedback.answer) {
        node.classList.add("kit-wrong");
        label.append(make("span", "kit-verdict", "✗ your answer"));
      }
    });
    return list;
  }

  // Sentences to put in order: each click gives the next number, a second click takes it back.
  function orderNode({ options }, feedback) {
    const list = make("div", "kit-options");
    if (feedback) {
      const given = feedback.answer.split("\n");
      feedback.right.split("\n").forEach((text, place) => {
        const label = japanese(make("span", "kit-label", text));
        const right = given[place] === text;
        label.append(make("span", "kit-verdict", right ? "✓ right" : `✗ you had it as ${given.indexOf(text) + 1}`));
        const row = make("div", `kit-option ${right ? "kit-right" : "kit-wrong"}`);
        row.append(make("kbd", "", String(place + 1)), label);
        list.append(row);
      });
      return list;
    }
    const chosen = [];
    const check = button("kit-next", () => answer(chosen.join("\n")), "Check");
    const nodes = options.map((text, number) => {
      const mark = make("kbd", "");
      const label = japanese(make("span", "kit-label", text));
      const node = button("kit-option kit-orderable", () => {
        if (chosen.includes(text)) chosen.splice(chosen.indexOf(text), 1);
        else chosen.push(text);
        show();
      }, mark, label);
      node.title = `Key ${number + 1}`;
      return node;
    });
    function show() {
      options.forEach((text, number) => {
        const place = chosen.indexOf(text) + 1;
        nodes[number].firstChild.textContent = place || "·";
        nodes[number].setAttribute("aria-pressed", String(place > 0));
      });
      check.disabled = chosen.length < options.length;
    }
    show();
    list.append(...nodes, check);
    return list;
  }

  function typedNode(feedback) {
    const input = japanese(make("input", "kit-input"));
    input.type = "text";
    input.autocomplete = "off";
    input.autocapitalize = "off";
    input.spellcheck = false;
    input.maxLength = 200;
    input.placeholder = "かな or romaji";
    input.setAttribute("aria-label", "Reading");
    input.dataset.lmSuppressShortcuts = "true";
    if (feedback) {
      input.value = feedback.answer;
      input.readOnly = true;
      input.classList.add(feedback.correct ? "kit-right" : "kit-wrong");
      return make("div", "kit-typed", input);
    }
    return make("div", "kit-typed", input, button("kit-next", () => answer(input.value), "Check"));
  }

  function feedbackNode({ correct, right, reason, word }, kind) {
    const wrong = kind === "order" ? "✗ Not in this order." : "✗ Not this one.";
    const said = make("p", "kit-said", correct ? "✓ Right." : wrong);
    const node = make("div", "kit-feedback", said);
    if (kind === "reading" && !correct) said.append(" ", japanese(make("b", "", right)));
    if (reason) node.append(make("p", "kit-reason", reason));
    if (word) node.append(wordNode(word));
    return node;
  }

  function itemNodes({ item, feedback }) {
    const prompt = make("p", "kit-prompt", item.prompt);
    if (item.kind === "question") japanese(prompt);
    const choose = item.kind === "order" ? orderNode : optionsNode;
    const nodes = [prompt, item.options.length ? choose(item, feedback) : typedNode(feedback)];
    if (item.context[1]) nodes.unshift(sentenceNode(item.context));
    return nodes;
  }

  function closingNodes({ closing, results }) {
    const total = results.length;
    const nodes = [make("p", "kit-prompt", `Done: ${closing.right} of ${total} right.`)];
    if (closing.words.length || closing.questions.length) {
      nodes.push(make("p", "", "Look at these again:"), ...closing.words.map(wordNode));
      nodes.push(...closing.questions.map((text) => japanese(make("p", "kit-example", text))));
    }
    const label = closing.right < total ? "Practise these again" : "Practise again";
    nodes.push(button("kit-next", () => send({ do: "again" }), label));
    return nodes;
  }

  function draw() {
    clearTimeout(waiting);
    waiting = null;
    const view = model.get("view");
    const { results, position, item, feedback, closing, notice } = view;
    const focused = root.contains(document.activeElement);
    const live = make("div", "kit-live");
    live.setAttribute("role", "status");
    const warning = make("p", "kit-notice", notice ? `Your answers are not kept: ${notice}` : "");
    warning.setAttribute("role", "status");
    const body = item ? itemNodes(view) : results.length ? closingNodes(view) : [];
    if (!results.length) body.push(make("p", "kit-prompt", "Nothing to ask here."));
    root.replaceChildren(progressNode(results, position), ...body, live, warning);
    if (feedback) {
      live.append(feedbackNode(feedback, item.kind));
      live.after(button("kit-next", () => send({ do: "next" }), "Next"));
    } else {
      shownAt = performance.now();
    }
    if (focused) {
      const target = feedback || closing ? ".kit-next" : ".kit-input, .kit-option";
      root.querySelector(target)?.focus({ preventScroll: !feedback });
    }
  }

  root.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    event.stopPropagation(); // JupyterLab would take a letter for a command
    if (event.isComposing || event.keyCode === 229) return; // still choosing kanji
    const { item, feedback } = model.get("view");
    if (event.target.matches(".kit-input")) {
      if (event.key !== "Enter") return;
      if (feedback) send({ do: "next" });
      else answer(event.target.value);
    } else if (item && !feedback && /^[1-9]$/.test(event.key)) {
      root.querySelectorAll(".kit-option")[Number(event.key) - 1]?.click();
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

export default { render };
