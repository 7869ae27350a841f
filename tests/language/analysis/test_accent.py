"""Pitch accent of dictionary forms."""

import pytest

from kit import annotate
from kit.language.analysis.accent import accent, morae
from kit.language.article import Accent
from kit.language.tagger import tag


@pytest.mark.parametrize(
    ("reading", "count"),
    [
        ("きょう", 2),
        ("がっこう", 4),
        ("とうきょう", 4),
        ("しゅしょう", 3),
        ("にっぽん", 4),
        ("", 0),
    ],
)
def test_morae(reading: str, count: int) -> None:
    assert morae(reading) == count


@pytest.mark.parametrize(
    ("word", "drop"),
    [("橋", 2), ("箸", 1), ("端", 0), ("雨", 1), ("首相", 0), ("花", 2), ("東京", 0), ("高い", 2)],
)
def test_a_single_word_has_its_accent_from_unidic(word: str, drop: int) -> None:
    assert next(annotate(word).words).accent == Accent(drop, estimated=False)


@pytest.mark.parametrize(
    ("word", "drop"),
    [
        ("国際秩序", 5),
        ("外相会談", 5),
        ("生活水準", 5),
        ("公聴会", 3),
        ("協議会", 3),
        ("委員会", 2),
        ("展覧会", 3),
        ("経済学", 3),
        ("経済的", 0),
    ],
)
def test_a_compound_has_an_estimated_accent(word: str, drop: int) -> None:
    assert next(annotate(word).words).accent == Accent(drop, estimated=True)


def test_an_inflected_word_has_the_accent_of_its_dictionary_form() -> None:
    plain, past = (next(annotate(text).words).accent for text in ("述べる", "述べました"))
    assert plain == past == Accent(2, estimated=False)


@pytest.mark.parametrize("word", ["は", "、", "20日", "QXZ", "歩調を合わせる"])
def test_no_accent_where_none_is_known(word: str) -> None:
    assert next(annotate(word).words).accent is None


def test_no_units_have_no_accent() -> None:
    assert accent([]) is None


@pytest.mark.parametrize("text", ["国は", "国、", "行かない"])
def test_function_words_have_no_part_in_a_compound(text: str) -> None:
    assert accent([unit for _, unit in tag(text)]) is None
