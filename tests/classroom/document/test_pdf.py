import os
from datetime import date
from pathlib import Path

import pytest

from kit.classroom.document import pdf as pdf_module
from kit.classroom.document.block import HEADING, ITEM, PARAGRAPH, Block
from kit.classroom.document.document import Document, of_bytes
from kit.errors import InputError
from kit.publish import chromium
from tests.classroom.small_pdf import Placed, pdf

BUDGET = (
    "政府は十日の閣議で、来年度の予算案を決定した。社会保障の費用が増え、額は過去最大となった。"
)
REACTION = "野党側は、暮らしを支える対策が足りないとして、予算案の修正を求める考えを示している。"
SIZE, LEFT, TOP, LINE, WIDTH = 10, 50, 700, 16, 20


def rows(text: str, y: float, *, indent: float = 0, left: float = LEFT) -> list[Placed]:
    """A paragraph, broken into rows of WIDTH letters; the first may be indented."""
    first = WIDTH - round(indent / SIZE)
    parts = [text[:first], *(text[at : at + WIDTH] for at in range(first, len(text), WIDTH))]
    return [
        Placed(left + (0 if number else indent), y - number * LINE, SIZE, part)
        for number, part in enumerate(parts)
    ]


def read(*pages: list[Placed]) -> Document:
    return of_bytes("article.pdf", pdf(pages))


HEAD = [Placed(LEFT, 760, 20, "予算案を決定"), Placed(LEFT, 735, SIZE, "2026年1月10日　架空新聞")]


def test_a_page_is_an_article() -> None:
    told = read(
        [
            *HEAD,
            *rows(BUDGET, TOP),
            Placed(LEFT, 620, 13, "野党の反応"),
            *rows(REACTION, 590),
            Placed(LEFT, 530, SIZE, "・支援の拡大"),
            Placed(LEFT, 514, SIZE, "・負担の軽減"),
        ]
    )
    assert told == Document(
        title="予算案を決定",
        source="架空新聞",
        date=date(2026, 1, 10),
        license="",
        url="",
        blocks=(
            Block(PARAGRAPH, BUDGET),
            Block(HEADING, "野党の反応"),
            Block(PARAGRAPH, REACTION),
            Block(ITEM, "支援の拡大"),
            Block(ITEM, "負担の軽減"),
        ),
        notes=(),
    )


GAP = [*rows(BUDGET, TOP), *rows(REACTION, TOP - 4 * LINE)]
INDENT = [*rows(BUDGET, TOP, indent=SIZE), *rows(REACTION, TOP - 3 * LINE, indent=SIZE)]
COLUMNS = [*rows(BUDGET, TOP), *rows(REACTION, TOP, left=320)]
ACROSS = [
    placed
    for pair in zip(rows(BUDGET * 2, TOP), rows(REACTION * 2, TOP, left=320), strict=False)
    for placed in pair
]
BOLD = [Placed(row.x + shift, row.y, SIZE, row.text) for row in GAP for shift in (0, 0.4)]


@pytest.mark.parametrize("printed", [GAP, INDENT, COLUMNS, BOLD])
def test_paragraphs_however_they_are_set(printed: list[Placed]) -> None:
    told = read([*HEAD, *printed])
    assert [block.text for block in told.blocks] == [BUDGET, REACTION]


def test_columns_that_are_placed_line_by_line_are_read_one_after_the_other() -> None:
    told = read([*HEAD, *ACROSS])
    assert "".join(block.text for block in told.blocks).startswith(BUDGET * 2)


def test_furigana_is_no_text() -> None:
    ruby = [Placed(LEFT + 7 * SIZE, TOP + SIZE, 5, "かくぎ"), Placed(LEFT, 781, 10, "よさんあん")]
    text, more = rows(BUDGET, TOP), rows(REACTION, TOP - 4 * LINE)
    told = read([HEAD[0], ruby[1], HEAD[1], *text[:1], ruby[0], *text[1:], *more])
    assert told.title == "予算案を決定"
    assert [block.text for block in told.blocks] == [BUDGET, REACTION]
    assert told.notes == ("the furigana was left out",)


