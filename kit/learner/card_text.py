"""What a flashcard's field shows as text: no HTML, no sounds, furigana apart from the word."""

from __future__ import annotations

import re
from html import unescape

from kit.language.script.kana import hiragana

LONGEST = 10_000
"""Characters of a field that are looked at."""

_MEDIA = re.compile(r"\[(?:sound|anki):[^\[\]]*\]")
_HIDDEN = re.compile(r"<(?:style|script)\b[^<]*", re.IGNORECASE)
_RUBY = re.compile(r"<rt\b[^<>]*>([^<>]*)(?:</rt>)?", re.IGNORECASE)
_BRACKET = re.compile(r"<rp\b[^<>]*>[^<>]*(?:</rp>)?", re.IGNORECASE)
_BREAK = re.compile(r"<(?:br|/?(?:div|p|li|ul|ol|tr|td|h[1-6]))\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[A-Za-z/!][^<>]*>")
_FURIGANA = re.compile(r"[ \u3000]?([^\[\] \u3000]{1,40})\[([^\[\]]*)\]")
_KANA = re.compile("[ぁ-ゖァ-ヺー]+")


def plain(field: str) -> str:
    """The first line of a field that shows anything; empty where none does.

    Ruby becomes furigana as Anki writes it, `協調[きょうちょう]`.
    """
    text = _HIDDEN.sub("", _MEDIA.sub("", field[:LONGEST]))
    text = _RUBY.sub(r"[\1]", _BRACKET.sub("", text))
    text = unescape(_TAG.sub("", _BREAK.sub("\n", text)))
    return next((line.strip() for line in text.splitlines() if line.strip()), "")


def without_furigana(text: str) -> tuple[str, str]:
    """A text, and how it is read where brackets say so: ` 歩調[ほちょう]を` → 歩調を, ほちょうを.

    Returns:
        The text without its brackets. The reading is empty where there are none, or where one
        holds anything but kana; what stands in one after a semicolon is no reading.
    """
    if "[" not in text:
        return text, ""
    readings = [found[2].partition(";")[0].strip() for found in _FURIGANA.finditer(text)]
    word = _FURIGANA.sub(lambda found: found[1], text)
    if not all(map(_KANA.fullmatch, readings)):
        return word, ""
    return word, _FURIGANA.sub(_read, text) if readings else ""


def _read(found: re.Match[str]) -> str:
    """The reading in a bracket, with the kana before the kanji: お茶[ちゃ] is おちゃ."""
    before = _KANA.match(found[1])
    reading = found[2].partition(";")[0].strip()
    if before is None or hiragana(reading).startswith(hiragana(before[0])):
        return reading
    return before[0] + reading
