"""What a student did and knows, out of the kit and into it.

A progress file is JSON Lines in UTF-8. Its first line says what it is and whose:
`{"format": "seiji-kit-progress", "version": 1, "student": "me"}`. Every other line is an event with
the fields of `Event` by their names; `time` is in UTC, ISO 8601 with microseconds, and `context` is
a list of three texts, left out where they are empty.
"""

from __future__ import annotations

import json
import math
import re
import uuid
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from kit.errors import InputError
from kit.language.as_json import dumps
from kit.learner import headword, known_words
from kit.learner.event import NO_CONTEXT, Event
from kit.learner.progress import Progress
from kit.learner.word_cell import KnownWord, KnownWords

PROGRESS = "progress"
"""The kind of a progress file, beside those of `known_words` and `anki_collection`."""

FORMAT = "seiji-kit-progress"
VERSION = 1

LONGEST = 10_000
"""Characters of the longest text that an event may hold."""

FIRST_YEAR, LAST_YEAR = 1970, 2199
"""Of a time that an event may have."""

AHEAD = timedelta(days=1)
"""How far another machine's clock may be ahead of this one's."""

_NAMESPACE = uuid.UUID("1b2dc0c5-7d0a-5e0f-9f4b-6a5b6d2f8d11")
"""Of the ids of events that are made from known words, or from another student's events; another
one would double them."""

_ID = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_END = re.compile("\r\n|\r|\n")
_EXPORT = "export it again with kit progress export"

_TYPES: Mapping[str, tuple[type, ...]] = {
    "id": (str,),
    "student": (str,),
    "lesson": (str,),
    "item": (str,),
    "kind": (str,),
    "answer": (str,),
    "correct": (bool, type(None)),
    "milliseconds": (int, type(None)),
    "hints": (int,),
    "time": (str,),
    "context": (list,),
}
_NAMES = {str: "a text", bool: "true or false", int: "a number", type(None): "null", list: "a list"}
_HIGHEST = 2**53  # the highest whole number that every reader of JSON keeps


Place = tuple[int, str]
"""A line, counted from 1, and what stands there."""


class Brought(NamedTuple):
    """What a file brought.

    kind: of the file.
    new, there: how many events, or words, were not there yet, and how many were.
    unknown: what the kit finds no word in, each with its line (in an Anki package, its note).
    unstudied: how many words there are that were never studied, and so are left out.
    ambiguous: kana that may be several words, and so are left out, each with its line.
    unlisted: words of `new` and `there` that no dictionary has, each with its line.
    """

    kind: str
    new: int
    there: int
    unknown: tuple[Place, ...] = ()
    unstudied: int = 0
    ambiguous: tuple[Place, ...] = ()
    unlisted: tuple[Place, ...] = ()


def write(events: Iterable[Event], student: str) -> Iterator[str]:
    """The lines of a progress file, without their ends.

    Args:
        events: the student's.
        student: whose they are.
    """
    yield dumps({"format": FORMAT, "version": VERSION, "student": student})
    for event in events:
        fields = event._asdict()
        fields["time"] = event.time.astimezone(UTC).isoformat(timespec="microseconds")
        if event.context == NO_CONTEXT:
            del fields["context"]
        yield dumps(fields)


def read(path: Path, student: str | None = None) -> list[Event]:
    """The events of a progress file, in its order.

    Args:
        path: the file; `-` is standard input.
        student: whose they shall be; as in the file if None. Another student's events get ids of
            their own, the same each time.

    Raises:
        InputError: the file cannot be read, or a line of it is no event.
    """
    found = known_words.contents(path)
    if not isinstance(found, str):
        problem = "this is an Anki package, and no progress file"
        raise InputError(problem, _EXPORT, file=known_words.named(path))
    return _read(found, known_words.named(path), student)


def bring(path: Path, progress: Progress, now: datetime) -> Brought:
    """Record what a file holds, all of it or nothing; the second time nothing of it is new.

    What the file is shows in what it holds, not in its name: a progress file, an Anki package,
    Anki's notes as text, a CSV file, or a list of words.

    Args:
        path: the file; `-` is standard input.
        progress: where it goes; events and words become those of its student.
        now: in UTC; when words became known that were never reviewed. No event may be later than
            AHEAD after it.

    Raises:
        InputError: the file cannot be read, or the student's events cannot be written.
    """
    found, file = known_words.contents(path), known_words.named(path)
    if not isinstance(found, str):
        return _words(found, progress, now)
    if not found.strip():
        raise InputError("there is nothing in it", "name a file with events or words", file=file)
    if not known_words.is_progress(found):
        return _words(known_words.parse(found, file), progress, now)
    events = {event.id: event for event in _read(found, file, progress.student, now + AHEAD)}
    new = progress.record_all(events.values()) if events else 0
    return Brought(PROGRESS, new, len(events) - new)


