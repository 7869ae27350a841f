import os
import re
import shutil
import time
import tracemalloc
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from kit.classroom.report import exported as exported_files
from kit.classroom.report.gather import gather
from kit.classroom.report.gathered import Gathered
from kit.errors import InputError
from kit.learner.event import Event
from kit.lesson.lesson import Lesson
from tests.classroom.handed import READ, WHO, Course, answered, exported, looked_up
from tests.classroom.packed import tarred, zipped
from tests.lesson import small

RIGHT, WRONG = (WHO, True), (READ, False)


@pytest.fixture(scope="module")
def lesson(tmp_path_factory: pytest.TempPathFactory) -> Lesson:
    return small.read(small.write(tmp_path_factory.mktemp("work"), words=small.WITH_ALL))


@pytest.fixture
def course(tmp_path: Path, lesson: Lesson) -> Course:
    made = Course(tmp_path / "course", lesson)
    made.submit("aya", made.answers([WHO], [READ]))
    made.submit("ben", None)
    return made


def done(found: Gathered) -> dict[str, list[tuple[str, bool | None]]]:
    """What each student did: items, and whether they were right."""
    events: dict[str, list[tuple[str, bool | None]]] = {
        student.name: [] for student in found.students()
    }
    for student, event in found.events():
        events[student.name].append((event.item, event.correct))
    return {name: sorted(told, key=str) for name, told in events.items()}


def said(found: Gathered, folder: Path) -> list[str]:
    return [str(notice).replace(f"{folder}{os.sep}", "") for notice in found.notices()]


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


# ---- submissions


CLASS = {"aya": sorted([RIGHT, WRONG], key=str), "ben": []}


@pytest.mark.parametrize("within", ["", "submitted", "submitted/aya", "submitted/aya/hw"])
def test_submissions_are_read_from_any_folder_of_a_course(
    course: Course, lesson: Lesson, within: str
) -> None:
    only = {"aya": CLASS["aya"]} if "aya" in within else CLASS
    assert done(gather(course.folder / within, lesson)) == only


@pytest.mark.parametrize("ending", [".zip", ".tar", ".tar.gz"])
@pytest.mark.parametrize("around", ["submitted/", "", "class-of-2026/submitted/", "x/"])
def test_submissions_are_read_from_an_archive(
    course: Course, lesson: Lesson, tmp_path: Path, ending: str, around: str
) -> None:
    folder = course.folder / "submitted"
    members = [
        (f"{around}{file.relative_to(folder).as_posix()}", file.read_bytes())
        for file in sorted(folder.rglob("*.*"))
    ]
    packed = (zipped if ending == ".zip" else tarred)(tmp_path / f"all{ending}", members)
    assert done(gather(packed, lesson, course.folder)) == CLASS
    with pytest.raises(InputError, match="name its folder with --course"):
        gather(packed, lesson)


def test_a_folder_of_archives_is_a_folder_of_students(
    course: Course, lesson: Lesson, tmp_path: Path
) -> None:
    folder = tmp_path / "downloaded"
    folder.mkdir()
    for name in ("aya", "ben"):
        place = course.folder / "submitted" / name / "hw"
        shutil.make_archive(str(folder / name), "zip", place)
    assert done(gather(folder, lesson, course.folder)) == CLASS


@pytest.mark.parametrize(
    ("answers", "problem"),
    [
        (b'{"format": "seiji', "the answers are cut short or broken"),
        (b"", "the answers are cut short or broken"),
        (b"\xff\x00", "the answers are cut short or broken"),
        (b"[" * 100_000, "the answers are cut short or broken"),
        (b"[]", "these are no answers of the kit"),
        (b" " * 5_000_001, "the answers are larger than 5,000,000 bytes"),
        (b'{"format": "seiji-kit answers 1"}', "these answers were changed"),
        (
            b'{"format": "seiji-kit answers 1", "assignment": "x", "answers": {}}',
            "these are answers to another assignment, or to none that is in the course",
        ),
    ],
)
def test_of_a_spoilt_submission_the_student_is_left(
    course: Course, lesson: Lesson, answers: bytes, problem: str
) -> None:
    course.submit("carla", answers)
    found = gather(course.folder, lesson)
    assert done(found) == {**CLASS, "carla": []}
    assert said(found, course.folder) == [
        f"submitted/carla/hw/answers.json: {problem};"
        " ask the student for the answers.json beside the notebook"
    ]


