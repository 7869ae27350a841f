"""The news lexicon: what a word means in news and how it is read, by what stands around it.

A row of `vocab/news.csv` holds `word` (a dictionary form), `reading`, `role` (a value of
`tagger.ROLES`, or empty for any), `where` (see `kit.language.lexicon.pattern`), `meaning` and
`verdict`: `kit` for a row that says something, `dictionary` or `glossary` for a word whose first
sense was checked and found right for news. The rows of a word are asked from the first to the
last, those without a `where` after all others:

- The first whose role and `where` fit settles the reading, if it names one. `where` is `?` in a row
  that says: where nothing else fits, the word may be read in each of the ways named.
- The first that fits, has a meaning and is for the reading that the word turns out to have gives
  the meaning; where there is none, the dictionary's own senses stand, in their order.

What a teacher's own list says of a word comes before this table, a dictionary after it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from kit import content
from kit.errors import InputError
from kit.language.lexicon.pattern import Pattern, PatternError, matches, of_verb, parse
from kit.language.tagger import Unit

FILE = "news.csv"
COLUMNS = ("word", "reading", "role", "where", "meaning", "verdict")
OWN = "kit"
"""The verdict of a row that says something; of the others the dictionary's first sense stands."""
UNDECIDED = "?"
"""The `where` of a row for places where nothing else says which word it is."""
_READINGS = "、"
_VERBAL = frozenset("うくぐすつぬぶむる")
"""The last kana of a verb's dictionary form."""
_PASSIVE = frozenset({"れる", "られる", "たい"})
"""What makes of the object of a verb its subject: 辞表が出される; lexemes."""


class Row(NamedTuple):
    """A row: see the module. `decides`: whether it settles how the word is read."""

    word: str
    reading: str
    role: str
    where: str
    meaning: str
    decides: bool = True


class Choice(NamedTuple):
    """What the table says of a word where it stands.

    reading: in hiragana; None where the table leaves it open.
    settled: whether its neighbours settle the reading, and not only what is usual.
    others: other readings that it may have here as well.
    meanings: pairs of a reading (empty: any) and the meaning to show first for it.
    """

    reading: str | None = None
    settled: bool = False
    others: tuple[str, ...] = ()
    meanings: tuple[tuple[str, str], ...] = ()

    def in_kana(self, word: str) -> Choice:
        """What is said of a word that stands in kana, which are its reading."""
        said = tuple((reading, m) for reading, m in self.meanings if reading in ("", word))
        return Choice(meanings=said, settled=self.settled and self.reading == word)

    def meaning(self, reading: str) -> str | None:
        """The meaning to show first for a reading; None leaves the dictionary's order."""
        return next((m for said, m in self.meanings if said in ("", reading)), None)


SILENT = Choice()
"""Nothing is said."""


class Table:
    """Rows by word, asked in their order.

    checked: the words whose first meaning was found right for news.
    """

    def __init__(self, rows: Iterable[Row], checked: Iterable[str] = ()) -> None:
        self.checked = frozenset(checked)
        by_word: dict[str, list[Row]] = {}
        for row in rows:
            by_word.setdefault(row.word, []).append(row)
        self._rows = {
            word: tuple(sorted(_deciding(found), key=_rank)) for word, found in by_word.items()
        }
        self._usual = {
            word: _choice(found)
            for word, found in self._rows.items()
            if not any(row.role or row.where not in ("", UNDECIDED) for row in found)
        }

    def __contains__(self, word: str) -> bool:
        return word in self._rows

    def usual(self, word: str) -> Choice | None:
        """What is said of a word wherever it stands; None where its neighbours count."""
        return self._usual.get(word)

    def part(self, word: str, role: str) -> str | None:
        """The meaning of a prefix or suffix, whatever its reading; None where there is no row."""
        rows = self._rows.get(word, ())
        return next((row.meaning for row in rows if row.role == role and row.meaning), None)

    def plain(self, word: str) -> str | None:
        """The meaning of a word wherever nothing else is asked for; None where none is given."""
        rows = self._rows.get(word, ())
        usual = (row.meaning for row in rows if not row.where and row.role in ("", "noun"))
        return next((meaning for meaning in usual if meaning), None)

    def choice(
        self, word: str, roles: frozenset[str], units: Sequence[Unit], start: int, end: int
    ) -> Choice:
        """What the table says of a word that takes units `start` to `end` of a sentence.

        Args:
            word: in dictionary form.
            roles: those that it may have there; see `Row.role`.
            units: the sentence's.
            start, end: the word's units, with all that is attached to it.
        """
        usual = self._usual.get(word)
        if usual is not None:
            return usual
        rows = self._rows.get(word)
        if rows is None:
            return SILENT
        fitting = []
        passive = any(unit.lemma in _PASSIVE for unit in units[start + 1 : end])
        for row in rows:
            if row.role and row.role not in roles:
                continue
            if row.where in ("", UNDECIDED):
                fitting.append(row)
                continue
            if matches(_patterns(row, passive=passive), units, start, end):
                fitting.append(row)
        return _choice(fitting) if fitting else SILENT


