"""One student's way through one quiz: what to ask, what was answered, and where to resume.

`practice.js` goes the same way on pages that have no kernel.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Literal, NamedTuple

from kit.errors import InputError
from kit.learner.event import Event, now
from kit.learner.memory import Marked
from kit.learner.progress import Progress
from kit.lesson.answer import LONGEST, Verdict, judge
from kit.lesson.hint import Hint, hint
from kit.lesson.item import Item

TRIES = 2
"""How often an item may be answered; the first answer alone counts."""

Mark = Literal["right", "hinted", "second", "wrong"]
"""What became of an item: right, right with a hint, right at the second try, wrong."""

_WORST: tuple[Mark, ...] = ("wrong", "second", "hinted", "right")
_LONGEST_TIME = 24 * 60 * 60 * 1000  # milliseconds


class Answered(NamedTuple):
    """What was answered to the item that is shown, and what was made of it."""

    answer: str
    verdict: Verdict


class Sitting(NamedTuple):
    """A quiz that is asked anew each time, and ends when the student has had enough.

    What was wrong comes once more when all was asked. It is counted in words, of which each item
    asks for one.

    later: the words that wait beyond its items. notes: what is to be said of it, a line each.
    marked: what words are marked as before it.
    """

    later: int = 0
    notes: tuple[str, ...] = ()
    marked: Mapping[str, Marked] = {}


class Session:
    """A quiz under way. Answers given earlier count, so it begins at the first item without one.

    items: what the quiz asks. results: for each item whether its last answer was right, or None.
    position: the item that is shown; the number of items when all are done, or it was stopped.
    tries: what was answered to it, the first answer and perhaps a second.
    revealed: whether its right answer may be shown. before: the item before it, where that was
    left wrong and its answer not seen.
    notice: why answers are not kept yet, where they can't be.
    """

    def __init__(
        self,
        lesson: str,
        items: Sequence[Item],
        progress: Progress,
        now: Callable[[], datetime] = now,
        sitting: Sitting | None = None,
    ) -> None:
        """Begin, or go on.

        Args:
            lesson: what answers are kept under.
            items: what to ask, each once.
            progress: where answers are kept.
            now: the clock, in UTC.
            sitting: set for one where earlier answers do not count, and that may be stopped.
        """
        self.items = tuple(items)
        self.tries: list[Answered] = []
        self.before: Item | None = None
        self.notice = ""
        self.sitting = sitting
        self._lesson = lesson
        self._progress = progress
        self._now = now
        self._shown = False
        self._stopped = False
        self._hints: dict[str, int] = {}  # taken for the next answer to an item
        self._marks: dict[str, Mark] = {}
        self._known: set[str] = set()  # words that are not to be asked again
        self._repeats: dict[str, Mark] | None = None  # what came once more, in a sitting
        if sitting is None:
            self._resume()
        self._asking = [number for number, mark in enumerate(self.marks) if mark is None]

    @property
    def position(self) -> int:
        """The item that is shown, counted from 0."""
        return len(self.items) if self._ended else self._asking[0]

    @property
    def item(self) -> Item | None:
        """The item that is shown; None when all are done, or the quiz was stopped."""
        return None if self._ended else self.items[self._asking[0]]

    @property
    def marks(self) -> list[Mark | None]:
        """What became of each item the last time, or None."""
        return [self._marks.get(item.id) for item in self.items]

    @property
    def mark(self) -> Mark | None:
        """What became of the item that is shown, this time."""
        marks = self._marks if self._repeats is None else self._repeats
        return marks.get(self.item.id) if self.item else None

    @property
    def results(self) -> list[bool | None]:
        """Whether each item's last answer was right, with a hint or without, or None."""
        return [None if mark is None else mark in ("right", "hinted") for mark in self.marks]

    @property
    def words(self) -> dict[str, Mark | None]:
        """The words of the items, each with the worst of their marks; None until all have one.

        One that is known, and so is not asked again, needs no more.
        """
        found: dict[str, list[Mark | None]] = {}
        for item, mark in zip(self.items, self.marks, strict=True):
            found.setdefault(item.subject, []).append(mark)
        return {word: self._worst(word, marks) for word, marks in found.items()}

    def _worst(self, word: str, marks: list[Mark | None]) -> Mark | None:
        done = [mark for mark in marks if mark is not None]
        if not done or (None in marks and word not in self._known):
            return None
        return min(done, key=_WORST.index)

    @property
    def left(self) -> int:
        """The words that are still to be asked, and those that wait beyond the items.

        Those that come once more were asked.
        """
        asking = self._asking if self._repeats is None else []
        words = {word.id for number in asking for word in self.items[number].words}
        return len(words) + (self.sitting.later if self.sitting else 0)

    @property
    def missed(self) -> int:
        """The words of a sitting that were wrong the last time, and so will be due in minutes."""
        last = self._marks | (self._repeats or {})
        found = {item.subject for item in self.items if last.get(item.id) in ("second", "wrong")}
        return len(found - self._known)

    @property
    def stopped(self) -> bool:
        """Whether the student has had enough, with items left."""
        return self._stopped

    @property
    def known(self) -> bool:
        """Whether the word of the item that is shown is not to be asked again."""
        return self.item is not None and self.item.subject in self._known

    @property
    def notes(self) -> list[str]:
        """What is to be said of the quiz, and of the file that answers are kept in."""
        told = [*self.sitting.notes] if self.sitting else []
        return [*told, self._progress.notice] if self._progress.notice else told

    @property
    def answered(self) -> Answered | None:
        """The last answer to the item that is shown."""
        return self.tries[-1] if self.tries else None

    @property
    def revealed(self) -> bool:
        """Whether the right answer to the item that is shown may be seen."""
        last = self.answered
        if last is None:
            return False
        return last.verdict.correct or len(self.tries) == TRIES or self._shown

    @property
    def hint(self) -> Hint | None:
        """The hint that was taken for the item that is shown."""
        item = self.item
        return hint(item) if item and self._hints.get(item.id) else None

    @property
    def struck(self) -> list[str]:
        """The options that are known to be wrong: by the hint, and by the first answer."""
        item, told = self.item, self.hint
        out = [told.struck] if told and told.struck else []
        if item and item.options and not item.order:
            out += [tried.answer for tried in self.tries if not tried.verdict.correct]
        return out

    def answer(self, position: int, answer: str, milliseconds: int | None = None) -> None:
        """Judge and keep an answer, and a second one where the first was wrong.

        One that is not for the item shown, comes too late or names what is struck out is ignored.

        Args:
            position: that of the item that it answers.
            answer: the text of an option, a typed reading, or options put together, a line each.
            milliseconds: how long it took, where that is known.
        """
        item = self.item
        answer = tidy(answer)
        if item is None or position != self.position or self.revealed or answer in self.struck:
            return
        verdict = judge(item, answer)
        hints = 0 if self.tries else self._hints.get(item.id, 0)
        event = Event.answered(
            self._lesson,
            item.id,
            answer,
            correct=verdict.correct,
            milliseconds=_sensible(milliseconds),
            time=self._now(),
            student=self._progress.student,
            hints=hints,
        )
        event = event._replace(kind="second") if self.tries else event
        self._record(event)
        (self._marks if self._repeats is None else self._repeats)[item.id] = _mark(event)
        self.tries.append(Answered(answer, verdict))
        self.before = None

    def take_hint(self, position: int) -> None:
        """Have the hint of the item that is shown, before its first answer; it then counts half."""
        item = self.item
        if item is None or position != self.position or self.tries or self.hint or not hint(item):
            return
        self._hints[item.id] = 1
        student = self._progress.student
        event = Event.seen("hint", self._lesson, item.id, time=self._now(), student=student)
        self._record(event)

    def show(self) -> None:
        """See the right answer instead of trying again."""
        self._shown = bool(self.tries)

    def next(self) -> None:
        """Go on to the next item once the one shown is answered."""
        if self.tries and self.item:
            self.before = None if self.revealed else self.item
            self._leave(self.item)
            self._asking = [n for n in self._asking[1:] if self.items[n].subject not in self._known]
            if not self._asking and self.sitting is not None and self._repeats is None:
                self._repeat()

    def know(self) -> None:
        """In a sitting, don't have the word of the item asked again; or do, the second time."""
        item = self.item
        if item is None or self.sitting is None or not self.revealed:
            return
        word, before = item.subject, self.sitting.marked.get(item.subject)
        self._known ^= {word}
        mark, lesson, context = "known", "", item.completed if any(item.completed) else item.context
        if word not in self._known:
            mark, lesson, context = before[:3] if before else ("", lesson, context)
        student = self._progress.student
        self._record(
            Event.seen(
                "mark", lesson, word, mark, time=self._now(), student=student, context=context
            )
        )

    def _repeat(self) -> None:
        """Ask once more what was wrong."""
        self._repeats = {}
        self._asking = [
            number
            for number, (item, mark) in enumerate(zip(self.items, self.marks, strict=True))
            if mark in ("second", "wrong") and item.subject not in self._known
        ]

    def stop(self) -> None:
        """Have had enough of a sitting; an item that is answered counts as done."""
        if self.sitting is not None and not self._ended:
            self.next()
            self._stopped = bool(self._asking)

    def again(self) -> None:
        """Go on after a stop, or begin again when all is done, but for a sitting.

        It begins with what was not simply right, or if all was, with all.
        """
        if self._stopped:
            self._stopped = False
        elif not self._asking and self.sitting is None:
            again = [number for number, mark in enumerate(self.marks) if mark != "right"]
            self._asking = again or list(range(len(self.items)))
            self.before = None

    @property
    def _ended(self) -> bool:
        return self._stopped or not self._asking

    def _leave(self, item: Item) -> None:
        self._hints.pop(item.id, None)
        self.tries = []
        self._shown = False

    def _resume(self) -> None:
        try:
            events = self._progress.events(self._lesson)
        except InputError as error:
            self.notice = str(error)
            events = []
        for event in events:
            if event.kind == "hint":
                self._hints[event.item] = 1
            elif event.kind == "answer" or (event.kind == "second" and event.item in self._marks):
                self._marks[event.item] = _mark(event)
                self._hints.pop(event.item, None)

    def _record(self, event: Event) -> None:
        """Keep an event; one that can't be kept is kept with the next one that can."""
        try:
            self._progress.record(event)
            self.notice = ""
        except InputError as error:
            self.notice = str(error)


def tidy(answer: str) -> str:
    """An answer that can be kept: not too long, and no half characters in it."""
    return answer[:LONGEST].encode(errors="replace").decode()


def _mark(event: Event) -> Mark:
    if not event.correct:
        return "wrong"
    if event.kind == "second":
        return "second"
    return "hinted" if event.hints else "right"


def _sensible(milliseconds: int | None) -> int | None:
    return milliseconds if milliseconds is None or 0 <= milliseconds <= _LONGEST_TIME else None
