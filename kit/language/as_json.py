"""Annotation and look-up as JSON Lines: the keys, their order, and text that any reader can parse.

A word's analysis is shared between its occurrences, so its JSON is made once and only the offsets
are put in anew.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from json.encoder import encode_basestring as quoted
from typing import Any

from kit.language.article import Analysis, Paragraph, Word
from kit.language.lexicon.cache import Recent
from kit.language.lexicon.lookup import Match

_MOST_KEPT = 24_000
"""Analyses whose JSON is kept at a time, about 30 MB."""

# No UTF-8 has a lone surrogate, and some readers of lines end one at these separators.
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")

_encode = json.JSONEncoder(ensure_ascii=False).encode

_kept: Recent[int, tuple[Analysis, str, str]] = Recent(_MOST_KEPT)


def dumps(value: Any) -> str:
    """JSON in one line, with Japanese as it is; the result can always be encoded."""
    return _safe(_encode(value))


def _safe(text: str) -> str:
    return text if _UNSAFE.search(text) is None else _UNSAFE.sub(_escaped, text)


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
        kept = (analysis, *_analysis_json(analysis))
        _kept.put(id(analysis), kept)
    return f'{kept[1]}{start}, "end": {start + len(analysis.surface)}, {kept[2]}'


def lookup_json(form: str, matches: Iterable[Match]) -> str:
    """One line of `kit lookup --json`, without its end."""
    return dumps({"form": form, "matches": [_match(match) for match in matches]})


def _analysis_json(analysis: Analysis) -> tuple[str, str]:
    """What stands before the value of `start`, and what stands after that of `end`."""
    # Put together here, as this is done for every new word of a long text: a general encoder
    # takes two thirds longer.
    furigana = [
        f"[{quoted(piece)}, {'null' if ruby is None else quoted(ruby)}]"
        for piece, ruby in analysis.furigana
    ]
    steps = [
        f'{{"form": {quoted(form)}, "step": {quoted(step)}}}' for form, step in analysis.inflection
    ]
    accent = "null"
    if analysis.accent is not None:
        drop, estimated = analysis.accent
        accent = f'{{"drop": {drop}, "estimated": {_value(estimated)}}}'
    frequency, newspaper, grade = map(_value, analysis.level)
    rest = (
        f'"lemma": {quoted(analysis.lemma)}, "reading": {quoted(analysis.reading)}, '
        f'"alternatives": {_strings(analysis.alternatives)}, '
        f'"uncertain": {_value(analysis.uncertain)}, "furigana": [{", ".join(furigana)}], '
        f'"pos": {quoted(analysis.pos)}, "kind": {quoted(analysis.kind)}, '
        f'"entry": {_value(analysis.entry)}, "headword": {quoted(analysis.headword)}, '
        f'"glosses": {_strings(analysis.glosses)}, "source": {quoted(analysis.source)}, '
        f'"inflection": [{", ".join(steps)}], "accent": {accent}, '
        f'"level": {{"frequency": {frequency}, "newspaper": {newspaper}, "grade": {grade}}}}}'
    )
    return f'{{"surface": {dumps(analysis.surface)}, "start": ', _safe(rest)


def _strings(values: Iterable[str]) -> str:
    return f"[{', '.join([quoted(value) for value in values])}]"


def _value(value: int | None) -> str:
    """A number, a truth value or null."""
    return "null" if value is None else str(value).lower()


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
