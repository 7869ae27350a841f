"""Readings that a text itself gives in brackets: 福田（ふくだ）氏.

News gives the readings of names so. They part a word from its title, and no word of the language
stands in them: the text is analysed without them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kit.language.article import Analysis
from kit.language.furigana.align import furigana

_KANJI = "[一-鿿㐀-䶿々〆ヶ]"
_READING = re.compile(f"(?<={_KANJI})[（(]([ぁ-ゖー]+(?:[・ 　][ぁ-ゖー]+)*)[）)]")
_PARTS = re.compile("[・ 　]")


class Bracketed(NamedTuple):
    """A reading in brackets: from `start` to `end` with them, and in hiragana without a gap."""

    start: int
    end: int
    reading: str


def bracketed(text: str) -> list[Bracketed]:
    """The readings that may stand in brackets after kanji, in order."""
    if "（" not in text and "(" not in text:
        return []
    return [
        Bracketed(found.start(), found.end(), _PARTS.sub("", found[1]))
        for found in _READING.finditer(text)
    ]


def without(text: str, readings: Sequence[Bracketed]) -> str:
    """The text without them."""
    parts, position = [], 0
    for found in readings:
        parts.append(text[position : found.start])
        position = found.end
    return "".join([*parts, text[position:]])


def read_as(word: Analysis, reading: str) -> Analysis | None:
    """A word with the reading that its text gives it; None where it can't be the word's.

    A name may be read in any way; of another word each kanji must be read as it can be. Where the
    reading is that of the word's last part alone, the word stays as it is.
    """
    if word.reading.endswith(reading) and word.reading != reading:
        return word
    pieces = tuple(furigana(word.surface, reading))
    free = word.kind == "name" or word.source == "none" or reading in word.alternatives
    whole = len(pieces) == 1 and len(word.surface) > 1
    if reading != word.reading and whole and not free:
        return None
    return word._replace(reading=reading, alternatives=(), uncertain=False, furigana=pieces)
