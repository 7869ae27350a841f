"""Short units → words that a learner would look up.

Each unit may begin several candidates: what glossary, grammar table and JMdict know as one word, a
number with its counter, a name. Parts of speech guard them, so that no word takes a piece of its
neighbour; each takes along what is attached to it. The fewest words win, and among those the one
that begins with the longest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from kit.language.analysis.attachment import attached, honorific, is_auxiliary_verb, is_suru
from kit.language.analysis.countries import NAMES, row_end
from kit.language.analysis.fit import INFLECTED, fits
from kit.language.analysis.mentions import Mentions
from kit.language.analysis.place import MUNICIPAL, WITH_ONE_KANJI, place_end, takes_head
from kit.language.analysis.set_phrase import PARTICLES, may_vary, varied
from kit.language.lexicon import grammar
from kit.language.lexicon.titles import COUNTRIES, LEADERS, OFFICE_PREFIXES, is_title
from kit.language.number.span import COUNTER, number_end
from kit.language.script.characters import is_hiragana, is_kana, is_kanji
from kit.language.tagger import Unit

LONGEST = 16
"""Units in a word, at most."""
TITLE_UNITS = 6
"""Units after a name that are looked at for an office."""
DERIVED = 0.1
"""What a word made by a suffix costs more than one that is known."""
LONGEST_PHRASE = 8
"""Units in a phrase that is sought by its reading."""
HALVES = frozenset({"verb", "prefix", "noun", "adverb"})
"""Roles that the tagger may give the first half of a compound verb that stands in kana."""
PHRASAL = frozenset({"noun", "pronoun", "adjective"})
"""Roles that such a phrase may begin with."""
MOST_SUFFIXES = 2
"""Suffixes that one word takes, at most (民主化論)."""
DERIVING = ("接尾辞-名詞的-一般", "接尾辞-名詞的-サ変可能", "接尾辞-形状詞的")
"""UniDic's suffixes that make another noun or adjective of a noun."""
SEPARATE_SUFFIXES = frozenset("等 達 方 共 氏 様 さん 君 殿 ちゃん 相 ら たち".split())
"""Lexemes of titles and plurals, which are words of their own."""

MOST_PAIRS = 100_000
LONGEST_OFFICE = 6
"""Units of the longest office that is looked for behind a name."""
OFFICES = frozenset("相 長 県議 市議 都議 町議 村議 区議 道議 府議".split())
"""Offices, or their last piece, that follow a name and no place alone."""
TIME_EDGES = frozenset("末 初め 初 中 内 半ば 間 以降 以内".split())
"""What says which part of a time is meant."""
NOMINAL = frozenset({"noun", "number", "quality", "suffix", "prefix"})

_KATAKANA = re.compile(r"[ァ-ヺー]+")
_COUNTED = re.compile(r"[一二三四五六七八九十]+[月日年]")
_LATIN = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ]+")


class Lexicon(Protocol):
    """What segmentation asks of glossary and dictionary.

    pairs: whether two units in a row can begin a word, of those that were asked about.
    """

    pairs: dict[tuple[Unit, Unit], bool]

    def continues(self, start: str) -> bool:
        """Whether some word that is known begins with `start`."""

    def term(self, form: str) -> bool:
        """Whether the glossary has this headword, other than as a name's short form."""

    def short(self, form: str) -> bool:
        """Whether the glossary has this as the short form of a name."""

    def has(self, form: str) -> bool:
        """Whether this is known as anything at all."""

    def place(self, form: str) -> bool:
        """Whether this may be the name of a place."""

    def surname(self, form: str) -> bool:
        """Whether this may be a surname."""

    def given(self, form: str) -> bool:
        """Whether this may be a first name."""

    def grammar(self, form: str) -> tuple[grammar.Row, ...]:
        """The grammar table's rows for this form; none where it isn't there."""

    def pos(self, form: str) -> frozenset[str]:
        """The parts of speech that JMdict gives this form; empty when it is not there."""

    def common(self, form: str) -> bool:
        """Whether JMdict has this form and calls it common."""

    def starts(self, form: str, reading: str) -> bool:
        """Whether one of the form's readings begins with `reading`, in hiragana."""

    def begins(self, form: str, word: str) -> bool:
        """Whether the form is read with a reading of the word that it begins with."""

    def respelling(self, reading: str, written: str) -> str:
        """The usual spelling of the verb or phrase that may be written so; empty for none."""

    def suffix(self, form: str) -> bool:
        """Whether the news lexicon explains this form as a suffix."""

    def is_name(self, form: str) -> bool:
        """Whether the glossary has this headword as a name."""

    def name(self, form: str) -> bool:
        """Whether JMnedict has this form as the name of someone or something particular."""


