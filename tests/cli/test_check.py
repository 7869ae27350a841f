from pathlib import Path

import pytest

from tests.cli.command import Run
from tests.lesson import small


def test_a_gap_is_one_line_without_control_characters(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = small.WORDS.splitlines()
    rows = [f"{rows[0]},review", *(f"{row}," for row in rows[1:])]
    rows[1] += '"two\nlines \x1b[31mred\x9b"'
    monkeypatch.chdir(small.write(tmp_path, words="\n".join(rows)))
    status, out, _ = run("check", small.NAME)
    assert status == 1
    (line,) = [line for line in out.splitlines() if "marked for review" in line]
    assert "for review: two lines [31mred; check the row" in line
    assert not set("\x1b\x9b") & set(out)
