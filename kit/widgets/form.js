// A form: fields to fill in, buttons that do something with them, and what came of it.

const PIECE = 4_000_000; // bytes: a server takes no message of more than ten million

function render({ model, el }) {
  const say = speaker(model.get("texts"));
  const root = make("section", "kit-form");
  root.setAttribute("aria-label", model.get("label"));
  root.dataset.lmSuppressShortcuts = "true";
  const form = make("div", "kit-form-fields");
  const controls = new Map();
  for (const field of model.get("fields")) {
    const [node, control] = fieldNode(field);
    controls.set(field.name, control);
    form.append(node);
  }
  const buttons = new Map(model.get("actions").map(({ name, label, waits }) => {
    const pressed = button("kit-form-button", () => press(name), label);
    pressed.disabled = waits;
    return [name, pressed];
  }));
  const status = make("p", "kit-form-status");
  status.setAttribute("role", "status");
  const answer = make("div", "kit-form-told");
  root.append(form, make("div", "kit-form-buttons", ...buttons.values()), status, answer);
  el.append(root);

  // What was found is about the values that were there: with others, it is to be looked at again.
  form.addEventListener("input", () => {
    for (const { name, waits } of model.get("actions")) if (waits) buttons.get(name).disabled = true;
  });
  root.addEventListener("keydown", (event) => {
    event.stopPropagation();
    const line = event.target.matches?.("input:not([type=file], [type=checkbox])");
    if (event.key === "Enter" && line && !event.isComposing) press(model.get("actions")[0].name);
  });

  let waiting = null;

  async function press(name) {
    if (waiting || buttons.get(name).disabled) return;
    waiting = name;
    for (const node of buttons.values()) node.disabled = true;
    answer.replaceChildren();
    status.textContent = say("form.working");
    const values = {};
    try {
      for (const field of model.get("fields")) values[field.name] = await valueOf(field);
    } catch (error) {
      show({ error: error.message, offers: [] });
      return;
    }
    model.send({ do: "press", action: name, values });
  }

  async function valueOf({ name, kind, most }) {
    const control = controls.get(name);
    if (kind === "tick") return control.checked;
    if (kind !== "file") return control.value;
    const file = control.files[0];
    if (!file) return "";
    if (file.size > most) throw new Error(say("form.large", { size: Math.floor(most / 1_000_000) }));
    let data;
    try {
      data = await file.arrayBuffer();
    } catch {
      throw new Error(say("form.unread"));
    }
    for (let start = 0; start === 0 || start < data.byteLength; start += PIECE) {
      const piece = data.slice(start, start + PIECE);
      model.send({ do: "piece", field: name, begins: start === 0 }, undefined, [piece]);
    }
    return file.name;
  }

  function show({ lines = [], points = [], links = [], page = "", error = "", offers = [] }) {
    for (const { name, waits } of model.get("actions")) buttons.get(name).disabled = waits && !offers.includes(name);
    const pressed = waiting && buttons.get(waiting);
    waiting = null;
    status.textContent = error;
    status.classList.toggle("kit-form-error", error !== "");
    answer.replaceChildren(...lines.map((text) => make("p", "", text)));
    if (points.length) {
      const list = make("ul", "kit-form-points", ...points.map((text) => make("li", "", text)));
      list.tabIndex = 0; // a long one is scrolled
      list.setAttribute("aria-label", say("form.points"));
      answer.append(list);
    }
    if (links.length) {
      const named = links.map(({ name, href }) => make("li", "", notebookNamed(name, href, "ja")));
      answer.append(make("ul", "kit-form-links", ...named));
    }
    if (page) answer.append(...pageNodes(page, say));
    if (pressed && [document.body, ...root.querySelectorAll("*")].includes(document.activeElement)) {
      pressed.focus({ preventScroll: true });
      answer.scrollIntoView({ block: "nearest" });
    }
  }

  const told = () => show(model.get("told"));
  const refill = () => {
    for (const { name, kind, choices, value } of model.get("fields"))
      if (kind === "choice") options(controls.get(name), choices, value);
  };
  if (model.get("told").number) told();
  model.on("change:told", told);
  model.on("change:fields", refill);
  return () => {
    model.off("change:told", told);
    model.off("change:fields", refill);
  };
}

// A field with its label and hint, and the control in it.
function fieldNode({ kind, label, value, choices, hint, takes }) {
  const tags = { text: "textarea", choice: "select" };
  const control = make(tags[kind] ?? "input", "kit-form-control");
  if (kind === "file") Object.assign(control, { type: "file", accept: takes });
  if (kind === "line") Object.assign(control, { type: "text", value, spellcheck: false, autocomplete: "off" });
  if (kind === "text") Object.assign(control, { rows: 6, value, lang: "ja" });
  if (kind === "tick") Object.assign(control, { type: "checkbox", checked: value });
  if (kind === "choice") options(control, choices, value);
  control.id = ownId();
  const name = make("label", "kit-form-label", label);
  name.htmlFor = control.id;
  const node = make("div", `kit-form-field kit-form-${kind}`, ...(kind === "tick" ? [control, name] : [name, control]));
  if (hint) {
    const told = make("span", "kit-form-hint", hint);
    told.id = `${control.id}-hint`;
    control.setAttribute("aria-describedby", told.id);
    node.append(told);
  }
  return [node, control];
}

function options(control, choices, value) {
  control.replaceChildren(...["", ...choices].map((name) => {
    const option = make("option", "", name || "–");
    option.value = name;
    return option;
  }));
  control.value = choices.includes(value) ? value : "";
}

// A page of the kit's own in a frame, where its style stays with it and no script runs.
function pageNodes(page, say) {
  const frame = make("iframe", "kit-form-page");
  frame.title = say("form.page");
  frame.setAttribute("sandbox", "allow-same-origin");
  frame.addEventListener("load", () => {
    frame.style.height = `${frame.contentDocument.documentElement.scrollHeight + 4}px`;
  });
  frame.srcdoc = page;
  const save = make("a", "", say("form.save-page"));
  save.href = URL.createObjectURL(new Blob([page], { type: "text/html" }));
  save.download = "report.html";
  return [make("p", "", save), frame];
}
