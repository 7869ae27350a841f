"""An article → the draft of a lesson: its two files, with gaps and without errors."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from kit import content
from kit.classroom.document.document import Document
from kit.classroom.draft.lesson_name import checked
from kit.classroom.draft.lesson_text import lesson_text, parts
from kit.classroom.draft.named import names, unexplained
from kit.classroom.draft.questions import Placed, draft_questions
from kit.classroom.draft.teaching_words import TeachingWord, teaching_words
from kit.classroom.draft.vocabulary_text import vocabulary_text
from kit.errors import InputError
from kit.language.analysis.set_reading import SetReading
from kit.language.annotate import Settings, annotate_lines
from kit.language.lexicon import dictionary, glossary
from kit.language.script.kana import hiragana
from kit.learner.coverage import Knows
from kit.lesson import check, library
from kit.lesson.lesson import Question
from kit.lesson.library import Library
from kit.texts import Texts

TAUGHT = 8
"""Words that a draft teaches for each paragraph or list that it has."""

MOST_TAUGHT = 150
"""Words that a draft teaches at the most."""


class Draft(NamedTuple):
    """A lesson as it can be made of an article alone.

    name: the lesson's. text: of its `lesson.md`. words: those that it teaches, the most useful
    first. left: how many more could be taught. questions: those that its text asks.
    """

    name: str
    text: str
    words: tuple[TeachingWord, ...]
    left: int
    questions: tuple[Placed, ...]

    @property
    def unsure(self) -> int:
        """How many of its words are marked for review."""
        return sum(bool(word.unsure) for word in self.words)


def make(document: Document, name: str, knows: Knows | None, says: Texts) -> Draft:
    """The draft of a lesson. Nothing is left on the disk.

    Args:
        document: the article.
        name: the lesson's, as `free_name` gave it.
        knows: what the class knows of a word; None where nobody says.
        says: the texts in which doubts are put, and what there is to do.

    Raises:
        InputError: the article has no text, or the dictionary is unusable.
    """
    found = parts(document)
    if not found:
        raise InputError("the article has a title and no text", "give all of it")
    words, terms = dictionary.default(), glossary.packaged()
    written = [(document.title, "title"), *((text, kind) for kind, text in document.blocks)]
    title, *body = annotate_lines(written, terms, settings=_readings_set(document))
    paragraphs = [title, *body]
    asked = draft_questions(body, terms, document.date)
    by_block: dict[int, list[Question]] = {}
    for block, question in asked:
        by_block.setdefault(block, []).append(question)
    text = lesson_text(
        document, name, by_block, names(paragraphs, terms), unexplained(paragraphs), says
    )
    ranked = teaching_words(paragraphs, words, terms, knows, says)
    most = min(MOST_TAUGHT, TAUGHT * sum(not part.heading for part in found))
    taught, left = _taught(text, name, ranked, most)
    return Draft(name, text, taught, left, asked)


def _readings_set(document: Document) -> Settings:
    """What gives the readings that the article's file has above a line."""
    above = {
        block.text: tuple(
            SetReading(start, end, (hiragana(reading),)) for start, end, reading in readings
        )
        for block, readings in zip(document.blocks, document.readings, strict=True)
    }
    return lambda line: above.get(line, ())


def shelf(folder: Path) -> Library:
    """Where a lesson that is made in a folder is kept: its workspace, else the folder itself."""
    around = library.around(folder)
    if around.own:
        return around
    return Library(folder / "notebooks", folder / "vocab", own=True)


def free_name(name: str, kept: Library) -> str:
    """The name of a new lesson.

    Args:
        name: as it was given.
        kept: where the lesson is to be kept.

    Raises:
        InputError: no lesson can have it, or there is one already, in `kept` or with the kit.
    """
    taken = {path.name for path in _entries(kept.notebooks) if path.is_file() or _entries(path)}
    taken |= {path.stem for path in _entries(kept.vocab) if path.suffix == ".csv"}
    taken |= {path.parent.name for path in content.folder("notebooks").glob("*/lesson.md")}
    return checked(name, taken)


def write(draft: Draft, kept: Library) -> tuple[Path, Path]:
    """Write the two files of a draft, both or none; none that is there is written over.

    Args:
        draft: what to write.
        kept: where lessons are kept; its folders are made if they are not there.

    Returns:
        The `lesson.md` and the CSV file.

    Raises:
        InputError: one of them is there already, or cannot be written.
    """
    folder = kept.notebooks / draft.name
    text, words = folder / "lesson.md", kept.vocab / f"{draft.name}.csv"
    made: list[Path] = []
    try:
        for needed in (kept.notebooks, kept.vocab, folder):
            if not needed.is_dir():
                needed.mkdir(parents=True)
                made.append(needed)
        data = vocabulary_text(draft.words).encode("utf-8-sig")
        for file, written in ((words, data), (text, draft.text.encode())):
            _write_new(file, written)
            made.append(file)
    except BaseException as error:
        _take_back(made)
        if isinstance(error, FileExistsError):
            mend = "take another name for the lesson, or move it away"
            there = error.filename2 or error.filename
            raise InputError("this is there already", mend, file=there) from None
        if isinstance(error, OSError):
            problem = f"the lesson cannot be written ({error.strerror})"
            raise InputError(problem, "go to a folder that you may write in", file=text) from None
        raise
    return text, words


def _taught(
    text: str, name: str, ranked: Sequence[TeachingWord], most: int
) -> tuple[tuple[TeachingWord, ...], int]:
    """The first words that the lesson can teach, and how many more there are.

    A word that the check of lessons refuses is left out: one that the text has only inside a
    longer one, or that is read otherwise there.
    """
    left = [word for word in ranked if not word.twofold]
    while True:
        chosen = left[:most]
        refused = _refused(text, name, chosen)
        if not refused:
            return tuple(chosen), len(left) - len(chosen)
        left = [word for word in left if word not in refused]


def _refused(text: str, name: str, words: Sequence[TeachingWord]) -> set[TeachingWord]:
    """The words that the check of a lesson calls errors.

    Raises:
        InputError: the lesson itself is one.
    """
    with tempfile.TemporaryDirectory() as scratch:
        tried = Path(scratch, name, "lesson.md"), Path(scratch, f"{name}.csv")
        tried[0].parent.mkdir()
        tried[0].write_text(text, encoding="utf-8", newline="\n")
        tried[1].write_text(vocabulary_text(words), encoding="utf-8-sig", newline="\n")
        errors = check.check(*tried).errors
    rows = dict(enumerate(words, 2))  # the first line names the columns
    refused = set()
    for error in errors:
        word = rows.get(error.line or 0)
        if word is None or error.file != str(tried[1]):
            raise error
        refused.add(word)
    return refused


def _entries(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _write_new(file: Path, data: bytes) -> None:
    """Write a file whole or not at all, and never over another.

    Raises:
        OSError: it cannot be written; FileExistsError where it is there.
    """
    part = file.with_name(f".{file.name}.part")
    try:
        part.write_bytes(data)
        try:
            os.link(part, file)
        except FileExistsError:
            raise
        except OSError:  # a disk that knows no links
            if file.exists():
                raise FileExistsError(errno.EEXIST, "there already", str(file)) from None
            os.replace(part, file)
    finally:
        part.unlink(missing_ok=True)


def _take_back(made: Sequence[Path]) -> None:
    """Remove what was made; a folder that somebody has put something in stays."""
    for path in reversed(made):
        with suppress(OSError):
            if path.is_dir():
                path.rmdir()
            else:
                path.unlink()
