"""How a class did in a lesson: all that an instructor is told, from answers alone. Pure."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import datetime, tzinfo
from typing import NamedTuple

from kit.classroom.report.answers import Answers, Notice, Student
from kit.classroom.report.attention import Standing, standings
from kit.classroom.report.pace import Pace, pace
from kit.classroom.report.results import Result, results
from kit.classroom.report.share import Share
from kit.classroom.report.tally import tally
from kit.classroom.report.trouble import Trouble, troubles
from kit.lesson.lesson import Lesson

NO_EVENT = "a line is no event"
"""What is told of a line where names are masked: the problem itself may quote a student."""


class Report(NamedTuple):
    """How a class did.

    lesson: what was read; its language is that of the report. made: when, in UTC.
    words: the words of the text by their ids. strange: answers to no question of the lesson.
    notices: what was not read. masked: whether names are hidden.
    """

    lesson: Lesson
    made: datetime
    students: tuple[Standing, ...]
    words: Mapping[str, Trouble]
    questions: tuple[Result, ...]
    pace: Pace
    strange: int
    notices: tuple[Notice, ...]
    masked: bool = False

    @property
    def right(self) -> Share:
        """The answers that were right at the first try."""
        shares = [standing.right for standing in self.students]
        return Share(sum(share.part for share in shares), sum(share.whole for share in shares))


def report(lesson: Lesson, answers: Answers, now: datetime, tz: tzinfo | None = None) -> Report:
    """How a class did in a lesson.

    Args:
        lesson: what was read and asked.
        answers: those of the class.
        now: the time, in UTC.
        tz: the time zone that a day is in; None for that of the machine.
    """
    counted = tally(lesson, answers)
    return Report(
        lesson,
        now,
        standings(counted, now),
        troubles(lesson, counted),
        results(counted),
        pace(counted.answers, now, tz),
        counted.strange,
        tuple(answers.notices()),
    )


def masked(told: Report, chance: random.Random) -> Report:
    """A report that names nobody: no student, no file, and nothing that stands in a line of one.

    What was not read is in the order of the students' new numbers, and what is nobody's behind it.

    Args:
        told: the report.
        chance: puts the students into another order, so that their numbers tell nothing.
    """
    order = chance.sample(told.students, len(told.students))
    names = {
        standing.student: Student(told.lesson.texts("report.masked-student", number=number), "")
        for number, standing in enumerate(order, start=1)
    }
    numbers = {standing.student: number for number, standing in enumerate(order)}
    nobody = len(order)

    def place(notice: Notice) -> tuple[int, str]:
        if notice.student is None:
            return nobody, str(_hidden(notice, None))
        return numbers[notice.student], ""

    return told._replace(
        students=tuple(standing._replace(student=names[standing.student]) for standing in order),
        notices=tuple(
            _hidden(notice, notice.student and names[notice.student])
            for notice in sorted(told.notices, key=place)
        ),
        masked=True,
    )


def _hidden(notice: Notice, student: Student | None) -> Notice:
    """A notice without its file, and without what stands in a line."""
    problem = notice.problem if notice.line is None else NO_EVENT
    return notice._replace(problem=problem, file="", student=student)
