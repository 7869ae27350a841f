"""A word's identity as it is written and read."""

import pytest

from kit.language.lexicon.identity import WordId


@pytest.mark.parametrize(
    ("text", "headword", "reading"),
    [
        ("協調/きょうちょう", "協調", "きょうちょう"),
        ("分かる/わかる", "分かる", "わかる"),
        ("ＡＰＥＣ/", "ＡＰＥＣ", ""),
        ("A/B/えーびー", "A/B", "えーびー"),
    ],
)
def test_it_is_read_as_it_is_written(text: str, headword: str, reading: str) -> None:
    assert WordId.parse(text) == (headword, reading)
    assert WordId(headword, reading).text == text


def test_a_text_without_a_reading_is_a_headword() -> None:
    assert WordId.parse("協調") == ("協調", "")
