"""`kit new`: the draft of a lesson, from a file of an article."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from kit.classroom.document.document import read_document
from kit.classroom.draft import draft
from kit.cli.output import line, wrote
from kit.learner.coverage import KnownList
from kit.learner.known_words import known_list
from kit.texts import chosen, texts


def run(arguments: Namespace) -> int:
    """Write the draft; say what is in it, what is not certain, and how to go on."""
    kept = draft.shelf(Path.cwd())
    name = draft.free_name(arguments.lesson, kept)
    knows = None if arguments.known is None else KnownList(known_list(arguments.known))
    document = read_document(arguments.file)
    made = draft.make(document, name, knows, texts(chosen()))
    wrote(draft.write(made, kept))
    for told in (*document.notes, *_told(made)):
        print(line(told))
    return 0


def _told(made: draft.Draft) -> list[str]:
    """What a teacher should know of a draft, a line each."""
    asked = len(made.questions)
    return [
        f"{_count(len(made.words), 'word')} to teach, the most useful first; {made.unsure} of them "
        f"marked for review; {made.left} more were left out",
        f"{_count(asked, 'question')} on the text" if asked else "no question on the text",
        f"next: kit check {made.name} lists what is to do; change both files; kit build "
        f"{made.name} makes the notebooks, as often as you like",
    ]


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("s" if number != 1 else "")
