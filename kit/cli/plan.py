"""`kit plan`: how much of a text is known, and which words to learn first."""

from __future__ import annotations

from argparse import Namespace

from kit.cli import text
from kit.cli.output import say, terminal, wrapped
from kit.errors import InputError
from kit.language.as_json import dumps
from kit.language.lexicon import dictionary, glossary
from kit.learner.coverage import (
    GUIDES,
    Coverage,
    KnownList,
    Knows,
    Planned,
    coverage,
    plan,
    remembered,
    told,
)
from kit.learner.event import now
from kit.learner.knowledge import Knowledge
from kit.learner.known_words import known_list
from kit.learner.progress import Progress
from kit.terminal import plan_lines
from kit.texts import chosen, texts

TARGET = GUIDES[0]
"""The share of running words to learn for."""


def run(arguments: Namespace) -> int:
    """Read the text, and write what there is to learn before it."""
    if str(arguments.known) == arguments.file == "-":
        mend = "name a file for one of them"
        raise InputError("list and text cannot both be standard input", mend)
    knows = _remembered() if arguments.known is None else KnownList(known_list(arguments.known))
    terms = glossary.packaged()
    with text.bar(arguments.file) as bar:
        paragraphs = list(text.paragraphs(arguments.file, terms, bar))
    covered = coverage(paragraphs, knows, dictionary.default(), terms)
    planned = plan(covered, TARGET)
    if arguments.json:
        words = [_word(word) for word in planned]
        print(dumps({"coverage": covered.share, "words": words}))
    elif paragraphs:
        _show(covered, planned)
    return 0


def _remembered() -> Knows:
    """What the kit knows of the student."""
    progress = Progress()
    memory = Knowledge(progress).memory()
    if progress.notice:
        say(progress.notice)
    return remembered(memory, now())


def _word(word: Planned) -> dict[str, object]:
    return {
        "headword": word.headword,
        "reading": word.reading,
        "count": word.count,
        "coverage": word.coverage,
    }


def _show(covered: Coverage, planned: tuple[Planned, ...]) -> None:
    """For a reader: the share, the list, and what to make of both."""
    says = texts(chosen())
    width, colour = terminal()
    rows = told(covered, TARGET, says)
    if not planned:
        print(wrapped(rows, width))
        return
    print(wrapped([*rows[:2], "", says("coverage.columns")], width))
    print("\n".join(plan_lines(planned, width, colour)))
    print(wrapped(["", *rows[2:]], width))
