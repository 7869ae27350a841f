"""The text of an assignment as the reader takes it, without help where help would be the answer."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import Any

from kit.language.script.kana import hiragana
from kit.lesson.lesson import Lesson, Section
from kit.lesson.page_data import page_data
from kit.lesson.reading import annotated, glossary
from kit.lesson.ruby import KANJI
from kit.lesson.vocabulary import TaughtWord

SHORT = 2
"""Kana of a reading that other words have in them by chance; up to so many are no help."""


def assigned_text(
    lesson: Lesson, section: Section, asked: Collection[TaughtWord]
) -> dict[str, Any]:
    """A section's words, kanji and pages.

    A word that is asked for is text and nothing else, and so is any that shares a kanji with one,
    or whose entry has its reading. There are no easier versions, no rendering and no notes.

    Args:
        lesson: the one that it is of.
        section: what is read.
        asked: the words that the assignment asks for.
    """
    lines = [
        (passage.place, annotated(lesson, passage), ())
        for passage in lesson.passages(section.place)
    ]
    data = page_data(lines, glossary(lesson))
    kanji = frozenset(KANJI.findall("".join(word.word for word in asked)))
    readings = {reading for word in asked for reading in word.readings}
    words = [_quiet(word, kanji, readings) for word in data["words"]]
    shown = "".join(word.get("headword", word["surface"]) for word in words if "id" in word)
    table = {sign: known for sign, known in data["kanji"].items() if sign in shown}
    return {"words": words, "kanji": table, "pages": data["pages"]}


def _quiet(
    word: Mapping[str, Any], kanji: Collection[str], readings: Collection[str]
) -> Mapping[str, Any]:
    told = hiragana(json.dumps(word, ensure_ascii=False))
    if any(sign in told for sign in kanji) or any(_tells(told, reading) for reading in readings):
        return {"surface": word["surface"]}
    return word


def _tells(told: str, reading: str) -> bool:
    return reading in told if len(reading) > SHORT else f'"{reading}"' in told
