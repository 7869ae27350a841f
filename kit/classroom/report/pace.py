"""How a class went on over time: answers a day or a week, and the share that was right. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta, tzinfo
from typing import NamedTuple

from kit.classroom.report.answers import UNKNOWN
from kit.classroom.report.share import Share
from kit.learner.event import Event
from kit.learner.history import today

MOST_DAYS = 14
"""Days that are told one by one; a longer time is told in weeks."""

MOST_WEEKS = 16
"""Weeks that are told, the last ones."""


class Pace(NamedTuple):
    """How many answers there were, and how many of them were right.

    begin, end: the first and the last day with an answer; None where no time is known.
    weekly: whether a period is a week, from Monday on, and not a day.
    periods: the first day of each, and the answers that were right in it, of all.
    earlier: how many answers are older than these. undated: how many have no time that can be.
    """

    begin: date | None
    end: date | None
    weekly: bool
    periods: tuple[tuple[date, Share], ...]
    earlier: int
    undated: int


def pace(answers: Iterable[Event], now: datetime, tz: tzinfo | None = None) -> Pace:
    """How a class went on.

    Args:
        answers: all that were judged.
        now: in UTC; an answer cannot be later.
        tz: the time zone that a day is in; None for that of the machine.
    """
    given = [*answers]
    dated = [event for event in given if UNKNOWN < event.time <= now]
    undated = len(given) - len(dated)
    if not dated:
        return Pace(None, None, False, (), 0, undated)
    days = [(today(event.time, tz), bool(event.correct)) for event in dated]
    begin, end = min(days)[0], max(days)[0]
    weekly = (end - begin).days >= MOST_DAYS
    if weekly:
        days = [(day - timedelta(days=day.weekday()), right) for day, right in days]
    step = 7 if weekly else 1
    counted = Counter(day for day, _ in days)
    right = Counter(day for day, is_right in days if is_right)
    first, last = min(counted), max(counted)
    first = max(first, last - timedelta(days=step * (MOST_WEEKS - 1)))
    shown = [first + timedelta(days=n) for n in range(0, (last - first).days + 1, step)]
    periods = tuple((day, Share(right[day], counted[day])) for day in shown)
    earlier = len(dated) - sum(share.whole for _, share in periods)
    return Pace(begin, end, weekly, periods, earlier, undated)
