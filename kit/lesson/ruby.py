"""Furigana as HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from itertools import groupby

KANJI = re.compile("[㐀-䶿一-鿿豈-﫿々〆ヶ\U00020000-\U0003134f]")
"""What furigana stand over."""


def over_kanji(pieces: Iterable[tuple[str, str | None]]) -> list[tuple[str, str | None]]:
    """Furigana as a newspaper sets it: over kanji, not over letters and digits alone."""
    return [(base, kana if KANJI.search(base) else None) for base, kana in pieces]


def spoken(pieces: Iterable[tuple[str, str | None]]) -> str:
    """How a word is read, its katakana as they stand: みなみアフリカ."""
    return "".join(kana or base for base, kana in pieces)


def ruby(pieces: Iterable[tuple[str, str | None]]) -> str:
    """A word with furigana as HTML; where ruby is not shown, it reads 内閣（ないかく）.

    Neighbouring kanji share one ruby, so that brackets do not cut a word into its kanji.
    """
    html = []
    for read, group in groupby(over_kanji(pieces), key=lambda piece: piece[1] is not None):
        bases, readings = zip(*group, strict=True)
        base = escape("".join(bases))
        kana = escape("".join(filter(None, readings)))
        html.append(f"<ruby>{base}<rp>（</rp><rt>{kana}</rt><rp>）</rp></ruby>" if read else base)
    return "".join(html)
