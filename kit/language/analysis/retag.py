"""Verbs that the tagger takes for something else, told by what stands around them.

行って is a form of 行く and of 行う: the rows of the news lexicon for both verbs tell which it is.
The 読み of お読みになる is the verb's stem, no noun. In 同市長 it is 市長 that belongs together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Protocol

from kit.language.analysis.attachment import attached, honorific
from kit.language.lexicon import recuts
from kit.language.lexicon.senses import SILENT, Choice, Table
from kit.language.lexicon.titles import is_title
from kit.language.script.characters import is_hiragana, is_kanji
from kit.language.script.kana import hiragana
from kit.language.tagger import Unit, tag

_SHARED = "連用形-促音便"
_STEM = "連用形-一般"
_ENDINGS = {"う": "五段-ワア行", "つ": "五段-タ行", "る": "五段-ラ行", "く": "五段-カ行"}
"""Endings of the verbs whose て form has っ → UniDic's conjugation types."""

_VERB = frozenset({"verb"})
COMPOUND_VERBS = frozenset("v1 v5u v5k v5g v5s v5t v5n v5b v5m v5r vt vi".split())
HEADS = {
    "同": "どう", "前": "ぜん", "元": "もと", "現": "げん", "旧": "きゅう", "新": "しん",
    "全": "ぜん", "各": "かく", "両": "りょう", "当": "とう",
}  # fmt: skip
"""Prefixes that the tagger takes together with the beginning of a word."""
CALLS = frozenset("あ え お は ひ わ う ん い こ".split())
"""Calls that end in っ, though an adjective begins so too (こい)."""
MOST_KEPT = 60_000
"""Units of which is kept what they may have to become."""
MOST_CLIPPED = 3
"""Units, at most, that UniDic makes of an adjective's stem (や|ば of やばっ)."""
LEN_ADVERB = 3
"""Characters of the shortest verb's stem that is taken for an adverb."""
COMPOUND_ENDS = frozenset("りみしきちえけせてべめれ")
"""How the stem of a compound verb's second part may end: 逃げ切り, 積み上げ."""
FORMER = {"元": "もと", "前": "ぜん"}


_POS = {"prefix": "接頭辞", "noun": "名詞-普通名詞-一般", "suffix": "接尾辞-名詞的-一般"}
"""Roles of pieces → UniDic's parts of speech."""


class Words(Protocol):
    """What is asked of glossary and dictionary."""

    def pos(self, form: str) -> frozenset[str]:
        """The parts of speech that JMdict gives a form."""

    def term(self, form: str) -> bool:
        """Whether the glossary has this headword, other than as a name's short form."""

    def adverb(self, form: str) -> bool:
        """Whether JMdict has this form first of all as an adverb."""

    def short(self, form: str) -> bool:
        """Whether the glossary has this as the short form of a name."""


_STEMS = dict(zip("いきぎしちにびみり", "うくぐすつぬぶむる", strict=True))
_CAUSING = dict(zip("わかがさたなばまら", "うくぐすつぬぶむる", strict=True))
_ROWS = dict(zip("うくぐすつぬぶむる", "ワア カ ガ サ タ ナ バ マ ラ".split(), strict=True))


