"""Words of a text without the readings in brackets → its words with them, read as they say."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from kit.language.analysis.describe import blank
from kit.language.article import Analysis, Word
from kit.language.brackets.bracketed import Bracketed, cuts
from kit.language.brackets.reach import known_readings, share
from kit.language.brackets.reread import is_free, is_read, joined, named, pieces, reread, romanised
from kit.language.brackets.segments import joined_reading, segments_of
from kit.language.brackets.stretch import Bare, Stretch
from kit.language.furigana.align import Piece
from kit.language.lexicon.dictionary import Dictionary
from kit.language.lexicon.level import level
from kit.language.script.normal import normalise


class _Reread(NamedTuple):
    """Words `first` to `last` as one, or a word of its own, read as the text says."""

    first: int
    last: int
    word: Analysis


class Told(NamedTuple):
    """The words of a text, and the readings in brackets that no word can have."""

    words: tuple[Word, ...]
    refused: tuple[Bracketed, ...]


def told(
    text: str,
    bare: str,
    words: Sequence[Word],
    readings: Sequence[Bracketed],
    dictionary: Dictionary,
) -> Told:
    """Give the words of a text the readings that stand in it.

    Args:
        text: with brackets.
        bare: without them.
        words: of the bare text.
        readings: what was taken out.
        dictionary: where entries are looked up that have these readings.

    Returns:
        The words of the text with brackets, from offset 0 on, and no reading refused; or no words,
        and the readings that are none.
    """
    around = Bare(bare, words, dictionary)
    stretches: list[Stretch] = []
    refused: list[Bracketed] = []
    removed = 0
    for reading in readings:
        found = around.stretch(reading, removed)
        removed += sum(end - start for start, end in reading.cuts)
        if found is None:
            refused.append(reading)
        else:
            stretches.append(found)
    if refused:
        return Told((), tuple(refused))
    changed, refused = _changed(stretches, words, dictionary)
    if refused:
        return Told((), tuple(refused))
    return Told(_with_brackets(text, _replaced(words, changed), cuts(readings)), ())


def _changed(
    stretches: Sequence[Stretch], words: Sequence[Word], dictionary: Dictionary
) -> tuple[list[_Reread], list[Bracketed]]:
    """The words that are read otherwise than the kit found, and the readings that can't be."""
    parts: dict[int, list[tuple[int, int, str, Bracketed]]] = {}
    merged: list[_Reread] = []
    refused: list[Bracketed] = []
    starts = [word.start for word in words]
    for stretch in stretches:
        first = bisect_right(starts, stretch.start) - 1
        last = max(first, bisect_left(starts, stretch.end) - 1)
        inside = range(first, last + 1)
        split = _split(stretch, words, first, last)
        exact = words[first].start == stretch.start and words[last].end == stretch.end
        if first < last and exact:
            if "".join(word.reading for word in words[first : last + 1]) == stretch.reading:
                split = [word.reading for word in words[first : last + 1]]
            elif split is None or not _each_read(words, first, last, split, dictionary):
                one = _merged(stretch, words, first, last, dictionary)
                merged.append(_Reread(first, last, one))
                continue
        if split is None:
            refused.append(stretch.source)
            continue
        for at, said in zip(inside, split, strict=True):
            word = words[at]
            if word.surface.isspace():
                continue
            begin = max(stretch.start, word.start) - word.start
            stop = min(stretch.end, word.end) - word.start
            parts.setdefault(at, []).append((begin, stop, said, stretch.source))
    taken = {at for done in merged for at in range(done.first, done.last + 1)}
    found = merged
    for at, said_parts in parts.items():
        analysis = words[at].analysis
        segments = segments_of(analysis, [part[:3] for part in said_parts])
        whole = joined_reading(segments)
        foreign = any(part[3].foreign for part in said_parts)
        marked = any(part[3].mark is not None for part in said_parts)
        can_be = whole is not None and (marked or _can_be(analysis, whole, dictionary))
        if segments is None or whole is None or at in taken or not can_be:
            refused += [part[3] for part in said_parts]
        else:
            furigana = joined([piece for part in segments for piece in pieces(*part)])
            read = reread(analysis, whole, dictionary, foreign=foreign)._replace(furigana=furigana)
            found.append(_Reread(at, at, read))
    return found, refused


