"""What an article is to an instructor: where it comes from, and its headings, paragraphs, items."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from kit.classroom.document.ruby import Readings, Ruby, marked, readings

HEADING, PARAGRAPH, ITEM = "heading", "paragraph", "item"
"""What a block may be; an item is one of a list."""

LINE = "line"
"""What a block is until its neighbours have told: a file without marks of structure has no more."""


class Block(NamedTuple):
    """A heading, a paragraph or an item of a list: one line of text, without its mark."""

    kind: str
    text: str


class Document(NamedTuple):
    """An article as a file has it.

    title: its headline.
    source: the outlet, an agency, the writer; empty where the file does not say.
    date: when it appeared; None where the file does not say.
    license, url: as the file has them, else empty.
    blocks: its text in order, without the headline.
    notes: what was left out or is not certain, a sentence each, for the instructor.
    ruby: the readings that stand above words in the file, in order.
    """

    title: str
    source: str
    date: date | None
    license: str
    url: str
    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()
    ruby: tuple[Ruby, ...] = ()

    @property
    def read(self) -> tuple[Block, ...]:
        """The blocks, paragraphs and items with the readings of the file: `{一日|いちにち}`."""
        return tuple(
            block if block.kind == HEADING else Block(block.kind, marked(block.text, above))
            for block, above in zip(self.blocks, self.readings, strict=True)
        )

    @property
    def readings(self) -> tuple[Readings, ...]:
        """The readings that the file has above each block."""
        return readings([block.text for block in self.blocks], self.ruby)

    @property
    def text(self) -> str:
        """Headline and text, a line a block; the items of a list stand after `- `."""
        marked = (f"- {text}" if kind == ITEM else text for kind, text in self.blocks)
        return "\n".join((self.title, *marked))


def found(
    blocks: tuple[Block, ...] | list[Block],
    notes: tuple[str, ...] | list[str] = (),
    title: str = "",
) -> Document:
    """A document of a format that says nothing about where the article comes from."""
    return Document(title, "", None, "", "", tuple(blocks), tuple(notes))


def quoted(text: str, length: int = 20) -> str:
    """The beginning of a text in quotes, so that an instructor finds it."""
    line = " ".join(text.split())
    return f"「{line}」" if len(line) <= length else f"「{line[:length]}…」"


def counted(number: int, singular: str, plural: str = "") -> str:
    """`1 table`, `2 tables`."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"
