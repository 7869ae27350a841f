"""Readings that the tagger alone does not give: unknown words, letters, and words by context."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from kit.language.analysis.titles import TITLES
from kit.language.lexicon.dictionary import Dictionary
from kit.language.number.reading import number
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

Rule = Callable[[Unit | None, Unit | None, Sequence[Unit], int], str | None]

_KANA = re.compile("[ぁ-ゖァ-ヺー・]+")
_CAPITALS = re.compile("[A-Z]+")


def is_kana(text: str) -> bool:
    """Whether a text is all kana."""
    return _KANA.fullmatch(text) is not None


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


def in_context(base: str, units: Sequence[Unit], at: int) -> str | None:
    """The reading that a word `base`, which begins with the unit at `at`, has among its neighbours.

    None where they say nothing, and the tagger's reading stands. The rules are those of usage:
    a word that stands alone has its kun reading, one that ends a compound its on reading.
    """
    rule = _RULES.get(base)
    if rule is None:
        return None
    before = units[at - 1] if at else None
    after = units[at + 1] if at + 1 < len(units) else None
    return rule(before, after, units, at)


def _alone(before: Unit | None, after: Unit | None) -> bool:
    """Whether a unit is part of no compound noun."""
    return (before is None or before.role not in _NOMINAL) and (
        after is None or after.role not in _NOMINAL
    )


PROVINCES = frozenset(
    (
        "山城 大和 河内 和泉 摂津 伊賀 伊勢 志摩 尾張 三河 遠江 駿河 甲斐 伊豆 相模 "
        "武蔵 安房 上総 下総 常陸 近江 美濃 飛騨 信濃 上野 下野 陸奥 出羽 若狭 越前 "
        "加賀 能登 越中 越後 佐渡 丹波 丹後 但馬 因幡 伯耆 出雲 石見 隠岐 播磨 美作 "
        "備前 備中 備後 安芸 周防 長門 紀伊 淡路 阿波 讃岐 伊予 土佐 筑前 筑後 豊前 "
        "豊後 肥前 肥後 日向 大隅 薩摩 壱岐 対馬 琉球"
    ).split()
)
"""The old provinces, whose 国 is くに (安芸国 あきのくに)."""


def _country(before: Unit | None, after: Unit | None, units: Sequence[Unit], at: int) -> str | None:
    if before is not None and before.surface in PROVINCES:
        return "くに"
    return "くに" if _alone(before, after) else None


def _province(
    before: Unit | None, after: Unit | None, units: Sequence[Unit], at: int
) -> str | None:
    return units[at].reading + "の" if after is not None and after.surface == "国" else None


def _after(before: Unit | None, after: Unit | None, units: Sequence[Unit], at: int) -> str | None:
    if before is None or before.role in {"symbol", "particle"}:
        follows = after is not None and after.surface in {"に", "の", "、"}
        return "のち" if follows and not (before and before.surface == "の") else "あと"
    if before.role in {"verb", "auxiliary", "determiner"}:
        return "あと"
    return "ご" if before.role in _NOMINAL else None


def _other(before: Unit | None, after: Unit | None, units: Sequence[Unit], at: int) -> str | None:
    if before is not None and before.surface == "の":
        return "ほか"
    return "ほか" if after is not None and after.surface in {"に", "、"} else None


def _mountain(
    before: Unit | None, after: Unit | None, units: Sequence[Unit], at: int
) -> str | None:
    return "さん" if before is not None and before.role in _NOMINAL else "やま"


def _river(before: Unit | None, after: Unit | None, units: Sequence[Unit], at: int) -> str | None:
    return "がわ" if before is not None and before.role in _NOMINAL else "かわ"


def _one_day(before: Unit | None, after: Unit | None, units: Sequence[Unit], at: int) -> str | None:
    """1日: いちにち where something is counted by the day (1日3回, 1日あたり, 1日に2度)."""
    beyond = units[at + 2 : at + 4]
    if beyond and beyond[0].surface == "に":
        beyond = beyond[1:]
    counted = bool(beyond) and (
        beyond[0].role == "number" or beyond[0].surface in {"あたり", "当たり", "平均", "約"}
    )
    return "いちにち" if counted else None


def _former(before: Unit | None, after: Unit | None, units: Sequence[Unit], at: int) -> str | None:
    """前: ぜん of someone who was in office (トランプ前大統領, 前米大統領)."""
    offices = {unit.surface for unit in units[at + 1 : at + 3]} & TITLES
    return "ぜん" if after is not None and offices and after.role in _NOMINAL else None


def _through(before: Unit | None, after: Unit | None, units: Sequence[Unit], at: int) -> str | None:
    """中: じゅう of the whole of a day, a year or a place, else the tagger's ちゅう or なか."""
    whole = {"今日", "明日", "今年", "世界", "日本", "国", "町", "街", "一日", "1日", "家", "体"}
    return "じゅう" if before is not None and before.surface in whole else None


