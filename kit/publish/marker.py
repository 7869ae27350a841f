"""The mark in the head of what the kit exports, by which it knows its own files again."""

from __future__ import annotations

from html import escape
from pathlib import Path

from kit.lesson.lesson import Lesson

PAGE, SHEET = "Seiji Kit", "Seiji Kit, on paper"


def marker(lesson: Lesson, kind: str) -> str:
    """What an exported file of a lesson has in its head, and no other file.

    Args:
        lesson: what it is of.
        kind: PAGE or SHEET.
    """
    return f'<meta name="generator" content="{kind}: {escape(lesson.name)}">'


def has(file: Path, mark: str) -> bool:
    """Whether a file is there and has a mark.

    Raises:
        OSError: it cannot be read.
    """
    return file.is_file() and mark.encode() in file.read_bytes()
