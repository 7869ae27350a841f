"""The wheel, installed outside the checkout, as a student has it."""

from __future__ import annotations

import importlib.metadata
import json
import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import urllib.request
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

import pytest

from tests.test_layers import IMPORTS

CHECKOUT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [
        "wheel",
        str(CHECKOUT),
        "--no-deps",
        "--no-build-isolation",
        "--wheel-dir",
        str(folder),
    ]
    subprocess.run([sys.executable, "-m", "pip", "--quiet", *build], check=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def kit(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `kit` command of an environment that has the wheel, but doesn't know the checkout.

    Its dependencies are those of the environment that runs the tests, lent and not copied.
    """
    environment = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment], check=True)
    paths = {"base": str(environment), "platbase": str(environment)}
    scripts = Path(sysconfig.get_path("scripts", "venv", vars=paths))
    packages = Path(sysconfig.get_path("purelib", "venv", vars=paths))
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    (environment / "share").symlink_to(Path(sys.prefix) / "share")
    install = ["--python", str(scripts / "python"), "install", "--no-deps", str(wheel)]
    subprocess.run([sys.executable, "-m", "pip", "--quiet", *install], check=True)
    return scripts / "kit"


@pytest.fixture(scope="module")
def empty_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home") / "政治の 勉強"
    folder.mkdir()
    return folder


def surroundings(folder: Path) -> dict[str, str]:
    """The environment of a student whose home is the folder above, new to the kit."""
    own = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("JUPYTER", "KIT_", "PYTHON", "XDG_"))
    }
    return own | {"HOME": str(folder.parent), "PYTHONUTF8": "1"}


@contextmanager
def running_lab(kit: Path, folder: Path) -> Iterator[str]:
    """`kit lab` in a folder, until its address is printed; gives the address."""
    with subprocess.Popen(
        [kit, "lab", "--no-browser"],
        cwd=folder,
        env=surroundings(folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        patience = Timer(120, process.kill)
        patience.start()
        said = ""
        try:
            for line in process.stdout:
                said += line
                if address := re.search(r"http://\S+", line):
                    yield address[0]
                    break
            else:
                pytest.fail(f"kit lab ended without an address:\n{said}")
        finally:
            patience.cancel()
            process.terminate()


def test_it_carries_notebooks_vocabulary_and_what_python_does_not_compile(wheel: Path) -> None:
    carried = set(zipfile.ZipFile(wheel).namelist())
    written = [
        *(f"kit/_content/{path}" for path in files("notebooks", "vocab")),
        *(str(path) for path in files("kit")),
    ]
    assert set(written) <= carried
    assert {name.split("/")[0] for name in carried} == {
        "kit",
        f"{wheel.name.split('-py3')[0]}.dist-info",
    }


def files(*folders: str) -> list[str]:
    return [
        file.relative_to(CHECKOUT).as_posix()
        for folder in folders
        for file in (CHECKOUT / folder).rglob("*")
        if file.is_file() and not {"__pycache__", ".ipynb_checkpoints"} & set(file.parts)
    ]


def test_every_library_that_it_imports_is_a_declared_dependency() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {
        re.split(r"[<>=!~ ]", line)[0].lower().replace("_", "-") for line in project["dependencies"]
    }
    distributions = importlib.metadata.packages_distributions()
    imported = {name.split(".")[0] for names in IMPORTS.values() for name in names}
    for library in imported - sys.stdlib_module_names - {"kit"}:
        names = {name.lower().replace("_", "-") for name in distributions.get(library, ())}
        assert names & declared, f"{library} is imported, but no dependency brings it"


def test_it_shows_its_help(kit: Path, empty_folder: Path) -> None:
    run = subprocess.run(
        [kit, "--help"],
        cwd=empty_folder,
        env=surroundings(empty_folder),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert "annotate" in run.stdout
    assert run.stderr == ""


def test_it_annotates_a_line_with_the_packaged_glossary(kit: Path, empty_folder: Path) -> None:
    run = subprocess.run(
        [kit, "annotate", "--json", "-"],
        cwd=empty_folder,
        env=surroundings(empty_folder),
        input="外務省で会議が開かれた。\n",
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    line = json.loads(run.stdout)
    words = {word["surface"]: word for word in line["words"]}
    assert "".join(words) == line["text"] == "外務省で会議が開かれた。"
    assert words["外務省"]["source"] == "glossary"
    assert words["開かれた"]["headword"] == "開く"


def test_its_lab_opens_on_a_copy_that_keeps_a_students_work(kit: Path, empty_folder: Path) -> None:
    start = empty_folder / "notebooks" / "start.ipynb"

    with running_lab(kit, empty_folder) as address:
        assert "/notebooks/start.ipynb?token=" in address
        with urllib.request.urlopen(address, timeout=60) as answer:
            assert answer.status == 200
    copied = [file for file in files("notebooks", "vocab") if (empty_folder / file).is_file()]
    assert copied == files("notebooks", "vocab")

    notebook = json.loads(start.read_text(encoding="utf-8"))
    notebook["metadata"]["mine"] = "わたしの答え"
    start.write_text(json.dumps(notebook), encoding="utf-8")
    with running_lab(kit, empty_folder) as address:
        contents = address.replace("/lab/tree/", "/api/contents/")
        with urllib.request.urlopen(contents, timeout=60) as answer:
            served = json.load(answer)["content"]
    assert served["metadata"]["mine"] == "わたしの答え"
