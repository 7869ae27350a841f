import random
from pathlib import Path

import pytest

from kit.lesson import quiz
from kit.lesson.lesson import Lesson
from kit.lesson.reading import meetings
from kit.lesson.vocabulary import TaughtWord
from tests.lesson import small


def test_each_word_is_asked_for_where_it_comes_first(lesson: Lesson) -> None:
    assert {item.word.word for item in quiz.words(lesson, "lead") if item.word} == {
        "予算案",
        "決定",
    }
    second = {item.word.word for item in quiz.words(lesson, "1") if item.word}
    assert second == {"修正", "方針", "姿勢", "応じる"}


def test_a_word_is_asked_for_reading_and_meaning_half_a_quiz_apart(lesson: Lesson) -> None:
    items = quiz.words(lesson)
    half = len(items) // 2
    assert len({item.id for item in items}) == len(items) == 12
    assert [item.subject for item in items[:half]] == [item.subject for item in items[half:]]
    assert all(a.kind != b.kind for a, b in zip(items[:half], items[half:], strict=True))


def test_the_word_stands_in_its_sentence_inflected_or_not(lesson: Lesson) -> None:
    contexts = {item.subject: item.context for item in quiz.words(lesson) if item.kind == "reading"}
    assert contexts["決定/けってい"] == ("政府は10日、来年度の予算案を閣議で", "決定した", "。")
    assert contexts["応じる/おうじる"][1] == "応じる"


def test_a_paragraph_shows_a_word_rather_than_its_heading(lesson: Lesson) -> None:
    sentences = {meeting.word.word: meeting.sentence for meeting in meetings(lesson)}
    assert sentences["予算案"] == "政府は10日、来年度の予算案を閣議で決定した。"


def test_the_same_seed_gives_the_same_quiz_and_another_another(lesson: Lesson) -> None:
    assert quiz.words(lesson, "1", 3) == quiz.words(lesson, "1", 3)
    orders = {tuple(item.id for item in quiz.words(lesson, "1", seed)) for seed in range(10)}
    assert len(orders) > 1
    assert len({frozenset(order) for order in orders}) == 1, "ids depend on the seed"


def test_wrong_meanings_are_other_words_and_say_which(lesson: Lesson) -> None:
    for item in quiz.words(lesson):
        if item.options:
            assert sum(option.correct for option in item.options) == 1
            assert len({option.text for option in item.options}) == len(item.options)
            assert all(option.reason for option in item.options if not option.correct)


def word(text: str, meaning: str, part_of_speech: str = "noun") -> TaughtWord:
    return TaughtWord(text, "よみ", (meaning,), part_of_speech=part_of_speech)


@pytest.mark.parametrize(
    ("others", "chosen"),
    [
        ([word("会合", "gathering"), word("枠組み", "framework")], {"会合", "枠組み"}),
        ([word("協議", "formal talks")], set()),  # could be right too
        ([word("面談", "interview"), word("懇談", "interview")], 1),  # one option, not two alike
        (
            [word(kanji, f"a{kanji}", "verb") for kanji in "甲乙丙"]
            + [word(f"会{kanji}", f"n{number}") for number, kanji in enumerate("丁戊己")],
            {"会丁", "会戊", "会己"},
        ),
    ],
)
def test_distractors_are_of_a_kind_and_never_right(
    others: list[TaughtWord], chosen: set[str] | int
) -> None:
    found = quiz.distractors(word("会談", "talks"), others, random.Random(1))
    words = {other.word for other in found}
    assert words == chosen if isinstance(chosen, set) else len(words) == chosen


def test_a_lesson_of_two_words_still_has_a_quiz(tmp_path: Path) -> None:
    words = "\n".join(small.WORDS.splitlines()[:3]) + "\n"
    items = quiz.words(small.read(small.write(tmp_path, words=words)))
    assert [len(item.options) for item in items if item.kind == "meaning"] == [2, 2]


def test_questions_keep_their_order_and_the_teachers_ids(lesson: Lesson) -> None:
    (item,) = quiz.questions(lesson)
    assert (item.id, item.prompt) == ("question/who-decided", "だれが決めましたか。")
    assert quiz.questions(lesson, "1") == ()
