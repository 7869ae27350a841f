from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from kit.language.annotate import annotate
from kit.learner.event import Event
from kit.learner.progress import Progress
from kit.lesson.lesson import Paragraph
from kit.texts import texts
from kit.widgets import paste, read
from kit.widgets.box import LONGEST, Box
from kit.widgets.reader import NEAR, Page, Reader
from kit.widgets.recall import MISSED, RIGHT
from kit.widgets.student import Student

NOW = datetime(2026, 1, 10, tzinfo=UTC)
CLOCK = (NOW + timedelta(seconds=n) for n in count())


@pytest.fixture(autouse=True)
def kept_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIT_PROGRESS", str(tmp_path / "progress.sqlite"))


def say(reader: Reader, **message: Any) -> None:
    """What the front end sends."""
    reader._received(reader, message, [])


def shown(reader: Reader) -> list[str]:
    """The lines as the front end puts them together."""
    return [
        "".join(reader.words[number]["surface"] for number in line["words"])
        for page in reader.pages
        for line in page["lines"]
    ]


def test_the_words_join_to_the_text() -> None:
    reader = read("首相が外交の方針を説明した。\n\n- 予算案\n- 修正")
    assert shown(reader) == ["首相が外交の方針を説明した。", "- 予算案", "- 修正"]
    assert [line["kind"] for page in reader.pages for line in page["lines"]] == [
        "paragraph",
        "item",
        "item",
    ]


def test_a_word_met_twice_is_sent_once() -> None:
    reader = read("外交と外交と外交")
    assert [word["surface"] for word in reader.words] == ["外交", "と"]
    assert reader.pages[0]["lines"][0]["words"] == [0, 1, 0, 1, 0]


def test_an_empty_text_is_an_empty_page() -> None:
    assert read("").pages == [{"place": "", "lines": [], "versions": []}]
    assert repr(read("")) == ""


def test_text_is_never_markup() -> None:
    text = '<script>alert("x")</script>&amp;<img src=x onerror=alert(1)>'
    paragraph = Paragraph(text, 1, english=text)
    reader = Reader([Page(annotate(text).paragraphs, paragraph)])
    assert shown(reader) == [text]
    html = reader._repr_mimebundle_()[0]["text/html"]
    assert "<script" not in html
    assert "<img" not in html
    assert "&lt;script&gt;" in html


def test_the_fallback_is_text_with_readings_and_glosses() -> None:
    data, _ = read("内閣が決定した。")._repr_mimebundle_()
    assert "<ruby>内閣<rp>（</rp><rt>ないかく</rt><rp>）</rp></ruby>が" in data["text/html"]
    plain = data["text/plain"]
    assert plain.startswith("内閣が決定した。\n\n内閣（ないかく）: ")
    assert "決定した（けっていした）" in plain
    assert "決定 → 決定する" in plain
    assert "application/vnd.jupyter.widget-view+json" in data


def test_the_fallback_names_every_version_in_full() -> None:
    paragraph = Paragraph("予算案", 1, standard="標" * 300, easy="易", english="e", note="注")
    plain = repr(Reader([Page(annotate("予算案").paragraphs, paragraph)]))
    assert f"Standard: {'標' * 300}\n\nEasy: 易\n\nEnglish: e\n\nNote: 注\n\n予算案" in plain


def test_two_readers_of_one_text_have_one_fallback() -> None:
    first, second = (read("内閣が決定した。")._repr_mimebundle_()[0] for _ in range(2))
    for kind in ("text/plain", "text/html"):
        assert first[kind] == second[kind]


@pytest.fixture
def student(tmp_path: Path) -> Student:
    return Student(Progress(tmp_path / "progress.sqlite"))


def make(student: Student | None = None, text: str = "内閣が決定した。") -> Reader:
    paragraph = Paragraph(text, 1, easy="きめました。")
    page = Page(annotate(text).paragraphs, paragraph, "1.2")
    return Reader([page], name="budget", student=student, now=lambda: next(CLOCK))


def answered(student: Student, item: str, *, correct: bool = True, hints: int = 0) -> None:
    """An answer in a quiz of the same notebook."""
    event = Event.answered("budget", item, "x", correct=correct, time=next(CLOCK), hints=hints)
    student.progress.record(event)
    student.changed()


def test_what_a_student_does_is_kept_with_where_and_when(student: Student) -> None:
    reader = make(student)
    say(reader, do="look-up", word="内閣/ないかく")
    say(reader, do="reveal", version="easy", place="1.2")
    say(reader, do="mark", word="内閣/ないかく", mark="learning")
    events = student.progress.events("budget")
    assert [(event.kind, event.item, event.answer) for event in events] == [
        ("look-up", "内閣/ないかく", ""),
        ("reveal", "easy/1.2", ""),
        ("mark", "内閣/ないかく", "learning"),
    ]
    assert all(event.time >= NOW for event in events)