class Span(NamedTuple):
    """A word as a run of units.

    `start` to `stop` is what is looked up, in its dictionary form `base`; what is attached to it
    goes on to `end`. `source` is what knew it: glossary, grammar, jmdict, name, countries, number,
    unit.
    """

    start: int
    stop: int
    end: int
    base: str
    source: str


Placed = Sequence[tuple[int, Unit]]


def segment(text: str, placed: Placed, lexicon: Lexicon, mentions: Mentions) -> list[Span]:
    """The words of a sentence, in order, covering each of its units once.

    Args:
        text: the sentence in normal form.
        placed: its units with their offsets.
        lexicon: all words that are known.
        mentions: whom the text names, so that a surname of several units is one word (二階氏).
    """
    units = [unit for _, unit in placed]
    starts = [start for start, _ in placed]
    count = len(units)
    fewest = [0.0] * (count + 1)
    chosen = [Span(0, 0, 0, "", "")] * count
    for i in range(count - 1, -1, -1):
        single = Span(i, i + 1, attached(units, i + 1), units[i].base, "unit")
        best, cost = single, 1 + fewest[single.end]
        if (
            i + 1 < count
            and starts[i] + len(units[i].surface) == starts[i + 1]
            and _may_begin(units[i], units[i + 1], lexicon)
        ):
            for span in _candidates(text, units, starts, i, lexicon, mentions):
                its_cost = 1 + DERIVED * (span.source == "derived") + fewest[span.end]
                if (
                    its_cost < cost
                    or (its_cost == cost and span.end > best.end)
                    or (span.end == best.end and span.stop > best.stop)
                ):
                    best, cost = span, its_cost
        chosen[i], fewest[i] = best, cost
    spans: list[Span] = []
    i = 0
    while i < count:
        spans.append(chosen[i])
        i = spans[-1].end
    return spans


def _may_begin(first: Unit, second: Unit, lexicon: Lexicon) -> bool:
    """Whether a word of several units can begin with these two, whatever stands around them.

    Most pairs begin none, and the same pairs come back all the time.
    """
    pairs = lexicon.pairs
    found = pairs.get((first, second))
    if found is None:
        if len(pairs) >= MOST_PAIRS:
            pairs.clear()
        found = pairs[first, second] = _begins(first, second, lexicon)
    return found


def _begins(first: Unit, second: Unit, lexicon: Lexicon) -> bool:
    if first.opens or "固有名詞" in first.pos or second.surface in WITH_ONE_KANJI:
        return True
    if first.surface[0] in NAMES or _goes_on(first.surface, second, lexicon):
        return True
    if second.role in NOMINAL and not _may_be_phrase(first, second):
        derives = second.role != "noun" or "人名" in second.pos or lexicon.suffix(second.surface)
        return derives or len(first.surface + second.surface) == 2
    if first.role in {"noun", "quality"} and any(
        lexicon.continues(first.surface + particle) for particle in PARTICLES
    ):
        return True
    if second.role == "verb":
        half = first.role in HALVES and is_hiragana(first.surface)
        return half or first.form.startswith("連用形")
    return _may_be_phrase(first, second) and lexicon.continues(first.reading + second.reading)


