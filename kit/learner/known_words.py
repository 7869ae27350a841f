"""Words that a student knows from elsewhere, in a list, a CSV file, or Anki's notes as text.

In a list stands a word a line, and perhaps its reading, behind a tab, a comma or a space, or in
brackets; lines that begin with `#` are comments. A CSV file names its columns in its first line, as
one of WORDS and perhaps one of READINGS and of INTERVALS; so may Anki's `Notes in Plain Text`.
"""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from io import StringIO
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from kit.errors import InputError
from kit.language.encoding import decode
from kit.language.glossary import delimiter
from kit.language.reading import is_kana
from kit.language.text import normalise
from kit.learner import headword
from kit.learner.card_text import plain, without_furigana
from kit.learner.headword import is_japanese, kana

LIST, CSV, NOTES = "list", "csv", "anki notes"
"""The kinds of file."""

WORDS = (
    "word targetword vocabularykanji vocabkanji vocab vocabulary headword expression term kanji"
    " front 単語 語 語彙 見出し語 表現 漢字 表面"
).split()
"""What the column or field of the word may be called, the surest first; see `_name`."""

READINGS = (
    "reading wordreading expressionreading vocabularykana vocabkana vocabreading"
    " vocabularyreading kana hiragana furigana wordfurigana vocabfurigana vocabularyfurigana"
    " expressionfurigana 読み 読み方 よみ よみかた 読みがな 読み仮名 ふりがな かな 仮名"
).split()
"""What the column or field of the reading may be called, the surest first."""

INTERVALS = "interval ivl days 間隔".split()
"""What the column of the days between two reviews may be called."""

_LINE_END = re.compile("\r\n|\r|\n")
_PLAIN_NAMES = re.compile("[a-z]+")
_NO_NAME = re.compile(r"[\W_]+")
_BRACKETS = re.compile(r"([^（(【\s,，、;；]+)\s*[（(【]([^）)】]*)[）)】]")
_SEPARATORS = re.compile(r"[\s,，、;；]+")
_ANKI_HEAD = re.compile(r"#(separator|html|tags|columns|notetype|deck|guid)\b([^:\n]*):(.*)")
_HTML = re.compile(r"<(?:br|div|b|i|span|ruby|img|p)\b[^<>]*>|\[sound:", re.IGNORECASE)
_ANKI_SEPARATORS = {
    "tab": "\t",
    "comma": ",",
    "semicolon": ";",
    "space": " ",
    "pipe": "|",
    "colon": ":",
}


class KnownWord(NamedTuple):
    """A word that is known, as a file has it.

    word: in any spelling; it may be no word at all.
    reading: as the file has it; empty where it has none.
    interval: the days between its reviews; None where the word is known for good.
    last: when it was last reviewed, in UTC; None where nobody says.
    line: where it stands, counted from 1; of an Anki collection the number of the note.
    """

    word: str
    reading: str
    interval: float | None
    last: datetime | None
    line: int


class KnownWords(NamedTuple):
    """What a file has: its kind, its words, and how many more there are that were never studied."""

    kind: str
    words: tuple[KnownWord, ...]
    unstudied: int = 0


def known_list(path: Path) -> set[tuple[str, str]]:
    """The words of a file of any of these kinds.

    Returns:
        Headwords, each with its reading in hiragana, or with none where the file has none. An
        inflected form stands for its headword, and for itself. What is no word is left out.

    Raises:
        InputError: the file cannot be read, or the dictionary is unusable.
    """
    found = set()
    for word in parse(decode(contents(path), str(path)), path).words:
        form = normalise(word.word).text
        headed = headword.find(word.word, word.reading)
        if headed is not None:
            told = bool(word.reading) or is_kana(form)
            found |= {(form, kana(word.reading)), (headed.word, headed.reading if told else "")}
    return found


def parse(text: str, path: Path) -> KnownWords:
    """The words of a text, whichever kind of file it is of.

    Args:
        text: the whole file.
        path: what it is called in an error.

    Raises:
        InputError: a row of a CSV file cannot be read, or an interval is no number of days.
    """
    if _is_anki_text(text):
        return KnownWords(NOTES, tuple(_notes(text, path)))
    header, mark = _header(text), delimiter(text)
    if header is not None:
        return _table(text, header, mark, path)
    return KnownWords(LIST, tuple(_listed(text)))


def told(cell: str) -> tuple[str, str]:
    """The word in a cell or a line, and its reading where that stands beside it."""
    text = plain(cell)
    word, reading = without_furigana(text)
    if word != text:
        return word.strip(), reading
    if found := _BRACKETS.match(text):
        return found[1], found[2] if kana(found[2]) else ""
    parts = [part.strip('"') for part in _SEPARATORS.split(text) if part.strip('"')]
    if not parts:
        return "", ""
    return parts[0], parts[1] if len(parts) > 1 and kana(parts[1]) else ""


def chosen(names: Sequence[str], cells: Sequence[str]) -> tuple[str, str]:
    """The word and the reading of a note, as its fields show them.

    Args:
        names: what its fields are called; fewer where nobody knows.
        cells: what is in them.

    Returns:
        The word from the first field of WORDS that is in Japanese, else from the first field that
        is; empty where none is. The reading from its brackets, from the first field of READINGS in
        kana, or, where no field has a name, from the next one.
    """
    by_name = {_name(name): cell for name, cell in zip(names, cells, strict=False)}
    named = [by_name[name] for name in WORDS if name in by_name]
    cell = next((cell for cell in (*named, *cells) if is_japanese(plain(cell))), "")
    word, reading = told(cell)
    if reading or not word:
        return word, reading
    beside = [by_name[name] for name in READINGS if name in by_name]
    if not names:
        beside = list(cells[cells.index(cell) + 1 :][:1])
    readings = (without_furigana(plain(cell)) for cell in beside)
    return word, next((said for text, read in readings if kana(said := read or text)), "")


