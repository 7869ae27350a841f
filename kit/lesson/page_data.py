"""Annotated text as the front ends take it: plain values, each different word once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kit.language import article
from kit.language.article import Analysis
from kit.language.lexicon import dictionary
from kit.language.lexicon.detail import detail, kanji
from kit.language.lexicon.dictionary import Dictionary
from kit.language.lexicon.glossary import Glossary
from kit.language.lexicon.identity import WordId
from kit.language.script.kana import hiragana
from kit.lesson.ruby import over_kanji, spoken

MOST_KUN = 4
"""Kun readings of a kanji that are shown: some have a dozen forms of one."""

Part = tuple[str, Sequence[article.Paragraph], Sequence[tuple[str, str]]]
"""A part of a text: its place in a lesson or empty, its lines, name and text of its versions."""


def page_data(parts: Sequence[Part], glossary: Glossary) -> dict[str, Any]:
    """What the reader needs to show a text without asking anyone.

    Args:
        parts: the text.
        glossary: the one that it was annotated with.

    Returns:
        `words`: each different word once, without what is empty; `kanji`: character → on, kun,
        meanings, grade; `pages`: a part each, its lines as numbers of words.
    """
    words = dictionary.default()
    analyses = dict.fromkeys(
        word.analysis for _, lines, _ in parts for line in lines for word in line.words
    )
    numbers = {analysis: number for number, analysis in enumerate(analyses)}
    headwords = "".join(analysis.headword for analysis in analyses)
    return {
        "words": [_word(analysis, words, glossary) for analysis in analyses],
        "kanji": {
            character: [
                list(known.on),
                list(known.kun[:MOST_KUN]),
                list(known.meanings),
                known.grade,
            ]
            for character, known in kanji(headwords, words).items()
        },
        "pages": [
            {
                "place": place,
                "lines": [
                    {"kind": line.kind, "words": [numbers[word.analysis] for word in line.words]}
                    for line in lines
                ],
                "versions": [list(version) for version in versions],
            }
            for place, lines, versions in parts
        ],
    }


def _word(word: Analysis, words: Dictionary, glossary: Glossary) -> dict[str, Any]:
    furigana = over_kanji(word.furigana)
    read = any(kana for _, kana in furigana)
    if word.kind == "symbol":
        return {"surface": word.surface} | ({"furigana": furigana} if read else {})
    told = detail(word, words, glossary)
    said = spoken(word.furigana)
    entry = {
        "id": WordId(word.headword, told.reading).text,
        "surface": word.surface,
        "furigana": furigana if read else None,
        "headword": word.headword if word.headword != word.surface else "",
        "reading": said if hiragana(said) == told.reading else told.reading,
        "alternatives": word.alternatives,
        "senses": told.senses,
        "official": told.official,
        "role": told.role,
        "others": told.others,
        "inflection": word.inflection,
        "accent": [word.accent.drop, word.accent.estimated] if word.accent else None,
        "band": word.level.frequency,
        "uncertain": word.uncertain,
        "kind": word.kind if word.kind != "word" else "",
    }
    return {name: value for name, value in entry.items() if value}
