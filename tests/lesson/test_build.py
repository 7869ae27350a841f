from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode, v4

from kit.errors import InputError
from kit.lesson import library, notebook
from kit.lesson.build import build
from kit.lesson.lesson import Lesson
from tests.lesson import small


def sources(made: NotebookNode) -> list[str]:
    return [cell.source for cell in made.cells if cell.cell_type == "code"]


def test_a_section_is_a_notebook_and_the_lead_opens_the_first(lesson: Lesson) -> None:
    ((file, made),) = notebook.compose(lesson).items()
    assert file == "01-野党の反応.ipynb"
    assert sources(made) == [
        'from kit.widgets import open_lesson\n\nlesson = open_lesson("budget")',
        'lesson.read("lead")',
        'lesson.quiz("lead")',
        'lesson.questions("lead")',
        'lesson.read("1.1")',
        'lesson.quiz("1.1")',
        'lesson.read("1.2")',
        'lesson.quiz("1.2")',
    ]
    assert "架空新聞" in made.cells[-1].source
    assert "CC BY-SA" in made.cells[-1].source
    nbformat.validate(made)


def test_file_names_are_fit_for_every_system(tmp_path: Path) -> None:
    markdown = small.MARKDOWN.replace("野党の反応", '野党: 「反/応」 "?"')
    lesson = small.read(small.write(tmp_path, markdown))
    assert [chapter.file for chapter in notebook.chapters(lesson)] == ["01-野党-「反-応」-.ipynb"]


def test_cleaning_leaves_nothing_of_machine_or_time() -> None:
    widget = {
        notebook.WIDGET: {"model_id": "f00"},
        "text/plain": "予算",
        "text/html": "<p>予算</p>",
    }
    output = v4.new_output("execute_result", widget, execution_count=9)  # type: ignore[no-untyped-call]
    cell = v4.new_code_cell(  # type: ignore[no-untyped-call]
        "x", id="x", execution_count=9, outputs=[output], metadata={"execution": {"iopub": "now"}}
    )
    metadata = {"language_info": {"name": "python", "version": "3.99"}, "widgets": {"state": {}}}
    made = v4.new_notebook(cells=[cell], metadata=metadata)  # type: ignore[no-untyped-call]
    text = notebook.to_text(notebook.clean(made))
    assert all(trace not in text for trace in ("f00", "iopub", "3.99", "widgets"))
    (kept,) = notebook.clean(made).cells
    assert (kept.execution_count, kept.outputs[0].execution_count) == (1, 1)
    assert kept.outputs[0].data == {"text/plain": "予算", "text/html": "<p>予算</p>"}


def test_two_builds_are_the_same_bytes_and_need_no_third(workspace: Path) -> None:
    shelf = library.around(workspace)
    (file,) = build(shelf).write()
    first = file.read_bytes()
    file.unlink()
    build(shelf).write()
    assert file.read_bytes() == first
    assert build(shelf).stale() == []


def test_a_changed_gloss_makes_the_notebook_stale(workspace: Path) -> None:
    shelf = library.around(workspace)
    (file,) = build(shelf).write()
    words = workspace / "vocab" / f"{small.NAME}.csv"
    words.write_text(small.WORDS.replace("stance", "attitude"), encoding="utf-8")
    assert build(shelf).stale() == [file]


def test_a_section_renamed_leaves_no_old_notebook_and_no_other_is_touched(workspace: Path) -> None:
    shelf = library.around(workspace)
    (old,) = build(shelf).write()
    mine = old.with_name("02-mine.ipynb")
    mine.write_text(notebook.to_text(v4.new_notebook()), encoding="utf-8")  # type: ignore[no-untyped-call]
    lesson = workspace / "notebooks" / small.NAME / "lesson.md"
    lesson.write_text(small.MARKDOWN.replace("野党の反応", "野党の対応"), encoding="utf-8")
    assert build(shelf).write() == sorted([old, old.with_name("01-野党の対応.ipynb")])
    assert not old.exists()
    assert mine.exists()


def test_a_word_that_the_text_does_not_hold_is_refused(tmp_path: Path) -> None:
    workspace = small.write(tmp_path, words=small.WORDS + "外交,がいこう,diplomacy,noun,,\n")
    with pytest.raises(InputError, match="does not hold 外交"):
        build(library.around(workspace))


def test_a_cell_that_fails_is_no_notebook(workspace: Path) -> None:
    cell = v4.new_code_cell("1 / 0")  # type: ignore[no-untyped-call]
    page = workspace / "notebooks" / "start.ipynb"
    page.write_text(notebook.to_text(v4.new_notebook(cells=[cell])), encoding="utf-8")  # type: ignore[no-untyped-call]
    before = page.read_bytes()
    with pytest.raises(InputError, match="ZeroDivisionError"):
        build(library.around(workspace)).write()
    assert page.read_bytes() == before
