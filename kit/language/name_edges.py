"""Names that the tagger would cut: the text is tagged anew around them.

UniDic knows few foreign names in kanji: it makes 金|与|正副|部長 of 金与正副部長. Where the
glossary has a person's name whose edges the tagger missed, the name is set apart first.
"""

from __future__ import annotations

from kit.language.glossary import Glossary
from kit.language.tagger import Unit, tag

SHORTEST = 3
"""Characters of a name that is sought; shorter ones turn up by chance."""


class NamedTagger:
    """A tagger that keeps the names of a glossary's persons whole."""

    def __init__(self, glossary: Glossary) -> None:
        self._names: dict[str, list[str]] = {}
        for term in glossary:
            if term.category == "person" and len(term.word) >= SHORTEST and term.word[0] >= "一":
                self._names.setdefault(term.word[0], []).append(term.word)

    def tag(self, text: str) -> list[tuple[int, Unit]]:
        """The short units of a text; see `tagger.tag`."""
        placed = tag(text)
        found = self._found(text)
        if not found:
            return placed
        edges = {start for start, _ in placed} | {len(text)}
        for i, name in found:
            if i in edges and i + len(name) in edges:
                continue
            end = i + len(name)
            return [
                *tag(text[:i]),
                *((i + start, unit) for start, unit in tag(name)),
                *((end + start, unit) for start, unit in self.tag(text[end:])),
            ]
        return placed

    def _found(self, text: str) -> list[tuple[int, str]]:
        return [
            (i, name)
            for i, character in enumerate(text)
            if character in self._names
            for name in self._names[character]
            if text.startswith(name, i)
        ]
