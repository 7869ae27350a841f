"""A question's block in `lesson.md` → a Question: its settings and its list of options."""

from __future__ import annotations

import re
from pathlib import Path

from markdown_it.tree import SyntaxTreeNode

from kit.lesson.answer import LONGEST
from kit.lesson.lesson import ASKS, Option, Question
from kit.lesson.markdown import MARKDOWN, inline, inside, line_of, refuse

SETTINGS = ("id", "asks")

_SETTING = re.compile(r":([a-z]+):[ \t]*(.*)")
_OPTION = re.compile(r"\[([ xX])\][ \t]+(\S.*)", re.DOTALL)
_ID = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")


def read_question(node: SyntaxTreeNode, text: str, file: Path) -> Question:
    """A question.

    Args:
        node: its block.
        text: what is asked.
        file: the one that it stands in.

    Raises:
        InputError: it is broken.
    """
    line = line_of(node)
    if not text:
        refuse(file, line, "the question is empty", "write it behind {question}")
    settings: dict[str, str] = {}
    rest = []
    for number, content in inside(node):
        if setting := _SETTING.fullmatch(content.strip()):
            key, value = setting.groups()
            if key not in SETTINGS or key in settings:
                mend = "give one :id: and perhaps one :asks:"
                refuse(file, number, f"{content.strip()!r} can't be here", mend)
            if key == "asks" and value not in ASKS:
                mend = f"write one of {', '.join(ASKS)}"
                refuse(file, number, f"{value!r} is nothing that a question asks for", mend)
            settings[key] = value
        rest.append("" if setting else content)
    identity = settings.get("id", "")
    if not _ID.fullmatch(identity):
        problem = "the question has no id"
        if identity:
            problem = f"the id {identity!r} has other characters than a-z, 0-9 and -"
        refuse(file, line, problem, "write a line like :id: who-met")
    list_ = SyntaxTreeNode(MARKDOWN.parse("\n".join(rest) + "\n"))
    options, lines = _options(list_, line, file)
    return Question(identity, text, options, settings.get("asks", ""), line + 1, lines)


def _options(
    content: SyntaxTreeNode, line: int, file: Path
) -> tuple[tuple[Option, ...], tuple[int, ...]]:
    """The options of a question, and the lines that they begin in, counted from 1."""
    if [child.type for child in content.children] != ["bullet_list"]:
        refuse(file, line, "a question holds one list of options", "write - [x] or - [ ]")
    options: dict[str, Option] = {}
    lines: list[int] = []
    for item in content.children[0].children:
        here = line + 1 + line_of(item)
        kinds = [child.type for child in item.children]
        found = _OPTION.fullmatch(inline(item.children[0])) if kinds else None
        if not found or kinds not in (["paragraph"], ["paragraph", "blockquote"]):
            mend = "write - [x] or - [ ] before it, and its reason below as   > …"
            refuse(file, here, "this is no option", mend)
        reason = "\n".join(map(inline, item.children[1].children)) if kinds[1:] else ""
        if found[2] in options:
            refuse(file, here, f"the option {found[2]!r} is there twice", "delete one")
        if len(found[2]) > LONGEST:
            mend = f"shorten it to {LONGEST} characters"
            refuse(file, here, "the option is longer than an answer may be", mend)
        options[found[2]] = Option(found[2], found[1] != " ", reason)
        lines.append(here + 1)
    if len(options) < 2:
        refuse(file, line, "the question has one option", "add another")
    if (right := sum(option.correct for option in options.values())) != 1:
        number = "no" if not right else "more than one"
        refuse(file, line, f"the question has {number} right option", "mark one with [x]")
    return tuple(options.values()), tuple(lines)
