"""How fast the engine is: an article, a fresh process, a long text, and the memory it takes.

Usage: python tests/benchmarks/speed.py ARTICLE [--warm FILE] [--long FILE]

`--warm`: plain text, annotated first, so that the article meets a process that has worked on other
sentences. `--long`: plain text none of whose sentences was seen before; where it is not given, the
article's lines are taken apart and put together again as lines that no text has.
Ratios compare what ran in the same process, one after the other, since machines are noisy.
"""

from __future__ import annotations

import argparse
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import fugashi
from jamdict import Jamdict

from kit.language import as_json
from kit.language.annotate import annotate, annotate_line
from kit.language.article import Paragraph
from kit.language.lexicon import dictionary
from kit.language.script.sentences import lines
from kit.language.tagger import tag

SAMPLE = 60
"""Words that Jamdict looks up; the time of all is reckoned from theirs, or this takes minutes."""


def seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def article(text: str) -> None:
    paragraphs: list[Paragraph] = []
    took = seconds(lambda: paragraphs.extend(annotate(text).paragraphs))
    written = seconds(lambda: [as_json.paragraph_json(paragraph) for paragraph in paragraphs])
    rows = [line for line, _ in lines(text)]
    tagger = fugashi.Tagger()
    tagging = min(
        seconds(lambda: [[word.feature.lemma for word in tagger(row)] for row in rows])
        for _ in range(5)
    )
    units = min(seconds(lambda: [tag(row) for row in rows]) for _ in range(5))
    words = sorted({word.headword for word in annotate(text).words if word.kind == "word"})
    running = sum(word.kind == "word" for word in annotate(text).words)
    jamdict = Jamdict()
    jamdict.lookup(words[0])
    sample = random.Random(1).sample(words, min(SAMPLE, len(words)))
    a_word = seconds(lambda: [jamdict.lookup(word) for word in sample]) / len(sample)
    print(f"article of {len(text)} characters, annotated: {took * 1000:.0f} ms")
    print(f"  written as JSON after that: {written * 1000:.0f} ms")
    print(
        f"  fugashi.Tagger alone, with lemma: {tagging * 1000:.1f} ms, {took / tagging:.1f} times"
    )
    print(f"  the kit's tagger alone: {units * 1000:.1f} ms, {took / units:.1f} times")
    distinct = a_word * len(words)
    print(
        f"  Jamdict.lookup, each of {len(words)} distinct words once: {distinct:.1f} s,"
        f" {distinct / took:.0f} times slower; of {running} running words:"
        f" {a_word * running:.1f} s, {a_word * running / took:.0f} times slower"
    )


def fresh_process(file: Path) -> None:
    command = [sys.executable, "-m", "kit", "annotate", "--json", str(file)]
    took = [
        seconds(lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL))
        for _ in range(5)
    ]
    print(
        f"kit annotate as a fresh process: {statistics.median(took):.2f} s (best {min(took):.2f})"
    )


def long_text(text: str) -> None:
    rows = list(lines(text))
    count = sum(len(row) for row, _ in rows)
    took = seconds(lambda: [as_json.paragraph_json(annotate_line(*row)) for row in rows])
    print(f"long text, {count} characters unseen: {count / took:,.0f} characters a second")


def shuffled(text: str, size: int) -> str:
    """Lines of phrases from the text in an order that the text hasn't."""
    phrases = [
        "".join(word.surface for word in sentence.words)[k : k + 18]
        for line, kind in lines(text)
        for sentence in annotate_line(line, kind).sentences
        for k in range(0, len(sentence.text), 18)
    ]
    chance = random.Random(1)
    made, total = [], 0
    while total < size:
        row = "".join(chance.sample(phrases, 3)) + "。"
        made.append(row)
        total += len(row)
    return "\n".join(made)


def resident(pid: int) -> float:
    """The most memory that a process has had so far, in MB (Linux)."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    return next((int(s.split()[1]) / 1024 for s in status.splitlines() if "VmHWM" in s), 0.0)


def memory(text: str, megabytes: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "long.txt"
        data = (text + "\n").encode()
        with file.open("wb") as out:
            for _ in range(1 + megabytes * 1_000_000 // len(data)):
                out.write(data)
        command = [sys.executable, "-m", "kit", "annotate", "--json", str(file)]
        begin = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        peak = 0.0
        while process.poll() is None:
            peak = max(peak, resident(process.pid))
            time.sleep(0.05)
        took = time.perf_counter() - begin
        size = file.stat().st_size
    characters = len(text) * size // len(data)
    print(
        f"kit annotate on {size / 1e6:.0f} MB: {took:.0f} s,"
        f" {characters / took:,.0f} characters a second, at most {peak:.0f} MB of memory a process"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("article", type=Path)
    parser.add_argument("--warm", type=Path)
    parser.add_argument("--long", type=Path)
    parser.add_argument("--megabytes", type=int, default=20)
    options = parser.parse_args()
    text = options.article.read_text(encoding="utf-8")
    dictionary.default()
    if options.warm:
        annotate(options.warm.read_text(encoding="utf-8"))
    article(text)
    fresh_process(options.article)
    unseen = options.long.read_text(encoding="utf-8") if options.long else shuffled(text, 500_000)
    long_text(unseen)
    memory(shuffled(text, 1_000_000), options.megabytes)


if __name__ == "__main__":
    main()
