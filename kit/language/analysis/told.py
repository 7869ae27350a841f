"""Words of a text without the readings in brackets → its words with them, read as they say."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from kit.language.analysis.bracketed import Bracketed, cuts
from kit.language.analysis.describe import blank
from kit.language.analysis.reach import Sharing, known_readings, reach, share
from kit.language.analysis.reread import is_free, is_read, joined, named, pieces, reread, romanised
from kit.language.article import Analysis, Word
from kit.language.furigana.align import Piece
from kit.language.lexicon.dictionary import Dictionary
from kit.language.lexicon.level import level
from kit.language.script.characters import is_kana
from kit.language.script.kana import HIRAGANA, hiragana
from kit.language.script.normal import Normal, normalise

_REMARK = re.compile("(?:など|ほか|ら|まで|から|より|のみ|だけ|ない|です|ます|した|いる|ある)$")
"""How kana end that say something else than a reading."""
_TITLES = frozenset("さん くん ちゃん さま".split())
_LONGEST_FOREIGN = 5
"""Characters of the longest name that may be read as its own language does."""
_KATAKANA = {kana: katakana for katakana, kana in HIRAGANA.items()}


Segment = tuple[str, str]
"""A part of a word and its reading in hiragana."""


class _Stretch(NamedTuple):
    """What a reading is that of: from `start` to `end` in the text without brackets."""

    source: Bracketed
    start: int
    end: int
    reading: str
    shared: Sharing | None


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
    normal = normalise(bare)
    stretches: list[_Stretch] = []
    refused: list[Bracketed] = []
    removed = 0
    for reading in readings:
        found = _stretch(reading, removed, normal, words, dictionary)
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


def _stretch(
    reading: Bracketed,
    removed: int,
    normal: Normal,
    words: Sequence[Word],
    dictionary: Dictionary,
) -> _Stretch | None:
    """What a reading is that of, None for none."""
    end = reading.start - removed - (reading.mark is not None)
    kana = reading.reading
    if reading.mark is not None:
        start = reading.mark - removed
        base = normalise(_part(normal, start, end)).text
        return _Stretch(reading, start, end, kana, share(base, kana))
    known = _read_before([word for word in words if word.end <= end], end, kana)
    if known is None:
        within = next((word for word in words if word.start < end < word.end), None)
        known = None if within is None else _within(within, end, kana, dictionary)
    if known is not None:
        return _Stretch(reading, known, end, kana, None)
    offsets = range(len(normal.text) + 1) if normal.offsets is None else normal.offsets
    places = {raw: at for at, raw in reversed(list(enumerate(offsets)))}
    if end not in places:
        return None
    free = {places[word.start]: is_free(word.analysis) for word in words if word.start in places}
    if kana in _TITLES and any(word.end == end and is_free(word.analysis) for word in words):
        return None
    found = reach(normal.text, places[end], kana, free, parted=reading.parted)
    if found is None or found[1].free:
        if reading.foreign:
            return _foreign(reading, end, words, dictionary)
        if _REMARK.search(kana):
            return None
    if found is None:
        return None
    start = offsets[found[0]]
    shared = found[1]
    if normal.offsets is not None:
        bounds = tuple((offsets[found[0] + i] - start, p) for i, p in shared.bounds)
        shared = shared._replace(bounds=bounds)
    return _Stretch(reading, start, end, kana, shared)


def _read_before(words: Sequence[Word], end: int, kana: str) -> int | None:
    """Where the words begin that end at `end` and together are read so; None for none."""
    read, start = "", end
    for word in reversed(words):
        if word.end != start or not (word.reading or word.surface.isspace()):
            return None
        read, start = word.reading + read, word.start
        if len(read) >= len(kana):
            return start if read == kana else None
    return None


def _within(word: Word, end: int, kana: str, dictionary: Dictionary) -> int | None:
    """Where the part of a word begins that is read so before `end`, as its entry has it."""
    size = end - word.start
    for begin in range(size):
        if is_kana(word.surface[begin : begin + 1]) and begin:
            continue
        whole = _reading(_segments(word.analysis, [(begin, size, kana)]))
        if whole == word.reading or (whole and is_read(word.analysis, whole, dictionary)):
            return word.start + begin
    return None


def _part(normal: Normal, start: int, end: int) -> str:
    """The part of a normal form that stands for the original's from `start` to `end`."""
    if normal.offsets is None:
        return normal.text[start:end]
    kept = zip(normal.text, normal.offsets, strict=False)
    return "".join(char for char, raw in kept if start <= raw < end)


def _foreign(
    reading: Bracketed, end: int, words: Sequence[Word], dictionary: Dictionary
) -> _Stretch | None:
    """A name of another language before a reading in katakana: シー・チンピン."""
    start = end
    for word in reversed([word for word in words if word.end <= end]):
        whole = is_free(word.analysis) and end - word.start <= _LONGEST_FOREIGN
        if word.end != start or not whole or not word.surface.strip():
            break
        start = word.start
    size = end - start
    fits = size and (reading.parted or not _is_word(reading.reading, dictionary))
    if not fits or len(reading.reading) < size or len(reading.reading) > 5 * size:
        return None
    return _Stretch(reading, start, end, reading.reading, None)


def _is_word(kana: str, dictionary: Dictionary) -> bool:
    """Whether a word of its own is spelled so in katakana."""
    return kana.translate(_KATAKANA) in dictionary


def _changed(
    stretches: Sequence[_Stretch], words: Sequence[Word], dictionary: Dictionary
) -> tuple[list[_Reread], list[Bracketed]]:
    """The words that are read otherwise than the kit found, and the readings that can't be."""
    parts: dict[int, list[tuple[int, int, str, Bracketed]]] = {}
    merged: list[_Reread] = []
    refused: list[Bracketed] = []
    for stretch in stretches:
        inside = [
            at
            for at, word in enumerate(words)
            if word.start < stretch.end and word.end > stretch.start
        ]
        first, last = inside[0], inside[-1]
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
        segments = _segments(analysis, [part[:3] for part in said_parts])
        whole = _reading(segments)
        marked = any(part[3].mark is not None for part in said_parts)
        can_be = whole is not None and (marked or _can_be(analysis, whole, dictionary))
        if segments is None or whole is None or at in taken or not can_be:
            refused += [part[3] for part in said_parts]
        else:
            furigana = joined([piece for part in segments for piece in pieces(*part)])
            read = reread(analysis, whole, dictionary)._replace(furigana=furigana)
            found.append(_Reread(at, at, read))
    return found, refused


def _can_be(word: Analysis, whole: str, dictionary: Dictionary) -> bool:
    """Whether a word can be read so: as its kanji can, or as an entry is."""
    if whole == word.reading or is_free(word):
        return True
    surface = normalise(word.surface).text
    shared = share(surface, whole)
    return (shared is not None and not shared.free) or is_read(word, whole, dictionary)


def _split(stretch: _Stretch, words: Sequence[Word], first: int, last: int) -> list[str] | None:
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
    stretch: _Stretch,
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


def _segments(word: Analysis, parts: Sequence[tuple[int, int, str]]) -> list[Segment] | None:
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


def _reading(segments: Sequence[Segment] | None) -> str | None:
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
