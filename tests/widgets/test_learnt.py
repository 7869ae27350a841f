from datetime import UTC, datetime
from pathlib import Path

from kit.learner.event import Event
from kit.learner.progress import Progress
from kit.lesson import quiz
from kit.lesson.lesson import Lesson
from kit.widgets.learnt import Learnt
from tests.lesson import small

NOW = datetime(2026, 1, 10, tzinfo=UTC)


def make(folder: Path) -> tuple[Lesson, Progress]:
    return small.read(small.write(folder)), Progress(folder / "progress.sqlite")


def test_it_shows_what_was_right_and_what_was_not(tmp_path: Path) -> None:
    lesson, progress = make(tmp_path)
    for item, correct in (("question/who-decided", True), ("reading/決定/けってい", False)):
        progress.record(Event.answered("budget", item, "", correct=correct, time=NOW))
    view = Learnt(lesson, quiz.everything(lesson), progress).view
    assert (view["answered"], view["right"]) == (2, 1)
    assert view["words"] == [{"word": "決定", "reading": "けってい", "meaning": "decision"}]


def test_the_fallback_lists_the_words_and_no_answers_whatever_is_stored(tmp_path: Path) -> None:
    lesson, progress = make(tmp_path)
    before = Learnt(lesson, quiz.everything(lesson), progress)._repr_mimebundle_()[0]
    progress.record(Event.answered("budget", "reading/決定/けってい", "", correct=False, time=NOW))
    after = Learnt(lesson, quiz.everything(lesson), progress)._repr_mimebundle_()[0]
    for kind in ("text/plain", "text/html"):
        assert before[kind] == after[kind]
    assert before["text/plain"].startswith("The 6 words of this lesson\n予算案・決定")
    assert "けってい" not in str(before)


def test_a_file_that_was_damaged_is_told_of(tmp_path: Path) -> None:
    lesson, progress = make(tmp_path)
    progress.file.write_bytes(b"this is no database, and long enough to be taken for one" * 9)
    assert "was damaged" in Learnt(lesson, (), progress).view["notice"]


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    lesson, _ = make(tmp_path)
    file = tmp_path / "notes.txt"
    file.write_text("会談の記録 " * 200, encoding="utf-8")
    notice = Learnt(lesson, (), Progress(file)).view["notice"]
    assert notice.startswith("Your answers cannot be read: ")
    assert "KIT_PROGRESS" in notice
