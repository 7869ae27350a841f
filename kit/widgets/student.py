"""A student at their notebooks: what they do is kept, and what shows it follows."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Protocol
from weakref import WeakSet

from kit.errors import InputError
from kit.learner.event import STUDENT, Event
from kit.learner.knowledge import Knowledge
from kit.learner.memory import Memory
from kit.learner.progress import Progress, default_file


class Follower(Protocol):
    """What shows what a student remembers."""

    def follow(self, memory: Memory) -> None:
        """Show what is remembered by now."""


class Student:
    """A student at their notebooks, of whom a kernel needs one only: events are folded in once.

    progress: where what they do is kept. trouble: why something of it is not kept, or not read;
    empty if all is.
    """

    def __init__(self, progress: Progress) -> None:
        self.progress = progress
        self._knowledge = Knowledge(progress)
        self._memory = Memory()
        self._unread = ""
        self._followers: WeakSet[Follower] = WeakSet()

    @property
    def trouble(self) -> str:
        """Why something that they did is not kept, or not read; empty if all is."""
        return self.progress.trouble or self._unread

    def memory(self) -> Memory:
        """What the student remembers; where the file can't be read, what was known of it before."""
        try:
            self._memory = self._knowledge.memory()
            self._unread = ""
        except InputError as error:
            self._unread = str(error)
        waiting = self.progress.waiting
        return self._memory.after(waiting) if waiting else self._memory

    def keep(self, event: Event) -> None:
        """Keep what the student did; where it can't be, this kernel knows it all the same."""
        with suppress(InputError):  # told in `trouble`
            self.progress.record(event)

    def watch(self, follower: Follower) -> None:
        """From now on, tell this one too when what is remembered has changed."""
        self._followers.add(follower)

    def changed(self) -> None:
        """Have all that shows what is remembered follow."""
        memory = self.memory()
        for follower in list(self._followers):
            follower.follow(memory)


def student(name: str = STUDENT) -> Student:
    """A student of this kernel, the same one each time: one for each name and file of answers."""
    return _student(default_file(), name)


@cache
def _student(file: Path, name: str) -> Student:
    return Student(Progress(file, name))
