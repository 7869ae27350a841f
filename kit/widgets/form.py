"""A form: fields to fill in, buttons that do something with them, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape
from pathlib import PurePosixPath
from typing import Any, NamedTuple

import anywidget
import traitlets

from kit.errors import InputError
from kit.texts import Texts
from kit.widgets import front
from kit.widgets.fallback import bundle

FILE, LINE, TEXT, CHOICE, TICK = "file", "line", "text", "choice", "tick"
"""Kinds of a field: a file of this machine, a line, several lines, one of a list, yes or no."""

LONGEST_LINE = 1_000
"""Characters of a line, and of a file's name, that are taken."""


class Given(NamedTuple):
    """A file that was put in: its name without folders, and its bytes."""

    name: str
    data: bytes


Value = str | bool | Given | None
"""What a field holds: a tick's is true or false, a file's None where there is none."""


class Field(NamedTuple):
    """A field.

    name: what its value is called. kind: one of FILE, LINE, TEXT, CHOICE and TICK. label: what
    stands beside it. value: at first. choices: of a CHOICE. hint: what stands below it, or what
    files a FILE takes. most: characters of a TEXT, bytes of a FILE.
    """

    name: str
    kind: str
    label: str
    value: str | bool = ""
    choices: tuple[str, ...] = ()
    hint: str = ""
    takes: str = ""
    most: int = LONGEST_LINE


class Link(NamedTuple):
    """The name of a notebook, and its address from the one that shows it."""

    name: str
    href: str


class Told(NamedTuple):
    """What came of a button.

    lines: sentences. points: a list. links: notebooks. page: a page of HTML of the kit's own.
    error: what stood in the way. offers: the buttons that can be pressed next, of those that wait.
    """

    lines: Sequence[str] = ()
    points: Sequence[str] = ()
    links: Sequence[Link] = ()
    page: str = ""
    error: str = ""
    offers: Sequence[str] = ()


class Action(NamedTuple):
    """A button.

    name: what it is called in `Told.offers`. label: what stands on it. do: what it does with the
    values. waits: whether it can be pressed only when another button offers it.
    """

    name: str
    label: str
    do: Callable[[Mapping[str, Value]], Told]
    waits: bool = False


class Form(anywidget.AnyWidget):
    """A form. Nothing is done before a button is pressed; its fallback says what it is for.

    label: what it is for. fields, actions: as the front end takes them. told: the last answer, with
    a number of its own. texts: the interface's.
    """

    _esm = front.module("link.js", "form.js")
    _css = front.source("form.css")
    label = traitlets.Unicode().tag(sync=True)
    fields: traitlets.List[Any] = traitlets.List().tag(sync=True)
    actions: traitlets.List[Any] = traitlets.List().tag(sync=True)
    told: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)
    texts: traitlets.Dict[str, str] = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        label: str,
        stands: str,
        fields: Sequence[Field],
        actions: Sequence[Action],
        says: Texts,
    ) -> None:
        """Make a form.

        Args:
            label: what it is for, a few words.
            stands: what stands in its place where it does not run.
            fields, actions: what is filled in, and the buttons.
            says: the interface's texts.
        """
        self._says = says
        self._of = {field.name: field for field in fields}
        self._do = {action.name: action for action in actions}
        self._pieces: dict[str, bytearray] = {}
        self._plain = f"{label}\n{stands}"
        self._html = f"<p><b>{escape(label)}</b></p>\n<p>{escape(stands)}</p>"
        super().__init__(
            label=label,
            fields=[field._asdict() for field in fields],
            actions=[{"name": one.name, "label": one.label, "waits": one.waits} for one in actions],
            texts=says.under("form"),
        )
        self.on_msg(self._received)

    def choose(self, name: str, choices: Sequence[str], value: str) -> None:
        """Give a CHOICE other choices, and choose one."""
        self._of[name] = self._of[name]._replace(choices=tuple(choices), value=value)
        self.fields = [field._asdict() for field in self._of.values()]

    def _received(self, _widget: object, message: dict[str, Any], buffers: Sequence[Any]) -> None:
        """What the front end sends.

        A file comes in pieces, `{do: piece, field, begins}` with the bytes, since a message may not
        be as long as a file; then `{do: press, action, values}`, a file's value being its name.
        """
        match message:
            case {"do": "piece", "field": str(name), "begins": bool(begins)} if buffers:
                if (field := self._of.get(name)) is None or field.kind != FILE:
                    return
                kept = bytearray() if begins else self._pieces.get(name, bytearray())
                if len(kept) <= field.most:  # what is longer is refused when it is used
                    kept += bytes(buffers[0])
                self._pieces[name] = kept
            case {"do": "press", "action": str(name), "values": dict(values)} if name in self._do:
                self._press(self._do[name], values)

    def _press(self, action: Action, values: Mapping[str, object]) -> None:
        told = Told(error=self._says("form.broken"))
        try:
            told = action.do({name: self._value(of, values.get(name)) for name, of in self._fields})
        except InputError as error:
            told = Told(error=str(error))
        except OSError as error:  # a path that no file can have, a disk that went away
            told = Told(error=self._says("form.failed", why=error.strerror))
        finally:
            self._pieces.clear()
            self.told = {
                **told._asdict(),
                "links": [link._asdict() for link in told.links],
                "number": self.told.get("number", 0) + 1,
            }

    @property
    def _fields(self) -> list[tuple[str, Field]]:
        return list(self._of.items())

    def _value(self, field: Field, value: object) -> Value:
        """A value as it was sent → one that the field can have."""
        if field.kind == TICK:
            return value is True
        text = value if isinstance(value, str) else ""
        text = text.encode(errors="replace").decode().replace("\0", "")
        if field.kind == FILE:
            data = self._pieces.get(field.name)
            return Given(_base(text), bytes(data)) if data is not None else None
        if field.kind == CHOICE:
            return text if text in field.choices else ""
        if field.kind == LINE:
            return text[:LONGEST_LINE].strip()
        if len(text) > field.most:
            problem = self._says("form.too-long", count=f"{field.most:,}")
            raise InputError(problem, self._says("form.shorten"))
        return text

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        return bundle(super()._repr_mimebundle_(**kwargs), self._plain, self._html)

    def __repr__(self) -> str:
        return self._plain


def _base(name: str) -> str:
    """A file's name without folders and without what is no sign."""
    last = PurePosixPath(name.replace("\\", "/")).name
    return "".join(sign for sign in last if sign.isprintable())[-LONGEST_LINE:] or "?"
