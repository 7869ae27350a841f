"""What a student does with a lesson, in whatever shows the notebook, and what must come of it."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Locator, Page, TimeoutError, ViewportSize, expect

from kit.learner.event import Event
from kit.learner.progress import Progress
from kit.lesson import library, quiz
from kit.lesson.chapter import chapters
from kit.lesson.item import Item
from tests.browser.axe import PARTS, assert_accessible
from tests.browser.conftest import PATIENCE, SCREENSHOTS

expect.set_options(timeout=PATIENCE)

NAME = "g20-foreign-ministers"
LESSON = library.around(Path(__file__).parent).open(NAME)
CHAPTERS = chapters(LESSON)
LEAD = f"{NAME}/{CHAPTERS[1].file}"
SMALL = {
    "zoomed": ViewportSize(width=640, height=450),  # what 200 % leaves of 1280 × 900
    "phone": ViewportSize(width=390, height=844),
}


def menu(page: Page, *names: str) -> None:
    """Choose a command from the menus of JupyterLab or Notebook 7."""
    page.get_by_role("menuitem", name=names[0], exact=True).click()
    for name in names[1:]:
        page.locator(".lm-Menu-item", has_text=name).first.click()


def run_all(page: Page) -> None:
    """Run every cell; Jupyter may lose the command just after loading, so it is repeated."""
    widget = page.locator(PARTS)
    shown = widget.or_(page.locator(".jp-Dialog")).first
    for _ in range(5):
        menu(page, "Run", "Run All Cells")
        with suppress(TimeoutError):
            shown.wait_for(timeout=PATIENCE / 4)
            if widget.count():
                return
            page.locator(".jp-Dialog .jp-mod-accept").click()  # the kernel wasn't there yet


def read_by_mouse_and_by_keyboard(page: Page, shot: str) -> None:
    """Open 開かれている, from the page of a lead that has just been run, and close it again."""
    word = page.locator(".kit-reader").first.locator(".kit-word", has_text="開").first
    panel = page.locator(".kit-panel:visible")
    word.click()
    expect(panel).to_contain_text("開く")
    expect(panel).to_contain_text("to hold")
    assert_accessible(page)
    page.screenshot(path=SCREENSHOTS / f"{shot}.png")
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)

    word.focus()
    page.keyboard.press("Enter")
    expect(panel).to_contain_text("開く")
    page.keyboard.press("x")  # a command of Jupyter's
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect(word).to_be_focused()
    assert_accessible(page)


def read_on_small_screens(page: Page, shot: str) -> None:
    """Open a word: its panel is on the screen from edge to edge, and nothing is wider than that."""
    word = page.locator(".kit-reader").first.locator(".kit-word", has_text="開").first
    panel = page.locator(".kit-panel:visible")
    for name, screen in SMALL.items():
        page.set_viewport_size(screen)
        word.scroll_into_view_if_needed()
        word.click()
        expect(panel).to_contain_text("to hold")
        box = panel.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= screen["width"]
        assert page.evaluate("document.documentElement.scrollWidth") <= screen["width"]
        assert_accessible(page)
        page.screenshot(path=SCREENSHOTS / f"{shot}-{name}.png")
        page.keyboard.press("Escape")
        expect(panel).to_have_count(0)


def answer(page: Page, asked: Locator, item: Item, *, right: bool) -> None:
    """Answer an item whose options are chosen, by its number key."""
    number = [option.correct for option in item.options].index(right)
    expect(asked).to_contain_text(item.prompt)
    asked.locator(".kit-option").first.focus()
    page.keyboard.press(str(number + 1))
    expect(asked.locator(".kit-feedback")).to_be_visible()


def kept(progress: Path, kind: str, count: int) -> list[Event]:
    """What was kept of a kind, once it is as much as expected: the kernel keeps it in its own time.

    Raises:
        AssertionError: less is kept within a minute, or more is kept already.
    """
    deadline = time.monotonic() + PATIENCE / 1000
    while True:
        events = [event for event in Progress(progress).events(NAME) if event.kind == kind]
        if len(events) >= count or time.monotonic() > deadline:
            assert len(events) == count
            return events
        time.sleep(0.02)


def answer_right_and_wrong(page: Page, progress: Path, shot: str) -> None:
    """Answer the first word and the first question of the lead; both answers are kept."""
    words, questions = page.locator(".kit-quiz").nth(0), page.locator(".kit-quiz").nth(1)
    word, question = quiz.words(LESSON, "lead")[0], quiz.questions(LESSON, "lead")[0]
    assert_accessible(page)
    answer(page, words, word, right=True)
    answer(page, questions, question, right=False)
    assert_accessible(page)
    page.screenshot(path=SCREENSHOTS / f"{shot}.png")
    assert [(event.item, event.correct) for event in kept(progress, "answer", 2)] == [
        (word.id, True),
        (question.id, False),
    ]


def find_the_quiz_where_it_was(page: Page) -> None:
    """The first word has been answered in another kernel: the second one is asked."""
    second = quiz.words(LESSON, "lead")[1]
    expect(page.locator(".kit-quiz").nth(0)).to_contain_text(second.prompt)
