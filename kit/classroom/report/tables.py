"""A class's report as CSV files for a spreadsheet, in which no cell becomes a formula."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import tzinfo
from pathlib import Path

from kit.classroom.report.report import Report
from kit.classroom.report.results import Result
from kit.classroom.report.share import Share
from kit.classroom.report.text import REASONS
from kit.errors import InputError
from kit.learner.history import today

STUDENTS, WORDS, QUESTIONS = "students.csv", "words.csv", "questions.csv"

_STUDENT = ("student", "answered", "right", "last answer", "may need help")
_WORD = ("word", "reading", "meaning", "missed", "looked up", "either", "met by")
_QUESTION = (
    *("id", "about", "question", "answered", "right"),
    *("upper third", "upper third right", "lower third", "lower third right"),
    *("wrong answer", "given by"),
)
_HEADS = {STUDENTS: _STUDENT, WORDS: _WORD, QUESTIONS: _QUESTION}

_FORMULA = re.compile("(^|[;,\t\r\n])(?=\\s*[=+\\-@＝＋－＠]|[\t\r])")
"""Where in a text something begins that a spreadsheet may take for a formula.

Where a country writes 1,5 for 1.5, a spreadsheet may part cells at `;` whatever the quotes say.
"""

Cell = str | int


def write(folder: Path, report: Report, tz: tzinfo | None = None) -> list[Path]:
    """Write the three files; the folder is made if it is not there.

    Args:
        folder: where; the folder that it is in has to be.
        report: what is told.
        tz: the time zone that a day is in; None for that of the machine.

    Returns:
        The files.

    Raises:
        InputError: the folder cannot be written, or has other files under these names.
    """
    made = {folder / name: _text(rows) for name, rows in tables(report, tz).items()}
    try:
        folder.mkdir(exist_ok=True)
        for file in made:
            _check(file)
        for file, text in made.items():
            part = file.with_name(f".{file.name}.part")
            try:
                part.write_text(text, encoding="utf-8-sig", newline="")
                os.replace(part, file)
            except BaseException:
                part.unlink(missing_ok=True)
                raise
    except FileNotFoundError:
        problem = f"the folder {folder.parent} is not there"
        raise InputError(problem, "make it, or name another", file=folder) from None
    except OSError as error:
        problem = f"the tables cannot be written ({error.strerror})"
        raise InputError(problem, "name a folder that can be written", file=folder) from None
    return list(made)


def tables(report: Report, tz: tzinfo | None = None) -> Mapping[str, list[list[Cell]]]:
    """The rows of each file, its head first."""
    return {
        STUDENTS: [*_students(report, tz)],
        WORDS: [*_words(report)],
        QUESTIONS: [[*_QUESTION], *(_question(result) for result in report.questions)],
    }


def safe(cell: Cell) -> Cell:
    """A cell that is text and nothing else to a spreadsheet; a number stays one."""
    return _FORMULA.sub(r"\1'", cell) if isinstance(cell, str) else cell


def _text(rows: Sequence[Sequence[Cell]]) -> str:
    written = io.StringIO()
    csv.writer(written, quoting=csv.QUOTE_ALL).writerows(map(safe, row) for row in rows)
    return written.getvalue()


def _check(file: Path) -> None:
    """See to it that nothing is written over but such a table.

    Raises:
        InputError: there is another file.
        OSError: it cannot be read.
    """
    if not file.exists():
        return
    head = ",".join(f'"{name}"' for name in _HEADS[file.name]).encode("utf-8-sig")
    with file.open("rb") as opened:
        found = opened.read(len(head))
    if found != head:
        problem = "this is there already and is no table of a report, or was changed"
        raise InputError(problem, "move it away, or name another folder", file=file)


def _students(report: Report, tz: tzinfo | None) -> Iterator[list[Cell]]:
    """A student a row; 1 and 0 for a question right and wrong at the first try."""
    asked = [result.asked.id for result in report.questions]
    say = report.lesson.texts
    yield [*_STUDENT, *asked]
    for standing in report.students:
        yield [
            standing.student.name,
            standing.right.whole,
            standing.right.part,
            str(today(standing.last, tz)) if standing.last else "",
            "; ".join(say(REASONS[reason]) for reason in standing.why),
            *(int(standing.done[id_]) if id_ in standing.done else "" for id_ in asked),
        ]


def _words(report: Report) -> Iterator[list[Cell]]:
    yield [*_WORD]
    for word, missed, looked_up, either in report.words.values():
        yield [word.word, word.reading, word.meaning, missed, looked_up, either.part, either.whole]


def _question(result: Result) -> list[Cell]:
    asked, right, upper, lower, wrong, alike = result
    counts = [right.whole, right.part, *_counts(upper), *_counts(lower)]
    return [asked.id, asked.about, asked.prompt, *counts, wrong, alike or ""]


def _counts(share: Share | None) -> list[Cell]:
    return ["", ""] if share is None else [share.whole, share.part]
