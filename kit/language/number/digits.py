"""Numbers written out in kanji numerals as they are spoken, and the readings of those numerals.

2025 is 二千二十五, 3.5 is 三点五, 3分の2 is 三分二. Then each numeral gets its reading, changed by
the one after it: 三百 さんびゃく, 一兆 いっちょう, 一点五 いってんご.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_DIGITS = "〇一二三四五六七八九"
_KANJI_DIGITS = {char: str(value) for value, char in enumerate(_DIGITS)} | {"零": "0"}
_SMALL = ("", "十", "百", "千")
_LARGE = ("", "万", "億", "兆")
_READINGS = {
    "〇": "れい", "零": "ぜろ", "一": "いち", "二": "に", "三": "さん", "四": "よん", "五": "ご",
    "六": "ろく", "七": "なな", "八": "はち", "九": "きゅう", "十": "じゅう", "百": "ひゃく",
    "千": "せん", "万": "まん", "億": "おく", "兆": "ちょう", "京": "けい", "点": "てん",
    "数": "すう", "何": "なん", "幾": "いく", "第": "だい", "負": "まいなす", "正": "ぷらす",
    "約": "やく", "分": "ぶんの", "対": "たい",
}  # fmt: skip
_PAIRS = {
    "三百": ("さん", "びゃく"), "六百": ("ろっ", "ぴゃく"), "八百": ("はっ", "ぴゃく"),
    "何百": ("なん", "びゃく"), "三千": ("さん", "ぜん"), "八千": ("はっ", "せん"),
    "一千": ("いっ", "せん"), "何千": ("なん", "ぜん"), "一兆": ("いっ", "ちょう"),
    "八兆": ("はっ", "ちょう"), "十兆": ("じゅっ", "ちょう"), "一京": ("いっ", "けい"),
    "六京": ("ろっ", "けい"), "八京": ("はっ", "けい"), "十京": ("じゅっ", "けい"),
    "百京": ("ひゃっ", "けい"), "一点": ("いっ", "てん"), "八点": ("はっ", "てん"),
    "十点": ("じゅっ", "てん"), "一対": ("いっ", "たい"), "十対": ("じゅっ", "たい"),
}  # fmt: skip
_TOKEN = re.compile(r"(\d+)(?:\.(\d+))?")
_GROUPED = re.compile(r"(?<!\d)\d{1,3}(?:,\d{3})+(?!\d)")
_POSITIONAL = re.compile(r"[〇零一二三四五六七八九]{2,}")
_KANJI_POINT = re.compile(r"(?<=[〇一二三四五六七八九])[・.](?=[〇一二三四五六七八九])")
_SPOKEN = re.compile(
    r"[負正第約]?(?![点分対])[〇零一二三四五六七八九十百千万億兆京点数何幾分対]+(?<![点分対])"
)


@lru_cache(maxsize=4096)
def spoken(text: str) -> str | None:
    """The number in kanji numerals, with 点 分 対 負 正 第 約 for what is none; None for no number.

    Args:
        text: as `kit.language.number.reading.number` takes it.
    """
    text = unicodedata.normalize("NFKC", text).replace("−", "-").replace("分の", "分")
    text = _GROUPED.sub(lambda found: found[0].replace(",", ""), text.replace("零", "〇"))
    text = _KANJI_POINT.sub("点", re.sub(r"(?<=\d)・(?=\d)", ".", text))
    if text[:1] in ("-", "+"):
        text = ("負" if text[0] == "-" else "正") + text[1:]
    text = _POSITIONAL.sub(_positional, text)
    text = _TOKEN.sub(_written_out, text)
    return text if _SPOKEN.fullmatch(text) else None


def _positional(found: re.Match[str]) -> str:
    return "".join(_KANJI_DIGITS[char] for char in found[0])


def _written_out(found: re.Match[str]) -> str:
    whole, fraction = found[1], found[2]
    after = found.string[found.end() : found.end() + 1]
    text = _integer(whole, thousand_as_one=after in tuple("万億兆京"))
    if fraction:
        text += "点" + "".join(_DIGITS[int(digit)] for digit in fraction)
    return text


def _integer(digits: str, *, thousand_as_one: bool) -> str:
    """Arabic digits in kanji numerals; one by one (0 as 零) if 0 leads or they are too many."""
    if digits == "0":
        return "〇"
    if digits[0] == "0" or len(digits) > 16:
        return "".join(_DIGITS[int(digit)] for digit in digits).replace("〇", "零")
    text = ""
    for place in range((len(digits) - 1) // 4, -1, -1):
        group = digits[max(0, len(digits) - 4 * place - 4) : len(digits) - 4 * place].lstrip("0")
        for power in range(len(group) - 1, -1, -1):
            digit = int(group[len(group) - 1 - power])
            if digit > 1 or (digit == 1 and power == 0):
                text += _DIGITS[digit]
            elif group == "1000" and power == 3 and (place or thousand_as_one):
                text += "一"
            text += _SMALL[power] if digit else ""
        text += _LARGE[place] if group else ""
    return text


def read(numerals: str) -> list[str]:
    """The reading of each of the numerals that `spoken` gives, in hiragana."""
    readings = [_READINGS[char] for char in numerals]
    for i in range(len(numerals) - 1):
        pair = _PAIRS.get(numerals[i : i + 2])
        if pair:
            if readings[i] == _READINGS[numerals[i]]:  # not changed by the one before
                readings[i] = pair[0]
            readings[i + 1] = pair[1]
    return readings
