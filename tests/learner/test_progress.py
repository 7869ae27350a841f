import os
import random
import sqlite3
import stat
import subprocess
import sys
import uuid
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from kit.errors import InputError
from kit.learner.event import Event
from kit.learner.progress import VERSION, Progress, default_file

NOON = datetime(2026, 1, 10, 12, tzinfo=UTC)
SENTENCE = ("両外相は、", "協調", "の必要を確認した。")


def answer(item: str = "reading/会談/かいだん", **changes: object) -> Event:
    event = Event.answered("budget", item, "kaidan", correct=True, time=NOON, milliseconds=1200)
    return event._replace(**changes)  # type: ignore[arg-type]


def answers(count: int) -> list[Event]:
    return [answer(time=NOON + timedelta(seconds=second)) for second in range(count)]


@pytest.fixture
def progress(tmp_path: Path) -> Progress:
    return Progress(tmp_path / "progress.sqlite")


def run(file: Path, script: str, **options: Any) -> "subprocess.CompletedProcess[str]":
    """Python in a process of its own, with `progress` and `answer` at hand."""
    head = (
        "from pathlib import Path\nfrom kit.learner.progress import Progress\n"
        "from kit.errors import InputError\nfrom tests.learner.test_progress import answer\n"
        f"progress = Progress(Path({str(file)!r}))\n"
    )
    return subprocess.run(
        [sys.executable, "-c", head + script],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
        **options,
    )


def test_events_come_back_as_they_went_in_oldest_first(progress: Progress) -> None:
    later = answer(time=NOON + timedelta(seconds=1), correct=False, answer="'; drop table event")
    looked_up = answer(kind="look-up", correct=None, milliseconds=None, time=NOON)
    marked = answer(kind="mark", context=SENTENCE, time=NOON + timedelta(seconds=2))
    for event in (later, looked_up, marked):
        progress.record(event)
    assert Progress(progress.file).events("budget") == [looked_up, later, marked]


def test_students_and_lessons_are_told_apart(progress: Progress) -> None:
    mine = answer()
    elsewhere = answer(lesson="g20", time=NOON + timedelta(seconds=1))
    hers = answer(student="aya")
    for event in (mine, hers, elsewhere):
        progress.record(event)
    assert progress.events("budget") == [mine]
    assert progress.everything() == [mine, elsewhere]
    assert Progress(progress.file, "aya").everything() == [hers]


def test_times_are_kept_in_utc(progress: Progress) -> None:
    tokyo = timezone(timedelta(hours=9))
    progress.record(answer(time=datetime(2026, 1, 10, 21, tzinfo=tokyo)))
    with closing(sqlite3.connect(progress.file)) as database:
        assert database.execute("select time from event").fetchall() == [
            ("2026-01-10T12:00:00.000000+00:00",)
        ]
    assert progress.events("budget")[0].time == NOON


def test_nothing_is_written_before_the_first_event(tmp_path: Path) -> None:
    progress = Progress(tmp_path / "new" / "progress.sqlite")
    assert progress.events("budget") == []
    assert progress.everything() == []
    assert list(progress.after(None)[1]) == []
    assert progress.erase() == 0
    assert list(tmp_path.iterdir()) == []
    progress.record(answer())
    assert len(progress.events("budget")) == 1


# ---- what was added since


def test_only_what_was_added_since_is_given_even_if_it_is_older(progress: Progress) -> None:
    first, second = answers(2)
    progress.record(second)
    mark, events = progress.after(None)
    assert list(events) == [second]
    again, events = progress.after(mark)
    assert (again, list(events)) == (mark, [])
    progress.record(first)
    assert list(progress.after(mark)[1]) == [first]


def test_after_erasing_all_is_given_anew(progress: Progress) -> None:
    progress.record_all(answers(3))
    before, _ = progress.after(None)
    assert progress.erase() == 3
    after, events = progress.after(before)
    assert list(events) == []
    assert after is not None
    assert before is not None
    assert after.file != before.file


def test_erasing_leaves_other_students_events_and_no_trace_of_ones_own(progress: Progress) -> None:
    progress.record_all([answer(answer="ひみつのことば"), answer(student="aya")])
    assert progress.erase() == 1
    assert progress.everything() == []
    assert len(Progress(progress.file, "aya").everything()) == 1
    assert "ひみつのことば".encode() not in progress.file.read_bytes()


# ---- several at once


