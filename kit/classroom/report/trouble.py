"""Which words of an article gave a class trouble: pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from kit.classroom.report.share import Share
from kit.classroom.report.tally import Tally
from kit.classroom.report.word_map import Found, words
from kit.lesson.lesson import Lesson

LEVELS = (0.2, 0.4, 0.6)
"""Shares from which on trouble is of the next level; the first level is above none at all."""


class Trouble(NamedTuple):
    """A word, and how many students had trouble with it.

    missed: who answered a question on it wrong. looked_up: who looked it up.
    either: who did one of the two, of those who met the word.
    """

    word: Found
    missed: int
    looked_up: int
    either: Share

    @property
    def level(self) -> int:
        """0 for none, 1 to 4 by the share; of a few students it is not to be told, and 0."""
        if self.either.few or not self.either.part:
            return 0
        return 1 + sum(self.either.ratio >= level for level in LEVELS)


def troubles(lesson: Lesson, tally: Tally) -> Mapping[str, Trouble]:
    """Each word of the lesson by its id, in the order of the text.

    A taught word that the text does not have, as far as the kit sees, is behind them.

    Args:
        lesson: what was read.
        tally: what the class did. A student met a word who was asked for it, looked it up, or was
            at a paragraph that has it.
    """
    found = dict(words(lesson))
    for row in lesson.words:
        if row.id not in found:
            found[row.id] = Found(row.id, row.word, row.reading, row.meanings[0], frozenset())
    return {id_: _trouble(word, tally) for id_, word in found.items()}


def _trouble(word: Found, tally: Tally) -> Trouble:
    missed = looked_up = either = met = 0
    for done in tally.done.values():
        was_missed, was_looked_up = word.id in done.missed, word.id in done.looked_up
        missed += was_missed
        looked_up += was_looked_up
        either += was_missed or was_looked_up
        met += word.id in done.met or not done.places.isdisjoint(word.places)
    return Trouble(word, missed, looked_up, Share(either, met))
