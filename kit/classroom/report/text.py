"""A class's report as text: for a terminal, and where HTML is not shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo
from typing import NamedTuple

from kit.classroom.report.answers import Notice
from kit.classroom.report.attention import (
    DAYS,
    ENOUGH,
    FEW_ANSWERS,
    FEW_RIGHT,
    IDLE,
    NOTHING,
    in_need,
)
from kit.classroom.report.pace import Pace
from kit.classroom.report.report import Report
from kit.classroom.report.results import Result, splitting
from kit.classroom.report.share import FEW, MARK
from kit.classroom.report.trouble import Trouble
from kit.learner.history import today
from kit.texts import Texts

REASONS = {
    NOTHING: "report.why-nothing",
    FEW_ANSWERS: "report.why-few",
    FEW_RIGHT: "report.why-low",
    IDLE: "report.why-idle",
}

LONGEST = 40
"""Characters of a wrong answer that are shown."""

MOST = 15
"""Rows of a table on a terminal."""


class Table(NamedTuple):
    """What the columns are called, the rows, and how many of the first columns are numbers."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    numbers: int

    def first(self, most: int) -> Table:
        """The first rows."""
        return self._replace(rows=self.rows[:most])


def blocks(report: Report, tz: tzinfo | None = None) -> list[str | Table]:
    """The report as lines and tables, without the map and the list of all students.

    Args:
        report: what is told.
        tz: the time zone that a day is in; None for that of the machine.
    """
    say = report.lesson.texts
    told: list[str | Table] = [f"{report.lesson.title}: {say('report.report')}", *opening(report)]
    for title, table, none in (
        (say("report.words"), word_table(report), say("report.no-words")),
        (say("report.questions"), question_table(report), say("report.no-questions", few=FEW)),
        (say("report.help"), help_table(report, tz), say("report.no-help")),
    ):
        told += ["", title, table.first(MOST) if table.rows else none]
        told += shown(len(table.rows), MOST, say)
    return [*told, "", say("report.few", few=FEW)] if any(map(_has_few, told)) else told


def _has_few(block: str | Table) -> bool:
    if isinstance(block, str):
        return f" {MARK}" in block
    return any(cell.endswith(f" {MARK}") for row in block.rows for cell in row)


def shown(all_: int, most: int, say: Texts) -> list[str]:
    """A line that says how many of all rows are shown; none where all are."""
    return [say("report.shown", count=most, all=f"{all_:,}")] if all_ > most else []


def opening(report: Report) -> list[str]:
    """How many there are, when, and how it went, a line each."""
    say, pace = report.lesson.texts, report.pace
    counts = {"students": len(report.students), "answers": f"{answers(pace):,}"}
    if pace.begin is None:
        told = [say("report.counts", **counts)]
    else:
        told = [say("report.dated", begin=pace.begin, end=pace.end, **counts)]
    told.append(say("report.right-first", share=report.right))
    if report.strange:
        told.append(say("report.strange", count=f"{report.strange:,}"))
    if report.masked:
        told.append(say("report.masked"))
    return told


def answers(pace: Pace) -> int:
    """How many answers there are in all."""
    return sum(share.whole for _, share in pace.periods) + pace.earlier + pace.undated


def _troublesome(report: Report) -> list[Trouble]:
    """The words that gave trouble, those that gave most first."""
    found = [trouble for trouble in report.words.values() if trouble.either.part]
    return sorted(found, key=lambda one: (-one.either.part, -one.either.ratio))


def word_table(report: Report) -> Table:
    """The words that gave trouble, most first."""
    say = report.lesson.texts
    head = [say(key) for key in ("report.either", "report.missed", "report.looked-up")]
    head += [say("report.word"), say("report.meaning")]
    rows = [
        [
            str(trouble.either),
            f"{trouble.missed:,}",
            f"{trouble.looked_up:,}",
            spelled(trouble),
            trouble.word.meaning,
        ]
        for trouble in _troublesome(report)
    ]
    return Table(head, rows, 3)


def spelled(trouble: Trouble) -> str:
    """A word with its reading, where that says more."""
    _, word, reading, _, _ = trouble.word
    return word if word == reading or not reading else f"{word}（{reading}）"


def question_table(report: Report) -> Table:
    """The questions that split the class."""
    say = report.lesson.texts
    keys = ("report.right", "report.upper", "report.lower", "report.question", "report.wrong")
    rows = [
        [
            str(result.right),
            str(result.upper or "–"),
            str(result.lower or "–"),
            question(result),
            wrong(result),
        ]
        for result in splitting(report.questions)
    ]
    return Table([say(key) for key in keys], rows, 3)


def question(result: Result) -> str:
    """A question, and the words that it is about where it does not name them."""
    asked = result.asked
    return asked.prompt if asked.about in asked.prompt else f"{asked.about}: {asked.prompt}"


def wrong(result: Result) -> str:
    """The most frequent wrong answer, and how often it was given."""
    if not result.wrong:
        return ""
    line = " / ".join(result.wrong.split("\n"))
    return f"{line if len(line) <= LONGEST else line[:LONGEST] + '…'} ({result.alike:,})"


def help_table(report: Report, tz: tzinfo | None = None) -> Table:
    """The students who may need help, and why."""
    say = report.lesson.texts
    keys = ("report.right", "report.last", "report.student", "report.why")
    rows = [
        [
            str(standing.right),
            str(today(standing.last, tz)) if standing.last else "–",
            standing.student.name,
            why(standing.why, say),
        ]
        for standing in in_need(report.students)
    ]
    return Table([say(key) for key in keys], rows, 2)


def student_table(report: Report, tz: tzinfo | None = None) -> Table:
    """All students."""
    say = report.lesson.texts
    keys = ("report.right", "report.last", "report.student")
    rows = [
        [
            str(standing.right),
            str(today(standing.last, tz)) if standing.last else "–",
            standing.student.name,
        ]
        for standing in report.students
    ]
    return Table([say(key) for key in keys], rows, 2)


def why(reasons: Sequence[str], say: Texts) -> str:
    """Why a student may need help."""
    return say("reason.reading-and").join(say(REASONS[reason]) for reason in reasons)


def help_rules(say: Texts) -> str:
    """The rules by which a student is listed."""
    return say("report.help-how", enough=ENOUGH, days=DAYS.days)


def notice(told: Notice, say: Texts) -> str:
    """What was not read, and whose it is where the file does not say it."""
    if told.student is None or told.file:
        return str(told)
    return say("report.notice", student=told.student.name, notice=str(told))
