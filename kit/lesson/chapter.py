"""The parts of a lesson that a student goes through, each a notebook or a page."""

from __future__ import annotations

import re
from typing import NamedTuple

from kit.lesson.lesson import LEAD, Lesson, Section

LONGEST_NAME = 50
"""Characters of a title that a file's name has: 250 bytes are what every system takes."""

_UNFIT = re.compile(r'[\\/:*?"<>|#%\s\x00-\x1f]+')  # for files, or for links to them


class Chapter(NamedTuple):
    """A notebook of a lesson: its file name, its title, and the section that it reads, if any."""

    file: str
    title: str
    section: Section | None = None


BEFORE, LEAD_TITLE, AFTER = "読む前に", "見出しとリード", "読んだ後で"


def chapters(lesson: Lesson) -> list[Chapter]:
    """The notebooks of a lesson, in order: before reading, one a section, after reading."""
    parts: list[tuple[str, Section | None]] = [(BEFORE, None)]
    for section in lesson.sections:
        parts.append((LEAD_TITLE if section.place == LEAD else section.title, section))
    parts.append((AFTER, None))
    return [
        Chapter(f"{number:02}-{_UNFIT.sub('-', title)[:LONGEST_NAME]}.ipynb", title, section)
        for number, (title, section) in enumerate(parts)
    ]
