"""An assignment → the notebook that an instructor gives to nbgrader, keys and all."""

from __future__ import annotations

from collections.abc import Iterator

from nbformat import NotebookNode

from kit.classroom.assign import cells
from kit.classroom.assign.assignment import Assigned
from kit.lesson import notice
from kit.lesson.lesson import LEAD, Section
from kit.lesson.notebook import escape, of_cells
from kit.texts import Texts

POINTS = 5
"""What the text that students write may earn."""


def compose(assigned: Assigned) -> NotebookNode:
    """The notebook, its cells not run.

    Each section is read, asked and graded; at the end students say in their own words what the
    text tells.
    """
    lesson, say = assigned.lesson, assigned.lesson.texts
    opening = f"# {escape(lesson.title)}\n\n{say('assign.opening')}"
    opened = "from kit.widgets import open_assignment\n\nassignment = open_assignment()"
    made = [cells.text("opening", opening), cells.code("open", opened)]
    for section in assigned.sections:
        made += _section(assigned, section, say)
    asked = f"## {say('assign.own-words')}\n\n{say('worksheet.own-words')} {say('assign.write')}"
    made += [
        cells.text("own-words-asked", asked),
        cells.written("own-words", _model(assigned, say), POINTS),
        cells.text("ending", _ending(assigned, say)),
    ]
    return of_cells(made, {"kit": {"assignment": assigned.given.id, "lesson": lesson.name}})


def _section(assigned: Assigned, section: Section, say: Texts) -> Iterator[NotebookNode]:
    place = section.place
    title = say("page.lead") if place == LEAD else escape(section.title)
    heading = f"## {title}"
    if section.before:
        points = "\n".join(f"- {escape(question)}" for question in section.before)
        heading += f"\n\n{say('page.find-out')}:\n\n{points}"
    yield cells.text(f"title-{place}", heading)
    yield cells.code(f"read-{place}", f'assignment.read("{place}")')
    if place in assigned.keys:
        yield cells.code(f"quiz-{place}", f'assignment.quiz("{place}")')
        yield cells.test(f"part-{place}", assigned.keys[place], say("assign.graded"))


def _model(assigned: Assigned, say: Texts) -> str:
    """What instructors are reminded of: the summary, where all that it sums up is read."""
    lesson = assigned.lesson
    if not lesson.summary or len(assigned.sections) < len(lesson.sections):
        return say("assign.model-none")
    points = "\n".join(f"- {escape(sentence)}" for sentence in lesson.summary)
    return f"{say('assign.model')}\n\n{points}"


def _ending(assigned: Assigned, say: Texts) -> str:
    dictionaries = notice.dictionaries(
        assigned.lesson, lambda names, address: f"[{names}]({address})"
    )
    told = f"{notice.told(assigned.lesson, escape)} {dictionaries}"
    return f"## {say('assign.hand-in')}\n\n{say('assign.how-to-hand-in')}\n\n{told}"
