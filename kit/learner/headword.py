"""A word as a list has it → headword and reading, as the kit tells words apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kit.language.annotate import annotate_line
from kit.language.article import Analysis, Step
from kit.language.lexicon import dictionary
from kit.language.lexicon.detail import headword_reading
from kit.language.lexicon.dictionary import COMMON_SCORE, Entry, Form
from kit.language.lexicon.glossary import packaged
from kit.language.lexicon.identity import WordId
from kit.language.lexicon.lookup import Match, lookup
from kit.language.script.characters import is_kana
from kit.language.script.kana import hiragana
from kit.language.script.normal import normalise

LONGEST = 40
"""Characters of the longest word that is looked for."""

_JAPANESE = re.compile("[々〆ぁ-ゖァ-ヺ\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_AROUND = " 　〜～~…‥-－—・,，、。"
_PARTS = re.compile("[・/／]")
_BETWEEN = re.compile("[ 　・]+")
_OTHERS = re.compile("[,，、;；/／]")

_NOTES = frozenset("する な の に と だ です".split())
"""What lists put in brackets after a word to say how it is used, and what is no reading then."""


def is_japanese(text: str) -> bool:
    """Whether there is any kana or kanji in a text."""
    return _JAPANESE.search(text) is not None


def kana(reading: str) -> str:
    """A reading in hiragana, without gaps; of several the first; empty where it is not in kana."""
    first = _OTHERS.split(normalise(reading).text.strip())[0]
    joined = _BETWEEN.sub("", first)
    return hiragana(joined) if is_kana(joined) else ""


def find(word: str, reading: str = "") -> WordId | None:
    """The headword of a word.

    Args:
        word: in any spelling, inflected or not.
        reading: as it is said of the word, in whichever kana; it wins over every dictionary.

    Returns:
        None where nothing says how the word is read.

    Raises:
        InputError: the dictionary is missing or broken.
    """
    text = form(word)
    if not text or len(text) > LONGEST:
        return None
    found = _find(text, _said(text, reading))
    if found is None and not is_kana(text) and (parts := _PARTS.split(text))[1:]:
        return find(parts[0], reading)
    return found


def meant(word: str, reading: str = "") -> list[WordId]:
    """All that a word may stand for, where its reading is not said.

    Args:
        word: in any spelling, inflected or not.
        reading: as it is said of the word; a reading leaves no choice.

    Returns:
        A headword with each reading that the dictionary has for its spelling, the usual one first;
        outdated ones are left out. Of a word in kana each word that is read so, unless one of them
        is common, and usually in kana. A word in kana that no dictionary has is its own reading.
        Empty where nothing says how the word is read.

    Raises:
        InputError: the dictionary is missing or broken.
    """
    text = form(word)
    found = find(word, reading)
    if found is None:
        by_itself = is_kana(text) and is_japanese(text) and len(text) <= LONGEST
        return [WordId(text, hiragana(text))] if by_itself else []
    if is_kana(text):
        return [found] if is_kana(found.headword) else _read_so(text, found)
    if _said(text, reading):
        return [found]
    readings = [found.reading, *_readings(found.headword, outdated=False)]
    return [WordId(found.headword, each) for each in dict.fromkeys(readings)]


def is_listed(headed: WordId) -> bool:
    """Whether the glossary or a dictionary has a word with its reading.

    Raises:
        InputError: the dictionary is missing or broken.
    """
    word, reading = headed
    words = dictionary.default()
    if reading in _readings(word) or (hiragana(word) == reading and word in words):
        return True
    return any(reading in map(hiragana, name.readings) for name in words.names(word))


def form(word: str) -> str:
    """A word as it is looked for: in the usual characters, without what lists put around it."""
    return normalise(word).text.strip(_AROUND)


def _said(text: str, reading: str) -> str:
    """How a form is said to be read, in hiragana; empty where nothing is, or only a note."""
    said = "" if is_kana(text) else kana(reading)
    return "" if said in _NOTES and said not in _readings(text) else said


def _read_so(text: str, found: WordId) -> list[WordId]:
    """The words of which one is meant by kana, where the tagger finds one with kanji."""
    words = dictionary.default()
    base = text if words.entries(text) else found.reading
    entries = words.entries(base)
    if sum(_common_in_kana(entry, base) for entry in entries) == 1:
        return [WordId(base, hiragana(base))]
    if len(entries) < 2:
        return [found]
    named = (entry.spellings[0] if entry.spellings else base for entry in entries)
    return [WordId(word, hiragana(base)) for word in dict.fromkeys((found.headword, *named))]


def _common_in_kana(entry: Entry, text: str) -> bool:
    """Whether an entry is a common word as it is written here, in kana."""
    common = _score(entry.reading_forms, text) >= COMMON_SCORE
    return common and (entry.usually_kana or not entry.spellings)


def _find(form: str, said: str) -> WordId | None:
    spelled = _readings(form)
    if said:
        if not spelled and (base := _uninflected(form, said)) is not None:
            return base
        return WordId(form, said) if spelled or is_japanese(form) else None
    tagged = _of_analysis(_tagged(form))
    if spelled and (tagged is None or tagged.headword != form):
        return WordId(form, spelled[0])
    if tagged is not None:
        return tagged
    best = next((match for match in _looked_up(form) if match.readings), None)
    return WordId(best.headword, hiragana(best.readings[0])) if best is not None else None


def _readings(form: str, *, outdated: bool = True) -> list[str]:
    """The readings of a form that glossary or dictionary spell so, the usual one first."""
    term = packaged().get(form)
    found = [] if term is None else [term.reading, *term.alternatives]
    entries = [entry for entry in dictionary.default().entries(form) if form in entry.spellings]
    if len(entries) > 1:
        places = {match.entry: place for place, match in enumerate(lookup(form))}
        entries.sort(key=lambda entry: places.get(entry.id, len(places)))
    if not outdated:
        entries = [entry for entry in entries if _score(entry.spelling_forms, form)]
    for entry in entries:
        readings = entry.readings_of(form)
        found += [
            hiragana(each) for each in readings if outdated or _score(entry.reading_forms, each)
        ]
    return found


def _score(forms: Sequence[Form], text: str) -> float:
    """How usual a form of an entry is; 0 where it is irregular or outdated."""
    return max((form.score for form in forms if form.text == text), default=0.0)


def _tagged(form: str) -> Analysis | None:
    """A form as the one word of a text; None where a text has several in it, or one of no use."""
    words = list(annotate_line(form, "item", packaged()).words)
    if len(words) != 1 or words[0].source == "none" or words[0].kind == "symbol":
        return None
    return words[0].analysis


def _of_analysis(word: Analysis | None) -> WordId | None:
    if word is None:
        return None
    reading = headword_reading(word, dictionary.default(), packaged())
    return WordId(word.headword, reading) if reading else None


def _looked_up(form: str) -> list[Match]:
    """The entries that the whole of a form may be, best first."""
    return [match for match in lookup(form) if match.length == len(form)]


def _uninflected(form: str, said: str) -> WordId | None:
    """The headword of an inflected form that is read so."""
    word = _tagged(form)
    if word is not None and word.reading == said and _inflects(word.inflection):
        return _of_analysis(word)
    bases = (
        WordId(match.headword, hiragana(reading))
        for match in _looked_up(form)
        if _inflects(match.inflection)
        for reading in match.readings
    )
    return next((base for base in bases if base.reading[:1] == said[0]), None)


def _inflects(steps: Sequence[Step]) -> bool:
    """Whether these steps make a form of a verb or adjective; a continuative may be a noun."""
    return bool(steps) and steps[-1].step != "continuative"
