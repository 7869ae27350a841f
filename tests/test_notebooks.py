"""The notebooks as they are committed: run, whole, up to date, and compared by a net that holds."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kit import content
from kit.lesson import library, quiz
from kit.lesson.build import build

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted(content.folder("notebooks").rglob("*.ipynb"))
LARGEST = 60_000  # bytes
NAME = "g20-foreign-ministers"
VIEW = "application/vnd.jupyter.widget-view+json"


def cells(notebook: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    return [cell for cell in found if cell["cell_type"] == "code"]


@pytest.fixture(params=NOTEBOOKS, ids=lambda notebook: notebook.stem)
def notebook(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_there_are_the_front_door_and_a_lesson() -> None:
    assert {notebook.name for notebook in NOTEBOOKS} >= {"start.ipynb"}
    assert any(notebook.name.startswith("01-") for notebook in NOTEBOOKS)


def faults(cells: list[dict[str, Any]]) -> list[str]:
    """What would let a notebook pass unseen, or break it on a page that does not run it."""
    found = []
    for number, cell in enumerate(cells, 1):
        if cell["execution_count"] != number:
            found.append("a cell was not run: nbval would run it and compare nothing")
        for output in cell["outputs"]:
            if output["output_type"] != "execute_result":
                found.append(f"a cell left {output['output_type']}")
                continue
            if VIEW in output["data"]:
                found.append("a widget's view would point at a model that is gone")
            if not {"text/plain", "text/html"} <= set(output["data"]):
                found.append("a widget left no text to stand in for it")
            if re.search("object at 0x", str(output)):
                found.append("an address differs from run to run")
            if "".join(output["data"].get("text/plain", "")).endswith("..."):
                found.append("a text is cut short")
    return found


def test_each_notebook_is_whole(notebook: Path) -> None:
    assert faults(cells(notebook)) == []


RESULT = {"output_type": "execute_result", "data": {"text/plain": "a", "text/html": "a"}}


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"execution_count": None, "outputs": []}, "was not run"),
        ({"execution_count": 7}, "was not run"),
        ({"outputs": [{"output_type": "error", "ename": "ValueError"}]}, "left error"),
        ({"outputs": [{"output_type": "stream", "text": "a"}]}, "left stream"),
        (
            {"outputs": [{**RESULT, "data": {VIEW: {"model_id": "1"}, "text/plain": "Quiz()"}}]},
            "view",
        ),
        ({"outputs": [{**RESULT, "data": {"text/plain": "Quiz()"}}]}, "no text to stand in"),
        (
            {
                "outputs": [
                    {**RESULT, "data": {"text/plain": "<X object at 0x7f>", "text/html": ""}}
                ]
            },
            "address",
        ),
        ({"outputs": [{**RESULT, "data": {"text/plain": "Qu...", "text/html": ""}}]}, "cut short"),
    ],
)
def test_a_notebook_that_is_not_whole_is_refused(change: dict[str, Any], fault: str) -> None:
    good = {"execution_count": 1, "outputs": [RESULT]}
    assert faults([good]) == []
    assert fault in "; ".join(faults([good | change]))


def test_no_notebook_gives_an_answer_away(notebook: Path) -> None:
    """Of its quizzes: the reader shows readings and meanings, as it should."""
    lesson = library.around(ROOT).open(NAME)
    reasons = {o.reason for item in quiz.everything(lesson) for o in item.options if o.reason}
    text = notebook.read_text(encoding="utf-8")
    assert not [reason for reason in reasons if reason in text]
    assert "[x]" not in text
    for cell in cells(notebook):
        if re.search(r"\.(quiz|review|warm_up|questions|summary)\(", "".join(cell["source"])):
            shown = "".join(cell["outputs"][0]["data"]["text/plain"])
            readings = [
                word.reading for word in lesson.words if f"reading of {word.word}." in shown
            ]
            assert not [reading for reading in readings if f"（{reading}）" in shown]


def test_files_are_small(notebook: Path) -> None:
    assert notebook.stat().st_size <= LARGEST


def test_links_lead_to_files(notebook: Path) -> None:
    text = notebook.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(<?([^)>]+)>?\)", text):
        if not target.startswith("https://"):
            assert (notebook.parent / target).is_file(), target


def test_a_fresh_build_is_what_is_committed() -> None:
    assert build(library.around(ROOT)).stale() == []


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in ("kit", "notebooks", "vocab"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, tmp_path / name, ignore=ignored)
    return tmp_path


def nbval(workspace: Path, notebook: str) -> "subprocess.CompletedProcess[str]":
    """Compare the notebook whose file begins so with what its cells say in a workspace."""
    (file,) = (workspace / "notebooks").glob(f"**/{notebook}*.ipynb")
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--nbval", str(file)],
        cwd=workspace,
        env=os.environ
        | {"PYTHONPATH": str(workspace), "KIT_PROGRESS": str(workspace / "progress.sqlite")},
        capture_output=True,
        text=True,
        check=False,
    )


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8-sig")
    assert old in text, f"{old} is no longer in {file.name}"
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("notebook", ["start", "review", "instructor", "00-", "01-", "09-"])
def test_the_notebooks_say_in_a_copy_what_they_said_here(copy: Path, notebook: str) -> None:
    done = nbval(copy, notebook)
    assert done.returncode == 0, done.stdout


LESSON = f"notebooks/{NAME}/lesson.md"
START = "notebooks/start.ipynb"


@pytest.mark.parametrize(
    ("notebook", "file", "old", "new"),
    [
        pytest.param("01-", f"vocab/{NAME}.csv", "stance; attitude", "posture", id="a gloss"),
        pytest.param(
            "01-", "vocab/politics.csv", "foreign minister", "minister", id="a gloss of the kit's"
        ),
        pytest.param("01-", LESSON, "中国とロシアの首脳", "中国とロシアの大統領", id="an option"),
        pytest.param("01-", LESSON, "方針を確認し、", "方針で一致し、", id="the text"),
        pytest.param("02-", LESSON, "いちばん上の人です", "えらい人です", id="an easier version"),
        pytest.param("09-", LESSON, "三つの点を読み取り", "四つの点を読み取り", id="the summary"),
        pytest.param(
            "00-",
            f"notebooks/{NAME}/00-読む前に.ipynb",
            "section 1         1.68",
            "section 1         1.69",
            id="a printed score",
        ),
        pytest.param("start", START, "野党は、", "与党は、", id="the text that a cell reads"),
        pytest.param(
            "start", START, "import paste", "import no_such_thing", id="a cell that raises"
        ),
    ],
)
def test_a_change_of_what_they_say_fails(
    copy: Path, notebook: str, file: str, old: str, new: str
) -> None:
    edit(copy / file, old, new)
    done = nbval(copy, notebook)
    assert done.returncode == 1, done.stdout
    assert "failed" in done.stdout