def test_what_a_student_does_is_kept_under_their_name(tmp_path: Path) -> None:
    two = [Student(Progress(tmp_path / "progress.sqlite", name)) for name in ("ann", "ben")]
    say(make(two[0]), do="mark", word="内閣/ないかく", mark="known")
    assert [make(student).marks for student in two] == [{"内閣/ないかく": "known"}, {}]


LONG = "予算と国会と" * 35  # characters: more than are kept


@pytest.mark.parametrize(
    ("text", "line", "at", "context"),
    [
        ("内閣が決めた。内閣は退いた。", 0, 0, ("", "内閣", "が決めた。")),
        ("内閣が決めた。内閣は退いた。", 0, 4, ("", "内閣", "は退いた。")),
        ("国会。\n\n- 新しい内閣", 1, 2, ("新しい", "内閣", "")),
        ("　内閣が決めた。", 0, 1, ("", "内閣", "が決めた。")),
        ("内閣が決めた。", 5, 0, ("", "内閣", "が決めた。")),
        ("国会と内閣。", 0, 0, ("国会と", "内閣", "。")),
        ("国会と内閣。", "<b>", None, ("国会と", "内閣", "。")),
        (LONG + "内閣" + LONG, None, None, (LONG[-NEAR:], "内閣", LONG[:NEAR])),
    ],
)
def test_a_mark_is_kept_with_its_sentence_as_it_stands_in_the_text(
    student: Student, text: str, line: object, at: object, context: tuple[str, str, str]
) -> None:
    say(make(student, text), do="mark", word="内閣/ないかく", mark="learning", line=line, at=at)
    found = student.memory().marked["内閣/ないかく"]
    assert found.lesson == "budget"
    assert found.context == context


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"do": "look-up"},
        {"do": "look-up", "word": 3},
        {"do": "look-up", "word": "\ud800" * 1000},
        {"do": "mark", "word": "国会/こっかい", "mark": "known"},
        {"do": "reveal", "version": "easy", "place": "9.9"},
        {"do": "reveal", "version": "questions", "place": "1"},
        {"do": "mark", "word": "内閣/ないかく", "mark": "loved"},
        {"do": "erase"},
    ],
)
def test_what_makes_no_sense_is_not_kept(student: Student, message: dict[str, Any]) -> None:
    say(make(student), **message)
    assert student.progress.events("budget") == []


def test_a_mark_lasts_and_every_reader_follows_it_at_once(student: Student) -> None:
    first, second = make(student), make(student, "内閣は総辞職した。")
    other = make(student, "国会が開かれた。")
    say(first, do="mark", word="内閣/ないかく", mark="known")
    assert first.marks == second.marks == {"内閣/ないかく": "known"}
    assert other.marks == {}, "the word is not in it"
    assert make(student).marks == {"内閣/ないかく": "known"}
    say(second, do="mark", word="内閣/ないかく", mark="")
    assert first.marks == {}
    assert make(student).marks == {}


def test_without_a_place_to_keep_them_marks_still_show() -> None:
    reader = make()
    say(reader, do="mark", word="内閣/ないかく", mark="known")
    assert reader.marks == {"内閣/ないかく": "known"}


