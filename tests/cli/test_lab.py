from pathlib import Path

import pytest

from kit.cli import lab as command
from tests.cli.command import Run


def test_lab_is_handed_on(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[tuple[Path | None, bool, int | None]] = []

    def lab(folder: Path | None, *, browser: bool, port: int | None) -> int:
        calls.append((folder, browser, port))
        return 3

    monkeypatch.setattr(command, "lab", lab)
    assert run("lab")[0] == 3
    assert run("lab", "--no-browser", "--port", "9999", tmp_path)[0] == 3
    assert calls == [(None, True, None), (tmp_path, False, 9999)]
