"""What a reading in brackets is that of, in the text without brackets."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from kit.language.article import Word
from kit.language.brackets.bracketed import Bracketed
from kit.language.brackets.reach import Sharing, reach, share
from kit.language.brackets.reread import is_free, is_read
from kit.language.brackets.segments import joined_reading, segments_of
from kit.language.lexicon.dictionary import Dictionary
from kit.language.script.characters import is_kana
from kit.language.script.kana import HIRAGANA
from kit.language.script.normal import normalise

_REMARK = re.compile("(?:など|ほか|ら|まで|から|より|のみ|だけ|ない|です|ます|した|いる|ある)$")
"""How kana end that say something else than a reading."""
_TITLES = frozenset("さん くん ちゃん さま".split())
_LONGEST_FOREIGN = 5
"""Characters of the longest name that may be read as its own language does."""
_KATAKANA = {kana: katakana for katakana, kana in HIRAGANA.items()}


class Stretch(NamedTuple):
    """What a reading is that of: from `start` to `end` in the text without brackets.

    shared: how it is shared out over the characters; None where words are known to be read so.
    """

    source: Bracketed
    start: int
    end: int
    reading: str
    shared: Sharing | None


class Bare:
    """A text without brackets and its words."""

    def __init__(self, text: str, words: Sequence[Word], dictionary: Dictionary) -> None:
        """Args are the text, its words, and where entries are looked up that are read so."""
        self._normal = normalise(text)
        self._words = words
        self._dictionary = dictionary
        self._starts = [word.start for word in words]
        offsets = self._normal.offsets
        self._offsets = range(len(text) + 1) if offsets is None else offsets
        self._places = {raw: at for at, raw in reversed(list(enumerate(self._offsets)))}
        self._free = {
            self._places[word.start]: is_free(word.analysis)
            for word in words
            if word.start in self._places
        }

    def stretch(self, reading: Bracketed, removed: int) -> Stretch | None:
        """What a reading is that of, None for none.

        Args:
            reading: it.
            removed: characters that were taken out of the text before it.
        """
        end = reading.start - removed - (reading.mark is not None)
        kana = reading.reading
        if reading.mark is not None:
            start = reading.mark - removed
            return Stretch(reading, start, end, kana, share(self._part(start, end), kana))
        before = bisect_left(self._starts, end)  # words that begin before it
        if not before or end not in self._places:
            return None
        last = self._words[before - 1]
        if last.end == end:
            known = self._read_before(before, kana)
            if known is None and kana in _TITLES and is_free(last.analysis):
                return None
        else:
            known = self._within(last, end, kana)
        if known is not None:
            return Stretch(reading, known, end, kana, None)
        return self._reached(reading, end, before)

    def _reached(self, reading: Bracketed, end: int, before: int) -> Stretch | None:
        """How far a reading reaches that no dictionary has for the words before it."""
        kana = reading.reading
        place = self._places[end]
        found = reach(self._normal.text, place, kana, self._free, parted=reading.parted)
        if found is None or found[1].free:
            if reading.foreign:
                return self._foreign(reading, end, before)
            if found is None or _REMARK.search(kana):
                return None
        at, shared = found
        start = self._offsets[at]
        bounds = tuple((self._offsets[at + i] - start, p) for i, p in shared.bounds)
        return Stretch(reading, start, end, kana, shared._replace(bounds=bounds))

    def _read_before(self, before: int, kana: str) -> int | None:
        """Where the words begin that together are read so; None for none."""
        read = ""
        for word in reversed(self._words[max(0, before - len(kana)) : before]):
            if not (word.reading or word.surface.isspace()):
                return None
            read = word.reading + read
            if len(read) >= len(kana):
                return word.start if read == kana else None
        return None

    def _within(self, word: Word, end: int, kana: str) -> int | None:
        """Where the part of a word begins that is read so before `end`, as its entry has it."""
        size = end - word.start
        for begin in range(size):
            if is_kana(word.surface[begin : begin + 1]) and begin:
                continue
            whole = joined_reading(segments_of(word.analysis, [(begin, size, kana)]))
            if whole is None:
                continue
            if whole == word.reading or is_read(word.analysis, whole, self._dictionary):
                return word.start + begin
        return None

    def _foreign(self, reading: Bracketed, end: int, before: int) -> Stretch | None:
        """A name of another language before a reading in katakana: シー・チンピン."""
        start = end
        for word in reversed(self._words[max(0, before - _LONGEST_FOREIGN) : before]):
            whole = is_free(word.analysis) and end - word.start <= _LONGEST_FOREIGN
            if word.end != start or not whole or not word.surface.isalnum():
                break
            start = word.start
        size, kana = end - start, reading.reading
        word_too = kana.translate(_KATAKANA) in self._dictionary
        if not size <= len(kana) <= 5 * size or (word_too and not reading.parted):
            return None
        return Stretch(reading, start, end, kana, None)

    def _part(self, start: int, end: int) -> str:
        """The normal form of the text from `start` to `end`."""
        text = self._normal.text
        return text[self._places.get(start, 0) : self._places.get(end, len(text))]
