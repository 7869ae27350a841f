"""Which dictionary entry a word is, and which of its senses fit.

Entries are ranked by part of speech, reading, spelling and priority, in this order of weight.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kit.language.lexicon.dictionary import Entry, Form, Sense
from kit.language.script.kana import hiragana

NOUNS = frozenset(
    {"n", "vs", "adj-no", "adj-na", "adj-t", "pn", "ctr", "num", "n-suf", "n-pref", "exp", "aux"}
)
SUFFIXES = frozenset({"suf", "n-suf", "ctr"})

FITTING = {
    "noun": NOUNS,
    "number": frozenset({"num", "n", "ctr"}),
    "pronoun": frozenset({"pn", "n"}),
    "quality": frozenset({"adj-na", "adj-no", "adj-t", "adj-nari", "n"}),
    "prefix": frozenset({"pref", "n-pref"}),
    "suffix": SUFFIXES,
    "adverb": frozenset({"adv", "adv-to"}),
    "determiner": frozenset({"adj-pn", "adj-f"}),
    "conjunction": frozenset({"conj"}),
    "interjection": frozenset({"int", "exp"}),
    "particle": frozenset({"prt", "conj"}),
    "auxiliary": frozenset({"aux", "aux-v", "aux-adj", "cop"}),
    "stem": frozenset({"suf", "adj-na", "aux", "n-suf"}),
    "adjective": frozenset({"adj-i", "adj-ix", "aux-adj"}),
    "symbol": frozenset({"unc"}),
}
"""UniDic's roles → the parts of speech of JMdict that a sense must have one of."""

VERBS = {
    "五段-カ行": ("v5k", "v5k-s"),
    "五段-ガ行": ("v5g",),
    "五段-サ行": ("v5s",),
    "五段-タ行": ("v5t",),
    "五段-ナ行": ("v5n", "vn"),
    "五段-バ行": ("v5b",),
    "五段-マ行": ("v5m",),
    "五段-ラ行": ("v5r", "v5r-i", "v5aru"),
    "五段-ワア行": ("v5u", "v5u-s"),
    "上一段": ("v1",),
    "下一段": ("v1", "v1-s"),
    "カ行変格": ("vk",),
    "サ行変格": ("vs-i", "vs-s", "vs-c"),
    "ザ行変格": ("vz",),
}
"""UniDic's conjugation types, by how they begin → JMdict's."""

PLAIN = frozenset(
    {"arch", "obs", "obsc", "rare", "vulg", "sl", "net-sl", "m-sl", "derog", "dated", "poet"}
)
"""Remarks on senses that a newspaper's reader will hardly meet; such senses come last."""


FITS, READING, LEXEME, KANA, COMMON, RARE = 2.5, 4.0, 3.0, 2.5, 1.2, 3.0
"""What weighs how much: a fitting part of speech, the tagger's reading, its lexeme, a word that is
usually in kana, a point of a form's score, and against it a first sense that news hardly has."""


class Choice(NamedTuple):
    """An entry as it is used: the base form's reading, and how clearly it won."""

    entry: Entry
    reading: str
    certain: bool


def fitting(role: str, conjugation: str, *, several: bool) -> frozenset[str]:
    """The parts of speech that an entry may have for a unit of this role.

    Args:
        role: a value of `tagger.ROLES`, of the word's last unit.
        conjugation: UniDic's conjugation type of that unit, or empty.
        several: whether the word has several units, and so may be an expression.
    """
    if role == "verb":
        for begin, codes in VERBS.items():
            if conjugation.startswith(begin):
                return frozenset({*codes, "exp", "aux-v"} if several else {*codes, "aux-v"})
        return frozenset({code for codes in VERBS.values() for code in codes})
    return FITTING[role] | ({"exp", "adv", "n", "adj-i", "conj"} if several else set())


def choose(
    entries: Sequence[Entry], base: str, hint: str, lemma: str, wanted: frozenset[str]
) -> Choice | None:
    """The entry that a word is.

    Args:
        entries: those that have `base` among their forms.
        base: the dictionary form as spelled in the text.
        hint: its reading as the tagger has it, in hiragana, or empty.
        lemma: UniDic's lexeme, which tells kana words apart.
        wanted: the parts of speech that fit.
    """
    scored = []
    for order, entry in enumerate(entries):
        read = _read(entry, base, hint)
        if read is None:
            continue
        form, reading, kana = read
        score = FITS * (not entry.pos.isdisjoint(wanted)) + COMMON * form.score
        if kana:
            score += KANA * (entry.usually_kana or not entry.spelling_forms)
            score += LEXEME * (lemma in entry.spellings)
            score += lemma == entry.spellings[0] if entry.spellings else 0
        else:
            score += READING * (reading == hint)
            score -= 0.3 * min(entry.spelling_forms.index(form), 3)
            score += LEXEME * (lemma != base and lemma in entry.spellings)
        if entry.senses[0].remarks & PLAIN:
            score -= RARE
        if entry.newspaper is not None or entry.frequency is not None:
            score += 0.5
        scored.append((score, -order, entry, reading))
    if not scored:
        return None
    scored.sort(key=lambda found: found[:2], reverse=True)
    best = scored[0]
    rivals = {reading for score, _, _, reading in scored if score > best[0] - 1.0}
    return Choice(best[2], best[3], certain=len(rivals) == 1 and bool(hint))


def _read(entry: Entry, base: str, hint: str) -> tuple[Form, str, bool] | None:
    """The entry's form that `base` is, its reading, and whether it is kana; None for no form."""
    written = next((form for form in entry.spelling_forms if form.text == base), None)
    if written is not None:
        readings = list(map(hiragana, entry.readings_of(base)))
        if not readings:
            return None
        return written, hint if hint in readings else readings[0], False
    spoken = next((form for form in entry.reading_forms if form.text == base), None)
    return None if spoken is None else (spoken, hiragana(base), True)


def senses(entry: Entry, base: str, reading: str, wanted: frozenset[str]) -> list[Sense]:
    """The entry's senses that are for this form, those whose part of speech fits first."""
    own = [
        sense
        for sense in entry.senses
        if (not sense.spellings or base in sense.spellings or base not in entry.spellings)
        and (not sense.readings or reading in map(hiragana, sense.readings))
    ] or list(entry.senses)
    return sorted(own, key=lambda sense: (not sense.pos & wanted, bool(sense.remarks & PLAIN)))
