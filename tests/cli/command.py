"""Runs the `kit` command, in this process and in one of its own."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kit import cli


class Terminal(io.BytesIO):
    """What somebody types."""

    def isatty(self) -> bool:
        return True


class Run:
    """Runs the command in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self._capsys, self._monkeypatch = capsys, monkeypatch

    def __call__(
        self, *arguments: str | Path, stdin: bytes = b"", terminal: bool = False
    ) -> tuple[int, str, str]:
        typed = Terminal(stdin) if terminal else io.BytesIO(stdin)
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(typed))
        try:
            status = cli.main([str(argument) for argument in arguments])
        except SystemExit as end:
            status = int(end.code or 0)
        out, err = self._capsys.readouterr()
        return status, out, err

    def json(self, *arguments: str | Path, stdin: bytes = b"") -> list[dict[str, Any]]:
        """The objects of the lines of output; all went well."""
        status, out, err = self(*arguments, stdin=stdin)
        assert (status, err) == (0, "")
        return [json.loads(line) for line in out.splitlines()]


def process(*arguments: str | Path, **environment: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "kit", *map(str, arguments)],
        cwd=Path(__file__).parents[2],
        env=os.environ | environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
