"""Level: frequency band, newspaper band, the kanji's school grade."""

import pytest

from kit import annotate
from kit.language.article import Level


def level(word: str) -> Level:
    found = next(annotate(word).words)
    assert found.surface == word
    return found.analysis.level


@pytest.mark.parametrize(
    ("word", "grade"),
    [
        ("日本", 1),
        ("会談", 3),
        ("首相", 3),
        ("国際", 5),
        ("秩序", 8),
        ("醤油", None),
        ("咀嚼", None),
        ("ロシア", None),
        ("きょう", 2),
    ],
)
def test_the_grade_is_the_highest_of_its_kanji(word: str, grade: int | None) -> None:
    assert level(word).grade == grade


@pytest.mark.parametrize(
    ("common", "rarer"), [("日本", "首脳"), ("会議", "忖度"), ("大きい", "凝視")]
)
def test_a_common_word_is_in_a_lower_frequency_band(common: str, rarer: str) -> None:
    one, other = level(common).frequency, level(rarer).frequency
    assert one is not None
    assert other is not None
    assert one < other


@pytest.mark.parametrize("word", ["選挙", "会談"])
def test_words_of_the_newspaper_are_in_its_first_bands(word: str) -> None:
    newspaper = level(word).newspaper
    assert newspaper is not None
    assert 1 <= newspaper <= 5


@pytest.mark.parametrize("word", ["は", "、", "G20", "20日"])
def test_what_is_in_no_list_has_no_bands(word: str) -> None:
    assert (level(word).frequency, level(word).newspaper) == (None, None)


def test_an_inflected_word_has_the_level_of_its_headword() -> None:
    assert next(annotate("会談しました").words).level == level("会談")
