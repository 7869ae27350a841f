"""The readings that a character can have inside a word, each with what it costs to assume it."""

from __future__ import annotations

from functools import cache

from kit.language.furigana.sounds import EXACT, NAME, Variants, plain
from kit.language.lexicon import dictionary

_SIGNS = {
    "ヶ": ("か", "が", "け", "こ"),
    "ヵ": ("か", "が", "こ"),
    "ケ": ("か", "が"),
    "〆": ("しめ", "じめ"),
    "〇": ("れい", "ぜろ", "まる"),
    "乄": ("しめ", "じめ"),
}
"""Characters that are no kanji but stand for a sound of their own among kanji."""

NONE = Variants({}, {}, 0)


@cache
def variants(char: str) -> Variants:
    """All readings that `char` may have in a word, with their costs; none for an unknown kanji."""
    if char in _SIGNS:
        signs = dict.fromkeys(_SIGNS[char], EXACT)
        return Variants(signs, signs, 2)
    return dictionary.default().variants(char) or NONE


def doubles(char: str, reading: str) -> bool:
    """Whether one kanji alone has this reading, as 愈 has いよいよ: 愈愈 is then no double."""
    kanji = dictionary.default().kanji(char)
    alone = plain(kanji.on, kanji.kun, kanji.nanori) if kanji else {}
    return alone.get(reading, NAME) == EXACT
