"""The first lesson in JupyterLab, as a student meets it: by mouse and by keyboard alone."""

import re

from playwright.sync_api import Locator, Page, expect

from kit.lesson import quiz
from kit.lesson.item import Item
from tests.browser import student
from tests.browser.axe import assert_accessible
from tests.browser.conftest import SCREENSHOTS, Server
from tests.browser.student import CHAPTERS, LESSON, NAME

BEFORE, LEAD, *_, AFTER = (f"{NAME}/{chapter.file}" for chapter in CHAPTERS)


def restart_and_run_all(page: Page) -> None:
    shown = page.locator(".kit-quiz").first.element_handle()
    student.menu(page, "Run", "Restart Kernel and Run All Cells")
    page.locator(".jp-Dialog .jp-mod-accept").click()
    page.wait_for_function("node => !node.isConnected", arg=shown)


def quizzes(page: Page) -> Locator:
    return page.locator(".kit-quiz")


def answer(page: Page, asked: Locator, item: Item, *, right: bool) -> None:
    """Answer the item that is shown, by keyboard."""
    if item.options:
        correct = [option.correct for option in item.options].index(True)
        asked.locator(".kit-option").first.focus()
        page.keyboard.press(str((correct if right else (correct + 1) % len(item.options)) + 1))
    else:
        assert item.word is not None
        asked.locator(".kit-input").focus()
        page.keyboard.type(item.word.reading if right else "あ")
        page.keyboard.press("Enter")
    feedback = asked.locator(".kit-feedback")
    expect(feedback).to_contain_text("Right" if right else "Not this one")
    verdict = feedback.locator(".kit-said").bounding_box()
    assert verdict
    assert verdict["height"] > 10, "it is there to be seen"


def test_dark_and_on_a_phone(page: Page, server: Server) -> None:
    server.open(page, LEAD)
    student.run_all(page)
    page.get_by_role("menuitem", name="Settings", exact=True).click()
    page.locator(".lm-Menu-item", has_text="Theme").first.click()
    page.locator(".lm-Menu-item", has_text="JupyterLab Dark").first.click()
    expect(page.locator("body")).to_have_attribute("data-jp-theme-light", "false")
    reader = page.locator(".kit-reader").first
    reader.locator(".kit-word[aria-expanded]").nth(3).click()
    assert_accessible(page)
    page.screenshot(path=SCREENSHOTS / "dark.png")
    page.locator(".jp-SideBar.jp-mod-left .lm-TabBar-tab.lm-mod-current").click()
    page.set_viewport_size({"width": 390, "height": 844})
    reader.locator(".kit-word[aria-expanded]").nth(12).click()
    expect(reader.locator(".kit-panel")).to_be_visible()
    assert_accessible(page)
    page.screenshot(path=SCREENSHOTS / "phone-reader.png")
    quizzes(page).first.scroll_into_view_if_needed()
    page.screenshot(path=SCREENSHOTS / "phone-quiz.png")


def test_a_student_reads_and_answers_and_finds_the_answers_again(
    page: Page, server: Server
) -> None:
    server.open(page, LEAD)
    student.run_all(page)
    expect(page.locator(".kit-reader").first).to_be_visible()
    page.screenshot(path=SCREENSHOTS / "lesson.png")

    items = quiz.words(LESSON, "lead")
    words = quizzes(page).first
    words.scroll_into_view_if_needed()
    cells = page.locator(".jp-Cell").count()
    first, second = items[0], items[1]
    answer(page, words, first, right=False)
    page.screenshot(path=SCREENSHOTS / "quiz-wrong.png")
    page.keyboard.press("Enter")
    expect(words.locator(".kit-feedback")).to_have_count(0)
    answer(page, words, second, right=True)
    page.screenshot(path=SCREENSHOTS / "quiz-right.png")
    page.keyboard.press("Enter")
    expect(words.locator(".kit-feedback")).to_have_count(0)
    words.locator(".kit-option, .kit-progress").first.focus()
    page.keyboard.press("x")  # would cut a cell in JupyterLab's command mode
    assert page.locator(".jp-Cell").count() == cells

    events = student.kept(server.progress, "answer", 2)
    assert [(event.item, event.correct) for event in events] == [
        (first.id, False),
        (second.id, True),
    ]
    assert all(event.milliseconds for event in events)

    restart_and_run_all(page)
    resumed = quizzes(page).first
    expect(resumed.locator(".kit-progress")).to_have_attribute(
        "aria-label", re.compile(f"^2 of {len(items)}")
    )
    expect(resumed).to_contain_text(items[2].prompt)


