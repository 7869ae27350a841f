import random
from datetime import UTC, datetime, timedelta

import pytest
from fsrs import Card, Rating, Scheduler, State
from hypothesis import given
from hypothesis import strategies as st

from kit.learner.event import Event
from kit.learner.memory import (
    DECAY,
    FACTOR,
    KNOWN,
    MEANING,
    READING,
    Memory,
)

NOON = datetime(2026, 1, 10, 12, tzinfo=UTC)
WORD = "協調/きょうちょう"
SENTENCE = ("両外相は、", "協調", "の必要を確認した。")


def answer(
    item: str, correct: bool, minutes: float = 0, hints: int = 0, kind: str = "answer"
) -> Event:
    time = NOON + timedelta(minutes=minutes)
    event = Event.answered("g20", item, "x", correct=correct, time=time, hints=hints)
    return event._replace(kind=kind)


def mark(word: str, what: str, minutes: float = 0) -> Event:
    time = NOON + timedelta(minutes=minutes)
    return Event.seen("mark", "g20", word, what, time=time, context=SENTENCE)


def learnt(word: str, days: str, minutes: float = 0) -> Event:
    return Event.seen("import", "", word, days, time=NOON + timedelta(minutes=minutes))


def days(count: float) -> timedelta:
    return timedelta(days=count)


# ---- the schedule is FSRS's


@pytest.mark.parametrize("seed", range(1000))
def test_a_schedule_is_that_of_py_fsrs_driven_directly(seed: int) -> None:
    chance = random.Random(seed)
    scheduler = Scheduler(enable_fuzzing=False)
    card = Card(card_id=0)
    time, events = NOON, []
    for _ in range(chance.randrange(1, 30)):
        time += timedelta(minutes=chance.choice([1, 7, 600, 1500, 10_000, 90_000]))
        correct, hints = chance.random() < 0.8, chance.randrange(2)
        minutes = (time - NOON) / timedelta(minutes=1)
        events.append(answer(f"reading/{WORD}", correct, minutes, hints))
        rating = Rating.Again if not correct else Rating.Hard if hints else Rating.Good
        card, _ = scheduler.review_card(card, rating, time)
    found = Memory.of(events).card(WORD, READING)
    assert found == card
    later = time + days(chance.randrange(100))
    assert Memory.of(events).chance(WORD, READING, later) == (
        scheduler.get_card_retrievability(card, later)
    )


def test_the_forgetting_curve_is_told_as_it_is_used() -> None:
    memory = Memory.of([answer(f"reading/{WORD}", True)])
    card = memory.card(WORD, READING)
    assert card is not None
    assert card.stability is not None
    for passed in (0, 1, 10, 400):
        chance = (1 + FACTOR * passed / card.stability) ** DECAY
        assert memory.chance(WORD, READING, NOON + days(passed + 0.9)) == pytest.approx(chance)


# ---- what is graded


@pytest.mark.parametrize(
    ("item", "aspect"),
    [
        (f"reading/{WORD}", READING),
        (f"kanji/{WORD}", READING),
        (f"meaning/{WORD}", MEANING),
        (f"gap/{WORD}", MEANING),
    ],
)
def test_an_item_tests_one_memory_of_its_word(item: str, aspect: str) -> None:
    memory = Memory.of([answer(item, True)])
    other = MEANING if aspect == READING else READING
    assert memory.chance(WORD, aspect, NOON) == 1
    assert memory.chance(WORD, other, NOON) is None
    assert memory.words == [WORD]


@pytest.mark.parametrize(
    "event",
    [
        answer(f"collocation/{WORD}", True),
        answer(f"odd/{WORD}", True),
        answer("question/who-said", True),
        answer("order/summary", True),
        answer("match/diplomacy", True),
        answer(f"reading/{WORD}", True, kind="second"),
        answer(f"reading/{WORD}", True, kind="hint"),
        Event.seen("look-up", "g20", WORD, time=NOON),
        Event.seen("reveal", "g20", "easy/1.1", time=NOON),
        Event.read("g20", "whole", 1000, time=NOON),
        answer("", True),
        learnt(WORD, "many"),
        learnt(WORD, "nan"),
        learnt(WORD, "-3"),
    ],
    ids=lambda event: f"{event.kind} {event.item} {event.answer}",
)
def test_what_is_no_test_of_a_memory_is_not_graded(event: Event) -> None:
    assert Memory.of([event]).words == []


