import pytest

from kit.lesson.answer import judge, matches
from kit.lesson.item import Item
from kit.lesson.lesson import Option
from kit.lesson.vocabulary import TaughtWord


@pytest.mark.parametrize(
    ("answer", "reading"),
    [
        ("かいだん", "かいだん"),
        ("カイダン", "かいだん"),
        ("ｶｲﾀﾞﾝ", "かいだん"),
        (" かい だん ", "かいだん"),
        ("kaidan", "かいだん"),
        ("ＫＡＩＤＡＮ", "かいだん"),
        ("kyouchou", "きょうちょう"),
        ("kyoutyou", "きょうちょう"),
        ("kyōchō", "きょうちょう"),
        ("kyôchô", "きょうちょう"),
        ("Tōkyō", "とうきょう"),
        ("ōkī", "おおきい"),
        ("sisei", "しせい"),
        ("shisei", "しせい"),
        ("chitsujo", "ちつじょ"),
        ("titujo", "ちつじょ"),
        ("shimbun", "しんぶん"),
        ("shinbun", "しんぶん"),
        ("sinnbunn", "しんぶん"),
        ("kin'yuu", "きんゆう"),
        ("kinyuu", "きんゆう"),
        ("kettei", "けってい"),
        ("gakki", "がっき"),
        ("さーびす", "さーびす"),
        ("サービス", "さーびす"),
        ("iken wo kawasu", "いけんをかわす"),
    ],
)
def test_a_reading_is_right_however_it_is_typed(answer: str, reading: str) -> None:
    assert matches(answer, reading)


@pytest.mark.parametrize(
    ("answer", "reading"),
    [
        ("", "かいだん"),
        ("かいたん", "かいだん"),
        ("かいだ", "かいだん"),
        ("会談", "かいだん"),
        ("kyocho", "きょうちょう"),
        ("きょちょう", "きょうちょう"),
        ("しつじょ", "ちつじょ"),
        ("🙂", "かいだん"),
        ("あ" * 10_000, "かいだん"),
        ("a" * 10_000, "かいだん"),
        ("ー", "かいだん"),
        ("-", "かいだん"),
        ("\x00%_<b>", "かいだん"),
    ],
)
def test_anything_else_is_judged_wrong(answer: str, reading: str) -> None:
    assert not matches(answer, reading)


KAIDAN = TaughtWord("会談", "かいだん", ("talks",))
KAIGOU = TaughtWord("会合", "かいごう", ("gathering",))
READING = Item("reading", KAIDAN.id, "?", word=KAIDAN, others=(KAIGOU,))


def test_a_wrong_reading_is_told_whose_it_is_and_how_the_kanji_are_read() -> None:
    verdict = judge(READING, "kaigou")
    assert verdict == (
        False,
        "かいだん",
        "かいごう is 会合, “gathering”. In 会談, 会 is かい and 談 is だん.",
    )


def test_other_readings_in_use_are_right() -> None:
    word = TaughtWord("依存", "いぞん", ("dependence",), alternatives=("いそん",))
    assert judge(Item("reading", word.id, "?", word=word), "いそん").correct


def test_a_wrong_option_is_told_why() -> None:
    options = (Option("政府", True, ""), Option("国会", False, "国会はまだ決めていません。"))
    item = Item("question", "who", "だれ", options=options)
    assert judge(item, "政府") == (True, "政府", "")
    assert judge(item, "国会") == (False, "政府", "国会はまだ決めていません。")
    assert not judge(item, "no such option").correct


ORDER = Item(
    "order",
    "summary",
    "Put in order.",
    options=tuple(Option(text, False, "") for text in "丙甲乙"),
    order=("甲", "乙", "丙"),
)


@pytest.mark.parametrize(
    ("answer", "correct", "reason"),
    [
        ("甲\n乙\n丙", True, ""),
        ("乙\n甲\n丙", False, "It begins with “甲”"),
        ("甲\n丙\n乙", False, "It goes on with “乙”"),
        ("甲\n乙", False, "The first 2 are right. Then comes “丙”"),
        ("", False, "It begins with “甲”"),
        ("甲\n乙\n丙\n丁", False, "Nothing comes after “丙”"),
        ("🙂" * 5000, False, "It begins with “甲”"),
    ],
)
def test_sentences_in_order_are_right_as_a_whole(answer: str, correct: bool, reason: str) -> None:
    verdict = judge(ORDER, answer)
    assert (verdict.correct, verdict.right) == (correct, "甲\n乙\n丙")
    assert verdict.reason == reason
