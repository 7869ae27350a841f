"""How many articles of 2,500 characters a second `kit rank` measures on two cores.

    python tests/benchmarks/rank.py GOLD [ARTICLES]

GOLD is a folder of JSON Lines files whose objects have a sentence as `text`. The articles are made
of these sentences and of those of the lessons, each article of others in an order of chance. Where
a sentence comes twice, it is quicker the second time; how quick each one is that was never seen
before is told as well. Machines that do other work too are slow: the seconds of the processor say
what two free cores would do.
"""

from __future__ import annotations

import gc
import json
import multiprocessing
import random
import re
import resource
import sys
import tempfile
import time
from pathlib import Path

from kit import content
from kit.classroom.rank.fit import fit
from kit.classroom.rank.rank import rank
from kit.learner.coverage import KnownList

LENGTH = 2_500
WORKERS = 2
KNOWN = {("政府", "せいふ"), ("会談", "かいだん"), ("協力", "きょうりょく")}


def sentences(gold: Path) -> list[str]:
    """Sentences of people, each once, in an order of chance."""
    found: set[str] = set()
    for file in gold.glob("*.jsonl"):
        with file.open(encoding="utf-8") as lines:
            found.update(json.loads(line)["text"] for line in lines)
    for file in content.folder("notebooks").glob("*/lesson.md"):
        for line in file.read_text(encoding="utf-8").splitlines():
            japanese = re.sub(r"^[-\s>\[\]x:{}a-z]+", "", line)
            if re.search("[ぁ-ん].*。", japanese) and not re.search("[a-z]{3}", japanese):
                found.update(f"{part}。" for part in japanese.split("。") if part)
    shuffled = sorted(found)
    random.Random(1).shuffle(shuffled)
    return shuffled


def articles(sentences: list[str], count: int) -> list[str]:
    """Texts of paragraphs of three sentences each."""
    chance = random.Random(2)
    texts = []
    for number in range(count):
        lines = [f"外相会合の{number}日目"]
        while sum(map(len, lines)) < LENGTH:
            lines.append("".join(chance.sample(sentences, 3)))
        texts.append("\n".join(lines))
    return texts


def in_processes(texts: list[str]) -> None:
    """Print how long a folder of these texts takes."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary, "articles")
        folder.mkdir()
        for number, text in enumerate(texts):
            (folder / f"{number:04}.txt").write_text(text, encoding="utf-8")
        begun = time.perf_counter()
        told: list[float] = []
        found = rank(
            folder,
            KNOWN,
            kept=Path(temporary, "kept"),
            count=WORKERS,
            done=lambda done, total: told.append(time.perf_counter() - begun),
        )
        whole = time.perf_counter() - begun
        assert len(found.articles) == len(texts), found.unread
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = used.ru_utime + used.ru_stime
    length = sum(map(len, texts)) / len(texts)
    ready = told[WORKERS]
    print(f"{len(texts)} articles of {length:,.0f} characters, {WORKERS} processes: {whole:.1f} s")
    print(f"  with their start: {len(texts) / whole:.1f} articles a second")
    print(f"  without it ({ready:.1f} s): {(len(texts) - WORKERS) / (whole - ready):.1f}")
    print(
        f"  processor: {1000 * processor / len(texts):.1f} ms an article, which is"
        f" {WORKERS * len(texts) / processor:.1f} articles a second on {WORKERS} free cores"
    )


def never_seen(sentences: list[str]) -> None:
    """Print how long sentences take of which none was seen before, in one process."""
    gc.set_threshold(100_000, 50, 50)
    known = KnownList(KNOWN)
    half = len(sentences) // 2
    fit("\n".join(sentences[:half]), known)
    begun = time.process_time()
    fit("\n".join(sentences[half:]), known)
    took = time.process_time() - begun
    size = sum(map(len, sentences[half:]))
    print(f"sentences never seen before: {size / took:,.0f} characters a second and process")


def main() -> None:
    gold = Path(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 400
    found = sentences(gold)
    in_processes(articles(found, count))
    alone = multiprocessing.get_context("spawn").Process(target=never_seen, args=(found,))
    alone.start()
    alone.join()


if __name__ == "__main__":
    main()
