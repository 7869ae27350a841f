"""A lesson as a strict editor reads it: what cannot be built, and what is not finished."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from kit.errors import InputError
from kit.language.annotate import annotate_line
from kit.language.furigana.align import furigana
from kit.language.lexicon import dictionary, glossary
from kit.language.script.encoding import decode
from kit.language.script.kana import hiragana
from kit.lesson import source, told
from kit.lesson.distractor import alike, shares
from kit.lesson.lesson import Lesson, Question
from kit.lesson.levels import VERSIONS, levels
from kit.lesson.reading import meetings
from kit.lesson.vocabulary import TaughtWord
from kit.lesson.word_item import part

NEEDED = ("standard", "easy", "english")
"""What a finished paragraph has beside its full version."""

_LINK = re.compile(r"\]\(<?((?:[^()\s>]|\([^()\s]*\))*)>?(?:\s[^)]*)?\)")
_KANA = "ぁ-ゖァ-ヶー"
_SOUND = re.compile(f"[{_KANA}]|[^\\W_{_KANA}]+|[\\W_]+")


class Gap(NamedTuple):
    """Something that a finished lesson should still have, and where."""

    problem: str
    mend: str
    file: Path
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.problem}; {self.mend}"


class Findings(NamedTuple):
    """All that is to be said of a lesson.

    lesson: as far as it can be read, or None. errors: it cannot be built as long as there is one.
    gaps: what a finished lesson should still have; found only where there is no error.
    """

    lesson: Lesson | None
    errors: tuple[InputError, ...]
    gaps: tuple[Gap, ...]


def check(markdown: Path, words: Path) -> Findings:
    """Read a lesson as a strict editor would.

    Args:
        markdown, words: its `lesson.md` and its CSV file.
    """
    lesson, errors = source.examine(markdown, words)
    if lesson is not None and not errors:  # else a word may be missing for want of its paragraph
        errors = [*_dead_links(lesson), *_wrong_words(lesson)]
    if lesson is None or errors:
        return Findings(lesson, tuple(errors), ())
    return Findings(lesson, (), tuple(sorted(_gaps(lesson), key=lambda gap: gap[2:])))


def _dead_links(lesson: Lesson) -> Iterator[InputError]:
    lines = decode(lesson.file.read_bytes(), str(lesson.file)).splitlines()
    for number, text in enumerate(lines, 1):
        for target in _LINK.findall(text):
            if not _leads(target.strip(), lesson.file.parent):
                problem = f"the link to {target!r} leads nowhere"
                mend = "link to a https address, or to a file in the lesson's folder"
                yield InputError(problem, mend, file=lesson.file, line=number)


def _leads(target: str, folder: Path) -> bool:
    try:
        parts = urlsplit(target)
        if parts.scheme:
            return parts.scheme in ("http", "https") and bool(parts.hostname)
        file = (folder / unquote(parts.path)).resolve()
        return bool(parts.path) and file.is_file() and file.is_relative_to(folder.resolve())
    except (ValueError, OSError):
        return False


def _wrong_words(lesson: Lesson) -> Iterator[InputError]:
    met = {meeting.word.id for meeting in meetings(lesson)}
    for word in lesson.words:
        if word.id not in met and word.word not in lesson.text:
            problem = f"the text does not hold {word.word} as a word"
            mend = "take the row out, or use the word in the text"
            yield InputError(problem, mend, file=lesson.words_file, line=word.line)
        elif told := _told_otherwise(lesson, word):
            problem = f"{word.word} is not read {word.reading}: {told}"
            mend = "mend the reading, or add the other one under alternatives"
            yield InputError(problem, mend, file=lesson.words_file, line=word.line)


def _told_otherwise(lesson: Lesson, word: TaughtWord) -> str:
    """What contradicts the reading of a word: its own kana, the text, or every dictionary."""
    if not all(_kana_fit(word.word, reading) for reading in word.readings):
        return "its own kana are read otherwise"
    for given in re.findall(f"{re.escape(word.word)}（([ぁ-ゖー]+)）", lesson.text):
        if not given.endswith(word.readings):  # 基本方針（きほんほうしん） tells 方針 too
            return f"the text gives it as {given}"
    known = _dictionary_readings(word.word)
    if known and not known & set(word.readings):
        return f"dictionaries have {'・'.join(sorted(known))}"
    if not known and (read := _read_in_parts(word.word)) and read not in word.readings:
        shared = furigana(word.word, word.reading)
        if any(kana and len(base) > 1 and base.isalpha() for base, kana in shared):
            return f"its parts are read {read}"
    return ""


def _kana_fit(word: str, reading: str) -> bool:
    """Whether the kana in a word stand in its reading, in their order, with something for the rest.

    Where the reading may have got to is followed part by part, so no word takes long.
    """
    reached = {0}
    for piece in _SOUND.findall(word):
        if re.fullmatch(f"[{_KANA}]", piece) and piece not in "ヶヵケ":
            kana = hiragana(piece)
            reached = {at + 1 for at in reached if reading[at : at + 1] == kana}
        elif reached:
            spoken = piece[0].isalnum() or piece in "ヶヵケ々"
            reached = set(range(min(reached) + spoken, len(reading) + 1))
    return len(reading) in reached


def _dictionary_readings(word: str) -> set[str]:
    known = {
        hiragana(reading)
        for entry in dictionary.default().entries(word)
        for reading in entry.readings_of(word)
    }
    if term := glossary.packaged().get(word):
        known |= {term.reading, *term.alternatives}
    return known


def _read_in_parts(word: str) -> str:
    """The reading of a word that no dictionary has; empty where the kit is not sure of it."""
    parts = [part.analysis for part in annotate_line(word, "paragraph").words]
    if any(part.uncertain or part.alternatives or not part.glosses for part in parts):
        return ""
    return "".join(part.reading for part in parts)


def _gaps(lesson: Lesson) -> Iterator[Gap]:
    for name in ("source", "license"):
        if not getattr(lesson, name):
            mend = f"add a line with {name}: between the two ---"
            yield Gap(f"the {name} is missing", mend, lesson.file, 1)
    for todo in lesson.todos:
        problem = f"there is still to do: {todo.text or 'a place that is marked'}"
        yield Gap(problem, "do it, and delete the block {todo}", lesson.file, todo.line)
    for passage in lesson.passages():
        paragraph = passage.paragraph
        for name in NEEDED:
            if not getattr(paragraph, name):
                problem = f"the paragraph has no version {{{name}}}"
                yield Gap(problem, f"add a block {{{name}}} below it", lesson.file, paragraph.line)
        for question in paragraph.questions:
            yield from _question_gaps(lesson, question)
    yield from _level_gaps(lesson)
    yield from _reading_gaps(lesson)
    for word in lesson.words:
        yield from _word_gaps(lesson, word)


def _question_gaps(lesson: Lesson, question: Question) -> Iterator[Gap]:
    right = next(option.text for option in question.options if option.correct)
    for option, line in zip(question.options, question.option_lines, strict=True):
        if option.correct:
            continue
        if not option.reason:
            problem = f"the wrong option {option.text!r} has no reason"
            yield Gap(problem, "say below it, after   >, why it is wrong", lesson.file, line)
        if alike(right, option.text):
            problem = f"the option {option.text!r} means the same as the right one"
            yield Gap(problem, "choose another", lesson.file, line)


def _level_gaps(lesson: Lesson) -> Iterator[Gap]:
    """Versions that are not easier than the one above, by section: a paragraph is too short."""
    first = {section.place: section.paragraphs[0].line for section in lesson.sections}
    for level in levels(lesson):
        if level.place not in first:
            continue
        pairs = zip(level.scores, level.scores[1:], VERSIONS, VERSIONS[1:], strict=False)
        for harder, easier, above, below in pairs:
            if harder is not None and easier is not None and easier <= harder:
                where = "the lead" if level.place == "lead" else f"section {level.place}"
                problem = (
                    f"in {where}, {below} ({easier:.2f}) is not easier than {above} ({harder:.2f})"
                )
                mend = "write shorter sentences and commoner words"
                yield Gap(problem, mend, lesson.file, first[level.place])


def _reading_gaps(lesson: Lesson) -> Iterator[Gap]:
    """Rows and marks that the text does not take, and places that they leave open."""
    met = {meeting.word.id for meeting in meetings(lesson)}
    for word in lesson.words:
        if word.id not in met and word.word in lesson.text:
            problem = f"the text has {word.word} nowhere as a word that is read {word.reading}"
            mend = f"use it, take the row out, or mark a place {{{word.word}|{word.reading}}}"
            yield Gap(problem, mend, lesson.words_file, word.line)
    for mark, why in told.idle_marks(lesson):
        problem = f"the mark {{{mark.base}|{mark.reading}}} changes nothing: {mark.base} {why}"
        yield Gap(problem, "take it out", mark.file, mark.number)
    for line, found, sentence in told.undecided(lesson):
        rows = [row for row in lesson.words if row.word == found.analysis.headword]
        readings = " or ".join(dict.fromkeys(row.reading for row in rows))
        base = found.analysis.surface
        problem = f"nothing tells whether {base} is {readings} in {sentence}"
        mend = f"mark the place as in {{{base}|{found.analysis.reading}}}"
        yield Gap(problem, mend, lesson.file, line)


def _word_gaps(lesson: Lesson, word: TaughtWord) -> Iterator[Gap]:
    if word.review:
        problem = f"{word.word} is marked for review: {word.review}"
        yield Gap(problem, "check the row, and empty the cell", lesson.words_file, word.line)
    for wrong in (*word.confusions, *word.wrong_partners):
        if not wrong.reason:
            problem = f"{wrong.text}, a wrong option for {word.word}, has no reason"
            yield Gap(problem, f"write {wrong.text}: and the reason", lesson.words_file, word.line)
    parted = part(word.collocation, word.word)
    if parted and parted[1] in (wrong.text for wrong in word.wrong_partners):
        problem = f"{parted[1]}, a wrong partner of {word.word}, is the one in its collocation"
        yield Gap(problem, "delete it there", lesson.words_file, word.line)
    for text, _ in word.confusions:
        if shares(word, text, lesson.words):
            problem = f"{text} shares an entry or a meaning with {word.word}, so it could be right"
            yield Gap(problem, "choose another confusion", lesson.words_file, word.line)
