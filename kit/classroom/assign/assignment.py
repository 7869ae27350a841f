"""A lesson → an assignment: what is asked, what students get, and the keys, which they do not."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kit.classroom.assign.assigned_text import assigned_text
from kit.classroom.assign.key import Key
from kit.language.script.kana import hiragana
from kit.learner.assignment_file import Asked, Assignment, Part
from kit.lesson import quiz
from kit.lesson.item import COLLOCATION, GAP, MEANING, ODD, QUESTION, READING, Item
from kit.lesson.item_json import asked
from kit.lesson.lesson import Lesson, Passage, Section
from kit.lesson.reading import met_at

KINDS = (READING, MEANING, GAP, COLLOCATION, ODD, QUESTION)
"""What is asked. How a word is written would tell how it is read, and that is asked already."""

_BRACKET = re.compile("[（(]([ぁ-ゖァ-ヶー]+)[）)]")


class Placed(NamedTuple):
    """An item, and the paragraph that it is asked at."""

    place: str
    item: Item


class Assigned(NamedTuple):
    """An assignment with its keys.

    name: that of its notebook. given: what its students get. sections: those that are read.
    keys: section's place → the key to what is asked there; none where nothing is.
    """

    name: str
    lesson: Lesson
    sections: tuple[Section, ...]
    given: Assignment
    keys: dict[str, Key]


def assign(lesson: Lesson, name: str, salt: str, places: Sequence[str] = ()) -> Assigned:
    """Make an assignment of a lesson.

    Args:
        lesson: what is read and asked.
        name: the assignment's.
        salt: a secret; the ids of the questions are made with it, so that they tell nothing.
        places: of the sections that are assigned, such as `1`; all if there are none.

    Raises:
        InputError: the lesson has no such place.
    """
    wanted = {
        passage.place.partition(".")[0] for place in places for passage in lesson.passages(place)
    }
    sections = tuple(
        section for section in lesson.sections if not wanted or section.place in wanted
    )
    placed = {section.place: tuple(_asked(lesson, section)) for section in sections}
    words = {word for items in placed.values() for _, item in items for word in item.words}
    identity = _id(salt, "")
    parts, keys = [], {}
    for section in sections:
        items = {_id(salt, item.id): (place, item) for place, item in placed[section.place]}
        questions = tuple(Asked(key, place, asked(item)) for key, (place, item) in items.items())
        text = assigned_text(lesson, section, words)
        parts.append(Part(section.place, section.title, text, questions))
        if items:
            answers = {key: item for key, (_, item) in items.items()}
            keys[section.place] = Key(identity, name, salt, answers)
    given = Assignment(identity, lesson.title, lesson.language, tuple(parts))
    return Assigned(name, lesson, sections, given, keys)


def _section(passage: Passage) -> str:
    """The place of the section that a paragraph is in."""
    return passage.place.partition(".")[0]


def _asked(lesson: Lesson, section: Section) -> Iterator[Placed]:
    """The words that a section brings, paragraph by paragraph, and what its text says."""
    for passage in lesson.passages(section.place):
        new = {meeting.word for meeting in met_at(lesson, passage.place)}
        for item in quiz.words(lesson, passage.place):
            if item.kind in KINDS and item.word in new and not _told(lesson, item):
                yield Placed(passage.place, _in_order(item))
        for item in quiz.questions(lesson, passage.place):
            yield Placed(passage.place, _in_order(item))


def _in_order(item: Item) -> Item:
    """An item whose options stand in an order that has nothing to do with which is right."""
    return item._replace(options=tuple(sorted(item.options)))


def _told(lesson: Lesson, item: Item) -> bool:
    """Whether the text says, in brackets, how a word is read whose reading is asked."""
    if item.kind != READING or item.word is None:
        return False
    brackets = map(hiragana, _BRACKET.findall(lesson.text))
    return any(bracket.endswith(item.word.readings) for bracket in brackets)


def _id(salt: str, of: str) -> str:
    """An id that tells nothing to who does not have the salt."""
    return hashlib.sha256(f"{salt}\n{of}".encode()).hexdigest()[:16]
