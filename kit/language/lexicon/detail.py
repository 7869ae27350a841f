"""What the panel of a word shows beyond its annotation: looked up when it is shown, not before."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kit.language.article import Analysis
from kit.language.lexicon.dictionary import Dictionary, Entry, characters
from kit.language.lexicon.glossary import Glossary, Term
from kit.language.lexicon.identity import WordId
from kit.language.script.kana import hiragana, shared_start

MOST_SENSES = 4
MOST_OTHERS = 4
MOST_MEANINGS = 4


class Other(NamedTuple):
    """Another entry that is spelled so: its reading, and its first sense."""

    reading: str
    gloss: str


class Detail(NamedTuple):
    """A word's dictionary side.

    reading: of the headword, in hiragana.
    senses: in English, the one that fits here first.
    official: the official English name. role: what a name names, such as `person`.
    others: other entries that it could be.
    """

    reading: str
    senses: tuple[str, ...]
    official: str = ""
    role: str = ""
    others: tuple[Other, ...] = ()


class Character(NamedTuple):
    """A kanji: its on readings (katakana), kun readings, meanings, and school grade or None."""

    on: tuple[str, ...]
    kun: tuple[str, ...]
    meanings: tuple[str, ...]
    grade: int | None


def detail(word: Analysis, dictionary: Dictionary, glossary: Glossary) -> Detail:
    """What is known of a word's headword.

    Args:
        word: as annotation gave it.
        dictionary, glossary: those that it was annotated with.
    """
    term = _term(word, glossary)
    entries = dictionary.entries(word.headword)
    own = next((entry for entry in entries if entry.id == word.entry), None)
    senses = list(word.glosses)
    if own is not None and term is not None:
        senses += ["; ".join(sense.glosses) for sense in own.senses]
    role = ""
    if word.kind == "name":
        role = term.category if term else _name_types(word, dictionary)
    return Detail(
        reading=term.reading if term else _entry_reading(word, own),
        senses=tuple({sense.lower(): sense for sense in reversed(senses)}.values())[::-1][
            :MOST_SENSES
        ],
        official=term.official if term else "",
        role=role,
        others=tuple(_others(word, entries)),
    )


def kanji(text: str, dictionary: Dictionary) -> dict[str, Character]:
    """The kanji of a text that KANJIDIC2 has, each once, in its order."""
    found = {}
    for character in dict.fromkeys(characters(text)):
        if known := dictionary.kanji(character):
            meanings = dictionary.kanji_meanings(character)[:MOST_MEANINGS]
            found[character] = Character(known.on, known.kun, meanings, known.grade)
    return found


def word_id(word: Analysis, dictionary: Dictionary, glossary: Glossary) -> WordId:
    """What a word of a text is known by.

    Args:
        word: as annotation gave it.
        dictionary, glossary: those that it was annotated with.
    """
    return WordId(word.headword, headword_reading(word, dictionary, glossary))


def headword_reading(word: Analysis, dictionary: Dictionary, glossary: Glossary) -> str:
    """How a word's headword is read, in hiragana; empty where nobody knows."""
    term = _term(word, glossary)
    if term is not None:
        return term.reading
    if word.surface == word.headword or word.entry is None:
        return hiragana(word.reading)
    entries = dictionary.entries(word.headword)
    return _entry_reading(word, next((e for e in entries if e.id == word.entry), None))


def _term(word: Analysis, glossary: Glossary) -> Term | None:
    """The glossary's term that a word is."""
    return glossary.read_so(word.headword, word.reading) if word.source == "glossary" else None


def _entry_reading(word: Analysis, entry: Entry | None) -> str:
    if word.surface == word.headword or entry is None:
        return hiragana(word.reading)
    readings = list(map(hiragana, entry.readings_of(word.headword) or entry.readings))
    return max(readings, key=lambda reading: shared_start(reading, word.reading))


def _name_types(word: Analysis, dictionary: Dictionary) -> str:
    names = dictionary.names(word.headword)
    kinds = [kind for name in names[:1] for kind in name.types if kind != "unclass"]
    return ", ".join(kinds)


def _others(word: Analysis, entries: Iterable[Entry]) -> list[Other]:
    if word.kind == "grammar":
        return []
    found = []
    for entry in entries:
        written = word.headword in entry.spellings or entry.usually_kana or not entry.spellings
        if written and entry.id != word.entry and entry.senses:
            reading = next(iter(entry.readings_of(word.headword) or entry.readings), "")
            found.append(Other(hiragana(reading), "; ".join(entry.senses[0].glosses[:3])))
    return found[:MOST_OTHERS]
