"""What a lesson asks, by the ids that answers are kept under."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from kit.lesson import quiz
from kit.lesson.answer import lines
from kit.lesson.item import COLLOCATION, GAP, KANJI, MEANING, ODD, QUESTION, READING, Item
from kit.lesson.kept import kept
from kit.lesson.lesson import Lesson
from kit.lesson.reading import meetings
from kit.lesson.vocabulary import TaughtWord

OF_A_WORD = (READING, MEANING, GAP, KANJI, COLLOCATION, ODD)
"""The kinds of items whose id names the word that they ask about."""


class Asked(NamedTuple):
    """A question.

    words: the ids of those that it asks about. about: the same as text.
    place: the paragraph that is read before it is asked; empty where that may be any.
    item: as the lesson asks it; None for one that another quiz of the lesson has asked.
    """

    id: str
    kind: str
    prompt: str
    words: tuple[str, ...]
    about: str
    place: str = ""
    item: Item | None = None

    def missed(self, answer: str) -> tuple[str, ...]:
        """The words that a wrong answer missed: of pairs, those that are paired wrongly."""
        if self.item is None or not self.item.partners:
            return self.words
        fits = lines(self.item, answer)
        return tuple(word for word, right in zip(self.words, fits, strict=True) if not right)


@kept
def asked(lesson: Lesson) -> Mapping[str, Asked]:
    """All questions of a lesson's notebooks, in their order."""
    places = {
        f"{QUESTION}/{question.id}": passage.place
        for passage in lesson.passages()
        for question in passage.paragraph.questions
    }
    places |= {f"{READING}/{meeting.word.id}": meeting.place for meeting in meetings(lesson)}
    return {
        item.id: Asked(
            item.id,
            item.kind,
            item.prompt,
            tuple(word.id for word in item.words),
            "・".join(word.word for word in item.words),
            places.get(item.id, ""),
            item,
        )
        for item in quiz.everything(lesson)
    }


def other(lesson: Lesson, id_: str) -> Asked | None:
    """A question on a taught word that the notebooks do not ask; None where there is no such.

    With another seed, quizzes ask other kinds of questions on the same words.
    """
    kind, _, subject = id_.partition("/")
    word = _taught(lesson).get(subject) if kind in OF_A_WORD else None
    if word is None:
        return None
    prompt = lesson.texts(f"item.{kind}", word=word.word, reading=word.reading)
    return Asked(id_, kind, prompt, (word.id,), word.word)


@kept
def _taught(lesson: Lesson) -> Mapping[str, TaughtWord]:
    return {word.id: word for word in lesson.words}
