"""The reader in JupyterLab: by mouse, by touch and by keyboard, and what it keeps."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from kit.learner.event import Event
from kit.learner.progress import Progress
from kit.lesson import quiz
from tests.browser import student
from tests.browser.axe import assert_accessible
from tests.browser.conftest import SCREENSHOTS, Server
from tests.browser.student import NAME

SECTION = f"{NAME}/{student.CHAPTERS[2].file}"  # of two paragraphs


@pytest.fixture
def readers(page: Page, server: Server) -> Locator:
    """The two readers of a section that has just been run."""
    server.open(page, SECTION)
    student.run_all(page)
    found = page.locator(".kit-reader")
    expect(found).to_have_count(2)
    return found


def words(reader: Locator) -> Locator:
    return reader.locator('.kit-word[role="button"]')


def word_of(reader: Locator, headword: str) -> Locator:
    return reader.locator(f'[data-word^="{headword}"]').first


def panel(page: Page) -> Locator:
    return page.locator(".kit-panel:visible")


def happened(server: Server, kind: str) -> list[Event]:
    return [event for event in Progress(server.progress).events(NAME) if event.kind == kind]


BESIDE = """word => {
  const panel = document.querySelector(".kit-panel:popover-open");
  if (!panel) return false;
  const a = panel.getBoundingClientRect();
  const line = [...word.getClientRects()].at(-1);
  const inside = a.left >= 0 && a.top >= 0 && a.right <= innerWidth && a.bottom <= innerHeight;
  return inside && (a.top >= line.bottom - 1 || a.bottom <= line.top + 1);
}"""
"""All of the panel is on the screen, above or below the line that its word ends on."""


def stands_beside(page: Page, word: Locator) -> None:
    page.wait_for_function(BESIDE, arg=word.element_handle(), timeout=5_000)


def test_pointing_opens_a_panel_that_leaves_with_the_pointer(page: Page, readers: Locator) -> None:
    word = word_of(readers.first, "合間を縫う")
    word.hover()
    expect(panel(page)).to_contain_text("to use the gaps")
    stands_beside(page, word)
    page.mouse.move(5, 300)
    expect(panel(page)).to_have_count(0)


def test_the_panel_is_all_on_the_screen_beside_its_line(page: Page, readers: Locator) -> None:
    for width, height in ((1280, 900), (640, 450), (390, 844)):  # the second is 200 % zoom
        page.set_viewport_size({"width": width, "height": height})
        for number in (0, 5, -1):
            word = words(readers.last).filter(has=page.locator("rt")).nth(number)
            word.scroll_into_view_if_needed()
            word.click()
            fold = panel(page).locator("details")
            if fold.get_attribute("open") is None:
                fold.locator("summary").click()  # all that the panel holds
            stands_beside(page, word)
            page.keyboard.press("Escape")


def test_a_panel_tells_all_about_a_word(page: Page, readers: Locator) -> None:
    word_of(readers.first, "務める").click()
    shown = panel(page)
    expect(shown.locator(".kit-headword")).to_have_text("務める")
    expect(shown.locator(".kit-reading")).to_have_text("つとめる")
    expect(shown.locator(".kit-high").first).to_be_attached()
    expect(shown.locator(".kit-gloss")).to_contain_text("to serve as")
    shown.locator("summary").click()
    expect(shown).to_contain_text("ム")  # how its kanji is read
    expect(shown).to_contain_text("school grade 5")
    assert_accessible(page)
    page.screenshot(path=SCREENSHOTS / "panel-open.png")


def test_a_mark_is_followed_everywhere_at_once_and_lasts(
    page: Page, server: Server, readers: Locator
) -> None:
    first = word_of(readers.first, "会談")
    second = word_of(readers.last, "会談")
    first.focus()
    page.keyboard.press("l")
    for word in (first, second):
        expect(word).to_have_attribute("data-mark", "learning")
    page.keyboard.press("k")
    expect(second).to_have_attribute("data-mark", "known")
    readers.first.get_by_label("Furigana", exact=True).select_option("unknown")
    expect(second.locator("rt").first).to_be_hidden()
    expect(word_of(readers.last, "議題").locator("rt").first).to_be_visible()
    answer_the_reading_of_the_second_word(page)
    expect(word_of(readers.first, "指導部").locator("rt").first).to_be_hidden()
    expect(readers.first.locator(".kit-notice")).to_be_empty()
    (*_, last) = happened(server, "mark")
    assert (last.item, last.answer) == ("会談/かいだん", "known")
    assert last.context[1] == "会談"
    assert last.context[2].startswith("は、G20の会合のため")

    server.open(page, SECTION)
    student.run_all(page)
    again = word_of(page.locator(".kit-reader").last, "会談")
    expect(again).to_have_attribute("data-mark", "known")
    expect(again.locator("rt").first).to_be_hidden()  # the setting lasts too


def answer_the_reading_of_the_second_word(page: Page) -> None:
    """In the quiz below the first reader, whose first word is asked otherwise."""
    asked = page.locator(".kit-quiz").first
    first, second = quiz.words(student.LESSON, "1.1")[:2]
    assert (second.kind, second.subject) == ("reading", "指導部/しどうぶ")
    student.answer(page, asked, first, right=True)
    page.keyboard.press("Enter")
    asked.locator("input").fill("shidoubu")
    asked.locator("input").press("Enter")
    expect(asked.locator(".kit-feedback")).to_be_visible()


def test_furigana_comes_and_goes_without_moving_the_text(page: Page, readers: Locator) -> None:
    text = readers.first.locator(".kit-text")
    word = word_of(readers.first, "日程")
    word.focus()
    before = text.bounding_box()
    modes = []
    for _ in range(4):
        page.keyboard.press("f")
        modes.append(readers.last.get_attribute("data-furigana"))
        assert text.bounding_box() == before, "the layout jumps"
    assert modes == ["unknown", "demand", "none", "all"], "every reader follows"
    readers.first.get_by_label("Furigana", exact=True).select_option("none")
    word.focus()
    expect(word.locator("rt").first).to_be_hidden()
    page.keyboard.press("r")
    expect(word.locator("rt").first).to_be_visible()
    readers.first.get_by_label("Furigana", exact=True).select_option("demand")
    other = word_of(readers.first, "委員")
    expect(other.locator("rt").first).to_be_hidden()
    other.hover()
    expect(other.locator("rt").first).to_be_visible()


def test_all_of_it_by_keyboard_and_nothing_leaks(
    page: Page, server: Server, readers: Locator
) -> None:
    cells = page.locator(".jp-Cell").count()
    words(readers.first).first.focus()
    page.keyboard.press("?")
    expect(readers.first.locator(".kit-keys")).to_be_visible()
    page.screenshot(path=SCREENSHOTS / "keys.png")
    page.keyboard.press("?")
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    expect(panel(page)).to_be_visible()
    page.keyboard.press("Tab")
    expect(panel(page).locator("button").first).to_be_focused()
    page.keyboard.press("Enter")  # known
    expect(panel(page).locator("button").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(words(readers.first).last).to_be_focused()
    page.keyboard.press("2")
    expect(readers.first.locator(".kit-version-easy")).to_be_visible()
    page.keyboard.press("+")
    page.keyboard.press("v")
    expect(readers.last.locator(".kit-text")).to_have_class("kit-text kit-vertical")
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    expect(panel(page)).to_be_visible()
    assert_accessible(page)
    page.screenshot(path=SCREENSHOTS / "vertical.png")
    page.keyboard.press("Escape")
    page.keyboard.press("v")
    page.keyboard.press("-")
    for key in ("a", "b", "d", "x", "m"):  # commands of JupyterLab's
        page.keyboard.press(key)
    expect(page.locator(".jp-Cell")).to_have_count(cells)
    expect(words(readers.first).first).to_be_focused()
    assert [event.item for event in happened(server, "reveal")] == ["easy/1.1"]
    assert len(happened(server, "look-up")) == 2


def test_it_answers_while_a_cell_runs(page: Page, server: Server, readers: Locator) -> None:
    page.locator(".jp-Cell").last.click()
    page.keyboard.press("Escape")
    page.keyboard.press("b")
    page.keyboard.press("Enter")
    page.keyboard.type("while True: pass")
    page.keyboard.press("Control+Enter")
    busy = page.locator('.jp-Notebook-ExecutionIndicator[data-status="busy"]')
    busy.wait_for(state="attached")
    word = words(readers.first).first
    word.scroll_into_view_if_needed()
    word.click()
    expect(panel(page)).to_contain_text("gathering")
    page.keyboard.press("Escape")
    page.get_by_role("menuitem", name="Kernel", exact=True).click()
    page.locator('li[data-command="kernelmenu:interrupt"]').click()
    busy.wait_for(state="detached")


def test_on_a_touch_screen_a_tap_opens_and_a_tap_elsewhere_closes(
    page: Page, server: Server, readers: Locator
) -> None:
    word = words(readers.first).nth(4)
    word.dispatch_event("pointerover", {"pointerType": "touch", "bubbles": True})
    expect(panel(page)).to_have_count(0)
    word.click()
    expect(panel(page)).to_be_visible()
    page.locator(".jp-MarkdownCell").first.click()
    expect(panel(page)).to_have_count(0)


VOICES = """
window.said = [];
const voice = (name, lang, localService) => ({ name, lang, localService });
const voices = VOICE_LIST;
Object.defineProperty(window, "speechSynthesis", { value: {
  speaking: false, getVoices: () => voices, cancel() {}, addEventListener() {},
  removeEventListener() {}, speak: (words) => window.said.push(words.text),
} });
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""


