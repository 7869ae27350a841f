import gc
import weakref
from dataclasses import replace
from pathlib import Path

from kit.lesson import notebook, quiz
from kit.lesson.kept import kept
from kit.lesson.lesson import Lesson
from kit.lesson.levels import table
from tests.lesson import small


def test_a_result_is_worked_out_once_for_a_lesson_and_what_it_is_asked(lesson: Lesson) -> None:
    asked: list[tuple[str, int]] = []

    @kept
    def size(lesson: Lesson, times: int = 1) -> int:
        asked.append((lesson.language, times))
        return len(lesson.words) * times

    other = replace(lesson, language="ja")
    assert [size(lesson), size(lesson), size(lesson, 2), size(other)] == [6, 6, 12, 6]
    assert asked == [("en", 1), ("en", 2), ("ja", 1)]


def test_a_lesson_that_nobody_holds_is_let_go(tmp_path: Path) -> None:
    lesson = small.read(small.write(tmp_path, small.FINISHED))
    assert quiz.everything(lesson)
    assert notebook.compose(lesson)
    assert table(lesson)
    gone = weakref.ref(lesson)
    del lesson
    gc.collect()
    assert gone() is None
