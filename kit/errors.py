"""The one error that a user's input can cause: a line that says where, what and how to mend it."""

from __future__ import annotations

from pathlib import Path


class InputError(ValueError):
    """Something that was given to the kit cannot be used.

    Args:
        problem: what is wrong, one short clause.
        mend: what to do about it, one short clause.
        file: the file that holds it, where there is one.
        line: the line in that file, counted from 1.
    """

    def __init__(
        self, problem: str, mend: str, *, file: str | Path | None = None, line: int | None = None
    ) -> None:
        self.problem = problem
        self.mend = mend
        self.file = None if file is None else str(file)
        self.line = line
        place = "" if self.file is None else f"{self.file}:{line}: " if line else f"{self.file}: "
        super().__init__(f"{place}{problem}; {mend}")