def _candidates(
    text: str,
    units: list[Unit],
    starts: list[int],
    i: int,
    lexicon: Lexicon,
    mentions: Mentions,
) -> list[Span]:
    """The words of two units or more that begin at unit `i`."""
    first, second = units[i], units[i + 1]
    found: list[Span] = []
    if first.whole or second.whole:
        return found
    countries = row_end(units, starts, i, lexicon)
    if countries > i:
        row = text[starts[i] : _end(units, starts, countries)]
        found.append(Span(i, countries, countries, row, "countries"))
    if first.opens or "固有名詞" in first.pos or second.surface in WITH_ONE_KANJI:
        found += _patterns(text, units, starts, i, lexicon)
    if first.role == "noun" and may_vary(units, i):
        found += _set_phrases(units, i, lexicon)
    if second.role in NOMINAL:
        found += _derived(text, units, starts, i, i + 1, lexicon)
        found += _rare_surname(units, i, lexicon)
    if second.role == "verb" or _may_be_phrase(first, second):
        found += _respelled(text, units, starts, i, lexicon)
    if not _goes_on(first.surface, second, lexicon):
        return found
    begin = starts[i]
    for stop in range(i + 2, min(len(units), i + LONGEST) + 1):
        last = units[stop - 1]
        if last.whole or starts[stop - 1] != _end(units, starts, stop - 1):
            break
        before = text[begin : starts[stop - 1]]
        if not _goes_on(before, last, lexicon):
            break
        for base in _bases(before, last):
            source = _known(units, i, stop, base, lexicon, mentions)
            if source in {"glossary", "name"} and takes_head(units, stop):
                source = ""
            if source:
                end = (
                    attached(units, stop)
                    if base.endswith(last.base) or source == "glossary"
                    else stop
                )
                town = source == "name" and last.surface in MUNICIPAL  # 宮崎県|えびの市
                party = source == "glossary" and end == stop and lexicon.is_name(base)
                party = party and not _begins_word(units, stop, lexicon)
                free = town or party or source == "grammar" or first.role == "determiner"
                if free or _bounded(units, i, stop, end):
                    found.append(Span(i, stop, end, base, source))
                    if end == stop and source != "grammar" and not lexicon.is_name(base):
                        found += _derived(text, units, starts, i, stop, lexicon)
                    break
    return found


def _goes_on(before: str, unit: Unit, lexicon: Lexicon) -> bool:
    """Whether a known word begins with `before` and this unit as it stands or as its base."""
    if lexicon.continues(before + unit.surface[0]):
        return True
    return unit.base[0] != unit.surface[0] and lexicon.continues(before + unit.base[0])


def _patterns(
    text: str, units: list[Unit], starts: list[int], i: int, lexicon: Lexicon
) -> list[Span]:
    """The words that no list can hold: numbers, whole names, お with a verb and する."""
    found: list[Span] = []
    number = number_end(units, starts, i)
    if number > i + 1:
        figure = text[starts[i] : _end(units, starts, number)]
        # 十分, 一行 and 一人 are words that the dictionary reads, 十人 is a number
        if figure[0].isascii() or not (lexicon.common(figure) or lexicon.grammar(figure)):
            found.append(Span(i, number, number, figure, "number"))
    place = place_end(units, starts, i, lexicon.place)
    if place > i:
        found.append(Span(i, place, place, text[starts[i] : _end(units, starts, place)], "name"))
    name = _name(units, starts, i, lexicon)
    if name > i + 1:
        found.append(Span(i, name, name, text[starts[i] : _end(units, starts, name)], "name"))
    polite = honorific(units, i)
    if polite > i:
        stem, causing = units[i + 1], units[i + 2]
        made = stem.surface + causing.base  # お知らせする is looked up as 知らせる
        if causing.role == "auxiliary" and lexicon.pos(made):
            found.append(Span(i, i + 3, polite, made, "unit"))
        else:
            found.append(Span(i, i + 2, polite, stem.base, "unit"))
    return found


def _may_be_phrase(first: Unit, second: Unit) -> bool:
    """Whether a phrase that is sought by its reading may begin so: ふた|を, 臭い|もの."""
    if second.role == "particle":
        return first.role in PHRASAL
    return first.role == "adjective" and second.lemma == "物"


