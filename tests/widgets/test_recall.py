from datetime import UTC, datetime, timedelta

import pytest

from kit.learner.event import Event
from kit.learner.memory import READING, Memory
from kit.widgets.recall import IMPORTED, MARKED, MISSED, RIGHT, recall

NOON = datetime(2026, 1, 10, 12, 0, 0, 1999, tzinfo=UTC)
NOON_MS = 1_768_046_400_001
HOUR = 3_600_000  # milliseconds
WORD = "協調/きょうちょう"
BEFORE, AFTER = NOON - timedelta(hours=1), NOON + timedelta(hours=1)


def mark(what: str, time: datetime) -> Event:
    return Event.seen("mark", "g20", WORD, what, time=time)


def answer(kind: str, *, correct: bool = True, hints: int = 0) -> Event:
    return Event.answered("g20", f"{kind}/{WORD}", "x", correct=correct, time=NOON, hints=hints)


@pytest.mark.parametrize(
    ("events", "went"),
    [
        ([answer("reading")], RIGHT),
        ([answer("kanji")], RIGHT),
        ([answer("reading", correct=False)], MISSED),
        ([answer("reading", hints=1)], MISSED),
        ([Event.seen("import", "", WORD, "30", time=NOON)], IMPORTED),
        ([Event.seen("import", "", WORD, "30", time=BEFORE), answer("reading")], RIGHT),
        ([mark("learning", BEFORE), answer("reading")], RIGHT),
        ([answer("reading"), mark("known", AFTER)], RIGHT),
    ],
)
def test_a_reading_that_was_tested_is_told_with_when_and_how(
    events: list[Event], went: str
) -> None:
    memory = Memory.of(events)
    card = memory.card(WORD, READING)
    assert card is not None
    assert recall(memory, [WORD, "国会/こっかい"]) == {WORD: [card.stability, NOON_MS, went]}


@pytest.mark.parametrize(
    "events",
    [
        [],
        [answer("meaning")],
        [Event.seen("mark", "g20", WORD, "known", time=NOON)],
        [Event.seen("look-up", "g20", WORD, time=NOON + timedelta(days=1))],
    ],
)
def test_of_what_was_never_tested_nothing_is_told(events: list[Event]) -> None:
    assert recall(Memory.of(events), [WORD]) == {}


@pytest.mark.parametrize(
    ("events", "stable"),
    [
        ([], False),
        ([answer("reading")], True),
        ([answer("meaning")], False),
        ([answer("reading", correct=False)], True),
        ([Event.seen("import", "", WORD, "30", time=NOON)], True),
    ],
)
def test_a_word_that_was_marked_as_learning_since_is_told_with_when(
    events: list[Event], stable: bool
) -> None:
    memory = Memory.of([*events, mark("learning", AFTER)])
    ((stability, last, went),) = recall(memory, [WORD]).values()
    assert (bool(stability), last, went) == (stable, NOON_MS + HOUR, MARKED)
