"""Readings and answers by chance, for tests that hold whatever is typed."""

from __future__ import annotations

import random

from kit.lesson.romaji import spellings

KANA = [kana for kana in spellings() if kana not in ("っ", "ん")]
MESS = [*"aiueoknstmy'- ーっんゃあう。🙂ōÂ", "ｶ", "ﾞ", "\ud800", "\u3099", "ア", "１"]


def reading(chance: random.Random) -> str:
    """Kana as words have them, and sometimes as none has."""
    found = ""
    for _ in range(chance.randint(1, 6)):
        found += chance.choice(KANA) + chance.choice(["", "", "う", "い", "ん", "っ", "ー"])
    return found


def typed(kana: str, chance: random.Random) -> str:
    """A reading as somebody might type it: in romaji, here and there in kana."""
    units = []
    at = 0
    while at < len(kana):
        size = 2 if kana[at : at + 2] in spellings() and chance.random() < 0.9 else 1
        unit = kana[at : at + size]
        units.append(chance.choice([*spellings().get(unit, ()), unit]))
        at += size
    return "".join(units)


def spoilt(answer: str, chance: random.Random) -> str:
    """An answer with a slip or two, or whatever else may be typed."""
    letters = list(answer)
    for _ in range(chance.randint(0, 3)):
        at = chance.randint(0, len(letters))
        letters[at : at + chance.randint(0, 1)] = [chance.choice(MESS)] * chance.randint(0, 2)
    return "".join(letters)
