from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from kit.learner.progress import Progress
from kit.learner.session import Session, Sitting
from kit.lesson.item import Item
from kit.lesson.lesson import Option
from kit.lesson.vocabulary import TaughtWord

NOON = datetime(2026, 1, 10, 12, tzinfo=UTC)
OPTIONS = (Option("政府", True, ""), Option("国会", False, "まだ決めていません。"))
ITEMS = [Item("question", name, f"{name}?", options=OPTIONS) for name in ("one", "two", "three")]
THREE = ITEMS[0]._replace(
    subject="three", options=(*OPTIONS, Option("首相", False, "一人では決めません。"))
)
KAIDAN = TaughtWord("会談", "かいだん", ("talks",))
TYPED = Item("reading", KAIDAN.id, "?", word=KAIDAN)


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


def test_an_answer_for_another_item_is_ignored(progress: Progress) -> None:
    session = begin(progress)
    session.answer(1, "政府")
    assert session.answered is None
    session.next()
    assert session.position == 0
    assert progress.events("budget") == []


def test_after_a_wrong_answer_there_is_a_second_try_and_the_first_counts(
    progress: Progress,
) -> None:
    session = begin(progress)
    session.answer(0, "国会", 900)
    assert (session.revealed, session.struck) == (False, ["国会"])
    session.answer(0, "国会")  # struck out: a key pressed twice
    assert len(session.tries) == 1
    session.answer(0, "政府", 400)
    assert (session.revealed, len(session.tries)) == (True, 2)
    assert (session.results, session.marks[0]) == ([False, None, None], "second")
    session.answer(0, "政府")
    kept = [(event.kind, event.answer, event.correct) for event in progress.events("budget")]
    assert sorted(kept) == [("answer", "国会", False), ("second", "政府", True)]


def test_there_is_no_third_try_and_none_after_a_right_answer(progress: Progress) -> None:
    session = Session("budget", [TYPED], progress)
    for answer in ("あ", "い", "かいだん"):
        session.answer(0, answer)
    assert [tried.answer for tried in session.tries] == ["あ", "い"]
    assert (session.revealed, session.marks) == (True, ["wrong"])
    session = begin(progress)
    session.answer(0, "政府")
    session.answer(0, "国会")
    assert session.marks[0] == "right"


def test_the_answer_may_be_seen_instead_of_trying_again(progress: Progress) -> None:
    session = begin(progress)
    session.show()
    session.answer(0, "国会")
    assert not session.revealed
    session.show()
    session.answer(0, "政府")
    assert session.marks[0] == "wrong"
    session.next()
    assert (session.before, session.revealed) == (None, False)


def test_an_item_left_wrong_and_unseen_is_told_beside_the_next(progress: Progress) -> None:
    session = begin(progress)
    reply(session, "国会")
    assert session.before == ITEMS[0]
    session.answer(1, "政府")
    assert session.before is None


def test_a_hint_costs_and_is_kept_with_the_answer(progress: Progress) -> None:
    session = Session("budget", [THREE, TYPED], progress)
    session.take_hint(1)
    assert session.hint is None
    session.take_hint(0)
    session.take_hint(0)
    assert session.struck == ["首相"]
    session.answer(0, "首相")
    assert not session.tries, "it is struck out"
    session.answer(0, "政府")
    assert session.marks == ["hinted", None]
    assert session.results == [True, None]
    (event,) = [event for event in progress.events("budget") if event.kind == "answer"]
    assert (event.hints, event.correct) == (1, True)
    session.next()
    assert session.hint is None
    session.answer(1, "あ")
    session.take_hint(1)
    assert session.hint is None, "too late"


def test_a_hint_taken_before_the_kernel_went_away_is_not_free(progress: Progress) -> None:
    Session("budget", [TYPED], progress).take_hint(0)
    session = Session("budget", [TYPED], progress)
    assert session.hint == ("It begins with か.", "")
    session.answer(0, "かいだん")
    assert session.marks == ["hinted"]
    again = Session("budget", [TYPED], progress)
    again.again()
    assert again.hint is None, "another time, another hint"
    again.answer(0, "かいだん")
    assert again.marks == ["right"]


