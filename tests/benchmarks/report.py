"""How long `kit report` takes over 200 students and 20,000 answers to the G20 lesson.

    python tests/benchmarks/report.py [FOLDER]

The students are simulated, and what they did is written as exported files and as submissions, both
as folders and packed. Each is read by a whole command, with a page and tables as output. With
FOLDER all of it is kept there.
"""

from __future__ import annotations

import math
import os
import random
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kit.classroom.assign import course
from kit.classroom.assign.assignment import Assigned, assign
from kit.classroom.report import word_map
from kit.learner import answers_file, assignment_file, exchange
from kit.learner.answers_file import Answers, Given
from kit.learner.event import STUDENT, Event
from kit.lesson import library, quiz
from kit.lesson.answer import judge
from kit.lesson.item import Item
from kit.lesson.lesson import Lesson

LESSON = "g20-foreign-ministers"
STUDENTS, ANSWERS, LOOKED_UP = 200, 100, 30
BEGIN = datetime(2026, 3, 2, 8, tzinfo=UTC)


class Simulated:
    """A student who is so able, and knows the more of a question the easier it is."""

    def __init__(self, number: int, easy: dict[str, float]) -> None:
        self.name = f"student{number:03}"
        self.chance = random.Random(number)
        self.easy = easy
        self.able = self.chance.gauss(0.4, 1)
        self.time = BEGIN + timedelta(hours=self.chance.uniform(0, 100))

    def answer(self, item: Item) -> str:
        """The right answer, or another."""
        self.time += timedelta(seconds=self.chance.expovariate(1 / 40))
        if self.chance.random() < 0.02:
            self.time += timedelta(hours=self.chance.uniform(12, 60))
        right = judge(item, "").right
        if self.chance.random() < 1 / (1 + math.exp(-self.able - self.easy[item.id])):
            return right
        wrong = [option.text for option in item.options if option.text != right]
        return self.chance.choice(wrong) if wrong else "わからない"

    def exported(self, lesson: Lesson, items: Sequence[Item], words: Sequence[str]) -> str:
        """What the student did, as a file."""
        events = []
        for item in items[: self.chance.randrange(ANSWERS // 2, 3 * ANSWERS // 2)]:
            answer = self.answer(item)
            right = judge(item, answer).correct
            events.append(
                Event.answered(lesson.name, item.id, answer, correct=right, time=self.time)
            )
        for word in self.chance.choices(
            words, [1 / (n + 3) for n in range(len(words))], k=LOOKED_UP
        ):
            events.append(Event.seen("look-up", lesson.name, word, time=self.time))
        return "\n".join([*exchange.write(events, STUDENT), ""])

    def submitted(self, assigned: Assigned) -> str:
        """What the student answered in an assignment, as a file."""
        items = {name: item for key in assigned.keys.values() for name, item in key.items.items()}
        asked = dict([*items.items()][:ANSWERS])
        given = {name: Given(self.answer(item), self.time, 900) for name, item in asked.items()}
        return answers_file.to_text(Answers(assigned.given.id, given))


def write(folder: Path, lesson: Lesson) -> None:
    """All that the students did."""
    items = quiz.everything(lesson)
    chance = random.Random(1)
    words = [word.id for word in word_map.words(lesson).values()]
    chance.shuffle(words)
    easy = {item.id: chance.gauss(0.6, 1.2) for item in items}
    assigned = assign(lesson, "hw", "salt")
    course.write(folder / "course", assigned)
    (folder / "exported").mkdir()
    for number in range(STUDENTS):
        student = Simulated(number, easy)
        file = folder / "exported" / f"{student.name}.jsonl"
        file.write_text(student.exported(lesson, items, words), encoding="utf-8")
        place = folder / "course" / "submitted" / student.name / "hw"
        place.mkdir(parents=True)
        (place / answers_file.NAME).write_text(student.submitted(assigned), encoding="utf-8")
        (place / "timestamp.txt").write_text("2026-03-20 10:00:00 UTC", encoding="utf-8")
        (place / assignment_file.NAME).write_text(
            assignment_file.to_text(assigned.given), encoding="utf-8"
        )
    for name, packed in (("exported", "exported"), ("course/submitted", "submitted")):
        with tarfile.open(folder / f"{packed}.tar.gz", "w:gz") as archive:
            archive.add(folder / name, packed)


def measure(folder: Path) -> None:
    """Print a line for each way in which answers come."""
    for name in ("exported", "course", "exported.tar.gz", "submitted.tar.gz"):
        began, busy = time.perf_counter(), os.times().children_user
        run = subprocess.run(
            [
                *(sys.executable, "-m", "kit", "report", LESSON, str(folder / name)),
                *(["--course", str(folder / "course")] if name == "submitted.tar.gz" else []),
                *("--html", str(folder / f"{Path(name).name}.html")),
                *("--csv", str(folder / f"{Path(name).name}-csv")),
            ],
            capture_output=True,
            encoding="utf-8",
        )
        took = time.perf_counter() - began
        if run.returncode:
            raise SystemExit(run.stderr)
        busy = os.times().children_user - busy
        print(f"{name}: {took:.2f} s, the processor {busy:.2f} s. {run.stdout.splitlines()[1]}")


def main() -> None:
    lesson = library.around(Path(__file__)).open(LESSON)
    if len(sys.argv) > 1:
        folder = Path(sys.argv[1])
        folder.mkdir(exist_ok=True)
        write(folder, lesson)
        measure(folder)
        return
    with tempfile.TemporaryDirectory() as scratch:
        write(Path(scratch), lesson)
        measure(Path(scratch))


if __name__ == "__main__":
    main()
