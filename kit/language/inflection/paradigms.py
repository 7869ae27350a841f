"""The stems of Japanese verbs by conjugation: a row of the grammar's table each.

A stem's name is the slot that the rows of `kit.language.inflection.endings` attach to.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kit.language.inflection.endings import ICHIDAN, S, State

KANA = {
    "a": "あかさたなはまやらわがざだばぱ",
    "i": "いきしちにひみ　りゐぎじぢびぴ",
    "u": "うくすつぬふむゆる　ぐずづぶぷ",
    "e": "えけせてねへめ　れゑげぜでべぺ",
    "o": "おこそとのほもよろをごぞどぼぽ",
}
_HIRAGANA = {chr(code) for code in range(0x3041, 0x3097)} | {"ー", "、", "。"}


def _katakana(kana: Iterable[str]) -> set[str]:
    return {chr(ord(char) + 0x60) if "ぁ" <= char <= "ゖ" else char for char in kana}


# What the stem before a rule's `base` may not end in; "" stands for no stem at all. An ichidan
# verb has え or い before its る, or kanji; an adjective has no え before its い.
ANY: frozenset[str] = frozenset()
SOME = frozenset({""})
STEM = frozenset({"", "っ"})
KANJI_ONLY = frozenset(_HIRAGANA | _katakana(_HIRAGANA) | {""})
_FRONT = set(KANA["i"] + KANA["e"])
BEFORE_RU = frozenset(KANJI_ONLY - _FRONT - _katakana(_FRONT) | {""})
BEFORE_I = frozenset(set(KANA["e"]) | {"", "っ", "ん", "を"})


class _Whole(frozenset[str]):
    """Bars every character: the rule is for a form that is nothing but the suffix."""

    def __contains__(self, end: object) -> bool:
        return end != ""


WHOLE = _Whole({"any"})


class Paradigm(NamedTuple):
    """The stems of a group of words: `base` is the end of their dictionary form."""

    state: State
    base: str
    stems: Mapping[str, tuple[str, ...]]
    barred: frozenset[str] = STEM


def _godan(state: State, row: str, te: str, **other: tuple[str, ...]) -> Paradigm:
    a, i, u, e_, o = tuple(row)
    soft = "や" if u == "う" else f"{i}ゃ"
    stems = {
        "negative": (a,),
        "irrealis": (a,),
        "continuative": (i,),
        "terminal": (u,),
        "necessity": (u,),
        "negative intention": (u,),
        "conditional": (e_,),
        "contracted conditional": (soft,),
        "imperative": (e_,),
        "volitional": (f"{o}う",),
        "short volitional": (o,),
        "passive": (f"{a}れる",),
        "causative": (f"{a}せる",),
        "short causative": (f"{a}す",),
        "causative passive": (f"{a}される",) if u != "す" else (),
        "potential": (f"{e_}る",),
        "te": (te,) if te else (),
    }
    return Paradigm(state, u, stems | other, SOME if u == "す" else STEM)


def _irregular(state: State, barred: frozenset[str], base: str, **stems: str) -> Paradigm:
    """A paradigm from stems written as words with spaces between alternatives."""
    split = {kind.replace("_", " "): tuple(text.split(" ")) for kind, text in stems.items()}
    return Paradigm(state, base, {"terminal": (base,)} | split, barred)


def _ichidan(state: State, barred: frozenset[str], stem: str = "") -> Paradigm:
    """A paradigm of one stem: of an ichidan verb, or of 来る written in kanji (with its い)."""
    return _irregular(
        state,
        barred,
        f"{stem}る",
        negative=stem,
        irrealis=stem,
        continuative=stem,
        necessity=f"{stem}る",
        western_negative=stem,
        negative_intention=f"{stem} {stem}る",
        conditional=f"{stem}れ",
        contracted_conditional=f"{stem}りゃ",
        imperative=f"{stem}い {stem}よ" if stem else "ろ よ",
        volitional=f"{stem}よう",
        short_volitional=f"{stem}よ",
        passive=f"{stem}られる",
        causative=f"{stem}させる",
        short_causative=f"{stem}さす",
        short_potential=f"{stem}れる",
        slurred_terminal=f"{stem}ん",
        te=stem,
    )


_SURU = {
    "irrealis": "せ",
    "continuative": "し",
    "necessity": "す する",
    "negative_intention": "し す する",
    "contracted_conditional": "すりゃ",
    "causative": "させる",
    "short_causative": "さす",
    "slurred_terminal": "すん",
    "te": "し",
}

STEMS: tuple[Paradigm, ...] = (
    _ichidan(S.VK, ANY, "来"),
    _ichidan(S.VK, ANY, "來"),
    _irregular(S.VK, ANY, "来る", western_negative="来う 来え 来い 来ー"),
    _irregular(
        S.VK,
        ANY,
        "くる",
        negative="こ",
        western_negative="こお こー こう けえ けー きい きー こ",
        irrealis="こ",
        continuative="き",
        necessity="くる く",
        negative_intention="こ くる き く",
        conditional="くれ",
        contracted_conditional="くりゃ",
        imperative="こい こよ",
        volitional="こよう",
        short_volitional="こよ",
        passive="こられる",
        causative="こさせる",
        short_causative="こさす",
        short_potential="これる",
        slurred_terminal="くん",
        te="き",
    ),
    _irregular(
        S.VS_I,
        ANY,
        "する",
        **_SURU,
        negative="し",
        western_negative="せえ せー しい しえ",
        conditional="すれ",
        literary_prohibition="す",
        imperative="しろ せよ せい せえ",
        volitional="しよう",
        short_volitional="しよ",
        suru_passive="される せられる",
        suru_potential="できる 出来る",
    ),
    _ichidan(ICHIDAN, BEFORE_RU),
    _irregular(S.V1_S | S.AUXILIARY, ANY, "くれる", imperative="くれ"),
    _irregular(S.V1_S | S.AUXILIARY, ANY, "呉れる", imperative="呉れ"),
    _irregular(ICHIDAN, STEM, "れる", slurred_negative="ん"),
    _irregular(
        S.CAUSATIVE,
        STEM,
        "しめる",
        literary_terminal="しむ",
        literary_attributive="しむる",
        terminal="しむ",
        necessity="しむ",
    ),
    Paradigm(S.CAUSATIVE, "せる", {"causative's passive": ("せられる",)}),
    _godan(S.V5K | S.V5K_S, "かきくけこ", ""),
    Paradigm(S.V5K, "く", {"voiceless": (), "te": ("い",)}),
    *(
        Paradigm(S.V5K_S, f"{stem}く", {"te": (f"{stem}っ",)}, ANY)
        for stem in ("行", "往", "逝", "い", "ゆ")
    ),
    _irregular(S.V5K_S, ANY, "てく", te="てっ"),
    _irregular(S.V5K_S, ANY, "でく", te="でっ"),
    _irregular(S.V5K_S, ANY, "ゆく", te="ゆい"),
    _godan(S.V5G, "がぎぐげご", "い"),
    _godan(S.V5S, "さしすせそ", "し"),
    _godan(S.V5T, "たちつてと", "っ"),
    _godan(S.V5N, "なにぬねの", "ん"),
    _godan(S.V5B, "ばびぶべぼ", "ん"),
    _godan(S.V5M, "まみむめも", "ん"),
    _godan(S.V5U | S.V5U_S, "わいうえお", "う"),
    Paradigm(S.V5U, "う", {"te": ("っ",)}),
    _godan(
        S.V5R | S.V5ARU | S.V5R_I,
        "らりるれろ",
        "っ",
        negative=(),
        **{"slurred terminal": ("ん",), "slurred continuative": ("ん",)},
    ),
    Paradigm(S.V5R_I, "ある", {"western negative": ("あら",)}, ANY),
    _irregular(S.V5R | S.V5ARU, STEM, "る", negative="ら", slurred_negative="ん"),
    _irregular(S.V5ARU, STEM, "る", continuative="い", imperative="い"),
    _irregular(S.V5ARU | S.V5R, ANY, "ござる", continuative="ござい ごぜえ"),
    _irregular(S.V5ARU | S.V5R, ANY, "御座る", continuative="御座い"),
    _irregular(S.V5ARU | S.V5R, ANY, "ご座る", continuative="ご座い"),
    _irregular(S.V5ARU, ANY, "いらっしゃる", te="いらし いらっし"),
    _irregular(S.V5ARU, ANY, "なさる", te="なすっ"),
    _irregular(S.V5ARU, ANY, "くださる", te="くだすっ"),
    _irregular(S.V5ARU, ANY, "下さる", te="下すっ"),
    _irregular(
        S.VS_S,
        SOME,
        "する",
        **_SURU
        | {"irrealis": "せ さ", "causative": "させる せさせる", "short_causative": "さす せさす"},
        literary_terminal="す",
        literary_prohibition="す",
        negative="さ し",
        conditional="すれ せ",
        imperative="せ せよ しろ",
        volitional="しよう そう",
        short_volitional="そ",
        suru_passive="される せられる しられる",
        potential="せる",
    ),
    _irregular(
        S.VS_I,
        ANY,
        "為る",
        negative="為",
        irrealis="為",
        continuative="為",
        necessity="為 為る",
        negative_intention="為 為る",
        conditional="為れ",
        imperative="為ろ 為よ",
        volitional="為よう",
        suru_passive="為れる",
        causative="為せる 為させる",
        short_causative="為さす",
        te="為",
    ),
    _irregular(
        S.VZ,
        SOME,
        "ずる",
        negative="じ",
        irrealis="ぜ じ",
        continuative="じ",
        necessity="ず ずる",
        negative_intention="じ ず ずる",
        conditional="ずれ",
        contracted_conditional="ずりゃ",
        imperative="じろ ぜよ じよ",
        volitional="じよう",
        passive="ぜられる じられる",
        literary_terminal="ず",
        literary_prohibition="ず",
        causative="じさせる ぜさせる",
        short_causative="じさす ぜさす",
        slurred_terminal="ずん",
        te="じ",
    ),
)