def test_running_heads_and_page_numbers_are_no_text() -> None:
    pages = [
        [
            Placed(LEFT, 780, 8, "架空新聞　政治"),
            *(HEAD if number == 1 else []),
            *rows(text, TOP),
            Placed(300, 30, 8, f"- {number} -"),
        ]
        for number, text in ((1, BUDGET[:40]), (2, BUDGET[40:] + REACTION))
    ]
    told = read(*pages)
    assert [block.text for block in told.blocks] == [BUDGET + REACTION]
    assert told.notes == ("4 running heads and page numbers left out: 「架空新聞 政治」",)


def test_a_list_whose_marks_are_drawn_is_a_list() -> None:
    items = ["子育て世帯への支援の拡大", "中小企業の負担の軽減"]
    placed = [Placed(LEFT + 30, 630 - at * LINE, SIZE, text) for at, text in enumerate(items)]
    told = read([*HEAD, *rows(BUDGET, TOP), *placed, *rows(REACTION, 580)])
    kinds = [block.kind for block in told.blocks]
    assert kinds == [PARAGRAPH, ITEM, ITEM, PARAGRAPH]


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ("政 府 は 決 め た。", "政府は決めた。"),
        ("政府は G20 summit に出た。", "政府は G20 summit に出た。"),
        ("政府は、 決めた。", "政府は、決めた。"),
    ],
)
def test_blanks_between_letters_are_no_text(row: str, text: str) -> None:
    told = read([*HEAD, *rows(BUDGET, TOP), Placed(LEFT, 600, SIZE, row)])
    assert told.blocks[1].text == text


# ---- what is refused


@pytest.mark.parametrize(
    ("data", "problem", "mend"),
    [
        (pdf([[]]), "this PDF holds pictures of text", "OCR"),
        (pdf([HEAD], password="secret"), "locked with a password", "print it as a new PDF"),
        (
            pdf([[Placed(50, 700, 10, "\ue000\ue001" * 9)]]),
            "does not say which letters it shows",
            "copy the text",
        ),
        (b"%PDF-1.7\n", "this PDF is broken", "print it as a new PDF"),
        (pdf([HEAD])[:200], "this PDF is broken", "copy the text"),
        (pdf([[]] * (pdf_module.MOST_PAGES + 1)), "this PDF has 101 pages", "print the pages"),
        (pdf([[Placed(50, 700, 10, "The budget was approved.")]]), "not Japanese", "Japanese"),
    ],
)
def test_what_is_no_article_is_refused(data: bytes, problem: str, mend: str) -> None:
    with pytest.raises(InputError) as refused:
        of_bytes("article.pdf", data)
    assert problem in refused.value.problem
    assert mend in refused.value.mend
    assert refused.value.file == "article.pdf"


# ---- a real one

PAGE = """<!doctype html><html lang="ja"><meta charset="utf-8"><style>{css}</style>
<h1>予算案を<ruby>閣議<rt>かくぎ</rt></ruby>決定</h1><p>2026年1月10日</p>
<p>政府は10日、来年度の予算案を<ruby>閣議<rt>かくぎ</rt></ruby>で決定した。内閣は月内に国会へ提出する。
財務相は会見で「将来への責任を果たす内容だ」と強調し、国民に理解を求めた。</p>
<h2>野党の反応</h2><ul><li>子育て世帯への支援の拡大</li><li>中小企業の負担の軽減</li></ul>
<p>野党側は、暮らしを支える対策が足りないとして、修正を求める考えを示した。G20の議論やAIの活用も求めた。
見直しを求める対策には、子育て世帯への支援の拡大や、中小企業の負担の軽減が含まれる。</p></html>"""


@pytest.mark.skipif(chromium.find() is None, reason="no Chromium is installed")
@pytest.mark.parametrize("css", ["body { font-size: 12pt }", "html { writing-mode: vertical-rl }"])
def test_a_page_that_a_browser_printed(tmp_path: Path, css: str) -> None:
    html, printed = tmp_path / "page.html", tmp_path / "page.pdf"
    html.write_text(PAGE.replace("{css}", css), encoding="utf-8")
    chromium.print_pdf(str(chromium.find()), html, printed)
    from_page, from_pdf = (of_bytes(os.fspath(file), file.read_bytes()) for file in (html, printed))
    # A PDF says which characters are small, but not which word they belong to: no ruby.
    shown = from_page._replace(notes=(), ruby=(), date=date(2026, 1, 10))
    assert from_pdf._replace(notes=()) == shown
