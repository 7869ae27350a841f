"""The grammar table: particles, auxiliaries, phrases that say how other words belong together.

A form may have several rows. They are asked in their order, and the first whose `where` fits (see
`kit.language.lexicon.pattern`) says what the form is there; a row without one always fits.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from kit.language.lexicon.pattern import matches, parse
from kit.language.tagger import Unit


class Row(NamedTuple):
    """Reading in hiragana, meaning, kind: particle, auxiliary, compound particle or phrase."""

    reading: str
    gloss: str
    kind: str
    where: str = ""


@cache
def table() -> dict[str, tuple[Row, ...]]:
    """The table: form → its rows."""
    text = files("kit.language.lexicon").joinpath("grammar.csv").read_text(encoding="utf-8")
    found: dict[str, tuple[Row, ...]] = {}
    for row in csv.DictReader(text.splitlines()):
        reading = row["reading"] or row["form"].partition(":")[2] or row["form"]
        made = Row(reading, row["meaning"], row["kind"], row["where"] or "")
        found[row["form"]] = (*found.get(row["form"], ()), made)
    return found


def fitting(rows: Sequence[Row], units: Sequence[Unit], start: int, end: int) -> Row | None:
    """The first of a form's rows that fits where it takes units `start` to `end`, or None."""
    for row in rows:
        if not row.where or matches(parse(row.where), units, start, end):
            return row
    return None
