"""The dictionary form under which a learner finds a verb or an adjective.

UniDic files 感じた under 感ずる, なき under なし and 読める under itself. A learner looks for
感じる, ない and 読む: the same word in the form that dictionaries for learners have.
"""

from __future__ import annotations

from typing import NamedTuple

_POTENTIAL = {
    "け": ("く", "カ"), "げ": ("ぐ", "ガ"), "せ": ("す", "サ"), "て": ("つ", "タ"),
    "ね": ("ぬ", "ナ"), "べ": ("ぶ", "バ"), "め": ("む", "マ"), "れ": ("る", "ラ"),
    "え": ("う", "ワア"),
}  # fmt: skip
"""The kana before る in a potential verb → the verb's own ending, and the row of its type."""

IDIOMATIC = frozenset({"いける"})
"""Potential verbs that are mostly something else (いけない)."""


class DictionaryForm(NamedTuple):
    """Dictionary form and its reading in hiragana, UniDic's lexeme, its type of conjugation."""

    base: str
    reading: str
    lemma: str
    type: str


def present(word: DictionaryForm, surface: str, role: str) -> DictionaryForm:
    """The dictionary form in present usage.

    Args:
        word: as UniDic has it.
        surface: the form that stands in the text.
        role: a value of `tagger.ROLES`.
    """
    base, reading, lemma, kind = word
    if role == "adjective" and kind.startswith("文語形容詞") and base.endswith("し"):
        ending = "しい" if "シク" in kind else "い"
        return DictionaryForm(base[:-1] + ending, reading[:-1] + ending, lemma, "形容詞")
    if role != "verb":
        return word
    if lemma == "為る" and base == "す":
        return DictionaryForm("する", "する", lemma, "サ行変格")
    if base.endswith("ずる") and len(base) > 2 and kind == "サ行変格":
        if lemma.endswith("ずる"):
            lemma = lemma[:-2] + "じる"
        return DictionaryForm(base[:-2] + "じる", reading[:-2] + "じる", lemma, "上一段-ザ行")
    if kind == "文語サ行変格" and len(base) > 1 and base.endswith("す") and lemma.endswith("する"):
        return DictionaryForm(base + "る", reading + "る", lemma, "サ行変格")
    if kind.startswith("文語") and base.endswith("ず") and lemma.endswith(("ずる", "じる")):
        lemma = lemma[:-2] + "じる"
        return DictionaryForm(base[:-1] + "じる", reading[:-1] + "じる", lemma, "上一段-ザ行")
    if kind.startswith("下一段") and len(base) > 2 and base not in IDIOMATIC:
        plain, row = _POTENTIAL.get(base[-2], ("", ""))
        if plain and lemma.endswith(plain) and not lemma.endswith(base[-2:]):
            verb, read = base[:-2] + plain, reading[:-2] + plain
            return DictionaryForm(verb, read, lemma, f"五段-{row}行")
    return word
