"""Work on many tasks in processes of their own, as many as there are cores.

A task that kills its process takes no other task with it, and when the process that asked for the
work ends, however it ends, so do the workers.
"""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import signal
import threading
import warnings
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 2
"""Tasks that are given out for each worker, so that none waits for the next one."""

_START = "spawn"
"""How processes begin: the same on every system, and safe beside threads."""


def cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def over(
    tasks: Iterable[T], work: Callable[[T], R], count: int
) -> Generator[tuple[T, R | None], None, None]:
    """Work on tasks, and give each with its result as soon as it is done, in any order.

    Args:
        tasks: what can be pickled.
        work: a function that can be pickled, with what it needs for all tasks; it is sent to each
            worker once. What it raises ends the work.
        count: how many workers, at least 1.

    Yields:
        The task, and its result; None where its process died of it.
    """
    waiting = deque(tasks)
    while waiting:
        suspects = deque((yield from _until_one_dies(waiting, work, count, AHEAD * count)))
        while suspects:  # one at a time, which tells who it was
            for task in (yield from _until_one_dies(suspects, work, 1, 1)):
                yield task, None


def _until_one_dies(
    waiting: deque[T], work: Callable[[T], R], count: int, most: int
) -> Generator[tuple[T, R | None], None, list[T]]:
    """Work on tasks from the queue, `most` at a time.

    Returns:
        The tasks that were worked on when a worker died; none where all are done.
    """
    doing: dict[Future[R], T] = {}
    with _pool(work, min(count, len(waiting))) as pool:
        try:
            while waiting or doing:
                while waiting and len(doing) < most:
                    with _held_back():
                        doing[pool.submit(_do, waiting[0])] = waiting[0]
                    waiting.popleft()
                for done in wait(doing, return_when=FIRST_COMPLETED).done:
                    result = done.result()
                    yield doing.pop(done), result
        except BrokenProcessPool:
            return list(doing.values()) or [waiting.popleft()]
    return []


@contextmanager
def _pool(work: Callable[[T], R], count: int) -> Iterator[ProcessPoolExecutor]:
    """Workers, which end with the block: at once where it is left by an exception."""
    context = multiprocessing.get_context(_START)
    theirs, ours = context.Pipe(duplex=False)
    pool = ProcessPoolExecutor(count, context, _begin, (theirs, work))
    try:
        yield pool
    except BaseException:
        ours.close()
        raise
    finally:
        pool.shutdown(cancel_futures=True)
        ours.close()
        theirs.close()


@contextmanager
def _held_back() -> Iterator[None]:
    """Hold Ctrl-C back: a process that begins here never gets it, this one a moment later."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_work: Callable[[Any], Any]
"""A worker's own: what it does with each task."""


def _begin(alive: Connection, work: Callable[[T], R]) -> None:
    """Make a worker of a process.

    Args:
        alive: what ends when the process that asked for the work does.
        work: what to do with each task.
    """
    global _work
    _work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(alive,), daemon=True).start()
    # What libraries have to say of a broken file is not for who asked for the work.
    logging.disable()
    warnings.simplefilter("ignore")
    # Annotations hold no cycles: looking for some takes a fifth of the time.
    gc.set_threshold(100_000, 50, 50)


def _end_with(alive: Connection) -> None:
    alive.poll(None)
    os._exit(1)


def _do(task: T) -> Any:
    return _work(task)
