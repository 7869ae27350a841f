"""A workspace: a folder that holds `notebooks/` and `vocab/`, and a student's copy of the kit's.

A copy remembers, in a small manifest, the hash of every file that it was given. By that a later
version of the kit knows which files the student never touched, and updates no others.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from kit import content
from kit.errors import InputError

FOLDERS = ("notebooks", "vocab")
MANIFEST = ".seiji-kit.json"


class Plan(NamedTuple):
    """What copying will do, as sorted paths relative to the workspace.

    `add`: files that aren't there. `update`: files of an older version that nobody touched.
    `keep`: files that were changed here, while the kit has a newer version of them.
    """

    add: list[str]
    update: list[str]
    keep: list[str]


def find(start: Path) -> Path | None:
    """The nearest folder, from `start` upward, that holds both `notebooks/` and `vocab/`."""
    start = start.absolute()
    return next((folder for folder in (start, *start.parents) if is_workspace(folder)), None)


def is_workspace(folder: Path) -> bool:
    """Whether the folder holds both `notebooks/` and `vocab/`."""
    return all((folder / name).is_dir() for name in FOLDERS)


def is_copy(folder: Path) -> bool:
    """Whether `copy` made this workspace: only then may it bring newer files."""
    return (folder / MANIFEST).is_file()


def copy(folder: Path) -> Plan:
    """Bring the kit's notebooks and vocabulary to a folder, never over a student's work.

    Args:
        folder: made if it isn't there.

    Returns:
        What was done.

    Raises:
        InputError: the folder can't be made or written.
    """
    try:
        if not is_copy(folder):
            folder.mkdir(parents=True, exist_ok=True)
            _write_manifest(folder, {})  # first: a copy broken off is completed the next time
        offered = _offered()
        hashes = {path: _hash(data) for path, data in offered.items()}
        found = {path: _hash((folder / path).read_bytes()) for path in _files(folder)}
        done = plan(hashes, _read_manifest(folder), found)
        for path in done.add + done.update:
            _write(folder / path, offered[path])
        _write_manifest(folder, hashes)
    except OSError as error:
        raise InputError(
            f"can't be written ({error.strerror})", "name another: kit lab FOLDER", file=folder
        ) from None
    return done


def plan(offered: Mapping[str, str], given: Mapping[str, str], found: Mapping[str, str]) -> Plan:
    """Decide what to copy; each mapping is relative path → hash.

    Args:
        offered: the kit's files.
        given: what the folder was given or offered the last time.
        found: what the folder holds now.

    Returns:
        The plan. A file that the student deleted comes back; a file that was changed here is kept,
        and named only the first time that a newer version of it is offered.
    """
    differing = [path for path in sorted(offered) if found.get(path) != offered[path]]
    there = [path for path in differing if path in found]
    return Plan(
        add=[path for path in differing if path not in found],
        update=[path for path in there if found[path] == given.get(path)],
        keep=[path for path in there if given.get(path) not in (found[path], offered[path])],
    )


def _offered() -> dict[str, bytes]:
    """The kit's files: path in a workspace → bytes."""
    return {
        str(PurePosixPath(name, file.relative_to(content.folder(name)).as_posix())): (
            file.read_bytes()
        )
        for name in FOLDERS
        for file in _visible(content.folder(name))
    }


def _files(folder: Path) -> list[str]:
    return [
        file.relative_to(folder).as_posix() for name in FOLDERS for file in _visible(folder / name)
    ]


def _visible(folder: Path) -> list[Path]:
    """Files below a folder, without hidden ones (`.ipynb_checkpoints`)."""
    return [
        file
        for file in sorted(folder.rglob("*"))
        if file.is_file()
        and not any(part.startswith(".") for part in file.relative_to(folder).parts)
    ]


def _read_manifest(folder: Path) -> dict[str, str]:
    """The hashes given so far; none where the manifest is broken, so that every file is kept."""
    try:
        files = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["files"]
    except (ValueError, KeyError, TypeError):
        return {}
    return files if isinstance(files, dict) else {}


def _write_manifest(folder: Path, files: Mapping[str, str]) -> None:
    text = json.dumps({"files": dict(sorted(files.items()))}, indent=1, ensure_ascii=False)
    _write(folder / MANIFEST, text.encode() + b"\n")


def _write(file: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f".{file.name}.part")
    part.write_bytes(data)
    os.replace(part, file)


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
