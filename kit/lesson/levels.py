"""How hard each version of each section is."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from kit.language.readability import band, readability
from kit.lesson.lesson import Lesson

VERSIONS = ("full", "standard", "easy")


class Level(NamedTuple):
    """A section's place and, of each of VERSIONS, its score; None where it has none."""

    place: str
    scores: tuple[float | None, ...]


@cache
def levels(lesson: Lesson) -> tuple[Level, ...]:
    """The jreadability of each version of each section; last that of the whole, as `all`."""
    places = [section.place for section in lesson.sections]
    return tuple(
        Level(
            place or "all",
            tuple(readability(_lines(lesson, place, version)) for version in VERSIONS),
        )
        for place in [*places, ""]
    )


def table(lesson: Lesson) -> str:
    """The levels as text: a line a section, a column a version."""
    rows: list[tuple[str, ...]] = [("", *VERSIONS)]
    for level in levels(lesson):
        named = f"section {level.place}" if level.place.isdigit() else level.place
        shown = ["–" if score is None else f"{score:.2f}" for score in level.scores]
        rows.append((named, *shown))
    whole = levels(lesson)[-1].scores
    bands = [
        f"{version}: {band(score)}"
        for version, score in zip(VERSIONS, whole, strict=True)
        if score is not None
    ]
    lines = ["  ".join([f"{row[0]:<12}", *(f"{cell:>8}" for cell in row[1:])]) for row in rows]
    return "\n".join([*(line.rstrip() for line in lines), "", "; ".join(bands)])


def _lines(lesson: Lesson, place: str, version: str) -> list[str]:
    name = "text" if version == "full" else version
    texts = [getattr(passage.paragraph, name) for passage in lesson.passages(place)]
    if not all(texts):
        return []
    return "\n".join(texts).splitlines()
