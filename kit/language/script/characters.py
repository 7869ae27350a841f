"""Classes of characters: kana, kanji, letters and digits, as regular expressions have them."""

from __future__ import annotations

import re

HIRAGANA = "ぁ-ゖ"
KATAKANA = "ァ-ヺ"
KANJI = "㐀-䶿一-鿿豈-﫿\U00020000-\U0003fffd々〆ヶ"
"""For a bracket expression: unified and compatibility ideographs, and the signs used like them."""

_KANA = re.compile(f"[{HIRAGANA}{KATAKANA}ー・]+")
_HIRAGANA = re.compile(f"[{HIRAGANA}ー]+")
_KATAKANA = re.compile(f"[{KATAKANA}ー]+")
_KANJI = re.compile(f"[{KANJI}]+")


def is_kana(text: str) -> bool:
    """Whether a text is kana all through, with ー and ・; an empty one isn't."""
    return _KANA.fullmatch(text) is not None


def is_hiragana(text: str) -> bool:
    """Whether a text is hiragana all through, with ー; an empty one isn't."""
    return _HIRAGANA.fullmatch(text) is not None


def is_katakana(text: str) -> bool:
    """Whether a text is katakana all through, with ー; an empty one isn't."""
    return _KATAKANA.fullmatch(text) is not None


def is_kanji(text: str) -> bool:
    """Whether a text is kanji all through, with 々, 〆 and ヶ; an empty one isn't."""
    return _KANJI.fullmatch(text) is not None
