"""What stands around a number and decides how it is read and what it means there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from kit.language.number.span import (
    EVENTS,
    SCHEMES,
    counts_how_many,
    is_numeral,
    number_end,
)
from kit.language.number.value import value_of
from kit.language.tagger import Unit

Kind = Literal["", "date", "bc", "span", "loose", "clock", "event", "list", "many", "some"]


class Setting(NamedTuple):
    """What its neighbours make of a number.

    lent: for the first number of a range or list, the counter that its last one has (4～6月), with
        the power of ten that it has (万人 in 2～3万人).
    kind: "date" a point of the calendar, "bc" one before Christ, "span" a length of time, "loose"
        one end of an approximation (2、3日), "clock" minutes after an hour, "event" a date that
        names an event (二・二六事件), "list" numbers that are read one by one (6・3制), "many" and
        "some" 何 that asks nothing (何度も, 何人かは), or "".
    era: what may be the name of an era, right before a year; for the first of a list, empty.
    began: the year in which that era began, where that is known.
    """

    lent: str = ""
    kind: Kind = ""
    era: str = ""
    began: int = 0


PLAIN = Setting()

_BETWEEN = frozenset("~〜～-－–—―、・")
_MOST_IN_LIST = 6
_OPEN = frozenset(
    {"約", "泊", "あと", "残り", "延べ", "計", "丸", "まる", "およそ", "ほぼ", "向こう"}
)
"""What stands before a length of time, not before a date."""
_SPANNING = frozenset(
    "前 後 ぶり 振り 間 以内 以上 以下 未満 近く 余り 余 連続 ほど 程 足らず おき 置き 越し がかり"
    " 分 目 当たり あたり 弱 強 超 半 物 債 続く 続き 続ける かかる 掛かる たつ 経つ 過ぎる 待つ"
    " ごと 毎 がけ 置く 明ける 休む 働く 早い 遅れる 遅れ 延長 延期 延ばす 先送り 足りる".split()
)
"""What stands after a length of time, not after a date; by surface or lexeme."""
_TIMES = frozenset({"回", "度"})
_SURELY_SPANNING = frozenset("前 間 ぶり 振り 余り 近く 続く 続き".split())
"""Those that make a length of time of a year's number too (2000年前)."""
_CALENDARS = frozenset({"西暦", "紀元", "皇紀", "民国", "檀紀", "仏暦"})
_SEASONS = frozenset("末 春 夏 秋 冬 初め 以降 時点 当時".split())
_POINTS = frozenset({"月", "時", "時半"})
"""Counters that say when, and not how many."""
_LINKS = frozenset({"から", "と", "や", "か"})
_NATIVE_MONTHS = frozenset({"ぶり", "振り", "余り", "足らず", "近く", "ほど"})
_SCALED = re.compile(r"(?:[0-9.]+|[一二三四五六七八九])([十百千万億兆]+)")
_SINGLY = re.compile(r"[0-9〇零一二三四五六七八九十]+(?:・[0-9〇零一二三四五六七八九十]+)+")
_PARTED = re.compile(r"([0-9〇零一二三四五六七八九十百千万億兆]*)(.*)")


def setting(units: Sequence[Unit], starts: Sequence[int], start: int, stop: int) -> Setting:
    """What the neighbours of the number from unit `start` to `stop` make of it.

    Args:
        units, starts: the short units of a sentence and their offsets.
        start, stop: the number with its counter.
    """
    surface = _joined(units, start, stop)
    after = units[stop] if stop < len(units) else None
    if after is not None and _SINGLY.fullmatch(surface):
        if after.surface in EVENTS:
            return Setting(kind="event")
        if after.surface in SCHEMES:
            return Setting(kind="list")
    parted = _PARTED.fullmatch(surface.removeprefix("第"))
    value, counter = (parted[1], parted[2]) if parted else ("", "")
    if not value:
        return _unasked(units, stop) if surface.startswith("何") else PLAIN
    before = units[start - 1] if start else None
    if not counter:
        return _lending(units, starts, start, stop, value)
    if counter in {"年", "年度", "年代"}:
        if _joined(units, max(0, start - 3), start).endswith("紀元前"):
            return Setting(kind="bc")
        return _of_year(before, after, value, counter, _year_before(units, start))
    if before is not None and before.surface in _BETWEEN:
        first = _number_before(units, start - 1)
        if first and _approximate(first, value) and not _dated(units, start, stop, counter):
            return Setting(kind="loose")
        if first and counter == "日":
            return Setting(kind="date")
    if counter == "分" and before is not None and before.surface == "時":
        return Setting(kind="clock")
    if counter == "月":
        native = after is not None and after.surface in _NATIVE_MONTHS and not value.isascii()
        return Setting(kind="span") if native else PLAIN
    if counter == "日" and _spans(before, after, units, stop, _SPANNING):
        return Setting(kind="span")
    return PLAIN


def _unasked(units: Sequence[Unit], stop: int) -> Setting:
    """何度も are many times, 何人かは some people; 何人か。 asks."""
    after = units[stop].surface if stop < len(units) else ""
    if after == "も":
        return Setting(kind="many")
    goes_on = stop + 1 < len(units) and units[stop + 1].role != "symbol"
    return Setting(kind="some") if after == "か" and goes_on else PLAIN


