"""What the commands say, on standard output and standard error."""

from __future__ import annotations

import os
import re
import shutil
import sys
import textwrap
from collections.abc import Iterable, Sequence
from pathlib import Path

from kit.errors import InputError

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def say(message: str) -> None:
    """Say something about the work on standard error, in one line."""
    print("kit:", line(message), file=sys.stderr)


def wrote(files: Iterable[Path]) -> None:
    """Name the files that were written."""
    for file in files:
        print(f"wrote {file}")


def write(file: Path, text: str) -> None:
    """Write a file whole or not at all.

    Raises:
        InputError: it cannot be written.
    """
    part = file.with_name(f".{file.name}.part")
    try:
        try:
            part.write_text(text, encoding="utf-8", newline="\n")
            os.replace(part, file)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    except OSError as error:
        problem = f"it cannot be written ({error.strerror})"
        raise InputError(problem, "make its folder writable, or name another", file=file) from None


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


def wrapped(rows: Sequence[str], width: int | None) -> str:
    """Rows broken between words, where they have any; a terminal breaks Japanese by itself."""
    if width is None:
        return "\n".join(rows)
    return "\n".join(
        textwrap.fill(row, width, break_long_words=False, break_on_hyphens=False) for row in rows
    )
