"""A compound → the words that it is put together from, as far as its reading shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kit.language.annotate import annotate_line
from kit.language.article import Analysis
from kit.language.lexicon.detail import headword_reading
from kit.language.lexicon.dictionary import Dictionary
from kit.language.lexicon.glossary import Glossary

SHORTEST = 2
"""Characters of the shortest part: a single character is an ending or a prefix (指導部, 再確認)."""

LONGEST = 40
"""Characters of the longest compound that is taken apart."""

_HIRAGANA = re.compile("[ぁ-ゖ]")
_ONE_WORD = re.compile("[ァ-ヺー]{2}|[A-Za-z0-9]{2}")


def parts(
    compound: str, reading: str, dictionary: Dictionary, glossary: Glossary
) -> tuple[Analysis, ...]:
    """The words of a compound such as 外相会合: 外相 and 会合.

    A part that JMdict has stays whole (安全保障); one that only the glossary has is taken apart in
    its turn.

    Args:
        compound: a headword.
        reading: how it is read, in hiragana; the parts' readings join to it.
        dictionary, glossary: those that it was annotated with.

    Returns:
        Two parts or more, in order, or the one that a suffix makes another of; none where it is no
        compound of words that are known.
    """
    if len(compound) > LONGEST or _HIRAGANA.search(compound):
        return ()
    stem = compound[:-1]
    if compound not in dictionary and compound not in glossary and len(stem) >= SHORTEST:
        made = _alone(stem, glossary) if stem in dictionary or stem in glossary else None
        if made is not None and made.kind == "word":
            return (made,)  # 水産 of 水産課
    for cut in _cuts(compound):
        halves = compound[:cut], compound[cut:]
        if not all(half in dictionary or half in glossary for half in halves):
            continue
        first, second = (_alone(half, glossary) for half in halves)
        if first is None or second is None or second.kind == "name":
            continue
        read = [headword_reading(half, dictionary, glossary) for half in (first, second)]
        if "".join(read) == reading:
            return tuple(
                part
                for half, kana in zip((first, second), read, strict=True)
                for part in _taken_apart(half, kana, dictionary, glossary)
            )
    return ()


def _taken_apart(
    half: Analysis, reading: str, dictionary: Dictionary, glossary: Glossary
) -> tuple[Analysis, ...]:
    if half.headword in dictionary or half.kind == "name":
        return (half,)
    return parts(half.headword, reading, dictionary, glossary) or (half,)


def _cuts(compound: str) -> Iterator[int]:
    """Where a compound may be cut: not within a word in katakana or letters."""
    for cut in range(SHORTEST, len(compound) - SHORTEST + 1):
        if not _ONE_WORD.fullmatch(compound[cut - 1 : cut + 1]):
            yield cut


def _alone(text: str, glossary: Glossary) -> Analysis | None:
    """A text as one word or name that somebody explains; None where it is not."""
    words = list(annotate_line(text, "item", glossary).words)
    found = words[0].analysis
    explained = found.kind in ("word", "name") and found.glosses and not found.uncertain
    return found if len(words) == 1 and found.headword == text and explained else None
