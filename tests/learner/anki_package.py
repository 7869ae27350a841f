"""Makes Anki packages, as Ankis of several ages write them."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

import genanki
import zstandard

# As Anki 2.1.50 and later have them: names are put in order by a collation of Anki's own.
_NEW_TABLES = """
create table col (id integer primary key, models text not null);
create table notetypes (id integer primary key, name text not null collate unicase);
create table fields (ntid integer not null, ord integer not null,
    name text not null collate unicase, config blob not null,
    primary key (ntid, ord)) without rowid;
create unique index idx_fields_name_ntid on fields (name, ntid);
create table notes (id integer primary key, mid integer not null, flds text not null);
create table cards (id integer primary key, nid integer not null, queue integer not null,
    ivl integer not null);
create table revlog (id integer primary key, cid integer not null, ease integer not null);
insert into col values (1, '')
"""
_DUMMY = "Please update to the latest Anki version"


class Note(NamedTuple):
    """A note: its fields, the intervals of its cards, and each card's last review (0: none)."""

    cells: Sequence[str]
    intervals: Sequence[object] = (30,)
    reviews: Sequence[int] = ()


def old(file: Path, fields: Sequence[str], notes: Sequence[Note], name: str = "") -> Path:
    """A package as genanki and Anki until 2.1.49 write it, with `collection.anki2` or another."""
    templates = [{"name": str(card), "qfmt": "{{" + fields[0] + "}}"} for card in range(2)]
    model = genanki.Model(7, "words", [{"name": field} for field in fields], templates)
    deck = genanki.Deck(8, "words")
    for note in notes:
        cells = [*note.cells, *[""] * (len(fields) - len(note.cells))]
        deck.add_note(genanki.Note(model, cells))
    genanki.Package(deck).write_to_file(file)
    with ZipFile(file) as package:
        database = package.read("collection.anki2")

    def study(opened: sqlite3.Connection) -> None:
        found = opened.execute("select id from notes order by id").fetchall()
        for (number,), note in zip(found, notes, strict=True):
            rows = opened.execute("select id from cards where nid = ? order by id", (number,))
            cards = [card for (card,) in rows]
            for card, interval in zip(cards, note.intervals, strict=False):
                opened.execute("update cards set ivl = ? where id = ?", (interval, card))
            for card, time in zip(cards, note.reviews, strict=False):
                insert = "insert into revlog values (?, ?, 0, 3, 0, 0, 0, 0, 1)"
                opened.execute(insert, (time, card))

    return pack(file, {name or "collection.anki2": changed(file, database, study)})


def new(file: Path, fields: Sequence[str], notes: Sequence[Note]) -> Path:
    """A package as Anki from 2.1.50 on writes it, with a database of the old kind that is empty."""

    def fill(opened: sqlite3.Connection) -> None:
        opened.executescript(_NEW_TABLES)
        opened.execute("begin")
        opened.execute("insert into notetypes values (7, 'words')")
        for place, field in enumerate(fields):
            opened.execute("insert into fields values (7, ?, ?, x'')", (place, field))
        for number, note in enumerate(notes, start=1):
            opened.execute("insert into notes values (?, 7, ?)", (number, "\x1f".join(note.cells)))
            for place, interval in enumerate(note.intervals):
                card = 10 * number + place
                opened.execute("insert into cards values (?, ?, -1, ?)", (card, number, interval))
                for time in note.reviews[place : place + 1]:
                    opened.execute("insert into revlog values (?, ?, 3)", (time, card))
        opened.execute("commit")

    database = changed(file, b"", fill)
    old(file, ["Front"], [Note([_DUMMY])])
    with ZipFile(file) as package:
        dummy = package.read("collection.anki2")
    parts = {"meta": b"\x08\x03", "collection.anki2": dummy, "collection.anki21b": packed(database)}
    return pack(file, parts)


def packed(database: bytes) -> bytes:
    """Compressed as Anki does it."""
    return zstandard.ZstdCompressor(write_content_size=False).compress(database)


def changed(file: Path, database: bytes, change: Callable[[sqlite3.Connection], object]) -> bytes:
    """A database, changed; made beside the file."""
    scratch = file.with_suffix(".database")
    scratch.write_bytes(database)
    with closing(sqlite3.connect(scratch, isolation_level=None)) as opened:
        opened.create_collation("unicase", lambda one, other: (one > other) - (one < other))
        change(opened)
    found = scratch.read_bytes()
    scratch.unlink()
    return found


def pack(file: Path, parts: dict[str, bytes]) -> Path:
    """A ZIP file with these members."""
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return file
