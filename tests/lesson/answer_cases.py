"""The table of answer cases, `answers.json`, that both judges are held to.

`readings`: a reading, and what says it or does not, typed; `items`: what is asked;
`verdicts`: item, answer, whether it is right, and the reason given. An answer in brackets is a
text and how often it stands there.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kit.lesson.item import Item
from kit.lesson.lesson import Option
from kit.lesson.vocabulary import TaughtWord

TABLE: dict[str, Any] = json.loads(
    Path(__file__).with_name("answers.json").read_text(encoding="utf-8")
)


def _text(answer: str | list[Any]) -> str:
    return answer if isinstance(answer, str) else answer[0] * int(answer[1])


def _item(name: str, asked: dict[str, Any]) -> Item:
    word = None
    if "word" in asked:
        alternatives = tuple(asked.get("alternatives", ()))
        word = TaughtWord(asked["word"], asked["reading"], ("talks",), alternatives)
    order = tuple(asked.get("order", ()))
    pairs = zip(asked.get("partners", ()), order, strict=False)
    return Item(
        asked["kind"],
        name,
        "?",
        options=tuple(Option(*option) for option in asked.get("options", ())),
        word=word,
        others=tuple(
            TaughtWord(written, reading, (meaning,))
            for written, reading, meaning in asked.get("others", ())
        ),
        order=order,
        partners=tuple(
            TaughtWord(written, reading, (meaning,)) for (written, reading), meaning in pairs
        ),
    )


READINGS: list[tuple[str, str, bool]] = [
    (_text(answer), reading, correct)
    for reading, answers in TABLE["readings"].items()
    for correct in (True, False)
    for answer in answers["right" if correct else "wrong"]
]
"""What is typed, the reading asked for, and whether it is right."""

ITEMS = {name: _item(name, asked) for name, asked in TABLE["items"].items()}

VERDICTS: list[tuple[str, str, bool, str]] = [
    (name, _text(answer), correct, reason) for name, answer, correct, reason in TABLE["verdicts"]
]
"""The item's name, an answer, whether it is right, and the reason that is given."""
