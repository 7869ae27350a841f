"""What the front end needs to know which readings are remembered now; see `recall.js`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from kit.learner.memory import DECAY, FACTOR, READING, Memory

CURVE = [FACTOR, DECAY]
"""The forgetting curve, as `kit.learner.memory` has it."""


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def recall(memory: Memory, words: Iterable[str]) -> dict[str, list[float]]:
    """What is remembered of the reading of words.

    Args:
        memory: the student's.
        words: their ids.

    Returns:
        For each word whose reading was ever tested: its stability in days, when it was last
        tested in milliseconds since 1970, and 1 if it was not simply right then, else 0.
    """
    cards = ((word, memory.card(word, READING)) for word in words)
    return {
        word: [
            card.stability,
            (card.last_review - _EPOCH) // timedelta(milliseconds=1),
            int(memory.missed(word, READING)),
        ]
        for word, card in cards
        if card is not None and card.stability is not None and card.last_review is not None
    }
