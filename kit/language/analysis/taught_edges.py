"""Words that a teacher teaches and the tagger cuts otherwise: each is made a word where it stands.

Of 正副|部長 is made 正|副部長 where 副部長 is to be taught, 外 is kept out of 外に (ほかに), and
行った is read as a form of 行く. What a dictionary has as one word is not cut for it: 国 is no word
in 外国.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from kit.language.analysis.segment import joined
from kit.language.lexicon.glossary import Glossary, Term
from kit.language.lexicon.senses import Table
from kit.language.tagger import Unit, tag

_KATAKANA = re.compile("[ァ-ヺー]")
_SHARED = "連用形-促音便"
_TYPES = {"う": "五段-ワア行", "つ": "五段-タ行", "る": "五段-ラ行", "く": "五段-カ行"}
"""Endings of the verbs whose て form has っ → UniDic's conjugation types."""

Placed = list[tuple[int, Unit]]


class Words(Protocol):
    """What is asked of glossary and dictionary."""

    def pos(self, form: str) -> frozenset[str]:
        """The parts of speech that JMdict gives a form."""

    def term(self, form: str) -> bool:
        """Whether the glossary has this headword, other than as a name's short form."""


class TaughtEdges:
    """Makes words of those that a glossary wants whole; see `Glossary.forcing`."""

    def __init__(self, glossary: Glossary, lexicon: Words, table: Table) -> None:
        self._lexicon = lexicon
        self._table = table
        self._terms = [
            term for word in sorted(glossary.forced) if (term := glossary.get(word)) is not None
        ]
        self._longer = {
            term.word: [
                other.word
                for other in glossary
                if other.taught and term.word in other.word and term.word != other.word
            ]
            for term in self._terms
        }

    def cut(self, text: str, placed: Placed) -> Placed:
        """The units of a text, cut anew around these words."""
        for term in self._terms:
            if term.word[0] not in text:
                continue
            placed = self._inflected(placed, term)
            for start in reversed([*self._places(text, term.word)]):
                placed = self._whole(text, placed, term, start)
        return placed

    def _places(self, text: str, word: str) -> Iterator[int]:
        """Where a word stands, outside of longer ones that are taught, and of katakana."""
        inside = {
            at
            for longer in self._longer[word]
            for found in re.finditer(re.escape(longer), text)
            for at in range(found.start(), found.end())
        }
        for found in re.finditer(re.escape(word), text):
            left, right = text[: found.start()][-1:], text[found.end() :][:1]
            on = _KATAKANA.match(left) and _KATAKANA.match(word[0])
            on = on or (_KATAKANA.match(right) and _KATAKANA.match(word[-1]))
            if not on and found.start() not in inside:
                yield found.start()

    def _whole(self, text: str, placed: Placed, term: Term, start: int) -> Placed:
        """The units with the word that begins at `start` made one of them, where it may be."""
        end = start + len(term.word)
        first = max(i for i, (at, _) in enumerate(placed) if at <= start)
        last = max(i for i, (at, _) in enumerate(placed) if at < end)
        begin, stop = placed[first][0], placed[last][0] + len(placed[last][1].surface)
        if not begin <= start < end <= stop:
            return placed
        if (begin, stop) == (start, end):
            if first < last or self._in_compound(placed, first):
                return placed
            unit = replace(placed[first][1], whole=True)
            return [*placed[:first], (start, unit), *placed[last + 1 :]]
        cover = text[begin:stop]
        one = first == last and placed[first][1].known
        if len(term.word) == 1 or one or self._lexicon.pos(cover) or self._lexicon.term(cover):
            return placed
        before = [(begin + at, unit) for at, unit in tag(text[begin:start])]
        after = [(end + at, unit) for at, unit in tag(text[end:stop])]
        return [*placed[:first], *before, (start, _unit(term)), *after, *placed[last + 1 :]]

    def _in_compound(self, placed: Placed, at: int) -> bool:
        unit = placed[at][1]
        left = at > 0 and joined(placed[at - 1][1], unit)
        return left or (at + 1 < len(placed) and joined(unit, placed[at + 1][1]))

    def _inflected(self, placed: Placed, term: Term) -> Placed:
        """The units with the forms that a verb shares with another verb taken for its own."""
        ending = term.word[-1]
        if ending not in _TYPES or not any(code[:2] == "v5" for code in self._pos(term.word)):
            return placed
        surface = term.word[:-1] + "っ"
        units = [unit for _, unit in placed]
        return [
            (start, self._verb(units, at, term) if self._shared(units, at, surface) else unit)
            for at, (start, unit) in enumerate(placed)
        ]

    def _pos(self, word: str) -> frozenset[str]:
        return self._lexicon.pos(word)

    def _shared(self, units: Sequence[Unit], at: int, surface: str) -> bool:
        """Whether a unit has such a form, and its neighbours don't say which verb's."""
        unit = units[at]
        if unit.surface != surface or unit.form != _SHARED:
            return False
        choice = self._table.choice(unit.base, frozenset({"verb"}), units, at, at + 1)
        return not choice.settled

    def _verb(self, units: Sequence[Unit], at: int, term: Term) -> Unit:
        return replace(
            units[at],
            type=_TYPES[term.word[-1]],
            lemma=term.word,
            base=term.word,
            reading=term.reading[:-1] + "っ",
            base_reading=term.reading,
        )


def _unit(term: Term) -> Unit:
    return Unit(
        term.word,
        "名詞-普通名詞-一般",
        type="",
        form="",
        lemma=term.word,
        base=term.word,
        reading=term.reading,
        base_reading=term.reading,
        origin="",
        accent=(),
        joining="",
        known=True,
        role="noun",
        opens=False,
        whole=True,
    )
