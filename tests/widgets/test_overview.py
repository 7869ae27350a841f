from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kit.learner.event import Event
from kit.learner.memory import Memory
from kit.learner.progress import Progress
from kit.lesson import library, quiz
from kit.lesson.chapter import chapters
from kit.lesson.library import Library
from kit.texts import texts
from kit.widgets.overview import REVIEW, Overview, overview, place
from tests.lesson import small

NOON = datetime(2026, 1, 10, 12, tzinfo=UTC)
SUMMARY = "\n:::{summary}\n- 政府が決めた。\n- 野党が求めた。\n- 政府は応じない。\n:::\n"
OTHER = "---\ntitle: <b>国会</b>が開会\n---\n\n国会が10日に開かれた。\n"


@pytest.fixture
def lessons(tmp_path: Path) -> Library:
    return library.around(small.write(tmp_path))


@pytest.fixture
def progress(tmp_path: Path) -> Progress:
    return Progress(tmp_path / "progress.sqlite")


def made(lessons: Library, progress: Progress, days: float = 0, language: str = "en") -> Overview:
    time = NOON + timedelta(days=days)
    return Overview(lessons, progress, texts(language), lambda: time, UTC)


def answered(item: str, days: float = 0, *, correct: bool = True, lesson: str = "budget") -> Event:
    time = NOON + timedelta(days=days)
    return Event.answered(lesson, item, "", correct=correct, time=time)


def steps(overview: Overview) -> list[str]:
    """What is to be done now, each sentence whole."""
    return [
        step["text"].replace("{notebook}", step.get("name", "")) for step in overview.view["steps"]
    ]


def add(lessons: Library, name: str, markdown: str = OTHER) -> None:
    (lessons.notebooks / name).mkdir()
    (lessons.notebooks / name / "lesson.md").write_text(markdown, encoding="utf-8")
    (lessons.vocab / f"{name}.csv").write_text("word,reading,meaning\n", encoding="utf-8")


# ---- where one is in a lesson


def test_the_notebooks_of_a_lesson_ask_everything_that_it_has(lessons: Library) -> None:
    """What is left is looked for in the notebooks, and counted over the lesson."""
    for lesson in (
        lessons.open("budget"),
        library.around(Path(__file__)).open("g20-foreign-ministers"),
    ):
        items = [item.id for item in quiz.everything(lesson)]
        events = [answered(item, lesson=lesson.name) for item in items]
        found = place(lesson, events)
        assert found.stands is not None
        assert found.stands[:3] == (len(items), len(items), len(items))
        assert found.chapter is None


def test_one_goes_on_with_the_first_notebook_that_has_something_left(tmp_path: Path) -> None:
    lesson = small.read(small.write(tmp_path, small.MARKDOWN + SUMMARY))
    _, lead, section, after = parts = chapters(lesson)
    words = {
        chapter: [item.id for item in (*quiz.words(lesson, where), *quiz.questions(lesson, where))]
        for chapter, where in ((lead, "lead"), (section, "1"))
    }
    warm_up = [item.id for item in quiz.warm_up(lesson)]
    for items, chapter in (
        ([], parts[0]),
        (words[lead], parts[0]),
        (warm_up, lead),
        (warm_up + words[lead][1:], lead),
        (warm_up + words[lead], section),
        (warm_up + words[lead] + words[section], after),
        ([*warm_up, *words[lead], *words[section], "order/summary"], None),
    ):
        assert place(lesson, [answered(item) for item in items]).chapter == chapter


def test_answers_in_review_and_in_other_lessons_are_no_part_of_it(lessons: Library) -> None:
    lesson = lessons.open("budget")
    events = [answered("meaning/決定/けってい", lesson=name) for name in ("/review", "other", "")]
    assert place(lesson, events) == (lesson, None, chapters(lesson)[0])


# ---- what to do now


