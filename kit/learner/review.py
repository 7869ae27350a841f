"""Review over all lessons: what is due, and an item on each word in the sentence where it was met.

Pure, but for the lessons that are read from the library.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from kit.language.lexicon.identity import WordId
from kit.learner import met
from kit.learner.event import NO_CONTEXT, Event
from kit.learner.memory import ASPECTS, MEANING, READING, Key, Marked, Memory
from kit.learner.met import Shelf, nowhere
from kit.learner.word_key import key
from kit.lesson import word_item
from kit.lesson.item import GAP, Item
from kit.lesson.lesson import Lesson
from kit.lesson.library import Library
from kit.lesson.reading import Meeting
from kit.lesson.ruby import KANJI
from kit.lesson.vocabulary import TaughtWord
from kit.lesson.word_item import FEWEST_WRONG, OPTIONS, Maker
from kit.texts import texts

LESSON = "/review"
"""What answers given in review are kept under: no folder, and so no lesson, can be called so."""

MOST = 300
"""Words of one sitting; those that are due beyond them come the next time."""

MAKERS: dict[str, tuple[Maker, ...]] = {
    READING: (word_item.reading,),
    MEANING: (word_item.meaning, word_item.gap),
}
"""Which items refresh a memory; which of them is asked is left to chance."""

MOST_KANJI = 8
"""Kanji of a word whose reading is asked: one that has more is a phrase, and much to type."""

_CLASSES = {"number": "noun", "name": "noun", "pronoun": "noun"}
"""Parts of speech that no lesson teaches, and that of the words that stand in their place."""

_APART = 3  # items between the two on one word, as long as there are others
_ROUGHLY = 8  # items among which the next is chosen


class Review(NamedTuple):
    """What there is to review now.

    items: in the order in which they are asked. later: the words that are due beyond them.
    notes: why words are left out, a line a lesson.
    """

    items: tuple[Item, ...]
    later: int
    notes: tuple[str, ...]


def askable(word: str, aspect: str) -> bool:
    """Whether a memory of a word can be asked for: for a reading it takes kanji, and not too many.

    Args:
        word: its id.
        aspect: READING or MEANING.
    """
    kanji = len(KANJI.findall(WordId.parse(word).headword))
    return aspect == MEANING or 0 < kanji <= MOST_KANJI


def wanted(memory: Memory, now: datetime, until: datetime) -> list[Key]:
    """The memories to refresh: the least likely remembered first, then what was never tested.

    Of words that are marked as learning, what was never tested is asked too, in the order in which
    they were marked. What can't be asked for is left out.

    Args:
        memory: what the student remembers.
        now: the time, in UTC.
        until: the end of the student's day.
    """
    due = [(due.word, due.aspect) for due in memory.due(now, until)]
    learning = [(m.time, word) for word, m in memory.marked.items() if m.mark == "learning"]
    new = [
        (word, aspect)
        for _, word in sorted(learning)
        for aspect in ASPECTS
        if memory.card(word, aspect) is None
    ]
    return [which for which in (*due, *new) if askable(*which)]


def next_due(memory: Memory, now: datetime) -> datetime | None:
    """When the next memory is due that is not due yet; None where there is none."""
    cards = [
        memory.card(word, aspect)
        for word in memory.words
        if memory.mark(word) not in ("known", "ignored")
        for aspect in ASPECTS
        if askable(word, aspect) and not memory.imported(word, aspect)
    ]
    return min((card.due for card in cards if card and card.due > now), default=None)


def review(
    memory: Memory,
    events: Iterable[Event],
    library: Library,
    *,
    now: datetime,
    until: datetime,
    seed: int,
    language: str = "en",
) -> Review:
    """Ask what is due.

    Args:
        memory: what the student remembers.
        events: those that left it, oldest first: they say in which lesson a word was met.
        library: the lessons. Those that are needed are read.
        now: the time, in UTC.
        until: the end of the student's day.
        seed: decides kinds and options.
        language: of prompts and reasons.
    """
    keys = wanted(memory, now, until)
    marked = memory.marked
    answered = met.lessons(events)
    homes = {word: answered.get(key(word)) or _lesson(marked.get(word)) for word, _ in keys}
    shelf, own = Shelf(library, language), nowhere(language)
    places: dict[str, _Place] = {}
    waiting = iter(homes)
    for word in waiting:
        place = _place(word, homes[word], marked.get(word), shelf, own)
        if place is not None:
            places[word] = place
        if len(places) == MOST:
            break
    pool = _pool([place.meeting.word for place in places.values()], shelf)
    asked = {lesson: replace(lesson, words=pool) for lesson in {p.lesson for p in places.values()}}
    items = [
        _item(asked[place.lesson], place.meeting, aspect, _chance(word, aspect, seed))
        for word, aspect in keys
        if (place := places.get(word))
    ]
    missing = {home for word, home in homes.items() if word not in places}
    notes = [
        texts(language)("review.left-out", lesson=name, why=error)
        for name, error in shelf.refused.items()
        if name in missing
    ]
    return Review(mixed([i for i in items if i is not None]), len([*waiting]), tuple(notes))


def mixed(items: Sequence[Item]) -> tuple[Item, ...]:
    """Items in another order, roughly the same: typed and chosen ones by turns, a word's two apart.

    Two items on one word follow each other only where there is no other word.
    """
    left = list(items)
    found: list[Item] = []
    while left:
        last = [item.subject for item in found[-_APART:]]
        near = [item for item in left[:_ROUGHLY] if item.subject not in last]
        near = near or [item for item in left if item.subject not in last[-1:]]
        if not near:
            break
        typed = not found or bool(found[-1].options)
        item = next((item for item in near if bool(item.options) != typed), near[0])
        left.remove(item)
        found.append(item)
    for item in left:  # all on the word that was last
        subjects = ["", *(other.subject for other in found), ""]
        gaps = [
            place
            for place in range(len(found) + 1)
            if item.subject not in (subjects[place], subjects[place + 1])
        ]
        found.insert(gaps[-1] if gaps else len(found), item)
    return tuple(found)


def _lesson(marked: Marked | None) -> str:
    return marked.lesson if marked else ""


class _Place(NamedTuple):
    """Where a word is asked: its sentence, and the lesson whose glossary explains it."""

    lesson: Lesson
    meeting: Meeting


def _place(word: str, home: str, marked: Marked | None, shelf: Shelf, own: Lesson) -> _Place | None:
    """Where a word is asked: in its lesson, where it was marked, in another lesson, or alone.

    None for a word of a lesson that can't be opened and that nothing else tells of.
    """
    lesson = shelf.lesson(home) if home else None
    if lesson is not None and (meeting := shelf.meeting(lesson, word)):
        return _Place(lesson, meeting)
    if marked is not None and any(marked.context):
        return _Place(lesson or own, met.in_context(word, marked.context, lesson or own))
    for other in shelf.every():
        if meeting := shelf.meeting(other, word):
            return _Place(other, meeting)
    if home in shelf.refused:
        return None
    return _Place(lesson or own, met.in_context(word, NO_CONTEXT, lesson or own))


def _pool(words: Sequence[TaughtWord], shelf: Shelf) -> tuple[TaughtWord, ...]:
    """The words that wrong options are chosen from: those that are asked, and their lessons'.

    Where these are too few, or too few are of the same part of speech as a word that no lesson
    teaches, those of more lessons.
    """
    found = {word.id: word for word in words}
    taught = [word for lesson in shelf.opened.values() for word in lesson.words]
    found = {word.id: word for word in taught} | found
    needed = {_class(word) for word in words if not word.line}

    def enough() -> bool:
        classes = Counter(map(_class, found.values()))
        return len(found) >= OPTIONS and all(classes[name] >= OPTIONS for name in needed)

    for lesson in shelf.every() if words and not enough() else ():
        found = {word.id: word for word in lesson.words} | found
        if enough():
            break
    return tuple(word for word in found.values() if word.meanings)


def _class(word: TaughtWord) -> str:
    return _CLASSES.get(word.main_class, word.main_class)


def _alike(lesson: Lesson, word: TaughtWord) -> Lesson | None:
    """A lesson with the words of it alone that are of a word's part of speech; None for too few."""
    words = tuple(other for other in lesson.words if _class(other) == _class(word))
    return replace(lesson, words=words) if len(words) > FEWEST_WRONG else None


def _chance(word: str, aspect: str, seed: int) -> random.Random:
    return random.Random(f"review {word} {aspect} {seed}")


def _item(lesson: Lesson, meeting: Meeting, aspect: str, chance: random.Random) -> Item | None:
    """An item that refreshes a memory of a word; None where none can be made."""
    word = meeting.word
    if not (word.reading if aspect == READING else word.meanings):
        return None
    if aspect == MEANING and not word.line:  # no teacher chose what it could be taken for
        alike = _alike(lesson, word)
        if alike is None:
            return None
        lesson = alike
    made = (maker(lesson, meeting, chance) for maker in _shuffled(MAKERS[aspect], chance))
    item = next((item for item in made if item is not None), None)
    if item is None or meeting.sentence != word.word or item.kind == GAP:
        return item
    prompt = lesson.texts("item.meaning-before", word=word.word)
    item = item._replace(context=("", "", ""))  # there is no sentence
    return item._replace(prompt=prompt) if item.kind == MEANING else item


def _shuffled(makers: Sequence[Maker], chance: random.Random) -> list[Maker]:
    return chance.sample(makers, len(makers))
