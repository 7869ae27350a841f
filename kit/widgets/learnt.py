"""What a student has learnt in a lesson: what was right, and what to look at again."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

import anywidget
import traitlets

from kit.errors import InputError
from kit.learner.event import Event
from kit.learner.progress import Progress
from kit.learner.standing import standing
from kit.lesson.item import Item
from kit.lesson.lesson import Lesson
from kit.widgets import front
from kit.widgets.fallback import bundle


class Learnt(anywidget.AnyWidget):
    """Shows where the student stands when the cell is run; its fallback lists the words alone.

    view: the numbers of items, of answers and of right ones, and what was wrong.
    """

    _esm = front.module("learnt.js")
    _css = front.source("learnt.css")
    texts: traitlets.Dict[str, str] = traitlets.Dict().tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, lesson: Lesson, items: Sequence[Item], progress: Progress) -> None:
        """Look at what was answered until now.

        Args:
            lesson: the one that it is about.
            items: all that the lesson asks.
            progress: where answers are kept.
        """
        notice = ""
        events: list[Event] = []
        try:
            events = progress.events(lesson.name)
        except InputError as error:
            notice = lesson.texts("learnt.unread", why=error)
        stands = standing(items, events)
        notice = notice or progress.notice
        super().__init__(
            view={
                "items": stands.items,
                "answered": stands.answered,
                "right": stands.right,
                "words": [
                    {"word": word.word, "reading": word.reading, "meaning": word.meaning}
                    for word in stands.words
                ],
                "questions": list(stands.questions),
                "taught": [word.word for word in lesson.words],
                "notice": notice,
            },
            texts=lesson.texts.under("learnt"),
        )
        head = lesson.texts("learnt.words", count=len(lesson.words))
        words = "・".join(word.word for word in lesson.words)
        self._plain = f"{head}\n{words}"
        self._html = f'<p><b>{head}</b></p>\n<p lang="ja">{escape(words)}</p>'

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        return bundle(super()._repr_mimebundle_(**kwargs), self._plain, self._html)

    def __repr__(self) -> str:
        return self._plain
