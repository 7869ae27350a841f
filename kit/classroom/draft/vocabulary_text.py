"""Words to teach → the text of a lesson's CSV file, as a spreadsheet opens it without harm."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from kit.classroom.draft.lesson_text import line
from kit.classroom.draft.teaching_words import TeachingWord

COLUMNS = (
    "word",
    "reading",
    "meaning",
    "alternatives",
    "part of speech",
    "collocation",
    "example",
    "confusions",
    "wrong partners",
    "theme",
    "review",
)
"""All that a lesson's vocabulary may have; what a draft leaves empty a teacher can fill in."""

_FORMULA = re.compile("[=+@＝＋＠－-]")


def vocabulary_text(words: Iterable[TeachingWord]) -> str:
    """The CSV file, without byte order mark; a row a word, in the order given."""
    written = io.StringIO()
    rows = csv.DictWriter(written, COLUMNS, restval="", lineterminator="\n")
    rows.writeheader()
    for word in words:
        cells = {
            "word": word.headword,
            "reading": word.reading,
            "meaning": word.meaning,
            "alternatives": "; ".join(word.alternatives),
            "part of speech": word.part_of_speech,
            "example": word.example,
            "review": word.unsure,
        }
        rows.writerow({column: harmless(line(text)) for column, text in cells.items()})
    return written.getvalue()


def harmless(text: str) -> str:
    """A cell's text; one that a spreadsheet would take for a formula begins with an apostrophe."""
    return f"'{text}" if _FORMULA.match(text) else text
