"""A quiz item: something to answer."""

from __future__ import annotations

from typing import NamedTuple

from kit.lesson.lesson import Option
from kit.lesson.vocabulary import TaughtWord

READING, MEANING, GAP, KANJI, COLLOCATION, ODD, QUESTION, ORDER, MATCH = (
    "reading",
    "meaning",
    "gap",
    "kanji",
    "collocation",
    "odd",
    "question",
    "order",
    "match",
)
ENGLISH_OPTIONS = frozenset({MEANING, MATCH})
"""The kinds whose options are English; those of all others are Japanese."""


class Item(NamedTuple):
    """Something to answer.

    kind: reading (typed), order (sentences put in order), match (words paired with meanings), or
    one of the kinds that are chosen.
    subject: the id of the word or question that it asks about.
    prompt: what is asked. context: what it is asked about: before, in and after the mark.
    options: what to choose from, or to put together, as shown; none where the answer is typed.
    word: the word that it asks about. others: the lesson's other words.
    pieces: how the word is read, part by part; where it is empty, the dictionary knows.
    order: the options' texts in the right order, where they are to be put together.
    partners: the words that the options, in the right order, are paired with.
    completed: the context with the answer in it, where that differs.
    interface: the language of the prompt, and of what the kit says to an answer.
    """

    kind: str
    subject: str
    prompt: str
    context: tuple[str, str, str] = ("", "", "")
    options: tuple[Option, ...] = ()
    word: TaughtWord | None = None
    others: tuple[TaughtWord, ...] = ()
    order: tuple[str, ...] = ()
    partners: tuple[TaughtWord, ...] = ()
    completed: tuple[str, str, str] = ("", "", "")
    interface: str = "en"
    pieces: tuple[tuple[str, str | None], ...] = ()

    @property
    def id(self) -> str:
        """What answers are kept under, in its lesson: never position, wording or seed."""
        return f"{self.kind}/{self.subject}"

    @property
    def language(self) -> str:
        """That of its options."""
        return "en" if self.kind in ENGLISH_OPTIONS else "ja"

    @property
    def words(self) -> tuple[TaughtWord, ...]:
        """The words that it asks about; none for a question on the text."""
        return (self.word,) if self.word else self.partners
