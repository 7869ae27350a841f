"""The README: what it points at is there, and every command is named in it."""

import re
from pathlib import Path

from kit.cli import parser

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_its_pictures_and_links_lead_to_files() -> None:
    targets = re.findall(r"\]\(([^)]+)\)", README)
    files = [target for target in targets if not target.startswith("https://")]
    assert len(files) >= 4
    assert [target for target in files if not (ROOT / target).is_file()] == []


def test_every_command_is_in_it() -> None:
    names = re.findall(r"^    (\w+) ", parser.make().format_help(), flags=re.MULTILINE)
    assert {"annotate", "lab", "plan", "progress"} <= set(names)
    assert [name for name in names if f"kit {name}" not in README] == []
