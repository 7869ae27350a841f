"""The tree of a web page → its text in parts, each with what `<ruby>` puts above it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kit.classroom.document.ruby import Part

_SILENT = frozenset("head script style noscript template svg rp figcaption".split())


def parts(tree: Any) -> Iterator[Part]:
    """All text of a tree in order, with its ruby; annotations beyond the first (`rtc`) left out.

    Args:
        tree: an element of HTML.
    """
    waiting: list[Any] = [tree]
    while waiting:
        found = waiting.pop()
        if isinstance(found, str):
            yield found, ""
            continue
        tag = _tag(found)
        if tag == "ruby":
            yield from _ruby(found)
        elif tag not in _SILENT:
            inside: list[Any] = [found.text or ""]
            for child in found:
                inside += [child, child.tail or ""]
            waiting += reversed(inside)


def _ruby(element: Any) -> Iterator[Part]:
    """The parts of one `<ruby>`: its bases, each with the `<rt>` that follows, or as many of them.

    A page may leave end tags out, so that `<rt>` stands in `<rb>`, or `<rb>` in `<rt>`. Of
    `<ruby>` in `<ruby>`, nothing tells which reading is whose: it has none.
    """
    bases: list[str] = []
    readings: list[str] = []
    nested = next((one for one in element.iterdescendants() if _tag(one) == "ruby"), None)
    for tag, text in _texts(element, ""):
        if not text.strip() or tag in {"rp", "rtc"} or (tag == "rt" and nested is not None):
            continue
        if tag != "rt" and readings:
            yield from _paired(bases, readings)
            bases, readings = [], []
        (readings if tag == "rt" else bases).append(text.strip())
    yield from _paired(bases, readings)


def _texts(element: Any, inside: str) -> Iterator[tuple[str, str]]:
    """Each text of a `<ruby>` with the tag of its kind (rb, rt, rp, rtc) that it stands in."""
    tag = _tag(element)
    kind = inside if inside == "rtc" else tag if tag in {"rb", "rt", "rp", "rtc"} else inside
    yield kind, element.text or ""
    for child in element:
        yield from _texts(child, kind)
        yield kind, child.tail or ""


def _paired(bases: list[str], readings: list[str]) -> Iterator[Part]:
    if len(bases) == len(readings):
        yield from zip(bases, readings, strict=True)
    else:
        yield "".join(bases), "".join(readings)


def _tag(element: Any) -> str:
    return element.tag.lower() if isinstance(element.tag, str) else "rp"
