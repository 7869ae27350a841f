import sqlite3
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest

from tests.cli.command import Run
from tests.lesson import small


@pytest.fixture(autouse=True)
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small.write(tmp_path))


def test_anki_writes_a_deck(run: Run) -> None:
    assert run("anki", small.NAME, "--output", "deck.apkg") == (0, "wrote deck.apkg\n", "")
    assert is_zipfile("deck.apkg")


@pytest.mark.parametrize(
    ("lesson", "file", "says"),
    [
        ("none", "deck.apkg", "choose one of budget"),
        (small.NAME, "deck.txt", "deck.txt: an Anki deck is an .apkg file"),
        (small.NAME, "none/deck.apkg", "the folder none is not there"),
    ],
)
def test_anki_says_in_one_line_what_is_missing(run: Run, lesson: str, file: str, says: str) -> None:
    status, out, err = run("anki", lesson, "--output", file)
    assert (status, out) == (2, "")
    assert says in err
    assert err.count("\n") == 1
    assert not Path(file).exists()


def test_a_reading_that_is_mended_keeps_its_note(run: Run) -> None:
    words = Path("vocab", f"{small.NAME}.csv")
    guids = []
    for reading in ("しゅうせい", "なおし"):
        written = small.WORDS.replace("しゅうせい", reading)
        words.write_text(written, encoding="utf-8-sig")
        assert run("anki", small.NAME, "--output", "deck.apkg")[0] == 0
        with ZipFile("deck.apkg") as package:
            package.extract("collection.anki2")
        with closing(sqlite3.connect("collection.anki2")) as database:
            guids.append(sorted(guid for (guid,) in database.execute("select guid from notes")))
    assert guids[0] == guids[1]
