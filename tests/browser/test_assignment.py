"""An assignment as a student meets it: in JupyterLab, and its questions on a bare page."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from kit.classroom.assign.assignment import Assigned, assign
from kit.classroom.assign.notebook import compose
from kit.learner import answers_file
from kit.learner.assignment_file import to_text
from kit.lesson.notebook_run import to_text as notebook_text
from tests.browser import student
from tests.browser.axe import assert_accessible
from tests.browser.conftest import PATIENCE, SCREENSHOTS, Server
from tests.browser.test_quiz_component import DRESSES
from tests.browser.test_review import show
from tests.classroom.student import opened
from tests.lesson import small
from tests.publish.hostile import hostile


def hand_out(folder: Path, assigned: Assigned) -> Path:
    """What a student finds in their folder; hidden tests have been taken out."""
    folder.mkdir()
    notebook = compose(assigned)
    notebook.cells = [cell for cell in notebook.cells if not cell.id.startswith("part-")]
    (folder / "hw.ipynb").write_text(notebook_text(notebook), encoding="utf-8")
    (folder / "assignment.json").write_text(to_text(assigned.given), encoding="utf-8")
    return folder


@pytest.fixture
def assigned(tmp_path: Path) -> Assigned:
    return assign(small.read(small.write(tmp_path, words=small.WITH_ALL)), "hw", "salt")


@pytest.fixture
def folder(tmp_path: Path, assigned: Assigned) -> Path:
    return hand_out(tmp_path / "hw", assigned)


def asked(page: Page, folder: Path, place: str = "lead", style: str = "") -> Locator:
    """The questions of a part on a page of their own, their kernel this process."""
    return show(page, opened(folder).quiz(place), style)


def answers(folder: Path) -> list[str]:
    found = answers_file.read(folder / "answers.json")
    return [given.answer for given in found.given.values()] if found else []


def test_a_student_answers_in_jupyterlab_and_finds_the_answers_again(
    page: Page, server: Server, assigned: Assigned
) -> None:
    folder = hand_out(server.progress.parent / "work" / "notebooks" / "課題", assigned)
    server.open(page, "課題/hw.ipynb")
    student.run_all(page)
    quiz = page.locator(".kit-quiz").first
    expect(quiz).to_contain_text("What does 決定 mean here?")
    reader = page.locator(".kit-reader").first
    expect(reader.get_by_role("button", name="Read aloud")).to_have_count(0)
    expect(reader.locator("rt", has_text="せい")).to_have_count(1)  # 政府
    expect(reader.locator("[data-word^='決定/']")).to_have_count(0)
    quiz.locator(".kit-option").first.focus()
    page.keyboard.press("3")
    expect(quiz).to_contain_text("Answered. You can change it until you hand in.")
    page.keyboard.press("Enter")
    expect(quiz).to_contain_text("Type the reading of 予算案.")
    page.keyboard.type("yosan")
    page.keyboard.press("Enter")
    expect(quiz).to_contain_text("Answered.")
    assert_accessible(page)
    page.screenshot(path=SCREENSHOTS / "assignment.png")
    deadline = time.monotonic() + PATIENCE / 1000
    while answers(folder) != ["policy", "yosan"]:
        assert time.monotonic() < deadline
        time.sleep(0.05)
    server.open(page, "課題/hw.ipynb")
    student.run_all(page)
    expect(quiz).to_contain_text("Type the reading of 決定.")


def test_answers_are_given_changed_and_looked_through_by_keyboard_alone(
    page: Page, folder: Path
) -> None:
    quiz = asked(page, folder)
    quiz.locator(".kit-option").first.focus()
    page.keyboard.press("3")
    expect(quiz.locator('[aria-pressed="true"]')).to_have_text("3policyyour answer")
    page.keyboard.press("1")
    expect(quiz.locator('[aria-pressed="true"]')).to_have_text("1decisionyour answer")
    expect(quiz.get_by_role("button", name="Next")).to_be_focused()
    page.keyboard.press("Enter")
    expect(quiz.locator(".kit-input")).to_be_focused()
    page.keyboard.type("よさん")
    page.keyboard.press("Enter")
    expect(quiz.get_by_role("button", name="Next")).to_be_focused()
    page.keyboard.press("Enter")
    quiz.get_by_role("button", name="Next").click()  # 決定: not now
    expect(quiz).to_contain_text("だれが決めましたか。")
    quiz.get_by_role("button", name="Next").click()
    expect(quiz).to_contain_text("2 of 4 answered")
    page.keyboard.press("Enter")
    expect(quiz).to_contain_text("Type the reading of 決定.")
    quiz.get_by_role("button", name="Back").click()
    expect(quiz.locator(".kit-input")).to_have_value("よさん")
    quiz.locator(".kit-input").press("End")
    page.keyboard.type("あん")
    page.keyboard.press("Enter")
    expect(quiz.get_by_role("button", name="Next")).to_be_focused()
    assert answers(folder) == ["decision", "よさんあん"]
    bar = quiz.locator(".kit-progress")
    expect(bar).to_have_attribute("aria-label", "2 of 4 answered")
    expect(bar.locator(".kit-answered")).to_have_count(2)


def test_enter_alone_leads_past_answers_and_changes_none(page: Page, folder: Path) -> None:
    quiz = asked(page, folder)
    quiz.locator(".kit-option").first.focus()
    for keys in (["3"], [*"yosan", "Enter"], [*"kettei", "Enter"], ["1"]):
        for key in keys:
            page.keyboard.press(key)
        expect(quiz).to_contain_text("Answered.")
        page.keyboard.press("Enter")
        expect(quiz).not_to_contain_text("Answered.")
    expect(quiz).to_contain_text("4 of 4 answered")
    before = answers(folder)
    assert before == ["policy", "yosan", "kettei", "国会"]
    for said in ("What does", "予算案", "決定", "だれが", "4 of 4"):
        page.keyboard.press("Enter")
        expect(quiz).to_contain_text(said)
    assert answers(folder) == before


@pytest.mark.parametrize("dress", DRESSES)
def test_each_state_is_accessible(page: Page, folder: Path, dress: str) -> None:
    size, style = DRESSES[dress]
    page.set_viewport_size(size)  # type: ignore[arg-type]
    quiz = asked(page, folder, style=style)
    assert_accessible(page)
    quiz.locator(".kit-option").first.click()
    expect(quiz).to_contain_text("Answered.")
    assert_accessible(page)
    page.screenshot(path=SCREENSHOTS / f"assigned-{dress}.png")
    quiz.get_by_role("button", name="Next").click()
    assert_accessible(page)
    for _ in range(3):
        quiz.get_by_role("button", name="Next").click()
    expect(quiz).to_contain_text("1 of 4 answered")
    assert_accessible(page)


def test_text_is_never_markup(page: Page, tmp_path: Path) -> None:
    folder = hand_out(tmp_path / "hw", assign(hostile(tmp_path / "lesson"), "hw", "salt"))
    quiz = asked(page, folder)
    for _ in range(9):
        button = quiz.locator("button.kit-option, .kit-input").first
        if button.count() and button.evaluate("node => node.tagName") == "BUTTON":
            button.click()
        quiz.locator(".kit-next").click()
    assert page.evaluate("window.hit") is None
