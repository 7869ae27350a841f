"""Pitch accent of dictionary forms: UniDic's for single units, estimated for compounds.

The rules for compounds are those of UniDic's `aConType`, after Sagisaka and Sato (1983), as in
"UniDic アクセント結合規則"; on the last unit's type depends where the compound's pitch drops.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kit.language.article import Accent
from kit.language.tagger import Unit

_SMALL = frozenset("ゃゅょぁぃぅぇぉゎ")
_WEAK = re.compile(
    "(?:[んっー]|[うくすつぬふむゆるぐずづぶぷゅおこそとのほもよろをごぞどぼぽょ]う"
    "|[あかさたなはまやらわがざだばぱゃえけせてねへめれげぜでべぺ]い)$"
)
"""A mora at the end that the pitch cannot drop after: ん, っ or the rest of a long syllable."""


def morae(reading: str) -> int:
    """How many morae a reading in hiragana has (きょう: 2)."""
    return sum(kana not in _SMALL for kana in reading)


def accent(units: Sequence[Unit]) -> Accent | None:
    """The accent of the dictionary form of a word made of these units, None where unknown."""
    if not units or (not units[0].accent and len(units) == 1):
        return None
    if len(units) == 1:
        return Accent(units[0].accent[0], estimated=False)
    before = sum(morae(unit.reading) for unit in units[:-1])
    last = units[-1]
    if any(unit.role in {"particle", "auxiliary", "symbol"} or not unit.reading for unit in units):
        return None
    kind = last.joining[:2]
    if kind == "C1" and last.accent:
        return Accent(before + last.accent[0], estimated=True)
    if kind == "C2":
        return Accent(before + 1, estimated=True)
    if kind == "C3":
        ending = "".join(unit.reading for unit in units[:-1])
        return Accent(before - bool(_WEAK.search(ending)), estimated=True)
    if kind == "C4":
        return Accent(0, estimated=True)
    if kind == "C5":
        first = accent(units[:-1])
        return None if first is None else Accent(first.drop, estimated=True)
    return None
