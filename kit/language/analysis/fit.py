"""Whether a form that JMdict has is what a run of short units says, by parts of speech.

A dictionary has many forms that stand in a text only by chance (すると in 提案するという, それが,
行われる). Which of them are words is told by how they begin and end, by what JMdict calls them, and
by what stands before and after.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from kit.language.analysis.attachment import is_auxiliary_verb, is_suru
from kit.language.dictionary_form import IDIOMATIC
from kit.language.script.characters import is_hiragana
from kit.language.tagger import Unit

FUNCTION = frozenset({"particle", "auxiliary"})
INFLECTED = frozenset({"verb", "adjective"})
ADVERBIAL = frozenset({"adv", "conj"})
PHRASAL = frozenset({"adv", "conj", "exp"})
LONG_PHRASE = 4
"""Characters from which a phrase that JMdict does not call common is no chance."""

_MODIFIERS = frozenset({"determiner", "verb", "adjective", "auxiliary"})
_CASES = frozenset("はがをにへとの")
_LED = frozenset("をにがと")
_OPENING = frozenset("。！？!?「『（(―─…　・:：")
_FORMAL = frozenset({"物", "事", "所", "様"})
"""Lexemes of nouns that a clause before them makes their own: 決めたものをいう is no idiom."""
_LIGHT = frozenset({"為る", "成る"})
_COUNTED = re.compile("[日年月時回人]間")


class Forms(Protocol):
    """What is asked of the dictionary about forms."""

    def common(self, form: str) -> bool:
        """Whether JMdict has this form and calls it common."""

    def starts(self, form: str, reading: str) -> bool:
        """Whether one of the form's readings begins with `reading`, in hiragana."""

    def begins(self, form: str, word: str) -> bool:
        """Whether the form is read with a reading of the word that it begins with."""


class _Run(NamedTuple):
    """Units that may be a form of the dictionary, what stands beside them, and what it is."""

    units: Sequence[Unit]
    before: Unit | None
    after: Unit | None
    form: str
    pos: frozenset[str]
    forms: Forms

    @property
    def common(self) -> bool:
        return self.forms.common(self.form)

    @property
    def opens(self) -> bool:
        """Whether it stands where a sentence begins."""
        return self.before is None or self.before.surface in _OPENING

    @property
    def joins(self) -> bool:
        """Whether it is a conjunction that opens a sentence, or a clause after a comma."""
        comma = self.before is not None and self.before.surface in {"、", ","}
        return "conj" in self.pos and (self.opens or comma)

    @property
    def modified(self) -> bool:
        before = self.before
        return before is not None and (before.role in _MODIFIERS or before.surface == "の")

    @property
    def led(self) -> bool:
        """Whether a case particle stands before it, and so it is a verb with what belongs to it."""
        before = self.before
        return before is not None and before.role == "particle" and before.surface in _LED


def fits(
    units: Sequence[Unit], i: int, stop: int, form: str, pos: frozenset[str], forms: Forms
) -> bool:
    """Whether units `i` to `stop` are the dictionary's `form`.

    Args:
        units: the short units of a sentence.
        i, stop: the run, of two units or more.
        form: as the dictionary has it: the units' text, the last of them perhaps in its base form.
        pos: the parts of speech that the dictionary gives the form.
        forms: the dictionary.
    """
    before = units[i - 1] if i else None
    after = units[stop] if stop < len(units) else None
    run = _Run(units[i:stop], before, after, form, pos, forms)
    first, last = run.units[0], run.units[-1]
    if any(unit.role == "number" for unit in run.units) and not _numeral(run):
        return False
    if first.lemma in _FORMAL and run.modified and last.role in INFLECTED | FUNCTION:
        return False
    if first.role in FUNCTION:
        return _begins_with_particle(run)
    if first.role in {"determiner", "pronoun"}:
        return _points(run)
    if last.lemma == "て" and last.role == "particle":
        return _te_form(run)
    if last.role == "particle" or (last.lemma == "だ" and last.surface in {"に", "で"}):
        return _ends_with_particle(run)
    if last.role == "auxiliary":
        if form == "と言った" and not _before_noun(run):
            return False  # 解決すると言ったか
        return _ends_with_auxiliary(run)
    if first.role == "verb" and last.lemma == "居る" and run.units[-2].lemma == "て":
        return False  # 制度が変わっている: not 変わっている, "to be peculiar"
    if is_suru(run.units[-2], last) and not form.endswith(last.base):
        return False  # 説明し、 is of 説明する, not of 説き明かし
    if last.role in INFLECTED:
        return _inflects(run) if form.endswith(last.base) else _noun(run)
    return _noun(run)


