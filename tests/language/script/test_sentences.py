import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.language.script.normal import UNREADABLE, normalise
from kit.language.script.sentences import lines, sentences


@pytest.mark.parametrize(
    ("text", "normal", "offsets"),
    [
        ("ｶﾞｲﾑｼｮｳ", "ガイムショウ", [0, 2, 3, 4, 5, 6, 7]),
        ("ﾊﾟﾘ協定", "パリ協定", [0, 2, 3, 4, 5]),
        ("か\u3099いこう", "がいこう", [0, 2, 3, 4, 5]),
        ("caf\u0065\u0301", "caf\u00e9", [0, 1, 2, 3, 5]),
        ("Ｇ７は２０％", "G7は20%", range(7)),
        ("１，２３４．５", "1,234.5", range(8)),
        ("ｸﾞ\u200bﾙｰﾌﾟ", "グループ", [0, 3, 4, 5, 7]),
        ("⽇本の⽴場", "日本の立場", range(6)),
        ("\ufa19社", "神社", range(3)),
        ("葛\U000e0100城", "葛城", [0, 2, 3]),
        ("❤\ufe0f", "❤", [0, 2]),
        ("👨\u200d👩\u200d👧", "👨👩👧", [0, 2, 4, 5]),
        ("\u200b\ufeff首相", "首相", [0, 3, 4]),
        ("\u200e\u200f", UNREADABLE, [0, 2]),
        ("会\u00a0談\u2003", "会 談 ", range(5)),
        ("会\0談\ud800", f"会{UNREADABLE}談{UNREADABLE}", range(5)),
        ("あ\u3099い", "あい", [0, 2, 3]),
        ("\u3099い", "゛い", [0, 1, 2]),
        ("か\u200b\u3099い", "がい", [0, 3, 4]),
    ],
)
def test_the_tagger_sees_a_normal_form(text: str, normal: str, offsets: list[int]) -> None:
    found = normalise(text)
    assert found.text == normal
    assert found.offsets is not None
    assert list(found.offsets) == list(offsets)


@pytest.mark.parametrize(
    "text",
    ["", "会談した。", "「はい」、（笑）", "㈱と①と㍻", "\tG20 50%", "　全角の空白", "😀"],
)
def test_normal_text_stays(text: str) -> None:
    assert normalise(text) == (text, None)


def test_full_width_punctuation_stays() -> None:
    assert (
        normalise("「はい、そうです！」（Ａ〜Ｚ～）？").text == "「はい、そうです！」（A〜Z～）？"
    )
    assert normalise("三．四，五").text == "三．四，五"


ODD = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "かガｶﾞﾟ\u3099\u309a\u200b\ufe0f\U000e0100\0\ud800\u2028Ａ１．，⽇％\u0301\ufeff"
        ),
    )
)


@given(ODD)
def test_offsets_lead_back_to_the_text(text: str) -> None:
    normal, offsets = normalise(text)
    if offsets is None:
        assert normal == text
        return
    assert list(offsets) == sorted(set(offsets))
    assert (offsets[0], offsets[-1]) == (0, len(text))
    assert len(offsets) == len(normal) + 1
    normal.encode()
    assert "\0" not in normal


@pytest.mark.parametrize("mark", ["\u0301", "\u3099", "\u200b"])
def test_a_heap_of_marks_is_one_character(mark: str) -> None:
    assert len(normalise("か" + mark * 100_000).text) == 1


@given(ODD)
def test_sentences_join_to_the_line(text: str) -> None:
    spans = sentences(text)
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(start < end for start, end in spans)


@pytest.mark.parametrize(
    "parts",
    [
        [],
        ["首相が帰国した。"],
        ["首相が帰国した。", "外相は残る"],
        ["なぜ今か？", "答えは三つある。"],
        ["本当か！？", "誰も知らない。"],
        ["「行く。帰る。」と語った。", "以上。"],
        ["「はい。」", "「いいえ。」と続いた。"],
        ["（注。なお続く。）本文だ。 ", "次の文。"],
        ["終わった。」", "続き。"],
        ["「閉じない。", "次の文。"],
        ["『「中。」の外。』と言う。", "次。"],
        ["閉じるだけ」です。", "次。"],
        ["成長率は３．５％。", "前年は2.1%。"],
        ["Yahoo!ニュースによる。"],
        ["終わり．", "始まり．"],
        ["。。。"],
        ["ﾊﾝｶｸ｡", "次。"],
    ],
)
def test_sentences_end_after_their_full_stop(parts: list[str]) -> None:
    line = "".join(parts)
    assert [line[start:end] for start, end in sentences(line)] == parts


@pytest.mark.parametrize(
    ("line", "ends"),
    [
        ("あ" * 1200, [500, 1000, 1200]),
        ("あ" * 298 + "、" + "い" * 300, [299, 599]),
        ("「" + "あ" * 98 + "。」" + "い、" * 100 + "う" * 300, [101, 601]),
        ("「" + ("あ" * 98 + "。、") * 6 + "」", [500, 602]),
    ],
)
def test_a_sentence_without_end_is_cut(line: str, ends: list[int]) -> None:
    assert [end for _, end in sentences(line)] == ends


def test_lines_have_kinds() -> None:
    text = """
日韓首脳が電話会談

　両首脳は火曜日、三十分にわたって話し合った。
# 会談の中身
- 経済の協力
・人の往来
1. 安全保障
② 環境
今後の見通し
年内に次の会談を開く方向で調整している。
ただし、国会の日程によっては
延びることもある
"""
    assert list(lines(text)) == [
        ("日韓首脳が電話会談", "title"),
        ("　両首脳は火曜日、三十分にわたって話し合った。", "paragraph"),
        ("# 会談の中身", "heading"),
        ("- 経済の協力", "item"),
        ("・人の往来", "item"),
        ("1. 安全保障", "item"),
        ("② 環境", "item"),
        ("今後の見通し", "heading"),
        ("年内に次の会談を開く方向で調整している。", "paragraph"),
        ("ただし、国会の日程によっては", "paragraph"),
        ("延びることもある", "paragraph"),
    ]


@pytest.mark.parametrize(
    ("first", "kind"),
    [
        ("# 党大会の開幕", "title"),
        ("なぜ解散なのか？", "title"),
        ("党大会が開幕した。", "paragraph"),
        ("「賛成します。」", "paragraph"),
        ("長い" * 50, "paragraph"),
        ("- 項目", "item"),
        ("-5度", "title"),
    ],
)
def test_the_first_line_is_a_title_unless_it_is_a_sentence(first: str, kind: str) -> None:
    assert next(lines(f"\n \u3000\n{first}\n次の行だ。\n")) == (first, kind)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_files_end_them(end: str) -> None:
    text = f"{end}一つ目。{end}{end}二\u2028つ目。"
    assert [line for line, _ in lines(text)] == ["一つ目。", "二\u2028つ目。"]


def test_lines_of_lines() -> None:
    assert list(lines(iter(["見出し", "", "本文だ。"]))) == list(lines("見出し\n\n本文だ。"))
