"""A plot of things of which two numbers are known: a dot for each."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from kit.plot import MOST_ROWS, Plot, numeral
from kit.plot.drawing import ACCENT, DOT, FONT, GAP, INK, QUIET, RULE, Pen, drawn, length, writable
from kit.texts import Texts

# In pixels.
_WIDE, _HIGH = 640, 400
_EDGE = 44  # around the dots, for the axes and what they say
_LONGEST = 150  # of a label, which is cut there

_MOST_TICKS = 6
_MOST_NAMED = 15  # of more points, the first ones have their label


def scatter(
    title: str, points: Sequence[tuple[str, float, float]], across: str, up: str, says: Texts
) -> Plot:
    """A dot for each of some things of which two numbers are known.

    Args:
        title: what they are.
        points: label and the two numbers, the most important one first. Where there are many, only
            the first ones that have room are labelled in the drawing.
        across, up: what the numbers are.
        says: the texts of the sentence.
    """
    if not points:
        return Plot(title, "", says("plot.none", title=title))
    xs, ys = [x for _, x, _ in points], [y for _, _, y in points]
    sentence = says(
        "plot.scatter",
        title=title,
        count=len(points),
        across=across,
        left=numeral(min(xs)),
        right=numeral(max(xs)),
        up=up,
        low=numeral(min(ys)),
        high=numeral(max(ys)),
    )
    told = points[:MOST_ROWS]
    rows = tuple((label, says("plot.pair", x=numeral(x), y=numeral(y))) for label, x, y in told)
    svg = drawn(lambda pen: _draw_scatter(pen, points, across, up), sentence)
    return Plot(title, svg, sentence, rows)


def _draw_scatter(
    pen: Pen, points: Sequence[tuple[str, float, float]], across: str, up: str
) -> None:
    pen.width, pen.height = _WIDE, _HIGH
    right, top = _WIDE - _EDGE, _HIGH - _EDGE
    xs, x_ticks = _axis([x for _, x, _ in points], _EDGE, right)
    ys, y_ticks = _axis([y for _, _, y in points], _EDGE, top)
    pen.path([_EDGE, _EDGE, right], [top, _EDGE, _EDGE], RULE, 1)
    for at, tick in x_ticks:
        pen.write(at, _EDGE - GAP, tick, QUIET, ha="center", va="top")
    for at, tick in y_ticks:
        pen.write(_EDGE - GAP, at, tick, QUIET, ha="right", va="center")
    pen.write(right, GAP, across, QUIET, ha="right", va="bottom")
    pen.write(GAP, _HIGH - GAP, up, QUIET, ha="left", va="top")
    placed = list(zip(xs, ys, strict=True))
    for x, y in placed[_MOST_NAMED:]:
        pen.dot(x, y, RULE)
    for x, y in placed[:_MOST_NAMED]:
        pen.dot(x, y, ACCENT, 1.5 * DOT)
    dots = [(x - DOT, y - DOT, x + DOT, y + DOT) for x, y in placed]
    labels: list[_Box] = []
    for (x, y), (label, _, _) in zip(placed[:_MOST_NAMED], points, strict=False):
        text = _cut(writable(label))
        places = list(_places(x, y, length(text)))
        # Where there is no room at all, a label may lie on the dots that have none.
        for taken in (dots, dots[:_MOST_NAMED]):
            free = (place for place in places if _is_free(place[0], [*taken, *labels]))
            if place := next(free, None):
                box, ha, at = place
                labels.append(box)
                pen.write(at, (box[1] + box[3]) / 2, text, INK, ha=ha, va="center")
                break


def _axis(
    values: Sequence[float], begin: float, end: float
) -> tuple[list[float], list[tuple[float, str]]]:
    """Where numbers stand between two ends of an axis, and where which numbers label it."""
    low, high = min(values), max(values)
    room = max(0.1, (high - low) / 20)
    low, high = low - room, high + room
    power = 10 ** max(-1, math.floor(math.log10(high - low)) - 1)
    step = next(power * by for by in (1, 2, 5, 10, 20, 50) if high - low < _MOST_TICKS * power * by)
    scale = (end - begin) / (high - low)
    first = math.ceil(low / step)
    ticks = [n * step for n in range(first, math.floor(high / step) + 1)]
    labelled = [(begin + (tick - low) * scale, numeral(round(tick, 1))) for tick in ticks]
    return [begin + (value - low) * scale for value in values], labelled


_Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""


def _places(x: float, y: float, width: float) -> Iterator[tuple[_Box, str, float]]:
    """Where a label may stand beside a dot, how it is aligned and at which x, the best first."""
    half, away = 0.6 * FONT, DOT + GAP / 2
    yield (x + away, y - half, x + away + width, y + half), "left", x + away
    yield (x - away - width, y - half, x - away, y + half), "right", x - away
    for middle in (y + away + half, y - away - half):
        yield (x - width / 2, middle - half, x + width / 2, middle + half), "center", x


def _is_free(box: _Box, taken: Sequence[_Box]) -> bool:
    left, bottom, right, top = box
    if left < _EDGE or bottom < _EDGE or right > _WIDE or top > _HIGH - _EDGE / 2:
        return False
    return not any(
        left < other[2] and other[0] < right and bottom < other[3] and other[1] < top
        for other in taken
    )


def _cut(label: str) -> str:
    """A label that is not too long for a place among others."""
    if length(label) <= _LONGEST:
        return label
    while length(label) > _LONGEST - FONT:
        label = label[:-1]
    return f"{label}…"
