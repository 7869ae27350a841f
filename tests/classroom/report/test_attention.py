from collections.abc import Mapping, Sequence
from datetime import timedelta

import pytest

from kit.classroom.report.answers import UNKNOWN
from kit.classroom.report.attention import Standing, in_need, standings
from kit.classroom.report.tally import tally
from kit.learner.event import Event
from kit.lesson.lesson import Lesson
from tests.classroom.handed import BEGIN, Class, answered
from tests.lesson import small

ITEMS = [
    f"{kind}/{word}"
    for kind in ("reading", "meaning", "gap", "odd")
    for word in (
        *("予算案/よさんあん", "決定/けってい", "修正/しゅうせい"),
        *("方針/ほうしん", "姿勢/しせい", "応じる/おうじる"),
    )
]
NOW = BEGIN + timedelta(days=60)


@pytest.fixture(scope="module")
def lesson(tmp_path_factory: pytest.TempPathFactory) -> Lesson:
    return small.read(small.write(tmp_path_factory.mktemp("work"), words=small.WITH_ALL))


def did(right: int, wrong: int = 0, day: float = 0) -> list[Event]:
    time = BEGIN + timedelta(days=day)
    answers = [True] * right + [False] * wrong
    return [
        answered(item, correct, time=time + timedelta(seconds=number))
        for number, (item, correct) in enumerate(zip(ITEMS, answers, strict=False))
    ]


def told(lesson: Lesson, done: Mapping[str, Sequence[Event]]) -> tuple[Standing, ...]:
    return standings(tally(lesson, Class(done)), NOW)


@pytest.mark.parametrize(
    ("events", "why"),
    [
        (did(20), ()),
        ([], ("nothing",)),
        (did(10), ()),
        (did(9), ("few",)),
        (did(10, 10), ()),
        (did(9, 11), ("low",)),
        (did(0, 9), ("few",)),  # too few answers to speak of right and wrong
        (did(0, 10), ("low",)),
        (did(20, day=-7), ()),
        (did(15, day=-7), ()),
        (did(14, day=-7), ("idle",)),
        (did(14, day=-6), ()),
        (did(4, 5, day=-7), ("few", "idle")),
        (did(4, 8, day=-7), ("low", "idle")),
    ],
)
def test_who_may_need_help(lesson: Lesson, events: list[Event], why: tuple[str, ...]) -> None:
    middle = {str(number): did(20) for number in range(4)}
    found = told(lesson, {**middle, "aya": events})
    assert {standing.student.name: standing.why for standing in found}["aya"] == why


def test_one_student_alone_is_not_compared(lesson: Lesson) -> None:
    (alone,) = told(lesson, {"aya": did(3)})
    assert alone.why == ()
    assert told(lesson, {}) == ()


def test_nobody_is_idle_for_an_answer_from_the_future(lesson: Lesson) -> None:
    late = [answered(ITEMS[0], True, time=NOW + timedelta(days=900))]
    found = told(lesson, {"aya": did(3), "ben": did(3), "carla": late})
    assert [standing.why for standing in found] == [(), (), ("few",)]
    assert found[2].last is None


def test_an_answer_without_a_time_has_no_day(lesson: Lesson) -> None:
    (aya,) = told(lesson, {"aya": [answered(ITEMS[0], True, time=UNKNOWN)]})
    assert aya.last is None


def test_first_come_those_for_whom_more_reasons_speak(lesson: Lesson) -> None:
    done = {str(number): did(20) for number in range(4)}
    done |= {"aya": did(9, 11), "ben": did(4, 8, day=-7), "carla": did(7, 13)}
    assert [one.student.name for one in in_need(told(lesson, done))] == ["ben", "carla", "aya"]
