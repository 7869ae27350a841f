"""The key to a worksheet: what is right, and why the rest is not."""

from __future__ import annotations

from html import escape

from kit.lesson.item import Item
from kit.lesson.lesson import LEAD, Lesson
from kit.lesson.quiz import summary
from kit.publish import paper
from kit.publish.exercise import Exercise, Part, parts

RIGHT, WRONG = "☑", "☐"


def answer_key(lesson: Lesson) -> str:
    """The answer key as a page, with the worksheet's numbers."""
    say = lesson.texts
    body = [
        f'<header><p class="kind">{escape(say("worksheet.key"))}</p>'
        f'<h1 lang="ja">{escape(lesson.title)}</h1></header>',
        *(_part(lesson, part) for part in parts(lesson)),
        _summary(lesson),
    ]
    columns = "\n".join(['<div class="key">', *filter(None, body[1:]), "</div>"])
    return paper.sheet(lesson, say("worksheet.key"), body[0] + columns)


def _part(lesson: Lesson, part: Part) -> str:
    """The answers of a section; empty where it asks nothing."""
    say = lesson.texts
    questions = [question for *_, asked in part.passages for question in asked]
    if not questions and not part.words:
        return ""
    if part.section.place == LEAD:
        html = [f"<h2>{escape(say('worksheet.lead'))}</h2>"]
    else:
        html = [f'<h2 lang="ja">{part.section.place}&ensp;{escape(part.section.title)}</h2>']
    if questions:
        html.append(_list("questions", questions))
    if part.words:
        html.append(f"<h3>{escape(say('worksheet.words'))}</h3>")
        html += [_list(kind, asked) for kind, asked in part.words.items()]
    return "\n".join(['<section class="answers">', *html, "</section>"])


def _list(kind: str, exercises: list[Exercise] | tuple[Exercise, ...]) -> str:
    answers = "".join(
        f'<li value="{exercise.number}" lang="ja">{_answer(exercise.item)}</li>'
        for exercise in exercises
    )
    return f'<ol class="{kind}">{answers}</ol>'


def _answer(item: Item) -> str:
    if item.word and not item.options:
        readings = "・".join(item.word.readings)
        return f"<bdi>{escape(item.word.word)}</bdi> <strong>{escape(readings)}</strong>"
    asked = paper.sentence(item) or f"<p>{escape(item.prompt)}</p>"
    options = "".join(
        f'<li class="right"><span class="box">{RIGHT} </span>'
        f"<strong>{escape(option.text)}</strong></li>"
        if option.correct
        else f'<li><span class="box">{WRONG} </span><bdi>{escape(option.text)}</bdi> '
        f'<span class="reason" lang="">{escape(option.reason)}</span></li>'
        for option in item.options
    )
    return f'{asked}<ol class="options">{options}</ol>'


def _summary(lesson: Lesson) -> str:
    html = []
    for item in summary(lesson):
        sentences = "".join(
            f'<li lang="ja"><span class="square">{item.order.index(option.text) + 1}</span>'
            f"{escape(option.text)}</li>"
            for option in item.options
        )
        title = escape(lesson.texts("worksheet.summary"))
        html.append(f'<h2>{title}</h2><ol class="order">{sentences}</ol>')
    return "\n".join(['<section class="summary">', *html, "</section>"]) if html else ""
