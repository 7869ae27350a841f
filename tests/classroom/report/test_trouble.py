from collections.abc import Sequence
from pathlib import Path

import pytest

from kit.classroom.report.share import Share
from kit.classroom.report.tally import tally
from kit.classroom.report.trouble import Trouble, troubles
from kit.learner.event import Event
from kit.lesson import library, quiz
from kit.lesson.lesson import Lesson
from tests.classroom.handed import BEGIN, MEAN, READ, WHO, Class, answered, looked_up
from tests.lesson import small

YOSAN, SHUSEI = "予算案/よさんあん", "修正/しゅうせい"


@pytest.fixture(scope="module")
def lesson(tmp_path_factory: pytest.TempPathFactory) -> Lesson:
    return small.read(small.write(tmp_path_factory.mktemp("work"), words=small.WITH_ALL))


def trouble(lesson: Lesson, word: str, *students: Sequence[Event]) -> Trouble:
    done = {str(number): events for number, events in enumerate(students)}
    return troubles(lesson, tally(lesson, Class(done)))[word]


@pytest.mark.parametrize(
    ("events", "missed", "looked", "share"),
    [
        ([], 0, 0, Share(0, 0)),
        ([answered(READ, True)], 0, 0, Share(0, 1)),
        ([answered(READ, False)], 1, 0, Share(1, 1)),
        ([answered(READ, True), answered(MEAN, False)], 1, 0, Share(1, 1)),
        ([answered("gap/予算案/よさんあん", False)], 1, 0, Share(1, 1)),
        ([looked_up(YOSAN)], 0, 1, Share(1, 1)),
        ([looked_up(YOSAN), looked_up(YOSAN), answered(READ, False)], 1, 1, Share(1, 1)),
        ([answered(WHO, False)], 0, 0, Share(0, 1)),  # of a paragraph that has the word
        ([looked_up("政府/せいふ")], 0, 0, Share(0, 1)),  # in the same paragraph
        ([looked_up(SHUSEI)], 0, 0, Share(0, 0)),  # in several, so nobody knows
        ([answered("reading/方針/ほうしん", True)], 0, 0, Share(0, 1)),
        ([answered("reading/応じる/おうじる", True)], 0, 0, Share(0, 0)),  # of another
        ([Event.seen("reveal", small.NAME, "easy/lead.1", time=BEGIN)], 0, 0, Share(0, 1)),
        ([Event.read(small.NAME, "whole", 9, time=BEGIN)], 0, 0, Share(0, 1)),
        ([answered(READ, False, lesson="other")], 0, 0, Share(0, 0)),
        ([answered("reading/予算案/<b>", False)], 0, 0, Share(0, 0)),
        ([answered("nonsense", False)], 0, 0, Share(0, 0)),
    ],
)
def test_trouble_is_a_miss_or_a_look_up(
    lesson: Lesson, events: list[Event], missed: int, looked: int, share: Share
) -> None:
    found = trouble(lesson, YOSAN, events)
    assert (found.missed, found.looked_up, found.either) == (missed, looked, share)


def test_only_the_first_answer_counts_and_a_second_try_does_not(lesson: Lesson) -> None:
    later = answered(READ, True)
    first = answered(READ, False, time=BEGIN)
    second = answered(READ, True)._replace(kind="second")
    found = trouble(lesson, YOSAN, [later, second, first])
    assert found.missed == 1
    unjudged = first._replace(correct=None)
    assert trouble(lesson, YOSAN, [unjudged, later]).missed == 0


def test_of_pairs_those_are_missed_that_are_wrong() -> None:
    lesson = library.around(Path(__file__)).open("g20-foreign-ministers")
    item = next(item for item in quiz.review(lesson) if item.partners)
    swapped = "\n".join([*item.order[1::-1], *item.order[2:]])
    done = {"aya": [answered(item.id, False, swapped, lesson=lesson.name)]}
    found = troubles(lesson, tally(lesson, Class(done)))
    missed = [word.word for word in item.partners if found[word.id].missed]
    assert missed == [word.word for word in item.partners[:2]]


@pytest.mark.parametrize(
    ("wrong", "right", "level"),
    [(0, 9, 0), (1, 3, 0), (4, 0, 0), (1, 4, 2), (1, 5, 1), (2, 3, 3), (3, 2, 4), (9, 0, 4)],
)
def test_the_level_goes_with_the_share_and_of_a_few_there_is_none(
    lesson: Lesson, wrong: int, right: int, level: int
) -> None:
    students = [[answered(READ, False)]] * wrong + [[answered(READ, True)]] * right
    assert trouble(lesson, YOSAN, *students).level == level


def test_every_word_of_text_and_vocabulary_is_there(lesson: Lesson) -> None:
    found = troubles(lesson, tally(lesson, Class({})))
    assert {word.id for word in lesson.words} <= found.keys()
    assert "野党/やとう" in found
    assert found["修正/しゅうせい"].word.meaning == "revision"
