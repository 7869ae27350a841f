"""The desk: each part does what a command does, and nothing before a button is pressed."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from kit.classroom.desk import Desk
from kit.learner.event import Event
from kit.texts import texts
from kit.widgets.form import Form
from kit.widgets.table import Table
from tests.classroom import fishery, handed
from tests.lesson import small

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return small.write(tmp_path)


def sat(workspace: Path, language: str = "en") -> Desk:
    return Desk(workspace / "notebooks", texts(language), lambda: NOW, "salt")


def press(form: Form, action: str, file: tuple[str, bytes] | None = None, **values: Any) -> Any:
    """Press a button of a form, its fields as they are but for these values."""
    if file is not None:
        form._received(form, {"do": "piece", "field": "file", "begins": True}, [file[1]])
        values["file"] = file[0]
    sent = {field["name"]: field["value"] for field in form.fields} | values
    form._received(form, {"do": "press", "action": action, "values": sent}, [])
    return form.told


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_showing_it_all_writes_nothing(workspace: Path) -> None:
    before = files(workspace)
    for language in ("en", "ja"):
        desk = sat(workspace, language)
        for shown in (desk.article(), desk.words(), desk.check(), desk.assign(), desk.report()):
            assert shown._repr_mimebundle_()[0]["text/plain"]
    assert files(workspace) == before


def test_what_a_notebook_keeps_is_the_same_without_any_lesson(tmp_path: Path) -> None:
    here, there = sat(small.write(tmp_path / "a")), sat(tmp_path / "none")
    for one, other in zip(parts(here), parts(there), strict=True):
        assert [repr(one), one._html] == [repr(other), other._html]


def parts(desk: Desk) -> list[Form | Table]:
    return [desk.article(), desk.words(), desk.check(), desk.assign(), desk.report()]


@pytest.mark.parametrize(
    "given",
    [
        {"text": fishery.TEXT},
        {"file": ("記事.txt", fishery.TEXT.encode())},
        {"file": ("sub/記事.txt", fishery.TEXT.encode("cp932"))},
    ],
)
def test_an_article_becomes_a_lesson(workspace: Path, given: dict[str, Any]) -> None:
    desk = sat(workspace)
    form, table, check = desk.article(), desk.words(), desk.check()
    before = files(workspace)
    told = press(form, "look", lesson="fish", **given)
    assert told["error"] == ""
    assert f"Title: {fishery.DOCUMENT.title}" in told["lines"]
    assert "Date: 2026-03-10" in told["lines"]
    assert told["offers"] == ["write"]
    assert files(workspace) == before
    told = press(form, "write", lesson="fish", **given)
    assert told["lines"][0] == "Written: notebooks/fish/lesson.md, vocab/fish.csv"
    assert files(workspace).keys() - before.keys() == {
        "notebooks/fish/lesson.md",
        "vocab/fish.csv",
    }
    assert table.sheet["name"] == "fish"
    assert [row[0] for row in table.sheet["rows"]]
    assert check.fields[0]["value"] == "fish"
    assert press(check, "check")["lines"][0].startswith("It can be built.")


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"lesson": "fish"}, "there is no article yet; give one of the two"),
        ({"lesson": "", "text": fishery.TEXT}, "it is empty"),
        ({"lesson": "../fish", "text": fishery.TEXT}, "no name for a lesson"),
        ({"lesson": small.NAME, "text": fishery.TEXT}, "there is a lesson budget already"),
        ({"lesson": "fish", "text": "Only English here."}, "Japanese"),
        ({"lesson": "fish", "file": ("a.txt", b"")}, "a.txt: the file is empty"),
        (
            {"lesson": "fish", "file": ("a.txt", b"x"), "text": "漁業"},
            "there are a file and a text",
        ),
    ],
)
def test_what_is_no_article_is_a_sentence(
    workspace: Path, values: dict[str, Any], error: str
) -> None:
    before = files(workspace)
    told = press(sat(workspace).article(), "look", **values)
    assert error in told["error"]
    assert told["offers"] == ()
    assert files(workspace) == before


def test_a_draft_is_written_as_it_was_looked_at_or_not_at_all(workspace: Path) -> None:
    form = sat(workspace).article()
    before = files(workspace)
    assert "look at the article again" in press(form, "write", lesson="fish")["error"]
    press(form, "look", lesson="fish", text=fishery.TEXT)
    assert "look at the article again" in press(form, "write", lesson="other")["error"]
    assert files(workspace) == before


def save(table: Table, *changes: dict[str, Any], version: str = "") -> Any:
    sheet = table.sheet
    message = {"do": "save", "name": sheet["name"], "changes": [*changes]}
    table._received(table, message | {"version": version or sheet["version"]}, [])
    return table.said


def edited(workspace: Path) -> tuple[Table, Path]:
    table = sat(workspace).words()
    assert table.sheet["name"] == small.NAME
    return table, workspace / "vocab" / f"{small.NAME}.csv"


def test_words_are_mended_deleted_and_added(workspace: Path) -> None:
    table, file = edited(workspace)
    said = save(
        table,
        {"key": "1", "row": 1, "cells": {"reading": "けってえ", "review": "sure?"}},
        {"key": "3", "row": 3, "cells": None},
        {"key": "new 1", "row": None, "cells": {"word": "国債", "reading": "こくさい"}},
    )
    assert (said["saved"], said["faults"].keys()) == (False, {"new 1"})
    assert file.read_text("utf-8-sig") == small.WORDS
    said = save(
        table,
        {"key": "1", "row": 1, "cells": {"reading": "けってえ", "review": "sure?"}},
        {"key": "3", "row": 3, "cells": None},
        {
            "key": "new 1",
            "row": None,
            "cells": {"word": "国債", "reading": "こくさい", "meaning": "government bond"},
        },
    )
    assert (said["saved"], said["faults"]) == (True, {})
    lines = file.read_text("utf-8-sig").splitlines()
    assert lines[0] == small.WORDS.splitlines()[0] + ",review"
    assert lines[2] == '決定,けってえ,decision,"noun, する",,,sure?'
    assert [line.partition(",")[0] for line in lines[1:]] == [
        "予算案",
        "決定",
        "修正",
        "姿勢",
        "応じる",
        "国債",
    ]
    assert [row[0] for row in table.sheet["rows"]][-1] == "国債"


def test_a_file_that_a_spreadsheet_saved_meanwhile_is_not_written_over(workspace: Path) -> None:
    table, file = edited(workspace)
    file.write_text(small.WORDS.replace("policy", "plan"), encoding="utf-8-sig")
    said = save(table, {"key": "0", "row": 0, "cells": {"meaning": "x"}})
    assert not said["saved"]
    assert "budget.csv: the file was changed elsewhere" in said["error"]
    assert "plan" in file.read_text("utf-8-sig")
    table._received(table, {"do": "choose", "name": small.NAME}, [])
    assert save(table, {"key": "0", "row": 0, "cells": {"meaning": "x"}})["saved"]
    assert "plan" in file.read_text("utf-8-sig")


def test_a_fault_in_a_row_that_nobody_touched_is_said_there(workspace: Path) -> None:
    table, file = edited(workspace)
    file.write_text(small.WORDS.replace("ほうしん", "方針"), encoding="utf-8-sig")
    table._received(table, {"do": "choose", "name": small.NAME}, [])
    said = save(
        table,
        {"key": "0", "row": 0, "cells": None},
        {"key": "1", "row": 1, "cells": {"meaning": "x"}},
    )
    assert said["faults"].keys() == {"3"}


def test_check_says_what_is_wrong_and_where(workspace: Path) -> None:
    form = sat(workspace).check()
    assert "no lesson is chosen" in press(form, "check", lesson="")["error"]
    told = press(form, "check")
    assert told["lines"][0].startswith("It can be built.")
    assert any(point.startswith("lesson.md, line ") for point in told["points"])
    assert told["links"] == [{"name": "lesson.md", "href": "budget/lesson.md"}]
    file = workspace / "vocab" / f"{small.NAME}.csv"
    file.write_text(small.WORDS + "漁業,ぎょぎょう,fishery,,,\n", encoding="utf-8")
    told = press(form, "check")
    assert told["lines"] == ["To mend before it can be built: 1."]
    assert told["points"][0].startswith("budget.csv, line 8: the text does not hold 漁業")


def test_build_makes_the_notebooks_and_links_to_them(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kit.lesson.notebook_run.run", lambda made, _file: made)
    form = sat(workspace).check()
    told = press(form, "build")
    made = [path for path in files(workspace) if path.endswith(".ipynb")]
    assert told["lines"] == [f"Built. Notebooks that changed: {len(made)}."]
    hrefs = [f"notebooks/{unquote(link['href'])}" for link in told["links"]]
    assert hrefs == sorted(made)
    assert len(made) > 2
    file = workspace / "vocab" / f"{small.NAME}.csv"
    file.write_text("word,reading,meaning\n語,語,x\n", encoding="utf-8")
    assert "not in kana" in press(form, "build")["error"]


def test_an_assignment_is_made_in_the_workspace(workspace: Path) -> None:
    form = sat(workspace).assign()
    told = press(form, "assign", course="course", name="week-1")
    assert told["error"] == ""
    assert (workspace / "course/source/week-1/week-1.ipynb").is_file()
    assert "Generate, beside week-1" in " ".join(told["lines"])
    assert "Folder of the course" in press(form, "assign", course="")["error"]
    assert "can't be named" in press(form, "assign", course="course", name="../x")["error"]
    notebook = workspace / "course/source/week-1/week-1.ipynb"
    notebook.write_text(notebook.read_text("utf-8").replace("budget", "changed"), "utf-8")
    again: dict[str, Any] = {"course": "course", "name": "week-1"}
    assert "was changed" in press(form, "assign", **again)["error"]
    assert press(form, "assign", **again, force=True)["error"] == ""


def answers(folder: Path) -> None:
    folder.mkdir()
    for student in ("Aiko", "Ben", "Chika"):
        event = Event.answered(
            small.NAME, "meaning/修正/しゅうせい", "revision", correct=student == "Ben", time=NOW
        )
        text = handed.exported([event], student)
        (folder / f"{student}.jsonl").write_text(text, encoding="utf-8")


def test_the_report_names_nobody_unless_it_is_asked_to(workspace: Path) -> None:
    answers(workspace / "class")
    before = files(workspace)
    form = sat(workspace).report()
    page = press(form, "report", source="class")["page"]
    assert page.startswith("<!DOCTYPE html>")
    assert "Chika" not in page
    assert "Chika" in press(form, "report", source="class", mask=False)["page"]
    assert "none" in press(form, "report", source="none")["error"]
    assert "What the class handed in" in press(form, "report", source="")["error"]
    assert files(workspace) == before


def test_a_lesson_of_ones_own_is_chosen_and_none_that_came_with_the_kit(tmp_path: Path) -> None:
    small.write(tmp_path)
    own, kit = tmp_path / "notebooks" / small.NAME, tmp_path / "notebooks/g20-foreign-ministers"
    own.rename(kit)
    assert sat(tmp_path).words().sheet["name"] == ""
    own.mkdir()
    (own / "lesson.md").write_text(small.MARKDOWN, encoding="utf-8")
    table = sat(tmp_path).words()
    assert table.sheet["name"] == small.NAME
    assert table.choices == [small.NAME, "g20-foreign-ministers"]