@pytest.mark.parametrize(
    ("voices", "speaks"),
    [
        ('[voice("Kyoko", "ja-JP", true)]', True),
        ('[voice("Google 日本語", "ja-JP", false), voice("Anna", "de-DE", true)]', False),
        ("[]", False),
    ],
)
def test_only_a_japanese_voice_of_this_machine_reads_aloud(
    page: Page, server: Server, voices: str, speaks: bool
) -> None:
    page.add_init_script(VOICES.replace("VOICE_LIST", voices))
    server.open(page, SECTION)
    student.run_all(page)
    reader = page.locator(".kit-reader").first
    aloud = reader.get_by_role("button", name="Read aloud")
    if not speaks:
        expect(aloud).to_be_hidden()
        words(reader).first.focus()
        page.keyboard.press("?")
        expect(reader.locator(".kit-keys")).to_contain_text(
            "hear the text (No Japanese voice here)"
        )
        return
    aloud.click()
    assert page.evaluate("window.said[0]").startswith("会合の合間を縫って")
    words(reader).nth(2).focus()
    page.keyboard.press("s")
    assert len(page.evaluate("window.said")) == 2


def test_any_text_is_pasted_and_read_as_text(page: Page, server: Server) -> None:
    server.open(page, "start.ipynb")
    student.run_all(page)
    box = page.locator(".kit-box")
    box.fill(
        "<img src=x onerror='window.flag=1'><script>window.flag=1</script>\u202e法案が可決した。"
    )
    box.press("Control+Enter")
    text = page.locator(".kit-text")
    expect(text).to_contain_text("onerror='window.flag=1'>")
    word_of(page.locator(".kit-reader"), "可決").click()
    expect(panel(page)).to_contain_text("可決")
    assert page.evaluate("window.flag") is None
    assert_accessible(page)
    page.screenshot(path=SCREENSHOTS / "box.png")
    share = page.locator(".kit-share")
    expect(share).to_contain_text("You know 0% of the running words.")
    page.keyboard.press("k")
    expect(share).to_contain_text("You know 50% of the running words.")
    page.keyboard.press("w")
    expect(word_of(page.locator(".kit-text"), "法案")).to_have_attribute("data-knows", "new")
    expect(word_of(page.locator(".kit-text"), "可決")).to_have_attribute("data-knows", "known")
    page.locator(".kit-plan summary").click()
    page.get_by_role("button", name="Learn 法案").click()
    expect(word_of(page.locator(".kit-text"), "法案")).to_have_attribute("data-knows", "learning")
    assert_accessible(page)
    page.screenshot(path=SCREENSHOTS / "picture.png")
    for sentence in ("内閣が決定した。", "国会が反対した。"):  # alike in all but their words
        box.fill(sentence)
        box.press("Control+Enter")
        expect(text).to_contain_text(re.compile("^" + sentence[0]))


