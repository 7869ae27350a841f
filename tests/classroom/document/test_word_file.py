import io
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from kit.classroom.document import word_file
from kit.classroom.document.block import HEADING, ITEM, PARAGRAPH, Block
from kit.classroom.document.document import Document, of_bytes
from kit.errors import InputError

SENTENCE = "政府は10日、来年度の予算案を閣議で決定した。"
REACTION = "野党側は、暮らしを支える対策が足りないとして、修正を求める考えを示した。"


def saved(build: Callable[[Any], None]) -> bytes:
    """The bytes of a Word file that `build` has written to."""
    document = docx.Document()
    build(document)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def read(build: Callable[[Any], None]) -> Document:
    return of_bytes("article.docx", saved(build))


def xml(text: str) -> Any:
    start, rest = text.split(">", 1)
    return parse_xml(f"{start} {nsdecls('w')}>{rest}")


def styled(document: Any) -> None:
    document.add_paragraph("予算案を決定", style="Title")
    document.add_paragraph("2026年1月10日　架空新聞")
    document.add_heading("政府の説明", 1)
    document.add_paragraph(SENTENCE)
    document.add_heading("野党の反応", 2)
    document.add_paragraph("子育て世帯への支援の拡大", style="List Bullet")
    document.add_paragraph("中小企業の負担の軽減", style="List Number")
    document.add_paragraph("図1 会見", style="Caption")
    document.add_paragraph(REACTION)


def test_styles_tell_what_a_paragraph_is() -> None:
    assert read(styled) == Document(
        title="予算案を決定",
        source="架空新聞",
        date=date(2026, 1, 10),
        license="",
        url="",
        blocks=(
            Block(HEADING, "政府の説明"),
            Block(PARAGRAPH, SENTENCE),
            Block(HEADING, "野党の反応"),
            Block(ITEM, "子育て世帯への支援の拡大"),
            Block(ITEM, "中小企業の負担の軽減"),
            Block(PARAGRAPH, REACTION),
        ),
        notes=("1 caption of a picture left out: 「図1 会見」",),
    )


def unstyled(document: Any) -> None:
    document.add_paragraph("予算案を決定")
    document.add_paragraph(f"　{SENTENCE}")
    document.add_paragraph()
    document.add_paragraph("野党の反応")
    document.add_paragraph(f"　{REACTION}（共同）")
    document.add_paragraph("・子育て世帯への支援の拡大")


def bold(document: Any) -> None:
    document.add_paragraph("予算案を決定")
    document.add_paragraph(SENTENCE)
    document.add_paragraph().add_run("「丁寧に説明したい」と首相の").bold = True
    document.add_paragraph(REACTION)
    document.add_paragraph("1. 子育て世帯への支援の拡大")


@pytest.mark.parametrize(
    ("build", "heading"), [(unstyled, "野党の反応"), (bold, "「丁寧に説明したい」と首相の")]
)
def test_without_styles_it_is_read_as_it_looks(build: Callable[[Any], None], heading: str) -> None:
    told = read(build)
    assert told.title == "予算案を決定"
    assert told.blocks == (
        Block(PARAGRAPH, SENTENCE),
        Block(HEADING, heading),
        Block(PARAGRAPH, REACTION),
        Block(ITEM, "子育て世帯への支援の拡大"),
    )


def test_lines_that_were_pasted_as_paragraphs_are_joined() -> None:
    lines = [
        "政府は十日の閣議で、来年度の予算案を決定し",
        "た。社会保障と防衛の費用が増え、全体の額は",
        "過去で最も大きくなった。財務大臣は会見で、",
        "国民に理解を求めた。",
    ]

    def build(document: Any) -> None:
        for text in ["予算案", "", *lines]:
            document.add_paragraph(text)

    told = read(build)
    assert [block.text for block in told.blocks] == ["".join(lines)]


RUBY = (
    "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>かくぎ</w:t></w:r></w:rt>"
    "<w:rubyBase><w:r><w:t>閣議</w:t></w:r></w:rubyBase></w:ruby></w:r>"
)


@pytest.mark.parametrize(
    ("part", "text"),
    [
        (RUBY, "閣議"),
        ("<w:del><w:r><w:delText>消した</w:delText></w:r></w:del>", ""),
        ("<w:moveFrom><w:r><w:t>移した</w:t></w:r></w:moveFrom>", ""),
        ("<w:ins><w:r><w:t>加えた</w:t></w:r></w:ins>", "加えた"),
        ("<w:hyperlink><w:r><w:t>つないだ</w:t></w:r></w:hyperlink>", "つないだ"),
        ("<w:sdt><w:sdtContent><w:r><w:t>入れた</w:t></w:r></w:sdtContent></w:sdt>", "入れた"),
        ("<w:r><w:instrText>HYPERLINK</w:instrText></w:r>", ""),
        ("<w:r><w:tab/><w:t>次</w:t></w:r>", " 次"),
    ],
)
def test_a_paragraph_is_what_is_read_of_it(part: str, text: str) -> None:
    def build(document: Any) -> None:
        document.add_heading("予算案", 1)
        paragraph = document.add_paragraph("政府は")
        paragraph._p.append(xml(part))
        paragraph.add_run("決めた。")

    assert read(build).blocks == (Block(PARAGRAPH, f"政府は{text}決めた。"),)


