"""Small plots of numbers as SVG that stands in a page, each with the same said in text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from kit.plot.drawing import (
    ACCENT,
    BAR,
    FLOOR,
    GAP,
    INK,
    QUIET,
    RULE,
    WIDTH,
    Pen,
    drawn,
    length,
)
from kit.texts import Texts

MOST_ROWS = 12
"""Rows of a table; of more points, the first, the last, and some between, evenly apart."""

_TALLEST = 104  # from the baseline, in pixels; above it is room for a number
_SIDE = 48  # for the numbers beside a line
_MOST_DOTS = 31  # of more points, only the last one has a dot


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


def dated(day: date, says: Texts, year: int | None = None) -> str:
    """A day as it is written, with its year where that is not `year`."""
    month = says("plot.months").split()[day.month - 1]
    key = "plot.day" if day.year == year else "plot.day-of-year"
    return says(key, day=day.day, month=month, year=day.year)


def bars(
    title: str,
    values: Sequence[tuple[str, float]],
    unit: str,
    says: Texts,
    counted: str = "{value}",
) -> Plot:
    """A bar for each label; none where only one of the numbers is above 0.

    Args:
        title: what is counted.
        values: label and number, in the order in which they are shown; no number is below 0.
        unit: of the numbers; empty where the title names it.
        says: the texts of the sentence.
        counted: how the sentence says a number, with a place for it.
    """

    def told(value: float) -> str:
        return counted.replace("{value}", numeral(value))

    head = _head(title, unit, says)
    there = [(label, value) for label, value in values if value > 0]
    if not there:
        return Plot(head, "", says("plot.none", title=head))
    label, most = max(there, key=lambda pair: pair[1])
    if len(there) == 1:
        sentence = says("plot.bar", title=head, value=told(most), label=label)
        return Plot(head, "", sentence)
    total = told(sum(value for _, value in there))
    sentence = says("plot.bars", title=head, total=total, label=label, most=told(most))
    rows = tuple((label, numeral(value)) for label, value in values)
    return Plot(head, drawn(lambda pen: _draw_bars(pen, values), sentence), sentence, rows)


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
        day = dated(last_day, says)
        return Plot(head, "", says("plot.point", title=head, value=numeral(last), day=day))
    year = last_day.year if first_day.year == last_day.year else None
    sentence = says(
        "plot.line",
        title=head,
        first=numeral(first),
        begin=dated(first_day, says, year),
        last=numeral(last),
        end=dated(last_day, says, year),
    )
    rows = tuple(
        (dated(day, says, year), numeral(value)) for day, value in _some(points, MOST_ROWS)
    )
    ends = (dated(first_day, says, year), dated(last_day, says, year))
    svg = drawn(lambda pen: _draw_line(pen, points, ends), sentence)
    return Plot(head, svg, sentence, rows if len(points) > 2 else ())


def _head(title: str, unit: str, says: Texts) -> str:
    return says("plot.unit", title=title, unit=unit) if unit else title


def numeral(value: float) -> str:
    """A number as it is written in a plot."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"


def _some(points: Sequence[tuple[date, float]], most: int) -> list[tuple[date, float]]:
    """The points, or of more than `most` as many, the first and the last among them."""
    last = len(points) - 1
    if last < most:
        return [*points]
    return [points[round(step * last / (most - 1))] for step in range(most)]


def _draw_bars(pen: Pen, values: Sequence[tuple[str, float]]) -> None:
    widest = max(BAR, *(length(label) for label, _ in values))
    step = max(WIDTH / len(values), widest + GAP)
    pen.width = round(step * len(values))
    scale = _TALLEST / max(value for _, value in values)
    pen.path([0, pen.width], [FLOOR, FLOOR], RULE, 1)
    for number, (label, value) in enumerate(values):
        x = (number + 0.5) * step
        pen.write(x, FLOOR - GAP - 2, label, QUIET, ha="center", va="top")
        if value:
            pen.bar(x, value * scale, ACCENT)
            top = FLOOR + value * scale + GAP / 2
            pen.write(x, top, numeral(value), INK, ha="center", va="bottom")


def _draw_line(pen: Pen, points: Sequence[tuple[date, float]], ends: tuple[str, str]) -> None:
    left, right = _SIDE, pen.width - _SIDE
    begin = points[0][0]
    step = (right - left) / (points[-1][0] - begin).days
    scale = _TALLEST / (max(value for _, value in points) or 1)
    xs = [left + (day - begin).days * step for day, _ in points]
    ys = [FLOOR + value * scale for _, value in points]
    pen.path([left, right], [FLOOR, FLOOR], RULE, 1)
    pen.path(xs, ys, ACCENT, 1.5)
    for x, y in zip(xs, ys, strict=True) if len(xs) <= _MOST_DOTS else ((xs[-1], ys[-1]),):
        pen.dot(x, y, ACCENT)
    for place, away, side, other in ((0, -1, "right", "left"), (-1, 1, "left", "right")):
        value = points[place][1]
        x = xs[place]
        pen.write(x + away * GAP, ys[place], numeral(value), INK, ha=side, va="center")
        pen.write(x + away * _SIDE, FLOOR - GAP - 2, ends[place], QUIET, ha=other, va="top")
