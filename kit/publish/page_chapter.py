"""What the chapters of a lesson hold as pages: the same, in the same order, as its notebooks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Any, NamedTuple

from kit.lesson import quiz
from kit.lesson.item import Item
from kit.lesson.item_json import quiz_json
from kit.lesson.lesson import POINT, Lesson, Section
from kit.lesson.page_data import page_data
from kit.lesson.reading import annotated, glossary, key_words
from kit.publish import page_text
from kit.publish.page_text import mixed


class Content(NamedTuple):
    """What a page holds: its HTML, and what the script needs of it.

    layout: `walk`, one part after the other, or `beside`, the last one beside the others.
    data: `reader`, what all readers of the page show; `quizzes`: key → heading and items;
    `timed`; `learnt`. Elements with `data-kit` name them.
    """

    html: str
    data: dict[str, Any]
    layout: str = "walk"


def before(lesson: Lesson) -> Content:
    """What one knows already, and how hard it is."""
    say = lesson.texts
    made = _Made(lesson)
    made.quiz("warm-up", "quiz.warm-up", "page.ask-warm-up", quiz.warm_up(lesson))
    made.part(say("page.levels"), _said(say("page.about-levels")), page_text.level_table(lesson))
    return made.content()._replace(layout="beside")


def section(lesson: Lesson, section: Section) -> Content:
    """A walk through paragraphs, each with key words, its text, words, grammar, what it says."""
    say = lesson.texts
    made = _Made(lesson)
    if section.before:
        made.part(say("page.find-out"), page_text.points(section.before))
    made.add(_said(say("page.how"), "how"))
    passages = lesson.passages(section.place)
    made.data["reader"] = page_data(
        [(shown.place, annotated(lesson, shown), shown.paragraph.versions()) for shown in passages],
        glossary(lesson),
    )
    alone = len(passages) == 1
    for number, shown in enumerate(passages):
        place = section.place if alone else shown.place
        title = say("page.text") if alone else say("page.paragraph", number=number + 1)
        made.add(f'<section class="paragraph"><h2>{mixed(title)}</h2>')
        if words := key_words(lesson, section, place):
            made.add(_said(say("page.key-words"), "label") + page_text.words(words))
        text = page_text.passage(lesson, shown)
        made.add(f'<div data-kit="reader" data-key="{number}">{text}</div>')
        asked = quiz.words(lesson, place)
        made.quiz(f"words-{place}", "quiz.words", "page.ask-words", asked, level=3)
        made.add(*(page_text.grammar(lesson, note) for note in shown.paragraph.grammar))
        asked = quiz.questions(lesson, place)
        made.quiz(f"text-{place}", "quiz.text", "page.ask-text", asked, level=3)
        made.add("</section>")
    return made.content()


def after(lesson: Lesson) -> Content:
    """The whole article unaided, in order, the words once more, what has been learnt."""
    say = lesson.texts
    made = _Made(lesson)
    lines = [line for passage in lesson.passages() for line in passage.lines()]
    made.data["timed"] = {
        "lines": [[kind, text] for text, kind in lines],
        "characters": lesson.characters,
    }
    text = "".join(
        f'<p class="text {kind}" lang="ja">{escape(text.removeprefix(POINT))}</p>'
        for text, kind in lines
    )
    whole = f'<div data-kit="timed">{text}</div>'
    made.part(say("page.whole"), _said(say("page.about-whole")), whole)
    made.quiz("summary", "quiz.summary", "page.ask-summary", quiz.summary(lesson))
    made.quiz("review", "quiz.review", "page.ask-review", quiz.review(lesson))
    made.data["learnt"] = _learnt(lesson)
    taught = f'<div data-kit="learnt">{page_text.words(lesson.words)}</div>'
    made.part(say("page.learnt"), _said(say("page.about-learnt")), taught)
    return made.content()


class _Made:
    """A page's content while it is put together."""

    def __init__(self, lesson: Lesson) -> None:
        self.data: dict[str, Any] = {"quizzes": {}}
        self._lesson = lesson
        self._html: list[str] = []

    def add(self, *html: str) -> None:
        self._html += html

    def part(self, title: str, *html: str, level: int = 2) -> None:
        self.add("<section>", f"<h{level}>{mixed(title)}</h{level}>", *html, "</section>")

    def quiz(self, key: str, title: str, asks: str, items: Sequence[Item], level: int = 2) -> None:
        """A quiz under its title; nothing where there are no items."""
        if not items:
            return
        heading = self._lesson.texts(title)
        self.data["quizzes"][key] = {"heading": heading} | quiz_json(items)
        asked = f'<div data-kit="quiz" data-key="{key}">{page_text.items(items)}</div>'
        self.part(heading, _said(self._lesson.texts(asks)), asked, level=level)

    def content(self) -> Content:
        return Content("\n".join(self._html), self.data)


def _said(text: str, name: str = "said") -> str:
    return f'<p class="{name}">{mixed(text)}</p>'


def _learnt(lesson: Lesson) -> dict[str, Any]:
    """All items by what is told of them where they were wrong: words, by number, or the prompt."""
    numbers = {word.id: number for number, word in enumerate(lesson.words)}
    return {
        "words": [
            {"word": word.word, "reading": word.reading, "meaning": word.meaning}
            for word in lesson.words
        ],
        "items": [
            {
                "id": item.id,
                "words": [numbers[word.id] for word in item.words],
                "prompt": "" if item.words else item.prompt,
            }
            for item in quiz.everything(lesson)
        ],
    }


def asked(content: Content) -> Iterator[str]:
    """The ids of the items that a page asks."""
    for made in content.data["quizzes"].values():
        yield from (item["id"] for item in made["items"])
