from html import unescape
from pathlib import Path

import nbformat
import pytest
from markdown_it import MarkdownIt
from nbformat import NotebookNode, v4

from kit.errors import InputError
from kit.lesson import chapter, library, notebook, notebook_run
from kit.lesson.build import build
from kit.lesson.lesson import Lesson
from tests.lesson import small


@pytest.fixture
def no_kernel(monkeypatch: pytest.MonkeyPatch) -> None:
    """Notebooks are built without being run, where it does not matter what their cells say."""
    monkeypatch.setattr(notebook_run, "run", lambda made, file: notebook_run.clean(made))


def sources(made: NotebookNode) -> list[str]:
    return [cell.source for cell in made.cells if cell.cell_type == "code"]


OPEN = 'from kit.widgets import open_lesson\n\nlesson = open_lesson("budget")'


def test_a_section_is_a_notebook_and_there_is_one_before_and_one_after(lesson: Lesson) -> None:
    made = notebook.compose(lesson)
    assert {file: sources(page) for file, page in made.items()} == {
        "00-読む前に.ipynb": [OPEN, "lesson.warm_up()", "lesson.levels()"],
        "01-見出しとリード.ipynb": [
            OPEN,
            'lesson.read("lead")',
            'lesson.quiz("lead")',
            'lesson.questions("lead")',
        ],
        "02-野党の反応.ipynb": [
            OPEN,
            'lesson.read("1.1")',
            'lesson.quiz("1.1")',
            'lesson.read("1.2")',
            'lesson.quiz("1.2")',
        ],
        "03-読んだ後で.ipynb": [OPEN, "lesson.timed_reading()", "lesson.learnt()"],
    }
    for page in made.values():
        assert "架空新聞" in page.cells[-1].source
        assert "CC BY-SA" in page.cells[-1].source
        nbformat.validate(page)


def test_each_notebook_leads_to_the_next(lesson: Lesson) -> None:
    files, pages = zip(*notebook.compose(lesson).items(), strict=True)
    for page, following in zip(pages, files[1:], strict=False):
        assert f"(<{following}>)" in page.cells[-1].source
    assert all("(<../start.ipynb>)" in page.cells[-1].source for page in pages)


def test_a_paragraph_is_walked_from_key_words_to_questions(tmp_path: Path) -> None:
    lesson = small.read(small.write(tmp_path, small.FINISHED))
    cells = notebook.compose(lesson)["01-見出しとリード.ipynb"].cells
    assert [cell.id for cell in cells] == [
        "opening",
        "open",
        "part-lead",
        "read-lead",
        "words-lead",
        "quiz-lead",
        "grammar-lead-1",
        "text-lead",
        "questions-lead",
        "ending",
    ]
    assert "- だれが何を決めたのでしょうか。" in cells[0].source
    assert "- 予算案（よさんあん）: draft budget" in cells[2].source
    assert cells[6].source == (
        "### Grammar: 〜において\n\n**Here** 「閣議において」 is a written 「閣議で」."
    )


def test_a_lesson_with_a_summary_has_it_put_in_order_after_reading(tmp_path: Path) -> None:
    lesson = small.read(small.write(tmp_path, small.FINISHED))
    assert "lesson.summary()" in sources(notebook.compose(lesson)["02-読んだ後で.ipynb"])


HOSTILE = "<script>x</script> [a](javascript:b) *c* $d$ `e` &amp;"


def test_nothing_in_a_lesson_is_markup_in_a_notebook(tmp_path: Path) -> None:
    markdown = small.FINISHED.replace("title: 予算案", f"title: {HOSTILE}")
    markdown = markdown.replace("〜において", HOSTILE).replace("Here: 「", f"Here: {HOSTILE} 「")
    markdown = markdown.replace("- だれが何を", f"- {HOSTILE} だれが何を")
    markdown = markdown.replace("source: 架空新聞", f"source: {HOSTILE}")
    words = small.WORDS.replace("stance", f'"{HOSTILE}\n- two"')
    words += "<b>政府,せいふ,government,noun,,\n"
    markdown = markdown.replace("\n政府は10日、来年度", "\n<b>政府は10日、来年度")
    lesson = small.read(small.write(tmp_path, markdown, words))
    for page in notebook.compose(lesson).values():
        for cell in page.cells:
            if cell.cell_type == "markdown":
                html = MarkdownIt("js-default").render(cell.source)
                assert "<script" not in html
                assert "<b>" not in html
                assert 'javascript:b"' not in html
                assert "<em>c</em>" not in html
                assert "<code>e</code>" not in html


