from itertools import pairwise
from xml.etree import ElementTree

import pytest

from kit.plot import MOST_ROWS, Plot
from kit.plot.drawing import on_paper
from kit.plot.scatter import scatter
from kit.texts import texts

SVG = "{http://www.w3.org/2000/svg}"
ENGLISH = texts("en")
POINTS = [("会談", 91.25, 2.5), ("<条約> & $x$", 84.0, 3.5), ("選挙\0", 60.0, 3.0)]


def drawn(*points: tuple[str, float, float]) -> Plot:
    return scatter("Articles", points, "Known", "Ease", ENGLISH)


def written(plot: Plot) -> dict[str, tuple[float, float]]:
    """What is written in a drawing, and where."""
    return {
        text.text or "": (float(text.attrib["x"]), float(text.attrib["y"]))
        for text in ElementTree.fromstring(plot.svg).iter(f"{SVG}text")
    }


def dots(plot: Plot) -> list[tuple[float, float]]:
    """Where the dots are, those with a label last; the axes are the first path."""
    paths = [
        path.attrib["d"].split() for path in ElementTree.fromstring(plot.svg).iter(f"{SVG}path")
    ]
    return [(float(path[1]), float(path[2])) for path in paths[1:]]


def test_points_are_told_as_text() -> None:
    assert drawn(*POINTS).text == (
        "Articles: 3. Known: 60 to 91.2. Ease: 2.5 to 3.5.\n"
        "会談: 91.2, 2.5\n<条約> & $x$: 84, 3.5\n選挙\0: 60, 3"
    )
    assert drawn() == Plot("Articles", "", "Articles: none yet.")


def test_points_and_axes_are_labelled_directly() -> None:
    plot = drawn(*POINTS)
    assert set(written(plot)) == {
        *("会談", "<条約> & $x$", "選挙", "Known", "Ease"),
        *("60", "70", "80", "90", "2.5", "3", "3.5"),
    }
    root = ElementTree.fromstring(plot.svg)
    assert (root.get("role"), root.get("aria-label")) == ("img", plot.sentence)
    assert (root.get("width"), root.get("height")) == ("640", "400")


def test_a_dot_is_as_far_as_its_numbers() -> None:
    (x1, y1), (x2, y2), (x3, y3) = dots(drawn(("a", 10, 1), ("b", 20, 3), ("c", 40, 2)))
    assert x3 - x1 == pytest.approx(3 * (x2 - x1))
    assert y1 - y2 == pytest.approx(2 * (y1 - y3))  # up is less in an SVG
    assert x1 < x2
    assert y1 > y2


def test_one_point_is_drawn_and_so_are_many_at_one_place() -> None:
    assert "会談" in written(drawn(("会談", 5, 5)))
    plot = drawn(*[(f"article {number}", 5, 5) for number in range(9)])
    assert len(dots(plot)) == 9
    assert {label for label in written(plot) if label.startswith("article")} == {
        f"article {number}"
        for number in range(4)  # one on each side
    }


def test_no_label_lies_on_another_or_outside() -> None:
    points = [
        (f"会談{number % 7}-{number}", number * 37 % 50, number * 11 % 23) for number in range(300)
    ]
    plot = drawn(*points)
    placed = {at for label, at in written(plot).items() if "-" in label}
    assert len(placed) >= 5
    assert all(0 <= x <= 640 and 0 <= y <= 400 for x, y in placed)
    rows = sorted(placed, key=lambda at: at[1])
    assert all(abs(y1 - y2) > 10 or abs(x1 - x2) > 40 for (x1, y1), (x2, y2) in pairwise(rows))
    assert len(plot.rows) == MOST_ROWS


def test_a_long_label_is_cut() -> None:
    (label,) = (label for label in written(drawn(("長い名前" * 30, 1, 1))) if "長" in label)
    assert label.endswith("…")
    assert len(label) < 14


def test_in_a_page_colours_and_fonts_are_the_page_s_and_on_paper_its_own() -> None:
    plot = drawn(*POINTS)
    assert "var(--kit-accent, #1976d2)" in plot.svg
    assert plot.svg.count("#") == plot.svg.count("#1976d2")
    paper = on_paper(plot.svg)
    assert "var(" not in paper
    assert "currentColor" not in paper
    assert paper.startswith("<?xml")
    root = ElementTree.fromstring(paper.encode())
    assert "background: #ffffff" in root.attrib["style"]
    assert [*root.itertext()] == [*ElementTree.fromstring(plot.svg).itertext()]
