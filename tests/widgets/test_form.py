"""A form takes what its fields can hold, does what its buttons say, and tells what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from kit.errors import InputError
from kit.texts import texts
from kit.widgets import form
from kit.widgets.form import Action, Field, Form, Given, Link, Told, Value

FIELDS = (
    Field("file", form.FILE, "File", most=10),
    Field("line", form.LINE, "Line"),
    Field("text", form.TEXT, "Text", most=20),
    Field("choice", form.CHOICE, "Choice", "a", ("a", "b")),
    Field("tick", form.TICK, "Tick", True),
)


class Desk:
    """A form that remembers what it was pressed with."""

    def __init__(self, told: Told | Exception | None = None) -> None:
        self.values: list[Mapping[str, Value]] = []
        self.told = told or Told(("done",))
        actions = (Action("do", "Do", self.do), Action("more", "More", self.do, waits=True))
        self.form = Form("A form", "It does.", FIELDS, actions, texts("en"))

    def do(self, values: Mapping[str, Value]) -> Told:
        self.values.append(values)
        if isinstance(self.told, Exception):
            raise self.told
        return self.told

    def send(self, *buffers: bytes, **message: Any) -> None:
        self.form._received(self.form, message, [memoryview(data) for data in buffers])

    def press(self, **values: object) -> Mapping[str, Value]:
        self.send(do="press", action="do", values=values)
        return self.values[-1]


@pytest.mark.parametrize(
    ("sent", "taken"),
    [
        ({"line": "  一行 "}, {"line": "一行"}),
        ({"line": "a" * 2_000}, {"line": "a" * form.LONGEST_LINE}),
        ({"line": 3}, {"line": ""}),
        ({"line": "a\0b"}, {"line": "ab"}),
        ({"line": "\ud800"}, {"line": "?"}),
        ({"text": " 二\n行 "}, {"text": " 二\n行 "}),
        ({"choice": "b"}, {"choice": "b"}),
        ({"choice": "../c"}, {"choice": ""}),
        ({"tick": True}, {"tick": True}),
        ({"tick": "yes"}, {"tick": False}),
        ({"file": "never sent.txt"}, {"file": None}),
        ({"other": "x"}, {}),
    ],
)
def test_a_field_takes_what_it_can_hold(sent: dict[str, object], taken: dict[str, object]) -> None:
    got = Desk().press(**sent)
    assert set(got) == {field.name for field in FIELDS}
    assert {name: got[name] for name in taken} == taken


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("記事.txt", "記事.txt"),
        ("../../etc/passwd", "passwd"),
        (r"C:\work\a.pdf", "a.pdf"),
        ("a\n\x1b[31mb.txt", "a[31mb.txt"),
        ("/", "?"),
    ],
)
def test_a_file_comes_in_pieces_and_its_name_without_folders(name: str, kept: str) -> None:
    desk = Desk()
    desk.send(b"0123", do="piece", field="file", begins=True)
    desk.send(b"45", do="piece", field="file", begins=False)
    assert desk.press(file=name)["file"] == Given(kept, b"012345")
    assert desk.press(file=name)["file"] is None, "it is sent each time"


def test_of_a_file_that_is_too_large_no_more_is_kept_than_shows_that_it_is() -> None:
    desk = Desk()
    for begins in (True, False, False, False):
        desk.send(b"01234567", do="piece", field="file", begins=begins)
    given = desk.press(file="a.txt")["file"]
    assert isinstance(given, Given)
    assert 10 < len(given.data) <= 24
    desk.send(b"x", do="piece", field="line", begins=True)
    assert desk.press(line="a")["line"] == "a"


def test_what_came_of_it_is_told() -> None:
    desk = Desk(Told(("one",), ("two",), (Link("01", "a/01.ipynb"),), "<p>", offers=("more",)))
    desk.press()
    told = desk.form.told
    assert [*told["lines"], *told["points"], told["page"], *told["offers"]] == [
        "one",
        "two",
        "<p>",
        "more",
    ]
    assert told["links"] == [{"name": "01", "href": "a/01.ipynb"}]
    assert told["number"] == 1
    desk.press()
    assert desk.form.told["number"] == 2


def test_an_error_is_a_sentence_and_ends_the_waiting() -> None:
    desk = Desk(InputError("the file is empty", "give another"))
    desk.press()
    assert desk.form.told["error"] == "the file is empty; give another"
    desk.told = OSError(36, "File name too long")
    desk.press()
    assert desk.form.told["error"] == "That did not work (File name too long)."
    desk.told = ZeroDivisionError()
    with pytest.raises(ZeroDivisionError):
        desk.press()
    assert "did not foresee" in desk.form.told["error"]


def test_a_text_that_is_too_long_is_refused_and_nothing_done() -> None:
    desk = Desk()
    desk.send(do="press", action="do", values={"text": "あ" * 21})
    assert desk.values == []
    assert "longer than 20 characters" in desk.form.told["error"]


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"do": "press", "action": "other", "values": {}},
        {"do": "press", "action": "do", "values": []},
        {"do": "piece", "field": "file", "begins": True},
        {"do": "piece", "field": 3, "begins": True},
    ],
)
def test_a_message_that_is_none_does_nothing(message: dict[str, Any]) -> None:
    desk = Desk()
    desk.send(**message)
    assert (desk.values, desk.form.told) == ([], {})


def test_choices_change_and_the_new_ones_are_taken() -> None:
    desk = Desk()
    desk.form.choose("choice", ["c"], "c")
    assert desk.form.fields[3]["value"] == "c"
    assert desk.press(choice="c")["choice"] == "c"


def test_what_a_notebook_keeps_never_changes() -> None:
    desk = Desk()
    desk.press()
    data = desk.form._repr_mimebundle_()[0]
    assert data["text/plain"] == "A form\nIt does."
    assert data["text/html"] == "<p><b>A form</b></p>\n<p>It does.</p>"
