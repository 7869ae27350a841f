"""Names that no glossary vouches for: JMnedict's entries, and whole names made of known parts."""

from __future__ import annotations

from collections.abc import Sequence

from kit.language.analysis import reading
from kit.language.analysis.accent import accent
from kit.language.article import Analysis
from kit.language.furigana.align import pieces
from kit.language.lexicon.dictionary import Dictionary, Name
from kit.language.lexicon.level import level
from kit.language.script.characters import is_kana
from kit.language.script.kana import hiragana
from kit.language.tagger import Unit

KINDS = {
    "人名-姓": {"surname"},
    "人名-名": {"given", "fem", "masc"},
    "人名": {"surname", "given", "fem", "masc", "person"},
    "地名": {"place"},
    "固有名詞": {"organization", "company", "product", "place", "unclass"},
}
"""UniDic's kinds of proper nouns → JMnedict's types of names."""


def proper_name(
    surface: str,
    units: Sequence[Unit],
    tail: Sequence[Unit],
    base: str,
    dictionary: Dictionary,
) -> Analysis | None:
    """The word as a name; None where neither JMnedict nor the tagger knows it as one."""
    hint = "".join(reading.of_unit(unit, dictionary) for unit in units)
    types = next((types for kind, types in KINDS.items() if kind in units[0].pos), set())
    names = dictionary.names(base)
    entry: int | None
    if names:
        best = max(names, key=lambda name: _fit(name, hint, types))
        read = hint if hint in map(hiragana, best.readings) else hiragana(best.readings[0])
        rivals = {r for name in names if types & set(name.types) for r in name.readings}
        gloss, entry, sure = _gloss(best), best.id, len(rivals) < 2
    elif len(units) > 1:
        parts = [_romanised(unit, dictionary) for unit in units if unit.role != "symbol"]
        gloss, read, entry, sure = " ".join(parts) + " (name)", hint, None, False
    else:
        return None
    if len(units) > 1 and base.startswith("日本"):
        read = read.replace("にっぽん", "にほん", 1)
    if len(units) > 1 and base.endswith("川") and read.endswith("かわ"):
        read = read[:-2] + "がわ"
    whole = read + "".join(reading.of_unit(unit, dictionary) for unit in tail)
    return Analysis(
        surface=surface,
        lemma=base,
        reading=whole,
        alternatives=(),
        uncertain=not sure and not is_kana(base),
        furigana=pieces(surface, whole),
        pos="name",
        kind="name",
        entry=entry,
        headword=base,
        glosses=(gloss,),
        source="jmnedict" if entry else "none",
        inflection=(),
        accent=accent(units),
        level=level(None, base, dictionary),
    )


def _fit(name: Name, hint: str, types: set[str]) -> int:
    return 2 * (hint in map(hiragana, name.readings)) + bool(types & set(name.types))


def _gloss(name: Name) -> str:
    kinds = ", ".join(kind for kind in name.types if kind != "unclass")
    return name.glosses[0] + (f" ({kinds})" if kinds else "")


def _romanised(unit: Unit, dictionary: Dictionary) -> str:
    for name in dictionary.names(unit.surface):
        if unit.reading in map(hiragana, name.readings):
            return name.glosses[0]
    return unit.surface