def resolved(
    placed: list[tuple[int, Unit]], table: Table, lexicon: Words
) -> list[tuple[int, Unit]]:
    """The short units of a sentence, cut and filed as the words of which they are part.

    Args:
        placed: the units with their offsets, as the tagger gives them.
        table: whose rows tell verbs of one spelling apart.
        lexicon: the words that are known.
    """
    odd = {_oddity(unit) for _, unit in placed}
    if odd == {""}:
        return placed
    if "cut" in odd:
        placed = _recut(placed, lexicon)
    if "two" in odd:
        placed = [piece for at in range(len(placed)) for piece in _pieces(placed, at, lexicon)]
    units = [unit for _, unit in placed]
    for at, unit in enumerate(units):
        if not _oddity(unit):
            continue
        verb = None
        if unit.role == "verb" and unit.form == _SHARED and len(unit.surface) > 1:
            verb = _verb(units, at, table)
        elif unit.role == "verb" and unit.lemma[-2:-1] in _CAUSING and unit.base[-1] == "す":
            verb = _caused(unit, lexicon)
        elif unit.role == "verb" and unit.form == _STEM and _is_adverb(units, at, lexicon):
            verb = replace(unit, pos="副詞", role="adverb", form="", base=unit.surface)
        elif unit.role == "verb" and unit.form == _STEM and _is_noun(units, at, lexicon):
            noun = "名詞-普通名詞-一般"
            verb = replace(unit, pos=noun, role="noun", form="", base=unit.surface)
        elif unit.role == "suffix" and at and unit.surface[-1:] in COMPOUND_ENDS:
            verb = _of_compound(units[at - 1], unit, lexicon)
        elif unit.lemma == "御" and at + 2 < len(units) and units[at + 1].role == "noun":
            at += 1
            if "サ変" not in units[at].pos and honorific(units, at - 1) > at:
                verb = _of_stem(units[at], lexicon)
        if verb is not None:
            placed[at] = placed[at][0], verb
    return placed


@lru_cache(maxsize=MOST_KEPT)
def _oddity(unit: Unit) -> str:
    """What a unit may have to become, wherever it stands, or nothing; quick to ask."""
    if unit.surface in recuts.table() or unit.surface[-1] in "っッ" or unit.surface == "ず":
        return "cut"
    if _may_be_two(unit):
        return "two"
    if unit.role == "verb":
        filed = unit.form in {_SHARED, _STEM} or unit.lemma[-2:-1] in _CAUSING
    else:
        ends = unit.role == "suffix" and unit.surface[-1] in COMPOUND_ENDS
        filed = ends or unit.lemma == "御"
    return "filed" if filed else ""


def _recut(placed: list[tuple[int, Unit]], lexicon: Words) -> list[tuple[int, Unit]]:
    """The units with those that the table of recuts knows, and clipped forms, made right."""
    units = [unit for _, unit in placed]
    rows = recuts.table()
    made: list[tuple[int, Unit]] = []
    at = 0
    while at < len(units):
        start, unit = placed[at]
        row = recuts.recut(units, at) if unit.surface in rows else None
        if row is not None:
            for piece in row.units:
                made.append((start, piece))
                start += len(piece.surface)
            at += len(row.found)
            continue
        if unit.surface == "ず" and made and at + 1 < len(units) and units[at + 1].lemma == "べし":
            verb = _zuru(made[-1][1], lexicon)
            if verb is not None:
                made[-1] = made[-1][0], verb
                at += 1
                continue
        made.append((start, unit))
        if unit.surface[-1] in "っッ":
            after = units[at + 1] if at + 1 < len(units) else None
            if after is None or after.pos.startswith("補助記号"):
                made = _exclaimed(made, lexicon)
            elif unit.surface[-1] == "ッ":
                made = _slang_verb(made, after, lexicon)
        at += 1
    return made


def _zuru(first: Unit, lexicon: Words) -> Unit | None:
    """The plain form of the verb in ずる that べき cuts in two: 信|ず of 信ずる, in 信ずべき."""
    base = first.surface + "ずる"
    if len(first.surface) > 1 or not is_kanji(first.surface) or "vz" not in lexicon.pos(base):
        return None
    tagged = [unit for _, unit in tag(base)]
    if len(tagged) != 1 or tagged[0].role != "verb":
        return None
    verb = tagged[0]
    reading = verb.reading.removesuffix("る")
    return replace(verb, surface=first.surface + "ず", form="終止形-一般", reading=reading)


