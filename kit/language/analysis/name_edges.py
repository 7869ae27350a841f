"""Names that the tagger would cut: each is made one unit.

UniDic knows few foreign names: it makes 金|与|正副|部長 of 金与正副部長, and ハ|シナ of ハシナ.
Where a text has a person's name from the glossary, it is tagged anew around the name.
"""

from __future__ import annotations

import re

from kit.language.lexicon.glossary import Glossary, Term
from kit.language.tagger import Unit, tag

SHORTEST = 3
"""Characters of a name that is sought; shorter ones turn up by chance."""

_KATAKANA = re.compile("[ァ-ヺー]")


class NamedTagger:
    """A tagger that keeps the names of a glossary's persons whole."""

    def __init__(self, glossary: Glossary) -> None:
        self._names: dict[str, list[Unit]] = {}
        for term in glossary:
            if term.category == "person" and len(term.word) >= SHORTEST:
                self._names.setdefault(term.word[0], []).append(_unit(term))
        for names in self._names.values():
            names.sort(key=lambda unit: -len(unit.surface))
        self._begins = re.compile(f"[{re.escape(''.join(self._names))}]" if self._names else "(?!)")

    def tag(self, text: str) -> list[tuple[int, Unit]]:
        """The short units of a text; see `tagger.tag`."""
        placed: list[tuple[int, Unit]] = []
        begin = 0
        for start, unit in self.found(text):
            if start >= begin:
                placed += ((begin + at, other) for at, other in tag(text[begin:start]))
                placed.append((start, unit))
                begin = start + len(unit.surface)
        if not begin:
            return tag(text)
        placed += ((begin + at, other) for at, other in tag(text[begin:]))
        return placed

    def found(self, text: str) -> list[tuple[int, Unit]]:
        """The names in the text, from left to right, of two at one place the longer first."""
        return [
            (i, unit)
            for i in (begin.start() for begin in self._begins.finditer(text))
            for unit in self._names[text[i]]
            if text.startswith(unit.surface, i) and not _inside(text, i, i + len(unit.surface))
        ]


def _inside(text: str, start: int, end: int) -> bool:
    """Whether a piece of katakana goes on to the left or the right."""
    left = start > 0 and _KATAKANA.match(text[start]) and _KATAKANA.match(text[start - 1])
    right = end < len(text) and _KATAKANA.match(text[end - 1]) and _KATAKANA.match(text[end])
    return bool(left or right)


def _unit(term: Term) -> Unit:
    return Unit(
        term.word,
        "名詞-固有名詞-人名-一般",
        type="",
        form="",
        lemma=term.word,
        base=term.word,
        reading=term.reading,
        base_reading=term.reading,
        origin="固",
        accent=(),
        joining="",
        known=True,
        role="noun",
        opens=False,
    )
