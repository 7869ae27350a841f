"""How a kanji's readings sound inside a word, each with what it costs to assume it.

KANJIDIC gives a kanji's readings as they stand alone. Inside a word they change: the first sound
is voiced (rendaku, 手紙 て|がみ) or hardened (はん|ぱつ), the last one doubles the next (学校
がっ|こう), a vowel takes up the ん before it (反応 はん|のう), and an ending that is not written
belongs to the kanji (受付 うけ|つけ). `variants` works all of them out.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kit.language.script.kana import HARD, HIRAGANA, VOICED

# What a reading costs: nothing as the dictionary has it, more the less it can be expected.
NEVER = 99
EXACT, ENDING, SOUND, RARE_SOUND, NAME, WORN = 0, 1, 1, 3, 4, 6

_UNVOICED = {voiced: plain for plain, voiced in VOICED.items()}
_RESPELLED = {"ぢ": "じ", "づ": "ず", "じ": "ぢ", "ず": "づ"}
_AFTER_N = dict(zip("あいうえおわ", "なにぬねのな", strict=True))
_AFTER_M = dict(zip("あいうえお", "まみむめも", strict=True))
_NOUN_ENDING = dict(zip("うくぐすつぬぶむる", "いきぎしちにびみり", strict=True))
_VOWEL_SHIFT = dict(zip("けげせぜてでねへべめれえ", "かがさざただなはばまらあ", strict=True))
_LONG = dict.fromkeys("いきしちにひみり", "い") | dict.fromkeys("うくすつぬふむるごと", "う")


class Variants(NamedTuple):
    """Readings in hiragana → cost, at the start of a word and further inside it."""

    first: dict[str, int]
    inner: dict[str, int]
    longest: int


def variants(on: Iterable[str], kun: Iterable[str], nanori: Iterable[str]) -> Variants:
    """All readings that a kanji may have in a word, with their costs.

    Args:
        on, kun, nanori: its readings as KANJIDIC writes them (`た.べる`).
    """
    first = plain(on, kun, nanori)
    for reading, cost in list(first.items()):
        for changed, extra in _last_sound(reading):
            if cost + extra < first.get(changed, NEVER):
                first[changed] = cost + extra
    inner = dict(first)
    for reading, cost in list(first.items()):
        for changed, extra in _first_sound(reading):
            if cost + extra < inner.get(changed, NEVER):
                inner[changed] = cost + extra
            # a part of a longer word: 太鼓 in 大太鼓
            if extra <= SOUND + 1 and cost + extra + RARE_SOUND < first.get(changed, NEVER):
                first[changed] = cost + extra + RARE_SOUND
    return Variants(first, inner, max(map(len, inner), default=0))


def _keep(table: dict[str, int], reading: str, cost: int) -> None:
    if cost < table.get(reading, NEVER):
        table[reading] = cost


def plain(on: Iterable[str], kun: Iterable[str], nanori: Iterable[str]) -> dict[str, int]:
    """A kanji's readings as they stand alone, in hiragana → cost."""
    table: dict[str, int] = {}
    for reading in on:
        _keep(table, reading.strip("-").translate(HIRAGANA), EXACT)
    for reading in kun:
        stem, _, ending = reading.strip("-").translate(HIRAGANA).partition(".")
        _keep(table, stem, EXACT)
        for length in range(1, len(ending) + 1):
            _keep(table, stem + ending[:length], ENDING)
        if ending and ending[-1] in _NOUN_ENDING:
            _keep(table, stem + ending[:-1] + _NOUN_ENDING[ending[-1]], ENDING)
    for reading in nanori:
        _keep(table, reading.strip("-").replace(".", "").translate(HIRAGANA), NAME)
    table.pop("", None)
    return table


def _first_sound(reading: str) -> list[tuple[str, int]]:
    """What the first sound may become after another kanji or kana."""
    head, tail = reading[0], reading[1:]
    found = []
    if head in VOICED:
        voiced = VOICED[head]
        found.append((voiced + tail, SOUND))
        if voiced in _RESPELLED:
            found.append((_RESPELLED[voiced] + tail, SOUND))
    if head in HARD:
        found.append((HARD[head] + tail, SOUND + 1))
    if head in _RESPELLED:
        found.append((_RESPELLED[head] + tail, RARE_SOUND))
    if head in _UNVOICED:
        found.append((_UNVOICED[head] + tail, RARE_SOUND))
    if head in _AFTER_N and not tail.startswith(("ゃ", "ゅ", "ょ")):
        found.append((_AFTER_N[head] + tail, RARE_SOUND))
    if head in _AFTER_M:
        found.append((_AFTER_M[head] + tail, WORN))
    if head in "やゆよ":
        found.append(({"や": "にゃ", "ゆ": "にゅ", "よ": "にょ"}[head] + tail, RARE_SOUND))
    return found


def _last_sound(reading: str) -> list[tuple[str, int]]:
    """What the last sound may become before another kanji or kana."""
    body, last = reading[:-1], reading[-1]
    found = [(reading + "っ", WORN), (reading + "ん", WORN)]
    if body:
        if last in "つちくき":
            found.append((body + "っ", SOUND))
        elif last in "うりいしみ":
            found.append((body + "っ", RARE_SOUND))
        if last in "みびにのりむ":
            found.append((body + "ん", RARE_SOUND + 1))
        if last == "ん":
            found.append((body + "っ", RARE_SOUND))
        if last == "き":
            found.append((body + "い", RARE_SOUND + 1))
        if last in "うくつんい":
            found.append((body, WORN))
    elif last in _LONG:
        found.append((last + _LONG[last], WORN))
    if last in _VOWEL_SHIFT:
        found.append((body + _VOWEL_SHIFT[last], RARE_SOUND))
    return found
