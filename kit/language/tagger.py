"""Short units: what MeCab and UniDic make of a text."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

import fugashi
import unidic_lite

from kit.language.dictionary_form import DictionaryForm, present
from kit.language.script.characters import is_kana
from kit.language.script.kana import VOICED, hiragana

MISSING = "*"

ROLES = {
    "名詞-数詞": "number",
    "名詞-助動詞語幹": "stem",
    "名詞": "noun",
    "代名詞": "pronoun",
    "動詞": "verb",
    "形容詞": "adjective",
    "形状詞-助動詞語幹": "stem",
    "形状詞": "quality",
    "接頭辞": "prefix",
    "接尾辞-動詞的": "verb",
    "接尾辞-形容詞的": "adjective",
    "接尾辞": "suffix",
    "副詞": "adverb",
    "連体詞": "determiner",
    "接続詞": "conjunction",
    "感動詞": "interjection",
    "助詞": "particle",
    "助動詞": "auxiliary",
}
"""UniDic's parts of speech → the few that segmentation tells apart; all others are symbols."""


_MAY_OPEN = re.compile("[0-9A-Za-z一二三四五六七八九十百千万億兆〇数第お御ご]|[ァ-ヺー]+$")


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """A short unit as UniDic describes it. The tagger gives equal units as the same object.

    `pos` is the path of parts of speech (`名詞-普通名詞-サ変可能`), `form` the inflected form
    (`連用形-一般`), `lemma` UniDic's lexeme, `base` the dictionary form as spelled here; `reading`
    and `base_reading` are in hiragana, empty where UniDic has none; `accent` is its `aType` (drops
    of pitch, likeliest first), `joining` its `aConType`. `known` is false for a word that UniDic
    does not have. `role` is one of the values of ROLES, or symbol.
    `opens`: a number, a whole name or an honorific phrase may begin with it. `whole`: a teacher
    wants it to be a word, so that no longer word takes it.
    """

    surface: str
    pos: str
    type: str
    form: str
    lemma: str
    base: str
    reading: str
    base_reading: str
    origin: str
    accent: tuple[int, ...]
    joining: str
    known: bool
    role: str
    opens: bool
    whole: bool = False


@cache
def _tagger() -> fugashi.GenericTagger:
    return fugashi.GenericTagger(f'-r /dev/null -d "{unidic_lite.DICDIR}"')


class Feature(NamedTuple):
    """What UniDic says of a token: part of speech, the next finer one, origin (漢, 和, 外 …)."""

    pos1: str
    pos2: str
    goshu: str


class Token(NamedTuple):
    """A short unit as fugashi would give it, as far as jreadability asks; shared like a Unit."""

    surface: str
    feature: Feature


def tokens(text: str) -> list[Token]:
    """The short units of a text (see `tag`), for libraries that know fugashi's."""
    nodes = _tagger().parseToNodeList(text)
    return [_token(node.surface, node.feature_raw) for node in nodes]


@lru_cache(maxsize=30_000)
def _token(surface: str, features: str) -> Token:
    fields = _fields(features)
    return Token(surface, Feature(fields[0], fields[1], fields[12] if len(fields) > 12 else ""))


_units: dict[tuple[str, str], Unit] = {}


def tag(text: str) -> list[tuple[int, Unit]]:
    """The short units of a text (normalised, in one line), each with its offset.

    Blanks belong to no unit. The text must not hold NUL or lone surrogates.
    """
    found: list[tuple[int, Unit]] = []
    position = 0
    for node in _tagger().parseToNodeList(text):
        surface = node.surface
        key = (surface, node.feature_raw)
        unit = _units.get(key)
        if unit is None:
            if len(_units) > 60_000:
                _units.clear()
            unit = _units[key] = _unit(*key)
        if not text.startswith(surface, position):
            position += len(node.white_space)
        found.append((position, unit))
        position += len(surface)
    return found


def _unit(surface: str, features: str) -> Unit:
    fields = _fields(features)
    pos = "-".join(field for field in fields[:4] if field != MISSING)
    role = next((role for path, role in ROLES.items() if pos.startswith(path)), "symbol")
    if len(fields) < 26:
        reading = hiragana(surface) if is_kana(surface) else ""
        return Unit(
            surface, pos, "", "", surface, surface, reading, reading, "", (), "", False, role, True
        )
    base = fields[10] if fields[10] != MISSING else surface
    if VOICED.get(base[:1]) == surface[0]:
        base = surface[0] + base[1:]  # UniDic has つける for the づける of 位置づける
    value = ["" if field == MISSING else field for field in fields]
    lemma = value[7].split("-")[0]
    dictionary = present(
        DictionaryForm(base or surface, hiragana(value[18]), lemma, value[4]), surface, role
    )
    return Unit(
        surface,
        pos,
        type=dictionary.type,
        form=value[5],
        lemma=dictionary.lemma,
        base=dictionary.base,
        reading=_bare(surface, pos, hiragana(value[17])),
        base_reading=dictionary.reading,
        origin=value[12],
        accent=tuple(int(drop) for drop in value[23].split(",") if drop.isdigit()),
        joining=value[24],
        known=True,
        role=role,
        opens=role in {"number", "prefix"} or "人名" in pos or _MAY_OPEN.match(surface) is not None,
    )


def _bare(surface: str, pos: str, reading: str) -> str:
    """A name's reading without the の that UniDic has in those of courtiers (葛城 かつらぎの)."""
    extra = "固有名詞" in pos and len(reading) > 2 and reading.endswith("の")
    return reading[:-1] if extra and surface[-1] not in "のノ野乃埜" else reading


def _fields(features: str) -> list[str]:
    return next(csv.reader([features])) if '"' in features else features.split(",")
