import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kit import cli
from tests.cli.annotated import NEWS, check
from tests.cli.command import Run, process


@pytest.mark.parametrize("content", [None, b"", b"SQLite format 3\0 and no more", b"plain text"])
@pytest.mark.parametrize("command", [["annotate", "-"], ["lookup", "外相"]])
def test_a_missing_or_broken_dictionary_is_one_line_of_error(
    content: bytes | None,
    command: list[str],
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = tmp_path / "jamdict.db"
    if content is not None:
        file.write_bytes(content)
    monkeypatch.setenv("KIT_DICTIONARY", str(file))
    status, out, err = run(*command, stdin=NEWS.encode())
    assert (status, out) == (2, "")
    assert str(file) in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        *([], ["annotate"], ["lookup"], ["read", "x"], ["annotate", "--yaml", "-"]),
        *(["plan"], ["anki", "x"], ["progress"], ["progress", "import"], ["progress", "x"]),
    ],
)
def test_wrong_usage(arguments: list[str], run: Run) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert err.startswith("usage: kit")


@pytest.mark.parametrize(
    "command",
    [
        *("", "annotate", "lookup", "check", "build", "export", "lab", "plan", "anki", "progress"),
        *("progress export", "progress import", "progress erase"),
    ],
)
def test_help(command: str, run: Run) -> None:
    status, out, err = run(*command.split(), "--help")
    assert (status, err) == (0, "")
    assert out.startswith(f"usage: kit {command}".rstrip())


def test_a_command_imports_no_other_s_module() -> None:
    code = (
        "import sys; from kit import cli; status = cli.main(['lookup', '外相']); "
        "print(*sys.modules); sys.exit(status)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    modules = set(run.stdout.split())
    own = {module for module in modules if module.startswith("kit.cli.")}
    assert own == {"kit.cli.lookup", "kit.cli.output", "kit.cli.parser", "kit.cli.status"}
    assert not modules & {"fsrs", "genanki", "markdown_it", "matplotlib", "nbformat"}


def test_output_is_utf_8_in_any_locale() -> None:
    options = {"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"}
    with process("annotate", "--json", "-", **options) as kit:
        out, err = kit.communicate(NEWS.encode())
    assert err == b""
    check([json.loads(line) for line in out.decode().split("\n")[:-1]], NEWS)


@pytest.fixture
def long_text(tmp_path: Path) -> Path:
    """More than a pipe holds: the command is at work when its first line is read."""
    file = tmp_path / "long.txt"
    file.write_text(NEWS * 3000, encoding="utf-8")
    return file


def test_a_reader_who_leaves_is_no_error(long_text: Path) -> None:
    with process("annotate", "--json", long_text) as kit:
        assert kit.stdout is not None
        kit.stdout.readline()
        kit.stdout.close()
        assert kit.stderr is not None
        assert kit.stderr.read() == b""
    assert kit.returncode == cli.BROKEN_PIPE


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal for one process")
def test_ctrl_c_ends_without_a_traceback(long_text: Path) -> None:
    with process("annotate", "--json", long_text) as kit:
        assert kit.stdout is not None
        kit.stdout.readline()
        kit.send_signal(signal.SIGINT)
        _, err = kit.communicate(timeout=60)
    assert err == b""
    assert kit.returncode == cli.INTERRUPTED


def test_the_version_is_the_distribution_s(run: Run) -> None:
    status, out, _ = run("--version")
    assert status == 0
    assert out.startswith("kit ")
