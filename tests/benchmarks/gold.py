"""Scores against annotated sentences: readings of kanji stretches, and long units cut through.

Usage: python tests/benchmarks/gold.py [--wac FILE] [--gsd FILE] [--show]

`--wac`: JSON Lines with `text` and `morphemes` ([surface, reading]). Stretches are cut at the edges
that gold and kit share; those with kanji and without digits count; a stretch is right when both
readings are equal. Where the gold gives several (`にっぽん/にほん`), a second figure takes any of
them as right. `--gsd`: JSON Lines with `text` and `long_units`; a long unit is cut through
when a word begins or ends inside it while reaching out of it.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

from kit import annotate
from kit.language.lexicon.dictionary import characters

DIGIT = re.compile(r"[0-9０-９]")


def edges(pieces: list[tuple[str, str]]) -> dict[int, int]:
    """Offset in the text → offset in the joined readings, for each edge between pieces."""
    found, text, read = {0: 0}, 0, 0
    for surface, reading in pieces:
        text += len(surface)
        read += len(reading)
        found[text] = read
    return found


def either_of(reading: str) -> list[str]:
    """The readings that a gold reading with `/` allows, whichever part of it has two."""
    parts = reading.split("/")
    if len(parts) == 1:
        return [reading]
    found = list(parts)
    for k in range(1, len(parts)):
        before, after = "".join(parts[:k]), "".join(parts[k:])
        found += [before[:i] + after for i in range(len(before))]
        found += [before + after[i:] for i in range(len(after))]
    return found


def readings(file: Path, show: bool) -> None:
    right = either = total = 0
    wrong: Counter[tuple[str, str, str]] = Counter()
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = row["text"]
        gold = [(surface, reading) for surface, reading in row["morphemes"]]
        ours = [(word.surface, word.reading or word.surface) for word in annotate(text).words]
        if "".join(s for s, _ in gold) != text or "".join(s for s, _ in ours) != text:
            continue
        gold_read, our_read = "".join(r for _, r in gold), "".join(r for _, r in ours)
        gold_edges, our_edges = edges(gold), edges(ours)
        cuts = sorted(gold_edges.keys() & our_edges.keys())
        for begin, end in pairwise(cuts):
            stretch = text[begin:end]
            if not any(characters(stretch)) or DIGIT.search(stretch):
                continue
            total += 1
            theirs = gold_read[gold_edges[begin] : gold_edges[end]]
            mine = our_read[our_edges[begin] : our_edges[end]]
            either += mine in either_of(theirs)
            if theirs == mine:
                right += 1
            else:
                wrong[stretch, theirs, mine] += 1
    print(f"kanji stretches read right: {right} of {total} = {100 * right / total:.2f} %,")
    print(f"  with any of several gold readings: {100 * either / total:.2f} %")
    if show:
        for (stretch, theirs, mine), count in wrong.most_common():
            print(f"  {count}\t{stretch}\tgold {theirs}\tkit {mine}")


def long_units(file: Path, show: bool) -> None:
    cut = total = 0
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text, position = row["text"], 0
        spans, begin = [], 0
        for word in annotate(text).words:
            spans.append((begin, begin + len(word.surface)))
            begin += len(word.surface)
        for unit in row["long_units"]:
            begin = text.find(unit, position)
            if begin < 0:
                break
            end = position = begin + len(unit)
            total += 1
            crossing = [(s, e) for s, e in spans if (begin < s < end < e) or (s < begin < e < end)]
            if crossing:
                cut += 1
                if show:
                    s, e = crossing[0]
                    print(f"  {unit}\tcut by {text[s:e]}\t{text[max(0, s - 8) : e + 8]}")
    print(f"long units cut through: {cut} of {total} = {100 * cut / total:.3f} %")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--wac", type=Path)
    parser.add_argument("--gsd", type=Path)
    parser.add_argument("--show", action="store_true", help="list what is wrong")
    options = parser.parse_args()
    if options.wac:
        readings(options.wac, options.show)
    if options.gsd:
        long_units(options.gsd, options.show)


if __name__ == "__main__":
    main()
