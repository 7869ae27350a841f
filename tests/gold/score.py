"""A and B faults in 1,000 content words of gold sentences: `python -m tests.gold.score [FILE...]`.

One sentence a line, `[surface|reading;reading|sense;sense]` about each content word; a sense is a
regular expression that the right gloss matches and a wrong one does not. Function words are bare.
A shows a wrong reading or sense; B is cut otherwise, has no gloss, or has the right sense only
second or third.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from kit import annotate

HERE = Path(__file__).parent
UNIT = re.compile(r"\[([^\]|]+)\|([^\]|]+)\|([^\]]+)\]")


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


def score(paths: Iterable[Path]) -> tuple[int, list[Fault]]:
    """How many content words the files have, and which of them are wrong."""
    total, wrong = 0, []
    for path in sorted(paths):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                count, found = faults(line)
                total += count
                wrong += found
    return total, wrong


def main() -> None:
    """Print the faults of the files named, or of all that were read twice."""
    total, wrong = score(map(Path, sys.argv[1:]) if sys.argv[1:] else HERE.glob("*.txt"))
    for fault in wrong:
        print("A" if fault.severe else "B", fault.what)
    severe = sum(fault.severe for fault in wrong)
    print(
        f"{total} content words, in 1,000: A {1000 * severe / total:.1f},"
        f" B {1000 * (len(wrong) - severe) / total:.1f}"
    )


if __name__ == "__main__":
    main()
