"""What a lesson is: sections of paragraphs, each with easier versions, notes and questions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from kit.errors import InputError
from kit.language.glossary import Glossary
from kit.lesson.vocabulary import TaughtWord

LEAD = "lead"
"""The place of what stands before the first section: headline and lead."""

_PLACE = re.compile(r"(lead|[0-9]+)(?:\.([0-9]+))?")


class Option(NamedTuple):
    """An answer to choose: its text, whether it is right, and why it is wrong where it is."""

    text: str
    correct: bool
    reason: str


class Question(NamedTuple):
    """A comprehension question. `id` is the teacher's own, unique in the lesson."""

    id: str
    text: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the article, or a list of points, with what helps to read it.

    text: the full version. The points of a list stand on lines of their own, each after `- `.
    standard, easy: the easier versions; empty where the lesson has none.
    english: an English rendering. note: background that a reader needs.
    line: where it begins in `lesson.md`, counted from 1.
    """

    text: str
    line: int
    standard: str = ""
    easy: str = ""
    english: str = ""
    note: str = ""
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its paragraphs; the lead has the article's headline for its title.

    place: `lead`, or the number of the section in the article, from `1` on.
    """

    place: str
    title: str
    paragraphs: tuple[Paragraph, ...]


class Passage(NamedTuple):
    """A paragraph where it stands. `heading` is that of a section that it begins, else empty."""

    place: str
    heading: str
    paragraph: Paragraph


@dataclass(frozen=True, eq=False)
class Lesson:
    """A lesson as its two files tell it. Two readings of the same files are two lessons."""

    name: str
    title: str
    source: str
    license: str
    date: date | None
    sections: tuple[Section, ...]
    words: tuple[TaughtWord, ...]
    glossary: Glossary

    def passages(self, place: str = "") -> tuple[Passage, ...]:
        """The paragraphs at a place.

        Args:
            place: `lead`, a section such as `2`, a paragraph of it such as `2.1`, or empty for
                the whole lesson.

        Raises:
            InputError: the lesson has no such place.
        """
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
