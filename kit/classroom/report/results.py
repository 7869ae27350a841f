"""How the questions of a lesson went: which split the class, and who got them right. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from kit.classroom.report.asked import Asked
from kit.classroom.report.share import FEW, Share
from kit.classroom.report.tally import Done, Tally

AROUND_HALF = 15
"""Percent that the share right of a question is from one half at the most that splits the class."""

LEAST_ALIKE = 2
"""Students who have to give the same wrong answer for it to be shown."""


class Result(NamedTuple):
    """How a question went at the first try.

    right: of those who answered it. upper, lower: of the upper and the lower third of these
    students, by the share of their other answers that was right; None where they are too few.
    wrong: the most frequent wrong answer, and how many gave it; empty where hardly two agree.
    """

    asked: Asked
    right: Share
    upper: Share | None = None
    lower: Share | None = None
    wrong: str = ""
    alike: int = 0

    @property
    def splits(self) -> bool:
        """Whether about half got it right, of enough students."""
        part, whole = self.right
        return not self.right.few and abs(100 * part - 50 * whole) <= AROUND_HALF * whole

    @property
    def difference(self) -> float | None:
        """By how much more of the upper third got it right, from -1 to 1."""
        if self.upper is None or self.lower is None:
            return None
        return self.upper.ratio - self.lower.ratio


def results(tally: Tally) -> tuple[Result, ...]:
    """The questions that somebody answered, in the order of the lesson."""
    answered: dict[str, list[Done]] = {}
    for done in tally.done.values():
        for id_ in done.first:
            answered.setdefault(id_, []).append(done)
    return tuple(
        _result(asked, answered[id_]) for id_, asked in tally.questions.items() if id_ in answered
    )


def splitting(found: Sequence[Result]) -> list[Result]:
    """Those that split the class, first those that tell most of who has understood."""
    return sorted(
        (result for result in found if result.splits),
        key=lambda result: (-(result.difference or 0), abs(result.right.ratio - 0.5)),
    )


def _result(asked: Asked, students: Sequence[Done]) -> Result:
    right = sum(_is_right(done, asked) for done in students)
    upper, lower = _thirds(asked, students)
    wrong, alike = _wrong(asked, students)
    return Result(asked, Share(right, len(students)), upper, lower, wrong, alike)


def _is_right(done: Done, asked: Asked) -> bool:
    return bool(done.first[asked.id].correct)


def _thirds(asked: Asked, students: Sequence[Done]) -> tuple[Share | None, Share | None]:
    """How the two thirds did; students with no other answer are in none."""
    ranked = sorted(
        (
            ((done.right - _is_right(done, asked)) / (len(done.first) - 1), _is_right(done, asked))
            for done in students
            if len(done.first) > 1
        ),
        key=lambda pair: -pair[0],
    )
    size = len(ranked) // 3
    if size < FEW:
        return None, None
    upper, lower = (sum(right for _, right in part) for part in (ranked[:size], ranked[-size:]))
    return Share(upper, size), Share(lower, size)


def _wrong(asked: Asked, students: Sequence[Done]) -> tuple[str, int]:
    """What is no answer of a single student, who might be known by it."""
    if asked.item is not None and asked.item.order:
        return "", 0
    given = Counter(done.first[asked.id].answer for done in students if not _is_right(done, asked))
    answer, alike = max(given.items(), key=lambda pair: (pair[1], pair[0]), default=("", 0))
    return (answer, alike) if alike >= LEAST_ALIKE else ("", 0)
