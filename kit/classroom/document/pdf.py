"""A PDF with text → a document: its rows joined to paragraphs, its headings told by their size."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import groupby, pairwise
from statistics import median

import pypdfium2
from pypdfium2 import raw

from kit.classroom.document.block import (
    HEADING,
    ITEM,
    LINE,
    Block,
    Document,
    counted,
    found,
    quoted,
)
from kit.classroom.document.pdf_page import Row, body_size, letters, rows
from kit.classroom.document.wrapped import Line, finished, joined, one_line
from kit.errors import InputError

MOST_PAGES = 100
"""Pages of the longest PDF that is read."""

HEADING_SIZE, TITLE_SIZE = 1.12, 1.3
"""How much larger than the text a heading and the headline are, at least."""

_PAGE_NUMBER = re.compile(
    r"(?:p(?:age|\.)?\s*)?[-–—―(（\s]*[0-9０-９]{1,4}[-–—―)）\s]*(?:[/／]\s*[0-9０-９]{1,4}|ページ|頁)?",
    re.IGNORECASE,
)
_DIGITS = re.compile("[0-9０-９]+")
_JAPANESE = "\u3000-\u30ff\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff\uff01-\uff60"
_BLANK = re.compile(f"(?<=[{_JAPANESE}]) +(?=[{_JAPANESE}])")
_SENTENCE = re.compile("[、。]")
_UNTOLD = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]|/g\\d+|\\(cid:\\d+\\)")
_ITEM = re.compile(r"[-*•・●○■◆①-⑳]")
_LONGEST_HEADING = 80


def read(data: bytes, name: str) -> Document:
    """Read a PDF that holds text.

    Raises:
        InputError: it is broken, locked with a password, holds no text, or is a book.
    """
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            mend = "open it with the password and print it as a new PDF"
            raise InputError("this PDF is locked with a password", mend, file=name) from error
        raise _broken(name) from error
    with closing(pdf):
        if len(pdf) > MOST_PAGES:
            problem = f"this PDF has {len(pdf):,} pages"
            raise InputError(problem, "print the pages of the article as a new PDF", file=name)
        try:
            printed = [rows(letters(page)) for page in pdf]
        except pypdfium2.PdfiumError as error:
            raise _broken(name) from error
    pages = [page for page, _ in printed]
    _checked("".join(row.text for page in pages for row in page), name)
    notes = ["the furigana was left out"] if any(above for _, above in printed) else []
    kept, heads = _without_heads(pages)
    if heads:
        label = counted(len(heads), "running head or page number", "running heads and page numbers")
        notes.append(f"{label} left out: {quoted(heads[0])}")
    title, blocks = _blocks([row for page in kept for row in page])
    return found(blocks, notes, title)


def _broken(name: str) -> InputError:
    mend = "open it and print it as a new PDF, or copy the text out of it"
    return InputError("this PDF is broken", mend, file=name)


def _checked(text: str, name: str) -> None:
    """Refuse a PDF without text, and one whose letters have no meaning but their shape."""
    letters = "".join(text.split())
    if not letters:
        mend = "have the text recognised (OCR), or type it into a text file"
        raise InputError("this PDF holds pictures of text", mend, file=name)
    if len(_UNTOLD.findall(letters)) > len(letters) / 5:
        mend = "copy the text from where the PDF was made"
        raise InputError("this PDF does not say which letters it shows", mend, file=name)


def _without_heads(pages: Sequence[list[Row]]) -> tuple[list[list[Row]], list[str]]:
    """The pages without their numbers and what each of them has at its top or foot."""
    edges = [_at_edges(page) for page in pages]
    repeated: dict[str, int] = {}
    for edge in edges:
        for text in {_DIGITS.sub("#", row.text) for row in edge}:
            repeated[text] = repeated.get(text, 0) + 1
    out: list[str] = []
    kept: list[list[Row]] = []
    for page, edge in zip(pages, edges, strict=True):
        outermost = {id(row) for row in (*edge[:1], *edge[-1:])}
        heads = {
            id(row)
            for row in edge
            if repeated[_DIGITS.sub("#", row.text)] >= max(2, len(pages) / 2)
            or (id(row) in outermost and _PAGE_NUMBER.fullmatch(row.text.strip()))
        }
        out += (row.text for row in page if id(row) in heads)
        kept.append([row for row in page if id(row) not in heads])
    return kept, out


def _at_edges(page: Sequence[Row]) -> list[Row]:
    """The two rows at the top of a page and the two at its foot, from top to bottom."""
    down = sorted(page, key=lambda row: -row.y)
    return down if len(down) <= 4 else [*down[:2], *down[-2:]]


def _blocks(every: Sequence[Row]) -> tuple[str, list[Block]]:
    """The headline and the blocks of all rows."""
    body = body_size((row.size, len(row.text)) for row in every)
    largest = max((row.size for row in every[: len(every) // 2 + 1]), default=body)
    title = ""
    blocks: list[Block] = []
    for large, group in groupby(every, lambda row: _is_head(row, body)):
        together = list(group)
        if not large:
            for items, pairs in groupby(_with_items(together), lambda pair: pair[0]):
                lines = list(_lines([row for _, row in pairs]))
                texts = [line.text for line in lines] if items else joined(lines, wrapped=True)
                blocks += (Block(ITEM if items else LINE, text) for text in texts)
            continue
        for size, same in groupby(together, lambda row: round(row.size, 1)):
            text = one_line(_unspaced(row.text) for row in same)
            if not title and size >= max(TITLE_SIZE * body, 0.95 * largest):
                title = text
            else:
                blocks.append(Block(HEADING, text))
    return title, blocks


def _is_head(row: Row, body: float) -> bool:
    return row.size >= HEADING_SIZE * body and len(row.text) <= _LONGEST_HEADING


def _lines(every: Sequence[Row]) -> Iterator[Line]:
    """The rows as lines: an indent, a gap or another size begins a paragraph."""
    falls = [
        before.y - row.y for before, row in pairwise(every) if 0 < before.y - row.y < 4 * row.size
    ]
    usual = median(falls) if falls else 0.0
    for place, row in enumerate(every):
        before = every[place - 1] if place else None
        after = every[place + 1] if place + 1 < len(every) else None
        turns = before is not None and row.y >= before.y
        starts = before is None
        if before is not None and not turns:
            gap = before.y - row.y > 1.3 * usual
            starts = gap or abs(row.size - before.size) > 0.1 * row.size
        if not starts and not (before and _ITEM.match(before.text)):
            starts = _is_indented(row, before if not turns else None, after)
        yield Line(_unspaced(row.text).strip(), starts, turns)


def _with_items(every: Sequence[Row]) -> Iterator[tuple[bool, Row]]:
    """The rows, each with whether it is an item of a list whose marks are drawn, not written.

    Two rows or more of a list stand to the right of the text around them, and none is a sentence.
    """
    groups = [list(group) for _, group in groupby(every, lambda row: round(row.x / row.size, 1))]
    for place, group in enumerate(groups):
        beside = [*groups[place - 1][-1:] * (place > 0), *(groups[place + 1 :] or [[]])[0][:1]]
        near = [row for row in beside if abs(row.x - group[0].x) < 5 * group[0].size]
        inside = bool(near) and all(group[0].x - row.x > 1.2 * row.size for row in near)
        listed = inside and len(group) > 1 and not any(finished(row.text) for row in group)
        yield from ((listed, row) for row in group)


def _is_indented(row: Row, before: Row | None, after: Row | None) -> bool:
    """Whether a row begins to the right of its neighbours in the same column."""
    if row.text.startswith("\u3000"):
        return True
    beside = [
        other.x
        for other in (before, after)
        if other is not None and abs(other.x - row.x) < 4 * row.size
    ]
    return bool(beside) and 0.6 * row.size < row.x - min(beside)


def _unspaced(text: str) -> str:
    """A row without the blanks that come from where its letters stand, not from its writer.

    A headline may have a blank or two of its own.
    """
    blanks = len(_BLANK.findall(text))
    if not blanks or (blanks <= 2 and not _SENTENCE.search(text) and len(text) > 8 * blanks):
        return text
    return _BLANK.sub("", text)
