"""A worksheet in the browser that prints it: laid out for paper, its text as text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from kit.lesson import library
from kit.lesson.lesson import Lesson
from kit.publish.answer_key import answer_key
from kit.publish.worksheet import worksheet
from tests.browser.axe import violations
from tests.lesson import small
from tests.publish.hostile import HOSTILE, hostile

A4, LETTER = 180, 186
"""Millimetres of paper between the margins: those of the sheet, and the same on US Letter."""

OVERLAPS = """() => {
  const boxes = [...document.querySelectorAll("aside dl > div, aside dt, .text, .questions > li")]
    .map((element) => [element, element.getBoundingClientRect()]);
  return boxes.flatMap(([one, a]) => boxes
    .filter(([other, b]) => !one.contains(other) && !other.contains(one)
      && a.left < b.right - 1 && b.left < a.right - 1
      && a.top < b.bottom - 1 && b.top < a.bottom - 1)
    .map(([other]) => `${one.textContent} / ${other.textContent}`));
}"""

WIDE = """() => [...document.querySelectorAll("main *")]
  .filter((element) => element.getBoundingClientRect().right > document.body.clientWidth + 1)
  .map((element) => element.textContent)"""


def show(page: Page, text: str, millimetres: float, file: Path) -> None:
    """Show a sheet as it is laid out for printing."""
    file.write_text(text, encoding="utf-8")
    page.set_viewport_size({"width": round(millimetres * 96 / 25.4), "height": 1000})
    page.emulate_media(media="print")
    page.goto(file.as_uri())


def long_words(folder: Path) -> Lesson:
    """A lesson with words that no line can hold."""
    markdown = f"---\ntitle: 長い言葉\n---\n\n政府は{'国際' * 40}を{'a' * 300}に決めた。\n"
    words = f"word,reading,meaning\n政府,{'せいふ' * 10},{'meaning' * 30}\n"
    return small.read(small.write(folder, markdown, words))


@pytest.mark.parametrize("millimetres", [A4, LETTER], ids=["A4", "Letter"])
@pytest.mark.parametrize("name", ["g20", "hostile", "long words"])
def test_nothing_overlaps_or_runs_over_the_edge(
    page: Page, tmp_path: Path, name: str, millimetres: float
) -> None:
    if name == "g20":
        lesson = library.around(Path(__file__)).open("g20-foreign-ministers")
    else:
        lesson = hostile(tmp_path) if name == "hostile" else long_words(tmp_path)
    for sheet in (worksheet(lesson), answer_key(lesson)):
        show(page, sheet, millimetres, tmp_path / "sheet.html")
        assert page.evaluate(WIDE) == []
        assert page.evaluate(OVERLAPS) == []


def test_what_is_given_is_shown_as_text(page: Page, tmp_path: Path) -> None:
    lesson = hostile(tmp_path)
    for sheet in (worksheet(lesson), answer_key(lesson)):
        # Without the policy that forbids scripts, which would hide that one is there.
        show(page, sheet.replace("Content-Security-Policy", "x"), A4, tmp_path / "sheet.html")
        assert page.evaluate("window.hit") is None
        assert page.locator("script, img, main style").count() == 0
        assert HOSTILE in page.locator("h1").inner_text()


def test_breaks_split_neither_a_question_nor_a_paragraph_from_its_margin(
    page: Page, tmp_path: Path
) -> None:
    lesson = library.around(Path(__file__)).open("g20-foreign-ministers")
    show(page, worksheet(lesson), A4, tmp_path / "sheet.html")
    kept: dict[str, Any] = page.evaluate(
        """() => Object.fromEntries([".passage", ".questions > li", ".exercise > ol > li"].map(
          (whole) => [whole, [...document.querySelectorAll(whole)].map(
            (element) => [getComputedStyle(element).breakInside, element.offsetHeight])]))"""
    )
    printed = 264 * 96 / 25.4
    for whole, found in kept.items():
        assert found, whole
        assert {breaks for breaks, _ in found} == {"avoid"}
        assert max(height for _, height in found) < printed


def test_furigana_stands_clear_of_the_line_above(page: Page, tmp_path: Path) -> None:
    lesson = library.around(Path(__file__)).open("g20-foreign-ministers")
    show(page, worksheet(lesson), A4, tmp_path / "sheet.html")
    clear = page.evaluate(
        """() => [...document.querySelectorAll(".text p")].flatMap((line) => {
          const kana = [...line.querySelectorAll("rt")].map((e) => e.getBoundingClientRect());
          const base = [...line.querySelectorAll("ruby")].flatMap((e) => [...e.getClientRects()]);
          return kana.filter((k) => base.some((b) => b.bottom < k.bottom && b.bottom > k.top + 1
            && b.left < k.right && k.left < b.right));
        }).length"""
    )
    assert clear == 0


@pytest.mark.parametrize("width", [1280, 390])
def test_on_a_screen_it_can_be_read_by_everyone(page: Page, tmp_path: Path, width: int) -> None:
    lesson = library.around(Path(__file__)).open("g20-foreign-ministers")
    for sheet in (worksheet(lesson), answer_key(lesson)):
        (tmp_path / "sheet.html").write_text(sheet, encoding="utf-8")
        page.set_viewport_size({"width": width, "height": 800})
        page.goto((tmp_path / "sheet.html").as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert violations(page, "body") == []
