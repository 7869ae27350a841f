"""What the front end needs to know which readings are remembered now; see `recall.js`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from kit.learner.memory import DECAY, FACTOR, READING, Memory

RIGHT, MISSED, IMPORTED, MARKED = "right", "missed", "imported", "marked"
"""How a reading went the last time: right, not simply right, only ever tested elsewhere; or the
word was marked as learning since, or without ever having been tested."""

CURVE = [FACTOR, DECAY]
"""The forgetting curve, as `kit.learner.memory` has it."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def recall(memory: Memory, words: Iterable[str]) -> dict[str, list[float | str]]:
    """What is remembered of the reading of words.

    Args:
        memory: the student's.
        words: their ids.

    Returns:
        For each word whose reading was ever tested, or that is marked as learning: its stability
        in days, 0 where it was never tested, when it was last tested or marked in milliseconds
        since 1970, and which of the four it is.
    """
    found = {word: _reading(memory, word) for word in words}
    return {word: reading for word, reading in found.items() if reading}


def _reading(memory: Memory, word: str) -> list[float | str]:
    """What is remembered of a reading, if anything."""
    marked = memory.marking(word)
    learning = marked.time if marked and marked.mark == "learning" else None
    card = memory.card(word, READING)
    stability, last = (card.stability, card.last_review) if card else (0, None)
    if learning and (last is None or learning > last):
        return [stability or 0, _milliseconds(learning), MARKED]
    if last is None or stability is None:
        return []
    if memory.missed(word, READING):
        how = MISSED
    else:
        how = IMPORTED if memory.imported(word, READING) else RIGHT
    return [stability, _milliseconds(last), how]


def _milliseconds(time: datetime) -> int:
    return (time - _EPOCH) // timedelta(milliseconds=1)
