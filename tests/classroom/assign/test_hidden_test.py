import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kit.classroom.assign import key
from kit.classroom.assign.hidden_test import report
from kit.classroom.assign.key import Key
from kit.learner.answers_file import FORMAT
from kit.lesson.item import Item
from kit.lesson.lesson import Option
from kit.lesson.vocabulary import TaughtWord
from tests.lesson.answer_cases import ITEMS

ITEM = Item(
    "question", "who", "だれ？", options=(Option("国会", False, ""), Option("政府", True, ""))
)
KEY = Key("a1", "hw", "salt", {"q1": ITEM, "q2": ITEM})
OWN = {"nbgrader": {"grade_id": "read-1"}}


def cell(source: str | list[str], kind: str = "code", metadata: Any = None) -> dict[str, Any]:
    return {"cell_type": kind, "source": source, "metadata": metadata or {}}


def answers(given: Any, assignment: str = "a1") -> str:
    return json.dumps({"format": FORMAT, "assignment": assignment, "answers": given})


BOTH = {"q1": {"answer": "政府"}, "q2": {"answer": "国会"}}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "hw.ipynb").write_text(json.dumps({"cells": [cell("x", metadata=OWN)]}))
    (tmp_path / "answers.json").write_text(answers(BOTH))
    return tmp_path


def told(folder: Path) -> tuple[object, list[str]]:
    """The points, and the notes in the feedback."""
    found = report(KEY, folder)
    lines = str(found["plain"]).split("\n")[1:]
    return found["points"], [line for line in lines if line[0] not in "✓✗–◐ "]


def test_answers_earn_points_and_nothing_is_to_be_said(folder: Path) -> None:
    assert told(folder) == (1, [])
    assert report(KEY, folder)["html"]


@pytest.mark.parametrize(
    ("content", "points", "note"),
    [
        (None, 0, "There is no answers.json: nothing was answered, or the file was not handed in."),
        ("{", 0, "answers.json: the answers are cut short or broken"),
        ("[]", 0, "answers.json: these are no answers of the kit"),
        (" " * 6_000_000, 0, "answers.json: the answers are larger than 5,000,000 bytes"),
        (answers(BOTH, "a2"), 0, "answers.json belongs to another assignment"),
        (answers({"q1": {"answer": ["政府", "国会"]}}), 0, "count as not given: 1."),
        (answers({"q1": {"answer": 10**400}, "q2": {"answer": "政府"}}), 1, "not given: 1."),
        (answers({"q1": {"answer": "政府\n国会"}}), 0, None),
        (answers({f"q{n}": {"answer": "政府"} for n in range(1000)}), 2, None),
    ],
)
def test_whatever_the_answers_are_there_is_a_result(
    folder: Path, content: str | None, points: int, note: str | None
) -> None:
    file = folder / "answers.json"
    file.unlink()
    if content is not None:
        file.write_text(content)
    earned, notes = told(folder)
    assert earned == points
    assert len(notes) == (note is not None)
    assert (note or "") in "".join(notes)


@pytest.mark.parametrize(
    ("cells", "note"),
    [
        ([cell("x", metadata=OWN), cell(["# a\n", "b"], "markdown"), cell(" ")], None),
        ([cell("def points(): return 9"), cell("x", metadata={"nbgrader": {}})], "graded: 2."),
        ([cell(["import ", "kit"])], "graded: 1."),
        ([cell("x", metadata={"nbgrader": 1})], "hw.ipynb cannot be read"),
        ([1], "hw.ipynb cannot be read"),
        (None, "hw.ipynb cannot be read"),
    ],
)
def test_cells_that_the_assignment_does_not_have_are_named(
    folder: Path, cells: Any, note: str | None
) -> None:
    (folder / "hw.ipynb").write_text(json.dumps({"cells": cells}))
    points, notes = told(folder)
    assert points == 1
    assert len(notes) == (note is not None)
    assert (note or "") in "".join(notes)


def test_files_that_are_modules_are_named(folder: Path) -> None:
    (folder / "images").mkdir()
    (folder / "notes.txt").touch()
    assert told(folder) == (1, [])
    (folder / "kit").mkdir()
    (folder / "kit" / "__init__.py").touch()
    (folder / "json.py").touch()
    _, notes = told(folder)
    assert notes == [
        "To be looked at: files that Python may have taken for the kit's: json.py, kit."
    ]


def test_the_process_of_its_own_takes_no_module_from_the_folder(folder: Path) -> None:
    for name in ("json.py", "kit.py", "sitecustomize.py", "marisa_trie.py"):
        (folder / name).write_text("raise SystemExit('taken from the folder')")
    run = subprocess.run(
        [sys.executable, "-E", "-P", "-X", "utf8", "-m", "kit.classroom.assign.hidden_test"],
        input=key.to_text(KEY),
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env={"PYTHONPATH": str(folder)},
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert json.loads(run.stdout)["points"] == 1


def test_no_dictionary_is_made_where_answers_are_graded(folder: Path, tmp_path: Path) -> None:
    """It would take longer than nbgrader waits for a cell."""
    word = TaughtWord("会談", "かいだん", ("talks",))
    typed = Item("reading", word.id, "Type it.", ("", "会談", ""), word=word)
    (folder / "answers.json").write_text(answers({"q1": {"answer": "かいごう"}}))
    home = tmp_path / "home"
    home.mkdir()
    run = subprocess.run(
        [sys.executable, "-E", "-P", "-X", "utf8", "-m", "kit.classroom.assign.hidden_test"],
        input=key.to_text(KEY._replace(items={"q1": typed})),
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env={"HOME": str(home), "XDG_CACHE_HOME": str(home)},
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert "In 会談, 会 is かい and 談 is だん." in json.loads(run.stdout)["plain"]
    assert list(home.iterdir()) == []


@pytest.mark.parametrize(("right", "points"), [(4, 1), (3, 0.75), (1, 0.25), (0, 0)])
def test_shares_of_a_point_are_numbers_that_nbgrader_takes(
    folder: Path, right: int, points: float
) -> None:
    pairs = ITEMS["match"]
    given = [text if number < right else "?" for number, text in enumerate(pairs.order)]
    (folder / "answers.json").write_text(answers({"q1": {"answer": "\n".join(given)}}))
    earned = report(KEY._replace(items={"q1": pairs}), folder)["points"]
    assert (repr(earned), len(pairs.order)) == (repr(points), 4)
