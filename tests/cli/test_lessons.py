from pathlib import Path

import pytest

from tests.cli.command import Run


@pytest.mark.parametrize("command", [["check"], ["build"], ["build", "--check"]])
def test_a_workspace_without_lessons_is_said_to_have_none(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    for name in ("notebooks", "vocab"):
        (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path)
    expected = f"kit: there is no lesson in {tmp_path / 'notebooks'}\n"
    assert run(*command) == (0, "", expected)
