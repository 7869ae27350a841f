import random
from datetime import UTC, timedelta

import pytest

from kit.classroom.report.answers import Notice, Student
from kit.classroom.report.report import Report, masked, report
from kit.classroom.report.share import Share
from kit.lesson.lesson import Lesson
from tests.classroom.handed import BEGIN, READ, WHO, Class, answered
from tests.lesson import small

NAMES = ["aya", "ben", "carla", "dov", "eri", "fumi"]
NOW = BEGIN + timedelta(days=30)


@pytest.fixture(scope="module")
def lesson(tmp_path_factory: pytest.TempPathFactory) -> Lesson:
    return small.read(small.write(tmp_path_factory.mktemp("work"), words=small.WITH_ALL))


@pytest.fixture
def told(lesson: Lesson) -> Report:
    done = {name: [answered(WHO, name < "d"), answered(READ, True)] for name in NAMES}
    done["ben"] = [answered("nonsense", True)]
    notice = Notice("it is broken", "mend it", "aya.jsonl", 3, Student("aya", "aya"))
    found = Class(done, [notice, Notice("this is a link", "copy it", "fumi/x")])
    return report(lesson, found, NOW, UTC)


def test_a_report_has_all_that_there_is(told: Report) -> None:
    assert [standing.student.name for standing in told.students] == NAMES
    assert told.right == Share(7, 10)
    assert [result.asked.id for result in told.questions] == [READ, WHO]
    assert (told.strange, len(told.notices), told.pace.undated) == (1, 2, 0)


def test_the_first_answer_counts_where_all_count_over_time(lesson: Lesson) -> None:
    done = [answered(WHO, False), answered(WHO, True), answered(WHO, True)]
    told = report(lesson, Class({"aya": done}), NOW, UTC)
    assert told.right == Share(0, 1)
    assert told.pace.periods[0][1] == Share(2, 3)


def test_where_names_are_masked_nobody_is_named(told: Report) -> None:
    hidden = masked(told, random.Random(1))
    names = [standing.student.name for standing in hidden.students]
    assert names == [f"Student {number}" for number in range(1, 7)]
    assert not any(name in repr((hidden.students, hidden.notices)) for name in NAMES)
    assert [str(notice) for notice in hidden.notices] == [
        "a line is no event; mend it",
        "this is a link; copy it",
    ]
    assert hidden.notices[0].line == 3
    assert hidden._replace(students=(), notices=(), masked=False) == told._replace(
        students=(), notices=()
    )


def test_masked_notices_are_in_the_order_of_the_numbers(lesson: Lesson) -> None:
    notices = [Notice("it is cut short", "mend it", student=Student(name, name)) for name in NAMES]
    nobodys = [Notice(problem, "mend it", "a/b") for problem in ("it is shut", "a link")]
    told = report(lesson, Class({name: [] for name in NAMES}, [*nobodys, *notices]), NOW, UTC)
    for seed in range(5):
        hidden = masked(told, random.Random(seed)).notices
        names = [notice.student.name for notice in hidden if notice.student]
        assert names == [f"Student {number}" for number in range(1, 7)]
        assert [notice.problem for notice in hidden[6:]] == ["a link", "it is shut"]


def test_masked_no_line_of_a_file_is_quoted(lesson: Lesson) -> None:
    quoted = Notice("there is no field 'Yamada Hanako'", "mend it", "a", 2, Student("aya", "aya"))
    whole = Notice("it is cut short", "mend it", "a", student=Student("aya", "aya"))
    told = report(lesson, Class({"aya": []}, [quoted, whole]), NOW, UTC)
    problems = [notice.problem for notice in masked(told, random.Random(1)).notices]
    assert problems == ["a line is no event", "it is cut short"]


def test_a_number_is_the_same_in_all_of_a_report_and_no_alphabet(told: Report) -> None:
    hidden = masked(told, random.Random(1))
    (ben,) = [standing for standing in hidden.students if "nothing" in standing.why]
    orders = {
        tuple(standing.right for standing in masked(told, random.Random(seed)).students)
        for seed in range(20)
    }
    assert ben.right == Share(0, 0)
    assert len(orders) > 3
    student = hidden.notices[0].student
    assert student in [standing.student for standing in hidden.students]
