"""The cells of an assignment, each with what nbgrader has to know of it."""

from __future__ import annotations

import re
from typing import Any

from nbformat import NotebookNode, v4

from kit.classroom.assign import key
from kit.classroom.assign.key import Key

SCHEMA = 3
"""The version of nbgrader's metadata."""

_TEST = f"""# {{comment}}
### BEGIN HIDDEN TESTS
import json, subprocess, sys
from IPython.display import display
{key.OPENS}{{key}}{key.CLOSES}grading = subprocess.run(
    [sys.executable, "-E", "-P", "-X", "utf8", "-m", "kit.classroom.assign.hidden_test"],
    input=KEY, capture_output=True, encoding="utf-8",
)
assert grading.returncode == 0, grading.stderr
graded = json.loads(grading.stdout)
display({{{{"text/plain": graded["plain"], "text/html": graded["html"]}}}}, raw=True)
sys.displayhook(graded["points"])
### END HIDDEN TESTS"""
_DELIMITERS = re.compile(r"\b(BEGIN|END) ")


def text(name: str, markdown: str) -> NotebookNode:
    """Prose that students cannot change.

    Args:
        name: what nbgrader knows the cell by; it is the cell's id too.
        markdown: nothing in it looks to nbgrader as if it began or ended something.
    """
    inert = _DELIMITERS.sub(r"\1&#32;", markdown)
    return _cell(v4.new_markdown_cell(inert, id=name), locked=True)  # type: ignore[no-untyped-call]


def code(name: str, source: str) -> NotebookNode:
    """A line of code that students run and cannot change."""
    return _cell(v4.new_code_cell(source, id=name), locked=True)  # type: ignore[no-untyped-call]


def test(name: str, key_: Key, comment: str) -> NotebookNode:
    """A hidden test with its key: a point a question.

    The points are given with `displayhook`, so that no setting of a notebook keeps them back:
    nbgrader takes a test without a number for one that was passed.

    Args:
        name: what nbgrader knows the cell by.
        key_: what answers are judged by.
        comment: what students see of it, in one line.
    """
    source = _TEST.format(comment=comment, key=key.to_text(key_))
    made = v4.new_code_cell(source, id=name)  # type: ignore[no-untyped-call]
    return _cell(made, locked=True, grade=True, points=len(key_.items))


def written(name: str, model: str, points: int) -> NotebookNode:
    """A place to write, graded by hand.

    Args:
        name: what nbgrader knows the cell by.
        model: what instructors see there instead of an answer, as Markdown.
        points: what it may earn.
    """
    made = v4.new_markdown_cell(model, id=name)  # type: ignore[no-untyped-call]
    return _cell(made, solution=True, grade=True, points=points)


def _cell(cell: NotebookNode, **marks: Any) -> NotebookNode:
    plain = {"grade": False, "locked": False, "solution": False, "task": False}
    cell.metadata = {"nbgrader": {**plain, **marks, "grade_id": cell.id, "schema_version": SCHEMA}}
    return cell
