"""A box for any Japanese text, and the reader below it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import traitlets

from kit.errors import InputError
from kit.language.annotate import annotate
from kit.learner.event import now
from kit.texts import Texts
from kit.widgets.reader import Page, Reader
from kit.widgets.student import Student

LONGEST = 200_000
"""Characters of a pasted text that are read."""


class Box(Reader):
    """A reader whose text the student puts in. box: the text at first.

    How much of the text is known is said as soon as it is read.
    """

    counts = True

    box = traitlets.Unicode().tag(sync=True)

    def __init__(
        self, text: str, student: Student, says: Texts, now: Callable[[], datetime] = now
    ) -> None:
        """Begin with a text.

        Args:
            text: what stands in the box; of one that is longer than LONGEST, the beginning is read.
            student: who reads.
            says: the interface's texts.
            now: the clock, in UTC.
        """
        super().__init__([_page(text[:LONGEST])], student=student, says=says, now=now)
        self.box = text

    def _received(self, widget: object, message: dict[str, Any], buffers: object) -> None:
        """Read what was put in: `{do: text, text}`; the rest as in any reader."""
        match message:
            case {"do": "text", "text": str(text)}:
                self.read(text)
            case _:
                super()._received(widget, message, buffers)

    def read(self, text: str) -> None:
        """Show another text; of one that is longer than LONGEST, the beginning."""
        too_long = len(text) > LONGEST
        self._own_notice = self._says("reader.too-long", count=f"{LONGEST:,}") if too_long else ""
        try:
            self._show(self._state([_page(text[:LONGEST])]))
        except InputError as error:
            self.notice = str(error)


def _page(text: str) -> Page:
    return Page(annotate(text.encode(errors="replace").decode()).paragraphs)