def check_student(name: str) -> None:
    """Whether a student can be called so in a progress file.

    Raises:
        InputError: not so.
    """
    if not name:
        raise InputError("the student has no name", "name one, or leave --student out")
    try:
        _check_text("student", name)
    except LineError as error:
        raise InputError(error.problem, "choose another name") from None


def as_events(words: Iterable[KnownWord], student: str, now: datetime) -> list[Event]:
    """Words that are known as events: a mark, or what was learnt elsewhere.

    The id of an event is made from what it says, so that the same words make the same events. A
    later export from Anki, with a review or an interval that is new, makes a new one.

    Args:
        words: of one that is there several times, the longest interval counts; a word without
            interval is known for good.
        student: who knows them.
        now: in UTC; for words without a time, and the latest time there is.

    Returns:
        An event for each headword and reading that is meant, in the order of the words; see
        `kit.learner.headword.meant`. None for kana that may be several words.
    """
    return [_event(id_, word, student, now) for id_, word in _found(words).known.items()]


# ---- words


class _Found(NamedTuple):
    """What was found in words.

    known: the id of a headword and reading → the word that says the most of it.
    unlisted: those of them that no dictionary has. unknown, ambiguous: what is none of them.
    """

    known: dict[str, KnownWord]
    unlisted: list[KnownWord]
    unknown: list[KnownWord]
    ambiguous: list[KnownWord]


def _words(words: KnownWords, progress: Progress, now: datetime) -> Brought:
    found = _found(words.words)
    events = {_event(id_, word, progress.student, now): word for id_, word in found.known.items()}
    there = {event.id for event in progress.everything()}
    new = {word for event, word in events.items() if event.id not in there}
    if new:
        progress.record_all(events)
    return Brought(
        words.kind,
        len(new),
        len(set(events.values()) - new),
        _places(found.unknown),
        words.unstudied,
        _places(found.ambiguous),
        _places(found.unlisted),
    )


def _places(words: Iterable[KnownWord]) -> tuple[Place, ...]:
    return tuple((word.line, word.word) for word in words)


def _found(words: Iterable[KnownWord]) -> _Found:
    """What different words stand for."""
    found = _Found({}, [], [], [])
    for word in words:
        meant = headword.meant(word.word, word.reading)
        if not meant:
            found.unknown.append(word)
        elif len({headed.headword for headed in meant}) > 1:
            found.ambiguous.append(word)
        else:
            if not any(map(headword.is_listed, meant)):
                found.unlisted.append(word)
            for id_ in (headed.text for headed in meant):
                if id_ not in found.known or _surer(word, found.known[id_]):
                    found.known[id_] = word
    return found


def _surer(word: KnownWord, other: KnownWord) -> bool:
    if word.interval is None or other.interval is None:
        return word.interval is None and other.interval is not None
    return word.interval > other.interval


def _event(word_id: str, word: KnownWord, student: str, now: datetime) -> Event:
    if word.interval is None:
        kind, answer, time = "mark", "known", now
    else:
        kind, answer = "import", f"{word.interval:g}"
        time = now if word.last is None else min(word.last, now)
    last = "" if word.last is None else word.last.isoformat()
    identity = uuid.uuid5(_NAMESPACE, json.dumps([student, kind, word_id, answer, last]))
    seen = Event.seen(kind, "", word_id, answer, time=time, student=student)
    return seen._replace(id=str(identity))


# ---- events


class LineError(ValueError):
    """A line of a progress file is not what it should be."""

    def __init__(self, problem: str, mend: str = _EXPORT) -> None:
        super().__init__(problem)
        self.problem, self.mend = problem, mend