def _respelled(
    text: str, units: list[Unit], starts: list[int], i: int, lexicon: Lexicon
) -> list[Span]:
    """The verb or phrase at `i` that the dictionary spells otherwise: み送る, ふたをする.

    は or も after another particle is passed over: 臭い物にはふたをする.
    """
    first, second = units[i], units[i + 1]
    half = first.role in HALVES and is_hiragana(first.surface)
    stem = first.role == "verb" and first.form.startswith("連用形")
    compound = second.role == "verb" and (half or stem)
    if not compound and not _may_be_phrase(first, second):
        return []
    if not compound and not lexicon.continues(first.reading + second.reading):
        return []
    found: list[Span] = []
    kana = first.reading
    for stop in range(i + 2, min(len(units), i + LONGEST_PHRASE) + 1):
        last = units[stop - 1]
        if starts[stop - 1] != _end(units, starts, stop - 1) or not last.reading:
            break
        skipped = last.surface in {"は", "も"} and units[stop - 2].role == "particle"
        closing = last.role == "noun" and is_hiragana(last.surface)  # 身から出たさび
        if (last.role in INFLECTED or closing) and (stop > i + 2 or compound):
            written = text[starts[i] : starts[stop - 1]] + last.base
            base = lexicon.respelling(kana + last.base_reading, written)
            end = attached(units, stop)
            if base and _bounded(units, i, stop, end):
                found.append(Span(i, stop, end, base, "jmdict"))
        kana += "" if skipped else last.reading
        if compound or not lexicon.continues(kana):
            break
    return found


def _derived(
    text: str, units: list[Unit], starts: list[int], i: int, stop: int, lexicon: Lexicon
) -> list[Span]:
    """The noun from `i` to `stop` with the suffixes that make another of it: 情緒的, 一本化."""
    last = units[stop - 1]
    if last.role not in {"noun", "quality"} or not last.known:
        return []
    if last.surface in LEADERS and stop < len(units) and units[stop].surface == "派":
        return []
    if "固有名詞" in last.pos or (stop == i + 1 and "副詞可能" in last.pos):
        return []
    if i and units[i - 1].role == "number" and "助数詞" in units[i].pos:
        return []  # 10キロ圏
    if _COUNTED.fullmatch(text[starts[i] : _end(units, starts, stop)]):
        return []  # 二月ぶり
    found = []
    end = stop
    while end < min(len(units), stop + MOST_SUFFIXES) and _derives(units, starts, end, lexicon):
        if end - 1 > i and lexicon.term(units[end - 1].surface + units[end].surface):
            break  # 廃止|法案
        end += 1
        base = text[starts[i] : _end(units, starts, end)]
        found.append(Span(i, end, attached(units, end), base, "derived"))
    return found


def _derives(units: list[Unit], starts: list[int], at: int, lexicon: Lexicon) -> bool:
    """Whether unit `at` is a suffix that makes a word, not a title, a plural or a time."""
    unit = units[at]
    if starts[at] != _end(units, starts, at) or unit.lemma in SEPARATE_SUFFIXES:
        return False
    if unit.surface in COUNTRIES and unit.surface != "中":
        return False  # 次期|米|大統領
    if unit.surface in OFFICE_PREFIXES and _office_at(units, at + 1):
        return False  # 会社の前|会長
    if unit.surface == "数" and at + 1 < len(units):
        after = units[at + 1]
        return after.role != "suffix" and "助数詞" not in after.pos  # 飛翔体|数発
    if unit.role == "suffix":
        return unit.pos.startswith(DERIVING)
    return unit.role == "noun" and lexicon.suffix(unit.surface)


def _set_phrases(units: list[Unit], i: int, lexicon: Lexicon) -> list[Span]:
    """The set phrase that begins at unit `i` in another wording than the dictionary's."""
    for stop, form in varied(units, i):
        if lexicon.grammar("".join([unit.surface for unit in units[i:stop]])):
            continue  # the table says what ことはない is
        source = "glossary" if lexicon.term(form) else "jmdict" if lexicon.pos(form) else ""
        if source:
            end = attached(units, stop)
            if _bounded(units, i, stop, end):
                return [Span(i, stop, end, form, source)]
    return []


def _bases(before: str, last: Unit) -> list[str]:
    """The dictionary forms that a span may have: as it stands, and with its last unit's base."""
    forms = [before + last.surface]
    if last.role in INFLECTED or last.role == "auxiliary":
        if last.base != last.surface:
            # an inflected verb is looked up as a verb, unless the dictionary has just this form
            forms = [before + last.base, *forms]
        if last.role != "auxiliary" and last.lemma != last.base and last.surface != last.lemma:
            forms.append(before + last.lemma)
    return forms


