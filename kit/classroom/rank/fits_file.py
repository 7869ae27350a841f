"""The fits that were worked out already, in a file of the user's cache, a line each.

There is a file for each list of known words, since another list gives other fits. What is added
is written at once, so that a run that is interrupted has lost nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO

import platformdirs

from kit.classroom.rank import fit
from kit.classroom.rank.fit import Fit

MOST_FILES = 20
"""Files that are kept; of more, those go that were used longest ago."""

Measured = tuple[str, Fit]
"""The title of an article, and its fit."""


def folder() -> Path:
    """Where the files are: in the user's cache."""
    return platformdirs.user_cache_path("seiji-kit", appauthor=False) / "fits"


def name(known: Iterable[tuple[str, str]], kit: str) -> str:
    """What the file for a list of known words is called.

    Args:
        known: the words of the list.
        kit: what else fits depend on: the version of the kit, the dictionary.
    """
    mark = json.dumps([fit.VERSION, kit, sorted(known)])
    return hashlib.sha256(mark.encode()).hexdigest()[:24] + ".jsonl"


def digest(article: Path) -> str | None:
    """What the fit of an article is kept under: its bytes and its kind; None where unreadable."""
    try:
        with article.open("rb") as file:
            found = hashlib.file_digest(file, "sha256")
    except OSError:
        return None
    found.update(article.suffix.lower().encode(errors="surrogateescape"))
    return found.hexdigest()


class FitsFile:
    """A file of fits: what it had when it was opened, and what is added.

    Where it cannot be read or written, nothing is kept.
    """

    def __init__(self, path: Path) -> None:
        self._file: TextIO | None = None
        self._found: dict[str, Measured] = {}
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = path.open("a+", encoding="utf-8", errors="replace", newline="\n")
            self._file.seek(0)
            text = self._file.read()
            if text and not text.endswith("\n"):
                self._file.write("\n")  # a line was cut short
            self._found = dict(filter(None, map(_read, text.splitlines())))
            os.utime(path)
            _forget_older(path.parent)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._file is not None:
            with suppress(OSError):
                self._file.close()

    def get(self, digest: str | None) -> Measured | None:
        """What is kept under a digest."""
        return None if digest is None else self._found.get(digest)

    def add(self, digest: str | None, measured: Measured) -> None:
        """Keep what was worked out."""
        title, found = measured
        if self._file is not None and digest is not None:
            with suppress(OSError):
                print(json.dumps([digest, title, *found]), file=self._file, flush=True)


def _read(line: str) -> tuple[str, Measured] | None:
    """A line of the file; None where it is cut short or no such line."""
    try:
        digest, title, known, to_learn, readability, characters, words, terms = json.loads(line)
        found = Fit(
            float(known),
            int(to_learn),
            float(readability),
            int(characters),
            int(words),
            tuple(map(str, terms)),
        )
    except (ValueError, TypeError, OverflowError):
        return None
    return str(digest), (str(title), found)


def _forget_older(folder: Path) -> None:
    files = sorted(folder.glob("*.jsonl"), key=lambda file: -file.stat().st_mtime)
    for file in files[MOST_FILES:]:
        file.unlink(missing_ok=True)
