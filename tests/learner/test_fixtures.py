"""What earlier versions wrote is read with no memory lost."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest

from kit.language.annotate import annotate
from kit.language.lexicon import dictionary
from kit.language.lexicon.glossary import packaged
from kit.learner import answers_file, exchange
from kit.learner.coverage import NEW, coverage, remembered
from kit.learner.event import Event
from kit.learner.memory import Memory
from kit.learner.progress import Progress
from kit.publish import deck
from tests.lesson import small

FOLDER = Path(__file__).with_name("fixtures") / "0.2"
NOW = datetime(2026, 1, 19, 9, tzinfo=UTC)
TEXT = (
    "危機を感じたと報じられ、意味がわかった。何も言えないが、税の引下げを行なう方が多い。"
    "友だちとの協調を示す。市場は今日も開いた。"
)


def of_database(folder: Path) -> list[Event]:
    copy = shutil.copy(FOLDER / "progress.sqlite", folder)
    return [*Progress(Path(copy)).everything()]


def of_export(folder: Path) -> list[Event]:
    return exchange.read(FOLDER / "progress.jsonl")


def of_import(folder: Path) -> list[Event]:
    progress = Progress(folder / "new.sqlite")
    exchange.bring(FOLDER / "progress.jsonl", progress, NOW)
    return [*progress.everything()]


SOURCES = pytest.mark.parametrize("source", [of_database, of_export, of_import])
Source = Callable[[Path], list[Event]]


@SOURCES
def test_every_word_is_as_well_known_as_it_was(source: Source, tmp_path: Path) -> None:
    memory = Memory.of(source(tmp_path))
    before = json.loads((FOLDER / "known.json").read_text(encoding="utf-8"))
    assert before["感ずる/かんずる"] == "known"
    assert {word: memory.knows(word, NOW) for word in before} == before | {
        "わかる/わかる": "known",  # answered so, while 分かる was marked
        "分かる/わかる": "known",
    }


@SOURCES
def test_no_event_is_rewritten(source: Source, tmp_path: Path) -> None:
    items = {event.item for event in source(tmp_path)}
    assert {"meaning/感ずる/かんずる", "reading/言える/いえる", "分かる/わかる"} <= items


@SOURCES
def test_the_words_of_a_text_are_known_under_their_ids_of_now(
    source: Source, tmp_path: Path
) -> None:
    knows = remembered(Memory.of(source(tmp_path)), NOW)
    words = coverage(annotate(TEXT).paragraphs, knows, dictionary.default(), packaged()).words
    new = {word.id for word in words if word.state == NEW}
    # 何も is one word now; a heteronym's memory stays with the reading that it was kept with
    assert new <= {"何も/なにも", "何/なに", "開く/あく"}


def test_answers_are_those_of_the_lesson(tmp_path: Path) -> None:
    answers = answers_file.read(FOLDER / "answers.json")
    assert answers is not None
    lesson = small.read(small.write(tmp_path))
    asked = [*(f"meaning/{word.id}" for word in lesson.words[:3]), "question/who-decided"]
    assert [*answers.given] == asked
    assert answers.spoilt == ()


def test_a_deck_made_now_has_the_same_notes(tmp_path: Path) -> None:
    lesson = small.read(small.write(tmp_path))
    deck.export(lesson, tmp_path / "deck.apkg", NOW)
    before = notes(FOLDER / "deck.apkg", tmp_path)
    assert len(before) == len(lesson.words)
    assert notes(tmp_path / "deck.apkg", tmp_path) == before


def notes(package: Path, folder: Path) -> dict[str, str]:
    """Each word of a deck, and what its note is told by."""
    with ZipFile(package) as files:
        file = files.extract("collection.anki2", folder)
    with closing(sqlite3.connect(file)) as database:
        rows = database.execute("select flds, guid from notes").fetchall()
    return {fields.partition("\x1f")[0]: guid for fields, guid in rows}