def _known(
    units: list[Unit], i: int, stop: int, form: str, lexicon: Lexicon, mentions: Mentions
) -> str:
    """What knows the units from `i` to `stop` as one word, or nothing."""
    if not lexicon.has(form):
        return ""
    first = units[i]
    if lexicon.term(form):
        return "glossary"
    if lexicon.short(form):
        beside = [unit.surface for unit in units[stop : stop + TITLE_UNITS]]
        if mentions.person(form, beside) is not None:
            return "glossary"
    if rows := lexicon.grammar(form):
        row = grammar.fitting(rows, units, i, stop)
        if row is not None:
            return "grammar" if _grammar_fits(units, i, stop, form, row.kind) else ""
    if first.role in {"suffix", "symbol", "stem"}:
        return ""
    pos = lexicon.pos(form)
    if pos and not _takes_head(units, i, stop, lexicon):
        return "jmdict" if fits(units, i, stop, form, pos, lexicon) else ""
    nominal = all(unit.role in NOMINAL or unit.surface == "・" for unit in units[i:stop])
    if nominal or (form[-1] in MUNICIPAL and is_kana(form[:-1])):  # えびの市
        former = units[stop - 1].surface in {"元", "前"}
        surname = first.pos.endswith("人名-姓") and stop > i + 1
        if former or (surname and _begins_office(units, i + 1, lexicon)):
            return ""
        return "name" if lexicon.name(form) else ""
    return ""


