"""A lesson on paper: the text with furigana and glosses, questions, and room to write."""

from __future__ import annotations

from html import escape
from pathlib import Path

from kit.errors import InputError
from kit.lesson.item import Item
from kit.lesson.lesson import LEAD, Lesson, Passage, Section
from kit.lesson.quiz import summary
from kit.lesson.reading import annotated, met_at
from kit.publish import answer_key, page_text, paper
from kit.publish.exercise import Exercise, Part, parts

BOX = "☐"
LINES = 6
"""Ruled lines for the student's own words."""


def export(lesson: Lesson, file: Path) -> list[Path]:
    """Write a lesson's worksheet, and beside it the answer key: `FILE-key.html` or `.pdf`.

    Args:
        lesson: its language is that of what the worksheet says by itself.
        file: ends with `.html` or `.pdf`.

    Returns:
        The two files.

    Raises:
        InputError: they cannot be written; or there is no browser to print them, and then the
            HTML is there.
    """
    if not file.name:
        mend = "name a file that ends with .html or .pdf"
        raise InputError("this is a folder", mend, file=file)
    key = file.with_name(f"{file.stem}-key{file.suffix}")
    return paper.write(lesson, {file: worksheet(lesson), key: answer_key.answer_key(lesson)})


def worksheet(lesson: Lesson) -> str:
    """The worksheet as a page; no answer is in it, but for what text and margin tell."""
    say = lesson.texts
    blanks = "".join(
        f'<span class="blank {name}">{escape(say(f"worksheet.{name}"))}</span>'
        for name in ("name", "class", "date")
    )
    source = escape(say("worksheet.source", source=lesson.source)) if lesson.source else ""
    body = [
        f'<header><p class="kind">{escape(say("worksheet.worksheet"))}</p>'
        f'<h1 lang="ja">{page_text.title(lesson)}</h1>'
        f'<p class="source">{source}</p><p class="who">{blanks}</p></header>',
        *(_part(lesson, part) for part in parts(lesson)),
        _summary(lesson),
    ]
    return paper.sheet(lesson, say("worksheet.worksheet"), "\n".join(filter(None, body)))


def _part(lesson: Lesson, part: Part) -> str:
    html = ['<section class="part">', _heading(lesson, part), _before(lesson, part.section)]
    html += [_passage(lesson, *passage) for passage in part.passages]
    if part.words:
        html.append(f'<div class="words"><h3>{escape(lesson.texts("worksheet.words"))}</h3>')
        html += [_exercises(lesson, kind, asked) for kind, asked in part.words.items()]
        html.append("</div>")
    return "\n".join([*filter(None, html), "</section>"])


def _heading(lesson: Lesson, part: Part) -> str:
    if part.section.place == LEAD:
        return ""  # it is the worksheet's own
    line = annotated(lesson, part.passages[0][1])[0]
    return f'<h2 lang="ja">{part.section.place}&ensp;{page_text.line(line)}</h2>'


def _before(lesson: Lesson, section: Section) -> str:
    if not section.before:
        return ""
    questions = "".join(
        f'<li lang="ja">{escape(question)}<span class="ruled"></span></li>'
        for question in section.before
    )
    title = escape(lesson.texts("worksheet.before"))
    return f'<div class="before"><h3>{title}</h3><ul>{questions}</ul></div>'


def _passage(lesson: Lesson, number: int, passage: Passage, questions: tuple[Exercise, ...]) -> str:
    """A paragraph and its questions, with the words that are new in it in the margin."""
    words = [meeting.word for meeting in met_at(lesson, passage.place)]
    lines = annotated(lesson, passage)[1 if passage.heading else 0 :]
    unmarked = {word.word for word in words}
    text = "".join(f'<p class="{line.kind}">{page_text.line(line, unmarked)}</p>' for line in lines)
    asked = "".join(
        f'<li value="{question.number}"><p lang="ja">{escape(question.item.prompt)}</p>'
        f"{_options(question.item)}</li>"
        for question in questions
    )
    return (
        '<div class="passage"><div>'
        f'<div class="text" lang="ja"><span class="number">{number}</span>{text}</div>'
        + (f'<ol class="questions">{asked}</ol>' if asked else "")
        + f"</div><aside>{page_text.words(words)}</aside></div>"
    )


def _exercises(lesson: Lesson, kind: str, exercises: tuple[Exercise, ...]) -> str:
    asked = "".join(map(_exercise, exercises))
    title = escape(lesson.texts(f"worksheet.{kind}"))
    return f'<div class="exercise"><p class="task">{title}</p><ol class="{kind}">{asked}</ol></div>'


def _exercise(exercise: Exercise) -> str:
    """An exercise on a word: what to choose from, or where it is read, a line to write on."""
    item = exercise.item
    if item.options:
        asked = paper.sentence(item) + _options(item)
    else:
        asked = f"<bdi>{escape(item.word.word if item.word else item.prompt)}</bdi>"
        asked += '<span class="ruled"></span>'
    return f'<li value="{exercise.number}" lang="ja"><div class="row">{asked}</div></li>'


def _options(item: Item) -> str:
    options = "".join(
        f'<li><span class="box">{BOX} </span>{escape(option.text)}</li>' for option in item.options
    )
    return f'<ol class="options" lang="ja">{options}</ol>'


def _summary(lesson: Lesson) -> str:
    """The summary to put in order, and lines for one of the student's own."""
    say = lesson.texts
    html = ['<section class="summary">']
    for item in summary(lesson):
        sentences = "".join(
            f'<li lang="ja"><span class="square"></span>{escape(option.text)}</li>'
            for option in item.options
        )
        html.append(
            f"<h2>{escape(say('worksheet.summary'))}</h2>"
            f'<p class="task">{escape(say("worksheet.order"))}</p>'
            f'<ol class="order">{sentences}</ol>'
        )
    lines = '<span class="ruled"></span>' * LINES
    html.append(
        f'<div class="own"><p class="task">{escape(say("worksheet.own-words"))}</p>{lines}</div>'
    )
    return "\n".join([*html, "</section>"])
