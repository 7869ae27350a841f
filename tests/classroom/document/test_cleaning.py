from datetime import date

import pytest

from kit.classroom.document.block import HEADING, LINE, PARAGRAPH, Block, Document, found
from kit.classroom.document.cleaning import cleaned
from kit.errors import InputError

DAY = date(2026, 1, 10)
SENTENCE = "政府は10日、来年度の予算案を閣議で決定した。"


def of_lines(*lines: str) -> Document:
    return cleaned(found([Block(LINE, line) for line in lines]), "article.txt")


@pytest.mark.parametrize(
    ("lines", "day", "notes"),
    [
        (("題を決定", "2026年1月10日", SENTENCE), DAY, ()),
        (("題を決定", SENTENCE, "（2026年1月10日 共同）"), DAY, ()),
        (("題を決定", SENTENCE), None, ()),
        (
            ("題を決定", "1月10日付", SENTENCE),
            None,
            ("「1月10日付」 names no year: the date is left empty",),
        ),
        (
            ("題を決定", "政府は2026年1月10日、予算案を決めた。"),
            DAY,
            (
                "the date 2026-01-10 is one that the text names:"
                " check that the article is of that day",
            ),
        ),
        (("題を決定", "2025年12月1日と2026年1月10日に会った。"), None, ()),
        (("題を決定", *[SENTENCE] * 4, "2026年1月10日に決めた。", *[SENTENCE] * 4), None, ()),
    ],
)
def test_the_day_of_an_article(
    lines: tuple[str, ...], day: date | None, notes: tuple[str, ...]
) -> None:
    told = of_lines(*lines)
    assert (told.date, told.notes) == (day, notes)


def test_days_between_paragraphs_are_headings() -> None:
    told = of_lines("予算案の経過", "2026年1月9日", SENTENCE, "2026年1月10日", SENTENCE)
    assert [block.kind for block in told.blocks] == [HEADING, PARAGRAPH, HEADING, PARAGRAPH]
    assert told.date is None


@pytest.mark.parametrize(
    ("lines", "source"),
    [
        (("題を決定", "出典：架空放送", SENTENCE), "架空放送"),
        (("題を決定", SENTENCE, "（共同）"), "共同通信"),
        (("題を決定", f"【東京共同】{SENTENCE}"), "共同通信"),
        (("題を決定", "架空新聞", "山田花子記者", SENTENCE), "架空新聞, 山田花子記者"),
        (("題を決定（架空通信）", SENTENCE), "架空通信"),
        (("題を決定", SENTENCE, "Reference(s):", "Budget decided", "example.jp"), "example.jp"),
    ],
)
def test_the_source_of_an_article(lines: tuple[str, ...], source: str) -> None:
    told = of_lines(*lines)
    assert (told.title, told.source) == ("題を決定", source)
    assert told.blocks == (Block(PARAGRAPH, SENTENCE),)


def test_what_the_format_tells_goes_before_what_a_line_does() -> None:
    document = Document(
        "題", "架空新聞", DAY, "CC BY 4.0", "https://a.jp", (Block(PARAGRAPH, SENTENCE),)
    )
    lines = ("共同通信", "2025年1月1日", "ライセンス：CC0", "https://b.jp", "© 2025 b")
    blocks = (*document.blocks, *(Block(LINE, line) for line in lines))
    assert cleaned(document._replace(blocks=blocks), "a")._replace(notes=()) == document


@pytest.mark.parametrize(
    ("lines", "note"),
    [
        (("広告", "PR"), "2 advertisements left out: 「広告」, 「PR」"),
        (("© 2026 a",), "1 line on copyright left out: 「© 2026 a」"),
        (("© 2026 a", "© 2026 b"), "2 lines on copyright left out: 「© 2026 a」, 「© 2026 b」"),
        (
            ("続きを読む", "もっと見る", "次のページへ", "前のページへ"),
            "4 links to another page left out: 「続きを読む」, 「もっと見る」, 「次のページへ」 …",
        ),
        (("a@example.jp", "b@example.jp"), "2 addresses of a mailbox left out"),
        (("シェア", "ツイート"), "2 buttons for sharing left out"),
        (("写真＝首相", "写真＝外相"), "2 photo captions left out"),
    ],
)
def test_what_was_left_out_is_named(lines: tuple[str, ...], note: str) -> None:
    told = of_lines("題を決定", SENTENCE, *lines)
    assert told.blocks == (Block(PARAGRAPH, SENTENCE),)
    assert len(told.notes) == 1
    assert told.notes[0].startswith(note)


def test_links_end_where_a_sentence_begins() -> None:
    told = of_lines("題を決定", SENTENCE, "関連記事", "補正予算が成立", SENTENCE)
    assert len(told.blocks) == 2
    assert told.notes[0].startswith("2 links to another article")


def test_a_heading_without_text_is_left_out() -> None:
    told = cleaned(
        found([Block(HEADING, "題"), Block(PARAGRAPH, SENTENCE), Block(HEADING, "今後")]), "a"
    )
    assert told.blocks == (Block(PARAGRAPH, SENTENCE),)
    assert told.notes == ("1 heading without text left out: 「今後」",)


def test_a_headline_that_looks_like_a_caption_stays_the_headline() -> None:
    assert of_lines("両外相が会談し関係の強化で一致（共同）", SENTENCE).title == (
        "両外相が会談し関係の強化で一致"
    )


def test_the_headline_is_not_there_twice() -> None:
    blocks = [Block(HEADING, "題を　決定"), Block(PARAGRAPH, SENTENCE)]
    assert cleaned(found(blocks, title="題を 決定"), "a").blocks == (Block(PARAGRAPH, SENTENCE),)


def test_an_item_that_a_program_put_behind_a_sentence_is_an_item() -> None:
    told = of_lines("題を決定", f"{SENTENCE} - 支援の拡大")
    assert [block.text for block in told.blocks] == [SENTENCE, "支援の拡大"]


def test_chinese_sentences_within_a_paragraph_are_left_out() -> None:
    chinese = "中俄两国外长举行会谈，并就国际问题交换意见。", "双方强调将进一步深化合作。"
    told = of_lines("題を決定", chinese[0] + SENTENCE + chinese[1], SENTENCE)
    assert told.blocks == (Block(PARAGRAPH, SENTENCE),) * 2
    assert told.notes == (
        "2 sentences in Chinese left out:"
        " 「中俄两国外长举行会谈，并就国际问题交换意…」, 「双方强调将进一步深化合作。」",
    )


def test_a_paragraph_that_is_chinese_but_for_a_sentence_is_refused() -> None:
    with pytest.raises(InputError) as raised:
        of_lines("題を決定", "中俄两国外长举行会谈，并就国际问题交换意见。" * 20 + SENTENCE)
    assert raised.value.problem == "this is Chinese, not Japanese"
