"""Which items a quiz asks, and where: pure, the same for the same lesson, place and seed.

A word is asked for where it is first met, typed and chosen; comes back two paragraphs on as
another kind of item; and once more at the end. No item is asked in two places, since an answer
is kept under the item's id.
"""

from __future__ import annotations

import random
from itertools import zip_longest
from typing import NamedTuple

from kit.lesson.item import KANJI, MEANING, ORDER, QUESTION, READING, Item
from kit.lesson.kept import kept
from kit.lesson.lesson import Lesson, Option, Question
from kit.lesson.reading import Meeting, meetings, met_at
from kit.lesson.vocabulary import TaughtWord
from kit.lesson.word_item import MAKERS, OPTIONS, PAIRS, matching, meaning, odd_one_out

WARM_UP = 8
"""Key terms that are asked for before reading, of a quarter of the words at the most."""

NEW = 2
"""Items on a word where it is first met."""

RETURN_AFTER = 2
"""Paragraphs after which a word comes back."""

RETURNING = 3
"""Words that come back with a paragraph."""

REVIEW = 20
"""Items of the quiz after reading."""


def words(lesson: Lesson, place: str = "", seed: int = 0) -> tuple[Item, ...]:
    """The vocabulary quiz at a place: its new words, words that come back, an odd one out.

    Each new word is asked twice, half a quiz apart.

    Raises:
        InputError: the lesson has no such place.
    """
    chance = random.Random(f"words {lesson.name} {place} {seed}")
    new = list(met_at(lesson, place))
    chance.shuffle(new)
    pairs = [_turns(lesson, meeting, seed).new for meeting in new]
    turned = [pair if number % 2 else pair[::-1] for number, pair in enumerate(pairs)]
    first, second = ([*round_] for round_ in (*zip_longest(*turned), (), ())[:2])
    places = {passage.place for passage in lesson.passages(place)}
    back = [item for here, item in _returning(lesson, seed) if here in places]
    odd = [item for here, item in _odd_ones(lesson, seed) if here in places]
    asked = [*first, *back, *second, *odd]
    return tuple(item for item in asked if item is not None)


def warm_up(lesson: Lesson, seed: int = 0) -> tuple[Item, ...]:
    """What do the key terms mean? Asked before reading, to see what one knows already."""
    chance = random.Random(f"warm-up {lesson.name} {seed}")
    by_word = {meeting.word: meeting for meeting in meetings(lesson)}
    key = [by_word[word] for word in key_terms(lesson) if word in by_word]
    asked = [meaning(lesson, meeting, chance) for meeting in key]
    return tuple(
        item._replace(
            prompt=lesson.texts("item.meaning-before", word=item.word.word), context=("", "", "")
        )
        for item in asked
        if item is not None and item.word is not None
    )


