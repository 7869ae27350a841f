"""Lines that were broken by hand, or by a page's width → the paragraphs that they were."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

FULL = 0.88
"""From which share of the usual width on a line counts as full, so that its paragraph goes on."""

BAND = 3.0
"""Characters by which the full lines of one text differ: a line may not begin with every mark."""

NARROWEST = 12
"""Characters of the narrowest column; shorter lines are broken for another reason."""

_FINISHED = re.compile(r"[。．.!！?？｡…][」』）)］\]】〉》”’\"'｣]*$")
_GOES_ON = re.compile(r"[、，､をはがの]$")
_CANNOT_BEGIN = re.compile(r"[、。，．）」』】〕ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮーんン々]")
_TAIL = re.compile(r"[ぁ-ん]{1,4}。")  # た。 and ています。 end what stands above them
_MARKED = re.compile(
    r"(?:[-*+•‣–][ \t\u3000]|・|[0-9０-９]{1,3}[.)．）][ \t\u3000]|[①-⑳■□◆◇●○◎▼▽▶▷★☆※])"
)
_HALF_WIDTH = re.compile("[\x00-\x7f\uff61-\uff9f]")
_HYPHEN = re.compile(r"[A-Za-z]-$")
_LINE_END = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_INDENT = re.compile("[\u3000 \t]")


class Line(NamedTuple):
    """A line of a file.

    starts: it surely begins a paragraph. turns: it is the first of a page or of a column.
    """

    text: str
    starts: bool = False
    turns: bool = False


def lines(text: str) -> list[Line]:
    """The lines of a text that are not blank; blank lines and indents tell where paragraphs begin.

    Where most lines are indented, the indent tells nothing.
    """
    every = _LINE_END.split(text)
    filled = [line for line in every if line.strip()]
    indents = sum(_INDENT.match(line) is not None for line in filled) <= len(filled) * 0.6
    found: list[Line] = []
    blank = True
    for line in every:
        if stripped := line.strip():
            found.append(Line(stripped, blank or (indents and _INDENT.match(line) is not None)))
        blank = not stripped
    return found


def joined(every: Sequence[Line], *, wrapped: bool = False) -> list[str]:
    """The paragraphs of a text, a string each.

    Args:
        every: its lines.
        wrapped: whether all its lines are known to be broken at the width of a page; else that is
            told from their lengths.
    """
    width = _width(every, wrapped)
    paragraphs: list[str] = []
    before: Line | None = None
    for line in every:
        if before is not None and _continues(before, line, width):
            paragraphs[-1] = together(paragraphs[-1], line.text)
        else:
            paragraphs.append(line.text)
        before = line
    return paragraphs


def together(text: str, more: str) -> str:
    """Two parts of a paragraph as one. Japanese is joined without a space."""
    if not (text and more and text[-1].isascii() and more[0].isascii()):
        return text + more
    if _HYPHEN.search(text) and more[0].islower():
        return text[:-1] + more
    return f"{text} {more}"


def one_line(parts: Iterable[str]) -> str:
    """The parts of a paragraph as one line."""
    text = ""
    for part in parts:
        if stripped := part.strip():
            text = together(text, stripped)
    return text


def finished(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return _FINISHED.search(text) is not None


def marked(text: str) -> bool:
    """Whether a text begins with the mark of a list or of a heading."""
    return _MARKED.match(text) is not None


def _continues(before: Line, line: Line, width: float | None) -> bool:
    if line.starts or marked(line.text):
        return False
    ends = finished(before.text)
    if line.turns and ends:
        return False
    if _CANNOT_BEGIN.match(line.text) or (not ends and _GOES_ON.search(before.text)):
        return True
    if not ends and (_is_open(before.text) or _TAIL.match(line.text)):
        return True
    return width is not None and _length(before.text) >= FULL * width


def _is_open(text: str) -> bool:
    """Whether a quote or a bracket begins in a line and does not end there."""
    return text.rfind("「") > text.rfind("」") or text.rfind("（") > text.rfind("）")


def _width(every: Sequence[Line], wrapped: bool) -> float | None:
    """The length of a full line, in full-width characters; None where no width breaks lines.

    Broken lines are of much the same length, three of them or more, and none is longer.
    """
    lengths = [_length(line.text) for line in every]
    broken = sorted(
        length
        for length, line, after in zip(lengths, every, every[1:], strict=False)
        if length >= NARROWEST and not finished(line.text) and not after.starts
    )
    if not broken:
        return None
    best, width, first = 0, 0.0, 0
    for last, length in enumerate(broken):
        while broken[first] < length - BAND:
            first += 1
        if last - first >= best:
            best, width = last - first, length
    if wrapped:
        return width
    longer = sum(length > width + BAND / 2 for length in lengths)
    return width if best >= 2 and not longer else None


def _length(text: str) -> float:
    """The width of a line, in full-width characters."""
    return len(text) - len(_HALF_WIDTH.findall(text)) / 2
