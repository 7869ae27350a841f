import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kit.errors import InputError
from kit.learner.answers_file import FORMAT, LARGEST, Answers, Given, Sheet, read, to_text, write

TIME = datetime(2026, 3, 4, 9, 30, 0, 123456, tzinfo=UTC)
WHOLE = Answers("a1", {"q1": Given("政府", TIME, 700), "q2": Given("kaidan")})


def file_of(folder: Path, content: str | bytes) -> Path:
    file = folder / "answers.json"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def with_answers(answers: Any) -> str:
    return json.dumps({"format": FORMAT, "assignment": "a1", "answers": answers})


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    write(tmp_path / "answers.json", WHOLE)
    assert read(tmp_path / "answers.json") == WHOLE
    assert [file.name for file in tmp_path.iterdir()] == ["answers.json"]


def test_no_file_is_no_answers(tmp_path: Path) -> None:
    assert read(tmp_path / "answers.json") is None


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("", "cut short or broken"),
        (to_text(WHOLE)[:-10], "cut short or broken"),
        (to_text(WHOLE).encode("utf-16"), "cut short or broken"),
        (b"\x00\xff" * 20, "cut short or broken"),
        ("[" * 200_000, "cut short or broken"),
        (with_answers({}).replace("{}", "1" + "0" * 5000), "cut short or broken"),
        ("[]", "no answers of the kit"),
        ("null", "no answers of the kit"),
        ('{"answers": {}}', "no answers of the kit"),
        (to_text(WHOLE).replace("answers 1", "answers 9"), "no answers of the kit"),
        (with_answers([]), "were changed"),
        (with_answers({}).replace('"a1"', "1"), "were changed"),
        (b" " * (LARGEST + 1), "larger than 5,000,000 bytes"),
    ],
)
def test_a_broken_file_is_said_in_one_line(
    tmp_path: Path, content: str | bytes, problem: str
) -> None:
    with pytest.raises(InputError, match=problem) as caught:
        read(file_of(tmp_path, content))
    assert str(caught.value).count("\n") == 0


@pytest.mark.parametrize(
    ("value", "given"),
    [
        ({"answer": "政府"}, Given("政府")),
        ({"answer": "政府", "time": "2026-03-04T09:30:00.123456+00:00"}, Given("政府", TIME)),
        ({"answer": "政府", "time": "2026-03-04T09:30:00"}, Given("政府")),
        ({"answer": "政府", "time": "gestern", "milliseconds": -1}, Given("政府")),
        ({"answer": "政府", "time": 5, "milliseconds": 10**30}, Given("政府")),
        ({"answer": "政府", "milliseconds": True}, Given("政府")),
        ({"answer": "あ" * 5000}, Given("あ" * 2000)),
        ({"answer": "\ud800"}, Given("?")),
        ({"answer": ["政府", "国会"]}, None),
        ({"answer": 1e400}, None),
        ({"answer": None}, None),
        ({}, None),
        ("政府", None),
        (["政府"], None),
    ],
)
def test_an_answer_is_text_or_none(tmp_path: Path, value: Any, given: Given | None) -> None:
    found = read(file_of(tmp_path, with_answers({"q1": value, "q2": {"answer": "b"}})))
    assert found is not None
    assert found.given == ({"q1": given} if given else {}) | {"q2": Given("b")}
    assert found.spoilt == (() if given else ("q1",))


def test_a_link_a_pipe_and_a_folder_are_no_answers(tmp_path: Path) -> None:
    real = file_of(tmp_path, to_text(WHOLE))
    (tmp_path / "link").symlink_to(real)
    os.mkfifo(tmp_path / "pipe")
    for name in ("link", "pipe", "."):
        with pytest.raises(InputError, match="no plain file"):
            read(tmp_path / name)


def test_answers_are_kept_and_found_again(tmp_path: Path) -> None:
    file = tmp_path / "answers.json"
    sheet = Sheet(file, "a1")
    assert sheet.given == {}
    assert not file.exists()
    sheet.keep("q1", Given("国会", TIME))
    sheet.keep("q1", Given("政府", TIME))
    assert Sheet(file, "a1").given == {"q1": Given("政府", TIME)}
    assert (sheet.trouble, sheet.aside) == ("", "")


def test_two_notebooks_keep_both_their_answers(tmp_path: Path) -> None:
    one, other = (Sheet(tmp_path / "answers.json", "a1") for _ in range(2))
    one.keep("q1", Given("国会"))
    other.keep("q1", Given("政府"))
    one.keep("q2", Given("はい"))
    assert Sheet(tmp_path / "answers.json", "a1").given == {
        "q1": Given("政府"),
        "q2": Given("はい"),
    }


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("{", "cut short or broken"),
        (to_text(WHOLE).replace('"a1"', '"a2"'), "of another assignment"),
    ],
)
def test_a_file_that_cannot_be_taken_is_moved_aside_and_not_lost(
    tmp_path: Path, content: str, problem: str
) -> None:
    file = file_of(tmp_path, content)
    (tmp_path / "answers-1.json").write_text("an older one")
    sheet = Sheet(file, "a1")
    assert problem in sheet.trouble
    assert file.read_text(encoding="utf-8") == content
    sheet.keep("q1", Given("政府"))
    assert (sheet.trouble, sheet.aside) == ("", "answers-2.json")
    assert (tmp_path / "answers-2.json").read_text(encoding="utf-8") == content
    assert Sheet(file, "a1").given == {"q1": Given("政府")}


def test_a_sheet_that_keeps_nothing_writes_nothing(tmp_path: Path) -> None:
    file = file_of(tmp_path, to_text(WHOLE))
    sheet = Sheet(file, "a1", keeps=False)
    sheet.keep("q1", Given("国会"))
    assert sheet.given == {**WHOLE.given, "q1": Given("国会")}
    assert file.read_text(encoding="utf-8") == to_text(WHOLE)


def test_what_cannot_be_kept_is_kept_with_the_next_that_can(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "answers.json"
    sheet = Sheet(file, "a1")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", full)
        sheet.keep("q1", Given("政府"))
    assert "No space left" in sheet.trouble
    assert sheet.given == {"q1": Given("政府")}
    sheet.keep("q2", Given("はい"))
    assert sheet.trouble == ""
    assert Sheet(file, "a1").given == {"q1": Given("政府"), "q2": Given("はい")}
