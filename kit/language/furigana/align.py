"""Furigana: which kana of a word's reading stand over which of its kanji.

The word is walked from left to right and the cheapest way to share out the reading is kept
(Viterbi's dynamic programming over pairs of offsets). Kana must be read as they stand; a kanji may
take a reading of KANJIDIC as it is or with its sound changed (`sounds`); a stretch that is
read as a whole (`whole`) stays whole. Only when no such way is found may a stretch of kanji take
any kana at all.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise

from kit.language.furigana.kanji_readings import doubles, variants
from kit.language.furigana.whole import LONGEST_WHOLE, WHOLE, WHOLE_STARTS
from kit.language.lexicon import dictionary
from kit.language.script.kana import HIRAGANA

Piece = tuple[str, str | None]

_LONGEST = 40  # a longer word with kanji keeps its reading in one piece
_HIGHEST = 4  # a sharing out that costs more for each character is mere chance
_WHOLE_COST = -2
_KANA, _KANJI, _SPOKEN, _SILENT = range(4)
_SIGNS = frozenset("ヶヵ〆〇々乄〻")
_ITERATION = frozenset("々〻")
_MARKS = frozenset("%％.．,，&＆+＋/／-−")
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


def furigana(word: str, reading: str) -> list[Piece]:
    """Split a word into pieces, each with the reading that stands over it.

    Args:
        word: as written: kanji, kana, digits, Latin letters, signs.
        reading: of the whole word, in hiragana or katakana.

    Returns:
        pieces that join to the word. Kana and silent signs have None; a kanji, a stretch of kanji
        read as a whole, and a stretch of digits or letters have their reading in hiragana.
        `furigana("食べ物", "たべもの") == [("食", "た"), ("べ", None), ("物", "もの")]`.
        Never raises.
    """
    return list(pieces(word, reading))


@lru_cache(maxsize=1 << 13)
def pieces(word: str, reading: str) -> tuple[Piece, ...]:
    """`furigana` as an immutable value, remembered."""
    kinds = [_kind(char) for char in word]
    start, stop = 0, len(word)
    while start < stop and kinds[start] == _KANA:
        start += 1
    while stop > start and kinds[stop - 1] == _KANA:
        stop -= 1
    if not reading or not (_KANJI in kinds or _SPOKEN in kinds):
        return ((word, None),) if word else ()
    folded, kana = word.translate(HIRAGANA), reading.translate(HIRAGANA)
    end = len(kana) - len(word) + stop
    if end <= start or folded[:start] != kana[:start] or folded[stop:] != kana[end:]:
        start, stop, end = 0, len(word), len(kana)
    core, sounds, inside = word[start:stop], kana[start:end], start > 0
    kinds = kinds[start:stop]
    middle: tuple[Piece, ...] | None = None
    if kinds == [_KANJI]:
        middle = ((core, sounds or None),)
    elif kinds == [_KANJI, _KANJI]:
        middle = _share_two(core, sounds, inside)
    if middle is None:
        bounds = None
        if len(core) <= _LONGEST and len(sounds) <= 3 * _LONGEST:
            bounds = _share(core, folded[start:stop], sounds, kinds, inside, known=True)
            bounds = bounds or _share(core, folded[start:stop], sounds, kinds, inside, known=False)
        middle = _cut(core, sounds, kinds, bounds) if bounds else ((core, sounds or None),)
    return _joined(((word[:start], None), *middle, (word[stop:], None)))


@cache
def _kind(char: str) -> int:
    if "ぁ" <= char <= "ゖ" or "ァ" <= char <= "ヺ" or char in "ーゝゞヽヾ":
        return _KANJI if char in "ヶヵ" else _KANA
    if (
        "一" <= char <= "鿿"
        or char in _SIGNS
        or "㐀" <= char <= "䶿"
        or "豈" <= char <= "﫿"
        or "\U00020000" <= char <= "\U0003ffff"
    ):
        return _KANJI
    return _SPOKEN if char.isalnum() or char in _MARKS else _SILENT


def _share_two(core: str, reading: str, inside: bool) -> tuple[Piece, ...] | None:
    """`_share` for the commonest case, two kanji that take readings they are known to have."""
    one, two = core[0], core[1]
    if core in WHOLE or one == two or two in _ITERATION:
        return None
    readings = variants(one)
    heads, tails = readings.inner if inside else readings.first, variants(two).inner
    best, found = 2 * _HIGHEST + 2, 0
    for cut in range(1, len(reading)):
        head = heads.get(reading[:cut])
        if head is not None:
            tail = tails.get(reading[cut:])
            if tail is not None and head + tail < best:
                best, found = head + tail, cut
    return ((one, reading[:found]), (two, reading[found:])) if found else None


def _share(
    word: str, folded: str, reading: str, kinds: list[int], inside: bool, *, known: bool
) -> list[tuple[int, int]] | None:
    """The cheapest list of (offset in the word, offset in the reading), from (0, 0) to the ends.

    Args:
        inside: whether kana of the same word stand before.
        known: whether each kanji must take a reading that it is known to have.
    """
    size, end = len(word), len(reading)
    # ways[i]: offset in the reading → (cost so far, the pair of offsets before)
    ways: list[dict[int, tuple[int, int, int]]] = [{} for _ in range(size + 1)]
    ways[0][0] = (0, 0, 0)
    each = 0 if _SPOKEN in kinds or _SILENT in kinds else 1  # kana that a character needs at least
    for i, char in enumerate(word):
        here = ways[i]
        if not here:
            continue
        kind = kinds[i]
        if kind == _KANA:
            sound = folded[i - 1] if char in "ゝヽ" and i else folded[i]
            there = ways[i + 1]
            for p, (cost, _, _) in here.items():
                if p < end and reading[p] == sound:
                    _reach(there, p + 1, cost, i, p)
            if char != "ケ":
                continue
        elif kind != _KANJI:
            _share_signs(kinds, ways, i, end)
            if kind == _SILENT:
                continue
        if kind != _SPOKEN:
            readings = variants(_stands_for(word, i) if char in _ITERATION else char)
            table = readings.inner if i or inside else readings.first
            there = ways[i + 1]
            least = end if i + 1 == size else 0
            most = end - each * (size - i - 1)
            for p, (cost, _, _) in here.items():
                for q in range(max(least, p + 1), min(most, p + readings.longest) + 1):
                    extra = table.get(reading[p:q])
                    if extra is not None and (q not in there or cost + extra < there[q][0]):
                        there[q] = (cost + extra, i, p)
        if char in WHOLE_STARTS or kind == _SPOKEN:
            _share_wholes(word, reading, ways, i)
        if i + 1 < size and (word[i + 1] == char or word[i + 1] in _ITERATION):
            _share_double(word, reading, ways, i)
        if not known and kind != _SPOKEN:
            _share_anyhow(word, reading, kinds, ways, i)
    final = ways[size].get(end)
    if final is None or (known and final[0] > _HIGHEST * size + 1):
        return None
    bounds = [(size, end)]
    while bounds[-1] != (0, 0):
        i, p = bounds[-1]
        bounds.append(ways[i][p][1:])
    return bounds[::-1]


def _reach(there: dict[int, tuple[int, int, int]], q: int, cost: int, i: int, p: int) -> None:
    before = there.get(q)
    if before is None or cost < before[0]:
        there[q] = (cost, i, p)


def _stands_for(word: str, i: int) -> str:
    """The kanji that the 々 at `i` repeats, of as many before as there are 々."""
    start, stop = i, i
    while start and word[start - 1] in _ITERATION:
        start -= 1
    while stop < len(word) and word[stop] in _ITERATION:
        stop += 1
    return word[i - (stop - start)] if stop - start <= start else word[start - 1] if start else "々"


def _share_wholes(
    word: str, reading: str, ways: list[dict[int, tuple[int, int, int]]], i: int
) -> None:
    """Stretches of `word` from `i` on that are read as a whole."""
    for j in range(i + 2, min(len(word), i + LONGEST_WHOLE) + 1):
        stretch = word[i:j]
        for whole in WHOLE.get(stretch.translate(_DIGITS), ()):
            for p, (cost, _, _) in ways[i].items():
                if reading.startswith(whole, p):
                    _reach(ways[j], p + len(whole), cost + _WHOLE_COST, i, p)


def _share_double(
    word: str, reading: str, ways: list[dict[int, tuple[int, int, int]]], i: int
) -> None:
    """A doubled kanji (愈愈, 愈々) whose single kanji already has the doubled reading."""
    for p, (cost, _, _) in ways[i].items():
        for half in (2, 3):
            whole = reading[p : p + 2 * half]
            if whole[1:half] == whole[half + 1 :] and doubles(word[i], whole):
                _reach(ways[i + 2], p + 2 * half, cost + _WHOLE_COST, i, p)


def _share_signs(
    kinds: list[int], ways: list[dict[int, tuple[int, int, int]]], i: int, end: int
) -> None:
    """A run of digits and letters takes any kana; silent signs need none."""
    spoken = kinds[i] == _SPOKEN
    j = i + 1
    for k in range(i + 1, len(kinds)):
        if (kinds[k] == _SPOKEN and not spoken) or kinds[k] < _SPOKEN:
            break
        if kinds[k] == kinds[i]:
            j = k + 1
    for p, (cost, _, _) in ways[i].items():
        _reach(ways[j], p, cost + (60 if spoken else 0), i, p)
        for q in range(p + 1, end + 1):
            _reach(ways[j], q, cost + (0 if spoken else 60), i, p)


def _share_anyhow(
    word: str, reading: str, kinds: list[int], ways: list[dict[int, tuple[int, int, int]]], i: int
) -> None:
    """A stretch of kanji takes any kana: dear, and dearest for one kanji among others."""
    end = len(reading)
    for j in range(i + 1, len(kinds) + 1):
        if kinds[j - 1] != _KANJI:
            break
        size = j - i
        alone = (i == 0 or kinds[i - 1] != _KANJI) and (j == len(kinds) or kinds[j] != _KANJI)
        price = (20 if alone else 40) if size == 1 else 27 + 2 * size
        # a word of the dictionary inside a longer one, 麻雀 in 麻雀店
        wholes = _read_as_word(word[i:j]) if 1 < size < len(word) else frozenset()
        for p, (cost, _, _) in ways[i].items():
            for q in range(p + 1, end + 1):
                over = max(0, q - p - 3 * size)
                known = 6 if reading[p:q] in wholes else 0
                _reach(ways[j], q, cost + price + 4 * over - known, i, p)


@lru_cache(maxsize=1 << 12)
def _read_as_word(stretch: str) -> frozenset[str]:
    entries = dictionary.default().entries(stretch)
    return frozenset(one.translate(HIRAGANA) for entry in entries for one in entry.readings)


def _cut(
    word: str, reading: str, kinds: list[int], bounds: list[tuple[int, int]]
) -> tuple[Piece, ...]:
    found: list[Piece] = []
    for (i, p), (j, q) in pairwise(bounds):
        plain = p == q or (kinds[i] == _KANA and word[i] + reading[p] not in ("ケか", "ケが"))
        found.append((word[i:j], None if plain else reading[p:q]))
    return tuple(found)


def _joined(found: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces with neighbours that have no reading made one, and empty ones left out."""
    joined: list[Piece] = []
    for text, reading in found:
        if reading is None and joined and joined[-1][1] is None:
            joined[-1] = (joined[-1][0] + text, None)
        elif text:
            joined.append((text, reading))
    return tuple(joined)
