"""How long coverage and plan take, beyond annotation, for a student who knows 5,000 words.

    python tests/benchmarks/coverage.py [TEXT]

TEXT is a plain text; without it two are made: the lines of all lessons and of the examples in their
vocabulary, each once, and the terms of politics in a row, none of which comes twice. Each is read
in a process of its own, so that nothing is known of it before.
"""

from __future__ import annotations

import csv
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

from kit import content
from kit.language.annotate import annotate
from kit.language.lexicon import dictionary
from kit.language.lexicon.glossary import packaged
from kit.learner.coverage import KnownList, coverage, plan, remembered
from kit.learner.event import Event
from kit.learner.memory import Memory

LENGTH = 10_000
WORDS = 5_000
NOW = datetime(2026, 3, 1, tzinfo=UTC)

T = TypeVar("T")


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """What a work takes, in milliseconds, and gives."""
    begin = time.perf_counter()
    result = work()
    return 1000 * (time.perf_counter() - begin), result


def lessons() -> str:
    """Lines of lessons and example sentences, each once, in an order of chance."""
    found: set[str] = set()
    for file in content.folder("notebooks").glob("*/lesson.md"):
        for line in file.read_text(encoding="utf-8").splitlines():
            japanese = re.sub(r"^[-\s>\[\]x:{}a-z]+", "", line)
            if re.search("[ぁ-ん].*。", japanese) and not re.search("[a-z]{3}", japanese):
                found.add(japanese)
    for file in content.folder("vocab").glob("*.csv"):
        with file.open(encoding="utf-8-sig", newline="") as rows:
            found.update(row["example"] for row in csv.DictReader(rows) if row.get("example"))
    lines = sorted(found)
    random.Random(1).shuffle(lines)
    return "\n".join(lines)


def terms() -> str:
    """The terms of the packaged glossary, eight a line."""
    words = [term.word for term in packaged() if term.kind == "term"]
    random.Random(1).shuffle(words)
    return "\n".join("、".join(words[k : k + 8]) + "。" for k in range(0, len(words), 8))


def measure(text: str) -> None:
    """Print a line for each way to tell what is known."""
    words, terms = dictionary.default(), packaged()
    annotate("日本政府は、協力を呼びかけた。")
    took, article = timed(lambda: annotate(text))
    print(f"{len(text):,} characters annotated: {took:.0f} ms")
    words.entries.cache_clear()
    nothing = KnownList([])
    took, whole = timed(lambda: coverage(article.paragraphs, nothing, words, terms))
    print(f"  coverage, all new, nothing of the dictionary in memory: {took:.0f} ms")
    own = [(word.headword, word.reading) for word in whole.words[::2]]
    learnt = (own + [(term.word, term.reading) for term in terms] * 5)[:WORDS]
    learnt += [(f"{word}{n}", reading) for n, (word, reading) in enumerate(learnt)]
    learnt = list(dict.fromkeys(learnt))[:WORDS]
    began = NOW - timedelta(days=2)
    events = [
        Event.answered(
            "", f"meaning/{word}/{reading}", "", correct=True, time=began + timedelta(seconds=n)
        )
        for n, (word, reading) in enumerate(learnt)
    ]
    took, memory = timed(lambda: Memory.of(events))
    print(f"  (memory of {len(memory.words):,} words, made of their events: {took:.0f} ms)")
    for name, knows in (("a list", KnownList(learnt)), ("memory", remembered(memory, NOW))):
        words.entries.cache_clear()
        took, found = timed(partial(coverage, article.paragraphs, knows, words, terms))
        planning, planned = timed(partial(plan, found))
        print(
            f"  coverage by {name}: {took:.0f} ms, {found.running:,} running words,"
            f" {len(found.words):,} different, {found.share or 0:.1%} known;"
            f" plan: {planning:.1f} ms, {len(planned):,} words"
        )


def main() -> None:
    if len(sys.argv) > 1:
        measure(Path(sys.argv[1]).read_text(encoding="utf-8"))
        return
    with tempfile.TemporaryDirectory() as folder:
        for text in (lessons(), terms()):
            file = Path(folder) / "text.txt"
            file.write_text(text[:LENGTH], encoding="utf-8")
            subprocess.run([sys.executable, __file__, str(file)], check=True)


if __name__ == "__main__":
    main()
