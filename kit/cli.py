"""The `kit` command."""

from __future__ import annotations

import argparse
import io
import os
import re
import shutil
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kit.errors import InputError
from kit.lab import lab
from kit.language import glossary
from kit.language.annotate import annotate_line
from kit.language.as_json import lookup_json, paragraph_json
from kit.language.encoding import open_lines
from kit.language.lookup import lookup
from kit.language.text import lines
from kit.progress_bar import ProgressBar
from kit.terminal import match_lines, paragraph_lines

if TYPE_CHECKING:
    from kit.lesson.library import Library

OUT_OF_DATE = 1
UNFINISHED = 1
BAD_INPUT = 2
"""Exit status for input that can't be used; argparse has the same for its own."""
INTERRUPTED = 130
BROKEN_PIPE = 141

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the `kit` command.

    Args:
        argv: its arguments; None for the process's own.

    Returns:
        The exit status: 0; 1 where a check finds something; 2 where the input can't be used, with
        one line on standard error that says where and how to mend it; 130 after Ctrl-C; 141 where
        nobody reads the output.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    arguments = _parser().parse_args(argv)
    try:
        status: int = arguments.run(arguments)
        sys.stdout.flush()
    except InputError as error:
        _say(str(error))
        return BAD_INPUT
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Python writes what is left when it ends: that, too, should meet no closed pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kit", description="Read Japanese political news, word by word."
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and end")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    command = commands.add_parser(
        "annotate",
        help="every word of a text: reading, headword, meaning, inflection",
        description="Every word of a text: reading, headword, meaning, inflection.",
    )
    command.add_argument("file", metavar="FILE", help="a plain text; - reads standard input")
    command.add_argument(
        "--glossary",
        metavar="CSV",
        action="append",
        default=[],
        help="a glossary that wins over the packaged ones; may be given again",
    )
    command.add_argument("--json", action="store_true", help="JSON Lines, one object a line")
    command.set_defaults(run=_annotate)

    command = commands.add_parser(
        "lookup",
        help="dictionary entries for any form, inflected or not",
        description="Dictionary entries for any form that a reader meets, inflected or not.",
    )
    command.add_argument(
        "forms", metavar="FORM", nargs="+", help="a word; - reads words from standard input"
    )
    command.add_argument("--json", action="store_true", help="JSON Lines, one object a form")
    command.set_defaults(run=_lookup)

    command = commands.add_parser(
        "check",
        help="what is wrong in lessons, and what they lack",
        description="Read lessons as a strict editor would. Errors end with status 2: they must be "
        "mended before a lesson can be built. Gaps, what a finished lesson should still have, end "
        "with status 1.",
    )
    command.add_argument(
        "lessons", metavar="LESSON", nargs="*", help="a lesson's name; none means all"
    )
    command.add_argument(
        "--verbose", action="store_true", help="how hard each version of each section is to read"
    )
    command.set_defaults(run=_check)

    command = commands.add_parser(
        "build",
        help="make the notebooks of lessons",
        description="Make the notebooks of lessons from their lesson.md and vocabulary.",
    )
    command.add_argument(
        "lessons", metavar="LESSON", nargs="*", help="a lesson's name; none means all"
    )
    command.add_argument(
        "--check", action="store_true", help="write nothing; say what is out of date"
    )
    command.set_defaults(run=_build)

    command = commands.add_parser(
        "export",
        help="a lesson as pages without Jupyter, or as a worksheet",
        description="A lesson for students without Jupyter, as pages or on paper.",
    )
    command.add_argument("lesson", metavar="LESSON", help="a lesson's name")
    command.add_argument(
        "--html",
        metavar="DIR",
        type=Path,
        help="a folder for its pages, which need neither server nor network",
    )
    command.add_argument(
        "--worksheet",
        metavar="FILE",
        type=Path,
        help="a worksheet for paper, FILE.html or FILE.pdf; its answer key is FILE-key",
    )
    command.set_defaults(run=_export)

    command = commands.add_parser(
        "lab",
        help="open the lessons in JupyterLab",
        description="Open the lessons in JupyterLab, in a folder of your own.",
    )
    command.add_argument(
        "folder",
        metavar="FOLDER",
        nargs="?",
        type=Path,
        help="where your lessons are, or shall be copied to",
    )
    command.add_argument("--port", type=int, help="the port to listen on")
    command.add_argument(
        "--no-browser", dest="browser", action="store_false", help="only print the address"
    )
    command.set_defaults(run=_lab)
    return parser


