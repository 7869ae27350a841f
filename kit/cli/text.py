"""The plain text that a command is given, annotated as it is read."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator

from kit.cli.output import say
from kit.language.annotate import annotate_lines
from kit.language.article import Paragraph
from kit.language.lexicon.glossary import Glossary
from kit.language.script.encoding import open_lines
from kit.language.script.sentences import lines
from kit.progress_bar import ProgressBar


def bar(file: str) -> ProgressBar:
    """A progress bar for the reading of a file, or of standard input where it is `-`."""
    return ProgressBar(sys.stderr, _size(file))


def paragraphs(file: str, terms: Glossary, progress: ProgressBar) -> Iterator[Paragraph]:
    """The paragraphs of a text; where it has none, that is said.

    Args:
        file: its name; `-` is standard input.
        terms: the glossary.
        progress: what shows, on a terminal, how much has been read.

    Raises:
        InputError: the file cannot be read, or the dictionary is unusable.
    """
    empty = True
    read = lines(open_lines(file, progress.update if sys.stderr.isatty() else None))
    for paragraph in annotate_lines(read, terms):
        yield paragraph
        empty = False
    if empty:
        progress.clear()
        say(f"{'standard input' if file == '-' else file}: there is no text in it")


def _size(file: str) -> int | None:
    """The bytes of a file; None where they can't be known beforehand."""
    try:
        found = os.fstat(sys.stdin.fileno()) if file == "-" else os.stat(file)
    except (OSError, ValueError):
        return None
    return found.st_size if stat.S_ISREG(found.st_mode) else None
