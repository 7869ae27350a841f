"""What a student remembers: a pure fold over the events.

A word has two memories, how it is read and what it means, wherever it is met. When each is due,
and how likely it is remembered, is FSRS-6's to say, with its default parameters, as py-fsrs has
them (https://github.com/open-spaced-repetition/py-fsrs); nothing is put off by chance.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from fsrs import Card, Rating, Scheduler, State

from kit.language.lexicon.identity import WordId
from kit.learner.event import Context, Event
from kit.learner.word_key import key, present
from kit.lesson.ruby import KANJI

READING, MEANING = "reading", "meaning"
ASPECTS = (READING, MEANING)

KNOWN = 0.9
"""The chance of being remembered from which on a word is known: below it, FSRS has it due."""

GRADES = {"reading": READING, "kanji": READING, "meaning": MEANING, "gap": MEANING}
"""Which kind of quiz item tests which memory; an item of another kind tests neither alone."""

SCHEDULER = Scheduler(enable_fuzzing=False)
DECAY = -SCHEDULER.parameters[20]
FACTOR = 0.9 ** (1 / DECAY) - 1
"""The forgetting curve: after d whole days, (1 + FACTOR · d / stability) ** DECAY."""

_LONGEST = 36_500  # days

# Plain numbers in the many reviews that are kept: the garbage collector has no work with them.
_RATINGS = {rating.value: rating for rating in Rating}
_AGAIN, _HARD, _GOOD = Rating.Again.value, Rating.Hard.value, Rating.Good.value

Key = tuple[str, str]
"""A word's id, or what is the same for all its ids, and READING or MEANING."""


class Marked(NamedTuple):
    """What a word was last marked as by hand, and where: lesson and sentence."""

    mark: str
    lesson: str
    context: Context
    time: datetime


class Due(NamedTuple):
    """A memory that is to be refreshed: how likely it is remembered now, and since when due."""

    word: str
    aspect: str
    chance: float
    due: datetime


_Review = tuple[datetime, int, float]
"""When a memory was tested, with which result, and 0; or when a word was last reviewed elsewhere,
and the days between its reviews there."""


class _Trace(NamedTuple):
    """A memory: its card, when it first left the learning steps, and all that led there."""

    card: Card
    learnt: datetime | None
    reviews: tuple[_Review, ...]


