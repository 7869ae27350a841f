import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.classroom.fishery import TEXT
from tests.cli.command import Run
from tests.lesson import small


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The article's file, in the current folder, which is in no workspace."""
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "article.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


def test_a_draft_says_what_was_written_and_how_to_go_on(run: Run, article: Path) -> None:
    status, out, err = run("new", article, "--lesson", "fishery")
    assert (status, err) == (0, "")
    first, second, *told, following = out.splitlines()
    folder = article.parent
    assert [first, second] == [
        f"wrote {folder / 'notebooks' / 'fishery' / 'lesson.md'}",
        f"wrote {folder / 'vocab' / 'fishery.csv'}",
    ]
    assert any("words to teach, the most useful first" in row for row in told)
    assert any(row == "1 question on the text" for row in told)
    assert "kit check fishery" in following
    assert "kit build fishery" in following


def test_what_was_left_out_of_the_article_is_said(run: Run, article: Path) -> None:
    article.write_text(TEXT + "\n関連記事\n", encoding="utf-8")
    _, plain, _ = run("new", article, "--lesson", "one")
    assert "関連記事" in plain


def test_what_the_class_knows_is_not_taught(run: Run, article: Path) -> None:
    known = article.with_name("known.txt")
    known.write_text("協議会\n漁獲量 ぎょかくりょう\n", encoding="utf-8")
    run("new", article, "--lesson", "all")
    run("new", article, "--lesson", "fewer", "--known", known)
    vocab = article.parent / "vocab"
    rows = {name: (vocab / f"{name}.csv").read_text("utf-8-sig") for name in ("all", "fewer")}
    for word in ("協議会", "漁獲量"):
        assert f"\n{word}," in rows["all"]
        assert f"\n{word}," not in rows["fewer"]


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["gone.txt", "--lesson", "x"], "gone.txt: there is no such file"),
        (["article.txt", "--lesson", "../x"], "'../x' is no name for a lesson"),
        (
            ["article.txt", "--lesson", "x", "--known", "gone.csv"],
            "gone.csv: there is no such file",
        ),
        (["article.txt", "--lesson", "budget"], "there is a lesson budget already"),
        (["english.txt", "--lesson", "x"], "english.txt: "),
        ([".", "--lesson", "x"], "this is a folder"),
    ],
)
def test_bad_input_is_one_line_and_writes_nothing(
    run: Run, article: Path, arguments: list[str], problem: str
) -> None:
    small.write(article.parent)
    english = "The ministers met on Monday to discuss the new plan. They agreed on it.\n"
    article.with_name("english.txt").write_text(english * 20, encoding="utf-8")
    before = {path: path.stat().st_mtime_ns for path in article.parent.rglob("*")}
    status, out, err = run("new", *arguments)
    assert (status, out) == (2, "")
    assert problem in err
    assert err.count("\n") == 1
    assert {path: path.stat().st_mtime_ns for path in article.parent.rglob("*")} == before


def test_a_name_is_needed(run: Run, article: Path) -> None:
    status, _, err = run("new", article)
    assert status == 2
    assert "--lesson" in err


def test_a_draft_builds_and_runs_from_the_first_cell_to_the_last(run: Run, article: Path) -> None:
    assert run("new", article, "--lesson", "fishery")[0] == 0
    status, out, err = run("check", "fishery")
    assert (status, err) == (1, "")
    assert "there is still to do" in out
    status, out, err = run("build", "fishery")
    assert (status, err) == (0, "")
    folder = article.parent / "notebooks" / "fishery"
    notebooks = sorted(folder.glob("*.ipynb"))
    assert [file.name[:2] for file in notebooks] == ["00", "01", "02", "03"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--nbval", str(folder)],
        cwd=article.parent,
        env=os.environ
        | {
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "KIT_PROGRESS": str(article.parent / "progress.sqlite"),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert "passed" in done.stdout
