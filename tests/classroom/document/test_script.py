import pytest

from kit.classroom.document.script import CHINESE, JAPANESE, OTHER, language, letters


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


def test_letters_of_any_script_are_counted() -> None:
    assert letters("G20の会合、2026") == 4