def test_two_notebooks_write_to_one_file(progress: Progress) -> None:
    second = Progress(progress.file)
    for event in answers(3):
        progress.record(event)
        second.record(answer())
    assert len(progress.events("budget")) == 6
    there = [path.name for path in progress.file.parent.iterdir()]
    assert there == ["progress.sqlite"], "a journal is left"


def test_several_processes_write_at_once(progress: Progress) -> None:
    script = "for _ in range(25): progress.record(answer())"
    head = [sys.executable, "-c"]
    code = (
        "from pathlib import Path\nfrom kit.learner.progress import Progress\n"
        "from tests.learner.test_progress import answer\n"
        f"progress = Progress(Path({str(progress.file)!r}))\n{script}"
    )
    root = Path(__file__).parents[2]
    running = [subprocess.Popen([*head, code], cwd=root) for _ in range(6)]
    assert [process.wait() for process in running] == [0] * 6
    assert len(progress.events("budget")) == 150


def test_an_event_is_never_kept_twice(progress: Progress) -> None:
    event = answer()
    progress.record(event)
    progress.record(event._replace(answer="another"))
    assert progress.record_all([event, answer()]) == 1
    assert event in progress.events("budget")
    assert len(progress.events("budget")) == 2


def test_of_many_events_all_are_kept_or_none(progress: Progress) -> None:
    progress.record(answer())
    with pytest.raises(InputError):
        progress.record_all([answer(), answer(hints=None)])
    assert len(progress.events("budget")) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="has no SIGKILL")
def test_what_was_accepted_survives_a_killed_process(progress: Progress) -> None:
    script = (
        "import os, signal\nprogress.record(answer(answer='accepted'))\n"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    assert run(progress.file, script).returncode == -9
    assert [event.answer for event in progress.events("budget")] == ["accepted"]


# ---- places that cannot be written


def test_no_write_ahead_log_is_used_for_network_homes_know_none(progress: Progress) -> None:
    progress.record(answer())
    with closing(sqlite3.connect(progress.file)) as database:
        assert database.execute("pragma journal_mode").fetchone() == ("delete",)


FULL = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, resource.RLIM_INFINITY))
kept = 0
try:
    while True:
        progress.record(answer())
        kept += 1
except InputError as error:
    print(kept, error)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
progress.record(answer())
print(len(progress.everything()))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="has no limit for files")
def test_on_a_full_disk_nothing_is_lost_and_what_waits_is_kept_later(progress: Progress) -> None:
    done = run(progress.file, FULL)
    assert done.returncode == 0, done.stderr
    said, total = done.stdout.splitlines()
    kept, _, message = said.partition(" ")
    assert "answers cannot be kept here" in message
    assert int(kept) > 50
    assert int(total) == int(kept) + 2, "the one that met the full disk, and the one after it"
    assert len(progress.everything()) == int(total)


@pytest.mark.skipif(sys.platform == "win32", reason="folders are shut otherwise there")
@pytest.mark.parametrize("shut", ["folder", "file"])
def test_in_a_read_only_place_what_is_there_is_read(progress: Progress, shut: str) -> None:
    progress.record(answer())
    place = progress.file.parent if shut == "folder" else progress.file
    mode = place.stat().st_mode
    place.chmod(stat.S_IRUSR | stat.S_IXUSR)
    script = (
        "import os\nif os.geteuid() == 0: os.setuid(65534)\n"
        "print(len(progress.everything()))\n"
        "try: progress.record(answer())\nexcept InputError as error: print(error)"
    )
    for parent in progress.file.parents:
        if parent.name.startswith(("pytest-", "popen-")):
            parent.chmod(0o755)
    if os.geteuid() == 0:
        place.chmod(0o555 if shut == "folder" else 0o444)
        progress.file.parent.chmod(0o555)
    try:
        done = run(progress.file, script)
    finally:
        progress.file.parent.chmod(0o755)
        place.chmod(mode)
    assert done.stdout.splitlines()[0] == "1", done.stderr
    assert "cannot be kept here" in done.stdout.splitlines()[1]


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    blocking = tmp_path / "file"
    blocking.touch()
    with pytest.raises(InputError, match="name another file in KIT_PROGRESS"):
        Progress(blocking / "progress.sqlite").record(answer())
    with pytest.raises(InputError):
        Progress(tmp_path).record(answer())