def _takes_head(units: list[Unit], i: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a prefix takes the beginning of the word that it belongs to: 同市|長, for 同|市長."""
    if units[i].role != "prefix" or stop >= len(units) or units[stop].role not in NOMINAL:
        return False
    if units[stop].surface in TIME_EDGES:
        return False  # 今年度|末
    word = "".join(unit.surface for unit in units[i + 1 : stop + 1])
    return lexicon.term(word) or bool(lexicon.pos(word))


def _grammar_fits(units: list[Unit], i: int, stop: int, form: str, kind: str) -> bool:
    last = units[stop - 1]
    if kind == "compound particle":
        # it does not inflect: を始めた is a verb and its object
        as_it_stands = form.endswith(last.surface)
        if not as_it_stands or (last.role in INFLECTED and attached(units, stop) > stop):
            return False
    after = units[stop] if stop < len(units) else None
    before = units[i - 1] if i else None
    moving = after is not None and after.lemma in {"来る", "行く", "見る"}
    if last.lemma == "て" and after is not None and is_auxiliary_verb(after) and not moving:
        return False
    if form.startswith(("として", "とし")) and before is not None and "意志推量" in before.form:
        return False
    if form in {"うえで", "上で", "うちに", "ものの"}:
        return before is not None and before.role in {"verb", "auxiliary", "adjective"}
    return True


def _bounded(units: list[Unit], start: int, stop: int, end: int) -> bool:
    """Whether the span begins and ends where long units may: it takes no piece of a neighbour.

    A span inside one compound always does; one over several must not begin or end inside one.
    """
    if all(unit.role in NOMINAL or unit.surface == "・" for unit in units[start:stop]):
        return True
    if all(
        joined(units[k - 1], units[k]) or "・" in {units[k - 1].surface, units[k].surface}
        for k in range(start + 1, stop)
    ):
        return True
    if start and joined(units[start - 1], units[start]):
        return False
    return end >= len(units) or not joined(units[end - 1], units[end])


def joined(left: Unit, right: Unit) -> bool:
    """Whether two neighbours stand in one long unit (compound noun, compound verb)."""
    if right.role == "suffix" or left.role == "prefix":
        return True
    if left.role in NOMINAL:
        return (right.role in NOMINAL and "副詞可能" not in left.pos) or is_suru(left, right)
    stem = left.role == "verb" and left.form.startswith("連用形-一般")
    if stem or (left.role in INFLECTED and left.form.startswith("語幹")):
        return right.role in {"noun", "verb", "quality", "adjective"}
    return False


def _end(units: list[Unit], starts: list[int], stop: int) -> int:
    """The offset where the units before `stop` end."""
    return starts[stop - 1] + len(units[stop - 1].surface)


def _name(units: list[Unit], starts: list[int], i: int, lexicon: Lexicon) -> int:
    """Where a person's whole name, or letters with a number, that begin at unit `i` stop."""
    first, second = units[i], units[i + 1]
    if first.pos.endswith("人名-姓") and second.pos.endswith("人名-名"):
        if _begins_office(units, i + 1, lexicon):
            return i
        return i + 2 + _is_cut_short(units, i + 1, lexicon)
    if _LATIN.fullmatch(first.surface) and second.surface.isdigit():
        counted = i + 2 < len(units) and units[i + 2].pos.startswith(COUNTER)
        return i if counted else i + 2
    stop = i + 1
    while (
        stop + 1 < len(units)
        and units[stop].surface in {"・", "＝"}
        and _foreign(units[stop - 1])
        and _foreign(units[stop + 1])
    ):
        stop += 2
    return stop


def _begins_word(units: list[Unit], stop: int, lexicon: Lexicon) -> bool:
    """Whether the last unit before `stop` makes a word with the next: 有志の会|合."""
    return stop < len(units) and bool(lexicon.pos(units[stop - 1].surface + units[stop].surface))


def _is_cut_short(units: list[Unit], i: int, lexicon: Lexicon) -> bool:
    """Whether the next unit belongs to the first name at `i`: 健|裕, before a title 祥|典市長."""
    if i + 2 >= len(units) or len(units[i + 1].surface) > 1:
        return False
    name = units[i].surface + units[i + 1].surface
    if units[i + 1].surface in OFFICE_PREFIXES or not is_kanji(name):
        return False
    named = "人名" in units[i + 1].pos
    if not _office_at(units, i + 2):
        return named and lexicon.given(name)
    return named or lexicon.given(name)


def _office_at(units: list[Unit], at: int) -> bool:
    """Whether a title, or an office of several nouns, begins at a unit: 統合幕僚長."""
    for unit in units[at : at + LONGEST_OFFICE]:
        if is_title(unit.surface) or unit.surface in OFFICES or unit.surface.endswith("官"):
            return True
        if unit.role not in NOMINAL or "固有名詞" in unit.pos or not is_kanji(unit.surface):
            return False
    return False


def _rare_surname(units: list[Unit], i: int, lexicon: Lexicon) -> list[Span]:
    """The surname that the tagger cuts in two, before a title, with the first name: 時|岡忍町長."""
    if units[i + 1].pos.endswith("人名-名"):
        return _surname_of_one(units, i, lexicon)
    surname = units[i].surface + units[i + 1].surface
    if len(surname) > 2 or not is_kanji(surname) or units[i + 1].surface in OFFICE_PREFIXES:
        return []
    stop = i + 2
    if stop < len(units) and units[stop].pos.endswith("人名-名"):
        stop += 1
    if not _office_at(units, stop):
        return []
    known = lexicon.common(surname) if stop == i + 3 else bool(lexicon.pos(surname))
    if known or lexicon.term(surname) or not lexicon.surname(surname):
        return []
    whole = "".join([unit.surface for unit in units[i:stop]])
    return [Span(i, stop, stop, whole, "name")]


def _surname_of_one(units: list[Unit], i: int, lexicon: Lexicon) -> list[Span]:
    """The name that begins with a rare surname of one kanji, before a title: 鯰博行氏."""
    surname, given = units[i].surface, units[i + 1].surface
    if len(surname) > 1 or units[i].role != "noun" or not is_kanji(surname + given):
        return []
    led = i and units[i - 1].role in NOMINAL
    if (
        led
        or lexicon.common(surname)
        or len(given) < 2
        or not _office_at(units, i + 2)
        or not lexicon.surname(surname)
    ):
        return []
    return [Span(i, i + 2, i + 2, surname + given, "name")]


def _begins_office(units: list[Unit], i: int, lexicon: Lexicon) -> bool:
    """Whether what may be a first name begins an office: 加藤|厚生労働大臣."""
    form = units[i].surface
    for unit in units[i + 1 : i + LONGEST_OFFICE]:
        form += unit.surface
        office = is_title(unit.surface) or is_title(form)
        if office and (lexicon.term(form) or lexicon.pos(form)):
            return True
    return False


def _foreign(unit: Unit) -> bool:
    person = not unit.known or "人名" in unit.pos
    return person and _KATAKANA.fullmatch(unit.surface) is not None
