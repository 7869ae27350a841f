"""A text that a cell shows as it is, in columns."""

from __future__ import annotations

from html import escape
from typing import Any, NamedTuple


class Shown(NamedTuple):
    """Text to show, whole and in a face of even width."""

    text: str

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, str]:
        return {"text/plain": self.text, "text/html": f"<pre>{escape(self.text)}</pre>"}

    def __repr__(self) -> str:
        return self.text
