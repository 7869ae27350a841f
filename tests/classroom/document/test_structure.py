import pytest

from kit.classroom.document.block import HEADING, ITEM, LINE, PARAGRAPH, Block
from kit.classroom.document.structure import structured

SENTENCE = "政府は10日、来年度の予算案を閣議で決定した。"


@pytest.mark.parametrize(
    ("texts", "title", "kinds"),
    [
        (["予算案を決定", SENTENCE], "予算案を決定", [PARAGRAPH]),
        ([SENTENCE, SENTENCE], "", [PARAGRAPH, PARAGRAPH]),
        (
            ["予算案を決定", SENTENCE, "野党の反応", SENTENCE],
            "予算案を決定",
            [PARAGRAPH, HEADING, PARAGRAPH],
        ),
        (["予算案を決定", "- 支援", "・負担", "1. 交通"], "予算案を決定", [ITEM, ITEM, ITEM]),
        (["# 予算案を決定", "## 野党の反応", SENTENCE], "予算案を決定", [HEADING, PARAGRAPH]),
        (["予算案を決定", "■野党の反応", SENTENCE], "予算案を決定", [HEADING, PARAGRAPH]),
        (["予算案を決定", "●支援の拡大", "●負担の軽減"], "予算案を決定", [ITEM, ITEM]),
        (["予算案を決定", "●" + SENTENCE], "予算案を決定", [PARAGRAPH]),
    ],
)
def test_lines_become_what_their_neighbours_make_of_them(
    texts: list[str], title: str, kinds: list[str]
) -> None:
    found, blocks = structured("", [Block(LINE, text) for text in texts])
    assert (found, [block.kind for block in blocks]) == (title, kinds)


@pytest.mark.parametrize(
    ("kind", "text", "unmarked"),
    [
        (LINE, "- 支援・負担", "支援・負担"),
        (LINE, "・支援", "支援"),
        (LINE, "１．　支援", "支援"),
        (LINE, "①支援", "①支援"),
        (LINE, "## 野党の反応", "野党の反応"),
        (LINE, "◆野党の反応", "野党の反応"),
        (PARAGRAPH, "・支援", "支援"),
        (HEADING, "■ 野党の反応", "野党の反応"),
        (PARAGRAPH, "#政治 が話題だ。", "#政治 が話題だ。"),
    ],
)
def test_a_block_loses_its_mark(kind: str, text: str, unmarked: str) -> None:
    _, blocks = structured("予算案", [Block(PARAGRAPH, SENTENCE), Block(kind, text)])
    assert blocks[1].text == unmarked


@pytest.mark.parametrize(
    ("title", "first", "found", "kinds"),
    [
        ("", Block(HEADING, "予算案"), "予算案", [PARAGRAPH]),
        ("", Block(PARAGRAPH, "予算案を決定"), "予算案を決定", [PARAGRAPH]),
        ("予算案", Block(PARAGRAPH, "短い前文"), "予算案", [PARAGRAPH, PARAGRAPH]),
        ("予算案", Block(LINE, "はじめに"), "予算案", [HEADING, PARAGRAPH]),
        ("予算案", Block(HEADING, "はじめに"), "予算案", [HEADING, PARAGRAPH]),
    ],
)
def test_the_headline(title: str, first: Block, found: str, kinds: list[str]) -> None:
    told, blocks = structured(title, [first, Block(PARAGRAPH, SENTENCE)])
    assert (told, [block.kind for block in blocks]) == (found, kinds)


def test_nothing_is_nothing() -> None:
    assert structured("", []) == ("", [])
