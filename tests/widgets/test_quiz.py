import json
from pathlib import Path
from typing import Any

import pytest

from kit.learner.progress import Progress
from kit.learner.session import Session, Sitting
from kit.lesson.item import Item
from kit.lesson.lesson import Option
from kit.lesson.vocabulary import TaughtWord
from kit.widgets.quiz import Quiz

KAIDAN = TaughtWord("会談", "かいだん", ("talks",), (), "noun", "会談を行う", "会談した。")
ITEMS = (
    Item(
        "question",
        "who",
        "だれ？",
        options=(Option("国会", False, "まだです。"), Option("政府", True, "")),
    ),
    Item(
        "reading", KAIDAN.id, "Type the reading of 会談.", ("外相が", "会談した", "。"), (), KAIDAN
    ),
)
GAP = Item(
    "gap",
    KAIDAN.id,
    "Which?",
    ("外相が", "＿＿＿＿", "した。"),
    (Option("会談", True, ""), Option("会合", False, "of many")),
    KAIDAN,
    completed=("外相が", "会談した", "。"),
)
ORDER = Item(
    "order",
    "summary",
    "Order.",
    options=tuple(Option(text, False, "") for text in "丙甲乙"),
    order=("甲", "乙", "丙"),
)
MATCH = Item(
    "match",
    "meetings",
    "Pair.",
    options=tuple(Option(text, False, "") for text in ("stance", "talks", "gathering")),
    order=("talks", "gathering", "stance"),
    partners=(
        KAIDAN,
        TaughtWord("会合", "かいごう", ("gathering",)),
        TaughtWord("姿勢", "しせい", ("stance",)),
    ),
)


@pytest.fixture
def progress(tmp_path: Path) -> Progress:
    return Progress(tmp_path / "progress.sqlite")


def make(progress: Progress) -> Quiz:
    return Quiz("The words", Session("budget", ITEMS, progress))


def say(quiz: Quiz, **message: Any) -> None:
    """What the front end sends."""
    quiz._received(quiz, message, [])


def test_what_is_sent_holds_no_answer_before_it_is_given(progress: Progress) -> None:
    quiz = make(progress)
    sent = json.dumps(quiz.get_state(), ensure_ascii=False, default=str)
    assert "政府" in sent
    assert "まだです" not in sent
    assert not any(word in json.dumps(quiz.view) for word in ("correct", "feedback", "right"))
    assert "かいだん" not in sent
    say(quiz, do="answer", position=0, answer="政府")
    say(quiz, do="next")
    assert "かいだん" not in json.dumps(quiz.view, ensure_ascii=False)


@pytest.mark.parametrize("item", [*ITEMS, GAP, ORDER, MATCH], ids=lambda item: item.kind)
def test_no_kind_gives_its_answer_away_and_a_wrong_first_answer_leaves_it_open(
    progress: Progress, item: Item
) -> None:
    quiz = Quiz("?", Session("budget", [item], progress))
    assert set(quiz.view) == {"marks", "position", "notice", "item", "struck", "hint"}
    assert set(quiz.view["item"]) == {
        *("kind", "language", "prompt", "context", "options", "partners")
    }
    say(quiz, do="answer", position=0, answer="?")
    assert not {"right", "explanation", "words"} & set(quiz.view["feedback"])
    assert quiz.view["item"]["context"] == list(item.context)
    say(quiz, do="show")
    assert quiz.view["feedback"]["right"]
    say(quiz, do="next")
    assert quiz.view["closing"]["right"] == 0


