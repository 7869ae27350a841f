"""`kit anki`: the words of a lesson as an Anki deck."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from kit.cli.output import wrote
from kit.learner.event import now
from kit.lesson import library
from kit.publish import deck, note_ids
from kit.texts import chosen


def run(arguments: Namespace) -> int:
    """Write the deck, and name the file."""
    shelf = library.around(Path.cwd())
    lesson = shelf.open(arguments.lesson, chosen())
    wrote(deck.export(lesson, arguments.output, now()))
    if shelf.own:
        note_ids.keep(lesson)
    return 0
