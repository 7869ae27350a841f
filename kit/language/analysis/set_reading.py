"""Readings that a writer sets in one place: the words there take them, and what they then mean.

開いた that is set to ひらいた is 開く read ひらく, with the entry and the glosses of that verb.
Where no entry is read so, the reading alone is taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from kit.language.article import Analysis, Word
from kit.language.furigana.align import pieces
from kit.language.inflection.deinflect import deinflect, explain
from kit.language.lexicon.choose import senses
from kit.language.lexicon.dictionary import Dictionary, Entry
from kit.language.lexicon.glossary import Glossary, Term
from kit.language.lexicon.level import level
from kit.language.lexicon.senses import news
from kit.language.script.characters import is_kana
from kit.language.script.kana import hiragana, shared_start

Pieces = tuple[tuple[str, str | None], ...]

MOST_WAYS = 200
"""Ways in which a reading is shared out among words that are tried at most."""


class SetReading(NamedTuple):
    """A reading from `start` to `end` of a text, in hiragana: one in all, or one a character."""

    start: int
    end: int
    readings: tuple[str, ...]

    @property
    def reading(self) -> str:
        """The whole reading."""
        return "".join(self.readings)

    def over(self, text: str) -> Pieces:
        """The characters with their furigana.

        Args:
            text: that they stand in.
        """
        base = text[self.start : self.end]
        if len(self.readings) == len(base) > 1:
            return tuple(zip(base, self.readings, strict=True))
        return pieces(base, self.reading)


class Source(NamedTuple):
    """What words are read with."""

    dictionary: Dictionary
    glossary: Glossary


def read_as_set(
    text: str, start: int, words: Sequence[Word], settings: Sequence[SetReading], source: Source
) -> tuple[Word, ...]:
    """The words of a sentence, read as it is set.

    Args:
        text: the paragraph that offsets count in.
        start: where the sentence begins in it.
        words: the sentence's.
        settings: of the paragraph; one that the words can't take is left out.
        source: what the words were found with.
    """
    found = list(words)
    for setting in settings:
        if start <= setting.start and words and setting.end <= words[-1].end:
            found = _set(text, found, setting, source)
    return tuple(found)


def reading_over(words: Sequence[Word], start: int, end: int) -> str | None:
    """How the text is read from `start` to `end`; None where a reading goes over one of the two."""
    covering = [word for word in words if word.start < end and start < word.end]
    if not covering:
        return None
    begin = covering[0].start
    joined = tuple(chain.from_iterable(word.analysis.furigana for word in covering))
    return _over(joined, start - begin, end - begin)


def _set(text: str, words: list[Word], setting: SetReading, source: Source) -> list[Word]:
    covering = [
        at for at, word in enumerate(words) if word.start < setting.end and setting.start < word.end
    ]
    if not covering:
        return words
    first, last = covering[0], covering[-1]
    covered = words[first : last + 1]
    shared = _shared(text, covered, setting, source)
    taken = [
        Word(word.start, analysis)
        for word, part in zip(covered, shared, strict=False)
        if (analysis := _within(text, word, part, source)) is not None
    ]
    if len(taken) < len(covered):
        whole = (covered[0].start, covered[-1].end) == (setting.start, setting.end)
        if not whole or len(covered) < 2:
            return words
        taken = [Word(setting.start, _merged(text, covered, setting, source))]
    return [*words[:first], *taken, *words[last + 1 :]]


def _shared(
    text: str, words: Sequence[Word], setting: SetReading, source: Source
) -> list[SetReading]:
    """What each word takes of a reading; empty where it can't be shared out."""
    spans = [(max(setting.start, word.start), min(setting.end, word.end)) for word in words]
    if len(words) == 1:
        return [setting]
    if len(setting.readings) == setting.end - setting.start:
        at = setting.start
        return [SetReading(s, e, setting.readings[s - at : e - at]) for s, e in spans]
    ways = []
    if all((word.start, word.end) == span for word, span in zip(words, spans, strict=True)):
        options = [
            [word.analysis.reading, *(way.said for way in _ways(word.analysis, source))]
            for word in words
        ]
        ways = _adding_up(options, setting.reading)
    if not ways:
        joined = pieces(text[setting.start : setting.end], setting.reading)
        parts = [_over(joined, s - setting.start, e - setting.start) for s, e in spans]
        ways = [part for part in parts if part]
    if len(ways) < len(spans):
        return []
    return [SetReading(s, e, (way,)) for (s, e), way in zip(spans, ways, strict=True)]


def _adding_up(options: Sequence[Sequence[str]], whole: str) -> list[str]:
    """One of each word's readings, so that they join to the whole; empty where none do."""
    ways: list[list[str]] = [[]]
    for readings in options:
        ways = [
            [*way, reading]
            for way in ways
            for reading in dict.fromkeys(readings)
            if whole.startswith("".join(way) + reading)
        ][:MOST_WAYS]
    return next((way for way in ways if "".join(way) == whole), [])


def _within(text: str, word: Word, setting: SetReading, source: Source) -> Analysis | None:
    """A word with a reading that is set of it, or of a part of it; None where it can't be so."""
    start, end = setting.start - word.start, setting.end - word.start
    analysis = word.analysis
    known = [(analysis.reading, analysis.furigana)]
    known += [(way.said, pieces(analysis.surface, way.said)) for way in _ways(analysis, source)]
    if (start, end) == (0, len(analysis.surface)):
        return _reread(analysis, setting.reading, setting.over(text), source)
    for said, split in known:
        if _over(split, start, end) == setting.reading:
            return _reread(analysis, said, _put(split, start, end, setting.over(text)), source)
    if _over(analysis.furigana, start, end) is None:
        return None
    split = _put(analysis.furigana, start, end, setting.over(text))
    said = "".join(hiragana(piece if kana is None else kana) for piece, kana in split)
    return _reread(analysis, said, split, source)


