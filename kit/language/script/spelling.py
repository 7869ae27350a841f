"""Other spellings of a form under which a dictionary may have it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kit.language.script.kana import HIRAGANA
from kit.language.script.normal import normalise
from kit.language.script.old_kanji import modern


class Query(NamedTuple):
    """A form as it is asked for.

    Attributes:
        text: the form, spelled anew.
        ends: for each number of its characters, from none to all, how many of the form's they are.
        changed: how far it is from the form as written: 0 only in width.
    """

    text: str
    ends: Sequence[int]
    changed: int


KATAKANA = {code - 0x60: code for code in range(0x30A1, 0x30F7)}
"""For `str.translate`: hiragana → katakana."""

WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
"""For `str.translate`: Latin letters and digits → as wide as kanji, as JMdict writes them."""

_ROWS = {
    "あ": "あかさたなはまやらわがざだばぱぁゃゎ",
    "い": "いきしちにひみりぎじぢびぴぃ",
    "う": "うくすつぬふむゆるぐずづぶぷぅゅ",
    "え": "えけせてねへめれげぜでべぺぇ",
    "お": "おこそとのほもよろをごぞどぼぽぉょ",
}
_VOWEL = {kana: vowel for vowel, row in _ROWS.items() for kana in row}
_LONG = {"あ": "あ", "い": "い", "う": "う", "え": "い", "お": "う"}
_SMALL = dict(zip("ぁぃぅぇぉ", "あいうえお", strict=True))
_WAVES = "ー〜～"

# Historical kana: the は row inside a word, ゐ and ゑ, and the long vowels of polite forms.
_OLD_KANA = str.maketrans("はひふへほゐゑ", "わいうえおいえ")
_OLD_VOLITIONAL = {f"{a}う": f"{o}う" for a, o in zip(_ROWS["あ"], _ROWS["お"], strict=False)}
_OLD_VOLITIONAL["わう"] = "おう"
_OLD = re.compile("[ゐゑ]|(?<=.)[はひふへほ]|せう|(?<=[\u4e00-\u9fff])[かがさたなばまやらわ]う")


def queries(form: str) -> Iterator[Query]:
    """The form in normal form, then what else it may stand for; nothing for an empty form."""
    text, offsets = normalise(form)
    if not text:
        return
    ends = range(len(text) + 1) if offsets is None else offsets
    seen = {text}
    yield Query(text, ends, 0)
    for query in _others(Query(text, ends, 1)):
        if query.text not in seen:
            seen.add(query.text)
            yield query


def _others(query: Query) -> Iterator[Query]:
    text, ends, _ = query
    kana = query._replace(text=text.translate(HIRAGANA))
    yield kana
    if any(char in text for char in _WAVES) or any(char in kana.text for char in _SMALL):
        yield _without_drawl(kana)
        yield kana._replace(text=_written_out(kana.text))
    yield query._replace(text=modern(text))
    if _OLD.search(text):
        yield Query(*_modern_kana(modern(text), ends), 2)


def _without_drawl(query: Query) -> Query:
    """Without ー, 〜 and small vowels that only draw a sound out: すごーい, ですねぇ."""
    kept: list[str] = []
    ends: list[int] = []
    for char, end in zip(query.text, query.ends, strict=False):
        drawn = char in _WAVES or (
            char in _SMALL and bool(kept) and _VOWEL.get(kept[-1]) == _SMALL[char]
        )
        if not (drawn and kept):
            kept.append(char)
            ends.append(end)
    return Query("".join(kept), [*ends, query.ends[len(query.text)]], query.changed)


def _written_out(text: str) -> str:
    """With ー as the vowel that it stands for: せんせー → せんせい."""
    written = ""
    for char in text:
        vowel = _VOWEL.get(written[-1:]) if char in _WAVES else None
        written += _LONG[vowel] if vowel else _SMALL.get(char, char) if written else char
    return written


def _modern_kana(text: str, ends: Sequence[int]) -> tuple[str, Sequence[int]]:
    """Historical kana as written today: 思ふ → 思う, 行かう → 行こう, ませう → ましょう."""
    changed = text[:1].translate({0x3090: "い", 0x3091: "え"}) + text[1:].translate(_OLD_KANA)
    kept, kept_ends = "", []
    for char, end in zip(changed, ends, strict=False):
        if char == "う" and kept.endswith(("ませ", "でせ")):
            kept = kept[:-1] + "しょ"
            kept_ends.append(end)
        elif char == "う" and "\u4e00" <= kept[-2:-1] <= "\u9fff":
            kept = kept[:-1] + _OLD_VOLITIONAL.get(kept[-1] + char, kept[-1])[0]
        kept += char
        kept_ends.append(end)
    return kept, [*kept_ends, ends[len(text)]]


def respellings(word: str) -> tuple[str, ...]:
    """A dictionary form as it is, then in present kanji, with or without 々, in other kana.

    JMdict writes Latin letters and digits in full width.
    """
    kanji = modern(word)
    found = (
        word,
        word.translate(WIDE),
        word.upper().translate(WIDE),
        kanji,
        _iterated(kanji),
        kanji.translate(HIRAGANA),
        kanji.translate(KATAKANA),
    )
    return tuple(dict.fromkeys(found))


def _iterated(word: str) -> str:
    """With 々 as the kanji that it repeats, or the other way round: 人人 ⇄ 人々."""
    if "々" in word:
        return re.sub("(.)々", r"\1\1", word)
    return re.sub("([\u4e00-\u9fff])\\1", r"\1々", word)
