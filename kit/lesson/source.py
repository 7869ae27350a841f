"""`lesson.md` and its CSV → a Lesson.

The format is Markdown with blocks in the colon-fence style of MyST. Text is taken as it stands:
nothing in it is markup, but for the marks of `kit.lesson.ruby_mark`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from markdown_it.tree import SyntaxTreeNode

from kit.errors import InputError
from kit.language.script.encoding import decode
from kit.lesson import ruby_mark, vocabulary
from kit.lesson.answer import LONGEST
from kit.lesson.lesson import (
    LEAD,
    VERSIONS,
    Grammar,
    Lesson,
    Paragraph,
    Section,
    Todo,
)
from kit.lesson.markdown import MARKDOWN, inline, inside, line_of, refuse
from kit.lesson.question import read_question
from kit.lesson.ruby_mark import RubyMark

KEYS = ("title", "source", "license", "date", "text")
TEXTS = ("own", "quoted")
"""Whose words the text is in: our own, or those of its source."""
GRAMMAR, QUESTION, BEFORE, SUMMARY, TODO = "grammar", "question", "before", "summary", "todo"
BLOCKS = (*VERSIONS, GRAMMAR, QUESTION, BEFORE, SUMMARY, TODO)

_BLOCK = re.compile(r"\{([a-z]+)\}[ \t]*(.*)")


def read(markdown: Path, words: Path) -> Lesson:
    """Read a lesson.

    Args:
        markdown: its `lesson.md`; the folder's name is the lesson's.
        words: the CSV file of the words that it teaches.

    Raises:
        InputError: one of them is missing or broken; it names file, line and mend.
    """
    lesson, errors = examine(markdown, words)
    if lesson is None or errors:
        raise errors[0]
    return lesson


def examine(markdown: Path, words: Path) -> tuple[Lesson | None, list[InputError]]:
    """Read a lesson and all that is broken in it.

    Args:
        markdown, words: its two files, as in `read`.

    Returns:
        The lesson without its broken parts, or None where too little is left; and the errors, in
        the order of the lines, those of `lesson.md` first.
    """
    reader = None
    errors: list[InputError] = []
    try:
        reader = _Reader(decode(markdown.read_bytes(), str(markdown)), markdown)
        reader.read()
        errors += reader.errors
    except OSError as error:
        problem = f"the lesson cannot be read ({error.strerror})"
        errors.append(InputError(problem, "check the name", file=markdown))
    except InputError as error:
        errors += [*(reader.errors if reader else ()), error]
        reader = None
    errors.sort(key=lambda error: error.line or 0)
    try:
        glossary, taught = vocabulary.read(words)
    except InputError as error:
        return None, [*errors, error]
    if reader is None:
        return None, errors
    settings = reader.settings
    lesson = Lesson(
        name=markdown.absolute().parent.name,
        title=settings["title"],
        source=settings.get("source", ""),
        license=settings.get("license", ""),
        date=date.fromisoformat(settings["date"]) if "date" in settings else None,
        sections=reader.sections,
        words=taught,
        glossary=glossary,
        file=markdown,
        words_file=words,
        summary=reader.summary,
        todos=tuple(reader.todos),
        quoted=settings.get("text") == "quoted",
        marks=(*reader.marks, *(mark for word in taught for mark in word.marks)),
    )
    return lesson, errors


class _Reader:
    """One reading of one `lesson.md`: what it holds, and what is broken in it."""

    def __init__(self, text: str, file: Path) -> None:
        self._lines = text.splitlines()
        self._file = file
        self._ids: dict[str, int] = {}
        self._open_list = True  # whether a list would belong to the paragraph before it
        self.settings: dict[str, str] = {}
        self.sections: tuple[Section, ...] = ()
        self.summary: tuple[str, ...] = ()
        self.todos: list[Todo] = []
        self.marks: list[RubyMark] = []
        self.errors: list[InputError] = []

    def read(self) -> None:
        """Read it all. What is broken is left out, and kept in `errors`.

        Raises:
            InputError: nothing can be made of it.
        """
        self._take_marks()
        root = SyntaxTreeNode(MARKDOWN.parse("\n".join(self._lines) + "\n"))
        if not root.children or root.children[0].type != "front_matter":
            self._refuse(0, "the lesson does not begin with its title", "begin with --- and title:")
        first, *nodes = root.children
        self.settings = self._settings(first)
        sections = [Section(LEAD, self.settings["title"], ())]
        starts = [line_of(first)]
        for node in nodes:
            try:
                if node.type == "heading":
                    place = str(len(starts))
                    starts.append(line_of(node))
                    sections.append(Section(place, "", ()))
                    sections[-1] = replace(sections[-1], title=self._heading(node))
                else:
                    sections[-1] = self._part(node, sections[-1])
            except InputError as error:
                self.errors.append(error)
            self._open_list = node.type == "paragraph"
        if not (sections[0].paragraphs or sections[0].before):
            del sections[0], starts[0]
        for section, line in zip(sections, starts, strict=True):
            if not section.paragraphs and not self.errors:
                self._refuse(line, f"{section.title} has no paragraph", "write one below it")
        self.sections = tuple(section for section in sections if section.paragraphs)
        if not self.sections:
            self._refuse(0, "the lesson has no text", "write a paragraph below the front matter")

    def _take_marks(self) -> None:
        """Take the marks that set a reading out of the text: nothing else is to see them."""
        for number, line in enumerate(self._lines, 1):
            try:
                self._lines[number - 1], marks = ruby_mark.parse(line, self._file, number)
            except InputError as error:
                self.errors.append(error)
            else:
                self.marks += marks

    def _part(self, node: SyntaxTreeNode, section: Section) -> Section:
        """A section with what a node adds to it."""
        *before, last = (*section.paragraphs,) or (None,)
        if node.type == "colon_fence":
            return self._block(node, section)
        if node.type == "bullet_list" and last is not None and self._open_list:
            joined = replace(last, text=f"{last.text}\n{self._text(node)}")
            return replace(section, paragraphs=(*before, joined))
        if node.type in ("paragraph", "bullet_list"):
            added = Paragraph(self._text(node), line_of(node) + 1)
            return replace(section, paragraphs=(*section.paragraphs, added))
        problem = "this is neither heading, paragraph, list nor block"
        self._refuse(line_of(node), problem, "write it as a paragraph")

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
            if key == "text" and value not in TEXTS:
                self._refuse(line, f"text can't be {value!r}", f"use {' or '.join(TEXTS)}")
            settings[key] = value
        if "title" not in settings:
            self._refuse(0, "the title is missing", "add a line with title: between the two ---")
        return settings

    def _heading(self, node: SyntaxTreeNode) -> str:
        title = inline(node)
        if node.tag != "h2":
            self._refuse(line_of(node), "a section's heading has two #", "write ## before it")
        if not title:
            self._refuse(line_of(node), "the heading is empty", "write it, or delete the line")
        return title

    def _text(self, node: SyntaxTreeNode) -> str:
        """The text of a paragraph or list: a line of the file is joined to the one before it."""
        if node.type == "paragraph":
            text = inline(node)
            if text.lstrip().startswith(("#", "- ", ":", "---")):
                self._refuse(line_of(node), f"{text[:12]!r} begins no paragraph", "mend the mark")
            return text
        points = []
        for item in node.children:
            if [child.type for child in item.children] != ["paragraph"]:
                self._refuse(
                    line_of(item), "a point of a list holds one line of text", "simplify it"
                )
            points.append(f"- {inline(item.children[0])}")
        return "\n".join(points)

    def _block(self, node: SyntaxTreeNode, section: Section) -> Section:
        """A section with a block that belongs to it, to its last paragraph, or to the lesson."""
        line = line_of(node)
        found = _BLOCK.fullmatch(node.info.strip())
        if not found or found[1] not in BLOCKS:
            known = ", ".join(f"{{{name}}}" for name in BLOCKS)
            self._refuse(line, f"no block {node.info.strip()!r}", f"a block is one of {known}")
        if node.map is None or self._lines[node.map[1] - 1].strip() != node.markup:
            self._refuse(line, "the block is not closed", "put ::: on a line of its own below it")
        if inner := next((i for i, text in inside(node) if text.startswith(":::")), None):
            self._refuse(inner, "a block begins inside another", "close the one above with :::")
        name, rest = found.groups()
        if name == TODO:
            text = " ".join(filter(None, [rest, *map(str.strip, node.content.splitlines())]))
            self.todos.append(Todo(text, line + 1))
            return section
        if name in (BEFORE, SUMMARY):
            return self._points(node, name, rest, section)
        if not section.paragraphs:
            self._refuse(line, "the block follows no paragraph", "move it below one")
        *others, last = section.paragraphs
        changed = self._version(node, name, rest, last)
        return replace(section, paragraphs=(*others, changed))

    def _version(
        self, node: SyntaxTreeNode, name: str, rest: str, paragraph: Paragraph
    ) -> Paragraph:
        line = line_of(node)
        if name == QUESTION:
            question = read_question(node, rest, self._file)
            if question.id in self._ids:
                problem = f"the id {question.id} is there already, in line {self._ids[question.id]}"
                self._refuse(line, problem, "give this question another")
            self._ids[question.id] = question.line
            return replace(paragraph, questions=(*paragraph.questions, question))
        if name == GRAMMAR:
            if not rest:
                mend = "write the pattern behind {grammar}"
                self._refuse(line, "the note on grammar names no pattern", mend)
            note = Grammar(rest, self._lines_of(node, name))
            return replace(paragraph, grammar=(*paragraph.grammar, note))
        if rest:
            self._refuse(line, f"{rest!r} stands behind {{{name}}}", "move it to the next line")
        if getattr(paragraph, name):
            self._refuse(line, f"the paragraph has two blocks {{{name}}}", "delete one")
        version: dict[str, Any] = {name: self._content(node, name)}
        return replace(paragraph, **version)

    def _points(self, node: SyntaxTreeNode, name: str, rest: str, section: Section) -> Section:
        """A block that holds a list: {before} of its section, {summary} of the lesson."""
        line = line_of(node)
        points = self._content(node, name).splitlines()
        if rest or any(not point.startswith("- ") for point in points):
            self._refuse(line, f"{{{name}}} holds no plain list", "begin each of its lines with - ")
        texts = tuple(point[2:] for point in points)
        if len(set(texts)) < len(texts):
            self._refuse(line, f"a point of {{{name}}} is there twice", "delete one")
        if name == BEFORE:
            if section.before:
                self._refuse(line, "the section has two blocks {before}", "delete one")
            return replace(section, before=texts)
        if self.summary:
            self._refuse(line, "the lesson has two blocks {summary}", "delete one")
        if len(texts) < 3:
            problem = "a summary to put in order has three sentences or more"
            self._refuse(line, problem, "write them as a list, in their order")
        if len("\n".join(texts)) > LONGEST:
            problem = "the summary is longer than an answer may be"
            self._refuse(line, problem, f"shorten it to {LONGEST} characters")
        self.summary = texts
        return section

    def _content(self, node: SyntaxTreeNode, name: str) -> str:
        """The text of a block: its paragraphs and points, a line each."""
        line = line_of(node)
        parts = []
        for child in SyntaxTreeNode(MARKDOWN.parse(node.content)).children:
            if child.type not in ("paragraph", "bullet_list"):
                self._refuse(line + 1 + line_of(child), "this is no text", "write paragraphs here")
            parts.append(inline(child) if child.type == "paragraph" else self._text(child))
        if not parts:
            self._refuse(line, f"the block {{{name}}} is empty", "fill it in, or delete it")
        return "\n".join(parts)

    def _lines_of(self, node: SyntaxTreeNode, name: str) -> str:
        """The text of a block, its lines as they are."""
        lines = [text.strip() for _, text in inside(node) if text.strip()]
        if not lines:
            self._refuse(
                line_of(node), f"the block {{{name}}} is empty", "fill it in, or delete it"
            )
        return "\n".join(lines)

    def _refuse(self, line: int, problem: str, mend: str) -> NoReturn:
        """Refuse the file for what stands in a line, counted from 0."""
        refuse(self._file, line, problem, mend)
