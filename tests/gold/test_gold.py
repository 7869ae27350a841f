"""A floor under the readings and senses of whole sentences."""

from __future__ import annotations

from tests.gold.score import HERE, score

MISREAD = 10
"""Content words in 1,000 that may show a wrong reading or sense."""
AWKWARD = 30
"""Content words in 1,000 that may be cut otherwise, or have the right sense in a later gloss."""


def test_nearly_every_word_has_the_reading_and_the_sense_of_the_place() -> None:
    total, wrong = score(HERE.glob("*.txt"))
    severe = [fault.what for fault in wrong if fault.severe]
    light = [fault.what for fault in wrong if not fault.severe]
    assert 1000 * len(severe) / total <= MISREAD, "\n".join(severe)
    assert 1000 * len(light) / total <= AWKWARD, "\n".join(light)
