import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from kit.classroom.rank import workers
from tests.classroom import work

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(("tasks", "count"), [(0, 2), (1, 4), (20, 1), (20, 2)])
def test_every_task_is_done_once_by_any_number_of_workers(tasks: int, count: int) -> None:
    done = list(workers.over(range(tasks), work.square, count))
    assert sorted(done) == [(number, number * number) for number in range(tasks)]


@pytest.mark.skipif(os.name == "nt", reason="a process of Windows gets no signal")
def test_a_task_that_kills_its_process_takes_no_other_with_it() -> None:
    done = dict(workers.over(range(9), work.dying(2, 7), 2))
    assert done == {n: None if n in (2, 7) else n * n for n in range(9)}


def test_what_the_work_raises_ends_it() -> None:
    with pytest.raises(ValueError, match="no 0"):
        list(workers.over([0], work.wrong, 1))


def test_work_that_nobody_waits_for_any_more_ends() -> None:
    begin = time.monotonic()
    with closing(workers.over([0, 1, 2], work.slow, 2)) as done:
        next(done)
    assert time.monotonic() - begin < 30


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.skipif(os.name == "nt", reason="a process of Windows gets no signal")
def test_workers_end_with_the_process_that_asked_for_the_work() -> None:
    script = (
        "from kit.classroom.rank import workers; from tests.classroom import work\n"
        "for task, process in workers.over([0, 1, 2], work.slow, 1): print(process, flush=True)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as asking:
        assert asking.stdout is not None
        worker = int(asking.stdout.readline())
        assert is_alive(worker)
        asking.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + 20
    while is_alive(worker) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not is_alive(worker)


def test_there_is_a_core_to_work_on() -> None:
    assert workers.cores() >= 1
