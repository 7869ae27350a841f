"""The senses that news has first in mind, where a dictionary's order begins elsewhere.

A dictionary explains 挙げる as "to raise"; in a news text it is nearly always "to cite". The table
gives that sense to show before the dictionary's own.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def table() -> dict[tuple[str, str, str], str]:
    """Headword, reading and UniDic's role (a value of `tagger.ROLES`) → the meaning."""
    text = files("kit.language.lexicon").joinpath("news_senses.csv").read_text(encoding="utf-8")
    return {
        (row["word"], row["reading"], row["role"]): row["meaning"]
        for row in csv.DictReader(text.splitlines())
    }


@cache
def of_part(word: str, role: str) -> str | None:
    """The meaning of a prefix or suffix, whatever its reading."""
    return next((m for (w, _, r), m in table().items() if (w, r) == (word, role)), None)


def first(word: str, reading: str, role: str) -> str | None:
    """The meaning to show first for a word in this role, None to keep the dictionary's order."""
    return table().get((word, reading, role))
