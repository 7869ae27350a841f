"""Glossaries: the words, names and meanings that a teacher vouches for, read from CSV files.

The first line of a file names its columns. `word`, `reading` and `meaning` must be there; `domain`,
`kind`, `official`, `alternatives`, `short`, `short_reading`, `offices`, `as of` and `spellings` are
read where they are, and others are left alone. Several meanings are parted by `; `, alternative
readings, offices and spellings by `;`. A spelling is `word:reading`, and where it has a short form
of its own `word:reading:short:reading`.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from functools import cache
from io import StringIO
from pathlib import Path
from typing import NamedTuple, Self

from kit import content
from kit.errors import InputError
from kit.language.script.encoding import decode
from kit.language.script.kana import shared_start
from kit.language.script.normal import normalise

REQUIRED = ("word", "reading", "meaning")
OPTIONAL = (
    "domain",
    "kind",
    "official",
    "alternatives",
    "short",
    "short_reading",
    "offices",
    "as of",
    "spellings",
)
COLUMNS = REQUIRED + OPTIONAL
PACKAGED = ("politics.csv", "names.csv")

_HIRAGANA = re.compile("[ぁ-ゖー]+")
_KANA = re.compile("[ぁ-ゖァ-ヶー]+")
_TO_HIRAGANA = str.maketrans(
    {chr(code): chr(code - 0x60) for code in range(ord("ァ"), ord("ヶ") + 1)}
)
_MEANINGS = re.compile("; +")
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
_LIST = re.compile("[;；]")
_SPELLING = re.compile("[:：]")


class Term(NamedTuple):
    """A word of a glossary.

    word: the headword, in the form that the tagger sees.
    reading: in hiragana.
    glosses: English meanings, the first the best.
    kind: `term` or `name`.
    category: a term's domain; a name's person, party, ministry, place or organisation.
    official: the official English name, or empty.
    alternatives: other readings in use, in hiragana.
    offices: what, right behind or before the short form, tells that this person is meant: titles in
        the press form (外相, not 外務大臣), without 前 or 元.
    as_of: the month (YYYY-MM) in which the meaning was true, of a person in office.
    full: the whole name, if this is its short form (`高市早苗` of `高市`); else empty.
    taught: whether a teacher vouches for it in the text at hand, down to words of one kanji.
    """

    word: str
    reading: str
    glosses: tuple[str, ...]
    kind: str = "term"
    category: str = ""
    official: str = ""
    alternatives: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    as_of: str = ""
    full: str = ""
    taught: bool = False


class Row(NamedTuple):
    """A row of a CSV file.

    line: where it begins, counted from 1. columns: their names, in lower case. cells: as they are.
    term: the term that it makes. short: the one that its short form makes. spellings: what its
    other spellings make, each with its short form.
    """

    line: int
    columns: list[str]
    cells: list[str]
    term: Term
    short: Term | None
    spellings: tuple[tuple[Term, Term | None], ...] = ()

    def named(self) -> dict[str, str]:
        """Its cells by the name of their column, without blanks around them."""
        return dict(zip(self.columns, map(str.strip, self.cells), strict=False))


class Glossary:
    """Terms by headword. Never changed once made, and so hashable by identity.

    teaches: whether some of them are a teacher's.
    """

    __slots__ = ("__weakref__", "_by_full", "_forced", "_several", "_shorts", "_terms", "teaches")

    def __init__(
        self,
        terms: dict[str, Term],
        shorts: dict[str, tuple[Term, ...]] | None = None,
        several: dict[str, tuple[Term, ...]] | None = None,
        forced: frozenset[str] = frozenset(),
    ) -> None:
        self._terms = terms
        self._shorts = shorts or {}
        self._several = several or {}
        self._forced = forced
        self.teaches = any(term.taught for term in terms.values())
        self._by_full: dict[str, tuple[Term, ...]] = {}
        for owned in self._shorts.values():
            for term in owned:
                self._by_full[term.full] = (*self._by_full.get(term.full, ()), term)

    @classmethod
    def read(cls, *paths: str | Path) -> Self:
        """The terms of CSV files; where two files have a word, the later file's.

        Raises:
            InputError: a file cannot be read or used; it names file, line and mend.
        """
        return cls.of(row for path in paths for row in rows(Path(path)))

    @classmethod
    def of(cls, rows: Iterable[Row], *, taught: bool = False) -> Self:
        """The terms of rows; of two rows with one word, the later one's.

        A word that is somebody's short form and nobody else's is a term too.

        Args:
            rows: of one file, or of several.
            taught: whether they are those of a teacher, or of a reader's own list: they reach words
                of one kanji, and a word may have several rows, one for each reading.
        """
        several: dict[str, tuple[Term, ...]] = {}
        if taught:
            rows = [row._replace(term=row.term._replace(taught=True)) for row in rows]
            for row in rows:
                several[row.term.word] = (*several.get(row.term.word, ()), row.term)
        terms: dict[str, Term] = {}
        spellings: dict[str, Term] = {}
        shorts: dict[str, dict[str, Term]] = {}
        owners: dict[str, set[str]] = {}
        for row in rows:
            terms[row.term.word] = row.term
            for term, short in ((row.term, row.short), *row.spellings):
                spellings.setdefault(term.word, term)
                if short is not None:
                    shorts.setdefault(short.word, {})[short.full] = short
                    owners.setdefault(short.word, set()).add(row.term.word)
        owned = {word: tuple(of.values()) for word, of in shorts.items()}
        single = {word: of[0] for word, of in owned.items() if len(owners[word]) == 1}
        several = {word: found for word, found in several.items() if len(found) > 1}
        first = {word: found[0] for word, found in several.items()}
        return cls(single | spellings | terms | first, owned, several)

    def get(self, word: str) -> Term | None:
        """The term with this headword, of several the first; or None."""
        return self._terms.get(word)

    def all(self, word: str) -> tuple[Term, ...]:
        """The terms with this headword, one for each reading that has a row."""
        term = self._terms.get(word)
        return self._several.get(word, () if term is None else (term,))

    def read_so(self, word: str, reading: str) -> Term | None:
        """The term with this headword whose reading is nearest to how a form of it is read."""
        found = self.all(word)
        if len(found) < 2:
            return found[0] if found else None
        exact = (term for term in found if reading in (term.reading, *term.alternatives))
        nearest = max(found, key=lambda term: shared_start(term.reading, reading))
        return next(exact, nearest)

    @property
    def forced(self) -> frozenset[str]:
        """The words for which a text is cut anew; see `forcing`."""
        return self._forced

    def forcing(self, words: Iterable[str]) -> Glossary:
        """These terms, of which some are made words of a text even where it is cut otherwise."""
        return Glossary(self._terms, self._shorts, self._several, frozenset(words))

    def shorts(self, word: str) -> tuple[Term, ...]:
        """The terms whose short form this is: one for each whole name, and each spelling of it."""
        return self._shorts.get(word, ())

    def short_forms(self, full: str) -> tuple[Term, ...]:
        """The short forms of a whole name."""
        return self._by_full.get(full, ())

    def over(self, other: Glossary) -> Glossary:
        """Both glossaries' terms; where both have a word, this one's."""
        several = {w: found for w, found in other._several.items() if w not in self._terms}
        return Glossary(
            other._terms | self._terms,
            other._shorts | self._shorts,
            several | self._several,
            other._forced | self._forced,
        )

    def __contains__(self, word: object) -> bool:
        return word in self._terms

    def __iter__(self) -> Iterator[Term]:
        return iter(self._terms.values())

    def __len__(self) -> int:
        return len(self._terms)


@cache
def packaged() -> Glossary:
    """The glossaries that come with the kit: terms of politics, and names."""
    folder = content.folder("vocab")
    return Glossary.read(*(folder / name for name in PACKAGED))


def rows(path: Path) -> Iterator[Row]:
    """The rows of a CSV file.

    Raises:
        InputError: the file cannot be read or used; it names file, line and mend.
    """
    written = _rows(path)
    header_line, header = next(written, (1, []))
    columns = [name.strip().lower() for name in header]
    _check_columns(columns, path, header_line)
    needed = max(columns.index(name) for name in REQUIRED) + 1
    width = len(columns)
    # Where each column of COLUMNS stands in a row; a cell that isn't there is the empty last one.
    places = [columns.index(name) if name in columns else width for name in COLUMNS]
    padding = [""] * (width + 1)
    seen: dict[tuple[str, str], int] = {}
    for line, row in written:
        if len(row) < needed or (len(row) > width and any(row[width:])):
            problem = f"the row has {len(row)} cells, the first line has {width}"
            mend = "put a cell that holds a comma in double quotes, and add cells that are missing"
            raise InputError(problem, mend, file=path, line=line)
        row = row[:width] + padding[: width + 1 - min(len(row), width)]
        try:
            found = _terms(*[row[place].strip() for place in places])
        except _CellError as error:
            raise InputError(error.problem, error.mend, file=path, line=line) from None
        read = found[0].word, found[0].reading
        if read in seen:
            problem = f"{read[0]} is there already, in line {seen[read]}"
            raise InputError(problem, "delete one of the two", file=path, line=line)
        seen[read] = line
        yield Row(line, columns, row, *found)


def _check_columns(columns: list[str], path: Path, line: int) -> None:
    for name in REQUIRED:
        if name not in columns:
            problem = f"the column {name!r} is missing"
            mend = "begin the first line with word,reading,meaning"
            raise InputError(problem, mend, file=path, line=line)
    for name in columns:
        if name and columns.count(name) > 1:
            problem = f"the column {name!r} is there twice"
            raise InputError(problem, "rename or delete one", file=path, line=line)


class _CellError(ValueError):
    def __init__(self, problem: str, mend: str) -> None:
        super().__init__(problem)
        self.problem, self.mend = problem, mend


def _terms(
    word: str,
    reading: str,
    meaning: str,
    domain: str,
    kind: str,
    official: str,
    alternatives: str,
    short: str,
    short_reading: str,
    offices: str,
    as_of: str,
    spellings: str,
) -> tuple[Term, Term | None, tuple[tuple[Term, Term | None], ...]]:
    """A row's term, its short form's and its spellings', from the cells in the order of COLUMNS."""
    if not (word and reading and meaning):
        name = "word" if not word else "reading" if not reading else "meaning"
        raise _CellError(f"the {name} is empty", "fill it in, or delete the row")
    if "\n" in word or "\r" in word:
        raise _CellError("the word goes over the end of the line", "close its double quote")
    named = bool(kind) and kind != "term"
    term = Term(
        normalise(word).text,
        _hiragana(reading, "reading"),
        tuple([part for part in _MEANINGS.split(meaning) if part]),
        "name" if named else "term",
        kind if named else domain,
        official,
        tuple(
            [
                _hiragana(part.strip(), "alternative reading")
                for part in _LIST.split(alternatives)
                if part.strip()
            ]
        )
        if alternatives
        else (),
        tuple([part.strip() for part in _LIST.split(offices) if part.strip()]) if offices else (),
        _month(as_of),
    )
    if bool(short) != bool(short_reading):
        raise _CellError("of short and short_reading one is empty", "fill in both or neither")
    others = [_spelling(term, part.strip()) for part in _LIST.split(spellings) if part.strip()]
    return term, _short(term, short, short_reading), tuple(others)


