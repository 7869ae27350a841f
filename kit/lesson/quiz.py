"""Quiz items, made from a lesson's own words and questions with a seed."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from kit.lesson.lesson import Lesson, Option, Question
from kit.lesson.reading import Meeting, met_at
from kit.lesson.vocabulary import TaughtWord

READING, MEANING, QUESTION = "reading", "meaning", "question"
OPTIONS = 4

_KANJI = re.compile("[㐀-䶿一-鿿豈-﫿々]")
_GLOSS_WORD = re.compile("[a-z]+")
_SMALL_WORDS = set(re.findall("[a-z]+", "a an and as at be by for from in into of on or the to up"))


class Item(NamedTuple):
    """Something to answer.

    kind: reading (typed), meaning or question (chosen).
    subject: the id of the word or question that it asks about.
    prompt: what is asked. context: the sentence that the word is met in, before, in and after it.
    options: what to choose from, in the order to show; none where the answer is typed.
    word: the word that it asks about. others: the lesson's other words.
    """

    kind: str
    subject: str
    prompt: str
    context: tuple[str, str, str] = ("", "", "")
    options: tuple[Option, ...] = ()
    word: TaughtWord | None = None
    others: tuple[TaughtWord, ...] = ()

    @property
    def id(self) -> str:
        """What answers are kept under, in its lesson: never position, wording or seed."""
        return f"{self.kind}/{self.subject}"


def words(lesson: Lesson, place: str = "", seed: int = 0) -> tuple[Item, ...]:
    """The vocabulary quiz on the words that are first met at a place.

    Each word is asked twice, once for its reading and once for its meaning, half a quiz apart;
    only once where it is written in kana, or where the lesson has no other meaning to offer.

    Raises:
        InputError: the lesson has no such place.
    """
    chance = random.Random(f"words {lesson.name} {place} {seed}")
    met = list(met_at(lesson, place))
    chance.shuffle(met)
    pairs = [(_reading(lesson, meeting), _meaning(lesson, meeting, chance)) for meeting in met]
    turned = [pair if number % 2 else pair[::-1] for number, pair in enumerate(pairs)]
    rounds = zip_longest(*turned)
    return tuple(item for asked in rounds for item in asked if item is not None)


def questions(lesson: Lesson, place: str = "", seed: int = 0) -> tuple[Item, ...]:
    """The comprehension questions on the paragraphs at a place, in order.

    Raises:
        InputError: the lesson has no such place.
    """
    chance = random.Random(f"questions {lesson.name} {place} {seed}")
    asked = [
        question for passage in lesson.passages(place) for question in passage.paragraph.questions
    ]
    return tuple(_question(question, chance) for question in asked)


def _question(question: Question, chance: random.Random) -> Item:
    options = _shuffled(question.options, chance)
    return Item(QUESTION, question.id, question.text, options=options)


def _reading(lesson: Lesson, meeting: Meeting) -> Item | None:
    word = meeting.word
    if not _KANJI.search(word.word):
        return None
    prompt = f"Type the reading of {word.word}."
    return _word_item(READING, lesson, meeting, prompt, ())


def _meaning(lesson: Lesson, meeting: Meeting, chance: random.Random) -> Item | None:
    word = meeting.word
    wrong = [
        Option(other.meaning, False, f"“{other.meaning}” is {other.word}（{other.reading}）.")
        for other in distractors(word, lesson.words, chance)
    ]
    if not wrong:
        return None
    options = _shuffled([Option(word.meaning, True, ""), *wrong], chance)
    return _word_item(MEANING, lesson, meeting, f"What does {word.word} mean here?", options)


def _word_item(
    kind: str, lesson: Lesson, meeting: Meeting, prompt: str, options: tuple[Option, ...]
) -> Item:
    word, sentence = meeting.word, meeting.sentence
    context = (
        sentence[: meeting.start],
        sentence[meeting.start : meeting.end],
        sentence[meeting.end :],
    )
    others = tuple(other for other in lesson.words if other.id != word.id)
    return Item(kind, word.id, prompt, context, options, word, others)


def distractors(
    word: TaughtWord, words: Sequence[TaughtWord], chance: random.Random
) -> list[TaughtWord]:
    """Up to three other words whose meanings can stand beside the word's own.

    Those of the same part of speech come first, among them those that share a kanji with the word.
    A word whose meaning shares an English word with the answer's could be right too, so it is left
    out.
    """
    own = _gloss_words(word)
    others = [other for other in words if other.id != word.id and not own & _gloss_words(other)]
    chance.shuffle(others)
    others.sort(key=lambda other: (_class(other) != _class(word), -_shared(word, other)))
    chosen: list[TaughtWord] = []
    for other in others:
        if other.meaning not in (taken.meaning for taken in chosen):
            chosen.append(other)
    return chosen[: OPTIONS - 1]


def _gloss_words(word: TaughtWord) -> set[str]:
    return set(_GLOSS_WORD.findall(word.meaning.lower())) - _SMALL_WORDS


def _class(word: TaughtWord) -> str:
    """The first word of its part of speech: a noun that takes する is a noun."""
    return re.split(r"[\s,、]", word.part_of_speech.strip().lower())[0]


def _shared(word: TaughtWord, other: TaughtWord) -> int:
    return len(set(_KANJI.findall(word.word)) & set(_KANJI.findall(other.word)))


def _shuffled(options: Sequence[Option], chance: random.Random) -> tuple[Option, ...]:
    return tuple(chance.sample(options, len(options)))
