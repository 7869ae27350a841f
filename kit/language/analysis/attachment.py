"""What is attached to an inflected word: auxiliaries, て with its auxiliary verbs, and endings."""

from __future__ import annotations

from collections.abc import Sequence

from kit.language.tagger import Unit

INFLECTED = frozenset({"verb", "adjective"})
PLAIN = frozenset({"noun", "particle", "symbol", "suffix", "pronoun", "number", "determiner"})
STEMS = ("連用形-一般", "語幹")

AFTER_TE = frozenset(
    (
        "居る 有る 置く 見る 仕舞う 来る 行く 呉れる 貰う 上げる 遣る 下さる 頂く "
        "いただく 参る いらっしゃる 欲しい 御座る"
    ).split()
)
"""Lexemes that attach to a て form as auxiliary verbs."""

SPELLED_IN_KANJI = frozenset("居る 行く 来る 貰う 下さる 頂く いただく 参る 欲しい".split())
"""Those of them that a text may write in kanji."""

AFTER_STEM = frozenset(
    (
        "過ぎる 易い やすい にくい 難い 辛い づらい がたい 為さる 続ける 始める 出す "
        "終わる 終える 切る 合う 得る 難い 兼ねる 直す 掛ける 続く 込む 慣れる 切れる "
        "尽くす 上げる まくる 捲る"
    ).split()
)
"""Lexemes that attach to the stem of a verb."""

SEPARATE = frozenset({"だ", "です", "らしい", "じゃ", "や", "ごとし", "如し", "なり", "たり"})
"""Auxiliaries that are words of their own, except です after an adjective."""

COPULAS = frozenset({"だ", "です", "らしい", "じゃ"})
"""Auxiliaries that take た themselves (だった, でした, らしかった)."""

JOINING = frozenset({"て", "ば", "ながら", "つつ", "たり", "ど"})
"""Conjunctive particles that belong to the word before them."""

CAUSATIVE = frozenset({"せる", "させる"})
STEM_KANA = frozenset("いきぎしちにびみりえけげせぜてでねべめれ")
"""The kana in which the stem of a verb may end."""


SURU = frozenset({"為る", "出来る", "致す", "為さる", "頂く", "下さる"})


POLITE = SURU | {"申し上げる", "申す", "願う"}
"""Lexemes that make an honorific verb of お or ご with a stem."""


def is_suru(noun: Unit, verb: Unit) -> bool:
    """Whether `verb` makes a verb of the noun before it (会談|する)."""
    if verb.role != "verb" or verb.lemma not in SURU or "副詞可能" in noun.pos:
        return False
    if noun.role == "noun" and noun.lemma[:1] == "御" and verb.lemma != "出来る":
        return True
    if verb.lemma == "為る":
        if noun.role == "adverb":
            return noun.surface.endswith(("り", "っと", "んと"))
        return noun.role in {"noun", "suffix", "quality"}
    return "サ変" in noun.pos


def is_auxiliary_verb(unit: Unit) -> bool:
    """Whether a verb after て only says how: ている, てあげる; not 候補として挙げる."""
    if unit.role not in INFLECTED or unit.lemma not in AFTER_TE:
        return False
    return unit.lemma in SPELLED_IN_KANJI or unit.surface[0] < "一"


def attached(units: Sequence[Unit], stop: int) -> int:
    """Where what is attached to the word that ends before unit `stop` ends."""
    if stop >= len(units):
        return stop
    last = units[stop - 1]
    if last.role in PLAIN and units[stop].role not in INFLECTED:
        return stop
    if last.role in INFLECTED:
        return _tail(units, stop)
    if last.role == "auxiliary" and last.lemma not in SEPARATE and stop > 1:
        return _tail(units, stop)
    if last.role == "auxiliary" and last.lemma in COPULAS and units[stop].lemma in {"た", "う"}:
        return _tail(units, stop + 1)
    if is_suru(last, units[stop]):
        return _tail(units, stop + 1)
    if last.role == "quality" or "形状詞可能" in last.pos:
        if units[stop].lemma == "過ぎる":
            return _tail(units, stop + 1)
        return stop + (units[stop].surface == "さ" and last.role == "quality")
    return stop


def honorific(units: Sequence[Unit], at: int) -> int:
    """Where お or ご with a verb and its する, になる, ください … that begin at `at` end.

    `at` itself where there is no such phrase (お伝え|したい, ご説明|いたします, お待ち|ください).
    """
    if units[at].lemma != "御" or units[at].role != "prefix" or at + 2 >= len(units):
        return at
    stem, verb = units[at + 1], at + 2
    if stem.role == "verb" and stem.form.startswith("未然形") and units[verb].lemma in CAUSATIVE:
        verb += 1
        if not units[verb - 1].form.startswith(STEMS) or verb >= len(units):
            return at
    elif not (stem.role == "verb" and stem.form.startswith(STEMS)) and not _acts(stem):
        return at
    if units[verb].role == "particle" and units[verb].surface == "に":
        becomes = verb + 1 < len(units) and units[verb + 1].lemma == "成る"
        return _tail(units, verb + 2) if becomes else at
    return _tail(units, verb + 1) if units[verb].lemma in POLITE else at


