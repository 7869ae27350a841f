"""Verbs that the tagger takes for something else, told by what stands around them.

行って is a form of 行く and of 行う: the rows of the news lexicon for both verbs tell which it is.
The 読み of お読みになる is the verb's stem, no noun. In 同市長 it is 市長 that belongs together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from kit.language.analysis.attachment import attached, honorific
from kit.language.lexicon.senses import SILENT, Choice, Table
from kit.language.tagger import Unit

_SHARED = "連用形-促音便"
_ENDINGS = {"う": "五段-ワア行", "つ": "五段-タ行", "る": "五段-ラ行", "く": "五段-カ行"}
"""Endings of the verbs whose て form has っ → UniDic's conjugation types."""

_VERB = frozenset({"verb"})
SAID = "同"
LEN_SAID = 2
Parts = Callable[[str], frozenset[str]]


_STEMS = dict(zip("いきぎしちにびみり", "うくぐすつぬぶむる", strict=True))
_ROWS = dict(zip("うくぐすつぬぶむる", "ワア カ ガ サ タ ナ バ マ ラ".split(), strict=True))


def resolved(placed: list[tuple[int, Unit]], table: Table, pos: Parts) -> list[tuple[int, Unit]]:
    """The short units of a sentence, with the verbs that they are forms of.

    Args:
        placed: the units with their offsets, as the tagger gives them.
        table: whose rows tell verbs of one spelling apart.
        pos: the parts of speech that the dictionary gives a form.
    """
    if any(unit.surface[0] == SAID and len(unit.surface) == LEN_SAID for _, unit in placed):
        placed = list(_parted(placed, pos))
    units = [unit for _, unit in placed]
    for at, unit in enumerate(units):
        verb = None
        if unit.role == "verb" and unit.form == _SHARED and len(unit.surface) > 1:
            verb = _verb(units, at, table)
        elif unit.lemma == "御" and at + 2 < len(units) and units[at + 1].role == "noun":
            at += 1
            if "サ変" not in units[at].pos and honorific(units, at - 1) > at:
                verb = _of_stem(units[at], pos)
        if verb is not None:
            placed[at] = placed[at][0], verb
    return placed


def _parted(placed: list[tuple[int, Unit]], pos: Parts) -> Iterator[tuple[int, Unit]]:
    """The units with 同市|長 as 同|市|長, where 市長 is a word."""
    for at, (start, unit) in enumerate(placed):
        whole = unit.surface
        after = placed[at + 1][1] if at + 1 < len(placed) else None
        if after is None or whole[0] != SAID or len(whole) != LEN_SAID or after.role != "suffix":
            yield start, unit
        elif pos(whole[1] + after.surface):
            said = replace(unit, pos="接頭辞", role="prefix", reading="どう", **_spelled(SAID))
            rest = unit.reading.removeprefix("どう")
            yield start, said
            yield start + 1, replace(unit, reading=rest, **_spelled(whole[1]))
        else:
            yield start, unit


def _spelled(word: str) -> dict[str, Any]:
    return {"surface": word, "lemma": word, "base": word}


def _of_stem(noun: Unit, pos: Parts) -> Unit | None:
    """The stem of a verb that a noun such as 読み or 答え is spelled like."""
    ending = _STEMS.get(noun.surface[-1], "")
    godan = noun.surface[:-1] + ending
    if ending and any(code.startswith("v5") for code in pos(godan)):
        base, reading, kind = godan, noun.reading[:-1] + ending, f"五段-{_ROWS[ending]}行"
    elif "v1" in pos(noun.surface + "る"):
        base, reading, kind = noun.surface + "る", noun.reading + "る", "下一段"
    else:
        return None
    return replace(
        noun,
        pos="動詞-一般",
        role="verb",
        type=kind,
        form="連用形-一般",
        lemma=base,
        base=base,
        base_reading=reading,
    )


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
