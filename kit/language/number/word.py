"""Numbers in a text: a number with its counter, or a date, as one word."""

from __future__ import annotations

import re

from kit.language.article import Analysis
from kit.language.furigana.align import pieces
from kit.language.lexicon.dictionary import Dictionary
from kit.language.lexicon.level import level
from kit.language.number.reading import counted, number
from kit.language.script.kana import hiragana

_NUMERALS = "0123456789〇零一二三四五六七八九十百千万億兆数何.,・"
_DIGITS = "0-9〇零一二三四五六七八九十百千万億兆"
_NUMBER = rf"(?:第)?[数何{_DIGITS}][{_DIGITS}.,・]*"
_DATE = re.compile(rf"({_NUMBER})月({_NUMBER})日(.*)")
_RATIO = re.compile(rf"({_NUMBER})(分の|対)({_NUMBER})")
_COUNTED = re.compile(rf"({_NUMBER})(.*)", re.DOTALL)
_AFTER_DATE = {"付": "づけ", "生": "うまれ", "": ""}
_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_VALUES = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "億": 10**8, "兆": 10**12}

COUNTED = {
    "つ": "{}", "人": "{} people", "名": "{} people", "円": "{} yen", "ドル": "{} dollars",
    "ユーロ": "{} euros", "元": "{} yuan", "ウォン": "{} won", "回": "{} times",
    "度": "{} times; {} degrees", "件": "{} cases", "年": "the year {}; {} years",
    "年間": "{} years", "年度": "fiscal {}", "年代": "the {}s", "時": "{} o'clock",
    "時間": "{} hours", "分": "{} minutes", "秒": "{} seconds", "日間": "{} days",
    "週間": "{} weeks", "か月": "{} months", "か月間": "{} months", "か国": "{} countries",
    "か所": "{} places", "歳": "{} years old", "票": "{} votes", "議席": "{} seats",
    "%": "{} percent", "パーセント": "{} percent", "ポイント": "{} points",
    "倍": "{} times as much", "割": "{}0 percent", "位": "rank {}", "番": "number {}",
    "号": "number {}", "世紀": "century {}", "条": "article {}", "項": "paragraph {}",
    "章": "chapter {}", "党": "{} parties", "社": "{} companies", "県": "{} prefectures",
    "台": "{} (vehicles, machines)", "隻": "{} ships", "機": "{} aircraft",
    "本": "{} (long things)", "枚": "{} (flat things)", "点": "{} points; {} items",
    "キロ": "{} kilometres; {} kilograms", "メートル": "{} metres", "トン": "{} tonnes",
    "代": "in the {}s (age)", "人目": "number {} (of people)", "回目": "time number {}",
    "円台": "the {} yen range", "ドル台": "the {} dollar range", "時半": "half past {}",
    "者": "{} parties", "カ国": "{} countries",
}  # fmt: skip
"""What a number says in English with the commonest counters."""


def numeral(
    surface: str, base: str, dictionary: Dictionary, context: str | None = None
) -> Analysis | None:
    """A number with its counter, or a date, as a word; None where it cannot be read as one.

    `context` is the reading that its neighbours give it, where they give one.
    """
    said = readings_of(surface)
    if context in said:
        said = (context, *(other for other in said if other != context))
    if not said:
        return None
    entry = next(
        (entry for entry in dictionary.entries(base) if said[0] in map(hiragana, entry.readings)),
        None,
    )
    if entry is not None:
        glosses = tuple("; ".join(sense.glosses) for sense in entry.senses)
    else:
        gloss = gloss_of(surface, said[0])
        counter = surface.lstrip("第" + _NUMERALS)
        meant = (
            _counter_meaning(counter, dictionary)
            if gloss[-1:].isdigit() and counter not in COUNTED and counter
            else ""
        )
        glosses = (f"{gloss} ({counter}: {meant})" if meant else gloss,)
    return Analysis(
        surface=surface,
        lemma=base,
        reading=said[0],
        alternatives=said[1:],
        uncertain=False,
        furigana=pieces(surface, said[0]),
        pos="number",
        kind="number",
        entry=entry.id if entry else None,
        headword=base,
        glosses=glosses,
        source="jmdict" if entry else "none",
        inflection=(),
        accent=None,
        level=level(entry, base, dictionary),
    )


