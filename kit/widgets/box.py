"""A box for any Japanese text, and the reader below it."""

from __future__ import annotations

from typing import Any

import traitlets

from kit.errors import InputError
from kit.language.annotate import annotate
from kit.learner.progress import Progress
from kit.texts import Texts
from kit.widgets.reader import Page, Reader

LONGEST = 200_000
"""Characters of a pasted text that are read."""


class Box(Reader):
    """A reader whose text the student puts in. box: the text at first."""

    box = traitlets.Unicode().tag(sync=True)

    def __init__(self, text: str, progress: Progress, says: Texts) -> None:
        """Begin with a text.

        Args:
            text: what stands in the box; of one that is longer than LONGEST, the beginning is read.
            progress: where look-ups and marks are kept.
            says: the interface's texts.
        """
        super().__init__([_page(text[:LONGEST])], progress=progress, says=says)
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
        self.notice = ""
        if len(text) > LONGEST:
            self.notice = self._says("reader.too-long", count=f"{LONGEST:,}")
        try:
            state = self._state([_page(text[:LONGEST])])
        except InputError as error:
            self.notice = str(error)
            return
        with self.hold_sync():
            for name, value in state.items():
                setattr(self, name, value)


def _page(text: str) -> Page:
    return Page(annotate(text.encode(errors="replace").decode()).paragraphs)
