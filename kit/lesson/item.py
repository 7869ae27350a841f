"""A quiz item: something to answer."""

from __future__ import annotations

from typing import NamedTuple

from kit.lesson.lesson import Option
from kit.lesson.vocabulary import TaughtWord

READING, MEANING, GAP, KANJI, COLLOCATION, ODD, QUESTION, ORDER = (
    "reading",
    "meaning",
    "gap",
    "kanji",
    "collocation",
    "odd",
    "question",
    "order",
)
ENGLISH_OPTIONS = frozenset({MEANING})
"""The kinds whose options are English; those of all others are Japanese."""


class Item(NamedTuple):
    """Something to answer.

    kind: reading (typed), order (sentences put in order), or one of the kinds that are chosen.
    subject: the id of the word or question that it asks about.
    prompt: what is asked. context: what it is asked about: before, in and after the mark.
    options: what to choose from, or to put in order, as shown; none where the answer is typed.
    word: the word that it asks about. others: the lesson's other words.
    order: the options' texts in the right order, where they are to be put in order.
    """

    kind: str
    subject: str
    prompt: str
    context: tuple[str, str, str] = ("", "", "")
    options: tuple[Option, ...] = ()
    word: TaughtWord | None = None
    others: tuple[TaughtWord, ...] = ()
    order: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """What answers are kept under, in its lesson: never position, wording or seed."""
        return f"{self.kind}/{self.subject}"
