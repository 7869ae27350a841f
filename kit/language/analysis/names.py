"""Names that no glossary vouches for: JMnedict's entries, and whole names made of known parts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kit.language.analysis import place as place_names
from kit.language.analysis import reading
from kit.language.analysis.accent import accent
from kit.language.analysis.name_edges import PERSON, PLACE, SHIP
from kit.language.article import Analysis
from kit.language.furigana.align import pieces
from kit.language.lexicon.dictionary import Dictionary, Name
from kit.language.lexicon.level import level
from kit.language.script.characters import is_kana, is_kanji, is_katakana
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


UNKNOWN_PERSON = "name of a person"
"""What is said of a name that no dictionary has, where its place or its text tells what it is."""
GIVEN = frozenset({"given", "fem", "masc"})
PERSONAL = GIVEN | {"surname"}
USUAL = frozenset(
    (
        "John Kelly Kerry Catherine Michael Joseph Robert Paul Peter Thomas William James Charles "
        "Richard David George Henry Edward Andrew Daniel Mark Martin Matthew Anthony Kevin Steven "
        "Jack Harry Oliver Benjamin Samuel Alexander Nicholas Christopher Timothy Ryan "
        "Jeff Mike Tom Jim Joe Ben Sam Nick Tony Jimmy Bill Ronald Donald Gerald Kenneth "
        "Mary Elizabeth Margaret Barbara Susan Linda Nancy Karen Laura Emily Emma Anna Maria Julia "
        "Smith Johnson Williams Jones Brown Wilson Anderson Taylor Jackson Harris Robinson Walker "
        "Campbell Mitchell Roberts Carter Phillips Turner Parker Collins Edwards Stewart Morris "
        "Murphy Cooper Richardson Cox Howard Ward Peterson Kennedy Clinton Bush Reagan Nixon "
        "Ford Johnson Lincoln Washington Hamilton Simpson Wallace Graham Sullivan Carlos Jose Juan "
        "Pedro Antonio Francisco Luis Miguel Hans Karl Franz Ludwig Pierre Jacques Jean Francois "
        "Louis Philippe Marie Ivan Vladimir Sergei Boris Mikhail Nikolai Dmitri Alexei Ghosn"
    ).split()
)
"""Spellings that English has first, where JMnedict begins with a rarer one; of the many spellings
that a foreign name in katakana may have, these are hardly wrong."""
ALIKE = {"ケリー": "Kelly or Kerry", "リード": "Reed or Reid", "ロス": "Ross", "リー": "Lee or Li"}
"""Surnames in katakana of which JMnedict lacks a spelling that the news has."""
_LIFE = re.compile(r"[(（,;].*")


def proper_name(
    surface: str,
    units: Sequence[Unit],
    tail: Sequence[Unit],
    base: str,
    dictionary: Dictionary,
    *,
    titled: bool = False,
    ending: str | None = None,
) -> Analysis | None:
    """The word as a name; None where neither JMnedict nor the tagger knows it as one.

    Args:
        surface, units, tail, base: as it stands, its short units, those attached to it, and the
            form under which it is looked up.
        dictionary: where names are looked up.
        titled: whether a title follows, so that it is a surname.
        ending: the reading of its last unit among its neighbours, where they give one.
    """
    place = len(units) > 1 and units[-1].surface in place_names.KINDS
    types = next((types for kind, types in KINDS.items() if kind in units[0].pos), set())
    if titled and len(units) == 1:
        types = {"surname", "place"} if types == {"place"} else {"surname"}
    if place:
        types = {"place", "station", "unclass"}
    parts = [reading.of_unit(unit, dictionary) for unit in units]
    if place and "地名" not in units[0].pos:
        parts[0] = _of_place(units[0].surface, dictionary) or parts[0]
    if ending is not None:
        parts[-1] = ending
    hint = "".join(parts)
    names = dictionary.names(base)
    if len(units) > 1 and all("地名" in unit.pos for unit in units):
        names = tuple(name for name in names if "person" not in name.types)
    entry: int | None
    if titled and types == {"surname", "place"} and is_kanji(base):
        surnames = [name for name in names if "surname" in name.types]
        if surnames and not any(hint in map(hiragana, name.readings) for name in surnames):
            hint, types = hiragana(surnames[0].readings[0]), {"surname"}  # 前原 is no まえばる
    if names and units[0].pos != SHIP:
        best = max(names, key=lambda name: _fit(name, hint, types))
        read = hint if hint in map(hiragana, best.readings) else hiragana(best.readings[0])
        rivals = {r for name in names if types & set(name.types) for r in name.readings}
        gloss, entry, sure = _gloss(best, types), best.id, len(rivals) < 2
    elif place:
        stem = _romanised(units[0].surface, units[0].reading, dictionary)
        kind = place_names.KINDS[units[-1].surface]
        gloss = f"name of a place ({kind})" if is_kana(stem) else f"{stem} {kind} (place)"
        read, entry, sure = hint, None, True
    elif len(units) > 1:
        spoken = [(unit.surface, unit.reading) for unit in units if unit.role != "symbol"]
        if _is_surname(units[:2], dictionary):
            spoken[:2] = [
                (units[0].surface + units[1].surface, units[0].reading + units[1].reading)
            ]
        elif len(spoken) == 3 and (given := _given(spoken[1][0] + spoken[2][0], dictionary)):
            spoken[1:] = [(spoken[1][0] + spoken[2][0], given)]
            hint = spoken[0][1] + given
        parts = [_romanised(form, said, dictionary) for form, said in spoken]
        kind = "place" if all("地名" in unit.pos for unit in units) else "name"
        gloss, read, entry, sure = f"{' '.join(parts)} ({kind})", hint, None, False
        if kind == "name" and any(is_kana(part) or is_kanji(part) for part in parts):
            gloss = UNKNOWN_PERSON
    elif units[0].pos == PLACE and not units[0].known:
        gloss, read, entry, sure = "name of a place", hint, None, True
    elif units[0].pos == SHIP:
        gloss, read, entry, sure = "name of a ship", hint, None, True
    elif units[0].pos == PERSON or (titled and is_katakana(base)):
        gloss, read, entry, sure = UNKNOWN_PERSON, hint, None, units[0].known
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


def _of_place(stem: str, dictionary: Dictionary) -> str:
    """The reading of a place's name that the tagger takes for somebody's."""
    places = [name for name in dictionary.names(stem) if "place" in name.types]
    return hiragana(places[0].readings[0]) if len(places) == 1 else ""


def _fit(name: Name, hint: str, types: set[str]) -> int:
    return 2 * (hint in map(hiragana, name.readings)) + bool(types & set(name.types))


def _gloss(name: Name, types: set[str]) -> str:
    """A name in Latin letters and what it is a name of; of a person nothing but the name.

    A stranger's years and deeds, which JMnedict has, say nothing of who is meant in a text.
    """
    if "person" in name.types:
        return _LIFE.sub("", name.glosses[0]).strip() + " (name)"
    kinds = [kind for kind in name.types if kind in types] or name.types
    said = ", ".join(dict.fromkeys(kind for kind in kinds if kind != "unclass"))
    return name.glosses[0] + (f" ({said})" if said else "")


def _given(form: str, dictionary: Dictionary) -> str:
    """The reading of a first name that the tagger cuts (圭|秀); empty where JMnedict has none."""
    names = (name for name in dictionary.names(form) if GIVEN & set(name.types))
    return next((hiragana(name.readings[0]) for name in names), "") if is_kanji(form) else ""


def _is_surname(units: Sequence[Unit], dictionary: Dictionary) -> bool:
    """Whether two units, the first of them no surname by itself, are one together."""
    form = "".join(unit.surface for unit in units)
    if len(units) < 2 or len(form) > 2 or "固有名詞" in units[0].pos:
        return False
    return any("surname" in name.types for name in dictionary.names(form))


def _romanised(form: str, said: str, dictionary: Dictionary) -> str:
    """A part of a name with its reading in hiragana → Latin letters, where JMnedict has it."""
    if form in ALIKE:
        return ALIKE[form]
    found = [name for name in dictionary.names(form) if said in map(hiragana, name.readings)]
    found.sort(key=lambda name: not PERSONAL & set(name.types))
    spellings = [_LIFE.sub("", gloss).strip() for name in found for gloss in name.glosses]
    usual = [spelling for spelling in spellings if spelling in USUAL]
    if usual and is_katakana(form):
        return " or ".join(dict.fromkeys(usual))  # JMnedict lists ジョン as Jon; John; …
    if spellings and not is_katakana(form):
        return spellings[0]
    return form
