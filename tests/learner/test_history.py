from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import pytest

from kit.learner.event import Event
from kit.learner.history import end, forecast, reading_speeds, today, words_learnt
from kit.learner.memory import Memory

NOON = datetime(2026, 1, 10, 12, tzinfo=UTC)
TOKYO = ZoneInfo("Asia/Tokyo")
WORDS = ("協調/きょうちょう", "会談/かいだん", "外相/がいしょう")


def answer(item: str, days: float, *, correct: bool = True) -> Event:
    time = NOON + timedelta(days=days)
    return Event.answered("g20", item, "", correct=correct, time=time)


def imported(word: str, days: float, interval: float) -> Event:
    return Event.seen("import", "", word, str(interval), time=NOON + timedelta(days=days))


def learnt(word: str, days: float, interval: float) -> list[Event]:
    """Both memories of a word, once tested here and then reviewed elsewhere."""
    tested = [answer(f"{kind}/{word}", days - 0.1) for kind in ("reading", "meaning")]
    return [*tested, imported(word, days, interval)]


def read(lesson: str, days: float, milliseconds: int, item: str = "whole") -> Event:
    return Event.read(lesson, item, milliseconds, time=NOON + timedelta(days=days))


@pytest.mark.parametrize(
    ("tz", "day", "last"),
    [
        (UTC, date(2026, 1, 10), datetime(2026, 1, 10, 23, 59, 59, 999999, tzinfo=UTC)),
        (TOKYO, date(2026, 1, 11), datetime(2026, 1, 11, 14, 59, 59, 999999, tzinfo=UTC)),
        (
            timezone(timedelta(hours=-11)),
            date(2026, 1, 10),
            datetime(2026, 1, 11, 10, 59, 59, 999999, tzinfo=UTC),
        ),
    ],
)
def test_a_day_is_the_student_s_own(tz: tzinfo, day: date, last: datetime) -> None:
    late = datetime(2026, 1, 10, 15, tzinfo=UTC)
    assert today(late, tz) == day
    assert end(day, tz) == last
    assert today(end(day, tz), tz) == day
    assert today(end(day, tz) + timedelta(microseconds=1), tz) == day + timedelta(days=1)


def test_a_day_without_a_zone_is_that_of_the_machine() -> None:
    assert today(NOON) == NOON.astimezone().date()
    assert today(end(date(2026, 7, 1))) == date(2026, 7, 1)
    assert today(end(date(2026, 7, 1)) + timedelta(microseconds=1)) == date(2026, 7, 2)


def test_a_word_is_learnt_once_its_meaning_first_leaves_the_learning_steps() -> None:
    kyocho, kaidan, gaisho = WORDS
    events = [
        *(answer(f"meaning/{kyocho}", days) for days in (0, 1, 5, 30)),
        *(answer(f"gap/{kaidan}", days) for days in (0, 1.1)),
        *(answer(f"reading/{gaisho}", days) for days in (0, 1)),
        answer(f"meaning/{gaisho}", 2),
        answer(f"meaning/{gaisho}", 4),
        imported("国会/こっかい", 4, 30),
    ]
    assert words_learnt(Memory.of(events), UTC) == [(date(2026, 1, 11), 2), (date(2026, 1, 14), 3)]


def test_what_was_forgotten_later_was_learnt_all_the_same() -> None:
    events = [answer(f"meaning/{WORDS[0]}", days) for days in (0, 1)]
    wrong = answer(f"meaning/{WORDS[0]}", 9, correct=False)
    assert words_learnt(Memory.of([*events, wrong]), UTC) == [(date(2026, 1, 11), 1)]


