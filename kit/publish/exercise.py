"""What a worksheet asks: the lesson's own items, those that paper can ask, numbered."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

from kit.lesson import quiz
from kit.lesson.item import COLLOCATION, GAP, ODD, READING, Item
from kit.lesson.lesson import Lesson, Passage, Section

KINDS = (READING, GAP, COLLOCATION, ODD)
"""The kinds of vocabulary item that a worksheet asks, in its order.

Not what a word means and how it is written: margin and text tell.
"""


class Exercise(NamedTuple):
    """An item under its number, which answer key and worksheet share."""

    number: int
    item: Item


class Part(NamedTuple):
    """A section on paper, numbered from 1.

    passages: its paragraphs, each with its number in the lesson and the questions on it.
    words: kind → the exercises on its words.
    """

    section: Section
    passages: tuple[tuple[int, Passage, tuple[Exercise, ...]], ...]
    words: dict[str, tuple[Exercise, ...]]


def parts(lesson: Lesson) -> Iterator[Part]:
    """The sections of a lesson, in order."""
    paragraphs = count(1)
    for section in lesson.sections:
        numbers = count(1)
        passages = tuple(
            (
                next(paragraphs),
                passage,
                tuple(
                    Exercise(next(numbers), item) for item in quiz.questions(lesson, passage.place)
                ),
            )
            for passage in lesson.passages(section.place)
        )
        items = quiz.words(lesson, section.place)
        words = {
            kind: tuple(Exercise(next(numbers), item) for item in items if item.kind == kind)
            for kind in KINDS
        }
        yield Part(section, passages, {kind: asked for kind, asked in words.items() if asked})
