"""How common a word is, and what school teaches of it: facts and estimates, named as such."""

from __future__ import annotations

from kit.language.article import Level
from kit.language.lexicon.dictionary import LAST_GRADE, Dictionary, Entry, characters

UNKNOWN = Level(None, None, None)


def level(entry: Entry | None, headword: str, dictionary: Dictionary) -> Level:
    """The level of a word: its entry's bands, and the grade of its headword's kanji."""
    grades = [dictionary.grade(character) for character in characters(headword)]
    taught = [grade for grade in grades if grade is not None and grade <= LAST_GRADE]
    grade = max(taught) if taught and len(taught) == len(grades) else None
    if entry is None:
        return Level(None, None, grade)
    return Level(entry.frequency, entry.newspaper, grade)