def test_a_wrong_answer_is_due_sooner_than_a_hinted_one_and_that_than_a_right_one() -> None:
    dues = [
        Memory.of([answer(f"reading/{WORD}", correct, hints=hints)]).due(NOON + days(1))[0].due
        for correct, hints in ((False, 0), (True, 1), (True, 0))
    ]
    assert dues == sorted(set(dues))


# ---- a fold


ITEMS = st.sampled_from(
    [f"{kind}/{word}" for kind in ("reading", "gap") for word in (WORD, "国/くに")]
)
EVENTS = st.lists(
    st.builds(answer, ITEMS, st.booleans(), st.floats(0, 1e6), st.integers(0, 1))
    | st.builds(learnt, st.just(WORD), st.integers(1, 500).map(str), st.floats(0, 1e6)),
    max_size=12,
    unique_by=lambda event: event.time,
)


def state(memory: Memory) -> list[object]:
    aspects = [(word, aspect) for word in memory.words for aspect in (READING, MEANING)]
    return [*aspects, *(memory.card(*key) for key in aspects), memory.learnt, memory.marked]


@given(EVENTS, st.randoms(), st.integers(0, 12))
def test_events_give_one_memory_in_whatever_order_and_parts_they_come(
    events: list[Event], chance: random.Random, cut: int
) -> None:
    in_order = Memory.of(sorted(events, key=lambda event: event.time))
    shuffled = chance.sample(events, len(events))
    assert state(Memory.of(shuffled)) == state(in_order)
    assert state(Memory.of(shuffled[:cut]).after(shuffled[cut:])) == state(in_order)


def test_a_memory_is_not_changed_by_what_comes_after_it() -> None:
    before = Memory.of([answer(f"reading/{WORD}", True)])
    told = state(before)
    after = before.after([answer(f"reading/{WORD}", False, 5), mark(WORD, "known", 6)])
    assert state(before) == told != state(after)


# ---- marks


@pytest.mark.parametrize(
    ("marks", "answered", "knows"),
    [
        ([], None, "new"),
        ([], True, "known"),
        ([], False, "learning"),
        (["learning"], None, "learning"),
        (["known"], None, "known"),
        (["ignored"], None, "known"),
        (["known", ""], None, "new"),
        (["learning", "known"], None, "known"),
    ],
)
def test_marks_by_hand_are_respected(marks: list[str], answered: bool | None, knows: str) -> None:
    events = [mark(WORD, what, minute) for minute, what in enumerate(marks, 1)]
    if answered is not None:
        events.append(answer(f"meaning/{WORD}", answered))
    assert Memory.of(events).knows(WORD, NOON + timedelta(minutes=9)) == knows


def test_a_mark_keeps_the_sentence_that_it_was_made_in() -> None:
    memory = Memory.of([mark(WORD, "learning"), mark("国/くに", "known"), mark("国/くに", "", 1)])
    assert {word: marked[:3] for word, marked in memory.marked.items()} == {
        WORD: ("learning", "g20", SENTENCE)
    }


def test_what_is_known_fades() -> None:
    memory = Memory.of([answer(f"meaning/{WORD}", True), answer(f"meaning/{WORD}", True, 20)])
    assert [memory.knows(WORD, NOON + days(passed)) for passed in (0, 2, 9, 300)] == [
        "known",
        "known",
        "learning",
        "learning",
    ]
    assert memory.knows(WORD, NOON, READING) == "learning", "its meaning was asked for"


def test_what_is_marked_as_learning_after_its_last_answer_is_to_be_learnt_again() -> None:
    events = [answer(f"meaning/{WORD}", True), answer(f"meaning/{WORD}", True, 20)]
    marked = [*events, mark(WORD, "learning", 30)]
    now = NOON + timedelta(minutes=31)
    assert Memory.of(events).due(now) == []
    memory = Memory.of(marked)
    assert [(due.word, due.aspect) for due in memory.due(now)] == [(WORD, MEANING)]
    assert memory.missed(WORD, MEANING)
    assert memory.knows(WORD, now) == "learning"
    later = memory.after([answer(f"meaning/{WORD}", True, 32)])
    assert later.due(NOON + timedelta(minutes=33)) == []
    assert later.knows(WORD, now) == "known"


