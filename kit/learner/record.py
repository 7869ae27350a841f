"""A student's way through the questions of an assignment: answers are kept, and nobody judges."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from kit.learner.answers_file import LONGEST_TIME, Given, Sheet
from kit.learner.assignment_file import Asked
from kit.learner.event import now
from kit.learner.session import tidy


class Record:
    """Questions under way; they begin at the first one without an answer.

    asked: the questions. position: the one that is shown; their number at the end of them.
    """

    def __init__(
        self, asked: Sequence[Asked], sheet: Sheet, now: Callable[[], datetime] = now
    ) -> None:
        """Begin, or go on.

        Args:
            asked: what to ask.
            sheet: where answers are kept.
            now: the clock, in UTC.
        """
        self.asked = tuple(asked)
        self.sheet = sheet
        self.position = 0
        self._now = now
        self.resume()

    @property
    def shown(self) -> Asked | None:
        """The question that is shown; None at the end of them."""
        return self.asked[self.position] if self.position < len(self.asked) else None

    @property
    def given(self) -> list[str | None]:
        """The answer to each question, or None."""
        kept = (self.sheet.given.get(asked.id) for asked in self.asked)
        return [None if one is None else one.answer for one in kept]

    def answer(self, position: int, answer: str, milliseconds: int | None = None) -> None:
        """Keep an answer in place of an earlier one; one that comes too late is ignored.

        Args:
            position: that of the question that it answers.
            answer: the text of an option, a typed reading, or options put together, a line each.
            milliseconds: how long it took, where that is known.
        """
        shown, answer = self.shown, tidy(answer)
        if shown is None or position != self.position or not answer.strip():
            return
        sensible = milliseconds is not None and 0 <= milliseconds <= LONGEST_TIME
        taken = milliseconds if sensible else None
        self.sheet.keep(shown.id, Given(answer, self._now(), taken))

    def next(self) -> None:
        """Go on to the next question, answered or not."""
        self.position = min(self.position + 1, len(self.asked))

    def back(self) -> None:
        """Go back to the question before."""
        self.position = max(self.position - 1, 0)

    def resume(self) -> None:
        """Go to the first question without an answer; where all have one, to the end."""
        given = self.given
        self.position = given.index(None) if None in given else len(given)

    def again(self) -> None:
        """Go to the first question without an answer; where all have one, to the first."""
        self.resume()
        if self.position == len(self.asked):
            self.position = 0
