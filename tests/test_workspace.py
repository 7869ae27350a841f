from __future__ import annotations

from pathlib import Path

import pytest

from kit import content, workspace
from kit.errors import InputError
from kit.workspace import Plan


@pytest.fixture
def kit_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A made-up kit's notebooks and vocabulary, in place of the packaged ones."""
    kit = tmp_path / "kit"
    for name, text in {
        "notebooks/start.ipynb": "start 1",
        "notebooks/g20/00.ipynb": "lesson 1",
        "notebooks/.ipynb_checkpoints/start.ipynb": "hidden",
        "vocab/politics.csv": "word,reading,meaning",
    }.items():
        (kit / name).parent.mkdir(parents=True, exist_ok=True)
        (kit / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(content, "folder", lambda name: kit / name)
    return kit


@pytest.mark.parametrize(
    ("offered", "given", "found", "expected"),
    [
        # in the kit, given the last time, in the folder; 1 and 2 are versions, M the student's own
        ("1", "", "", Plan(["f"], [], [])),
        ("1", "1", "", Plan(["f"], [], [])),
        ("1", "1", "1", Plan([], [], [])),
        ("1", "", "1", Plan([], [], [])),
        ("2", "1", "1", Plan([], ["f"], [])),
        ("1", "1", "M", Plan([], [], [])),
        ("2", "1", "M", Plan([], [], ["f"])),
        ("2", "2", "M", Plan([], [], [])),
        ("1", "", "M", Plan([], [], ["f"])),
        ("", "1", "1", Plan([], [], [])),
        ("", "", "M", Plan([], [], [])),
    ],
)
def test_plan_adds_and_updates_and_never_overwrites(
    offered: str, given: str, found: str, expected: Plan
) -> None:
    def files(version: str) -> dict[str, str]:
        return {"f": version} if version else {}

    assert workspace.plan(files(offered), files(given), files(found)) == expected


def test_a_new_folder_gets_every_file_but_hidden_ones(kit_files: Path, tmp_path: Path) -> None:
    folder = tmp_path / "学生の フォルダー"
    done = workspace.copy(folder)
    assert done.add == ["notebooks/g20/00.ipynb", "notebooks/start.ipynb", "vocab/politics.csv"]
    assert (folder / "notebooks/g20/00.ipynb").read_text(encoding="utf-8") == "lesson 1"
    assert not (folder / "notebooks/.ipynb_checkpoints").exists()
    assert workspace.is_workspace(folder)
    assert workspace.is_copy(folder)


def test_a_second_copy_of_the_same_version_does_nothing(kit_files: Path, tmp_path: Path) -> None:
    workspace.copy(tmp_path / "mine")
    assert workspace.copy(tmp_path / "mine") == Plan([], [], [])


def test_a_newer_version_reaches_untouched_files_only(kit_files: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    workspace.copy(mine)
    (mine / "notebooks/start.ipynb").write_text("my answers", encoding="utf-8")
    for name in ("notebooks/start.ipynb", "notebooks/g20/00.ipynb", "notebooks/g20/01.ipynb"):
        (kit_files / name).write_text("version 2", encoding="utf-8")

    done = workspace.copy(mine)

    assert done.add == ["notebooks/g20/01.ipynb"]
    assert done.update == ["notebooks/g20/00.ipynb"]
    assert done.keep == ["notebooks/start.ipynb"]
    assert (mine / "notebooks/start.ipynb").read_text(encoding="utf-8") == "my answers"
    assert (mine / "notebooks/g20/00.ipynb").read_text(encoding="utf-8") == "version 2"
    assert workspace.copy(mine) == Plan([], [], [])


def test_a_broken_manifest_costs_no_work(kit_files: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    workspace.copy(mine)
    (mine / workspace.MANIFEST).write_text("{", encoding="utf-8")
    (mine / "notebooks/start.ipynb").write_text("my answers", encoding="utf-8")
    assert workspace.copy(mine).keep == ["notebooks/start.ipynb"]
    assert (mine / "notebooks/start.ipynb").read_text(encoding="utf-8") == "my answers"


def test_a_copy_broken_off_is_completed(kit_files: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    workspace.copy(mine)
    (mine / workspace.MANIFEST).write_text('{"files": {}}', encoding="utf-8")
    (mine / "vocab/politics.csv").unlink()
    assert workspace.copy(mine) == Plan(["vocab/politics.csv"], [], [])


def test_a_folder_that_is_a_file_is_refused_by_name(kit_files: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match=r"taken: .*kit lab FOLDER"):
        workspace.copy(tmp_path / "taken")


def test_the_nearest_workspace_upward_is_found(tmp_path: Path) -> None:
    for name in (
        "outer/notebooks",
        "outer/vocab",
        "outer/inner/notebooks/g20",
        "outer/inner/vocab",
    ):
        (tmp_path / name).mkdir(parents=True)
    outer, inner = tmp_path / "outer", tmp_path / "outer" / "inner"
    assert workspace.find(inner / "notebooks" / "g20") == inner
    assert workspace.find(outer / "notebooks") == outer
    (inner / "vocab").rmdir()
    assert workspace.find(inner / "notebooks") == outer


def test_packaged_content_is_found_from_the_checkout() -> None:
    assert (content.folder("notebooks") / "start.ipynb").is_file()
    assert content.folder("vocab").is_dir()
