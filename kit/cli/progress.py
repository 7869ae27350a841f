"""`kit progress`: what a student did and learnt, taken out, brought in, or erased."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path

from kit.cli.output import line, say
from kit.errors import InputError
from kit.learner import anki_collection, exchange, known_words
from kit.learner.event import now
from kit.learner.progress import Progress

MOST_NAMED = 5
"""Lines of one kind that are named."""


def run(arguments: Namespace) -> int:
    """Do one of the three, and say what happened to the file."""
    exchange.check_student(arguments.student)
    progress = Progress(student=arguments.student)
    act = {"export": _export, "import": _import, "erase": _erase}[arguments.action]
    act(progress, arguments)
    if progress.notice:
        say(progress.notice)
    return 0


def _export(progress: Progress, arguments: Namespace) -> None:
    lines = exchange.write(progress.everything(), progress.student)
    if arguments.file == "-":
        for row in lines:
            print(row)
    else:
        file = Path(arguments.file)
        _write(file, lines, progress.file)
        print(f"wrote {file}")


def _write(file: Path, lines: Iterable[str], progress: Path) -> None:
    """Write a file whole or not at all, and never in the place of the student's events."""
    try:
        if file.is_dir():
            raise InputError("this is a folder", "name a file", file=file)
        if not file.parent.is_dir():
            problem = f"the folder {file.parent} is not there"
            raise InputError(problem, "make it, or name another", file=file)
        if file.exists() and progress.exists() and file.samefile(progress):
            raise InputError("the events themselves are in it", "name another file", file=file)
        part = file.with_name(f".{file.name}.part")
        try:
            with part.open("w", encoding="utf-8", newline="\n") as written:
                written.writelines(f"{row}\n" for row in lines)
            os.replace(part, file)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    except OSError as error:
        problem = f"it cannot be written ({error.strerror})"
        raise InputError(problem, "make its folder writable, or name another", file=file) from None


def _import(progress: Progress, arguments: Namespace) -> None:
    brought = exchange.bring(arguments.file, progress, now())
    file = known_words.named(arguments.file)
    what = "events" if brought.kind == exchange.PROGRESS else "words"
    unstudied = f"; never studied, left out: {brought.unstudied}" if brought.unstudied else ""
    print(f"{file}: new {what}: {brought.new}; there already: {brought.there}{unstudied}")
    place = "note" if brought.kind == anki_collection.PACKAGE else "line"
    if brought.unknown:
        say(f"{file}: no word is found in {place} {_named(brought.unknown)}")
    if brought.ambiguous:
        named = _named(brought.ambiguous)
        say(f"{file}: several words are read as in {place} {named}; write the kanji as well")
    if brought.unlisted:
        say(f"{file}: taken in, but in no dictionary: {place} {_named(brought.unlisted)}")


def _named(places: Sequence[exchange.Place]) -> str:
    """The first of these places, and how many more there are."""
    named = [f"{number} {line(text)!r}" for number, text in places[:MOST_NAMED]]
    more = len(places) - len(named)
    return ", ".join(named) + (f" and {more} more" if more else "")


def _erase(progress: Progress, arguments: Namespace) -> None:
    student = line(progress.student)
    if not arguments.yes:
        count = len(progress.everything())
        if not count:
            print(f"no event of {student} is kept")
            return
        if not _agreed(f"Erase all {count} events of {student}? [y/N] "):
            print("nothing is erased")
            return
    print(f"erased {progress.erase()} events of {student}")


def _agreed(question: str) -> bool:
    """Ask on the terminal.

    Raises:
        InputError: there is none.
    """
    if not sys.stdin.isatty():
        raise InputError("there is no terminal to ask on", "add --yes to erase without asking")
    print(question, end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes")
