"""What a notebook calls: `open_lesson`, and `read` for any text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from kit.language.annotate import annotate
from kit.learner.event import STUDENT, now
from kit.learner.session import Session
from kit.lesson import library, quiz
from kit.lesson.item import Item
from kit.lesson.lesson import Lesson
from kit.lesson.levels import table
from kit.lesson.reading import annotated, glossary
from kit.texts import chosen, texts
from kit.widgets import student as students
from kit.widgets.box import Box
from kit.widgets.learnt import Learnt
from kit.widgets.quiz import Quiz
from kit.widgets.reader import Page, Reader
from kit.widgets.shown import Shown
from kit.widgets.student import Student
from kit.widgets.timed import TimedReading


class LessonView:
    """A lesson opened in a notebook.

    A place is `lead`, the number of a section such as `1`, or of a paragraph in it such as `1.2`.
    """

    def __init__(self, lesson: Lesson, student: Student, now: Callable[[], datetime] = now) -> None:
        self._lesson = lesson
        self._student = student
        self._now = now

    def read(self, place: str) -> Reader:
        """The text at a place, its words to be pointed at.

        Raises:
            InputError: the lesson has no such place.
        """
        pages = [
            Page(annotated(self._lesson, passage), passage.paragraph, passage.place)
            for passage in self._lesson.passages(place)
        ]
        return Reader(
            pages,
            name=self._lesson.name,
            student=self._student,
            glossary=glossary(self._lesson),
            says=self._lesson.texts,
            now=self._now,
        )

    def quiz(self, place: str, seed: int = 0) -> Quiz:
        """The words at a place: those that come first there, and some that come back.

        Raises:
            InputError: the lesson has no such place.
        """
        return self._ask("quiz.words", quiz.words(self._lesson, place, seed))

    def questions(self, place: str, seed: int = 0) -> Quiz:
        """What does the text at a place say?

        Raises:
            InputError: the lesson has no such place.
        """
        return self._ask("quiz.text", quiz.questions(self._lesson, place, seed))

    def warm_up(self, seed: int = 0) -> Quiz:
        """What do the key terms mean? Asked before reading."""
        return self._ask("quiz.warm-up", quiz.warm_up(self._lesson, seed))

    def review(self, seed: int = 0) -> Quiz:
        """Words of the whole lesson, asked in another way than before."""
        return self._ask("quiz.review", quiz.review(self._lesson, seed))

    def summary(self, seed: int = 0) -> Quiz:
        """The article in a few sentences, to be put in order."""
        return self._ask("quiz.summary", quiz.summary(self._lesson, seed))

    def levels(self) -> Shown:
        """How hard each version of each section is, as jreadability measures it."""
        return Shown(table(self._lesson))

    def timed_reading(self) -> TimedReading:
        """The whole text without any help, and how fast it is read."""
        return TimedReading(self._lesson, self._student.progress, self._now)

    def learnt(self, seed: int = 0) -> Learnt:
        """What has been right so far, and what to look at again."""
        return Learnt(self._lesson, quiz.everything(self._lesson, seed), self._student.progress)

    def _ask(self, title: str, items: tuple[Item, ...]) -> Quiz:
        session = Session(self._lesson.name, items, self._student.progress, self._now)
        return Quiz(
            self._lesson.texts(title),
            session,
            self._lesson.language,
            answered=self._student.changed,
        )

    def __repr__(self) -> str:
        return f"{self._lesson.title}: {', '.join(self._lesson.places())}"


def open_lesson(
    name: str,
    language: str = "",
    *,
    student: str = STUDENT,
    now: Callable[[], datetime] = now,
) -> LessonView:
    """Open a lesson of the workspace that the notebook is in, else one that came with the kit.

    Args:
        name: the lesson's.
        language: of the interface, `en` or `ja`; the one that `KIT_LANGUAGE` names if empty.
        student: who learns.
        now: the clock, in UTC.

    Raises:
        InputError: there is no such lesson, or its files are broken.
    """
    lesson = library.around(Path.cwd()).open(name, language or chosen())
    return LessonView(lesson, students.student(student), now)


def read(text: str, *, student: str = STUDENT, now: Callable[[], datetime] = now) -> Reader:
    """Any Japanese text, its words to be pointed at.

    Args:
        text: what to read.
        student: who reads.
        now: the clock, in UTC.
    """
    page = Page(annotate(text).paragraphs)
    return Reader([page], student=students.student(student), says=texts(chosen()), now=now)


def paste(text: str = "", *, student: str = STUDENT, now: Callable[[], datetime] = now) -> Box:
    """A box to put any Japanese text in, and the reader that shows it.

    Args:
        text: what stands in the box at first.
        student: who reads.
        now: the clock, in UTC.
    """
    return Box(text.strip("\n"), students.student(student), texts(chosen()), now)
