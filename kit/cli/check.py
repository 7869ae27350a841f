"""`kit check`: what is wrong in lessons, and what they lack."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from kit.cli.lessons import all_names
from kit.cli.output import line, say
from kit.cli.status import BAD_INPUT, UNFINISHED
from kit.lesson import library, told
from kit.lesson.levels import table


def run(arguments: Namespace) -> int:
    """Say what is found: errors on standard error, gaps on standard output."""
    shelf = library.around(Path.cwd())
    status = 0
    for name in arguments.lessons or all_names(shelf):
        found = shelf.check(name)
        for error in found.errors:
            say(str(error))
        for gap in found.gaps:
            print(line(str(gap)))
        if arguments.verbose and found.lesson is not None:
            for change in (*told.by_rows(found.lesson), *told.by_marks(found.lesson)):
                print(line(str(change)))
            print(f"{name}: jreadability, about 0.5 (hard) to 6.5 (easy)\n{table(found.lesson)}")
        if not found.errors and not found.gaps:
            print(f"{name}: nothing to mend")
        status = max(status, BAD_INPUT if found.errors else UNFINISHED if found.gaps else 0)
    return status
