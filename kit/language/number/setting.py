"""What stands around a number and decides how it is read and what it means there."""

from __future__ import annotations

import re
import unicodedata
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
_COUNTED = frozenset({"noun", "prefix", "suffix", "name"})
_SURELY_SPANNING = frozenset("前 間 ぶり 振り 余り 近く 続く 続き".split())
"""Those that make a length of time of a year's number too (2000年前)."""
_CALENDARS = frozenset({"西暦", "紀元", "皇紀", "民国", "檀紀", "仏暦"})
_SEASONS = frozenset("末 春 夏 秋 冬 初め 半ば 前半 後半 上半期 下半期 以降 以来 時点 当時".split())
_POINTS = frozenset({"月", "時", "時半"})
"""Counters that say when, and not how many."""
_LINKS = frozenset({"から", "と", "や", "か"})
_SHORT = re.compile("[0-9〇一二三四五六七八九]{2}")
"""A year by its last two digits (93年), or a number of years."""
_OLD = 40
"""From here on two digits that are not round are a year of the last century more often."""
_OF_LENGTH = frozenset(
    "この ここ その 過去 今後 最近 わずか 僅か 前後 満 最大 最長 最短 少なくとも 実に 通算 もう"
    " さらに 更に すでに 既に 長く たった 以後 向こう".split()
)
_LENGTHS = frozenset(
    "歴史 伝統 人生 生涯 歳月 月日 節目 長 長い 実績 議員 生活 任期 営業 経歴 経験 活動 幕"
    " 期間 刑 重み 重さ キャリア 付き合い 付合い 期限 猶予 契約 判決 懲役 刑期 在任 在職 歩み"
    " 沈黙 空白 時間 区切り 努力 研究 服役 国債 支配 統治 寿命 時効 ローン 周期 ベテラン 闘い"
    " 戦い 暮らし 夫婦 結婚 長期 大台 眠り".split()
)
"""Nouns that say of years before の how long, not when: 64年の歴史; by lexeme."""
_OCCASIONS = frozenset(
    "選 選挙 総選挙 改正 改定 合意 協定 宣言 事件 震災 大震災 地震 大会 五輪 オリンピック"
    " 万博 首脳 会談 声明 条約 政変 革命 クーデター 紛争 危機 ショック 事故 調査 国会 法 発足"
    " 成立 施行 導入 開始 投票 豪雨 台風 春 夏 秋 冬 初め 末 半ば 開業 開催 統計 時点 段階"
    " 侵攻 撤退 同時テロ テロ".split()
)
"""Nouns that say of a year before の when: 15年の法改正; by lexeme."""
_TO_LENGTH = frozenset(
    "渡る 亘る 及ぶ 成る 為る 達する 延長 短縮 延ばす 伸ばす 縮める 縮まる 延びる 迫る 上る"
    " 満つ 足りる 近い 限る 引き上げる 引き下げる 増やす 減らす 相当 処する 垂んとする 近付く"
    " 引き上げ 引き下げ".split()
)
"""What takes a number of years with に: 20年にわたる, 6年に延長する; by lexeme."""
_TAKES_LENGTH = frozenset("掛かる 必要 持つ 続く 使う 長い 短い 越える 下る 要る 経つ".split())
_TURNING = frozenset("最後 境 機 目途 めど ピーク 目標 起点 皮切り 契機 底".split())
_MARKED = frozenset(
    "初 入省 入庁 入社 入局 生まれ 生 卒業 就任 発足 制定 施行 設立 採択 締結 公布 改正".split()
)
"""What stands right after the year in which it was: 93年初当選."""
_LASTING = frozenset("経過 継続 存続 使用 保存 保管 勤務 在職 在任 待機 生存 服役".split())
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
        dated = _year_before(units, start) or (counter == "年" and _short_year(units, start, stop))
        return _of_year(before, after, value, counter, dated)
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


def _short_year(units: Sequence[Unit], start: int, stop: int) -> bool:
    """Whether a year is told by its last two digits: 93年に政界に入る, not 20年にわたる."""
    value = unicodedata.normalize("NFKC", _joined(units, start, stop)).removesuffix("年")
    before = units[start - 1] if start else None
    if not _SHORT.fullmatch(value) or stop >= len(units):
        return False
    if value[0] in "0〇":
        return True
    if before is not None and (before.surface in _OPEN | _OF_LENGTH or before.role in _COUNTED):
        return False
    number = value_of(value) or 0
    if number < 10:
        return False
    old = number >= _OLD and number % 10 != 0
    link, rest = units[stop], units[stop + 1 : stop + 6]
    nexts = _nouns(rest)
    begins = before is None or before.role == "symbol"
    counts = bool(rest) and is_numeral(rest[0])
    if link.surface == "の":
        within = bool(rest) and rest[0].lemma in {"間", "内", "差"}
        return not within and not nexts & _LENGTHS and (old or bool(nexts & _OCCASIONS))
    if link.surface == "に":
        rest = rest[1:] if rest and rest[0].surface in {"は", "も"} else rest
        if rest and is_numeral(rest[0]):
            return len(rest) > 1 and rest[1].surface not in _TIMES
        return bool(rest) and rest[0].lemma not in _TO_LENGTH
    if counts and link.surface in {"と", "や", "、", "・"}:
        end = next((at for at in range(stop + 1, len(units)) if units[at].surface == "年"), stop)
        two = _joined(units, stop + 1, end) if end > stop else ""
        later = bool(_SHORT.fullmatch(two)) and two > value
        return later and _short_year(units, stop + 1, end + 1)
    if not rest or (counts and not (old and link.surface == "から")):
        return False
    if link.surface in {"から", "より"}:
        return True
    if link.surface == "まで":
        return old or rest[0].surface == "に"
    if link.surface == "を":
        return rest[0].surface in _TURNING
    if link.surface == "は":
        return begins and not {unit.lemma for unit in rest} & _TAKES_LENGTH
    if link.surface == "、":
        return begins
    if link.surface in _MARKED:
        return True
    return old and "サ変可能" in link.pos and link.lemma not in _LASTING


def _nouns(units: Sequence[Unit]) -> set[str]:
    """The lexemes and surfaces of the units up to the first particle or symbol."""
    found: set[str] = set()
    for unit in units:
        if unit.role in {"particle", "symbol", "auxiliary", "verb"}:
            break
        found |= {unit.surface, unit.lemma}
    return found


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