@pytest.mark.parametrize(
    ("base", "reading", "text"),
    [
        ("閣議", "かくぎ", "{閣議|かくぎ}"),
        ("占守島", "しゅむしゅとう", "{占守島|しゅむしゅとう}"),
        ("平壌", "ピョンヤン", "{平壌|ピョンヤン}"),
        ("閣議", "cabinet", "閣議"),
        ("閣議", "", "閣議"),
        ("かくぎ", "かくぎ", "かくぎ"),
    ],
)
def test_furigana_is_kept_apart_from_the_text(base: str, reading: str, text: str) -> None:
    ruby = RUBY.replace("閣議", base).replace(
        "かくぎ</w:t></w:r></w:rt>", f"{reading}</w:t></w:r></w:rt>"
    )

    def build(document: Any) -> None:
        document.add_heading("予算案", 1)
        paragraph = document.add_paragraph("政府は")
        paragraph._p.append(xml(ruby))
        paragraph.add_run("で決めた。")

    told = read(build)
    assert told.read == (Block(PARAGRAPH, f"政府は{text}で決めた。"),)
    assert told.blocks == (Block(PARAGRAPH, f"政府は{base}で決めた。"),)


BOX = (
    "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>囲みの記事</w:t></w:r></w:p></w:txbxContent>"
    "</w:pict></w:r>"
)


@pytest.mark.parametrize(
    ("part", "note"),
    [
        (BOX, "1 text box left out: 「囲みの記事」"),
        ('<w:r><w:footnoteReference w:id="1"/></w:r>', "1 footnote left out"),
    ],
)
def test_what_stands_beside_the_text_is_left_out(part: str, note: str) -> None:
    def build(document: Any) -> None:
        document.add_heading("予算案", 1)
        document.add_paragraph(SENTENCE)._p.append(xml(part))

    told = read(build)
    assert (told.blocks, told.notes) == ((Block(PARAGRAPH, SENTENCE),), (note,))


def test_a_table_is_left_out_and_a_frame_is_not() -> None:
    def build(document: Any) -> None:
        document.add_heading("予算案", 1)
        table = document.add_table(2, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "項目", "額"
        document.add_table(1, 1).cell(0, 0).text = SENTENCE

    told = read(build)
    assert told.blocks == (Block(PARAGRAPH, SENTENCE),)
    assert told.notes == ("a table of 2 rows left out: 「項目 額」",)


def repacked(data: bytes, changes: dict[str, bytes]) -> bytes:
    """A Word file with some of its parts changed."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()} | changes
    with zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return changed.getvalue()


MAIN = "word/document.xml"


def main_part(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(MAIN)


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"word/media/a.png": b"\0" * (word_file.LARGEST + 1)}, "far larger than an article"),
        ({MAIN: b" " * (word_file.LARGEST_PART + 1)}, "far larger than an article"),
        ({MAIN: b"<w:document"}, "broken"),
        ({MAIN: b""}, "broken"),
        ({MAIN: b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}, "broken"),
        ({"[Content_Types].xml": b"<Types/>"}, "broken"),
        ({"word/styles.xml": b"<w:styles"}, "broken"),
    ],
)
def test_a_hostile_file_is_refused(changes: dict[str, bytes], problem: str) -> None:
    with pytest.raises(InputError) as refused:
        of_bytes("article.docx", repacked(saved(styled), changes))
    assert problem in refused.value.problem


def test_more_paragraphs_than_an_article_has_are_refused() -> None:
    data = saved(styled)
    many = main_part(data).replace(b"<w:body>", b"<w:body>" + b"<w:p/>" * (word_file.MOST + 1))
    with pytest.raises(InputError, match="far larger than an article"):
        of_bytes("article.docx", repacked(data, {MAIN: many}))


def test_an_entity_shows_no_other_file() -> None:
    data = saved(styled)
    declared = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>'
    body = main_part(data).split(b"?>", 1)[1].replace(SENTENCE.encode(), SENTENCE.encode() + b"&b;")
    told = of_bytes("article.docx", repacked(data, {MAIN: declared + body}))
    assert told.blocks[1].text == SENTENCE


def test_a_file_that_says_less_than_it_holds_is_refused() -> None:
    data = saved(styled)
    part = main_part(data).ljust(1_234_567)
    data = repacked(data, {MAIN: part})
    lying = data.replace(len(part).to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert lying != data
    with pytest.raises(InputError, match="broken"):
        of_bytes("article.docx", lying)
