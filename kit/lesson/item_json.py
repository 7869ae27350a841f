"""A quiz item as plain values: what is shown of it, and all of it for pages that judge answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kit.lesson.answer import explanation, parts, taken
from kit.lesson.hint import hint
from kit.lesson.item import Item
from kit.lesson.vocabulary import TaughtWord
from kit.texts import texts


def asked(item: Item) -> dict[str, Any]:
    """What is shown of an item before it is answered: nothing of its answers, and not its id."""
    return {
        "kind": item.kind,
        "language": item.language,
        "prompt": item.prompt,
        "context": list(item.context),
        "options": [option.text for option in item.options],
        "partners": [word.word for word in item.partners],
    }


def item_json(item: Item) -> dict[str, Any]:
    """An item with its answers, and with what `judge.js` says to wrong ones."""
    told = hint(item)
    typed = item.word is not None and not item.options
    return asked(item) | {
        "id": item.id,
        "completed": list(item.completed),
        "options": [option._asdict() for option in item.options],
        "order": list(item.order),
        "words": [word_json(word) for word in item.words],
        "readings": list(item.word.readings) if item.word else [],
        "parts": [list(part) for part in parts(item)] if typed else [],
        "others": [_other(word, item.interface) for word in item.others] if typed else [],
        "explanation": explanation(item),
        "hint": told._asdict() if told else None,
        "reasons": texts(item.interface).under("reason"),
    }


def quiz_json(items: Sequence[Item]) -> dict[str, Any]:
    """Items for a page, with what they share there once; `itemsOf` in `practice.js` reads it.

    Returns:
        `items`: without what follows; `others`: of each word of the lesson its reading, and what
        is said to who types it for another; `reasons`.
    """
    others = dict.fromkeys(word for item in items for word in item.others)
    shared: dict[str, Any] = {"others": [], "reasons": {}}
    return {
        "items": [item_json(item._replace(others=())) | shared for item in items],
        "others": [
            _other(word, items[0].interface) for word in sorted(others, key=lambda word: word.line)
        ],
        "reasons": texts(items[0].interface).under("reason") if items else {},
    }


def word_json(word: TaughtWord) -> dict[str, str]:
    """A word's entry."""
    return {
        "word": word.word,
        "reading": word.reading,
        "meaning": word.meaning,
        "class": word.part_of_speech,
        "collocation": word.collocation,
        "example": word.example,
    }


def _other(word: TaughtWord, interface: str) -> dict[str, str]:
    return {"reading": word.reading, "told": taken(word, interface)}
