from datetime import UTC, datetime

from kit.learner.event import Event
from kit.learner.standing import standing
from kit.lesson.item import Item
from kit.lesson.vocabulary import TaughtWord

NOW = datetime(2026, 1, 10, tzinfo=UTC)
KAIDAN = TaughtWord("会談", "かいだん", ("talks",))
ITEMS = (
    Item("reading", KAIDAN.id, "Type the reading of 会談.", word=KAIDAN),
    Item("meaning", KAIDAN.id, "What does 会談 mean?", word=KAIDAN),
    Item("question", "who", "だれ？"),
)


def answered(item: Item, correct: bool) -> Event:
    return Event.answered("budget", item.id, "", correct=correct, time=NOW)


def test_nothing_is_answered_at_first() -> None:
    assert standing(ITEMS, []) == (3, 0, 0, (), ())


def test_the_last_answer_counts() -> None:
    events = [answered(ITEMS[0], False), answered(ITEMS[0], True), answered(ITEMS[2], False)]
    assert standing(ITEMS, events) == (3, 2, 1, (), ("だれ？",))


def test_a_word_missed_twice_is_named_once() -> None:
    events = [answered(item, False) for item in ITEMS[:2]]
    assert standing(ITEMS, events).words == (KAIDAN,)


def test_other_items_and_other_events_are_no_part_of_it() -> None:
    other = Event.answered("budget", "question/gone", "", correct=True, time=NOW)
    read = Event.read("budget", "whole", 1000, time=NOW)
    assert standing(ITEMS, [other, read]) == (3, 0, 0, (), ())
