"""Which ids are one word: its spellings, and what a word was called before.

分かる, わかる and 解る are one entry of the dictionary, and so is what a student knows of them.
Events keep the ids that they were written with; whoever reads them asks here what they mean now.
"""

from __future__ import annotations

import csv
from functools import cache, lru_cache
from pathlib import Path

from kit.errors import InputError
from kit.language.lexicon import dictionary
from kit.language.lexicon.dictionary import Dictionary, Entry
from kit.language.lexicon.identity import WordId
from kit.language.script.characters import is_kana
from kit.language.script.kana import hiragana

FILE = Path(__file__).with_name("renamed.csv")
"""Ids that words had, and those that they have now: 感ずる/かんずる is 感じる/かんじる."""

MOST_KEPT = 60_000


@cache
def renamed() -> dict[str, str]:
    """Old ids → those of now."""
    with FILE.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        next(rows)
        return {row[0]: row[1] for row in rows}


def present(word: str) -> str:
    """The id that a word has now, whatever it was called when it was kept."""
    return renamed().get(word, word)


def key(word: str) -> str:
    """What is the same for all ids of one word: that of its usual spelling, read as it is.

    Args:
        word: its id. That of a word that no dictionary has, or that may be several, is its own key.
    """
    try:
        return _key(word, dictionary.default())
    except InputError:  # without a dictionary, what is spelled otherwise is another word
        return present(word)


def spellings(found: Entry | None, headword: str) -> frozenset[str]:
    """How else lists may write a word: all spellings of its entry, kana where they are usual.

    Args:
        found: its entry.
        headword: as it is written here.
    """
    if found is None:
        return frozenset({headword})
    kana = found.readings if found.usually_kana or not found.spellings else ()
    return frozenset({headword, *found.spellings, *kana})


@lru_cache(maxsize=MOST_KEPT)
def _key(word: str, words: Dictionary) -> str:
    now = present(word)
    headword, reading = WordId.parse(now)
    found = entry(headword, reading, words)
    if found is None:
        return now
    return WordId(found.spellings[0] if found.spellings else reading, reading).text


def entry(headword: str, reading: str, words: Dictionary) -> Entry | None:
    """The entry of a headword that is read so; None where there is none, or several in kana."""
    read = [e for e in words.entries(headword) if reading in _readings(e, headword)]
    if not is_kana(headword):
        return max(read, key=lambda e: _score(e, headword), default=None)
    usual = [e for e in read if e.usually_kana or not e.spellings]
    if not usual:
        return read[0] if len(read) == 1 else None
    return max(usual, key=lambda e: _score(e, headword))


def _readings(found: Entry, headword: str) -> set[str]:
    if headword in found.spellings:
        return set(map(hiragana, found.readings_of(headword)))
    return {hiragana(headword)} if headword in found.readings else set()


def _score(found: Entry, headword: str) -> tuple[float, float]:
    """How usual a form of an entry is, and the entry itself."""
    forms = (*found.spelling_forms, *found.reading_forms)
    here = max(form.score for form in forms if form.text == headword)
    return here, max(form.score for form in forms)
