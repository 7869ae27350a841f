"""Where a teacher's row for a word holds: everywhere but where the sentence says another reading.

賛成する方が多い is ほう though 方 is taught as かた, and 米大統領 is no rice. A word with two rows
takes the one whose reading its neighbours ask for.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kit.language.analysis.segment import Span, joined
from kit.language.article import Analysis
from kit.language.lexicon.glossary import Glossary, Term
from kit.language.lexicon.senses import Choice
from kit.language.tagger import Unit


class Row(NamedTuple):
    """A teacher's row for a word where it stands.

    others: the readings of the word's other rows, where nothing tells which of them is meant.
    """

    term: Term
    others: tuple[str, ...] = ()


def row(
    glossary: Glossary, units: Sequence[Unit], span: Span, said: Choice, *, titled: bool
) -> Row | None:
    """The teacher's row for a word where it stands; None where there is none that holds there.

    Args:
        glossary: with the teacher's words.
        units, span: the sentence's, and the word.
        said: what the news lexicon says of it there.
        titled: whether it stands before a title, or among countries, and so is a name.
    """
    if not glossary.teaches:
        return None
    surface = "".join(unit.surface for unit in units[span.start : span.stop])
    rows = glossary.all(span.base) or glossary.all(surface)
    if not rows or not rows[0].taught:
        return None
    chosen = next((term for term in rows if said.reading in _readings(term)), None)
    if said.settled and said.reading:
        return Row(chosen) if chosen else None
    if len(surface) == 1 and not _stands(rows, units, span, titled=titled):
        return None
    term = chosen or rows[0]
    return Row(term, tuple(other.reading for other in rows if other.reading != term.reading))


def _stands(rows: Sequence[Term], units: Sequence[Unit], span: Span, *, titled: bool) -> bool:
    """Whether one character is a word, and not a piece of a compound that reads it otherwise."""
    unit = units[span.start]
    if any(unit.reading in _readings(term) for term in rows):
        return True
    if titled or unit.role in {"prefix", "suffix"}:
        return False
    if span.start > 0 and joined(units[span.start - 1], unit):
        return False
    named = "固有名詞" in unit.pos
    return not (named and span.stop < len(units) and joined(unit, units[span.stop]))


def _readings(term: Term) -> tuple[str, ...]:
    return (term.reading, *term.alternatives)


def unsure(word: Analysis, others: tuple[str, ...]) -> Analysis:
    """A word that may be that of another of its rows as well, and so be read otherwise."""
    alternatives = () if word.inflection else (*word.alternatives, *others)
    return word._replace(alternatives=alternatives, uncertain=True)
