"""Readings that the tagger alone does not give: unknown words and letters."""

from __future__ import annotations

import re

from kit.language.lexicon.dictionary import Dictionary
from kit.language.number.reading import number
from kit.language.script.characters import is_kana
from kit.language.script.kana import hiragana
from kit.language.tagger import Unit

LETTERS = dict(zip(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    (
    "えー びー しー でぃー いー えふ じー えいち あい じぇー けー える えむ えぬ "
    "おー ぴー きゅー あーる えす てぃー ゆー ぶい だぶりゅー えっくす わい ぜっと"
).split(),
    strict=True,
))  # fmt: skip
"""The names of the letters as newsreaders say them."""

_CAPITALS = re.compile("[A-Z]+")


def of_unit(unit: Unit, dictionary: Dictionary) -> str:
    """A unit's reading in hiragana, guessed where UniDic has none; empty where nobody reads it."""
    if is_kana(unit.surface):
        return hiragana(unit.surface).replace("・", "")
    if unit.reading:
        return unit.reading
    if unit.surface.isdigit():
        return number(unit.surface) or ""
    return guessed(unit.surface, dictionary)


def guessed(surface: str, dictionary: Dictionary) -> str:
    """A reading for a word that no dictionary has: letters by name, kanji by their first on."""
    if _CAPITALS.fullmatch(surface):
        return "".join(LETTERS[letter] for letter in surface)
    read = ""
    for character in surface:
        kanji = dictionary.kanji(character)
        if kanji is not None and (kanji.on or kanji.kun):
            reading = kanji.on[0] if kanji.on else kanji.kun[0].split(".")[0]
            read += hiragana(reading).strip("-")
        elif is_kana(character):
            read += hiragana(character).replace("・", "")
        else:
            return ""
    return read
