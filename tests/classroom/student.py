"""A student at an assignment's notebook, in its widgets and without a browser."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kit.classroom.assign.key import Key
from kit.learner import assignment_file
from kit.learner.answers_file import NAME, Sheet
from kit.lesson.answer import judge
from kit.widgets.assignment import AssignedQuiz, AssignmentView

Choose = Callable[[int, str], str | None]
"""From the number of a question and its right answer to what is answered, or None."""


def right(_number: int, answer: str) -> str | None:
    return answer


def every_second(number: int, answer: str) -> str | None:
    """Right, wrong, right, …; the last is left out by who counts on."""
    return "?" if number % 2 else answer


def opened(folder: Path) -> AssignmentView:
    """What `open_assignment` gives in a notebook of this folder; each answer takes a second."""
    assignment = assignment_file.read(folder / assignment_file.NAME)
    time = iter(range(10_000))
    return AssignmentView(
        assignment,
        Sheet(folder / NAME, assignment.id),
        lambda: datetime(2026, 3, 4, tzinfo=UTC) + timedelta(seconds=next(time)),
    )


def say(quiz: AssignedQuiz, **message: object) -> None:
    """What the front end sends."""
    quiz._received(quiz, message, [])


def answer(folder: Path, keys: list[Key], choose: Choose) -> None:
    """Answer what an assignment asks; the keys are for those who choose by what is right."""
    view = opened(folder)
    answers = {name: judge(item, "").right for key in keys for name, item in key.items.items()}
    asked = json.loads((folder / assignment_file.NAME).read_text(encoding="utf-8"))
    for part in asked["parts"]:
        quiz = view.quiz(part["place"])
        for number, one in enumerate(part["asked"]):
            chosen = choose(number, answers[one["id"]])
            if chosen is not None:
                say(quiz, do="answer", position=number, answer=chosen, milliseconds=900)
            say(quiz, do="next")
