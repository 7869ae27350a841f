"""What students submitted to nbgrader, as a source of a class's answers.

The questions of an assignment have ids that tell nothing; what they ask, and what is right, is
known from its source in the course's folder.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path, PurePath
from zoneinfo import ZoneInfo

from kit.classroom.assign import key
from kit.classroom.assign.key import Key
from kit.classroom.report.answers import UNKNOWN, Notice
from kit.classroom.report.archive import File
from kit.classroom.report.gathered import HandedIn
from kit.errors import InputError
from kit.learner import answers_file, assignment_file
from kit.learner.answers_file import Answers, Given
from kit.learner.event import Event
from kit.learner.exchange import FIRST_YEAR, LAST_YEAR
from kit.lesson.answer import judge
from kit.lesson.item import Item
from kit.lesson.lesson import Lesson

SOURCE, SUBMITTED = "source", "submitted"
"""The folders of a course that assignments are written to, and submissions collected in."""

TIMESTAMP = "timestamp.txt"
"""The file in which nbgrader says when a submission was made."""

MOST_NOTICES = 3
"""Files of a submission left out that are named."""

_MEND = "ask the student for the answers.json beside the notebook"
_ZONES = {"JST": "Asia/Tokyo"}  # short names that no other zone has, and that are no zone's id
_ZONE = re.compile(r" (?:([A-Za-z][\w+/-]{1,40})|([+-][0-9]{2}:?[0-9]{2}))$", re.ASCII)

Parts = tuple[str, ...]


def keys(folder: Path, lesson: Lesson) -> list[Key]:
    """The keys to all assignments of a lesson that are in a course.

    Raises:
        InputError: there are none, or one is broken.
    """
    sources = sorted(folder.glob(f"{SOURCE}/*/*.ipynb"))
    found = [held for source in sources for held in _keys(source, lesson)]
    if not found:
        problem = f"no assignment of the lesson {lesson.name} is in this course"
        raise InputError(problem, "name the course's folder with --course", file=folder)
    return found


@dataclass
class _Submission:
    """What a folder holds: the answers, what they are called, what is wrong with it."""

    answers: Answers | None = None
    where: str = ""
    notices: list[Notice] = field(default_factory=list)


class Collected:
    """The submissions of a class.

    locked: whether there are answers, but no keys to tell what they are to.
    """

    def __init__(self, lesson: Lesson, keys: Sequence[Key]) -> None:
        """None yet.

        Args:
            lesson: the one that was assigned.
            keys: those to its assignments.
        """
        self.locked = False
        self._lesson = lesson.name
        self._names = {each.notebook for each in keys}
        self._items: dict[str, dict[str, Item]] = {}
        for each in keys:
            self._items.setdefault(each.assignment, {}).update(each.items)
        self._found: dict[tuple[Parts, int], dict[Parts, _Submission]] = {}
        self._copies: Counter[Parts] = Counter()
        self._renamed: dict[tuple[Parts, Parts], list[_Submission]] = {}
        self._made: dict[Parts, datetime] = {}
        self._undated: dict[Parts, str] = {}
        self._judged: dict[tuple[str, str, str], bool] = {}

    def take(self, file: File, path: Parts, where: str) -> bool:
        """Take a file; whether it belongs to a submission, of this lesson or of another.

        Args:
            file: one of the class's.
            path: it, with folders around that may name a student.
            where: what it is called in notices.
        """
        folder, name = path[:-1], path[-1]
        answers = name == answers_file.NAME
        self.locked |= answers and not self._names
        student = folder[:-1] if folder and folder[-1] in self._names else folder
        if SUBMITTED in folder:
            begin = len(folder) - folder[::-1].index(SUBMITTED)
            student, inside = folder[: begin + 1], folder[begin + 1 :]
            if inside and (inside[0] not in self._names or (inside[1:] and not answers)):
                return True
            if inside[1:]:
                problem = "these answers are not beside the assignment's notebook"
                notice = Notice(problem, "move them there if they count", where)
                self._of(student, folder[: begin + 2]).notices.append(notice)
                return True
        if answers:
            self._take_answers(self._of(student, folder, self._copies[folder]), file, where)
            self._copies[folder] += 1
        elif (SUBMITTED in folder or student != folder) and _marked(file.data):
            renamed = _Submission()
            self._take_answers(renamed, file, where)
            self._renamed.setdefault((student, folder), []).append(renamed)
        elif name == TIMESTAMP:
            made = _timestamp(file.data or b"")
            if made is None:
                self._undated[folder] = where
            else:
                self._made[folder] = made
        elif student == folder and PurePath(name).stem not in self._names:
            return name == assignment_file.NAME
        elif not self._copies[folder]:
            self._of(student, folder)
        return True

    def handed_in(self) -> Iterator[HandedIn]:
        """What each student handed in; of one who handed in without answers, nothing."""
        self._settle()
        for (student, copy), submissions in self._found.items():
            events: list[Event] = []
            notices: list[Notice] = []
            for folder, submission in submissions.items():
                notices += submission.notices
                if submission.answers is not None:
                    made = self._made.get(folder, UNKNOWN)
                    events += self._events(submission.answers, made)
                    notices += self._strange(submission.answers, submission.where)
                    notices += self._timeless(submission.answers, folder)
            called = student[-1] if student else ""
            yield HandedIn(called, "/".join([*student, str(copy)]), events, notices)

    def _settle(self) -> None:
        """Take answers under a changed name where they are the only ones of a submission."""
        for (student, folder), renamed in self._renamed.items():
            submission = self._of(student, folder)
            if not submission.where and len(renamed) == 1:
                self._found[student, 0][folder] = renamed[0]
                renamed[0].notices[:0] = submission.notices
                continue
            problem = f"these answers are not in {answers_file.NAME}, and left out"
            submission.notices += [
                Notice(problem, "look which of the student's answers count", left.where)
                for left in renamed[:MOST_NOTICES]
            ]
        self._renamed.clear()

    def _of(self, student: Parts, folder: Parts, copy: int = 0) -> _Submission:
        """The submission in a folder; of several at one path in an archive, each is another's."""
        return self._found.setdefault((student, copy), {}).setdefault(folder, _Submission())

    def _take_answers(self, submission: _Submission, file: File, where: str) -> None:
        submission.where = where
        try:
            if file.problem or file.data is None:
                raise InputError(file.problem, file.mend)
            submission.answers = answers_file.of_bytes(file.data)
        except InputError as error:
            mend = file.mend or _MEND
            submission.notices.append(Notice(error.problem, mend, where))

    def _events(self, answers: Answers, made: datetime) -> Iterator[Event]:
        items = self._items.get(answers.assignment, {})
        for question, given in answers.given.items():
            if item := items.get(question):
                yield Event.answered(
                    self._lesson,
                    item.id,
                    given.answer,
                    correct=self._is_right(answers.assignment, question, given),
                    time=_time(given) or made,
                    milliseconds=given.milliseconds,
                )

    def _is_right(self, assignment: str, question: str, given: Given) -> bool:
        asked = (assignment, question, given.answer)
        if asked not in self._judged:
            self._judged[asked] = judge(self._items[assignment][question], given.answer).correct
        return self._judged[asked]

    def _timeless(self, answers: Answers, folder: Parts) -> Iterator[Notice]:
        """That answers have no time at all, where the one of the submission cannot be read."""
        if folder in self._undated and not all(map(_time, answers.given.values())):
            problem = "when this was handed in cannot be read, and some answers have no time"
            mend = "write the time as in 2026-03-09 10:00:00 UTC"
            yield Notice(problem, mend, self._undated[folder])

    def _strange(self, answers: Answers, where: str) -> Iterator[Notice]:
        """What of a file belongs to no question."""
        items = self._items.get(answers.assignment)
        if items is None:
            problem = "these are answers to another assignment, or to none that is in the course"
            yield Notice(problem, _MEND, where)
            return
        others = sum(question not in items for question in answers.given)
        if others:
            yield Notice(
                f"answers to questions that the assignment has not: {others}", _MEND, where
            )
        if answers.spoilt:
            yield Notice(f"answers that are no text: {len(answers.spoilt)}", _MEND, where)


