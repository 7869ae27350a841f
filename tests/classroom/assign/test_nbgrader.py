"""An assignment through nbgrader's own command line, from its source to grades and feedback.

One course for all tests, on an exchange of its own: the time goes into nbgrader's processes.
"""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from kit.classroom.assign import course as courses
from kit.classroom.assign.key import Key
from kit.cli import main
from kit.learner import answers_file
from kit.lesson.answer import judge
from tests.classroom import student
from tests.lesson import small

NAME = "hw"
REAL = "anna"
"""The student who submits with nbgrader, today; what the others submitted is on the exchange."""
EARLY, DUE, LATE = (f"2999-03-0{day} 12:00:00 UTC" for day in (4, 5, 6))
WRITTEN = "政府は予算案を決めました。"

Work = Callable[[Path, list[Key]], None]
"""What a student does in their folder; the keys are for those who choose by what is right."""


class Row(NamedTuple):
    """A line of the grades that nbgrader exports, and the feedback that it makes."""

    score: float
    feedback: str


class Course(NamedTuple):
    """The folder of the course; student → grades and feedback; what autograding said."""

    folder: Path
    rows: dict[str, Row]
    said: str
    max_score: float


class Nbgrader:
    """nbgrader's command line, with nothing of the machine's own settings."""

    def __init__(self, home: Path) -> None:
        self.home = home
        folders = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")
        self._environment = os.environ | {name: str(home / name.lower()) for name in folders}
        self._environment["HOME"] = str(home)
        self._environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"

    def __call__(self, command: str, folder: Path, *arguments: str) -> str:
        exchange = f"--Exchange.root={self.home / 'exchange'}"
        run = subprocess.run(
            [sys.executable, "-m", "nbgrader", *command.split(), *arguments, exchange],
            cwd=folder,
            env=self._environment,
            capture_output=True,
            encoding="utf-8",
        )
        assert run.returncode == 0, run.stderr
        return run.stderr


# ---- what students do


def answers_right(folder: Path, keys: list[Key]) -> None:
    student.answer(folder, keys, student.right)
    write(folder, WRITTEN)


def answers_every_second(folder: Path, keys: list[Key]) -> None:
    student.answer(folder, keys, student.every_second)


def answers_nothing(folder: Path, keys: list[Key]) -> None:
    pass


def edits_what_is_locked(folder: Path, keys: list[Key]) -> None:
    """Locked cells, their marks and the assignment's file are not what they were."""
    student.answer(folder, keys, student.every_second)
    notebook = folder / f"{NAME}.ipynb"
    found = json.loads(notebook.read_text(encoding="utf-8"))
    for cell in found["cells"]:
        if cell["metadata"]["nbgrader"]["grade_id"].startswith("part-"):
            cell["source"] = "12"
            cell["metadata"]["nbgrader"] |= {"points": 1000, "locked": False}
        if cell["cell_type"] == "code":
            cell["outputs"] = [
                {
                    "output_type": "execute_result",
                    "data": {"text/plain": "12"},
                    "metadata": {},
                    "execution_count": 1,
                }
            ]
    notebook.write_text(json.dumps(found))
    (folder / "assignment.json").write_text("{}")


def overwrites_the_kit(folder: Path, keys: list[Key]) -> None:
    """A cell that makes all that judges say yes, and modules of the same names as others."""
    student.answer(folder, keys, student.every_second)
    add_cell(
        folder,
        """import kit.classroom.assign.grade, kit.classroom.assign.hidden_test, sys
import kit.lesson.answer
def points(*_): return 12
graded = {"points": 12}
kit.classroom.assign.grade.points = points
kit.classroom.assign.hidden_test.report = lambda *_: graded
kit.lesson.answer.judge = kit.classroom.assign.grade.judge = lambda *_: (True, "", "")
sys.displayhook = print
%config InteractiveShell.ast_node_interactivity = "none"
points()""",
    )
    for name in ("json.py", "marisa_trie.py", "sitecustomize.py"):
        (folder / name).write_text('print(\'{"points": 12, "plain": "", "html": ""}\')')


WORK: dict[str, tuple[Work, str]] = {
    REAL: (answers_right, EARLY),
    "late": (answers_every_second, LATE),
    "blank": (answers_nothing, EARLY),
    "editor": (edits_what_is_locked, EARLY),
    "patcher": (overwrites_the_kit, EARLY),
}


def add_cell(folder: Path, source: str) -> None:
    """A code cell of the student's own at the beginning of the notebook."""
    notebook = folder / f"{NAME}.ipynb"
    found = json.loads(notebook.read_text(encoding="utf-8"))
    cell = {"cell_type": "code", "id": "own", "metadata": {}, "source": source, "outputs": []}
    found["cells"].insert(0, cell | {"execution_count": None})
    notebook.write_text(json.dumps(found), encoding="utf-8")


def write(folder: Path, text: str) -> None:
    """Write where there is room for it."""
    notebook = folder / f"{NAME}.ipynb"
    found = json.loads(notebook.read_text(encoding="utf-8"))
    for cell in found["cells"]:
        if cell["id"] == "own-words":
            cell["source"] = text
    notebook.write_text(json.dumps(found), encoding="utf-8")