def test_an_answer_gets_its_feedback_and_next_the_next_item(progress: Progress) -> None:
    quiz = make(progress)
    say(quiz, do="answer", position=0, answer="国会", milliseconds=700)
    assert quiz.view["feedback"] == {
        "answer": "国会",
        "correct": False,
        "reason": "まだです。",
        "lines": [],
        "mark": "wrong",
        "revealed": False,
    }
    assert quiz.view["struck"] == ["国会"]
    say(quiz, do="next")
    assert "feedback" not in quiz.view
    assert quiz.view["before"] == {"prompt": "だれ？", "right": "政府", "language": "ja"}
    assert quiz.view["item"]["context"] == ["外相が", "会談した", "。"]
    say(quiz, do="answer", position=1, answer="kaidan", milliseconds=900)
    assert quiz.view["feedback"]["correct"]
    assert quiz.view["feedback"]["words"][0]["example"] == "会談した。"
    say(quiz, do="next")
    assert quiz.view["closing"] == {
        "right": 1,
        "hinted": 0,
        "second": 0,
        "words": [],
        "questions": ["だれ？"],
    }
    say(quiz, do="again")
    assert quiz.view["item"]["prompt"] == "だれ？"


def test_the_sentence_is_completed_once_the_answer_is_there(progress: Progress) -> None:
    quiz = Quiz("?", Session("budget", [GAP], progress))
    say(quiz, do="answer", position=0, answer="会談")
    assert quiz.view["item"]["context"] == ["外相が", "会談した", "。"]


def test_a_hint_is_offered_told_and_counted(progress: Progress) -> None:
    quiz = Quiz("?", Session("budget", [ITEMS[1]], progress))
    assert quiz.view["hint"] == {"offered": True, "text": ""}
    say(quiz, do="hint", position=0)
    assert quiz.view["hint"] == {"offered": False, "text": "It begins with か."}
    say(quiz, do="answer", position=0, answer="かいだん")
    say(quiz, do="next")
    assert quiz.view["closing"]["hinted"] == 1
    assert [word["word"] for word in quiz.view["closing"]["words"]] == ["会談"]


def test_each_pair_is_said_to_be_wrong_or_right(progress: Progress) -> None:
    quiz = Quiz("?", Session("budget", [MATCH], progress))
    say(quiz, do="answer", position=0, answer="talks\nstance\ngathering")
    assert quiz.view["feedback"]["lines"] == [True, False, False]


def test_the_interface_speaks_the_language_of_its_items(progress: Progress) -> None:
    japanese = [item._replace(interface="ja") for item in ITEMS]
    quiz = Quiz("?", Session("budget", japanese, progress))
    assert quiz.texts["quiz.next"] == "次へ"
    assert Quiz("?", Session("budget", [], progress)).texts["quiz.next"] == "Next"
    assert Quiz("?", Session("budget", [], progress), "ja").texts["quiz.next"] == "次へ"


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"do": "answer"},
        {"do": "answer", "position": 0},
        {"do": "answer", "position": "x", "answer": 2},
        {"do": "answer", "position": 0, "answer": None},
        {"do": "next"},
        {"do": "again"},
        {"do": "show"},
        {"do": "hint"},
        {"do": "hint", "position": 7},
        {"do": "erase"},
    ],
)
def test_what_makes_no_sense_changes_nothing(progress: Progress, message: dict[str, Any]) -> None:
    quiz = make(progress)
    before = quiz.view
    quiz._received(quiz, message, [])
    assert quiz.view == before
    assert progress.events("budget") == []


@pytest.mark.parametrize("answer", ["", "🙂", "あ" * 10_000, "<script>", "\ud800"])
def test_any_answer_is_judged(progress: Progress, answer: str) -> None:
    quiz = make(progress)
    say(quiz, do="answer", position=0, answer="政府")
    say(quiz, do="next")
    say(quiz, do="answer", position=1, answer=answer)
    assert quiz.view["feedback"]["correct"] is False


def test_the_fallback_lists_all_and_is_the_same_whatever_was_answered(progress: Progress) -> None:
    quiz = make(progress)
    before = quiz._repr_mimebundle_()[0]
    assert before["text/plain"] == (
        "The words\n1. だれ？\n   1) 国会 2) 政府\n2. 外相が会談した。 Type the reading of 会談."
    )
    say(quiz, do="answer", position=0, answer="政府")
    for other in (quiz, make(progress)):
        after = other._repr_mimebundle_()[0]
        assert [after[kind] for kind in ("text/plain", "text/html")] == [
            before[kind] for kind in ("text/plain", "text/html")
        ]
    assert "かいだん" not in str(before)
    assert "まだです" not in str(before)


