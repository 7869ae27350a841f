"""Review as a student meets it: by keyboard alone, until they have had enough."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from kit.learner.event import Event, now
from kit.learner.progress import Progress
from kit.learner.review import LESSON
from kit.lesson import library
from kit.lesson.item import Item
from kit.widgets import front
from kit.widgets.quiz import Quiz
from kit.widgets.review import ReviewView
from kit.widgets.student import Student
from tests.browser import student
from tests.browser.axe import PARTS, assert_accessible
from tests.browser.conftest import SCREENSHOTS, Server
from tests.browser.test_quiz_component import DRESSES
from tests.lesson import small

NOON = datetime(2026, 1, 10, 12, tzinfo=UTC)
WORDS = ("予算案/よさんあん", "応じる/おうじる", "姿勢/しせい", "方針/ほうしん")
FIRST = NOON - timedelta(days=9)


def ticking(begin: datetime) -> Callable[[], datetime]:
    seconds = (begin + timedelta(seconds=number) for number in count())
    return lambda: next(seconds)


def answered(lesson: str, *words: str, begin: datetime = FIRST) -> list[Event]:
    clock = ticking(begin)
    return [
        Event.answered(lesson, f"{kind}/{word}", "x", correct=True, time=clock())
        for word in words
        for kind in ("reading", "meaning")
    ]


def review(folder: Path, *words: str) -> Quiz:
    """The words that are due in a small lesson."""
    keeps = Progress(folder / "progress.sqlite")
    keeps.record_all(answered(small.NAME, *words))
    lessons = library.around(small.write(folder))
    return ReviewView(lessons, Student(keeps), now=ticking(NOON), seed=1).words()


def show(page: Page, quiz: Quiz, style: str = "") -> Locator:
    """A quiz on a page of its own, its kernel this process."""

    def received(message: dict[str, Any]) -> dict[str, Any]:
        quiz._received(quiz, message, [])
        return quiz.view

    page.expose_function("kernel", received)
    page.set_content(
        f"<!doctype html><html lang=en><meta name=viewport content='width=device-width'>"
        f"<title>Review</title><style>{front.source('quiz.css')}{style}</style>"
        "<main><h1>Review</h1><div id=quiz></div></main></html>"
    )
    page.add_script_tag(content=front.source("dom.js") + front.source("quiz.js"))
    page.evaluate(
        """text => {
          const values = JSON.parse(text);
          let draw;
          const model = {
            get: (name) => values[name],
            on: (_event, listener) => (draw = listener),
            off() {},
            async send(message) {
              values.view = await kernel(message);
              draw();
            },
          };
          render({ model, el: document.getElementById("quiz") });
        }""",
        json.dumps({"heading": quiz.heading, "texts": quiz.texts, "view": quiz.view}),
    )
    return page.locator(".kit-quiz")


def reply(page: Page, shown: Locator, item: Item, *, right: bool = True) -> None:
    """Answer the item that is shown and go on, by keyboard."""
    expect(shown).to_contain_text(item.prompt)
    if item.options:
        correct = [option.correct for option in item.options].index(True)
        page.keyboard.press(str((correct if right else (correct + 1) % len(item.options)) + 1))
    else:
        assert item.word is not None
        page.keyboard.type(item.word.reading if right else "あ")
        page.keyboard.press("Enter")
    expect(shown.locator(".kit-feedback")).to_be_visible()


def test_one_has_enough_by_two_keys_and_may_go_on(page: Page, tmp_path: Path) -> None:
    quiz = review(tmp_path, *WORDS)
    shown = show(page, quiz)
    enough = shown.get_by_role("button", name="Enough for today")
    shown.locator(".kit-input").focus()
    page.keyboard.press("Escape")
    expect(enough).to_be_focused()
    page.keyboard.press("Escape")
    expect(shown.locator(".kit-input")).to_be_focused()
    reply(page, shown, quiz.session.items[0])
    page.keyboard.press("Escape")
    expect(enough).to_be_focused()
    page.keyboard.press("Escape")
    expect(shown.get_by_role("button", name="Next")).to_be_focused()
    page.keyboard.press("Enter")
    wrong, *rest = quiz.session.items[1:]
    reply(page, shown, wrong, right=False)
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
    expect(shown).to_contain_text("One comes again in a few minutes.")
    expect(shown).to_contain_text("4 words are left. They will be here when you come back.")
    expect(shown.locator(".kit-again li")).to_have_count(1)
    expect(shown).not_to_contain_text("Before")
    expect(shown).not_to_contain_text("oints")
    expect(enough).to_be_hidden()
    expect(shown.get_by_role("button", name="Go on")).to_be_focused()
    page.keyboard.press("Enter")
    for item in rest[:-1]:
        reply(page, shown, item)
        page.keyboard.press("Enter")
    expect(shown).to_contain_text(rest[-1].prompt)
    expect(shown.locator(".kit-to-go")).to_have_text("1 left")
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
    expect(shown).to_contain_text("So far: 2 of 3 words right.")
    expect(shown).to_contain_text("One word is left.")
    page.keyboard.press("Enter")
    reply(page, shown, rest[-1])
    page.keyboard.press("Enter")
    expect(shown.locator(".kit-to-go")).to_be_empty()
    reply(page, shown, wrong)
    page.keyboard.press("Enter")
    expect(shown).to_contain_text("Done: 3 of 4 words right.")
    expect(shown).not_to_contain_text("left")
    expect(shown).not_to_contain_text("come")
    expect(shown).to_be_focused()


def test_a_wrong_answer_is_followed_by_the_right_one(page: Page, tmp_path: Path) -> None:
    quiz = review(tmp_path, *WORDS[:2])
    shown = show(page, quiz)
    shown.locator(".kit-input").focus()
    reply(page, shown, quiz.session.items[0], right=False)
    expect(shown.get_by_role("button", name="Show the answer")).to_be_focused()
    expect(shown.get_by_role("button", name="Next")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(shown).to_contain_text("The answer:")
    expect(shown.get_by_role("button", name="Next")).to_be_focused()


def test_a_known_word_is_not_asked_again_unless_one_presses_twice(
    page: Page, tmp_path: Path
) -> None:
    quiz = review(tmp_path, *WORDS[:2])
    first = quiz.session.items[0].subject
    shown = show(page, quiz)
    shown.locator(".kit-input").focus()
    reply(page, shown, quiz.session.items[0])
    known = shown.get_by_role("button", name="Known: don’t ask again")
    expect(known).to_be_hidden()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(known).to_be_visible()
    page.keyboard.press("Tab")
    for pressed in ("true", "false", "true"):
        page.keyboard.press("Enter")
        expect(known).to_have_attribute("aria-pressed", pressed)
        expect(known).to_be_focused()
    assert_accessible(page, ".kit-quiz")
    page.screenshot(path=SCREENSHOTS / "review-known.png")
    shown.get_by_role("button", name="Next").click()
    left = [item for item in quiz.session.items if item.subject != first]
    for item in left:
        reply(page, shown, item)
        page.keyboard.press("Enter")
    expect(shown).to_contain_text("Done: 2 of 2 words right.")


def test_what_comes_once_more_is_asked_anew(page: Page, tmp_path: Path) -> None:
    """Even where it is the item that was shown last."""
    quiz = review(tmp_path, WORDS[0])
    shown = show(page, quiz)
    shown.locator(".kit-input").focus()
    typed, chosen = sorted(quiz.session.items, key=lambda item: bool(item.options))
    for item in quiz.session.items:
        reply(page, shown, item, right=item is chosen)
        if item is typed:
            page.keyboard.press("Enter")
        expect(shown.get_by_role("button", name="Next")).to_be_focused()
        page.keyboard.press("Enter")
    expect(shown.locator(".kit-input")).to_be_focused()
    expect(shown.locator(".kit-input")).to_have_value("")
    reply(page, shown, typed)
    page.keyboard.press("Enter")
    expect(shown).to_contain_text("Done: 0 of 1 words right.")


def test_where_all_was_right_there_is_nothing_to_press(page: Page, tmp_path: Path) -> None:
    quiz = review(tmp_path, WORDS[0])
    shown = show(page, quiz)
    shown.locator(".kit-input, .kit-option").first.focus()
    for item in quiz.session.items:
        reply(page, shown, item)
        page.keyboard.press("Enter")
    expect(shown).to_contain_text("Done: 1 of 1 words right.")
    expect(shown.get_by_role("button")).to_have_count(0)
    expect(shown).to_be_focused()


def test_where_nothing_is_due_a_sentence_stands(page: Page, tmp_path: Path) -> None:
    shown = show(page, review(tmp_path))
    expect(shown).to_contain_text("There is nothing to review yet.")
    expect(shown.locator(".kit-progress")).to_be_hidden()
    expect(shown.get_by_role("button", name="Enough")).to_have_count(0)
    assert_accessible(page, ".kit-quiz")


def test_each_state_is_accessible_and_fits_on_a_phone(page: Page, tmp_path: Path) -> None:
    size, style = DRESSES["phone"]
    page.set_viewport_size(size)  # type: ignore[arg-type]
    quiz = review(tmp_path, *WORDS)
    quiz.view |= {"words": ["right", "hinted", "wrong"] * 200, "notes": ["Words are left out."]}
    shown = show(page, quiz, style)
    shown.locator(".kit-input").focus()
    for state in ("asked", "answered", "ended"):
        assert_accessible(page, ".kit-quiz")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), state
        if state == "asked":
            reply(page, shown, quiz.session.items[0], right=False)
        elif state == "answered":
            shown.get_by_role("button", name="Enough").click()
            expect(shown).to_contain_text("left")


def test_a_student_reviews_in_jupyterlab(page: Page, server: Server) -> None:
    """Escape and the letters of a reading stay in the quiz, and the days ahead are drawn."""
    words = [word.id for word in student.LESSON.words[:6]]
    begin = now() - timedelta(days=9)
    Progress(server.progress).record_all(answered(student.NAME, *words, begin=begin))
    server.open(page, "review.ipynb")
    student.run_all(page)
    shown = page.locator(".kit-quiz")
    field = shown.locator(".kit-input")
    field.focus()
    page.keyboard.type("x")
    page.keyboard.press("Escape")
    expect(shown.get_by_role("button", name="Enough for today")).to_be_focused()
    page.keyboard.press("Escape")
    expect(field).to_be_focused()
    page.keyboard.press("Enter")
    expect(shown.locator(".kit-feedback")).to_be_visible()
    page.screenshot(path=SCREENSHOTS / "review.png")
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
    expect(shown).to_contain_text("One comes again in a few minutes.")
    expect(shown).to_contain_text("6 words are left.")
    assert [e.correct for e in Progress(server.progress).events(LESSON)] == [False]
    expect(page.locator(".kit-overview")).to_contain_text("6, today")
    assert_accessible(page, f"{PARTS}, .kit-overview")
