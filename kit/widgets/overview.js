// Where a student stands, and what to do now.

function render({ model, el }) {
  const say = speaker(model.get("texts"));
  const root = make("section", "kit-overview");
  root.setAttribute("aria-label", say("overview.label"));
  el.append(root);

  function draw() {
    const { steps, lessons, plots, notices, made, language } = model.get("view");
    const unfolded = [...root.querySelectorAll("details")].map((fold) => fold.open);
    root.lang = language;
    const now = make("div", "kit-overview-now", ...steps.map(stepTold));
    root.replaceChildren(...notices.map((text) => make("p", "kit-notice", text)), now);
    if (lessons.length) {
      const list = make("ul", "kit-overview-lessons", ...lessons.map(lessonTold));
      list.setAttribute("aria-label", say("overview.lessons"));
      root.append(list);
    }
    if (plots.length) root.append(make("div", "kit-overview-plots", ...plots.map((plot) => plotTold(plot, say))));
    root.append(make("p", "kit-quiet kit-overview-made", say("overview.made", { time: made })));
    root.querySelectorAll("details").forEach((fold, number) => {
      fold.open = unfolded[number] ?? false;
    });
  }

  draw();
  model.on("change:view", draw);
  return () => model.off("change:view", draw);
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
