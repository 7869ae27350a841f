import random
from pathlib import Path

import pytest

from kit.lesson import quiz
from kit.lesson.item import Item
from kit.lesson.lesson import Lesson
from kit.lesson.reading import meetings
from tests.lesson import small


def test_each_word_is_asked_for_where_it_comes_first(lesson: Lesson) -> None:
    assert {item.word.word for item in quiz.words(lesson, "lead") if item.word} == {
        "予算案",
        "決定",
    }
    second = {item.word.word for item in quiz.words(lesson, "1.1") if item.word}
    assert second == {"修正", "方針"}


def test_a_word_is_asked_twice_typed_and_chosen_half_a_quiz_apart(lesson: Lesson) -> None:
    items = [item for item in quiz.words(lesson, "1.2") if item.word in new_words(lesson, "1.2")]
    half = len(items) // 2
    assert [item.subject for item in items[:half]] == [item.subject for item in items[half:]]
    assert all(a.kind != b.kind for a, b in zip(items[:half], items[half:], strict=True))
    assert {item.subject for item in items if item.kind == "reading"} == {
        "姿勢/しせい",
        "応じる/おうじる",
    }


def new_words(lesson: Lesson, place: str) -> list[object]:
    return [meeting.word for meeting in meetings(lesson) if meeting.place == place]


def test_a_word_comes_back_two_paragraphs_on_as_another_kind_of_item(lesson: Lesson) -> None:
    first = {item.id for item in quiz.words(lesson, "lead")}
    back = [item for item in quiz.words(lesson, "1.2") if item.subject == "決定/けってい"]
    assert len(back) == 1
    assert back[0].id not in first


def test_no_item_is_asked_in_two_places(lesson: Lesson) -> None:
    ids = [item.id for item in quiz.everything(lesson)]
    assert len(set(ids)) == len(ids)


def test_how_a_word_is_written_is_never_asked_beside_how_it_is_read(lesson: Lesson) -> None:
    for place in lesson.places():
        asked = [(item.kind, item.subject) for item in quiz.words(lesson, place)]
        written = {subject for kind, subject in asked if kind == "kanji"}
        assert not written & {subject for kind, subject in asked if kind == "reading"}


def test_key_terms_are_asked_for_their_meaning_before_reading_and_not_again(
    lesson: Lesson,
) -> None:
    (item,) = quiz.warm_up(lesson)
    assert (item.id, item.prompt) == ("meaning/予算案/よさんあん", "What does 予算案 mean?")
    assert item.context == ("", "", ""), "the text is still to be read"
    later = [item.id for place in lesson.places() for item in quiz.words(lesson, place)]
    assert "meaning/予算案/よさんあん" not in later


def test_a_paragraph_shows_a_word_rather_than_its_heading(lesson: Lesson) -> None:
    sentences = {meeting.word.word: meeting.sentence for meeting in meetings(lesson)}
    assert sentences["予算案"] == "政府は10日、来年度の予算案を閣議で決定した。"


def test_the_same_seed_gives_the_same_quiz_and_another_another(lesson: Lesson) -> None:
    assert quiz.words(lesson, "1", 3) == quiz.words(lesson, "1", 3)
    orders = {tuple(item.id for item in quiz.words(lesson, "1", seed)) for seed in range(10)}
    assert len(orders) > 1


@pytest.mark.parametrize("rows", [0, 1, 2, 3])
def test_a_lesson_of_few_words_still_has_quizzes(tmp_path: Path, rows: int) -> None:
    words = "\n".join(small.WORDS.splitlines()[: rows + 1]) + "\n"
    lesson = small.read(small.write(tmp_path, words=words))
    asked = quiz.everything(lesson)
    typed = [item for item in asked if item.kind == "reading"]
    assert len(typed) == rows
    meanings = [len(item.options) for item in asked if item.kind == "meaning"]
    assert meanings == ([rows] * rows if rows > 1 else [])


def test_an_odd_one_out_comes_with_the_third_word_of_a_theme(tmp_path: Path) -> None:
    themes = {"予算案": "money", "決定": "deciding", "修正": "deciding", "方針": "deciding"}
    head, *rows = small.WORDS.splitlines()
    words = [f"{head},theme", *(f"{row},{themes.get(row.split(',')[0], '')}" for row in rows)]
    lesson = small.read(small.write(tmp_path, words="\n".join(words)))
    (odd,) = [item for item in quiz.everything(lesson) if item.kind == "odd"]
    assert odd in quiz.words(lesson, "1.1")
    assert odd.id == "odd/予算案/よさんあん"
    assert {option.text for option in odd.options} == {"予算案", "決定", "修正", "方針"}
    assert [option.text for option in odd.options if option.correct] == ["予算案"]
    assert "決定・修正・方針 belong together: deciding." in {o.reason for o in odd.options}


def paired(folder: Path, words: str, seed: int = 0) -> Item:
    *_, item = quiz.review(small.read(small.write(folder, words=words)), seed)
    assert item.kind == "match"
    return item


def test_the_last_quiz_pairs_words_of_a_theme_with_their_meanings(tmp_path: Path) -> None:
    words = small.WITH_ALL.replace(",,,\n", ",,,changing\n")
    item = paired(tmp_path, words)
    assert item.id == "match/changing"
    assert [word.word for word in item.partners] == ["予算案", "決定", "修正", "方針"]
    assert item.order == tuple(word.meaning for word in item.partners)
    shown = tuple(option.text for option in item.options)
    assert sorted(shown) == sorted(item.order)
    assert shown != item.order


@pytest.mark.parametrize("seed", range(3))
def test_without_themes_the_first_words_are_paired_under_the_first_ones_id(
    tmp_path: Path, seed: int
) -> None:
    assert paired(tmp_path, small.WITH_ALL, seed).id == "match/予算案/よさんあん"


def test_words_of_one_meaning_are_not_paired_together(tmp_path: Path) -> None:
    item = paired(tmp_path, small.WITH_ALL.replace("decision", "draft budget"))
    assert [word.word for word in item.partners] == ["予算案", "修正", "方針", "応じる"]


def test_questions_keep_their_order_and_the_teachers_ids(lesson: Lesson) -> None:
    (item,) = quiz.questions(lesson)
    assert (item.id, item.prompt) == ("question/who-decided", "だれが決めましたか。")
    assert quiz.questions(lesson, "1") == ()


@pytest.mark.parametrize("seed", range(20))
def test_a_summary_is_shown_out_of_order(tmp_path: Path, seed: int) -> None:
    lesson = small.read(small.write(tmp_path, small.FINISHED))
    (item,) = quiz.summary(lesson, seed)
    shown = tuple(option.text for option in item.options)
    assert item.order == lesson.summary
    assert sorted(shown) == sorted(item.order)
    assert shown != item.order


def test_a_lesson_without_a_summary_has_none_to_put_in_order(lesson: Lesson) -> None:
    assert quiz.summary(lesson) == ()


def test_chance_elsewhere_changes_no_quiz(lesson: Lesson) -> None:
    before = quiz.everything(lesson)
    random.seed(1)
    random.random()
    assert quiz.everything(lesson) == before
