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
from kit.lesson import library
from kit.lesson.build import build

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted(content.folder("notebooks").rglob("*.ipynb"))
LARGEST = 60_000  # bytes
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


def test_every_cell_was_run(notebook: Path) -> None:
    """A cell without a count is run by nbval, but never compared."""
    counts = [cell["execution_count"] for cell in cells(notebook)]
    assert counts == list(range(1, len(counts) + 1))


def test_no_error_is_stored_and_nothing_was_printed_aside(notebook: Path) -> None:
    kinds = {output["output_type"] for cell in cells(notebook) for output in cell["outputs"]}
    assert kinds <= {"execute_result"}


def test_every_widget_left_its_text_and_no_view(notebook: Path) -> None:
    """A view without its model would be an error message on every page that shows it."""
    for cell in cells(notebook):
        for output in cell["outputs"]:
            assert VIEW not in output["data"]
            assert {"text/plain", "text/html"} <= set(output["data"])
            assert "object at 0x" not in str(output)
            assert "..." not in "".join(output["data"]["text/plain"])[-4:], "cut short"


def test_files_are_small(notebook: Path) -> None:
    assert notebook.stat().st_size <= LARGEST


def test_links_lead_to_files(notebook: Path) -> None:
    text = notebook.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(<?([^)>]+)>?\)", text):
        if not target.startswith("https://"):
            assert (notebook.parent / target).is_file(), target


def test_a_fresh_build_is_what_is_committed() -> None:
    assert build(library.around(ROOT)).stale() == []


NAME = "g20-foreign-ministers"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in ("kit", "notebooks", "vocab"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, tmp_path / name, ignore=ignored)
    return tmp_path


def nbval(workspace: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--nbval", "notebooks"],
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


def test_the_notebooks_say_in_a_copy_what_they_said_here(copy: Path) -> None:
    done = nbval(copy)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (f"vocab/{NAME}.csv", "stance; attitude", "posture; attitude"),  # a gloss, an option
        ("vocab/politics.csv", "foreign minister", "minister for abroad"),  # a gloss of the kit's
        (f"notebooks/{NAME}/lesson.md", "中国とロシアの首脳", "中国とロシアの大統領"),  # an option
        (f"notebooks/{NAME}/lesson.md", ":::{easy}\nいろいろな国", ":::{easy}\nたくさんの国"),
        (f"notebooks/{NAME}/lesson.md", "方針を確認し、", "方針で一致し、"),
        ("notebooks/start.ipynb", "野党は、", "与党は、"),  # the text that a cell reads
        ("notebooks/start.ipynb", "import read", "import no_such_thing"),  # a cell that raises
    ],
)
def test_a_change_of_what_they_say_fails(copy: Path, file: str, old: str, new: str) -> None:
    edit(copy / file, old, new)
    done = nbval(copy)
    assert done.returncode == 1, done.stdout
    assert "failed" in done.stdout
