"""The conjugations of Japanese, compiled into rules that take an ending off a form.

A rule reads backwards: a form that ends in `suffix` and is used as `outer` comes from the form
with `base` in its place, which is an `inner`. Typing both sides by grammatical state is what
keeps the derived chains grammatical.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from kit.language.inflection import endings as e
from kit.language.inflection.endings import (
    ADJECTIVE,
    ANY_STATE,
    ICHIDAN,
    LEXICAL,
    NOMINAL,
    Row,
    S,
    State,
)
from kit.language.inflection.paradigms import (
    ANY,
    BEFORE_I,
    KANA,
    KANJI_ONLY,
    SOME,
    STEMS,
    WHOLE,
)

Endings = Iterable[tuple[str, State, str]]


Rule = tuple[str, str, State, State, str, frozenset[str]]
"""Suffix, base, outer, inner, the step's name, and what may not stand before the suffix."""

_VOICED = str.maketrans("てたちと", "でだじど")
_VOICED_TE = S.V5G | S.V5N | S.V5B | S.V5M


def _spellings(text: str) -> list[str]:
    return text.split(" ")


def _label(name: str, stem: str, irrealis: Iterable[str]) -> str:
    """The name of an ending, with the auxiliary that the stem ends in put in its place."""
    if "{u}" in name:
        return name.format(u="よう" if stem.endswith(("よう", "よ")) else "う")
    start = next((form for form in irrealis if stem.startswith(form)), "")
    return name.format(stem[len(start) :])


def _verbs() -> Iterator[Rule]:
    plain, voiced = _verb_endings(str), _verb_endings(_voice)
    for state, base, stems, barred in STEMS:
        irrealis = stems.get("irrealis", ())
        for kind, ending, outer, name in voiced if state & _VOICED_TE else plain:
            for stem in stems.get(kind, ()):
                if inner := state & ~_BARRED.get(kind, 0):
                    label = _label(name, stem, irrealis) if "{" in name else name
                    yield stem + ending, base, outer, inner, label, barred


def _verb_endings(voice: Callable[[str], str]) -> list[Row]:
    """The rows of verb endings, one an ending; `voice` spells those after the stem of て and た."""
    return [
        ("te", voice(ending), outer, name) if kind in {"te", "ta"} else (kind, ending, outer, name)
        for kind, texts, outer, name in e.VERB_ENDINGS
        for ending in _spellings(texts)
    ]


def _voice(ending: str) -> str:
    return ending[0].translate(_VOICED) + ending[1:]


# An auxiliary does not follow itself, nor a potential a passive.
_BARRED: Mapping[str, State] = {
    "passive": S.PASSIVE | S.POTENTIAL | S.CAUSATIVE,
    "causative": S.CAUSATIVE | S.PASSIVE | S.POTENTIAL,
    "short causative": S.CAUSATIVE | S.PASSIVE | S.POTENTIAL,
    "short potential": S.PASSIVE | S.POTENTIAL,
}


def _replace(
    suffix_base: str, inner: State, endings: Endings, barred: frozenset[str], stem: str = ""
) -> Iterator[Rule]:
    for texts, outer, name in endings:
        for text in _spellings(texts):
            yield stem + text, suffix_base, outer, inner, name, barred


def _adjectives() -> Iterator[Rule]:
    proper = ADJECTIVE & ~S.NEGATIVE
    for base, stem, barred in (("い", "", BEFORE_I), ("いい", "よ", ANY)):
        yield from _replace(base, ADJECTIVE, e.ADJECTIVE_ENDINGS, barred, stem)
        yield from _replace(base, proper, e.PROPER_ENDINGS, barred, stem)
    yield from _replace("ない", S.NEGATIVE, e.NEGATIVE_ENDINGS, ANY)
    yield "し", "しい", S.END, proper, "〜し: terminal (literary)", SOME
    yield "かったです", "かった", S.END, S.PAST, "polite", ANY
    yield "ええ", "いい", S.END, ADJECTIVE, "ええ: western いい", ANY
    yield "よか", "よい", S.END, ADJECTIVE, "〜か: plain form (Kyushu)", ANY
    yield "か", "い", S.END, S.ADJ_I, "〜か: plain form (Kyushu)", KANJI_ONLY
    yield "ない", "ある", S.NEGATIVE, S.V5R_I, "〜ない: negative", KANJI_ONLY - {"", "で", "は"}
    yield from _contracted()
    yield from _adverbial()


def _contracted() -> Iterator[Rule]:
    """The long え that colloquial speech makes of あい and おい, and い of うい."""
    name = "〜え: colloquial 〜い"
    rows = list(zip(KANA["a"], KANA["i"], KANA["u"], KANA["e"], KANA["o"], strict=True))
    for a, i, u, e_, o in rows:
        e_ = {"　": "え", "ゑ": "え"}.get(e_, e_)
        for long in ("え", "ぇ", "ー", "エ", "ェ", "っ"):
            yield e_ + long, "い", S.END, ADJECTIVE, name, KANJI_ONLY
            for vowel in (a, o):
                yield e_ + long, f"{vowel}い", S.END, ADJECTIVE, name, ANY
        if u in "るつむ":
            for long in ("い", "ぃ", "ー"):
                yield i + long, f"{u}い", S.END, ADJECTIVE, "〜い: colloquial 〜うい", ANY
    for long in ("え", "ぇ", "ー", "ええ"):
        yield long, "い", S.END, ADJECTIVE, name, KANJI_ONLY


