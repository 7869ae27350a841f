"""Judging an answer: pure, the same for the same item and answer; `judge.js` judges alike."""

from __future__ import annotations

from itertools import zip_longest
from typing import NamedTuple

from kit.language.furigana.align import furigana
from kit.lesson.item import Item
from kit.lesson.romaji import matches, walk
from kit.lesson.vocabulary import TaughtWord
from kit.texts import texts

LONGEST = 2000
"""Characters of an answer that are looked at and kept."""

__all__ = ["LONGEST", "Verdict", "explanation", "judge", "lines", "matches", "parts", "taken"]


class Verdict(NamedTuple):
    """What a student is told.

    right: the right answer, to be shown. reason: why the given one is wrong, or empty; where
    the answer is typed or put together, it leaves something to find in a second try.
    """

    correct: bool
    right: str
    reason: str


def judge(item: Item, answer: str) -> Verdict:
    """Judge an answer.

    Args:
        item: what was asked.
        answer: the text of the option chosen; or the reading typed, in hiragana, katakana or
            romaji, of full or half width; or options in the order chosen, a line each.
    """
    if item.partners:
        return _matched(item, answer)
    if item.order:
        return _ordered(item, answer)
    return _chosen(item, answer) if item.options else _typed(item, answer)


def lines(item: Item, answer: str) -> list[bool]:
    """Which lines of an answer that is put together are right, of as many as there should be."""
    given = answer.split("\n")
    return [line == right for line, right in zip_longest(given, item.order)][: len(item.order)]


def explanation(item: Item) -> str:
    """What there is to say of the right answer once it is shown: how the word's parts are read."""
    if item.options or item.word is None:
        return ""
    say = texts(item.interface)
    read = [
        say("reason.reading-piece", kana=kana, base=base) for base, kana in _pieces(item) if kana
    ]
    pieces = say("reason.reading-and").join(read)
    return say("reason.reading", pieces=pieces, word=item.word.word) if pieces else ""


def parts(item: Item) -> list[tuple[str, int]]:
    """The parts of the word whose reading is typed, each with the number of its kana."""
    return [(base, len(kana or base)) for base, kana in _pieces(item)]


def taken(other: TaughtWord, interface: str) -> str:
    """What is said to who typed the reading of another word."""
    values = {"reading": other.reading, "word": other.word, "meaning": other.meanings[0]}
    return texts(interface)("reason.other-word", **values)


def _pieces(item: Item) -> list[tuple[str, str | None]]:
    if item.pieces or item.word is None:
        return list(item.pieces)
    return furigana(item.word.word, item.word.reading)


def _matched(item: Item, answer: str) -> Verdict:
    right = "\n".join(item.order)
    if answer == right:
        return Verdict(True, right, "")
    words = [partner.word for partner in item.partners]
    fits = lines(item, answer)
    wrong = [word for word, right in zip(words, fits, strict=True) if not right] or words
    return Verdict(False, right, texts(item.interface)("reason.match", words="・".join(wrong)))


def _ordered(item: Item, answer: str) -> Verdict:
    say = texts(item.interface)
    fits = (*lines(item, answer), False).index(False)
    right = "\n".join(item.order)
    if answer == right:
        return Verdict(True, right, "")
    if fits == len(item.order):
        return Verdict(False, right, say("reason.order-ends", sentence=item.order[-1]))
    key = ("begins", "goes-on", "then")[min(fits, 2)]
    return Verdict(False, right, say(f"reason.order-{key}", count=fits, sentence=item.order[fits]))


def _chosen(item: Item, answer: str) -> Verdict:
    right = next(option.text for option in item.options if option.correct)
    reason = next((option.reason for option in item.options if option.text == answer), "")
    return Verdict(answer == right, right, reason)


def _typed(item: Item, answer: str) -> Verdict:
    word = item.word
    if word is None:
        raise ValueError(f"nothing to type for {item.id}")
    if any(matches(answer, reading) for reading in word.readings):
        return Verdict(True, word.reading, "")
    say = texts(item.interface)
    other = next((other for other in item.others if matches(answer, other.reading)), None)
    told = taken(other, item.interface) if other else ""
    follows = walk(answer, word.reading).kana
    end = 0
    for base, kana in parts(item):
        end += kana
        if follows < end:
            return Verdict(False, word.reading, told + say("reason.reading-at", base=base))
    return Verdict(False, word.reading, told + say("reason.reading-long"))