def _way(before: Unit | None, after: Unit | None, units: Sequence[Unit], at: int) -> str | None:
    """方: かた of a person, ほう of a side or in a comparison."""
    if before is None or before.role not in {"verb", "auxiliary"}:
        return None
    if before.surface == "な" or after is None:
        return "ほう"
    if after.surface == "が":
        beyond = units[at + 2] if at + 2 < len(units) else None
        return "ほう" if beyond is None or beyond.role in {"adjective", "quality"} else "かた"
    return "かた" if after.role in {"particle", "auxiliary", "symbol"} else None


def _family(before: Unit | None, after: Unit | None, units: Sequence[Unit], at: int) -> str | None:
    if before is not None and "固有名詞" in before.pos:
        return "け"
    if before is not None and before.role in _NOMINAL:
        return "か" if before.role in {"noun", "suffix"} and units[at].role == "suffix" else None
    return "いえ"


def _go(before: Unit | None, after: Unit | None, units: Sequence[Unit], at: int) -> str | None:
    """行って: おこなって after what is done, いって after where one goes."""
    if (
        before is None
        or units[at].reading[:2] not in {"いっ", "おこ"}
        or units[at].form != "連用形-促音便"
    ):
        return None
    if before.surface in {"に", "へ", "まで", "て", "から"}:
        return "いく"
    if before.surface in {"を", "も", "は", "が"} and at > 1:
        done = units[at - 2]
        if before.surface == "を" or "サ変" in done.pos:
            return "おこなう"
    return None


_NOMINAL = frozenset({"noun", "number", "quality", "suffix", "prefix"})
_RULES: dict[str, Rule] = {
    "国": _country,
    "後": _after,
    "他": _other,
    "家": _family,
    "山": _mountain,
    "1日": _one_day,
    "一日": _one_day,
    "前": _former,
    "中": _through,
    "今日": lambda _, after, *__: "きょう" if after and after.surface == "中" else None,
    "川": _river,
    **dict.fromkeys(PROVINCES, _province),
    "行く": _go,
    "行う": _go,
    "日本": lambda _, after, *__: "にほん" if after and after.role in _NOMINAL else None,
    "会社": lambda before, *_: "がいしゃ" if before and before.role in _NOMINAL else None,
    "要": lambda before, *_: "かなめ" if before and before.surface == "の" else None,
    "私": lambda *_: "わたし",
    "何人": lambda *_: "なんにん",
    "階": lambda *_: "かい",
    "言う": lambda *_: "いう",
    "被る": lambda *_: "こうむる",
    "その後": lambda *_: "そのご",
    "その他": lambda *_: "そのた",
    "内": lambda before, *_: "ない" if before and before.role in _NOMINAL else None,
    "型": lambda before, *_: "がた" if before and before.role in _NOMINAL | {"adverb"} else "かた",
    "付": lambda before, *_: "つき" if before and before.role in _NOMINAL else None,
    "体": lambda before, *_: "たい" if before and before.role in _NOMINAL else None,
    "方": _way,
}
