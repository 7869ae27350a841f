from pathlib import Path

import pytest

from tests.classroom.handed import READ, WHO, Course, answered, exported, looked_up
from tests.cli.command import Run
from tests.lesson import small


@pytest.fixture(autouse=True)
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(small.write(tmp_path, words=small.WITH_ALL))
    folder = tmp_path / "class"
    folder.mkdir()
    for number in range(10):
        done = [answered(WHO, number % 2 == 0, "国会"), answered(READ, number > 7)]
        text = exported([*done, looked_up("修正/しゅうせい")])
        (folder / f"student-{number}.jsonl").write_text(text, encoding="utf-8")
    return tmp_path


TOLD = """予算案を閣議決定: Class report
Students: 10. Answers: 20, from 2026-03-02 to 2026-03-02.
Right at the first try: 35 % (7/20). Only the first answer of a student to a question counts here.

Words that gave trouble
       Either  Missed  Looked up  Word                  Meaning
100 % (10/10)       0         10  修正（しゅうせい）    revision
  80 % (8/10)       8          0  予算案（よさんあん）  draft budget

Questions that split the class
      Right  Upper third  Lower third  Question              Most frequent wrong answer
50 % (5/10)            –            –  だれが決めましたか。  国会 (5)

Students who may need help
Nobody, by these rules.
"""


def test_report_tells_the_most_important(run: Run) -> None:
    assert run("report", small.NAME, "class") == (0, TOLD, "")


def test_report_reads_a_course_and_an_archive_with_it(run: Run, tmp_path: Path) -> None:
    made = Course(tmp_path / "course", small.read(tmp_path))
    made.submit("aya", made.answers([WHO]))
    status, out, err = run("report", small.NAME, "course")
    assert (status, err) == (0, "")
    assert "Students: 1. Answers: 1" in out
    assert run("report", small.NAME, "course/submitted", "--course", "course")[1] == out


def test_report_writes_a_page_and_tables(run: Run) -> None:
    said = "wrote r.html\nwrote out/students.csv\nwrote out/words.csv\nwrote out/questions.csv\n"
    for _ in range(2):
        status, out, err = run("report", small.NAME, "class", "--html", "r.html", "--csv", "out")
        assert (status, out, err) == (0, TOLD + said, "")
    assert Path("r.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_masked_no_output_and_no_notice_names_a_student(run: Run) -> None:
    with Path("class/student-3.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"Yamada student-3": 1}\n')
    Path("class/student-x.docx").touch()
    arguments = ("report", small.NAME, "class", "--html", "r.html", "--csv", "out", "--mask")
    status, out, err = run(*arguments)
    assert status == 0
    assert "a line is no event" in err
    assert "kit: Student " in err
    written = [
        file.read_text(encoding="utf-8") for file in (Path("r.html"), *Path("out").iterdir())
    ]
    for text in (out, err, *written):
        assert "student-" not in text
        assert "Yamada" not in text
    assert "Student 10" in written[0]


def test_what_is_not_read_is_said_and_the_rest_is_told(run: Run) -> None:
    Path("class/zoe.jsonl").write_text("{" * 30 + "\n", encoding="utf-8")
    status, out, err = run("report", small.NAME, "class")
    assert status == 0
    assert "Students: 11. Answers: 20" in out
    assert err.splitlines()[0].startswith("kit: class/zoe.jsonl:1: this is no line of JSON; ")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["none", "class"], "there is no lesson 'none'"),
        ([small.NAME, "none"], "none: there is no such file or folder; check the name"),
        ([small.NAME, "class", "--html", "a.txt"], "a.txt: a report is an HTML file"),
        ([small.NAME, "class", "--html", "none/a.html"], "none is not there; make it"),
        ([small.NAME, "class", "--html", "other.html"], "no report on this lesson"),
        ([small.NAME, "class", "--html", "folder.html"], "no report on this lesson"),
        ([small.NAME, "class", "--csv", "none/a"], "none is not there; make it"),
        ([small.NAME, "class", "--course", "class"], "no assignment of the lesson budget"),
    ],
)
def test_report_says_in_one_line_what_is_wrong(run: Run, arguments: list[str], says: str) -> None:
    Path("other.html").write_text("<p>mine", encoding="utf-8")
    Path("folder.html").mkdir()
    status, _, err = run("report", *arguments)
    assert status == 2
    assert says in err
    assert err.count("\n") == 1
    assert Path("other.html").read_text(encoding="utf-8") == "<p>mine"
