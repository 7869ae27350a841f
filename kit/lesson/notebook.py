"""A lesson → its notebooks, in English, their cells not run yet."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from nbformat import NotebookNode, v4

from kit.language.article import Analysis
from kit.lesson import notice, quiz
from kit.lesson.chapter import AFTER, BEFORE, Chapter, chapters
from kit.lesson.lesson import Grammar, Lesson, Section
from kit.lesson.reading import key_words, names
from kit.lesson.ruby import KANJI, spoken
from kit.texts import texts

START = "start.ipynb"
_METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
_MARKUP = re.compile(r"[\\`*_\[\]<>&|~$#]")
_BEGINS = re.compile(r"^(\s*(?:\d+(?=[.)]))?)([-+=.)])")  # a list, or the line below a heading
_ENDS = re.compile(r"\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*")
_JREADABILITY = "jreadability"
_SAY = texts("en")


def compose(lesson: Lesson, front_door: bool = True) -> dict[str, NotebookNode]:
    """The notebooks of a lesson by file name, not run yet.

    Args:
        lesson: the one.
        front_door: whether START is there, beside the lesson's folder, to lead back to.
    """
    all_chapters = chapters(lesson)
    following = [*all_chapters[1:], None]
    made = {}
    for chapter, after in zip(all_chapters, following, strict=True):
        if chapter.section is not None:
            cells = _section(lesson, chapter, chapter.section)
        elif after is not None:
            cells = _before(lesson, all_chapters)
        else:
            cells = _after(lesson)
        cells.append(_markdown("ending", _ending(lesson, after, front_door)))
        made[chapter.file] = of_cells(cells, {"kit": {"lesson": lesson.name}})
    return made


def of_cells(cells: list[NotebookNode], metadata: dict[str, Any]) -> NotebookNode:
    """A notebook, with what each says of its kernel and what this one has in its metadata."""
    made: NotebookNode = v4.new_notebook(  # type: ignore[no-untyped-call]
        cells=cells, metadata=_METADATA | metadata
    )
    return made


def _before(lesson: Lesson, chapters: list[Chapter]) -> list[NotebookNode]:
    """What one knows already, the people and places, how hard it is."""
    sections = len(chapters) - 2
    report = f" The event was reported by {escape(lesson.source)}." if lesson.source else ""
    opening = (
        f"# {BEFORE}\n\nBefore you read *{escape(lesson.title)}*: what you know already, and who "
        f"and what you will meet.{report} After this come {_count(sections, 'part')} of the "
        "article, each a sitting of 20 to 30 minutes, and a last one in which you read all of it "
        "unaided.\n\nRun the cells one by one with Shift+Enter."
    )
    cells = [_markdown("opening", opening), _open(lesson)]
    if quiz.warm_up(lesson):
        asked = f"## {_SAY('quiz.warm-up')}\n\n{_SAY('page.ask-warm-up')}"
        cells += [_markdown("key-terms", asked), _code("warm-up", "lesson.warm_up()")]
    if named := names(lesson):
        people = "\n".join(f"- {_name(name)}" for name in named)
        cells.append(_markdown("names", f"## {_SAY('page.people')}\n\n{people}"))
    link = f"[{_JREADABILITY}](https://pypi.org/project/{_JREADABILITY}/)"
    about = _SAY("page.about-levels").replace(_JREADABILITY, link)
    measured = f"## {_SAY('page.levels')}\n\n{about}"
    return [*cells, _markdown("how-hard", measured), _code("levels", "lesson.levels()")]


def _section(lesson: Lesson, chapter: Chapter, section: Section) -> list[NotebookNode]:
    """A section's walk through its paragraphs. Ids of cells say what they are: they outlast others.

    In each: key words, the text, its words, a note on its grammar, what it says.
    """
    opening = (
        f"# {escape(chapter.title)}\n\nFrom *{escape(lesson.title)}*. In the text, point at a "
        "word or tap it to see how it is read and what it means, or step through with the arrow "
        "keys and open it with Enter; `?` shows all keys."
    )
    if section.before:
        points = "\n".join(f"- {escape(question)}" for question in section.before)
        opening += f"\n\n{_SAY('page.find-out')}:\n\n{points}"
    cells = [_markdown("opening", opening), _open(lesson)]
    for number in range(1, len(section.paragraphs) + 1):
        cells += _walk(lesson, section, number)
    return cells


def _walk(lesson: Lesson, section: Section, number: int) -> Iterator[NotebookNode]:
    alone = len(section.paragraphs) == 1
    place = section.place if alone else f"{section.place}.{number}"
    key = place.replace(".", "-")
    title = _SAY("page.text") if alone else _SAY("page.paragraph", number=number)
    listed = "\n".join(
        f"- {escape(word.word)}（{word.reading}）: {escape(word.meaning)}"
        for word in key_words(lesson, section, place)
    )
    words = f"\n\n{_SAY('page.key-words')}:\n\n{listed}" if listed else ""
    yield _markdown(f"part-{key}", f"## {title}{words}")
    yield _code(f"read-{key}", f'lesson.read("{place}")')
    if quiz.words(lesson, place):
        yield _markdown(f"words-{key}", _SAY("page.ask-words"))
        yield _code(f"quiz-{key}", f'lesson.quiz("{place}")')
    for note, grammar in enumerate(section.paragraphs[number - 1].grammar, 1):
        yield _markdown(f"grammar-{key}-{note}", _grammar(grammar))
    if quiz.questions(lesson, place):
        yield _markdown(f"text-{key}", _SAY("page.ask-text"))
        yield _code(f"questions-{key}", f'lesson.questions("{place}")')


def _after(lesson: Lesson) -> list[NotebookNode]:
    """The whole article unaided, in order, the words once more, what has been learnt."""
    opening = (
        f"# {AFTER}\n\nYou have read *{escape(lesson.title)}* part by part. Now read it as a "
        "whole, without furigana and without looking anything up."
    )
    timed = (
        f"## {_SAY('page.whole')}\n\nAgainst the clock if you like: it counts characters a minute."
    )
    cells = [
        _markdown("opening", opening),
        _open(lesson),
        _markdown("whole", timed),
        _code("timed-reading", "lesson.timed_reading()"),
    ]
    if lesson.summary:
        asked = f"## What it said\n\n{_SAY('page.ask-summary')}"
        cells += [_markdown("in-order", asked), _code("summary", "lesson.summary()")]
    if quiz.review(lesson):
        asked = f"## {_SAY('quiz.review')}\n\n{_SAY('page.ask-review')}"
        cells += [_markdown("words", asked), _code("review", "lesson.review()")]
    learnt = (
        f"## {_SAY('page.learnt')}\n\n{_SAY('page.about-learnt')} "
        "Run the cell again after the quizzes above."
    )
    return [*cells, _markdown("result", learnt), _code("learnt", "lesson.learnt()")]


def _open(lesson: Lesson) -> NotebookNode:
    name = json.dumps(lesson.name, ensure_ascii=False)
    return _code("open", f"from kit.widgets import open_lesson\n\nlesson = open_lesson({name})")


def _grammar(note: Grammar) -> str:
    """A note as Markdown, a line a paragraph, its label bold."""
    lines = [
        f"**{escape(label)}** {escape(text)}" if label else escape(text)
        for label, text in note.lines()
    ]
    title = _SAY("page.grammar", pattern=escape(note.pattern))
    return "\n\n".join([f"### {title}", *lines])


def _name(name: Analysis) -> str:
    reading = f"（{spoken(name.furigana)}）" if KANJI.search(name.headword) else ""
    return f"{escape(name.headword)}{reading}: {escape('; '.join(name.glosses))}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("s" if number != 1 else "")


def escape(text: str) -> str:
    """Text for a Markdown cell, in one line: nothing in it is markup, wherever it stands."""
    line = _ENDS.sub(" ", text)
    return _BEGINS.sub(r"\1\\\2", _MARKUP.sub(r"\\\g<0>", line))


def _markdown(identity: str, text: str) -> NotebookNode:
    cell: NotebookNode = v4.new_markdown_cell(text, id=identity)  # type: ignore[no-untyped-call]
    return cell


def _code(identity: str, text: str) -> NotebookNode:
    cell: NotebookNode = v4.new_code_cell(text, id=identity)  # type: ignore[no-untyped-call]
    return cell


def _ending(lesson: Lesson, after: Chapter | None, front_door: bool) -> str:
    ways = [f"[{escape(after.title)}](<{after.file}>)"] if after else []
    if front_door:
        ways.append(f"{'back to ' if after else ''}[the front door](<../{START}>)")
    following = f"## Where to go next\n\nOn to {', or '.join(ways)}.\n\n" if ways else ""
    dictionaries = notice.dictionaries(lesson, lambda names, address: f"[{names}]({address})")
    return f"{following}{notice.told(lesson, escape)} {dictionaries}"
