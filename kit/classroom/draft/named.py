"""What a teacher has to look at by eye: the names of an article, and words that nobody explains."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kit.classroom.draft.teaching_words import is_institution
from kit.language.article import Analysis, Paragraph
from kit.language.lexicon.glossary import Glossary
from kit.learner.headword import is_japanese


class Named(NamedTuple):
    """A name, or a word that no dictionary explains.

    reading: in hiragana, empty where nobody knows. unsure: whether it is a guess: people of one
    spelling are read in several ways, so only what the kit's own names have is none.
    """

    text: str
    reading: str
    unsure: bool


def names(paragraphs: Iterable[Paragraph], glossary: Glossary) -> tuple[Named, ...]:
    """The people, places and institutions of an article, each once, in its order.

    Args:
        paragraphs: the article, annotated.
        glossary: the one that it was annotated with.
    """
    found: dict[str, Named] = {}
    for word in _words(paragraphs):
        if word.kind == "name" or is_institution(word, glossary):
            unsure = word.uncertain or word.source != "glossary"
            found.setdefault(word.headword, Named(word.headword, word.reading, unsure))
    return tuple(found.values())


def unexplained(paragraphs: Iterable[Paragraph]) -> tuple[Named, ...]:
    """The words of an article that no dictionary explains, each once, in its order."""
    found: dict[str, Named] = {}
    for word in _words(paragraphs):
        if word.kind == "word" and not word.glosses and is_japanese(word.headword):
            found.setdefault(word.headword, Named(word.headword, word.reading, True))
    return tuple(found.values())


def _words(paragraphs: Iterable[Paragraph]) -> Iterable[Analysis]:
    return (word.analysis for paragraph in paragraphs for word in paragraph.words)
