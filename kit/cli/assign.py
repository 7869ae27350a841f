"""`kit assign`: a lesson as an assignment of nbgrader's."""

from __future__ import annotations

import secrets
from argparse import Namespace
from pathlib import Path

from kit.classroom.assign import course
from kit.classroom.assign.assignment import Assigned, assign
from kit.classroom.assign.notebook import POINTS
from kit.cli.output import say, wrote
from kit.lesson import library
from kit.texts import chosen


def run(arguments: Namespace) -> int:
    """Write the assignment, name the files, and say what there is to know of it."""
    name = arguments.name or arguments.lesson
    lesson = library.around(Path.cwd()).open(arguments.lesson, chosen())
    course.check_name(name)
    made = assign(lesson, name, _salt(arguments.course, name), arguments.section or ())
    wrote(course.write(arguments.course, made, force=arguments.force))
    print(_told(made))
    print(f"next, in {arguments.course}: nbgrader generate_assignment {name}")
    if library.is_public(lesson.name):
        say(
            f"the answers of this lesson are public: it came with the kit, so that every student "
            f"has them in notebooks/{lesson.name}/lesson.md and vocab/{lesson.name}.csv"
        )
    if lesson.todos:
        say(f"the lesson is a draft; still to do: {len(lesson.todos)} (kit check {lesson.name})")
    return 0


def _salt(folder: Path, name: str) -> str:
    """The salt that an assignment has already, so that answers given to it stay with it."""
    found = course.keys(folder, name)
    return found[0].salt if found else secrets.token_hex(16)


def _told(made: Assigned) -> str:
    parts, asked = len(made.sections), sum(len(key.items) for key in made.keys.values())
    return f"sections: {parts}; questions, a point each: {asked}; points for writing: {POINTS}"