def _marked(data: bytes | None) -> bool:
    """Whether a file says in its first bytes that it holds answers."""
    return data is not None and answers_file.FORMAT.encode() in data[:200]


def _keys(source: Path, lesson: Lesson) -> list[Key]:
    """The keys in an assignment's notebook, if it is one of the lesson's."""
    try:
        found = json.loads(source.read_bytes())
        told = found["metadata"]["kit"]["lesson"]
        cells = ["".join(cell["source"]) for cell in found["cells"]]
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return []
    if told != lesson.name or source.stem != source.parent.name:
        return []
    return [key.of_text(text) for text in map(key.in_cell, cells) if text is not None]


def _time(given: Given) -> datetime | None:
    """When an answer was given; None where that is not known, or cannot be."""
    if given.time is None or not FIRST_YEAR < given.time.year < LAST_YEAR:
        return None
    return given.time.astimezone(UTC)


def _timestamp(data: bytes) -> datetime | None:
    """When nbgrader got a submission; None where that cannot be read.

    It writes the short name of the zone that it is set to, which is UTC where none is written.
    """
    text = data.decode(errors="replace").strip()
    name, offset = zone.groups() if (zone := _ZONE.search(text)) else (None, None)
    try:
        time = datetime.fromisoformat(_ZONE.sub("", text) + (offset or ""))
        found = time if time.tzinfo else _in_zone(time, name or "UTC")
    except (ValueError, LookupError, OSError, OverflowError):
        return None
    if not FIRST_YEAR < found.year < LAST_YEAR:
        return None
    return found.astimezone(UTC)


def _in_zone(time: datetime, name: str) -> datetime:
    """A time in a zone that is called so: this machine's, or one by its id.

    Raises:
        LookupError, ValueError, OSError: there is no such zone.
        OverflowError: the time cannot be.
    """
    if name == "UTC":
        return time.replace(tzinfo=UTC)
    here = time.astimezone()
    if here.tzname() == name:
        return here
    return time.replace(tzinfo=ZoneInfo(_ZONES.get(name, name)))
