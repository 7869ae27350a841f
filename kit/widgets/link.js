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