def _can_be(word: Analysis, whole: str, dictionary: Dictionary) -> bool:
    """Whether a word can be read so: as its kanji can, or as an entry is."""
    if whole == word.reading or is_free(word):
        return True
    surface = normalise(word.surface).text
    shared = share(surface, whole)
    return (shared is not None and not shared.free) or is_read(word, whole, dictionary)


def _split(stretch: Stretch, words: Sequence[Word], first: int, last: int) -> list[str] | None:
    """The reading by words; None where a part of it goes over two of them."""
    if first == last:
        return [stretch.reading]
    if stretch.shared is None:
        return None
    bounds = [
        stretch.shared.cut(words[at].start - stretch.start) for at in range(first + 1, last + 1)
    ]
    if None in bounds:
        return None
    edges = [0, *(bound for bound in bounds if bound is not None), len(stretch.reading)]
    return [stretch.reading[a:b] for a, b in pairwise(edges)]


def _each_read(
    words: Sequence[Word], first: int, last: int, split: Sequence[str], dictionary: Dictionary
) -> bool:
    """Whether words keep their own pieces of a reading: each is a word that is read so."""
    run = [word.analysis for word in words[first : last + 1]]
    if any(word.surface.isspace() for word in run):
        return True
    if all(map(is_free, run)):
        return False
    return all(
        said == word.reading
        or is_read(word, said, dictionary)
        or (word.kind == "name" and said in known_readings(normalise(word.surface).text))
        for word, said in zip(run, split, strict=True)
    )


def _merged(
    stretch: Stretch,
    words: Sequence[Word],
    first: int,
    last: int,
    dictionary: Dictionary,
) -> Analysis:
    """The words as one: a word of the dictionary that is read so, else a name."""
    surface = "".join(word.surface for word in words[first : last + 1])
    form = normalise(surface).text
    name = blank(surface)._replace(
        lemma=form,
        reading=stretch.reading,
        furigana=pieces(surface, stretch.reading),
        pos="name",
        kind="name",
        headword=form,
        level=level(None, form, dictionary),
    )
    word = name._replace(kind="word", pos="noun", reading="")
    if is_read(word, stretch.reading, dictionary):
        return reread(word, stretch.reading, dictionary)
    found = named(name, dictionary)
    return found if found.glosses else romanised(found, dictionary)


def _replaced(words: Sequence[Word], changed: Sequence[_Reread]) -> list[Word]:
    """The words, those that are read otherwise in place of what the kit found."""
    at = {one.first: one for one in changed}
    found: list[Word] = []
    index = 0
    while index < len(words):
        one = at.get(index)
        if one is None:
            found.append(words[index])
            index += 1
        else:
            found.append(Word(words[index].start, one.word))
            index = one.last + 1
    return found


def _with_brackets(
    text: str, words: Sequence[Word], stretches: Sequence[tuple[int, int]]
) -> tuple[Word, ...]:
    """The words where they stand in the text with brackets, which are symbols between words."""
    waiting = deque(stretches)
    placed: list[Word] = []
    shift = 0
    for word in words:
        while waiting and waiting[0][0] <= word.start + shift:
            start, end = waiting.popleft()
            placed.append(Word(start, blank(text[start:end])))
            shift += end - start
        start, inside = word.start + shift, []
        while waiting and waiting[0][0] < word.end + shift:
            cut = waiting.popleft()
            inside.append((cut[0] - shift - word.start, text[slice(*cut)]))
            shift += cut[1] - cut[0]
        end = word.end + shift
        analysis = word.analysis
        if inside:
            split = _opened(analysis.furigana, inside)
            analysis = analysis._replace(surface=text[start:end], furigana=split)
        placed.append(Word(start, analysis))
    placed += [Word(start, blank(text[start:end])) for start, end in waiting]
    return tuple(placed)


def _opened(furigana: Sequence[Piece], inside: Sequence[tuple[int, str]]) -> tuple[Piece, ...]:
    """Furigana with brackets put in, each at its offset, within a piece that is read as one."""
    found: list[Piece] = []
    waiting = deque(inside)
    at = 0
    for piece, ruby in furigana:
        end = at + len(piece)
        rest = ""
        while waiting and waiting[0][0] < end:
            offset, bracket = waiting.popleft()
            before, piece = piece[: offset - at], piece[offset - at :]
            at = offset
            if ruby is not None and rest + before:
                rest += before + bracket
            else:
                found += [(before, None), (bracket, None)] if before else [(bracket, None)]
        found.append((rest + piece, ruby))
        at = end
    return tuple(found)
