from pathlib import Path

import pytest

from kit.classroom.report import bundle
from kit.classroom.report.bundle import files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a", "b", "c"):
        (tmp_path / name).write_bytes(b"12345")
    return tmp_path


@pytest.mark.parametrize(
    ("limit", "most", "read", "says"),
    [
        ("MOST_FILES", 2, ["a", "b"], "only its first 2 files are read"),
        ("MOST_READ", 7, ["a", "b"], "only its first 7 bytes are read"),
        ("MOST_FILES", 3, ["a", "b", "c"], ""),
        ("MOST_READ", 15, ["a", "b", "c"], ""),
    ],
)
def test_there_is_an_end_to_what_is_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch, limit: str, most: int, read: list[str], says: str
) -> None:
    monkeypatch.setattr(bundle, limit, most)
    found = [*files(folder, lambda _: True)]
    assert ["/".join(file.path) for file in found if file.data] == read
    assert [file.problem for file in found if file.problem] == ([says] if says else [])


def test_only_what_is_wanted_is_read(folder: Path) -> None:
    found = {file.path: file.data for file in files(folder, lambda path: path == ("b",))}
    assert found == {("a",): None, ("b",): b"12345", ("c",): None}


def test_an_archive_in_a_folder_that_is_none_is_a_bad_file(folder: Path) -> None:
    (folder / "d.zip").write_bytes(b"PK")
    *good, bad = files(folder, lambda _: True)
    assert [file.problem for file in good] == ["", "", ""]
    assert (bad.path, bad.problem) == (("d.zip",), "the archive is cut short or broken")
