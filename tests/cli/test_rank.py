import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from xml.etree import ElementTree

import platformdirs
import pytest

from kit import cli
from kit.classroom.rank import fits_file
from kit.language.lexicon import dictionary
from kit.terminal import cells
from tests.classroom import folder as made
from tests.cli.command import Run

ROOT = Path(__file__).parents[2]
EASY = "会議\n東京で会議が開かれた。会議で計画を話し合った。"
HARD = "=貿易協議\x1b[31m\n両政府は関税の引き下げについて協議を続け、共同声明をまとめた。"


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "kept"
    monkeypatch.setattr(fits_file, "folder", lambda: folder)
    return folder


@pytest.fixture
def known(tmp_path: Path) -> Path:
    file = tmp_path / "known.txt"
    file.write_text("会議 かいぎ\n計画\n話し合う\n", encoding="utf-8")
    return file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    (folder / "old").mkdir(parents=True)
    (folder / "old" / "hard.txt").write_text(HARD, encoding="utf-8")
    (folder / "easy.txt").write_text(EASY, encoding="utf-8")
    return folder


def test_a_table_for_a_reader(run: Run, folder: Path, known: Path) -> None:
    status, out, err = run("rank", folder, "--known", known)
    assert (status, err) == (0, "")
    head, easy, hard, _, order, columns = out.splitlines()
    assert head.split()[:6] == ["known", "learn", "ease", "length", "file", "title"]
    assert re.fullmatch(r"83\.3% +1 +\d\.\d +25  easy\.txt +会議", easy)
    assert re.match(r" *0\.0% +\d+ +-?\d\.\d +\d+  old.hard\.txt  .*貿易協議", hard)
    assert "共同声明" in hard
    assert "\x1b" not in out
    assert cells(head[: head.index("title")]) == cells(easy[: easy.index("会議")])
    assert "95 to 98%" in order
    assert "jreadability" in columns


def test_an_object_each_in_the_same_order(run: Run, folder: Path, known: Path) -> None:
    first, second = run.json("rank", folder, "--known", known, "--json")
    assert (first["file"], second["file"]) == (
        str(folder / "easy.txt"),
        str(folder / "old" / "hard.txt"),
    )
    assert (first["title"], first["known"], first["to_learn"]) == ("会議", 5 / 6, 1)
    assert {"readability", "characters", "words", "terms"} <= first.keys()
    assert "共同声明" in second["terms"]


def test_a_plot_beside_the_table(run: Run, folder: Path, known: Path, tmp_path: Path) -> None:
    plot = tmp_path / "fit.svg"
    status, out, err = run("rank", folder, "--known", known, "--json", "--plot", plot)
    assert (status, len(out.splitlines()), err) == (0, 2, f"kit: wrote {plot}\n")
    svg = plot.read_text(encoding="utf-8")
    assert "var(" not in svg
    written = [text.text for text in ElementTree.fromstring(svg.encode()).iter() if text.text]
    assert {"easy", "hard", "Known words (%)"} <= set(written)


@pytest.mark.parametrize(
    ("name", "problem"), [("fit.png", "ends with .svg"), ("gone/fit.svg", "is not there")]
)
def test_where_no_plot_can_be_nothing_is_measured(
    run: Run, folder: Path, known: Path, tmp_path: Path, kept: Path, name: str, problem: str
) -> None:
    status, out, err = run("rank", folder, "--known", known, "--plot", tmp_path / name)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert problem in err
    assert not kept.exists()


def test_what_cannot_be_read_is_told_and_the_rest_is_ranked(
    run: Run, folder: Path, known: Path
) -> None:
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 and no more")
    status, out, err = run("rank", folder, "--known", known, "--json")
    assert (status, len(out.splitlines()), err.count("\n")) == (0, 2, 1)
    assert f"{folder / 'broken.pdf'}: " in err


def test_where_nothing_can_be_read_the_status_says_so(run: Run, folder: Path, known: Path) -> None:
    for file in folder.rglob("*.txt"):
        file.write_bytes(b"")
    status, out, err = run("rank", folder, "--known", known)
    assert (status, out, err.count("\n")) == (2, "", 3)
    assert "none of its articles can be read" in err


@pytest.mark.parametrize("missing", ["folder", "list"])
def test_what_is_not_there_is_one_line_of_error(
    run: Run, folder: Path, known: Path, tmp_path: Path, missing: str
) -> None:
    gone = tmp_path / "gone"
    where, words = (gone, known) if missing == "folder" else (folder, gone)
    status, out, err = run("rank", where, "--known", words)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert str(gone) in err


@pytest.mark.parametrize("arguments", [[], ["articles"], ["--known", "list"]])
def test_wrong_usage(arguments: list[str], run: Run) -> None:
    status, out, err = run("rank", *arguments)
    assert (status, out) == (2, "")
    assert err.startswith("usage: kit rank")


def test_help_says_what_comes_first(run: Run) -> None:
    status, out, _ = run("rank", "--help")
    assert status == 0
    assert "95 to 98% known words" in " ".join(out.split())


def is_there(group: int) -> bool:
    """Whether a group of processes has any that is alive."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the cache has another name")
def test_ctrl_c_ends_all_processes_and_the_next_run_goes_on(tmp_path: Path, known: Path) -> None:
    cache = tmp_path / "cache" / "seiji-kit"
    cache.mkdir(parents=True)
    compiled = (
        platformdirs.user_cache_path("seiji-kit", appauthor=False) / dictionary.default().mark
    )
    (cache / compiled.name).symlink_to(compiled)
    made.write(tmp_path / "articles", 60, sentences=60)
    command = ["-m", "kit", "rank", "articles", "--known", str(known), "--json"]

    def start() -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, *command],
            cwd=tmp_path,
            env=os.environ | {"XDG_CACHE_HOME": str(cache.parent), "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def measured() -> int:
        return sum(file.read_bytes().count(b"\n") for file in (cache / "fits").glob("*"))

    with start() as process:
        while measured() < 3 and process.poll() is None:
            time.sleep(0.005)
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (cli.INTERRUPTED, "")
    told = re.fullmatch(r"kit: stopped: (\d+) of 60 new articles are measured; .*\n", err)
    assert told is not None, err
    assert measured() - int(told[1]) in (0, 1)  # one may be kept and not yet told
    assert 3 <= measured() < 60
    deadline = time.monotonic() + 20
    while is_there(process.pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not is_there(process.pid)
    with start() as process:
        out, err = process.communicate(timeout=120)
    assert (process.returncode, err) == (0, "")
    assert len({json.loads(line)["file"] for line in out.splitlines()}) == 60
    assert measured() == 60
