"""Which language a text is in, as far as its letters tell: Japanese, Chinese, or another."""

from __future__ import annotations

import re
from functools import cache

JAPANESE, CHINESE, OTHER = "Japanese", "Chinese", "other"
"""What a text may be in."""

LEAST = 0.3
"""The share of kana and kanji among the letters of a Japanese text, with names such as G20."""

SHORT = 12
"""Letters of a foreign name that may stand alone in a Japanese text, as a headline does."""

_KANA = re.compile("[ぁ-ゖァ-ヺｦ-ﾝ]")
_KANJI = re.compile("[一-鿿々㐀-䶿\U00020000-\U0003ffff]")
_LETTER = re.compile(r"[^\W\d_]")
_CHINESE_WORD = re.compile("[的是在了不也就都与與和对對将將还這这说說让讓及该該]")
_SENTENCE = re.compile("[。！？；，]")


def language(text: str) -> str | None:
    """What a line of text is in; None where it is too short to tell.

    A line without kana is Chinese where it is a sentence, where it has characters that Japanese
    does not, or where the little words of Chinese are in it; else it is a headline or a name.
    """
    kana, kanji = len(_KANA.findall(text)), len(_KANJI.findall(text))
    every = letters(text)
    if every < 2:
        return None
    if kana + kanji < LEAST * every:
        return OTHER if every > SHORT else None
    if kana > 0.1 * kanji:
        return JAPANESE
    foreign = sum(not _is_japanese(char) for char in set(_KANJI.findall(text)))
    words = len(_CHINESE_WORD.findall(text))
    if foreign >= 2 and foreign >= 0.03 * kanji:
        return CHINESE
    if not kana and kanji >= 8 and (_SENTENCE.search(text) or words >= max(2, 0.06 * kanji)):
        return CHINESE
    return JAPANESE if kana else None


def letters(text: str) -> int:
    """How many letters a text has, of any script."""
    return len(_LETTER.findall(text))


@cache
def _is_japanese(kanji: str) -> bool:
    """Whether the character sets of Japan have a character; they lack China's simplified ones."""
    try:
        kanji.encode("euc_jis_2004")
    except UnicodeEncodeError:
        return False
    return True
