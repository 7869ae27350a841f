import csv
from datetime import UTC, timedelta
from pathlib import Path

import pytest

from kit.classroom.report.report import report
from kit.classroom.report.tables import safe, tables, write
from kit.errors import InputError
from kit.lesson.lesson import Lesson
from tests.classroom.handed import BEGIN, READ, WHO, Class, answered, looked_up
from tests.lesson import small
from tests.publish.hostile import hostile

NOW = BEGIN + timedelta(days=30)
EVIL = '=HYPERLINK("http://evil.example";"x")'


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    return small.read(small.write(tmp_path / "work", words=small.WITH_ALL))


def read(file: Path, delimiter: str = ",") -> list[list[str]]:
    with file.open(encoding="utf-8-sig", newline="") as rows:
        return [*csv.reader(rows, delimiter=delimiter)]


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("aya", "aya"),
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        (" =1", "' =1"),
        ("\t=1", "'\t'=1"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("\n=1", "'\n'=1"),
        ("＝1", "'＝1"),
        ("＋1", "'＋1"),
        ("a;=1", "a;'=1"),
        ("a,=1", "a,'=1"),
        ('a";=1', "a\";'=1"),
        ("a\n@b", "a\n'@b"),
        ("a-b=c", "a-b=c"),
        ("", ""),
        (3, 3),
    ],
)
def test_no_cell_becomes_a_formula(cell: str | int, written: str | int) -> None:
    assert safe(cell) == written


def test_the_tables_have_students_words_and_questions(lesson: Lesson, tmp_path: Path) -> None:
    done = {
        "aya": [answered(WHO, True), answered(READ, False)],
        "ben": [looked_up("修正/しゅうせい")],
    }
    files = write(tmp_path / "out", report(lesson, Class(done), NOW, UTC), UTC)
    assert [file.name for file in files] == ["students.csv", "words.csv", "questions.csv"]
    students, words, questions = map(read, files)
    assert students == [
        ["student", "answered", "right", "last answer", "may need help", READ, WHO],
        ["aya", "2", "1", "2026-03-02", "", "0", "1"],
        ["ben", "0", "0", "", "answered nothing", "", ""],
    ]
    assert words[0] == ["word", "reading", "meaning", "missed", "looked up", "either", "met by"]
    assert ["予算案", "よさんあん", "draft budget", "1", "0", "1", "1"] in words
    assert ["修正", "しゅうせい", "revision", "0", "1", "1", "1"] in words
    assert questions[2] == [WHO, "", "だれが決めましたか。", "1", "1", "", "", "", "", "", ""]
    assert files[0].read_bytes().startswith(b"\xef\xbb\xbf")
    assert len(list((tmp_path / "out").iterdir())) == 3


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_in_no_country_a_cell_begins_as_a_formula(
    tmp_path: Path, lesson: Lesson, delimiter: str
) -> None:
    names = [EVIL, "+1", "-1", "@x", "a;=1", 'b";=1', 'c","=1', "d\t=1", "e\n=1", "\t=2", "\r=3"]
    told = report(lesson, Class({name: [answered(WHO, False)] for name in names}), NOW, UTC)
    for file in write(tmp_path / "out", told, UTC):
        for row in read(file, delimiter):
            assert [cell for cell in row if cell.lstrip(" ")[:1] in tuple("=+-@\t\r")] == []


def test_what_a_lesson_says_is_no_formula_either(tmp_path: Path) -> None:
    lesson = hostile(tmp_path / "work")
    told = report(lesson, Class({"aya": [answered("question/who", True)]}), NOW, UTC)
    assert tables(told)["questions.csv"][1][2].startswith("だれが</p>")  # type: ignore[union-attr]
    write(tmp_path / "out", told, UTC)


def test_only_such_tables_are_written_over(lesson: Lesson, tmp_path: Path) -> None:
    told = report(lesson, Class({"aya": [answered(WHO, True)]}), NOW, UTC)
    folder = tmp_path / "out"
    first = [file.read_bytes() for file in write(folder, told, UTC)]
    assert [file.read_bytes() for file in write(folder, told, UTC)] == first
    (folder / "words.csv").write_text("word,reading,meaning\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"words\.csv: this is there already"):
        write(folder, told, UTC)
    assert (folder / "words.csv").read_text(encoding="utf-8") == "word,reading,meaning\n"


@pytest.mark.parametrize(
    ("place", "says"),
    [("none/out", "none is not there; make it"), ("file", "the tables cannot be written")],
)
def test_a_folder_that_cannot_be_is_said(
    lesson: Lesson, tmp_path: Path, place: str, says: str
) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match=says):
        write(tmp_path / place, report(lesson, Class({}), NOW, UTC))
