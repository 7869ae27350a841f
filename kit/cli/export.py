"""`kit export`: a lesson as pages or on paper."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from kit.cli.output import wrote
from kit.errors import InputError
from kit.lesson import library
from kit.publish import pages, worksheet
from kit.texts import chosen


def run(arguments: Namespace) -> int:
    """Write what is asked for, and name the files."""
    if arguments.html is None and arguments.worksheet is None:
        raise InputError("there is nothing to export", "add --html DIR or --worksheet FILE")
    lesson = library.around(Path.cwd()).open(arguments.lesson, chosen())
    if arguments.worksheet is not None:
        wrote(worksheet.export(lesson, arguments.worksheet))
    if arguments.html is not None:
        wrote(pages.export(lesson, arguments.html))
    return 0
