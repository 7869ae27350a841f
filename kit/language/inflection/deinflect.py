"""Inflected forms of Japanese back to the words that they come from, step by step.

The method is conditioned suffix rewriting: a rule takes an ending off a form when what remains
can be the word that the rule says, and when the form can be used as the rules before it need.
The rules are those of `kit.language.inflection.rules`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kit.language.article import Step
from kit.language.inflection.endings import ANY_STATE, LEXICAL, S
from kit.language.inflection.rules import HONORIFIC_RULES, RULES, Rule

_SMALL_TSU = re.compile("ッ(?=[ぁ-ゖ]|$)")
LONGEST = 40
MOST_FORMS = 300


class Deinflection(NamedTuple):
    """A word that a form may come from.

    Attributes:
        base: the word in dictionary form, spelled as the form spells it.
        classes: JMdict part-of-speech codes, one of which the word must have; empty: any.
        steps: the forms from the word outward, each with its name; the last is the form itself.
    """

    base: str
    classes: frozenset[str]
    steps: tuple[Step, ...]


# A form reached by taking endings off: its text, what it may be, the name of the step that led
# outward from it, and the form that this step gave.
_Form = tuple[str, int, str, "_Form | None"]

# Classes that conjugate alike for our purpose, beside the one that gives a state its name.
_MORE_CODES = {
    "v5b": ("v4b",),
    "v5g": ("v4g",),
    "v5k": ("v4k",),
    "v5m": ("v4m",),
    "v5n": ("vn",),
    "v5r": ("v4r",),
    "v5s": ("v4s", "vs-c"),
    "v5t": ("v4t",),
    "v5u": ("v4h",),
    "adj-i": ("aux-adj",),
}


def _states() -> dict[str, int]:
    """JMdict codes to the states that they stand for."""
    found = {}
    for name, state in vars(S).items():
        if name.isupper() and state & LEXICAL:
            code = name.lower().replace("_", "-")
            for same in (code, *_MORE_CODES.get(code, ())):
                found[same] = state
    found["v4r"] |= S.V5ARU  # 御座る
    return found


_STATES = _states()


def _lengths(table: dict[str, tuple[Rule, ...]]) -> dict[str, tuple[int, ...]]:
    """The lengths that suffixes of the table have, longest first, by their last two characters."""
    found: dict[str, set[int]] = {}
    for suffix in table:
        if len(suffix) > 1:
            found.setdefault(suffix[-2:], {1}).add(len(suffix))
    return {end: tuple(sorted(lengths, reverse=True)) for end, lengths in found.items()}


_ONE = (1,)
_LENGTHS = _lengths(RULES)
_HONORIFIC_LENGTHS = _lengths(HONORIFIC_RULES)
_BARE = RULES[""]


@lru_cache(maxsize=1024)
def _codes(state: int) -> frozenset[str]:
    return frozenset(code for code, bit in _STATES.items() if bit & state)


def _forms(form: str) -> list[_Form]:
    """All forms that `form` may come from, itself first, those fewer steps away before others."""
    start: _Form = (form, ANY_STATE, "", None)
    forms = [start]
    if not form or len(form) > LONGEST:
        return forms
    seen: set[tuple[str, int]] = set()
    honorific = form[0] in "おご御"
    for reached in forms:
        text, state, _, _ = reached
        size = len(text)
        for length in _LENGTHS.get(text[-2:], _ONE):
            rules = RULES.get(text[-length:])
            if rules is None or length > size:
                continue
            stem = text[:-length]
            end = stem[-1:]
            for _, base, outer, inner, name, barred in rules:
                if outer & state and end not in barred:
                    key = (stem + base, inner)
                    if key not in seen:
                        seen.add(key)
                        forms.append((key[0], inner, name, reached))
        if reached is start:
            end = text[-1]
            for _, base, _, inner, name, barred in _BARE:
                if end not in barred:
                    forms.append((text + base, inner, name, reached))
        if honorific and size > 1 and text[0] == form[0]:
            forms.extend(_without_honorific(reached, seen))
        if len(forms) > MOST_FORMS:
            break
    return forms


def _without_honorific(reached: _Form, seen: set[tuple[str, int]]) -> list[_Form]:
    """The forms that `reached` comes from by rules that also take off its お or ご."""
    prefix, text, state = reached[0][0], reached[0][1:], reached[1]
    found: list[_Form] = []
    for length in (*_HONORIFIC_LENGTHS.get(text[-2:], _ONE), 0):
        cut = len(text) - length
        if cut < 0:
            continue
        stem = text[:cut]
        for _, base, outer, inner, name, barred in HONORIFIC_RULES.get(text[cut:], ()):
            if outer & state and stem[-1:] not in barred:
                key = (stem + base, inner)
                if key not in seen:
                    seen.add(key)
                    found.append((key[0], inner, name.replace("お", prefix), reached))
    return found


def _steps(form: _Form) -> tuple[Step, ...]:
    """The steps from a form outward."""
    steps = []
    outer = form[3]
    while outer is not None:
        steps.append(Step(outer[0], form[2]))
        form, outer = outer, outer[3]
    return tuple(steps)


@lru_cache(maxsize=4096)
def _deinflections(form: str) -> tuple[Deinflection, ...]:
    found = [Deinflection(form, frozenset(), ())]
    seen: set[tuple[str, int]] = set()
    for reached in _forms(form)[1:]:
        state = reached[1] & LEXICAL
        key = (reached[0], state)
        if state and key not in seen:
            seen.add(key)
            found.append(Deinflection(reached[0], _codes(state), _steps(reached)))
    return tuple(found)


def deinflect(form: str) -> list[Deinflection]:
    """The words that a form may come from.

    Args:
        form: a word of standard written Japanese as a text has it, in kanji and hiragana.

    Returns:
        The form itself first, then the words, those fewer steps away before others. None is
        checked against a dictionary. A form of more than 40 characters has only itself.
    """
    return list(_deinflections(form))


@lru_cache(maxsize=4096)
def explain(surface: str, headword: str, classes: frozenset[str]) -> tuple[Step, ...] | None:
    """The shortest way from a word to a form of it.

    Args:
        surface: the form, as the text has it.
        headword: the word in dictionary form, spelled as the form spells it.
        classes: the JMdict part-of-speech codes of the word.

    Returns:
        The steps from the word outward, empty when the form is the word itself, and None when
        no word of these classes has such a form.
    """
    if surface == headword:
        return ()
    state = 0
    for code in classes:
        state |= _STATES.get(code, 0)
    if state:
        for reached in _forms(surface)[1:]:
            if reached[1] & state and reached[0] == headword:
                return _steps(reached)
        plain = _SMALL_TSU.sub("っ", surface)
        if plain != surface:  # テンパッた, of テンパる
            steps = explain(plain, headword, classes)
            return steps and (*steps[:-1], Step(surface, steps[-1].step))
    return None