# ---- what is due


def test_what_is_due_today_is_due_on_the_whole_day() -> None:
    memory = Memory.of([answer(f"meaning/{WORD}", True), answer(f"meaning/{WORD}", True, 20)])
    card = memory.card(WORD, MEANING)
    assert card is not None
    assert card.state == State.Review
    morning, evening = card.due - timedelta(hours=3), card.due + timedelta(hours=3)
    assert memory.due(morning) == []
    assert [due.word for due in memory.due(morning, evening)] == [WORD]


def test_what_was_just_answered_is_not_due_for_the_rest_of_its_minutes() -> None:
    memory = Memory.of([answer(f"meaning/{WORD}", False)])
    assert memory.due(NOON + timedelta(seconds=30), NOON + timedelta(hours=9)) == []
    assert len(memory.due(NOON + timedelta(minutes=2), NOON + timedelta(hours=9))) == 1


def test_the_least_likely_remembered_comes_first_and_what_is_known_by_hand_never() -> None:
    items = [
        (f"meaning/{word}", minutes) for minutes, word in enumerate(["一/いち", "二/に", "三/さん"])
    ]
    events = [answer(item, True, minutes) for item, minutes in items]
    events += [answer("meaning/二/に", True, 20), mark("三/さん", "known", 30)]
    due = Memory.of(events).due(NOON + days(30))
    assert [found.word for found in due] == ["一/いち", "二/に"]
    assert due[0].chance < due[1].chance < KNOWN


def test_a_word_is_learnt_when_it_has_left_its_first_steps() -> None:
    events = [answer(f"meaning/{WORD}", True), answer(f"meaning/{WORD}", True, 20)]
    assert Memory.of(events[:1]).learnt == {}
    lapsed = [*events, answer(f"meaning/{WORD}", False, 100_000)]
    assert Memory.of(lapsed).learnt == {(WORD, MEANING): events[1].time}


# ---- words learnt elsewhere


def test_a_word_learnt_elsewhere_begins_where_it_was_there() -> None:
    memory = Memory.of([learnt(WORD, "30")])
    for aspect in (READING, MEANING):
        card = memory.card(WORD, aspect)
        assert card is not None
        assert (card.stability, card.due) == (30, NOON + days(30))
        assert memory.chance(WORD, aspect, NOON + days(30)) == pytest.approx(0.9)


def test_what_was_learnt_elsewhere_is_asked_there_until_it_was_tested_here() -> None:
    memory = Memory.of([learnt(WORD, "3")])
    later = NOON + days(60)
    assert memory.due(later) == []
    assert memory.imported(WORD, READING)
    assert memory.learnt == {}
    tested = memory.after([answer(f"reading/{WORD}", True, 10)])
    assert [due.aspect for due in tested.due(later)] == [READING]
    assert not tested.imported(WORD, READING)
    wanted = memory.after([mark(WORD, "learning", 20)])
    assert {due.aspect for due in wanted.due(later)} == {READING, MEANING}


def test_a_word_without_kanji_has_no_reading_to_remember() -> None:
    memory = Memory.of([learnt("たたえる/たたえる", "30")])
    assert memory.card("たたえる/たたえる", READING) is None
    assert memory.card("たたえる/たたえる", MEANING) is not None


def test_what_is_known_better_here_is_not_changed_by_what_was_learnt_elsewhere() -> None:
    events = [answer(f"meaning/{WORD}", True, minutes) for minutes in (0, 20, 5000, 50_000)]
    before, after = Memory.of(events), Memory.of([*events, learnt(WORD, "1", 50_001)])
    assert after.card(WORD, MEANING) == before.card(WORD, MEANING)
    assert after.card(WORD, READING) != before.card(WORD, READING)


def test_answers_come_on_top_of_what_was_learnt_elsewhere() -> None:
    memory = Memory.of([learnt(WORD, "30"), answer(f"reading/{WORD}", True, 30 * 24 * 60)])
    card = memory.card(WORD, READING)
    assert card is not None
    assert card.stability is not None
    assert card.stability > 30
