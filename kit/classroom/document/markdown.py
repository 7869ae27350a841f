"""Markdown → a document: headings, paragraphs and lists, and what the front matter says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from kit.classroom.document import plain
from kit.classroom.document.block import HEADING, ITEM, PARAGRAPH, Block, Document, counted, quoted
from kit.classroom.document.origin import dates
from kit.classroom.document.wrapped import one_line
from kit.language.script.encoding import decode

SETTINGS = {
    "title": ("title", "headline", "タイトル", "題名"),
    "source": ("source", "publisher", "site", "sitename", "出典", "author", "著者"),
    "date": ("date", "published", "pubdate", "日付", "掲載日"),
    "license": ("license", "licence", "rights", "ライセンス"),
    "url": ("url", "link", "permalink", "canonical"),
}
"""What the front matter may call each thing, the surest name first."""

_MARKDOWN = (
    MarkdownIt("commonmark")
    .enable(["table", "strikethrough"])
    .use(front_matter_plugin)
    .use(colon_fence_plugin)
)
_LEFT_OUT = {
    "fence": ("block of code", "blocks of code"),
    "code_block": ("block of code", "blocks of code"),
    "colon_fence": ("block in colons", "blocks in colons"),
    "html_block": ("block of HTML", "blocks of HTML"),
    "image": ("picture", "pictures"),
}
_BLANK_LINE = re.compile(r"\n[ \t]*\r?\n")
_SETTING = re.compile(r"([\w-]+)\s*:\s*(.+)")
_RUBY = re.compile(r"<(/?)(rt|rp)\b", re.IGNORECASE)


def read(data: bytes, name: str) -> Document:
    """Read Markdown.

    Raises:
        InputError: it is not text, or in no encoding that is read.
    """
    text = decode(data, name)
    nodes = SyntaxTreeNode(_MARKDOWN.parse(text)).children
    settings: dict[str, str] = {}
    if nodes and nodes[0].type == "front_matter":
        front = nodes.pop(0)
        settings = _settings(front.content)
        text = "\n".join(text.splitlines()[front.map[1] if front.map else 0 :])
    title = settings.get("title", "")
    notes: list[str] = []
    if _BLANK_LINE.search(text.strip()) or any(node.type == "heading" for node in nodes):
        out: dict[tuple[str, str], int] = {}
        blocks = [block for node in nodes for block in _blocks(node, out, notes)]
        notes += (f"{counted(number, *label)} left out" for label, number in out.items())
        heads = (_inline(node, out) for node in nodes if node.tag == "h1")
        title = title or next(heads, "")
    else:  # a plain text that bears another name: its lines would be one paragraph
        blocks = plain.blocks(text)
    return Document(
        title=title,
        source=settings.get("source", ""),
        date=next(dates(settings.get("date", "")), None),
        license=settings.get("license", ""),
        url=settings.get("url", ""),
        blocks=tuple(blocks),
        notes=tuple(notes),
    )


def _settings(text: str) -> dict[str, str]:
    """What the front matter says, by the names of a Document's fields."""
    told: dict[str, str] = {}
    for line in text.splitlines():
        if found := _SETTING.fullmatch(line.strip()):
            told.setdefault(found[1].lower(), found[2].strip().strip("'\""))
    return {
        field: next(told[name] for name in names if name in told)
        for field, names in SETTINGS.items()
        if any(name in told for name in names)
    }


def _blocks(
    node: SyntaxTreeNode, out: dict[tuple[str, str], int], notes: list[str]
) -> Iterator[Block]:
    if node.type == "heading":
        yield Block(HEADING, _inline(node, out))
    elif node.type == "paragraph":
        yield Block(PARAGRAPH, _inline(node, out))
    elif node.type == "list_item":
        for child in node.children:
            for block in _blocks(child, out, notes):
                yield Block(ITEM, block.text)
    elif node.type == "table":
        rows = [part for part in node.walk() if part.type == "tr"]
        text = _inline(rows[0], out) if rows else ""
        notes.append(f"a table of {counted(len(rows), 'row')} left out: {quoted(text)}")
    elif node.type in _LEFT_OUT:
        label = _LEFT_OUT[node.type]
        out[label] = out.get(label, 0) + 1
    else:
        for child in node.children:
            yield from _blocks(child, out, notes)


def _inline(node: SyntaxTreeNode, out: dict[tuple[str, str], int]) -> str:
    """The text of a node as one line, without what HTML puts above a word as its reading."""
    parts = [""]
    inside = ""
    for part in node.walk():
        if part.type == "html_inline":
            if tag := _RUBY.match(part.content):
                inside = "" if tag[1] else tag[2].lower()
        elif inside:
            continue
        elif part.type in ("text", "code_inline"):
            if not any(above.type == "image" for above in _above(part)):
                parts[-1] += part.content
        elif part.type in ("softbreak", "hardbreak", "td", "th"):
            parts.append("")
        elif part.type == "image":
            label = _LEFT_OUT["image"]
            out[label] = out.get(label, 0) + 1
    return one_line(parts)


def _above(node: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    while (parent := node.parent) is not None:
        yield parent
        node = parent
