"""The overview: on a bare page in every dress, and in JupyterLab, where its links open."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import nbformat
import pytest
from nbformat import v4
from playwright.sync_api import Locator, Page, TimeoutError, expect

from kit.learner.event import Event
from kit.learner.progress import Progress
from kit.lesson import library
from kit.lesson.notebook import of_cells
from kit.texts import texts
from kit.widgets import front
from kit.widgets.overview import REVIEW, Overview
from tests.browser.axe import assert_accessible
from tests.browser.conftest import PATIENCE, SCREENSHOTS, Server
from tests.browser.student import menu
from tests.lesson import small

NOW = datetime(2026, 1, 30, 12, tzinfo=UTC)
PARTS = ".kit-overview"
DARK = """:root { --jp-content-font-color1: #fff; --jp-layout-color1: #111;
  --jp-brand-color1: #2196f3; } body { background: #111; }"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    folder = small.write(tmp_path)
    (folder / "notebooks" / REVIEW).touch()
    return folder


def after_a_month(workspace: Path) -> Overview:
    """The overview of a student who answered, read against the clock, and then stayed away."""
    lessons, progress = library.around(workspace), Progress(workspace / "progress.sqlite")
    words = [word.id for word in lessons.open(small.NAME).words]

    def at(days: float) -> datetime:
        return NOW - timedelta(days=days)

    progress.record_all(
        Event.answered(small.NAME, f"{kind}/{word}", "", correct=kind != "kanji", time=at(days))
        for number, word in enumerate(words)
        for kind, days in (
            ("meaning", 29.9 - 4 * number),
            ("gap", 29 - 4 * number),
            ("kanji", 28 - 4 * number),
        )
    )
    progress.record_all(
        Event.read(small.NAME, "whole", 12_000 + 500 * days, time=at(days)) for days in (20, 12, 3)
    )
    return Overview(lessons, progress, texts("en"), lambda: NOW, UTC)


def show(page: Page, overview: Overview, style: str = "") -> Locator:
    """The overview on a page of its own."""
    page.set_content(
        f"<!doctype html><html lang=en><meta name=viewport content='width=device-width'>"
        f"<title>Start</title><style>{front.source('overview.css')}{style}</style>"
        "<main><h1>Start</h1><div id=overview></div></main></html>"
    )
    page.add_script_tag(content="\n".join(map(front.source, ("dom.js", "link.js", "overview.js"))))
    page.evaluate(
        """text => {
          const state = JSON.parse(text);
          const model = { get: (name) => state[name], on() {}, off() {} };
          render({ model, el: document.querySelector("#overview") });
        }""",
        json.dumps({"view": overview.view, "texts": overview.texts}),
    )
    return page.locator(PARTS)


@pytest.mark.parametrize(("dress", "style"), [("light", ""), ("dark", DARK)])
@pytest.mark.parametrize("width", [1100, 360])
def test_it_fits_the_screen_in_every_dress(
    page: Page, workspace: Path, dress: str, style: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    overview = show(page, after_a_month(workspace), style)
    expect(overview).to_contain_text("Words to review today: 6. Open Review.")
    pictures = overview.get_by_role("img")
    expect(pictures).to_have_count(2)
    expect(pictures.first).to_have_attribute(
        "aria-label", "Words learnt: 1 on 1 January, 6 on 30 January."
    )
    ink = overview.evaluate("node => getComputedStyle(node).color")
    written = pictures.first.locator("text").first
    assert written.evaluate("node => getComputedStyle(node).fill") == ink
    overview.locator("summary").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert_accessible(page, PARTS)
    page.screenshot(path=SCREENSHOTS / f"overview-{dress}-{width}.png", full_page=True)


def test_all_of_it_is_reached_by_keyboard(page: Page, workspace: Path) -> None:
    overview = show(page, after_a_month(workspace))
    table = overview.get_by_role("table").first
    expect(table).to_be_hidden()
    page.keyboard.press("Tab")
    expect(overview.get_by_role("link", name="Review")).to_be_focused()
    page.keyboard.press("Tab")
    expect(overview.locator("summary").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(table).to_be_visible()
    expect(table.get_by_role("row").nth(1)).to_have_text("5 January2")


def test_a_title_is_text_whatever_it_is(page: Page, workspace: Path) -> None:
    file = workspace / "notebooks" / small.NAME / "lesson.md"
    hostile = "<img src=x onerror=leak()>{notebook}"
    file.write_text(small.MARKDOWN.replace("予算案を閣議決定", hostile), encoding="utf-8")
    overview = show(page, after_a_month(workspace))
    expect(overview.locator(".kit-overview-lessons")).to_contain_text(hostile)
    expect(overview.locator("img")).to_have_count(0)


def test_at_first_it_is_a_sentence_and_the_lessons(page: Page, workspace: Path) -> None:
    lessons, progress = library.around(workspace), Progress(workspace / "progress.sqlite")
    overview = show(page, Overview(lessons, progress, texts("en"), lambda: NOW, UTC))
    expect(overview.locator(".kit-overview-now")).to_have_text("Begin with 00 読む前に.")
    expect(overview.locator(".kit-overview-lessons")).to_contain_text("not begun yet")
    expect(overview.locator("figure, summary, .kit-notice")).to_have_count(0)


def test_a_link_opens_its_notebook_beside_this_one_in_jupyterlab(
    page: Page, server: Server
) -> None:
    cell = v4.new_code_cell("from kit.widgets.overview import overview\n\noverview()")  # type: ignore[no-untyped-call]
    file = server.progress.parent / "work" / "notebooks" / "overview.ipynb"
    nbformat.write(of_cells([cell], {}), file)  # type: ignore[no-untyped-call]
    server.open(page, file.name)
    overview = page.locator(PARTS)
    for _ in range(5):  # Jupyter may lose the command just after loading
        menu(page, "Run", "Run All Cells")
        with suppress(TimeoutError):
            overview.wait_for(timeout=PATIENCE / 4)
            break
    link = overview.get_by_role("link", name="00 読む前に")
    for named in overview.get_by_role("link").all():
        named.hover()
        expect(named).to_have_css("text-decoration-line", "underline")
    page.evaluate("window.stays = true")
    assert_accessible(page, PARTS)
    page.screenshot(path=SCREENSHOTS / "overview-lab.png")
    link.press("Enter")
    expect(page.locator(".lm-mod-current .lm-TabBar-tabLabel")).to_contain_text(
        ["00-読む前に.ipynb"]
    )
    assert page.evaluate("window.stays")
    file.unlink()
