import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from kit.classroom.document import document
from kit.classroom.document.block import HEADING, ITEM, PARAGRAPH, Block
from kit.classroom.document.document import of_bytes, read_document
from kit.errors import InputError

ARTICLE = """\
予算案を閣議決定、過去最大に
2026年1月10日　架空新聞
広告
　【東京共同】政府は10日、来年度の予算案を閣議で決定した。内閣は月内に国会へ提出する。
写真＝会見する官房長官
野党の反応
　野党側は、暮らしを支える対策が足りないとして、修正を求める考えを示した。
　対策は次の二つだ。
・子育て世帯への支援の拡大
・中小企業の負担の軽減
この記事は有料会員限定です。
関連記事
補正予算が成立、与野党の賛成多数で可決
© 2026 架空新聞社
"""

CHINESE = "中国外交部发言人在例行记者会上表示，中方愿意与各方加强沟通，推动问题的解决。"
ENGLISH = "The cabinet approved the budget for the next fiscal year on Friday, officials said."
SENTENCE = "政府は10日、来年度の予算案を閣議で決定した。"


def read(text: str, name: str = "article.txt") -> document.Document:
    return of_bytes(name, text.encode())


def refused(text: str | bytes) -> InputError:
    with pytest.raises(InputError) as error:
        of_bytes("article.txt", text if isinstance(text, bytes) else text.encode())
    assert error.value.file == "article.txt"
    return error.value


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "euc_jis_2004"])
def test_a_plain_text_is_an_article(tmp_path: Path, codec: str) -> None:
    file = tmp_path / "予算案.txt"
    file.write_bytes(ARTICLE.replace("©", "Copyright").encode(codec))
    read = read_document(file)
    assert read._replace(notes=()) == document.Document(
        title="予算案を閣議決定、過去最大に",
        source="架空新聞",
        date=date(2026, 1, 10),
        license="Copyright 2026 架空新聞社",
        url="",
        blocks=(
            Block(PARAGRAPH, SENTENCE + "内閣は月内に国会へ提出する。"),
            Block(HEADING, "野党の反応"),
            Block(
                PARAGRAPH,
                "野党側は、暮らしを支える対策が足りないとして、修正を求める考えを示した。",
            ),
            Block(PARAGRAPH, "対策は次の二つだ。"),
            Block(ITEM, "子育て世帯への支援の拡大"),
            Block(ITEM, "中小企業の負担の軽減"),
        ),
        notes=(),
    )
    assert read.notes == (
        "1 advertisement left out: 「広告」",
        "1 photo caption left out: 「写真＝会見する官房長官」",
        "1 note on paid access left out: 「この記事は有料会員限定です。」",
        "2 links to another article left out: 「関連記事」,"
        " 「補正予算が成立、与野党の賛成多数で可決」",
        "1 line on copyright left out: 「Copyright 2026 架空新聞社」",
    )


def test_its_text_is_a_line_a_block() -> None:
    read = of_bytes("a.txt", f"予算案を決定\n{SENTENCE}\n- 支援の拡大\n".encode())
    assert read.text == f"予算案を決定\n{SENTENCE}\n- 支援の拡大"


# ---- files that are none


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("none.txt", "there is no such file"),
        ("folder", "this is a folder"),
        ("pipe", "this is no file"),
        ("large.txt", "larger than 50 MB"),
        ("a\0b", "it cannot be read"),
        ("x" * 300, "it cannot be read"),
    ],
)
def test_what_is_no_article_file_is_refused(tmp_path: Path, name: str, problem: str) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(document.LARGEST + 1)
    with pytest.raises(InputError, match=problem):
        read_document(tmp_path / name)


def test_an_upload_may_be_too_large_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "LARGEST", 10)
    with pytest.raises(InputError, match="larger than"):
        of_bytes("a.txt", SENTENCE.encode())


