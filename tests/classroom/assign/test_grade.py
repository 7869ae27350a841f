import pytest

from kit.classroom.assign import feedback
from kit.classroom.assign.grade import grade, points
from kit.classroom.assign.key import Key
from kit.lesson.item import Item
from kit.lesson.lesson import Option
from kit.lesson.vocabulary import TaughtWord
from tests.lesson.answer_cases import ITEMS

KAIDAN = TaughtWord("会談", "かいだん", ("talks",))
QUESTION = Item(
    "question",
    "who",
    "だれ？",
    options=(Option("国会", False, "まだです。"), Option("政府", True, "")),
)
TYPED = Item("reading", KAIDAN.id, "Type it.", ("外相が", "会談した", "。"), word=KAIDAN)
PAIRS = ITEMS["match"]
KEY = Key("a1", "hw", "salt", {"q": QUESTION, "t": TYPED, "p": PAIRS})
SWAPPED = "\n".join([*PAIRS.order[1::-1], *PAIRS.order[2:]])


@pytest.mark.parametrize(
    ("answers", "earned"),
    [
        ({}, 0),
        ({"q": "政府"}, 1),
        ({"q": "国会"}, 0),
        ({"q": "政府\n国会"}, 0),
        ({"q": "国会政府"}, 0),
        ({"q": " 政府"}, 0),
        ({"t": "かいだん"}, 1),
        ({"t": "KAIDAN"}, 1),
        ({"t": "かいごう"}, 0),
        ({"t": "かいだん かいごう"}, 0),
        ({"p": "\n".join(PAIRS.order)}, 1),
        ({"p": SWAPPED}, 1 - 2 / len(PAIRS.order)),
        ({"p": "\n".join([*PAIRS.order, *PAIRS.order])}, 1),
        ({"p": "\n".join(PAIRS.order[:1] * 9)}, 1 / len(PAIRS.order)),
        ({"q": "政府", "t": "かいだん", "p": "\n".join(PAIRS.order)}, 3),
        ({"q": "政府", "other": "政府", "who": "政府"}, 1),
        ({"q": ""}, 0),
    ],
)
def test_a_point_a_question_and_of_pairs_the_share(answers: dict[str, str], earned: float) -> None:
    assert points(answers, KEY) == pytest.approx(earned)


def test_feedback_says_what_is_right_and_why() -> None:
    graded = grade({"q": "国会", "t": "かいごう", "p": SWAPPED}, KEY)
    text = feedback.plain(graded, ["Look here."])
    pairs = "; ".join(
        f"{word.word}: {meaning}" for word, meaning in zip(PAIRS.partners, PAIRS.order, strict=True)
    )
    assert text == (
        f"{1 - 2 / len(PAIRS.order):g} of 3 points.\n"
        "Look here.\n"
        "✗ 1. だれ？\n"
        "   Your answer: 国会\n"
        "   The answer: 政府\n"
        "   まだです。\n"
        "✗ 2. 外相が会談した。 Type it.\n"
        "   Your answer: かいごう\n"
        "   The answer: かいだん\n"
        "   The mistake is at 談.\n"
        "   In 会談, 会 is かい and 談 is だん.\n"
        f"◐ 3. {PAIRS.prompt}\n"
        f"   Your answer: {' / '.join(SWAPPED.split(chr(10)))}\n"
        f"   The answer: {pairs}\n"
        f"   Not yet right: {'・'.join(word.word for word in PAIRS.partners[:2])}."
    )
    assert feedback.plain(grade({"q": "政府"}, KEY), []).startswith(
        "1 of 3 points.\n"
        "✓ 1. だれ？\n"
        "   Your answer: 政府\n"
        "– 2. 外相が会談した。 Type it.\n"
        "   The answer: かいだん\n"
    )


def test_feedback_is_in_the_language_of_the_assignment() -> None:
    japanese = Key("a1", "hw", "salt", {"q": QUESTION._replace(interface="ja")})
    assert feedback.plain(grade({}, japanese), []) == ("1点中0点\n– 1. だれ？\n   正しい答え：政府")


def test_what_a_student_wrote_is_never_markup_and_never_long() -> None:
    graded = grade({"q": "<script>&" * 300, "t": "</li>"}, KEY)
    html = feedback.html(graded, ["<b>"])
    assert "<script" not in html
    assert "&lt;script&gt;&amp;" in html
    assert "Your answer: &lt;/li&gt;" in html
    assert "<p><b>&lt;b&gt;</b></p>" in html
    assert len(html) < 5000
    assert html.count("<li>") == html.count("</li>") == 3


def test_a_part_that_asks_nothing_is_nothing() -> None:
    assert points({"q": "政府"}, Key("a1", "hw", "salt", {})) == 0
    assert feedback.plain([], []) == "0 of 0 points."
