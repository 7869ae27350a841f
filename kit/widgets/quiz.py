"""The quiz: one item at a time, judged at once by the kernel, which alone knows the answers."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from kit.learner.session import Session
from kit.lesson.item import ENGLISH_OPTIONS, Item
from kit.lesson.vocabulary import TaughtWord
from kit.widgets.fallback import bundle

HERE = Path(__file__).parent


class Quiz(anywidget.AnyWidget):
    """Shows a quiz and passes answers to its session.

    view: all that is shown: the item without its answer, and the feedback once it is answered.
    """

    _esm = HERE / "quiz.js"
    _css = HERE / "quiz.css"
    heading = traitlets.Unicode().tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, heading: str, session: Session) -> None:
        self.session = session
        super().__init__(heading=heading, view=_view(session))
        self.on_msg(self._received)
        self._plain = _plain(heading, session.items)
        self._html = _html(heading, session.items)

    def _received(self, _widget: object, message: dict[str, Any], _buffers: object) -> None:
        """React to what the student did.

        `{do: answer, position, answer, milliseconds}`, `{do: next}` or `{do: again}`.
        """
        match message:
            case {"do": "answer", "position": int(position), "answer": str(answer)}:
                taken = message.get("milliseconds")
                self.session.answer(position, answer, taken if isinstance(taken, int) else None)
            case {"do": "next"}:
                self.session.next()
            case {"do": "again"}:
                self.session.again()
        self.view = _view(self.session)

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        return bundle(super()._repr_mimebundle_(**kwargs), self._plain, self._html)

    def __repr__(self) -> str:
        return self._plain


def _view(session: Session) -> dict[str, Any]:
    item, answered = session.item, session.answered
    view: dict[str, Any] = {
        "results": list(session.results),
        "position": session.position,
        "notice": session.notice,
    }
    if item is None:
        return view | {"closing": _closing(session)}
    view["item"] = {  # without its id, which holds the reading
        "kind": item.kind,
        "language": "en" if item.kind in ENGLISH_OPTIONS else "ja",
        "prompt": item.prompt,
        "context": list(item.context),
        "options": [option.text for option in item.options],
    }
    if answered:
        verdict = answered.verdict
        view["feedback"] = {
            "answer": answered.answer,
            "correct": verdict.correct,
            "right": verdict.right,
            "reason": verdict.reason,
            "word": _word(item.word) if item.word else None,
        }
    return view


def _closing(session: Session) -> dict[str, Any]:
    wrong = [item for item, right in zip(session.items, session.results, strict=True) if not right]
    words = dict.fromkeys(item.word for item in wrong if item.word)
    return {
        "right": sum(bool(result) for result in session.results),
        "words": [_word(word) for word in words],
        "questions": [item.prompt for item in wrong if not item.word],
    }


def _word(word: TaughtWord) -> dict[str, str]:
    return {
        "word": word.word,
        "reading": word.reading,
        "meaning": word.meaning,
        "collocation": word.collocation,
        "example": word.example,
    }


def _plain(heading: str, items: tuple[Item, ...]) -> str:
    """Every item with its options, as they are shown, and no answer."""
    lines = [heading]
    for number, item in enumerate(items, 1):
        sentence = "".join(item.context)
        lines.append(f"{number}. {f'{sentence} ' if sentence else ''}{item.prompt}")
        lines += [f"   {mark}) {option.text}" for mark, option in enumerate(item.options, 1)]
    return "\n".join(lines)


def _html(heading: str, items: tuple[Item, ...]) -> str:
    parts = []
    for item in items:
        options = "".join(f"<li>{escape(option.text)}</li>" for option in item.options)
        choice = f"<ol>{options}</ol>" if options else ""
        parts.append(f"<li>{escape(item.prompt)}{choice}</li>")
    return "\n".join([f"<p><b>{escape(heading)}</b></p>", "<ol>", *parts, "</ol>"])