def _patterns(row: Row, *, passive: bool) -> tuple[Pattern, ...]:
    # rows that only tell how a word is read need を and は apart: 現場にも行った
    verb = bool(row.meaning) and row.role in ("verb", "") and row.word[-1] in _VERBAL
    try:
        return of_verb(row.where, passive=passive) if verb else parse(row.where)
    except PatternError as error:
        problem = f"the row of {row.word} has a condition that cannot be read: {error}"
        raise InputError(problem, "write it as the column's other rows", file=FILE) from None


def _deciding(rows: Sequence[Row]) -> list[Row]:
    """A word's rows; those that say what it means in any place do not say how it is read.

    Only a word of two readings needs to be told how it is read where nothing stands around it.
    """
    several = len({row.reading for row in rows if row.reading}) > 1
    return [row._replace(decides=several or bool(row.where) or not row.meaning) for row in rows]


def _rank(row: Row) -> int:
    """Rows with a `where` come first, then those for one role, then those for any place."""
    return 0 if row.where not in ("", UNDECIDED) else 1 if row.role else 2


def _choice(fitting: Sequence[Row]) -> Choice:
    first = next((row for row in fitting if row.decides and row.reading), None)
    reading: str | None = None
    others: tuple[str, ...] = ()
    if first is not None:
        reading, *rest = first.reading.split(_READINGS)
        others = tuple(rest)
    meanings: dict[str, str] = {}
    for row in fitting:
        for said in row.reading.split(_READINGS) if row.meaning else ():
            meanings.setdefault(said, row.meaning)
    settled = first is not None and first.where not in ("", UNDECIDED)
    return Choice(reading, settled, others, tuple(meanings.items()))


@cache
def news() -> Table:
    """The table that comes with the kit; `checked` are the words that a reader has gone through.

    Raises:
        InputError: a row of it can't be read.
    """
    file = content.folder("vocab") / FILE
    return Table(rows(file), (cells[0] for cells in _cells(file)))


def rows(path: Path) -> list[Row]:
    """The rows of a table that say anything.

    Raises:
        InputError: a column is missing; it names file, line and mend.
    """
    return [Row(*cells[:5]) for cells in _cells(path) if cells[5] == OWN]


def _cells(path: Path) -> list[tuple[str, str, str, str, str, str]]:
    """The cells of COLUMNS of every row."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        table = csv.reader(lines)
        columns = next(table, [])
        missing = [name for name in COLUMNS if name not in columns]
        if missing:
            problem = f"the column {missing[0]!r} is missing"
            raise InputError(problem, f"name the columns {','.join(COLUMNS)}", file=path, line=1)
        a, b, c, d, e, f = (columns.index(name) for name in COLUMNS)
        return [(row[a], row[b], row[c], row[d], row[e], row[f]) for row in table if row]


def faults(path: Path) -> list[str]:
    """What is wrong with the rows of a table: a pattern that can't be read, in words."""
    found = []
    for row in rows(path):
        try:
            parse(row.where) if row.where != UNDECIDED else None
        except PatternError as error:
            found.append(f"{row.word}: {error}")
    return found
