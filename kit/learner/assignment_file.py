"""An assignment as its students have it: a file with the text and the questions, and no answer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from kit.errors import InputError

NAME = "assignment.json"
FORMAT = "seiji-kit assignment 1"

_MEND = "take the one that you were given"
_SHOWN = {
    "kind": str,
    "language": str,
    "prompt": str,
    "context": list,
    "options": list,
    "partners": list,
}


class Asked(NamedTuple):
    """A question without its answer.

    id: what its answer is kept under; it says nothing of the question.
    place: the paragraph that it is asked at.
    shown: what `kit.lesson.item_json.asked` gives.
    """

    id: str
    place: str
    shown: Mapping[str, Any]


class Part(NamedTuple):
    """A section: its place and title, its text as the reader takes it, its questions."""

    place: str
    title: str
    text: Mapping[str, Any]
    asked: tuple[Asked, ...]


class Assignment(NamedTuple):
    """What a student is asked to read and to answer.

    id: what its answers belong to. language: the interface's.
    """

    id: str
    title: str
    language: str
    parts: tuple[Part, ...]

    def places(self) -> list[str]:
        """The places of its sections."""
        return [part.place for part in self.parts]

    def part(self, place: str) -> Part:
        """A section, or what belongs to one paragraph of it.

        Args:
            place: `1` or `1.2`.

        Raises:
            InputError: the assignment has no such place.
        """
        place = str(place)  # a student may well write 1.2 without quotes
        for part in self.parts:
            pages = part.text["pages"]
            if part.place == place:
                return part
            if here := [page for page in pages if page["place"] == place]:
                found = tuple(asked for asked in part.asked if asked.place == place)
                return part._replace(text={**part.text, "pages": here}, asked=found)
        mend = f"it has {', '.join(self.places())}"
        raise InputError(f"the assignment has no part {place!r}", mend)


def to_text(assignment: Assignment) -> str:
    """An assignment as the text of its file."""
    parts = [
        part._asdict() | {"asked": [asked._asdict() for asked in part.asked]}
        for part in assignment.parts
    ]
    made = {"format": FORMAT, **assignment._asdict(), "parts": parts}
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n"


def read(file: Path) -> Assignment:
    """The assignment in a file.

    Raises:
        InputError: it is not there, or is none that the kit wrote.
    """
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except OSError:
        raise InputError("the assignment's file is not there", _MEND, file=file) from None
    except (ValueError, RecursionError):
        raise InputError("this is no assignment of the kit", _MEND, file=file) from None
    try:
        if found["format"] != FORMAT:
            mend = "bring the kit up to date, or take the file that you were given"
            raise InputError("this assignment is of another kind", mend, file=file)
        parts = tuple(_part(part) for part in found["parts"])
        return Assignment(
            _text(found["id"]), _text(found["title"]), _text(found["language"]), parts
        )
    except (LookupError, TypeError):
        raise InputError("this assignment was changed", _MEND, file=file) from None


def _part(found: Any) -> Part:
    text = {name: found["text"][name] for name in ("words", "kanji", "pages")}
    size = len(text["words"])
    for page in text["pages"]:
        _text(page["place"])
        for line in page["lines"]:
            if not all(0 <= number < size for number in line["words"]):
                raise LookupError("a line names a word that is not there")
    for word in text["words"]:
        _text(word["surface"])
    asked = tuple(
        Asked(_text(one["id"]), _text(one["place"]), _shown(one["shown"])) for one in found["asked"]
    )
    return Part(_text(found["place"]), _text(found["title"]), text, asked)


def _shown(found: Any) -> Mapping[str, Any]:
    if not all(isinstance(found[name], kind) for name, kind in _SHOWN.items()):
        raise TypeError("a question is not as it was")
    for text in (*found["context"], *found["options"], *found["partners"]):
        _text(text)
    return {name: found[name] for name in _SHOWN}


def _text(found: object) -> str:
    if not isinstance(found, str):
        raise TypeError("this should be text")
    return found
