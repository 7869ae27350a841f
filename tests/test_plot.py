from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

import matplotlib
import pytest

from kit.plot import MOST_ROWS, Plot, bars, line
from kit.texts import texts

SVG = "{http://www.w3.org/2000/svg}"
ENGLISH = texts("en")
DAYS = [("today", 12), ("Thu", 0), ("Fri", 3.5), ("Sat", 1200)]
SPEEDS = [(date(2026, 1, 3), 210), (date(2026, 1, 12), 250.25), (date(2026, 3, 1), 1301)]


def words(plot: Plot) -> list[str]:
    """What is written in a drawing."""
    return [text.text or "" for text in ElementTree.fromstring(plot.svg).iter(f"{SVG}text")]


@pytest.mark.parametrize(
    ("plot", "text"),
    [
        (bars("Due", [], "", ENGLISH), "Due: none yet."),
        (bars("Due", [("today", 0), ("Thu", 0)], "words", ENGLISH), "Due (words): none yet."),
        (bars("Due", [("today", 0), ("Thu", 4)], "", ENGLISH), "Due: 4, Thu."),
        (line("Learnt", [], "", ENGLISH), "Learnt: none yet."),
        (
            line("Speed", SPEEDS[:1], "a minute", ENGLISH),
            "Speed (a minute): 210 on 3 January 2026.",
        ),
        (line("速さ", SPEEDS[2:], "字/分", texts("ja")), "速さ（字/分）：2026年3月1日に1,301。"),
    ],
)
def test_what_a_sentence_says_is_a_sentence(plot: Plot, text: str) -> None:
    assert (plot.text, plot.svg, plot.rows) == (text, "", ())


@pytest.mark.parametrize(
    ("plot", "text", "written"),
    [
        (
            bars("Due", DAYS, "words", ENGLISH),
            "Due (words): 1,215.5 in all; most: 1,200, Sat.\n"
            "today: 12\nThu: 0\nFri: 3.5\nSat: 1,200",
            ["today", "12", "Thu", "Fri", "3.5", "Sat", "1,200"],
        ),
        (
            line("Speed", SPEEDS, "", ENGLISH),
            "Speed: 210 on 3 January, 1,301 on 1 March.\n"
            "3 January: 210\n12 January: 250.2\n1 March: 1,301",
            ["210", "3 January", "1,301", "1 March"],
        ),
        (
            line("速さ", SPEEDS[:2], "字/分", texts("ja")),
            "速さ（字/分）：1月3日に210、1月12日に250.2。",
            ["210", "1月3日", "250.2", "1月12日"],
        ),
        (
            line("Learnt", [(date(2026, 1, 3), 0), (date(2026, 1, 4), 0)], "", ENGLISH),
            "Learnt: 0 on 3 January, 0 on 4 January.",
            ["0", "3 January", "0", "4 January"],
        ),
    ],
)
def test_a_plot_is_labelled_directly_and_told_as_text(
    plot: Plot, text: str, written: list[str]
) -> None:
    assert plot.text == text
    assert words(plot) == written
    drawing = ElementTree.fromstring(plot.svg)
    assert (drawing.tag, drawing.get("role")) == (f"{SVG}svg", "img")
    assert drawing.get("aria-label") == plot.sentence


def test_a_number_is_told_as_what_it_counts() -> None:
    values = [("今日", 32), ("水", 18)]
    assert bars("復習", values, "", texts("ja"), "{value}語").sentence == (
        "復習：計50語。最も多い日は今日（32語）。"
    )
    assert bars("復習", values[:1], "", texts("ja"), "{value}語").sentence == "復習：今日に32語。"


def test_of_many_points_a_table_has_some_from_the_first_to_the_last() -> None:
    points = [(date(2026, 1, 1) + timedelta(number), number) for number in range(400)]
    plot = line("Learnt", points, "", ENGLISH)
    assert len(plot.rows) == MOST_ROWS
    assert (plot.rows[0], plot.rows[-1]) == (("1 January 2026", "0"), ("4 February 2027", "399"))
    assert len(line("Learnt", points[:MOST_ROWS], "", ENGLISH).rows) == MOST_ROWS


