"""`kit report`: how a class did in a lesson."""

from __future__ import annotations

import random
from argparse import Namespace
from pathlib import Path

from kit.classroom.report import page as report_page
from kit.classroom.report import tables as report_csv
from kit.classroom.report import text as report_text
from kit.classroom.report.gather import gather
from kit.classroom.report.report import masked, report
from kit.cli.output import line, say, terminal, wrapped, write, wrote
from kit.errors import InputError
from kit.learner.event import now
from kit.lesson import library
from kit.lesson.lesson import Lesson
from kit.publish.marker import has, marker
from kit.terminal import table_lines
from kit.texts import chosen

MOST_NOTICES = 20
"""Of what was not read, so much is named one by one."""


def run(arguments: Namespace) -> int:
    """Read what was handed in, write what is asked for, and tell the most important."""
    lesson = library.around(Path.cwd()).open(arguments.lesson, chosen())
    if arguments.html is not None:
        _check(arguments.html, lesson)
    told = report(lesson, gather(arguments.source, lesson, arguments.course), now())
    if arguments.mask:
        told = masked(told, random.SystemRandom())
    for notice in told.notices[:MOST_NOTICES]:
        say(report_text.notice(notice, lesson.texts))
    if (more := len(told.notices) - MOST_NOTICES) > 0:
        say(f"and {more:,} more that were not read, or not whole")
    width, colour = terminal()
    for block in report_text.blocks(told):
        if isinstance(block, str):
            print(wrapped([line(block)], width))
        else:
            print("\n".join(table_lines(*block, width, colour)))
    if arguments.html is not None:
        write(arguments.html, report_page.page(told))
        wrote([arguments.html])
    if arguments.csv is not None:
        wrote(report_csv.write(arguments.csv, told))
    return 0


def _check(file: Path, lesson: Lesson) -> None:
    """Before the work, not after it.

    Raises:
        InputError: the page cannot be written there, or is another file.
    """
    if file.suffix.lower() not in (".html", ".htm"):
        raise InputError("a report is an HTML file", "end its name with .html", file=file)
    if not file.parent.is_dir():
        problem = f"the folder {file.parent} is not there"
        raise InputError(problem, "make it, or name another", file=file)
    try:
        if file.exists() and not has(file, marker(lesson, report_page.KIND)):
            problem = "this is there already and is no report on this lesson"
            raise InputError(problem, "name another file", file=file)
    except OSError as error:
        problem = f"it cannot be written ({error.strerror})"
        raise InputError(problem, "name another file", file=file) from None
