from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from kit.learner.event import Event
from kit.learner.memory import Memory
from kit.learner.progress import Progress
from kit.widgets.student import Student, student

WORD = "協調/きょうちょう"
CLOCK = (datetime(2026, 1, 10, tzinfo=UTC) + timedelta(seconds=n) for n in count())


class Shown:
    """What shows the mark of a word."""

    def __init__(self) -> None:
        self.mark = ""

    def follow(self, memory: Memory) -> None:
        self.mark = memory.mark(WORD)


def mark(what: str) -> Event:
    return Event.seen("mark", "", WORD, what, time=next(CLOCK))


def test_all_that_shows_it_follows_until_it_is_gone(tmp_path: Path) -> None:
    me = Student(Progress(tmp_path / "progress.sqlite"))
    first, second = Shown(), Shown()
    me.watch(first)
    me.watch(second)
    me.keep(mark("learning"))
    assert first.mark == "", "until it is told to"
    me.changed()
    assert (first.mark, second.mark) == ("learning", "learning")
    del second
    me.keep(mark("known"))
    me.changed()
    assert first.mark == "known"


def test_what_another_kernel_kept_is_known_too(tmp_path: Path) -> None:
    me, elsewhere = (Student(Progress(tmp_path / "progress.sqlite")) for _ in range(2))
    assert me.memory().mark(WORD) == ""
    elsewhere.keep(mark("known"))
    assert me.memory().mark(WORD) == "known"


def test_what_cannot_be_kept_is_known_all_the_same_and_kept_later(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    file = tmp_path / "file" / "progress.sqlite"
    me = Student(Progress(file))
    me.keep(mark("known"))
    assert "KIT_PROGRESS" in me.trouble
    assert me.memory().mark(WORD) == "known"
    (tmp_path / "file").unlink()
    me.keep(mark("learning"))
    assert me.trouble == ""
    assert me.memory().mark(WORD) == "learning"
    assert [event.answer for event in Progress(file).everything()] == ["known", "learning"]


def test_a_kernel_has_one_student_for_each_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIT_PROGRESS", str(tmp_path / "a.sqlite"))
    first = student()
    assert student() is first
    monkeypatch.setenv("KIT_PROGRESS", str(tmp_path / "b.sqlite"))
    assert student() is not first
