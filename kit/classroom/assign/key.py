"""The key to a part of an assignment: plain lines in a hidden test, which only instructors have."""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple

from kit.errors import InputError
from kit.language.furigana.align import furigana
from kit.lesson.item import Item
from kit.lesson.lesson import Option
from kit.lesson.vocabulary import TaughtWord

OPENS, CLOSES = "KEY = r'''\n", "\n'''\n"
"""What stands around a key in the cell of a test."""

_DELIMITERS = re.compile(r"\b(?:BEGIN|END|AUTOTEST)\b")
"""What nbgrader looks for in the lines of a cell."""

_WORD = ("word", "reading", "meanings", "alternatives")


class Key(NamedTuple):
    """What the answers to a part are judged by.

    assignment: the id of the assignment. notebook: the name of its notebook, without its ending.
    salt: what the ids of its questions are made with.
    items: question's id → what was asked, with its answer.
    """

    assignment: str
    notebook: str
    salt: str
    items: dict[str, Item]


def to_text(key: Key) -> str:
    """A key as lines of JSON, the first of the assignment and one an item.

    The text can stand in a raw string between three single quotes, and no line of it looks to
    nbgrader as if it began or ended something.
    """
    head = {name: getattr(key, name) for name in ("assignment", "notebook", "salt")}
    return "\n".join(map(_line, [head, *(_values(name, key.items[name]) for name in key.items)]))


def of_text(text: str) -> Key:
    """The key that a text holds.

    Raises:
        InputError: it holds none.
    """
    try:
        head, *lines = map(json.loads, text.strip("\n").split("\n"))
        items = {found["id"]: _item(found) for found in lines}
        return Key(head["assignment"], head["notebook"], head["salt"], items)
    except (ValueError, LookupError, TypeError):
        raise InputError("this is no key of the kit", "write it anew with kit assign") from None


def in_cell(source: str) -> str | None:
    """The text of the key that a cell's source holds, or None."""
    _, opened, rest = source.partition(OPENS)
    held, closed, _ = rest.partition(CLOSES)
    return held if opened and closed else None


def _line(values: dict[str, Any]) -> str:
    line = json.dumps(values, ensure_ascii=False)
    line = line.replace("'''", r"\u0027" * 3)
    return _DELIMITERS.sub(lambda word: f"\\u{ord(word[0][0]):04x}{word[0][1:]}", line)


def _values(name: str, item: Item) -> dict[str, Any]:
    """What there is to an item; what is empty is left out."""
    values = {
        "id": name,
        "kind": item.kind,
        "subject": item.subject,
        "prompt": item.prompt,
        "context": item.context,
        "options": [option._asdict() for option in item.options],
        "word": _word(item.word) if item.word else None,
        "pieces": _pieces(item),
        "order": item.order,
        "partners": [_word(word) for word in item.partners],
        "interface": item.interface,
    }
    return {key: value for key, value in values.items() if value}


def _pieces(item: Item) -> list[tuple[str, str | None]]:
    """How a word is read whose reading is typed: where answers are graded, no dictionary is."""
    if item.word is None or item.options:
        return []
    return furigana(item.word.word, item.word.reading)


def _word(word: TaughtWord) -> dict[str, Any]:
    return {name: getattr(word, name) for name in _WORD if getattr(word, name)}


def _item(found: dict[str, Any]) -> Item:
    before, here, after = found["context"]
    return Item(
        found["kind"],
        found["subject"],
        found["prompt"],
        (before, here, after),
        tuple(Option(**option) for option in found.get("options", [])),
        _taught(found["word"]) if "word" in found else None,
        order=tuple(found.get("order", [])),
        partners=tuple(map(_taught, found.get("partners", []))),
        interface=found["interface"],
        pieces=tuple((base, kana) for base, kana in found.get("pieces", [])),
    )


def _taught(found: dict[str, Any]) -> TaughtWord:
    return TaughtWord(
        found["word"],
        found["reading"],
        tuple(found["meanings"]),
        tuple(found.get("alternatives", [])),
    )
