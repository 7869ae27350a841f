import random

import pytest

from kit.lesson import distractor
from kit.lesson.vocabulary import TaughtWord, Wrong


def word(text: str, meaning: str, part_of_speech: str = "noun", *confusions: str) -> TaughtWord:
    wrong = tuple(Wrong(other, "") for other in confusions)
    meanings = tuple(meaning.split("; "))
    return TaughtWord(text, "よみ", meanings, part_of_speech=part_of_speech, confusions=wrong)


@pytest.mark.parametrize(
    ("others", "chosen"),
    [
        ([word("会合", "gathering"), word("枠組み", "framework")], ["会合", "枠組み"]),
        ([word("協議", "formal talks")], []),  # could be right too
        (
            [word(kanji, f"a{kanji}", "verb") for kanji in "甲乙丙"]
            + [word(f"会{kanji}", f"n{number}") for number, kanji in enumerate("丁戊己")],
            ["会丁", "会戊", "会己"],
        ),
    ],
)
def test_meanings_of_a_kind_come_first_and_are_never_right(
    others: list[TaughtWord], chosen: list[str]
) -> None:
    found = distractor.meanings(word("会談", "talks"), others, random.Random(1))
    assert sorted(text for text, _, _ in found[:3]) == sorted(chosen)


def test_no_two_meanings_are_alike() -> None:
    others = [word("面談", "interview"), word("懇談", "interview")]
    assert len(distractor.meanings(word("会談", "talks"), others, random.Random(1))) == 1


def test_what_the_teacher_takes_for_a_confusion_comes_first() -> None:
    own = word("会談", "talks", "noun", "雑談", "階段")
    found = distractor.meanings(own, [word("会合", "gathering")], random.Random(1))
    assert [text for text, _, _ in found] == ["雑談", "階段", "会合"]
    assert found[1] == ("階段", "かいだん", "stairs; stairway")


@pytest.mark.parametrize(
    ("one", "meaning", "other", "shared"),
    [
        ("会談", "talks", "会見", False),
        ("会談", "talks", "階段", False),
        ("会談", "talks; interview", "会見", True),  # a gloss in common
        ("打ち出す", "to put forward", "打出す", True),  # one entry in two spellings
        ("取り組む", "to tackle", "取り組み", False),
        ("会談", "talks", "存在しない言葉", False),
    ],
)
def test_a_word_that_could_be_right_is_known(
    one: str, meaning: str, other: str, shared: bool
) -> None:
    assert distractor.shares(word(one, meaning), other) is shared


def test_a_lessons_own_meaning_of_a_confusion_wins() -> None:
    own = word("会談", "talks", "noun", "会見")
    assert not distractor.shares(own, "会見", [word("会見", "press conference")])
    assert distractor.shares(own, "会見", [word("会見", "Talks")])


def test_a_confusion_that_could_be_right_is_not_offered() -> None:
    own = word("打ち出す", "to put forward", "verb", "打出す", "持ち出す")
    assert [text for text, _ in distractor.confusions(own, [])] == ["持ち出す"]


def test_homophones_are_common_words_of_another_meaning() -> None:
    own = TaughtWord("協調", "きょうちょう", ("coordination",))
    found = dict(distractor.homophones(own, []))
    assert "強調" in found
    assert "emphasis" in found["強調"]
    assert "協調" not in found


def test_misspellings_are_no_words_and_change_one_kanji() -> None:
    own = TaughtWord("会談", "かいだん", ("talks",))
    found = [text for text, _ in distractor.misspellings(own, random.Random(1))]
    assert len(found) >= 3
    for text in found:
        assert len(text) == 2
        assert (text[0] == "会") != (text[1] == "談")
    assert not {"会談", "階段", "怪談"} & set(found)


@pytest.mark.parametrize(
    ("text", "reading", "meaning", "near"),
    [
        ("連携", "れんけい", "collaboration", "連係"),
        ("映る", "うつる", "to strike people as", "写る"),
        ("務める", "つとめる", "to serve as", "勤める"),
    ],
)
def test_a_homophone_near_in_meaning_is_a_question_of_style(
    text: str, reading: str, meaning: str, near: str
) -> None:
    own = TaughtWord(text, reading, (meaning,))
    assert near not in dict(distractor.homophones(own, []))


@pytest.mark.parametrize(
    ("text", "reading", "variant"),
    [
        ("国際情勢", "こくさいじょうせい", "国際状勢"),
        ("着実", "ちゃくじつ", "著実"),
        ("水準", "すいじゅん", "水准"),
    ],
)
def test_another_way_to_write_a_word_is_no_misspelling(
    text: str, reading: str, variant: str
) -> None:
    own = TaughtWord(text, reading, ("x",))
    for seed in range(20):
        found = dict(distractor.misspellings(own, random.Random(seed)))
        assert variant not in found


def test_a_confusion_with_a_gloss_of_another_sense_is_no_other_meaning() -> None:
    own = word("築く", "to build up", "verb", "建てる", "気付く")
    found = distractor.meanings(own, [], random.Random(1))
    assert [text for text, _, _ in found] == ["気付く"]


def test_kana_have_no_misspelling() -> None:
    own = TaughtWord("メッセージ", "めっせーじ", ("message",))
    assert distractor.misspellings(own, random.Random(1)) == []
