"""The lessons that a command is for."""

from __future__ import annotations

from kit.cli.output import say
from kit.lesson.library import Library


def all_names(shelf: Library) -> list[str]:
    """The names of all lessons; where there is none, that is said."""
    names = shelf.names()
    if not names:
        say(f"there is no lesson in {shelf.notebooks}")
    return names
