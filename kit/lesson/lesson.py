"""What a lesson is: sections of paragraphs, each with easier versions, notes and questions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from kit.errors import InputError
from kit.language.lexicon.glossary import Glossary
from kit.lesson.ruby_mark import RubyMark
from kit.lesson.vocabulary import TaughtWord
from kit.texts import Texts, texts

LEAD = "lead"
"""The place of what stands before the first section: headline and lead."""

VERSIONS = ("standard", "easy", "english", "note")
"""What a paragraph may have beside its full version, in the order in which it is shown."""

LONGEST_LABEL = 12
"""Characters before a colon from which on they are no label of a line."""

POINT = "- "
"""What stands before a point of a list."""

_PLACE = re.compile(r"(lead|[0-9]+)(?:\.([0-9]+))?")


class Option(NamedTuple):
    """An answer to choose: its text, whether it is right, and why it is wrong where it is."""

    text: str
    correct: bool
    reason: str


ASKS = ("speaker", "status", "reference", "meaning", "detail", "unsaid")
"""What a question may say that it asks for.

speaker: who says this. status: whether it is a fact, a claim or the writer's own reading.
reference: what a word points to. meaning: what a phrase says here. detail: who, when, where, what.
unsaid: what the text leaves open.
"""


class Question(NamedTuple):
    """A comprehension question.

    id: the teacher's own, unique in the lesson. asks: one of ASKS, or empty.
    line: where it begins in `lesson.md`; option_lines: where its options do, counted from 1.
    """

    id: str
    text: str
    options: tuple[Option, ...]
    asks: str = ""
    line: int = 0
    option_lines: tuple[int, ...] = ()


class Grammar(NamedTuple):
    """A note on grammar that a paragraph uses: the pattern, and the lines that explain it."""

    pattern: str
    text: str

    def lines(self) -> Iterator[tuple[str, str]]:
        """Label and text of each line: `Also: …` has the label `Also`; most have none."""
        for line in self.text.splitlines():
            label, colon, rest = line.partition(": ")
            labelled = colon and len(label) < LONGEST_LABEL
            yield (label, rest) if labelled else ("", line)


class Todo(NamedTuple):
    """What a draft leaves to its teacher, and the line of `lesson.md` that says so."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the article, or a list of points, with what helps to read it.

    text: the full version. The points of a list stand on lines of their own, each after `- `.
    standard, easy: the easier versions; empty where the lesson has none.
    english: an English rendering. note: background that a reader needs.
    grammar: notes on the grammar that it uses.
    line: where it begins in `lesson.md`, counted from 1.
    """

    text: str
    line: int
    standard: str = ""
    easy: str = ""
    english: str = ""
    note: str = ""
    grammar: tuple[Grammar, ...] = ()
    questions: tuple[Question, ...] = ()

    def versions(self) -> list[tuple[str, str]]:
        """Name (of VERSIONS) and text of what it has beside its full version."""
        named = [(name, getattr(self, name)) for name in VERSIONS]
        return [version for version in named if version[1]]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its paragraphs; the lead has the article's headline for its title.

    place: `lead`, or the number of the section in the article, from `1` on.
    before: questions that make one curious, to be read first.
    """

    place: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    before: tuple[str, ...] = ()


class Passage(NamedTuple):
    """A paragraph where it stands. `heading` is that of a section that it begins, else empty."""

    place: str
    heading: str
    paragraph: Paragraph

    def lines(self) -> Iterator[tuple[str, str]]:
        """Its lines, each with its kind: title, heading, paragraph or item (of a list)."""
        if self.heading:
            yield self.heading, "title" if self.place.startswith(LEAD) else "heading"
        for line in self.paragraph.text.splitlines():
            yield line, "item" if line.startswith(POINT) else "paragraph"


@dataclass(frozen=True, eq=False)
class Lesson:
    """A lesson as its two files tell it. Two readings of the same files are two lessons.

    file, words_file: the two files. summary: the article in a few sentences, in their order.
    todos: what the draft leaves to its teacher. quoted: whether the text is its source's own words.
    marks: the readings that are set in single places, of both files.
    language: of the prompts and reasons that the kit makes.
    """

    name: str
    title: str
    source: str
    license: str
    date: date | None
    sections: tuple[Section, ...]
    words: tuple[TaughtWord, ...]
    glossary: Glossary
    file: Path
    words_file: Path
    summary: tuple[str, ...] = ()
    todos: tuple[Todo, ...] = ()
    quoted: bool = False
    language: str = "en"
    marks: tuple[RubyMark, ...] = ()

    @property
    def texts(self) -> Texts:
        """The interface's texts, in the language that the lesson is asked in."""
        return texts(self.language)

    @property
    def characters(self) -> int:
        """The characters of the full version, blanks left out."""
        return len("".join(self.text.split()))

    @property
    def text(self) -> str:
        """The full version, a line a heading, paragraph or point."""
        return "\n".join(text for passage in self.passages() for text, _ in passage.lines())

    def passages(self, place: str = "") -> tuple[Passage, ...]:
        """The paragraphs at a place.

        Args:
            place: `lead`, a section such as `2`, a paragraph of it such as `2.1`, or empty for
                the whole lesson.

        Raises:
            InputError: the lesson has no such place.
        """
        place = str(place)  # a student may well write 1.2 without quotes
        if not place:
            return tuple(self._passages())
        if found := _PLACE.fullmatch(place):
            section, paragraph = found.groups()
            for passage in (chosen := tuple(self._passages(section))):
                if paragraph and passage.place == place:
                    return (passage,)
            if chosen and not paragraph:
                return chosen
        raise InputError(
            f"the lesson {self.name} has no part {place!r}", f"it has {', '.join(self.places())}"
        )

    def places(self) -> list[str]:
        """The places of all paragraphs, in order: `lead.1`, `1.1`, `1.2` and so on."""
        return [passage.place for passage in self._passages()]

    def _passages(self, wanted: str = "") -> Iterator[Passage]:
        for section in self.sections:
            if wanted in ("", section.place):
                for number, paragraph in enumerate(section.paragraphs, 1):
                    heading = section.title if number == 1 else ""
                    yield Passage(f"{section.place}.{number}", heading, paragraph)
