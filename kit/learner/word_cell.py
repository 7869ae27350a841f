"""The word and its reading that a line, a cell or a flashcard holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from kit.language.script.normal import normalise
from kit.learner.card_text import plain, without_furigana
from kit.learner.headword import is_japanese, kana

WORDS = (
    "word targetword vocabularykanji vocabkanji vocab vocabulary headword expression term kanji"
    " front 単語 語 語彙 見出し語 表現 漢字 表面"
).split()
"""What the column or field of the word may be called, the surest first; see `name`."""

READINGS = (
    "reading wordreading expressionreading vocabularykana vocabkana vocabreading"
    " vocabularyreading kana hiragana furigana wordfurigana vocabfurigana vocabularyfurigana"
    " expressionfurigana 読み 読み方 よみ よみかた 読みがな 読み仮名 ふりがな かな 仮名"
).split()
"""What the column or field of the reading may be called, the surest first."""

_NO_NAME = re.compile(r"[\W_]+")
_BRACKETS = re.compile(r"([^（(【\s,，、;；]+)\s*[（(【]([^）)】]*)[）)】]")
_SEPARATORS = re.compile(r"[\s,，、;；]+")


class KnownWord(NamedTuple):
    """A word that is known, as a file has it.

    word: in any spelling; it may be no word at all.
    reading: as the file has it; empty where it has none.
    interval: the days between its reviews; None where the word is known for good.
    last: when it was last reviewed, in UTC; None where nobody says.
    line: where it stands, counted from 1; of an Anki collection the number of the note.
    """

    word: str
    reading: str
    interval: float | None
    last: datetime | None
    line: int


class KnownWords(NamedTuple):
    """What a file has: its kind, its words, and how many more there are that were never studied."""

    kind: str
    words: tuple[KnownWord, ...]
    unstudied: int = 0


def told(cell: str) -> tuple[str, str]:
    """The word in a cell or a line, and its reading where that stands beside it."""
    text = plain(cell)
    word, reading = without_furigana(text)
    if word != text:
        return word.strip(), reading
    if found := _BRACKETS.match(text):
        return found[1], found[2] if kana(found[2]) else ""
    parts = [part.strip('"') for part in _SEPARATORS.split(text) if part.strip('"')]
    if not parts:
        return "", ""
    return parts[0], parts[1] if len(parts) > 1 and kana(parts[1]) else ""


def chosen(names: Sequence[str], cells: Sequence[str]) -> tuple[str, str]:
    """The word and the reading of a note, as its fields show them.

    Args:
        names: what its fields are called; fewer where nobody knows.
        cells: what is in them.

    Returns:
        The word from the first field of WORDS that is in Japanese, else from the first field that
        is; empty where none is. The reading from its brackets, from the first field of READINGS in
        kana, or, where no field has a name, from the next one.
    """
    by_name = {name(called): cell for called, cell in zip(names, cells, strict=False)}
    named = [by_name[word] for word in WORDS if word in by_name]
    cell = next((cell for cell in (*named, *cells) if is_japanese(plain(cell))), "")
    word, reading = told(cell)
    if reading or not word:
        return word, reading
    beside = [by_name[said] for said in READINGS if said in by_name]
    if not names:
        beside = list(cells[cells.index(cell) + 1 :][:1])
    readings = (without_furigana(plain(cell)) for cell in beside)
    return word, next((said for text, read in readings if kana(said := read or text)), "")


def name(called: str) -> str:
    """A column's or field's name in small letters, without what is no letter or digit."""
    return _NO_NAME.sub("", normalise(called).text.lower())
