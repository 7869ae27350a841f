"""The quiz: one item at a time, judged at once by the kernel, which alone knows the answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape
from typing import Any

import anywidget
import traitlets

from kit.learner.session import Session
from kit.lesson.answer import explanation, judge, lines
from kit.lesson.hint import hint
from kit.lesson.item import QUESTION, Item
from kit.lesson.item_json import asked, word_json
from kit.texts import texts
from kit.widgets import front
from kit.widgets.fallback import bundle


class Quiz(anywidget.AnyWidget):
    """Shows a quiz and passes answers to its session.

    view: all that is shown: the item without its answer, and the feedback once it is answered.
    texts: those of the interface.
    """

    _esm = front.module("quiz.js")
    _css = front.source("quiz.css")
    heading = traitlets.Unicode().tag(sync=True)
    texts = traitlets.Dict().tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        heading: str,
        session: Session,
        language: str = "",
        *,
        answered: Callable[[], None] = lambda: None,
        stands_for: str = "",
        empty: str = "",
    ) -> None:
        """A quiz over a session.

        Args:
            heading: its title.
            session: what is asked, and how far it is.
            language: of the interface; that of the items where it is not given.
            answered: called after each answer that was kept.
            stands_for: what is said of it where it does not run, instead of its items.
            empty: what is said where there are no items.
        """
        self.session = session
        self._answered = answered
        spoken = language or next((item.interface for item in session.items), "en")
        says = texts(spoken).under("quiz")
        says["quiz.empty"] = empty or says["quiz.empty"]
        super().__init__(heading=heading, texts=says, view=view(session))
        self.on_msg(self._received)
        if stands_for:
            self._plain = f"{heading}\n{stands_for}"
            self._html = f"<p><b>{escape(heading)}</b></p>\n<p>{escape(stands_for)}</p>"
        else:
            self._plain = _plain(heading, session.items)
            self._html = _html(heading, session.items)

    def _received(self, _widget: object, message: dict[str, Any], _buffers: object) -> None:
        """React to what the student did.

        `{do: answer, position, answer, milliseconds}`, `{do: hint, position}`, `{do: show}`,
        `{do: next}`, `{do: stop}`, `{do: again}` or `{do: know}`.
        """
        tries = len(self.session.tries)
        match message:
            case {"do": "answer", "position": int(position), "answer": str(answer)}:
                taken = message.get("milliseconds")
                self.session.answer(position, answer, taken if isinstance(taken, int) else None)
            case {"do": "hint", "position": int(position)}:
                self.session.take_hint(position)
            case {"do": "show"}:
                self.session.show()
            case {"do": "next"}:
                self.session.next()
            case {"do": "stop"}:
                self.session.stop()
            case {"do": "again"}:
                self.session.again()
            case {"do": "know"}:
                self.session.know()
        self.view = view(self.session)
        if (
            len(self.session.tries) > tries or message.get("do") == "know"
        ) and not self.session.notice:
            self._answered()

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        return bundle(super()._repr_mimebundle_(**kwargs), self._plain, self._html)

    def __repr__(self) -> str:
        return self._plain


def view(session: Session) -> dict[str, Any]:
    """What is shown of a session; `Practice.view` in `practice.js` gives the same.

    notes: what is said of the quiz, where there is anything. Of a sitting, which may be stopped:
    left: the words that are left; words: what became of each; here: which of them is asked for.
    """
    item, before = session.item, session.before
    shown: dict[str, Any] = {
        "marks": session.marks,
        "position": session.position,
        "notice": session.notice,
    }
    if session.notes:
        shown["notes"] = session.notes
    if session.sitting is not None:
        words = session.words
        shown["left"] = session.left
        shown["words"] = [*words.values()]
        shown["here"] = [*words].index(item.subject) if item else len(words)
    if before is not None and (item is not None or session.sitting is None):
        shown["before"] = {
            "prompt": before.prompt,
            "right": "".join(before.completed) or judge(before, "").right,
            "language": before.language,
        }
    if item is None:
        return shown | {"closing": _closing(session)}
    told = session.hint
    shown |= {
        "item": asked(item),
        "struck": session.struck,
        "hint": {
            "offered": not session.tries and told is None and hint(item) is not None,
            "text": told.text if told else "",
        },
    }
    if session.tries:
        shown["feedback"] = _feedback(session, item)
        if session.revealed and any(item.completed):
            shown["item"]["context"] = list(item.completed)
    return shown


def _feedback(session: Session, item: Item) -> dict[str, Any]:
    answer, verdict = session.tries[-1]
    said: dict[str, Any] = {
        "answer": answer,
        "correct": verdict.correct,
        "reason": verdict.reason,
        "lines": lines(item, answer),
        "mark": session.mark,
        "revealed": session.revealed,
    }
    if session.revealed and session.sitting is not None:
        said["known"] = session.known
    if session.revealed:
        said["right"] = verdict.right
        said["explanation"] = explanation(item)
        said["words"] = [word_json(word) for word in item.words]
    return said


def _closing(session: Session) -> dict[str, Any]:
    marks = session.marks
    done = zip(session.items, marks, strict=True)
    again = [item for item, mark in done if mark not in ("right", None)]
    words = {word.id: word for item in again for word in item.words}
    if session.sitting is not None:
        told = [mark for mark in session.words.values() if mark]
        return {
            "total": len(told),
            "right": told.count("right"),
            "hinted": told.count("hinted"),
            "again": session.missed,
            "stopped": session.stopped,
            "words": [word_json(word) for word in words.values()],
        }
    return {
        **{mark: marks.count(mark) for mark in ("right", "hinted", "second")},
        "words": [word_json(word) for word in words.values()],
        "questions": [item.prompt for item in again if item.kind == QUESTION],
    }


def _plain(heading: str, items: tuple[Item, ...]) -> str:
    """Every item with its options, as they are shown, and no answer."""
    parts = [heading]
    for number, (sentence, item) in enumerate(_told(items), 1):
        parts.append(
            f"{number}. {sentence} {item.prompt}" if sentence else f"{number}. {item.prompt}"
        )
        if item.options:
            options = (f"{mark}) {option.text}" for mark, option in enumerate(item.options, 1))
            parts.append(f"   {' '.join(options)}")
    return "\n".join(parts)


def _html(heading: str, items: tuple[Item, ...]) -> str:
    parts = []
    for sentence, item in _told(items):
        told = "<br>".join(escape(text) for text in (sentence, item.prompt) if text)
        options = "".join(f"<li>{escape(option.text)}</li>" for option in item.options)
        parts.append(f"<li>{told}{f'<ol>{options}</ol>' if options else ''}</li>")
    return "\n".join([f"<p><b>{escape(heading)}</b></p>", "<ol>", *parts, "</ol>"])


def _told(items: tuple[Item, ...]) -> Iterator[tuple[str, Item]]:
    """The items, each with what it is asked about; a sentence stands at the first item on it."""
    seen = set()
    for item in items:
        sentence = "".join(item.context) or "・".join(word.word for word in item.partners)
        yield "" if sentence in seen else sentence, item
        seen.add(sentence)
