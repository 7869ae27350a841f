"""What the notebook of an assignment calls: `open_assignment`. It keeps answers and judges none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from html import escape
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from kit.learner import answers_file, assignment_file
from kit.learner.answers_file import Sheet
from kit.learner.assignment_file import Assignment
from kit.learner.event import now
from kit.learner.record import Record
from kit.lesson.ruby import ruby
from kit.texts import Texts, texts
from kit.widgets.fallback import bundle
from kit.widgets.quiz import Quiz
from kit.widgets.reader import MARKS, Reader

NO_KEYS = ("p", "1 2 3 4")
"""Of a reader's keys, those that its text has no use for: reading aloud, and versions."""


SOURCE = "source"
"""The folder of a course that has its assignments with their keys."""


class AssignedText(anywidget.AnyWidget):
    """A text with the help that the assignment gives; what is done in it is not kept.

    words, kanji, pages, marks, texts, notice: as in a Reader. quiet: it is not read aloud, which
    would say how words are read that are asked for.
    """

    _esm = Reader._esm
    _css = Reader._css
    words: traitlets.List[Any] = traitlets.List().tag(sync=True)
    kanji: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)
    pages: traitlets.List[Any] = traitlets.List().tag(sync=True)
    marks: traitlets.Dict[str, str] = traitlets.Dict().tag(sync=True)
    texts: traitlets.Dict[str, str] = traitlets.Dict().tag(sync=True)
    notice = traitlets.Unicode().tag(sync=True)
    quiet = traitlets.Bool(True).tag(sync=True)

    def __init__(self, text: Mapping[str, Any], says: Texts) -> None:
        """Show a text.

        Args:
            text: `words`, `kanji` and `pages`.
            says: the interface's texts.
        """
        self._plain, self._html = _plain(text), _html(text)
        lines = says("reader.key-list").split("\n")
        keys = [line for line in lines if line.partition("  ")[0] not in NO_KEYS]
        shown = says.under("reader") | {"reader.key-list": "\n".join(keys)}
        super().__init__(texts=shown, **text)
        self.on_msg(self._received)

    def _received(self, _widget: object, message: dict[str, Any], _buffers: object) -> None:
        """Show a word that was marked as marked, as long as the notebook runs."""
        match message:
            case {"do": "mark", "word": str(word), "mark": str(mark)} if mark in MARKS:
                self.marks = {**self.marks, word: mark}

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        return bundle(super()._repr_mimebundle_(**kwargs), self._plain, self._html)

    def __repr__(self) -> str:
        return self._plain


class AssignedQuiz(anywidget.AnyWidget):
    """Asks one question at a time and keeps each answer; it does not know whether one is right.

    heading, texts, view: as in a Quiz.
    """

    _esm = Quiz._esm
    _css = Quiz._css
    heading = traitlets.Unicode().tag(sync=True)
    texts: traitlets.Dict[str, str] = traitlets.Dict().tag(sync=True)
    view: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)

    def __init__(self, record: Record, says: Texts) -> None:
        """A quiz over a record.

        Args:
            record: what is asked, and how far it is.
            says: the interface's texts.
        """
        self.record = record
        self._says = says
        heading = says("assign.label")
        stands_for = says("assign.stands-for", count=len(record.asked))
        self._plain = f"{heading}\n{stands_for}"
        self._html = f"<p><b>{escape(heading)}</b></p>\n<p>{escape(stands_for)}</p>"
        named = {"quiz.empty": says("assign.none"), "quiz.check": says("assign.keep")}
        shown = says.under("quiz", "assign") | named
        super().__init__(heading=heading, texts=shown, view=view(record, says))
        self.on_msg(self._received)

    def _received(self, _widget: object, message: dict[str, Any], _buffers: object) -> None:
        """React to what the student did.

        `{do: answer, position, answer, milliseconds}`, `{do: next}`, `{do: back}` or
        `{do: again}`.
        """
        match message:
            case {"do": "answer", "position": int(position), "answer": str(answer)}:
                taken = message.get("milliseconds")
                self.record.answer(position, answer, taken if isinstance(taken, int) else None)
            case {"do": "next"}:
                self.record.next()
            case {"do": "back"}:
                self.record.back()
            case {"do": "again"}:
                self.record.again()
        self.view = view(self.record, self._says)

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        return bundle(super()._repr_mimebundle_(**kwargs), self._plain, self._html)

    def __repr__(self) -> str:
        return self._plain


