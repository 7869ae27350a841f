"""Where a number stands among short units: with its counter, as a date, or as a ratio."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kit.language.number.counters import counters
from kit.language.tagger import Unit

COUNTER = ("接尾辞-名詞的-助数詞", "名詞-普通名詞-助数詞可能")
"""UniDic's parts of speech of counters."""

_NUMERAL = re.compile(r"[0-9一二三四五六七八九十百千万億兆〇数]+")
_MARK = frozenset(".,・")
_COUNTERS = frozenset(counters())
_YEARS = frozenset({"年度", "年代"})
_PLACES = "都道府県市区町村"
_AFTER_COUNTER = frozenset("間目代台度半")
COUNTED_ON = frozenset({"円台", "ドル台", "時半", "年半"})
_AFTER_DAY = frozenset("付生")


def number_end(units: Sequence[Unit], starts: Sequence[int], i: int) -> int:
    """Where a number, with its counter if it has one, that begins at unit `i` ends.

    Args:
        units: the short units of a sentence.
        starts: their offsets; a number goes over no blank.
        i: the unit that it may begin with.

    Returns:
        The index after its last unit; `i` where no number begins.
    """
    if i and _is_numeral(units[i]) and _is_numeral(units[i - 1]) and _follows(units, starts, i):
        return i  # the number began before
    digits = _digits(units, starts, i + 1 if units[i].surface == "第" else i)
    if digits <= i + (units[i].surface == "第"):
        return i
    ratio = digits
    if _surfaces(units, starts, digits, 2) == "分の":
        ratio = digits + 2
    elif _surfaces(units, starts, digits, 1) == "対":
        ratio = digits + 1
    if ratio > digits and (end := _digits(units, starts, ratio)) > ratio:
        return end
    if not _follows(units, starts, digits) or not _counts(units[digits]):
        return digits
    if (
        units[digits].surface in _PLACES
        and (_surfaces(units, starts, digits + 1, 1)[:1] or "-") in _PLACES
    ):
        return digits  # 47|都道府県
    end = digits + 1
    counter = units[digits].surface
    if counter == "月" and _follows(units, starts, end):
        day = number_end(units, starts, end)
        if day > end + 1 and "日" in units[day - 1].surface + units[day - 2].surface:
            return day
    if counter == "日" and _surfaces(units, starts, end, 1) in _AFTER_DAY:
        return end + 1
    after = _surfaces(units, starts, end, 1)
    if after in _AFTER_COUNTER and (units[end].role == "suffix" or counter + after in COUNTED_ON):
        return end + 1
    return end


def _digits(units: Sequence[Unit], starts: Sequence[int], start: int) -> int:
    """Where a run of numerals that begins at `start` ends, with points and commas inside it."""
    stop = start
    while stop < len(units) and (stop == start or _follows(units, starts, stop)):
        if _is_numeral(units[stop]) or (
            units[stop].surface in _MARK
            and stop > start
            and _follows(units, starts, stop + 1)
            and _is_numeral(units[stop + 1])
        ):
            stop += 1
        else:
            break
    return stop


def _is_numeral(unit: Unit) -> bool:
    return unit.role in {"number", "noun"} and _NUMERAL.fullmatch(unit.surface) is not None


def _counts(unit: Unit) -> bool:
    if unit.pos.startswith(COUNTER) or unit.surface in _YEARS:
        return True
    return unit.surface in _COUNTERS and unit.role in {"suffix", "symbol", "noun"}


def _follows(units: Sequence[Unit], starts: Sequence[int], at: int) -> bool:
    """Whether unit `at` is there and follows the one before it without a blank."""
    return at < len(units) and starts[at] == starts[at - 1] + len(units[at - 1].surface)


def _surfaces(units: Sequence[Unit], starts: Sequence[int], at: int, count: int) -> str:
    """The joined surfaces of `count` units from `at` on, up to the first blank."""
    joined = ""
    for k in range(at, at + count):
        if not _follows(units, starts, k):
            break
        joined += units[k].surface
    return joined
