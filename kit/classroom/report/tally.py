"""The answers of a class, counted: the first answer of each student to each question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kit.classroom.report import word_map
from kit.classroom.report.answers import Answers, Student
from kit.classroom.report.asked import Asked, asked, other
from kit.learner.event import Event
from kit.learner.history import WHOLE
from kit.lesson.lesson import Lesson


@dataclass
class Done:
    """What one student did.

    first: question's id → the first answer. looked_up: the ids of words.
    missed: of words that an answer missed. met: of words that were asked or looked up.
    places: the paragraphs that the student was at.
    """

    first: dict[str, Event] = field(default_factory=dict)
    looked_up: set[str] = field(default_factory=set)
    missed: set[str] = field(default_factory=set)
    met: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)

    @property
    def right(self) -> int:
        """The questions that were right at the first try."""
        return sum(bool(event.correct) for event in self.first.values())


@dataclass
class Tally:
    """What a class did.

    questions: all that the lesson asks, or that somebody answered. answers: all that were judged.
    strange: how many answers are to no question of the lesson.
    """

    done: Mapping[Student, Done]
    questions: Mapping[str, Asked]
    answers: list[Event]
    strange: int


def tally(lesson: Lesson, answers: Answers) -> Tally:
    """Count the answers of a class.

    Args:
        lesson: what was asked.
        answers: those of the class; what was done in other lessons does not count.
    """
    done = {student: Done() for student in answers.students()}
    questions = dict(asked(lesson))
    judged: list[Event] = []
    strange = 0
    events = sorted(answers.events(), key=lambda pair: pair[1].time)
    for student, event in events:
        if event.lesson != lesson.name:
            continue
        if event.kind == "answer" and event.correct is not None:
            question = questions.get(event.item) or other(lesson, event.item)
            if question is None:
                strange += 1
                continue
            questions[event.item] = question
            judged.append(event)
            _answered(done[student], question, event)
        else:
            _seen(done[student], event, lesson)
    return Tally(done, questions, judged, strange)


def _answered(done: Done, question: Asked, event: Event) -> None:
    if event.item in done.first:
        return
    done.first[event.item] = event
    done.met.update(question.words)
    if question.place:
        done.places.add(question.place)
    if not event.correct:
        done.missed.update(question.missed(event.answer))


def _seen(done: Done, event: Event, lesson: Lesson) -> None:
    """Count something that is no answer: it tells where in the text the student was."""
    if event.kind == "look-up":
        id_ = word_map.taught(lesson, event.item)
        if word := word_map.words(lesson).get(id_):
            done.looked_up.add(id_)
            done.met.add(id_)
            if len(word.places) == 1:
                done.places |= word.places
    elif event.kind == "reveal":
        done.places.add(event.item.rpartition("/")[2])
    elif event.kind == "read" and event.item == WHOLE:
        done.places.update(lesson.places())
