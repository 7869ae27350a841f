"""What it is worth to teach a word: how often the article has it, how rare it is elsewhere.

Frequencies are bands of general use (wordfreq) and of newspapers (JMdict's nf). Neither says what
a student knows: no level of any examination is meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import log2

from kit.language.article import Analysis
from kit.language.lexicon.dictionary import BAND
from kit.language.lexicon.senses import news

AGAIN = 1.0
"""What each doubling of a word's count adds, as a share of what it is worth once."""

NEWS = 0.3
"""What each doubling of its frequency in newspapers, over that in general, adds."""

TERM = 1.0
"""What a place in the glossary of politics adds."""

LOAN = 0.5
"""The share that is left of a word in katakana: English explains most of them."""

UNLISTED, PHRASE = 25, 16
"""The bands of a word that nobody has counted, and of a phrase or an adjective in 的."""

RAREST = 32
"""The band from which on a word is rare everywhere, and no more use for being rarer."""

MORE_IN_NEWS = 4
"""How many times its rank in newspapers the rank of a word of news is in general, roughly."""

NEWSPAPER_BAND = 500
"""Words in a band of JMdict's newspaper count."""

_KANJI = re.compile("[々\u3400-\u9fff\uf900-\ufaff]")
_KANA = re.compile("[ぁ-ゖァ-ヺー・]+")
_KATAKANA = re.compile("[ァ-ヺー・]+")
_NATIVE = re.compile("[々\u3400-\u9fff][ぁ-ゖ]+")
_PHRASE = re.compile("[ぁ-ゖ].*[々\u3400-\u9fffぁ-ゖ]|的$")


def everyday(word: Analysis) -> bool:
    """Whether every student of intermediate level knows a word, as far as its form can tell.

    So the thousand most frequent words, unless their kanji are of the higher grades; short or
    frequent words of kana; frequent words of easy kanji, unless news has a sense of its own for
    them (開く: to hold a meeting) or they are terms of politics.
    """
    band, grade = word.level.frequency or UNLISTED, word.level.grade
    if _KANA.fullmatch(word.headword) and not _KATAKANA.fullmatch(word.headword):
        return band <= 5 or len(word.headword) < 3
    if grade is None:
        return band <= 1 and not _KANJI.search(word.headword)
    if word.source == "glossary":
        return False
    if band <= 1 and grade <= 4:
        return True
    if word.pos == "adverb" or has_news_sense(word):
        return False
    in_news = _in_news(word)
    if in_news is not None and band >= MORE_IN_NEWS * in_news:
        return False
    native = _NATIVE.fullmatch(word.headword) is not None
    if grade <= 3 and native:
        return band <= 12  # inflected forms are counted apart, so that verbs seem rarer
    return band <= 5 and (grade <= 2 or (grade <= 4 and native))


def _in_news(word: Analysis) -> float | None:
    """The rank of a word in newspapers, in bands as large as those of its frequency."""
    newspaper = word.level.newspaper
    return None if newspaper is None else newspaper * NEWSPAPER_BAND / BAND


def has_news_sense(word: Analysis) -> bool:
    """Whether news has another sense in mind than the one that the dictionary has first."""
    if word.source != "news" or len(word.glosses) < 2:
        return False
    ours, dictionary = word.glosses[:2]
    return ours.split("; ")[0].split(" (")[0] not in dictionary


def is_checked(word: Analysis) -> bool:
    """Whether a reader has found the word's first sense right for news."""
    return word.headword in news().checked


def worth(word: Analysis, count: int, parts: Sequence[Analysis] = ()) -> float:
    """What it is worth to teach a word; only compared to that of others it means anything.

    Args:
        word: as annotation gave it.
        count: how often the article has it, in compounds too.
        parts: the words in it, where it is a compound.
    """
    return _rarity(word, parts) * (1 + AGAIN * log2(count))


def _rarity(word: Analysis, parts: Sequence[Analysis]) -> float:
    band, in_news = word.level.frequency, _in_news(word)
    term = TERM * (word.source == "glossary")
    if band is None and parts:
        return max(_rarity(part, ()) for part in parts)
    if band is None and in_news is not None:
        rank = in_news * MORE_IN_NEWS
    elif band is None:
        rank = PHRASE if _PHRASE.search(word.headword) else UNLISTED
    else:
        rank = band
    rarity = log2(1 + min(rank, RAREST))
    if in_news is not None and in_news < rank:
        rarity += NEWS * log2(rank / in_news)
    return term + rarity * (LOAN if _KATAKANA.fullmatch(word.headword) else 1)
