"""Tables between kana: katakana to hiragana, and a sound to its voiced and its hard form."""

from __future__ import annotations

from itertools import takewhile

HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)} | {0x30FD: 0x309D, 0x30FE: 0x309E}
"""For `str.translate`: katakana → hiragana; ー stays."""

VOICED = dict(
    zip(
        "かきくけこさしすせそたちつてとはひふへほ",
        "がぎぐげござじずぜぞだぢづでどばびぶべぼ",
        strict=True,
    )
)
"""Rendaku: か → が, は → ば …"""

HARD = dict(zip("はひふへほばびぶべぼ", "ぱぴぷぺぽぱぴぷぺぽ", strict=True))
"""Handakuten: は → ぱ, and ば → ぱ."""


def hiragana(text: str) -> str:
    """Katakana as hiragana; everything else as it is."""
    return text.translate(HIRAGANA)


def shared_start(one: str, other: str) -> int:
    """How many characters two readings have in common from their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