def test_a_student_is_told_where_nothing_can_be_kept(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    reader = make(Student(Progress(tmp_path / "file" / "progress.sqlite")))
    say(reader, do="look-up", word="内閣/ないかく")
    assert "This is not kept" in reader.notice
    assert "KIT_PROGRESS" in reader.notice
    say(reader, do="mark", word="内閣/ないかく", mark="known")
    assert reader.marks == {"内閣/ないかく": "known"}, "it shows all the same"
    (tmp_path / "file").unlink()
    say(reader, do="look-up", word="内閣/ないかく")
    assert reader.notice == ""


def test_a_student_is_told_what_happened_to_a_damaged_file(student: Student) -> None:
    make(student)
    student.progress.file.write_bytes(b"no database at all" * 100)
    assert "was damaged" in make(student).notice


def test_readings_that_are_remembered_follow_the_quiz_at_once(student: Student) -> None:
    reader, other = make(student), make(student, "国会が開かれた。")
    assert reader.memory == {}
    answered(student, "reading/内閣/ないかく")
    stability, last, went = reader.memory["内閣/ないかく"]
    assert stability > 1
    assert NOW.timestamp() * 1000 <= last < (NOW.timestamp() + 10_000) * 1000
    assert went == RIGHT
    answered(student, "meaning/決定/けってい")
    assert list(reader.memory) == ["内閣/ないかく"], "to know what it means is not to read it"
    answered(student, "reading/内閣/ないかく", correct=False)
    assert reader.memory["内閣/ないかく"][2] == MISSED
    assert other.memory == {}
    assert make(student).memory == reader.memory


def test_what_is_known_is_counted_when_it_is_asked_for(student: Student) -> None:
    reader = make(student)
    assert (reader.knows, reader.coverage) == ({}, {})
    say(reader, do="picture", shown=True)
    assert reader.knows == {"内閣/ないかく": "new", "決定/けってい": "new"}
    assert [reader.coverage[name] for name in ("running", "known", "learning", "new")] == [
        2,
        0,
        0,
        2,
    ]
    assert [word[:2] + word[4:] for word in reader.coverage["plan"]] == [
        ["内閣/ないかく", "内閣", 1, 1],
        ["決定/けってい", "決定", 1, 2],
    ]
    say(reader, do="mark", word="内閣/ないかく", mark="known")
    answered(student, "meaning/決定/けってい", correct=False)
    assert reader.knows == {"内閣/ないかく": "known", "決定/けってい": "learning"}
    assert reader.coverage["known"] == 1
    say(reader, do="picture", shown=False)
    assert (reader.knows, reader.coverage) == ({}, {})


@pytest.mark.parametrize("shown", [None, 1, "yes"])
def test_a_picture_is_shown_or_not(shown: object) -> None:
    reader = make()
    say(reader, do="picture", shown=shown)
    assert not reader.picture


def test_what_is_remembered_changes_nothing_in_the_notebook(student: Student) -> None:
    before = make(student)._repr_mimebundle_()[0]
    reader = make(student)
    say(reader, do="mark", word="内閣/ないかく", mark="known")
    answered(student, "reading/決定/けってい")
    say(reader, do="picture", shown=True)
    for after in (make(student)._repr_mimebundle_()[0], reader._repr_mimebundle_()[0]):
        for kind in ("text/plain", "text/html"):
            assert before[kind] == after[kind]


def test_a_box_shows_its_text_and_then_what_is_put_in() -> None:
    box = paste("内閣が決定した。")
    assert shown(box) == ["内閣が決定した。"]
    say(box, do="text", text="国会が開かれた。\n\n野党は反対した。")
    assert shown(box) == ["国会が開かれた。", "野党は反対した。"]
    assert "会" in box.kanji


def test_a_box_says_at_once_how_much_of_a_text_is_known(student: Student) -> None:
    box = Box("", student, texts("en"))
    assert box.coverage["running"] == 0
    say(box, do="text", text="内閣が決定した。")
    assert (box.coverage["running"], box.coverage["known"]) == (2, 0)
    assert box.knows == {}, "the picture is not asked for"
    say(box, do="mark", word="内閣/ないかく", mark="known")
    assert box.coverage["known"] == 1
    say(box, do="picture", shown=True)
    say(box, do="text", text="国会が開かれた。")
    assert box.knows == {"国会/こっかい": "new", "開く/ひらく": "new"}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("   ", []),
        ("\ud800", ["?"]),
        ("<script>x</script>", ["<script>x</script>"]),
        ("\u202eabc", ["\u202eabc"]),
        ("🙂" * 50, ["🙂" * 50]),
    ],
)
def test_a_box_takes_anything(text: str, lines: list[str]) -> None:
    box = paste()
    say(box, do="text", text=text)
    assert shown(box) == lines


def test_of_a_text_too_long_the_beginning_is_shown(
    monkeypatch: pytest.MonkeyPatch, student: Student
) -> None:
    monkeypatch.setattr("kit.widgets.box.LONGEST", 8)
    box = Box("", student, texts("en"))
    say(box, do="text", text="内閣が決定した。国会が開かれた。")
    assert shown(box) == ["内閣が決定した。"]
    assert "first 8 characters" in box.notice
    say(box, do="look-up", word="内閣/ないかく")
    assert "first 8 characters" in box.notice, "it holds as long as the text is shown"
    say(box, do="text", text="国会")
    assert box.notice == ""
    assert LONGEST == 200_000


def test_the_interface_speaks_japanese_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIT_LANGUAGE", "ja")
    reader = read("内閣")
    assert reader.texts["reader.easy"] == "やさしい日本語"
    assert all(key.startswith("reader.") for key in reader.texts)
