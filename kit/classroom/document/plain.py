"""Plain text → a document: its lines, joined where they were broken by hand."""

from __future__ import annotations

from kit.classroom.document.block import LINE, Block, Document, found
from kit.classroom.document.wrapped import joined, lines
from kit.language.script.encoding import decode


def read(data: bytes, name: str) -> Document:
    """Read plain text in any of the encodings of Japanese.

    Raises:
        InputError: it is not text, or in no encoding that is read.
    """
    return found(blocks(decode(data, name)))


def blocks(text: str) -> list[Block]:
    """The lines of a plain text, of which only their neighbours can tell what they are."""
    return [Block(LINE, line) for line in joined(lines(text))]
