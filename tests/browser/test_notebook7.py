"""A lesson in Notebook 7: one document in a page of its own, run from its menu."""

from playwright.sync_api import Page, expect

from tests.browser import student
from tests.browser.axe import assert_accessible
from tests.browser.conftest import SCREENSHOTS, Server


def test_words_answer_and_no_key_reaches_the_notebook(page: Page, notebook7: Server) -> None:
    notebook7.open(page, student.LEAD)
    student.run_all(page)
    cells = page.locator(".jp-Cell").count()
    student.read_by_mouse_and_by_keyboard(page, "notebook7")
    expect(page.locator(".jp-Cell")).to_have_count(cells)
    student.read_on_small_screens(page, "notebook7")


def test_answers_are_judged_and_outlast_the_kernel(page: Page, notebook7: Server) -> None:
    notebook7.open(page, student.LEAD)
    student.run_all(page)
    student.answer_right_and_wrong(page, notebook7.progress, "notebook7-quiz")

    shown = page.locator(".kit-quiz").first.element_handle()
    student.menu(page, "Kernel", "Restart Kernel and Run All Cells")
    page.locator(".jp-Dialog .jp-mod-accept").click()
    page.wait_for_function("node => !node.isConnected", arg=shown)
    student.find_the_quiz_where_it_was(page)


def test_it_follows_the_dark_theme(page: Page, notebook7: Server) -> None:
    notebook7.open(page, student.LEAD)
    student.run_all(page)
    student.menu(page, "Settings", "Theme", "JupyterLab Dark")
    expect(page.locator("body")).to_have_attribute("data-jp-theme-light", "false")
    assert_accessible(page)
    page.screenshot(path=SCREENSHOTS / "notebook7-dark.png")
