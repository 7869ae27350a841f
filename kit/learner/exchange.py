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
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from kit.errors import InputError
from kit.language.as_json import dumps
from kit.language.encoding import decode
from kit.learner import anki_collection, headword, known_words
from kit.learner.event import NO_CONTEXT, Event
from kit.learner.known_words import KnownWord, KnownWords
from kit.learner.progress import Progress

PROGRESS = "progress"
"""The kind of a progress file, beside those of `known_words` and `anki_collection`."""

FORMAT = "seiji-kit-progress"
VERSION = 1

LONGEST = 10_000
"""Characters of the longest text that an event may hold."""

FIRST_YEAR, LAST_YEAR = 1970, 2199
"""Of a time that an event may have."""

_NAMESPACE = uuid.UUID("1b2dc0c5-7d0a-5e0f-9f4b-6a5b6d2f8d11")
"""Of the ids of events that are made from known words; another one would double them."""

_ZIP = b"PK\x03\x04"
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


class Brought(NamedTuple):
    """What a file brought.

    kind: of the file.
    new, there: how many events, or words, were not there yet, and how many were.
    unknown: what the kit finds no word in, each with its line (in an Anki package, its note).
    unstudied: how many words there are that were never studied, and so are left out.
    """

    kind: str
    new: int
    there: int
    unknown: tuple[tuple[int, str], ...] = ()
    unstudied: int = 0


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
        path: the file.
        student: whose they shall be; as in the file if None.

    Raises:
        InputError: the file cannot be read, or a line of it is no event.
    """
    return _read(decode(known_words.contents(path), str(path)), path, student)


def bring(path: Path, progress: Progress, now: datetime) -> Brought:
    """Record what a file holds, all of it or nothing; the second time nothing of it is new.

    What the file is shows in what it holds, not in its name: a progress file, an Anki package,
    Anki's notes as text, a CSV file, or a list of words.

    Args:
        path: the file.
        progress: where it goes; events and words become those of its student.
        now: in UTC; when words became known that were never reviewed.

    Raises:
        InputError: the file cannot be read, or the student's events cannot be written.
    """
    if known_words.contents(path, len(_ZIP)) == _ZIP:
        return _words(anki_collection.read(path), progress, now)
    text = decode(known_words.contents(path), str(path))
    if not text.lstrip().startswith("{"):
        return _words(known_words.parse(text, path), progress, now)
    events = _read(text, path, progress.student)
    return _recorded(PROGRESS, events, progress)


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
        An event for each word whose headword and reading are found, in the order of the words.
    """
    return [event for _, event in _found(words, student, now) if event is not None]


# ---- words


def _words(known: KnownWords, progress: Progress, now: datetime) -> Brought:
    found = _found(known.words, progress.student, now)
    events = [event for _, event in found if event is not None]
    unknown = tuple((word.line, word.word) for word, event in found if event is None)
    brought = _recorded(known.kind, events, progress)
    return brought._replace(unknown=unknown, unstudied=known.unstudied)


def _recorded(kind: str, events: Iterable[Event], progress: Progress) -> Brought:
    different = {event.id: event for event in events}
    new = progress.record_all(different.values()) if different else 0
    return Brought(kind, new, len(different) - new)


def _found(
    words: Iterable[KnownWord], student: str, now: datetime
) -> list[tuple[KnownWord, Event | None]]:
    """Each different word with its event, or with None where no headword is found."""
    best: dict[str, KnownWord] = {}
    unknown = []
    for word in words:
        headed = headword.find(word.word, word.reading)
        if headed is None:
            unknown.append(word)
        elif headed.id not in best or _surer(word, best[headed.id]):
            best[headed.id] = word
    found = [(word, _event(id_, word, student, now)) for id_, word in best.items()]
    return [*found, *((word, None) for word in unknown)]


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


class _LineError(ValueError):
    def __init__(self, problem: str, mend: str = _EXPORT) -> None:
        super().__init__(problem)
        self.problem, self.mend = problem, mend


