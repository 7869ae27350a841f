from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from kit.learner.event import Event
from kit.learner.memory import Memory
from kit.learner.progress import Progress
from kit.learner.review import LESSON
from kit.lesson import library
from kit.texts import texts
from kit.widgets.quiz import Quiz
from kit.widgets.review import ReviewView, coming, nothing_due, open_review
from kit.widgets.student import Student
from tests.lesson import small

NOON = datetime(2026, 1, 10, 12, tzinfo=UTC)
TOKYO = timezone(timedelta(hours=9))
DRAFT, AGREE = "予算案/よさんあん", "応じる/おうじる"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return small.write(tmp_path)


@pytest.fixture
def student(tmp_path: Path) -> Student:
    return Student(Progress(tmp_path / "progress.sqlite"))


def ticking(begin: datetime) -> Callable[[], datetime]:
    seconds = (begin + timedelta(seconds=number) for number in count())
    return lambda: next(seconds)


def answered(*words: str, days: float, kind: str = "reading") -> list[Event]:
    times = (NOON - timedelta(days=days, seconds=-number) for number in count())
    return [
        Event.answered(small.NAME, f"{kind}/{word}", "x", correct=True, time=time)
        for word, time in zip(words, times, strict=False)
    ]


def view(workspace: Path, student: Student, now: datetime = NOON) -> ReviewView:
    return ReviewView(library.around(workspace), student, now=ticking(now), seed=1, tz=TOKYO)


def say(quiz: Quiz, **message: Any) -> None:
    """What the front end sends."""
    quiz._received(quiz, message, [])


def test_what_is_due_is_asked_once_and_kept_under_review(workspace: Path, student: Student) -> None:
    student.progress.record_all(answered(DRAFT, AGREE, days=9))
    review = view(workspace, student)
    quiz = review.words()
    assert {item.subject for item in quiz.session.items} == {DRAFT, AGREE}
    first, second = quiz.session.items
    assert first.word
    say(quiz, do="answer", position=0, answer=first.word.reading)
    say(quiz, do="next")
    say(quiz, do="stop")
    assert (quiz.view["closing"]["right"], quiz.view["left"]) == (1, 1)
    (event,) = student.progress.events(LESSON)
    assert (event.item, event.correct) == (first.id, True)
    assert review.words().session.items == (second,), "run again, the cell asks what is due then"


def test_a_word_that_was_wrong_is_due_again_in_minutes(workspace: Path, student: Student) -> None:
    student.progress.record_all(answered(DRAFT, days=9))
    quiz = view(workspace, student).words()
    say(quiz, do="answer", position=0, answer="あ")
    assert view(workspace, student).words().session.items == ()
    later = view(workspace, student, NOON + timedelta(minutes=11)).words()
    assert [item.subject for item in later.session.items] == [DRAFT]


@pytest.mark.parametrize(("hours", "due"), [(-1, False), (0, True), (1, True)])
def test_the_day_begins_at_the_student_s_midnight(
    workspace: Path, student: Student, hours: int, due: bool
) -> None:
    student.progress.record_all([*answered(DRAFT, days=2.0), *answered(DRAFT, days=1.9)])
    card = student.memory().card(DRAFT, "reading")
    assert card
    midnight = card.due.astimezone(TOKYO).replace(hour=0, minute=0, second=0)
    quiz = view(workspace, student, midnight + timedelta(hours=hours)).words()
    assert bool(quiz.session.items) is due


def test_each_day_asks_in_another_way(workspace: Path, student: Student) -> None:
    student.progress.record_all(answered(DRAFT, AGREE, "修正/しゅうせい", days=99, kind="meaning"))
    lessons = library.around(workspace)
    days = (NOON, NOON, NOON + timedelta(days=1))
    asked = [ReviewView(lessons, student, now=ticking(day)).words() for day in days]
    one, same, other = (quiz.session.items for quiz in asked)
    assert one == same != other


SAID = [
    ([], "There is nothing to review yet."),
    (answered(DRAFT, days=0), "Nothing is due at the moment. The next word comes back at 21:10."),
    (
        answered(DRAFT, days=0.05) + answered(DRAFT, days=0.04),
        "Nothing is due today. The next word comes back in 2 days, on 12 January.",
    ),
    (
        answered(DRAFT, days=1.1) + answered(DRAFT, days=1.09),
        "Nothing is due today. The next word comes back tomorrow.",
    ),
]


@pytest.mark.parametrize(("events", "said"), SAID)
def test_where_nothing_is_due_it_is_said_when_the_next_is(
    workspace: Path, student: Student, events: list[Event], said: str
) -> None:
    student.progress.record_all(events)
    quiz = view(workspace, student).words()
    assert quiz.view["marks"] == []
    assert quiz.texts["quiz.empty"].startswith(said)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_stands_there_where_it_does_not_run_says_nothing_of_the_student(
    workspace: Path, student: Student, language: str
) -> None:
    def stands(now: datetime) -> list[str]:
        review = ReviewView(library.around(workspace), student, language, now=ticking(now))
        parts = (review.words(), review.forecast())
        data = [part._repr_mimebundle_()[0] for part in parts]
        assert [repr(part) for part in parts] == [one["text/plain"] for one in data]
        return [one[kind] for one in data for kind in ("text/plain", "text/html")]

    before = stands(NOON)
    student.progress.record_all(answered(DRAFT, AGREE, days=9))
    assert stands(NOON + timedelta(days=400)) == before
    assert len(set(before)) == 4


