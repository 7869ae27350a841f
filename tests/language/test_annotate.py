"""What annotation promises of any text: surfaces join, offsets are right, words are shared."""

import pytest

from kit import annotate
from kit.language.article import Word
from kit.language.lexicon.glossary import Glossary, Term

NEWS = """外相会談の結果

両首脳は20日、会談しました。「協力を続ける」と述べたということです。
- 停戦の条件
1. 支援の継続
ﾆｭｰｽは、Ｇ２０の会合（２月２０日）について伝えた。"""


def first(text: str) -> Word:
    return next(annotate(text).words)


def test_surfaces_join_to_the_paragraphs_and_the_lines() -> None:
    paragraphs = annotate(NEWS).paragraphs
    assert [p.text for p in paragraphs] == [line for line in NEWS.splitlines() if line]
    for paragraph in paragraphs:
        assert "".join(word.surface for word in paragraph.words) == paragraph.text


def test_offsets_are_into_the_paragraph() -> None:
    for paragraph in annotate(NEWS).paragraphs:
        for word in paragraph.words:
            assert paragraph.text[word.start : word.end] == word.surface


def test_furigana_joins_to_the_word_and_its_reading() -> None:
    for word in annotate(NEWS).words:
        assert "".join(piece for piece, _ in word.furigana) == word.surface
        if word.reading and any(read for _, read in word.furigana):
            assert all(read is None or read in word.reading for _, read in word.furigana)


def test_kinds_of_paragraphs() -> None:
    assert [p.kind for p in annotate(NEWS).paragraphs][1:] == [
        "paragraph",
        "item",
        "item",
        "paragraph",
    ]


def test_sentences_of_a_paragraph() -> None:
    paragraph = annotate(NEWS).paragraphs[1]
    assert [sentence.text for sentence in paragraph.sentences] == [
        "両首脳は20日、会談しました。",
        "「協力を続ける」と述べたということです。",
    ]
    assert [sentence.start for sentence in paragraph.sentences] == [0, 15]


@pytest.mark.parametrize(
    ("text", "surface", "headword", "reading"),
    [
        ("Ｇ２０の会合", "Ｇ２０", "G20", "じーとぅえんてぃー"),
        ("G20の会合", "G20", "G20", "じーとぅえんてぃー"),
        ("ＮＡＴＯの会合", "ＮＡＴＯ", "NATO", "なとー"),
        ("ﾛｼｱの外相", "ﾛｼｱ", "ロシア", "ろしあ"),
        ("ｶﾞｻﾞ地区", "ｶﾞｻﾞ地区", "ガザ地区", "がざちく"),
        ("２月２０日の会合", "２月２０日", "2月20日", "にがつはつか"),
        ("５０％の関税", "５０％", "50%", "ごじゅっぱーせんと"),
        ("カ\u3099サ\u3099地区", "カ\u3099サ\u3099地区", "ガザ地区", "がざちく"),
    ],
)
def test_the_surface_stays_as_it_stands(
    text: str, surface: str, headword: str, reading: str
) -> None:
    word = first(text)
    assert (word.surface, word.headword, word.reading) == (surface, headword, reading)


@pytest.mark.parametrize("symbol", ["、", "。", "「", "」", "（", "？", "…", "　", "👍"])
def test_symbols_have_no_reading(symbol: str) -> None:
    word = list(annotate(f"国{symbol}国").words)[1]
    assert (word.surface, word.reading, word.kind, word.glosses) == (symbol, "", "symbol", ())


@pytest.mark.parametrize(
    ("text", "kind", "source"),
    [
        ("外相会談", "word", "glossary"),
        ("外国", "word", "jmdict"),
        ("ヨハネスブルク", "name", "glossary"),
        ("長谷川氏", "name", "jmnedict"),
        ("23日", "number", "none"),
        ("三つ", "number", "jmdict"),
        ("は", "grammar", "glossary"),
        ("をめぐる", "grammar", "glossary"),
        ("。", "symbol", "none"),
    ],
)
def test_kind_and_source(text: str, kind: str, source: str) -> None:
    assert (first(text).kind, first(text).source) == (kind, source)


def test_a_lesson_s_glossary_wins_over_the_dictionary() -> None:
    own = Glossary({"会談": Term("会談", "かいだん", ("our own talks",))})
    word = next(annotate("会談した。", own).words)
    assert (word.surface, word.glosses, word.source) == ("会談した", ("our own talks",), "glossary")


def test_a_glossary_makes_a_word_of_what_no_dictionary_knows() -> None:
    own = Glossary({"緑風改革案": Term("緑風改革案", "りょくふうかいかくあん", ("a plan",))})
    assert next(annotate("緑風改革案を示した。", own).words).surface == "緑風改革案"
    assert first("緑風改革案を示した。").surface != "緑風改革案"


def test_with_an_empty_glossary_only_the_dictionaries_speak() -> None:
    words = annotate("首相は会談した。", Glossary({})).words
    assert {word.source for word in words if word.kind == "word"} == {"jmdict"}


@pytest.mark.parametrize("text", ["", "\n\n", "  \n　\n"])
def test_a_blank_text_has_no_paragraphs(text: str) -> None:
    assert annotate(text).paragraphs == ()


def test_the_same_text_gives_the_same_words() -> None:
    assert annotate(NEWS) == annotate(NEWS)


@pytest.mark.parametrize("text", ["xは未知数だ。", "src=x", "f(y)"])
def test_a_small_letter_alone_is_no_word_of_the_dictionary(text: str) -> None:
    letters = [word for word in annotate(text).words if word.surface in {"x", "y", "f"}]
    assert letters
    assert [word.glosses for word in letters] == [()] * len(letters)
