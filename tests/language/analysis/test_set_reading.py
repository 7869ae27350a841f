"""Readings that are set in one place. `{一日|いちにち}` is what is set."""

import re

import pytest

from kit.language.analysis.set_reading import SetReading, reading_over
from kit.language.annotate import annotate_line
from kit.language.article import Word


def words(marked: str) -> list[Word]:
    """The words of a text in which readings are set."""
    text, found = "", []
    for part in re.split(r"(\{[^}]*\})", marked):
        base, *readings = part.strip("{}").split("|")
        if readings:
            found.append(SetReading(len(text), len(text) + len(base), tuple(readings)))
        text += base
    line = annotate_line(text, "paragraph", None, lambda _: found)
    assert "".join(word.analysis.surface for word in line.words) == text
    return [*line.words]


@pytest.mark.parametrize(
    ("marked", "surface", "reading", "furigana"),
    [
        ("会議は{一日|いちにち}で終わった。", "一日", "いちにち", "一いち日にち"),
        ("会議は{一日|ついたち}に開く。", "一日", "ついたち", "一日ついたち"),
        ("窓を{開|ひら}いた。", "開いた", "ひらいた", "開ひらいた"),
        ("{電子出版|でんししゅっぱん}", "電子出版", "でんししゅっぱん", "電でん子し出しゅっ版ぱん"),
        (
            "{電子出版|でん|し|しゅっ|ぱん}",
            "電子出版",
            "でんししゅっぱん",
            "電でん子し出しゅっ版ぱん",
        ),
        ("{強敵|とも}と会った。", "強敵", "とも", "強敵とも"),
        ("{一|いち}日で終わった。", "一日", "いちにち", "一いち日にち"),
        ("{今日|こんにち}の社会", "今日", "こんにち", "今こん日にち"),
        ("{米価格|こめかかく}が上がる。", "米", "こめ", "米こめ"),
        ("調査を{行|おこな}った。", "行った", "おこなった", "行おこなった"),
        ("最{中|なか}を食べた。", "最中", "もなか", "最も中なか"),
    ],
)
def test_the_words_there_are_read_so(
    marked: str, surface: str, reading: str, furigana: str
) -> None:
    word = next(word.analysis for word in words(marked) if word.analysis.surface == surface)
    assert word.reading == reading
    assert "".join(base + (kana or "") for base, kana in word.furigana) == furigana
    assert not word.uncertain
    assert word.alternatives == ()


@pytest.mark.parametrize(
    ("marked", "headword", "gloss"),
    [
        ("{市場|いちば}に出る。", "市場", "market"),
        ("{市場|しじょう}に出る。", "市場", "market"),
        ("{辛|つら}い立場", "辛い", "painful"),
        ("{辛|から}い料理", "辛い", "spicy"),
        ("町に{行|い}った。", "行く", "to go"),
        ("会を{行|おこな}った。", "行う", "to carry out"),
    ],
)
def test_they_mean_what_is_read_so(marked: str, headword: str, gloss: str) -> None:
    found = [word.analysis for word in words(marked) if word.analysis.headword == headword]
    assert any(gloss in word.glosses[0] for word in found)


def test_words_whose_readings_do_not_add_up_become_one() -> None:
    found = [word.analysis for word in words("{政府関係者|おかみ}が述べた。")]
    assert (found[0].surface, found[0].reading) == ("政府関係者", "おかみ")
    assert found[0].furigana == (("政府関係者", "おかみ"),)


@pytest.mark.parametrize(
    ("start", "end", "reading"),
    [(0, 2, "せいふ"), (0, 1, "せい"), (3, 5, "けってい"), (3, 7, "けっていした"), (8, 9, None)],
)
def test_a_piece_of_a_text_is_read(start: int, end: int, reading: str | None) -> None:
    assert reading_over(words("政府は決定した大人"), start, end) == reading
