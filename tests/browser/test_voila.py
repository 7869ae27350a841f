"""A lesson in Voila: a page without code, which runs by itself."""

from playwright.sync_api import Page, expect

from tests.browser import student
from tests.browser.axe import assert_accessible
from tests.browser.conftest import SCREENSHOTS, Voila


def test_words_answer(page: Page, voila: Voila) -> None:
    voila.open(page, student.LEAD)
    student.read_by_mouse_and_by_keyboard(page, "voila")
    student.read_on_small_screens(page, "voila")


def test_answers_are_judged_and_outlast_the_page(page: Page, voila: Voila) -> None:
    voila.open(page, student.LEAD)
    student.answer_right_and_wrong(page, voila.progress, "voila-quiz")
    voila.open(page, student.LEAD)  # in a kernel of its own
    student.find_the_quiz_where_it_was(page)


def test_it_follows_the_dark_theme_and_its_links_lead_on(page: Page, voila: Voila) -> None:
    voila.open(page, student.LEAD, theme="dark")
    expect(page.locator("body")).to_have_attribute("data-jp-theme-light", "false")
    page.locator(".kit-quiz").nth(1).wait_for()
    assert_accessible(page)
    page.screenshot(path=SCREENSHOTS / "voila-dark.png")
    following = student.CHAPTERS[2]
    page.get_by_role("link", name=following.title).click()
    page.locator(".kit-reader").first.wait_for()
    expect(page.get_by_role("heading", level=1)).to_contain_text(following.title)
