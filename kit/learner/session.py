"""One student's way through one quiz: what to ask, what was answered, and where to resume."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from kit.errors import InputError
from kit.learner.progress import Event, Progress
from kit.lesson.answer import LONGEST, Verdict, judge
from kit.lesson.item import Item


def _now() -> datetime:
    return datetime.now(UTC)


class Answered(NamedTuple):
    """What was answered to the item that is shown, and what was made of it."""

    answer: str
    verdict: Verdict


class Session:
    """A quiz under way. Answers given earlier count, so it begins at the first item without one.

    items: what the quiz asks. results: for each item whether its last answer was right, or None.
    position: the item that is shown; the number of items when all are done.
    answered: what was answered to it, while the feedback is shown.
    notice: why answers are not kept, where they can't be.
    """

    def __init__(
        self,
        lesson: str,
        items: Sequence[Item],
        progress: Progress,
        now: Callable[[], datetime] = _now,
    ) -> None:
        self.items = tuple(items)
        self.answered: Answered | None = None
        self.notice = ""
        self._lesson = lesson
        self._progress = progress
        self._now = now
        self.results = self._earlier()
        self._asking = [number for number, result in enumerate(self.results) if result is None]

    @property
    def position(self) -> int:
        """The item that is shown, counted from 0."""
        return self._asking[0] if self._asking else len(self.items)

    @property
    def item(self) -> Item | None:
        """The item that is shown; None when all are done."""
        return self.items[self._asking[0]] if self._asking else None

    def answer(self, position: int, answer: str, milliseconds: int | None = None) -> None:
        """Judge and keep an answer. One that is not for the item shown, or is a second, is ignored.

        Args:
            position: that of the item that it answers.
            answer: the text of an option, or a typed reading.
            milliseconds: how long it took, where that is known.
        """
        item = self.item
        if item is None or position != self.position or self.answered:
            return
        answer = (
            answer[:LONGEST].encode(errors="replace").decode()
        )  # half a character can't be kept
        verdict = judge(item, answer)
        self.answered = Answered(answer, verdict)
        self.results[self.position] = verdict.correct
        event = Event.answered(
            self._lesson,
            item.id,
            answer,
            correct=verdict.correct,
            milliseconds=milliseconds,
            time=self._now(),
        )
        try:
            self._progress.record(event)
        except InputError as error:
            self.notice = str(error)

    def next(self) -> None:
        """Go on to the next item once the one shown is answered."""
        if self.answered:
            self.answered = None
            del self._asking[0]

    def again(self) -> None:
        """Begin again when all is done: with what was wrong, or where nothing was, with all."""
        if not self._asking:
            wrong = [number for number, result in enumerate(self.results) if not result]
            self._asking = wrong or list(range(len(self.items)))

    def _earlier(self) -> list[bool | None]:
        try:
            events = self._progress.events(self._lesson)
        except InputError as error:
            self.notice = str(error)
            events = []
        last = {event.item: event.correct for event in events if event.kind == "answer"}
        return [last.get(item.id) for item in self.items]
