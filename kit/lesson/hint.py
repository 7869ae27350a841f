"""A hint: a part of the answer, for half of what it counts."""

from __future__ import annotations

import re
from typing import NamedTuple

from kit.lesson.item import Item
from kit.texts import texts

FEWEST = 3
"""Options that a choice has at the least for one of them to be struck out."""

_MORA = re.compile("[^ゃゅょぁぃぅぇぉゎ][ゃゅょぁぃぅぇぉゎ]?")


class Hint(NamedTuple):
    """What a hint says, and the option that it strikes out, or empty."""

    text: str
    struck: str = ""


def hint(item: Item) -> Hint | None:
    """The hint that an item has: the same each time; None where it would be the answer."""
    say = texts(item.interface)
    if item.partners:
        return Hint(say("hint.match", word=item.partners[0].word, meaning=item.order[0]))
    if item.order:
        return Hint(say("hint.order", sentence=item.order[0])) if len(item.order) > 2 else None
    if item.options:
        wrong = [option.text for option in item.options if not option.correct]
        text = say("hint.choice", option=wrong[-1]) if wrong else ""
        return Hint(text, wrong[-1]) if len(item.options) >= FEWEST else None
    first = _MORA.match(item.word.reading) if item.word else None
    if first is None or item.word is None or first[0] == item.word.reading:
        return None
    return Hint(say("hint.reading", kana=first[0]))
