"""Where a student stands in a lesson: pure, from its items and the student's events."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kit.learner.event import Event
from kit.lesson.item import QUESTION, Item
from kit.lesson.vocabulary import TaughtWord


class Standing(NamedTuple):
    """Of the items, how many there are, were answered, and were right the last time.

    words, questions: what was wrong the last time, in the order of the items.
    """

    items: int
    answered: int
    right: int
    words: tuple[TaughtWord, ...]
    questions: tuple[str, ...]


def standing(items: Sequence[Item], events: Iterable[Event]) -> Standing:
    """Where the student stands.

    Args:
        items: all that the lesson asks.
        events: the student's events in the lesson, oldest first.
    """
    last = {event.item: event.correct for event in events if event.kind == "answer"}
    wrong = [item for item in items if last.get(item.id) is False]
    return Standing(
        items=len(items),
        answered=sum(item.id in last for item in items),
        right=sum(bool(last.get(item.id)) for item in items),
        words=tuple(dict.fromkeys(word for item in wrong for word in item.words)),
        questions=tuple(item.prompt for item in wrong if item.kind == QUESTION),
    )
