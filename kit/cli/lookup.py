"""`kit lookup`: dictionary entries for any form of a word."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence

from kit.cli.output import terminal
from kit.language.as_json import lookup_json
from kit.language.lexicon.lookup import lookup
from kit.language.script.encoding import open_lines
from kit.terminal import match_lines


def run(arguments: Namespace) -> int:
    """Look the forms up, one after another."""
    width, colour = terminal()
    for form in _forms(arguments.forms):
        matches = lookup(form)
        if arguments.json:
            print(lookup_json(form, matches))
        else:
            print("\n".join(match_lines(form, matches, width, colour)))
    return 0


def _forms(arguments: Sequence[str]) -> Iterator[str]:
    """The forms to look up: arguments as they are, and the non-blank lines of standard input."""
    for form in arguments:
        if form == "-":
            yield from filter(None, map(str.strip, open_lines("-")))
        else:
            yield form
