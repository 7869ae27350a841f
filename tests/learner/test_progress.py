import os
import sqlite3
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from kit.errors import InputError
from kit.learner.progress import VERSION, Event, Progress, default_file

NOON = datetime(2026, 1, 10, 12, tzinfo=UTC)


def answer(item: str = "reading/会談/かいだん", **changes: object) -> Event:
    event = Event.answered("budget", item, "kaidan", correct=True, time=NOON, milliseconds=1200)
    return event._replace(**changes)  # type: ignore[arg-type]


def test_events_come_back_as_they_went_in_oldest_first(tmp_path: Path) -> None:
    progress = Progress(tmp_path / "progress.sqlite")
    later = answer(time=NOON + timedelta(seconds=1), correct=False, answer="'; drop table event")
    looked_up = answer(kind="look-up", correct=None, milliseconds=None, time=NOON)
    for event in (later, looked_up):
        progress.record(event)
    assert Progress(progress.file).events("budget") == [looked_up, later]


def test_students_and_lessons_are_told_apart(tmp_path: Path) -> None:
    progress = Progress(tmp_path / "progress.sqlite")
    mine = answer()
    for event in (mine, answer(student="aya"), answer(lesson="g20")):
        progress.record(event)
    assert progress.events("budget") == [mine]


def test_times_are_kept_in_utc(tmp_path: Path) -> None:
    progress = Progress(tmp_path / "progress.sqlite")
    tokyo = timezone(timedelta(hours=9))
    progress.record(answer(time=datetime(2026, 1, 10, 21, tzinfo=tokyo)))
    with sqlite3.connect(progress.file) as database:
        assert database.execute("select time from event").fetchall() == [
            ("2026-01-10T12:00:00.000000+00:00",)
        ]
    database.close()
    assert progress.events("budget")[0].time == NOON


def test_nothing_is_written_before_the_first_event(tmp_path: Path) -> None:
    progress = Progress(tmp_path / "new" / "progress.sqlite")
    assert progress.events("budget") == []
    assert list(tmp_path.iterdir()) == []
    progress.record(answer())
    assert len(progress.events("budget")) == 1


def test_two_notebooks_write_to_one_file(tmp_path: Path) -> None:
    file = tmp_path / "progress.sqlite"
    first, second = Progress(file), Progress(file)
    for _ in range(3):
        first.record(answer())
        second.record(answer())
    assert len(first.events("budget")) == 6
    assert [path.name for path in tmp_path.iterdir()] == ["progress.sqlite"], "a journal is left"


def test_an_event_is_never_kept_twice(tmp_path: Path) -> None:
    progress = Progress(tmp_path / "progress.sqlite")
    event = answer()
    progress.record(event)
    with pytest.raises(InputError):
        progress.record(event)
    assert progress.events("budget") == [event]


def test_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "progress.sqlite"
    Progress(file).record(answer())
    database = sqlite3.connect(file)
    database.execute(f"pragma user_version = {VERSION + 1}")
    database.close()
    before = file.read_bytes()
    with pytest.raises(InputError, match="newer version of the kit; update"):
        Progress(file).record(answer())
    assert file.read_bytes() == before


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("会談の記録 " * 200, encoding="utf-8")
    before = file.read_bytes()
    for use in (lambda: Progress(file).record(answer()), lambda: Progress(file).events("budget")):
        with pytest.raises(InputError, match=r"notes\.txt: answers cannot be kept.*KIT_PROGRESS"):
            use()
    assert file.read_bytes() == before


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    blocking = tmp_path / "file"
    blocking.touch()
    with pytest.raises(InputError, match="name another file in KIT_PROGRESS"):
        Progress(blocking / "progress.sqlite").record(answer())
    with pytest.raises(InputError):
        Progress(tmp_path).record(answer())


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("time", "gestern"),
        ("time", "2026-01-10"),
        ("milliseconds", "abc"),
        ("hints", "few"),
        ("correct", "yes"),
        ("answer", b"kaidan"),
    ],
)
def test_a_row_that_the_kit_did_not_write_is_left_out(
    tmp_path: Path, column: str, value: object
) -> None:
    progress = Progress(tmp_path / "progress.sqlite")
    spoilt, sound = answer(), answer()
    for event in (spoilt, sound):
        progress.record(event)
    with sqlite3.connect(progress.file) as database:
        database.execute(f"update event set {column} = ? where id = ?", (value, spoilt.id))
    database.close()
    assert progress.events("budget") == [sound]


def test_a_name_that_is_too_long_is_no_place_for_answers(tmp_path: Path) -> None:
    progress = Progress(tmp_path / ("x" * 300))
    for use in (lambda: progress.record(answer()), lambda: progress.events("budget")):
        with pytest.raises(InputError, match="KIT_PROGRESS"):
            use()


def test_the_file_is_the_one_named_else_in_the_users_data_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("KIT_PROGRESS", os.fspath(tmp_path / "mine.sqlite"))
    assert default_file() == tmp_path / "mine.sqlite"
    monkeypatch.delenv("KIT_PROGRESS")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_file().name == "progress.sqlite"
    assert default_file().parent.name == "seiji-kit"