def _read(
    text: str, path: Path, student: str | None, latest: datetime | None = None
) -> list[Event]:
    """The events of a text.

    Args:
        text: the whole file.
        path: what it is called in an error.
        student: whose the events shall be; as in the file if None.
        latest: the latest time that an event may have, in UTC; any if None.
    """
    events: list[Event] = []
    whose: str | None = None
    for number, line in enumerate(_LINE_END.split(text), start=1):
        if not line.strip():
            continue
        try:
            fields = fields_of(line)
            if whose is None:
                whose = student_of(fields)
            else:
                event = event_of(fields, whose)
                if latest is not None and event.time > latest:
                    raise LineError("the time is more than a day in the future", "set the clock")
                events.append(event)
        except LineError as error:
            raise InputError(error.problem, error.mend, file=path, line=number) from None
    if whose is None:
        raise InputError("there is nothing in it", _EXPORT, file=path)
    if student is None or student == whose:
        return events
    return [_of(student, event) for event in events]


def _of(student: str, event: Event) -> Event:
    """Another student's event as this student's: an id is one event's, whoever has it."""
    identity = uuid.uuid5(_NAMESPACE, json.dumps([student, event.id]))
    return event._replace(id=str(identity), student=student)


def fields_of(line: str) -> dict[str, Any]:
    """The fields of a line.

    Raises:
        LineError: it is no object of JSON.
    """
    try:
        found = json.loads(line, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise LineError("this is no line of JSON") from None
    if not isinstance(found, dict):
        raise LineError("this is no object of JSON")
    return found


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)  # NaN and Infinity are no JSON


def student_of(head: Mapping[str, Any]) -> str:
    """Whose events they are, as the first line says.

    Raises:
        LineError: it is no such line, or of a newer version.
    """
    if head.get("format") != FORMAT:
        raise LineError(f'the first line does not say "format": "{FORMAT}"')
    version = head.get("version")
    if type(version) is not int or version < 1:
        raise LineError("the version is no number")
    if version > VERSION:
        raise LineError("this was written by a newer version of the kit", "update the kit")
    student = head.get("student")
    if not isinstance(student, str) or not student:
        raise LineError("the student is missing")
    _check_text("student", student)
    return student


def event_of(fields: Mapping[str, Any], student: str) -> Event:
    """The event that a line holds.

    Raises:
        LineError: it holds none, or that of another student.
    """
    for name in fields:
        if name not in _TYPES:
            raise LineError(f"an event has no {name[:40]!r}", "delete it, or update the kit")
    for name, types in _TYPES.items():
        if name not in fields:
            if name == "context":
                continue
            raise LineError(f"the {name} is missing")
        value = fields[name]
        if type(value) not in types:
            raise LineError(f"the {name} is not {' or '.join(_NAMES[kind] for kind in types)}")
        if isinstance(value, str):
            _check_text(name, value)
        elif isinstance(value, int) and not 0 <= value <= _HIGHEST:
            raise LineError(f"the {name} is out of range")
    if not _ID.fullmatch(fields["id"]):
        raise LineError("the id is no UUID in small letters")
    if fields["student"] != student:
        problem = "the event is another student's than the first line says"
        raise LineError(problem, "put it into a file of its own")
    if not fields["kind"]:
        raise LineError("the kind is empty")
    _check_days(fields)
    return Event(**{**fields, "time": _time(fields["time"]), "context": _context(fields)})


def _check_text(name: str, text: str) -> None:
    if len(text) > LONGEST:
        raise LineError(f"the {name} is longer than {LONGEST:,} characters", "shorten it")
    if _SURROGATE.search(text):
        raise LineError(f"the {name} holds half a character")


def _check_days(fields: Mapping[str, Any]) -> None:
    """The days of a word that was learnt elsewhere are a number."""
    if fields["kind"] != "import":
        return
    try:
        days = float(fields["answer"])
    except ValueError:
        days = math.nan
    if not 0 < days < math.inf:
        raise LineError("the days of an imported word are no number", "write them as in 30")


def _time(text: str) -> datetime:
    mend = "write it as in 2026-01-10T12:00:00.000000+00:00"
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        raise LineError("the time is no date and time", mend) from None
    if time.tzinfo is None:
        raise LineError("the time has no zone", mend)
    if not FIRST_YEAR <= time.year <= LAST_YEAR:
        raise LineError(f"the time is not between {FIRST_YEAR} and {LAST_YEAR}", mend)
    return time.astimezone(UTC)


def _context(fields: Mapping[str, Any]) -> tuple[str, str, str]:
    texts = fields.get("context", list(NO_CONTEXT))
    if len(texts) != len(NO_CONTEXT) or not all(isinstance(text, str) for text in texts):
        raise LineError("the context is no list of three texts")
    for text in texts:
        _check_text("context", text)
    before, word, after = texts
    return before, word, after
