"""Building: the notebooks of lessons, and those written by hand, stored with their outputs."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import nbformat
from nbformat import NotebookNode, ValidationError

from kit.errors import InputError
from kit.lesson import notebook, notebook_run
from kit.lesson.library import Library


class Build(NamedTuple):
    """What a library's notebooks should be.

    texts: file → text. gone: notebooks built from parts that the lessons no longer have.
    """

    texts: dict[Path, str]
    gone: tuple[Path, ...]

    def stale(self) -> list[Path]:
        """The files that differ from what they should be, sorted."""
        differing = [file for file, text in self.texts.items() if _text(file) != text]
        return sorted([*differing, *self.gone])

    def write(self) -> list[Path]:
        """Bring the files up to date, each whole or not at all.

        Returns:
            Those that were written or removed.

        Raises:
            InputError: a file cannot be written.
        """
        stale = self.stale()
        for file in stale:
            try:
                if file in self.gone:
                    file.unlink()
                else:
                    part = file.with_name(f".{file.name}.part")
                    part.write_text(self.texts[file], encoding="utf-8", newline="\n")
                    os.replace(part, file)
            except OSError as error:
                problem = f"the notebook cannot be written ({error.strerror})"
                raise InputError(problem, "make its folder writable", file=file) from None
        return stale


def build(library: Library, names: Sequence[str] = ()) -> Build:
    """Build lessons, in memory.

    Args:
        library: where they are.
        names: the lessons to build; none means all, and the notebooks beside their folders too,
            whose cells are run and otherwise left as they are.

    Raises:
        InputError: a lesson is not there, is broken or cannot be run.
    """
    texts: dict[Path, str] = {}
    gone: list[Path] = []
    by_hand = {} if names else {page: _read(page) for page in _pages(library.notebooks)}
    for name in names or library.names():
        folder = library.folder(name)
        found = library.check(name)
        if found.lesson is None or found.errors:
            raise found.errors[0]
        lesson = found.lesson
        front_door = (library.notebooks / notebook.START).is_file()
        for file, made in notebook.compose(lesson, front_door).items():
            texts[folder / file] = notebook_run.to_text(notebook_run.run(made, folder / file))
        gone += [file for file in _built(folder, name) if file not in texts]
    for page, written in by_hand.items():
        texts[page] = notebook_run.to_text(notebook_run.run(written, page))
    return Build(texts, tuple(gone))


def _built(folder: Path, name: str) -> list[Path]:
    """The notebooks in a lesson's folder that were built from it."""
    return [file for file in _pages(folder) if _lesson_of(file) == {"lesson": name}]


def _lesson_of(file: Path) -> object:
    """What a notebook says under `kit` in its metadata; None where it says nothing."""
    try:
        found = json.loads(_text(file) or "")
    except ValueError:
        return None
    metadata = found.get("metadata") if isinstance(found, dict) else None
    return metadata.get("kit") if isinstance(metadata, dict) else None


def _pages(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.ipynb"))


def _read(file: Path) -> NotebookNode:
    """A notebook that was written by hand.

    Raises:
        InputError: it is none.
    """
    try:
        written: NotebookNode = nbformat.reads(_text(file) or "", as_version=4)  # type: ignore[no-untyped-call]
        nbformat.validate(written)
    except (ValueError, LookupError, TypeError, AttributeError, ValidationError):
        mend = "mend it, or move it elsewhere"
        raise InputError("this is no notebook", mend, file=file) from None
    return written


def _text(file: Path) -> str | None:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
