"""What a notebook calls: `open_lesson`, and `read` for any text."""

from __future__ import annotations

from pathlib import Path

from kit.language.annotate import annotate
from kit.learner.progress import Progress
from kit.learner.session import Session
from kit.lesson import library, quiz
from kit.lesson.lesson import Lesson
from kit.lesson.quiz import Item
from kit.lesson.reading import annotated
from kit.widgets.quiz import Quiz
from kit.widgets.reader import Page, Reader


class LessonView:
    """A lesson opened in a notebook.

    A place is `lead`, the number of a section such as `1`, or of a paragraph in it such as `1.2`.
    """

    def __init__(self, lesson: Lesson, progress: Progress) -> None:
        self._lesson = lesson
        self._progress = progress

    def read(self, place: str) -> Reader:
        """The text at a place, its words to be pointed at.

        Raises:
            InputError: the lesson has no such place.
        """
        return Reader(
            [
                Page(annotated(self._lesson, passage), passage.paragraph)
                for passage in self._lesson.passages(place)
            ]
        )

    def quiz(self, place: str, seed: int = 0) -> Quiz:
        """The words that come first at a place: how are they read, and what do they mean?

        Raises:
            InputError: the lesson has no such place.
        """
        return self._ask("The words", quiz.words(self._lesson, place, seed))

    def questions(self, place: str, seed: int = 0) -> Quiz:
        """What does the text at a place say?

        Raises:
            InputError: the lesson has no such place.
        """
        return self._ask("The text", quiz.questions(self._lesson, place, seed))

    def _ask(self, title: str, items: tuple[Item, ...]) -> Quiz:
        return Quiz(title, Session(self._lesson.name, items, self._progress))

    def __repr__(self) -> str:
        return f"{self._lesson.title}: {', '.join(self._lesson.places())}"


def open_lesson(name: str) -> LessonView:
    """Open a lesson of the workspace that the notebook is in, else one that came with the kit.

    Raises:
        InputError: there is no such lesson, or its files are broken.
    """
    return LessonView(library.around(Path.cwd()).open(name), Progress())


def read(text: str) -> Reader:
    """Any Japanese text, its words to be pointed at."""
    return Reader([Page(annotate(text).paragraphs)])