def _short(term: Term, word: str, reading: str) -> Term | None:
    if not word:
        return None
    return term._replace(
        word=normalise(word).text,
        reading=_hiragana(reading, "short_reading"),
        alternatives=(),
        full=term.word,
    )


def _spelling(term: Term, cell: str) -> tuple[Term, Term | None]:
    parts = [part.strip() for part in _SPELLING.split(cell)]
    if len(parts) not in (2, 4) or not all(parts):
        problem = f"the spelling {cell!r} is not word:reading"
        raise _CellError(problem, "write word:reading or word:reading:short:reading")
    word, reading, short, short_reading = (*parts, "", "")[:4]
    other = term._replace(
        word=normalise(word).text, reading=_hiragana(reading, "spelling's reading"), alternatives=()
    )
    return other, _short(other, short, short_reading)


def _month(cell: str) -> str:
    if cell and not _MONTH.fullmatch(cell):
        raise _CellError(f"the date {cell!r} is no month", "write it as YYYY-MM")
    return cell


def _hiragana(reading: str, name: str) -> str:
    if _HIRAGANA.fullmatch(reading):
        return reading
    kana = normalise(reading).text
    if not _KANA.fullmatch(kana):
        problem = f"the {name} {reading!r} is not in kana"
        raise _CellError(problem, "write it in hiragana, without spaces")
    return kana.translate(_TO_HIRAGANA)


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The rows that hold anything, each with the line that it begins in."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputError("there is no such glossary", "check the name", file=path) from None
    except OSError as error:
        problem = f"the glossary cannot be read ({error.strerror})"
        raise InputError(problem, "name a CSV file that you may read", file=path) from None
    text = decode(data, str(path))
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise InputError("there is a NUL character", "delete it", file=path, line=line)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter(text), strict=True)
    line = 1
    try:
        for row in reader:
            if any(row):
                yield line, row
            line = reader.line_num + 1
    except csv.Error:
        problem = "a double quote is not closed"
        mend = 'close it, and write a quote inside a cell twice ("")'
        raise InputError(problem, mend, file=path, line=line) from None


def delimiter(text: str) -> str:
    """A comma, or what a spreadsheet of another country puts for it, seen in the first line."""
    first = text.replace("\r", "\n").lstrip("\n").partition("\n")[0]
    return next((mark for mark in ",;\t" if mark in first), ",")
