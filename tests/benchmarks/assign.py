"""How long it takes to assign a lesson and to have nbgrader generate what students get.

    python tests/benchmarks/assign.py [LESSON]

Run from the top of the checkout; nbgrader has to be installed. Prints a line a figure; what is
written goes to a folder of its own, and with it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]


def seconds(command: Sequence[str], folder: Path) -> float:
    """What a command takes, in seconds; it must succeed."""
    tools = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    begin = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        check=True,
        capture_output=True,
        env=os.environ | {"PATH": tools},
    )
    return time.perf_counter() - begin


def main() -> None:
    lesson = sys.argv[1] if len(sys.argv) > 1 else "g20-foreign-ministers"
    with tempfile.TemporaryDirectory() as scratch:
        course = Path(scratch) / "course"
        assigned = seconds(["kit", "assign", lesson, "--course", str(course)], ROOT)
        generated = seconds(["nbgrader", "generate_assignment", lesson], course)
        sizes = {file.name: file.stat().st_size for file in (course / "release" / lesson).iterdir()}
    print(f"kit assign: {assigned:.1f} s")
    print(f"nbgrader generate_assignment: {generated:.1f} s")
    print(f"together: {assigned + generated:.1f} s")
    for name, size in sorted(sizes.items()):
        print(f"{name}: {size / 1000:.1f} kB")


if __name__ == "__main__":
    main()