def test_of_an_edited_submission_the_rest_counts(course: Course, lesson: Lesson) -> None:
    text = course.answers([WHO, READ, "reading/修正/しゅうせい"])
    first, second, _ = [id_ for id_ in course.items if id_ in text]
    text = text.replace(f'"{first}"', '"elsewhere"')
    text = text.replace(f'"{second}": {{\n   "answer"', f'"{second}": {{\n   "reply"')
    course.submit("carla", text)
    found = gather(course.folder, lesson)
    assert len(done(found)["carla"]) == 1
    assert [line.partition(": ")[2] for line in said(found, course.folder)] == [
        "answers to questions that the assignment has not: 1;"
        " ask the student for the answers.json beside the notebook",
        "answers that are no text: 1; ask the student for the answers.json beside the notebook",
    ]


@pytest.mark.parametrize(
    ("time", "day"),
    [
        ('"2026-03-04T09:30:00+09:00"', "2026-03-04T00:30:00+00:00"),
        ("null", "2026-03-09T10:00:00+00:00"),
        ('"0001-01-01T00:00:00+14:00"', "2026-03-09T10:00:00+00:00"),
        ('"9999-12-31T23:59:59-12:00"', "2026-03-09T10:00:00+00:00"),
    ],
)
def test_an_answer_has_a_time_that_can_be(
    course: Course, lesson: Lesson, time: str, day: str
) -> None:
    text = course.answers([WHO])
    began = text.index('"time": ') + 8
    course.submit("aya", text[:began] + time + text[text.index(",", began) :])
    ((_, event),) = gather(course.folder, lesson).events()
    assert event.time.isoformat() == day


