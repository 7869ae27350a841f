"""What `kit check --verbose` says that rows and marks change."""

from pathlib import Path

import pytest

from kit.lesson import told
from tests.lesson import small


@pytest.mark.parametrize(
    ("old", "new", "rows", "line", "what", "kit"),
    [
        ("次の点", "金の話が出た。次の点", "金,きん,gold,,,\n", 24, "金 きん", "reads かね"),
        ("次の点", "次の{点|ところ}", "", 24, "点 ところ", "reads てん"),
        ("## 野党の", "## 野党の米の", "米,こめ,rice,,,\n", 21, "米 こめ", "reads べい"),
    ],
)
def test_a_change_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, rows: str, line: int, what: str, kit: str
) -> None:
    assert old in small.MARKDOWN
    markdown = small.MARKDOWN.replace(old, new, 1)
    lesson = small.read(small.write(tmp_path, markdown, small.WORDS + rows))
    found = [*told.by_rows(lesson), *told.by_marks(lesson)]
    assert [each[1:] for each in found] == [(line, what, kit)]


def test_nothing_is_told_of_words_that_the_kit_reads_so(tmp_path: Path) -> None:
    lesson = small.read(small.write(tmp_path))
    assert told.by_rows(lesson) == []
    assert told.by_marks(lesson) == []
