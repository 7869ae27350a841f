"""What a student knows, kept up with the events: each is read from the file and folded in once."""

from __future__ import annotations

from kit.learner.memory import Memory
from kit.learner.progress import Mark, Progress


class Knowledge:
    """The memory that a student's events leave, up to the last one."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._seen: Mark | None = None
        self._memory = Memory()

    def memory(self) -> Memory:
        """What the student remembers.

        Raises:
            InputError: the events cannot be read.
        """
        seen, events = self._progress.after(self._seen)
        before = self._seen
        if not (seen and before and seen.file == before.file and seen.number >= before.number):
            self._memory = Memory()
        if seen != self._seen:
            self._memory = self._memory.after(events)
        self._seen = seen
        return self._memory
