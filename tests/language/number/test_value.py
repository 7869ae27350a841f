"""The value of a number as a text has it."""

import pytest

from kit.language.number.value import value_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("20", 20),
        ("２７", 27),
        ("1,500", 1500),
        ("二十", 20),
        ("二〇二五", 2025),
        ("1億2300万", 123_000_000),
        ("三千五百", 3500),
        ("2.5", 2.5),
        ("2・5", 2.5),
        ("三・五", 3.5),
        ("2.5億", 250_000_000),
        ("1・3兆", 1_300_000_000_000),
        ("1兆5千億", 1_500_000_000_000),
        ("万", 10_000),
        ("1.2.3億", None),
        (".億", None),
        ("数十", None),
        ("国", None),
    ],
)
def test_value_of_a_number(text: str, value: float | None) -> None:
    assert value_of(text) == value
