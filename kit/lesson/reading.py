"""A lesson's text with its words: what a reader shows, and where a taught word is first met."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from kit.language import article, glossary
from kit.language.annotate import annotate_line
from kit.lesson.lesson import LEAD, Lesson, Passage
from kit.lesson.vocabulary import TaughtWord


class Meeting(NamedTuple):
    """Where a lesson's reader first meets a taught word.

    sentence: the sentence that holds it, from `start` to `end` in characters of it.
    """

    word: TaughtWord
    place: str
    sentence: str
    start: int
    end: int


@cache
def annotated(lesson: Lesson, passage: Passage) -> tuple[article.Paragraph, ...]:
    """The lines of a passage: its heading if it has one, then the paragraph or its points."""
    words = _glossary(lesson)
    return tuple(annotate_line(line, kind, words) for line, kind in _lines(passage))


@cache
def meetings(lesson: Lesson) -> tuple[Meeting, ...]:
    """The taught words in the order in which the text brings them, each where it comes first.

    Where a heading brings a word and the paragraph below has it too, the paragraph shows it.
    """
    taught = {word.word: word for word in lesson.words}
    met: dict[str, Meeting] = {}
    for passage in lesson.passages():
        here: dict[str, Meeting] = {}
        for line in annotated(lesson, passage):
            for found in _taught(line, taught, passage.place):
                known = here.get(found.word.word)
                if known is None or known.sentence == passage.heading:
                    here[found.word.word] = found
        met |= {word: meeting for word, meeting in here.items() if word not in met}
    return tuple(met.values())


def _taught(
    line: article.Paragraph, taught: Mapping[str, TaughtWord], place: str
) -> Iterator[Meeting]:
    """Every occurrence of a taught word in a line."""
    for sentence in line.sentences:
        for word in sentence.words:
            if word.analysis.headword in taught:
                start = word.start - sentence.start
                end = start + len(word.analysis.surface)
                yield Meeting(taught[word.analysis.headword], place, sentence.text, start, end)


def met_at(lesson: Lesson, place: str) -> tuple[Meeting, ...]:
    """The taught words that are first met at a place.

    Raises:
        InputError: the lesson has no such place.
    """
    places = {passage.place for passage in lesson.passages(place)}
    return tuple(meeting for meeting in meetings(lesson) if meeting.place in places)


@cache
def _glossary(lesson: Lesson) -> glossary.Glossary:
    return lesson.glossary.over(glossary.packaged())


def _lines(passage: Passage) -> Iterator[tuple[str, str]]:
    """The lines of a passage, each with its kind."""
    if passage.heading:
        yield passage.heading, "title" if passage.place.startswith(LEAD) else "heading"
    for line in passage.paragraph.text.splitlines():
        yield line, "item" if line.startswith("- ") else "paragraph"
