import pytest

from kit.lesson.hint import hint
from kit.lesson.item import Item
from kit.lesson.vocabulary import TaughtWord
from tests.lesson.answer_cases import ITEMS


@pytest.mark.parametrize(
    ("name", "text", "struck"),
    [
        ("会談", "It begins with か.", ""),
        ("who", "It is not “a\nb”.", "a\nb"),
        ("order", "It begins with “甲”", ""),
        ("match", "会談 is “talks”.", ""),
    ],
)
def test_a_hint_is_a_part_of_the_answer(name: str, text: str, struck: str) -> None:
    assert hint(ITEMS[name]) == (text, struck)


def test_a_choice_of_two_has_no_hint_that_would_not_be_the_answer() -> None:
    assert hint(ITEMS["gap"]) is None


@pytest.mark.parametrize(("reading", "first"), [("きょうちょう", "きょ"), ("あめ", "あ")])
def test_the_first_kana_is_a_whole_sound(reading: str, first: str) -> None:
    word = TaughtWord("字", reading, ("x",))
    assert hint(Item("reading", word.id, "?", word=word)) == (f"It begins with {first}.", "")


@pytest.mark.parametrize("reading", ["しょ", "あ", ""])
def test_a_reading_of_one_sound_has_no_hint(reading: str) -> None:
    word = TaughtWord("字", reading, ("x",))
    assert hint(Item("reading", word.id, "?", word=word)) is None
