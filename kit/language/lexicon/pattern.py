"""What must stand around a word: patterns over short units, as the tables of rules write them.

A pattern is a row of elements parted by blanks, one of them `～`, the word itself with all that is
attached to it. Those to its left must stand directly before it, those to its right after it.
Several patterns are parted by ` / `; one that fits is enough.

An element is one or several alternatives, parted by `|`:

    兵器        a literal: a unit with this surface or dictionary form, or several that make it up
    [verb]      a class of units: one of CLASSES, or `start` and `end` (an edge of the sentence or
                a mark of punctuation)
    [verb:連用形]  the class in a form that begins so, as UniDic names forms; of several parted by |

    !x          no x stands there; nothing is taken
    x?          x may be missing
    …           any units, GAP at most, that end no sentence

Before a verb は and も fit where を or が is written; see `of_verb`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from kit.language.lexicon.titles import COUNTRIES, is_title
from kit.language.script.characters import is_kana, is_kanji, is_katakana
from kit.language.tagger import Unit

WORD = "～"
GAP = 8
"""Units that `…` takes at most."""
LONGEST_LITERAL = 6
"""Units that a literal may be made of."""

_NOMINAL = frozenset({"noun", "number", "quality", "suffix", "prefix"})
_PREDICATE = frozenset({"verb", "adjective", "auxiliary"})
CLASSES: Mapping[str, Callable[[Unit], bool]] = {
    "noun": lambda unit: unit.role in _NOMINAL,
    "verb": lambda unit: unit.role == "verb",
    "adjective": lambda unit: unit.role == "adjective",
    "quality": lambda unit: unit.role == "quality" or "形状詞可能" in unit.pos,
    "taru": lambda unit: "タリ" in unit.pos,
    "adverb": lambda unit: unit.role == "adverb",
    "particle": lambda unit: unit.role == "particle",
    "auxiliary": lambda unit: unit.role == "auxiliary",
    "predicate": lambda unit: unit.role in _PREDICATE,
    "pronoun": lambda unit: unit.role == "pronoun",
    "determiner": lambda unit: unit.role == "determiner",
    "conjunction": lambda unit: unit.role == "conjunction",
    "prefix": lambda unit: unit.role == "prefix",
    "suffix": lambda unit: unit.role == "suffix",
    "symbol": lambda unit: unit.role == "symbol",
    "stem": lambda unit: unit.role == "stem",
    "number": lambda unit: unit.role == "number" or unit.surface.isdigit(),
    "counter": lambda unit: "助数詞" in unit.pos,
    "suru": lambda unit: "サ変" in unit.pos,
    "name": lambda unit: "固有名詞" in unit.pos,
    "person": lambda unit: "人名" in unit.pos,
    "place": lambda unit: "地名" in unit.pos,
    "country": lambda unit: "地名-国" in unit.pos or unit.surface in COUNTRIES,
    "time": lambda unit: "副詞可能" in unit.pos,
    "title": lambda unit: is_title(unit.surface),
    "kana": lambda unit: is_kana(unit.surface),
    "katakana": lambda unit: is_katakana(unit.surface),
    "kanji": lambda unit: is_kanji(unit.surface),
    "latin": lambda unit: unit.surface.isascii() and unit.surface.isalpha(),
    "any": lambda unit: True,
}
"""The classes of units that a pattern may name in brackets."""

_EDGES = frozenset({"start", "end"})
_CLASS = re.compile(r"\[([^\]]*)\]")
_MARK = re.compile(r"[\[\]!?…～]")
_END = frozenset("。.！？!?")


class PatternError(ValueError):
    """A pattern that can't be read; its text says why."""


class Class(NamedTuple):
    """Classes of units, one of which is wanted, and how its form may begin (empty: any)."""

    names: tuple[str, ...]
    forms: tuple[str, ...]


class Element(NamedTuple):
    """What one place of a pattern takes.

    literals: single units by surface or dictionary form. long: those that several may make up.
    gap: any units. plain: something stands there and is taken. edges: the characters with which a
    long literal begins or ends.
    """

    literals: frozenset[str]
    long: tuple[str, ...]
    classes: tuple[Class, ...]
    negated: bool = False
    optional: bool = False
    gap: bool = False
    plain: bool = False
    edges: frozenset[str] = frozenset()