def _before_noun(run: _Run) -> bool:
    return run.after is not None and run.after.role in {"noun", "quality", "prefix", "name"}


def _numeral(run: _Run) -> bool:
    """一本化 and 三位一体 are words, 三位 is a number with its counter, 万人 a piece of 2万人."""
    if run.before is not None and (run.before.role == "number" or run.before.surface == "第"):
        return False
    counted = all(unit.role == "number" or "助数詞" in unit.pos for unit in run.units)
    if not counted:
        return True
    numerals = [place for place, unit in enumerate(run.units) if unit.role == "number"]
    several = len(numerals) > 1 and numerals[-1] - numerals[0] == len(numerals)
    return run.common or several  # 五分五分


def _begins_with_particle(run: _Run) -> bool:
    """だが and でも where a sentence begins; とはいうものの, もさることながら anywhere."""
    if run.opens and "conj" in run.pos:
        return run.common or len(run.form) >= LONG_PHRASE
    first, second, last = run.units[0], run.units[1], run.units[-1]
    if last.role == "particle" and last.surface in {"は", "も", "に"}:
        return False  # 長いということは事実だ
    if first.surface in {"を", "が", "の"} or last.role in INFLECTED or last.lemma == "れる":
        return False
    if second.lemma in _LIGHT or (last.lemma == "て" and _goes_on(run)):
        return False
    if second.lemma == "言う" and last.lemma == "た":
        return _lists(run)
    if (first.surface, second.lemma, last.lemma) == ("と", "言う", "て"):
        return False  # 来ないと言って断った
    return bool(run.pos & {"exp", "prt", "conj"}) and len(run.form) >= LONG_PHRASE


def _lists(run: _Run) -> bool:
    """Whether と言った stands between nouns, as in 食費と言った費用; after a clause it quotes."""
    before, after = run.before, run.after
    if before is None or after is None or before.role not in {"noun", "suffix"}:
        return False
    return after.role == "noun" and "副詞可能" not in after.pos and after.lemma not in _FORMAL


def _points(run: _Run) -> bool:
    """Words that begin with この, それ, 何: いつでも, それほど, ある程度; not それが, この方."""
    first, last = run.units[0], run.units[-1]
    if first.role == "determiner":
        if first.lemma == "我が":
            return "n" in run.pos or "pn" in run.pos
        if last.role in INFLECTED:
            return "exp" in run.pos or run.pos <= {"adv", "conj"}
        known = run.common or len(run.form) >= LONG_PHRASE or "adv" in run.pos
        return bool(run.pos & (PHRASAL | {"n"})) and known and "pn" not in run.pos
    if last.role == "particle" and last.surface in _CASES | {"で"}:
        after = run.after
        if after is not None and (after.surface in {"も", "は"} or after.role == "verb"):
            return False
        if last.surface == "に" and (after is None or after.role != "symbol"):
            return False  # それに誠実に答える
        return run.joins and run.common
    if last.role == "auxiliary" and last.lemma == "だ":
        return run.opens and "conj" in run.pos
    if last.role == "particle":
        return bool(run.pos & (PHRASAL | {"pn", "adj-no", "n"}))
    known = run.common or len(run.form) >= LONG_PHRASE - 1 or "pn" in run.pos
    return known and bool(run.pos & (PHRASAL | {"pn", "adj-no", "adj-pn", "n", "adj-na"}))


def _te_form(run: _Run) -> bool:
    """こぞって, 改めて: adverbs, where nothing belongs to them and they do not say how one acts."""
    subject = run.before is not None and run.before.surface == "が"
    if run.units[0].lemma == "為る" and run.before is not None and run.before.lemma == "たり":
        return False  # 話したりして
    if (run.led and not (subject and is_hiragana(run.form))) or _goes_on(run):
        return False
    if len(run.units) > 2:
        return bool(run.pos & PHRASAL) and run.units[0].role not in INFLECTED
    return bool(run.pos & ADVERBIAL) and (run.common or is_hiragana(run.form))


