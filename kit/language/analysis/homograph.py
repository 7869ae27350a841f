"""Verbs that share an inflected spelling: 行って is a form of 行く and of 行う.

The tagger takes one of them; the rows of the news lexicon for the verbs tell which it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kit.language.analysis.attachment import attached
from kit.language.lexicon.senses import SILENT, Choice, Table
from kit.language.tagger import Unit

_SHARED = "連用形-促音便"
_ENDINGS = {"う": "五段-ワア行", "つ": "五段-タ行", "る": "五段-ラ行", "く": "五段-カ行"}
"""Endings of the verbs whose て form has っ → UniDic's conjugation types."""

_VERB = frozenset({"verb"})


def resolved(placed: list[tuple[int, Unit]], table: Table) -> list[tuple[int, Unit]]:
    """The short units of a sentence, with the verb that each shared spelling is of.

    Args:
        placed: the units with their offsets, as the tagger gives them.
        table: whose rows tell the verbs apart.
    """
    units = [unit for _, unit in placed]
    for at, unit in enumerate(units):
        if unit.role == "verb" and unit.form == _SHARED and len(unit.surface) > 1:
            verb = _verb(units, at, table)
            if verb is not None:
                placed[at] = placed[at][0], verb
    return placed


def _verb(units: Sequence[Unit], at: int, table: Table) -> Unit | None:
    """The other verb that the unit at `at` is a form of, None where the tagger's stands."""
    unit = units[at]
    stem = unit.surface[:-1]
    others = [stem + e for e in _ENDINGS if stem + e != unit.base and stem + e in table]
    if not others:
        return None
    end = attached(units, at + 1)
    if _settled(table, unit.base, units, at, end) is not SILENT:
        return None
    for other in others:
        choice = _settled(table, other, units, at, end)
        if choice.reading:
            return replace(
                unit,
                type=_ENDINGS[other[-1]],
                lemma=other,
                base=other,
                reading=choice.reading[:-1] + "っ",
                base_reading=choice.reading,
            )
    return None


def _settled(table: Table, word: str, units: Sequence[Unit], start: int, end: int) -> Choice:
    choice = table.choice(word, _VERB, units, start, end)
    return choice if choice.settled else SILENT
