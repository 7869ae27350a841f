"""Words that UniDic cuts or files as others, and what they are: speech, and お with a verb in kana.

A row says which units are `found`, each a surface, or a surface and its lexeme (`ひん:干る`); the
`pieces` that they are; the `model`, a text in standard spelling in which UniDic cuts the same
pieces right; and `where` it holds (see `kit.language.lexicon.pattern`), everywhere when empty. A
piece is a surface that the model has too, or `surface=model surface`, or with the dictionary form
that it is to have `surface=model surface:base`.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from kit.language.lexicon.pattern import Pattern, matches, parse
from kit.language.script.characters import is_kana
from kit.language.script.kana import hiragana
from kit.language.tagger import Unit, tag


class Recut(NamedTuple):
    """The units sought, as pairs of surface and lexeme (empty: any), and what they really are."""

    found: tuple[tuple[str, str], ...]
    units: tuple[Unit, ...]
    where: tuple[Pattern, ...]


@cache
def table() -> dict[str, tuple[Recut, ...]]:
    """The table: the surface of the first unit sought → its rows, in their order."""
    text = files("kit.language.lexicon").joinpath("recuts.csv").read_text(encoding="utf-8")
    rows: dict[str, tuple[Recut, ...]] = {}
    for row in csv.DictReader(text.splitlines()):
        found = tuple((part.partition(":")[0], part.partition(":")[2]) for part in _split(row, 0))
        made = Recut(found, _units(_split(row, 1), row["model"]), parse(row["where"] or ""))
        rows[found[0][0]] = (*rows.get(found[0][0], ()), made)
    return rows


def recut(units: Sequence[Unit], at: int) -> Recut | None:
    """What the units from `at` on really are, None where they stand as they are."""
    for row in table().get(units[at].surface, ()):
        end = at + len(row.found)
        if (
            end <= len(units)
            and all(
                unit.surface == surface and lemma in {"", unit.lemma}
                for unit, (surface, lemma) in zip(units[at:end], row.found, strict=True)
            )
            and (not row.where or matches(row.where, units, at, end))
        ):
            return row
    return None


def _split(row: dict[str, str], column: int) -> list[str]:
    return row[("found", "pieces")[column]].split()


def _units(pieces: Sequence[str], model: str) -> tuple[Unit, ...]:
    """The units of the pieces, made from those of the model that have their surfaces in a row."""
    tagged = [unit for _, unit in tag(model)]
    wanted = []
    for piece in pieces:
        surface, _, rest = piece.partition("=")
        like, _, base = rest.partition(":")
        wanted.append((surface, like or surface, base))
    for start in range(len(tagged) - len(wanted) + 1):
        run = tagged[start : start + len(wanted)]
        if all(unit.surface == like for unit, (_, like, _) in zip(run, wanted, strict=True)):
            return tuple(
                unit if surface == like and not base else _like(unit, surface, base)
                for unit, (surface, like, base) in zip(run, wanted, strict=True)
            )
    raise ValueError(f"UniDic does not cut {model!r} into {' '.join(pieces)}")


def _like(unit: Unit, surface: str, base: str) -> Unit:
    """The model's unit in another spelling, which is kana all through."""
    if base:
        lemma = base if unit.role != "auxiliary" else unit.lemma
        reading = hiragana(surface)
        return replace(
            unit, surface=surface, lemma=lemma, base=base, reading=reading, base_reading=base
        )
    kana = unit.base_reading if is_kana(surface) else unit.base
    return replace(unit, surface=surface, base=kana, reading=hiragana(surface))
