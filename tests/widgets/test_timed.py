from pathlib import Path
from typing import Any

import pytest

from kit.learner.progress import Progress
from kit.lesson.lesson import Lesson
from kit.widgets.timed import LONGEST, TimedReading, speed
from tests.lesson import small

TEXT = "---\ntitle: 予算案 決定\n---\n\n<b>政府</b>は10日、決めた。\n"


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    return small.read(small.write(tmp_path, TEXT))


@pytest.fixture
def progress(tmp_path: Path) -> Progress:
    return Progress(tmp_path / "progress.sqlite")


def say(widget: TimedReading, **message: Any) -> None:
    widget._received(widget, message, [])


def test_blanks_are_not_counted(lesson: Lesson, progress: Progress) -> None:
    assert TimedReading(lesson, progress).characters == 23


@pytest.mark.parametrize(
    ("characters", "milliseconds", "expected"), [(300, 60_000, 300), (23, 2000, 690), (0, 5, 0)]
)
def test_speed_is_in_characters_a_minute(characters: int, milliseconds: int, expected: int) -> None:
    assert speed(characters, milliseconds) == expected


def test_a_reading_is_kept_and_shown_the_next_time(lesson: Lesson, progress: Progress) -> None:
    widget = TimedReading(lesson, progress)
    say(widget, do="read", milliseconds=2000)
    assert widget.last == 690
    (event,) = progress.events("budget")
    assert (event.kind, event.item, event.milliseconds, event.correct) == (
        "read",
        "whole",
        2000,
        None,
    )
    assert TimedReading(lesson, progress).last == 690


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"do": "read"},
        *({"do": "read", "milliseconds": n} for n in (0, -1, "x", LONGEST + 1, 300)),
    ],
)
def test_what_makes_no_sense_is_not_kept(
    lesson: Lesson, progress: Progress, message: dict[str, Any]
) -> None:
    say(TimedReading(lesson, progress), **message)
    assert progress.events("budget") == []


def test_the_fallback_is_the_text_as_text_whatever_was_read(
    lesson: Lesson, progress: Progress
) -> None:
    widget = TimedReading(lesson, progress)
    before = widget._repr_mimebundle_()[0]
    say(widget, do="read", milliseconds=2000)
    after = TimedReading(lesson, progress)._repr_mimebundle_()[0]
    for kind in ("text/plain", "text/html"):
        assert before[kind] == after[kind]
    assert before["text/plain"].splitlines() == [
        "Timed reading: 23 characters",
        "予算案 決定",
        "<b>政府</b>は10日、決めた。",
    ]
    assert "<b>政府" not in before["text/html"]


def test_a_student_is_told_where_a_time_cannot_be_kept(tmp_path: Path, lesson: Lesson) -> None:
    (tmp_path / "file").touch()
    widget = TimedReading(lesson, Progress(tmp_path / "file" / "progress.sqlite"))
    say(widget, do="read", milliseconds=2000)
    assert "KIT_PROGRESS" in widget.notice
    assert widget.last == 690
