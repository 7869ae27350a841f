from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kit.learner import met
from kit.learner.event import Context, Event
from kit.learner.met import Shelf, in_context, nowhere
from kit.lesson import library
from kit.lesson.vocabulary import TaughtWord
from tests.lesson import small

NOON = datetime(2026, 1, 10, 12, tzinfo=UTC)


def answers(*given: tuple[str, str]) -> list[Event]:
    """Answers, each in a lesson to an item."""
    return [
        Event.answered(lesson, item, "x", correct=True, time=NOON + timedelta(seconds=number))
        for number, (lesson, item) in enumerate(given)
    ]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ([], {}),
        ([("budget", "reading/決定/けってい")], {"決定/けってい": "budget"}),
        (
            [("budget", "reading/決定/けってい"), ("tax", "gap/決定/けってい")],
            {"決定/けってい": "tax"},
        ),
        (
            [("budget", "reading/決定/けってい"), ("/review", "gap/決定/けってい")],
            {"決定/けってい": "budget"},
        ),
        ([("", "reading/決定/けってい")], {}),
    ],
)
def test_the_lesson_in_which_a_word_was_answered_last(
    given: list[tuple[str, str]], found: dict[str, str]
) -> None:
    looked_up = Event.seen("look-up", "other", "決定/けってい", time=NOON + timedelta(days=1))
    assert met.lessons([*answers(*given), looked_up]) == found


CONTEXTS: list[tuple[str, Context, TaughtWord]] = [
    (
        "開く/ひらく",
        ("会議が", "開かれた", "。"),
        TaughtWord("開く", "ひらく", ("to hold (a meeting, a conference)",), (), "verb"),
    ),
    (
        "石破/いしば",
        ("", "石破", "前首相が述べた。"),
        TaughtWord(
            "石破",
            "いしば",
            (
                "Ishiba Shigeru",
                "Japanese politician (LDP), prime minister October 2024 – October 2025",
            ),
            (),
            "name",
        ),
    ),
    ("予算/よさん", ("", "", ""), TaughtWord("予算", "よさん", ("budget",), (), "noun")),
]


@pytest.mark.parametrize(("word", "context", "taught"), CONTEXTS)
def test_a_word_means_what_it_means_in_its_sentence(
    word: str, context: Context, taught: TaughtWord
) -> None:
    meeting = in_context(word, context, nowhere("en"))
    assert meeting.word == taught
    assert meeting.parts() == (context if any(context) else ("", taught.word, ""))


def test_a_shelf_opens_a_lesson_once_and_says_why_another_is_not_there(tmp_path: Path) -> None:
    shelf = Shelf(library.around(small.write(tmp_path)), "ja")
    lesson = shelf.lesson(small.NAME)
    assert lesson is not None
    assert shelf.lesson(small.NAME) is lesson
    assert (shelf.lesson("tax"), [*shelf.refused]) == (None, ["tax"])
    assert [*shelf.every()] == [lesson]
    assert (lesson.language, nowhere("ja").language) == ("ja", "ja")
    assert shelf.meeting(lesson, "国会/こっかい") is None


def test_a_taught_word_that_the_text_does_not_have_stands_in_its_example(tmp_path: Path) -> None:
    words = (
        small.WORDS
        + "増税,ぞうぜい,tax increase,noun,,政府は増税を決めた。\n減税,げんぜい,tax cut,noun,,\n"
    )
    shelf = Shelf(library.around(small.write(tmp_path, words=words)), "en")
    lesson = shelf.lesson(small.NAME)
    assert lesson is not None
    for word, parts in {
        "増税/ぞうぜい": ("政府は", "増税", "を決めた。"),
        "減税/げんぜい": ("", "減税", ""),
    }.items():
        meeting = shelf.meeting(lesson, word)
        assert meeting
        assert meeting.parts() == parts
