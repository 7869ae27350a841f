"""Pages without a kernel judge in JavaScript, and never differ from the kernel."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from kit.learner.progress import Progress
from kit.learner.session import Session, tidy
from kit.lesson.answer import judge
from kit.lesson.item import Item
from kit.lesson.item_json import item_json, quiz_json
from kit.lesson.romaji import spellings, walk
from kit.lesson.vocabulary import TaughtWord
from kit.widgets import front
from kit.widgets.quiz import view
from tests.lesson import typed_answer
from tests.lesson.answer_cases import ITEMS, READINGS, VERDICTS

STEPS = 1500
GENERATED = 3000


@pytest.fixture(scope="module")
def judges(browser: Browser) -> Iterator[Page]:
    """A bare page that has `judge.js` and `practice.js`."""
    page = browser.new_page()
    page.add_script_tag(content=front.source("judge.js") + front.source("practice.js"))
    yield page
    page.close()


def ask(page: Page, script: str, value: object) -> Any:
    """What JavaScript makes of a value; as JSON, so that half a character arrives as it is."""
    return json.loads(
        page.evaluate(f"text => JSON.stringify(({script})(JSON.parse(text)))", json.dumps(value))
    )


def test_both_know_the_same_spellings(judges: Page) -> None:
    found = ask(judges, "() => [...SPELLINGS]", None)
    assert {kana: tuple(typed) for kana, typed in found} == spellings()


def test_both_find_the_same_readings_right(judges: Page) -> None:
    asked = [[answer, reading] for answer, reading, _ in READINGS]
    found = ask(judges, "rows => rows.map((row) => matches(...row))", asked)
    right = [correct for *_, correct in READINGS]
    assert [row for row, one, other in zip(asked, found, right, strict=True) if one != other] == []


@pytest.mark.parametrize("language", ["en", "ja"])
def test_both_give_the_same_verdicts_and_reasons(judges: Page, language: str) -> None:
    items = {name: item._replace(interface=language) for name, item in ITEMS.items()}
    asked = [[item_json(items[name]), tidy(answer)] for name, answer, *_ in VERDICTS]
    found = ask(judges, "rows => rows.map((row) => judge(...row))", asked)
    for (name, answer, correct, _), verdict in zip(VERDICTS, found, strict=True):
        mine = judge(items[name], tidy(answer))
        assert verdict == mine._asdict(), (name, answer)
        assert verdict["correct"] is correct


def test_both_read_whatever_may_be_typed_alike(judges: Page) -> None:
    chance = random.Random(1868)
    asked = []
    for _ in range(GENERATED):
        reading = typed_answer.reading(chance)
        typed = typed_answer.typed(reading, chance)
        asked.append(
            [typed if chance.random() < 0.3 else typed_answer.spoilt(typed, chance), reading]
        )
    found = ask(judges, "rows => rows.map((row) => walk(...row))", asked)
    for (answer, reading), one in zip(asked, found, strict=True):
        assert one == walk(answer, reading)._asdict(), (answer, reading)
    assert 0.2 < sum(one["whole"] for one in found) / GENERATED < 0.9


@pytest.mark.parametrize(
    "answer", ["あ" * 10_000, "🙂" * 10_000, "\ud800" * 3, "a\udc00b", "", "x" * 2001]
)
def test_both_keep_as_much_of_an_answer(judges: Page, answer: str) -> None:
    assert ask(judges, "tidy", answer) == tidy(answer)


WORDS = (
    TaughtWord("会談", "かいだん", ("talks",), (), "noun", "会談を行う", "会談した。", line=2),
    TaughtWord("会合", "かいごう", ("gathering",), line=3),
)
QUIZ = (
    *(ITEMS[name] for name in ("who", "gap", "order", "match")),
    Item("reading", WORDS[0].id, "?", ("", "会談", "した。"), (), WORDS[0], (WORDS[1],)),
    Item("reading", WORDS[1].id, "?", word=WORDS[1], others=(WORDS[0],)),
    ITEMS["gap"]._replace(subject="completed", word=WORDS[0], completed=("a", "b", "c")),
)


def acts(items: tuple[Item, ...], chance: random.Random) -> Iterator[dict[str, Any]]:
    """What a student does, in sense and nonsense."""
    answers = ["かいだん", "kaigou", "?", "", "甲\n乙\n丙", "talks\ngathering\nstance\nemphasis"]
    answers += [option.text for item in items for option in item.options]
    while True:
        position = chance.randint(0, len(items))
        match chance.choice(
            ["answer", "answer", "answer", "next", "next", "hint", "show", "again"]
        ):
            case "answer":
                yield {"do": "answer", "position": position, "answer": chance.choice(answers)}
            case "hint":
                yield {"do": "hint", "position": position}
            case act:
                yield {"do": act}


def test_a_practice_goes_the_same_way_as_a_session(judges: Page, tmp_path: Path) -> None:
    """And is resumed the same way, in the middle of anything."""
    progress = Progress(tmp_path / "progress.sqlite")
    seconds = (datetime(2026, 1, 10, tzinfo=UTC) + timedelta(seconds=n) for n in count())

    def begun() -> Session:  # acts of one millisecond would have no order
        return Session("budget", QUIZ, progress, now=lambda: next(seconds))

    session = begun()
    start = """quiz => {
      window.quiz = quiz;
      window.kept = new Map();
      window.store = { get: (id) => kept.get(id), set: (id, one) => void kept.set(id, one) };
      window.practice = new Practice(itemsOf(quiz), store);
      return practice.view;
    }"""
    assert ask(judges, start, quiz_json(QUIZ)) == view(session)
    chance = random.Random(7)
    doing = acts(QUIZ, chance)
    script: list[dict[str, Any]] = []
    mine = []
    for _ in range(STEPS):
        if chance.random() < 0.02:
            session = begun()
            script.append({"do": "resume"})
        else:
            act = next(doing)
            if "position" in act and chance.random() < 0.8:
                act["position"] = session.position
            script.append(act)
            perform(session, act)
        mine.append(view(session))
    play = """acts => acts.map((act) => {
      if (act.do === "resume") practice = new Practice(itemsOf(quiz), store);
      else practice.take(act);
      return JSON.parse(JSON.stringify(practice.view));
    })"""
    for step, (act, one, other) in enumerate(
        zip(script, ask(judges, play, script), mine, strict=True)
    ):
        assert one == other, (step, script[max(0, step - 6) : step], act)
    assert any("closing" in one for one in mine)


def perform(session: Session, act: dict[str, Any]) -> None:
    match act["do"]:
        case "answer":
            session.answer(act["position"], act["answer"])
        case "hint":
            session.take_hint(act["position"])
        case "show":
            session.show()
        case "next":
            session.next()
        case "again":
            session.again()
