"""A course of nbgrader's: the folder that assignments are written to."""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
import tempfile
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from kit.classroom.assign import key
from kit.classroom.assign.assignment import Assigned
from kit.classroom.assign.key import Key
from kit.classroom.assign.notebook import compose
from kit.errors import InputError
from kit.learner import answers_file, assignment_file
from kit.lesson.notebook_run import to_text

CONFIG = "nbgrader_config.py"
SOURCE, RELEASE = "source", "release"
LONGEST = 50
"""Characters of an assignment's name: 250 bytes are what every system takes."""

_NAME = re.compile(r"\w[\w.-]*")
_CHANGES = re.compile(r"[^#]*(ClearHiddenTests|GenerateAssignment\.preprocessors)")


def check_name(name: str) -> None:
    """See to it that an assignment can bear a name.

    Raises:
        InputError: it can't.
    """
    if not _NAME.fullmatch(name) or len(name) > LONGEST:
        mend = f"take letters, digits, - and _, {LONGEST} at the most: --name ASSIGNMENT"
        raise InputError(f"an assignment can't be named {name!r}", mend)


def keys(course: Path, name: str) -> list[Key]:
    """The keys to the parts of an assignment, as its source has them; none where there is none.

    Raises:
        InputError: a key is broken.
    """
    file = _file(course, name)
    try:
        return [key.of_text(text) for text in _key_texts(file)]
    except InputError as error:
        raise InputError(error.problem, f"{error.mend} --force", file=file) from None


def salt(course: Path, name: str, *, force: bool = False, new: str = "") -> str:
    """The salt that an assignment has already, so that answers given to it stay with it.

    Args:
        course: its folder.
        name: the assignment's.
        force: whether a broken key is passed over.
        new: the salt where there is none yet; a secret one if empty.

    Raises:
        InputError: a key is broken.
    """
    for text in _key_texts(_file(course, name)):
        try:
            return key.of_text(text).salt
        except InputError:
            if not force:
                keys(course, name)
                raise
    return new or secrets.token_hex(16)


def _key_texts(file: Path) -> list[str]:
    found = _notebook(file) or {"cells": []}
    held = (key.in_cell("".join(cell["source"])) for cell in found["cells"])
    return [text for text in held if text is not None]


def write(course: Path, assigned: Assigned, *, force: bool = False) -> list[Path]:
    """Write an assignment to a course's source.

    The course's folder is made, with a configuration that names the course, if it is not there.

    Args:
        course: its folder.
        assigned: what to write.
        force: whether to write over an assignment that is not as the kit wrote it.

    Returns:
        The files written.

    Raises:
        InputError: there is such an assignment and it was changed, or is not the kit's; students
            would get keys or another's answers; or a file cannot be written.
    """
    notebook = _file(course, assigned.name)
    folder = notebook.parent
    if folder.exists() and not force and not _as_written(notebook):
        mend = "give another --name, or --force to write over it"
        raise InputError("this is there already and was changed", mend, file=folder)
    released = course / RELEASE / assigned.name / answers_file.NAME
    answers = folder / answers_file.NAME
    if answers.exists() or (answers := released).exists():
        problem = "these answers would be handed out, and take the place of each student's"
        raise InputError(problem, "delete them, or move them elsewhere", file=answers)
    if not force and (line := _keeps_keys(course / CONFIG)):
        problem = "this may leave the keys in what students get"
        mend = "take it out, or make sure that it does not, and give --force"
        raise InputError(problem, mend, file=course / CONFIG, line=line)
    given = assignment_file.to_text(assigned.given)
    made = compose(assigned)
    made.metadata.kit.digest = _digest(made, given)
    files = {folder / assignment_file.NAME: given, notebook: to_text(made)}
    try:
        if not course.exists():
            course.mkdir()
            files = {course / CONFIG: _config(course)} | files
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=course, prefix=".kit-") as scratch:
            for file, text in files.items():
                Path(scratch, file.name).write_text(text, encoding="utf-8", newline="\n")
            for file in files:
                os.replace(Path(scratch, file.name), file)
    except FileNotFoundError:
        problem = f"the folder {course.parent} is not there"
        raise InputError(problem, "make it, or name another", file=course) from None
    except OSError as error:
        problem = f"the assignment cannot be written ({error.strerror})"
        raise InputError(problem, "name a folder that can be written", file=course) from None
    return list(files)


def _file(course: Path, name: str) -> Path:
    return course / SOURCE / name / f"{name}.ipynb"


def _config(course: Path) -> str:
    name = re.sub(r"[^\w.-]+", "-", course.resolve().name)
    return f"c = get_config()\n\nc.CourseDirectory.course_id = {json.dumps(name)}\n"


def _keeps_keys(config: Path) -> int:
    """The line of a course's configuration that changes how hidden tests are taken out, or 0."""
    try:
        lines = config.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return 0
    return next((number for number, line in enumerate(lines, 1) if _CHANGES.match(line)), 0)


def _as_written(notebook: Path) -> bool:
    """Whether an assignment is as the kit wrote it."""
    found = _notebook(notebook)
    try:
        given = (notebook.parent / assignment_file.NAME).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return False
    own = found["metadata"].get("kit") if found else None
    return isinstance(own, dict) and own.get("digest") == _digest(found, given)


def _notebook(file: Path) -> dict[str, Any] | None:
    """A notebook as its file has it; None where there is none."""
    try:
        found = json.loads(file.read_bytes())
        if all(isinstance(cell["source"], str | list) for cell in found["cells"]):
            return found if isinstance(found["metadata"], dict) else None
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        pass
    return None


def _digest(notebook: NotebookNode | dict[str, Any] | None, given: str) -> str:
    """What tells whether anything was changed; where the lines of a cell are parted is nothing."""
    plain = json.loads(json.dumps(notebook))
    plain["metadata"]["kit"].pop("digest", None)
    for cell in plain["cells"]:
        cell["source"] = "".join(cell["source"])
    told = json.dumps([plain, given], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()