@pytest.mark.parametrize(
    ("stamp", "hour"),
    [
        ("2026-03-09 10:00:00 UTC", "10"),
        ("2026-03-09 10:00:00.500000 UTC\n", "10"),
        ("2026-03-09 10:00:00", "10"),
        ("2026-03-09T10:00:00+09:00", "01"),
        ("2026-03-09 10:00:00 +0900", "01"),
        ("2026-03-09 10:00:00 JST", "01"),
        ("2026-03-09 10:00:00 Asia/Tokyo", "01"),
        ("2026-03-09 10:00:00 EST", "15"),
        ("2026-03-09 10:00:00 EDT", "14"),  # of this machine
        ("2026-03-09 10:00:00 XYZ", ""),
        ("2026-03-09 10:00:00 America", ""),
        ("2026-03-09 10:00:00 a/../../UTC", ""),
        ("0001-01-01 00:00:00 JST", ""),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_a_submission_has_the_time_that_nbgrader_wrote(
    course: Course, lesson: Lesson, monkeypatch: pytest.MonkeyPatch, stamp: str, hour: str
) -> None:
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    try:
        text = re.sub('"time": "[^"]*"', '"time": null', course.answers([WHO]))
        (course.submit("aya", text) / "timestamp.txt").write_text(stamp, encoding="utf-8")
        found = gather(course.folder, lesson)
    finally:
        monkeypatch.undo()
        time.tzset()
    ((_, event),) = found.events()
    assert f"{event.time:%Y %H}" == (f"2026 {hour}" if hour else "1970 00")
    assert said(found, course.folder) == [
        "submitted/aya/hw/timestamp.txt: when this was handed in cannot be read, and some answers"
        " have no time; write the time as in 2026-03-09 10:00:00 UTC"
    ] * (not hour)


def test_where_answers_have_times_that_of_the_submission_is_no_matter(
    course: Course, lesson: Lesson
) -> None:
    place = course.submit("aya", course.answers([WHO]))
    write(place, {"timestamp.txt": "2026-03-09 10:00:00 XYZ"})
    assert said(gather(course.folder, lesson), course.folder) == []


@pytest.mark.parametrize("name", ["answers (1).json", "tanaka_answers.json", "Answers.json"])
def test_answers_under_another_name_are_read(course: Course, lesson: Lesson, name: str) -> None:
    write(course.submit("ben", None), {name: course.answers([WHO])})
    found = gather(course.folder, lesson)
    assert done(found) == {**CLASS, "ben": [RIGHT]}
    assert said(found, course.folder) == []


def test_of_several_answers_it_is_said_which_are_left_out(course: Course, lesson: Lesson) -> None:
    other = course.answers([READ])
    write(course.submit("aya", course.answers([WHO])), {"answers (1).json": other})
    write(course.submit("ben", None), {"a.json": other, "b.json": other})
    found = gather(course.folder, lesson)
    assert done(found) == {"aya": [RIGHT], "ben": []}
    assert said(found, course.folder) == [
        f"submitted/{name}: these answers are not in answers.json, and left out;"
        " look which of the student's answers count"
        for name in ("aya/hw/answers (1).json", "ben/hw/a.json", "ben/hw/b.json")
    ]


def test_other_assignments_and_stray_files_are_no_matter(
    course: Course, lesson: Lesson, tmp_path: Path
) -> None:
    place = course.submit("aya", course.answers([WHO]))
    write(place, {"notes.txt": "x", "old/readme.txt": "x", "answers-1.json": "{"})
    write(place.parent, {"other/answers.json": "{", "other/other.ipynb": "{}"})
    found = gather(course.folder, lesson)
    assert done(found) == {"aya": [RIGHT], "ben": []}
    assert said(found, tmp_path) == []


def test_answers_in_another_place_are_reported(course: Course, lesson: Lesson) -> None:
    write(course.folder / "submitted", {"ben/hw/mine/answers.json": course.answers([WHO])})
    found = gather(course.folder, lesson)
    assert done(found) == CLASS
    assert said(found, course.folder) == [
        "submitted/ben/hw/mine/answers.json: these answers are not beside the assignment's"
        " notebook; move them there if they count"
    ]


def test_all_assignments_of_a_lesson_count_together(course: Course, lesson: Lesson) -> None:
    second = Course(course.folder, lesson, "hw2")
    second.submit("aya", second.answers([READ]))
    found = done(gather(course.folder, lesson))
    assert found["aya"] == sorted([RIGHT, WRONG, (READ, True)], key=str)


def test_two_students_of_one_name_are_two(course: Course, lesson: Lesson, tmp_path: Path) -> None:
    answers = course.answers([WHO]).encode()
    packed = zipped(
        tmp_path / "all.zip",
        [
            ("monday/aya/hw/answers.json", answers),
            ("friday/aya/hw/answers.json", b"{"),
            ("friday/aya/hw/answers.json", answers),
        ],
    )
    found = gather(packed, lesson, course.folder)
    assert done(found) == {"aya": [], "aya (2)": [RIGHT], "aya (3)": [RIGHT]}
    assert [notice.student.name for notice in found.notices() if notice.student] == ["aya"]


def test_a_course_without_the_lesson_is_said(lesson: Lesson, tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "submitted").mkdir()
    with pytest.raises(InputError, match="no assignment of the lesson budget is in this course"):
        gather(tmp_path, lesson)


# ---- exported files


DID = [answered(WHO, True), answered(READ, False), looked_up("修正/しゅうせい")]
LOOKED_UP = ("修正/しゅうせい", None)
TOLD = sorted([RIGHT, WRONG, LOOKED_UP], key=str)


@pytest.mark.parametrize(
    ("files", "names"),
    [
        ({"aya.jsonl": exported(DID)}, ["aya"]),
        ({"progress.jsonl": exported(DID, "Aya Sato")}, ["Aya Sato"]),
        ({"aya.txt": exported(DID), "ben.json": exported([])}, ["aya", "ben"]),
        ({"a/aya.jsonl": exported([]), "b/aya.jsonl": exported([])}, ["a", "b"]),
        ({"a/x.jsonl": exported([], "aya"), "b/x.jsonl": exported([], "aya")}, ["aya", "aya (2)"]),
        (
            {
                "1.jsonl": exported([], "aya"),
                "2.jsonl": exported([], "aya"),
                "3.jsonl": exported([], "aya (2)"),
            },
            ["aya", "aya (2)", "aya (2) (2)"],
        ),
        ({"1.jsonl": exported(DID[:2], "aya"), "2.jsonl": exported(DID, "aya")}, ["aya"]),
        ({"1.jsonl": exported([], "\u202eaya\n\x1b[31m ")}, ["aya [31m"]),
        ({"1.jsonl": exported([], "あ" * 99)}, ["あ" * 60 + "…"]),
        ({"1.jsonl": exported([], "か\u3099")}, ["が"]),
        ({"1.jsonl": exported([], "\u200b")}, ["?"]),
    ],
)
def test_whose_an_exported_file_is(
    lesson: Lesson, tmp_path: Path, files: dict[str, str], names: Sequence[str]
) -> None:
    folder = write(tmp_path, files)
    assert [*done(gather(folder, lesson))] == names
    packed = zipped(tmp_path / "all.zip", [(name, text.encode()) for name, text in files.items()])
    assert [*done(gather(packed, lesson))] == names


def test_exported_files_are_read_wherever_they_are(lesson: Lesson, tmp_path: Path) -> None:
    folder = write(tmp_path / "class", {"aya.jsonl": exported(DID)})
    assert done(gather(folder, lesson)) == {"aya": TOLD}
    assert done(gather(folder / "aya.jsonl", lesson)) == {"aya": TOLD}


def cut(text: str) -> str:
    return text[: len(text) - 100]


def without_head(text: str) -> str:
    return text.partition("\n")[2]


def newer(text: str) -> str:
    return text.replace('"version": 1', '"version": 9')


def edited(text: str) -> str:
    return text.replace('"hints": 0', '"hints": -1', 1)


def not_hers(text: str) -> str:
    return text.replace('"student": "me", "lesson"', '"student": "you", "lesson"', 1)


AGAIN = "export it again with kit progress export"


@pytest.mark.parametrize(
    ("spoil", "left", "notice"),
    [
        (cut, [RIGHT, WRONG], f"4: this is no line of JSON; {AGAIN}"),
        (edited, [WRONG, LOOKED_UP], f"2: the hints is out of range; {AGAIN}"),
        (
            not_hers,
            [WRONG, LOOKED_UP],
            "2: the event is another student's than the first line says;"
            " put it into a file of its own",
        ),
        (
            newer,
            [RIGHT, WRONG, LOOKED_UP],
            "1: this was written by a newer version of the kit; update the kit",
        ),
        (
            without_head,
            [RIGHT, WRONG, LOOKED_UP],
            " its first line, which says whose it is, is missing;"
            " have it exported again with kit progress export",
        ),
    ],
)
def test_of_a_spoilt_file_the_rest_counts(
    lesson: Lesson,
    tmp_path: Path,
    spoil: Callable[[str], str],
    left: list[tuple[str, bool | None]],
    notice: str,
) -> None:
    found = gather(write(tmp_path, {"aya.jsonl": spoil(exported(DID))}), lesson)
    assert done(found) == {"aya": sorted(left, key=str)}
    assert said(found, tmp_path) == [f"aya.jsonl:{notice}"]


@pytest.mark.parametrize(
    ("data", "notices"),
    [
        (b"", ["aya.jsonl: its first line, which says whose it is, is missing"]),
        (b"\x89PNG\x00\x01", ["aya.jsonl: this is a picture, not text"]),
        (b"{}\n" * 9, ["aya.jsonl:1: the id is missing"]),
        (exported(DID).encode()[:-80] + b"\xe4\n", ["aya.jsonl:4: this is no UTF-8"]),
    ],
)
def test_of_a_broken_file_the_student_is_left(
    lesson: Lesson, tmp_path: Path, data: bytes, notices: list[str]
) -> None:
    (tmp_path / "aya.jsonl").write_bytes(data)
    found = gather(tmp_path, lesson)
    assert [*done(found)] == ["aya"]
    for line, notice in zip(said(found, tmp_path), notices, strict=False):
        assert line.startswith(notice)


def test_many_bad_lines_are_not_named_one_by_one(lesson: Lesson, tmp_path: Path) -> None:
    folder = write(tmp_path, {"aya.jsonl": exported(DID) + "{\n" * 500})
    found = gather(folder, lesson)
    assert done(found) == {"aya": TOLD}
    assert said(found, tmp_path)[-1] == (
        "aya.jsonl: so are 497 more lines of it; have it exported again with kit progress export"
    )
    assert len(found.notices()) == 4


def test_a_file_of_bad_lines_is_soon_put_aside(lesson: Lesson, tmp_path: Path) -> None:
    packed = zipped(tmp_path / "a.zip", [("aya.jsonl", b"{\n" * 5_000_000)])
    tracemalloc.start()
    try:
        found = gather(packed, lesson)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert [notice.line for notice in found.notices()] == [1, 2, 3, None, None]
    assert found.notices()[3].problem == "so are 997 more lines of it, and the rest is not read"
    assert most < 60_000_000


@pytest.mark.parametrize(
    ("limit", "most", "left", "says"),
    [
        ("MOST_LINES", 3, [RIGHT, WRONG], "only its first 3 lines are read"),
        ("MOST_LINES", 4, TOLD, ""),
        ("LARGEST", 100, [], "it is larger than 100 bytes"),
    ],
)
def test_there_is_an_end_to_what_is_read_of_an_export(
    lesson: Lesson,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    limit: str,
    most: int,
    left: list[tuple[str, bool | None]],
    says: str,
) -> None:
    monkeypatch.setattr(exported_files, limit, most)
    found = gather(write(tmp_path, {"aya.jsonl": exported(DID)}), lesson)
    assert done(found) == {"aya": sorted(left, key=str)}
    assert [notice.problem for notice in found.notices()] == ([says] if says else [])


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_file_that_an_editor_saved_is_read(lesson: Lesson, tmp_path: Path, encoding: str) -> None:
    text = exported(DID).replace("\n", "\r\n")
    (tmp_path / "aya.jsonl").write_bytes(text.encode(encoding))
    found = gather(tmp_path, lesson)
    assert done(found) == {"aya": TOLD}
    assert said(found, tmp_path) == []


def test_what_was_done_in_other_lessons_does_not_count(lesson: Lesson, tmp_path: Path) -> None:
    other: list[Event] = [answered(WHO, True, lesson="other")]
    folder = write(tmp_path, {"aya.jsonl": exported(other), "ben.jsonl": exported([*other, *DID])})
    found = gather(folder, lesson)
    assert done(found) == {"aya": [], "ben": TOLD}
    assert said(found, tmp_path) == [
        "aya.jsonl: this is of other lessons; have it exported again with kit progress export"
    ]


# ---- anything


def test_submissions_and_exported_files_may_come_together(
    course: Course, lesson: Lesson, tmp_path: Path
) -> None:
    write(course.folder / "submitted", {"carla.jsonl": exported(DID)})
    assert done(gather(course.folder, lesson)) == {**CLASS, "carla": TOLD}


def test_what_is_neither_is_named(lesson: Lesson, tmp_path: Path) -> None:
    files = {"aya.jsonl": exported(DID), "b.docx": "x", "c.txt": "x", ".hidden": "x"}
    found = gather(write(tmp_path, files), lesson)
    assert done(found) == {"aya": TOLD}
    left = "neither a submission nor an export, and left out; look whether an answer is lost"
    assert said(found, tmp_path) == [f"b.docx: {left}", f"c.txt: {left}"]


def test_of_many_that_are_neither_the_first_are_named(lesson: Lesson, tmp_path: Path) -> None:
    files = {f"{number:02}.docx": "x" for number in range(13)}
    found = gather(write(tmp_path, {**files, "aya.jsonl": exported(DID)}), lesson)
    notices = said(found, tmp_path)
    assert [line.partition(":")[0] for line in notices[:10]] == sorted(files)[:10]
    assert notices[10:] == ["so are 3 more files; look whether an answer is lost"]


def test_links_pipes_and_shut_files_in_a_folder_are_reported(
    lesson: Lesson, tmp_path: Path
) -> None:
    write(tmp_path, {"aya.jsonl": exported(DID)})
    os.symlink("/etc/passwd", tmp_path / "ben.jsonl")
    os.symlink("/", tmp_path / "root")
    os.mkfifo(tmp_path / "carla.jsonl")
    found = gather(tmp_path, lesson)
    assert done(found) == {"aya": TOLD, "ben": [], "carla": []}
    assert sorted(said(found, tmp_path)) == [
        "ben.jsonl: this is a link; hand in the file itself",
        "carla.jsonl: this is no plain file; hand in the file itself",
        "root: this is a link; hand in the file itself",
    ]


def test_of_a_hostile_archive_what_is_good_is_read(
    course: Course, lesson: Lesson, tmp_path: Path
) -> None:
    answers = course.answers([WHO]).encode()
    packed = zipped(
        tmp_path / "all.zip",
        [
            ("submitted/aya/hw/answers.json", answers),
            ("/submitted/ben/hw/answers.json", answers),
            ("../submitted/carla/hw/answers.json", answers),
            ("../../etc/passwd", b"x"),
        ],
    )
    before = sorted(tmp_path.rglob("*"))
    found = gather(packed, lesson, course.folder)
    assert done(found) == {"aya": [RIGHT]}
    assert [(notice.problem, notice.student) for notice in found.notices()] == [
        ("its path is absolute", None),
        ("its path leads out of the archive", None),
        ("its path leads out of the archive", None),
    ]
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda path: None, "there is no such file or folder"),
        (lambda path: path.mkdir(), "no student handed in anything there"),
        (lambda path: path.write_text("x"), "no student handed in anything there"),
        (lambda path: os.mkfifo(path), "this is no plain file"),
        (lambda path: zipped(path, []), "no student handed in anything there"),
        (lambda path: path.write_bytes(b"PK\x03\x04"), "the archive is cut short or broken"),
    ],
)
def test_where_there_is_nothing_it_is_said_in_one_line(
    lesson: Lesson, tmp_path: Path, make: Callable[[Path], object], says: str
) -> None:
    make(tmp_path / "x")
    with pytest.raises(InputError, match=says) as caught:
        gather(tmp_path / "x", lesson)
    assert str(caught.value).count("\n") == 0
