"""A text → its words, each with reading, entry, glosses and what else is known of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from weakref import WeakKeyDictionary

from kit.language.analysis.bracketed import Bracketed, bracketed, read_as, without
from kit.language.analysis.describe import Analyser, blank
from kit.language.article import Analysis, Article, Paragraph, Sentence, Word
from kit.language.furigana.align import furigana
from kit.language.lexicon import dictionary, glossary
from kit.language.lexicon.glossary import Glossary
from kit.language.script.normal import normalise
from kit.language.script.sentences import lines, sentences

_analysers: WeakKeyDictionary[Glossary, Analyser] = WeakKeyDictionary()


def annotate(text: str, glossary: Glossary | None = None) -> Article:
    """Annotate a plain text, a paragraph a line.

    Args:
        text: any text; blank lines part nothing and are left out.
        glossary: words that win over every dictionary; the packaged politics and names if None.

    Returns:
        The article. The surfaces of a paragraph's words, joined, are the paragraph's text.

    Raises:
        InputError: there is no dictionary, or a broken one.
    """
    return Article(tuple(annotate_line(line, kind, glossary) for line, kind in lines(text)))


def annotate_line(line: str, kind: str, terms: Glossary | None = None) -> Paragraph:
    """Annotate one line of text as a paragraph of the given kind; see `annotate`."""
    analyser = _analyser(glossary.packaged() if terms is None else terms)
    return Paragraph(
        line,
        kind,
        tuple(
            Sentence(line[start:end], start, _words(line[start:end], start, analyser))
            for start, end in sentences(line)
        ),
    )


def _analyser(terms: Glossary) -> Analyser:
    found = _analysers.get(terms)
    words = dictionary.default()
    if found is None or found.dictionary is not words:
        found = _analysers[terms] = Analyser(words, terms)
    return found


def _words(text: str, start: int, analyser: Analyser) -> tuple[Word, ...]:
    readings = bracketed(text)
    while readings:
        words = _analysed(without(text, readings), 0, analyser)
        told = _told(words, readings)
        kept = [reading for reading in readings if reading in told]
        if kept == readings:
            return _with_readings(text, start, words, told)
        readings = kept
    return _analysed(text, start, analyser)


def _told(
    words: Sequence[Word], readings: Sequence[Bracketed]
) -> dict[Bracketed, tuple[int, Analysis]]:
    """The readings that words can have: the index of each one's word, and the word read so."""
    ends = {word.end: index for index, word in enumerate(words)}
    found = {}
    removed = 0
    for reading in readings:
        index = ends.get(reading.start - removed)
        removed += reading.end - reading.start
        if index is None:  # it stands inside a word
            continue
        last = words[index].analysis
        several = _several(words[: index + 1], reading.reading)
        said = last if several else read_as(last, reading.reading)
        if said is not None:
            found[reading] = index, said
    return found


def _several(words: Sequence[Word], reading: str) -> bool:
    """Whether the last of these words together are read so."""
    joined = ""
    for word in reversed(words):
        joined = word.analysis.reading + joined
        if len(joined) >= len(reading):
            break
    return joined == reading


def _with_readings(
    text: str,
    start: int,
    words: Sequence[Word],
    told: Mapping[Bracketed, tuple[int, Analysis]],
) -> tuple[Word, ...]:
    after = {index: (reading, said) for reading, (index, said) in told.items()}
    placed = []
    shift = start
    for index, word in enumerate(words):
        reading, analysis = after.get(index, (None, word.analysis))
        placed.append(Word(word.start + shift, analysis))
        if reading is not None:
            placed.append(Word(start + reading.start, blank(text[reading.start : reading.end])))
            shift += reading.end - reading.start
    return tuple(placed)


def _analysed(text: str, start: int, analyser: Analyser) -> tuple[Word, ...]:
    normal = normalise(text)
    placed = analyser.tag(normal.text)
    words: list[Word] = []
    position = 0
    offsets = normal.offsets
    for span, analysis in analyser.analyse(normal.text, placed):
        begin = placed[span.start][0]
        last, unit = placed[span.end - 1]
        end = last + len(unit.surface)
        if offsets is not None:
            begin, end = offsets[begin], offsets[end]
        if text[begin:end] != analysis.surface:
            analysis = _respelled(analysis, text[begin:end])
        if begin > position:
            words.append(Word(start + position, blank(text[position:begin])))
        words.append(Word(start + begin, analysis))
        position = end
    if position < len(text):
        words.append(Word(start + position, blank(text[position:])))
    return tuple(words)


@lru_cache(maxsize=4096)
def _respelled(analysis: Analysis, surface: str) -> Analysis:
    """The same word as it stands in a text that isn't in the tagger's normal form."""
    if len(surface) == len(analysis.surface):
        pieces, at = [], 0
        for piece, ruby in analysis.furigana:
            pieces.append((surface[at : at + len(piece)], ruby))
            at += len(piece)
        return analysis._replace(surface=surface, furigana=tuple(pieces))
    pieces = furigana(surface, analysis.reading) if analysis.reading else [(surface, None)]
    if "".join(piece for piece, _ in pieces) != surface:
        pieces = [(surface, analysis.reading or None)]
    return analysis._replace(surface=surface, furigana=tuple(pieces))
