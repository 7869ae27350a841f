"""What the commands say, on standard output and standard error."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def say(message: str) -> None:
    """Say something about the work on standard error, in one line."""
    print("kit:", line(message), file=sys.stderr)


def wrote(files: Iterable[Path]) -> None:
    """Name the files that were written."""
    for file in files:
        print(f"wrote {file}")


def line(message: str) -> str:
    """A message as one line that a terminal shows and does not obey."""
    return _CONTROLS.sub("", " ".join(message.split()))


def terminal() -> tuple[int | None, bool]:
    """The width of the terminal that is written to, or None, and whether to colour."""
    if not sys.stdout.isatty():
        return None, False
    plain = os.environ.get("TERM") == "dumb" or bool(os.environ.get("NO_COLOR"))
    width = shutil.get_terminal_size((0, 0)).columns
    return (width if width >= 20 else None), not plain
