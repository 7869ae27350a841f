"""Annotation and look-up as JSON Lines: the keys, their order, and text that any reader can parse.

A word's analysis is shared between its occurrences, so its JSON is made once and only the offsets
are put in anew.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from kit.language.article import Analysis, Paragraph, Word
from kit.language.lookup import Match

_KEPT = 1 << 14
"""Analyses whose JSON is kept at a time, about 10 MB."""

# No UTF-8 has a lone surrogate, and some readers of lines end one at these separators.
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")

_kept: dict[int, tuple[Analysis, str, str]] = {}


def dumps(value: Any) -> str:
    """JSON in one line, with Japanese as it is; the result can always be encoded."""
    return _UNSAFE.sub(_escaped, json.dumps(value, ensure_ascii=False))


def paragraph_json(paragraph: Paragraph) -> str:
    """One line of `kit annotate --json`, without its end."""
    words = ", ".join(
        [word_json(word) for sentence in paragraph.sentences for word in sentence.words]
    )
    return f'{{"text": {dumps(paragraph.text)}, "kind": "{paragraph.kind}", "words": [{words}]}}'


def word_json(word: Word) -> str:
    """A word as JSON: surface, start and end, then the rest of its analysis."""
    start, analysis = word
    kept = _kept.get(id(analysis))
    if kept is None:
        if len(_kept) >= _KEPT:
            _kept.clear()
        kept = _kept[id(analysis)] = (analysis, *_analysis_json(analysis))
    return f'{kept[1]}{start}, "end": {start + len(analysis.surface)}, {kept[2]}'


def lookup_json(form: str, matches: Iterable[Match]) -> str:
    """One line of `kit lookup --json`, without its end."""
    return dumps({"form": form, "matches": [_match(match) for match in matches]})


def _analysis_json(analysis: Analysis) -> tuple[str, str]:
    """What stands before the value of `start`, and what stands after that of `end`."""
    rest = analysis._asdict()
    surface = rest.pop("surface")
    rest["inflection"] = [step._asdict() for step in analysis.inflection]
    rest["accent"] = None if analysis.accent is None else analysis.accent._asdict()
    rest["level"] = analysis.level._asdict()
    return f'{{"surface": {dumps(surface)}, "start": ', dumps(rest)[1:]


def _match(match: Match) -> dict[str, Any]:
    return {
        "entry": match.entry,
        "headword": match.headword,
        "spellings": match.spellings,
        "readings": match.readings,
        "glosses": match.glosses,
        "matched": match.matched,
        "length": match.length,
        "inflection": [step._asdict() for step in match.inflection],
    }


def _escaped(character: re.Match[str]) -> str:
    return f"\\u{ord(character[0]):04x}"
