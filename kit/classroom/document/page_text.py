"""The tree of a web page → blocks, as its tags tell, whether they belong to the article or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from kit.classroom.document.block import HEADING, ITEM, PARAGRAPH, Block, counted, quoted
from kit.classroom.document.wrapped import finished, joined, lines

_HEADS = frozenset("h1 h2 h3 h4 h5 h6 head".split())
_ITEMS = frozenset("li item dd dt".split())
_BLOCKS = (
    _HEADS
    | _ITEMS
    | frozenset(
        "address article aside blockquote body caption center div dl fieldset figcaption figure"
        " footer form header hr html list main nav ol p pre quote section summary table tbody td"
        " th tr row cell ul".split()
    )
)
_BOLD = frozenset("b strong hi".split())
_LONGEST_HEADING = 40
_BREAK = "\u2028"
"""Stands where the page begins a new line, and its source need not."""
_SPACES = re.compile(r"[ \t\r\n]+")


def blocks(tree: Any) -> tuple[list[Block], list[str]]:
    """The text of a tree, and notes on the tables in it.

    Args:
        tree: an element of HTML, or of the XML that trafilatura makes of it.
    """
    etree.strip_tags(tree, etree.Comment, etree.ProcessingInstruction)
    notes: list[str] = []
    found: list[Block] = []
    for kind, text in _runs(tree, notes):
        found += (Block(kind, paragraph) for paragraph in joined(lines(text)))
    return found, notes


def _runs(tree: Any, notes: list[str]) -> Iterator[tuple[str, str]]:
    """Kind and text of each run of text between two tags that begin a line of their own."""
    walk = etree.iterwalk(tree, events=("start", "end"))
    run = _Run()
    kind = PARAGRAPH
    bold = 0
    for event, element in walk:
        tag = element.tag.lower()
        if tag in _BLOCKS:
            if run.text():
                yield run.kind(kind), run.text()
            run = _Run()
            kind = PARAGRAPH
        if event == "start":
            if tag in _BLOCKS:
                kind = HEADING if tag in _HEADS else ITEM if tag in _ITEMS else PARAGRAPH
            if tag == "table" and (note := _table(element)):
                notes.append(note)
                walk.skip_subtree()
                continue
            bold += tag in _BOLD
            run.add(_BREAK if tag in ("br", "lb") else "", bold > 0)
            run.add(_pre(element.text) if tag == "pre" else element.text, bold > 0)
        else:
            bold -= tag in _BOLD
            if element is not tree:
                run.add(element.tail, bold > 0)
    if run.text():
        yield run.kind(kind), run.text()


class _Run:
    """A run of text, and whether all of it is bold."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._bold = True

    def add(self, text: str | None, bold: bool) -> None:
        if text:
            self._parts.append(text)
            self._bold = self._bold and (bold or not text.strip())

    def text(self) -> str:
        """Its text as the page shows it."""
        return _SPACES.sub(" ", "".join(self._parts)).strip(f" {_BREAK}")

    def kind(self, kind: str) -> str:
        """Its kind; a short paragraph that is bold and no sentence is a heading."""
        text = self.text()
        bold = self._bold and _BREAK not in text and len(text) <= _LONGEST_HEADING
        return HEADING if kind == PARAGRAPH and bold and not finished(text) else kind


def _table(table: Any) -> str:
    """What to say of a table that is left out; nothing of one that only places text on the page."""
    cells = ["".join(cell.itertext()) for cell in table.iter("td", "th", "cell")]
    if len(cells) < 2 or any(cell.count("。") > 1 for cell in cells):
        return ""
    rows = [" ".join(row.itertext()) for row in table.iter("tr", "row")]
    return f"a table of {counted(len(rows), 'row')} left out: {quoted(rows[0])}"


def _pre(text: str | None) -> str | None:
    """Text of a tag that keeps the lines of the source."""
    return text and text.replace("\r\n", "\n").replace("\n", _BREAK)
