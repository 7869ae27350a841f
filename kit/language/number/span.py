"""Where a number stands among short units: with its counter, as a date, or as a ratio."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kit.language.number.counters import alike, counters
from kit.language.number.names import beginnings, names
from kit.language.tagger import Unit

COUNTER = ("接尾辞-名詞的-助数詞", "名詞-普通名詞-助数詞可能")
"""UniDic's parts of speech of counters."""

EVENTS = frozenset(
    "事件 事変 運動 独立 スト ゼネスト クーデター 革命 政変 暴動 虐殺 テロ 同時 闘争 集会 戒厳 非常"
    " 民主 攻撃 襲撃 宣言 震災".split()
)
"""Words after a date that names an event: 二・二六事件."""
SCHEMES = frozenset({"制", "体制", "決議"})
"""Words after numbers that are read one by one: 6・3・3制."""

_NUMERAL = re.compile(r"[0-9一二三四五六七八九十百千万億兆〇数]+")
_ABOUT = re.compile(r"[一二三四五六七八九]、[一二三四五六七八九][十百千万億兆]*")
_DAY = re.compile("[一二三四五六七八九十]+日")
"""A day of the month that is one unit: 一日."""
_LARGE = re.compile(r"何?[十百千万億兆]+")
_WHOLE = frozenset("月 日 区 条 項 号 章 面 丁目 番 期 次".split())
"""Counters that no fraction stands before: 4・5月 are two months, 東京1・2区 two districts."""
_SCALES = frozenset({"震度", "マグニチュード"})
"""Words whose number no counter follows."""
_MOST_IN_NAME = 8
_MOST_IN_COUNTER = 3
_COMPOUND = frozenset(
    "年生 年物 年債 回戦 本柱 番手 円玉 円札 票差 次産業 大政党 歳代 度線 号機 号線 号車"
    " 人区 人分 人組 人前 人乗り 人部屋 人暮らし 個師団 個旅団 個大隊 個中隊 回生 期生"
    " 平方キロ 平方キロメートル 平方メートル 平方センチ 立方メートル".split()
)
"""Counters of several units that are looked up as one word with their number."""
_MARK = frozenset(".,・")
_COUNTERS = frozenset(counters())
_YEARS = frozenset({"年度", "年代"})
_PLACES = "都道府県市区町村"
_AFTER_COUNTER = frozenset("間目代台度半")
COUNTED_ON = frozenset({"円台", "ドル台", "時半", "年半", "か月半", "時間半", "年代"})
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
    if i and is_numeral(units[i]) and is_numeral(units[i - 1]) and _follows(units, starts, i):
        return i  # the number began before
    if named := _name_end(units, starts, i):
        return named
    if units[i].surface == "何" and not _asks(units, starts, i):
        return i
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
    if not _follows(units, starts, digits):
        return digits
    for stop in range(digits + _MOST_IN_COUNTER, digits + 1, -1):
        if stop <= len(units) and _surfaces(units, starts, digits, stop - digits) in _COMPOUND:
            return stop
    if i and units[i - 1].surface in _SCALES:
        return digits  # 震度6|強
    one = units[i].surface == "一" and digits == i + 1
    if not (_counts(units[digits]) or (one and _is_act(units[digits]))):
        return digits
    if (
        units[digits].surface in _PLACES
        and (_surfaces(units, starts, digits + 1, 1)[:1] or "-") in _PLACES
    ):
        return digits  # 47|都道府県
    end = digits + 1
    counter = units[digits].surface
    if counter == "月" and _follows(units, starts, end):
        if _DAY.fullmatch(units[end].surface):
            return end + 1 + (_surfaces(units, starts, end + 1, 1) in _AFTER_DAY)
        day = number_end(units, starts, end)
        if day > end + 1 and "日" in units[day - 1].surface + units[day - 2].surface:
            return day
    if counter == "日" and _surfaces(units, starts, end, 1) in _AFTER_DAY:
        return end + 1
    counter = alike(counter)
    for _ in range(2):  # 3年|間, 8時|間|半
        after = _surfaces(units, starts, end, 1)
        if after in _AFTER_COUNTER and (
            units[end].role == "suffix" or counter + after in COUNTED_ON
        ):
            end, counter = end + 1, counter + after
        else:
            break
    return end