@pytest.mark.parametrize(
    "text",
    [
        *(
            "中ロ外相",
            "a_b*c",
            "<b>",
            "[x](y)",
            "100 % & more",
            "$x$",
            "a\\b",
            "====",
            "---",
            "- one",
        ),
        *("+ one", "1. two", "12) three", "1.5", "# four", "> five", "~~~", "e-mail", "(6)"),
    ],
)
def test_escaped_text_reads_as_it_was_written(text: str) -> None:
    html = MarkdownIt("js-default").render(notebook.escape(text))
    assert unescape(html) == f"<p>{text}</p>\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n", " \n  ", "\u2028"])
def test_escaped_text_is_one_line(end: str) -> None:
    assert notebook.escape(f"one{end}- two") == "one - two"


@pytest.mark.parametrize(
    ("title", "file"),
    [
        ('野党: 「反/応」 "?"', "02-野党-「反-応」-.ipynb"),
        ("C#と50%20の話", "02-C-と50-20の話.ipynb"),
        ("𠮷" * 300, f"02-{'𠮷' * 50}.ipynb"),
    ],
)
def test_file_names_are_fit_for_every_system(tmp_path: Path, title: str, file: str) -> None:
    markdown = small.MARKDOWN.replace("野党の反応", title)
    lesson = small.read(small.write(tmp_path, markdown))
    assert chapter.chapters(lesson)[2].file == file
    (tmp_path / f".{file}.part").touch()


def test_cleaning_leaves_nothing_of_machine_or_time() -> None:
    widget = {
        notebook_run.WIDGET: {"model_id": "f00"},
        "text/plain": "予算",
        "text/html": "<p>予算</p>",
    }
    output = v4.new_output("execute_result", widget, execution_count=9)  # type: ignore[no-untyped-call]
    cell = v4.new_code_cell(  # type: ignore[no-untyped-call]
        "x", id="x", execution_count=9, outputs=[output], metadata={"execution": {"iopub": "now"}}
    )
    metadata = {"language_info": {"name": "python", "version": "3.99"}, "widgets": {"state": {}}}
    made = v4.new_notebook(cells=[cell], metadata=metadata)  # type: ignore[no-untyped-call]
    text = notebook_run.to_text(notebook_run.clean(made))
    assert all(trace not in text for trace in ("f00", "iopub", "3.99", "widgets"))
    (kept,) = notebook_run.clean(made).cells
    assert (kept.execution_count, kept.outputs[0].execution_count) == (1, 1)
    assert kept.outputs[0].data == {"text/plain": "予算", "text/html": "<p>予算</p>"}


def test_two_builds_are_the_same_bytes_and_need_no_third(workspace: Path) -> None:
    shelf = library.around(workspace)
    files = build(shelf).write()
    assert len(files) == 4
    first = [file.read_bytes() for file in files]
    for file in files:
        file.unlink()
    build(shelf).write()
    assert [file.read_bytes() for file in files] == first
    assert build(shelf).stale() == []


def test_a_changed_gloss_makes_notebooks_stale_and_a_changed_question_one(
    workspace: Path,
) -> None:
    shelf = library.around(workspace)
    files = {file.name[:2]: file for file in build(shelf).write()}
    words = workspace / "vocab" / f"{small.NAME}.csv"
    words.write_text(small.WORDS.replace("stance", "attitude"), encoding="utf-8")
    assert {files["01"], files["02"]} <= set(build(shelf).write())
    lesson = workspace / "notebooks" / small.NAME / "lesson.md"
    lesson.write_text(small.MARKDOWN.replace("[ ] 国会", "[ ] 議会"), encoding="utf-8")
    assert build(shelf).stale() == [files["01"]]


