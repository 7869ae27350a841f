"""How well an article fits a class: one pure function of its text and of what the class knows.

It needs no file and no network and keeps nothing, so that any engine can run it over an archive.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kit.errors import InputError
from kit.language.annotate import annotate_lines
from kit.language.lexicon import dictionary, glossary
from kit.language.readability import readability
from kit.language.script.normal import normalise
from kit.language.script.sentences import lines
from kit.learner.coverage import GUIDES, KNOWN, Coverage, Knows, coverage, plan

VERSION = 1
"""Of what `fit` gives; a new one makes what was kept of older ones unused."""

LONGEST = 500_000
"""Characters of the longest text that is measured; what is longer is a book and no article."""


class Fit(NamedTuple):
    """How well an article fits a class.

    known: the share of its running words that the class knows, from 0 to 1.
    to_learn: words to learn until the lower one of GUIDES is known.
    readability: about 0.5 (hard) to 6.5 (easy).
    characters: its length, without blanks. words: its running words, as far as they are counted.
    terms: its terms of politics that the class does not know, the most frequent first.
    """

    known: float
    to_learn: int
    readability: float
    characters: int
    words: int
    terms: tuple[str, ...]

    @property
    def order(self) -> tuple[int, float]:
        """What articles are sorted by: the best fit has the least.

        First comes how far the share of known words is from GUIDES, in whole percents, as less
        says nothing of so short a text; within a percent, the easier article comes first. Length
        and terms are left to the instructor, for whom more may be better or worse.
        """
        least, most = GUIDES
        return round(100 * max(least - self.known, self.known - most, 0)), -self.readability


def fit(text: str, known: Knows) -> Fit:
    """Measure an article.

    Args:
        text: its headline, and a line for each heading, paragraph and item of a list.
        known: what the class knows of a word, such as a KnownList.

    Raises:
        InputError: it is too long, it has no word that counts, or the dictionary is unusable.
    """
    if len(text) > LONGEST:
        problem = f"it has {len(text):,} characters, more than {LONGEST:,}"
        raise InputError(problem, "give its articles one by one")
    found = list(lines(text))
    terms = glossary.packaged()
    paragraphs = annotate_lines(found, terms)
    covered = coverage(paragraphs, known, dictionary.default(), terms)
    ease = readability(normalise(line).text for line, _ in found)
    if covered.share is None or ease is None:
        raise InputError("there is no word to count in it", "name a text in Japanese")
    return Fit(
        known=covered.share,
        to_learn=len(plan(covered)),
        readability=ease,
        characters=sum(len("".join(line.split())) for line, _ in found),
        words=covered.running,
        terms=_new_terms(covered, terms),
    )


def _new_terms(covered: Coverage, terms: glossary.Glossary) -> tuple[str, ...]:
    found: Sequence[tuple[str, int]] = [
        (word.headword, word.count)
        for word in covered.words
        if word.state != KNOWN and (term := terms.get(word.headword)) and term.kind == "term"
    ]
    return tuple(headword for headword, _ in sorted(found, key=lambda pair: -pair[1]))
