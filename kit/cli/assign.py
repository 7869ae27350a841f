"""`kit assign`: a lesson as an assignment of nbgrader's."""

from __future__ import annotations

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
    name = arguments.lesson if arguments.name is None else arguments.name
    lesson = library.around(Path.cwd()).open(arguments.lesson, chosen())
    course.check_name(name)
    salt = course.salt(arguments.course, name, force=arguments.force)
    made = assign(lesson, name, salt, arguments.section or ())
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


def _told(made: Assigned) -> str:
    parts, asked = len(made.sections), sum(len(key.items) for key in made.keys.values())
    return f"sections: {parts}; questions, a point each: {asked}; points for writing: {POINTS}"
