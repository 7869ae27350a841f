"""Abbreviations that a text explains itself: 新人民戦線（NFP）, 日本銀行（以下、日銀）.

What stands in brackets right after a name takes that name's meaning, there and in what follows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kit.language.article import Analysis, Word

OPENING = frozenset("（(「『")
CLOSING = frozenset("）)」』")
MOST_WORDS = 5
"""Words of a name that are read as one before its abbreviation."""

_SHORT = re.compile("[A-Z][A-Za-z0-9&.-]{1,9}|[ァ-ヺー一-鿿]{1,8}")
_HEREAFTER = frozenset({"以下", "以下、", "略称", "略称、", "通称", "通称、"})


def explained(words: Sequence[Word], known: dict[str, Analysis]) -> tuple[Word, ...]:
    """The words with each abbreviation that the text explains as what it stands for.

    Args:
        words: of a sentence.
        known: the abbreviations of the text so far; those of this sentence are added.
    """
    for at, word in enumerate(words):
        if word.analysis.surface in OPENING and at:
            _learn(words, at, known)
    if not known:
        return tuple(words)
    return tuple(
        word._replace(analysis=known[word.analysis.surface])
        if word.analysis.surface in known and not word.analysis.glosses
        else word
        for word in words
    )


def _learn(words: Sequence[Word], at: int, known: dict[str, Analysis]) -> None:
    close = next(
        (k for k in range(at + 1, min(len(words), at + 6)) if words[k].analysis.surface in CLOSING),
        None,
    )
    if close is None:
        return
    inside = [word.analysis for word in words[at + 1 : close]]
    while inside and (inside[0].surface in _HEREAFTER or inside[0].kind == "symbol"):
        del inside[0]
    if len(inside) != 1 or inside[0].glosses or _SHORT.fullmatch(inside[0].lemma) is None:
        return
    name = _before(words, at)
    if name:
        known[inside[0].surface] = inside[0]._replace(glosses=(name,), kind="name", pos="name")


def _before(words: Sequence[Word], at: int) -> str:
    """What the name before a bracket means; empty where there is none."""
    parts: list[Analysis] = []
    for word in reversed(words[max(0, at - MOST_WORDS) : at]):
        if word.analysis.kind not in {"word", "name"} or word.analysis.inflection:
            break
        parts.insert(0, word.analysis)
    if not parts or not any(part.glosses for part in parts):
        return ""
    surface = "".join(part.surface for part in parts)
    meant = [part.glosses[0].split("; ")[0] for part in parts if part.glosses]
    return f"{' + '.join(meant)} (short for {surface})"
