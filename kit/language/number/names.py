"""Names with a number or letters in them that are not read as their parts: 5G, PAC3, 3・11.

A row of `names.csv` has the spellings (with `/` between; full-width ones count as these), the
reading, the kind of word (`name` or `word`) and what it means. Alternatives of the reading stand
after 、 with the best first.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib import resources
from typing import Literal, NamedTuple


class Named(NamedTuple):
    """The readings of a name with a number in it, best first, its kind and its meaning."""

    readings: tuple[str, ...]
    kind: Literal["name", "word"]
    meaning: str


@cache
def names() -> dict[str, Named]:
    """All of them by spelling."""
    table: dict[str, Named] = {}
    text = (resources.files("kit.language.number") / "names.csv").read_text("utf-8")
    for spellings, readings, kind, meaning in list(csv.reader(text.splitlines()))[1:]:
        named = Named(tuple(readings.split("、")), "name" if kind == "name" else "word", meaning)
        table |= dict.fromkeys(spellings.split("/"), named)
    return table


@cache
def beginnings() -> frozenset[str]:
    """Runs of digits, letters or kanji that one of them begins with."""
    found: set[str] = set()
    for name in names():
        first = re.match(r"[0-9]+|[A-Za-z]+|.", name)
        found |= {name, name[0]} | ({first[0]} if first else set())
    return frozenset(found)
