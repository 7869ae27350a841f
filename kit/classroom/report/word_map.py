"""The words of a lesson's text: which there are, and in which paragraphs each of them stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from kit.language.article import Analysis
from kit.language.lexicon import dictionary
from kit.language.lexicon.detail import word_id
from kit.language.lexicon.identity import WordId
from kit.lesson.kept import kept
from kit.lesson.lesson import Lesson
from kit.lesson.reading import annotated, glossary
from kit.lesson.vocabulary import TaughtWord


class Found(NamedTuple):
    """A word of the text.

    id: what look-ups of it are kept under. places: the paragraphs that it stands in.
    """

    id: str
    word: str
    reading: str
    meaning: str
    places: frozenset[str]


def id_of(lesson: Lesson, word: Analysis) -> str:
    """What a word of the text is known by: of a taught one, that of its row."""
    return _ids(lesson).get(word, "")


def taught(lesson: Lesson, id_: str) -> str:
    """The id of a taught word, whatever reading it was kept with; of any other, its own.

    Of a word with several rows it is the row's with this reading, else the first one's.
    """
    rows = [word for word in lesson.words if word.word == WordId.parse(id_).headword]
    return id_ if not rows or id_ in {row.id for row in rows} else rows[0].id


@kept
def words(lesson: Lesson) -> Mapping[str, Found]:
    """Each different word of the text by its id, in the order of the text, without symbols."""
    found: dict[str, Found] = {}
    for passage in lesson.passages():
        for line in annotated(lesson, passage):
            for word in line.words:
                if id_ := id_of(lesson, word.analysis):
                    known = found.get(id_) or _found(lesson, id_, word.analysis)
                    found[id_] = known._replace(places=known.places | {passage.place})
    return found


def _found(lesson: Lesson, id_: str, word: Analysis) -> Found:
    reading = WordId.parse(id_).reading
    row = _rows(lesson).get(word.headword)
    meaning = row.meanings[0] if row else next(iter(word.glosses), "")
    return Found(id_, word.headword, reading, meaning, frozenset())


@kept
def _ids(lesson: Lesson) -> Mapping[Analysis, str]:
    known, terms = dictionary.default(), glossary(lesson)
    analyses = {
        word.analysis
        for passage in lesson.passages()
        for line in annotated(lesson, passage)
        for word in line.words
    }
    return {
        word: taught(lesson, word_id(word, known, terms).text)
        for word in analyses
        if word.kind != "symbol"
    }


@kept
def _rows(lesson: Lesson) -> Mapping[str, TaughtWord]:
    return {word.word: word for word in lesson.words}