class Memory:
    """What a student remembers. Never changed once made.

    It is asked for a word by any of its ids (see `word_key`), and names a word by the one that it
    was last met under.
    """

    __slots__ = ("_marks", "_named", "_traces")

    def __init__(
        self,
        traces: Mapping[Key, _Trace] | None = None,
        marks: Mapping[str, Marked] | None = None,
        named: Mapping[str, tuple[datetime, str]] | None = None,
    ) -> None:
        self._traces = dict(traces or {})
        self._marks = dict(marks or {})
        self._named = dict(named or {})

    @classmethod
    def of(cls, events: Iterable[Event]) -> Memory:
        """The memory that events leave, in whatever order they come."""
        return cls().after(events)

    def after(self, events: Iterable[Event]) -> Memory:
        """The memory that these leave on top of what was before."""
        after = Memory(self._traces, self._marks, self._named)
        reviews: dict[Key, list[_Review]] = {}
        for event in events:
            if event.kind == "answer":
                kind, _, word = event.item.partition("/")
                aspect = GRADES.get(kind)
                if aspect is not None and event.correct is not None:
                    reviews.setdefault((word, aspect), []).append((event.time, _rating(event), 0))
            elif event.kind == "import":
                days = _days(event.answer)
                for aspect in _aspects(event.item) if days else ():
                    review = (event.time, _GOOD, days)
                    reviews.setdefault((event.item, aspect), []).append(review)
            elif event.kind == "mark":
                after._mark(event)
        merged: dict[Key, list[_Review]] = {}
        for (word, aspect), added in reviews.items():
            met = after._name(word, max(added)[0])
            merged.setdefault((met, aspect), []).extend(added)
        for which, added in merged.items():
            after._traces[which] = _reviewed(self._traces.get(which), added)
        return after

    def card(self, word: str, aspect: str) -> Card | None:
        """The FSRS card of a memory; None where it was never tested."""
        trace = self._traces.get((key(word), aspect))
        return trace.card if trace else None

    def chance(self, word: str, aspect: str, now: datetime) -> float | None:
        """How likely something is remembered, from 0 to 1; None where it was never tested."""
        trace = self._traces.get((key(word), aspect))
        return SCHEDULER.get_card_retrievability(trace.card, now) if trace else None

    def mark(self, word: str) -> str:
        """What a word is marked as: known, learning, ignored, or empty."""
        marked = self.marking(word)
        return marked.mark if marked else ""

    def marking(self, word: str) -> Marked | None:
        """How a word was last marked; None where it never was."""
        return self._marks.get(key(word))

    @property
    def marked(self) -> dict[str, Marked]:
        """The words that are marked, each with its last mark."""
        return {self._id(k): marked for k, marked in self._marks.items() if marked.mark}

    @property
    def words(self) -> list[str]:
        """The words that were tested or are marked, sorted."""
        return sorted({self._id(k) for k, _ in self._traces} | self.marked.keys())

    @property
    def learnt(self) -> dict[Key, datetime]:
        """When each memory first left the learning steps by an answer given here, if it did."""
        return {
            (self._id(k), aspect): trace.learnt
            for (k, aspect), trace in self._traces.items()
            if trace.learnt
        }

    def knows(self, word: str, now: datetime, aspect: str = MEANING) -> str:
        """Whether a word is `known`, `learning` or `new`.

        What is marked as known or ignored is known, whatever was answered; so is what was right
        the last time and is remembered with a chance of KNOWN. What else was tested, or is marked
        as learning, is being learnt.
        """
        mark = self.mark(word)
        if mark in ("known", "ignored"):
            return "known"
        chance = self.chance(word, aspect, now)
        if chance is not None and chance >= KNOWN and not self.missed(word, aspect):
            return "known"
        tested = any((key(word), each) in self._traces for each in ASPECTS)
        return "learning" if tested or mark else "new"

    def missed(self, word: str, aspect: str) -> bool:
        """Whether it is to be learnt again.

        It was not simply right the last time, so that FSRS has it in its first steps; or the word
        was marked as learning since.
        """
        trace = self._traces.get((key(word), aspect))
        return trace is not None and (trace.card.step == 0 or self._wanted(key(word), trace))

    def imported(self, word: str, aspect: str) -> bool:
        """Whether it is known from elsewhere alone: it was never tested here."""
        trace = self._traces.get((key(word), aspect))
        return trace is not None and _elsewhere(trace)

    def _wanted(self, met: str, trace: _Trace) -> bool:
        marked = self._marks.get(met)
        return (
            marked is not None and marked.mark == "learning" and marked.time > trace.reviews[-1][0]
        )

    def due(self, now: datetime, until: datetime | None = None) -> list[Due]:
        """The memories to refresh, the least likely remembered first.

        Args:
            now: the time, in UTC.
            until: the end of the day: what is reviewed by days is due on the whole day, what is
                still in its first minutes only once they are over; `now` if None.

        Returns:
            Of the words that are marked as known or ignored none, nor of those that were learnt
            elsewhere and never tested here: the other program asks them. A word that was marked
            as learning after its last answer is due at once.
        """
        found = []
        for (met, aspect), trace in self._traces.items():
            word, marked = self._id(met), self._marks.get(met)
            if marked is not None and marked.mark in ("known", "ignored"):
                continue
            card = trace.card
            last = until if until is not None and card.state == State.Review else now
            wanted = self._wanted(met, trace)
            if wanted or (card.due <= last and not _elsewhere(trace)):
                chance = SCHEDULER.get_card_retrievability(card, now)
                found.append(Due(word, aspect, chance, min(card.due, now) if wanted else card.due))
        return sorted(found, key=lambda due: (due.chance, due.due, due.word, due.aspect))

    def _name(self, word: str, time: datetime) -> str:
        """The key of a word that was met at a time; it is named as it was met last."""
        met, named = key(word), (time, word)
        before = self._named.get(met)
        if before is None or before < named:
            self._named[met] = named
        return met

    def _id(self, met: str) -> str:
        """The id that the word of a key has now."""
        return present(self._named[met][1])

    def _mark(self, event: Event) -> None:
        met = self._name(event.item, event.time)
        before = self._marks.get(met)
        if before is None or before.time <= event.time:
            self._marks[met] = Marked(event.answer, event.lesson, event.context, event.time)


def _reviewed(before: _Trace | None, added: list[_Review]) -> _Trace:
    """A memory after more reviews, one at the least, in whatever order they come."""
    added.sort()
    reviews = added
    if before is not None:
        reviews = [*before.reviews, *added]
        if added[0] < before.reviews[-1]:  # made on another machine, and brought here later
            before, added = None, sorted(reviews)
            reviews = added
    card = before.card if before else Card(card_id=0, due=added[0][0])
    learnt = before.learnt if before else None
    for time, rating, days in added:
        if days:
            card = _learnt_elsewhere(card, time, days)
            continue
        card, _ = SCHEDULER.review_card(card, _RATINGS[rating], time)
        if learnt is None and card.state == State.Review:
            learnt = time
    return _Trace(card, learnt, tuple(reviews))


def _elsewhere(trace: _Trace) -> bool:
    return all(days for _, _, days in trace.reviews)


def _learnt_elsewhere(card: Card, time: datetime, days: float) -> Card:
    """The card of a word with so many days between its reviews, unless it is known better here.

    FSRS's stability is the number of days in which the chance of remembering falls to 0.9, which
    is what other programs' intervals aim at.
    """
    if card.stability is not None and card.stability >= days:
        return card
    begun, _ = SCHEDULER.review_card(card, Rating.Good, time)
    return Card(
        card_id=0,
        state=State.Review,
        stability=days,
        difficulty=begun.difficulty,
        due=time + timedelta(days=max(1, round(days))),
        last_review=time,
    )


def _rating(event: Event) -> int:
    if not event.correct:
        return _AGAIN
    return _HARD if event.hints else _GOOD


def _aspects(word: str) -> tuple[str, ...]:
    """The memories that a word can have: one without kanji can't be asked how it is read."""
    return ASPECTS if KANJI.search(WordId.parse(word).headword) else (MEANING,)


def _days(answer: str) -> float:
    """The days of an imported word; 0 where they are none."""
    try:
        days = float(answer)
    except ValueError:
        return 0
    return min(days, _LONGEST) if days > 0 else 0
