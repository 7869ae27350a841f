"""A lesson's CSV file as a sheet to edit: some cells change, all else stays as it is."""

from __future__ import annotations

import csv
import hashlib
import os
import tempfile
from collections.abc import Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from kit.classroom.draft.lesson_text import line
from kit.classroom.draft.vocabulary_text import harmless
from kit.errors import InputError
from kit.language.lexicon.glossary import REQUIRED, delimiter
from kit.language.script.encoding import decode
from kit.lesson import vocabulary

LARGEST = 10_000_000
"""Bytes of a file that is read."""

MOST_FAULTS = 20
"""Rows that are said to be wrong at once."""


class WordSheet(NamedTuple):
    """What a CSV file holds.

    version: changes with each change of the file. columns: as its first line names them. rows: the
    cells of those that hold anything, each as many as there are columns, or more. delimiter: what
    parts them.
    """

    version: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    delimiter: str

    def cells(self, names: Sequence[str]) -> list[list[str]]:
        """Of each row the cells under these columns; empty where there is no such column."""
        places = [self._place(name) for name in names]
        return [["" if at is None else row[at] for at in places] for row in self.rows]

    def changed(self, row: int | None, cells: Mapping[str, str]) -> WordSheet:
        """With other cells in a row, or with a new last row.

        Args:
            row: its number; None for a new one.
            cells: those that change, by the name of their column; a column that is not there is
                added for the first cell that is not empty.
        """
        sheet = self
        for name, text in cells.items():
            if text and sheet._place(name) is None:
                sheet = sheet._with_column(name)
        rows = [*sheet.rows, ("",) * len(sheet.columns)] if row is None else [*sheet.rows]
        at = len(rows) - 1 if row is None else row
        new = {sheet._place(name): harmless(line(text)) for name, text in cells.items()}
        rows[at] = tuple(new.get(place, cell) for place, cell in enumerate(rows[at]))
        return sheet._replace(rows=tuple(rows))

    def _with_column(self, name: str) -> WordSheet:
        width = len(self.columns)
        rows = tuple((*cells[:width], "", *cells[width:]) for cells in self.rows)
        return self._replace(columns=(*self.columns, name), rows=rows)

    def text(self) -> str:
        """The CSV file, without byte order mark."""
        written = StringIO()
        rows = csv.writer(written, delimiter=self.delimiter, lineterminator="\n")
        rows.writerow(self.columns)
        rows.writerows(self.rows)
        return written.getvalue()

    def faults(self) -> dict[int, str]:
        """What the reader of lessons finds wrong, by the number of the row; MOST_FAULTS at most.

        Raises:
            InputError: it is the first line that is wrong.
        """
        found: dict[int, str] = {}
        left = [*range(len(self.rows))]
        with tempfile.TemporaryDirectory() as scratch:
            file = Path(scratch, "words.csv")
            while len(found) < MOST_FAULTS:
                # On one line each, so that a line tells the row; the first names the columns.
                rows = tuple(tuple(map(line, self.rows[row])) for row in left)
                file.write_text(self._replace(rows=rows).text(), encoding="utf-8", newline="\n")
                try:
                    vocabulary.read(file)
                except InputError as error:
                    if error.line is None or error.line < 2:
                        raise InputError(error.problem, error.mend) from None
                    found[left.pop(error.line - 2)] = f"{error.problem}; {error.mend}"
                else:
                    break
        return found

    def _place(self, name: str) -> int | None:
        names = [column.strip().lower() for column in self.columns]
        return names.index(name) if name in names else None


def read(file: Path) -> WordSheet:
    """Read a lesson's CSV file, whatever is wrong in its rows.

    Raises:
        InputError: it cannot be read, or it is not one with the columns that words need.
    """
    try:
        if file.stat().st_size > LARGEST:
            problem = f"it is larger than {LARGEST // 1_000_000} MB"
            raise InputError(problem, "make two lessons of it", file=file)
        data = file.read_bytes()
    except OSError as error:
        problem = f"the words cannot be read ({error.strerror})"
        raise InputError(problem, "look whether the file is there", file=file) from None
    text = decode(data, str(file))
    mark = delimiter(text)
    try:
        held = [row for row in csv.reader(StringIO(text, newline=""), delimiter=mark) if any(row)]
    except csv.Error:
        mend = "open it in a spreadsheet and save it as CSV"
        raise InputError("this is no CSV file", mend, file=file) from None
    columns = held[0] if held else []
    names = [column.strip().lower() for column in columns]
    if missing := [name for name in REQUIRED if name not in names]:
        mend = "begin the first line with word,reading,meaning"
        raise InputError(f"the column {missing[0]!r} is missing", mend, file=file)
    padding = [""] * len(columns)
    rows = tuple((*row, *padding[len(row) :]) for row in held[1:])
    return WordSheet(hashlib.sha256(data).hexdigest(), tuple(columns), rows, mark)


def read_again(file: Path, version: str) -> WordSheet:
    """Read a file that is as it was.

    Raises:
        InputError: it is not, or it cannot be read.
    """
    sheet = read(file)
    if sheet.version != version:
        problem = "the file was changed elsewhere since it was read, and was left as it is"
        raise InputError(problem, "discard the changes here to see it as it is now", file=file.name)
    return sheet


def write(file: Path, sheet: WordSheet) -> WordSheet:
    """Write a sheet over the file that it was read from, whole or not at all.

    Returns:
        The sheet as the file has it now.

    Raises:
        InputError: the file is not what it was when it was read, or cannot be written.
    """
    read_again(file, sheet.version)
    part = file.with_name(f".{file.name}.part")
    try:
        part.write_text(sheet.text(), encoding="utf-8-sig", newline="\n")
        os.replace(part, file)
    except OSError as error:
        problem = f"the words cannot be written ({error.strerror})"
        mend = "close the file where it is open, and make its folder writable"
        raise InputError(problem, mend, file=file.name) from None
    finally:
        part.unlink(missing_ok=True)
    return read(file)
