"""A timed reading: a text alone, from the first look at it to the last, in characters a minute."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from html import escape
from typing import Any

import anywidget
import traitlets

from kit.errors import InputError
from kit.learner.event import Event, now
from kit.learner.progress import Progress
from kit.lesson.lesson import Lesson
from kit.widgets import front
from kit.widgets.fallback import bundle

FASTEST = 3000
"""Characters a minute above which nobody has read: a time like that is not kept."""

LONGEST = 6 * 60 * 60 * 1000
"""Milliseconds after which nobody was reading."""


class TimedReading(anywidget.AnyWidget):
    """Shows a text without any help while a student reads it, and keeps how long it took.

    lines: kind and text of each line. characters: those that count, blanks left out.
    last: characters a minute of the last time, 0 where there was none. notice: why it is not kept.
    """

    _esm = front.module("timed.js")
    _css = front.source("timed.css")
    texts: traitlets.Dict[str, str] = traitlets.Dict().tag(sync=True)
    lines: traitlets.List[Any] = traitlets.List().tag(sync=True)
    characters = traitlets.Int().tag(sync=True)
    last = traitlets.Int().tag(sync=True)
    notice = traitlets.Unicode().tag(sync=True)

    def __init__(
        self, lesson: Lesson, progress: Progress, now: Callable[[], datetime] = now
    ) -> None:
        """Show a lesson's whole text.

        Args:
            lesson: the one to read.
            progress: where readings are kept.
            now: the time.
        """
        self._lesson = lesson.name
        self._progress = progress
        self._now = now
        lines = [line for passage in lesson.passages() for line in passage.lines()]
        super().__init__(
            lines=[[kind, text] for text, kind in lines],
            characters=lesson.characters,
            texts=lesson.texts.under("timed"),
        )
        self.last = self._earlier()
        self.on_msg(self._received)
        head = lesson.texts("timed.characters", count=lesson.characters)
        self._plain = "\n".join([head, *(text for text, _ in lines)])
        self._html = "\n".join(
            [f"<p><b>{head}</b></p>", *(f'<p lang="ja">{escape(text)}</p>' for text, _ in lines)]
        )

    def _received(self, _widget: object, message: dict[str, Any], _buffers: object) -> None:
        """Keep a reading time: `{do: read, milliseconds}`."""
        match message:
            case {"do": "read", "milliseconds": int(taken)} if self._sensible(taken):
                who = self._progress.student
                event = Event.read(self._lesson, "whole", taken, time=self._now(), student=who)
                try:
                    self._progress.record(event)
                except InputError as error:
                    self.notice = str(error)
                else:
                    self.notice = ""
                self.last = speed(self.characters, taken)

    def _sensible(self, taken: int) -> bool:
        return 0 < taken <= LONGEST and speed(self.characters, taken) <= FASTEST

    def _earlier(self) -> int:
        try:
            events = self._progress.events(self._lesson)
        except InputError as error:
            self.notice = str(error)
            return 0
        times = [event.milliseconds for event in events if event.kind == "read"]
        return speed(self.characters, times[-1]) if times and times[-1] else 0

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        return bundle(super()._repr_mimebundle_(**kwargs), self._plain, self._html)

    def __repr__(self) -> str:
        return self._plain


def speed(characters: int, milliseconds: int) -> int:
    """Characters a minute."""
    return round(characters * 60_000 / milliseconds)