def test_a_name_that_is_too_long_is_no_place_for_answers(tmp_path: Path) -> None:
    progress = Progress(tmp_path / ("x" * 300))
    for use in (lambda: progress.record(answer()), lambda: progress.events("budget")):
        with pytest.raises(InputError, match="KIT_PROGRESS"):
            use()


# ---- other versions


FIRST_VERSION = """
create table event (id text primary key, student text not null, lesson text not null,
    item text not null, kind text not null, answer text not null, correct integer,
    milliseconds integer, hints integer not null, time text not null) without rowid;
create index event_by_lesson on event (student, lesson, time);
pragma user_version = 1;
"""


def first_version(file: Path, events: list[Event]) -> None:
    """A file as version 0.1.0 of the kit left it."""
    with closing(sqlite3.connect(file)) as database:
        database.executescript(FIRST_VERSION)
        for event in events:
            values = (*event[:-2], event.time.isoformat(timespec="microseconds"))
            database.execute(f"insert into event values ({', '.join('?' * 10)})", values)
        database.commit()


def test_a_file_of_the_first_version_is_brought_up_to_date(progress: Progress) -> None:
    events = answers(40)
    first_version(progress.file, events)
    assert progress.events("budget") == events
    marked = answer(kind="mark", context=SENTENCE, time=NOON + timedelta(days=1))
    progress.record(marked)
    assert progress.everything() == [*events, marked]
    assert list(progress.after(None)[1]) == [*events, marked]


def test_a_newer_version_is_left_alone(progress: Progress) -> None:
    progress.record(answer())
    with closing(sqlite3.connect(progress.file)) as database:
        database.execute(f"pragma user_version = {VERSION + 1}")
    before = progress.file.read_bytes()
    with pytest.raises(InputError, match="newer version of the kit; update"):
        progress.record(answer())
    assert progress.file.read_bytes() == before


def test_another_programs_database_is_left_alone(progress: Progress) -> None:
    with closing(sqlite3.connect(progress.file)) as database:
        database.execute("create table cookies (host text)")
    before = progress.file.read_bytes()
    with pytest.raises(InputError, match="another program's database; name another file"):
        progress.record(answer())
    assert progress.file.read_bytes() == before


def test_a_text_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("会談の記録 " * 200, encoding="utf-8")
    before = file.read_bytes()
    for use in (lambda: Progress(file).record(answer()), lambda: Progress(file).events("budget")):
        with pytest.raises(InputError, match=r"notes\.txt: answers cannot be kept.*KIT_PROGRESS"):
            use()
    assert file.read_bytes() == before


# ---- damaged files


def header(data: bytearray) -> None:
    data[:100] = b"x" * 100


