import pytest

from kit.classroom.document.script import (
    CHINESE,
    JAPANESE,
    OTHER,
    chinese_sentences,
    language,
    letters,
)


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("政府は10日、来年度の予算案を決めた。", JAPANESE),
        ("日中韓外相会談、東京で開催", JAPANESE),
        ("BRICSとG20の首脳が集まった。", JAPANESE),
        ("きょう、はれ。", JAPANESE),
        ("ｶﾞｲﾑｼｮｳ", JAPANESE),
        ("中国の『人民日报』は報じた。", JAPANESE),
        ("日中外相会談", None),
        ("出席者　山田花子　佐藤太郎　鈴木一郎", None),
        ("国連安全保障理事会常任理事国", None),
        ("G20", None),
        ("BRICS", None),
        ("2026", None),
        ("", None),
        ("中国外交部发言人在例行记者会上表示，中方愿意与各方加强沟通。", CHINESE),
        ("外交部發言人在記者會上表示，願意與各方加強溝通。", CHINESE),
        ("这是我们的共同立场", CHINESE),
        ("The cabinet approved the budget on Friday.", OTHER),
        ("The word 会談 means talks between leaders.", OTHER),
        ("정부는 내년도 예산안을 결정했다.", OTHER),
        ("Правительство приняло бюджет.", OTHER),
    ],
)
def test_what_a_line_is_in(text: str, spoken: str | None) -> None:
    assert language(text) == spoken


@pytest.mark.parametrize(
    ("text", "japanese", "chinese"),
    [
        (
            "中俄两国外长举行会谈。两国就国际问题交换意见。両国の外相は会談した。",
            "両国の外相は会談した。",
            ["中俄两国外长举行会谈。", "两国就国际问题交换意见。"],
        ),
        ("外相は会談した。两国关系进一步发展？協力で一致した。", None, ["两国关系进一步发展？"]),
        ("外相は会談した。双方强调合作。中方反对。", None, ["双方强调合作。", "中方反对。"]),
        ("外相は会談した。习近平国家主席出席。", None, []),
        ("外相は会談した。来年度予算案、閣議決定。", None, []),
        ("髙橋、閒宮両氏出席。政府は決めた。", None, []),
        ("習氏（习近平）が会談した。习国家主席。", None, []),
        ("「这是我们的共同立场。」王毅氏はこう述べた。", None, []),
        ("", None, []),
    ],
)
def test_chinese_sentences_are_told_from_japanese_ones(
    text: str, japanese: str | None, chinese: list[str]
) -> None:
    rest = text.replace("".join(chinese), "") if japanese is None else japanese
    assert chinese_sentences(text) == (rest, chinese)


def test_letters_of_any_script_are_counted() -> None:
    assert letters("G20の会合、2026") == 4
