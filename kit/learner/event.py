"""What a student did: an event, kept for good and never changed."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import NamedTuple

STUDENT = "me"
"""The student of a machine that only one person learns on."""

Context = tuple[str, str, str]
"""A sentence before a word, the word as it stands there, and the sentence after it."""

NO_CONTEXT: Context = ("", "", "")


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


class Event(NamedTuple):
    """Something that a student did.

    id: a UUID. lesson: its name; empty for a text of the student's own.
    item: the id of a quiz item, `reading/協調/きょうちょう`, or of a word, `協調/きょうちょう`.
    kind: what was done: `answer`, a `second` answer or a `hint` in a quiz; `read`, `look-up`,
    `reveal` or `mark` in a text; `import` of a word that was learnt elsewhere.
    answer: the text given, what a word is marked as, or the days until an imported word is due.
    correct: whether it was right; None where nothing was judged.
    milliseconds: how long it took, where that is known. hints: how many were used.
    time: when, in UTC. context: the sentence in which a word was marked.
    """

    id: str
    student: str
    lesson: str
    item: str
    kind: str
    answer: str
    correct: bool | None
    milliseconds: int | None
    hints: int
    time: datetime
    context: Context = NO_CONTEXT

    @classmethod
    def answered(
        cls,
        lesson: str,
        item: str,
        answer: str,
        *,
        correct: bool,
        time: datetime,
        student: str = STUDENT,
        milliseconds: int | None = None,
        hints: int = 0,
    ) -> Event:
        """An answer to a quiz item, with an id of its own."""
        identity = str(uuid.uuid4())
        return cls(
            identity, student, lesson, item, "answer", answer, correct, milliseconds, hints, time
        )

    @classmethod
    def seen(
        cls,
        kind: str,
        lesson: str,
        item: str,
        answer: str = "",
        *,
        time: datetime,
        student: str = STUDENT,
        context: Context = NO_CONTEXT,
    ) -> Event:
        """Something done that nobody judges.

        Args:
            kind: `look-up` of a word, `reveal` of a version, `mark` of a word; `hint` for an item.
            lesson: its name; empty for a text of the student's own.
            item: the word's or the item's id, or the version's: `easy/2.1`.
            answer: what a word is marked as.
            time: when, in UTC.
            student: who did it.
            context: the sentence that a marked word stands in.
        """
        return cls(
            str(uuid.uuid4()), student, lesson, item, kind, answer, None, None, 0, time, context
        )

    @classmethod
    def read(
        cls, lesson: str, item: str, milliseconds: int, *, time: datetime, student: str = STUDENT
    ) -> Event:
        """A reading of a text, or of a part of it, from its first look to its last."""
        return cls(
            str(uuid.uuid4()), student, lesson, item, "read", "", None, milliseconds, 0, time
        )