def test_the_fallback_is_text_and_no_markup(progress: Progress) -> None:
    item = Item(
        "question", "x", "<script>", options=(Option("<b>", True, ""), Option("&", False, ""))
    )
    html = Quiz("<i>", Session("budget", [item], progress))._repr_mimebundle_()[0]["text/html"]
    assert "<script>" not in html
    assert "<li>&lt;b&gt;</li><li>&amp;</li>" in html
    assert "&lt;i&gt;" in html


def test_the_fallback_gives_a_sentence_with_the_first_item_on_it(progress: Progress) -> None:
    items = [ITEMS[1], ITEMS[1]._replace(kind="meaning", prompt="What?"), MATCH]
    html = Quiz("?", Session("budget", items, progress))._repr_mimebundle_()[0]["text/html"]
    assert html.splitlines()[2:-1] == [
        "<li>外相が会談した。<br>Type the reading of 会談.</li>",
        "<li>What?</li>",
        "<li>会談・会合・姿勢<br>Pair."
        "<ol><li>stance</li><li>talks</li><li>gathering</li></ol></li>",
    ]


def test_a_student_is_told_where_answers_cannot_be_kept(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    quiz = make(Progress(tmp_path / "file" / "progress.sqlite"))
    say(quiz, do="answer", position=0, answer="政府")
    assert quiz.view["feedback"]["correct"]
    assert "KIT_PROGRESS" in quiz.view["notice"]


def test_what_shows_what_is_known_follows_each_answer_that_was_kept(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    progress = Progress(folder / "progress.sqlite")
    told: list[int] = []
    session = Session("budget", ITEMS, progress)
    quiz = Quiz("?", session, answered=lambda: told.append(len(progress.events("budget"))))
    say(quiz, do="hint", position=1)
    say(quiz, do="next")
    say(quiz, do="answer", position=1, answer="国会")
    assert told == []
    say(quiz, do="answer", position=0, answer="国会")
    say(quiz, do="answer", position=0, answer="国会")
    say(quiz, do="answer", position=0, answer="政府")
    assert told == [1, 2]
    say(quiz, do="next")
    progress.file.unlink()
    folder.rmdir()
    folder.touch()
    say(quiz, do="answer", position=1, answer="あ")
    assert quiz.view["notice"]
    assert told == [1, 2]


def test_a_sitting_says_what_is_left_and_can_be_stopped(progress: Progress) -> None:
    quiz = Quiz("?", Session("/review", ITEMS, progress, sitting=Sitting(5, ("No tax.",))))
    assert (quiz.view["left"], quiz.view["notes"]) == (6, ["No tax."])
    say(quiz, do="answer", position=0, answer="国会")
    say(quiz, do="stop")
    assert (quiz.view["left"], quiz.view["marks"]) == (6, ["wrong", None])
    assert "before" not in quiz.view
    assert quiz.view["closing"] == {
        "total": 1,
        "right": 0,
        "hinted": 0,
        "again": 1,
        "stopped": True,
        "words": [],
    }
    say(quiz, do="again")
    assert quiz.view["item"]["prompt"] == "Type the reading of 会談."


def test_another_quiz_cannot_be_stopped(progress: Progress) -> None:
    quiz = make(progress)
    say(quiz, do="stop")
    assert quiz.view["item"]["prompt"] == "だれ？"
    assert "left" not in quiz.view


def test_something_else_may_stand_for_its_items(progress: Progress) -> None:
    session = Session("/review", ITEMS, progress)
    quiz = Quiz("Due", session, stands_for="Run <this>.", empty="Nothing.")
    data = quiz._repr_mimebundle_()[0]
    assert (data["text/plain"], repr(quiz)) == ("Due\nRun <this>.",) * 2
    assert data["text/html"] == "<p><b>Due</b></p>\n<p>Run &lt;this&gt;.</p>"
    assert quiz.texts["quiz.empty"] == "Nothing."
