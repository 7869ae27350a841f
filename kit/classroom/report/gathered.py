"""What a class handed in, put together: students told apart, each event once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kit.classroom.report.answers import Notice, Student
from kit.learner.event import Event

LONGEST = 60
"""Characters of a name that are shown."""

_JOINERS = "\u200c\u200d"


class HandedIn(NamedTuple):
    """What one student handed in.

    name: as the file or the folder has it. place: that file or folder.
    events: what was done in the lesson. notices: what of it was not read.
    """

    name: str
    place: str
    events: Sequence[Event] = ()
    notices: Sequence[Notice] = ()


class Gathered:
    """The answers of all who handed something in; `Answers`."""

    def __init__(self, handed_in: Iterable[HandedIn], notices: Iterable[Notice] = ()) -> None:
        """Tell students apart.

        Two that have one name are two students, unless they have events in common: then one of
        them handed in twice.

        Args:
            handed_in: what each of them did.
            notices: what was not read and is nobody's.
        """
        self._events: dict[Student, dict[str, Event]] = {}
        self._notices = [*notices]
        taken: dict[str, list[Student]] = {}
        ordered = sorted(handed_in, key=lambda one: (name(one.name).casefold(), one.place))
        for one in ordered:
            called, events = name(one.name), {event.id: event for event in one.events}
            same = taken.setdefault(called, [])
            again = (who for who in same if not events.keys().isdisjoint(self._events[who]))
            if (student := next(again, None)) is None:
                student = Student(self._free(called, len(same) + 1), one.place)
                self._events[student] = {}
                same.append(student)
            self._events[student] |= events
            self._notices += [notice._replace(student=student) for notice in one.notices]

    def students(self) -> Sequence[Student]:
        """All students, in the order of their names."""
        return tuple(self._events)

    def events(self) -> Iterator[tuple[Student, Event]]:
        """What was done in the lesson."""
        for student, events in self._events.items():
            for event in events.values():
                yield student, event

    def notices(self) -> Sequence[Notice]:
        """What was not read."""
        return tuple(self._notices)

    def _free(self, called: str, number: int) -> str:
        names = {student.name for student in self._events}
        free = called if number == 1 else f"{called} ({number})"
        while free in names:
            number += 1
            free = f"{called} ({number})"
        return free


def name(text: str) -> str:
    """A name as it can be shown: one line, not too long, and no sign that changes others."""
    normal = unicodedata.normalize("NFC", text.encode(errors="replace").decode())
    kept = (
        sign if sign in _JOINERS or not unicodedata.category(sign).startswith("C") else " "
        for sign in normal
    )
    line = re.sub(r"\s+", " ", "".join(kept)).strip()
    return (line if len(line) <= LONGEST else f"{line[:LONGEST]}…") or "?"
