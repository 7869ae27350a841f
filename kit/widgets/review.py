"""What a notebook calls for review: the words of all lessons that are due, and the days ahead."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, tzinfo
from html import escape
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from kit.errors import InputError
from kit.learner.event import STUDENT, Event, now
from kit.learner.history import end, forecast, today
from kit.learner.memory import Memory
from kit.learner.review import LESSON, next_due, review
from kit.learner.session import Session, Sitting
from kit.lesson import library
from kit.lesson.library import Library
from kit.plot import Plot, bars, dated
from kit.texts import Texts, chosen, texts
from kit.widgets import front
from kit.widgets import student as students
from kit.widgets.fallback import bundle
from kit.widgets.overview import moment
from kit.widgets.quiz import Quiz
from kit.widgets.student import Student

DAYS = 7
"""How far ahead the forecast looks, today included."""

_WEEKDAYS = (
    "overview.monday",
    "overview.tuesday",
    "overview.wednesday",
    "overview.thursday",
    "overview.friday",
    "overview.saturday",
    "overview.sunday",
)


class ReviewView:
    """Review opened in a notebook."""

    def __init__(
        self,
        lessons: Library,
        student: Student,
        language: str = "en",
        *,
        now: Callable[[], datetime] = now,
        seed: int | None = None,
        tz: tzinfo | None = None,
    ) -> None:
        """Review over lessons.

        Args:
            lessons: where they are.
            student: whose memory it is.
            language: of the interface.
            now: the clock, in UTC.
            seed: decides what is asked how; None for another one each day.
            tz: the student's time zone; the machine's if None.
        """
        self._lessons = lessons
        self._student = student
        self._language = language
        self._now = now
        self._seed = seed
        self._tz = tz
        self._says = texts(language)

    def words(self) -> Quiz:
        """The words that are due today; each call asks what is due then."""
        when = self._now()
        day = today(when, self._tz)
        memory, notes = self._student.memory(), []
        events: list[Event] = []
        try:
            events = self._student.progress.everything()
        except InputError as error:
            notes.append(str(error))
        found = review(
            memory,
            events,
            self._lessons,
            now=when,
            until=end(day, self._tz),
            seed=day.toordinal() if self._seed is None else self._seed,
            language=self._language,
        )
        sitting = Sitting(found.later, (*notes, *found.notes), memory.marked)
        session = Session(LESSON, found.items, self._student.progress, self._now, sitting)
        return Quiz(
            self._says("review.words"),
            session,
            self._language,
            answered=self._student.changed,
            stands_for=self._says("review.stands-for"),
            empty=nothing_due(memory, when, self._says, self._tz),
        )

    def forecast(self) -> Forecast:
        """How many words come back on each of the next days."""
        return Forecast(self._student, self._says, self._now, self._tz)

    def __repr__(self) -> str:
        return self._says("review.words")


def open_review(
    language: str = "",
    *,
    now: Callable[[], datetime] = now,
    seed: int | None = None,
    student: str = STUDENT,
    tz: tzinfo | None = None,
) -> ReviewView:
    """Open the review of all lessons of the workspace that the notebook is in.

    Args:
        language: of the interface, `en` or `ja`; the one that `KIT_LANGUAGE` names if empty.
        now: the clock, in UTC.
        seed: decides what is asked how; None for another one each day.
        student: whose answers it is about.
        tz: the student's time zone; the machine's if None.
    """
    lessons, who = library.around(Path.cwd()), students.student(student)
    return ReviewView(lessons, who, language or chosen(), now=now, seed=seed, tz=tz)


class Forecast(anywidget.AnyWidget):
    """Shows how many words come back on each of the next days; the front end is the overview's.

    It follows what is answered in the same notebook. view: as that of the overview, with this plot
    alone.
    """

    _esm = front.module("link.js", "overview.js")
    _css = front.source("overview.css")
    texts: traitlets.Dict[str, str] = traitlets.Dict().tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        student: Student,
        says: Texts,
        now: Callable[[], datetime] = now,
        tz: tzinfo | None = None,
    ) -> None:
        """Look ahead.

        Args:
            student: whose memory it is.
            says: the interface's texts.
            now: the clock, in UTC.
            tz: the student's time zone; the machine's if None.
        """
        head, stands = says("review.forecast"), says("review.forecast-stands-for")
        self._student, self._says, self._now, self._tz = student, says, now, tz
        super().__init__(
            texts=says.under("overview") | {"overview.label": head},
            view=self._look(student.memory()),
        )
        student.watch(self)
        self._plain = f"{head}\n{stands}"
        self._html = f"<p><b>{escape(head)}</b></p>\n<p>{escape(stands)}</p>"

    def follow(self, memory: Memory) -> None:
        """Look ahead again, from what is remembered by now."""
        self.view = self._look(memory)

    def _look(self, memory: Memory) -> dict[str, Any]:
        student, now = self._student, self._now()
        plot = coming(memory, now, self._says, self._tz)
        return {
            "steps": [],
            "lessons": [],
            "plots": [plot._asdict() | {"said": plot.sentence}],
            "notices": [*filter(None, [student.trouble, student.progress.notice])],
            "language": self._says.language,
            "made": moment(now, self._says, self._tz),
        }

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        return bundle(super()._repr_mimebundle_(**kwargs), self._plain, self._html)

    def __repr__(self) -> str:
        return self._plain


def coming(memory: Memory, now: datetime, says: Texts, tz: tzinfo | None = None) -> Plot:
    """How many words come back on each of the next days; those of today are all that are due.

    Args:
        memory: what the student remembers.
        now: the time, in UTC.
        says: the texts of the plot.
        tz: the student's time zone; the machine's if None.
    """
    counted = forecast(memory, now, DAYS, tz)
    days = [says("overview.today"), *(says(_WEEKDAYS[day.weekday()]) for day, _ in counted[1:])]
    values = [(day, count) for day, (_, count) in zip(days, counted, strict=True)]
    words = says("review.unit", count="{value}")
    return bars(says("overview.coming", days=DAYS), values, "", says, words)


def nothing_due(memory: Memory, now: datetime, says: Texts, tz: tzinfo | None = None) -> str:
    """What is said where nothing is due: when the next word is, or how to begin.

    Args:
        memory: what the student remembers.
        now: the time, in UTC.
        says: the interface's texts.
        tz: the student's time zone; the machine's if None.
    """
    due = next_due(memory, now)
    if due is None:
        return says("review.nothing-yet")
    day = today(due, tz)
    days = (day - today(now, tz)).days
    if days == 0:
        return says("review.at", time=f"{due.astimezone(tz):%H:%M}")
    if days == 1:
        return says("review.tomorrow")
    date = dated(day, says, today(now, tz).year)
    return says("review.in-days", days=days, date=date)
