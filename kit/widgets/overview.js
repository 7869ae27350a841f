// Where a student stands, and what to do now.

function render({ model, el }) {
  const say = speaker(model.get("texts"));
  const { steps, lessons, plots, notices, made, language } = model.get("view");
  const root = make("section", "kit-overview");
  root.setAttribute("aria-label", say("overview.label"));
  root.lang = language;

  const now = make("div", "kit-overview-now", ...steps.map(stepTold));
  root.append(...notices.map((text) => make("p", "kit-notice", text)), now);
  if (lessons.length) {
    const list = make("ul", "kit-overview-lessons", ...lessons.map(lessonTold));
    list.setAttribute("aria-label", say("overview.lessons"));
    root.append(list);
  }
  if (plots.length) root.append(make("div", "kit-overview-plots", ...plots.map((plot) => plotTold(plot, say))));
  root.append(make("p", "kit-quiet kit-overview-made", say("overview.made", { time: made })));
  el.append(root);
}

function stepTold({ text, name, href, language }) {
  const [before, after = ""] = text.split("{notebook}");
  return make("p", "", before, ...(name ? [notebookNamed(name, href, language)] : []), after);
}

function lessonTold({ title, href, said, answered, right }) {
  const line = make("div", "kit-overview-line");
  const wrong = make("span", "kit-overview-wrong");
  const done = make("span", "kit-overview-right");
  done.style.width = `${100 * right}%`;
  wrong.style.width = `${100 * (answered - right)}%`;
  line.append(done, wrong);
  const told = make("span", "kit-quiet", said);
  return make("li", "", make("p", "kit-overview-title", notebookNamed(title, href, "ja"), " ", told), line);
}

function plotTold({ title, svg, said, rows }, say) {
  if (!svg) return make("p", "kit-overview-plot", said);
  const drawing = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  const figure = make("figure", "kit-overview-plot", make("figcaption", "", title), document.importNode(drawing, true));
  if (rows.length) {
    const lines = rows.map(([label, number]) => {
      const head = make("th", "", label);
      head.scope = "row";
      return make("tr", "", head, make("td", "", number));
    });
    const fold = make("summary", "", say("overview.table"));
    fold.dataset.lmSuppressShortcuts = "true";
    figure.append(make("details", "", fold, make("table", "", make("caption", "kit-unseen", title), make("tbody", "", ...lines))));
  }
  return figure;
}

// The name of a notebook, a link where it is there. A link is from the folder of this notebook.
function notebookNamed(name, href, language) {
  const link = make(href ? "a" : "span", "", name);
  link.lang = language;
  if (href) {
    link.href = href;
    link.target = "_blank"; // what runs here goes on
    link.dataset.lmSuppressShortcuts = "true";
    link.addEventListener("click", () => openInLab(link, href));
  }
  return link;
}

const IN_LAB = /\/(?:lab|doc)(?:\/workspaces\/[^/]+)?\/tree\/(.*\/)?[^/]*$/;

// JupyterLab opens a notebook beside this one, which no plain link can ask for.
function openInLab(link, href) {
  const [inLab, folder = ""] = location.pathname.match(IN_LAB) ?? [];
  if (inLab === undefined) return;
  link.dataset.commandlinkerCommand = "docmanager:open";
  link.dataset.commandlinkerArgs = JSON.stringify({ path: decodeURIComponent(folder + href) });
}
