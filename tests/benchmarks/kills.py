"""Kills a process that records answers, again and again: is one lost that was accepted?

python tests/benchmarks/kills.py [RUNS]
"""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from kit.learner.progress import Progress

RUNS = 500
WRITER = """
import sys
from datetime import datetime, UTC
from pathlib import Path
from kit.learner.event import Event
from kit.learner.progress import Progress
progress = Progress(Path(sys.argv[1]))
while True:
    event = Event.answered("g20", "reading/国/くに", "kuni", correct=True, time=datetime.now(UTC))
    progress.record(event)
    sys.stdout.write(event.id + "\\n")
    sys.stdout.flush()
"""


def main() -> int:
    """Print how many answers were accepted, and how many of them are gone."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    chance = random.Random(1)
    lost = corrupt = 0
    accepted: set[str] = set()
    with tempfile.TemporaryDirectory() as folder:
        progress = Progress(Path(folder, "progress.sqlite"))
        for _ in range(runs):
            with subprocess.Popen(
                [sys.executable, "-c", WRITER, str(progress.file)],
                stdout=subprocess.PIPE,
                text=True,
                env=os.environ | {"PYTHONPATH": os.getcwd()},
            ) as writer:
                assert writer.stdout is not None
                said = [writer.stdout.readline()]  # it has begun to write
                time.sleep(chance.random() * 0.02)
                writer.send_signal(signal.SIGKILL)
                said += writer.stdout.readlines()
            accepted |= {line.strip() for line in said if line.endswith("\n")}
            with closing(sqlite3.connect(progress.file)) as database:
                sound = database.execute("pragma integrity_check").fetchall() == [("ok",)]
            corrupt += not sound
        kept = {event.id for event in progress.everything()}
        lost = len(accepted - kept)
    print(f"{runs} kills, {len(accepted):,} accepted answers: {lost} lost, {corrupt} files corrupt")
    print(f"kept without having been accepted: {len(kept - accepted)}")
    return 1 if lost or corrupt else 0


if __name__ == "__main__":
    sys.exit(main())
