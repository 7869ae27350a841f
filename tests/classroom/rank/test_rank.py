import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kit.classroom.rank import workers
from kit.classroom.rank.fit import fit
from kit.classroom.rank.rank import Ranking, articles, rank
from kit.errors import InputError
from kit.learner.coverage import KnownList
from tests.classroom import folder as made

ROOT = Path(__file__).parents[3]
KNOWN = {("会議", "かいぎ"), ("東京", ""), ("話し合う", "はなしあう"), ("計画", "けいかく")}
EASY = "会議\n東京で会議が開かれた。会議で計画を話し合った。"
HARD = "貿易協議\n両政府は関税の引き下げについて協議を続け、共同声明をまとめた。"


class Kept:
    """Ranks a folder with fits that are kept, and counts the articles that are measured anew."""

    def __init__(self, kept: Path) -> None:
        self.folder = kept

    def __call__(
        self, folder: Path, known: set[tuple[str, str]] = KNOWN, count: int = 1
    ) -> tuple[Ranking, int]:
        told: list[tuple[int, int]] = []
        found = rank(
            folder,
            known,
            kept=self.folder,
            count=count,
            done=lambda done, total: told.append((done, total)),
        )
        total = told[-1][1]
        assert told == [(done, total) for done in range(total + 1)]
        return found, total


@pytest.fixture
def ranked(tmp_path: Path) -> Kept:
    return Kept(tmp_path / "kept")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(HARD, encoding="utf-8")
    (folder / "b.txt").write_text(EASY, encoding="utf-8")
    return folder


def names(paths: list[Path], folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in paths]


def test_articles_of_every_kind_are_found_and_nothing_else(folder: Path) -> None:
    for name in (
        *("c.md", "d.HTML", "e.htm", "f.docx", "g.pdf", "old/h.txt", "old/older/i.markdown"),
        *("picture.png", "README", "data.csv", ".hidden.txt", "~$f.docx", ".git/j.txt"),
        *("d_files/ad.html", "e.files/ad.html", "x_files/k.txt", "l.txt/m.txt"),
    ):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe.txt")
    found, closed = articles(folder)
    assert names(found, folder) == [
        *("a.txt", "b.txt", "c.md", "d.HTML", "e.htm", "f.docx", "g.pdf", "l.txt/m.txt"),
        *("old/h.txt", "old/older/i.markdown", "x_files/k.txt"),
    ]
    assert closed == []


def test_the_best_fit_is_first(folder: Path, ranked: Kept) -> None:
    (folder / "c.txt").write_text(EASY, encoding="utf-8")
    found, _ = ranked(folder)
    assert names([article.file for article in found.articles], folder) == [
        *("b.txt", "c.txt", "a.txt"),
    ]
    assert [article.title for article in found.articles] == ["会議", "会議", "貿易協議"]
    assert found.articles[0].fit == fit(EASY, KnownList(KNOWN))
    assert found.unread == ()


BROKEN = {
    "empty.txt": b"",
    "english.txt": b"The ministers met in Geneva on Monday.\nThey talked about trade.\n",
    "picture.pdf": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
    "broken.docx": b"PK\x03\x04 and no more",
    "cut.pdf": b"%PDF-1.4\n1 0 obj << /Type",
    "bytes.txt": bytes(range(128, 256)) * 30,
    "numbers.txt": "2025年2月20日\n10、20、30。".encode(),
}


def test_what_cannot_be_read_is_told_and_left_out(folder: Path, ranked: Kept) -> None:
    for name, data in BROKEN.items():
        (folder / name).write_bytes(data)
    found, _ = ranked(folder, count=2)
    assert len(found.articles) == 2
    told = [line.partition(": ")[0].removesuffix(":1") for line in found.unread]
    assert told == [str(folder / name) for name in sorted(BROKEN)]
    assert all("; " in line and "\n" not in line for line in found.unread)


def test_what_cannot_be_read_is_tried_again(folder: Path, ranked: Kept) -> None:
    file = folder / "c.txt"
    file.touch()
    assert ranked(folder)[1] == 3
    found, measured = ranked(folder)
    assert (measured, len(found.unread)) == (1, 1)
    file.write_text(EASY, encoding="utf-8")
    found, measured = ranked(folder)
    assert (measured, len(found.articles), found.unread) == (0, 3, ())  # b.txt has the same text


def test_a_file_that_ends_its_process_is_told_and_left_out(
    folder: Path, ranked: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    def over(tasks: list[Path], *_: object) -> object:
        yield from ((task, None) for task in tasks)

    monkeypatch.setattr(workers, "over", over)
    found, _ = ranked(folder)
    assert found.articles == ()
    assert all("process" in line for line in found.unread)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everything may be read")
def test_a_folder_inside_that_may_not_be_read_is_told(folder: Path, ranked: Kept) -> None:
    (folder / "closed").mkdir(mode=0)
    found, _ = ranked(folder)
    assert len(found.articles) == 2
    assert str(folder / "closed") in found.unread[0]


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("gone", "there is no such folder"),
        ("articles/a.txt", "this is no folder"),
        ("empty", "there are no articles in it"),
        ("nul\0", "it cannot be read"),
    ],
)
def test_a_folder_without_articles_is_one_error(
    folder: Path, ranked: Kept, name: str, problem: str
) -> None:
    (folder.parent / "empty").mkdir()
    with pytest.raises(InputError, match=problem):
        ranked(folder.parent / name)


def test_only_what_is_new_is_measured(folder: Path, ranked: Kept) -> None:
    first, measured = ranked(folder)
    assert measured == 2
    assert ranked(folder) == (first, 0)
    (folder / "a.txt").rename(folder / "z.txt")
    (folder / "b.txt").write_text(EASY + "東京で会議。", encoding="utf-8")
    assert ranked(folder)[1] == 1
    assert ranked(folder, {*KNOWN, ("関税", "")})[1] == 2
    assert ranked(folder)[1] == 0


def test_the_result_is_the_same_with_any_number_of_workers(tmp_path: Path) -> None:
    made.write(tmp_path / "articles", 24)
    (tmp_path / "articles" / "broken.pdf").write_bytes(b"%PDF-")
    one, two, three = (
        Kept(tmp_path / f"kept-{count}")(tmp_path / "articles", count=count)[0]
        for count in (1, 2, 3)
    )
    assert one == two == three
    assert len(one.articles) == 24
    assert len({article.fit for article in one.articles}) > 20


SCRIPT = """
import sys
from pathlib import Path
from kit.classroom.rank.rank import rank
from tests.classroom.rank.test_rank import KNOWN
rank(Path(sys.argv[1]), KNOWN, kept=Path(sys.argv[2]), count=2)
"""


def lines(kept: Path) -> int:
    return sum(file.read_bytes().count(b"\n") for file in kept.glob("*"))


def test_a_run_that_was_killed_goes_on_where_it_was(tmp_path: Path, ranked: Kept) -> None:
    made.write(tmp_path / "articles", 60, sentences=60)
    command = [sys.executable, "-c", SCRIPT, str(tmp_path / "articles"), str(ranked.folder)]
    with subprocess.Popen(command, cwd=ROOT) as process:
        while lines(ranked.folder) < 5 and process.poll() is None:
            time.sleep(0.005)
        process.kill()
    assert process.returncode != 0
    kept = lines(ranked.folder)
    assert 5 <= kept < 60
    found, measured = ranked(tmp_path / "articles", count=2)
    assert measured == 60 - kept
    assert lines(ranked.folder) == 60
    whole, _ = Kept(tmp_path / "anew")(tmp_path / "articles", count=2)
    assert found == whole
