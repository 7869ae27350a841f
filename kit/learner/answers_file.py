"""A student's answers to an assignment: a file beside its notebook, handed in with it.

It comes back from students, so that whatever stands in it is read with care.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from stat import S_ISREG
from typing import Any, NamedTuple

from kit.errors import InputError
from kit.learner.session import tidy

NAME = "answers.json"
FORMAT = "seiji-kit answers 1"
LARGEST = 5_000_000
"""Bytes of a file that is read."""

LONGEST_TIME = 24 * 60 * 60 * 1000
"""Milliseconds that an answer may have taken."""

_MEND = "answer in the notebook, which writes the file"


class Given(NamedTuple):
    """An answer: its text, when it was given, in UTC, and how long it took, where that is known."""

    answer: str
    time: datetime | None = None
    milliseconds: int | None = None


class Answers(NamedTuple):
    """What was answered.

    assignment: the id of the one that they belong to. given: question's id → answer.
    spoilt: the questions whose answers are no text; they count as not answered.
    """

    assignment: str
    given: Mapping[str, Given]
    spoilt: tuple[str, ...] = ()


def read(file: Path) -> Answers | None:
    """The answers in a file; None where there is no file.

    Raises:
        InputError: it is none that the kit wrote, or is broken.
    """
    try:
        data = _bytes(file)
    except FileNotFoundError:
        return None
    except OSError as error:
        problem = f"the answers cannot be read ({error.strerror})"
        raise InputError(problem, _MEND, file=file) from None
    return of_bytes(data, file)


def of_bytes(data: bytes, file: Path | None = None) -> Answers:
    """The answers that a file holds.

    Args:
        data: its bytes.
        file: the file, for errors.

    Raises:
        InputError: it is none that the kit wrote, or is broken.
    """
    if len(data) > LARGEST:
        raise InputError(f"the answers are larger than {LARGEST:,} bytes", _MEND, file=file)
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        problem = "the answers are cut short or broken"
        raise InputError(problem, _MEND, file=file) from None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise InputError("these are no answers of the kit", _MEND, file=file)
    assignment, given = found.get("assignment"), found.get("answers")
    if not isinstance(assignment, str) or not isinstance(given, dict):
        raise InputError("these answers were changed", _MEND, file=file)
    read_ = {name: _given(value) for name, value in given.items()}
    whole = {name: value for name, value in read_.items() if value is not None}
    return Answers(assignment, whole, tuple(name for name in read_ if name not in whole))


def to_text(answers: Answers) -> str:
    """Answers as the text of their file."""
    given = {
        name: {
            "answer": one.answer,
            "time": one.time.isoformat() if one.time else None,
            "milliseconds": one.milliseconds,
        }
        for name, one in answers.given.items()
    }
    made = {"format": FORMAT, "assignment": answers.assignment, "answers": given}
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def write(file: Path, answers: Answers) -> None:
    """Write answers, whole or not at all.

    Raises:
        InputError: the file cannot be written.
    """
    part = file.with_name(f".{file.name}.part")
    try:
        part.write_text(to_text(answers), encoding="utf-8", newline="\n")
        os.replace(part, file)
    except OSError as error:
        problem = f"the answers cannot be written ({error.strerror})"
        raise InputError(problem, "make the folder writable", file=file) from None


class Sheet:
    """The answers to one assignment, as they are given.

    given: question's id → answer. trouble: why the last of them is not kept, or why those in the
    file could not be taken; empty where all is well.
    aside: the name of the file that those which could not be taken were moved to, or empty.
    keeps: whether answers are kept at all, or for as long as there is this sheet.
    """

    def __init__(self, file: Path, assignment: str, *, keeps: bool = True) -> None:
        """Begin, or go on with what the file has.

        Args:
            file: where they are kept.
            assignment: the id of what they belong to.
            keeps: whether the file may be written.
        """
        self.keeps = keeps
        self._file = file
        self._assignment = assignment
        self._waiting: dict[str, Given] = {}
        self.trouble = self.aside = ""
        self.given: Mapping[str, Given] = {}
        self._take()

    def keep(self, question: str, given: Given) -> None:
        """Keep an answer; one that can't be kept is kept with the next one that can.

        What another notebook has written to the file meanwhile stays. A file that is not of this
        assignment is moved out of the way.
        """
        self._waiting[question] = given
        if not self.keeps:
            self.given = {**self.given, question: given}
            return
        try:
            if not self._take():
                self.aside = self._file.rename(_free(self._file)).name
            write(self._file, Answers(self._assignment, self.given))
        except InputError as error:
            self.trouble = str(error)
        except OSError as error:
            self.trouble = f"{self._file} cannot be replaced ({error.strerror})"
        else:
            self.trouble = ""
            self._waiting = {}

    def _take(self) -> bool:
        """Take what the file has; whether it may be written over."""
        try:
            found = read(self._file)
            if found is not None and found.assignment != self._assignment:
                raise InputError("these answers are of another assignment", _MEND, file=self._file)
        except InputError as error:
            self.trouble = str(error)
            self.given = {**self.given, **self._waiting}
            return False
        self.given = {**(found.given if found else {}), **self._waiting}
        return True


def _free(file: Path) -> Path:
    """A name beside a file that nothing has."""
    number = 1
    while (other := file.with_stem(f"{file.stem}-{number}")).exists():
        number += 1
    return other


def _bytes(file: Path) -> bytes:
    """What a plain file holds; a link, a pipe or a device is none.

    Raises:
        OSError: it cannot be read.
        InputError: it is no plain file.
    """
    if file.is_symlink() or not S_ISREG(file.stat().st_mode):
        raise InputError("this is no plain file", _MEND, file=file)
    with file.open("rb") as opened:
        return opened.read(LARGEST + 1)


def _given(found: Any) -> Given | None:
    """An answer as the file has it; None where it is no text."""
    if not isinstance(found, dict) or not isinstance(found.get("answer"), str):
        return None
    return Given(tidy(found["answer"]), _time(found.get("time")), _taken(found.get("milliseconds")))


def _time(found: object) -> datetime | None:
    try:
        time = datetime.fromisoformat(found) if isinstance(found, str) else None
    except ValueError:
        return None
    return time if time is not None and time.tzinfo is not None else None


def _taken(found: object) -> int | None:
    if not isinstance(found, int) or isinstance(found, bool):
        return None
    return found if 0 <= found <= LONGEST_TIME else None
