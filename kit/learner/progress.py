"""A student's events in SQLite: appended, never changed.

A write-ahead log has no place on the network home folders of schools, so the database keeps
SQLite's own rollback journal, and every event is on disk before `record` returns.
"""

from __future__ import annotations

import json
import os
import sqlite3
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import platformdirs

from kit.errors import InputError
from kit.learner.event import NO_CONTEXT, STUDENT, Event

VERSION = 2
"""Of the database's schema. Version 1 had neither `number` nor `context`."""

_BUSY = 10.0  # seconds to wait while another notebook writes
_MOST_FAILURES = 20_000  # pages of a damaged file that are tried before the rest is given up

_SCHEMA = """
create table event (
    number integer primary key autoincrement,
    id text not null unique,
    student text not null,
    lesson text not null,
    item text not null,
    kind text not null,
    answer text not null,
    correct integer,
    milliseconds integer,
    hints integer not null,
    time text not null,
    context text not null
);
create index event_by_lesson on event (student, lesson, time);
create table file (id text not null)
"""
_UPGRADE_FROM_1 = f"""
alter table event rename to event_1;
drop index event_by_lesson;
{_SCHEMA};
insert into event (id, student, lesson, item, kind, answer, correct, milliseconds, hints, time,
    context)
    select id, student, lesson, item, kind, answer, correct, milliseconds, hints, time, ''
    from event_1 order by time, id;
drop table event_1
"""
_COLUMNS = ", ".join(Event._fields)
_INSERT = (
    f"insert into event ({_COLUMNS}) values ({', '.join('?' * len(Event._fields))})"
    " on conflict (id) do nothing"
)

_SUFFIXES = frozenset({".db", ".sqlite", ".sqlite3"})
_MAGIC = b"SQLite format 3\0"
"""By either a file is known that was a database before it was damaged; another is left alone."""

_NUMBERS = frozenset({int, type(None)})

T = TypeVar("T")


class Mark(NamedTuple):
    """How far events have been seen: which file, and the number of the last of them in it."""

    file: str
    number: int


