"""Which words of an article to teach, the most useful first: a proposal to a teacher."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kit.classroom.draft.compound import parts
from kit.classroom.draft.worth import everyday, is_checked, worth
from kit.language.article import Analysis, Paragraph
from kit.language.lexicon.detail import headword_reading
from kit.language.lexicon.dictionary import Dictionary
from kit.language.lexicon.glossary import Glossary
from kit.learner.coverage import KNOWN, Knows, Lemma
from kit.learner.headword import is_japanese
from kit.texts import Texts, texts

GLOSSES = 3
"""Glosses of a meaning."""

SHORTEST, LONGEST = 12, 80
"""Characters of an example sentence that is preferred."""

ENGLISH = texts("en")

_FORM_WORDS = frozenset(
    "pronoun adnominal suffix prefix conjunction interjection auxiliary particle number".split()
)
_NOUNS = ("noun", "name")
_BETWEEN_GLOSSES = re.compile(r"; +(?![^()]*\))")


class TeachingWord(NamedTuple):
    """A word that an article offers to be taught.

    headword, reading: as a row of a lesson's vocabulary has them; the reading in hiragana.
    meaning, part_of_speech: as annotation has them. alternatives: other readings in use.
    count: how often the article has it, in compounds too. example: a sentence of the article.
    unsure: what the kit guesses about it; empty where it does not guess.
    score: what it is worth to teach it; only the order means anything.
    inside: the compound that brings it, where it stands in none but compounds.
    twofold: whether the article has it in two readings, so that no row can teach it.
    """

    headword: str
    reading: str
    meaning: str
    part_of_speech: str
    count: int  # type: ignore[assignment]  # hides what every tuple has, on purpose
    example: str
    unsure: str
    score: float
    alternatives: tuple[str, ...] = ()
    inside: str = ""
    twofold: bool = False


class _Found(NamedTuple):
    """A headword of the article: what it is, how it is read how often, and where it stands.

    places: whether in running text, and the sentence. parts: the words in it, if a compound.
    """

    word: Analysis
    readings: Counter[str]
    places: list[tuple[bool, str]]
    parts: tuple[Analysis, ...]

    @property
    def times(self) -> int:
        return self.readings.total()

    @property
    def needed(self) -> list[str]:
        """Those of its parts that are worth teaching."""
        return [part.headword for part in self.parts if _teachable(part) and not everyday(part)]


def teaching_words(
    paragraphs: Iterable[Paragraph],
    dictionary: Dictionary,
    glossary: Glossary,
    knows: Knows | None = None,
    says: Texts = ENGLISH,
) -> tuple[TeachingWord, ...]:
    """The words of an article that can be taught, the most useful first.

    Left out are grammar, numbers, names, what no dictionary explains, everyday words, and words
    that the class knows. Of a compound that JMdict does not have, the words in it are taught; it is
    taught itself where the article has it again, and only one of them, that stands nowhere else,
    is worth it.

    Args:
        paragraphs: the article, annotated.
        dictionary, glossary: those that it was annotated with.
        knows: what the class knows of a word; None where nobody says.
        says: the texts in which doubts are put.
    """
    found = _found(paragraphs, dictionary, glossary)
    compounds: dict[str, list[_Found]] = {}
    for one in found.values():
        for part in one.parts:
            compounds.setdefault(part.headword, []).append(one)
    whole = {
        headword
        for headword, one in found.items()
        if one.times > 1
        and len(one.needed) == 1
        and one.needed[0] not in found
        and len(compounds[one.needed[0]]) == 1
    }
    taught = [
        _made(one.word, one, compounds.get(headword, ()), dictionary, glossary, says)
        for headword, one in found.items()
        if not everyday(one.word) and (not one.parts or headword in dictionary or headword in whole)
    ]
    for headword, around in compounds.items():
        if headword in found or any(one.word.headword in whole for one in around):
            continue
        if headword in around[0].needed:
            part = next(part for part in around[0].parts if part.headword == headword)
            taught.append(_made(part, None, around, dictionary, glossary, says))
    new = (word for word in taught if knows is None or knows(_lemma(word)) != KNOWN)
    return tuple(sorted(new, key=lambda word: (-word.score, word.headword)))


def _found(
    paragraphs: Iterable[Paragraph], dictionary: Dictionary, glossary: Glossary
) -> dict[str, _Found]:
    """The headwords of the article that are words to learn, in its order."""
    found: dict[str, _Found] = {}
    for running, sentence, word in _words(paragraphs):
        if not _teachable(word) or is_institution(word, glossary):
            continue
        reading = headword_reading(word, dictionary, glossary)
        if not reading:
            continue
        known = found.get(word.headword)
        if known is None:
            inside = parts(word.headword, reading, dictionary, glossary)
            known = found[word.headword] = _Found(word, Counter(), [], inside)
        known.readings[reading] += 1
        known.places.append((running, sentence))
    return found


def _words(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[bool, str, Analysis]]:
    for paragraph in paragraphs:
        running = paragraph.kind in ("paragraph", "item")
        for sentence in paragraph.sentences:
            text, before = sentence.text.strip(), None
            for word in sentence.words:
                if not _is_ending(word.analysis, before):
                    yield running, text, word.analysis
                before = word.analysis


def _is_ending(word: Analysis, before: Analysis | None) -> bool:
    """Whether a noun of one character hangs on the noun before it, as 課 does in 水産課."""
    nominal = before is not None and before.kind in ("word", "name") and before.pos in _NOUNS
    return nominal and len(word.surface) == 1 and word.pos == "noun"


def _teachable(word: Analysis) -> bool:
    """Whether a word is one to look up and learn, and somebody says what it means."""
    return (
        word.kind == "word"
        and bool(word.glosses)
        and word.pos not in _FORM_WORDS
        and is_japanese(word.headword)
    )


def is_institution(word: Analysis, glossary: Glossary) -> bool:
    """Whether a term of the glossary is the name of an international body or agreement."""
    term = glossary.get(word.headword) if word.source == "glossary" else None
    return term is not None and bool(term.official) and term.category == "international"


def _lemma(word: TeachingWord) -> Lemma:
    return Lemma(word.headword, (word.reading, *word.alternatives))


def _made(
    word: Analysis,
    found: _Found | None,
    compounds: Sequence[_Found],
    dictionary: Dictionary,
    glossary: Glossary,
    says: Texts,
) -> TeachingWord:
    """A word to teach.

    Args:
        word: what it is.
        found: where it stands as a word; None where only compounds bring it.
        compounds: those that it is a part of.
    """
    readings = [headword_reading(word, dictionary, glossary)]
    if found is not None:
        readings = [reading for reading, _ in found.readings.most_common()]
    count = (found.times if found else 0) + sum(one.times for one in compounds)
    places = found.places if found else [place for one in compounds for place in one.places]
    return TeachingWord(
        word.headword,
        readings[0],
        _meaning(word),
        _part_of_speech(word, dictionary),
        count,
        _example(places),
        _unsure(word, readings, says),
        worth(word, count, found.parts if found else ()),
        word.alternatives,
        "" if found else compounds[0].word.headword,
        len(readings) > 1,
    )


def _meaning(word: Analysis) -> str:
    """The first glosses of the sense that annotation puts first."""
    return "; ".join(_BETWEEN_GLOSSES.split(word.glosses[0])[:GLOSSES])


def _part_of_speech(word: Analysis, dictionary: Dictionary) -> str:
    """As vocabularies have it: `noun, する`, `verb phrase`, else annotation's own name."""
    entry = next((one for one in dictionary.entries(word.headword) if one.id == word.entry), None)
    if word.pos == "noun + する" or (word.pos == "noun" and entry and "vs" in entry.pos):
        return "noun, する"
    if word.pos == "verb" and ("を" in word.headword or (entry and "exp" in entry.pos)):
        return "verb phrase"
    return word.pos


def _example(places: Sequence[tuple[bool, str]]) -> str:
    """The shortest sentence of running text that is neither very short nor long, else any."""
    return min(
        places,
        key=lambda place: (not place[0], not SHORTEST <= len(place[1]) <= LONGEST, len(place[1])),
    )[1]


def _unsure(word: Analysis, readings: Sequence[str], says: Texts) -> str:
    doubts = []
    if len(readings) > 1:
        doubts.append(says("draft.read-elsewhere", readings="・".join(readings[1:])))
    if word.source == "none":
        doubts.append(says("draft.in-no-dictionary"))
    elif word.uncertain:
        doubts.append(says("draft.reading-guessed"))
    elif word.source != "glossary" and word.alternatives:
        doubts.append(says("draft.read-too", readings="・".join(word.alternatives)))
    if word.source == "jmdict" and len(word.glosses) > 1 and not is_checked(word):
        doubts.append(says("draft.first-sense", count=len(word.glosses)))
    return "; ".join(doubts)