def contents(path: Path, most: int = -1) -> bytes:
    """What is in a file, or its beginning.

    Args:
        path: the file.
        most: how many bytes; all of them if negative.

    Raises:
        InputError: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(most)
    except FileNotFoundError:
        raise InputError("there is no such file", "check the name", file=path) from None
    except (OSError, ValueError) as error:
        if isinstance(error, IsADirectoryError):
            raise InputError("this is a folder", "name a file in it", file=path) from None
        problem = f"it cannot be read ({error})"
        raise InputError(problem, "name a file that you may read", file=path) from None


def _first_line(text: str) -> str:
    return _LINE_END.split(text.lstrip("\r\n"), 1)[0]


def _name(name: str) -> str:
    """A column's or field's name in small letters, without what is no letter or digit."""
    return _NO_NAME.sub("", normalise(name).text.lower())


def _listed(text: str) -> Iterator[KnownWord]:
    for number, line in enumerate(_LINE_END.split(text), start=1):
        if line.strip() and not line.lstrip().startswith("#"):
            word, reading = told(line)
            yield KnownWord(word or line.strip(), reading, None, None, number)


# ---- tables


def _header(text: str) -> list[str] | None:
    """The names of the columns, where the first line names the one of the word; else None.

    A line 単語 alone is a word.
    """
    first = _first_line(text)
    names = [_name(cell.strip('" ')) for cell in first.split(delimiter(first))]
    if not set(names) & set(WORDS):
        return None
    others = [name for name in names if name in (*READINGS, *INTERVALS)]
    return names if others or any(map(_PLAIN_NAMES.fullmatch, names)) else None


def _table(text: str, names: Sequence[str], mark: str, path: Path) -> KnownWords:
    interval_at = next((names.index(name) for name in INTERVALS if name in names), None)
    rows = _rows(text, mark, path, 1)
    next(rows)
    found, unstudied = [], 0
    for line, cells in rows:
        word, reading = _named(names, cells)
        word = word or " ".join(cells).strip()
        if interval_at is None:
            found.append(KnownWord(word, reading, None, None, line))
            continue
        days = _days("".join(cells[interval_at : interval_at + 1]), path, line)
        if days > 0:
            found.append(KnownWord(word, reading, days, None, line))
        else:
            unstudied += 1
    return KnownWords(CSV, tuple(found), unstudied)


def _named(names: Sequence[str], cells: Sequence[str]) -> tuple[str, str]:
    by_name = dict(zip(names, cells, strict=False))
    word, reading = told(next((by_name[name] for name in WORDS if name in by_name), ""))
    beside = next((by_name[name] for name in READINGS if name in by_name), "")
    text, read = without_furigana(plain(beside))
    return word, read or text or reading


def _days(cell: str, path: Path, line: int) -> float:
    """An interval in days; 0 where there is none yet."""
    text = normalise(cell.strip()).text
    try:
        days = float(text or 0)
    except ValueError:
        days = math.nan
    if not math.isfinite(days):
        problem = f"the interval {text[:40]!r} is no number of days"
        raise InputError(problem, "write the days as a number, as in 30", file=path, line=line)
    return days


def _rows(text: str, mark: str, path: Path, first: int) -> Iterator[tuple[int, list[str]]]:
    """The rows that hold anything, each with the line that it begins in."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=mark)
    line = first
    try:
        for row in reader:
            if any(map(str.strip, row)):
                yield line, row
            line = first + reader.line_num
    except csv.Error:
        problem = "a cell is too long"
        mend = "close its double quote, or shorten it"
        raise InputError(problem, mend, file=path, line=line) from None


# ---- Anki's notes as text


def _is_anki_text(text: str) -> bool:
    """Whether a text is what Anki writes: its first lines say so, or its cells are HTML."""
    if _ANKI_HEAD.match(text):
        return True
    return "\t" in _first_line(text) and _HTML.search(text) is not None


def _notes(text: str, path: Path) -> Iterator[KnownWord]:
    lines = _LINE_END.split(text)
    found = list(takewhile(bool, map(_ANKI_HEAD.match, lines)))
    first = len(found)
    head = {f"{line[1]}{line[2]}": line[3].strip() for line in found if line}
    named = head.get("separator", "tab")
    mark = _ANKI_SEPARATORS.get(named.lower(), named if len(named) == 1 else "\t")
    columns = head["columns"].split(mark) if "columns" in head else []
    # what stands in a column of its own that is no field of the note
    apart = {int(at) - 1 for name, at in head.items() if name.endswith("column") and at.isdecimal()}
    names = list(_fields(columns, apart))
    rows = _rows("\n".join(lines[first:]), mark, path, first + 1)
    for number, row in rows:
        cells = list(_fields(row, apart))
        word, reading = chosen(names, cells)
        word = word or next((shown for cell in cells if (shown := plain(cell))), "")
        yield KnownWord(word, reading, None, None, number)


def _fields(row: Iterable[str], apart: set[int]) -> Iterator[str]:
    return (cell for place, cell in enumerate(row) if place not in apart)
