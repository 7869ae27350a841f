"""Where lessons are: in the workspace around a folder, else those that came with the kit."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from kit import content, workspace
from kit.errors import InputError
from kit.lesson import check, source
from kit.lesson.check import Findings
from kit.lesson.lesson import Lesson


class Library(NamedTuple):
    """The two folders that lessons are kept in, and whether they are a workspace's own."""

    notebooks: Path
    vocab: Path
    own: bool

    def names(self) -> list[str]:
        """The lessons' names, sorted: the folders of `notebooks/` that hold a `lesson.md`."""
        return sorted(file.parent.name for file in self.notebooks.glob("*/lesson.md"))

    def folder(self, name: str) -> Path:
        """The folder of a lesson.

        Raises:
            InputError: there is no such lesson.
        """
        names = self.names()
        if name not in names:
            mend = f"choose one of {', '.join(names)}" if names else "make one with a lesson.md"
            raise InputError(f"there is no lesson {name!r} in {self.notebooks}", mend)
        return self.notebooks / name

    def open(self, name: str, language: str = "en") -> Lesson:
        """Read a lesson.

        Args:
            name: its name.
            language: of the prompts and reasons that the kit makes.

        Raises:
            InputError: there is no such lesson, or its files are broken.
        """
        return replace(source.read(*self.files(name)), language=language)

    def check(self, name: str) -> Findings:
        """Read a lesson as a strict editor would.

        Raises:
            InputError: there is no such lesson.
        """
        return check.check(*self.files(name))

    def files(self, name: str) -> tuple[Path, Path]:
        """The `lesson.md` and the CSV file of a lesson.

        Raises:
            InputError: there is no such lesson.
        """
        return self.folder(name) / "lesson.md", self.vocab / f"{name}.csv"


def is_public(name: str) -> bool:
    """Whether a lesson of this name came with the kit, so that everybody has its answers."""
    return (content.folder("notebooks") / name / "lesson.md").is_file()


def around(folder: Path) -> Library:
    """The library of the workspace that `folder` is in, else the one that came with the kit."""
    home = workspace.find(folder)
    if home is None:
        return Library(content.folder("notebooks"), content.folder("vocab"), own=False)
    return Library(home / "notebooks", home / "vocab", own=True)
