"""The files in a folder, or in an archive of one, read in memory and within limits."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from kit.classroom.report.archive import (
    ENDINGS,
    LARGEST,
    PLAIN,
    File,
    Wanted,
    is_archive,
    is_beside,
    limited,
    members,
    stem,
)
from kit.errors import InputError

MOST_READ = 1_000_000_000
"""Bytes that are read of all files together."""

MOST_FILES = 100_000


def files(root: Path, wanted: Wanted) -> Iterator[File]:
    """The files of a bundle, without those that systems keep for themselves.

    Args:
        root: a folder, a .zip, .tar or .tar.gz file, or any other file. An archive in a folder
            is a folder too; one in an archive is not read.
        wanted: which files to read.

    Raises:
        InputError: there is no such file, or it cannot be read.
    """
    read = 0
    for number, file in enumerate(_files(root, wanted)):
        if number == MOST_FILES:
            problem = f"only its first {MOST_FILES:,} files are read"
            yield File((), problem=problem, mend="divide it")
            return
        yield file
        read += len(file.data or b"")
        if read > MOST_READ:
            problem = f"only its first {MOST_READ:,} bytes are read"
            yield File((), problem=problem, mend="divide it")
            return


def _files(root: Path, wanted: Wanted) -> Iterator[File]:
    try:
        mode = root.stat().st_mode
    except FileNotFoundError:
        raise InputError("there is no such file or folder", "check the name", file=root) from None
    except (OSError, ValueError) as error:
        raise _unreadable(root, error) from None
    try:
        if stat.S_ISDIR(mode):
            os.scandir(root).close()
            yield from _folder(root, wanted)
        elif stat.S_ISREG(mode):
            yield from (members(root, wanted) if is_archive(root) else [_plain(root, (root.name,))])
        else:
            raise InputError("this is no plain file", "name a file or a folder", file=root)
    except OSError as error:
        raise _unreadable(root, error) from None


def _unreadable(root: Path, error: OSError | ValueError) -> InputError:
    problem = f"it cannot be read ({getattr(error, 'strerror', error)})"
    return InputError(problem, "make it readable, or name another", file=root)


def _folder(root: Path, wanted: Wanted) -> Iterator[File]:
    closed: list[OSError] = []
    for place, folders, names in os.walk(root, onerror=closed.append):
        here = Path(place).relative_to(root).parts
        folders[:] = sorted(name for name in folders if not is_beside(name))
        for name in [*folders, *sorted(names)]:
            file, path = Path(place, name), (*here, name)
            if is_beside(name):
                continue
            if file.is_symlink():
                yield File(path, problem="this is a link", mend=PLAIN)
            elif name in folders:
                continue
            elif name.lower().endswith(ENDINGS) and file.is_file():
                yield from _inside(file, path, wanted)
            elif wanted(path):
                yield _plain(file, path)
            else:
                yield File(path)
    for error in closed:
        path = Path(error.filename).relative_to(root).parts
        yield File(path, problem=f"it cannot be read ({error.strerror})", mend="make it readable")


def _inside(file: Path, path: tuple[str, ...], wanted: Wanted) -> Iterator[File]:
    """The files of an archive in a folder, as if it were a folder named as it is."""
    here = (*path[:-1], stem(path[-1]))
    try:
        for member in members(file, lambda inner: wanted((*here, *inner))):
            yield member._replace(path=(*here, *member.path) if member.path else path)
    except InputError as error:
        yield File(path, problem=error.problem, mend=error.mend)
    except OSError as error:
        yield File(path, problem=f"it cannot be read ({error.strerror})", mend="make it readable")


def _plain(file: Path, path: tuple[str, ...]) -> File:
    try:
        if not stat.S_ISREG(file.lstat().st_mode):
            return File(path, problem="this is no plain file", mend=PLAIN)
        with file.open("rb") as opened:
            return limited(path, opened.read(LARGEST + 1))
    except OSError as error:
        problem = f"it cannot be read ({error.strerror})"
        return File(path, problem=problem, mend="make it readable")
