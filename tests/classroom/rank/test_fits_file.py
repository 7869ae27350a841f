import os
from pathlib import Path

import pytest

from kit.classroom.rank.fit import Fit
from kit.classroom.rank.fits_file import MOST_FILES, FitsFile, digest, name

FIRST = ("会談\n\u2028", Fit(0.75, 12, 3.25, 2500, 400, ("会談", "条約")))
SECOND = ("", Fit(1.0, 0, 6.5, 40, 8, ()))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with two fits, in a folder that is made for it."""
    path = tmp_path / "fits" / name([("会談", "")], "1")
    with FitsFile(path) as fits:
        assert fits.get("a") is None
        fits.add("a", FIRST)
        fits.add("b", SECOND)
        fits.add(None, FIRST)
    return path


def kept(path: Path) -> dict[str, object]:
    with FitsFile(path) as fits:
        return {digest: fits.get(digest) for digest in "abc" if fits.get(digest)}


def test_what_was_added_is_there_the_next_time(path: Path) -> None:
    assert kept(path) == {"a": FIRST, "b": SECOND}
    with FitsFile(path) as fits:
        assert fits.get(None) is None
        fits.add("c", SECOND)
        fits.add("a", SECOND)  # the later one counts
    assert kept(path) == {"a": SECOND, "b": SECOND, "c": SECOND}


def test_what_is_added_is_written_at_once(path: Path) -> None:
    with FitsFile(path) as fits:
        fits.add("c", FIRST)
        assert path.read_text(encoding="utf-8").count("\n") == 3


@pytest.mark.parametrize(
    "bad",
    [
        "",
        "[]",
        "{}",
        "null",
        '["a", "t", 0.5, 1, 3.0, 20, 4',
        '["a", "t", "much", 1, 3.0, 20, 4, []]',
        '["a", "t", 0.5, 1e999, 3.0, 20, 4, []]',
        '["a", "t", 0.5, 1, 3.0, 20, 4, 5]',
    ],
)
def test_a_line_that_is_cut_short_or_wrong_is_no_fit(path: Path, bad: str) -> None:
    first, second = path.read_text(encoding="utf-8").splitlines()
    path.write_text(f"{first}\n{bad}\n{second[:-9]}", encoding="utf-8")
    with FitsFile(path) as fits:
        assert fits.get("b") is None
        fits.add("b", SECOND)
    assert kept(path) == {"a": FIRST, "b": SECOND}


def test_another_list_and_another_kit_have_another_file() -> None:
    lists = [[("会談", "")], [("会談", "かいだん")], [("会談", ""), ("条約", "")], []]
    names = {name(words, kit) for words in lists for kit in ("1", "2")}
    assert len(names) == 8
    assert name([("a", ""), ("b", "")], "1") == name([("b", ""), ("a", "")], "1")


def test_a_fit_belongs_to_what_is_in_a_file_and_to_its_kind(tmp_path: Path) -> None:
    def written(name: str, text: str) -> str | None:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return digest(tmp_path / name)

    same = {written("a.txt", "会談"), written("b.TXT", "会談")}
    assert len(same) == 1
    assert len(same | {written("a.md", "会談"), written("a.txt", "会談。")}) == 3
    assert digest(tmp_path) is None
    assert digest(tmp_path / "gone.txt") is None


def test_files_that_were_used_long_ago_go(path: Path) -> None:
    older = [path.with_name(f"{number}.jsonl") for number in range(MOST_FILES + 5)]
    for age, file in enumerate(older):
        file.touch()
        os.utime(file, (1000 - age, 1000 - age))
    kept(path)
    assert sorted(path.parent.iterdir()) == sorted([path, *older[: MOST_FILES - 1]])


def test_where_nothing_can_be_kept_the_work_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with FitsFile(tmp_path / "file" / "fits.jsonl") as fits:
        fits.add("a", FIRST)
        assert fits.get("a") is None
