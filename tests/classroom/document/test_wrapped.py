import time

import pytest

from kit.classroom.document.wrapped import Line, finished, joined, lines, marked, one_line, together

BUDGET = "政府は10日、来年度の予算案を閣議で決定した。"


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("一行目だ。\n二行目だ。", ["一行目だ。", "二行目だ。"]),
        ("一行目だ。\r\n\r\n  二行目だ。\r\n", ["一行目だ。", "二行目だ。"]),
        ("　政府は、\n予算案を決めた。", ["政府は、予算案を決めた。"]),
        ("政府は\n予算案を\n決めた。", ["政府は予算案を決めた。"]),
        ("予算案を決定し\nた。", ["予算案を決定した。"]),
        ("首相は「丁寧に\n説明したい」と述べた。", ["首相は「丁寧に説明したい」と述べた。"]),
        ("政府は、\n\n野党の反応", ["政府は、", "野党の反応"]),
        ("政府は、\n　野党は反対だ。", ["政府は、", "野党は反対だ。"]),
        ("次の二つだ。\n- 支援の\n- 負担の", ["次の二つだ。", "- 支援の", "- 負担の"]),
        ("野党の反応\n野党は反対した。", ["野党の反応", "野党は反対した。"]),
        ("一行目だ。\u2028二行目だ。", ["一行目だ。", "二行目だ。"]),
        ("", []),
        ("\n \n　\n", []),
    ],
)
def test_lines_of_a_plain_text(text: str, paragraphs: list[str]) -> None:
    assert joined(lines(text)) == paragraphs


WRAPPED = """\
予算案を閣議決定

政府は十日の閣議で、来年度の予算案を決定し
た。社会保障と防衛の費用が増え、全体の額は
過去で最も大きくなった。財務大臣は会見で、
国民に理解を求めた。
野党の反応
野党側は、暮らしを支える対策が足りないとし
て、予算案の修正を求める考えを示している。
子育て世帯への支援の拡大などが含まれる。
"""


def test_a_text_that_was_broken_at_one_width_is_joined() -> None:
    assert joined(lines(WRAPPED)) == [
        "予算案を閣議決定",
        "政府は十日の閣議で、来年度の予算案を決定した。社会保障と防衛の費用が増え、全体の額は"
        "過去で最も大きくなった。財務大臣は会見で、国民に理解を求めた。",
        "野党の反応",
        "野党側は、暮らしを支える対策が足りないとして、予算案の修正を求める考えを示している。"
        "子育て世帯への支援の拡大などが含まれる。",
    ]


def test_headings_of_one_length_are_not_taken_for_broken_lines() -> None:
    heads = ["野党が予算案の修正を要求", "与党は年度内の成立を目標", "地方では対策を望む声も多"]
    text = "\n".join(f"{head}\n{BUDGET * 2}" for head in heads)
    assert joined(lines(text))[::2] == heads


@pytest.mark.parametrize(
    ("every", "paragraphs"),
    [
        ([Line("来年度の予算案が決まり、国会で"), Line("審議される。")], 1),
        ([Line("来年度の予算案が決まり、国会で"), Line("審議される。", starts=True)], 2),
        ([Line("来年度の予算案が国会で決まった。"), Line("次の議題に移る。", turns=True)], 2),
        ([Line("来年度の予算案が決まり、国会で"), Line("審議される。", turns=True)], 1),
        ([Line("来年度の予算案が決まり、国会で"), Line("・審議される。")], 2),
    ],
)
def test_lines_of_a_page(every: list[Line], paragraphs: int) -> None:
    assert len(joined(every, wrapped=True)) == paragraphs


@pytest.mark.parametrize(
    ("text", "more", "whole"),
    [
        ("政府は", "決めた", "政府は決めた"),
        ("G20", "summit", "G20 summit"),
        ("G20", "で", "G20で"),
        ("govern-", "ment", "government"),
        ("G20-", "BRICS", "G20- BRICS"),
        ("", "決めた", "決めた"),
    ],
)
def test_two_parts_become_one(text: str, more: str, whole: str) -> None:
    assert together(text, more) == whole


def test_parts_become_one_line() -> None:
    assert one_line([" 政府は ", "", "　決めた。"]) == "政府は決めた。"


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("決めた。", True),
        ("「決めた。」", True),
        ("決めた（共同）", False),
        ("なぜか？", True),
        ("決定", False),
        ("", False),
    ],
)
def test_a_sentence_is_finished(text: str, ends: bool) -> None:
    assert finished(text) == ends


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("- 支援", True),
        ("・支援", True),
        ("1. 支援", True),
        ("■支援", True),
        ("①支援", True),
        ("支援・負担", False),
        ("-支援", False),
        ("2026年", False),
    ],
)
def test_a_mark(text: str, mark: bool) -> None:
    assert marked(text) == mark


@pytest.mark.parametrize("text", ["あ\n" * 100_000, "「" * 300_000, "、\n" * 100_000])
def test_no_text_takes_long(text: str) -> None:
    before = time.perf_counter()
    joined(lines(text))
    assert time.perf_counter() - before < 3