def _digits(units: Sequence[Unit], starts: Sequence[int], start: int) -> int:
    """Where a run of numerals that begins at `start` ends, with points and commas inside it."""
    stop = start
    while stop < len(units) and (stop == start or _follows(units, starts, stop)):
        if (
            is_numeral(units[stop])
            or (stop == start and units[stop].surface == "何")
            or (
                units[stop].surface in _MARK
                and stop > start
                and _follows(units, starts, stop + 1)
                and is_numeral(units[stop + 1])
                and not _lists(units, starts, stop)
            )
        ):
            stop += 1
        else:
            break
    return stop


def _lists(units: Sequence[Unit], starts: Sequence[int], at: int) -> bool:
    """Whether ・ at `at` parts two whole numbers: 4・5月."""
    if units[at].surface != "・":
        return False
    at += 1
    while _follows(units, starts, at) and (is_numeral(units[at]) or units[at].surface == "・"):
        at += 1
    return _follows(units, starts, at) and units[at].surface in _WHOLE


def _asks(units: Sequence[Unit], starts: Sequence[int], i: int) -> bool:
    """Whether 何 is a numeral: 何百人, 何機."""
    if not _follows(units, starts, i + 1):
        return False
    after = units[i + 1]
    if units[i].role == "number":
        return _counts(after) or after.role == "number"
    if after.surface in {"位", "%"}:
        return True
    return after.pos.startswith(COUNTER[0]) or _LARGE.fullmatch(after.surface) is not None


def _name_end(units: Sequence[Unit], starts: Sequence[int], i: int) -> int:
    """Where the longest name with a number in it that begins at unit `i` ends, or 0: 5G, PAC3."""
    if units[i].surface not in beginnings():
        return 0
    found, joined = 0, ""
    for stop in range(i, min(len(units), i + _MOST_IN_NAME)):
        if stop > i and not _follows(units, starts, stop):
            break
        joined += units[stop].surface
        if joined in names() and not _goes_on(units, starts, stop + 1, joined):
            found = stop + 1
    return found


def _goes_on(units: Sequence[Unit], starts: Sequence[int], at: int, name: str) -> bool:
    """Whether what looks like a name is the beginning of a longer number: 3・11%, 5G5."""
    if not _follows(units, starts, at):
        return False
    after = units[at]
    if is_numeral(after) or after.surface in _AFTER_COUNTER:
        return True
    return name[-1].isdigit() and name[0].isdigit() and _counts(after)


def is_numeral(unit: Unit) -> bool:
    """Whether a unit is a number or a piece of one: 3, 二十, 数, 二、三."""
    if unit.role not in {"number", "noun"}:
        return False
    text = unit.surface
    return bool(_NUMERAL.fullmatch(text) or _ABOUT.fullmatch(text) or _LARGE.fullmatch(text))


def counts_how_many(text: str) -> bool:
    """Whether a text is a counter of how many (人, 日), not of which one (位, 月)."""
    row = counters().get(alike(text))
    return row is None or row.meaning.split("/")[-1].startswith(("{}", "{x10}"))


def _counts(unit: Unit) -> bool:
    if unit.pos.startswith(COUNTER) or unit.surface in _YEARS:
        return True
    return unit.surface in _COUNTERS and unit.role in {"suffix", "symbol", "noun"}


def _is_act(unit: Unit) -> bool:
    """Whether ひと of 一 may stand before a verb's stem: 一頑張り."""
    return unit.surface in _COUNTERS and unit.role == "verb" and unit.form.startswith("連用形")


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