def _goes_on(run: _Run) -> bool:
    """Whether a て form is a verb's own: an auxiliary follows it (決まっている)."""
    after = run.after
    return after is not None and (is_auxiliary_verb(after) or after.role == "auxiliary")


def _ends_with_particle(run: _Run) -> bool:
    """非常に, 二度と, 前々から: adverbs that nothing modifies, before what they are said of."""
    first, last = run.units[0], run.units[-1]
    if first.role in {"adverb", "conjunction"} and "conj" in run.pos:
        return run.common  # または
    if run.joins and run.common and not (run.after is not None and run.after.lemma == "言う"):
        return True
    if run.modified or not run.forms.starts(run.form, first.reading):
        return False
    if last.surface == "に" and run.after is not None and run.after.lemma in {"成る", "為る"}:
        return False
    if first.role == "verb" and (len(run.units) == 2 or (run.led and last.surface in "ても")):
        return False  # 一つをとっても is not とっても
    if last.surface in {"は", "が", "を", "の", "と"} and not run.common:
        return False
    known = run.common or first.role in {"quality", "adjective", "adverb"}
    return "adv" in run.pos and (known or (len(run.units) > 2 and len(run.form) >= LONG_PHRASE))


def _ends_with_auxiliary(run: _Run) -> bool:
    """余儀なくされる, 足りない, 恐るべき, やむを得ず: phrases, not a verb's own forms."""
    first, last = run.units[0], run.units[-1]
    if first.base in IDIOMATIC:
        return run.common  # いけない, いけません
    phrase = len(run.units) > 2 and not is_suru(first, run.units[1]) and first.role != "verb"
    if last.lemma == "ない":
        return bool(run.pos & {"adj-i"}) and (run.common or phrase)
    if last.lemma in {"ず", "ぬ"}:
        known = run.common or len(run.units) > 2
        return bool(run.pos & {"adv", "exp"}) and not run.led and known
    if last.lemma == "べし":
        return bool(run.pos & {"adj-pn", "adj-f", "exp"}) and first.lemma != "為る"
    if last.lemma in {"れる", "られる", "せる", "させる"}:
        return phrase and bool(run.pos & {"exp", "v1"}) and run.form.endswith(last.base)
    if last.lemma in {"き", "けり"}:
        return bool(run.pos & {"suf", "adj-no"})
    if last.lemma == "た":
        return bool(run.pos & {"adj-pn", "adj-f"}) and first.role == "adverb"
    if last.lemma == "ます" and first.role == "interjection":
        return "exp" in run.pos
    return False


def _inflects(run: _Run) -> bool:
    """A verb or an adjective, or a phrase that ends in one."""
    if not (run.pos & {"exp", "adj-i", "adj-ix", "aux-v"} or any(p[0] == "v" for p in run.pos)):
        return False
    return not is_hiragana(run.form) or run.common or len(run.form) > LONG_PHRASE


def _noun(run: _Run) -> bool:
    """Nouns, and phrases that no ending tells from one."""
    first, last = run.units[0], run.units[-1]
    if is_hiragana(run.form):
        if last.surface == "よう" and first.surface == "ない":
            return False  # ないようだ is not 内容
        if last.surface in {"よう", "さま"} and first.role == "verb":
            return bool(run.pos & {"n"}) and first.form.startswith("連用形")
        if not run.common:
            return False
        if last.role in INFLECTED:
            return False
        if any(unit.role in FUNCTION for unit in run.units):
            return bool(run.pos & PHRASAL) and len(run.form) >= LONG_PHRASE
    doubled = first.surface[-1] == "々"  # 先々, alone さきざき, is せんせん in 先々週
    if "副詞可能" in first.pos and not doubled and not run.forms.begins(run.form, first.surface):
        return False
    if any(unit.role in FUNCTION for unit in run.units) and (
        first.role in INFLECTED or last.role in INFLECTED
    ):
        return bool(run.pos & {"n", "exp", "adv", "adj-no", "adj-na"}) and run.common
    counted = _COUNTED.fullmatch(run.form)
    return not counted or run.before is None or run.before.surface not in {"数", "何"}
