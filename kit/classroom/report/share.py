"""A share of students or of answers, as one can speak of it: of a few, only the count."""

from __future__ import annotations

from typing import NamedTuple

FEW = 5
"""Of fewer, a percentage would pretend to know something."""

MARK = "*"
"""What stands behind the count of a few."""


class Share(NamedTuple):
    """So many of so many."""

    part: int
    whole: int

    @property
    def few(self) -> bool:
        """Whether there are too few for a percentage."""
        return self.whole < FEW

    @property
    def ratio(self) -> float:
        """From 0 to 1; 0 of none."""
        return self.part / self.whole if self.whole else 0.0

    def __str__(self) -> str:
        if not self.whole:
            return "–"
        count = f"{self.part:,}/{self.whole:,}"
        return f"{count} {MARK}" if self.few else f"{100 * self.ratio:.0f} % ({count})"