def _lending(
    units: Sequence[Unit], starts: Sequence[int], start: int, stop: int, value: str
) -> Setting:
    """The counter that the last number of a range or list lends to the one before it."""
    at = stop
    for _ in range(_MOST_IN_LIST):
        if at + 1 >= len(units) or units[at].surface not in _BETWEEN:
            return PLAIN
        if starts[at + 1] != starts[at] + 1 or starts[at] != _end(units, starts, at - 1):
            return PLAIN
        end = number_end(units, starts, at + 1)
        parted = _PARTED.fullmatch(_joined(units, at + 1, end))
        if parted is None or not parted[1]:
            return PLAIN
        if parted[2]:
            counter = parted[2]
            loose = (
                at == stop
                and _approximate(value, parted[1])
                and not _dated(units, at + 1, end, counter)
            )
            if loose:
                return Setting(lent=_scale(value, parted[1]) + counter, kind="loose")
            kind: Kind = "date" if counter == "日" else ""
            return Setting(lent=_scale(value, parted[1]) + counter, kind=kind)
        at = end
    return PLAIN


def _scale(first: str, last: str) -> str:
    """What the last number lends of itself to the first: 千 in 2、3千円."""
    scaled = _SCALED.fullmatch(last)
    return scaled[1] if scaled and not re.search("[十百千万億兆]", first) else ""


def _of_year(
    before: Unit | None, after: Unit | None, value: str, counter: str, year_before: bool
) -> Setting:
    number = value_of(value) if value else None
    if before is not None and before.surface in _CALENDARS:
        return Setting(kind="date")
    if before is not None and before.role == "noun" and "数詞" not in before.pos:
        era = before.surface
    else:
        era = ""
    if number is None or counter != "年":
        return Setting(era=era)
    if number >= 1000:
        spans = before is not None and before.surface in {"約", "およそ"}
        spans = spans or (after is not None and after.surface in _SURELY_SPANNING)
        return Setting(kind="span" if spans else "", era=era)
    spanned = after is not None and {after.surface, after.lemma} & (_SPANNING | {"で"})
    if (year_before and not spanned) or (after is not None and _dates(after, number)):
        return Setting(kind="date", era=era)
    if spanned and not era:
        return Setting(kind="span")
    return Setting(era=era)


def _dates(after: Unit, number: float) -> bool:
    return number >= 10 and (is_numeral(after) or after.surface in _SEASONS)


def _year_before(units: Sequence[Unit], start: int) -> bool:
    """Whether it is the second year of 2024、25年, 2024年と25年 or 2024年から25年."""
    if not start:
        return False
    link, at = units[start - 1].surface, start - 1
    if link not in _BETWEEN and link not in _LINKS:
        return False
    if at and units[at - 1].surface == "年":
        at -= 1
    elif link not in _BETWEEN:
        return False
    value = value_of(_number_before(units, at))
    return value is not None and 1000 <= value < 3000


def _spans(
    before: Unit | None,
    after: Unit | None,
    units: Sequence[Unit],
    stop: int,
    words: frozenset[str],
) -> bool:
    if before is not None and before.surface in _OPEN:
        return True
    if after is None:
        return False
    if {after.surface, after.lemma} & words:
        return True
    if after.surface != "に" or stop + 2 >= len(units) or not is_numeral(units[stop + 1]):
        return False
    return units[stop + 2].surface in _TIMES  # 3日に1度


def _approximate(first: str, second: str) -> bool:
    """Whether two numbers that follow each other say about how many: 2、3 and 十四、五."""
    scaled = _SCALED.fullmatch(second)
    one, two = value_of(first), value_of(second.removesuffix(scaled[1]) if scaled else second)
    if not isinstance(one, int) or not isinstance(two, int) or not 0 < two < 10:
        return False
    return one % 10 + 1 == two and (one < 10 or first[-1:] in "一二三四五六七八")


def _dated(units: Sequence[Unit], start: int, stop: int, counter: str) -> bool:
    """Whether 2、3日 are two days of a month, and not two or three days; 4、5月 always are."""
    if counter in _POINTS or not counts_how_many(counter):
        return True
    if counter[:1] not in "日":
        return False
    at = start - 1
    while at > 0 and (is_numeral(units[at]) or units[at].surface in _BETWEEN):
        at -= 1
    if at >= 0 and units[at].surface in {"月", "日"}:
        return True  # 6月2、3日
    after = units[stop] if stop < len(units) else None
    if after is None:
        return False
    if after.surface in {"両日", "の"}:
        return after.surface == "両日" or (
            stop + 1 < len(units) and units[stop + 1].surface in {"両日", "両"}
        )
    following = units[stop + 1] if stop + 1 < len(units) else None
    dated = following is None or not is_numeral(following)
    if units[start - 1].surface in "、・":
        return after.surface == "に" and dated
    return not {after.surface, after.lemma} & (_SPANNING | {"で", "程度"}) and dated


def _number_before(units: Sequence[Unit], at: int) -> str:
    """The numerals that end right before unit `at`."""
    start = at
    while start and is_numeral(units[start - 1]):
        start -= 1
    return _joined(units, start, at)


def _joined(units: Sequence[Unit], start: int, stop: int) -> str:
    return "".join(unit.surface for unit in units[start:stop])


def _end(units: Sequence[Unit], starts: Sequence[int], at: int) -> int:
    return starts[at] + len(units[at].surface)
