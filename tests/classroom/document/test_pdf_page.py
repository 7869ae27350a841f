import pytest

from kit.classroom.document.pdf_page import Letter, body_size, rows

LINE = 16


def across(text: str, x: float, y: float, size: float = 10, pitch: float = 1) -> list[Letter]:
    return [Letter(char, x + at * size * pitch, y, size) for at, char in enumerate(text)]


def down(text: str, x: float, y: float, size: float = 10) -> list[Letter]:
    return [Letter(char, x, y - at * size, size) for at, char in enumerate(text)]


FIRST, SECOND = "政府は予算案を", "決めた。"
TURNED = [Letter("G", 102, 680, 10), Letter("2", 102, 675, 10), Letter("0", 102, 670, 10)]
KANA = across("せいふ", 50, 711, 5)


@pytest.mark.parametrize(
    ("letters", "texts"),
    [
        ([*across(FIRST, 50, 700), *across(SECOND, 50, 700 - LINE)], [FIRST, SECOND]),
        ([*down(FIRST, 100, 700), *down(SECOND, 100 - LINE, 700)], [FIRST, SECOND]),
        ([*down("政府", 100, 700), *TURNED, *down("を", 100, 660)], ["政府G20を"]),
        ([*across(FIRST, 50, 700, pitch=1.5)], [FIRST]),
        ([*across(FIRST, 50, 700, pitch=0.6)], [FIRST]),
        ([*across(FIRST, 50, 700), *across(SECOND, 300, 700)], [FIRST, SECOND]),
        ([*across(FIRST, 50, 700), *across("2", 120, 703, 6)], [FIRST + "2"]),
        ([*across(FIRST, 50, 700), *across(FIRST, 50.3, 700)], [FIRST]),
        ([letter for pair in zip(across(FIRST, 50, 700), across(FIRST, 50.3, 700), strict=True)
          for letter in pair], [FIRST]),
        (across("ここ", 50, 700), ["ここ"]),
        ([], []),
    ],
)  # fmt: skip
def test_letters_become_rows(letters: list[Letter], texts: list[str]) -> None:
    found, furigana = rows(letters)
    assert [row.text for row in found] == texts
    assert not furigana


@pytest.mark.parametrize(
    ("letters", "texts"),
    [
        ([*across(FIRST, 50, 700), *KANA], [FIRST]),
        ([*across(FIRST[:2], 50, 700), *KANA, *across(FIRST[2:], 70, 700)], [FIRST]),
        ([*across("予算", 50, 740, 20), *across("よさん", 50, 762), *across(FIRST, 50, 700)],
         ["予算", FIRST]),
        ([*down(FIRST, 100, 700), *down("せいふ", 111, 700, 5)], [FIRST]),
    ],
)  # fmt: skip
def test_furigana_is_left_out(letters: list[Letter], texts: list[str]) -> None:
    found, furigana = rows(letters)
    assert [row.text for row in found] == texts
    assert furigana


def test_small_kana_below_a_headline_is_text() -> None:
    letters = [*across("予算", 50, 740, 20), *across("よさんのこと", 50, 715)]
    assert [row.text for row in rows(letters)[0]] == ["予算", "よさんのこと"]


def test_two_columns_that_are_placed_line_by_line_are_read_one_after_the_other() -> None:
    letters = [
        letter
        for line in range(5)
        for x, char in ((50, "左"), (300, "右"))
        for letter in across(char * 3, x, 700 - line * LINE)
    ]
    assert [row.text[0] for row in rows(letters)[0]] == ["左"] * 5 + ["右"] * 5


@pytest.mark.parametrize(
    ("sizes", "size"), [([(12.0, 5), (9.98, 40), (10.02, 3)], 10.0), ([], 1.0)]
)
def test_the_size_of_most_letters(sizes: list[tuple[float, int]], size: float) -> None:
    assert body_size(sizes) == size
