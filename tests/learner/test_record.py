from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kit.learner.answers_file import Given, Sheet
from kit.learner.assignment_file import Asked
from kit.learner.record import Record

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
ASKED = [Asked(name, "1.1", {}) for name in ("q1", "q2", "q3")]


def ticking() -> Iterator[datetime]:
    time = NOON
    while True:
        yield time
        time += timedelta(seconds=1)


@pytest.fixture
def sheet(tmp_path: Path) -> Sheet:
    return Sheet(tmp_path / "answers.json", "a1")


def record(sheet: Sheet) -> Record:
    clock = ticking()
    return Record(ASKED, sheet, lambda: next(clock))


def test_an_answer_is_kept_and_may_be_changed(sheet: Sheet) -> None:
    going = record(sheet)
    going.answer(0, "政府", 700)
    assert (going.position, going.given) == (0, ["政府", None, None])
    going.answer(0, "国会")
    assert sheet.given == {"q1": Given("国会", NOON + timedelta(seconds=1))}


@pytest.mark.parametrize(
    ("position", "answer", "milliseconds", "given"),
    [
        (0, "政府", 700, Given("政府", NOON, 700)),
        (0, "政府", -1, Given("政府", NOON)),
        (0, "政府", 10**12, Given("政府", NOON)),
        (0, "あ" * 3000, None, Given("あ" * 2000, NOON)),
        (0, "\udc00", None, Given("?", NOON)),
        (0, "", None, None),
        (0, " \n", None, None),
        (1, "政府", None, None),
        (-1, "政府", None, None),
    ],
)
def test_what_is_no_answer_to_the_question_shown_is_ignored(
    sheet: Sheet, position: int, answer: str, milliseconds: int | None, given: Given | None
) -> None:
    record(sheet).answer(position, answer, milliseconds)
    assert sheet.given.get("q1") == given


def test_it_goes_on_at_the_first_question_without_an_answer(sheet: Sheet) -> None:
    going = record(sheet)
    going.answer(0, "a")
    going.next()
    going.next()
    going.answer(2, "c")
    assert record(sheet).position == 1
    going.again()
    assert going.position == 1
    going.answer(1, "b")
    going.next()
    going.next()
    assert going.shown is None
    going.answer(3, "d")
    going.next()
    assert (going.position, going.given) == (3, ["a", "b", "c"])
    assert record(sheet).shown is None
    going.again()
    assert going.position == 0
    going.back()
    assert going.position == 0
    going.next()
    going.back()
    assert going.position == 0


def test_no_question_has_no_position(sheet: Sheet) -> None:
    going = Record((), sheet)
    for act in (going.next, going.back, going.again):
        act()
        assert (going.position, going.shown) == (0, None)