def _adverbial() -> Iterator[Rule]:
    """The adverbial in う: 高う, 嬉しゅう, はよう."""
    changes = [(f"{a}い", f"{o}う") for a, o in zip(KANA["a"], KANA["o"], strict=True)]
    changes += [(f"{i}い", f"{i}ゅう") for i in "きしちにり"]
    changes += [(f"{kana}い", f"{kana}う") for kana in KANA["u"] + KANA["o"]]
    table: Endings = (
        ("", S.END, "〜う: adverbial (formal or western)"),
        ("て ても", S.END, "〜うて: te-form (western)"),
        ("ない", S.NEGATIVE, "〜うない: negative (western)"),
        ("ございます", S.MASU, "〜うございます: very polite"),
        ("存じます", S.MASU, "〜う存じます: I think (humble)"),
    )
    for base, stem in changes:
        yield from _replace(base, ADJECTIVE, table, ANY, stem.replace("をう", "おう"))
    yield from _replace("い", ADJECTIVE, table, KANJI_ONLY, "う")


def _western() -> Iterator[Rule]:
    """The て form of a godan verb in う as western speech has it in kana: はろうて for はらって."""
    wanted = {"た", "たら たらば", "たり", "て", "ても"}
    rows = [(text, state, name) for _, text, state, name in e.VERB_ENDINGS if text in wanted]
    for a, o in zip(KANA["a"], KANA["o"], strict=True):
        stem = "お" if o == "を" else o
        yield from _replace(f"{a}う", S.V5U, rows, ANY, f"{stem}う")


def _finite() -> Iterator[Rule]:
    """Endings after any plain form, by the character that it ends in."""
    plain: dict[str, State] = {"い": ADJECTIVE, "た": S.PAST, "だ": S.PAST}
    for paradigm in STEMS:
        last = paradigm.base[-1]
        plain[last] = plain.get(last, 0) | paradigm.state
    for last, state in plain.items():
        yield from _replace(last, state, e.PLAIN_ENDINGS, SOME, last)


def _nominals() -> Iterator[Rule]:
    yield from _replace("だ", S.COP, e.COPULA_ENDINGS, WHOLE)
    yield from _replace("です", S.COP, e.POLITE_COPULA_ENDINGS, WHOLE)
    yield from _replace("", NOMINAL, e.NOMINAL_ENDINGS, SOME)
    yield from _replace("", S.SEEMING, e.SEEMING_ENDINGS, SOME)
    yield from _replace("", S.ADJ_NA, e.NA_ENDINGS, SOME)
    yield from _replace("", S.ADJ_T, e.TARU_ENDINGS, SOME)
    yield from _replace("", S.VS, e.NOUN_ENDINGS, SOME)


def _polite() -> Iterator[Rule]:
    yield from _replace("ます", S.MASU, e.POLITE_ENDINGS, SOME)
    yield from _replace("ません", S.MASEN, e.POLITE_NEGATIVE_ENDINGS, SOME, "ません")
    yield "へんかった", "へん", S.PAST, S.HEN, "〜た: past", ANY
    yield "ひんかった", "ひん", S.PAST, S.HEN, "〜た: past", ANY
    yield from _replace("ん", S.EXP, e.EXPRESSION_ENDINGS, SOME, "ん")
    yield "へなんだ", "へん", S.PAST, S.HEN, "〜なんだ: past (western)", ANY
    for contracted, full in e.CONTRACTED_POLITE:
        yield contracted, full, S.END, ANY_STATE & ~LEXICAL, "polite, contracted (dated)", ANY
    yield "へんで", "へん", S.END, S.HEN, "〜て: te-form", ANY


def _honorifics() -> Iterator[Rule]:
    """Rules for a form that begins with お or ご, which they take off as well."""
    for paradigm in STEMS:
        for stem in paradigm.stems.get("continuative", ()):
            yield from _replace(
                paradigm.base, paradigm.state, e.HONORIFIC_ENDINGS, paradigm.barred, stem
            )
    yield from _replace("", S.VS, e.HONORIFIC_ENDINGS[:-1], SOME)
    yield "い", "い", ADJECTIVE, S.ADJ_I, "お〜: polite", BEFORE_I


def _index(rules: Iterable[Rule]) -> dict[str, tuple[Rule, ...]]:
    """The rules by suffix, those alike but for the class that they come from made one."""
    table: dict[str, dict[tuple[str, State, str, int], Rule]] = {}
    for suffix, base, outer, inner, name, barred in rules:
        alike = table.setdefault(suffix, {})
        key = (base, outer, name, id(barred))
        known = alike.get(key)
        alike[key] = (suffix, base, outer, known[3] | inner if known else inner, name, barred)
    return {suffix: tuple(alike.values()) for suffix, alike in table.items()}


def _literary() -> Iterator[Rule]:
    """〜ずる for 〜じる, so that 感ぜられる is a form of 感じる."""
    yield "ずる", "じる", S.VZ, ICHIDAN, "〜ずる: literary form of 〜じる", SOME


def _all() -> Iterator[Rule]:
    yield from _verbs()
    yield from _adjectives()
    yield from _western()
    yield from _polite()
    yield from _nominals()
    yield from _finite()
    yield from _literary()


RULES = _index(_all())
HONORIFIC_RULES = _index(_honorifics())
