"""Counters: how each is read after a number, and what it does to the number before it.

A row of `counters.csv` has the counter's spellings (with `/` between), its reading, the kind of its
first sound, what is irregular about it, and what it means (see `kit.language.number.meaning`). The
kinds:

    -   nothing changes, nor in 十 (じゅうえん)
    k   一 六 八 十 百 double its first sound: いっかい ろっかい はっかい じゅっかい ひゃっかい
    g   as k, and voiced after 三 千 万 何: さんがい
    s   一 八 十 double its first sound: いっさい はっさい じゅっさい (t is the same)
    z   as s, and voiced after 三 千 万 何: さんぞく
    b   as k with ぽ, and voiced after 三 千 万 何: いっぽん さんぼん
    p   as k with ぽ, and hard after 三 千 万 何 too: いっぷん さんぷん
    h   as k with ぽ, and nothing else: いっぷく さんふく
    P   a loan word in p: いっぱーせんと, also いちぱーせんと
    o   a loan word or a word of several kanji, which double less: いちきろ, also いっきろ
    n   native numbers for one and two: ひとくち, ふたくち; then as o

What is irregular: `四=よ` the numeral's reading before the counter, in any number that ends in it;
`四:よっか` numeral and counter together, in any such number; `=一:ひとり` only in that very number.
Alternatives stand after 、 with the best first. The readings follow NHK's dictionary of Japanese
pronunciation and accent where it gives a choice.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib import resources
from typing import NamedTuple

_IRREGULAR = re.compile(r"(=)?([^=: ]+)([=:])([^ ]+)")

ALIKE = {"カ": "か", "ヵ": "か", "ケ": "か", "ヶ": "か", "箇": "か", "個": "か"}
"""The ways of writing か in か月, か国, か所."""


class Counter(NamedTuple):
    """A counter's reading in hiragana, the kind of its first sound, what is irregular.

    `numerals`: last numeral → its readings before the counter; `joined`: last numeral → readings
    of both; `exact`: whole number in kanji → readings of both. `meaning`: as the table has it.
    """

    reading: str
    kind: str
    numerals: dict[str, tuple[str, ...]]
    joined: dict[str, tuple[str, ...]]
    exact: dict[str, tuple[str, ...]]
    meaning: str = ""


class Suffix(NamedTuple):
    """What may follow a counter without changing it (年+間, 回+目): its reading and meaning."""

    reading: str
    meaning: str


@cache
def counters() -> dict[str, Counter]:
    """All counters by spelling."""
    table: dict[str, Counter] = {}
    for spellings, reading, kind, irregular, meaning in _rows("counters.csv"):
        counter = Counter(reading, "s" if kind == "t" else kind, {}, {}, {}, meaning)
        for exact, number, sign, readings in _IRREGULAR.findall(irregular):
            part = counter.exact if exact else counter.joined if sign == ":" else counter.numerals
            part[number] = tuple(readings.split("、"))
        table |= dict.fromkeys(spellings.split("/"), counter)
    return table


@cache
def suffixes() -> dict[str, Suffix]:
    """All that may follow a counter, by spelling."""
    return {suffix: Suffix(reading, meaning) for suffix, reading, meaning in _rows("suffixes.csv")}


def alike(counter: str) -> str:
    """The counter as the table spells it: か月 for ヵ月, ヶ月, 箇月."""
    if len(counter) > 1 and counter[0] in ALIKE and "か" + counter[1] in _with_ka():
        return "か" + counter[1:]
    return counter


@cache
def _with_ka() -> frozenset[str]:
    """か月, か国 … where か is written in many ways."""
    return frozenset(spelling[:2] for spelling in counters() if spelling[0] == "か")


def _rows(file: str) -> list[list[str]]:
    text = (resources.files("kit.language.number") / file).read_text("utf-8")
    return list(csv.reader(text.splitlines()[1:]))
