"""The value of a number in digits, kanji numerals, or both."""

from __future__ import annotations

import re
import unicodedata

_VALUES = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "億": 10**8, "兆": 10**12}
_POINT = re.compile(r"(?<=[0-9〇零一二三四五六七八九])・(?=[0-9〇零一二三四五六七八九])")


def value_of(text: str) -> int | float | None:
    """The value of a number in digits, kanji numerals, or both (1億2300万); None for none."""
    total = section = 0
    digits = ""
    for char in _POINT.sub(".", unicodedata.normalize("NFKC", text)).replace(",", ""):
        if (char.isdigit() and char.isascii()) or char == ".":
            digits += char
        elif char in _VALUES:
            digits += str(_VALUES[char])
        elif char in _SMALL:
            section += int(digits or 1) * _SMALL[char] if "." not in digits else 0
            digits = ""
        elif char in _LARGE:
            if digits.count(".") > 1 or digits == ".":
                return None
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
