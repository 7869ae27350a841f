"""How each student does, and who may need help, by rules that can be said in a sentence. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from statistics import median
from typing import NamedTuple

from kit.classroom.report.answers import UNKNOWN, Student
from kit.classroom.report.share import Share
from kit.classroom.report.tally import Done, Tally

NOTHING, FEW_ANSWERS, FEW_RIGHT, IDLE = "nothing", "few", "low", "idle"
"""Why somebody may need help."""

PART = 0.5
"""Of what the middle student answered; who answered less answered little."""

NEARLY = 0.75
"""Of the same; who answered less, and is idle, has not simply done it all."""

LOW = 0.5
"""Who has a smaller share right has few right …"""

ENOUGH = 10
"""… of so many answers at least."""

DAYS = timedelta(days=7)
"""Since when somebody is idle, before the last answer of the class."""


class Standing(NamedTuple):
    """How a student does.

    right: the questions right at the first try, of those answered. last: the last answer, in UTC;
    None where its time is unknown. why: the reasons to look after the student.
    done: question's id → whether it was right.
    """

    student: Student
    right: Share
    last: datetime | None
    why: tuple[str, ...]
    done: dict[str, bool]


def standings(tally: Tally, now: datetime) -> tuple[Standing, ...]:
    """How each student does, in the order of the class.

    Args:
        tally: what the class did.
        now: in UTC; answers of a later time have none.
    """
    lasts = {student: _last(done, now) for student, done in tally.done.items()}
    last = max((time for time in lasts.values() if time), default=None)
    counts = [len(done.first) for done in tally.done.values() if done.first]
    middle = median(counts) if counts else 0.0
    return tuple(
        Standing(
            student,
            Share(done.right, len(done.first)),
            lasts[student],
            tuple(_why(done, lasts[student], middle, last)),
            {id_: bool(event.correct) for id_, event in done.first.items()},
        )
        for student, done in tally.done.items()
    )


def in_need(found: Sequence[Standing]) -> list[Standing]:
    """Those who may need help, first those for whom more reasons speak."""
    return sorted(
        (standing for standing in found if standing.why),
        key=lambda standing: (-len(standing.why), standing.right.ratio),
    )


def _last(done: Done, now: datetime) -> datetime | None:
    times = [event.time for event in done.first.values() if UNKNOWN < event.time <= now]
    return max(times, default=None)


def _why(done: Done, own: datetime | None, middle: float, last: datetime | None) -> list[str]:
    answered = len(done.first)
    if not answered:
        return [NOTHING]
    idle = own is not None and last is not None and last - own >= DAYS
    rules = {
        FEW_ANSWERS: answered < PART * middle,
        FEW_RIGHT: answered >= ENOUGH and done.right < LOW * answered,
        IDLE: idle and answered < NEARLY * middle,
    }
    return [why for why, holds in rules.items() if holds]
