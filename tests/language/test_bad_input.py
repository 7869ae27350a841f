"""What no newspaper prints: nothing raises, and no character is lost."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kit
from kit.language.article import Article
from kit.language.script.sentences import lines

FRAGMENTS = [
    *(
        "首相",
        "外相会談",
        "しました",
        "開かれています",
        "をめぐり",
        "二国間",
        "3月9日",
        "三つ",
        "G20",
        "、",
        "。",
    ),
    *(
        "ｶﾞｲｼｮｳ",
        "ﾞ",
        "ﾟ",
        "､｡",
        "Ｇ２０",
        "２０％",
        "．",
        "，",
        "か\u3099",
        "は\u309a",
        "\u3099",
        "e\u0301",
    ),
    *(
        "👍🏽",
        "👨\u200d👩\u200d👧",
        "🇯🇵",
        "❤\ufe0f",
        "葛\U000e0100",
        "\ud800",
        "\udc00",
        "\udfff",
        "\ue000",
    ),
    *(
        "\0",
        "\x1b[31m",
        "\x7f",
        "\x85",
        "\u200b",
        "\u200f",
        "\u202e",
        "\ufeff",
        "\u2028",
        "\xad",
        "\uffff",
    ),
    *(
        " ",
        "\u3000",
        "\xa0",
        "\t",
        "\n",
        "\r\n",
        "\r",
        "\x0b",
        "\x0c",
        "%",
        "_",
        "%%_",
        "\\",
        "'",
        '"',
        ";",
    ),
    *(
        "<p>",
        "</p>",
        "&nbsp;",
        "<script>",
        "「",
        "」",
        "『",
        "（",
        "）",
        "- ",
        "・",
        "# ",
        "1. ",
        "ー",
        "〜",
        "々",
    ),
]

text = st.one_of(
    st.text(),
    st.lists(st.sampled_from(FRAGMENTS)).map("".join),
    st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=3))).map("".join),
    st.text(st.characters(min_codepoint=0x3000, max_codepoint=0x9FFF)),
)


def check(article: Article, text: str) -> None:
    """All that must hold of any annotation."""
    assert [(paragraph.text, paragraph.kind) for paragraph in article.paragraphs] == list(
        lines(text)
    )
    for paragraph in article.paragraphs:
        assert "".join(sentence.text for sentence in paragraph.sentences) == paragraph.text
        position = 0
        for sentence in paragraph.sentences:
            assert sentence.start == position
            for word in sentence.words:
                assert word.start == position
                assert word.surface
                assert paragraph.text[word.start : word.end] == word.surface
                assert "".join(piece for piece, _ in word.furigana) == word.surface
                assert all(piece for piece, _ in word.furigana)
                position = word.end
            assert sentence.start + len(sentence.text) == position


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text)
def test_words_join_to_any_text(text: str) -> None:
    check(kit.annotate(text), text)


@settings(max_examples=200, deadline=None)
@given(text)
def test_anything_can_be_looked_up(form: str) -> None:
    for match in kit.lookup(form):
        assert 0 < match.length <= len(form)
        assert form.startswith(match.matched)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\u3000\n",
        "\t首相\u3000は\u3000答弁 した\t",
        "首相が 答弁 し ました。",
        "外\0相\x1bが\x7f会\x85談\u2028した",
        "\ud800",
        "外\ud800相\udfff",
        "か\u3099いこう問題",
        "ｶﾞｲﾑｼｮｳﾉﾊｯﾋﾟｮｳ",
        "Ｇ２０ガイショウ会合は２０２５年２月２０日",
        "<p>首相は<b>答弁</b>した&nbsp;。</p>",
        "100%の_支持_率%と%_",
        "👨\u200d👩\u200d👧が🇯🇵へ👍🏽",
        "「「「「）））。。。",
        "\u200b",
    ],
)
def test_words_join_to_odd_text(text: str) -> None:
    check(kit.annotate(text), text)


@pytest.mark.parametrize(
    "piece", ["あ", "国", "会談", "3", "ー", "「", "。", "ﾞ", "\u200b", "\0", " ", "A", "んだ"]
)
def test_a_line_of_200_000_characters(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    check(kit.annotate(text), text)


def test_a_long_line_of_sentences() -> None:
    text = "両国の外相は20日、会談しました。" * 12_000
    check(kit.annotate(text), text)
