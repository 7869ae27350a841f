from collections.abc import Sequence

import pytest

from kit.classroom.report.results import Result, results, splitting
from kit.classroom.report.share import Share
from kit.classroom.report.tally import tally
from kit.learner.event import Event
from kit.lesson.lesson import Lesson
from tests.classroom.handed import READ, WHO, Class, answered
from tests.lesson import small

OTHERS = ["reading/修正/しゅうせい", "reading/方針/ほうしん", "reading/姿勢/しせい"]


@pytest.fixture(scope="module")
def lesson(tmp_path_factory: pytest.TempPathFactory) -> Lesson:
    return small.read(small.write(tmp_path_factory.mktemp("work"), words=small.WITH_ALL))


def found(lesson: Lesson, students: Sequence[Sequence[Event]]) -> dict[str, Result]:
    done = {str(number): events for number, events in enumerate(students)}
    return {result.asked.id: result for result in results(tally(lesson, Class(done)))}


def ranked(who: Sequence[bool]) -> list[list[Event]]:
    """Students, the best first, each with an answer to WHO and others that show how good."""
    number = len(who)
    return [
        [
            answered(WHO, right),
            *(answered(item, place < number * n // 3) for n, item in enumerate(OTHERS, 1)),
        ]
        for place, right in enumerate(who)
    ]


@pytest.mark.parametrize(
    ("who", "right", "upper", "lower"),
    [
        ([True], Share(1, 1), None, None),
        ([True] * 14, Share(14, 14), None, None),
        ([True] * 5 + [False] * 10, Share(5, 15), Share(5, 5), Share(0, 5)),
        ([False] * 10 + [True] * 5, Share(5, 15), Share(0, 5), Share(5, 5)),
        ([True, False] * 8, Share(8, 16), Share(3, 5), Share(2, 5)),
    ],
)
def test_a_question_is_told_by_all_and_by_thirds(
    lesson: Lesson, who: list[bool], right: Share, upper: Share | None, lower: Share | None
) -> None:
    result = found(lesson, ranked(who))[WHO]
    assert (result.right, result.upper, result.lower) == (right, upper, lower)


def test_thirds_are_ranked_by_the_other_answers_alone(lesson: Lesson) -> None:
    nobody_else = [[answered(WHO, place % 2 == 0)] for place in range(30)]
    assert found(lesson, nobody_else)[WHO].upper is None
    alike = [[*events, answered(READ, True)] for events in nobody_else]
    assert found(lesson, alike)[WHO].difference == pytest.approx(0, abs=0.2)


@pytest.mark.parametrize(
    ("right", "wrong", "splits"),
    [(2, 2, False), (3, 2, True), (5, 5, True), (13, 7, True), (14, 6, False), (3, 7, False)],
)
def test_about_half_split_the_class(lesson: Lesson, right: int, wrong: int, splits: bool) -> None:
    students = [[answered(WHO, True)]] * right + [[answered(WHO, False)]] * wrong
    assert found(lesson, students)[WHO].splits is splits


def test_what_tells_most_of_who_has_understood_comes_first(lesson: Lesson) -> None:
    students = ranked([True] * 8 + [False] * 7)
    for place, events in enumerate(students):
        events.append(answered(READ, place % 2 == 0))
    split = splitting([*found(lesson, students).values()])
    assert [result.asked.id for result in split if result.asked.id in (WHO, READ)] == [WHO, READ]


@pytest.mark.parametrize(
    ("answers", "wrong", "alike"),
    [
        (["国会"], "", 0),
        (["国会", "政府"], "", 0),
        (["国会", "国会", "与党"], "国会", 2),
        (["い", "あ", "い", "あ"], "い", 2),
    ],
)
def test_a_wrong_answer_is_shown_if_it_is_not_one_students(
    lesson: Lesson, answers: list[str], wrong: str, alike: int
) -> None:
    result = found(lesson, [[answered(WHO, False, answer)] for answer in answers])[WHO]
    assert (result.wrong, result.alike) == (wrong, alike)


def test_a_question_on_a_word_that_the_notebooks_do_not_ask_is_told(lesson: Lesson) -> None:
    events = [answered("gap/方針/ほうしん", True), answered("gap/nothing/x", True)]
    told = found(lesson, [events])
    assert [*told] == ["gap/方針/ほうしん"]
    assert told["gap/方針/ほうしん"].asked.prompt == "Which word fits the gap?"