def test_a_hostile_lesson_is_shown_as_text(page: Page, server: Server) -> None:
    work = next(server.progress.parent.glob("work"))
    copy_hostile(work)
    server.open(page, "hostile/02-x.ipynb")
    student.run_all(page)
    expect(page.locator(".kit-reader").first).to_contain_text("<script>window.flag=1</script>")
    for toggle in page.locator(".kit-versions button").all():
        toggle.click()
    asked = page.locator(".kit-quiz").last
    asked.locator(".kit-option").first.click()
    expect(asked.locator(".kit-feedback")).to_be_visible()
    assert page.evaluate("window.flag") is None


HOSTILE = "<script>window.flag=1</script><img src=x onerror=window.flag=1>\"'\u202e"


def copy_hostile(work: Path) -> None:
    """A lesson whose every text would set a flag if it were markup, and a notebook of it."""
    folder = work / "notebooks" / "hostile"
    folder.mkdir(exist_ok=True)
    (folder / "lesson.md").write_text(
        f"---\ntitle: {HOSTILE}\n---\n\n予算案を閣議で決定した。{HOSTILE}\n\n"
        f":::{{easy}}\n{HOSTILE}\n:::\n:::{{note}}\n{HOSTILE}\n:::\n"
        f":::{{question}} {HOSTILE}\n:id: x\n- [x] {HOSTILE}a\n"
        f"- [ ] {HOSTILE}b\n  > {HOSTILE}\n:::\n",
        encoding="utf-8",
    )
    meaning = HOSTILE.replace('"', '""')
    (work / "vocab" / "hostile.csv").write_text(
        f'word,reading,meaning,example\n予算案,よさんあん,"{meaning}","{meaning}予算案"\n'
        f'決定,けってい,"x{meaning}",\n',
        encoding="utf-8",
    )
    cells = [
        'from kit.widgets import open_lesson\nlesson = open_lesson("hostile")',
        'lesson.read("lead")',
        'lesson.quiz("lead")',
        'lesson.questions("lead")',
    ]
    made = {
        "cells": [
            {
                "cell_type": "code",
                "id": f"c{number}",
                "source": source,
                "metadata": {},
                "outputs": [],
                "execution_count": None,
            }
            for number, source in enumerate(cells)
        ],
        "metadata": {
            "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    (folder / "02-x.ipynb").write_text(json.dumps(made), encoding="utf-8")
