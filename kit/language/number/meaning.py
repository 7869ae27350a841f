"""What a number with its counter says in English, by the templates of `counters.csv`.

A template is a row's `meaning`. In it `{}` stands for the number, `{th}` for 1st, 2nd, 3rd …,
`{x10}` for ten times the number, `{month}` for January …; `vote[s]` and `[person|people]` are
singular and plural. Several stand with `/` between and the first that fits is taken:

    1-12:        for numbers from 1 to 12; also `1:` for 1 alone, `21-:` from 21 on
    第: 何:      after 第, after 何
    date: bc:    a point of the calendar, as what stands around it tells; before Christ
    span:        a length of time
    loose:       the end of an approximation (2、3日)
    clock:       after the hour

and the last has nothing before it. `kit.language.number.setting` tells which of the named ones it
is. Where no template is for 第, 第3 and 3…目 are made of the last: `{} ship[s]`, the 3rd ship.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from math import inf
from typing import NamedTuple

from kit.language.number.counters import alike, counters, suffixes
from kit.language.number.setting import PLAIN, Setting
from kit.language.number.value import value_of

NUMERALS = "0-9〇零一二三四五六七八九十百千万億兆"
NUMBER = rf"(?:第)?(?:[数何](?=[十百千万億兆])|数|何)?[{NUMERALS}数.,・]*(?<![.,・])"
"""A number as a regular expression, perhaps nothing: 第3, 数十, 十数, 1.5."""

_POINTS = frozenset({"月", "日", "時", "時半"})
_YEAR = 1000
"""The first number that is a year of the calendar where nothing says so."""
_DATE = re.compile(rf"({NUMBER})月({NUMBER})日(.*)")
_RATIO = re.compile(rf"({NUMBER})(分の|対)({NUMBER})")
_COUNTED = re.compile(rf"({NUMBER})(.*)", re.DOTALL)
_PLURAL = re.compile(r"\[([^\]|]*)(\|)?([^\]]*)\]")
_CONDITION = re.compile(r"(第|何|[a-z]+|\d+(?:-\d*)?):(.*)")
_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_SEVERAL = {
    "": "several", "十": "several tens of", "百": "several hundred", "千": "several thousand",
    "万": "tens of thousands of", "十万": "hundreds of thousands of",
    "百万": "several million", "千万": "tens of millions of", "億": "hundreds of millions of",
    "十億": "several billion", "百億": "tens of billions of", "千億": "hundreds of billions of",
    "兆": "several trillion", "十兆": "tens of trillions of",
}  # fmt: skip
_DATED = {"付": "dated", "生": "born"}
_UNASKED = {"many": "many", "some": "several"}
_MANY = {"十": "dozens of", "百": "hundreds of", "千": "thousands of"}


_SIZES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


class Parts(NamedTuple):
    """A number's text and its counter's, as the table spells it, and what follows the counter."""

    number: str
    counter: str
    rest: str


def parts(surface: str) -> Parts:
    """The parts of a number with its counter; the counter is empty where the table has none."""
    found = _COUNTED.fullmatch(unicodedata.normalize("NFKC", surface))
    if found is None:
        return Parts("", "", surface)
    number, counter = found[1], alike(found[2])
    table = counters()
    for cut in range(len(counter), 0, -1):
        rest = counter[cut:]
        if counter[:cut] in table and (not rest or rest in suffixes()):
            return Parts(number, counter[:cut], rest)
    return Parts(number, "", counter)


def gloss_of(surface: str, reading: str = "", setting: Setting = PLAIN) -> str:
    """What a number with its counter says in English.

    Args:
        surface: the number as a text has it.
        reading: in hiragana, which tells 一日 (いちにち) from 一日 (ついたち).
        setting: what stands around it.
    """
    if setting.kind in {"event", "list"}:
        return _by_digits(surface, event=setting.kind == "event")
    date = _DATE.fullmatch(surface)
    if date:
        month, day = value_of(date[1]), value_of(date[2])
        if month is not None and 1 <= month <= 12:
            return f"{_DATED.get(date[3], '')} {_MONTHS[int(month) - 1]} {day}".strip()
    ratio = _RATIO.fullmatch(surface)
    if ratio:
        first, second = value_of(ratio[1]), value_of(ratio[3])
        return f"{second}/{first}" if ratio[2] == "分の" else f"{first} to {second}"
    if about := re.fullmatch(rf"([{NUMERALS}]+)、([{NUMERALS}]+)(.*)", surface):
        counted = gloss_of(about[2] + about[3], setting=setting._replace(kind="loose"))
        return f"{_figure(_scaled(about[1], about[2]))} or {counted}"
    number, counter, rest = parts(surface)
    if not number:
        return surface
    lent = setting.lent.lstrip("十百千万億兆") if not counter and not rest else ""
    if lent:
        number += setting.lent.removesuffix(lent)  # 2、3千円
        counter = alike(lent)
        if _counts(counter, setting, value_of(number)):
            counter = ""  # 2 of 2、3年
    ordinal = number.startswith("第")
    value = value_of(number.removeprefix("第")) if not re.search("[数何]", number) else None
    if value is None:
        return _several(number, counter, rest, setting)
    if counter in {"年", "年度"} and number[0] in "0〇" and len(number) == 2 and not setting.era:
        value += 2000  # 05年
    if setting.era and counter in {"年", "年度", "年代"}:
        return _of_era(int(value), counter, setting)
    if counter == "日" and not rest and value == 1 and reading == "いちにち":
        return "one day; a day"
    if counter == "日" and rest in _DATED:
        return f"{_DATED[rest]} the {_nth(value)}"
    if counter == "日" and not rest and value == 1 and reading == "ついたち":
        return "the 1st (day of the month)"
    if not counter:
        figure = _figure(value)
        return f"number {figure}; the {_nth(value)}" if ordinal and not rest else figure
    if rest:
        suffix = suffixes()[rest].meaning
        plain = template(counter, "", value, ordinal="{th}" in suffix)
        if "{th}" in suffix:
            plain = _ordinal(_last(counter))
        filled = _filled(plain.split("; ")[0], value)
        return suffix.replace("{th}", filled).replace("{}", filled)
    return _filled(template(counter, setting.kind, value, ordinal=ordinal), value)


def _scaled(first: str, last: str) -> int | float:
    """The first number of 三、四十, which is thirty."""
    scale = re.sub("^[0-9一二三四五六七八九]+", "", last)
    return (
        value_of(first + scale if scale and not re.search("[十百千万億兆]", first) else first) or 0
    )


def _counts(counter: str, setting: Setting, value: float | None) -> bool:
    """Whether a counter says how many, and not when or which one: 年, but not of 2025年."""
    if counter in _POINTS and setting.kind != "loose":
        return False
    dated = counter == "年" and value is not None and value >= _YEAR
    return _last(counter).startswith("{}") and not dated if counter in counters() else True


def template(counter: str, kind: str, value: float | None, *, ordinal: bool) -> str:
    """The template for a counter of the table that fits; the one for 第 if `ordinal`."""
    found = ""
    for condition, text in _templates(counter):
        low, to, high = condition.partition("-")
        if condition == "" or condition == kind or (ordinal and condition == "第"):
            found = text
        elif (
            low.isdigit()
            and value is not None
            and int(low) <= value <= (int(high) if high else inf if to else int(low))
        ):
            found = "" if ordinal else text
        if found:
            break
    if ordinal and found == _last(counter):
        return _ordinal(found)
    return found


@lru_cache(maxsize=1024)
def _templates(counter: str) -> tuple[tuple[str, str], ...]:
    row = counters().get(counter)
    found = []
    for text in row.meaning.split("/") if row else ():
        condition = _CONDITION.fullmatch(text)
        found.append((condition[1], condition[2]) if condition else ("", text))
    return tuple(found)


def _last(counter: str) -> str:
    return _templates(counter)[-1][1]


def _ordinal(text: str) -> str:
    """`the {th} ship` for `{} ship[s]`; what is an ordinal already stays."""
    if not text.startswith("{}"):
        return text
    one = _PLURAL.sub(lambda part: part[1] if part[2] else "", text.split("; ")[0])
    return "the {th}" + one.removeprefix("{}")


def _filled(text: str, value: float) -> str:
    one = value == 1

    def form(part: re.Match[str]) -> str:
        if part[2]:
            return part[1] if one else part[3]
        return "" if one else part[1]

    text = _PLURAL.sub(form, text)
    if "{month}" in text:
        text = text.replace("{month}", _MONTHS[int(value) - 1])
    text = text.replace("{th}", _nth(value)).replace("{x10}", _figure(round(value * 10, 6)))
    return text.replace("{}", _figure(value))


def _figure(value: float) -> str:
    value = int(value) if value == int(value) else value
    for size, name in _SIZES:
        if value >= size:
            exact = value * 10_000 % size == 0
            return f"{_figure(value / size)} {name}" if exact else f"{value:,}"
    return f"{value:,}" if value >= 10_000 else str(value)


def _nth(value: float) -> str:
    if value != int(value):
        return _figure(value)
    last = 0 if value % 100 in (11, 12, 13) else int(value % 10)
    return _figure(value) + {1: "st", 2: "nd", 3: "rd"}.get(last, "th")


def _several(number: str, counter: str, rest: str, setting: Setting) -> str:
    """What an uncertain number says: 数十人 several tens of people, 何人 how many people."""
    size = number.removeprefix("第")
    text = _last(counter) if counter else "{}"
    unasked = _UNASKED.get(setting.kind, "") if size == "何" else ""
    if unasked:
        size = "数"
    if size == "何" and (asked := dict(_templates(counter)).get("何")):
        return asked
    if number.startswith("第") or size == "何":
        return _asked(_ordinal(text) if number.startswith("第") else text)
    if size[0] == "何":
        several = _SEVERAL.get(size[1:], "very many")
        figure = _MANY.get(size[1:]) or several.replace("several", "many")
    elif size[0] == "数":
        figure = unasked or _SEVERAL.get(size[1:], "a great many")
    else:
        value = value_of(size.split("数")[0])
        odd = size.endswith("数") and size[-2:-1] in {"十", "0"}
        figure = f"{value}-odd" if odd else f"a little over {value}"
    senses = [sense for sense in text.split("; ") if "{th}" not in sense] or [text]
    senses = senses[:1] if unasked else senses
    text = _PLURAL.sub(lambda part: part[3] if part[2] else part[1], "; ".join(senses))
    text = text.replace("{x10} percent", "{} tenths")
    said = re.sub(r"\{(?:th)?\}", figure, text)
    if counter == "" and figure.endswith(" of"):
        said = figure.removesuffix(" of")
    return suffixes()[rest].meaning.replace("{}", said) if rest in suffixes() else said


def _asked(text: str) -> str:
    """`how many people`, `which district`, `a margin of how many votes`."""
    text = text.split("; ")[0]
    counts = "{}" in text and (text.startswith("{}") or "[" in text)
    text = _PLURAL.sub(lambda part: part[3] if part[2] else part[1], text)
    if counts:
        return text.replace("{}", "how many").strip()
    return "which " + " ".join(re.sub(r"the \{(?:th)?\}|\{(?:th|x10)?\}", "", text).split())


def _of_era(year: int, counter: str, setting: Setting) -> str:
    """Reiwa 7 (2025); the year alone for an era whose years began in another season."""
    lead = {"年": "", "年度": "fiscal ", "年代": "the "}[counter]
    tail = "s" if counter == "年代" else ""
    if setting.began and not tail:
        return f"{lead}{setting.era} {year} ({setting.began + year - 1})"
    return f"{lead}{setting.era} {year}{tail}"


def _by_digits(surface: str, *, event: bool) -> str:
    """February 26 for 二・二六事件, 6-3 for 6・3制."""
    values = [value_of(part) for part in surface.split("・")]
    if event and len(values) == 2 and values[0] and values[1] and values[0] <= 12:
        return f"{_MONTHS[int(values[0]) - 1]} {values[1]}"
    return "-".join(str(value) for value in values)
