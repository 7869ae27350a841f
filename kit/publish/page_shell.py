"""The shell of a lesson's page: one file that holds all it needs and asks for nothing."""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import kit
from kit.front import source
from kit.lesson import notice
from kit.lesson.lesson import Lesson
from kit.publish.marker import PAGE, marker

WIDGETS = ("reader", "quiz", "timed", "learnt")
"""The front ends that a page has, by name of their files."""
SHARED = (
    "dom.js judge.js practice.js settings.js words.js panel.js recall.js picture.js voice.js"
    " tools.js box.js"
).split()
"""What they and `page.js` stand on, in this order."""

_HERE = Path(__file__).parent
_FRONT = Path(kit.__file__).parent / "widgets"


def page(lesson: Lesson, title: str, body: str, data: dict[str, Any]) -> str:
    """A whole page.

    Args:
        lesson: what it is of.
        title: its own, as text.
        body: its HTML, readable as it is; `page.js` brings to life what has `data-kit`.
        data: what the script needs, as JSON can hold it.
    """
    said = escape(lesson.texts("page.no-script"))
    held = _json({"lesson": lesson.name, "texts": lesson.texts.under(*WIDGETS, "page")} | data)
    return f"""<!DOCTYPE html>
<html lang="{lesson.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{_policy()}">
{marker(lesson, PAGE)}
<title>{escape(title)}</title>
<style>
{_style()}</style>
</head>
<body>
<noscript><p class="notice">{said}</p></noscript>
<p class="notice" id="kept" role="status"></p>
{body}
<footer><p><bdi>{notice.html(lesson)}</bdi></p></footer>
<script type="application/json" id="data">{held}</script>
<script>{_script()}</script>
</body>
</html>
"""


def _json(data: dict[str, Any]) -> str:
    """JSON that cannot end the element that it stands in."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


@cache
def _style() -> str:
    files = [_HERE / "page.css", *(_FRONT / f"{name}.css" for name in WIDGETS)]
    return "".join(map(source, files))


@cache
def _script() -> str:
    """All front ends in one classic script: modules are not loaded from files.

    Each widget's file is a block of its own, so that its names do not meet the others'.
    """
    shared = [source(_FRONT / name) for name in SHARED]
    widgets = [
        f"{{\n{source(_FRONT / f'{name}.js')}widgets.{name} = render;\n}}\n" for name in WIDGETS
    ]
    parts = [*shared, "const widgets = {};\n", *widgets, source(_HERE / "page.js")]
    return f'"use strict";\n(() => {{\n{"".join(parts)}}})();\n'


@cache
def _policy() -> str:
    """What a browser may do with a page: show it and run its own script. No request."""
    digest = base64.b64encode(hashlib.sha256(_script().encode()).digest()).decode()
    return (
        f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
