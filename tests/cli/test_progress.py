import json
import os
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kit.learner.event import Event
from kit.learner.progress import Progress
from tests.cli.command import Run
from tests.lesson import small

NOON = datetime(2026, 1, 10, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def progress(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Progress:
    """Three events of the student, and one of another."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KIT_PROGRESS", str(tmp_path / "progress.sqlite"))
    kept = Progress()
    for minute in range(3):
        time = NOON + timedelta(minutes=minute)
        kept.record(Event.answered("budget", "reading/会談/かいだん", "x", correct=True, time=time))
    kept.record(Event.read("budget", "1", 9000, time=NOON, student="aya"))
    return kept


def test_what_was_exported_can_be_brought_in_elsewhere(
    run: Run, progress: Progress, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("progress", "export", "mine.jsonl") == (0, "wrote mine.jsonl\n", "")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["mine.jsonl", "progress.sqlite"]
    events = progress.everything()
    monkeypatch.setenv("KIT_PROGRESS", str(tmp_path / "other.sqlite"))
    said = "mine.jsonl: new events: 3; there already: 0\n"
    assert run("progress", "import", "mine.jsonl") == (0, said, "")
    assert Progress().everything() == events
    said = "mine.jsonl: new events: 0; there already: 3\n"
    assert run("progress", "import", "mine.jsonl") == (0, said, "")
    assert Progress().everything() == events


def test_export_writes_to_standard_output(run: Run) -> None:
    for arguments in ([], ["-"]):
        head, *events = run.json("progress", "export", *arguments)
        assert head["student"] == "me"
        assert [event["lesson"] for event in events] == ["budget"] * 3


def test_every_action_is_for_the_student_that_is_named(run: Run, progress: Progress) -> None:
    head, *events = run.json("progress", "export", "--student", "aya")
    assert (head["student"], len(events)) == ("aya", 1)
    Path("words.txt").write_text("条約\n", encoding="utf-8")
    assert run("progress", "import", "words.txt", "--student", "aya")[0] == 0
    assert len(Progress(student="aya").everything()) == 2
    said = "erased 2 events of aya\n"
    assert run("progress", "erase", "--yes", "--student", "aya") == (0, said, "")
    assert Progress(student="aya").everything() == []
    assert len(progress.everything()) == 3


@pytest.mark.parametrize(
    ("file", "problem"),
    [
        ("folder", "folder: this is a folder; name a file"),
        ("none/mine.jsonl", "none/mine.jsonl: the folder none is not there"),
        ("progress.sqlite", "progress.sqlite: the events themselves are in it"),
        ("x" * 300, "it cannot be written"),
    ],
)
def test_where_nothing_can_be_exported_nothing_is_changed(
    run: Run, progress: Progress, tmp_path: Path, file: str, problem: str
) -> None:
    (tmp_path / "folder").mkdir()
    status, out, err = run("progress", "export", file)
    assert (status, out) == (2, "")
    assert problem in err
    assert err.count("\n") == 1
    assert sorted(found.name for found in tmp_path.iterdir()) == ["folder", "progress.sqlite"]
    assert len(progress.everything()) == 3


def test_words_that_are_not_found_are_named_five_at_the_most(run: Run) -> None:
    lines = ["条約", *(f"zz{number}\x1b[31m" for number in range(7)), "会談"]
    Path("words.txt").write_text("\n".join(lines), encoding="utf-8")
    status, out, err = run("progress", "import", "words.txt")
    assert (status, out) == (0, "words.txt: new words: 2; there already: 0\n")
    assert err.startswith("kit: words.txt: no word is found in line 2 'zz0[31m', 3 'zz1[31m', ")
    assert err.endswith("6 'zz4[31m' and 2 more\n")
    assert "\x1b" not in err


def test_what_a_list_leaves_open_is_said(run: Run) -> None:
    Path("words.txt").write_text("かいだん\nトルタナ\n条約\n", encoding="utf-8")
    status, out, err = run("progress", "import", "words.txt")
    assert (status, out) == (0, "words.txt: new words: 2; there already: 0\n")
    assert err.splitlines() == [
        "kit: words.txt: several words are read as in line 1 'かいだん'; write the kanji as well",
        "kit: words.txt: taken in, but in no dictionary: line 2 'トルタナ'",
    ]


def test_import_reads_standard_input_and_pipes(run: Run, tmp_path: Path) -> None:
    words = "条約\n外相\n会談\n".encode()
    said = "standard input: new words: 3; there already: 0\n"
    assert run("progress", "import", "-", stdin=words) == (0, said, "")
    os.mkfifo("pipe")
    threading.Thread(target=Path("pipe").write_bytes, args=(words,), daemon=True).start()
    said = "pipe: new words: 0; there already: 3\n"
    assert run("progress", "import", "pipe") == (0, said, "")
    problem = "kit: standard input: there is nothing in it; name a file with events or words\n"
    assert run("progress", "import", "-") == (2, "", problem)


@pytest.mark.parametrize("action", ["export", "import", "erase"])
def test_a_student_has_a_name(run: Run, tmp_path: Path, action: str) -> None:
    file = [] if action == "erase" else ["file"]
    problem = "kit: the student has no name; name one, or leave --student out\n"
    assert run("progress", action, *file, "--student", "") == (2, "", problem)
    assert not Path("file").exists()


def test_words_of_a_deck_that_were_never_studied_are_left_out(
    run: Run, progress: Progress, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(small.write(tmp_path))
    assert run("anki", small.NAME, "--output", "deck.apkg")[0] == 0
    said = "deck.apkg: new words: 0; there already: 0; never studied, left out: 6\n"
    assert run("progress", "import", "deck.apkg") == (0, said, "")
    assert len(progress.everything()) == 3


def test_a_broken_file_brings_nothing(run: Run, progress: Progress) -> None:
    run("progress", "export", "mine.jsonl")
    whole = Path("mine.jsonl").read_text(encoding="utf-8")
    run("progress", "erase", "--yes")
    Path("mine.jsonl").write_text(whole[:-5], encoding="utf-8")
    status, out, err = run("progress", "import", "mine.jsonl")
    assert (status, out) == (2, "")
    assert err.startswith("kit: mine.jsonl:4: ")
    assert err.count("\n") == 1
    assert progress.everything() == []


@pytest.mark.parametrize(
    ("typed", "left", "said"),
    [
        ("y\n", 0, "erased 3 events of me\n"),
        (" YES \n", 0, "erased 3 events of me\n"),
        ("n\n", 3, "nothing is erased\n"),
        ("\n", 3, "nothing is erased\n"),
        ("", 3, "nothing is erased\n"),
    ],
)
def test_erase_asks_on_a_terminal(
    run: Run, progress: Progress, typed: str, left: int, said: str
) -> None:
    question = "Erase all 3 events of me? [y/N] "
    assert run("progress", "erase", stdin=typed.encode(), terminal=True) == (0, said, question)
    assert len(progress.everything()) == left


def test_erase_does_not_ask_where_nobody_can_answer(run: Run, progress: Progress) -> None:
    problem = "kit: there is no terminal to ask on; add --yes to erase without asking\n"
    assert run("progress", "erase", stdin=b"y\n") == (2, "", problem)
    assert len(progress.everything()) == 3
    assert run("progress", "erase", "--yes") == (0, "erased 3 events of me\n", "")
    assert run("progress", "erase") == (0, "no event of me is kept\n", "")


def test_what_happened_to_a_damaged_file_is_said(run: Run, progress: Progress) -> None:
    progress.file.write_bytes(b"SQLite format 3\0" + bytes(range(256)) * 40)
    status, out, err = run("progress", "export")
    assert status == 0
    assert json.loads(out)["student"] == "me"
    assert err.startswith(f"kit: {progress.file} was damaged")
    assert err.count("\n") == 1
