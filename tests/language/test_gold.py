"""Sentences of our own, with every content word's reading and sense, second read by another person.

One sentence a line, `[surface|reading;reading|sense;sense]` about each content word; a sense is a
regular expression that the right gloss matches and a wrong one does not. Function words are bare.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from kit import annotate

GOLD = Path(__file__).parent / "gold"
UNIT = re.compile(r"\[([^\]|]+)\|([^\]|]+)\|([^\]]+)\]")

MISREAD = 10
"""Content words in 1,000 that may show a wrong reading or first gloss."""
AWKWARD = 30
"""Content words in 1,000 that may be cut otherwise, or have the right sense in a later gloss."""


class Fault(NamedTuple):
    """A content word that is not as the gold has it."""

    severe: bool
    what: str


def faults(line: str) -> tuple[int, list[Fault]]:
    """How many content words a gold sentence has, and which of them are wrong."""
    text = UNIT.sub(lambda unit: unit[1], line)
    words = {(word.start, word.end): word for word in annotate(text).words}
    found, count, shift = [], 0, 0
    for unit in UNIT.finditer(line):
        count += 1
        surface, readings, senses = unit[1], unit[2].split(";"), unit[3].split(";")
        start = unit.start() - shift
        shift += len(unit[0]) - len(surface)
        word = words.get((start, start + len(surface)))
        told = f"{surface} in {text}"
        if word is None:
            found.append(Fault(severe=False, what=f"cut otherwise: {told}"))
            continue
        if not {word.reading, *word.alternatives} & set(readings):
            found.append(Fault(severe=True, what=f"read {word.reading}: {told}"))
            continue
        fits = [
            any(re.search(sense.strip().lower(), gloss.lower()) for sense in senses)
            for gloss in word.glosses[:3]
        ]
        if not fits or not fits[0]:
            severe = bool(fits) and not any(fits)
            found.append(Fault(severe, f"{word.glosses[:1]}: {told}"))
    return count, found


def test_nearly_every_word_has_the_reading_and_the_sense_of_the_place() -> None:
    total, wrong = 0, []
    for path in sorted(GOLD.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                count, found = faults(line)
                total += count
                wrong += found
    severe = [fault.what for fault in wrong if fault.severe]
    light = [fault.what for fault in wrong if not fault.severe]
    assert 1000 * len(severe) / total <= MISREAD, "\n".join(severe)
    assert 1000 * len(light) / total <= AWKWARD, "\n".join(light)
