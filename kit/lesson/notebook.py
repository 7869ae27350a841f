"""A lesson → its notebooks, run once so that they show what they say before anyone runs them."""

from __future__ import annotations

import json
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
from kit.language.article import Analysis
from kit.lesson import notice, quiz
from kit.lesson.lesson import LEAD, Grammar, Lesson, Section
from kit.lesson.reading import met_at, names

START = "start.ipynb"
WIDGET = "application/vnd.jupyter.widget-view+json"
KEY_WORDS = 8
"""Key words of a section; each of its paragraphs has two at the least."""

_METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
_MARKUP = re.compile(r"[\\`*_\[\]<>&|~$#]")
_UNFIT = re.compile(r'[\\/:*?"<>|\s\x00-\x1f]+')
_SECONDS = 120  # for a cell


class Chapter(NamedTuple):
    """A notebook of a lesson: its file name, its title, and the section that it reads, if any."""

    file: str
    title: str
    section: Section | None = None


BEFORE, LEAD_TITLE, AFTER = "読む前に", "見出しとリード", "読んだ後で"


def chapters(lesson: Lesson) -> list[Chapter]:
    """The notebooks of a lesson, in order: before reading, one a section, after reading."""
    parts: list[tuple[str, Section | None]] = [(BEFORE, None)]
    for section in lesson.sections:
        parts.append((LEAD_TITLE if section.place == LEAD else section.title, section))
    parts.append((AFTER, None))
    return [
        Chapter(f"{number:02}-{_UNFIT.sub('-', title)}.ipynb", title, section)
        for number, (title, section) in enumerate(parts)
    ]


def compose(lesson: Lesson) -> dict[str, NotebookNode]:
    """The notebooks of a lesson by file name, not run yet."""
    all_chapters = chapters(lesson)
    following = [*all_chapters[1:], None]
    made = {}
    for chapter, after in zip(all_chapters, following, strict=True):
        if chapter.section is not None:
            cells = _section(lesson, chapter, chapter.section)
        elif after is not None:
            cells = _before(lesson, all_chapters)
        else:
            cells = _after(lesson)
        cells.append(_markdown("ending", _ending(lesson, after)))
        made[chapter.file] = _notebook(cells, {"kit": {"lesson": lesson.name}})
    return made


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


def _before(lesson: Lesson, chapters: list[Chapter]) -> list[NotebookNode]:
    """What one knows already, the people and places, how hard it is."""
    sections = len(chapters) - 2
    report = f" The event was reported by {escape(lesson.source)}." if lesson.source else ""
    opening = (
        f"# {BEFORE}\n\nBefore you read *{escape(lesson.title)}*: what you know already, and who "
        f"and what you will meet.{report} After this come {_count(sections, 'part')} of the "
        "article, each a sitting of 20 to 30 minutes, and a last one in which you read all of it "
        "unaided.\n\nRun the cells one by one with Shift+Enter."
    )
    cells = [_markdown("opening", opening), _open(lesson)]
    if quiz.warm_up(lesson):
        asked = (
            "## What you know already\n\nThe key terms of the article. Guess where you do not "
            "know: what was missed and then explained is kept best."
        )
        cells += [_markdown("key-terms", asked), _code("warm-up", "lesson.warm_up()")]
    if named := names(lesson):
        people = "\n".join(f"- {_name(name)}" for name in named)
        cells.append(_markdown("names", f"## The people and places\n\n{people}"))
    measured = (
        "## How hard it is\n\nEach paragraph comes in up to three versions that say the same. "
        "The score is that of [jreadability](https://pypi.org/project/jreadability/), an estimate "
        "from about 0.5 (hard) to 6.5 (easy). Begin with the full version, and take an easier one "
        "where you are stuck."
    )
    return [*cells, _markdown("how-hard", measured), _code("levels", "lesson.levels()")]


def _section(lesson: Lesson, chapter: Chapter, section: Section) -> list[NotebookNode]:
    """A section's walk through its paragraphs. Ids of cells say what they are: they outlast others.

    In each: key words, the text, its words, a note on its grammar, what it says.
    """
    opening = (
        f"# {escape(chapter.title)}\n\nFrom *{escape(lesson.title)}*. In the text, point at a "
        "word or tap it to see how it is read and what it means, or step through with the arrow "
        "keys and open it with Enter; `?` shows all keys."
    )
    if section.before:
        points = "\n".join(f"- {escape(question)}" for question in section.before)
        opening += f"\n\nRead to find out:\n\n{points}"
    cells = [_markdown("opening", opening), _open(lesson)]
    for number in range(1, len(section.paragraphs) + 1):
        cells += _walk(lesson, section, number)
    return cells