def _counter_meaning(counter: str, dictionary: Dictionary) -> str:
    for entry in dictionary.entries(counter):
        for sense in entry.senses:
            if sense.pos & {"ctr", "suf", "n-suf"}:
                return sense.glosses[0]
    return ""


def readings_of(surface: str) -> tuple[str, ...]:
    """The readings of a number with or without its counter, best first; none for anything else."""
    date = _DATE.fullmatch(surface)
    if date and date[3] in _AFTER_DATE:
        month, days = counted(date[1], "月"), counted(date[2], "日", date=True)
        return tuple(month[0] + day + _AFTER_DATE[date[3]] for day in days) if month else ()
    found = None if _RATIO.fullmatch(surface) else _COUNTED.fullmatch(surface)
    if found is None:
        alone = number(surface)
        return (alone,) if alone else ()
    value, counter = found[1], found[2]
    if not counter:
        alone = number(value)
        return (alone,) if alone else ()
    if counter[0] == "日" and counter[1:] in _AFTER_DATE:
        # 一日 is a day, 1日 in the news the first of a month
        days = counted(value, "日", date=value != "一" or counter != "日")
        return tuple(day + _AFTER_DATE[counter[1:]] for day in days)
    return counted(value, counter)


def gloss_of(surface: str, reading: str = "") -> str:
    """What a number with its counter says in English."""
    date = _DATE.fullmatch(surface)
    if date:
        month, day = value_of(date[1]), value_of(date[2])
        if month is not None and 1 <= month <= 12:
            return f"{_MONTHS[int(month) - 1]} {day}"
    ratio = _RATIO.fullmatch(surface)
    if ratio:
        first, second = value_of(ratio[1]), value_of(ratio[3])
        return f"{second}/{first}" if ratio[2] == "分の" else f"{first} to {second}"
    found = _COUNTED.fullmatch(surface)
    if found is None:
        return surface
    ordinal = found[1].startswith("第")
    value = value_of(found[1].removeprefix("第"))
    if value is None:
        return _several(found[1], found[2])
    figure = f"{value:,}" if value >= 10_000 or isinstance(value, float) else str(value)
    counter = re.sub("^[カヵケヶ箇](?=[月国所])", "か", found[2])
    if ordinal and not COUNTED.get(counter, "").endswith("{}"):
        return f"number {figure} (in a series)"
    if counter == "月" and 1 <= value <= 12:
        return _MONTHS[int(value) - 1]
    if counter == "日" and reading.endswith("いちにち"):
        return "one day; a day"
    if counter == "日":
        return f"the {figure}{_ordinal(int(value))} (day of the month); {figure} days"
    return _one(COUNTED[counter].replace("{}", figure)) if counter in COUNTED else figure


def _several(value: str, counter: str) -> str:
    """What an uncertain number says: 数十人 several tens of people."""
    if not value.startswith("数"):
        return f"how many ({counter})" if value == "何" else f"{value}{counter}"
    size = {
        "": "several",
        "十": "several tens of",
        "百": "several hundred",
        "千": "several thousand",
    }
    figure = size.get(value[1:], "tens of thousands or more of")
    return COUNTED.get(counter, "{} " + counter).replace("{}", figure)


def value_of(text: str) -> int | float | None:
    """The value of a number in digits, kanji numerals, or both (1億2300万); None for none."""
    total = section = 0
    digits = ""
    for char in text.replace(",", ""):
        if (char.isdigit() and char.isascii()) or char == ".":
            digits += char
        elif char in _VALUES:
            digits += str(_VALUES[char])
        elif char in _SMALL:
            section += int(digits or 1) * _SMALL[char] if "." not in digits else 0
            digits = ""
        elif char in _LARGE:
            part = float(digits) if "." in digits else int(digits or 0) + section
            part = part if part or section else 1
            total += round(part * _LARGE[char])
            section, digits = 0, ""
        else:
            return None
    if "." in digits:
        try:
            return float(digits) if not total and not section else None
        except ValueError:
            return None
    return total + section + int(digits or 0)


def _one(gloss: str) -> str:
    """`1 people` as `1 person`, `1 dollars` as `1 dollar`."""
    singular = gloss.replace("1 people", "1 person") if gloss.startswith("1 ") else gloss
    return re.sub(r"^(1 \w*[^s\W])s\b", r"\1", singular)


def _ordinal(day: int) -> str:
    return "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
