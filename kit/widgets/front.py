"""The front ends: files of plain JavaScript and CSS, put together without a build.

`dom.js` comes first; a widget's file defines `render` and whatever it needs.
"""

from __future__ import annotations

from pathlib import Path

from kit import front

HERE = Path(__file__).parent


def source(name: str) -> str:
    """The text of a file of this folder, shortened: each widget carries it to the browser."""
    return front.source(HERE / name)


def module(*names: str) -> str:
    """A widget's ES module: `dom.js`, its own files, and the export that anywidget asks for."""
    return "\n".join([*map(source, ("dom.js", *names)), "export default { render };\n"])