def _read(text: str, path: Path, student: str | None) -> list[Event]:
    events: list[Event] = []
    whose: str | None = None
    for number, line in enumerate(_LINE_END.split(text), start=1):
        if not line.strip():
            continue
        try:
            fields = _object(line)
            if whose is None:
                whose = _student(fields)
            else:
                events.append(_checked(fields, whose))
        except _LineError as error:
            raise InputError(error.problem, error.mend, file=path, line=number) from None
    if whose is None:
        raise InputError("there is nothing in it", _EXPORT, file=path)
    if student is None:
        return events
    return [event._replace(student=student) for event in events]


def _object(line: str) -> dict[str, Any]:
    try:
        found = json.loads(line, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise _LineError("this is no line of JSON") from None
    if not isinstance(found, dict):
        raise _LineError("this is no object of JSON")
    return found


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)  # NaN and Infinity are no JSON


def _student(head: Mapping[str, Any]) -> str:
    """Whose events they are, as the first line says."""
    if head.get("format") != FORMAT:
        raise _LineError(f'the first line does not say "format": "{FORMAT}"')
    version = head.get("version")
    if type(version) is not int or version < 1:
        raise _LineError("the version is no number")
    if version > VERSION:
        raise _LineError("this was written by a newer version of the kit", "update the kit")
    student = head.get("student")
    if not isinstance(student, str) or not student:
        raise _LineError("the student is missing")
    _check_text("student", student)
    return student


def _checked(fields: Mapping[str, Any], student: str) -> Event:
    for name in fields:
        if name not in _TYPES:
            raise _LineError(f"an event has no {name[:40]!r}", "delete it, or update the kit")
    for name, types in _TYPES.items():
        if name not in fields:
            if name == "context":
                continue
            raise _LineError(f"the {name} is missing")
        value = fields[name]
        if type(value) not in types:
            raise _LineError(f"the {name} is not {' or '.join(_NAMES[kind] for kind in types)}")
        if isinstance(value, str):
            _check_text(name, value)
        elif isinstance(value, int) and not 0 <= value <= _HIGHEST:
            raise _LineError(f"the {name} is out of range")
    if not _ID.fullmatch(fields["id"]):
        raise _LineError("the id is no UUID in small letters")
    if fields["student"] != student:
        problem = "the event is another student's than the first line says"
        raise _LineError(problem, "put it into a file of its own")
    if not fields["kind"]:
        raise _LineError("the kind is empty")
    _check_days(fields)
    return Event(**{**fields, "time": _time(fields["time"]), "context": _context(fields)})


def _check_text(name: str, text: str) -> None:
    if len(text) > LONGEST:
        raise _LineError(f"the {name} is longer than {LONGEST:,} characters", "shorten it")
    if _SURROGATE.search(text):
        raise _LineError(f"the {name} holds half a character")


def _check_days(fields: Mapping[str, Any]) -> None:
    """The days of a word that was learnt elsewhere are a number."""
    if fields["kind"] != "import":
        return
    try:
        days = float(fields["answer"])
    except ValueError:
        days = math.nan
    if not 0 < days < math.inf:
        raise _LineError("the days of an imported word are no number", "write them as in 30")


def _time(text: str) -> datetime:
    mend = "write it as in 2026-01-10T12:00:00.000000+00:00"
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        raise _LineError("the time is no date and time", mend) from None
    if time.tzinfo is None:
        raise _LineError("the time has no zone", mend)
    if not FIRST_YEAR <= time.year <= LAST_YEAR:
        raise _LineError(f"the time is not between {FIRST_YEAR} and {LAST_YEAR}", mend)
    return time.astimezone(UTC)


def _context(fields: Mapping[str, Any]) -> tuple[str, str, str]:
    texts = fields.get("context", list(NO_CONTEXT))
    if len(texts) != len(NO_CONTEXT) or not all(isinstance(text, str) for text in texts):
        raise _LineError("the context is no list of three texts")
    for text in texts:
        _check_text("context", text)
    before, word, after = texts
    return before, word, after
