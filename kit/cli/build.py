"""`kit build`: the notebooks of lessons."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from kit.cli.lessons import all_names
from kit.cli.output import say
from kit.cli.status import OUT_OF_DATE
from kit.errors import InputError
from kit.lesson import library
from kit.lesson.build import build


def run(arguments: Namespace) -> int:
    """Bring the notebooks up to date, or say which are not."""
    shelf = library.around(Path.cwd())
    if not shelf.own and not arguments.check:
        raise InputError(
            "this folder is in no workspace, and the lessons that came with the kit are read-only",
            "go to a folder that holds notebooks/ and vocab/, or make one with kit lab FOLDER",
        )
    if not arguments.lessons:
        all_names(shelf)
    built = build(shelf, arguments.lessons)
    if arguments.check:
        for file in built.stale():
            say(f"{file}: out of date; run kit build")
        return OUT_OF_DATE if built.stale() else 0
    for file in built.write():
        print(f"{'wrote' if file.exists() else 'removed'} {file}")
    return 0
