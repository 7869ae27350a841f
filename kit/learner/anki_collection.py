"""The words that a student has learnt in Anki: the only file that opens an Anki collection.

A package (`.apkg`, `.colpkg`) is a ZIP file with one database, or several for Ankis of several
ages, of which the newest counts. Nothing of it is trusted: the database is opened read-only, in a
folder that goes afterwards, and no more is unpacked than a collection of words can be.
"""

from __future__ import annotations

import json
import sqlite3
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, BinaryIO, NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

import zstandard

from kit.errors import InputError
from kit.learner.headword import is_japanese
from kit.learner.word_cell import KnownWord, KnownWords, chosen

PACKAGE = "anki package"

COLLECTIONS = ("collection.anki21b", "collection.anki21", "collection.anki2")
"""The databases in a package, the newest first; the first of them is compressed."""

MOST_BYTES = 512 * 1024 * 1024
"""Of an unpacked collection, without its media: five times one of 100,000 notes."""

_COMPRESSED = (ZIP_STORED, ZIP_DEFLATED)  # others unpack whole what one chunk holds
_CHUNK = 1 << 20
_FEW = 1 << 10  # bytes that Zstandard makes 32 MB of at the most
_MOST_CHARACTERS = 200_000  # of a note's fields together
_TABLES = ("notes", "cards", "revlog", "col")

_AGAIN = "export it from Anki again"
_STUDIED = f"""
select notes.id, notes.mid, substr(cast(coalesce(notes.flds, '') as text), 1, {_MOST_CHARACTERS}),
    cards.ivl, review.last
from notes
left join cards on cards.nid = notes.id and typeof(cards.ivl) = 'integer' and cards.ivl > 0
left join (select cid, max(id) as last from revlog where ease > 0 group by cid) as review
    on review.cid = cards.id
order by notes.id
"""
_FIELDS = "select ntid, name from fields order by ntid, ord"


class _Studied(NamedTuple):
    """A card that was studied: the days between its reviews, and the last one in milliseconds."""

    interval: int
    last: int


def read(path: Path, package: BinaryIO | None = None) -> KnownWords:
    """The words of a package, each with the longest interval among its cards.

    A note that was never studied is no known word, and one without Japanese no word.

    Args:
        path: a package that Anki wrote, or what it is called in an error.
        package: the same, opened; its end is sought.

    Raises:
        InputError: the file is none, is broken, or holds more than MOST_BYTES.
    """
    with tempfile.TemporaryDirectory(prefix="kit-") as scratch:
        file = Path(scratch, "collection")
        try:
            _unpack(path if package is None else package, path, file)
            uri = f"{file.as_uri()}?mode=ro"
            with closing(sqlite3.connect(uri, uri=True)) as database:
                return _words(database, path)
        except (BadZipFile, EOFError, zlib.error, zstandard.ZstdError) as error:
            raise InputError(f"the package is broken ({error})", _AGAIN, file=path) from None
        except (sqlite3.Error, OverflowError) as error:
            problem = f"the collection in it is broken ({error})"
            raise InputError(problem, _AGAIN, file=path) from None
        except (NotImplementedError, RuntimeError) as error:  # odd compression, a password
            problem = f"it cannot be unpacked ({error})"
            raise InputError(problem, _AGAIN, file=path) from None
        except OSError as error:
            problem = f"it cannot be read ({error.strerror or error})"
            raise InputError(problem, "name a file that you may read", file=path) from None


def _unpack(source: Path | BinaryIO, path: Path, file: Path) -> None:
    """Write the newest collection of a package to a file."""
    with ZipFile(source) as package:
        there = set(package.namelist())
        name = next((name for name in COLLECTIONS if name in there), None)
        if name is None:
            problem = "there is no Anki collection in this ZIP file"
            raise InputError(problem, "export the deck from Anki as .apkg", file=path)
        info = package.getinfo(name)
        if info.compress_type not in _COMPRESSED:
            raise NotImplementedError("Anki does not compress so")
        with package.open(info) as member, file.open("wb") as copy:
            size = 0
            for chunk in _chunks(member, compressed=name == COLLECTIONS[0]):
                size += len(chunk)
                if size > MOST_BYTES:
                    problem = f"the collection is larger than {MOST_BYTES // 1024**2} MB"
                    mend = "export a deck of it alone"
                    raise InputError(problem, mend, file=path)
                copy.write(chunk)


def _chunks(member: IO[bytes], *, compressed: bool) -> Iterator[bytes]:
    if not compressed:
        while chunk := member.read(_CHUNK):
            yield chunk
        return
    unpacking = zstandard.ZstdDecompressor().decompressobj()
    while not unpacking.eof:
        chunk = member.read(_FEW)
        if not chunk:
            raise EOFError("it ends too early")
        yield unpacking.decompress(chunk)


def _words(database: sqlite3.Connection, path: Path) -> KnownWords:
    database.text_factory = lambda data: data.decode("utf-8", "replace")
    tables = _tables(database)
    if not tables.issuperset(_TABLES):
        raise InputError("the database in it is no Anki collection", _AGAIN, file=path)
    names = _names(database, tables)
    found, unstudied = [], 0
    for number, (kind, fields, studied) in enumerate(_notes(database), start=1):
        cells = fields.split("\x1f")
        word, reading = chosen(names.get(kind, ()), cells)
        if not is_japanese(word):
            continue
        if studied is None:
            unstudied += 1
        else:
            last = _time(studied.last)
            found.append(KnownWord(word, reading, float(studied.interval), last, number))
    return KnownWords(PACKAGE, tuple(found), unstudied)


def _tables(database: sqlite3.Connection) -> set[str]:
    """The names of its tables; a view, or a table of another make, is none."""
    rows = database.execute("select name from sqlite_master where sql like 'create table%'")
    return {str(name) for (name,) in rows}


def _names(database: sqlite3.Connection, tables: set[str]) -> dict[object, tuple[str, ...]]:
    """What the fields of each kind of note are called."""
    found: dict[object, tuple[str, ...]] = {}
    if "fields" in tables:
        for kind, name in database.execute(_FIELDS):
            found[kind] = (*found.get(kind, ()), str(name))
        return found
    (models,) = database.execute("select models from col").fetchone() or ("",)
    try:
        for kind, model in json.loads(models).items():
            found[int(kind)] = tuple(str(field["name"]) for field in model["flds"])
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError):
        return {}  # fields without names do as well
    return found


def _notes(database: sqlite3.Connection) -> Iterator[tuple[object, str, _Studied | None]]:
    """Each note: its kind, its fields, and its card with the longest interval if any has one."""
    before: tuple[object, object, str] | None = None
    best: _Studied | None = None
    for note, kind, fields, interval, last in database.execute(_STUDIED):
        if before is not None and before[0] != note:
            yield before[1], before[2], best
            best = None
        before = note, kind, fields
        if interval is not None:
            card = _Studied(interval, last if isinstance(last, int) else 0)
            best = card if best is None else max(best, card)
    if before is not None:
        yield before[1], before[2], best


def _time(milliseconds: int) -> datetime | None:
    """A time of Anki's; None where it is none."""
    try:
        return datetime.fromtimestamp(milliseconds / 1000, UTC) if milliseconds > 0 else None
    except (OverflowError, OSError, ValueError):
        return None
