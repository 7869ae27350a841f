"""The words that a lesson teaches, read from the CSV file that a teacher edits in a spreadsheet."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from kit.language.encoding import decode
from kit.language.glossary import Glossary
from kit.language.text import normalise


class TaughtWord(NamedTuple):
    """A word, phrase or name that a lesson teaches.

    word: the headword. reading: in hiragana. alternatives: other readings in use.
    meanings: as used in the lesson, in English, the first the best.
    part_of_speech, collocation, example: as the teacher wrote them, or empty.
    """

    word: str
    reading: str
    meanings: tuple[str, ...]
    alternatives: tuple[str, ...] = ()
    part_of_speech: str = ""
    collocation: str = ""
    example: str = ""

    @property
    def id(self) -> str:
        """What a student's memory of the word is kept under: headword and reading."""
        return f"{self.word}/{self.reading}"

    @property
    def meaning(self) -> str:
        """All its meanings in one line."""
        return "; ".join(self.meanings)


def read(path: Path) -> tuple[Glossary, tuple[TaughtWord, ...]]:
    """A lesson's vocabulary, as the glossary that annotation uses and as the words to teach.

    Args:
        path: a CSV file with the columns word, reading and meaning, and perhaps `part of speech`,
            `collocation`, `example` and `alternatives`.

    Raises:
        InputError: the file cannot be read or used; it names file, line and mend.
    """
    glossary = Glossary.read(path)  # refuses what is broken, with its line
    extras = _extras(path)
    words = tuple(
        TaughtWord(
            term.word,
            term.reading,
            term.glosses,
            term.alternatives,
            *(extras[term.word].get(name, "") for name in _EXTRA),
        )
        for term in glossary
        if term.word in extras
    )
    return glossary, words


_EXTRA = ("part of speech", "collocation", "example")


def _extras(path: Path) -> dict[str, dict[str, str]]:
    """Headword → its row, with column names in lower case."""
    text = decode(path.read_bytes(), str(path)).lstrip("\r\n")
    first = text.partition("\n")[0]
    delimiter = next((mark for mark in ",;\t" if mark in first), ",")
    header, *rows = filter(any, csv.reader(StringIO(text, newline=""), delimiter=delimiter))
    names = [name.strip().lower() for name in header]
    cells = [dict(zip(names, map(str.strip, row), strict=False)) for row in rows]
    return {normalise(row["word"]).text: row for row in cells}
