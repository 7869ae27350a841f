"""What became of a student's learning over time, day by day: pure, from memory and events.

A day is the student's own, in a time zone; None for that of the machine.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import accumulate

from kit.learner.event import Event
from kit.learner.memory import MEANING, Memory
from kit.learner.review import askable, wanted

WHOLE = "whole"
"""The item of a reading of a lesson's whole text."""


def today(now: datetime, tz: tzinfo | None = None) -> date:
    """The day that a time is on."""
    return now.astimezone(tz).date()


def end(day: date, tz: tzinfo | None = None) -> datetime:
    """The last microsecond of a day, in UTC."""
    midnight = datetime.combine(day + timedelta(days=1), time.min, tz)
    return midnight.astimezone(UTC) - timedelta(microseconds=1)


def words_learnt(memory: Memory, tz: tzinfo | None = None) -> list[tuple[date, int]]:
    """The days on which words were learnt, each with how many were learnt until then.

    A word is learnt once it is first past its learning steps, as far as its meaning goes.
    """
    days = Counter(
        today(when, tz) for (_, aspect), when in memory.learnt.items() if aspect == MEANING
    )
    ordered = sorted(days)
    return list(zip(ordered, accumulate(days[day] for day in ordered), strict=True))


def reading_speeds(
    events: Iterable[Event], characters: Mapping[str, int], tz: tzinfo | None = None
) -> list[tuple[date, int]]:
    """The days on which whole texts were read against the clock, each with the characters a minute.

    Args:
        events: of all lessons.
        characters: lesson → how long its text is; other texts are left out.
        tz: the student's time zone.
    """
    read: Counter[date] = Counter()
    taken: Counter[date] = Counter()
    for event in events:
        timed = event.kind == "read" and event.item == WHOLE and (event.milliseconds or 0) > 0
        if timed and event.lesson in characters:
            day = today(event.time, tz)
            read[day] += characters[event.lesson]
            taken[day] += event.milliseconds or 0
    return [(day, round(read[day] * 60_000 / taken[day])) for day in sorted(read)]


def forecast(
    memory: Memory, now: datetime, days: int, tz: tzinfo | None = None
) -> list[tuple[date, int]]:
    """How many words are to be reviewed on each of the next days, as far as is known today.

    Args:
        memory: what the student remembers.
        now: the time, in UTC.
        days: how many, from today on.
        tz: the student's time zone.

    Returns:
        Day and number of words; today has all that review asks today, and no word is counted twice.
    """
    begin = today(now, tz)
    last = end(begin + timedelta(days=days - 1), tz)
    first = {word: begin for word, _ in wanted(memory, now, end(begin, tz))}
    for due in sorted(memory.due(last, last), key=lambda due: due.due):
        if (day := today(due.due, tz)) > begin and askable(due.word, due.aspect):
            first.setdefault(due.word, day)
    counted = Counter(first.values())
    coming = (begin + timedelta(days=number) for number in range(days))
    return [(day, counted[day]) for day in coming]
