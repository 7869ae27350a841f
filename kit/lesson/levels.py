"""How hard each version of each section is."""

from __future__ import annotations

from typing import NamedTuple
from unicodedata import east_asian_width

from kit.language.readability import band, readability
from kit.lesson.kept import kept
from kit.lesson.lesson import Lesson

VERSIONS = ("full", "standard", "easy")


class Level(NamedTuple):
    """A section's place and, of each of VERSIONS, its score; None where it has none."""

    place: str
    scores: tuple[float | None, ...]


@kept
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
    """The levels as text in the lesson's language: a line a section, a column a version."""
    say = lesson.texts
    versions = [say(f"level.{version}") for version in VERSIONS]
    rows: list[tuple[str, ...]] = [("", *versions)]
    for level in levels(lesson):
        key = {"lead": "level.lead", "all": "level.all"}.get(level.place, "level.section")
        named = say(key, number=level.place)
        shown = ["–" if score is None else f"{score:.2f}" for score in level.scores]
        rows.append((named, *shown))
    whole = levels(lesson)[-1].scores
    bands = [
        say("level.band", version=version, band=say(f"level.{_key(band(score))}"))
        for version, score in zip(versions, whole, strict=True)
        if score is not None
    ]
    lines = [
        "  ".join([row[0] + _blanks(row[0], 12), *(_blanks(cell, 8) + cell for cell in row[1:])])
        for row in rows
    ]
    return "\n".join([*(line.rstrip() for line in lines), "", "; ".join(bands)])


def _key(name: str) -> str:
    return name.replace(" ", "-")


def _blanks(text: str, columns: int) -> str:
    """What fills a text up to a width: kana and kanji are as wide as two letters."""
    wide = sum(east_asian_width(character) in "WF" for character in text)
    return " " * (columns - len(text) - wide)


def _lines(lesson: Lesson, place: str, version: str) -> list[str]:
    name = "text" if version == "full" else version
    texts = [getattr(passage.paragraph, name) for passage in lesson.passages(place)]
    if not all(texts):
        return []
    return "\n".join(texts).splitlines()
