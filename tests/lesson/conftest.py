from pathlib import Path

import pytest

from kit.lesson.lesson import Lesson
from tests.lesson import small


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return small.write(tmp_path)


@pytest.fixture
def lesson(workspace: Path) -> Lesson:
    return small.read(workspace)