def test_the_forecast_counts_the_words_of_each_day(student: Student) -> None:
    student.progress.record_all([*answered(DRAFT, days=9), *answered(AGREE, days=1.1)])
    student.progress.record_all(answered(AGREE, days=1.09))
    plot = coming(student.memory(), NOON, texts("en"), TOKYO)
    assert plot.rows[:3] == (("today", "1"), ("Sun", "1"), ("Mon", "0"))
    assert len(plot.rows) == 7


def test_the_forecast_is_told_in_words(student: Student) -> None:
    student.progress.record_all([*answered(DRAFT, days=9), *answered(AGREE, days=1.1)])
    student.progress.record_all(answered(AGREE, days=1.09))
    said = [coming(student.memory(), NOON, texts(name), TOKYO).sentence for name in ("en", "ja")]
    assert said == [
        "Words to review, next 7 days: 2 in all; most: 1, today.",
        "これから7日間に復習する言葉：計2語。最も多い日は今日（1語）。",
    ]


def test_the_forecast_follows_what_is_answered(workspace: Path, student: Student) -> None:
    student.progress.record_all(answered(DRAFT, days=9))
    review = view(workspace, student)
    quiz, ahead = review.words(), review.forecast()
    assert ahead.view["plots"][0]["said"].endswith("1, today.")
    assert ahead.view["made"] == "10 January, 21:00"
    say(quiz, do="answer", position=0, answer="よさんあん")
    assert not ahead.view["plots"][0]["said"].endswith("1, today.")


def test_a_word_that_is_known_is_not_asked_again(workspace: Path, student: Student) -> None:
    student.progress.record_all(
        [*answered(DRAFT, AGREE, days=9), *answered(DRAFT, AGREE, days=9.1, kind="meaning")]
    )
    quiz = view(workspace, student).words()
    first = quiz.session.items[0]
    assert first.word
    say(quiz, do="know")
    assert student.memory().mark(first.subject) == "", "not before it was answered"
    say(quiz, do="answer", position=0, answer=first.word.reading)
    seen = [quiz.view["feedback"]["known"]]
    say(quiz, do="know")
    assert [*seen, quiz.view["feedback"]["known"]] == [False, True]
    marked = student.memory().marked[first.subject]
    assert (marked.mark, marked.context) == ("known", first.context)
    say(quiz, do="next")
    assert (quiz.view["left"], quiz.view["words"]) == (1, ["right", None])
    again = view(workspace, student).words()
    assert first.subject not in {item.subject for item in again.session.items}


def test_what_is_not_known_after_all_is_marked_as_it_was(workspace: Path, student: Student) -> None:
    context = ("首相は、", "国会", "で方針を説明した。")
    begin = NOON - timedelta(days=1)
    mark = Event.seen("mark", "", "国会/こっかい", "learning", time=begin, context=context)
    student.progress.record(mark)
    quiz = view(workspace, student).words()
    say(quiz, do="answer", position=0, answer="こっかい")
    for expected in ("known", "learning"):
        say(quiz, do="know")
        marked = student.memory().marked["国会/こっかい"]
        assert (marked.mark, marked.context) == (expected, context)
    student.progress.record_all(answered(DRAFT, days=9))
    assert quiz.view["feedback"]["known"] is False


def test_a_forecast_of_nothing_is_a_sentence() -> None:
    plot = coming(Memory(), NOON, texts("en"), TOKYO)
    assert (plot.svg, plot.rows) == ("", ())
    assert nothing_due(Memory(), NOON, texts("en"), TOKYO).startswith("There is nothing")


def test_a_file_that_cannot_be_read_is_said_and_no_error(workspace: Path) -> None:
    letter = workspace / "letter.txt"
    letter.write_text("no database " * 100, encoding="utf-8")
    review = view(workspace, Student(Progress(letter)))
    assert "KIT_PROGRESS" in review.words().view["notes"][0]
    assert "KIT_PROGRESS" in review.forecast().view["notices"][0]


def test_it_opens_in_a_notebook_s_folder_with_the_answers_that_are_kept(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workspace / "notebooks")
    monkeypatch.setenv("KIT_PROGRESS", str(workspace / "progress.sqlite"))
    Progress().record_all(answered(DRAFT, days=9))
    hanako = Progress(student="hanako")
    hanako.record_all([e._replace(student="hanako") for e in answered(AGREE, days=9)])
    for student, word in (("me", DRAFT), ("hanako", AGREE)):
        review = open_review(now=ticking(NOON), student=student)
        quiz = review.words()
        assert [item.subject for item in quiz.session.items] == [word]
        say(quiz, do="answer", position=0, answer="あ")
        (event,) = Progress(student=student).events(LESSON)
        assert event.student == student
    assert repr(open_review("ja")) == "復習する言葉"
