"""A lesson → its notebooks, run once so that they show what they say before anyone runs them."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat import NotebookNode, v4

from kit.errors import InputError
from kit.lesson import quiz
from kit.lesson.lesson import LEAD, Lesson, Section
from kit.lesson.reading import met_at

START = "start.ipynb"
WIDGET = "application/vnd.jupyter.widget-view+json"
KEY_WORDS = 6
NOTICE = (
    "Readings and glosses come from [JMdict, JMnedict and KANJIDIC]"
    "(https://www.edrdg.org/edrdg/licence.html) of the Electronic Dictionary Research and "
    "Development Group, CC BY-SA 4.0."
)

_METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
_UNFIT = re.compile(r'[\\/:*?"<>|\s\x00-\x1f]+')
_SECONDS = 120  # for a cell


class Chapter(NamedTuple):
    """The sections that make one notebook, and its file name."""

    file: str
    title: str
    sections: tuple[Section, ...]


def chapters(lesson: Lesson) -> list[Chapter]:
    """The notebooks of a lesson, in order: one a section, the lead with the first."""
    lead = [section for section in lesson.sections if section.place == LEAD]
    numbered = [section for section in lesson.sections if section.place != LEAD]
    groups = [[*lead, *numbered[:1]], *([section] for section in numbered[1:])]
    return [
        Chapter(f"{number:02}-{_UNFIT.sub('-', group[-1].title)}.ipynb", group[-1].title, (*group,))
        for number, group in enumerate(groups, 1)
    ]


def compose(lesson: Lesson) -> dict[str, NotebookNode]:
    """The notebooks of a lesson by file name, not run yet."""
    all_chapters = chapters(lesson)
    following = [*all_chapters[1:], None]
    return {
        chapter.file: _notebook(_cells(lesson, chapter, after), {"kit": {"lesson": lesson.name}})
        for chapter, after in zip(all_chapters, following, strict=True)
    }


def run(notebook: NotebookNode, folder: Path) -> NotebookNode:
    """A notebook with the outputs that its cells have in a folder, and nothing of the machine.

    Answers that the student gave elsewhere are out of its sight.

    Raises:
        InputError: a cell fails.
    """
    ran = nbformat.from_dict(notebook)  # type: ignore[no-untyped-call]
    with tempfile.TemporaryDirectory() as scratch:
        client = NotebookClient(
            ran,
            timeout=_SECONDS,
            kernel_name="python3",
            extra_arguments=["--log-level=ERROR"],
            resources={"metadata": {"path": str(folder)}},
        )
        environment = os.environ | {"KIT_PROGRESS": str(Path(scratch, "progress.sqlite"))}
        try:
            client.execute(env=environment)
        except CellExecutionError as error:
            raise InputError(
                f"a cell fails with {error.ename}: {error.evalue}", "mend what it names"
            ) from None
    return clean(ran)


def clean(notebook: NotebookNode) -> NotebookNode:
    """A notebook that was run, with what is the same wherever and whenever it is run.

    Execution counts are renumbered, metadata of kernel and time left out, and of a widget its text
    and HTML kept: its view would point at a model that is gone.
    """
    count = 0
    cells = []
    for cell in notebook.cells:
        kept = {"cell_type": cell.cell_type, "id": cell.id, "metadata": {}, "source": cell.source}
        if cell.cell_type == "code":
            count += 1
            kept |= {"execution_count": count, "outputs": [_output(o, count) for o in cell.outputs]}
        cells.append(NotebookNode(kept))  # type: ignore[no-untyped-call]
    own = {name: value for name, value in notebook.metadata.items() if name == "kit"}
    return _notebook(cells, own)


def to_text(notebook: NotebookNode) -> str:
    """A notebook as the text of its file."""
    return str(nbformat.writes(notebook)).rstrip("\n") + "\n"  # type: ignore[no-untyped-call]


def _output(output: NotebookNode, count: int) -> NotebookNode:
    if "execution_count" in output:
        output.execution_count = count
    if "data" in output:
        output.data.pop(WIDGET, None)
        output.metadata = {}
    return output


def _notebook(cells: list[NotebookNode], metadata: dict[str, Any]) -> NotebookNode:
    made: NotebookNode = v4.new_notebook(  # type: ignore[no-untyped-call]
        cells=cells, metadata=_METADATA | metadata
    )
    return made


def _cells(lesson: Lesson, chapter: Chapter, after: Chapter | None) -> list[NotebookNode]:
    """The cells of a notebook. Their ids say what they are, and so outlast a cell put between."""
    opened = f'from kit.widgets import open_lesson\n\nlesson = open_lesson("{lesson.name}")'
    cells = [_markdown("opening", _opening(lesson, chapter)), _code("open", opened)]
    for section in chapter.sections:
        for number in range(1, len(section.paragraphs) + 1):
            cells += _walk(lesson, section, number)
    return [*cells, _markdown("ending", _ending(lesson, after))]


def _markdown(identity: str, text: str) -> NotebookNode:
    cell: NotebookNode = v4.new_markdown_cell(text, id=identity)  # type: ignore[no-untyped-call]
    return cell


def _code(identity: str, text: str) -> NotebookNode:
    cell: NotebookNode = v4.new_code_cell(text, id=identity)  # type: ignore[no-untyped-call]
    return cell


def _opening(lesson: Lesson, chapter: Chapter) -> str:
    words = [
        meeting.word for section in chapter.sections for meeting in met_at(lesson, section.place)
    ]
    first = sorted(words, key=lesson.words.index)[:KEY_WORDS]
    key_words = "\n".join(f"- {word.word}（{word.reading}）: {word.meaning}" for word in first)
    return (
        f"# {chapter.title}\n\n"
        f"From the lesson *{lesson.title}*. Run the cells one by one with Shift+Enter. In the "
        "text, click a word to see how it is read and what it means, or step through with the "
        "arrow keys and open it with Enter; F hides and shows the furigana."
        + (f"\n\nSome words to begin with:\n\n{key_words}" if key_words else "")
    )


def _walk(lesson: Lesson, section: Section, number: int) -> Iterator[NotebookNode]:
    """A paragraph's cells: read it, then the words that come first in it, then what it says."""
    alone = len(section.paragraphs) == 1
    place = section.place if alone else f"{section.place}.{number}"
    key = place.replace(".", "-")
    part = "Headline and lead" if section.place == LEAD else f"Section {section.place}"
    yield _markdown(f"part-{key}", f"## {part}" + ("" if alone else f", paragraph {number}"))
    yield _code(f"read-{key}", f'lesson.read("{place}")')
    if quiz.words(lesson, place):
        yield _markdown(f"words-{key}", "How are these words read, and what do they mean here?")
        yield _code(f"quiz-{key}", f'lesson.quiz("{place}")')
    if quiz.questions(lesson, place):
        looking = "What does the text say? Look back at it as often as you like."
        yield _markdown(f"text-{key}", looking)
        yield _code(f"questions-{key}", f'lesson.questions("{place}")')


def _ending(lesson: Lesson, after: Chapter | None) -> str:
    following = f"[the next part, {after.title}](<{after.file}>), or back to " if after else ""
    report = f"The event was reported by {lesson.source}; " if lesson.source else ""
    told = "it is told here in our own words" if report else "The text is the kit's own"
    licence = f" ({lesson.license})" if lesson.license else ""
    return (
        f"## Where to go next\n\nOn to {following}[the front door](<../{START}>).\n\n"
        f"{report}{told}{licence}. {NOTICE}"
    )
