"""The `kit` command: its parser, and one module for each command, imported when it is run."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from kit.cli import parser
from kit.cli.output import say
from kit.cli.status import BAD_INPUT, BROKEN_PIPE, INTERRUPTED, OUT_OF_DATE, UNFINISHED
from kit.errors import InputError

__all__ = ["BAD_INPUT", "BROKEN_PIPE", "INTERRUPTED", "OUT_OF_DATE", "UNFINISHED", "main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the `kit` command.

    Args:
        argv: its arguments; None for the process's own.

    Returns:
        The exit status: 0; 1 where a check finds something; 2 where the input can't be used, with
        one line on standard error that says where and how to mend it; 130 after Ctrl-C; 141 where
        nobody reads the output.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    arguments = parser.make().parse_args(argv)
    try:
        status: int = import_module(f"kit.cli.{arguments.command}").run(arguments)
        sys.stdout.flush()
    except InputError as error:
        say(str(error))
        return BAD_INPUT
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Python writes what is left when it ends: that, too, should meet no closed pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    return status
