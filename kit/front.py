"""The text of a front end's files: plain JavaScript and CSS, shortened without a build."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def source(file: Path) -> str:
    """The text of a file, without indents and lines of comment: it travels with what is shown."""
    lines = file.read_text(encoding="utf-8").splitlines()
    kept = (line.strip() for line in lines)
    return "\n".join(line for line in kept if line and not line.startswith("//")) + "\n"
