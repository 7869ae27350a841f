"""Readings that a teacher sets in one place of a text: `{一日|いちにち}`, `{開|ひら}いた`.

The notation is that of でんでんマークダウン: one reading for all characters in front of it, or one
for each, `{電子出版|でん|し|しゅっ|ぱん}`. Everyone else is given the text without the marks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from kit.errors import InputError
from kit.language.analysis.set_reading import SetReading
from kit.language.script.characters import is_kana
from kit.language.script.kana import hiragana
from kit.lesson.ruby import KANJI

_MARK = re.compile(r"[{｛]([^{}｛｝|｜\n]*)[|｜]([^{}｛｝\n]*)([}｝])?")
_BAR = re.compile("[|｜]")
_MARKUP = re.compile(
    r"\s*(?:#+\s+|title:\s*|:{3,}\{[a-z]+\}\s*|(?:[-*+]\s+)?(?:\[[ xX]\]\s+)?|>\s*)"
)
"""What may stand before the text of a line in `lesson.md`."""

_ENDS = "。．！？!?」』）"
_EXAMPLE = "write it as in {一日|いちにち}"


class RubyMark(NamedTuple):
    """A reading that is set in one place.

    line: the text of the line of the file that it stands in, without marks. start, end: where the
    characters stand in it. readings: in hiragana, one in all, or one for each character.
    file, number: the file, and the line in it, counted from 1.
    """

    line: str
    start: int
    end: int
    readings: tuple[str, ...]
    file: Path
    number: int

    @property
    def base(self) -> str:
        """The characters."""
        return self.line[self.start : self.end]

    @property
    def reading(self) -> str:
        """The whole reading."""
        return "".join(self.readings)


def parse(line: str, file: Path, number: int) -> tuple[str, list[RubyMark]]:
    """A line without its marks, and the marks.

    Braces with anything but a reading in kana are left as they are, unless kanji stand in them.

    Args:
        line: of a file.
        file, number: which file, and which line of it.

    Raises:
        InputError: a mark is broken.
    """
    found: list[tuple[int, int, tuple[str, ...]]] = []
    plain, position = "", 0
    for mark in _MARK.finditer(line):
        readings = _readings(mark, file, number)
        if not readings:
            continue
        plain += line[position : mark.start()]
        found.append((len(plain), len(plain) + len(mark[1]), readings))
        plain += mark[1]
        position = mark.end()
    plain += line[position:]
    text = content(plain)
    begin = plain.index(text)
    return plain, [
        RubyMark(text, start - begin, end - begin, readings, file, number)
        for start, end, readings in found
    ]


def content(line: str) -> str:
    """The text of a line of `lesson.md`: what stands behind its markup."""
    markup = _MARKUP.match(line)
    return line[markup.end() if markup else 0 :].rstrip()


def settings(text: str, marks: Sequence[RubyMark]) -> tuple[SetReading, ...]:
    """The readings that are set in a text: a line of a lesson, or a sentence of one.

    Args:
        text: what is to be annotated.
        marks: the lesson's.
    """
    found = {}
    for mark in marks:
        for place in re.finditer(re.escape(mark.base), text):
            if _is_there(mark, text, place.start()):
                start = place.start()
                end = start + len(mark.base)
                found[start] = SetReading(start, end, mark.readings)
    return tuple(found[start] for start in sorted(found))


def with_furigana(text: str, marks: Sequence[RubyMark]) -> list[tuple[str, str | None]]:
    """A text that isn't annotated, with the furigana that are set in it and no others."""
    found: list[tuple[str, str | None]] = []
    position = 0
    for setting in settings(text, marks):
        if setting.start >= position:
            found += [(text[position : setting.start], None), *setting.over(text)]
            position = setting.end
    return [*found, (text[position:], None)]


def _is_there(mark: RubyMark, text: str, at: int) -> bool:
    """Whether the place at `at` is the one that is marked: what stands around it is the same."""
    left, line_left = text[:at], mark.line[: mark.start]
    right, line_right = text[at + len(mark.base) :], mark.line[mark.end :]
    if not (left.endswith(line_left) or line_left.endswith(left)):
        return False
    if not (right.startswith(line_right) or line_right.startswith(right)):
        return False
    # a sentence of the line, and no heading that is a piece of it
    before = line_left[: max(0, len(line_left) - len(left))]
    after = line_right[len(right) :]
    ended = (right or mark.base)[-1] in _ENDS
    return (not before or before.rstrip()[-1:] in _ENDS) and (not after or ended)


def _readings(mark: re.Match[str], file: Path, number: int) -> tuple[str, ...]:
    """The readings of a mark, in hiragana; none where braces are no mark.

    Raises:
        InputError: it is a mark, and broken.
    """
    base, readings = mark[1], [part.strip() for part in _BAR.split(mark[2])]
    kana = all(part and is_kana(part) for part in readings)
    if mark[3] and not base.strip() and kana:
        problem = f"the mark {mark[0]} has nothing to read"
        raise InputError(problem, _EXAMPLE, file=file, line=number)
    if mark[3] and kana:
        if len(readings) not in (1, len(base)):
            problem = f"the mark {mark[0]} has {len(readings)} readings for {len(base)} characters"
            mend = "give one for each character, or one for all"
            raise InputError(problem, mend, file=file, line=number)
        return tuple(map(hiragana, readings))
    if not KANJI.search(base):
        return ()
    if not mark[3]:
        problem = f"the mark {mark[0][:20]} does not close"
        raise InputError(problem, "put } behind the reading", file=file, line=number)
    if not all(readings):
        problem = f"the mark {mark[0]} gives no reading"
        raise InputError(problem, _EXAMPLE, file=file, line=number)
    wrong = next(part for part in readings if not is_kana(part))
    problem = f"the reading {wrong!r} in the mark {mark[0]} is not in kana"
    raise InputError(problem, "write it in hiragana", file=file, line=number)
