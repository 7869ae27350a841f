from datetime import UTC, datetime, timedelta

import pytest

from kit.learner.event import Event
from kit.learner.memory import READING, Memory
from kit.widgets.recall import recall

NOON = datetime(2026, 1, 10, 12, 0, 0, 1999, tzinfo=UTC)
NOON_MS = 1_768_046_400_001
WORD = "協調/きょうちょう"


def answer(kind: str, *, correct: bool = True, hints: int = 0) -> Event:
    return Event.answered("g20", f"{kind}/{WORD}", "x", correct=correct, time=NOON, hints=hints)


@pytest.mark.parametrize(
    ("events", "missed"),
    [
        ([answer("reading")], 0),
        ([answer("kanji")], 0),
        ([answer("reading", correct=False)], 1),
        ([answer("reading", hints=1)], 1),
        ([Event.seen("import", "", WORD, "30", time=NOON)], 0),
    ],
)
def test_a_reading_that_was_tested_is_told_with_when_and_how(
    events: list[Event], missed: int
) -> None:
    memory = Memory.of(events)
    card = memory.card(WORD, READING)
    assert card is not None
    assert recall(memory, [WORD, "国会/こっかい"]) == {WORD: [card.stability, NOON_MS, missed]}


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
