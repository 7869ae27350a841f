"""What is printed on the page of a PDF → its rows of text, where they stand and how large they are.

A PDF places letters, one by one; it knows neither words nor lines. Vertical text is turned, so that
its columns are rows like others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from ctypes import byref, c_double
from dataclasses import dataclass
from itertools import pairwise
from math import atan2, hypot, pi
from typing import Any, NamedTuple

from pypdfium2 import raw

FURIGANA = 0.65
"""The size of furigana against that of the text below it is at most this."""

_KANA = re.compile("[ぁ-ゖァ-ヺー・]")
_ASIDE, _ASIDE_VERTICAL = 0.45, 0.8
"""Shares of its size by which a letter may stand above or below the others of its row.

In vertical text, Latin letters lie on their side and on a line of their own.
"""
_GAP = 2.5
"""Letters of blank from which on what follows is in another column."""


class Letter(NamedTuple):
    """A letter: where it stands, in points from the lower left of the page, and how large it is."""

    text: str
    x: float
    y: float
    size: float


@dataclass(slots=True)
class Row:
    """A row of text: where it begins and where its last letter stands, its height, its size."""

    text: str
    x: float
    y: float
    size: float
    last: float


def letters(page: Any) -> list[Letter]:
    """The letters of a page of pypdfium2, in the order in which it places them, turned upright."""
    text = page.get_textpage()
    found: list[Letter] = []
    angles: Counter[int] = Counter()
    x, y, matrix = c_double(), c_double(), raw.FS_MATRIX()
    for at in range(raw.FPDFText_CountChars(text)):
        char = chr(raw.FPDFText_GetUnicode(text, at))
        if char.isspace() and raw.FPDFText_IsGenerated(text, at) == 1:
            char = _kept_space(text, at)
        if char and char not in "\r\n":
            raw.FPDFText_GetCharOrigin(text, at, byref(x), byref(y))
            raw.FPDFText_GetMatrix(text, at, byref(matrix))
            size = raw.FPDFText_GetFontSize(text, at) * hypot(matrix.c, matrix.d)
            angles[round(atan2(matrix.b, matrix.a) / (pi / 2))] += 1
            found.append(Letter(char, x.value, y.value, size))
    for _ in range(max(angles, key=lambda angle: angles[angle], default=0) % 4):
        found = [letter._replace(x=letter.y, y=-letter.x) for letter in found]
    return found


def rows(printed: Sequence[Letter]) -> tuple[list[Row], bool]:
    """The rows of a page without their furigana, and whether there was any."""
    aside = _ASIDE
    if _is_vertical(printed):
        aside = _ASIDE_VERTICAL
        printed = [letter._replace(x=-letter.y, y=letter.x) for letter in printed]
    body = body_size((letter.size, 1) for letter in printed)
    found: list[Row] = []
    furigana = False
    before: Letter | None = None
    for letter in printed:
        row = found[-1] if found else None
        if row is not None and letter.text == " ":
            row.text += " "
        elif _is_furigana(letter, row, body):
            furigana = True
            continue
        elif before is None or not _is_shadow(letter, before):
            if row is not None and _continues(letter, row, aside):
                row.text += letter.text
                row.last, row.size = letter.x, max(row.size, letter.size)
            elif letter.text != " ":
                found.append(Row(letter.text, letter.x, letter.y, letter.size, letter.x))
        before = letter
    return _by_columns(_without_shadows(found)), furigana


def body_size(sizes: Iterable[tuple[float, int]]) -> float:
    """The size that most letters have, of sizes with their number of letters."""
    every: Counter[float] = Counter()
    for size, number in sizes:
        every[round(size, 1)] += number
    return max(every, key=lambda size: every[size], default=1.0)


def _kept_space(text: Any, at: int) -> str:
    """A space that no letter stands for: kept between two Latin words, where there is a gap."""
    beside = (raw.FPDFText_GetUnicode(text, at - 1), raw.FPDFText_GetUnicode(text, at + 1))
    return " " if all(0x20 < code < 0x250 for code in beside) else ""


def _is_vertical(printed: Sequence[Letter]) -> bool:
    """Whether most letters stand below the one before."""
    down = along = 0
    for before, letter in pairwise(printed):
        right, fall, size = letter.x - before.x, before.y - letter.y, letter.size
        down += abs(right) < 0.3 * size and 0 < fall < 1.6 * size
        along += abs(fall) < 0.3 * size and 0 < right < 1.6 * size
    return down > 2 * along


def _continues(letter: Letter, row: Row, aside: float) -> bool:
    size = max(letter.size, row.size)
    forward = row.last < letter.x <= row.last + (1 + _GAP) * size
    return forward and abs(letter.y - row.y) <= aside * size


def _is_furigana(letter: Letter, row: Row | None, body: float) -> bool:
    """Whether a letter is small kana: above the row before it, or far smaller than the text."""
    if not _KANA.fullmatch(letter.text):
        return False
    if letter.size <= FURIGANA * body:
        return True
    return (
        row is not None
        and letter.size <= FURIGANA * row.size
        and 0 < letter.y - row.y < 2 * row.size
        and row.x - row.size <= letter.x <= row.last + row.size
    )


def _is_shadow(letter: Letter, before: Letter) -> bool:
    """Whether a letter is the one before once more, a hair beside: so programs make it bold."""
    apart = max(abs(letter.x - before.x), abs(letter.y - before.y))
    return letter.text == before.text and apart < 0.15 * letter.size


def _without_shadows(rows: Sequence[Row]) -> list[Row]:
    found: list[Row] = []
    for row in rows:
        before = found[-1] if found else None
        if before is not None and row.text == before.text:
            apart = max(abs(row.x - before.x), abs(row.y - before.y))
            if apart < 0.15 * row.size:
                continue
        found.append(row)
    return found


def _by_columns(rows: list[Row]) -> list[Row]:
    """The rows, a column after the other, where the page places them line by line across two."""
    across = [
        after.x
        for before, after in pairwise(rows)
        if abs(after.y - before.y) <= _ASIDE * after.size and after.x > before.last
    ]
    if len(across) < 4 or len(across) < len(rows) / 4:
        return rows
    edge = min(across)
    return sorted(rows, key=lambda row: row.x >= edge - row.size)
