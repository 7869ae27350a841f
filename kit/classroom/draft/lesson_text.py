"""A document → the text of a `lesson.md`, with what only a teacher can write marked as to do.

`kit.lesson.source` reads it back as it was. Its Markdown knows no escape: a line that would begin
as markup is indented with a wide blank, which the reader takes away; where not even that helps,
its first character becomes the wide one of the same kind (＃).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kit.classroom.document.block import HEADING, ITEM, PARAGRAPH, Document
from kit.classroom.draft.named import Named
from kit.lesson.lesson import Question
from kit.texts import Texts

WIDE_BLANK = "\u3000"

MOST_NAMED = 100
"""Names that are listed for a teacher to look at."""

_ENDS = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff]")
_MARKUP = re.compile("[#>*+_:-]|[0-9]{1,9}[.)]")
_REFUSED = re.compile("#|:|- |---")
_WIDE = str.maketrans("#:-", "＃：－")
_CLOSING = re.compile("(?:^|[ \t])#+$")
_LINK = re.compile(r"\](?=\()")


class Part(NamedTuple):
    """What stands together in a lesson: a heading, or a paragraph and the list that goes with it.

    text: of the heading or the paragraph; empty where a list stands alone. items: of the list.
    blocks: the numbers of the document's blocks in it.
    """

    heading: bool
    text: str
    items: tuple[str, ...]
    blocks: tuple[int, ...]


def parts(document: Document) -> tuple[Part, ...]:
    """The headings and paragraphs of a lesson, in order; a list goes with the paragraph before it.

    A single item with a paragraph below it stands alone: it is a label of that. A heading with no
    text below it becomes a paragraph.
    """
    blocks = [(number, kind, line(text)) for number, (kind, text) in enumerate(document.read)]
    blocks = [block for block in blocks if block[2]]
    kinds = ["", *(kind for _, kind, _ in blocks), ""]
    found: list[Part] = []
    for (number, kind, text), before, after in zip(blocks, kinds, kinds[2:], strict=False):
        last = found[-1] if found and not found[-1].heading else None
        if kind != ITEM:
            alone = bool(found) and last is None
            found.append(Part(kind == HEADING and not alone, text, (), (number,)))
        elif last is None or (before != ITEM and after == PARAGRAPH):
            found.append(Part(False, "", (text,), (number,)))
        else:
            found[-1] = Part(False, last.text, (*last.items, text), (*last.blocks, number))
    if found and found[-1].heading:
        found[-1] = found[-1]._replace(heading=False)
    return tuple(found)


def lesson_text(
    document: Document,
    name: str,
    questions: Mapping[int, Sequence[Question]],
    names: Sequence[Named],
    unexplained: Sequence[Named],
    says: Texts,
) -> str:
    """The text of a draft.

    Args:
        document: the article.
        name: the lesson's.
        questions: what can be asked below a block, by the block's number.
        names, unexplained: what a teacher has to look at.
        says: the texts in which is said what there is to do.
    """
    found = parts(document)
    written = [_front_matter(document, name)]
    written += map(_todo, _first_todos(document, name, names, unexplained, says))
    if found and not found[0].heading:
        written.append(_todo(says("draft.todo-before")))
    for part in found:
        if part.heading:
            written += [_heading(part.text), _todo(says("draft.todo-before"))]
            continue
        asked = [question for block in part.blocks for question in questions.get(block, ())]
        written += [*_paragraph(part), *map(_question, asked)]
        written.append(_todo(says("draft.todo-asked" if asked else "draft.todo-paragraph")))
    written.append(_todo(says("draft.todo-summary")))
    return "\n\n".join(written) + "\n"


def line(text: str) -> str:
    """A text as one line without blanks around it, and without what nobody sees."""
    joined = _UNSEEN.sub("", _ENDS.sub(" ", text)).strip()
    return _LINK.sub("] ", joined)  # what looks like a link would have to lead somewhere


def _front_matter(document: Document, name: str) -> str:
    settings = {
        "title": line(document.title) or name,
        "source": line(", ".join(filter(None, (document.source, document.url)))),
        "license": line(document.license),
        "date": document.date.isoformat() if document.date else "",
        "text": "quoted",
    }
    return "\n".join(["---", *(f"{key}: {text}" for key, text in settings.items() if text), "---"])


def _first_todos(
    document: Document,
    name: str,
    names: Sequence[Named],
    unexplained: Sequence[Named],
    says: Texts,
) -> Iterator[str]:
    """What there is to do for the lesson as a whole."""
    file = f"vocab/{name}.csv"
    if not (document.source or document.url):
        yield says("draft.todo-source")
    if document.date is None:
        yield says("draft.todo-date")
    if not document.license:
        yield says("draft.todo-license")
    yield says("draft.todo-words", file=file)
    if names:
        yield says("draft.todo-names", names=_listed(names), file=file)
    if unexplained:
        yield says("draft.todo-unexplained", words=_listed(unexplained), file=file)


def _listed(names: Sequence[Named]) -> str:
    listed = []
    for text, reading, unsure in names[:MOST_NAMED]:
        mark = "?" if unsure else ""
        listed.append(f"{text}（{reading}{mark}）" if reading else f"{text}（?）")
    return "、".join(listed) + ("、……" if len(names) > MOST_NAMED else "")


def _todo(text: str) -> str:
    return f":::{{todo}} {line(text)}\n:::"


def _question(question: Question) -> str:
    rows = [f":::{{question}} {line(question.text)}", f":id: {question.id}"]
    if question.asks:
        rows.append(f":asks: {question.asks}")
    for option in question.options:
        rows.append(f"- [{'x' if option.correct else ' '}] {line(option.text)}")
        if option.reason:
            rows.append(f"  > {line(option.reason)}")
    return "\n".join([*rows, ":::"])


def _heading(text: str) -> str:
    return f"## {text}{WIDE_BLANK if _CLOSING.search(text) else ''}"


def _paragraph(part: Part) -> Iterator[str]:
    if part.text:
        text = part.text
        if _REFUSED.match(text):
            text = text[0].translate(_WIDE) + text[1:]
        yield _indented(text)
    if part.items:
        yield "\n".join(f"- {_indented(text)}" for text in part.items)


def _indented(text: str) -> str:
    return WIDE_BLANK + text if _MARKUP.match(text) else text
