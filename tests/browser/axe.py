"""What axe-core finds wrong with the kit's own parts of a page, by WCAG 2.2 A and AA.

Its script comes with axe-playwright-python and is put into the page; nothing is fetched.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from playwright.sync_api import Page

PARTS = ".kit-reader, .kit-quiz, .kit-timed, .kit-learnt, .kit-overview, .kit-panel, .kit-page"
"""The kit's own parts; what Jupyter draws around them is not counted."""

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

# target-size is off by default, whatever the tags say.
_RUN = """
async ([parts, tags]) => {
  const shown = [...document.querySelectorAll(parts)].filter((node) => node.checkVisibility());
  if (!shown.length) return [`nothing of the kit is shown: ${parts}`];
  const { violations } = await axe.run({ include: shown }, {
    runOnly: { type: "tag", values: tags },
    rules: { "target-size": { enabled: true } },
    resultTypes: ["violations"],
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) =>
      `${id}: ${target.join(" ")}: ${failureSummary.replace(/\\s+/g, " ")}`));
}
"""


@cache
def _script() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def violations(page: Page, parts: str = PARTS) -> list[str]:
    """What is wrong, a line each: the rule, where, and how to mend it.

    Args:
        page: as it is now; each state is to be looked at by itself.
        parts: a CSS selector of what is looked at, with all that is in it.

    Returns:
        The lines; one that says so if no such part is shown.
    """
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(_script())
    found: list[str] = page.evaluate(_RUN, [parts, TAGS])
    return found


def assert_accessible(page: Page, parts: str = PARTS) -> None:
    found = violations(page, parts)
    assert not found, "\n".join(found)