def view(record: Record, says: Texts) -> dict[str, Any]:
    """What is shown of a record: as of a session, but nothing of right and wrong.

    given: the answer to the question that is shown, or None; the view of a session has none.
    """
    given, sheet = record.given, record.sheet
    shown: dict[str, Any] = {
        "marks": [None if answer is None else "answered" for answer in given],
        "position": record.position,
        "notice": sheet.trouble,
        "given": None,
    }
    notes = [says("assign.aside", file=sheet.aside)] if sheet.aside else []
    if not sheet.keeps:
        notes.append(says("assign.source"))
    if notes:
        shown["notes"] = notes
    if record.shown is None:
        return shown
    return shown | {
        "given": given[record.position],
        "item": dict(record.shown.shown),
        "struck": [],
        "hint": {"offered": False, "text": ""},
    }


class AssignmentView:
    """An assignment opened in its notebook.

    A place is a section, such as `1`, or a paragraph of it, such as `1.2`.
    """

    def __init__(
        self, assignment: Assignment, sheet: Sheet, now: Callable[[], datetime] = now
    ) -> None:
        self._assignment = assignment
        self._sheet = sheet
        self._now = now
        self._says = texts(assignment.language)

    def read(self, place: str) -> AssignedText:
        """The text at a place.

        Raises:
            InputError: the assignment has no such place.
        """
        return AssignedText(self._assignment.part(place).text, self._says)

    def quiz(self, place: str) -> AssignedQuiz:
        """What is asked at a place.

        Raises:
            InputError: the assignment has no such place.
        """
        asked = self._assignment.part(place).asked
        return AssignedQuiz(Record(asked, self._sheet, self._now), self._says)

    def __repr__(self) -> str:
        return f"{self._assignment.title}: {', '.join(self._assignment.places())}"


def open_assignment() -> AssignmentView:
    """Open the assignment in the notebook's folder, with what was answered so far.

    In a course's own folders, `source` and `release`, no answers are kept: nbgrader would hand out
    those of an instructor who tries the assignment, and put them in the place of each student's.

    Raises:
        InputError: there is none, or its file was changed.
    """
    folder = Path.cwd()
    assignment = assignment_file.read(folder / assignment_file.NAME)
    of_course = (folder.parent.parent / SOURCE / folder.name).is_dir()
    keeps = not (of_course or any(_has_keys(notebook) for notebook in folder.glob("*.ipynb")))
    sheet = Sheet(folder / answers_file.NAME, assignment.id, keeps=keeps)
    return AssignmentView(assignment, sheet)


def _has_keys(notebook: Path) -> bool:
    try:
        return b"BEGIN HIDDEN TESTS" in notebook.read_bytes()
    except OSError:
        return False


def _lines(text: Mapping[str, Any]) -> list[tuple[str, list[Any]]]:
    words = text["words"]
    return [
        (line["kind"], [words[number] for number in line["words"]])
        for page in text["pages"]
        for line in page["lines"]
    ]


def _plain(text: Mapping[str, Any]) -> str:
    lines = ("".join(word["surface"] for word in words) for _, words in _lines(text))
    return "\n".join(lines)


def _html(text: Mapping[str, Any]) -> str:
    """The text with the furigana that it has."""
    parts = []
    for kind, words in _lines(text):
        read = (word.get("furigana") or [(word["surface"], None)] for word in words)
        tag = {"title": "h3", "heading": "h4"}.get(kind, "p")
        parts.append(f'<{tag} lang="ja">{"".join(map(ruby, read))}</{tag}>')
    return "\n".join(parts)