def _reread(word: Analysis, reading: str, split: Pieces, source: Source) -> Analysis:
    """A word with another reading, and the entry and glosses that go with it."""
    word = word._replace(furigana=split, alternatives=(), uncertain=False)
    if reading == word.reading:
        return word
    before = word
    word = word._replace(reading=reading, accent=None)
    way = next((way for way in _ways(before, source) if way.said == reading), None)
    if way is None:
        if word.source == "jmnedict":
            return word._replace(glosses=_of_name(word.headword, reading, source.dictionary))
        return word
    if isinstance(way.found, Term):
        entry = _entry(way.form, way.reading, source.dictionary)
        glosses: tuple[str, ...] = ("; ".join(way.found.glosses),)
        return word._replace(
            headword=way.form,
            glosses=glosses,
            source="glossary",
            entry=entry.id if entry else None,
        )
    steps = word.inflection
    if way.form != word.lemma:
        steps = explain(word.surface, way.form, way.found.pos) or ()
    return word._replace(
        lemma=way.form,
        headword=way.form,
        glosses=_glosses(way.found, way.form, way.reading),
        source="jmdict",
        entry=way.found.id,
        inflection=steps,
        level=level(way.found, way.form, source.dictionary),
    )


class _Way(NamedTuple):
    """How a word may be read as it stands; its dictionary form, how that is read, what has it."""

    said: str
    form: str
    reading: str
    found: Term | Entry


def _ways(word: Analysis, source: Source) -> Iterator[_Way]:
    """How a word may be read as it stands: by the glossary, by its entries, as another verb's."""
    for term in source.glossary.all(word.headword):
        if not term.full:
            for base in (term.reading, *term.alternatives):
                if (said := _as_it_stands(word, word.lemma, base)) is not None:
                    yield _Way(said, term.word, base, term)
    forms = [(word.lemma, frozenset[str]())]
    forms += [(base, classes) for base, classes, steps in deinflect(word.surface) if steps]
    for form, classes in dict.fromkeys(forms):
        for entry in source.dictionary.entries(form):
            if form in entry.spellings and (not classes or classes & entry.pos):
                for base in map(hiragana, entry.readings_of(form)):
                    if (said := _as_it_stands(word, form, base)) is not None:
                        yield _Way(said, form, base, entry)


def _as_it_stands(word: Analysis, form: str, base: str) -> str | None:
    """The reading of an inflected form, given that of its dictionary form."""
    same = shared_start(word.surface, form)
    ending = hiragana(form[same:])
    if not base.endswith(ending) or (ending and not is_kana(ending)):
        return None
    rest = _over(word.furigana, same, len(word.surface))
    if rest is None:
        rest = hiragana(word.surface[same:])
        if rest and not is_kana(rest):
            return None
    return base[: len(base) - len(ending)] + rest


def _entry(form: str, reading: str, dictionary: Dictionary) -> Entry | None:
    entries = dictionary.entries(form)
    return next((e for e in entries if reading in map(hiragana, e.readings_of(form))), None)


def _glosses(entry: Entry, base: str, reading: str) -> tuple[str, ...]:
    """What an entry means, what news has in mind first, whatever stands around it."""
    found = tuple("; ".join(s.glosses) for s in senses(entry, base, reading, frozenset()))
    first = news().choice(base, frozenset(), (), 0, 0).meaning(reading)
    return found if first is None else (first, *(gloss for gloss in found if gloss != first))


def _of_name(form: str, reading: str, dictionary: Dictionary) -> tuple[str, ...]:
    named = (n for n in dictionary.names(form) if reading in map(hiragana, n.readings))
    return next((("; ".join(name.glosses),) for name in named), ())


def _merged(text: str, words: Sequence[Word], setting: SetReading, source: Source) -> Analysis:
    """One word of several whose readings don't add up to what is set."""
    base = text[setting.start : setting.end]
    last = words[-1].analysis
    entry = _entry(base, setting.reading, source.dictionary)
    parts = [word.analysis.glosses[0] for word in words if word.analysis.glosses]
    glosses = (" + ".join(part.split("; ")[0] for part in parts),) if parts else ()
    return last._replace(
        surface=base,
        lemma=base,
        reading=setting.reading,
        alternatives=(),
        uncertain=False,
        furigana=setting.over(text),
        entry=entry.id if entry else None,
        headword=base,
        glosses=_glosses(entry, base, setting.reading) if entry else glosses,
        source="jmdict" if entry else "none",
        inflection=(),
        accent=None,
        level=level(entry, base, source.dictionary),
    )


def _over(split: Pieces, start: int, end: int) -> str | None:
    """What pieces from `start` to `end` are read; None where one goes over one of the two."""
    said, at, edges = "", 0, set()
    for piece, kana in split:
        edges.add(at)
        stop = at + len(piece)
        if kana is None:  # kana and signs can be parted anywhere
            edges.update(range(at, stop))
            said += hiragana(piece[max(0, start - at) : max(0, end - at)])
        elif start <= at and stop <= end:
            said += kana
        at = stop
    return said if {start, end} <= edges | {at} else None


def _put(split: Pieces, start: int, end: int, other: Pieces) -> Pieces:
    """The pieces with others from `start` to `end`."""
    before: list[tuple[str, str | None]] = []
    after: list[tuple[str, str | None]] = []
    at = 0
    for piece, kana in split:
        stop = at + len(piece)
        if at < start:
            before.append((piece[: start - at], kana))
        if stop > end:
            after.append((piece[max(0, end - at) :], kana))
        at = stop
    return (*before, *other, *after)
