"""`kit annotate`: every word of a text."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from kit.cli import text
from kit.cli.output import terminal
from kit.language.as_json import paragraph_json
from kit.language.lexicon import glossary
from kit.terminal import paragraph_lines


def run(arguments: Namespace) -> int:
    """Annotate a text, and write each paragraph as soon as it is done."""
    terms = glossary.packaged()
    if arguments.glossary:
        for file in arguments.glossary:
            own = glossary.Glossary.of(glossary.rows(Path(file)), taught=True)
            terms = own.over(terms)
    width, colour = terminal()
    with text.bar(arguments.file) as bar:
        for paragraph in text.paragraphs(arguments.file, terms, bar):
            bar.clear()
            if arguments.json:
                print(paragraph_json(paragraph))
            else:
                print("\n".join(paragraph_lines(paragraph, width, colour)))
    return 0
