"""Where a student met a word: in a lesson that teaches it, or in a sentence that was marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from kit.errors import InputError
from kit.language.annotate import annotate_line
from kit.language.article import Analysis
from kit.language.lexicon.detail import word_id
from kit.language.lexicon.dictionary import default
from kit.language.lexicon.glossary import Glossary
from kit.language.lexicon.identity import WordId
from kit.language.lexicon.lookup import lookup
from kit.language.script.kana import hiragana
from kit.learner.event import Context, Event
from kit.learner.word_key import key
from kit.lesson.lesson import Lesson
from kit.lesson.library import Library
from kit.lesson.reading import Meeting, glossary, in_example, meetings, sentence
from kit.lesson.vocabulary import TaughtWord

MOST_GLOSSES = 3
"""Glosses of a word that no lesson teaches: those that the dictionary has first."""


def lessons(events: Iterable[Event]) -> dict[str, str]:
    """The lesson in which each word, by its key, was last answered.

    Args:
        events: oldest first. Those of no lesson of the library (its names hold no `/`) are left
            out.
    """
    found = {}
    for event in events:
        if event.kind == "answer" and event.lesson and "/" not in event.lesson:
            found[key(event.item.partition("/")[2])] = event.lesson
    return found


class Shelf:
    """The lessons of a library, each opened when it is needed.

    opened: those that were. refused: name → why it can't be.
    """

    def __init__(self, library: Library, language: str) -> None:
        """Open none yet.

        Args:
            library: where they are.
            language: that they are asked in.
        """
        self.opened: dict[str, Lesson] = {}
        self.refused: dict[str, InputError] = {}
        self._library = library
        self._language = language
        self._names = library.names()
        self._taught: dict[Lesson, dict[str, TaughtWord]] = {}
        self._met: dict[Lesson, dict[str, Meeting]] = {}

    def lesson(self, name: str) -> Lesson | None:
        """A lesson, or None where it is not there or broken."""
        if name not in self.opened and name not in self.refused:
            try:
                lesson = self._library.open(name, self._language)
            except InputError as error:
                self.refused[name] = error
            else:
                self.opened[name] = lesson
                self._taught[lesson] = {key(word.id): word for word in lesson.words}
        return self.opened.get(name)

    def every(self) -> Iterator[Lesson]:
        """All lessons that can be opened: those that are open already, then the others."""
        yield from [*self.opened.values()]
        for name in self._names:
            if name not in self.opened and (lesson := self.lesson(name)):
                yield lesson

    def meeting(self, lesson: Lesson, word: str) -> Meeting | None:
        """Where a lesson first brings a word that it teaches; None where it does not teach it.

        Args:
            lesson: one of this shelf.
            word: its id.
        """
        taught = self._taught[lesson].get(key(word))
        if taught is None:
            return None
        if lesson not in self._met:
            self._met[lesson] = {meeting.word.id: meeting for meeting in meetings(lesson)}
        return self._met[lesson].get(taught.id) or in_example(lesson, taught) or _by_itself(taught)


def nowhere(language: str) -> Lesson:
    """The lesson of words that no lesson teaches: it has none of its own."""
    return Lesson("", "", "", "", None, (), (), Glossary({}), Path(), Path(), language=language)


def in_context(word: str, context: Context, lesson: Lesson) -> Meeting:
    """A word in the sentence in which it was marked, with the meaning that it has there.

    Args:
        word: its id.
        context: the sentence, around the word as it stands there; all empty for the word alone.
        lesson: the one whose glossary explains it.
    """
    headword, reading = WordId.parse(word)
    before, stands, after = context if any(context) else ("", headword, "")
    begin, end = len(before), len(before) + len(stands)
    text, words = before + stands + after, glossary(lesson)
    here = (
        found.analysis
        for found in sentence(lesson, text).words
        if (found.start, found.end) == (begin, end)
    )
    analysis = next(here, None)
    if analysis is None or key(word_id(analysis, default(), words).text) != key(word):
        taught = _taught(word, _senses(headword, reading, words))
        taught = taught._replace(part_of_speech=_part_of_speech(headword, words))
        return Meeting(taught, "", text, begin, end, "")
    taught = _taught(word, analysis.glosses)._replace(
        alternatives=analysis.alternatives if stands == headword else (),
        part_of_speech=_named(analysis),
    )
    return Meeting(taught, "", text, begin, end, analysis.reading)


def _part_of_speech(headword: str, words: Glossary) -> str:
    """What a word is when it stands alone; empty where it is not one word then."""
    found = [*annotate_line(headword, "paragraph", words).words]
    return _named(found[0].analysis) if len(found) == 1 else ""


def _named(analysis: Analysis) -> str:
    return "name" if analysis.kind == "name" else analysis.pos


def _senses(headword: str, reading: str, words: Glossary) -> tuple[str, ...]:
    """The senses of the first entry for a word that is read so, else of the first."""
    found = lookup(headword, glossary=words)
    whole = [match for match in found if match.length == len(headword)]
    alike = [match for match in whole if reading in map(hiragana, match.readings)]
    return next((match.glosses for match in alike or whole), ())


def _by_itself(word: TaughtWord) -> Meeting:
    return Meeting(word, "", word.word, 0, len(word.word), word.reading)


def _taught(word: str, senses: tuple[str, ...]) -> TaughtWord:
    headword, reading = WordId.parse(word)
    glosses = senses[0].split("; ")[:MOST_GLOSSES] if senses else ()
    return TaughtWord(headword, reading, tuple(glosses))
