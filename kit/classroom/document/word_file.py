"""A Word file → a document: headings and lists by their styles, furigana apart, no deletions."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from kit.classroom.document.block import (
    HEADING,
    ITEM,
    LINE,
    PARAGRAPH,
    Block,
    Document,
    counted,
    found,
    quoted,
)
from kit.classroom.document.ruby import Part, rubies
from kit.classroom.document.wrapped import finished, joined, lines
from kit.errors import InputError

LARGEST = 200_000_000
"""Bytes of the largest file that is unpacked, pictures included."""
LARGEST_PART = 20_000_000
"""Bytes of the largest part of it that is text."""
MOST = 20_000
"""Paragraphs of the longest file that is read."""

TITLE, CAPTION = "title", "caption"

_HEADING_STYLE = re.compile(r"(?:heading|見出し)\s*\d", re.IGNORECASE)
_STYLES = (
    (re.compile(r"(?:title|表題)$", re.IGNORECASE), TITLE),
    (re.compile(r"(?:subtitle|副題)$", re.IGNORECASE), HEADING),
    (_HEADING_STYLE, HEADING),
    (re.compile(r"(?:caption|図表番号)$", re.IGNORECASE), CAPTION),
    (re.compile(r"(?:list|箇条書き)(?!\s*paragraph)", re.IGNORECASE), ITEM),
)
_LONGEST_HEADING = 40

_P, _TABLE, _CELL, _ROW, _RUN = (qn(f"w:{tag}") for tag in ("p", "tbl", "tc", "tr", "r"))
_TEXT, _TAB, _BREAK = qn("w:t"), qn("w:tab"), (qn("w:br"), qn("w:cr"))
_RUBY, _RUBY_BASE, _RT = qn("w:ruby"), qn("w:rubyBase"), qn("w:rt")
_CONTENTS = tuple(
    qn(f"w:{tag}") for tag in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")
)
_FRAMES = tuple(qn(f"w:{tag}") for tag in ("drawing", "pict", "object"))
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_BOX = qn("w:txbxContent")
_SKIPPED = (*(qn(f"w:{tag}") for tag in ("rt", "del", "moveFrom", "pPr", "rPr")), _ALTERNATIVES)
_NOTE_MARKS = (qn("w:footnoteReference"), qn("w:endnoteReference"))


def read(data: bytes, name: str) -> Document:
    """Read a Word file (.docx).

    Raises:
        InputError: it is broken, locked, or far larger unpacked than an article.
    """
    _checked(data, name)
    try:
        document = docx.Document(io.BytesIO(data))
        if sum(1 for _ in document.element.body.iter(_P)) > MOST:
            raise _too_large(name)
        return _document(document)
    except InputError:
        raise
    except Exception as error:  # a broken part of it fails in as many ways as there are parts
        mend = "open it in Word and save it again as .docx"
        raise InputError("this Word file is broken", mend, file=name) from error


def _checked(data: bytes, name: str) -> None:
    """Refuse a file that says that it is too large; what holds more than it says is broken."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError) as error:
        mend = "open it in Word and save it again"
        raise InputError("this Word file is broken", mend, file=name) from error
    texts = [part.file_size for part in parts if part.filename.endswith((".xml", ".rels"))]
    if sum(part.file_size for part in parts) > LARGEST or max(texts, default=0) > LARGEST_PART:
        raise _too_large(name)


def _too_large(name: str) -> InputError:
    problem = "this Word file is far larger than an article"
    return InputError(problem, "copy the article into a new file", file=name)


def _document(document: Any) -> Document:
    notes: list[str] = []
    body = document.element.body
    paragraphs = [Paragraph(element, document) for element in _paragraphs(body, notes)]
    styled = [(_kind(paragraph), _text(paragraph._p)) for paragraph in paragraphs]
    title = next((text for kind, text in styled if kind == TITLE), "")
    if not any(kind == HEADING for kind, _ in styled):
        styled = list(_unstyled(styled, [_is_bold(paragraph) for paragraph in paragraphs]))
    captions = [text for kind, text in styled if kind == CAPTION]
    if captions:
        label = counted(len(captions), "caption of a picture", "captions of pictures")
        notes.append(f"{label} left out: {quoted(captions[0])}")
    if boxes := ["".join(_pieces(box)) for box in body.iter(_BOX) if not _is_copy(box)]:
        label = counted(len(boxes), "text box", "text boxes")
        notes.append(f"{label} left out: {quoted(boxes[0])}")
    if marks := sum(1 for _ in body.iter(*_NOTE_MARKS)):
        notes.append(f"{counted(marks, 'footnote')} left out")
    blocks = (
        Block(kind, part)
        for kind, text in styled
        if kind not in (TITLE, CAPTION)
        for part in joined(lines(text))
    )
    ruby = rubies(part for paragraph in paragraphs for part in _parts(paragraph._p))
    return found(tuple(blocks), notes, title)._replace(ruby=ruby)


