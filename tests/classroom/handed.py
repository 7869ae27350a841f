"""A small class, and what it hands in."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from kit.classroom.assign import course
from kit.classroom.assign.assignment import Assigned, assign
from kit.classroom.report.answers import Notice, Student
from kit.learner import answers_file, assignment_file, exchange
from kit.learner.answers_file import Answers, Given
from kit.learner.event import STUDENT, Event
from kit.lesson.answer import judge
from kit.lesson.item import Item
from kit.lesson.lesson import Lesson
from tests.lesson import small

BEGIN = datetime(2026, 3, 2, 8, tzinfo=UTC)
_SECONDS = count()

WHO, READ, MEAN = "question/who-decided", "reading/予算案/よさんあん", "meaning/予算案/よさんあん"
"""Questions of the small lesson."""


def tick() -> datetime:
    """A time that never was before."""
    return BEGIN + timedelta(seconds=next(_SECONDS))


def answered(
    item: str,
    correct: bool,
    answer: str = "",
    *,
    time: datetime | None = None,
    lesson: str = small.NAME,
) -> Event:
    return Event.answered(lesson, item, answer, correct=correct, time=time or tick())


def looked_up(word: str) -> Event:
    return Event.seen("look-up", small.NAME, word, time=tick())


class Class:
    """The answers of a class, as a source of its own."""

    def __init__(self, done: Mapping[str, Sequence[Event]], notices: Sequence[Notice] = ()) -> None:
        self._done = {Student(name, name): events for name, events in done.items()}
        self._notices = notices

    def students(self) -> Sequence[Student]:
        return [*self._done]

    def events(self) -> Iterator[tuple[Student, Event]]:
        return ((student, event) for student, events in self._done.items() for event in events)

    def notices(self) -> Sequence[Notice]:
        return self._notices


def exported(events: Iterable[Event], student: str = STUDENT) -> str:
    """A file that `kit progress export` writes."""
    own = [event._replace(student=student) for event in events]
    return "\n".join([*exchange.write(own, student), ""])


class Course:
    """A course with an assignment of the small lesson, and what students submit to it."""

    def __init__(self, folder: Path, lesson: Lesson, name: str = "hw") -> None:
        self.folder, self.name = folder, name
        self.assigned: Assigned = assign(lesson, name, "salt")
        course.write(folder, self.assigned)

    @property
    def items(self) -> dict[str, Item]:
        """Question's id → what it asks."""
        keys = self.assigned.keys.values()
        return {id_: item for key in keys for id_, item in key.items.items()}

    def answers(self, right: Sequence[str] = (), wrong: Sequence[str] = ()) -> str:
        """An answers.json; questions are named as in the lesson."""
        given = {}
        for id_, item in self.items.items():
            if item.id in (*right, *wrong):
                answer = judge(item, "").right if item.id in right else "?"
                given[id_] = Given(answer, tick(), 900)
        return answers_file.to_text(Answers(self.assigned.given.id, given))

    def submit(self, student: str, answers: str | bytes | None) -> Path:
        """What nbgrader collects: the released files, the answers, and when they came."""
        place = self.folder / "submitted" / student / self.name
        shutil.copytree(self.folder / "source" / self.name, place, dirs_exist_ok=True)
        (place / "timestamp.txt").write_text("2026-03-09 10:00:00 UTC", encoding="utf-8")
        if answers is not None:
            data = answers.encode() if isinstance(answers, str) else answers
            (place / answers_file.NAME).write_bytes(data)
        assert (place / assignment_file.NAME).is_file()
        return place
