"""Counters: how each is read after a number, and what it does to the number before it.

A row of `counters.csv` has the counter's spellings (with `/` between), its reading, the kind of its
first sound, and what is irregular about it. The kinds:

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

import re
from functools import cache
from importlib import resources
from typing import NamedTuple

_IRREGULAR = re.compile(r"(=)?([^=: ]+)([=:])([^ ]+)")

ALIKE = {"カ": "か", "ヵ": "か", "ケ": "か", "ヶ": "か", "箇": "か", "個": "か"}
"""The ways of writing か in か月, か国, か所."""

SUFFIXES = {
    "間": "かん", "目": "め", "前": "まえ", "後": "ご", "半": "はん", "代": "だい", "台": "だい",
    "度": "ど", "来": "らい", "生": "せい", "制": "せい", "分": "ぶん", "余": "よ", "強": "きょう",
    "弱": "じゃく", "以上": "いじょう", "以下": "いか", "以内": "いない", "未満": "みまん",
    "余り": "あまり", "連続": "れんぞく", "差": "さ", "用": "よう", "物": "もの", "型": "がた",
    "高": "だか", "安": "やす", "増": "ぞう", "減": "げん", "頃": "ごろ", "当たり": "あたり",
    "振り": "ぶり", "置き": "おき", "付け": "づけ", "過ぎ": "すぎ", "近く": "ちかく",
}  # fmt: skip
"""What may follow a counter without changing it (年+間, 回+目, 人+以上)."""


class Counter(NamedTuple):
    """A counter's reading in hiragana, the kind of its first sound, what is irregular.

    `numerals`: last numeral → its readings before the counter; `joined`: last numeral → readings
    of both; `exact`: whole number in kanji → readings of both.
    """

    reading: str
    kind: str
    numerals: dict[str, tuple[str, ...]]
    joined: dict[str, tuple[str, ...]]
    exact: dict[str, tuple[str, ...]]


@cache
def counters() -> dict[str, Counter]:
    """All counters by spelling."""
    table: dict[str, Counter] = {}
    file = resources.files("kit.language.number") / "counters.csv"
    for row in file.read_text("utf-8").splitlines()[1:]:
        spellings, reading, kind, irregular = row.split(",")
        counter = Counter(reading, "s" if kind == "t" else kind, {}, {}, {})
        for exact, number, sign, readings in _IRREGULAR.findall(irregular):
            part = counter.exact if exact else counter.joined if sign == ":" else counter.numerals
            part[number] = tuple(readings.split("、"))
        table |= dict.fromkeys(spellings.split("/"), counter)
    return table