@pytest.mark.usefixtures("no_kernel")
def test_a_section_renamed_leaves_no_old_notebook_and_no_other_is_touched(workspace: Path) -> None:
    shelf = library.around(workspace)
    old = build(shelf).write()[2]
    mine = old.with_name("09-mine.ipynb")
    mine.write_text(notebook_run.to_text(v4.new_notebook()), encoding="utf-8")  # type: ignore[no-untyped-call]
    lesson = workspace / "notebooks" / small.NAME / "lesson.md"
    lesson.write_text(small.MARKDOWN.replace("野党の反応", "野党の対応"), encoding="utf-8")
    written = build(shelf).write()
    assert {old, old.with_name("02-野党の対応.ipynb")} <= set(written)
    assert not old.exists()
    assert mine.exists()


@pytest.mark.usefixtures("no_kernel")
def test_a_lesson_with_gaps_is_built_and_one_with_errors_is_not(workspace: Path) -> None:
    shelf = library.around(workspace)
    files = build(shelf).write()
    assert shelf.check(small.NAME).gaps
    lesson = workspace / "notebooks" / small.NAME / "lesson.md"
    lesson.write_text(small.MARKDOWN.replace("[x]", "[ ]"), encoding="utf-8")
    before = [file.read_bytes() for file in files]
    with pytest.raises(InputError, match="no right option"):
        build(shelf).write()
    assert [file.read_bytes() for file in files] == before


def test_a_word_that_the_text_does_not_hold_is_refused(tmp_path: Path) -> None:
    workspace = small.write(tmp_path, words=small.WORDS + "外交,がいこう,diplomacy,noun,,\n")
    with pytest.raises(InputError, match="does not hold 外交"):
        build(library.around(workspace))


NO_NOTEBOOKS = ["{", "[]", "null", '{"metadata": null}', '{"cells": 1, "nbformat": 4}', "\0"]


@pytest.mark.usefixtures("no_kernel")
@pytest.mark.parametrize("text", NO_NOTEBOOKS)
def test_a_file_in_the_lessons_folder_that_is_no_notebook_is_let_be(
    workspace: Path, text: str
) -> None:
    page = workspace / "notebooks" / small.NAME / "mine.ipynb"
    page.write_text(text, encoding="utf-8")
    assert page not in build(library.around(workspace)).write()
    assert page.read_text(encoding="utf-8") == text


@pytest.mark.usefixtures("no_kernel")
@pytest.mark.parametrize("data", [*map(str.encode, NO_NOTEBOOKS), b"\xff", b""])
def test_a_file_beside_the_lessons_that_is_no_notebook_is_named(
    workspace: Path, data: bytes
) -> None:
    page = workspace / "notebooks" / "start.ipynb"
    page.write_bytes(data)
    with pytest.raises(InputError, match=r"start\.ipynb: this is no notebook"):
        build(library.around(workspace))


@pytest.mark.parametrize(
    ("cell", "problem"),
    [("import time; time.sleep(99)", "takes longer than"), ("import os; os._exit(1)", "kernel")],
)
def test_a_cell_that_does_not_end_well_names_its_notebook(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, cell: str, problem: str
) -> None:
    monkeypatch.setattr(notebook_run, "SECONDS", 2)
    made = v4.new_notebook(cells=[v4.new_code_cell(cell)])  # type: ignore[no-untyped-call]
    with pytest.raises(InputError, match=rf"start\.ipynb: .*{problem}"):
        notebook_run.run(made, workspace / "start.ipynb")


def test_a_cell_that_fails_is_no_notebook(workspace: Path) -> None:
    cell = v4.new_code_cell("1 / 0")  # type: ignore[no-untyped-call]
    page = workspace / "notebooks" / "start.ipynb"
    page.write_text(notebook_run.to_text(v4.new_notebook(cells=[cell])), encoding="utf-8")  # type: ignore[no-untyped-call]
    before = page.read_bytes()
    with pytest.raises(InputError, match=r"start\.ipynb: .*ZeroDivisionError"):
        build(library.around(workspace)).write()
    assert page.read_bytes() == before
