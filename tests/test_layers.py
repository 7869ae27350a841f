"""Who may import whom: the walls of the house."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kit.cli import OUT_OF_DATE, UNFINISHED
from tests.lesson import small

KIT = Path(__file__).parents[1] / "kit"

LAYERS = (
    {"errors", "content", "front", "workspace", "texts", "plot"},
    {"", "language"},  # "": kit/__init__.py, which hands on what language offers
    {"lesson"},
    {"learner"},
    {"widgets"},
    {"publish"},
    {"classroom"},
    {"lab", "progress_bar", "terminal"},
    {"cli"},
    {"__main__"},
)
"""What is directly under kit/; each may import what stands on its own line or above."""

HEIGHT = {name: height for height, names in enumerate(LAYERS) for name in names}


def module_name(file: Path) -> str:
    parts = file.relative_to(KIT.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


FILES = {module_name(file): file for file in sorted(KIT.rglob("*.py"))}


def imports(module: str, source: str) -> Iterator[str]:
    """Every module that a module imports, wherever in its text, by full name."""
    is_package = module in FILES and FILES[module].name == "__init__.py"
    package = module.split(".") if is_package else module.split(".")[:-1]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            origin = ".".join([*above, *(node.module or "").split(".")]).strip(".")
            for alias in node.names:
                name = f"{origin}.{alias.name}"
                yield name if name in FILES else origin


IMPORTS = {
    module: set(imports(module, file.read_text(encoding="utf-8"))) for module, file in FILES.items()
}


def layer(module: str) -> str:
    """`kit.language.script.sentences` → `language`, `kit` → ``."""
    return ".".join(module.split(".")[1:2])


def importers(*packages: str) -> set[str]:
    return {
        module
        for module, imported in IMPORTS.items()
        if any(name.split(".")[0] in packages for name in imported)
    }


def test_every_module_has_its_place_in_the_order() -> None:
    assert {layer(module) for module in FILES} <= HEIGHT.keys()


@pytest.mark.parametrize("module", FILES)
def test_no_import_points_back(module: str) -> None:
    own = HEIGHT[layer(module)]
    inside = [name for name in IMPORTS[module] if name.split(".")[0] == "kit"]
    assert [name for name in inside if HEIGHT[layer(name)] > own] == []


@pytest.mark.parametrize(
    ("source", "imported"),
    [
        ("import kit.cli", {"kit.cli"}),
        ("from kit import errors", {"kit.errors"}),
        ("from kit import annotate", {"kit"}),
        ("from . import article", {"kit.language.article"}),
        ("from .article import Word", {"kit.language.article"}),
        ("from ..errors import InputError", {"kit.errors"}),
        ("def f():\n    import sqlite3", {"sqlite3"}),
    ],
)
def test_imports_are_seen_however_they_are_written(source: str, imported: set[str]) -> None:
    assert set(imports("kit.language.made_up", source)) == imported


@pytest.mark.parametrize("packages", [("fugashi", "unidic_lite"), ("jamdict", "jamdict_data")])
def test_a_language_resource_is_known_to_one_file(packages: tuple[str, ...]) -> None:
    assert len(importers(*packages)) <= 1


def test_each_database_is_known_to_one_file() -> None:
    students = {"kit.learner.progress", "kit.learner.anki_collection"}
    assert importers("sqlite3") - importers("jamdict") <= students


def test_widget_libraries_are_known_to_widgets_alone() -> None:
    libraries = importers("ipywidgets", "anywidget", "traitlets", "IPython")
    assert {layer(module) for module in libraries} <= {"widgets"}


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["annotate", "-"],
        ["lookup", "開く"],
        ["check", "--verbose"],
        ["export", small.NAME, "--html", "pages", "--worksheet", "sheet.html"],
        ["plan", "-"],
        ["anki", small.NAME, "--output", "deck.apkg"],
        ["assign", small.NAME, "--course", "course"],
        ["new", "article.txt", "--lesson", "new-one"],
        ["rank", ".", "--known", "list.txt"],
        ["report", small.NAME, "class"],
        ["progress", "export"],
    ],
)
def test_a_command_that_shows_no_widget_imports_none(tmp_path: Path, arguments: list[str]) -> None:
    small.write(tmp_path)
    (tmp_path / "article.txt").write_text(
        "会議の報告\n\n会議が二日、都内で開かれた。\n", encoding="utf-8"
    )
    (tmp_path / "list.txt").write_text("会議\n", encoding="utf-8")
    (tmp_path / "class").mkdir()
    head = json.dumps({"format": "seiji-kit-progress", "version": 1, "student": "me"})
    (tmp_path / "class" / "aya.jsonl").write_text(head + "\n", encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "kit", *arguments],
        input="会議が開かれた。",
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        env=os.environ | {"KIT_PROGRESS": str(tmp_path / "progress.sqlite")},
    )
    assert run.returncode in (0, OUT_OF_DATE, UNFINISHED), run.stderr
    assert "Traceback" not in run.stderr
    imported = {line.rpartition("|")[2].strip() for line in run.stderr.splitlines()}
    assert "kit.cli" in imported
    assert {name for name in imported if name.split(".")[0] in WIDGETS_AND_SERVER} == set()


WIDGETS_AND_SERVER = {"IPython", "anywidget", "ipywidgets", "jupyter_server", "jupyterlab"}
