"""How a class did, in a notebook: `class_report`."""

from __future__ import annotations

import random
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

from kit.classroom.report import page as report_page
from kit.classroom.report import text as report_text
from kit.classroom.report.gather import gather
from kit.classroom.report.report import masked, report
from kit.classroom.report.text import Table
from kit.learner.event import now
from kit.lesson import library
from kit.texts import chosen


class Told(NamedTuple):
    """A report to show, as text and as HTML."""

    text: str
    html: str

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, str]:
        return {"text/plain": self.text, "text/html": self.html}

    def __repr__(self) -> str:
        return self.text


def class_report(
    lesson: str,
    folder: str | Path | None = None,
    *,
    course: str | Path | None = None,
    mask: bool = False,
) -> Told:
    """How a class did in a lesson.

    Args:
        lesson: its name.
        folder: a course's, or one of submissions or of exported files, or an archive of it;
            without it, all that is shown is what to do.
        course: the folder of the course that the submissions are of, where that is another.
        mask: whether students are numbered and not named.

    Raises:
        InputError: there is no such lesson, or nothing of a student in the folder.
    """
    read = library.around(Path.cwd()).open(lesson, chosen())
    if folder is None:
        told = read.texts("report.name-a-folder", lesson=lesson)
        return Told(told, f"<p>{escape(told)}</p>")
    answers = gather(Path(folder), read, None if course is None else Path(course))
    found = report(read, answers, now())
    if mask:
        found = masked(found, random.SystemRandom())
    text = "\n".join(map(_lines, report_text.blocks(found)))
    return Told(text, report_page.part(found))


def _lines(block: str | Table) -> str:
    if isinstance(block, str):
        return block
    return "\n".join("  ".join(row) for row in (block.head, *block.rows))
