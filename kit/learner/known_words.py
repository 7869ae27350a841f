"""Words that a student knows from elsewhere, in a list, a CSV file, or out of Anki.

In a list stands a word a line, and perhaps its reading, behind a tab, a comma or a space, or in
brackets; lines that begin with `#` are comments. A CSV file names its columns in its first line, as
one of WORDS and perhaps one of READINGS and of INTERVALS; so may Anki's `Notes in Plain Text`.
"""

from __future__ import annotations

import csv
import math
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from io import BytesIO, StringIO
from itertools import takewhile
from pathlib import Path
from typing import BinaryIO

from kit.errors import InputError
from kit.language.lexicon.glossary import delimiter
from kit.language.script.characters import is_kana
from kit.language.script.encoding import decode
from kit.language.script.normal import normalise
from kit.learner import anki_collection, headword
from kit.learner.card_text import plain, without_furigana
from kit.learner.headword import is_japanese, kana
from kit.learner.word_cell import READINGS, WORDS, KnownWord, KnownWords, chosen, name, told

LIST, CSV, NOTES = "list", "csv", "anki notes"
"""The kinds of file, beside that of `kit.learner.anki_collection`."""

MOST_BYTES = 256 * 1024 * 1024
"""Of a file, unless it is an Anki package on a disk, of which no more than its words are read."""

INTERVALS = "interval ivl days 間隔".split()
"""What the column of the days between two reviews may be called."""

_ZIP = b"PK\x03\x04"
_LINE_END = re.compile("\r\n|\r|\n")
_PLAIN_NAMES = re.compile("[a-z]+")
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


def known_list(path: Path) -> set[tuple[str, str]]:
    """The words of a file of any kind.

    Args:
        path: the file; `-` is standard input.

    Returns:
        Headwords, each with its reading in hiragana, or with none where the file has none. An
        inflected form stands for its headword, and for itself; a word that no dictionary has stands
        for itself alone. What is not in Japanese is left out.

    Raises:
        InputError: the file cannot be read, or the dictionary is unusable.
    """
    known = contents(path)
    if isinstance(known, str):
        if is_progress(known):
            problem = "this is what kit progress export writes, and no list of words"
            mend = "bring it in with kit progress import, or name a list"
            raise InputError(problem, mend, file=named(path))
        known = parse(known, named(path))
    found = set()
    for word in known.words:
        form = headword.form(word.word)
        headed = headword.find(word.word, word.reading)
        if headed is not None:
            said = bool(word.reading) or is_kana(form)
            found |= {(form, kana(word.reading)), (headed.headword, headed.reading if said else "")}
        elif is_japanese(form) and len(form) <= headword.LONGEST:
            found.add((form, kana(word.reading)))
    return found


def contents(path: Path) -> KnownWords | str:
    """What a file holds: the words of an Anki package, else its text.

    It is read from its beginning to its end, once, as a pipe can be.

    Args:
        path: the file; `-` is standard input.

    Raises:
        InputError: it cannot be read, is neither, or has more than MOST_BYTES beside media.
    """
    with _opened(path) as file:
        head = _read(file, path, len(_ZIP))
        if head != _ZIP:
            return decode(head + _read(file, path), str(named(path)))
        whole = file if file.seekable() else BytesIO(head + _read(file, path))
        return anki_collection.read(named(path), whole)


def named(path: Path) -> Path:
    """What a file is called where something is said of it."""
    return Path("standard input") if str(path) == "-" else path


def is_progress(text: str) -> bool:
    """Whether a text is no list of words, but events, as `kit.learner.exchange` has them."""
    return text.lstrip().startswith("{")


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


# ---- files


def _opened(path: Path) -> AbstractContextManager[BinaryIO]:
    if str(path) == "-":
        return nullcontext(sys.stdin.buffer)
    try:
        return path.open("rb")
    except FileNotFoundError:
        raise InputError("there is no such file", "check the name", file=path) from None
    except IsADirectoryError:
        raise InputError("this is a folder", "name a file in it", file=path) from None
    except (OSError, ValueError) as error:
        raise _unreadable(error, path) from None


def _read(file: BinaryIO, path: Path, most: int | None = None) -> bytes:
    """What comes next in a file: so many bytes, or all that there is, up to MOST_BYTES."""
    try:
        data = file.read(MOST_BYTES + 1 if most is None else most)
    except OSError as error:
        raise _unreadable(error, named(path)) from None
    if len(data) > MOST_BYTES:
        problem = f"it is larger than {MOST_BYTES // 1024**2} MB"
        raise InputError(problem, "check the name, or split it", file=named(path))
    return data


def _unreadable(error: Exception, path: Path) -> InputError:
    problem = f"it cannot be read ({error})"
    return InputError(problem, "name a file that you may read", file=path)


# ---- lines


def _first_line(text: str) -> str:
    return _LINE_END.split(text.lstrip("\r\n"), 1)[0]


def _listed(text: str) -> Iterator[KnownWord]:
    for number, line in enumerate(_LINE_END.split(text), start=1):
        if line.strip() and not line.lstrip().startswith("#"):
            word, reading = told(line)
            yield KnownWord(word or line.strip(), reading, None, None, number)


# ---- tables


def _header(text: str) -> list[str] | None:
    """The names of the columns, where the first line names the one of the word; else None.

    A line 単語 alone is a word, and so is one with its reading: `語,ご`.
    """
    first = _first_line(text)
    names = [name(cell.strip('" ')) for cell in first.split(delimiter(first))]
    if not set(names) & set(WORDS):
        return None
    others = set(names) & {*READINGS, *INTERVALS}
    several = names[1:] and names[0] in WORDS and not is_kana(names[1])
    return names if others or several or any(map(_PLAIN_NAMES.fullmatch, names)) else None


def _table(text: str, names: Sequence[str], mark: str, path: Path) -> KnownWords:
    interval_at = next((names.index(days) for days in INTERVALS if days in names), None)
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
    word, reading = told(next((by_name[each] for each in WORDS if each in by_name), ""))
    beside = next((by_name[each] for each in READINGS if each in by_name), "")
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