def _exclaimed(made: list[tuple[int, Unit]], lexicon: Words) -> list[tuple[int, Unit]]:
    """The units, those that end in っ made one adjective where an exclamation is clipped: 高っ."""
    for back in range(1, min(MOST_CLIPPED, len(made)) + 1):
        edge = len(made) - back
        surface = "".join([unit.surface for _, unit in made[edge:]])
        stem = surface[:-1]
        opens = edge == 0 or made[edge - 1][1].pos.startswith("補助記号")
        if opens and stem and stem not in CALLS and "adj-i" in lexicon.pos(stem + "い"):
            tagged = [unit for _, unit in tag(stem + "い")]
            if len(tagged) == 1 and tagged[0].role == "adjective":
                reading = tagged[0].reading[:-1] + "っ"
                clipped = replace(tagged[0], surface=surface, form="語幹-一般", reading=reading)
                return [*made[:edge], (made[edge][0], clipped)]
    return made


def _slang_verb(
    made: list[tuple[int, Unit]], after: Unit, lexicon: Words
) -> list[tuple[int, Unit]]:
    """The units, テンパッ or バズ|ッ before た or て made a form of テンパる, of バズる."""
    count = 2 if made[-1][1].surface == "ッ" and len(made) > 1 else 1
    surface = "".join([unit.surface for _, unit in made[-count:]])
    base = surface[:-1] + "る"
    if after.surface[0] not in "たてちと" or "v5r" not in lexicon.pos(base):
        return made
    start, unit = made[-count]
    verb = replace(
        unit,
        surface=surface,
        pos="動詞-一般",
        role="verb",
        type=_ENDINGS["る"],
        form=_SHARED,
        lemma=base,
        base=base,
        reading=hiragana(surface),
        base_reading=hiragana(base),
        known=True,
    )
    return [*made[:-count], (start, verb)]


def _is_adverb(units: Sequence[Unit], at: int, lexicon: Words) -> bool:
    """Whether a verb's stem stands alone and is an adverb (引き続き)."""
    led = at > 0 and units[at - 1].surface in {"を", "が", "に", "て", "で"}
    if led or len(units[at].surface) < LEN_ADVERB or is_hiragana(units[at].surface):
        return False
    return attached(units, at + 1) == at + 1 and lexicon.adverb(units[at].surface)


def _is_noun(units: Sequence[Unit], at: int, lexicon: Words) -> bool:
    """Whether a verb's stem is the noun that a compound begins with (貸し出し態度)."""
    after = units[at + 1] if at + 1 < len(units) else None
    if after is None or after.role != "noun" or len(units[at].surface) < LEN_ADVERB:
        return False
    if after.surface == "次第":
        return False  # 決まり次第
    return "n" in lexicon.pos(units[at].surface) and not is_hiragana(units[at].surface)


def _may_be_two(unit: Unit) -> bool:
    if len(unit.surface) == 1:
        return False
    return unit.surface[0] in HEADS or unit.surface[-1] in FORMER or _with_title(unit)


def _with_title(unit: Unit) -> bool:
    """Whether a first name ends with the title 氏, as 政氏 does: after a name it is one."""
    return unit.surface[-1] == "氏" and unit.pos.endswith("人名-名") and len(unit.surface) > 1


def _pieces(
    placed: Sequence[tuple[int, Unit]], at: int, lexicon: Words
) -> Iterator[tuple[int, Unit]]:
    """A unit as it is, or as two: 同市|長 is 同|市長, 前町|議 前|町議, 森元|首相 森|元首相."""
    start, unit = placed[at]
    whole, after = unit.surface, placed[at + 1][1] if at + 1 < len(placed) else None
    first, rest = whole[:1], whole[1:]
    if _with_title(unit) and at and "人名" in placed[at - 1][1].pos:
        given = _piece(unit, whole[:-1], unit.reading.removesuffix("うじ"), unit.role)
        yield start, replace(given, pos=unit.pos)
        yield start + len(whole) - 1, _piece(unit, "氏", "し", "suffix")
        return
    if after is not None and len(whole) > 1:
        word = rest + after.surface
        if first in HEADS and len(rest) == 1 and (lexicon.pos(word) or lexicon.term(word)):
            said = HEADS[first]
            yield start, _piece(unit, first, said, "prefix")
            yield start + 1, _piece(unit, rest, unit.reading.removeprefix(said), "noun")
            return
        said = FORMER.get(whole[-1], "")
        name = whole[:-1]
        before = placed[at - 1][1].surface if at else ""
        known = lexicon.short(name) or lexicon.short(before + name)
        if said and is_title(after.surface) and known:
            yield start, _piece(unit, name, unit.reading.removesuffix(said), unit.role)
            yield start + len(name), _piece(unit, whole[-1], said, "prefix")
            return
    yield start, unit