class Progress:
    """The events in one file. It is made with the first event, and opened for each use.

    file: where they are. student: whose they are.
    notice: what happened to the file; empty if nothing. waiting: events that could not be kept
    yet. trouble: why they could not; empty if none wait.
    """

    def __init__(self, file: Path | None = None, student: str = STUDENT) -> None:
        """Events in a file; by default what `KIT_PROGRESS` names, else the user's data folder."""
        self.file = default_file() if file is None else file
        self.student = student
        self.notice = ""
        self.trouble = ""
        self.waiting: list[Event] = []

    def record(self, event: Event) -> None:
        """Append an event; it is on disk when this returns.

        Where it can't be, it waits, and is tried again with the next one.

        Raises:
            InputError: the file cannot be written.
        """
        _row(event)  # one that can never be kept must not wait: nor would those after it be
        self.waiting.append(event)
        try:
            self.record_all(self.waiting)
        except InputError as error:
            self.trouble = str(error)
            raise
        self.waiting = []
        self.trouble = ""

    def record_all(self, events: Iterable[Event]) -> int:
        """Append events, all of them or none; one whose id is there already is left alone.

        Returns:
            How many were new.

        Raises:
            InputError: the file cannot be written.
        """
        rows = [_row(event) for event in events]

        def insert(database: sqlite3.Connection) -> int:
            before = database.total_changes
            with _transaction(database):
                database.executemany(_INSERT, rows)
            return database.total_changes - before

        return self._do(insert)

    def events(self, lesson: str) -> list[Event]:
        """The student's events in a lesson, oldest first; none where there is no file yet.

        A row that holds what the kit does not write is left out.

        Raises:
            InputError: the file cannot be read.
        """
        return self._where("student = ? and lesson = ?", (self.student, lesson))

    def everything(self) -> list[Event]:
        """All of the student's events, oldest first.

        Raises:
            InputError: the file cannot be read.
        """
        return self._where("student = ?", (self.student,))

    def after(self, mark: Mark | None) -> tuple[Mark | None, Iterator[Event]]:
        """What was added since.

        Args:
            mark: what an earlier call returned; None for all that there is.

        Returns:
            How far it is seen now, and the events in the order in which they came. Where the file
            is another one than then, or was erased, they are all that it has, and `file` of the
            mark differs.

        Raises:
            InputError: the file cannot be read.
        """
        if not self._exists():
            return None, iter(())

        def read(database: sqlite3.Connection) -> tuple[Mark, list[tuple[Any, ...]]]:
            file = "".join(*database.execute("select id from file limit 1").fetchall())
            highest = database.execute("select max(number) from event").fetchone()[0] or 0
            seen = mark.number if mark is not None and mark.file == file else 0
            if highest < seen:  # an older copy was put back
                seen = 0
            rows = database.execute(
                f"select number, {_COLUMNS} from event where number > ? order by number", (seen,)
            ).fetchall()
            return Mark(file, rows[-1][0] if rows else seen), rows

        found, rows = self._do(read)
        events = (_event(row[1:]) for row in rows if row[2] == self.student)
        return found, (event for event in events if event is not None)

    def erase(self) -> int:
        """Delete the student's events for good, and what was saved of a damaged file.

        Returns:
            How many events there were.

        Raises:
            InputError: the file cannot be written.
        """
        if not self._exists():
            return 0

        def delete(database: sqlite3.Connection) -> tuple[int, bool]:
            database.execute("pragma secure_delete = on")
            with _transaction(database):
                gone = database.execute("delete from event where student = ?", (self.student,))
                database.execute("update file set id = ?", (str(uuid.uuid4()),))
            database.execute("vacuum")
            others = database.execute("select exists (select 1 from event)").fetchone()
            return gone.rowcount, bool(others[0])

        count, others = self._do(delete)
        if not others:
            for file in self.file.parent.iterdir():
                if file.name.startswith(f"{self.file.name}.damaged-"):
                    with suppress(OSError):
                        file.unlink()
        return count

    def _where(self, condition: str, values: Sequence[str]) -> list[Event]:
        if not self._exists():
            return []
        query = f"select {_COLUMNS} from event where {condition} order by time, id"
        rows = self._do(lambda database: database.execute(query, values).fetchall())
        return [event for event in map(_event, rows) if event is not None]

    def _exists(self) -> bool:
        try:
            return self.file.exists()
        except OSError as error:  # a name that is too long, a folder that is shut
            raise self._refused(error) from None

    def _do(self, act: Callable[[sqlite3.Connection], T]) -> T:
        """Do something with the file; where it is damaged, with what is saved of it."""
        try:
            try:
                return self._open(act)
            except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
                if not (_damaged(error) and self._was_database()):
                    raise
                self._set_aside()
                return self._open(act, _lenient)
        except (OSError, sqlite3.Error) as error:
            raise self._refused(error) from None

    def _open(
        self, act: Callable[[sqlite3.Connection], T], decode: Callable[[bytes], str] | None = None
    ) -> T:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(self.file, _BUSY, isolation_level=None)) as database:
            database.text_factory = decode or str
            _upgrade(database, self.file)
            return act(database)

    def _set_aside(self) -> None:
        """Move a damaged file away, and bring what can be read of it into a new one."""
        lock = self.file.with_name(f"{self.file.name}.repair")
        with closing(sqlite3.connect(lock, _BUSY, isolation_level=None)) as locked:
            locked.execute("begin exclusive")  # two notebooks may meet here
            if not self._sound():
                saved = _salvage(self.file)
                number = 1
                while (aside := self.file.with_name(f"{self.file.name}.damaged-{number}")).exists():
                    number += 1
                os.replace(self.file, aside)
                with suppress(FileNotFoundError):
                    os.replace(f"{self.file}-journal", f"{aside}-journal")
                rows = list(filter(None, map(_possible_row, saved)))
                self._open(lambda database: _insert(database, rows))
                self.notice = (
                    f"{self.file} was damaged: {len(rows)} events were saved from it;"
                    f" it is kept as {aside.name}"
                )
        with suppress(OSError):
            lock.unlink()

    def _was_database(self) -> bool:
        with self.file.open("rb") as file:
            return self.file.suffix in _SUFFIXES or file.read(len(_MAGIC)) == _MAGIC

    def _sound(self) -> bool:
        try:
            with closing(sqlite3.connect(self.file, _BUSY)) as database:
                intact = database.execute("pragma integrity_check(1)").fetchone() == ("ok",)
                for _ in database.execute(f"select number, {_COLUMNS}, file.id from event, file"):
                    pass
                return bool(intact)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            if _damaged(error):
                return False
            raise

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
    if _version(database, file) == VERSION:
        return
    # Two notebooks may meet here: only the first one in finds the version still old.
    with _transaction(database):
        version = _version(database, file)
        if version < VERSION:
            for statement in (_UPGRADE_FROM_1 if version == 1 else _SCHEMA).split(";"):
                database.execute(statement)
            database.execute("insert into file values (?)", (str(uuid.uuid4()),))
            database.execute(f"pragma user_version = {VERSION}")