# ---- the course


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    home = tmp_path_factory.mktemp("nbgrader")
    workspace = small.write(home / "workspace", words=small.WITH_ALL)
    folder = home / "japanese"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(workspace)
        assert main(["assign", small.NAME, "--course", str(folder), "--name", NAME]) == 0
    (home / "exchange").mkdir(mode=0o777)
    (home / "exchange").chmod(0o777)
    nbgrader = Nbgrader(home)
    nbgrader(f"db assignment add {NAME}", folder, f"--duedate={DUE}")
    nbgrader(f"generate_assignment {NAME}", folder)
    nbgrader(f"release_assignment {NAME}", folder)
    keys = courses.keys(folder, NAME)
    hand_in(nbgrader, home, keys)
    nbgrader(f"collect {NAME}", folder)
    said = nbgrader(f"autograde {NAME}", folder)
    nbgrader(f"generate_feedback {NAME}", folder)
    nbgrader("export", folder)
    with (folder / "grades.csv").open(encoding="utf-8", newline="") as lines:
        grades = list(csv.DictReader(lines))
    rows = {
        row["student_id"]: Row(float(row["score"]), feedback_of(folder, row["student_id"]))
        for row in grades
    }
    return Course(folder, rows, said, float(grades[0]["max_score"]))


def hand_in(nbgrader: Nbgrader, home: Path, keys: list[Key]) -> None:
    """What students do with what was released, as the exchange has it then."""
    outbound, inbound = (home / "exchange" / "japanese" / way for way in ("outbound", "inbound"))
    for name, (work, time) in WORK.items():
        if name == REAL:
            shutil.copytree(outbound / NAME, home / REAL / NAME)
            work(home / REAL / NAME, keys)
            nbgrader(f"submit {NAME} --course japanese --student {REAL}", home / REAL)
            continue
        folder = inbound / f"{name}+{NAME}+{time}+x"
        shutil.copytree(outbound / NAME, folder)
        work(folder, keys)
        (folder / "timestamp.txt").write_text(time)


def feedback_of(folder: Path, name: str) -> str:
    """The feedback without the keys, which stand in it above what was earned."""
    html = (folder / "feedback" / name / NAME / f"{NAME}.html").read_text(encoding="utf-8")
    return re.sub(r'<div class="input_area">.*?</div>', "", html, flags=re.DOTALL)


def test_points_are_those_that_were_earned(course: Course) -> None:
    """12 questions, 4 and 8 of them in a part, and 5 points for what is written."""
    assert course.max_score == 17
    assert {name: row.score for name, row in course.rows.items()} == {
        REAL: 12,
        "late": 6,
        "blank": 0,
        "editor": 6,
        "patcher": 6,
    }


def test_who_is_late_is_late_for_nbgrader(course: Course) -> None:
    late = set(re.findall(r"for (\w+)> is ([0-9.]+) seconds late", course.said))
    assert late == {("late", "86400.0")}


def test_the_source_holds_the_keys_and_the_release_does_not(course: Course) -> None:
    source = (course.folder / "source" / NAME / f"{NAME}.ipynb").read_text(encoding="utf-8")
    release = "".join(
        file.read_text(encoding="utf-8")
        for file in (course.folder / "release" / NAME).iterdir()
        if file.is_file()
    )
    secrets = ["HIDDEN", "correct", "よさんあん", "しゅうせい", "おうじる", "国会はこれから審議"]
    assert [secret for secret in secrets if secret not in source] == []
    assert [secret for secret in secrets if secret in release] == []
    for key in courses.keys(course.folder, NAME):
        assert key.salt not in release
        for item in key.items.values():
            assert item.id not in release
            reasons = [option.reason for option in item.options if option.reason]
            assert [reason for reason in reasons if reason in release] == []
            assert item.options or judge(item, "").right not in release


def test_what_is_written_waits_for_who_grades_it(course: Course) -> None:
    found = json.loads(
        (course.folder / "autograded" / REAL / NAME / f"{NAME}.ipynb").read_text(encoding="utf-8")
    )
    assert [cell["source"] for cell in found["cells"] if cell["id"] == "own-words"] == [[WRITTEN]]
    assert WRITTEN in course.rows[REAL].feedback
    assert "No response." in course.rows["blank"].feedback


def test_feedback_says_what_was_right_and_why(course: Course) -> None:
    said = course.rows["late"].feedback
    assert said.count("✓ right") == said.count("✗ wrong") == 6
    assert "4 points.</b>" in said
    assert "The answer: よさんあん" in said
    assert "In 予算案, 予 is よ" in said
    assert course.rows[REAL].feedback.count("✓ right") == 12
    assert course.rows["blank"].feedback.count("– not answered") == 12


@pytest.mark.parametrize(
    ("name", "note"),
    [
        ("blank", "There is no answers.json"),
        ("patcher", "cells with code that the assignment does not have"),
        ("patcher", "json.py, marisa_trie.py, sitecustomize.py"),
    ],
)
def test_what_is_not_as_it_should_be_is_named(course: Course, name: str, note: str) -> None:
    assert note in course.rows[name].feedback


@pytest.mark.parametrize("name", [REAL, "late", "editor"])
def test_nothing_is_said_of_a_notebook_that_is_as_it_was(course: Course, name: str) -> None:
    assert "To be looked at" not in course.rows[name].feedback
    assert "answers.json:" not in course.rows[name].feedback


def test_the_answers_that_were_handed_in_are_kept_as_they_were(course: Course) -> None:
    for name in WORK:
        folders = (course.folder / way / name / NAME for way in ("submitted", "autograded"))
        one, other = (folder / answers_file.NAME for folder in folders)
        assert one.exists() == other.exists() == (name != "blank")
        assert name == "blank" or one.read_bytes() == other.read_bytes()