class _Version(argparse.Action):
    """Prints the version, looked up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib import metadata  # 60 ms that no other command should wait for

        try:
            print(f"kit {metadata.version('seiji-kit')}")
        except metadata.PackageNotFoundError:
            print("kit (not installed)")
        parser.exit()


def _annotate(arguments: argparse.Namespace) -> int:
    terms = glossary.packaged()
    if arguments.glossary:
        terms = glossary.Glossary.read(*arguments.glossary).over(terms)
    width, colour = _terminal()
    written = False
    with ProgressBar(sys.stderr, _size(arguments.file)) as bar:
        progress = bar.update if sys.stderr.isatty() else None
        for line, kind in lines(open_lines(arguments.file, progress)):
            paragraph = annotate_line(line, kind, terms)
            bar.clear()
            if arguments.json:
                print(paragraph_json(paragraph))
            else:
                print("\n".join(paragraph_lines(paragraph, width, colour)))
            written = True
    if not written:
        _say(f"{_name(arguments.file)}: there is no text in it")
    return 0


def _lookup(arguments: argparse.Namespace) -> int:
    width, colour = _terminal()
    for form in _forms(arguments.forms):
        matches = lookup(form)
        if arguments.json:
            print(lookup_json(form, matches))
        else:
            print("\n".join(match_lines(form, matches, width, colour)))
    return 0


def _check(arguments: argparse.Namespace) -> int:
    from kit.lesson import library  # with Markdown's tools, for this alone
    from kit.lesson.levels import table

    shelf = library.around(Path.cwd())
    status = 0
    for name in arguments.lessons or _all_names(shelf):
        found = shelf.check(name)
        for error in found.errors:
            _say(str(error))
        for gap in found.gaps:
            print(_line(str(gap)))
        if arguments.verbose and found.lesson is not None:
            print(f"{name}: jreadability, about 0.5 (hard) to 6.5 (easy)\n{table(found.lesson)}")
        if not found.errors and not found.gaps:
            print(f"{name}: nothing to mend")
        status = max(status, BAD_INPUT if found.errors else UNFINISHED if found.gaps else 0)
    return status


def _build(arguments: argparse.Namespace) -> int:
    from kit.lesson import library  # with Markdown's and notebooks' tools, 0.2 s: for this alone
    from kit.lesson.build import build

    shelf = library.around(Path.cwd())
    if not shelf.own and not arguments.check:
        raise InputError(
            "this folder is in no workspace, and the lessons that came with the kit are read-only",
            "go to a folder that holds notebooks/ and vocab/, or make one with kit lab FOLDER",
        )
    if not arguments.lessons:
        _all_names(shelf)
    built = build(shelf, arguments.lessons)
    if arguments.check:
        for file in built.stale():
            _say(f"{file}: out of date; run kit build")
        return OUT_OF_DATE if built.stale() else 0
    for file in built.write():
        print(f"{'wrote' if file.exists() else 'removed'} {file}")
    return 0


def _export(arguments: argparse.Namespace) -> int:
    from kit.lesson import library
    from kit.texts import chosen

    if arguments.html is None and arguments.worksheet is None:
        raise InputError("there is nothing to export", "add --html DIR or --worksheet FILE")
    lesson = library.around(Path.cwd()).open(arguments.lesson, chosen())
    if arguments.worksheet is not None:
        from kit.publish import worksheet

        _wrote(worksheet.export(lesson, arguments.worksheet))
    if arguments.html is not None:
        from kit.publish import pages

        _wrote(pages.export(lesson, arguments.html))
    return 0


def _wrote(files: Iterable[Path]) -> None:
    for file in files:
        print(f"wrote {file}")


def _all_names(shelf: Library) -> list[str]:
    """The names of all lessons; where there is none, that is said."""
    names = shelf.names()
    if not names:
        _say(f"there is no lesson in {shelf.notebooks}")
    return names


def _lab(arguments: argparse.Namespace) -> int:
    return lab(arguments.folder, browser=arguments.browser, port=arguments.port)


def _forms(arguments: Sequence[str]) -> Iterator[str]:
    """The forms to look up: arguments as they are, and the non-blank lines of standard input."""
    for form in arguments:
        if form == "-":
            yield from filter(None, map(str.strip, open_lines("-")))
        else:
            yield form


def _terminal() -> tuple[int | None, bool]:
    """The width of the terminal that is written to, or None, and whether to colour."""
    if not sys.stdout.isatty():
        return None, False
    plain = os.environ.get("TERM") == "dumb" or bool(os.environ.get("NO_COLOR"))
    width = shutil.get_terminal_size((0, 0)).columns
    return (width if width >= 20 else None), not plain


def _size(file: str) -> int | None:
    """The bytes of a file; None where they can't be known beforehand."""
    try:
        found = os.fstat(sys.stdin.fileno()) if file == "-" else os.stat(file)
    except (OSError, ValueError):
        return None
    return found.st_size if stat.S_ISREG(found.st_mode) else None


def _name(file: str) -> str:
    return "standard input" if file == "-" else file


def _say(message: str) -> None:
    print("kit:", _line(message), file=sys.stderr)


def _line(message: str) -> str:
    """A message as one line that a terminal shows and does not obey."""
    return _CONTROLS.sub("", " ".join(message.split()))