def test_at_first_one_is_told_how_to_begin_and_nothing_else(
    lessons: Library, progress: Progress
) -> None:
    view = made(lessons, progress).view
    assert steps(made(lessons, progress)) == ["Begin with 00 読む前に."]
    assert (view["plots"], view["notices"]) == ([], [])
    assert [lesson["said"] for lesson in view["lessons"]] == ["not begun yet"]
    assert steps(made(lessons, progress, language="ja")) == ["00 読む前にから始めましょう。"]


def test_what_is_due_comes_first_then_where_one_was(lessons: Library, progress: Progress) -> None:
    for word in ("決定/けってい", "修正/しゅうせい"):
        progress.record_all(answered(f"meaning/{word}", days) for days in (0, 1))
    assert steps(made(lessons, progress, 1.1)) == ["Go on with 00 読む前に."]
    assert steps(made(lessons, progress, 30)) == [
        "Words to review today: 2. Open Review.",
        "Go on with 00 読む前に.",
    ]


def test_one_goes_on_in_the_lesson_that_was_opened_last(
    lessons: Library, progress: Progress
) -> None:
    add(lessons, "assembly", small.FINISHED)
    look_up = Event.seen("look-up", "assembly", "国会/こっかい", time=NOON + timedelta(hours=1))
    links = []
    for name in ("assembly", "budget"):
        for chapter in chapters(lessons.open(name)):
            (lessons.notebooks / name / chapter.file).touch()
    for events in ([answered("meaning/決定/けってい")], [look_up]):
        progress.record_all(events)
        step = made(lessons, progress, 0.1).view["steps"][-1]
        links.append(step["href"].split("/")[0])
    assert links == ["budget", "assembly"]


def test_a_lesson_is_begun_once_something_was_answered(
    lessons: Library, progress: Progress
) -> None:
    progress.record(Event.seen("look-up", "budget", "決定/けってい", time=NOON))
    view = made(lessons, progress, 0.1).view
    assert steps(made(lessons, progress, 0.1)) == ["Begin with 00 読む前に."]
    assert [lesson["said"] for lesson in view["lessons"]] == ["not begun yet"]


def test_the_number_of_words_to_review_follows(lessons: Library, progress: Progress) -> None:
    events = [answered("meaning/決定/けってい", days) for days in (0, 1)]
    progress.record_all(events)
    shown = made(lessons, progress, 30)
    before = shown.view
    assert steps(shown)[0] == "Words to review today: 1. Open Review."
    shown.follow(Memory.of([*events, answered("meaning/決定/けってい", 29.9)]))
    assert steps(shown) == ["Go on with 00 読む前に."]
    assert shown.view | {"steps": before["steps"]} == before


def test_one_begins_another_lesson_once_one_is_done(lessons: Library, progress: Progress) -> None:
    lesson = lessons.open("budget")
    progress.record_all(answered(item.id) for item in quiz.everything(lesson))
    assert steps(made(lessons, progress, 0.1))[-1] == "Everything that the lessons ask is answered."
    add(lessons, "assembly")
    assert steps(made(lessons, progress, 0.1))[-1] == "Begin with 00 読む前に."


def test_a_lesson_says_how_much_of_it_was_answered(lessons: Library, progress: Progress) -> None:
    count = len(quiz.everything(lessons.open("budget")))
    progress.record(answered("question/who-decided"))
    progress.record(answered("reading/決定/けってい", correct=False))
    (shown,) = made(lessons, progress).view["lessons"]
    assert shown["title"] == "予算案を閣議決定"
    assert shown["said"] == f"2 of {count} answered, 1 right"
    assert (shown["answered"], shown["right"]) == (2 / count, 1 / count)


def test_only_a_notebook_that_is_there_is_a_link(lessons: Library, progress: Progress) -> None:
    progress.record_all(answered("meaning/決定/けってい", days) for days in (0, 1))

    def links() -> list[str]:
        view = made(lessons, progress, 30).view
        return [part["href"] for part in (*view["steps"], *view["lessons"])]

    assert links() == ["", "", ""]
    (lessons.notebooks / REVIEW).touch()
    (lessons.notebooks / "budget" / "00-読む前に.ipynb").touch()
    here = "budget/00-%E8%AA%AD%E3%82%80%E5%89%8D%E3%81%AB.ipynb"
    assert links() == ["review.ipynb", here, here]