# ---- texts that are none


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (b"", "the file is empty"),
        (b"\0\0\0\0\n", "the file is empty"),
        ("\ufeff\n　\n", "there is no text in it"),
        ("\u200b\u200b", "there is no text in it"),
        (ENGLISH, "this is not Japanese"),
        (f"{ENGLISH}\n" * 20 + "「こんにちは」と言った。", "this is not Japanese"),
        (CHINESE, "this is Chinese, not Japanese"),
        (f"{CHINESE}\n" * 20 + SENTENCE, "this is Chinese, not Japanese"),
        ("2026\n\n1234", "this is not Japanese"),
        ("外相会談", "this is not Japanese"),
        ("外相が会談", "there is no text below the headline"),
        ("予算案を決定\n\n写真＝会見する官房長官", "there is no text below the headline"),
        ("あ" * 1_000_001, "a book, not an article"),
        (bytes(range(256)), "not text"),
    ],
)
def test_what_is_no_japanese_article_is_refused(text: str | bytes, problem: str) -> None:
    assert problem in refused(text).problem


def test_one_sentence_is_an_article() -> None:
    told = read(SENTENCE, "folder/予算.txt")
    assert (told.title, told.blocks) == ("予算", (Block(PARAGRAPH, SENTENCE),))
    assert told.notes == ("no headline was found: the name of the file stands for it",)


@pytest.mark.parametrize(
    ("name", "title"), [("C:\\記事\\予算.txt", "予算"), ("予算", "予算"), ("", "無題")]
)
def test_the_name_of_the_file_stands_for_a_headline(name: str, title: str) -> None:
    assert read(SENTENCE, name).title == title


def test_a_long_article_is_read_whole() -> None:
    told = read("予算案を決定\n" + f"{SENTENCE * 10}\n" * 900)
    assert sum(len(block.text) for block in told.blocks) == len(SENTENCE) * 9000 > 200_000
    assert told.notes == (
        f"{len(SENTENCE) * 9000:,} characters are long for a lesson:"
        " cut what the class will not read",
    )


@pytest.mark.parametrize(
    ("other", "note"),
    [
        (
            CHINESE,
            "2 paragraphs in Chinese left out: 「中国外交部发言人在例行记者会上表示，中方…」",
        ),
        (ENGLISH, "2 paragraphs not in Japanese left out: 「The cabinet approved…」"),
    ],
)
def test_paragraphs_in_another_language_are_left_out(other: str, note: str) -> None:
    told = read(f"予算案を決定\n{SENTENCE}\n{other}\n{SENTENCE}\n{other}\n")
    assert told.blocks == (Block(PARAGRAPH, SENTENCE),) * 2
    assert told.notes == (note,)


def test_hidden_characters_are_left_out() -> None:
    told = read("予算案を\0決定\n政府\u202eは\x07\u200b決めた。")
    assert told.title == "予算案を決定"
    assert told.blocks == (Block(PARAGRAPH, "政府は決めた。"),)
    assert told.notes == ("3 hidden characters left out",)


def test_markup_is_text() -> None:
    told = read("予算案を<b>決定</b>\n政府は<script>決めた</script> &amp; **発表**した。")
    assert told.title == "予算案を<b>決定</b>"
    assert told.blocks[0].text == "政府は<script>決めた</script> &amp; **発表**した。"


# ---- what takes time


def test_no_library_of_another_format_is_loaded_for_plain_text(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    script = (
        "import sys; from pathlib import Path;"
        "from kit.classroom.document.document import read_document;"
        "read_document(Path(sys.argv[1]));"
        "print(sorted({name.split('.')[0] for name in sys.modules}))"
    )
    run = subprocess.run(
        [sys.executable, "-c", script, str(file)], capture_output=True, encoding="utf-8", check=True
    )
    heavy = {"docx", "lxml", "trafilatura", "pypdfium2", "markdown_it"}
    assert heavy & set(eval(run.stdout)) == set()
