"""The grammar table: particles, auxiliaries, phrases that say how other words belong together."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Row(NamedTuple):
    """Reading in hiragana, meaning, and kind: particle, auxiliary, compound particle or phrase."""

    reading: str
    gloss: str
    kind: str


@cache
def table() -> dict[str, Row]:
    """The table: form → its row."""
    text = files("kit.language.lexicon").joinpath("grammar.csv").read_text(encoding="utf-8")
    return {
        row["form"]: Row(row["reading"] or row["form"], row["meaning"], row["kind"])
        for row in csv.DictReader(text.splitlines())
    }
