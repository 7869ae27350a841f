"""What students exported of their progress, as a source of a class's answers.

Unlike an import into one's own progress, a line that is no event spoils no other line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any, NamedTuple

from kit.classroom.report.answers import Notice
from kit.classroom.report.archive import File
from kit.classroom.report.gathered import HandedIn
from kit.errors import InputError
from kit.language.script.encoding import decode
from kit.learner import exchange
from kit.learner.event import STUDENT, Event
from kit.lesson.lesson import Lesson

ENDING = ".jsonl"
"""Of a file that is taken for an export, whatever is in it."""

MAYBE = (".json", ".txt", "")
"""Of files that are exports if they say so in their first line."""

MOST_NOTICES = 3
"""Lines of a file that are named."""

LARGEST = 20_000_000
"""Bytes of a file that is read."""

MOST_LINES = 200_000
"""Lines of a file that are read."""

MOST_BAD = 1_000
"""Lines that are no events, after which no more of a file is read."""

_LINE = re.compile(rb"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_AGAIN = "have it exported again with kit progress export"


class Exported:
    """The exported files of a class."""

    def __init__(self, lesson: Lesson) -> None:
        """None yet.

        Args:
            lesson: the one whose events count.
        """
        self._lesson = lesson.name
        self._found: list[_Export] = []

    def take(self, file: File, path: tuple[str, ...], where: str) -> bool:
        """Take a file; whether it was an export.

        Args:
            file: one of the class's.
            path: it, with folders around that may name a student.
            where: what it is called in notices.
        """
        ending = PurePath(path[-1]).suffix.lower()
        if ending == ENDING and file.problem:
            bad = [Notice(file.problem, file.mend, where)]
            self._found.append(_Export(STUDENT, path, [], bad))
            return True
        if file.data is None or not (ending == ENDING or (ending in MAYBE and _marked(file.data))):
            return False
        if len(file.data) > LARGEST:
            bad = [Notice(f"it is larger than {LARGEST:,} bytes", _AGAIN, where)]
            self._found.append(_Export(STUDENT, path, [], bad))
            return True
        whose, events, notices = _read(file.data, where)
        own = [event for event in events if event.lesson == self._lesson]
        if not own:
            other = "is of other lessons" if events else "holds no event"
            notices = [*notices, Notice(f"this {other}", _AGAIN, where)]
        self._found.append(_Export(whose, path, own, notices))
        return True

    def handed_in(self) -> Iterator[HandedIn]:
        """What each student handed in.

        A file that does not say whose it is, is its name's; where several have the same name, its
        folder's.
        """
        names = Counter(_stem(export) for export in self._found if export.student == STUDENT)
        for export in self._found:
            called = export.student
            if called == STUDENT:
                called = _stem(export)
                if names[called] > 1 and len(export.path) > 1:
                    called = export.path[-2]
            yield HandedIn(called, "/".join(export.path), export.events, export.notices)


class _Export(NamedTuple):
    student: str
    path: tuple[str, ...]
    events: Sequence[Event]
    notices: Sequence[Notice]


def _marked(data: bytes) -> bool:
    """Whether a file says in its first line that it is an export."""
    return exchange.FORMAT.encode() in data[:200]


def _stem(export: _Export) -> str:
    return PurePath(export.path[-1]).stem


def _read(data: bytes, where: str) -> tuple[str, list[Event], list[Notice]]:
    """Whose events a file holds, the events, and what of it is not read."""
    events: list[Event] = []
    bad: list[Notice] = []
    more = 0
    last: Notice | None = None
    student: str | None = None
    try:
        for number, line in _lines(data, where):
            try:
                fields = _fields(line)
                if student is None and "format" in fields:
                    student = exchange.student_of(fields)
                else:
                    whose = fields.get("student") if student is None else student
                    events.append(exchange.event_of(fields, str(whose)))
            except exchange.LineError as error:
                if len(bad) < MOST_NOTICES:
                    bad.append(Notice(error.problem, error.mend, where, number))
                    continue
                more += 1
                if len(bad) + more == MOST_BAD:
                    break
    except InputError as error:
        last = Notice(error.problem, error.mend, where, error.line)
    if more:
        rest = ", and the rest is not read" if len(bad) + more == MOST_BAD else ""
        bad.append(Notice(f"so are {more:,} more lines of it{rest}", _AGAIN, where))
    if last is not None:
        bad.append(last)
    if student is None and not bad:
        bad.append(Notice("its first line, which says whose it is, is missing", _AGAIN, where))
    whose = student or next((event.student for event in events), STUDENT)
    return whose, events, bad


def _fields(line: str | None) -> Mapping[str, Any]:
    if line is None:
        raise exchange.LineError("this is no UTF-8")
    return exchange.fields_of(line)


def _lines(data: bytes, where: str) -> Iterator[tuple[int, str | None]]:
    """The number and the text of each line that is not empty; None for one that is no UTF-8.

    Raises:
        InputError: it is no text, or in an unknown encoding; or it has too many lines.
    """
    first = data.lstrip(b"\xef\xbb\xbf\r\n \t")[:1]
    if first != b"{" or b"\0" in data[:200]:
        data = decode(data, where).encode()
    for number, found in enumerate(_LINE.finditer(data), start=1):
        if number > MOST_LINES and found.start() < len(data):
            raise InputError(f"only its first {MOST_LINES:,} lines are read", _AGAIN)
        line = found[1]
        if line.strip(b"\xef\xbb\xbf \t"):
            try:
                yield number, line.decode("utf-8-sig")
            except UnicodeDecodeError:
                yield number, None
