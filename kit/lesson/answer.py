"""Judging an answer: pure, the same for the same item and answer."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

import jaconv

from kit.language.furigana import furigana
from kit.lesson.item import Item
from kit.lesson.vocabulary import TaughtWord

LONGEST = 2000
"""Characters of an answer that are looked at and kept."""

TYPED = 200
"""Characters of a typed reading that are looked at."""

_MACRONS = str.maketrans(
    {"ā": "aー", "ī": "iー", "ū": "uー", "ē": "eー", "ō": "oー"}
    | {"â": "aー", "î": "iー", "û": "uー", "ê": "eー", "ô": "oー"}
)
_IGNORED = re.compile(r"[\s・.,。、\-]")
_LATIN = re.compile("[a-z]")
_LENGTHENED = re.compile("(?<=[aiueo])-|(?<=o)[ou]|(?<=e)[ei]|(?<=u)u|(?<=a)a|(?<=i)i")


class Verdict(NamedTuple):
    """What a student is told.

    right: the right answer, to be shown. reason: why the given one is wrong, or empty.
    """

    correct: bool
    right: str
    reason: str


def judge(item: Item, answer: str) -> Verdict:
    """Judge an answer.

    Args:
        item: what was asked.
        answer: the text of the option chosen, or the reading typed: in hiragana, katakana or
            romaji, of full or half width; or sentences in the order chosen, a line each.
    """
    if item.order:
        return _ordered(item, answer)
    return _chosen(item, answer) if item.options else _typed(item, answer)


def _ordered(item: Item, answer: str) -> Verdict:
    given, right = answer.split("\n"), item.order
    verdict = Verdict(given == [*right], "\n".join(right), "")
    if verdict.correct:
        return verdict
    fits = next((n for n, text in enumerate(right) if given[n : n + 1] != [text]), len(right))
    if fits == len(right):
        return verdict._replace(reason=f"Nothing comes after “{right[-1]}”")
    if fits > 1:
        begin = f"The first {fits} are right. Then comes"
    else:
        begin = "It goes on with" if fits else "It begins with"
    return verdict._replace(reason=f"{begin} “{right[fits]}”")


def _chosen(item: Item, answer: str) -> Verdict:
    right = next(option.text for option in item.options if option.correct)
    reason = next((option.reason for option in item.options if option.text == answer), "")
    return Verdict(answer == right, right, reason)


def _typed(item: Item, answer: str) -> Verdict:
    word = item.word
    if word is None:
        raise ValueError(f"nothing to type for {item.id}")
    accepted = (word.reading, *word.alternatives)
    if any(matches(answer, reading) for reading in accepted):
        return Verdict(True, word.reading, "")
    return Verdict(False, word.reading, _reading_reason(word, item.others, answer))


def matches(answer: str, reading: str) -> bool:
    """Whether an answer says a reading, in kana or in romaji (Hepburn or kunrei).

    A vowel with a macron stands for a long vowel however kana spell it.
    """
    text = unicodedata.normalize("NFKC", answer[:TYPED]).strip().lower()
    if not _LATIN.search(text):
        return _plain(text) == _plain(reading)
    romaji = text.translate(_MACRONS)
    kana = jaconv.alphabet2kana(_IGNORED.sub("", romaji.replace("’", "'")))
    if romaji != text:
        return _long_as_macron(kana) == _long_as_macron(reading)
    return kana == _plain(reading) or romaji == jaconv.kana2alphabet(_plain(reading))


def _plain(kana: str) -> str:
    return _IGNORED.sub("", jaconv.kata2hira(kana))


def _long_as_macron(kana: str) -> str:
    """Hepburn with a hyphen for the second half of every long vowel."""
    return _LENGTHENED.sub("-", jaconv.kana2alphabet(_plain(kana)))


def _reading_reason(word: TaughtWord, others: tuple[TaughtWord, ...], answer: str) -> str:
    """Which other word was read, if one was, and how the word's own parts are read."""
    taken = next((other for other in others if matches(answer, other.reading)), None)
    other_word = f"{taken.reading} is {taken.word}, “{taken.meanings[0]}”. " if taken else ""
    pieces = [f"{base} is {kana}" for base, kana in furigana(word.word, word.reading) if kana]
    return f"{other_word}In {word.word}, {' and '.join(pieces)}."
