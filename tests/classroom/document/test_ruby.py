from collections.abc import Sequence

import lxml.html
import pytest

from kit.classroom.document.page_ruby import parts
from kit.classroom.document.ruby import Part, Ruby, marked, readings, rubies


def written(texts: Sequence[str], ruby: Sequence[Ruby]) -> tuple[str, ...]:
    return tuple(map(marked, texts, readings(texts, ruby)))


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<ruby>閣議<rt>かくぎ</rt></ruby>で", "{閣議|かくぎ}で"),
        ("<ruby>閣議<rp>（</rp><rt>かくぎ</rt><rp>）</rp></ruby>で", "{閣議|かくぎ}で"),
        ("<ruby><rb>閣議</rb><rt>かくぎ</rt></ruby>で", "{閣議|かくぎ}で"),
        ("<ruby>閣<rt>かく</rt>議<rt>ぎ</rt></ruby>で", "{閣議|かくぎ}で"),
        ("<ruby><rb>閣</rb><rb>議</rb><rt>かく</rt><rt>ぎ</rt></ruby>で", "{閣議|かくぎ}で"),
        ("<ruby>閣<rt>かく</rt></ruby><ruby>議<rt>ぎ</rt></ruby>で", "{閣議|かくぎ}で"),
        ("<ruby><span>閣議</span><rt><b>かくぎ</b></rt></ruby>で", "{閣議|かくぎ}で"),
        ("<ruby>閣議<rt>かくぎ</rt><rtc>cabinet</rtc></ruby>で", "{閣議|かくぎ}で"),
        ("<ruby>閣議<rt> かく ぎ </rt></ruby>で", "{閣議|かくぎ}で"),
        ("<ruby>貶<rt>おとし</rt></ruby>める", "{貶|おとし}める"),
        ("<ruby>打<rt>う</rt>ち<rb>出</rb><rt>だ</rt></ruby>す", "{打|う}ち{出|だ}す"),
        ("<ruby>占守島<rt>しゅむしゅとう</rt></ruby>と", "{占守島|しゅむしゅとう}と"),
        ("<ruby>平壌<rt>ピョンヤン</rt></ruby>で", "{平壌|ピョンヤン}で"),
        ("<ruby>国会<rt>こっかい</rt></ruby><ruby>議員<rt>ぎいん</rt></ruby>と",
            "{国会|こっかい}{議員|ぎいん}と"),
        ("<ruby>閣議<rt>cabinet</rt></ruby>で", "閣議で"),
        ("<ruby>閣議<rt>・・</rt></ruby>で", "閣議で"),
        ("<ruby>閣議<rt>決定</rt></ruby>で", "閣議で"),
        ("<ruby>閣議<rt></rt></ruby>で", "閣議で"),
        ("<ruby>かくぎ<rt>かくぎ</rt></ruby>で", "かくぎで"),
        ("<ruby>G20<rt>じーにじゅう</rt></ruby>で", "G20で"),
        ("<ruby><rt>かくぎ</rt></ruby>で", "で"),
        ("<ruby>閣<ruby>議<rt>ぎ</rt></ruby><rt>かく</rt></ruby>で", "閣議で"),
    ],
)  # fmt: skip
def test_the_ruby_of_a_page_is_written_as_a_lesson_has_it(html: str, text: str) -> None:
    tree = lxml.html.fromstring(f"<div><p>政府は{html}</p></div>")
    found = rubies(parts(tree))
    for element in tree.xpath("//rt | //rp | //rtc"):
        element.drop_tree()
    plain = tree.text_content()
    shown = written([plain], found)[0]
    assert "".join(shown.split()) == f"政府は{text}"


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("政府は開く。",), ("政府は{開|ひら}く。",)),
        (("野党が開く。", "政府は開く。"), ("野党が開く。", "政府は{開|ひら}く。")),
        (("政府は 開く。",), ("政府は {開|ひら}く。",)),
        (("開く。",), ("{開|ひら}く。",)),
        (("門が開く。政府は開く。",), ("門が開く。政府は{開|ひら}く。",)),
        (("政府は閉じる。",), ("政府は閉じる。",)),
        (("政府は開けた。",), ("政府は開けた。",)),
        ((), ()),
    ],
)
def test_a_reading_stands_where_its_word_does(
    texts: tuple[str, ...], found: tuple[str, ...]
) -> None:
    assert written(texts, rubies([("政府は", ""), ("開", "ひら"), ("く。", "")])) == found


def test_each_reading_has_a_place_of_its_own() -> None:
    said: list[Part] = [("門が", ""), ("開", "あ"), ("く。会を", ""), ("開", "ひら"), ("く。", "")]
    assert written(["門が開く。会を開く。"], rubies(said)) == ("門が{開|あ}く。会を{開|ひら}く。",)
