from datetime import UTC, date, datetime, timedelta

import pytest

from kit.classroom.report.answers import UNKNOWN
from kit.classroom.report.pace import MOST_WEEKS, Pace, pace
from kit.classroom.report.share import Share
from kit.learner.event import Event
from tests.classroom.handed import READ, answered

MONDAY = datetime(2026, 3, 2, 12, tzinfo=UTC)
NOW = MONDAY + timedelta(days=400)


def on(day: float, correct: bool = True) -> Event:
    return answered(READ, correct, time=MONDAY + timedelta(days=day))


def days(told: Pace) -> list[tuple[int, Share]]:
    return [((day - MONDAY.date()).days, share) for day, share in told.periods]


@pytest.mark.parametrize(
    ("answers", "weekly", "periods"),
    [
        ([], False, []),
        ([on(0)], False, [(0, Share(1, 1))]),
        (
            [on(2), on(0), on(0.1, False)],
            False,
            [(0, Share(1, 2)), (1, Share(0, 0)), (2, Share(1, 1))],
        ),
        ([on(0), on(13)], False, [(n, Share(n in (0, 13), n in (0, 13))) for n in range(14)]),
        (
            [on(1), on(6), on(7, False), on(15)],
            True,
            [(0, Share(2, 2)), (7, Share(0, 1)), (14, Share(1, 1))],
        ),
    ],
)
def test_answers_are_told_by_the_day_or_the_week(
    answers: list[Event], weekly: bool, periods: list[tuple[int, Share]]
) -> None:
    told = pace(answers, NOW, UTC)
    assert (told.weekly, days(told)) == (weekly, periods)


def test_of_a_long_time_the_last_weeks_are_told() -> None:
    told = pace([on(0), on(0.5), on(301), on(302)], NOW, UTC)
    assert len(told.periods) == MOST_WEEKS
    assert told.periods[-1][1] == Share(2, 2)
    assert (told.begin, told.earlier) == (date(2026, 3, 2), 2)


def test_a_time_that_cannot_be_is_none() -> None:
    odd = [answered(READ, True, time=time) for time in (UNKNOWN, NOW + timedelta(seconds=1))]
    assert pace(odd, NOW, UTC) == Pace(None, None, False, (), 0, 2)
    assert days(pace([*odd, on(0)], NOW, UTC)) == [(0, Share(1, 1))]
