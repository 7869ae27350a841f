"""Small plots of numbers as SVG that stands in a page, each with the same said in text.

Drawn by matplotlib, which is imported with the first one. Its colours are the page's, and so are
its fonts: what stands there never reaches matplotlib, which would miss the glyphs of Japanese.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree

from kit.texts import Texts

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST_ROWS = 12
"""Rows of a table; of more points, the first, the last, and some between, evenly apart."""

_UNFIT = re.compile("[^\\t\\n\\r -\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
_SVG = "http://www.w3.org/2000/svg"
_METADATA = ("Creator", "Date", "Format", "Type")
_STYLE = "font-family: var(--jp-ui-font-family, system-ui, sans-serif); stroke-linejoin: round"

# In pixels, which are points to matplotlib.
_DPI = 72
_WIDTH, _HEIGHT = 320, 150
_FONT = 12
_GAP = 6  # from what is drawn to what is written
_FLOOR = 24  # for the labels below the baseline
_TALLEST = 104  # from there; above it is room for a number
_SIDE = 48  # for the numbers beside a line
_BAR = 22
_DOT = 5
_MOST_DOTS = 31  # of more points, only the last one has a dot

_INK, _QUIET, _RULE, _ACCENT = "#010101", "#020202", "#030303", "#040404"
_COLOURS = {
    _INK: "var(--kit-ink, currentColor)",
    _QUIET: "var(--kit-quiet, currentColor)",
    _RULE: "var(--kit-rule, currentColor)",
    _ACCENT: "var(--kit-accent, #1976d2)",
}
"""What matplotlib is told to draw with, and what it becomes in the page."""

_FACE = "font-family: var(--jp-ui-font-family, system-ui, sans-serif)"


class Plot(NamedTuple):
    """Numbers, drawn and told.

    title: of what, and in which unit. svg: an `svg` element; empty where a sentence says it all.
    sentence: what the plot shows. rows: label and number of each point, where the sentence does
    not have them all.
    """

    title: str
    svg: str
    sentence: str
    rows: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        """All of it as text: the sentence, and a line each row."""
        return "\n".join([self.sentence, *(f"{label}: {number}" for label, number in self.rows)])


def bars(title: str, values: Sequence[tuple[str, float]], unit: str, says: Texts) -> Plot:
    """A bar for each label; none where only one of the numbers is above 0.

    Args:
        title: what is counted.
        values: label and number, in the order in which they are shown; no number is below 0.
        unit: of the numbers; empty where the title names it.
        says: the texts of the sentence.
    """
    head = _head(title, unit, says)
    there = [(label, value) for label, value in values if value > 0]
    if not there:
        return Plot(head, "", says("plot.none", title=head))
    label, most = max(there, key=lambda pair: pair[1])
    if len(there) == 1:
        sentence = says("plot.bar", title=head, value=_number(most), label=label)
        return Plot(head, "", sentence)
    total = _number(sum(value for _, value in there))
    sentence = says("plot.bars", title=head, total=total, label=label, most=_number(most))
    rows = tuple((label, _number(value)) for label, value in values)
    return Plot(head, _drawn(lambda pen: _draw_bars(pen, values), sentence), sentence, rows)


def line(title: str, points: Sequence[tuple[date, float]], unit: str, says: Texts) -> Plot:
    """A line through points in time; none where there are fewer than two.

    Args:
        title: what is measured.
        points: day and number, the earliest first, each day once; no number is below 0.
        unit: of the numbers; empty where the title names it.
        says: the texts of the sentence.
    """
    head = _head(title, unit, says)
    if not points:
        return Plot(head, "", says("plot.none", title=head))
    (first_day, first), (last_day, last) = points[0], points[-1]
    if len(points) == 1:
        return Plot(head, "", says("plot.point", title=head, value=_number(last), day=last_day))
    sentence = says(
        "plot.line",
        title=head,
        first=_number(first),
        begin=first_day,
        last=_number(last),
        end=last_day,
    )
    rows = tuple((str(day), _number(value)) for day, value in _some(points, MOST_ROWS))
    svg = _drawn(lambda pen: _draw_line(pen, points), sentence)
    return Plot(head, svg, sentence, rows if len(points) > 2 else ())


def _head(title: str, unit: str, says: Texts) -> str:
    return says("plot.unit", title=title, unit=unit) if unit else title


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"


def _some(points: Sequence[tuple[date, float]], most: int) -> list[tuple[date, float]]:
    """The points, or of more than `most` as many, the first and the last among them."""
    last = len(points) - 1
    if last < most:
        return [*points]
    return [points[round(step * last / (most - 1))] for step in range(most)]


class _Pen:
    """Draws in pixels from the lower left corner.

    width: of the drawing. written: the texts, which the drawing itself has only the numbers of.
    """

    def __init__(self, figure: Figure) -> None:
        self.width = _WIDTH
        self.written: list[str] = []
        self._figure = figure

    def path(self, xs: Sequence[float], ys: Sequence[float], colour: str, width: float) -> None:
        from matplotlib.lines import Line2D

        line = Line2D(xs, ys, color=colour, linewidth=width, transform=None)
        line.set_solid_capstyle("round")
        self._figure.add_artist(line)

    def dot(self, x: float, y: float, colour: str) -> None:
        self.path([x, x], [y, y], colour, _DOT)

    def bar(self, x: float, height: float, colour: str) -> None:
        from matplotlib.patches import Rectangle

        corner = (x - _BAR / 2, _FLOOR)
        bar = Rectangle(corner, _BAR, height, facecolor=colour, linewidth=0, transform=None)
        self._figure.add_artist(bar)

    def write(self, x: float, y: float, text: str, colour: str, *, ha: str, va: str) -> None:
        from matplotlib.text import Text

        number = str(len(self.written))
        self.written.append(text)
        self._figure.add_artist(
            Text(x, y, number, color=colour, fontsize=_FONT, ha=ha, va=va, transform=None)
        )


def _draw_bars(pen: _Pen, values: Sequence[tuple[str, float]]) -> None:
    widest = max(_BAR, *(_length(label) for label, _ in values))
    step = max(_WIDTH / len(values), widest + _GAP)
    pen.width = round(step * len(values))
    scale = _TALLEST / max(value for _, value in values)
    pen.path([0, pen.width], [_FLOOR, _FLOOR], _RULE, 1)
    for number, (label, value) in enumerate(values):
        x = (number + 0.5) * step
        pen.write(x, _FLOOR - _GAP - 2, label, _QUIET, ha="center", va="top")
        if value:
            pen.bar(x, value * scale, _ACCENT)
            top = _FLOOR + value * scale + _GAP / 2
            pen.write(x, top, _number(value), _INK, ha="center", va="bottom")


def _draw_line(pen: _Pen, points: Sequence[tuple[date, float]]) -> None:
    left, right = _SIDE, pen.width - _SIDE
    begin = points[0][0]
    step = (right - left) / (points[-1][0] - begin).days
    scale = _TALLEST / (max(value for _, value in points) or 1)
    xs = [left + (day - begin).days * step for day, _ in points]
    ys = [_FLOOR + value * scale for _, value in points]
    pen.path([left, right], [_FLOOR, _FLOOR], _RULE, 1)
    pen.path(xs, ys, _ACCENT, 1.5)
    for x, y in zip(xs, ys, strict=True) if len(xs) <= _MOST_DOTS else ((xs[-1], ys[-1]),):
        pen.dot(x, y, _ACCENT)
    for place, away, side, other in ((0, -1, "right", "left"), (-1, 1, "left", "right")):
        day, value = points[place]
        x = xs[place]
        pen.write(x + away * _GAP, ys[place], _number(value), _INK, ha=side, va="center")
        pen.write(x + away * _SIDE, _FLOOR - _GAP - 2, str(day), _QUIET, ha=other, va="top")


def _length(text: str) -> float:
    """About how wide a text is, in pixels."""
    return sum(_FONT if character > "\u2e80" else 0.6 * _FONT for character in text)


def _drawn(draw: Callable[[_Pen], None], sentence: str) -> str:
    """What is drawn, as an `svg` element that says the sentence where it is not seen."""
    with _quiet():
        import matplotlib
        from matplotlib.figure import Figure

        with matplotlib.rc_context():
            matplotlib.rcdefaults()  # whatever the student's own settings are
            matplotlib.rcParams["svg.fonttype"] = "none"
            figure = Figure(frameon=False)
            pen = _Pen(figure)
            draw(pen)
            figure.set_size_inches(pen.width / _DPI, _HEIGHT / _DPI)
            file = io.StringIO()
            figure.savefig(file, format="svg", metadata=dict.fromkeys(_METADATA))
    return _for_a_page(ElementTree.fromstring(file.getvalue()), pen, sentence)


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


def _for_a_page(drawn: ElementTree.Element, pen: _Pen, sentence: str) -> str:
    """The paths and texts of matplotlib's SVG, in the page's colours and with what is written."""
    page = ElementTree.Element(
        "svg",
        {
            "xmlns": _SVG,
            "class": "kit-plot",
            "role": "img",
            "aria-label": _fit(sentence),
            "viewBox": f"0 0 {pen.width} {_HEIGHT}",
            "width": str(pen.width),
            "height": str(_HEIGHT),
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
            written.text = _fit(pen.written[int(shape.text or "")])
    return ElementTree.tostring(page, encoding="unicode")


def _fit(text: str) -> str:
    """A text without the characters that XML cannot hold."""
    return _UNFIT.sub("", text)


def _style(shape: ElementTree.Element) -> str:
    said = [part.strip() for part in shape.attrib["style"].split(";")]
    kept = "; ".join(part for part in said if not part.startswith("font-family"))
    for told, colour in _COLOURS.items():
        kept = kept.replace(told, colour)
    return kept
