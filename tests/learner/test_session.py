from datetime import UTC, datetime
from pathlib import Path

import pytest

from kit.learner.progress import Progress
from kit.learner.session import Session
from kit.lesson.item import Item
from kit.lesson.lesson import Option

NOON = datetime(2026, 1, 10, 12, tzinfo=UTC)
OPTIONS = (Option("政府", True, ""), Option("国会", False, "まだ決めていません。"))
ITEMS = [Item("question", name, f"{name}?", options=OPTIONS) for name in ("one", "two", "three")]


@pytest.fixture
def progress(tmp_path: Path) -> Progress:
    return Progress(tmp_path / "progress.sqlite")


def begin(progress: Progress) -> Session:
    return Session("budget", ITEMS, progress, now=lambda: NOON)


def reply(session: Session, *answers: str) -> None:
    for answer in answers:
        assert session.item
        session.answer(session.position, answer, 900)
        session.next()


def test_an_answer_is_judged_kept_and_shown_until_the_next_step(progress: Progress) -> None:
    session = begin(progress)
    session.answer(0, "国会", 900)
    assert session.answered
    assert session.answered.verdict == (False, "政府", "まだ決めていません。")
    assert (session.position, session.results) == (0, [False, None, None])
    (event,) = progress.events("budget")
    assert (event.item, event.answer, event.correct, event.milliseconds, event.time) == (
        "question/one",
        "国会",
        False,
        900,
        NOON,
    )
    session.next()
    assert session.position == 1
    assert session.answered is None


def test_a_second_answer_and_one_for_another_item_are_ignored(progress: Progress) -> None:
    session = begin(progress)
    session.answer(1, "政府")
    assert session.answered is None
    session.next()
    assert session.position == 0
    session.answer(0, "国会")
    session.answer(0, "政府")
    assert session.results == [False, None, None]
    assert len(progress.events("budget")) == 1


def test_a_quiz_resumes_where_it_was(progress: Progress) -> None:
    reply(begin(progress), "政府", "国会")
    again = begin(progress)
    assert (again.position, again.results) == (2, [True, False, None])
    reply(again, "政府")
    closed = begin(progress)
    assert (closed.item, closed.position) == (None, 3)


def test_practice_goes_on_with_what_was_wrong_then_with_all(progress: Progress) -> None:
    session = begin(progress)
    session.again()
    assert session.position == 0, "nothing to repeat yet"
    reply(session, "政府", "国会", "国会")
    session.again()
    assert session.item == ITEMS[1]
    reply(session, "政府", "国会")
    assert session.results == [True, True, False]
    session.again()
    reply(session, "政府")
    session.again()
    assert session.item == ITEMS[0]


def test_the_quiz_works_where_answers_cannot_be_kept(tmp_path: Path) -> None:
    blocking = tmp_path / "file"
    blocking.touch()
    session = begin(Progress(blocking / "progress.sqlite"))
    reply(session, "政府", "国会", "政府")
    assert session.results == [True, False, True]
    assert "answers cannot be kept" in session.notice


def test_what_was_stored_by_a_file_that_is_no_database_is_said_at_once(tmp_path: Path) -> None:
    file = tmp_path / "progress.sqlite"
    file.write_text("not a database " * 100, encoding="utf-8")
    session = begin(Progress(file))
    assert session.item == ITEMS[0]
    assert "answers cannot be kept" in session.notice
