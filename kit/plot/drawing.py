"""A drawing by matplotlib, as SVG in the colours and fonts of the page that it stands in.

matplotlib is imported with the first one. What is written never reaches it, as it would miss the
glyphs of Japanese.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING
from xml.etree import ElementTree

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_UNFIT = re.compile("[^\\t\\n\\r -\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
_SVG = "http://www.w3.org/2000/svg"
_METADATA = ("Creator", "Date", "Format", "Type")
_PAGE_FONT = "var(--jp-ui-font-family, system-ui, sans-serif)"
_STYLE = f"font-family: {_PAGE_FONT}; stroke-linejoin: round"

# In pixels, which are points to matplotlib.
_DPI = 72
WIDTH, HEIGHT = 320, 150
FONT = 12
GAP = 6  # from what is drawn to what is written
FLOOR = 24  # for the labels below the baseline
BAR = 22
DOT = 5

INK, QUIET, RULE, ACCENT = "#010101", "#020202", "#030303", "#040404"
_COLOURS = {
    INK: "var(--kit-ink, currentColor)",
    QUIET: "var(--kit-quiet, currentColor)",
    RULE: "var(--kit-rule, currentColor)",
    ACCENT: "var(--kit-accent, #1976d2)",
}
"""What matplotlib is told to draw with, and what it becomes in the page."""

_ON_PAPER = {
    _COLOURS[INK]: "#1a1a1a",
    _COLOURS[QUIET]: "#595959",
    _COLOURS[RULE]: "#a6a6a6",
    _COLOURS[ACCENT]: "#1976d2",
    _STYLE: f"{_STYLE.replace(_PAGE_FONT, 'system-ui, sans-serif')}; background: #ffffff",
}
"""What the page gives a drawing, and what a drawing has that stands in none."""


class Pen:
    """Draws in pixels from the lower left corner.

    width, height: of the drawing. written: the texts, of which the drawing has only the numbers.
    """

    def __init__(self, figure: Figure) -> None:
        self.width, self.height = WIDTH, HEIGHT
        self.written: list[str] = []
        self._figure = figure

    def path(self, xs: Sequence[float], ys: Sequence[float], colour: str, width: float) -> None:
        """A line through points."""
        from matplotlib.lines import Line2D

        line = Line2D(xs, ys, color=colour, linewidth=width, transform=None)
        line.set_solid_capstyle("round")
        self._figure.add_artist(line)

    def dot(self, x: float, y: float, colour: str, size: float = DOT) -> None:
        """A point."""
        self.path([x, x], [y, y], colour, size)

    def bar(self, x: float, height: float, colour: str) -> None:
        """A bar that stands on the floor."""
        from matplotlib.patches import Rectangle

        corner = (x - BAR / 2, FLOOR)
        bar = Rectangle(corner, BAR, height, facecolor=colour, linewidth=0, transform=None)
        self._figure.add_artist(bar)

    def write(self, x: float, y: float, text: str, colour: str, *, ha: str, va: str) -> None:
        """A text, which stands there as matplotlib's `ha` and `va` say."""
        from matplotlib.text import Text

        number = str(len(self.written))
        self.written.append(text)
        self._figure.add_artist(
            Text(x, y, number, color=colour, fontsize=FONT, ha=ha, va=va, transform=None)
        )


def length(text: str) -> float:
    """About how wide a text is, in pixels."""
    return sum(FONT if character > "\u2e80" else 0.6 * FONT for character in text)


def drawn(draw: Callable[[Pen], None], sentence: str) -> str:
    """What is drawn, as an `svg` element that says the sentence where it is not seen."""
    with _quiet():
        import matplotlib
        from matplotlib.figure import Figure

        with matplotlib.rc_context():
            matplotlib.rcdefaults()  # whatever the student's own settings are
            matplotlib.rcParams["svg.fonttype"] = "none"
            figure = Figure(frameon=False)
            pen = Pen(figure)
            draw(pen)
            figure.set_size_inches(pen.width / _DPI, pen.height / _DPI)
            file = io.StringIO()
            figure.savefig(file, format="svg", metadata=dict.fromkeys(_METADATA))
    return _for_a_page(ElementTree.fromstring(file.getvalue()), pen, sentence)


def on_paper(svg: str) -> str:
    """A drawing as a file of its own, with its own colours and fonts instead of a page's."""
    for named, own in _ON_PAPER.items():
        svg = svg.replace(named, own)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{svg}\n'


@contextmanager
def _quiet() -> Iterator[None]:
    """Without what matplotlib says while it builds its list of fonts, none of which is used."""
    logger = logging.getLogger("matplotlib")
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(level)


def _for_a_page(drawn: ElementTree.Element, pen: Pen, sentence: str) -> str:
    """The paths and texts of matplotlib's SVG, in the page's colours and with what is written."""
    page = ElementTree.Element(
        "svg",
        {
            "xmlns": _SVG,
            "class": "kit-plot",
            "role": "img",
            "aria-label": writable(sentence),
            "viewBox": f"0 0 {pen.width} {pen.height}",
            "width": str(pen.width),
            "height": str(pen.height),
            "style": _STYLE,
        },
    )
    for shape in drawn.iter():
        name = shape.tag.removeprefix(f"{{{_SVG}}}")
        if name == "path":
            outline = " ".join(shape.attrib["d"].split())
            ElementTree.SubElement(page, name, d=outline, style=_style(shape))
        elif name == "text":
            place = {key: shape.attrib[key] for key in ("x", "y")}
            written = ElementTree.SubElement(page, name, place, style=_style(shape))
            written.text = writable(pen.written[int(shape.text or "")])
    return ElementTree.tostring(page, encoding="unicode")


def writable(text: str) -> str:
    """A text without the characters that XML cannot hold."""
    return _UNFIT.sub("", text)


def _style(shape: ElementTree.Element) -> str:
    said = [part.strip() for part in shape.attrib["style"].split(";")]
    kept = "; ".join(part for part in said if not part.startswith("font-family"))
    for told, colour in _COLOURS.items():
        kept = kept.replace(told, colour)
    return kept
