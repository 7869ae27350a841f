"""How far to the left a reading reaches that stands after words: over one of them, part, several.

Its kana are shared out over the characters before it, as KANJIDIC and the dictionaries read them;
the stretch that takes all of them with the least strain is the one that is read so.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from kit.language.furigana.kanji_readings import variants
from kit.language.furigana.whole import WHOLE
from kit.language.lexicon import dictionary
from kit.language.script.characters import is_kana, is_kanji
from kit.language.script.kana import hiragana

LONGEST = 16
"""Characters that one reading may reach over."""
LONGEST_KNOWN = 6
"""Characters of a part that is looked up in the dictionaries."""
MOST_MORAE = 4
"""Morae that a kanji may have in a reading that no dictionary knows."""
_LOOKED_UP = 0.1
_FREE, _LONG = 1.0, 0.25
GAPS = frozenset(" \u3000・")
"""What may stand between the parts of a name, and is not read."""
_SMALL = frozenset("ゃゅょぁぃぅぇぉゎ")
_DOUBTFUL = 0.3


class Sharing(NamedTuple):
    """A reading shared out over a word.

    bounds: offsets in word and reading by pairs. strain: how far-fetched it is. free: how many
    kanji are read as no dictionary knows; known: how many parts as one surely does.
    """

    bounds: tuple[tuple[int, int], ...]
    strain: float
    free: int
    known: int

    def cut(self, at: int) -> int | None:
        """The offset in the reading that goes with one in the word; None inside a part."""
        return dict(self.bounds).get(at)


class _Way(NamedTuple):
    """A reading shared out over the beginning of a word."""

    strain: float
    free: int
    known: int
    path: tuple[tuple[int, int], ...]


def known_readings(form: str) -> frozenset[str]:
    """The readings that the dictionaries give a form, in hiragana."""
    words = dictionary.default()
    found = {hiragana(read) for entry in words.entries(form) for read in entry.readings_of(form)}
    found |= {hiragana(read) for name in words.names(form) for read in name.readings}
    return frozenset(found | set(WHOLE.get(form, ())))


@lru_cache(maxsize=1 << 10)
def share(word: str, reading: str) -> Sharing | None:
    """The way to share a reading out over a word that strains least.

    Args:
        word: kanji and kana in normal form.
        reading: in hiragana.

    Returns:
        The way; None where kana of the word are read otherwise, or the reading is too long for it.
    """
    size, end = len(word), len(reading)
    folded = hiragana(word)
    ways: list[dict[int, _Way]] = [{} for _ in range(size + 1)]
    ways[0][0] = _Way(0.0, 0, 0, ((0, 0),))
    for i, char in enumerate(word):
        for p, way in ways[i].items():
            for j, q, cost in _parts(word, folded, reading, i, p, char):
                strain = way.strain + cost
                there = ways[j].get(q)
                if q <= end and (there is None or strain < there.strain):
                    free = way.free + (cost >= _FREE)
                    known = way.known + (cost < _DOUBTFUL and not is_kana(word[i:j]))
                    ways[j][q] = _Way(strain, free, known, (*way.path, (j, q)))
    last = ways[size].get(end)
    return None if last is None else Sharing(last.path, last.strain, last.free, last.known)


def _parts(
    word: str, folded: str, reading: str, i: int, p: int, char: str
) -> list[tuple[int, int, float]]:
    """How the word may go on from offset `i` with the reading from `p`: new offsets and strain."""
    if char in GAPS:
        return [(i + 1, p, 0.0)]
    if is_kana(char) and char not in "ヶヵケ":
        return [(i + 1, p + 1, 0.0)] if reading[p : p + 1] == folded[i] else []
    found: list[tuple[int, int, float]] = []
    like = word[i - 1] if char == "々" and i else char
    table = variants(like)
    for size in range(1, table.longest + 1):
        cost = table.inner.get(reading[p : p + size])
        if cost is not None and p + size <= len(reading):
            found.append((i + 1, p + size, cost * 0.05))
    for j in range(i + 2, min(len(word), i + LONGEST_KNOWN) + 1):
        found += [
            (j, p + len(read), _LOOKED_UP)
            for read in known_readings(word[i:j])
            if reading.startswith(read, p)
        ]
    if not is_kanji(char):
        return found
    morae = 0
    for q in range(p + 1, len(reading) + 1):
        morae += reading[q - 1] not in _SMALL
        if morae > MOST_MORAE:
            break
        if reading[q : q + 1] not in _SMALL:
            found.append((i + 1, q, _FREE + _LONG * max(0, morae - 2)))
    return found


def reach(
    text: str, end: int, reading: str, words: Mapping[int, bool], *, parted: bool = False
) -> tuple[int, Sharing] | None:
    """From where on a reading is that of the text up to `end`.

    Args:
        text: in normal form.
        end: where the reading stands in it.
        reading: in hiragana.
        words: where words begin, with whether each may be read in any way, as names may.
        parted: whether it has parts, so that there may be a space between name and surname.

    Returns:
        Where it begins, and how it is shared out; None where it is no reading of what stands there.
    """
    best: tuple[float, int, Sharing] | None = None
    for start in range(end - 1, max(-1, end - 1 - LONGEST), -1):
        if parted and text[start] in GAPS:
            continue
        if not (is_kanji(text[start]) or is_kana(text[start])):
            break
        stretch = text[start:end]
        if is_kana(text[start]) and start not in words:
            continue
        if is_kana(stretch):
            continue
        shared = share(stretch, reading)
        if shared is None:
            continue
        strain = shared.strain
        if reading in known_readings(stretch):
            if shared.free:
                shared = Sharing(((0, 0), (len(stretch), len(reading))), 0.0, 0, 1)
            strain = 0.0
        elif shared.free:
            may_be = shared.known or parted
            if (
                not may_be
                or start not in words
                or not any(words.get(at) for at in range(start, end))
            ):
                continue
        if start not in words:
            strain += 0.5
        if best is None or strain < best[0]:
            best = strain, start, shared
    return None if best is None else (best[1], best[2])
