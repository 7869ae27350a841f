from datetime import UTC, datetime
from pathlib import Path

import pytest

from kit.errors import InputError
from kit.learner.progress import Progress
from kit.widgets import open_lesson, paste
from kit.widgets.recall import RIGHT
from tests.lesson import small


@pytest.fixture(autouse=True)
def in_a_lesson(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path_factory.mktemp("予算 lesson")
    workspace = small.write(home)
    monkeypatch.chdir(workspace / "notebooks" / small.NAME)
    monkeypatch.setenv("KIT_PROGRESS", str(home / "progress.sqlite"))


def test_a_lesson_is_found_from_its_notebook() -> None:
    lesson = open_lesson("budget")
    assert repr(lesson) == "予算案を閣議決定: lead.1, 1.1, 1.2"
    assert repr(lesson.read("lead")).startswith("予算案を閣議決定\n政府は10日")
    assert repr(lesson.read("1")).count("野党の反応") == 1
    assert len(lesson.quiz("lead").session.items) == 3
    assert [item.subject for item in lesson.questions("lead").session.items] == ["who-decided"]


def test_before_and_after_reading_there_is_something_to_do() -> None:
    lesson = open_lesson("budget")
    assert len(lesson.warm_up().session.items) == 1
    assert repr(lesson.review()).startswith("The words once more")
    assert repr(lesson.summary()) == "The article in order", "it has none"
    assert "section 1" in repr(lesson.levels())
    assert lesson.timed_reading().characters == len(
        "予算案を閣議決定政府は10日、来年度の予算案を閣議で決定した。"
    ) + len(
        "野党の反応野党は予算案の修正を求める方針だ。次の点を問題にしている。"
        "-防衛費の増額-国債の発行与党は修正に応じる姿勢を見せていない。"
    )
    assert lesson.learnt().view["answered"] == 0


def test_a_section_without_questions_has_an_empty_quiz() -> None:
    assert open_lesson("budget").questions("1").view["closing"]["right"] == 0


def test_answers_are_kept_in_the_file_named() -> None:
    quiz = open_lesson("budget").questions("lead")
    quiz._received(quiz, {"do": "answer", "position": 0, "answer": "政府"}, [])
    assert open_lesson("budget").questions("lead").session.results == [True]


def test_a_lesson_or_place_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError, match="choose one of budget"):
        open_lesson("bugdet")
    with pytest.raises(InputError, match="no part '9'"):
        open_lesson("budget").read("9")


def test_a_section_may_be_named_by_a_number() -> None:
    lesson = open_lesson("budget")
    assert repr(lesson.read(1)) == repr(lesson.read("1"))  # type: ignore[arg-type]
    assert repr(lesson.read(1.1)) == repr(lesson.read("1.1"))  # type: ignore[arg-type]
    with pytest.raises(InputError, match="no part '0'"):
        lesson.quiz(0)  # type: ignore[arg-type]


def test_outside_a_workspace_the_lessons_of_the_kit_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "lead.1" in repr(open_lesson("g20-foreign-ministers"))


def test_furigana_follow_a_quiz_of_the_same_notebook_at_once() -> None:
    lesson = open_lesson("budget")
    reader, again = lesson.read("lead"), open_lesson("budget").read("lead")
    quiz = lesson.quiz("lead")
    item = next(item for item in quiz.session.items if item.kind == "reading")
    while quiz.session.item is not item:
        quiz._received(quiz, {"do": "answer", "position": quiz.session.position, "answer": "x"}, [])
        quiz._received(quiz, {"do": "show"}, [])
        quiz._received(quiz, {"do": "next"}, [])
    assert item.word is not None
    assert item.word.id not in reader.memory
    answer = {"do": "answer", "position": quiz.session.position, "answer": item.word.reading}
    quiz._received(quiz, answer, [])
    assert reader.memory[item.word.id][2] == RIGHT
    assert again.memory == reader.memory


def test_student_and_clock_are_given() -> None:
    noon = datetime(2026, 1, 10, 12, tzinfo=UTC)
    lesson = open_lesson("budget", student="aya", now=lambda: noon)
    quiz = lesson.questions("lead")
    quiz._received(quiz, {"do": "answer", "position": 0, "answer": "政府"}, [])
    reader = lesson.read("lead")
    for shown in (reader, paste("国会", student="aya", now=lambda: noon)):
        word = next(iter(shown._ids))
        shown._received(shown, {"do": "look-up", "word": word}, [])
    timed = lesson.timed_reading()
    timed._received(timed, {"do": "read", "milliseconds": 60_000}, [])
    assert Progress().everything() == []
    kept = Progress(student="aya").everything()
    assert sorted(event.kind for event in kept) == ["answer", "look-up", "look-up", "read"]
    assert {event.time for event in kept} == {noon}
