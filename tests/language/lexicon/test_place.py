"""Words of several readings or senses, each in a sentence that settles which one is meant.

`heteronyms.tsv`: a sentence with the word between bars, and its reading there. `senses.tsv`: the
same, with a regular expression that the first gloss matches in lower case.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from pathlib import Path

from kit import annotate
from kit.language.article import Word
from kit.language.script.kana import hiragana

HERE = Path(__file__).parent


def rows(name: str) -> list[tuple[str, str, str, str]]:
    """Before, word, after and what is expected, of each row of a table here."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        _, *table = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
    cut = [(sentence.split("|"), expected) for sentence, expected in table]
    return [(before, word, after, expected) for (before, word, after), expected in cut]


def reading_of(words: Iterable[Word], start: int, end: int) -> str:
    """The reading of a stretch, also when it is a part of a word."""
    read = ""
    for word in words:
        if start <= word.start and word.end <= end:
            read += word.reading or word.surface
            continue
        at = word.start
        for base, ruby in word.furigana:
            if at < end and at + len(base) > start:
                read += base[max(0, start - at) : end - at] if ruby is None else ruby
            at += len(base)
    return hiragana(read)


def test_the_place_settles_the_reading() -> None:
    wrong = []
    for before, word, after, reading in rows("heteronyms.tsv"):
        text = before + word + after
        got = reading_of(annotate(text).words, len(before), len(before + word))
        if got != reading:
            wrong.append(f"{before}|{word}|{after}: {got}, not {reading}")
    assert not wrong, "\n".join(wrong)


def test_the_place_settles_the_sense() -> None:
    wrong = []
    for before, word, after, gloss in rows("senses.tsv"):
        start, end = len(before), len(before + word)
        words = annotate(before + word + after).words
        found = next((w for w in words if w.start <= start and w.end >= end), None)
        first = found.glosses[0].lower() if found and found.glosses else ""
        if not re.search(gloss, first):
            wrong.append(f"{before}|{word}|{after}: {first!r} without {gloss!r}")
    assert not wrong, "\n".join(wrong)
