"""Numbers in a text: a number with its counter, or a date, as one word."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from kit.language.article import Analysis
from kit.language.furigana.align import Piece, pieces
from kit.language.lexicon.dictionary import Dictionary, Entry
from kit.language.lexicon.level import level
from kit.language.number.counters import alike, counters
from kit.language.number.digits import read, spoken
from kit.language.number.meaning import NUMBER, NUMERALS, gloss_of, parts
from kit.language.number.names import names
from kit.language.number.reading import counted, number
from kit.language.number.setting import PLAIN, Setting
from kit.language.script.kana import HARD, VOICED, hiragana

_DATE = re.compile(rf"({NUMBER})月({NUMBER})日(.*)")
_RATIO = re.compile(rf"({NUMBER})(分の|対)({NUMBER})")
_COUNTED = re.compile(rf"({NUMBER})(.*)", re.DOTALL)
_ABOUT = re.compile(rf"([{NUMERALS}]+)、([{NUMERALS}]+)(.*)")
_AFTER_DATE = {"付": "づけ", "生": "うまれ", "": ""}
_ERA = re.compile(r"(\w+) era \(.*?(\d{4})")
_SOLAR = 1868
"""The first year from which an era's years are those of the Western calendar."""
_NATIVE_MONTHS = dict(zip("一二三四六", "ひと ふた み よ む".split(), strict=True))


def numeral(
    surface: str,
    base: str,
    dictionary: Dictionary,
    context: str | None = None,
    setting: Setting = PLAIN,
) -> Analysis | None:
    """A number with its counter, or a date, as a word; None where it cannot be read as one.

    Args:
        surface, base: as the text has it, and as it is looked up.
        dictionary: for numbers that are words (三面, 十年).
        context: the reading that a table of words by their neighbours gives it, where one does.
        setting: what stands around it.
    """
    named = names().get(base)
    kind: Literal["name", "word", "number"]
    if named is not None:
        said, kind = named.readings, named.kind
    else:
        said, kind = readings_of(surface, setting), "number"
    if context in said:
        said = (context, *(other for other in said if other != context))
    if not said:
        return None
    entry = None
    if named is None and not setting.kind and not setting.lent:
        entry = _entry(base, said[0], dictionary)
    if named is not None:
        glosses: tuple[str, ...] = (named.meaning,)
    elif entry is not None:
        glosses = tuple("; ".join(sense.glosses) for sense in entry.senses)
    else:
        glosses = (_gloss(surface, said[0], dictionary, setting),)
    return Analysis(
        surface=surface,
        lemma=base,
        reading=said[0],
        alternatives=said[1:],
        uncertain=False,
        furigana=_furigana(surface, said[0], setting),
        pos={"name": "name", "word": "noun"}.get(kind, "number"),
        kind=kind,
        entry=entry.id if entry else None,
        headword=base,
        glosses=glosses,
        source="glossary" if named else "jmdict" if entry else "none",
        inflection=(),
        accent=None,
        level=level(entry, base, dictionary),
    )


def as_counted(base: str, dictionary: Dictionary) -> str | None:
    """The reading, as a number with its counter, of what する makes a verb of (一回転する).

    None where the dictionary has no such word: 二分する is にぶん, not にふん.
    """
    for said in readings_of(base):
        entry = _entry(base, said, dictionary)
        if entry is not None and "vs" in entry.pos:
            return said
    return None


def _entry(base: str, reading: str, dictionary: Dictionary) -> Entry | None:
    entries = dictionary.entries(base)
    return next((e for e in entries if reading in map(hiragana, e.readings)), None)


def _gloss(surface: str, reading: str, dictionary: Dictionary, setting: Setting) -> str:
    if setting.era:
        found = [
            era
            for entry in dictionary.entries(setting.era)
            for gloss in entry.senses[0].glosses
            if (era := _ERA.match(gloss))
        ]
        began = int(found[0][2]) if found else 0
        setting = setting._replace(
            era=found[0][1] if found else "", began=began if began >= _SOLAR else 0
        )
    gloss = gloss_of(surface, reading, setting)
    _, counter, rest = parts(surface)
    if not counter and rest:
        meant = _counter_meaning(rest, dictionary)
        return f"{gloss} ({rest}: {meant})" if meant else gloss
    return gloss


def _counter_meaning(counter: str, dictionary: Dictionary) -> str:
    for entry in dictionary.entries(counter):
        for sense in entry.senses:
            if sense.pos & {"ctr", "suf", "n-suf"}:
                return sense.glosses[0]
    return ""


