"""A lesson's text with its words: what a reader shows, and where a taught word is first met."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kit.language import article
from kit.language.annotate import Settings, annotate_line, annotate_lines, whole_names
from kit.language.lexicon import dictionary
from kit.language.lexicon.detail import headword_reading
from kit.language.lexicon.glossary import Glossary, packaged
from kit.language.script.kana import hiragana
from kit.lesson.kept import kept
from kit.lesson.lesson import POINT, Lesson, Passage, Section
from kit.lesson.ruby_mark import settings
from kit.lesson.vocabulary import TaughtWord

KEY_WORDS = 8
"""Key words of a section; each of its paragraphs has two at the least."""


class Meeting(NamedTuple):
    """Where a lesson's reader first meets a taught word.

    sentence: the sentence that holds it, from `start` to `end` in characters of it.
    kana: how it is read as it stands there.
    """

    word: TaughtWord
    place: str
    sentence: str
    start: int
    end: int
    kana: str

    def parts(self) -> tuple[str, str, str]:
        """The sentence before the word, the word as it stands there, and the sentence after it."""
        before, after = self.sentence[: self.start], self.sentence[self.end :]
        return before, self.sentence[self.start : self.end], after


def annotated(lesson: Lesson, passage: Passage) -> tuple[article.Paragraph, ...]:
    """The lines of a passage: its heading if it has one, then the paragraph or its points."""
    return _annotated(lesson, passage, glossary(lesson))


@kept
def _annotated(lesson: Lesson, passage: Passage, terms: Glossary) -> tuple[article.Paragraph, ...]:
    names = _named(lesson, terms)
    return tuple(annotate_lines(passage.lines(), terms, names, readings_set(lesson)))


def sentence(lesson: Lesson, text: str) -> article.Paragraph:
    """A sentence of a lesson with its words, as it is shown beside a word: in a card, in review."""
    return annotate_line(text, "paragraph", glossary(lesson), readings_set(lesson))


def readings_set(lesson: Lesson) -> Settings | None:
    """What gives the readings that the teacher has set in a line; None where there are none."""
    marks = lesson.marks
    return (lambda line: settings(line, marks)) if marks else None


@kept
def _named(lesson: Lesson, terms: Glossary) -> tuple[str, ...]:
    """The persons whom the lesson's text names in full, known by their surnames all through it."""
    lines = (line for passage in lesson.passages() for line, _ in passage.lines())
    return whole_names(lines, terms)


@kept
def meetings(lesson: Lesson) -> tuple[Meeting, ...]:
    """The taught words in the order in which the text brings them, each where it comes first.

    Where a heading brings a word and the paragraph below has it too, the paragraph shows it. A word
    that the text has nowhere but in compounds (会合 in 外相会合) is met in the first of them.
    """
    return _meetings(lesson, glossary(lesson))


@kept
def _meetings(lesson: Lesson, terms: Glossary) -> tuple[Meeting, ...]:
    taught = _by_headword(lesson.words)
    lines = [line for passage in lesson.passages() for line in _annotated(lesson, passage, terms)]
    alone = {found.word for line in lines for found in _taught(line, taught, terms)}
    hidden = [word for word in lesson.words if word not in alone]
    met: dict[str, Meeting] = {}
    for passage in lesson.passages():
        here: dict[str, Meeting] = {}
        for line in _annotated(lesson, passage, terms):
            for found in _taught(line, taught, terms, passage.place, hidden):
                known = here.get(found.word.id)
                if known is None or known.sentence == passage.heading:
                    here[found.word.id] = found
        met |= {word: meeting for word, meeting in here.items() if word not in met}
    return tuple(met.values())


def _by_headword(words: Iterable[TaughtWord]) -> dict[str, tuple[TaughtWord, ...]]:
    found: dict[str, tuple[TaughtWord, ...]] = {}
    for word in words:
        found[word.word] = (*found.get(word.word, ()), word)
    return found


