"""Where a class's answers come from: its students, what each of them did, what could not be read.

Submissions and exported files are such a source; see `kit.classroom.report.gathered`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import NamedTuple, Protocol

from kit.errors import InputError
from kit.learner.event import Event

UNKNOWN = datetime(1970, 1, 1, tzinfo=UTC)
"""The time of an event that says none."""


class Student(NamedTuple):
    """One of a class.

    name: as it is shown; no two of a class have the same.
    place: what tells one student from another of the same name, such as a folder.
    """

    name: str
    place: str


class Notice(NamedTuple):
    """Something that was not read, and what to do about it.

    file: the one that it is in, or empty. line: in it, counted from 1.
    student: whose it is; None where that is unknown.
    """

    problem: str
    mend: str
    file: str = ""
    line: int | None = None
    student: Student | None = None

    def __str__(self) -> str:
        return str(InputError(self.problem, self.mend, file=self.file or None, line=self.line))


class Answers(Protocol):
    """The answers of a class to a lesson."""

    def students(self) -> Sequence[Student]:
        """All students, also those who did nothing."""

    def events(self) -> Iterator[tuple[Student, Event]]:
        """What was done in the lesson, in any order."""

    def notices(self) -> Sequence[Notice]:
        """What was not read."""