class Pattern(NamedTuple):
    """What stands before a word, the nearest first, and what stands after it."""

    before: tuple[Element, ...]
    after: tuple[Element, ...]


@cache
def parse(text: str) -> tuple[Pattern, ...]:
    """The patterns of a cell; none of an empty one.

    Raises:
        PatternError: an element is unknown, or the word's place is missing.
    """
    return tuple(_pattern(part) for part in re.split(r"\s+/\s+", text.strip()) if part)


_TOPICS = frozenset({"は", "も"})
_OBJECT, _SUBJECT = frozenset({"を"}), frozenset({"が"})


_CASES = frozenset({"を", "が", "に"})


@cache
def of_verb(text: str, *, passive: bool) -> tuple[Pattern, ...]:
    """The patterns of a verb's cell, with the particles that may stand in place of を and が.

    は and も stand in place of both, の in place of が, and が in place of を where the verb is
    passive: 辞表を出す, 辞表は出した, 辞表が出される. How or when may be said between them and the
    verb: 辞表を正式に出す, 結論を年内に出す.

    Raises:
        PatternError: see `parse`.
    """
    made = []
    for before, after in parse(text):
        if before and (before[0] == _ADVERBS[0] or before[0].literals & _CASES):
            rest = before[1:] if before[0].optional else before
            before = (*_ADVERBS, *(_alike(element, passive) for element in rest))
        made.append(Pattern(before, after))
    return tuple(made)


def _alike(element: Element, passive: bool) -> Element:
    if _OBJECT <= element.literals <= _OBJECT | _TOPICS:
        return element._replace(literals=_OBJECT | _TOPICS | (_SUBJECT if passive else frozenset()))
    if _SUBJECT <= element.literals <= _SUBJECT | _TOPICS:
        return element._replace(literals=_SUBJECT | _TOPICS | {"の"})
    return element


def _pattern(text: str) -> Pattern:
    parts = text.split()
    if parts.count(WORD) != 1:
        raise PatternError(f"{text!r} must hold {WORD} once, for the word itself")
    at = parts.index(WORD)
    elements = [_element(part) for part in parts[:at]], [_element(part) for part in parts[at + 1 :]]
    return Pattern(tuple(reversed(elements[0])), tuple(elements[1]))


def _element(text: str) -> Element:
    if text == "…":
        return Element(frozenset(), (), (), gap=True)
    optional = text.endswith("?") and len(text) > 1
    text = text[:-1] if optional else text
    negated = text.startswith("!") and len(text) > 1
    text = text[1:] if negated else text
    classes = tuple(_class(found) for found in _CLASS.findall(text))
    literals = _literals(text)
    long = tuple(literal for literal in literals if len(literal) > 1)
    edge = any(not _EDGES.isdisjoint(wanted.names) for wanted in classes)
    plain = not (edge or negated or optional)
    edges = frozenset(char for literal in long for char in (literal[0], literal[-1]))
    return Element(frozenset(literals), long, classes, negated, optional, False, plain, edges)


def _literals(text: str) -> list[str]:
    """The alternatives of an element that are no classes."""
    alternatives = _CLASS.sub("[]", text).split("|")
    if "" in alternatives:
        raise PatternError(f"{text!r} has nothing beside a |; no blanks between alternatives")
    literals = [alternative for alternative in alternatives if alternative != "[]"]
    if mark := _MARK.search(" ".join(literals)):
        raise PatternError(f"{text!r}: {mark[0]} may not stand within an element")
    return literals


def _class(text: str) -> Class:
    names, _, forms = text.partition(":")
    for name in names.split("|"):
        if name not in CLASSES and name not in _EDGES:
            raise PatternError(f"[{name}] is no class; there are {', '.join(CLASSES)}, start, end")
    return Class(tuple(names.split("|")), tuple(forms.split("|")))


