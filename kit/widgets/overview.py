"""Where a student stands in all lessons, and what to do now: the front page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, tzinfo
from html import escape
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

import anywidget
import traitlets

from kit.errors import InputError
from kit.learner.event import STUDENT, Event, now
from kit.learner.history import forecast, reading_speeds, today, words_learnt
from kit.learner.memory import Memory
from kit.learner.progress import Progress
from kit.learner.standing import Standing, standing
from kit.lesson import library, quiz
from kit.lesson.chapter import Chapter, chapters
from kit.lesson.item import Item
from kit.lesson.lesson import Lesson
from kit.lesson.library import Library
from kit.plot import Plot, dated, line
from kit.texts import Texts, chosen, texts
from kit.widgets import front
from kit.widgets import student as students
from kit.widgets.fallback import bundle

REVIEW = "review.ipynb"
"""The notebook of what is due, beside the one that shows the overview."""

_NOTEBOOK = "{notebook}"


class Place(NamedTuple):
    """Where a student is in a lesson.

    lesson: the one. stands: what is answered of all that it asks; None where nothing was done yet.
    chapter: the first that has something not yet answered; None where all is.
    """

    lesson: Lesson
    stands: Standing | None
    chapter: Chapter | None


class _Look(NamedTuple):
    """All that is looked at: the lessons, what was done in them and what is remembered of it."""

    lessons: Library
    places: list[Place]
    events: list[Event]
    memory: Memory
    now: datetime
    tz: tzinfo | None
    says: Texts

    def link(self, notebook: str) -> str:
        """The address of a notebook from the one in `notebooks/`; empty where there is none."""
        return quote(notebook) if (self.lessons.notebooks / notebook).is_file() else ""


class Overview(anywidget.AnyWidget):
    """Shows where the student stands when the cell is run; its fallback lists the lessons alone.

    The number of words to review follows what is done in the same notebook.

    view: `steps` to take now, `lessons` with what is answered of each, `plots`, `notices` of what
    cannot be read, the interface's `language`, and `made`, when it was looked at.
    """

    _esm = front.module("link.js", "overview.js")
    _css = front.source("overview.css")
    texts: traitlets.Dict[str, str] = traitlets.Dict().tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        lessons: Library,
        progress: Progress,
        says: Texts,
        now: Callable[[], datetime] = now,
        tz: tzinfo | None = None,
    ) -> None:
        """Look at all lessons, and at what was done until now.

        Args:
            lessons: where they are.
            progress: where answers are kept.
            says: the interface's texts.
            now: the time.
            tz: the student's time zone; the machine's if None.
        """
        opened, notices = _opened(lessons, says.language)
        events: list[Event] = []
        try:
            events = progress.everything()
        except InputError as error:
            notices.append(says("overview.unread", why=error))
        places = [place(lesson, events) for lesson in opened]
        look = _Look(lessons, places, events, Memory.of(events), now(), tz, says)
        self._look, self._now = look, now
        super().__init__(
            texts=says.under("overview"),
            view={
                "steps": [*_due(look), *_steps(look)],
                "lessons": [_lesson(look, place) for place in places],
                "plots": [_shown(plot) for plot in _plots(look)],
                "notices": [*notices, *filter(None, [progress.notice])],
                "language": says.language,
                "made": moment(look.now, says, tz),
            },
        )
        titles = [lesson.title for lesson in opened]
        head = says("overview.lessons")
        self._plain = "\n".join([head, *titles])
        listed = "".join(f'<li lang="ja">{escape(title)}</li>' for title in titles)
        self._html = f"<p><b>{head}</b></p>\n<ul>{listed}</ul>"

    def follow(self, memory: Memory) -> None:
        """Say how many words there are to review by now; all else takes longer to look at."""
        look = self._look._replace(memory=memory, now=self._now())
        self.view = self.view | {"steps": [*_due(look), *_steps(look)]}

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        return bundle(super()._repr_mimebundle_(**kwargs), self._plain, self._html)

    def __repr__(self) -> str:
        return self._plain


def overview(
    *,
    now: Callable[[], datetime] = now,
    student: str = STUDENT,
    tz: tzinfo | None = None,
) -> Overview:
    """What to do now, and where you stand in all lessons.

    Args:
        now: the clock, in UTC.
        student: whose lessons they are.
        tz: the student's time zone; the machine's if None.
    """
    who = students.student(student)
    shown = Overview(library.around(Path.cwd()), who.progress, texts(chosen()), now, tz)
    who.watch(shown)
    return shown


def moment(now: datetime, says: Texts, tz: tzinfo | None = None) -> str:
    """A time as it is written, with the day.

    Args:
        now: the time.
        says: the interface's texts.
        tz: the student's time zone; the machine's if None.
    """
    here = now.astimezone(tz)
    return says("overview.moment", day=dated(here.date(), says, here.year), time=f"{here:%H:%M}")


def place(lesson: Lesson, events: Sequence[Event]) -> Place:
    """Where a student is in a lesson.

    Args:
        lesson: the one; what it asks is worked out only if something of it was done.
        events: the student's, in whatever lesson, oldest first.
    """
    own = [event for event in events if event.lesson == lesson.name]
    parts = chapters(lesson)
    if not own:
        return Place(lesson, None, parts[0])
    asked = [_asked(lesson, chapter, chapter == parts[-1]) for chapter in parts]
    answered = {event.item for event in own if event.kind == "answer"}
    left = (
        chapter
        for chapter, items in zip(parts, asked, strict=True)
        if any(item.id not in answered for item in items)
    )
    stands = standing([item for items in asked for item in items], own)
    return Place(lesson, stands, next(left, None))


def _asked(lesson: Lesson, chapter: Chapter, last: bool) -> tuple[Item, ...]:
    """What a notebook of a lesson asks."""
    if chapter.section is not None:
        where = chapter.section.place
        return (*quiz.words(lesson, where), *quiz.questions(lesson, where))
    return (*quiz.review(lesson), *quiz.summary(lesson)) if last else quiz.warm_up(lesson)


def _opened(lessons: Library, language: str) -> tuple[list[Lesson], list[str]]:
    """The lessons that can be read, and what is wrong with the others."""
    opened, notices = [], []
    for name in lessons.names():
        try:
            opened.append(lessons.open(name, language))
        except InputError as error:
            notices.append(str(error))
    return opened, notices


def _due(look: _Look) -> Iterator[dict[str, str]]:
    """What there is to review: a sentence, with a place for the notebook that it names."""
    ((_, due),) = forecast(look.memory, look.now, 1, look.tz)
    if due:
        yield {
            "text": look.says("overview.due", count=due, notebook=_NOTEBOOK),
            "name": look.says("overview.review"),
            "href": look.link(REVIEW),
            "language": look.says.language,
        }


def _steps(look: _Look) -> Iterator[dict[str, str]]:
    """What to do in the lessons: a sentence each, with a place for the notebook that it names."""
    last = {event.lesson: number for number, event in enumerate(look.events)}
    ahead = [(place, place.chapter) for place in look.places if place.chapter]
    ahead.sort(key=lambda pair: -last.get(pair[0].lesson.name, -1))
    for place, chapter in ahead[:1]:
        key = "overview.go-on" if _begun(place) else "overview.begin"
        yield {
            "text": look.says(key, notebook=_NOTEBOOK),
            "name": f"{chapter.file[:2]} {chapter.title}",
            "href": look.link(f"{place.lesson.name}/{chapter.file}"),
            "language": "ja",
        }
    if look.places and not ahead:
        yield {"text": look.says("overview.done")}


def _begun(place: Place) -> bool:
    return place.stands is not None and place.stands.answered > 0


def _lesson(look: _Look, place: Place) -> dict[str, Any]:
    """A lesson, what is answered of it, and where it goes on; once all is answered, its first."""
    chapter = place.chapter or chapters(place.lesson)[0]
    items, answered, right = place.stands[:3] if place.stands else (0, 0, 0)
    key = "overview.answered" if _begun(place) else "overview.not-begun"
    return {
        "title": place.lesson.title,
        "href": look.link(f"{place.lesson.name}/{chapter.file}"),
        "said": look.says(key, answered=answered, items=items, right=right),
        "answered": answered / items if items else 0,
        "right": right / items if items else 0,
    }


def _plots(look: _Look) -> Iterator[Plot]:
    """What was learnt, and how fast texts were read, over time; nothing where there is nothing."""
    says = look.says
    if learnt := words_learnt(look.memory, look.tz):
        now = (today(look.now, look.tz), learnt[-1][1])
        learnt = learnt if learnt[-1][0] >= now[0] else [*learnt, now]
        yield line(says("overview.learnt"), learnt, "", says)
    characters = {place.lesson.name: place.lesson.characters for place in look.places}
    if speeds := reading_speeds(look.events, characters, look.tz):
        yield line(says("overview.speed"), speeds, "", says)


def _shown(plot: Plot) -> dict[str, Any]:
    return {
        "title": plot.title,
        "svg": plot.svg,
        "said": plot.sentence,
        "rows": [list(row) for row in plot.rows],
    }