def test_words_are_learnt_on_the_student_s_days() -> None:
    memory = Memory.of(answer(f"meaning/{WORDS[0]}", days) for days in (0, 1.2))
    assert words_learnt(memory, UTC) == [(date(2026, 1, 11), 1)]
    assert words_learnt(memory, TOKYO) == [(date(2026, 1, 12), 1)]
    assert words_learnt(Memory()) == []


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([], []),
        ([read("g20", 0, 60_000)], [(date(2026, 1, 10), 300)]),
        ([read("g20", 1, 90_000), read("g20", 0, 60_000)],
         [(date(2026, 1, 10), 300), (date(2026, 1, 11), 200)]),
        # all that was read on a day, over all that it took
        ([read("g20", 0, 60_000), read("budget", 0.1, 20_000)], [(date(2026, 1, 10), 300)]),
        ([read("g20", 0, 60_000), read("g20", 0.1, 180_000)], [(date(2026, 1, 10), 150)]),
        # a part of a text, a text that is not there, no time
        ([read("g20", 0, 60_000, "1.1"), read("gone", 0, 60_000), read("g20", 0, 0)], []),
        ([read("g20", 0, 60_000)._replace(milliseconds=None)], []),
        ([read("g20", 0, 60_000)._replace(kind="answer")], []),
    ],
)  # fmt: skip
def test_reading_is_in_characters_a_minute(
    events: list[Event], expected: list[tuple[date, int]]
) -> None:
    assert reading_speeds(events, {"g20": 300, "budget": 100}, UTC) == expected


def test_what_is_due_is_counted_on_its_day_and_what_is_overdue_today() -> None:
    events = [
        *learnt("国会/こっかい", -40, 30),  # ten days ago
        *learnt("予算/よさん", -1, 1),  # now
        *learnt("決定/けってい", -2.6, 3),  # later today
        *learnt("修正/しゅうせい", -1, 3),
        *learnt("方針/ほうしん", -1, 3),
        *learnt("姿勢/しせい", 0, 30),
        imported("外相/がいしょう", -40, 30),  # another program asks it
    ]
    found = forecast(Memory.of(events), NOON, 4, UTC)
    assert found == [
        (date(2026, 1, 10), 3),
        (date(2026, 1, 11), 0),
        (date(2026, 1, 12), 2),
        (date(2026, 1, 13), 0),
    ]
    tokyo = forecast(Memory.of(events), NOON + timedelta(hours=6), 3, TOKYO)
    assert tokyo == [(date(2026, 1, 11), 3), (date(2026, 1, 12), 2), (date(2026, 1, 13), 0)]


def test_today_has_what_can_be_reviewed_today() -> None:
    kyocho, kaidan, _ = WORDS
    memory = Memory.of([answer(f"meaning/{kyocho}", 0), answer(f"meaning/{kaidan}", -0.1)])
    assert [due.word for due in memory.due(NOON, end(NOON.date(), UTC))] == [kaidan]
    assert forecast(memory, NOON, 2, UTC) == [(date(2026, 1, 10), 1), (date(2026, 1, 11), 0)]
    marked = Event.seen("mark", "g20", "国会/こっかい", "learning", time=NOON)
    assert forecast(memory.after([marked]), NOON, 1, UTC) == [(date(2026, 1, 10), 2)]


def test_a_reading_that_is_not_asked_for_is_not_counted() -> None:
    phrase = "安全保障理事会常任理事国/あんぜんほしょうりじかいじょうにんりじこく"
    events = [answer(f"reading/{word}", days) for word in (phrase, WORDS[0]) for days in (-9, -8)]
    assert sum(count for _, count in forecast(Memory.of(events), NOON, 30, UTC)) == 1
    kana = Event.seen("mark", "", "めぐる/めぐる", "learning", time=NOON - timedelta(days=1))
    memory = Memory.of([kana, answer("meaning/めぐる/めぐる", 0)])
    assert forecast(memory, NOON, 1, UTC) == [(date(2026, 1, 10), 0)]


def test_a_word_counts_once_and_a_known_one_not_at_all() -> None:
    kyocho, kaidan, gaisho = WORDS
    events = [
        *learnt(kyocho, -1, 1),
        *(answer(f"reading/{kaidan}", days) for days in (-3, -2.9)),
        *learnt(gaisho, -1, 2),
        Event.seen("mark", "g20", gaisho, "known", time=NOON),
    ]
    memory = Memory.of(events)
    assert len(memory.due(end(date(2026, 1, 20), UTC))) == 3
    assert sum(count for _, count in forecast(memory, NOON, 11, UTC)) == 2
