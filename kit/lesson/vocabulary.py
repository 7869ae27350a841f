"""The words that a lesson teaches, read from the CSV file that a teacher edits in a spreadsheet."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from kit.errors import InputError
from kit.language.lexicon import glossary
from kit.language.lexicon.glossary import Glossary, Row
from kit.language.lexicon.identity import WordId
from kit.lesson import ruby_mark
from kit.lesson.ruby_mark import RubyMark


class Wrong(NamedTuple):
    """A word or form that a learner takes for the right one, and why it is not."""

    text: str
    reason: str


class TaughtWord(NamedTuple):
    """A word, phrase or name that a lesson teaches.

    word: the headword. reading: in hiragana. alternatives: other readings in use.
    meanings: as used in the lesson, in English, the first the best.
    part_of_speech, collocation, example: as the teacher wrote them, or empty.
    confusions: words that do not fit where the word stands in its example.
    wrong_partners: forms that do not go with the word as its partner in the collocation does.
    theme: what it has in common with the words of the same theme.
    review: what a draft is not sure of. line: its line in the file, counted from 1.
    marks: the readings that are set in its example and its collocation.
    """

    word: str
    reading: str
    meanings: tuple[str, ...]
    alternatives: tuple[str, ...] = ()
    part_of_speech: str = ""
    collocation: str = ""
    example: str = ""
    confusions: tuple[Wrong, ...] = ()
    wrong_partners: tuple[Wrong, ...] = ()
    theme: str = ""
    review: str = ""
    line: int = 0
    marks: tuple[RubyMark, ...] = ()

    @property
    def id(self) -> str:
        """What a student's memory of the word is kept under: headword and reading."""
        return WordId(self.word, self.reading).text

    @property
    def meaning(self) -> str:
        """All its meanings in one line."""
        return "; ".join(self.meanings)

    @property
    def readings(self) -> tuple[str, ...]:
        """Its reading and the others in use."""
        return (self.reading, *self.alternatives)

    @property
    def main_class(self) -> str:
        """The first word of its part of speech: a noun that takes する is a noun."""
        return re.split(r"[\s,、]", self.part_of_speech.strip().lower())[0]


def read(path: Path) -> tuple[Glossary, tuple[TaughtWord, ...]]:
    """A lesson's vocabulary, as the glossary that annotation uses and as the words to teach.

    Args:
        path: a CSV file with the columns word, reading and meaning, and perhaps `alternatives`,
            `part of speech`, `collocation`, `example`, `confusions`, `wrong partners`, `theme`
            and `review`. A confusion or wrong partner is `word: reason`, several are parted
            by `;`.

    Raises:
        InputError: the file cannot be read or used; it names file, line and mend.
    """
    rows = list(glossary.rows(path))
    return Glossary.of(rows, taught=True), tuple(_word(row, path) for row in rows)


def _word(row: Row, path: Path) -> TaughtWord:
    cells = row.named()
    collocation, marks = ruby_mark.parse(cells.get("collocation", ""), path, row.line)
    example, others = ruby_mark.parse(cells.get("example", ""), path, row.line)
    return TaughtWord(
        row.term.word,
        row.term.reading,
        row.term.glosses,
        row.term.alternatives,
        part_of_speech=cells.get("part of speech", ""),
        collocation=collocation,
        example=example,
        confusions=_wrong(cells, "confusions", path, row.line),
        wrong_partners=_wrong(cells, "wrong partners", path, row.line),
        theme=cells.get("theme", ""),
        review=cells.get("review", ""),
        line=row.line,
        marks=(*marks, *others),
    )


def _wrong(cells: dict[str, str], column: str, path: Path, line: int) -> tuple[Wrong, ...]:
    """What a cell such as `会見: for the press; 会合: of many` lists."""
    found: dict[str, Wrong] = {}
    for part in re.split("[;；]", cells.get(column, "")):
        if not part.strip():
            continue
        text, reason = (*map(str.strip, re.split("[:：]", part, maxsplit=1)), "")[:2]
        if not text:
            problem = f"{part.strip()!r} in {column} names no word"
            raise InputError(problem, "write it as word: reason", file=path, line=line)
        if text == cells.get("word") or text in found:
            problem = f"{text} in {column} is " + ("there twice" if text in found else "the word")
            raise InputError(problem, "delete it there", file=path, line=line)
        found[text] = Wrong(text, reason)
    return tuple(found.values())