def cut(data: bytearray) -> None:
    del data[len(data) * 2 // 3 :]


def page(data: bytearray) -> None:
    """A page that holds rows: no index has their answers."""
    middle = data.index(b"kaidan", len(data) // 3) // 4096 * 4096
    data[middle : middle + 4096] = b"\xff" * 4096


def zeros(data: bytearray) -> None:
    middle = data.index(b"kaidan", len(data) // 3) // 4096 * 4096
    data[middle : middle + 8192] = bytes(8192)


DAMAGES = [
    pytest.param(header, 0, id="header"),
    pytest.param(cut, 60, id="cut"),
    pytest.param(page, 250, id="page"),
    pytest.param(zeros, 230, id="zeros"),
]


@pytest.mark.parametrize(("damage", "saved"), DAMAGES)
@pytest.mark.parametrize("use", ["read", "write"])
def test_a_damaged_file_is_set_aside_and_what_can_be_read_is_saved(
    progress: Progress, damage: Callable[[bytearray], None], saved: int, use: str
) -> None:
    events = answers(300)
    progress.record_all(events)
    data = bytearray(progress.file.read_bytes())
    damage(data)
    progress.file.write_bytes(data)
    if use == "write":
        progress.record(answer(answer="after"))
    kept = progress.everything()
    assert [event.answer for event in kept].count("after") == (use == "write")
    old = [event for event in kept if event.answer != "after"]
    assert set(old) <= set(events)
    assert len(old) >= saved
    # What was added may have found room before the damage was met.
    assert any(f"was damaged: {n} events" in progress.notice for n in (len(old), len(kept)))
    aside = progress.file.with_name("progress.sqlite.damaged-1")
    if use == "read":
        assert aside.read_bytes() == data
    assert aside.name in progress.notice
    there = {path.name for path in progress.file.parent.iterdir()}
    assert there == {progress.file.name, aside.name}


def test_of_a_damaged_file_of_the_first_version_something_is_saved(progress: Progress) -> None:
    first_version(progress.file, answers(300))
    data = bytearray(progress.file.read_bytes())
    page(data)
    progress.file.write_bytes(data)
    assert len(progress.everything()) > 50
    assert "was damaged" in progress.notice


@pytest.mark.parametrize("seed", range(60))
def test_whatever_bytes_are_damaged_or_cut_what_is_left_is_read(
    progress: Progress, seed: int
) -> None:
    chance = random.Random(seed)
    events = [
        event._replace(id=str(uuid.UUID(int=chance.getrandbits(128)))) for event in answers(120)
    ]
    progress.record_all(events)
    data = bytearray(progress.file.read_bytes())
    if seed % 2:
        for _ in range(3):
            data[chance.randrange(100, len(data))] = chance.randrange(256)
    else:
        del data[chance.randrange(100, len(data)) :]
    progress.file.write_bytes(data)
    kept = progress.everything()
    damaged = progress.file.with_name(f"{progress.file.name}.damaged-1")
    assert damaged.exists() == bool(progress.notice)
    assert len(kept) <= len(events)
    progress.record(answer(answer="after"))
    assert "after" in {event.answer for event in progress.everything()}


def test_an_event_that_can_never_be_kept_does_not_stand_in_the_way(progress: Progress) -> None:
    for hopeless in (answer(answer="\ud800"), answer(milliseconds=1 << 70)):
        with pytest.raises(ValueError, match=r"surrogates|can't be kept"):
            progress.record(hopeless)
    progress.record(answer())
    assert len(progress.everything()) == 1


def test_an_older_copy_that_was_put_back_is_read_anew(progress: Progress) -> None:
    first, second, third = answers(3)
    progress.record(first)
    copy = progress.file.read_bytes()
    progress.record(second)
    mark, _ = progress.after(None)
    progress.file.write_bytes(copy)
    progress.record(third)
    assert list(progress.after(mark)[1]) == []  # as far as anyone can see
    progress.file.write_bytes(copy)
    assert list(progress.after(mark)[1]) == [first]


def test_what_waits_is_told_until_it_is_kept(tmp_path: Path) -> None:
    blocking = tmp_path / "folder"
    blocking.touch()
    progress = Progress(blocking / "progress.sqlite")
    first, second = answers(2)
    with pytest.raises(InputError):
        progress.record(first)
    assert progress.waiting == [first]
    assert "cannot be kept" in progress.trouble
    blocking.unlink()
    progress.record(second)
    assert progress.everything() == [first, second]
    assert (progress.waiting, progress.trouble) == ([], "")


def test_a_second_damage_does_not_overwrite_what_was_set_aside(progress: Progress) -> None:
    for number in (1, 2):
        progress.file.write_bytes(b"no database %d" % number * 100)
        progress.record(answer())
        assert progress.file.with_name(f"progress.sqlite.damaged-{number}").exists()


def test_erasing_erases_what_was_set_aside(progress: Progress) -> None:
    progress.file.write_bytes(b"no database" * 100)
    progress.record(answer())
    progress.erase()
    assert [path.name for path in progress.file.parent.iterdir()] == ["progress.sqlite"]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("time", "gestern"),
        ("time", "2026-01-10"),
        ("milliseconds", "abc"),
        ("hints", "few"),
        ("correct", "yes"),
        ("answer", b"kaidan"),
        ("context", "{"),
        ("context", '["a"]'),
        ("context", "[1, 2, 3]"),
    ],
)
def test_a_row_that_the_kit_did_not_write_is_left_out(
    progress: Progress, column: str, value: object
) -> None:
    spoilt, sound = answers(2)
    progress.record_all([spoilt, sound])
    with closing(sqlite3.connect(progress.file)) as database:
        database.execute(f"update event set {column} = ? where id = ?", (value, spoilt.id))
        database.commit()
    assert progress.events("budget") == [sound]


def test_the_file_is_the_one_named_else_in_the_users_data_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("KIT_PROGRESS", os.fspath(tmp_path / "mine.sqlite"))
    assert default_file() == tmp_path / "mine.sqlite"
    monkeypatch.delenv("KIT_PROGRESS")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_file().name == "progress.sqlite"
    assert default_file().parent.name == "seiji-kit"