def _version(database: sqlite3.Connection, file: Path) -> int:
    version: int = database.execute("pragma user_version").fetchone()[0]
    if version > VERSION:
        raise InputError(
            "these answers were kept by a newer version of the kit", "update the kit", file=file
        )
    if version == 0 and database.execute("select 1 from sqlite_master").fetchone():
        problem = "this is another program's database"
        raise InputError(problem, "name another file in KIT_PROGRESS", file=file)
    return version


@contextmanager
def _transaction(database: sqlite3.Connection) -> Iterator[None]:
    database.execute("begin immediate")
    try:
        yield
        database.execute("commit")
    except BaseException:
        with suppress(sqlite3.Error):  # SQLite may have rolled back by itself
            database.execute("rollback")
        raise


def _insert(database: sqlite3.Connection, rows: Sequence[tuple[Any, ...]]) -> None:
    with _transaction(database):
        database.executemany(_INSERT, rows)


def _damaged(error: Exception) -> bool:
    """Whether an error means that the file is not what the kit wrote."""
    if isinstance(error, UnicodeDecodeError) or "decode to UTF-8" in str(error):
        return True
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)


def _lenient(data: bytes) -> str:
    """A text of which a byte was damaged; what the event needs is missed when it is read."""
    return data.decode("utf-8", "replace")


def _salvage(file: Path) -> list[Event]:
    """What can be read of a damaged file."""
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as database:
            database.text_factory = _lenient
            database.execute("pragma writable_schema = on")  # what is left of a cut file is read
            (version,) = database.execute("pragma user_version").fetchone()
            rows = _first_and_last_rows(database) if version == 1 else _all_rows(database)
            found = {event.id: event for event in map(_event, rows) if event is not None}
    except (sqlite3.Error, ValueError, TypeError):
        return []
    return sorted(found.values(), key=lambda event: event.time)


def _all_rows(database: sqlite3.Connection) -> Iterator[tuple[Any, ...]]:
    """The rows of a damaged table, around the pages that cannot be read."""
    try:
        ((highest,),) = database.execute("select seq from sqlite_sequence").fetchall()
    except (sqlite3.Error, ValueError):
        highest = None
    if not isinstance(highest, int) or highest < 1:
        highest = 1 << 20
    failures = 0
    parts = [(1, highest)]
    while parts and failures < _MOST_FAILURES:
        low, high = parts.pop()
        try:
            yield from database.execute(
                f"select {_COLUMNS} from event where number between ? and ?", (low, high)
            ).fetchall()
        except sqlite3.Error:
            failures += 1
            if low < high:
                middle = (low + high) // 2
                parts += [(middle + 1, high), (low, middle)]


def _first_and_last_rows(database: sqlite3.Connection) -> Iterator[tuple[Any, ...]]:
    """The rows of a table of version 1, from both ends to where it cannot be read."""
    columns = _COLUMNS.replace("context", "''")
    for order in ("asc", "desc"):
        with suppress(sqlite3.Error):
            yield from database.execute(f"select {columns} from event order by id {order}")


def _row(event: Event) -> tuple[Any, ...]:
    """An event as a row.

    Raises:
        ValueError: it holds half a character, or a number that is too large.
    """
    "".join((*event[:6], *event.context)).encode()
    if any(number is not None and not -1 < number < 1 << 63 for number in event[7:9]):
        raise ValueError(f"{event.milliseconds} or {event.hints} can't be kept")
    context = "" if event.context == NO_CONTEXT else json.dumps(event.context, ensure_ascii=False)
    return (*event[:-2], event.time.astimezone(UTC).isoformat(timespec="microseconds"), context)


def _possible_row(event: Event) -> tuple[Any, ...] | None:
    try:
        return _row(event)
    except ValueError:
        return None


def _event(row: tuple[Any, ...]) -> Event | None:
    """A row as an event; None where it holds what the kit does not write."""
    *texts, correct, milliseconds, hints, time, context = row
    try:
        when = datetime.fromisoformat(time)
        met = tuple(json.loads(context)) if context else NO_CONTEXT
        "".join(texts)
        "".join(met)
    except (TypeError, ValueError, RecursionError):
        return None
    if (
        when.tzinfo is None
        or len(met) != len(NO_CONTEXT)
        or type(correct) not in _NUMBERS
        or type(milliseconds) not in _NUMBERS
        or type(hints) is not int
    ):
        return None
    judged = None if correct is None else bool(correct)
    return Event._make((*texts, judged, milliseconds, hints, when, met))
