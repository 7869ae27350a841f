"""The front ends: files of plain JavaScript and CSS, put together as they are, without a build.

`dom.js` comes first; a widget's file defines `render` and whatever it needs.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


@cache
def source(name: str) -> str:
    """The text of a file of this folder."""
    return (HERE / name).read_text(encoding="utf-8")


def module(name: str) -> str:
    """The ES module of a widget: `dom.js`, its own file, and the export that anywidget asks for."""
    return "\n".join([source("dom.js"), source(name), "export default { render };\n"])
