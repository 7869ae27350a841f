"""What the hidden test of a part runs, as a process of its own: key in, points and feedback out.

What the notebook did to Python, and files beside it that bear the names of modules, do not reach
this process, and cells or files that the assignment does not have are named in the feedback.
A cell that takes the place of what starts the process can still forge points and feedback, since
nbgrader takes both from the student's kernel: `kit report` judges the answers anew, outside it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kit.classroom.assign import feedback, key
from kit.classroom.assign.grade import grade
from kit.classroom.assign.key import Key
from kit.errors import InputError
from kit.learner import answers_file
from kit.learner.answers_file import Answers
from kit.texts import Texts, texts


def report(key: Key, folder: Path) -> dict[str, str | float]:
    """What a hidden test shows; whatever is in the folder, there is a result.

    Args:
        key: what answers are judged by.
        folder: that of the notebook, with the answers in it.

    Returns:
        `points`; `plain` and `html`, the feedback.
    """
    say = texts(next((item.interface for item in key.items.values()), "en"))
    answers, notes = _answers(key, folder, say)
    notes += _strange(key, folder, say)
    graded = grade({name: given.answer for name, given in answers.given.items()}, key)
    earned = sum(one.credit for one in graded)
    return {
        "points": int(earned) if earned == int(earned) else round(earned, 4),
        "plain": feedback.plain(graded, notes),
        "html": feedback.html(graded, notes),
    }


def _answers(key: Key, folder: Path, say: Texts) -> tuple[Answers, list[str]]:
    """The answers that count, and what is to be said of the file."""
    nothing = Answers(key.assignment, {})
    try:
        answers = answers_file.read(folder / answers_file.NAME)
    except InputError as error:
        return nothing, [f"{answers_file.NAME}: {error.problem}"]
    if answers is None:
        return nothing, [say("grade.missing", file=answers_file.NAME)]
    if answers.assignment != key.assignment:
        return nothing, [say("grade.other", file=answers_file.NAME)]
    spoilt = sum(name in key.items for name in answers.spoilt)
    return answers, [say("grade.spoilt", count=spoilt)] if spoilt else []


def _strange(key: Key, folder: Path, say: Texts) -> Iterator[str]:
    """What could have changed what the notebook's cells did."""
    notebook = f"{key.notebook}.ipynb"
    try:
        cells = json.loads((folder / notebook).read_bytes())["cells"]
        if count := sum(map(_foreign, cells)):
            yield say("grade.cells", count=count)
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        yield say("grade.unread", file=notebook)
    if modules := sorted(file.name for file in folder.iterdir() if _module(file)):
        yield say("grade.modules", names=", ".join(modules))


def _foreign(cell: Any) -> bool:
    """Whether a cell runs and is not the assignment's: of those, nbgrader restores the text."""
    runs = cell["cell_type"] == "code" and "".join(cell["source"]).strip()
    return bool(runs) and not cell["metadata"].get("nbgrader", {}).get("grade_id")


def _module(file: Path) -> bool:
    return file.suffix in (".py", ".pyc", ".so", ".pyd") or any(file.glob("__init__.*"))


if __name__ == "__main__":
    print(json.dumps(report(key.of_text(sys.stdin.read()), Path.cwd())))