def _unstyled(styled: list[tuple[str, str]], bold: list[bool]) -> Iterator[tuple[str, str]]:
    """The paragraphs of a file that styles no heading: bold may do it, or only what stands beside.

    Its lines are taken together: where they were pasted, each is a paragraph of its own.
    """
    told = 0 < sum(bold) < len(bold) / 2
    together: list[str] = []
    for (kind, text), strong in zip(styled, bold, strict=True):
        short = 0 < len(text) <= _LONGEST_HEADING
        if kind == PARAGRAPH and not (told and strong and short and not finished(text)):
            together.append(text)
            continue
        yield LINE, "\n".join(together)
        together = []
        yield HEADING if kind == PARAGRAPH else kind, text
    yield LINE, "\n".join(together)


def _paragraphs(body: Any, notes: list[str]) -> Iterator[Any]:
    """The paragraphs of a body, in order. A table of one cell is a frame around its text."""
    for element in body:
        if element.tag == _P:
            yield element
        elif element.tag == _TABLE:
            cells = list(element.iter(_CELL))
            if len(cells) == 1:
                yield from _paragraphs(cells[0], notes)
            elif cells:
                rows = [" ".join(_text(cell) for cell in row) for row in element.iter(_ROW)]
                rows = [row.strip() for row in rows]
                label = counted(len(rows), "row")
                notes.append(f"a table of {label} left out: {quoted(rows[0])}")
        elif element.tag in _CONTENTS:
            yield from _paragraphs(element, notes)


def _kind(paragraph: Paragraph) -> str:
    """What the style of a paragraph, or its own settings, make of it."""
    style = paragraph.style
    numbered = outlined = False
    settings = [paragraph._p.pPr]
    while style is not None:
        for pattern, kind in _STYLES:
            if pattern.match(style.name or ""):
                return kind
        settings.append(style.element.pPr)
        style = style.base_style
    for setting in settings:
        if setting is not None:
            level = setting.find(qn("w:outlineLvl"))
            outlined = outlined or (level is not None and level.get(qn("w:val")) != "9")
            number = setting.find(f"{qn('w:numPr')}/{qn('w:numId')}")
            numbered = numbered or (number is not None and number.get(qn("w:val")) != "0")
    return HEADING if outlined else ITEM if numbered else PARAGRAPH


def _is_bold(paragraph: Paragraph) -> bool:
    runs = [run for run in paragraph.runs if run.text.strip()]
    return bool(runs) and all(run.bold for run in runs)


def _text(element: Any) -> str:
    return "".join(_pieces(element)).strip("\n")


def _pieces(element: Any) -> Iterator[str]:
    """The text of a paragraph as it is read: not its furigana, not what was deleted from it."""
    for part in element:
        if part.tag == _TEXT:
            yield part.text or ""
        elif part.tag == _TAB:
            yield " "
        elif part.tag in _BREAK:
            yield "\n"
        elif part.tag not in _SKIPPED and part.tag not in _FRAMES:
            yield from _pieces(part)


def _parts(element: Any) -> Iterator[Part]:
    """The text of a paragraph in parts, each with its furigana."""
    for part in element:
        if part.tag == _RUBY:
            base = "".join("".join(_pieces(inner)) for inner in part.iter(_RUBY_BASE))
            yield base, "".join("".join(_pieces(inner)) for inner in part.iter(_RT))
        elif part.tag == _TEXT:
            yield part.text or "", ""
        elif part.tag not in _SKIPPED and part.tag not in _FRAMES:
            yield from _parts(part)


def _is_copy(box: Any) -> bool:
    """Whether a text box is the copy of another for an older Word."""
    return any(above.tag.endswith("}Fallback") for above in box.iterancestors())