def test_a_bar_is_as_high_as_its_number_and_a_line_as_far_as_its_days() -> None:
    def outlines(plot: Plot) -> list[list[float]]:
        paths = ElementTree.fromstring(plot.svg).iter(f"{SVG}path")
        return [
            [float(part) for part in path.attrib["d"].split() if part not in "MLz"]
            for path in paths
        ]

    low, high, _ = outlines(bars("Due", [("a", 1), ("b", 4)], "", ENGLISH))
    assert 4 * (max(low[1::2]) - min(low[1::2])) == max(high[1::2]) - min(high[1::2])
    days = [(date(2026, 1, day), 1) for day in (1, 2, 5)]
    xs = outlines(line("Learnt", days, "", ENGLISH))[1][::2]
    assert xs[2] - xs[0] == pytest.approx(4 * (xs[1] - xs[0]))


@pytest.mark.parametrize(
    "label", ["会談", "<b>太字</b> & \"'", "$x_1$", "長い" * 40, "a\u3000b", "\\", "🙂", "1"]
)
def test_a_label_is_text_whatever_it_is(label: str) -> None:
    plot = bars(label, [(label, 1), ("b", 2)], label, ENGLISH)
    assert words(plot) == [label, "1", "b", "2"]
    assert ElementTree.fromstring(plot.svg).get("aria-label") == plot.sentence


def test_a_character_that_svg_cannot_hold_is_left_out() -> None:
    assert words(bars("Due\0", [("a\0\x1b\ud800", 1), ("b", 2)], "", ENGLISH))[0] == "a"


def test_long_labels_have_room() -> None:
    def width(label: str) -> float:
        plot = bars("Due", [(label, 1), ("b", 2)], "", ENGLISH)
        return float(ElementTree.fromstring(plot.svg).attrib["width"])

    assert width("a") == width("会談")
    assert width("外相会合" * 10) >= 2 * 40 * 12


def test_colours_and_fonts_are_the_page_s_and_nothing_reaches_out_of_the_drawing() -> None:
    for plot in (bars("Due", DAYS, "", ENGLISH), line("Speed", SPEEDS, "", ENGLISH)):
        assert "var(--kit-accent, #1976d2)" in plot.svg
        assert "var(--kit-ink, currentColor)" in plot.svg
        assert plot.svg.count("#") == plot.svg.count("#1976d2")
        for part in (" id=", "url(", "<style", "href", "DejaVu", "20px"):
            assert part not in plot.svg
        shapes = [*ElementTree.fromstring(plot.svg)]
        assert {shape.tag for shape in shapes} == {f"{SVG}path", f"{SVG}text"}


def test_a_plot_is_the_same_each_time_whatever_the_student_set_and_leaves_that_alone() -> None:
    before = line("Speed", SPEEDS, "", ENGLISH)
    with matplotlib.rc_context({"font.size": 40, "lines.linestyle": ":", "text.usetex": True}):
        assert line("Speed", SPEEDS, "", ENGLISH) == before
        assert (matplotlib.rcParams["font.size"], matplotlib.rcParams["text.usetex"]) == (40, True)


def test_matplotlib_comes_with_the_first_drawing_without_pyplot_and_without_a_word(
    tmp_path: Path,
) -> None:
    script = """
import sys
from datetime import date
from kit.plot import line
from kit.texts import texts
points = [(date(2026, 1, day), day) for day in (1, 2)]
line("Learnt", points[:1], "", texts("en"))
print("matplotlib" in sys.modules)
line("Learnt", points, "", texts("en"))
print("matplotlib" in sys.modules, "matplotlib.pyplot" in sys.modules)
"""
    (tmp_path / "file").touch()  # no folder for matplotlib's caches: it would say so
    run = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env={"MPLCONFIGDIR": str(tmp_path / "file"), "PATH": ""},
        cwd=Path(__file__).parents[1],
    )
    assert run.stdout.split() == ["False", "True", "False"]
    assert run.stderr == ""
