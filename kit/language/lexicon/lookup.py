"""Dictionary entries for any form that a reader meets, inflected or not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kit.language.article import Step
from kit.language.inflection.deinflect import LONGEST, deinflect
from kit.language.lexicon.choose import PLAIN, senses
from kit.language.lexicon.dictionary import COMMON_SCORE, Dictionary, Entry, default
from kit.language.lexicon.glossary import Glossary, Term, packaged
from kit.language.script.characters import is_hiragana, is_kana, is_kanji
from kit.language.script.kana import HIRAGANA
from kit.language.script.spelling import Query, queries, respellings

MOST_NAMES = 10
"""Names shown of those that are spelled alike."""


class Match(NamedTuple):
    """An entry that a form, or the beginning of it, may be.

    Attributes:
        entry: JMdict's or JMnedict's number, None for a word of the glossary.
        headword: its spelling: the form's own, or the usual one.
        spellings: its spellings with kanji; empty for a word of kana.
        readings: its readings as the dictionary writes them.
        glosses: its meanings, a string a sense, the best first.
        matched: the piece of the form that this entry accounts for.
        length: how many characters of the form that is.
        inflection: the steps from the dictionary form to that piece.
    """

    entry: int | None
    headword: str
    spellings: tuple[str, ...]
    readings: tuple[str, ...]
    glosses: tuple[str, ...]
    matched: str
    length: int
    inflection: tuple[Step, ...]


class _Base(NamedTuple):
    """A dictionary form to look up: how it came from the form, and how far from it it is."""

    text: str
    classes: frozenset[str]
    steps: tuple[Step, ...]
    respelled: int


def lookup(
    form: str, dictionary: Dictionary | None = None, glossary: Glossary | None = None
) -> list[Match]:
    """The entries that a form may be, best first.

    Args:
        form: a word as a text has it, in any spelling, and whatever follows it.
        dictionary: where to look; the default dictionary when None.
        glossary: whose words come first; the packaged one when None.

    Returns:
        Matches of the longest beginning of the form first, down to one character; of one length,
        the glossary's word, then by fewest changes of spelling, then likely words. Each entry is
        there once. Empty when nothing begins the form.

    Raises:
        InputError: the dictionary or the glossary is missing or broken.
    """
    words = dictionary or default()
    terms = packaged() if glossary is None else glossary
    found: dict[int | str, tuple[tuple[float, ...], Match]] = {}
    for query in queries(form[: 2 * LONGEST]):
        for size in range(min(len(query.text), LONGEST), 0, -1):
            for base in _bases(query, size, words):
                length = query.ends[size]
                for rank, match in _matches(base, form[:length], words, terms):
                    key = match.headword if match.entry is None else match.entry
                    if key not in found or rank < found[key][0]:
                        found[key] = (rank, match)
    ranked = [match for _, match in sorted(found.values(), key=lambda pair: pair[0])]
    return _with_names(form, ranked, words)


def _bases(query: Query, size: int, dictionary: Dictionary) -> Iterator[_Base]:
    """The dictionary forms that the beginning of a query may come from."""
    for base, classes, steps in deinflect(query.text[:size]):
        for change, text in enumerate(respellings(base)):
            yield _Base(text, classes, steps, query.changed + min(change, 1))
        if is_hiragana(base[:1]) and (is_kanji(base[-2:-1]) or is_kanji(base[-3:-2])):
            for text in _in_kanji(base, dictionary):
                yield _Base(text, classes, steps, query.changed)


def _in_kanji(base: str, dictionary: Dictionary) -> Iterator[str]:
    """The spellings of a compound verb whose first half stands in kana: つれ込む → 連れ込む."""
    at = next(i for i, char in enumerate(base) if is_kanji(char))
    second = base[at:]
    for reading in {reading for entry in dictionary.entries(second) for reading in entry.readings}:
        for entry in dictionary.entries(base[:at] + reading):
            yield from (text for text in entry.spellings if text.endswith(second))


def _matches(
    base: _Base, matched: str, dictionary: Dictionary, glossary: Glossary
) -> Iterator[tuple[tuple[float, ...], Match]]:
    """What glossary and dictionary have for a dictionary form, each with its rank, best lowest."""
    steps = len(base.steps)
    term = glossary.get(base.text)
    if term is not None and (not steps or "vs" in base.classes):
        # 中 is China only beside other countries
        behind = 2 * (len(term.word) == 1 and term.kind == "name")
        yield (-len(matched), behind, base.respelled, steps), _of_term(term, matched, base.steps)
    kana = is_kana(base.text)
    for order, entry in enumerate(dictionary.entries(base.text)):
        if not base.classes or base.classes & entry.pos:
            likely = _likelihood(entry, base.text)
            if kana and steps and len(base.text) == 1:
                likely -= 2
            if not kana and likely >= COMMON_SCORE:
                likely += len(base.text)  # 乗り出す rather than 乗る, for 乗り出した
            usual = not kana or entry.usually_kana or not entry.spellings
            common = kana and usual and likely >= COMMON_SCORE
            rank = (
                -len(matched),
                1.0,
                float(base.respelled),
                0.0 if common or not kana else 1.0,
                0.5 * min(steps, 4) - likely,
                float(order),
            )
            yield rank, _of_entry(entry, base, matched)


def _likelihood(entry: Entry, text: str) -> float:
    """How likely an entry is for one of its forms, by JMdict's priorities and by frequency."""
    forms = (*entry.spelling_forms, *entry.reading_forms)
    score = max((form.score for form in forms if form.text == text), default=0.0)
    if entry.frequency is not None:
        score += max(0.0, 1 - entry.frequency / 50)
    if entry.senses[0].remarks & PLAIN:
        score -= 1.5
    return score


def _of_entry(entry: Entry, base: _Base, matched: str) -> Match:
    own = base.text in entry.spellings or entry.usually_kana or not entry.spellings
    headword = base.text if own else entry.spellings[0]
    reading = base.text.translate(HIRAGANA) if is_kana(base.text) else entry.readings[0]
    return Match(
        entry.id,
        headword,
        entry.spellings,
        entry.readings,
        tuple(
            "; ".join(sense.glosses)
            for sense in senses(entry, base.text, reading.translate(HIRAGANA), base.classes)
        ),
        matched,
        len(matched),
        base.steps,
    )


def _of_term(term: Term, matched: str, steps: tuple[Step, ...]) -> Match:
    return Match(
        None,
        term.word,
        (term.word,),
        (term.reading, *term.alternatives),
        ("; ".join(term.glosses),),
        matched,
        len(matched),
        steps,
    )


def _with_names(form: str, ranked: list[Match], dictionary: Dictionary) -> list[Match]:
    """The matches, with names put in where no word accounts for as much of the form."""
    longest = ranked[0].length if ranked else 0
    for query in queries(form[:LONGEST]):
        for size in range(len(query.text), 0, -1):
            length = query.ends[size]
            if length < longest:
                break
            if names := list(_names(query.text[:size], form[:length], dictionary)):
                return sorted([*ranked, *names], key=lambda match: -match.length)
        break
    return ranked


def _names(text: str, matched: str, dictionary: Dictionary) -> Iterator[Match]:
    for name in dictionary.names(text)[:MOST_NAMES]:
        kinds = ", ".join(kind for kind in name.types if kind != "unclass")
        gloss = "; ".join(name.glosses) + (f" ({kinds})" if kinds else "")
        spellings = () if is_kana(text) else (text,)
        yield Match(name.id, text, spellings, name.readings, (gloss,), matched, len(matched), ())
