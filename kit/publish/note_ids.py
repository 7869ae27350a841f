"""Which note of an Anki deck is which word's: a reading that is mended later mends the same note.

The first id of each word that was ever put into a deck stands in `anki.csv` beside `lesson.md`, a
line a word: the word, its reading now, and the id. A word that isn't there has its own id.
"""

from __future__ import annotations

import csv
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from io import StringIO
from pathlib import Path

from kit.errors import InputError
from kit.language.lexicon.identity import WordId
from kit.language.script.encoding import decode
from kit.lesson.lesson import Lesson

FILE = "anki.csv"
HEAD = ("word", "reading", "note")


def note_ids(lesson: Lesson) -> dict[str, str]:
    """The id of each word of a lesson → what its note is told by.

    A row whose reading is new takes over the note of a row of the same word that is gone.

    Raises:
        InputError: the file beside the lesson is broken; it names line and mend.
    """
    kept = _kept(lesson)
    taught = {word.id for word in lesson.words}
    free: dict[str, list[WordId]] = {}
    for known in kept:
        if known.text not in taught:
            free.setdefault(known.headword, []).append(known)
    found: dict[str, str] = {}
    for word in lesson.words:
        known = WordId(word.word, word.reading)
        if known not in kept and free.get(word.word):
            known = free[word.word].pop(0)
        found[word.id] = kept.get(known, word.id)
    return found


def keep(lesson: Lesson) -> None:
    """Keep the notes of a lesson for decks to come, where its folder may be written to.

    Raises:
        InputError: as in `note_ids`.
    """
    now = {WordId.parse(word): note for word, note in note_ids(lesson).items()}
    kept = _kept(lesson)
    told = {*now.values()}
    gone = {known: note for known, note in kept.items() if note not in told}
    if (after := gone | now) != kept:
        with suppress(OSError):
            _write(_file(lesson), after)


def _file(lesson: Lesson) -> Path:
    return lesson.file.with_name(FILE)


def _kept(lesson: Lesson) -> dict[WordId, str]:
    file = _file(lesson)
    try:
        text = decode(file.read_bytes(), str(file))
    except OSError:
        return {}
    found = {}
    for line, row in enumerate(csv.reader(StringIO(text, newline="")), 1):
        if len(row) != len(HEAD) or not all(row):
            problem = "this is no word with its reading and its note"
            raise InputError(problem, "delete the line", file=file, line=line)
        if line > 1:
            found[WordId(row[0], row[1])] = row[2]
    return found


def _write(file: Path, notes: Mapping[WordId, str]) -> None:
    """Write the file whole or not at all."""
    rows = StringIO(newline="")
    csv.writer(rows, lineterminator="\n").writerows(
        [HEAD, *((*known, note) for known, note in notes.items())]
    )
    with tempfile.NamedTemporaryFile(dir=file.parent, prefix=".anki-", delete=False) as scratch:
        scratch.write(rows.getvalue().encode("utf-8-sig"))
    os.replace(scratch.name, file)