def test_a_quiz_is_answered_to_its_end_by_keyboard_alone(page: Page, server: Server) -> None:
    items = quiz.questions(LESSON, "lead")
    server.open(page, LEAD)
    student.run_all(page)
    asked = quizzes(page).nth(1)
    expect(asked).to_contain_text(items[0].prompt)
    asked.locator(".kit-option").first.focus()
    for number, item in enumerate(items):
        expect(asked).to_contain_text(item.prompt)
        right = next(number for number, option in enumerate(item.options, 1) if option.correct)
        wrong = right % len(item.options) + 1
        page.keyboard.press(str(right if number else wrong))
        expect(asked.locator(".kit-feedback")).to_be_visible()
        if not number:
            expect(asked).to_contain_text(item.options[wrong - 1].reason)
        page.keyboard.press("Enter")
        expect(asked.locator(".kit-feedback")).to_have_count(0)
    expect(asked).to_contain_text(f"Done: {len(items) - 1} of {len(items)} right")
    expect(asked).to_contain_text(items[0].prompt)  # to look at again
    page.screenshot(path=SCREENSHOTS / "closing.png")
    page.keyboard.press("Enter")
    expect(asked.locator(".kit-option").first).to_be_focused()
    expect(asked).to_contain_text(items[0].prompt)


def test_an_enter_that_ends_a_composition_is_no_answer(page: Page, server: Server) -> None:
    server.open(page, LEAD)
    student.run_all(page)
    typed = quizzes(page).first
    for item in quiz.words(LESSON, "lead"):  # to the first item whose answer is typed
        if not item.options:
            break
        typed.locator(".kit-option").first.click()
        typed.get_by_role("button", name="Next").click()
        expect(typed.locator(".kit-feedback")).to_have_count(0)
    field = typed.locator(".kit-input")
    field.fill("かい")
    field.dispatch_event("keydown", {"key": "Enter", "isComposing": True, "bubbles": True})
    page.keyboard.press("ArrowLeft")
    expect(field).to_have_value("かい")
    expect(typed.locator(".kit-feedback")).to_have_count(0)
    field.press("Enter")
    expect(typed.locator(".kit-feedback")).to_contain_text("Not this one")


def test_the_front_door_reads_a_pasted_text_and_leads_to_the_lesson(
    page: Page, server: Server
) -> None:
    server.open(page, "start.ipynb")
    student.run_all(page)
    reader = page.locator(".kit-reader")
    reader.locator(".kit-word[aria-expanded]").first.click()
    expect(reader.locator(".kit-panel")).to_contain_text("prime minister", ignore_case=True)
    page.screenshot(path=SCREENSHOTS / "start.png")
    page.get_by_role("link", name=CHAPTERS[0].title, exact=True).click()
    expect(page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")).to_contain_text(
        "What you know already"
    )


def test_what_one_knows_already_and_whom_one_will_meet(page: Page, server: Server) -> None:
    server.open(page, BEFORE)
    student.run_all(page)
    asked = quizzes(page).first
    answer(page, asked, quiz.warm_up(LESSON)[0], right=False)
    expect(asked.locator(".kit-entry")).to_be_visible()
    page.screenshot(path=SCREENSHOTS / "before.png")
    expect(page.locator(".jp-OutputArea pre", has_text="standard")).to_contain_text("section 7")


FIVE_MINUTES_LATER = """() => {
  const now = performance.now.bind(performance);
  performance.now = () => now() + 300_000;
}"""


def test_the_whole_article_is_read_against_the_clock_and_put_in_order(
    page: Page, server: Server
) -> None:
    server.open(page, AFTER)
    student.run_all(page)
    timed = page.locator(".kit-timed")
    text = timed.locator(".kit-timed-text")
    expect(text).to_be_hidden()
    timed.get_by_role("button", name="Start").click()
    expect(text).to_contain_text("試金石")
    assert_accessible(page)
    page.screenshot(path=SCREENSHOTS / "timed.png")
    page.evaluate(FIVE_MINUTES_LATER)
    page.keyboard.press("Enter")  # the button for having read it has the focus
    expect(timed.locator(".kit-timed-said")).to_contain_text("characters a minute")
    (read,) = student.kept(server.progress, "read", 1)
    assert read.milliseconds

    (item,) = quiz.summary(LESSON)
    asked = quizzes(page).first
    shown = [option.text for option in item.options]
    asked.locator(".kit-option").first.focus()
    for text_ in reversed(item.order):
        page.keyboard.press(str(shown.index(text_) + 1))
    page.screenshot(path=SCREENSHOTS / "order.png")
    asked.get_by_role("button", name="Check").press("Enter")
    expect(asked.locator(".kit-feedback")).to_contain_text(f"It begins with “{item.order[0]}”")
    assert_accessible(page)
    page.screenshot(path=SCREENSHOTS / "order-wrong.png")

    learnt = page.locator(".kit-learnt")
    learnt.scroll_into_view_if_needed()
    expect(learnt).to_contain_text("items")
    page.screenshot(path=SCREENSHOTS / "learnt.png")
