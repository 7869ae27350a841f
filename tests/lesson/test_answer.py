import random

import jaconv
import pytest

from kit.lesson.answer import Verdict, explanation, judge, lines, matches
from kit.lesson.item import Item
from kit.lesson.romaji import TYPED, spellings, walk
from kit.lesson.vocabulary import TaughtWord
from tests.lesson import typed_answer
from tests.lesson.answer_cases import ITEMS, READINGS, VERDICTS


def short(*values: object) -> str:
    return "-".join(ascii(value)[1:20] for value in values)


@pytest.mark.parametrize(
    ("answer", "reading", "correct"), READINGS, ids=[short(a, r) for a, r, _ in READINGS]
)
def test_a_reading_is_right_however_it_is_typed_and_nothing_else_is(
    answer: str, reading: str, correct: bool
) -> None:
    assert matches(answer, reading) is correct


@pytest.mark.parametrize(
    ("name", "answer", "correct", "reason"), VERDICTS, ids=[short(n, a) for n, a, *_ in VERDICTS]
)
def test_an_answer_of_any_kind_is_judged_and_told_why(
    name: str, answer: str, correct: bool, reason: str
) -> None:
    verdict = judge(ITEMS[name], answer)
    assert (verdict.correct, verdict.reason) == (correct, reason)


def test_the_table_is_long_enough_to_hold_both_judges() -> None:
    assert len(READINGS) + len(VERDICTS) >= 150
    assert {ITEMS[name].kind for name, *_ in VERDICTS} >= {"reading", "gap", "order", "match"}


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("会談", "かいだん"),
        ("who", "政府"),
        ("order", "甲\n乙\n丙"),
        ("match", "talks\ngathering\nstance\nemphasis"),
    ],
)
def test_the_right_answer_is_right(name: str, right: str) -> None:
    assert judge(ITEMS[name], "?").right == right
    assert judge(ITEMS[name], right) == Verdict(True, right, "")


def test_all_that_a_reading_may_be_spelt_as_is_right() -> None:
    chance = random.Random(4)
    for _ in range(2000):
        reading = typed_answer.reading(chance)
        answer = typed_answer.typed(reading, chance)
        assert matches(answer, reading), (answer, reading)


def test_jaconv_reads_every_spelling_as_the_kana_that_it_is_for_or_that_sound_alike() -> None:
    alike = {"ぢ": "じ", "づ": "ず", "を": "お", "うぉ": "を", "てぃ": "ち", "でぃ": "ぢ"}
    alike |= {"とぅ": "つ", "どぅ": "づ", "でゅ": "ぢゅ", "うぇ": "っえ", "ん": "n"}
    alike |= {f"ぢ{small}": f"じ{small}" for small in "ゃゅょ"}
    for kana, typed in spellings().items():
        for spelling in typed:
            read = jaconv.alphabet2kana(spelling)
            assert read in (kana, alike.get(kana)) or spelling in ("n", "dzu"), (kana, spelling)


def test_a_reading_as_long_as_is_looked_at_takes_no_time_that_grows_without_end() -> None:
    assert not matches("n" * TYPED, "ん" * TYPED + "か")
    assert walk("n" * (TYPED + 1), "ん") == (False, 0)


def test_the_right_answer_to_a_reading_says_how_the_kanji_are_read() -> None:
    assert explanation(ITEMS["会談"]) == "In 会談, 会 is かい and 談 is だん."
    assert explanation(ITEMS["及ぶ"]) == "In 及ぶ, 及 is およ."
    assert explanation(ITEMS["who"]) == ""


def test_reasons_are_in_the_language_of_the_interface() -> None:
    japanese = ITEMS["会談"]._replace(interface="ja")
    assert judge(japanese, "かいだ").reason == "「談」のところが違います。"
    assert explanation(japanese) == "「会談」では、「会」は「かい」、「談」は「だん」。"


@pytest.mark.parametrize(
    ("answer", "fits"),
    [
        ("talks\nstance\ngathering\nemphasis", [True, False, False, True]),
        ("", [False] * 4),
        ("talks", [True, False, False, False]),
        ("\n" * 9, [False] * 4),
    ],
)
def test_each_line_of_an_answer_put_together_is_right_or_wrong(
    answer: str, fits: list[bool]
) -> None:
    assert lines(ITEMS["match"], answer) == fits


def test_an_item_with_nothing_to_type_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing to type"):
        judge(Item("reading", "x", "?"), "a")


def test_a_word_of_kana_alone_has_no_kanji_to_tell_of() -> None:
    word = TaughtWord("あらためて", "あらためて", ("anew",))
    item = Item("reading", word.id, "?", word=word)
    assert explanation(item) == ""
    assert judge(item, "あらた").reason == "The mistake is at あらためて."
