"""Readings that a file has above its words (ruby) → the places in the article that they belong to.

The article is found and cleaned as plain text; each reading is put where its word stands between
the same characters as in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from kit.language.script.characters import HIRAGANA, KANJI, KATAKANA, is_kana
from kit.language.script.kana import hiragana

BEFORE, AFTER = 12, 8
"""Characters around a word that are kept to find it again."""
_ALIKE_BEFORE, _ALIKE_AFTER = 6, 4
_KANA = re.compile(f"[{HIRAGANA}{KATAKANA}][{HIRAGANA}{KATAKANA}ー・]*")
_BASE = re.compile(f"[{HIRAGANA}{KATAKANA}{KANJI}ー]*[{KANJI}][{HIRAGANA}{KATAKANA}{KANJI}ー]*")
_SPACES = re.compile(r"\s+")


class Ruby(NamedTuple):
    """A reading above a word, and the text around that, without white space."""

    base: str
    reading: str
    before: str
    after: str


Part = tuple[str, str]
"""A stretch of text, and the reading above it; empty for none."""


def rubies(parts: Iterable[Part]) -> tuple[Ruby, ...]:
    """The readings in kana that stand above kanji.

    Args:
        parts: all text of a file in order. Single kanji one after the other, each with its own
            reading, are one word.
    """
    joined: list[tuple[str, str, int]] = []
    for base, reading in chain.from_iterable(map(_trimmed, parts)):
        last = joined[-1] if joined else ("", "", 0)
        if reading and last[2] == 1 and len(base) == 1:
            joined[-1] = (last[0] + base, last[1] + reading, 1)
        else:
            joined.append((base, reading, len(base) if reading else 0))
    text = "".join(base for base, _, _ in joined)
    found, position = [], 0
    for base, reading, _ in joined:
        end = position + len(base)
        if _KANA.fullmatch(reading) and _BASE.fullmatch(base):
            before = text[max(0, position - BEFORE) : position]
            found.append(Ruby(base, reading, before, text[end : end + AFTER]))
        position = end
    return tuple(found)


def _trimmed(part: Part) -> Iterator[Part]:
    """A part without white space; kana at its ends that its reading has not stand beside it."""
    base, reading = (_SPACES.sub("", text) for text in part)
    kana = hiragana(reading)
    start, stop = 0, len(base)
    while reading and start < stop and is_kana(base[start]) and kana[:1] != hiragana(base[start]):
        start += 1
    while (
        reading
        and stop > start
        and is_kana(base[stop - 1])
        and kana[-1] != hiragana(base[stop - 1])
    ):
        stop -= 1
    beside = (base[:start], ""), (base[start:stop], reading), (base[stop:], "")
    yield from (one for one in beside if one[0])


Readings = tuple[tuple[int, int, str], ...]
"""The readings that stand above a text, each with where it begins and ends."""


def readings(texts: Sequence[str], ruby: Sequence[Ruby]) -> tuple[Readings, ...]:
    """The readings that stand above each of some texts.

    Args:
        texts: of an article, in order.
        ruby: of the file that it is from, in order; what stands elsewhere in it is passed over.
    """
    places = [[at for at, char in enumerate(text) if not char.isspace()] for text in texts]
    bare = ["".join(text[at] for at in kept) for text, kept in zip(texts, places, strict=True)]
    found: list[list[tuple[int, int, str]]] = [[] for _ in texts]
    number = position = 0
    for one in ruby:
        place = _place(bare, one, number, position)
        if place is not None:
            number, start = place
            position = start + len(one.base)
            at = places[number]
            found[number].append((at[start], at[position - 1] + 1, one.reading))
    return tuple(map(tuple, found))


def _place(texts: Sequence[str], ruby: Ruby, number: int, position: int) -> tuple[int, int] | None:
    """The first text, from a place on, that has the word between the same characters, and where."""
    for at in range(number, len(texts)):
        start = texts[at].find(ruby.base, position if at == number else 0)
        while start >= 0:
            if _alike(texts[at], start, ruby):
                return at, start
            start = texts[at].find(ruby.base, start + 1)
    return None


def _alike(text: str, start: int, ruby: Ruby) -> bool:
    end = start + len(ruby.base)
    before = min(_ALIKE_BEFORE, start, len(ruby.before))
    after = min(_ALIKE_AFTER, len(text) - end, len(ruby.after))
    return ruby.before.endswith(text[start - before : start]) and ruby.after.startswith(
        text[end : end + after]
    )


def marked(text: str, readings: Readings) -> str:
    """A text with its readings in it, as a lesson has them: `{一日|いちにち}`."""
    parts, position = [], 0
    for start, end, reading in readings:
        parts += [text[position:start], f"{{{text[start:end]}|{reading}}}"]
        position = end
    return "".join([*parts, text[position:]])