def _walk(lesson: Lesson, section: Section, number: int) -> Iterator[NotebookNode]:
    alone = len(section.paragraphs) == 1
    place = section.place if alone else f"{section.place}.{number}"
    key = place.replace(".", "-")
    title = "The text" if alone else f"Paragraph {number}"
    words = [meeting.word for meeting in met_at(lesson, place)]
    most = max(2, KEY_WORDS // len(section.paragraphs))
    listed = "\n".join(
        f"- {word.word}（{word.reading}）: {escape(word.meaning)}"
        for word in sorted(words, key=lesson.words.index)[:most]
    )
    key_words = f"\n\nKey words:\n\n{listed}" if listed else ""
    yield _markdown(f"part-{key}", f"## {title}{key_words}")
    yield _code(f"read-{key}", f'lesson.read("{place}")')
    if quiz.words(lesson, place):
        asked = "The words of this paragraph, and some that you have met before."
        yield _markdown(f"words-{key}", asked)
        yield _code(f"quiz-{key}", f'lesson.quiz("{place}")')
    for note, grammar in enumerate(section.paragraphs[number - 1].grammar, 1):
        yield _markdown(f"grammar-{key}-{note}", _grammar(grammar))
    if quiz.questions(lesson, place):
        looking = "What does the text say? Look back at it as often as you like."
        yield _markdown(f"text-{key}", looking)
        yield _code(f"questions-{key}", f'lesson.questions("{place}")')


def _after(lesson: Lesson) -> list[NotebookNode]:
    """The whole article unaided, in order, the words once more, what has been learnt."""
    opening = (
        f"# {AFTER}\n\nYou have read *{escape(lesson.title)}* part by part. Now read it as a "
        "whole, without furigana and without looking anything up."
    )
    timed = "## The whole article\n\nAgainst the clock if you like: it counts characters a minute."
    cells = [
        _markdown("opening", opening),
        _open(lesson),
        _markdown("whole", timed),
        _code("timed-reading", "lesson.timed_reading()"),
    ]
    if lesson.summary:
        asked = "## What it said\n\nThe article in a few sentences, out of order."
        cells += [_markdown("in-order", asked), _code("summary", "lesson.summary()")]
    if quiz.review(lesson):
        asked = "## The words once more\n\nFrom all parts, asked in another way than before."
        cells += [_markdown("words", asked), _code("review", "lesson.review()")]
    learnt = (
        "## What you have learnt\n\nWhat was right the last time that you were asked, and what "
        "to look at again. Run the cell again after the quizzes above."
    )
    return [*cells, _markdown("result", learnt), _code("learnt", "lesson.learnt()")]


def _open(lesson: Lesson) -> NotebookNode:
    name = json.dumps(lesson.name, ensure_ascii=False)
    return _code("open", f"from kit.widgets import open_lesson\n\nlesson = open_lesson({name})")


def _grammar(note: Grammar) -> str:
    """A note as Markdown, a line a paragraph; what stands before a line's first colon is bold."""
    lines = []
    for line in note.text.splitlines():
        label, colon, rest = line.partition(": ")
        short = colon and len(label) < 12
        lines.append(f"**{escape(label)}** {escape(rest)}" if short else escape(line))
    body = "\n\n".join(lines)
    return f"### Grammar: {escape(note.pattern)}\n\n{body}"


def _name(name: Analysis) -> str:
    reading = f"（{name.reading}）" if re.search("[一-鿿]", name.headword) else ""
    return f"{escape(name.headword)}{reading}: {escape('; '.join(name.glosses))}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("s" if number != 1 else "")


def escape(text: str) -> str:
    """Text for a Markdown cell: nothing in it is markup, and a line stays a line."""
    return _MARKUP.sub(r"\\\g<0>", text)


def _markdown(identity: str, text: str) -> NotebookNode:
    cell: NotebookNode = v4.new_markdown_cell(text, id=identity)  # type: ignore[no-untyped-call]
    return cell


def _code(identity: str, text: str) -> NotebookNode:
    cell: NotebookNode = v4.new_code_cell(text, id=identity)  # type: ignore[no-untyped-call]
    return cell


def _ending(lesson: Lesson, after: Chapter | None) -> str:
    following = f"[{escape(after.title)}](<{after.file}>), or back to " if after else ""
    dictionaries = notice.dictionaries(lesson, lambda names, address: f"[{names}]({address})")
    return (
        f"## Where to go next\n\nOn to {following}[the front door](<../{START}>).\n\n"
        f"{notice.told(lesson, escape)} {dictionaries}"
    )