def test_second_tries_and_hints_are_known_again(progress: Progress) -> None:
    session = Session("budget", [THREE, TYPED], progress)
    session.take_hint(0)
    session.answer(0, "政府")
    session.next()
    session.answer(1, "あ")
    session.answer(1, "かいだん")
    assert Session("budget", [THREE, TYPED], progress).marks == ["hinted", "second"]


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


def test_what_could_not_be_kept_is_kept_with_the_next_answer(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.touch()
    progress = Progress(folder / "progress.sqlite")
    seconds = (NOON + timedelta(seconds=number) for number in count())
    session = Session("budget", ITEMS, progress, now=lambda: next(seconds))
    reply(session, "政府")
    assert "answers cannot be kept" in session.notice
    folder.unlink()
    reply(session, "国会")
    assert session.notice == ""
    assert [event.answer for event in progress.events("budget")] == ["政府", "国会"]


def test_answers_are_the_student_s_own(tmp_path: Path) -> None:
    progress = Progress(tmp_path / "progress.sqlite", "hanako")
    session = Session("budget", [THREE], progress)
    session.take_hint(0)
    session.answer(0, "国会")
    session.answer(0, "政府")
    assert {event.student for event in progress.events("budget")} == {"hanako"}
    assert len(progress.events("budget")) == 3
    assert Progress(progress.file).events("budget") == []


# ---- a sitting


WORDS = [
    TaughtWord(word, kana, ("x",)) for word, kana in (("会談", "かいだん"), ("会合", "かいごう"))
]
ASKED = [
    Item(kind, word.id, "?", options=(), word=word)
    for kind in ("reading", "kana")
    for word in WORDS
]


def sit(progress: Progress, later: int = 0) -> Session:
    sitting = Sitting(later, ("The lesson tax is gone.",))
    seconds = (NOON + timedelta(seconds=number) for number in count())
    return Session("/review", ASKED, progress, lambda: next(seconds), sitting)


def test_a_sitting_begins_anew_whatever_was_answered(progress: Progress) -> None:
    session = sit(progress)
    session.take_hint(0)
    reply(session, "かいだん", "かいごう")
    assert session.marks == ["hinted", "right", None, None]
    again = sit(progress)
    assert (again.position, again.marks, again.hint) == (0, [None] * 4, None)


@pytest.mark.parametrize(
    ("answers", "left"),
    [
        ([], 2),
        (["かいだん"], 2),
        (["か", "か"], 2),
        (["か"] * 3, 1),
        (["か"] * 4, 0),  # they come once more, but were asked
        (["か"] * 6, 0),
    ],
)
def test_a_sitting_says_how_many_words_are_left(
    progress: Progress, answers: list[str], left: int
) -> None:
    session = sit(progress)
    reply(session, *answers)
    assert session.left == left
    session = sit(progress, later=5)
    reply(session, *answers)
    assert session.left == left + 5


def test_a_sitting_ends_when_the_student_has_had_enough_and_goes_on_if_not(
    progress: Progress,
) -> None:
    session = sit(progress)
    reply(session, "かいだん")
    session.answer(1, "か")
    session.stop()
    assert (session.item, session.position, session.left) == (None, 4, 2)
    assert session.marks == ["right", "wrong", None, None], "what was answered is done"
    session.answer(2, "かいだん")
    session.next()
    session.stop()
    assert session.marks[2] is None, "it has ended"
    session.again()
    assert (session.position, session.left) == (2, 2)
    reply(session, "かいだん", "かいごう")
    assert (session.position, session.left) == (1, 0), "what was wrong comes once more"
    session.stop()
    assert (session.item, session.stopped, session.missed) == (None, True, 1)
    session.again()
    assert session.position == 1
    reply(session, "かいごう")
    assert (session.item, session.stopped, session.missed) == (None, False, 0)
    session.again()
    assert session.item is None, "a sitting has an end"


@pytest.mark.parametrize(
    ("second", "mark", "missed"), [("かいだん", "right", 0), ("か", "wrong", 1)]
)
def test_what_was_wrong_comes_once_more_and_its_answer_counts(
    progress: Progress, second: str, mark: str, missed: int
) -> None:
    session = sit(progress)
    reply(session, "か", "かいごう", "かいだん", "かいごう")
    assert (session.item, session.missed, session.mark) == (ASKED[0], 1, None)
    session.answer(0, second)
    assert session.mark == mark
    session.next()
    assert (session.item, session.missed) == (None, missed)
    assert session.marks == ["wrong", "right", "right", "right"], "the first answer is told"
    kept = [(event.kind, event.item, event.answer) for event in progress.events("/review")]
    assert kept[-1] == ("answer", ASKED[0].id, second)
    assert len(kept) == 5


def test_a_sitting_counts_words_each_with_its_worst_mark(progress: Progress) -> None:
    session = sit(progress)
    for answer, marks in (
        ("か", [None, None]),
        ("かいごう", [None, None]),
        ("かいだん", ["wrong", None]),
        ("かいごう", ["wrong", "right"]),
    ):
        reply(session, answer)
        assert list(session.words.values()) == marks


def test_a_word_that_is_known_comes_neither_later_nor_once_more(progress: Progress) -> None:
    session = sit(progress)
    session.know()
    session.answer(0, "か")
    session.know()
    assert progress.events("") == [], "its answer was not seen yet"
    session.show()
    session.know()
    seen = [session.known]
    session.know()
    assert [*seen, session.known] == [True, False]
    session.know()
    session.next()
    reply(session, "かいごう")
    assert session.position == 3
    reply(session, "かいごう")
    assert session.position == len(ASKED)
    assert session.missed == 0
    marks = [event.answer for event in progress.events("") if event.kind == "mark"]
    assert marks == ["known", "", "known"]


def test_another_quiz_has_no_known_words(progress: Progress) -> None:
    session = begin(progress)
    session.answer(0, "政府")
    session.know()
    assert not session.known
    assert progress.events("") == []


def test_another_quiz_is_not_stopped(progress: Progress) -> None:
    session = begin(progress)
    session.stop()
    assert session.item == ITEMS[0]


def test_what_is_to_be_said_of_a_sitting_is_told(progress: Progress) -> None:
    assert sit(progress).notes == ["The lesson tax is gone."]
    assert begin(progress).notes == []


def test_a_file_that_is_no_database_is_said_at_once(tmp_path: Path) -> None:
    for name in ("progress.sqlite", "letter.txt"):
        (tmp_path / name).write_text("not a database " * 100, encoding="utf-8")
    damaged, letter = (begin(Progress(tmp_path / n)) for n in ("progress.sqlite", "letter.txt"))
    assert damaged.item == letter.item == ITEMS[0]
    assert damaged.notice == ""
    assert "was damaged" in damaged.notes[0]
    assert "answers cannot be kept" in letter.notice


@pytest.mark.parametrize("answer", ["", "🙂", "あ" * 10_000, "<b>", "\ud800", "\x00", "null"])
def test_any_answer_is_judged_and_kept(progress: Progress, answer: str) -> None:
    session = Session("budget", [TYPED], progress)
    session.answer(0, answer)
    assert session.results == [False]
    (event,) = progress.events("budget")
    assert len(event.answer) <= 2000


@pytest.mark.parametrize("milliseconds", [-1, 10**30, 10**12])
def test_a_time_that_cannot_be_is_not_kept(progress: Progress, milliseconds: int) -> None:
    session = begin(progress)
    session.answer(0, "政府", milliseconds)
    (event,) = progress.events("budget")
    assert event.milliseconds is None
