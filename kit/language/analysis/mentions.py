"""Who a bare surname is: the person whom the text has named in full, or whose office stands beside.

菅さん is 菅義偉 in a text that names him, and トランプ is the president in トランプ米大統領. A
surname that nothing of the kind tells is a surname, whoever may be known by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kit.language.article import Analysis
from kit.language.lexicon.glossary import Glossary, Term
from kit.language.lexicon.titles import COUNTRIES, is_title
from kit.language.tagger import Unit

PERSON = "person"
_BETWEEN = frozenset({"元", "前", "現", "新", "次期", "暫定", "同"})
_NATIONAL = _BETWEEN | COUNTRIES.keys()
_WHOLE = (("総理大臣", "総理"), ("内閣総理大臣", "総理"), ("大臣", "相"), ("衆院議員", "議員"))
"""Titles in full → how the glossary has them."""


class Named(NamedTuple):
    """Someone whom a text has named: the whole name, and the surname's reading in hiragana.

    gloss: the whole name in Latin letters, or what else is said of it; empty where the surname
    says it.
    """

    full: str
    reading: str
    gloss: str = ""


class Mentions:
    """Whom one text has named so far, or will name.

    Args of the methods are words in order; nothing is looked up but the glossary's persons.
    """

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary
        self._people: dict[str, Term] = {}
        self._ahead: dict[str, Term] = {}
        self._others: dict[str, Named] = {}
        self.read: dict[str, Unit] = {}
        """Names that the text reads itself, as units."""
        self.abbreviations: dict[str, Analysis] = {}
        """Abbreviations that the text has explained, as words."""

    def meet(self, names: Iterable[str]) -> None:
        """Take note of whole names that the glossary may know."""
        for name in names:
            for short in self._glossary.short_forms(name):
                self._people[short.word] = short

    def meet_ahead(self, names: Iterable[str]) -> None:
        """Take note of whole names of those whose surname stands further down with their office."""
        for name in names:
            for short in self._glossary.short_forms(name):
                self._ahead.setdefault(short.word, short)

    def meet_other(self, surname: str, named: Named) -> None:
        """Take note of someone whom no glossary knows."""
        self._others.setdefault(surname, named)

    def person(self, surname: str, beside: Sequence[str]) -> Term | None:
        """The person whom a short form means here, None where nothing tells.

        Args:
            surname: a short form of the glossary's.
            beside: the units that follow it, as they stand.
        """
        known = self._people.get(surname)
        if known is not None:
            return known
        for term in self._glossary.shorts(surname):
            if term.category != PERSON or holds(term, beside):
                self._people[surname] = term
                return term
        ahead = self._ahead.get(surname)
        return None if ahead is None or _has_office(beside) else ahead

    def other(self, surname: str) -> Named | None:
        """Someone else whom the text has named and who bears this surname."""
        return self._others.get(surname)


def _has_office(beside: Sequence[str]) -> bool:
    """Whether an office follows a short form, and so may tell of another: ムハンマド首相."""
    at = 0
    while at < len(beside) and beside[at] in _NATIONAL:
        at += 1
    said = "".join(beside[at:])
    return any(is_title(said[:size]) for size in range(2, 6))


def holds(term: Term, beside: Sequence[str]) -> bool:
    """Whether one of a person's offices follows the short form: 高市首相, 石破前首相.

    Args:
        term: the short form.
        beside: what follows it, by units or by characters.
    """
    at = 0
    while at < len(beside) and beside[at] in _NATIONAL:
        at += 1
    said = "".join(beside[at:])
    for whole, short in _WHOLE:
        if said.startswith(whole):
            said = short + said[len(whole) :]
    for office in term.offices:
        if said.startswith(office):
            rest = said[len(office) :]
            return not any(is_title(rest[:size]) for size in range(1, 5))
    return False