@kept
def key_terms(lesson: Lesson) -> tuple[TaughtWord, ...]:
    """The taught nouns that the text uses most; the earlier where it uses two alike."""
    counted = [(lesson.text.count(word.word), word) for word in lesson.words]
    nouns = [(count, word) for count, word in counted if word.main_class == "noun"]
    most = sorted(nouns, key=lambda pair: -pair[0])[: min(WARM_UP, len(lesson.words) // 4)]
    return tuple(word for _, word in most)


def review(lesson: Lesson, seed: int = 0) -> tuple[Item, ...]:
    """Words of the whole lesson, each by a kind of item that no other quiz has asked.

    Where there are any, some words of one theme are at the end paired with their meanings.
    """
    chance = random.Random(f"review {lesson.name} {seed}")
    items = [item for meeting in meetings(lesson) for item in _turns(lesson, meeting, seed).last]
    asked = chance.sample(items, min(REVIEW, len(items)))
    return (*asked, *_matching(lesson, seed)) if asked else ()


def questions(lesson: Lesson, place: str = "", seed: int = 0) -> tuple[Item, ...]:
    """The comprehension questions on the paragraphs at a place, in order.

    Raises:
        InputError: the lesson has no such place.
    """
    chance = random.Random(f"questions {lesson.name} {place} {seed}")
    asked = [
        question for passage in lesson.passages(place) for question in passage.paragraph.questions
    ]
    return tuple(_question(question, lesson.language, chance) for question in asked)


def summary(lesson: Lesson, seed: int = 0) -> tuple[Item, ...]:
    """The lesson's summary, its sentences to be put in order; empty where it has none."""
    if not lesson.summary:
        return ()
    chance = random.Random(f"summary {lesson.name} {seed}")
    shown = chance.sample(lesson.summary, len(lesson.summary))
    while tuple(shown) == lesson.summary:
        chance.shuffle(shown)
    options = tuple(Option(text, False, "") for text in shown)
    asked = Item(
        ORDER,
        "summary",
        lesson.texts("item.order"),
        options=options,
        order=lesson.summary,
        interface=lesson.language,
    )
    return (asked,)


def everything(lesson: Lesson, seed: int = 0) -> tuple[Item, ...]:
    """All items that the lesson's notebooks ask."""
    return (
        *warm_up(lesson, seed),
        *(item for place in lesson.places() for item in words(lesson, place, seed)),
        *questions(lesson, seed=seed),
        *review(lesson, seed),
        *summary(lesson, seed),
    )


def _question(question: Question, language: str, chance: random.Random) -> Item:
    options = tuple(chance.sample(question.options, len(question.options)))
    return Item(QUESTION, question.id, question.text, options=options, interface=language)


class _Turns(NamedTuple):
    """The items on a word: where it is new, where it comes back, and at the end."""

    new: tuple[Item, ...]
    back: tuple[Item, ...]
    last: tuple[Item, ...]


@kept
def _turns(lesson: Lesson, meeting: Meeting, seed: int) -> _Turns:
    """Which item on a word is asked when: its reading first, the others by chance.

    How a word is written is not asked beside how it is read: one would tell the other.
    """
    chance = random.Random(f"word {lesson.name} {meeting.word.id} {seed}")
    made = [maker(lesson, meeting, chance) for maker in MAKERS]
    items = [item for item in made if item is not None]
    if meeting.word in key_terms(lesson):
        items = [item for item in items if item.kind != MEANING]
    typed = [item for item in items if item.kind == READING]
    chosen = [item for item in items if item.kind != READING]
    chance.shuffle(chosen)
    beside = [item for item in chosen if not (typed and item.kind == KANJI)]
    new = (*typed, *beside)[:NEW]
    rest = [item for item in chosen if item not in new]
    return _Turns(new, tuple(rest[:1]), tuple(rest[1:2]))


@kept
def _returning(lesson: Lesson, seed: int) -> tuple[tuple[str, Item], ...]:
    """The items on words that come back, each with the place where it does."""
    places = lesson.places()
    found = []
    for origin, place in zip(places, places[RETURN_AFTER:], strict=False):
        back = [
            item
            for meeting in met_at(lesson, origin)
            for item in _turns(lesson, meeting, seed).back
        ]
        found += [(place, item) for item in back[:RETURNING]]
    return tuple(found)


@kept
def _odd_ones(lesson: Lesson, seed: int) -> tuple[tuple[str, Item], ...]:
    """An item for each theme of three words, with the place where the third of them is met."""
    chance = random.Random(f"odd {lesson.name} {seed}")
    met: list[TaughtWord] = []
    asked: set[str] = set()
    found = []
    for meeting in meetings(lesson):
        met.append(meeting.word)
        theme = [word for word in met if word.theme == meeting.word.theme]
        if not meeting.word.theme or len(theme) < OPTIONS - 1 or meeting.word.theme in asked:
            continue
        strangers = [
            word
            for word in met
            if word.theme not in ("", meeting.word.theme)
            and word.main_class == meeting.word.main_class
            and word.id not in asked
        ]
        if strangers:
            odd = chance.choice(strangers)
            asked |= {meeting.word.theme, odd.id}
            found.append((meeting.place, odd_one_out(lesson, theme, odd, chance)))
    return tuple(found)


def _matching(lesson: Lesson, seed: int) -> tuple[Item, ...]:
    """The first words met of the first theme that has enough, else of all; none where too few.

    Words whose meanings overlap are not asked together: either could be right.
    """
    met = [meeting.word for meeting in meetings(lesson)]
    themes = dict.fromkeys(word.theme for word in met if word.theme)
    for theme in (*themes, ""):
        words: list[TaughtWord] = []
        for word in met:
            clear = not any(set(word.meanings) & set(other.meanings) for other in words)
            if word.theme == (theme or word.theme) and clear:
                words.append(word)
        if len(words) >= PAIRS:
            chance = random.Random(f"match {lesson.name} {seed}")
            return (matching(lesson, theme or words[0].id, words[:PAIRS], chance),)
    return ()
