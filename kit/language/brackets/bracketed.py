"""Readings that a text itself gives: 福田（ふくだ）氏, 貶（おとし）める, ｜東雲《しののめ》.

They part a word from its title, or from its own end, and no word of the language stands in them:
the text is analysed without them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from kit.language.script.characters import HIRAGANA, KANJI, KATAKANA
from kit.language.script.kana import hiragana
from kit.language.script.normal import normalise

_KANA = f"{HIRAGANA}{KATAKANA}ーｦ-ﾟ"
_UNSEEN = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_PART = f"[{_KANA}]+"
_GAP = "[・･＝ 　]"
_SAID = rf"\s*({_PART}(?:{_GAP}{_PART})*)\s*"
_BEFORE = f"(?<=[{KANJI}々{_KANA}{_UNSEEN}])"
_MARKED = rf"[｜|](?P<base>[^｜|《》\n]{{1,20}})《{_SAID}》"
_READING = re.compile(rf"{_MARKED}|{_BEFORE}[（(]{_SAID}[）)]|{_BEFORE}《{_SAID}》")
_GAPS = re.compile(rf"(?:{_GAP}|\s)+")


class Bracketed(NamedTuple):
    """A reading in brackets.

    start, end: where it stands with its brackets.
    reading: in hiragana without a gap.
    mark: where the ｜ stands that says from where on it reaches; None without one.
    foreign: whether it is in katakana.
    parted: whether it has parts, as that of a name and surname may.
    surname: the first of its parts, in hiragana.
    """

    start: int
    end: int
    reading: str
    mark: int | None = None
    foreign: bool = False
    parted: bool = False
    surname: str = ""

    @property
    def cuts(self) -> list[tuple[int, int]]:
        """The stretches of the text that no word of the language stands in."""
        inner = [(self.start, self.end)]
        return inner if self.mark is None else [(self.mark, self.mark + 1), *inner]


def bracketed(text: str) -> list[Bracketed]:
    """The readings that may stand in brackets after a word, in order."""
    if "（" not in text and "(" not in text and "《" not in text:
        return []
    found = []
    for match in _READING.finditer(text):
        marked = match["base"] is not None
        start = match.end("base") if marked else match.start()
        kana = normalise(next(group for group in match.groups()[1:] if group)).text
        parts = _GAPS.split(kana.strip())
        found.append(
            Bracketed(
                start,
                match.end(),
                hiragana("".join(parts)),
                match.start() if marked else None,
                foreign=not re.search(f"[{HIRAGANA}]", kana),
                parted=len(parts) > 1,
                surname=hiragana(parts[0]),
            )
        )
    return found


def cuts(readings: Iterable[Bracketed]) -> list[tuple[int, int]]:
    """What is cut out of a text for them, in order."""
    return [cut for reading in readings for cut in reading.cuts]


def without(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """The text without these stretches of it."""
    parts, position = [], 0
    for start, end in stretches:
        parts.append(text[position:start])
        position = end
    return "".join([*parts, text[position:]])