# ---- what became of it over time


def test_what_there_is_to_plot_is_plotted(lessons: Library, progress: Progress) -> None:
    characters = lessons.open("budget").characters
    for number, word in enumerate(("決定/けってい", "修正/しゅうせい", "方針/ほうしん")):
        progress.record_all(answered(f"meaning/{word}", number + days) for days in (0, 1))
    for days in (0, 2):
        time = NOON + timedelta(days=days)
        progress.record(Event.read("budget", "whole", 60_000 - 10_000 * days, time=time))
    plots = {plot["title"]: plot for plot in made(lessons, progress, 10).view["plots"]}
    assert [plot["said"] for plot in plots.values()] == [
        "Words learnt: 1 on 11 January, 3 on 20 January.",
        "Characters read a minute: "
        f"{characters} on 10 January, {characters * 60 / 40:.0f} on 12 January.",
    ]
    assert plots["Words learnt"]["rows"][1] == ["12 January", "2"]
    assert plots["Words learnt"]["svg"].startswith("<svg ")


# ---- what cannot be read, and what stands in the notebook


def test_a_file_that_cannot_be_read_is_a_notice(lessons: Library, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    shown = made(lessons, Progress(folder))
    (notice,) = shown.view["notices"]
    assert notice.startswith("Your answers cannot be read: ")
    assert "KIT_PROGRESS" in notice
    assert steps(shown) == ["Begin with 00 読む前に."]


def test_a_damaged_file_is_told_of(lessons: Library, progress: Progress) -> None:
    progress.record(answered("meaning/決定/けってい"))
    progress.file.write_bytes(b"no database " * 100)
    (notice,) = made(lessons, progress).view["notices"]
    assert "damaged" in notice


def test_a_broken_lesson_is_named_and_the_others_are_shown(
    lessons: Library, progress: Progress
) -> None:
    add(lessons, "assembly", "no front matter")
    view = made(lessons, progress).view
    assert [lesson["title"] for lesson in view["lessons"]] == ["予算案を閣議決定"]
    (notice,) = view["notices"]
    assert re.search(r"assembly/lesson\.md:1: ", notice)


def test_without_a_lesson_there_is_nothing_to_do(lessons: Library, progress: Progress) -> None:
    none = Library(lessons.vocab, lessons.vocab, own=True)
    assert steps(made(none, progress)) == []
    assert made(none, progress)._repr_mimebundle_()[0]["text/plain"] == "Lessons"


def test_the_fallback_lists_the_lessons_whatever_is_stored(
    lessons: Library, progress: Progress
) -> None:
    add(lessons, "assembly")

    def texts_of(days: float) -> dict[str, Any]:
        data = made(lessons, progress, days)._repr_mimebundle_()[0]
        return {kind: data[kind] for kind in ("text/plain", "text/html")}

    before = texts_of(0)
    progress.record_all(answered("meaning/決定/けってい", days) for days in (0, 1))
    assert texts_of(40) == before
    assert before["text/plain"] == "Lessons\n<b>国会</b>が開会\n予算案を閣議決定"
    assert "<b>国会" not in before["text/html"]
    assert "&lt;b&gt;国会&lt;/b&gt;が開会" in before["text/html"]


def test_all_that_is_shown_can_be_sent_to_a_browser(lessons: Library, progress: Progress) -> None:
    progress.record_all(answered("meaning/決定/けってい", days) for days in (0, 1))
    shown = made(lessons, progress, 0.5)
    assert json.loads(json.dumps(shown.view)) == shown.view
    assert shown.view["made"] == "11 January, 00:00"


def test_a_notebook_calls_it_with_one_word(
    lessons: Library, progress: Progress, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(lessons.notebooks)
    monkeypatch.setenv("KIT_PROGRESS", str(progress.file))
    monkeypatch.setenv("KIT_LANGUAGE", "ja")
    assert repr(overview(now=lambda: NOON)) == "教材\n予算案を閣議決定"