def _piece(unit: Unit, surface: str, reading: str, role: str) -> Unit:
    pos = _POS.get(role, unit.pos)
    return replace(
        unit,
        surface=surface,
        pos=pos,
        lemma=surface,
        base=surface,
        reading=reading,
        base_reading=reading,
        role=role,
    )


def _of_stem(noun: Unit, lexicon: Words) -> Unit | None:
    """The stem of a verb that a noun such as 読み or 答え is spelled like."""
    ending = _STEMS.get(noun.surface[-1], "")
    godan = noun.surface[:-1] + ending
    if ending and any(code.startswith("v5") for code in lexicon.pos(godan)):
        base, reading, kind = godan, noun.reading[:-1] + ending, f"五段-{_ROWS[ending]}行"
    elif "v1" in lexicon.pos(noun.surface + "る"):
        base, reading, kind = noun.surface + "る", noun.reading + "る", "下一段"
    else:
        return None
    return replace(
        noun,
        pos="動詞-一般",
        role="verb",
        type=kind,
        form="連用形-一般",
        lemma=base,
        base=base,
        base_reading=reading,
    )


def _caused(unit: Unit, lexicon: Words) -> Unit | None:
    """The verb that a short causative without an entry is of: 思わ|され of 思う, not of 思わす."""
    if lexicon.pos(unit.base):
        return None
    base = unit.base[:-2] + _CAUSING[unit.base[-2]]
    if not any(code.startswith("v5") for code in lexicon.pos(base)):
        return None
    kana = unit.base_reading[:-2] + _CAUSING[unit.base[-2]]
    return replace(unit, lemma=base, base=base, base_reading=kana)


def _of_compound(first: Unit, second: Unit, lexicon: Words) -> Unit | None:
    """The suffix as the stem of a verb where it makes a compound verb: 逃げ|切り of 逃げ切る."""
    if first.role not in {"verb", "noun"} or is_kanji(first.surface):
        return None
    if not is_hiragana(first.surface[-1]) or lexicon.pos(first.surface + second.surface):
        return None
    stem = _of_stem(second, lexicon)
    if stem is None or lexicon.pos(first.surface + stem.base).isdisjoint(COMPOUND_VERBS):
        return None
    return stem


def _verb(units: Sequence[Unit], at: int, table: Table) -> Unit | None:
    """The other verb that the unit at `at` is a form of, None where the tagger's stands."""
    unit = units[at]
    stem = unit.surface[:-1]
    others = [stem + e for e in _ENDINGS if stem + e != unit.base and stem + e in table]
    if not others:
        return None
    end = attached(units, at + 1)
    if _settled(table, unit.base, units, at, end) is not SILENT:
        return None
    for other in others:
        choice = _settled(table, other, units, at, end)
        if choice.reading:
            return replace(
                unit,
                type=_ENDINGS[other[-1]],
                lemma=other,
                base=other,
                reading=choice.reading[:-1] + "っ",
                base_reading=choice.reading,
            )
    return None


def _settled(table: Table, word: str, units: Sequence[Unit], start: int, end: int) -> Choice:
    choice = table.choice(word, _VERB, units, start, end)
    return choice if choice.settled else SILENT
