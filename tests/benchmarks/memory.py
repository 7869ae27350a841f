"""How fast events are kept and folded into what a student remembers.

python tests/benchmarks/memory.py
"""

import random
import statistics
import tempfile
import time
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from fsrs import Card, Rating, Scheduler

from kit.learner.event import Event
from kit.learner.knowledge import Knowledge
from kit.learner.memory import Memory
from kit.learner.progress import Progress

WORDS, ANSWERS = 5_000, 100_000
START = datetime(2025, 1, 1, tzinfo=UTC)
ROUNDS = 5


def histories() -> list[tuple[int, Rating, datetime]]:
    """Word, rating and time of simulated answers, oldest first."""
    chance = random.Random(1)
    ratings = [Rating.Again, Rating.Hard, *[Rating.Good] * 8]
    return [
        (chance.randrange(WORDS), chance.choice(ratings), START + timedelta(minutes=5 * number))
        for number in range(ANSWERS)
    ]


def as_event(word: int, rating: Rating, when: datetime) -> Event:
    """The answer that is graded so."""
    item = f"{'reading' if word % 2 else 'meaning'}/語{word}/ご{word}"
    correct, hints = rating != Rating.Again, int(rating == Rating.Hard)
    answered = Event.answered("g20", item, "x", correct=correct, time=when, hints=hints)
    return answered._replace(id=str(uuid.uuid4()), milliseconds=2500)


def seconds(act: Callable[[], object]) -> float:
    """How long something takes."""
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def alone(reviews: list[tuple[int, Rating, datetime]]) -> None:
    """py-fsrs without the kit."""
    scheduler = Scheduler(enable_fuzzing=False)
    cards = [Card(card_id=word, due=START) for word in range(WORDS)]
    for word, rating, when in reviews:
        cards[word], _ = scheduler.review_card(cards[word], rating, when)


def main() -> None:
    """Print what was measured."""
    reviews = histories()
    events = [as_event(*review) for review in reviews]
    fsrs = statistics.median(seconds(lambda: alone(reviews)) for _ in range(ROUNDS))
    fold = statistics.median(seconds(lambda: Memory.of(events)) for _ in range(ROUNDS))
    print(f"{WORDS:,} words, {ANSWERS:,} answers (medians of {ROUNDS})")
    print(f"py-fsrs alone                 {fsrs * 1000:8.1f} ms")
    print(f"the fold                      {fold * 1000:8.1f} ms, {fold / fsrs:.2f} times")
    with tempfile.TemporaryDirectory() as folder:
        progress = Progress(Path(folder, "progress.sqlite"))
        progress.record_all(events)
        knowledge = Knowledge(progress)
        whole = seconds(knowledge.memory)
        print(f"read and folded from the file {whole * 1000:8.1f} ms, {whole / fsrs:.2f} times")
        kept, added = [], []
        for number in range(300):
            when = START + timedelta(days=1000, minutes=number)
            event = as_event(number, Rating.Good, when)
            kept.append(seconds(lambda event=event: progress.record(event)))  # type: ignore[misc]
            added.append(seconds(knowledge.memory))
        for what, times in (("an event recorded", kept), ("and folded in    ", added)):
            median, most = statistics.median(times) * 1000, max(times) * 1000
            print(f"{what}             {median:8.2f} ms at the median, {most:.1f} ms at most")


if __name__ == "__main__":
    main()
