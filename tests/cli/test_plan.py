import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kit.learner.event import Event
from kit.learner.progress import Progress
from tests.cli.command import Run

TEXT = "外相が会談した。外相は会談で条約を説明した。首相は外相に条約を示した。".encode()
COUNTS = {"外相": 3, "会談": 2, "条約": 2, "説明": 1, "首相": 1, "示す": 1}
NOON = datetime(2026, 1, 10, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def progress(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Progress:
    monkeypatch.setenv("KIT_PROGRESS", str(tmp_path / "progress.sqlite"))
    return Progress()


@pytest.fixture
def known(tmp_path: Path) -> Path:
    file = tmp_path / "known.txt"
    file.write_text("外相\n会談 かいだん\n条約\tじょうやく\n首相 しゅぞう\n", encoding="utf-8")
    return file


def test_all_words_are_new_to_who_has_learnt_none(run: Run, progress: Progress) -> None:
    (found,) = run.json("plan", "--json", "-", stdin=TEXT)
    assert list(found) == ["coverage", "words"]
    assert found["coverage"] == 0
    assert all(
        list(word) == ["headword", "reading", "count", "coverage"] for word in found["words"]
    )
    assert {word["headword"]: word["count"] for word in found["words"]} == COUNTS
    assert [word["count"] for word in found["words"]] == [3, 2, 2, 1, 1, 1]
    assert [word["coverage"] for word in found["words"]] == [0.3, 0.5, 0.7, 0.8, 0.9, 1.0]
    assert found["words"][0]["reading"] == "がいしょう"
    assert not progress.file.exists()


def test_words_of_a_list_are_known(run: Run, known: Path) -> None:
    (found,) = run.json("plan", "--json", "--known", known, "-", stdin=TEXT)
    assert found["coverage"] == 0.7
    assert [word["headword"] for word in found["words"]] == ["説明", "首相", "示す"]


def test_what_the_kit_knows_counts_where_no_list_is_given(
    run: Run, progress: Progress, known: Path
) -> None:
    progress.record(Event.seen("mark", "", "外相/がいしょう", "known", time=NOON))
    progress.record(Event.seen("mark", "", "説明/せつめい", "learning", time=NOON))
    (found,) = run.json("plan", "--json", "-", stdin=TEXT)
    assert found["coverage"] == 0.3
    assert [word["headword"] for word in found["words"]][-3:] == ["説明", "首相", "示す"]
    known.write_text("示す\n", encoding="utf-8")
    (found,) = run.json("plan", "--json", "--known", known, "-", stdin=TEXT)
    assert found["coverage"] == 0.1


def test_a_plan_for_a_reader(run: Run, known: Path, tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_bytes(TEXT)
    status, out, err = run("plan", "--known", known, tmp_path / "news.txt")
    assert (status, err) == (0, "")
    share, words, _, columns, *table, _, left_out, guides = out.splitlines()
    assert "70%" in share
    assert words == "3 words to learn for 95% (then 100%)"
    assert columns.startswith("Each word")
    assert [row.split()[:3] for row in table] == [
        ["説明【せつめい】", "1×", "80.0%"],
        ["首相【しゅしょう】", "1×", "90.0%"],
        ["示す【しめす】", "1×", "100.0%"],
    ]
    assert "explanation" in table[0]
    assert left_out.startswith("Not counted")
    assert "98%" in guides
    assert "about English" in guides


def test_who_knows_enough_has_no_list_to_learn(run: Run, known: Path) -> None:
    known.write_text("\n".join(COUNTS), encoding="utf-8")
    status, out, err = run("plan", "--known", known, "-", stdin=TEXT)
    assert (status, err) == (0, "")
    assert len(out.splitlines()) == 4
    assert "You know 95% already" in out


def test_a_plan_in_japanese(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIT_LANGUAGE", "ja")
    status, out, _ = run("plan", "-", stdin=TEXT)
    assert status == 0
    assert out.startswith("この文章の言葉（延べ）の0％を知っています")


@pytest.mark.parametrize("data", [b"", b"\n\n", "\u3000\n \t\r\n".encode(), b"\xef\xbb\xbf"])
def test_a_file_without_text_has_no_coverage_and_that_is_said(data: bytes, run: Run) -> None:
    said = "kit: standard input: there is no text in it\n"
    assert run("plan", "-", stdin=data) == (0, "", said)
    status, out, err = run("plan", "--json", "-", stdin=data)
    assert (status, err) == (0, said)
    assert json.loads(out) == {"coverage": None, "words": []}


def test_a_text_of_numbers_has_no_coverage(run: Run) -> None:
    (found,) = run.json("plan", "--json", "-", stdin="10日、3人。".encode())
    assert found == {"coverage": None, "words": []}
    status, out, err = run("plan", "-", stdin="10日、3人。".encode())
    assert (status, len(out.splitlines()), err) == (0, 2, "")


def test_a_word_that_no_dictionary_has_is_known_where_a_list_has_it(run: Run, known: Path) -> None:
    text = "外相はトルタナに行く。".encode()
    known.write_text("トルタナ\n外相\n", encoding="utf-8")
    (found,) = run.json("plan", "--json", "--known", known, "-", stdin=text)
    assert [word["headword"] for word in found["words"]] == ["行く"]


def test_a_list_may_come_from_standard_input_but_not_with_the_text(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "news.txt").write_bytes(TEXT)
    words = "\n".join(COUNTS).encode()
    (found,) = run.json("plan", "--json", "--known", "-", tmp_path / "news.txt", stdin=words)
    assert found["coverage"] == 1
    problem = "kit: list and text cannot both be standard input; name a file for one of them\n"
    assert run("plan", "--known", "-", "-", stdin=words) == (2, "", problem)


@pytest.mark.parametrize("missing", ["text", "list"])
def test_what_is_not_there_is_one_line_of_error(
    run: Run, known: Path, tmp_path: Path, missing: str
) -> None:
    gone = tmp_path / "gone.txt"
    words, text = (known, gone) if missing == "text" else (gone, Path("-"))
    status, out, err = run("plan", "--known", words, text, stdin=TEXT)
    assert (status, out) == (2, "")
    assert f"{gone}: there is no such file" in err
    assert err.count("\n") == 1
