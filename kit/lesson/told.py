"""What a teacher's rows and marks change in a lesson: how the kit alone reads and cuts it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from kit.language.analysis.set_reading import reading_over
from kit.language.annotate import annotate_line
from kit.language.article import Paragraph, Word
from kit.language.lexicon.glossary import packaged
from kit.language.script.encoding import decode
from kit.lesson.kept import kept
from kit.lesson.lesson import Lesson, Passage
from kit.lesson.reading import annotated, glossary, readings_set, row_of
from kit.lesson.ruby_mark import RubyMark, content, parse, settings


class Told(NamedTuple):
    """Something that a row or mark says of a place.

    what: the characters, and how they are read there. kit: how the kit alone reads them, or, where
    it cuts the text otherwise, its words, parted by `|`.
    """

    file: Path
    line: int
    what: str
    kit: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}, the kit {self.kit}"


def by_rows(lesson: Lesson) -> list[Told]:
    """What the rows of the lesson's vocabulary change in its text."""
    found: list[Told] = []
    rows = {word.word for word in lesson.words}
    for passage in lesson.passages():
        for line in annotated(lesson, passage):
            if any(word.analysis.headword in rows for word in line.words):
                found += _of_line(lesson, passage, line)
    return list(dict.fromkeys(found))


def by_marks(lesson: Lesson) -> list[Told]:
    """What the marks in the lesson change, in the order of its lines."""
    changes = ((mark, _change(lesson, mark)) for mark in lesson.marks)
    return [
        Told(mark.file, mark.number, f"{mark.base} {mark.reading}", f"reads {before}")
        for mark, (before, after) in changes
        if after == mark.reading != before
    ]


def idle_marks(lesson: Lesson) -> Iterator[tuple[RubyMark, str]]:
    """The marks that change nothing, and why: the kit reads so already, or it can't read so.

    Where the kit gives no furigana of its own, as in an easier version, every mark gives some.
    """
    shown = [line for passage in lesson.passages() for line, _ in passage.lines()]
    shown += [word.example for word in lesson.words if word.marks]
    for mark in lesson.marks:
        if not any(settings(line, (mark,)) for line in shown):
            continue
        before, after = _change(lesson, mark)
        if after != mark.reading:
            yield mark, "can't be read so there"
        elif before == mark.reading:
            yield mark, "is read so already"


def undecided(lesson: Lesson) -> Iterator[tuple[int, Word, str]]:
    """The words with several rows of which nothing tells which is meant: line, word, sentence."""
    several = {
        headword
        for headword, rows in groupby(sorted(word.word for word in lesson.words))
        if len(list(rows)) > 1
    }
    for passage in lesson.passages():
        for line in annotated(lesson, passage):
            for sentence in line.sentences:
                for word in sentence.words:
                    if word.analysis.headword in several and word.analysis.uncertain:
                        yield _line_of(lesson, passage, line, word), word, sentence.text


def _of_line(lesson: Lesson, passage: Passage, line: Paragraph) -> Iterator[Told]:
    words = [*line.words]
    alone = [*annotate_line(line.text, line.kind, packaged()).words]
    set_here = settings(line.text, lesson.marks)
    for word in words:
        rows = [row for row in lesson.words if row.word == word.analysis.headword]
        marked = any(s.start < word.end and word.start < s.end for s in set_here)
        if not rows or marked or row_of(word.analysis, rows, glossary(lesson)) is None:
            continue
        others = [other for other in alone if other.start < word.end and word.start < other.end]
        said = reading_over(alone, word.start, word.end)
        if said == word.analysis.reading:
            continue
        if said is None or len(others) > 1:
            kit = f"has {'|'.join(other.analysis.surface for other in others)}"
        else:
            kit = f"reads {said}"
        what = f"{word.analysis.surface} {word.analysis.reading}"
        yield Told(lesson.file, _line_of(lesson, passage, line, word), what, kit)


def _change(lesson: Lesson, mark: RubyMark) -> tuple[str | None, str | None]:
    """How the place of a mark is read without it, and with it."""
    terms = glossary(lesson)
    without = [*annotate_line(mark.line, "paragraph", terms).words]
    told = [*annotate_line(mark.line, "paragraph", terms, readings_set(lesson)).words]
    before, after = (reading_over(words, mark.start, mark.end) for words in (without, told))
    unsure = any(
        word.start < mark.end and mark.start < word.end and word.analysis.uncertain
        for word in without
    )
    return (f"{before}, or otherwise" if unsure and before == mark.reading else before), after


@kept
def _lines(lesson: Lesson) -> tuple[str, ...]:
    """The text of each line of `lesson.md`."""
    lines = decode(lesson.file.read_bytes(), str(lesson.file)).splitlines()
    return tuple(content(parse(line, lesson.file, 0)[0]) for line in lines)


def _line_of(lesson: Lesson, passage: Passage, line: Paragraph, word: Word) -> int:
    """The line of the file that a word stands in, or begins in."""
    begin = passage.paragraph.line
    found = [
        number
        for number, text in enumerate(_lines(lesson), 1)
        if text and text in line.text and word.analysis.surface in text
    ]
    return min(found, key=lambda number: abs(number - begin), default=begin)
