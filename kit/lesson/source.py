"""`lesson.md` and its CSV → a Lesson.

The format is Markdown with blocks in the colon-fence style of MyST. Text is taken as it stands:
nothing in it is markup.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from kit.errors import InputError
from kit.language.encoding import decode
from kit.lesson import vocabulary
from kit.lesson.lesson import LEAD, Lesson, Option, Paragraph, Question, Section

KEYS = ("title", "source", "license", "date")
VERSIONS = ("standard", "easy", "english", "note")
QUESTION = "question"

_BLOCK = re.compile(r"\{([a-z]+)\}[ \t]*(.*)")
_SETTING = re.compile(r":([a-z]+):[ \t]*(.*)")
_OPTION = re.compile(r"\[([ xX])\][ \t]+(\S.*)", re.DOTALL)
_ID = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")

_MARKDOWN = (
    MarkdownIt("zero")
    .enable(["heading", "list", "hr", "blockquote"])
    .use(front_matter_plugin)
    .use(colon_fence_plugin)
)


def read(markdown: Path, words: Path) -> Lesson:
    """Read a lesson.

    Args:
        markdown: its `lesson.md`; the folder's name is the lesson's.
        words: the CSV file of the words that it teaches.

    Raises:
        InputError: one of them is missing or broken; it names file, line and mend.
    """
    try:
        text = decode(markdown.read_bytes(), str(markdown))
    except OSError as error:
        raise InputError(
            f"the lesson cannot be read ({error.strerror})", "check the name", file=markdown
        ) from None
    name = markdown.absolute().parent.name
    settings, sections = _Reader(text, markdown).read()
    glossary, taught = vocabulary.read(words)
    return Lesson(
        name=name,
        title=settings["title"],
        source=settings.get("source", ""),
        license=settings.get("license", ""),
        date=date.fromisoformat(settings["date"]) if "date" in settings else None,
        sections=sections,
        words=taught,
        glossary=glossary,
    )


class _Reader:
    """One reading of one `lesson.md`."""

    def __init__(self, text: str, file: Path) -> None:
        self._lines = text.splitlines()
        self._file = file
        self._ids: dict[str, int] = {}

    def read(self) -> tuple[dict[str, str], tuple[Section, ...]]:
        """The front matter, and the sections."""
        root = SyntaxTreeNode(_MARKDOWN.parse("\n".join(self._lines) + "\n"))
        if not root.children or root.children[0].type != "front_matter":
            self._refuse(0, "the lesson does not begin with its title", "begin with --- and title:")
        first, *nodes = root.children
        settings = self._settings(first)
        sections = [Section(LEAD, settings["title"], ())]
        starts = [_line(first)]
        open_list = True  # whether a list would belong to the paragraph before it
        for node in nodes:
            paragraphs = sections[-1].paragraphs
            if node.type == "heading":
                title = self._heading(node)
                sections.append(Section(str(len(starts)), title, ()))
                starts.append(_line(node))
            elif node.type == "colon_fence":
                if not paragraphs:
                    self._refuse(_line(node), "the block follows no paragraph", "move it below one")
                paragraphs = (*paragraphs[:-1], self._block(node, paragraphs[-1]))
                sections[-1] = replace(sections[-1], paragraphs=paragraphs)
            elif node.type == "paragraph" or (node.type == "bullet_list" and not paragraphs):
                added = Paragraph(self._text(node), _line(node) + 1)
                sections[-1] = replace(sections[-1], paragraphs=(*paragraphs, added))
            elif node.type == "bullet_list":
                last = paragraphs[-1]
                if open_list:
                    added = replace(last, text=f"{last.text}\n{self._text(node)}")
                    paragraphs = (*paragraphs[:-1], added)
                else:
                    paragraphs = (*paragraphs, Paragraph(self._text(node), _line(node) + 1))
                sections[-1] = replace(sections[-1], paragraphs=paragraphs)
            else:
                self._refuse(
                    _line(node),
                    "this is neither heading, paragraph, list nor block",
                    "write it as a paragraph",
                )
            open_list = node.type == "paragraph"
        if not sections[0].paragraphs:
            del sections[0], starts[0]
        for section, line in zip(sections, starts, strict=True):
            if not section.paragraphs:
                self._refuse(line, f"{section.title} has no paragraph", "write one below it")
        if not sections:
            self._refuse(0, "the lesson has no text", "write a paragraph below the front matter")
        return settings, tuple(sections)

    def _settings(self, node: SyntaxTreeNode) -> dict[str, str]:
        settings: dict[str, str] = {}
        for line, text in enumerate(node.content.splitlines(), 1):
            key, colon, value = (part.strip() for part in text.partition(":"))
            if not text.strip():
                continue
            if not colon or key not in KEYS:
                self._refuse(line, f"{key!r} is not known here", f"use {', '.join(KEYS)}")
            if key in settings:
                self._refuse(line, f"{key} is there twice", "delete one")
            if not value:
                self._refuse(line, f"{key} is empty", "fill it in, or delete the line")
            if key == "date":
                try:
                    date.fromisoformat(value)
                except ValueError:
                    self._refuse(line, f"{value!r} is no date", "write it as 2025-02-20")
            settings[key] = value
        if "title" not in settings:
            self._refuse(0, "the title is missing", "add a line with title: between the two ---")
        return settings

    def _heading(self, node: SyntaxTreeNode) -> str:
        title = _inline(node)
        if node.tag != "h2":
            self._refuse(_line(node), "a section's heading has two #", "write ## before it")
        if not title:
            self._refuse(_line(node), "the heading is empty", "write it, or delete the line")
        return title

    def _text(self, node: SyntaxTreeNode) -> str:
        """The text of a paragraph or list: a line of the file is joined to the one before it."""
        if node.type == "paragraph":
            text = _inline(node)
            if text.lstrip().startswith(("#", "- ", ":", "---")):
                self._refuse(_line(node), f"{text[:12]!r} begins no paragraph", "mend the mark")
            return text
        points = []
        for item in node.children:
            if [child.type for child in item.children] != ["paragraph"]:
                self._refuse(_line(item), "a point of a list holds one line of text", "simplify it")
            points.append(f"- {_inline(item.children[0])}")
        return "\n".join(points)

    def _block(self, node: SyntaxTreeNode, paragraph: Paragraph) -> Paragraph:
        line = _line(node)
        found = _BLOCK.fullmatch(node.info.strip())
        if not found or found[1] not in (*VERSIONS, QUESTION):
            known = ", ".join(f"{{{name}}}" for name in (*VERSIONS, QUESTION))
            self._refuse(line, f"no block {node.info.strip()!r}", f"a block is one of {known}")
        if node.map is None or self._lines[node.map[1] - 1].strip() != node.markup:
            self._refuse(line, "the block is not closed", "put ::: on a line of its own below it")
        if inner := next((i for i, text in self._inside(node) if text.startswith(":::")), None):
            self._refuse(inner, "a block begins inside another", "close the one above with :::")
        name, rest = found.groups()
        if name == QUESTION:
            question = self._question(node, rest)
            return replace(paragraph, questions=(*paragraph.questions, question))
        if rest:
            self._refuse(line, f"{rest!r} stands behind {{{name}}}", "move it to the next line")
        if getattr(paragraph, name):
            self._refuse(line, f"the paragraph has two blocks {{{name}}}", "delete one")
        content = SyntaxTreeNode(_MARKDOWN.parse(node.content))
        parts = []
        for child in content.children:
            if child.type not in ("paragraph", "bullet_list"):
                self._refuse(line + 1 + _line(child), "this is no text", "write paragraphs here")
            parts.append(_inline(child) if child.type == "paragraph" else self._text(child))
        if not parts:
            self._refuse(line, f"the block {{{name}}} is empty", "fill it in, or delete it")
        version: dict[str, Any] = {name: "\n".join(parts)}
        return replace(paragraph, **version)

    def _inside(self, node: SyntaxTreeNode) -> list[tuple[int, str]]:
        return list(enumerate(node.content.splitlines(), _line(node) + 1))

    def _question(self, node: SyntaxTreeNode, text: str) -> Question:
        line = _line(node)
        if not text:
            self._refuse(line, "the question is empty", "write it behind {question}")
        settings: dict[str, str] = {}
        rest = []
        for number, content in self._inside(node):
            if setting := _SETTING.fullmatch(content.strip()):
                key, value = setting.groups()
                if key != "id" or key in settings:
                    self._refuse(number, f"{content.strip()!r} can't be here", "give one :id:")
                settings[key] = value
            rest.append("" if setting else content)
        identity = settings.get("id", "")
        if not _ID.fullmatch(identity):
            self._refuse(line, "the question has no id", "add a line like :id: who-met")
        if identity in self._ids:
            problem = f"the id {identity} is there already, in line {self._ids[identity] + 1}"
            self._refuse(line, problem, "give this question another")
        self._ids[identity] = line
        options = self._options(SyntaxTreeNode(_MARKDOWN.parse("\n".join(rest) + "\n")), line)
        return Question(identity, text, options)

    def _options(self, content: SyntaxTreeNode, line: int) -> tuple[Option, ...]:
        if [child.type for child in content.children] != ["bullet_list"]:
            self._refuse(line, "a question holds one list of options", "write - [x] or - [ ]")
        options: dict[str, Option] = {}
        for item in content.children[0].children:
            here = line + 1 + _line(item)
            kinds = [child.type for child in item.children]
            found = _OPTION.fullmatch(_inline(item.children[0])) if kinds else None
            if not found or kinds not in (["paragraph"], ["paragraph", "blockquote"]):
                mend = "write - [x] or - [ ] before it, and its reason below as   > …"
                self._refuse(here, "this is no option", mend)
            reason = "\n".join(map(_inline, item.children[1].children)) if kinds[1:] else ""
            if found[2] in options:
                self._refuse(here, f"the option {found[2]!r} is there twice", "delete one")
            options[found[2]] = Option(found[2], found[1] != " ", reason)
        if len(options) < 2:
            self._refuse(line, "the question has one option", "add another")
        if (right := sum(option.correct for option in options.values())) != 1:
            number = "no" if not right else "more than one"
            self._refuse(line, f"the question has {number} right option", "mark one with [x]")
        return tuple(options.values())

    def _refuse(self, line: int, problem: str, mend: str) -> NoReturn:
        """Refuse the file for what stands in a line, counted from 0."""
        raise InputError(problem, mend, file=self._file, line=line + 1)


def _line(node: SyntaxTreeNode) -> int:
    """The line that it begins in, counted from 0."""
    return node.map[0] if node.map else 0


def _inline(node: SyntaxTreeNode) -> str:
    """The text of a block as it stands. Japanese is joined over the end of a line without space."""
    content = "\n".join(child.content for child in node.children if child.type == "inline")
    lines = [line.strip() for line in content.splitlines()]
    text = ""
    for line in filter(None, lines):
        space = text and text[-1].isascii() and line[0].isascii()
        text += f" {line}" if space else line
    return text
