"""Readings of numbers, alone and with a counter, as a newsreader says them.

Before a counter only the last numeral of a number can change, and the counter's first sound:
二十一回 is にじゅう|いっかい, 十三本 じゅう|さんぼん. `kit.language.number.counters` tells how.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from kit.language.number.counters import Counter, alike, counters, suffixes
from kit.language.number.digits import read, spoken
from kit.language.script.characters import is_kana
from kit.language.script.kana import HARD, HIRAGANA, VOICED

_CLOCK = frozenset("年月日時分秒")
_DOUBLING = dict.fromkeys("kgbph", "一六八十百") | dict.fromkeys("szP", "一八十") | {"o": "十"}
_LOOSE = dict.fromkeys("kgbphs", "八") | {"P": "一八百", "o": "一六八百"}
_VOICING = dict.fromkeys("gzb", "三千万何")
_ONE_SYLLABLE = re.compile(r"[か-ろ][ゃゅょ]?[いうくつちきん]?")


def number(text: str) -> str | None:
    """The reading of a number that stands alone, in hiragana; None for what is no number.

    Args:
        text: Arabic digits (full-width or not, with `,` between thousands and one decimal point),
            kanji numerals, both mixed (1億2300万), a fraction (3分の2), a score (2対1), with 第,
            約, 数, 何 or a sign before it.
    """
    numerals = spoken(text)
    return None if numerals is None else "".join(read(numerals))


@lru_cache(maxsize=4096)
def counted(
    number: str,
    counter: str,
    reading_of_counter: str | None = None,
    *,
    date: bool = False,
    loose: bool = False,
) -> tuple[str, ...]:
    """The readings of a number with its counter, in hiragana, the best first.

    Args:
        number: as `number` takes it.
        counter: 人, 回, か月, % …, also with what follows it: 年間, 回目, 円台.
        reading_of_counter: in kana; needed only for a counter that is not in the table of
            `kit.language.number.counters`. One that differs from the table's wins over the table.
        date: whether 日 is a day of the month (1日 ついたち) and not a number of days.
        loose: whether it is the second number of an approximation, which does not become one word
            with its counter: 二、三日 is に、さんにち and 一、二人 いち、ににん.

    Returns:
        at least one reading, or nothing for what is no number or an unknown counter.
    """
    number, counter = _parted(number, unicodedata.normalize("NFKC", counter))
    numerals = spoken(number)
    if not numerals or not counter:
        return ()
    found, rest = _counter(counter, reading_of_counter)
    if found is None:
        return ()
    readings = list(_count(numerals, found._replace(exact={}) if loose else found))
    if "ついたち" in readings:
        readings = ["いちにち"] if rest else ["ついたち", "いちにち"] if date else readings
    return tuple(dict.fromkeys(reading + rest for reading in readings))


def date(month: int, day: int) -> str:
    """The reading of a date: `date(2, 20)` is にがつはつか."""
    return counted(str(month), "月")[0] + counted(str(day), "日", date=True)[0]


def _parted(number: str, counter: str) -> tuple[str, str]:
    """Number and counter with 万円 parted after 万, and 02月 without its 0."""
    while len(counter) > 1 and counter[0] in "十百千万億兆":
        number, counter = number + counter[0], counter[1:]
    if len(number) == 2 and number[0] in "0０" and counter[0:1] in _CLOCK - {"年"}:
        number = number[1]
    return number, counter


def _counter(text: str, reading: str | None) -> tuple[Counter | None, str]:
    """The counter, and the reading of what follows it."""
    if reading:
        reading = unicodedata.normalize("NFKC", reading).translate(HIRAGANA)
    table = counters()
    text = alike(text)
    found = table.get(text)
    if found and (not reading or reading == found.reading):
        return found, ""
    for cut in range(len(text) - 1, 0, -1):
        found, rest = table.get(text[:cut]), text[cut:]
        suffix = suffixes().get(rest)
        after = suffix.reading if suffix else rest.translate(HIRAGANA) if is_kana(rest) else None
        if found is None or after is None:
            continue
        if not reading or reading == found.reading + after:
            return found, after
    if not reading:
        if not is_kana(text):
            return None, ""
        reading = text.translate(HIRAGANA)
    return Counter(reading, _kind(text, reading), {}, {}, {}), ""


def _kind(text: str, reading: str) -> str:
    """The kind of an unknown counter: one kanji with one syllable of Chinese origin doubles."""
    group = next((kind for kind, heads in _HEADS.items() if reading[:1] in heads), "-")
    if len(text) == 1 and not is_kana(text) and _ONE_SYLLABLE.fullmatch(reading):
        return group
    return "o"


_HEADS = {
    "k": tuple("かきくけこ"),
    "s": tuple("さしすせそたちつてと"),
    "h": tuple("はひふへほ"),
}


def _count(text: str, counter: Counter) -> tuple[str, ...]:
    if text[0] == "約":
        return tuple("やく" + reading for reading in _count(text[1:], counter))
    exact = counter.exact.get(text)
    if exact:
        return exact
    last = text[-1]
    numerals = read(text)
    head, tail = "".join(numerals[:-1]), numerals[-1]
    if last in counter.joined:
        return tuple(head + reading for reading in counter.joined[last])
    if last in counter.numerals:
        return tuple(head + reading + counter.reading for reading in counter.numerals[last])
    if counter.kind == "n" and text in ("一", "二"):
        native = "ひと" if text == "一" else "ふた"
        return (native + counter.reading, tail + counter.reading)
    if text == "〇":
        return tuple(zero + counter.reading for zero in ("ぜろ", "れい"))
    return tuple(head + reading for reading in _joined(last, tail, counter))


def _joined(last: str, tail: str, counter: Counter) -> list[str]:
    """The last numeral and the counter, with their sounds changed as the counter's kind asks."""
    kind = "o" if counter.kind == "n" else counter.kind
    reading = counter.reading
    if kind == "o" and reading[0] not in "かきくけこさしすせそたちつてとぱぴぷぺぽ":
        kind = "-"
    doubled = tail[:-1] + "っ"
    hardened = _change(reading, HARD) if kind in "bph" else reading
    with_doubling = [doubled + hardened]
    if last == "十" and kind != "-":
        with_doubling.append(doubled.replace("じゅっ", "じっ") + hardened)
    found = []
    if last in _DOUBLING.get(kind, ""):
        found += with_doubling
        if last in _LOOSE.get(kind, "") or (kind == "o" and last == "十"):
            found.append(tail + reading)
    elif last in _LOOSE.get(kind, "") and (last not in "六百" or reading[0] in "かきくけこ"):
        found += [tail + reading, *with_doubling]
    elif last in _VOICING.get(kind, ""):
        found += [tail + _change(reading, VOICED)]
    elif kind == "p" and last in "三千万何":
        found += [tail + hardened]
    return found or [tail + reading]


def _change(reading: str, table: dict[str, str]) -> str:
    return table.get(reading[0], reading[0]) + reading[1:]
