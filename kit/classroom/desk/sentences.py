"""What an instructor is told at the desk, a sentence a line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kit.classroom.assign.assignment import Assigned
from kit.classroom.assign.notebook import POINTS
from kit.classroom.document.block import HEADING, Document
from kit.classroom.draft.draft import Draft
from kit.errors import InputError
from kit.lesson.check import Gap
from kit.lesson.library import is_public
from kit.texts import Texts


def found(document: Document, says: Texts) -> Iterator[str]:
    """What an article says of itself, a line each."""
    yield says("desk.title", title=document.title)
    yield says("desk.from", source=document.source or document.url or says("desk.not-said"))
    yield says("desk.date", date=document.date or says("desk.not-said"))
    kinds = [block.kind for block in document.blocks]
    yield says(
        "desk.parts",
        paragraphs=len(kinds) - kinds.count(HEADING),
        headings=kinds.count(HEADING),
        characters=f"{len(document.text):,}",
    )


def drafted(made: Draft, says: Texts) -> Iterator[str]:
    """What is in the draft of a lesson."""
    yield says("desk.taught", count=len(made.words), unsure=made.unsure, left=made.left)
    yield says("desk.asked", count=len(made.questions))


def finding(found: InputError | Gap, says: Texts) -> str:
    """What is wrong or missing in a lesson, and where."""
    told = f"{found.problem}; {found.mend}"
    if found.file is None or not found.line:
        return told
    return says("desk.finding", file=Path(found.file).name, line=found.line, told=told)


def assigned(made: Assigned, folder: Path, says: Texts) -> Iterator[str]:
    """What is in an assignment, where it is, and what there is to know of it."""
    asked = sum(len(key.items) for key in made.keys.values())
    yield says("desk.assigned", name=made.name, folder=folder)
    yield says("desk.points", sections=len(made.sections), asked=asked, points=POINTS)
    yield says("desk.generate", name=made.name)
    if is_public(made.lesson.name):
        yield says("desk.public", lesson=made.lesson.name)
    if made.lesson.todos:
        yield says("desk.todos", count=len(made.lesson.todos))
