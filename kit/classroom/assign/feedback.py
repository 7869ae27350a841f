"""What a student gets back: each question, whether it was right, the right answer and the reason.

It is shown by the hidden test of a part, and so stands in what nbgrader makes of the notebook.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from kit.classroom.assign.grade import Graded
from kit.lesson.answer import explanation
from kit.lesson.item import QUESTION
from kit.texts import Texts, texts


class Mark(NamedTuple):
    """What became of an answer: a sign, and the key of the word for it."""

    sign: str
    word: str


RIGHT, PART = Mark("✓", "grade.right"), Mark("◐", "grade.part")
WRONG, BLANK = Mark("✗", "grade.wrong"), Mark("–", "grade.blank")

LONGEST = 200
"""Characters of an answer that are shown."""

_STYLE = "div.nbgrader_cell .input_area { max-height: 7em; overflow: auto; }"
"""In nbgrader's pages, the key above the feedback takes no more than a few lines."""


class Told(NamedTuple):
    """What is said of an answer.

    context: what was asked about: before, in and after it.
    prompt, lines: the question and what is said below it, each with its language.
    """

    mark: Mark
    context: tuple[str, str, str]
    prompt: tuple[str, str]
    lines: tuple[tuple[str, str], ...]


def plain(graded: Sequence[Graded], notes: Sequence[str]) -> str:
    """The feedback to a part as text."""
    rows = [_sum(graded), *notes]
    for number, told in enumerate(map(_told, graded), 1):
        asked = " ".join(filter(None, ("".join(told.context), told.prompt[0])))
        rows.append(f"{told.mark.sign} {number}. {asked}")
        rows += [f"   {text}" for text, _ in told.lines]
    return "\n".join(rows)


def html(graded: Sequence[Graded], notes: Sequence[str]) -> str:
    """The feedback to a part as HTML; text in it is never markup."""
    parts = [f"<style>{_STYLE}</style>", f"<p><b>{escape(_sum(graded))}</b></p>"]
    parts += [f"<p><b>{escape(note)}</b></p>" for note in notes]
    rows = [_row(told, _say(one)) for one, told in zip(graded, map(_told, graded), strict=True)]
    return "\n".join([*parts, "<ol>", *rows, "</ol>"])


def _row(told: Told, say: Texts) -> str:
    before, here, after = map(escape, told.context)
    sentence = f'<bdi lang="ja">{before}<u>{here}</u>{after}</bdi><br>' if here else ""
    lines = "".join(f"<br>{_bdi(*line)}" for line in told.lines)
    mark = f"<b>{told.mark.sign} {escape(say(told.mark.word))}</b>"
    return f"<li><p>{mark}<br>{sentence}{_bdi(*told.prompt)}{lines}</p></li>"


def _bdi(text: str, language: str) -> str:
    return f'<bdi lang="{language}">{escape(text)}</bdi>'


def _told(graded: Graded) -> Told:
    item, say = graded.item, _say(graded)
    mark = RIGHT if graded.credit == 1 else PART if graded.credit else WRONG
    if graded.answer is None:
        mark = BLANK
    spoken = "ja" if item.kind == QUESTION else item.interface
    return Told(mark, item.context, (item.prompt, spoken), tuple(_lines(graded, say)))


def _lines(graded: Graded, say: Texts) -> Iterator[tuple[str, str]]:
    """The student's answer, the right one where that was another, and why."""
    item, answer, verdict, _ = graded
    interface = item.interface
    if answer is not None:
        yield say("grade.yours", answer=_line(answer)), interface
    if verdict.correct:
        return
    right = verdict.right
    if item.partners:
        pairs = zip(item.partners, item.order, strict=True)
        right = "; ".join(f"{word.word}: {meaning}" for word, meaning in pairs)
    yield say("grade.answer", answer=_line(right, len(right))), interface
    if answer is not None and verdict.reason:
        yield verdict.reason, "ja" if item.kind == QUESTION else interface
    if told := explanation(item):
        yield told, interface


def _line(answer: str, longest: int = LONGEST) -> str:
    cut = answer if len(answer) <= longest else answer[:longest] + "…"
    return " / ".join(cut.split("\n"))


def _sum(graded: Sequence[Graded]) -> str:
    earned = sum(one.credit for one in graded)
    language = graded[0].item.interface if graded else "en"
    return texts(language)("grade.points", points=f"{earned:g}", total=len(graded))


def _say(graded: Graded) -> Texts:
    return texts(graded.item.interface)