def readings_of(surface: str, setting: Setting = PLAIN) -> tuple[str, ...]:
    """The readings of a number with or without its counter, best first; none for anything else."""
    if setting.kind in {"event", "list"}:
        return (_one_by_one(surface, setting),)
    date = _DATE.fullmatch(surface)
    if date and date[3] in _AFTER_DATE:
        month, days = counted(date[1], "月"), counted(date[2], "日", date=True)
        return tuple(month[0] + day + _AFTER_DATE[date[3]] for day in days) if month else ()
    if about := _ABOUT.fullmatch(surface):
        ends = readings_of(about[2] + about[3], setting._replace(kind="loose"))
        return tuple(_first(about[1], about[2]) + end for end in ends)
    found = None if _RATIO.fullmatch(surface) else _COUNTED.fullmatch(surface)
    value, counter = (found[1], found[2]) if found else (surface, "")
    if not counter:
        return _alone(value, setting)
    if counter == "月" and setting.kind == "span" and value in _NATIVE_MONTHS:
        return (_NATIVE_MONTHS[value] + "つき",)
    if counter[0] == "日" and counter[1:] in _AFTER_DATE and setting.kind not in {"loose", "span"}:
        # 一日 is a day, 1日 in the news the first of a month
        days = counted(value, "日", date=value != "一" or counter != "日")
        return tuple(day + _AFTER_DATE[counter[1:]] for day in days)
    return counted(value, counter, loose=setting.kind == "loose")


def _alone(value: str, setting: Setting) -> tuple[str, ...]:
    """A number without a counter, read as the counter asks that is lent to it."""
    alone = number(value)
    if alone is None:
        return ()
    counter = alike(setting.lent)
    if setting.kind == "loose":
        said = _first(value, "")
        return (said,) if said == alone else (said, alone)
    if counter == "月":
        return (counted(value, "月")[0].removesuffix("がつ"),)
    if counter.startswith("時"):
        return (counted(value, "時")[0].removesuffix("じ"),)
    if counter == "日" or counter in {"日付", "両日"}:
        # 19、20日 is じゅうく、はつか; 2、3日 are ふつか、みっか where they are dates
        return (counted(value, "日", date=True)[0].removesuffix("にち"),)
    return (alone,)


def _first(value: str, _second: str) -> str:
    """The first number of an approximation: 四、五 is し、ご, 七、八 しち、はち."""
    numerals = spoken(value) or ""
    said = read(numerals)
    last = {"四": "し", "七": "しち"}.get(numerals[-1:])
    return "".join([*said[:-1], last] if last else said)


def _one_by_one(surface: str, setting: Setting) -> str:
    return "".join(reading or "" for _, reading in _singly(surface, setting))


def _singly(surface: str, setting: Setting) -> list[Piece]:
    """Numbers that ・ parts, each read alone: 二・二六 に, にろく; of a date the day by digits."""
    found: list[Piece] = []
    for place, part in enumerate(surface.split("・")):
        if place:
            found.append(("・", None))
        by_digits = setting.kind == "event" and place > 0
        digits = unicodedata.normalize("NFKC", part) if by_digits else part
        single = [number(digit) or "" for digit in digits if by_digits and digit not in "〇0"]
        found.append((part, "".join(single) if single else number(part) or ""))
    return found


def _furigana(surface: str, reading: str, setting: Setting) -> tuple[Piece, ...]:
    """Furigana with what belongs to the counter over the counter: 五〇 ごじゅっ, ％ ぱーせんと."""
    if setting.kind in {"event", "list"}:
        return tuple(_singly(surface, setting))
    found = _COUNTED.fullmatch(surface)
    value, counter = (found[1], found[2]) if found else ("", "")
    row = counters().get(alike(unicodedata.normalize("NFKC", counter))) if value else None
    if row is None:
        return pieces(surface, reading)
    first, rest = row.reading[0], row.reading[1:]
    for head in (first, VOICED.get(first, first), HARD.get(first, first)):
        tail = head + rest
        if reading.endswith(tail) and len(reading) > len(tail):
            return (*_of_value(value, reading.removesuffix(tail)), *_of_counter(counter, tail))
    return pieces(surface, reading)


def _of_value(value: str, reading: str) -> tuple[Piece, ...]:
    whole = re.search(r"[.,・〇]", value) or re.search(r"[一二三四五六七八九]{2}", value)
    return ((value, reading),) if whole else pieces(value, reading)


def _of_counter(counter: str, reading: str) -> tuple[Piece, ...]:
    # signs that are no letters (㌔) take theirs whole
    return pieces(counter, reading) if counter.isalpha() else ((counter, reading),)
