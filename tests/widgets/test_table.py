"""A table shows a sheet, hands changes on as they are, and tells what came of saving."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from kit.errors import InputError
from kit.texts import texts
from kit.widgets.table import LONGEST, Change, Column, Saved, Sheet, Table

COLUMNS = (Column("word", "Word", japanese=True), Column("review", "Not certain"))


class Shelf:
    """Two sheets, and what was to be saved."""

    def __init__(self, saved: Saved | Exception | None = None) -> None:
        self.changes: list[tuple[str, str, Sequence[Change]]] = []
        self.saved = saved or Saved()
        self.table = Table(
            "Words", "It shows.", COLUMNS, "review", self.read, self.save, texts("en")
        )
        self.table.choose(["a", "b"], "a")

    def read(self, name: str) -> Sheet:
        if name == "b":
            raise InputError("the file is not there", "make it", file="b.csv")
        return Sheet(name, "1", [["語", ""]])

    def save(self, name: str, version: str, changes: Sequence[Change]) -> Saved:
        self.changes.append((name, version, changes))
        if isinstance(self.saved, Exception):
            raise self.saved
        return self.saved

    def send(self, **message: Any) -> None:
        self.table._received(self.table, message, [])

    def put(self, *changes: object) -> None:
        self.send(do="save", name="a", version="1", changes=[*changes])


def test_a_sheet_is_shown_and_another_and_none() -> None:
    shelf = Shelf()
    assert shelf.table.sheet["rows"] == [["語", ""]]
    shelf.send(do="choose", name="b")
    assert shelf.table.sheet["error"] == "b.csv: the file is not there; make it"
    assert shelf.table.sheet["rows"] == []
    shelf.send(do="choose", name="../c")
    assert shelf.table.sheet["name"] == "b"
    shelf.send(do="choose", name="")
    assert (shelf.table.sheet["name"], shelf.table.sheet["error"]) == ("", "")


def test_the_same_sheet_read_again_is_a_change() -> None:
    """Discarding shows it again, whatever the front end made of it."""
    shelf = Shelf()
    seen: list[object] = []
    shelf.table.observe(seen.append, "sheet")
    shelf.send(do="choose", name="a")
    assert len(seen) == 1


def test_changes_are_handed_on() -> None:
    shelf = Shelf(Saved(Sheet("a", "2", [["句", ""]])))
    shelf.put(
        {"key": "0", "row": 0, "cells": {"word": "句", "other": "x"}},
        {"key": "1", "row": 1, "cells": None},
        {"key": "new 1", "row": None, "cells": {"word": "\ud800"}},
    )
    assert shelf.changes == [
        (
            "a",
            "1",
            [
                Change("0", 0, {"word": "句"}),
                Change("1", 1, None),
                Change("new 1", None, {"word": "?"}),
            ],
        )
    ]
    assert shelf.table.sheet["version"] == "2"
    assert shelf.table.said == {"error": "", "faults": {}, "saved": True, "number": 1}


def test_what_was_not_saved_leaves_the_sheet() -> None:
    shelf = Shelf(Saved(error="one to mend", faults={"0": "the reading is empty"}))
    shelf.put({"key": "0", "row": 0, "cells": {}})
    assert shelf.table.sheet["version"] == "1"
    said = shelf.table.said
    assert (said["saved"], said["error"], said["faults"]) == (
        False,
        "one to mend",
        {"0": "the reading is empty"},
    )
    shelf.saved = InputError("the disk is full", "make room")
    shelf.put({"key": "0", "row": 0, "cells": {}})
    assert shelf.table.said["error"] == "the disk is full; make room"
    shelf.saved = ZeroDivisionError()
    with pytest.raises(ZeroDivisionError):
        shelf.put({"key": "0", "row": 0, "cells": {}})
    assert "nothing was saved" in shelf.table.said["error"]


@pytest.mark.parametrize(
    "change",
    [3, {}, {"key": "0", "row": "0", "cells": {}}, {"key": "0", "row": 0, "cells": []}],
)
def test_a_change_that_is_none_saves_nothing(change: object) -> None:
    shelf = Shelf()
    shelf.put({"key": "0", "row": 0, "cells": {"word": "句"}}, change)
    assert shelf.changes == []
    assert shelf.table.said["error"]


def test_a_cell_that_is_too_long_saves_nothing() -> None:
    shelf = Shelf()
    shelf.put({"key": "0", "row": 0, "cells": {"word": "あ" * (LONGEST + 1)}})
    assert shelf.changes == []
    assert "longer than 2,000 characters" in shelf.table.said["error"]


def test_only_a_choice_can_be_saved() -> None:
    shelf = Shelf()
    shelf.send(do="save", name="../a", version="1", changes=[])
    assert shelf.changes == []


def test_what_a_notebook_keeps_never_changes() -> None:
    data = Shelf().table._repr_mimebundle_()[0]
    assert data["text/plain"] == "Words\nIt shows."
    assert data["text/html"] == "<p><b>Words</b></p>\n<p>It shows.</p>"