@kept
def in_example(lesson: Lesson, word: TaughtWord) -> Meeting | None:
    """Where a taught word stands in its example; None where the kit does not find it there."""
    line = sentence(lesson, word.example)
    found = _taught(line, _by_headword(lesson.words), glossary(lesson))
    return next((meeting for meeting in found if meeting.word.id == word.id), None)


def _taught(
    line: article.Paragraph,
    taught: Mapping[str, Sequence[TaughtWord]],
    terms: Glossary,
    place: str = "",
    hidden: Sequence[TaughtWord] = (),
) -> Iterator[Meeting]:
    """Every occurrence of a taught word in a line; a point's sentence without its mark.

    Args:
        line: of the text.
        taught: the words by headword.
        terms: what the line was annotated with.
        place: where the line is.
        hidden: those to be found inside other words.
    """
    for sentence in line.sentences:
        text = sentence.text.removeprefix(POINT)
        for word in sentence.words:
            start = word.start - sentence.start - len(sentence.text) + len(text)
            rows = taught.get(word.analysis.headword, ())
            if rows and (found := row_of(word.analysis, rows, terms)) is not None:
                end = start + len(word.analysis.surface)
                yield Meeting(found, place, text, start, end, word.analysis.reading)
            for part in hidden:
                if (at := _within(word.analysis, part)) is not None:
                    begin, end = start + at, start + at + len(part.word)
                    yield Meeting(part, place, text, begin, end, part.reading)


def row_of(
    word: article.Analysis, rows: Sequence[TaughtWord], terms: Glossary
) -> TaughtWord | None:
    """Which of a headword's rows a word of the text is; None where it is read as none of them."""
    reading = headword_reading(word, dictionary.default(), terms)
    return next((row for row in rows if reading in row.readings), None)


def _within(word: article.Analysis, part: TaughtWord) -> int | None:
    """Where a compound has a word in it, read as it is taught; None where it has not."""
    at = word.surface.find(part.word)
    if at < 0:
        return None
    kana: dict[int, str] = {}  # what is read before each character that a reading begins at
    read, position = "", 0
    for piece, ruby in word.furigana:
        kana[position] = read
        read += ruby or hiragana(piece)
        position += len(piece)
    kana[position] = read
    stop = at + len(part.word)
    if at not in kana or stop not in kana:
        return None
    return at if kana[stop].removeprefix(kana[at]) in part.readings else None


def names(lesson: Lesson) -> tuple[article.Analysis, ...]:
    """The people, places and organisations that the text names, each once, in its order.

    A short form that comes after the whole name is the same person.
    """
    found: dict[tuple[str, ...], article.Analysis] = {}
    for passage in lesson.passages():
        for line in annotated(lesson, passage):
            for word in line.words:
                if word.analysis.kind == "name" and word.analysis.glosses:
                    found.setdefault(word.analysis.glosses, word.analysis)
    return tuple(found.values())


def key_words(lesson: Lesson, section: Section, place: str) -> list[TaughtWord]:
    """The words to show before a paragraph is read: the first new ones, in the teacher's order."""
    new = sorted((meeting.word for meeting in met_at(lesson, place)), key=lesson.words.index)
    return new[: max(2, KEY_WORDS // len(section.paragraphs))]


def met_at(lesson: Lesson, place: str) -> tuple[Meeting, ...]:
    """The taught words that are first met at a place.

    Raises:
        InputError: the lesson has no such place.
    """
    places = {passage.place for passage in lesson.passages(place)}
    return tuple(meeting for meeting in meetings(lesson) if meeting.place in places)


@kept
def glossary(lesson: Lesson) -> Glossary:
    """The lesson's own words on top of the packaged ones: what its text is annotated with.

    A taught word that the text would have nowhere is made a word of it where it is cut otherwise.
    """
    terms = lesson.glossary.over(packaged())
    text = lesson.text
    met = {meeting.word.word for meeting in _meetings(lesson, terms)}
    unmet = [word.word for word in lesson.words if word.word not in met]
    cut = [word for word in unmet if word in text or word[:-1] in text]
    return terms.forcing(cut) if cut else terms
