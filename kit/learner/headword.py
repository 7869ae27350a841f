"""A word as a list has it → headword and reading, as the kit tells words apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kit.language import dictionary
from kit.language.annotate import annotate_line
from kit.language.article import Analysis, Step
from kit.language.detail import headword_reading
from kit.language.glossary import packaged
from kit.language.kana import hiragana
from kit.language.lookup import Match, lookup
from kit.language.reading import is_kana
from kit.language.text import normalise

LONGEST = 40
"""Characters of the longest word that is looked for."""

_JAPANESE = re.compile("[々〆ぁ-ゖァ-ヺ\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_AROUND = " 　〜～~…‥-－—・,，、。"
_PARTS = re.compile("[・/／]")
_BETWEEN = re.compile("[ 　・]+")
_OTHERS = re.compile("[,，、;；/／]")

_NOTES = frozenset("する な の に と だ です".split())
"""What lists put in brackets after a word to say how it is used, and what is no reading then."""


class Headword(NamedTuple):
    """A word as one looks it up, and how it is read, in hiragana."""

    word: str
    reading: str

    @property
    def id(self) -> str:
        """What a student's memory of the word is kept under; see `kit.language.detail.word_id`."""
        return f"{self.word}/{self.reading}"


def is_japanese(text: str) -> bool:
    """Whether there is any kana or kanji in a text."""
    return _JAPANESE.search(text) is not None


def kana(reading: str) -> str:
    """A reading in hiragana, without gaps; of several the first; empty where it is not in kana."""
    first = _OTHERS.split(normalise(reading).text.strip())[0]
    joined = _BETWEEN.sub("", first)
    return hiragana(joined) if is_kana(joined) else ""


def find(word: str, reading: str = "") -> Headword | None:
    """The headword of a word.

    Args:
        word: in any spelling, inflected or not.
        reading: as it is said of the word, in whichever kana; it wins over every dictionary.

    Returns:
        None where nothing says how the word is read.

    Raises:
        InputError: the dictionary is missing or broken.
    """
    form = normalise(word).text.strip(_AROUND)
    if not form or len(form) > LONGEST:
        return None
    found = _find(form, "" if is_kana(form) else kana(reading))
    if found is None and not is_kana(form) and (parts := _PARTS.split(form))[1:]:
        return find(parts[0], reading)
    return found


def _find(form: str, said: str) -> Headword | None:
    spelled = _readings(form)
    if said in _NOTES and said not in spelled:
        said = ""
    if said:
        if not spelled and (base := _uninflected(form, said)) is not None:
            return base
        return Headword(form, said) if spelled or is_japanese(form) else None
    tagged = _of_analysis(_tagged(form))
    if spelled and (tagged is None or tagged.word != form):
        return Headword(form, spelled[0])
    if tagged is not None:
        return tagged
    best = next((match for match in _looked_up(form) if match.readings), None)
    return Headword(best.headword, hiragana(best.readings[0])) if best is not None else None


def _readings(form: str) -> list[str]:
    """The readings of a form that glossary or dictionary spell so, the usual one first."""
    term = packaged().get(form)
    found = [] if term is None else [term.reading, *term.alternatives]
    entries = [entry for entry in dictionary.default().entries(form) if form in entry.spellings]
    if len(entries) > 1:
        places = {match.entry: place for place, match in enumerate(lookup(form))}
        entries.sort(key=lambda entry: places.get(entry.id, len(places)))
    for entry in entries:
        found += map(hiragana, entry.readings_of(form))
    return found


def _tagged(form: str) -> Analysis | None:
    """A form as the one word of a text; None where a text has several in it, or one of no use."""
    words = list(annotate_line(form, "item", packaged()).words)
    if len(words) != 1 or words[0].source == "none" or words[0].kind == "symbol":
        return None
    return words[0].analysis


def _of_analysis(word: Analysis | None) -> Headword | None:
    if word is None:
        return None
    reading = headword_reading(word, dictionary.default(), packaged())
    return Headword(word.headword, reading) if reading else None


def _looked_up(form: str) -> list[Match]:
    """The entries that the whole of a form may be, best first."""
    return [match for match in lookup(form) if match.length == len(form)]


def _uninflected(form: str, said: str) -> Headword | None:
    """The headword of an inflected form that is read so."""
    word = _tagged(form)
    if word is not None and word.reading == said and _inflects(word.inflection):
        return _of_analysis(word)
    bases = (
        Headword(match.headword, hiragana(reading))
        for match in _looked_up(form)
        if _inflects(match.inflection)
        for reading in match.readings
    )
    return next((base for base in bases if base.reading[:1] == said[0]), None)


def _inflects(steps: Sequence[Step]) -> bool:
    """Whether these steps make a form of a verb or adjective; a continuative may be a noun."""
    return bool(steps) and steps[-1].step != "continuative"
