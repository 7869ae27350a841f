"""A text → its words, each with reading, entry, glosses and what else is known of it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from weakref import WeakKeyDictionary

from kit.language.analysis.abbreviation import explained
from kit.language.analysis.describe import Analyser, blank
from kit.language.analysis.mentions import Mentions, Named
from kit.language.analysis.name_edges import before_reading, person
from kit.language.analysis.names import UNKNOWN_PERSON
from kit.language.analysis.set_reading import SetReading, Source, read_as_set
from kit.language.article import Analysis, Article, Paragraph, Sentence, Word
from kit.language.brackets.bracketed import Bracketed, bracketed, cuts, without
from kit.language.brackets.told import told
from kit.language.furigana.align import furigana
from kit.language.lexicon import dictionary, glossary
from kit.language.lexicon.glossary import Glossary
from kit.language.script.normal import normalise
from kit.language.script.sentences import lines, sentences

Settings = Callable[[str], Sequence[SetReading]]
"""What gives the readings that are set in a line, in its order."""

AHEAD = 40
"""Lines that are looked at for names before one is annotated."""

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
    return Article(tuple(annotate_lines(lines(text), glossary)))


def annotate_lines(
    text: Iterable[tuple[str, str]],
    terms: Glossary | None = None,
    names: Iterable[str] = (),
    settings: Settings | None = None,
) -> Iterator[Paragraph]:
    """Annotate the lines of one text, a paragraph each; see `annotate`.

    A name that a line gives in full is known in the lines after it, and in those up to AHEAD lines
    before it, since headlines and leads come before the sentence that introduces somebody.

    Args:
        text: lines, each with its kind.
        terms: the glossary; the packaged one if None.
        names: whole names that what belongs to the text gives elsewhere.
        settings: what gives the readings that are set in a line; None where there are none.
    """
    analyser = _analyser(glossary.packaged() if terms is None else terms)
    mentions = Mentions(analyser.glossary)
    mentions.meet(names)
    waiting: deque[tuple[str, str]] = deque()
    for line, kind in text:
        normal = normalise(line).text
        mentions.meet(analyser.names(normal))
        mentions.meet_ahead(analyser.in_office(normal))
        waiting.append((line, kind))
        if len(waiting) > AHEAD:
            yield _paragraph(*waiting.popleft(), analyser, mentions, settings)
    while waiting:
        yield _paragraph(*waiting.popleft(), analyser, mentions, settings)


def whole_names(text: Iterable[str], terms: Glossary | None = None) -> tuple[str, ...]:
    """The glossary's persons whom a text names in full, each once, in its order."""
    analyser = _analyser(glossary.packaged() if terms is None else terms)
    found = (name for line in text for name in analyser.names(normalise(line).text))
    return tuple(dict.fromkeys(found))


def annotate_line(
    line: str, kind: str, terms: Glossary | None = None, settings: Settings | None = None
) -> Paragraph:
    """Annotate one line, which is the whole text, as a paragraph of the given kind."""
    return next(annotate_lines([(line, kind)], terms, settings=settings))


def _paragraph(
    line: str, kind: str, analyser: Analyser, mentions: Mentions, settings: Settings | None
) -> Paragraph:
    found = []
    set_here = settings(line) if settings else ()
    for start, end in sentences(line):
        words = _words(line[start:end], start, analyser, mentions)
        if set_here:
            source = Source(analyser.dictionary, analyser.glossary)
            words = read_as_set(line, start, words, set_here, source)
        words = explained(words, mentions.abbreviations)
        found.append(Sentence(line[start:end], start, words))
    return Paragraph(line, kind, tuple(found))


def _analyser(terms: Glossary) -> Analyser:
    found = _analysers.get(terms)
    words = dictionary.default()
    if found is None or found.dictionary is not words:
        found = _analysers[terms] = Analyser(words, terms)
    return found


def _words(text: str, start: int, analyser: Analyser, mentions: Mentions) -> tuple[Word, ...]:
    readings = bracketed(text)
    for reading in readings:
        if reading.foreign and reading.parted and reading.mark is None:
            _meet_foreign(normalise(text[: reading.start]).text, reading, analyser, mentions)
    while readings:
        bare = without(text, cuts(readings))
        found = _analysed(bare, 0, analyser, mentions)
        words, refused = told(text, bare, found, readings, analyser.dictionary)
        if not refused:
            return tuple(Word(start + word.start, word.analysis) for word in words)
        readings = [reading for reading in readings if reading not in refused]
    return _analysed(text, start, analyser, mentions)


def _meet_foreign(before: str, reading: Bracketed, analyser: Analyser, mentions: Mentions) -> None:
    """Take note of somebody whose name in kanji is read in katakana: 朴振（パク・ジン）."""
    name = before_reading(before)
    if name and name not in analyser.glossary and name not in mentions.read:
        mentions.read[name] = person(name, reading.reading)
        mentions.meet_other(name[0], Named(name, reading.surname, UNKNOWN_PERSON))


def _analysed(text: str, start: int, analyser: Analyser, mentions: Mentions) -> tuple[Word, ...]:
    normal = normalise(text)
    placed = analyser.tag(normal.text, mentions)
    words: list[Word] = []
    position = 0
    offsets = normal.offsets
    for span, analysis in analyser.analyse(normal.text, placed, mentions):
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
