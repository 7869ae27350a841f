// A table to edit. Rows are changed here and saved all at once.

function render({ model, el }) {
  const say = speaker(model.get("texts"));
  const columns = model.get("columns");
  const mark = columns.findIndex(({ name }) => name === model.get("mark"));
  let rows = []; // each { key, row, was, fields, node, gone, fault, pin }
  let shown = model.get("sheet"); // what the rows were made of
  let added = 0; // new rows so far

  const root = make("section", "kit-table");
  root.setAttribute("aria-label", model.get("label"));
  root.dataset.lmSuppressShortcuts = "true";
  const choice = make("select", "kit-table-choice");
  const chooser = make("label", "", `${say("table.choose")} `, choice);
  const next = button("kit-table-button", toNext, "");
  const save = button("kit-table-button", send, say("table.save"));
  const discard = button("kit-table-button", () => model.send({ do: "choose", name: shown.name }), say("table.discard"));
  const more = button("kit-table-button", add, say("table.add"));
  const status = make("p", "kit-table-status");
  status.setAttribute("role", "status");
  const body = make("tbody", "");
  const scroll = make("div", "kit-table-scroll", tableNode());
  root.append(make("div", "kit-table-bar", chooser, next, save, discard), status, scroll, more);
  el.append(root);

  function tableNode() {
    const names = columns.map(({ name, label }) => {
      const head = make("th", `kit-table-${name.replace(/ /g, "-")}`, label);
      head.scope = "col";
      return head;
    });
    const last = make("th", "kit-table-do", make("span", "kit-unseen", say("table.row")));
    last.scope = "col";
    const head = make("thead", "", make("tr", "", ...names, last));
    return make("table", "", make("caption", "kit-unseen", model.get("label")), head, body);
  }

  // ---- rows

  function rowOf(key, row, cells) {
    const one = { key, row, was: cells, gone: false, fault: "" };
    one.fields = cells.map((text, at) => field(one, at, text));
    one.node = make("tr", "", ...one.fields.map((input) => make("td", "", input)));
    one.checked = button("kit-table-small", () => {
      one.fields[mark].value = "";
      changed(one);
      one.fields[0].focus();
    }, say("table.checked"));
    one.remove = button("kit-table-small", () => {
      one.gone = !one.gone;
      if (one.gone && row === null) drop(one);
      changed(one);
    });
    one.node.append(make("td", "kit-table-do", one.checked, one.remove));
    one.told = make("td", "");
    one.told.colSpan = columns.length + 1;
    one.told.id = ownId();
    one.below = make("tr", "kit-table-fault", one.told);
    look(one);
    return one;
  }

  function field(one, at, text) {
    const { japanese: inJapanese } = columns[at];
    const input = make("textarea", "kit-table-cell");
    input.rows = 1;
    input.value = text;
    one.was[at] = input.value; // as the field has it, without ends of lines
    if (inJapanese) input.lang = "ja";
    input.spellcheck = !inJapanese;
    input.autocomplete = "off";
    input.addEventListener("input", () => changed(one));
    input.addEventListener("keydown", (event) => step(event, one, at));
    return input;
  }

  const cells = (one) => one.fields.map((input) => input.value);
  const touched = (one) => one.gone || one.row === null || cells(one).some((text, at) => text !== one.was[at]);
  const unsure = (one) => !one.gone && mark >= 0 && one.fields[mark].value.trim() !== "";

  function look(one) {
    one.node.className = [one.gone && "kit-table-gone", unsure(one) && "kit-table-unsure", touched(one) && "kit-table-changed"].filter(Boolean).join(" ");
    const word = one.fields[0].value || say("table.new");
    one.fields.forEach((input, at) => {
      input.setAttribute("aria-label", at ? `${columns[at].label}: ${word}` : columns[at].label);
      input.disabled = one.gone;
      input.setAttribute("aria-invalid", String(one.fault !== ""));
      if (one.fault) input.setAttribute("aria-describedby", one.told.id);
      else input.removeAttribute("aria-describedby");
    });
    one.checked.hidden = !unsure(one);
    one.checked.setAttribute("aria-label", `${say("table.checked")}: ${word}`);
    const label = say(one.gone ? "table.restore" : "table.delete");
    one.remove.textContent = label;
    one.remove.setAttribute("aria-label", `${label}: ${word}`);
    one.told.textContent = one.fault;
    if (one.fault) one.node.after(one.below);
    else one.below.remove();
  }

  function changed(one) {
    one.fault = "";
    look(one);
    state();
  }

  function drop(one) {
    const at = rows.indexOf(one);
    rows.splice(at, 1);
    one.node.remove();
    one.below.remove();
    (rows[at] ?? rows[at - 1])?.remove.focus();
  }

  function add() {
    const one = rowOf(`new ${(added += 1)}`, null, columns.map(() => ""));
    rows.push(one);
    body.append(one.node);
    state();
    one.fields[0].focus();
  }

  // Enter goes from row to row, and so do the arrows from the beginning and the end of a cell.
  function step(event, one, at) {
    if (event.isComposing || event.altKey) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
      event.preventDefault();
      send();
      return;
    }
    if (event.ctrlKey || event.metaKey) return;
    const { selectionStart: start, selectionEnd: end, value } = event.target;
    const enter = event.key === "Enter";
    const whole = start === 0 && end === value.length;
    const down = (enter && !event.shiftKey) || (event.key === "ArrowDown" && !event.shiftKey && (whole || end === value.length));
    const up = (enter && event.shiftKey) || (event.key === "ArrowUp" && !event.shiftKey && (whole || start === 0));
    if (!down && !up) return;
    event.preventDefault();
    let other = rows.indexOf(one) + (down ? 1 : -1);
    while (rows[other]?.gone) other += down ? 1 : -1;
    const input = rows[other]?.fields[at];
    input?.focus();
    input?.select();
  }

  function toNext() {
    const focused = rows.findIndex((one) => one.node.contains(document.activeElement) || one === toNext.last);
    const found = [...rows.slice(focused + 1), ...rows.slice(0, focused + 1)].find(unsure);
    if (!found) return;
    toNext.last = found;
    found.fields[1].focus();
    found.fields[1].select();
    found.node.scrollIntoView({ block: "center" });
  }

  // ---- the whole

  let telling = ""; // what is said until something is changed

  function state() {
    const dirty = rows.filter(touched);
    const marked = rows.filter(unsure).length;
    choice.disabled = dirty.length > 0;
    next.textContent = say("table.next", { count: marked });
    next.disabled = !marked;
    save.disabled = discard.disabled = !dirty.length;
    more.hidden = scroll.hidden = !shown.version;
    next.hidden = save.hidden = discard.hidden = !shown.version;
    const counted = shown.version ? say("table.rows", { count: rows.filter((one) => !one.gone).length }) : "";
    const unsaved = dirty.length ? say("table.unsaved", { count: dirty.length }) : "";
    status.textContent = shown.error || [counted, unsaved, telling].filter(Boolean).join(" ");
    root.classList.toggle("kit-table-dirty", dirty.length > 0);
  }

  // Rows that are not certain come first, and stay there when they are mended and saved.
  function fill(sheet) {
    const pinned = new Set(sheet.name === shown.name ? rows.filter((one) => one.pin).map((one) => one.fields[0].value) : []);
    const active = document.activeElement;
    const focused = rows.find((one) => one.node.contains(active));
    const here = focused && { word: focused.fields[0].value, at: focused.fields.indexOf(active) };
    shown = sheet;
    const made = sheet.rows.map((own, row) => rowOf(String(row), row, [...own]));
    for (const one of made) one.pin = unsure(one) || pinned.has(one.fields[0].value);
    rows = [...made.filter((one) => one.pin), ...made.filter((one) => !one.pin)];
    body.replaceChildren(...rows.map((one) => one.node));
    if (here) rows.find((one) => one.fields[0].value === here.word)?.fields[Math.max(here.at, 0)].focus();
    telling = "";
    state();
  }

  let saving = false;

  // What is being saved stays as it is until that has ended.
  function hold(now) {
    saving = now;
    for (const one of rows) for (const input of one.fields) input.readOnly = now;
  }

  function send() {
    const dirty = rows.filter(touched);
    if (!dirty.length || saving) return;
    hold(true);
    status.textContent = say("table.saving");
    const changes = dirty.map((one) => {
      const now = cells(one);
      const different = columns.flatMap(({ name }, at) => (one.row === null || now[at] !== one.was[at] ? [[name, now[at]]] : []));
      return { key: one.key, row: one.row, cells: one.gone ? null : Object.fromEntries(different) };
    });
    model.send({ do: "save", name: shown.name, version: shown.version, changes });
  }

  function said() {
    const { error, faults, saved } = model.get("said");
    hold(false);
    telling = saved ? say("table.saved") : error;
    for (const one of rows) {
      one.fault = faults[one.key] ?? "";
      look(one);
    }
    state();
    const wrong = rows.find((one) => one.fault);
    if (wrong) {
      const now = cells(wrong);
      const at = wrong.row === null ? 0 : now.findIndex((text, place) => text !== wrong.was[place]);
      wrong.fields[Math.max(at, 0)].focus();
      wrong.node.scrollIntoView({ block: "center" });
    }
  }

  // What is not saved stays when another lesson comes up elsewhere.
  function sheetCame() {
    const sheet = model.get("sheet");
    if (sheet.name !== shown.name && rows.some(touched)) return;
    choice.value = sheet.name;
    fill(sheet);
  }

  function choices() {
    choice.replaceChildren(...["", ...model.get("choices")].map((name) => {
      const option = make("option", "", name || "–");
      option.value = name;
      return option;
    }));
    choice.value = shown.name;
  }

  const leave = (event) => {
    if (rows.some(touched)) event.preventDefault();
  };
  choice.addEventListener("change", () => model.send({ do: "choose", name: choice.value }));
  root.addEventListener("keydown", (event) => event.stopPropagation());
  window.addEventListener("beforeunload", leave);
  choices();
  fill(shown);
  const listening = [["change:sheet", sheetCame], ["change:choices", choices], ["change:said", said]];
  for (const [name, action] of listening) model.on(name, action);
  return () => {
    window.removeEventListener("beforeunload", leave);
    for (const [name, action] of listening) model.off(name, action);
  };
}
