"""What workers are given to do in tests; their processes import it from here."""

from __future__ import annotations

import os
import signal
import time
from functools import partial


def square(number: int) -> int:
    return number * number


def deadly(bad: frozenset[int], number: int) -> int:
    """Squares a number, but a bad one ends its process."""
    if number in bad:
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(60)
    return number * number


def wrong(number: int) -> int:
    raise ValueError(f"no {number}")


def slow(number: int) -> int:
    """Says at once which process it is in, then takes its time for all numbers but 0."""
    if number:
        time.sleep(60)
    return os.getpid()


def dying(*bad: int) -> partial[int]:
    return partial(deadly, frozenset(bad))
