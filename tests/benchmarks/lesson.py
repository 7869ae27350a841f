"""How long a lesson takes to check, to build, to run and to compare, and how large it is.

    python tests/benchmarks/lesson.py [LESSON]

Run from the top of the checkout. Prints a line a figure; nothing is written.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).parents[2]


def seconds(command: Sequence[str]) -> float:
    """What a command takes, in seconds; it must succeed."""
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-m", *command], cwd=ROOT, check=True, capture_output=True)
    return time.perf_counter() - begin


def kernel_seconds(notebook: Path) -> float:
    """From the start of a notebook's first cell to the end of its last, in a kernel that is up."""
    made = nbformat.read(notebook, as_version=4)  # type: ignore[no-untyped-call]
    client = NotebookClient(made, resources={"metadata": {"path": str(notebook.parent)}})
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["KIT_PROGRESS"] = str(Path(scratch, "progress.sqlite"))
        with client.setup_kernel():
            begin = time.perf_counter()
            for number, cell in enumerate(made.cells):
                client.execute_cell(cell, number)
            return time.perf_counter() - begin


def main() -> None:
    lesson = sys.argv[1] if len(sys.argv) > 1 else "g20-foreign-ministers"
    notebooks = sorted((ROOT / "notebooks" / lesson).glob("*.ipynb"))
    sizes = {notebook.name: notebook.stat().st_size for notebook in notebooks}
    largest = max(sizes, key=lambda name: sizes[name])
    print(f"largest notebook: {sizes[largest] / 1000:.1f} kB ({largest})")
    print(f"kit check: {seconds(['kit', 'check', lesson]):.2f} s")
    print(f"kit build --check: {seconds(['kit', 'build', '--check', lesson]):.1f} s")
    every = ["pytest", "-q", "-p", "no:cacheprovider", "--nbval", "notebooks"]
    print(f"strict nbval, all notebooks: {seconds(every):.1f} s")
    times = {notebook.name: kernel_seconds(notebook) for notebook in notebooks}
    slowest = max(times, key=lambda name: times[name])
    print(f"first cell to last: {times[slowest]:.2f} s at the most ({slowest})")


if __name__ == "__main__":
    main()
