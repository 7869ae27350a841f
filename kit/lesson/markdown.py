"""The Markdown that `lesson.md` is written in: little of it, with blocks in colon fences."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from kit.errors import InputError

MARKDOWN = (
    MarkdownIt("zero")
    .enable(["heading", "list", "hr", "blockquote"])
    .use(front_matter_plugin)
    .use(colon_fence_plugin)
)


def line_of(node: SyntaxTreeNode) -> int:
    """The line that it begins in, counted from 0."""
    return node.map[0] if node.map else 0


def inline(node: SyntaxTreeNode) -> str:
    """The text of a block as it stands. Japanese is joined over the end of a line without space."""
    content = "\n".join(child.content for child in node.children if child.type == "inline")
    lines = [line.strip() for line in content.splitlines()]
    text = ""
    for line in filter(None, lines):
        space = text and text[-1].isascii() and line[0].isascii()
        text += f" {line}" if space else line
    return text


def inside(node: SyntaxTreeNode) -> list[tuple[int, str]]:
    """The lines in a block as they are, each with its number, counted from 0."""
    return list(enumerate(node.content.splitlines(), line_of(node) + 1))


def refuse(file: Path, line: int, problem: str, mend: str) -> NoReturn:
    """Refuse a file for what stands in a line, counted from 0."""
    raise InputError(problem, mend, file=file, line=line + 1)
