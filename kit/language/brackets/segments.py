"""A word in parts with their readings, some of which its text tells."""

from __future__ import annotations

from collections.abc import Sequence

from kit.language.article import Analysis
from kit.language.brackets.reach import share
from kit.language.script.kana import hiragana
from kit.language.script.normal import normalise

Segment = tuple[str, str]
"""A part of a word and its reading in hiragana."""


def segments_of(word: Analysis, parts: Sequence[tuple[int, int, str]]) -> list[Segment] | None:
    """A word in parts with their readings, some of them told; None where they cross others."""
    found: list[Segment] = []
    position = 0
    for begin, stop, said in sorted(parts):
        between = _between(word, position, begin)
        if between is None:
            return _beside(word, begin, stop, said) if len(parts) == 1 else None
        found += [(word.surface[position:begin], between), (word.surface[begin:stop], said)]
        position = stop
    rest = _between(word, position, len(word.surface))
    if rest is None:
        return _beside(word, *parts[0]) if len(parts) == 1 else None
    return [*found, (word.surface[position:], rest)]


def _beside(word: Analysis, begin: int, stop: int, said: str) -> list[Segment] | None:
    """A word in parts of which the first or last is read so, and the other as its kanji can be."""
    surface, read = word.surface, word.reading
    if not begin and read.startswith(said):
        other = surface[stop:], read[len(said) :]
        found = [(surface[:stop], said), other]
    elif stop == len(surface) and read.endswith(said):
        other = surface[:begin], read[: -len(said)]
        found = [other, (surface[begin:], said)]
    else:
        return None
    shared = share(normalise(other[0]).text, other[1])
    return found if shared is not None and not shared.free else None


def joined_reading(segments: Sequence[Segment] | None) -> str | None:
    """The reading of all parts."""
    return None if segments is None else "".join(said for _, said in segments)


def _between(word: Analysis, begin: int, stop: int) -> str | None:
    """The reading of the word from `begin` to `stop`; None where that cuts a piece of it."""
    found, at = "", 0
    for piece, ruby in word.furigana:
        end = at + len(piece)
        if at < stop and end > begin:
            if ruby is None:
                found += hiragana(piece[max(begin - at, 0) : stop - at])
            elif begin <= at and end <= stop:
                found += ruby
            else:
                return None
        at = end
    return found
