"""A table to edit: rows of a file, changed in place and saved all at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any, NamedTuple

import anywidget
import traitlets

from kit.errors import InputError
from kit.texts import Texts
from kit.widgets import front
from kit.widgets.fallback import bundle

LONGEST = 2_000
"""Characters of a cell that are taken."""

MOST_ROWS = 5_000
"""Changed rows that are taken at once."""


class Column(NamedTuple):
    """A column.

    name: what it is called in the file. label: what stands above it. japanese: whether its cells
    are.
    """

    name: str
    label: str
    japanese: bool = False


class Sheet(NamedTuple):
    """What the table shows.

    name: of the choices, the one that it is. version: tells whether the file is still the same.
    rows: the cells, in the order of the columns. error: why there are none.
    """

    name: str = ""
    version: str = ""
    rows: Sequence[Sequence[str]] = ()
    error: str = ""


class Change(NamedTuple):
    """A row as it is to be.

    key: what the front end calls it. row: its number in the sheet; None for a new one. cells: those
    that are to change, by column; None where the row goes.
    """

    key: str
    row: int | None
    cells: Mapping[str, str] | None


class Saved(NamedTuple):
    """What came of saving.

    sheet: as it is now, if it was saved. error: why it was not. faults: what is wrong, by the key
    of a new row or the number of another.
    """

    sheet: Sheet | None = None
    error: str = ""
    faults: Mapping[str, str] = {}


class Table(anywidget.AnyWidget):
    """A table to edit. Nothing is written before Save is pressed; its fallback says what it is for.

    label: what it is for. columns, choices: as the front end takes them. mark: the column whose
    cell marks a row as not certain. sheet: what is shown; said: what came of saving; each with a
    number of its own. texts: the interface's.
    """

    _esm = front.module("table.js")
    _css = front.source("table.css")
    label = traitlets.Unicode().tag(sync=True)
    columns: traitlets.List[Any] = traitlets.List().tag(sync=True)
    mark = traitlets.Unicode().tag(sync=True)
    choices: traitlets.List[str] = traitlets.List().tag(sync=True)
    sheet: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)
    said: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)
    texts: traitlets.Dict[str, str] = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        label: str,
        stands: str,
        columns: Sequence[Column],
        mark: str,
        read: Callable[[str], Sheet],
        save: Callable[[str, str, Sequence[Change]], Saved],
        says: Texts,
    ) -> None:
        """Make a table, which shows nothing before something is chosen.

        Args:
            label: what it is for, a few words.
            stands: what stands in its place where it does not run.
            columns: what is shown of a row, the first what it is called by.
            mark: the name of the column whose cell marks a row as not certain.
            read: the sheet of a choice.
            save: changes the sheet of a choice, if it still has a version.
            says: the interface's texts.
        """
        self._read, self._save, self._says = read, save, says
        self._plain = f"{label}\n{stands}"
        self._html = f"<p><b>{escape(label)}</b></p>\n<p>{escape(stands)}</p>"
        super().__init__(
            label=label,
            columns=[column._asdict() for column in columns],
            mark=mark,
            sheet=_state(Sheet(), 0),
            texts=says.under("table"),
        )
        self.on_msg(self._received)

    def choose(self, choices: Sequence[str], name: str) -> None:
        """Give other choices, and show the sheet of one; of none if the name is empty."""
        self.choices = list(choices)
        self._show(name)

    def _received(self, _widget: object, message: dict[str, Any], _buffers: object) -> None:
        """Show another: `{do: choose, name}`; save: `{do: save, name, version, changes}`."""
        match message:
            case {"do": "choose", "name": str(name)} if name == "" or name in self.choices:
                self._show(name)
            case {"do": "save", "name": str(name), "version": str(version), "changes": list(rows)}:
                if name in self.choices:
                    self._keep(name, version, rows)

    def _show(self, name: str) -> None:
        sheet = Sheet()
        if name:
            try:
                sheet = self._read(name)
            except InputError as error:
                sheet = Sheet(name, error=str(error))
        self._put(sheet)

    def _put(self, sheet: Sheet) -> None:
        self.sheet = _state(sheet, self.sheet["number"] + 1)

    def _keep(self, name: str, version: str, rows: Sequence[object]) -> None:
        saved = Saved(error=self._says("table.broken"))
        try:
            changes = [self._change(row) for row in rows[:MOST_ROWS]]
            saved = self._save(name, version, changes)
        except InputError as error:
            saved = Saved(error=str(error))
        finally:
            if saved.sheet is not None:
                self._put(saved.sheet)
            self.said = {
                "error": saved.error,
                "faults": dict(saved.faults),
                "saved": saved.sheet is not None,
                "number": self.said.get("number", 0) + 1,
            }

    def _change(self, sent: object) -> Change:
        """A change as the front end sends it: `{key, row, cells}`.

        Raises:
            InputError: it is none, or a cell is too long.
        """
        names = {column["name"] for column in self.columns}
        match sent:
            case {"key": str(key), "row": int() | None as row, "cells": None}:
                return Change(key, row, None)
            case {"key": str(key), "row": int() | None as row, "cells": dict(cells)}:
                held = {str(name): str(text) for name, text in cells.items() if name in names}
                if any(len(text) > LONGEST for text in held.values()):
                    problem = self._says("table.too-long", count=f"{LONGEST:,}")
                    raise InputError(problem, self._says("table.shorten"))
                clean = {n: text.encode(errors="replace").decode() for n, text in held.items()}
                return Change(key, row, clean)
        raise InputError(self._says("table.broken"), self._says("table.again"))

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        return bundle(super()._repr_mimebundle_(**kwargs), self._plain, self._html)

    def __repr__(self) -> str:
        return self._plain


def _state(sheet: Sheet, number: int) -> dict[str, Any]:
    """As the front end takes it; the number tells one from the same, read again."""
    return sheet._asdict() | {"rows": [list(row) for row in sheet.rows], "number": number}
