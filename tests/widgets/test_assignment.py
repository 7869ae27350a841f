import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kit.classroom.assign.assignment import assign
from kit.errors import InputError
from kit.learner.answers_file import FORMAT, Given, read
from kit.learner.assignment_file import to_text
from kit.widgets import open_assignment
from kit.widgets.assignment import AssignedQuiz, AssignedText
from tests.classroom.student import opened, say
from tests.lesson import small


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An assignment as a student has it."""
    lesson = small.read(small.write(tmp_path / "workspace", words=small.WITH_ALL))
    (tmp_path / "hw").mkdir()
    given = to_text(assign(lesson, "hw", "salt").given)
    (tmp_path / "hw" / "assignment.json").write_text(given, encoding="utf-8")
    return tmp_path / "hw"


def test_a_quiz_keeps_what_is_answered_and_does_not_judge(folder: Path) -> None:
    quiz = opened(folder).quiz("lead")
    first = quiz.view
    assert first["marks"] == [None] * 4
    assert (first["position"], first["given"], first["notice"]) == (0, None, "")
    assert first["item"]["options"] == ["decision", "draft budget", "policy", "stance"]
    say(quiz, do="answer", position=0, answer="policy", milliseconds=900)
    assert quiz.view == first | {"marks": ["answered", None, None, None], "given": "policy"}
    say(quiz, do="answer", position=0, answer="decision", milliseconds=900)
    assert quiz.view == first | {"marks": ["answered", None, None, None], "given": "decision"}
    found = read(folder / "answers.json")
    assert found
    time = datetime(2026, 3, 4, 0, 0, 1, tzinfo=UTC)
    assert list(found.given.values()) == [Given("decision", time, 900)]


def test_it_goes_on_where_it_was_and_one_can_look_back(folder: Path) -> None:
    quiz = opened(folder).quiz("lead")
    say(quiz, do="next")
    say(quiz, do="answer", position=1, answer="よさんあん")
    again = opened(folder).quiz("lead")
    assert (again.view["position"], again.view["given"]) == (0, None)
    say(again, do="next")
    assert again.view["given"] == "よさんあん"
    say(again, do="back")
    assert again.view["position"] == 0
    for _ in range(9):
        say(again, do="next")
    assert set(again.view) == {"marks", "position", "notice", "given"}
    say(again, do="again")
    assert again.view["position"] == 0


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"do": "answer"},
        {"do": "answer", "position": 0, "answer": ["policy"]},
        {"do": "answer", "position": "0", "answer": "policy"},
        {"do": "answer", "position": 3, "answer": "政府"},
        {"do": "show"},
        {"do": "hint", "position": 0},
        {"do": "text", "text": "x"},
    ],
)
def test_other_messages_change_nothing(folder: Path, message: dict[str, object]) -> None:
    quiz = opened(folder).quiz("lead")
    before = quiz.view
    say(quiz, **message)
    assert quiz.view == before
    assert not (folder / "answers.json").exists()


def test_what_it_leaves_in_the_notebook_is_the_same_whatever_was_answered(folder: Path) -> None:
    quiz = opened(folder).quiz("lead")
    before = repr(quiz), quiz._repr_mimebundle_()[0]["text/html"]
    say(quiz, do="answer", position=0, answer="policy")
    again = opened(folder).quiz("lead")
    assert (repr(again), again._repr_mimebundle_()[0]["text/html"]) == before
    assert before[0] == "The questions\nQuestions: 4. They are asked where this cell is run."


def test_the_text_has_the_help_that_the_assignment_gives(folder: Path) -> None:
    view = opened(folder)
    text = view.read("lead")
    assert repr(text) == "予算案を閣議決定\n政府は10日、来年度の予算案を閣議で決定した。"
    html = text._repr_mimebundle_()[0]["text/html"]
    assert "<rt>せいふ</rt>" in html
    assert not any(kana in html for kana in ("よさん", "けってい"))
    sent = json.dumps(text.get_state(), ensure_ascii=False, default=str)
    assert not any(kana in sent for kana in ("よさん", "けってい"))
    assert view.read("1.2").pages[0]["place"] == "1.2"
    word = next(word["id"] for word in text.words if "id" in word)
    text._received(text, {"do": "mark", "word": word, "mark": "known"}, [])
    assert text.marks == {word: "known"}
    text._received(text, {"do": "look-up", "word": word}, [])
    text._received(text, {"do": "mark", "word": word, "mark": "x"}, [])
    assert text.marks == {word: "known"}
    assert list(folder.iterdir()) == [folder / "assignment.json"]


def test_open_assignment_opens_what_is_beside_the_notebook(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    view = open_assignment()
    assert repr(view) == "予算案を閣議決定: lead, 1"
    assert isinstance(view.read("1"), AssignedText)
    assert isinstance(view.quiz("1.1"), AssignedQuiz)
    assert len(view.quiz("1.1").view["marks"]) == 4
    with pytest.raises(InputError, match="no part '3'"):
        view.quiz("3")
    (folder / "assignment.json").unlink()
    with pytest.raises(InputError, match="is not there; take the one that you were given"):
        open_assignment()


def test_where_the_keys_are_no_answers_are_kept(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    (folder / "hw.ipynb").write_text("### BEGIN HIDDEN TESTS")
    quiz = open_assignment().quiz("lead")
    say(quiz, do="answer", position=0, answer="policy")
    assert quiz.view["given"] == "policy"
    assert quiz.view["notes"] == [
        "Here is the assignment with its keys: what you answer is not kept."
    ]
    assert not (folder / "answers.json").exists()
    (folder / "hw.ipynb").write_text("")
    quiz = open_assignment().quiz("lead")
    say(quiz, do="answer", position=0, answer="policy")
    assert "notes" not in quiz.view
    assert (folder / "answers.json").exists()


def test_what_an_instructor_tries_in_the_course_is_not_handed_out(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    released = folder.parent / "release" / "hw"
    released.parent.mkdir()
    folder.rename(released)
    (folder.parent / "source" / "hw").mkdir(parents=True)
    monkeypatch.chdir(released)
    say(open_assignment().quiz("lead"), do="answer", position=0, answer="policy")
    assert not (released / "answers.json").exists()


@pytest.mark.parametrize("content", ["{", json.dumps({"format": FORMAT, "assignment": "other"})])
def test_answers_that_cannot_be_taken_are_moved_aside_and_named(folder: Path, content: str) -> None:
    (folder / "answers.json").write_text(content)
    quiz = opened(folder).quiz("lead")
    assert "answers" in quiz.view["notice"]
    say(quiz, do="answer", position=0, answer="policy")
    assert quiz.view["notice"] == ""
    assert quiz.view["notes"] == [
        "The answers found here could not be taken; they are kept in answers-1.json."
    ]
    assert (folder / "answers-1.json").read_text() == content


def test_a_part_that_asks_nothing_says_so(folder: Path) -> None:
    found = json.loads((folder / "assignment.json").read_text(encoding="utf-8"))
    found["parts"][0]["asked"] = []
    (folder / "assignment.json").write_text(json.dumps(found))
    quiz = opened(folder).quiz("lead")
    assert quiz.view == {"marks": [], "position": 0, "notice": "", "given": None}
    assert quiz.texts["quiz.empty"] == "There is nothing to answer here."
