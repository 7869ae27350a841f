"""A student's events in SQLite: appended, never changed.

A write-ahead log has no place on the network home folders of schools, so the database keeps
SQLite's own rollback journal, and every event is on disk before `record` returns.
"""

from __future__ import annotations

import os
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import platformdirs

from kit.errors import InputError

VERSION = 1
STUDENT = "me"
"""The student of a machine that only one person learns on."""

_BUSY = 10.0  # seconds to wait while another notebook writes

_SCHEMA = """
create table event (
    id text primary key,
    student text not null,
    lesson text not null,
    item text not null,
    kind text not null,
    answer text not null,
    correct integer,
    milliseconds integer,
    hints integer not null,
    time text not null
) without rowid;
create index event_by_lesson on event (student, lesson, time);
"""


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


class Event(NamedTuple):
    """Something that a student did.

    id: a UUID. lesson: its name. item: the id of a quiz item within the lesson, or of a word.
    kind: what was done: `answer`, a `second` answer or a `hint` in a quiz; `read`, `look-up`,
    `reveal` or `mark` in a text. answer: the text given, or what a word is marked as.
    correct: whether it was right; None where nothing was judged.
    milliseconds: how long it took, where that is known. hints: how many were used.
    time: when, in UTC.
    """

    id: str
    student: str
    lesson: str
    item: str
    kind: str
    answer: str
    correct: bool | None
    milliseconds: int | None
    hints: int
    time: datetime

    @classmethod
    def answered(
        cls,
        lesson: str,
        item: str,
        answer: str,
        *,
        correct: bool,
        time: datetime,
        student: str = STUDENT,
        milliseconds: int | None = None,
        hints: int = 0,
    ) -> Event:
        """An answer to a quiz item, with an id of its own."""
        identity = str(uuid.uuid4())
        return cls(
            identity, student, lesson, item, "answer", answer, correct, milliseconds, hints, time
        )

    @classmethod
    def seen(
        cls,
        kind: str,
        lesson: str,
        item: str,
        answer: str = "",
        *,
        time: datetime,
        student: str = STUDENT,
    ) -> Event:
        """Something done that nobody judges.

        Args:
            kind: `look-up` of a word, `reveal` of a version, `mark` of a word; `hint` for an item.
            lesson: its name; empty for a text of the student's own.
            item: the word's or the item's id, or the version's: `easy/2.1`.
            answer: what a word is marked as.
            time: when, in UTC.
            student: who did it.
        """
        return cls(str(uuid.uuid4()), student, lesson, item, kind, answer, None, None, 0, time)

    @classmethod
    def read(
        cls, lesson: str, item: str, milliseconds: int, *, time: datetime, student: str = STUDENT
    ) -> Event:
        """A reading of a text, or of a part of it, from its first look to its last."""
        return cls(
            str(uuid.uuid4()), student, lesson, item, "read", "", None, milliseconds, 0, time
        )


class Progress:
    """The events in one file. It is made with the first event, and opened for each use."""

    def __init__(self, file: Path | None = None) -> None:
        """Events in a file; by default what `KIT_PROGRESS` names, else the user's data folder."""
        self.file = default_file() if file is None else file

    def record(self, event: Event) -> None:
        """Append an event; it is on disk when this returns.

        Raises:
            InputError: the file cannot be written.
        """
        values = (*event[:-1], event.time.astimezone(UTC).isoformat(timespec="microseconds"))
        with self._opened() as database, database:
            marks = ", ".join("?" * len(values))
            database.execute(f"insert into event values ({marks})", values)

    def events(self, lesson: str, student: str = STUDENT) -> list[Event]:
        """A student's events in a lesson, oldest first; none where there is no file yet.

        A row that holds what the kit does not write is left out.

        Raises:
            InputError: the file cannot be read.
        """
        return self._where("lesson = ?", student, lesson)

    def marks(self, student: str = STUDENT) -> dict[str, str]:
        """What a student has marked words as, in any lesson: word id → known, learning, ignored.

        Raises:
            InputError: the file cannot be read.
        """
        marked = {event.item: event.answer for event in self._where("kind = ?", student, "mark")}
        return {word: mark for word, mark in marked.items() if mark}

    def _where(self, condition: str, student: str, value: str) -> list[Event]:
        try:
            if not self.file.exists():
                return []
        except OSError as error:  # a name that is too long, a folder that is shut
            raise self._refused(error) from None
        with self._opened() as database:
            rows = database.execute(
                f"select {', '.join(Event._fields)} from event"
                f" where student = ? and {condition} order by time, id",
                (student, value),
            ).fetchall()
        return [event for event in map(_event, rows) if event is not None]

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            database = sqlite3.connect(self.file, timeout=_BUSY)
            try:
                _upgrade(database, self.file)
                yield database
            finally:
                database.close()
        except (OSError, sqlite3.Error) as error:
            raise self._refused(error) from None

    def _refused(self, error: Exception) -> InputError:
        problem = f"answers cannot be kept here ({error})"
        return InputError(problem, "name another file in KIT_PROGRESS", file=self.file)


def default_file() -> Path:
    """The file that `KIT_PROGRESS` names, else one in the user's data folder."""
    named = os.environ.get("KIT_PROGRESS")
    if named:
        return Path(named)
    return platformdirs.user_data_path("seiji-kit", appauthor=False) / "progress.sqlite"


def _upgrade(database: sqlite3.Connection, file: Path) -> None:
    (version,) = database.execute("pragma user_version").fetchone()
    if version > VERSION:
        raise InputError(
            "these answers were kept by a newer version of the kit", "update the kit", file=file
        )
    if version < VERSION:
        # Two notebooks may meet here: only the first one in finds the version still old.
        database.execute("begin immediate")
        try:
            (version,) = database.execute("pragma user_version").fetchone()
            if version < VERSION:
                for statement in _SCHEMA.split(";"):
                    database.execute(statement)
                database.execute(f"pragma user_version = {VERSION}")
            database.commit()
        except BaseException:
            database.rollback()
            raise


def _event(row: tuple[Any, ...]) -> Event | None:
    """A row as an event; None where it holds what the kit does not write."""
    event = Event._make(row)
    texts = (event.id, event.student, event.lesson, event.item, event.kind, event.answer)
    try:
        time = datetime.fromisoformat(str(event.time))
    except ValueError:
        return None
    sound = (
        all(isinstance(text, str) for text in texts)
        and isinstance(event.correct, int | None)
        and isinstance(event.milliseconds, int | None)
        and isinstance(event.hints, int)
        and time.tzinfo is not None
    )
    correct = None if event.correct is None else bool(event.correct)
    return event._replace(correct=correct, time=time) if sound else None
