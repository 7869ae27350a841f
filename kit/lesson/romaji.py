"""How a reading may be typed: kana of any kind, Hepburn, kunrei, or what a keyboard takes.

The reading is walked kana by kana, and with it every place of the answer that it may have reached,
so that an answer with two meanings (`kinyuu`) is right if one of them is.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

import jaconv

from kit.language.script.kana import hiragana

TYPED = 200
"""Characters that a typed reading has at the most; more are no reading."""

_ONSETS = (
    "- k ky g gy s sh sy z zy j jy t ts ty ch cy d dy n ny h hy f fy b by p py m my y r ry l w v "
    "c q kw gw th dh tw dw x xy ly"
)
_VOWELS = "aiueo"
_ROWS = {
    "a": "あぁかがさざただなはばぱまやゃらわゎ",
    "i": "いぃきぎしじちぢにひびぴみりゐ",
    "u": "うぅくぐすずつづぬふぶぷむゆゅるゔ",
    "e": "えぇけげせぜてでねへべぺめれゑ",
    "o": "おぉこごそぞとどのほぼぽもよょろを",
}
_VOWEL = {kana: vowel for vowel, row in _ROWS.items() for kana in row}
_LONG = {"a": "あ", "i": "い", "u": "う", "e": "えい", "o": "おう"}
"""The kana that make a vowel long."""

_ROMAJI_VOWEL = dict(zip("あいうえお", _VOWELS, strict=True))
_EXTRA = {
    "を": "o",
    "ぢ": "ji zi",
    "づ": "zu dzu",
    "ぢゃ": "ja zya",
    "ぢゅ": "ju zyu",
    "ぢょ": "jo zyo",
    "てぃ": "ti",
    "でぃ": "di",
    "とぅ": "tu",
    "どぅ": "du",
    "でゅ": "dyu",
    "うぇ": "we whe",
    "うぉ": "wo who",
    "っ": "xtu xtsu ltu ltsu",
    "ん": "n nn n' xn",
}
_SIGNS = str.maketrans(
    {marked: f"{plain}ー" for plain, marked in zip("aiueoaiueo", "āīūēōâîûêô", strict=True)}
    | dict.fromkeys("’‘ʼ`", "'")
    | dict.fromkeys("‐‑‒–—―−~〜─", "-")
)
_IGNORED = re.compile(
    "[\t-\r \xa0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2069\u3000\ufeff・.,。、]"
)
_DOUBLED = re.compile(r"([bcdfghjklmpqrstvwyz])\1|tch")
_LIP = re.compile("m[bpm]")  # shimbun


class Walk(NamedTuple):
    """How far an answer follows a reading: to its end, and how many of its kana."""

    whole: bool
    kana: int


def matches(answer: str, reading: str) -> bool:
    """Whether an answer says a reading, in kana or romaji of any width.

    A macron or ー stands for the second half of a long vowel however kana spell it, but a long
    vowel is not a short one.
    """
    return walk(answer, reading).whole


def walk(answer: str, reading: str) -> Walk:
    """Follow a reading through an answer.

    A hyphen is taken for ー, as keyboards have it, and else for one that parts words.
    """
    given, kana = fold(answer), fold(reading).replace("-", "ー")
    if len(given) > TYPED:
        return Walk(False, 0)
    ways = [_walk(given.replace("-", hyphen), kana) for hyphen in ("ー", "")]
    return max(ways)


def fold(text: str) -> str:
    """Text in hiragana and small Latin letters, each long vowel's mark as ー, without blanks."""
    plain = unicodedata.normalize("NFKC", text).lower()
    return _IGNORED.sub("", hiragana(plain).translate(_SIGNS))


def _walk(answer: str, kana: str) -> Walk:
    reached: list[set[int]] = [set() for _ in range(len(kana) + 1)]
    reached[0].add(0)
    vowel = ""
    furthest = 0
    for at, here in enumerate(kana):
        long = _LONG.get(vowel, "")
        for place in reached[at]:
            for size in (1, 2):
                for spelling in _spellings(kana[at : at + size], size, long):
                    if answer.startswith(spelling, place) and at + size <= len(kana):
                        reached[at + size].add(place + len(spelling))
            if here == "っ" and _DOUBLED.match(answer, place):
                reached[at + 1].add(place + 1)
            if here == "ん" and _LIP.match(answer, place):
                reached[at + 1].add(place + 1)
        vowel = vowel if here == "ー" else _VOWEL.get(here, "")
        if reached[at + 1]:
            furthest = at + 1
    whole = bool(kana) and len(answer) in reached[-1]
    return Walk(whole, furthest)


def _spellings(unit: str, size: int, long: str) -> tuple[str, ...]:
    """How one or two kana may be typed after a vowel that `long` makes long."""
    if size == 2:
        return spellings().get(unit, ())
    if unit == "ー":
        return ("ー", *long, *(_ROMAJI_VOWEL[kana] for kana in long))
    mark = ("ー",) if unit in long else ()
    return (unit, *mark, *spellings().get(unit, ()))


@cache
def spellings() -> dict[str, tuple[str, ...]]:
    """Kana, one or two, and all that they are typed as in romaji."""
    found: dict[str, list[str]] = {}
    for onset in _ONSETS.split():
        for vowel in _VOWELS:
            typed = onset.strip("-") + vowel
            kana = jaconv.alphabet2kana(typed)
            if re.fullmatch("[ぁ-ゖ]{1,2}", kana) and "っ" not in kana:
                found.setdefault(kana, []).append(typed)
    for kana, typed in _EXTRA.items():
        found.setdefault(kana, []).extend(typed.split())
    return {kana: tuple(dict.fromkeys(typed)) for kana, typed in found.items()}
