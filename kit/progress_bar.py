"""A progress bar for a file that is read, or for any work of so many steps."""

from __future__ import annotations

import time
from types import TracebackType
from typing import Self, TextIO


class ProgressBar:
    """How much of a work is done, on a terminal, from the first second on.

    Args:
        terminal: where to draw it.
        total: the file's bytes, or the steps of the work; None where that is unknown.
        steps: what the steps are, in the plural; empty for the bytes of a file.
    """

    def __init__(self, terminal: TextIO, total: int | None, steps: str = "") -> None:
        self._terminal, self._total, self._steps = terminal, total, steps
        self._begun = self._drawn = time.monotonic()
        self._shown = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.clear()

    def update(self, done: int) -> None:
        """Say that so many bytes or steps are done; drawn at most five times a second."""
        now = time.monotonic()
        if now - self._begun < 1 or now - self._drawn < 0.2:
            return
        self._drawn, self._shown = now, True
        if self._total:
            share = min(1.0, done / self._total)
            left = (now - self._begun) * (1 - share) / share if share else 0
            full = int(share * 30)
            steps = f"  {done:,} of {self._total:,} {self._steps}" if self._steps else ""
            bar = f"{'━' * full}{'─' * (30 - full)} {share:4.0%}{steps}  about {left:.0f} s left"
        else:
            bar = f"{done / 1e6:.1f} MB read"
        self._terminal.write(f"\r{bar}\x1b[K")
        self._terminal.flush()

    def clear(self) -> None:
        """Take it off the terminal, so that something else can be written there."""
        if self._shown:
            self._shown = False
            self._terminal.write("\r\x1b[K")
            self._terminal.flush()
