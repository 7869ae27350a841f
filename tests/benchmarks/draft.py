"""Which words of a finished lesson the draft that is made of its article has, and how soon.

    python tests/benchmarks/draft.py ARTICLE [LESSON]

Run from the top of the checkout; LESSON is a finished lesson on the same event, that on the G20
foreign ministers if not given. `kit new` is run in a folder of its own. Prints how long it takes,
which words of the lesson are among the first 150 words that the draft teaches and which are not,
and these words with their readings, for a careful reader.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from kit import content
from kit.lesson import vocabulary
from kit.lesson.vocabulary import TaughtWord

FIRST = 150
WANTED, SECONDS = 0.6, 5.0


def drafted(article: Path) -> tuple[float, tuple[TaughtWord, ...]]:
    """The seconds that a draft takes, as a process of its own, and the words that it teaches."""
    with tempfile.TemporaryDirectory() as folder:
        begin = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "kit", "new", str(article.absolute()), "--lesson", "draft"],
            cwd=folder,
            check=True,
            capture_output=True,
        )
        taken = time.perf_counter() - begin
        return taken, vocabulary.read(Path(folder, "vocab", "draft.csv"))[1]


def main() -> None:
    """Print the figures."""
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    lesson = sys.argv[2] if len(sys.argv) == 3 else "g20-foreign-ministers"
    finished = vocabulary.read(content.folder("vocab") / f"{lesson}.csv")[1]
    taken, words = drafted(Path(sys.argv[1]))
    first = [word.word for word in words[:FIRST]]
    there = [word.word for word in finished if word.word in first]
    gone = [word.word for word in finished if word.word not in first]
    share = len(there) / len(finished)
    print(f"kit new: {taken:.2f} s (at most {SECONDS:g} s)")
    print(
        f"of the lesson's {len(finished)} words among the draft's first {FIRST}: {len(there)}, "
        f"{share:.1%} (at least {WANTED:.0%})"
    )
    print(f"not among them: {' '.join(gone)}")
    for number, word in enumerate(words[:FIRST], 1):
        print(f"{number:4} {word.word} {word.reading}  {word.meaning}  {word.review}".rstrip())


if __name__ == "__main__":
    main()
