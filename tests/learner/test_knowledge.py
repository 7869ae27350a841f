from datetime import UTC, datetime, timedelta
from pathlib import Path

from kit.learner.event import Event
from kit.learner.knowledge import Knowledge
from kit.learner.memory import READING, Memory
from kit.learner.progress import Progress

NOON = datetime(2026, 1, 10, 12, tzinfo=UTC)


def answer(word: str, minute: int) -> Event:
    time = NOON + timedelta(minutes=minute)
    return Event.answered("g20", f"reading/{word}", "x", correct=True, time=time)


def test_each_event_is_read_once_and_what_others_wrote_too(tmp_path: Path) -> None:
    progress = Progress(tmp_path / "progress.sqlite")
    knowledge = Knowledge(progress)
    assert knowledge.memory().words == []
    events = [answer("国/くに", 0), answer("党/とう", 1), answer("国/くに", 2)]
    for count, event in enumerate(events, 1):
        Progress(progress.file).record(event)
        expected = Memory.of(events[:count])
        assert knowledge.memory().words == expected.words
        assert knowledge.memory().card("国/くに", READING) == expected.card("国/くに", READING)
    assert knowledge.memory() is knowledge.memory(), "nothing new, nothing folded"


def test_what_was_erased_is_forgotten(tmp_path: Path) -> None:
    progress = Progress(tmp_path / "progress.sqlite")
    knowledge = Knowledge(progress)
    progress.record(answer("国/くに", 0))
    assert knowledge.memory().words == ["国/くに"]
    progress.erase()
    assert knowledge.memory().words == []
    progress.record(answer("党/とう", 1))
    assert knowledge.memory().words == ["党/とう"]
    progress.file.unlink()
    assert knowledge.memory().words == []