_ADVERBS = tuple(
    _element(text)
    for text in ("[adverb]|[adjective:連用形]?", "に?", "[quality|time]|的|内?", "[noun]?")
)
"""What may say how or when, the nearest to the verb first."""


def matches(patterns: Sequence[Pattern], units: Sequence[Unit], start: int, end: int) -> bool:
    """Whether one of the patterns fits the word that takes units `start` to `end`."""
    for pattern in patterns:
        if _fits(pattern.after, 0, units, end, 1) and _fits(pattern.before, 0, units, start, -1):
            return True
    return False


def _fits(elements: Sequence[Element], k: int, units: Sequence[Unit], at: int, way: int) -> bool:
    """Whether the elements from `k` on fit the units from the edge `at` on, rightwards or left."""
    while k < len(elements) and elements[k].plain:
        # the common case, and so without the search below
        nearest = at if way > 0 else at - 1
        if not 0 <= nearest < len(units):
            return False
        unit = units[nearest]
        edges = (unit.surface[0],) if way > 0 else (unit.surface[-1], unit.base[-1])
        if not elements[k].edges.isdisjoint(edges):
            break
        if not _is_one(elements[k], unit):
            return False
        k, at = k + 1, at + way
    if k == len(elements):
        return True
    element = elements[k]
    if element.gap:
        return any(_fits(elements, k + 1, units, edge, way) for edge in _gap(units, at, way))
    ends = list(_taken(element, units, at, way))
    if element.negated:
        return not ends and _fits(elements, k + 1, units, at, way)
    if any(_fits(elements, k + 1, units, edge, way) for edge in ends):
        return True
    return element.optional and _fits(elements, k + 1, units, at, way)


def _is_one(element: Element, unit: Unit) -> bool:
    """Whether the element takes this unit alone."""
    literals = element.literals
    if unit.surface in literals or unit.base in literals or unit.lemma in literals:
        return True
    return bool(element.classes) and any(_is_of(wanted, unit) for wanted in element.classes)


def _gap(units: Sequence[Unit], at: int, way: int) -> Iterator[int]:
    edge = at
    for _ in range(GAP + 1):
        yield edge
        nearest = edge if way > 0 else edge - 1
        if not 0 <= nearest < len(units) or units[nearest].surface in _END:
            return
        edge += way


def _taken(element: Element, units: Sequence[Unit], at: int, way: int) -> Iterator[int]:
    """The edges that may be reached by taking one of the element's alternatives."""
    nearest = at if way > 0 else at - 1
    unit = units[nearest] if 0 <= nearest < len(units) else None
    if unit is not None:
        if _is_one(element, unit):
            yield at + way
        for literal in element.long:
            if _may_begin(literal, unit, way):
                yield from _made_up(literal, units, at, way)
    if any(_is_edge(wanted, unit) for wanted in element.classes):
        yield at


def _may_begin(literal: str, unit: Unit, way: int) -> bool:
    """Whether the unit nearest to the word may be the first, or the last, of a literal."""
    if len(literal) <= len(unit.surface):
        return False
    if way > 0:
        return literal.startswith(unit.surface)
    return literal.endswith((unit.surface, unit.base))


def _is_edge(wanted: Class, unit: Unit | None) -> bool:
    return not _EDGES.isdisjoint(wanted.names) and (unit is None or unit.pos.startswith("補助記号"))


def _is_of(wanted: Class, unit: Unit) -> bool:
    if not unit.form.startswith(wanted.forms):
        return False
    for name in wanted.names:
        test = CLASSES.get(name)
        if test is not None and test(unit):
            return True
    return False


def _made_up(literal: str, units: Sequence[Unit], at: int, way: int) -> Iterator[int]:
    """Where several units that make up a literal end; the last may be inflected."""
    for count in range(2, LONGEST_LITERAL + 1):
        first, stop = (at, at + count) if way > 0 else (at - count, at)
        if first < 0 or stop > len(units):
            return
        start = "".join([unit.surface for unit in units[first : stop - 1]])
        last = units[stop - 1]
        if literal.startswith(start) and literal[len(start) :] in (last.surface, last.base):
            yield stop if way > 0 else first
            return
        if len(start) >= len(literal):
            return
