// What every front end needs. Text is only ever set as text.

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
  node.dataset.lmSuppressShortcuts = "true"; // JupyterLab would take its keys for commands
  node.addEventListener("click", action);
  return node;
}

// A function that gives the interface's texts, with values put in: say("quiz.done", { right: 3 }).
function speaker(texts) {
  return (key, values = {}) =>
    (texts[key] ?? key).replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}

// An id that nothing else on the page has: each widget is a module of its own and can't count.
function ownId() {
  return `kit-${Math.random().toString(36).slice(2)}`;
}
