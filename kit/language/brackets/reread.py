"""A word with another reading than the kit gave it: the entry that is read so, and its glosses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kit.language.article import Analysis
from kit.language.furigana.align import Piece, furigana
from kit.language.inflection.deinflect import deinflect, explain
from kit.language.lexicon.choose import senses
from kit.language.lexicon.dictionary import Dictionary, Entry, Name
from kit.language.lexicon.level import level
from kit.language.script.kana import hiragana
from kit.language.script.normal import normalise

_SURU = "noun + する"
_SURNAME = frozenset({"surname"})
_GIVEN = frozenset({"given", "masc", "fem"})


def is_free(word: Analysis) -> bool:
    """Whether a word may be read in any way: a name, or what no dictionary has."""
    return word.kind == "name" or (word.source == "none" and word.kind in {"word", "symbol"})


def reread(
    word: Analysis, reading: str, dictionary: Dictionary, *, foreign: bool = False
) -> Analysis:
    """A word as it is read in its text, surely.

    Args:
        word: as the kit found it.
        reading: of the whole surface, in hiragana.
        dictionary: where the entry is looked up that has this reading.
        foreign: whether it is how a name's own language says it, so that it is the same name.
    """
    sure = word._replace(
        reading=reading,
        alternatives=(),
        uncertain=False,
        furigana=pieces(word.surface, reading),
    )
    if reading == word.reading:
        return sure
    if word.kind == "name":
        same = word.source == "glossary" and (foreign or reading in word.alternatives)
        return sure if same else named(sure, dictionary)
    found = sorted(_entries(word, reading, dictionary), key=lambda one: one[0].id != word.entry)
    if not found:
        return sure
    entry, base, said = found[0]
    if entry.id == word.entry and base == word.lemma:
        return sure
    surface = normalise(word.surface).text
    return sure._replace(
        lemma=base,
        entry=entry.id,
        headword=base,
        glosses=tuple("; ".join(sense.glosses) for sense in senses(entry, base, said, entry.pos)),
        source="jmdict",
        inflection=explain(surface, base, entry.pos) or word.inflection,
        accent=None,
        level=level(entry, base, dictionary),
    )


def named(word: Analysis, dictionary: Dictionary) -> Analysis:
    """A name that is read so, with what JMnedict says of this reading, or nothing."""
    names = [
        name
        for name in dictionary.names(normalise(word.surface).text)
        if word.reading in map(hiragana, name.readings)
    ]
    if not names:
        return word._replace(entry=None, glosses=(), source="none")
    best = max(names, key=lambda name: name.id == word.entry)
    kept = word.glosses if best.id == word.entry else (_gloss(best),)
    return word._replace(entry=best.id, glosses=kept, source="jmnedict")


def _gloss(name: Name) -> str:
    latin = name.glosses[0].split(" (")[0].split(",")[0]
    if "person" in name.types:
        return f"{latin} (name)"
    kinds = ", ".join(kind for kind in name.types if kind != "unclass")
    return f"{latin} ({kinds})" if kinds else latin


def romanised(word: Analysis, dictionary: Dictionary) -> Analysis:
    """A whole name in Latin letters, where JMnedict has both its parts with these readings."""
    form = normalise(word.surface).text
    for cut in range(1, len(form)):
        for at in range(1, len(word.reading)):
            surname = _latin(form[:cut], word.reading[:at], _SURNAME, dictionary)
            given = surname and _latin(form[cut:], word.reading[at:], _GIVEN, dictionary)
            if given:
                return word._replace(glosses=(f"{surname} {given} (name)",))
    return word


def _latin(form: str, reading: str, types: frozenset[str], dictionary: Dictionary) -> str:
    for name in dictionary.names(form):
        if types & set(name.types) and reading in map(hiragana, name.readings):
            return name.glosses[0].split(" (")[0].split(",")[0]
    return ""


def _entries(
    word: Analysis, reading: str, dictionary: Dictionary
) -> Iterator[tuple[Entry, str, str]]:
    """The entries whose form the word is when it is read so, with base and its reading."""
    surface = normalise(word.surface).text
    if word.pos == _SURU:
        tail = surface.removeprefix(word.lemma)
        for entry in dictionary.entries(word.lemma):
            said = reading.removesuffix(tail)
            if said in map(hiragana, entry.readings_of(word.lemma)):
                yield entry, word.lemma, said
        return
    for found in deinflect(surface):
        for entry in dictionary.entries(found.base):
            if found.base not in entry.spellings:
                continue
            if found.classes and not found.classes & entry.pos:
                continue
            for read in map(hiragana, entry.readings_of(found.base)):
                if read == reading if not found.steps else _inflects(reading, read, entry):
                    yield entry, found.base, read


def _inflects(reading: str, base: str, entry: Entry) -> bool:
    return reading[:1] == base[:1] and explain(reading, base, entry.pos) is not None


def is_read(word: Analysis, reading: str, dictionary: Dictionary) -> bool:
    """Whether the dictionary has an entry for this word with this reading."""
    return next(_entries(word, reading, dictionary), None) is not None


def pieces(surface: str, reading: str) -> tuple[Piece, ...]:
    """The furigana of a word as it stands in a text that may not be in normal form."""
    normal = normalise(surface).text
    if len(normal) != len(surface):
        found = tuple(furigana(surface, reading))
        joined = "".join(piece for piece, _ in found)
        return found if joined == surface else ((surface, reading),)
    kept, at = [], 0
    for piece, ruby in furigana(normal, reading):
        kept.append((surface[at : at + len(piece)], ruby))
        at += len(piece)
    return tuple(kept)


def joined(found: Sequence[Piece]) -> tuple[Piece, ...]:
    """Furigana with neighbours that have no reading made one, and empty ones left out."""
    kept: list[Piece] = []
    for text, ruby in found:
        if ruby is None and kept and kept[-1][1] is None:
            kept[-1] = kept[-1][0] + text, None
        elif text:
            kept.append((text, ruby))
    return tuple(kept)
