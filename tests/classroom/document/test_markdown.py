from datetime import date

import pytest

from kit.classroom.document.block import HEADING, ITEM, PARAGRAPH, Block
from kit.classroom.document.document import Document, of_bytes
from kit.classroom.document.markdown import read

SENTENCE = "政府は10日、来年度の予算案を閣議で決定した。"


def blocks(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read(text.encode(), "a.md").blocks]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("## 野党の反応\n\n反対した。\n", [(HEADING, "野党の反応"), (PARAGRAPH, "反対した。")]),
        ("野党の反応\n----\n\n反対した。\n", [(HEADING, "野党の反応"), (PARAGRAPH, "反対した。")]),
        ("政府は\n決めた。\n\n> 反対した。\n", [
            (PARAGRAPH, "政府は決めた。"), (PARAGRAPH, "反対した。")]),
        ("- 支援\n- 負担\n\n1. 交通\n", [(ITEM, "支援"), (ITEM, "負担"), (ITEM, "交通")]),
        ("- 支援\n  - 拡大\n\n- 負担\n", [(ITEM, "支援"), (ITEM, "拡大"), (ITEM, "負担")]),
        ("**政府**は[予算案](https://x.jp)を`決めた`。\n\n反対した。", [
            (PARAGRAPH, "政府は予算案を決めた。"), (PARAGRAPH, "反対した。")]),
        ("<ruby>閣議<rp>（</rp><rt>かくぎ</rt><rp>）</rp></ruby>で決めた。\n\n反対した。", [
            (PARAGRAPH, "閣議で決めた。"), (PARAGRAPH, "反対した。")]),
        ("G20\nsummitで決めた。\n\n反対した。", [
            (PARAGRAPH, "G20 summitで決めた。"), (PARAGRAPH, "反対した。")]),
        ("![写真](a.png)\n\n反対した。", [(PARAGRAPH, ""), (PARAGRAPH, "反対した。")]),
    ],
)  # fmt: skip
def test_blocks(text: str, found: list[tuple[str, str]]) -> None:
    assert blocks(text) == found


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        (
            "|項目|額|\n|--|--|\n|支援|8兆円|\n\n",
            ("a table of 2 rows left out: 「項目額」",),
        ),
        ("```\ncode\n```\n\n", ("1 block of code left out",)),
        (
            ":::{easy}\nやさしい文。\n:::\n\n:::{note}\n背景。\n:::\n",
            ("2 blocks in colons left out",),
        ),
        ("<div>HTML</div>\n\n", ("1 block of HTML left out",)),
        ("![a](a.png)![b](b.png)\n\n", ("2 pictures left out",)),
    ],
)
def test_what_is_no_text_is_left_out(text: str, notes: tuple[str, ...]) -> None:
    assert read(f"{text}\n\n{SENTENCE}\n".encode(), "a.md").notes == notes


FRONT = """\
---
title: "予算案を決定"
publisher: 架空新聞
published: 2026年1月10日
licence: CC BY 4.0
link: https://news.example.jp/1
tags: [politics]
---
"""


@pytest.mark.parametrize("text", [f"# 予算案を決定\n\n{SENTENCE}\n", f"{SENTENCE}\n{SENTENCE}\n"])
def test_the_front_matter_tells_where_it_comes_from(text: str) -> None:
    assert of_bytes("a.md", (FRONT + text).encode())._replace(blocks=()) == Document(
        title="予算案を決定",
        source="架空新聞",
        date=date(2026, 1, 10),
        license="CC BY 4.0",
        url="https://news.example.jp/1",
        blocks=(),
    )


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"# 予算案を決定\n\n{SENTENCE}\n\n# 野党の反応\n\n{SENTENCE}\n", "予算案を決定"),
        (f"## 予算案を決定\n\n{SENTENCE}\n", "予算案を決定"),
        (f"{SENTENCE}\n\n# 予算案を決定\n\n{SENTENCE}\n", "予算案を決定"),
        (f"予算案を決定\n{SENTENCE}\n", "予算案を決定"),
        (f"予算案を決定\n\n{SENTENCE}\n", "予算案を決定"),
    ],
)
def test_the_headline(text: str, title: str) -> None:
    document = of_bytes("a.md", text.encode())
    assert document.title == title
    assert title not in [block.text for block in document.blocks]


def test_a_plain_text_with_the_name_of_markdown_keeps_its_lines() -> None:
    text = f"予算案を決定\n{SENTENCE}\n野党の反応\n{SENTENCE}\n- 支援\n- 負担\n"
    assert of_bytes("a.md", text.encode()) == of_bytes("a.txt", text.encode())
    assert [block.kind for block in of_bytes("a.md", text.encode()).blocks] == [
        PARAGRAPH,
        HEADING,
        PARAGRAPH,
        ITEM,
        ITEM,
    ]


def test_markdown_is_read_in_any_encoding() -> None:
    assert Block(PARAGRAPH, SENTENCE) in read(f"# 題\n\n{SENTENCE}\n".encode("cp932"), "a").blocks