def _acts(noun: Unit) -> bool:
    """Whether a noun says what one does: 説明, and the 読み of お読みになる."""
    return noun.role == "noun" and ("サ変" in noun.pos or noun.surface[-1] in STEM_KANA)


def _tail(units: Sequence[Unit], stop: int) -> int:
    while stop < len(units) and _attaches(units, stop):
        stop += 1
    return stop


def _attaches(units: Sequence[Unit], at: int) -> bool:
    last, unit = units[at - 1], units[at]
    if unit.surface == "で" and last.role == "auxiliary" and last.surface == "ない":
        return True
    if unit.role == "auxiliary":
        if unit.lemma == "です":
            return last.role == "adjective" or (
                last.role == "auxiliary"
                and (last.lemma == "ない" or _past_adjective(units, at) or _is_masen(units, at - 2))
            )
        return unit.lemma not in SEPARATE
    if unit.role == "particle":
        if unit.surface in {"は", "と"} and _is_forbidding(units, at + 1):
            return True
        if unit.lemma == "て" and unit.surface in {"て", "で"}:
            return last.form.startswith("連用形")
        if unit.surface == "って":  # 嬉しくって, 行かなくって
            return last.form.startswith("連用形") and last.surface.endswith("く")
        if unit.lemma in JOINING and unit.surface != "と":
            return "接続助詞" in unit.pos or unit.lemma == "たり"
        if unit.surface == "に":
            return last.surface == "ず"
        return unit.surface == "を" and last.surface == "ざる"
    if last.surface in {"て", "で"} and last.role in {"particle", "auxiliary"}:
        return is_auxiliary_verb(unit)
    if last.surface == "に" and units[at - 2].surface == "ず":
        return unit.lemma == "居る"
    if last.lemma == "たい" and last.form.startswith("連用形"):
        return unit.lemma in {"無い", "ない"}
    if last.surface == "を" and last.role == "particle":
        return unit.lemma == "得る"
    if last.lemma == "つつ" and unit.lemma == "有る":
        return True
    if _is_forbidding(units, at):
        return True
    if last.role not in INFLECTED and last.role != "auxiliary":
        return False
    if (
        last.role == "adjective"
        and last.form.startswith("連用形")
        and unit.lemma in {"無い", "ない", "有る"}
    ):
        return unit.role == "adjective" or _is_masen(units, at + 1)
    if not last.form.startswith(STEMS):
        return False
    if unit.role == "stem":
        return unit.surface == "そう"
    if unit.role == "suffix":
        return unit.surface in {"さ", "方", "げ", "すぎ", "過ぎ"}
    if unit.role in INFLECTED:
        joins = last.role != "adjective" or last.form.startswith("語幹")
        return (unit.lemma in AFTER_STEM and joins) or "接尾辞" in unit.pos
    return False


def _is_forbidding(units: Sequence[Unit], at: int) -> bool:
    """Whether なら of 〜てはならない, 〜なければならない and the like stands at `at`."""
    if not 1 < at < len(units):
        return False
    if at + 1 == len(units) or units[at].lemma != "成る":
        return False
    denied = units[at + 1].lemma in {"ない", "ず", "ぬ", "ます"}
    if not denied or not units[at].form.startswith(("未然形", "連用形")):
        return False
    last, before = units[at - 1], units[at - 2]
    if last.surface == "は":
        return before.surface in {"て", "で"} and before.lemma == "て"
    if last.surface == "と":
        return before.role == "auxiliary" and before.surface in {"ない", "ん"}
    if last.lemma == "ば":
        return before.surface in {"なけれ", "ね"}
    if last.surface == "な":
        return last.form.startswith("仮定形") and last.lemma == "ず"
    return last.surface in {"なきゃ", "なけりゃ", "ちゃ", "じゃ", "なくちゃ"}


def _is_masen(units: Sequence[Unit], at: int) -> bool:
    """Whether ません begins at unit `at` (出ません|でした, 高くあり|ません)."""
    return at + 1 < len(units) and units[at].lemma == "ます" and units[at + 1].lemma in {"ず", "ぬ"}


def _past_adjective(units: Sequence[Unit], at: int) -> bool:
    return (
        units[at - 1].lemma == "た"
        and at > 1
        and (units[at - 2].role == "adjective" or units[at - 2].lemma == "ない")
    )
