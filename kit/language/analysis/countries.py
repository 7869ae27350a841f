"""Countries named by a character each, in a row: 米英仏, 日英伊, 米中ロ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from kit.language.lexicon.titles import COUNTRIES
from kit.language.tagger import Unit

NAMES = {
    "日": "Japan", "米": "the United States", "中": "China", "韓": "South Korea",
    "朝": "North Korea", "台": "Taiwan", "英": "Britain", "仏": "France", "独": "Germany",
    "伊": "Italy", "露": "Russia", "ロ": "Russia", "豪": "Australia", "印": "India",
    "加": "Canada", "比": "the Philippines", "越": "Vietnam", "欧": "Europe",
    "ソ": "the Soviet Union",
}  # fmt: skip
"""The characters → what a row of them says in English."""

PLAIN = frozenset("米英仏独伊露豪印韓")
"""Those of which two in a row can hardly be anything else (英伊, but not 加比)."""

_READINGS = {character: term.reading for character, term in COUNTRIES.items()} | {"ソ": "そ"}
_DOUBLED = frozenset("中韓朝台ソ")
"""Before these 日 is read にっ."""
_DAYS = frozenset({"determiner", "prefix", "number", "noun", "suffix"})
"""Roles of what makes a day of a 日 that follows: この日, 3日, 休日."""


class Words(Protocol):
    """What is asked of glossary and dictionary."""

    def pos(self, form: str) -> frozenset[str]:
        """The parts of speech that JMdict gives a form."""

    def term(self, form: str) -> bool:
        """Whether the glossary has this headword, other than as a name's short form."""


class Row(NamedTuple):
    """A row of countries as it is read, in hiragana, and in English."""

    reading: str
    gloss: str


def row(characters: str) -> Row:
    """What a row of characters of NAMES says."""
    parts = []
    for at, character in enumerate(characters):
        doubled = character == "日" and characters[at + 1 : at + 2] in _DOUBLED
        parts.append("にっ" if doubled else _READINGS[character])
    *others, last = (NAMES[character] for character in characters)
    return Row("".join(parts), f"{', '.join(others)} and {last}")


def row_end(units: Sequence[Unit], starts: Sequence[int], i: int, lexicon: Words) -> int:
    """Where a row of countries that begins at unit `i` ends; `i` where none does."""
    if not _named(units[i]) or _is_day(units, i) or (i and _goes_on(units, starts, i)):
        return i
    stop = i + 1
    while stop < len(units) and _named(units[stop]) and _adjacent(units, starts, stop):
        stop += 1
    characters = "".join([unit.surface for unit in units[i:stop]])
    if stop == i + 1 or len(set(characters)) < len(characters):
        return i
    if len(characters) == 2 and not set(characters) <= PLAIN:
        return i
    return i if lexicon.term(characters) or lexicon.pos(characters) else stop


def _named(unit: Unit) -> bool:
    return unit.surface[0] in NAMES and all(character in NAMES for character in unit.surface)


def _goes_on(units: Sequence[Unit], starts: Sequence[int], i: int) -> bool:
    """Whether the row began before unit `i`."""
    return _adjacent(units, starts, i) and _named(units[i - 1]) and not _is_day(units, i - 1)


def _is_day(units: Sequence[Unit], at: int) -> bool:
    """Whether a 日 or 中 belongs to what stands before it: この日, 3日中."""
    if units[at].surface not in {"日", "中", "日中"} or not at:
        return False
    return units[at - 1].role in _DAYS and not _named(units[at - 1])


def _adjacent(units: Sequence[Unit], starts: Sequence[int], at: int) -> bool:
    return starts[at - 1] + len(units[at - 1].surface) == starts[at]
