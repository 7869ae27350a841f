"""A lesson as HTML, for screen and paper: text with furigana, words, questions and notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from kit.language import article
from kit.language.article import Analysis
from kit.lesson.item import Item
from kit.lesson.lesson import POINT, Grammar, Lesson, Passage
from kit.lesson.levels import levels
from kit.lesson.reading import annotated
from kit.lesson.ruby import ruby
from kit.lesson.ruby_mark import with_furigana
from kit.lesson.vocabulary import TaughtWord

_JAPANESE = re.compile("[々-〇〜ぁ-ヿ㐀-䶿一-鿿豈-﫿「-』、。（）・：]+")


def mixed(text: str) -> str:
    """Text of the interface or of a note, its Japanese marked as such where it is not all so."""
    html, end = [], 0
    for run in _JAPANESE.finditer(text):
        html += [escape(text[end : run.start()]), f'<span lang="ja">{escape(run[0])}</span>']
        end = run.end()
    return "".join([*html, escape(text[end:])])


def passage(lesson: Lesson, shown: Passage) -> str:
    """A paragraph with furigana, and its versions under folds."""
    html = []
    for told in annotated(lesson, shown):
        tag = "p" if told.kind in ("paragraph", "item") else "h3"
        html.append(f'<{tag} class="text {told.kind}" lang="ja">{line(told)}</{tag}>')
    for name, text in shown.paragraph.versions():
        language = "en" if name == "english" else "ja"
        lines = "".join(
            f"<p>{ruby(with_furigana(version, lesson.marks))}</p>" for version in text.splitlines()
        )
        title = escape(lesson.texts(f"reader.{name}"))
        html.append(
            f"<details><summary>{title}</summary>"
            f'<div class="text" lang="{language}">{lines}</div></details>'
        )
    return "\n".join(html)


def title(lesson: Lesson) -> str:
    """The lesson's title, with furigana where the lead has it for its headline."""
    first = next(iter(lesson.passages()))
    known = first.heading == lesson.title
    return line(annotated(lesson, first)[0]) if known else escape(lesson.title)


def line(told: article.Paragraph, unmarked: set[str] | None = None) -> str:
    """A line with furigana.

    Args:
        told: the line; a point of a list is given without its mark.
        unmarked: headwords whose first occurrence is to be marked as new; one is taken out
            when it is, so that the next line has the rest.
    """
    html = []
    for word in told.words:
        if told.kind == "item" and word.end <= len(POINT):
            continue
        read = ruby(word.furigana)
        if unmarked and word.headword in unmarked:
            unmarked.discard(word.headword)
            read = f'<span class="new">{read}</span>'
        html.append(read)
    return "".join(html)


def items(asked: Sequence[Item]) -> str:
    """Quiz items as a list, with their options and without their answers."""
    return f'<ol class="items">{"".join(map(_item, asked))}</ol>'


def words(taught: Sequence[TaughtWord]) -> str:
    """Words with reading and meaning; nothing where there are none."""
    html = []
    for word in taught:
        kana = "" if word.reading == word.word else f" <bdi>{escape(word.reading)}</bdi>"
        html.append(_entry(f"<b>{escape(word.word)}</b>{kana}", word.meaning))
    return f'<dl class="words">{"".join(html)}</dl>' if html else ""


def people(names: Sequence[Analysis]) -> str:
    """Those that the text names, with furigana, and who or what they are."""
    html = [_entry(ruby(name.furigana), "; ".join(name.glosses)) for name in names]
    return f'<dl class="words">{"".join(html)}</dl>'


def grammar(lesson: Lesson, note: Grammar) -> str:
    """A note on grammar, a line a paragraph, its label bold."""
    html = [f"<h3>{mixed(lesson.texts('page.grammar', pattern=note.pattern))}</h3>"]
    for label, text in note.lines():
        html.append(
            f"<p><b>{mixed(label)}</b> {mixed(text)}</p>" if label else f"<p>{mixed(text)}</p>"
        )
    return f'<section class="grammar">{"".join(html)}</section>'


def points(lines: Sequence[str]) -> str:
    """Japanese lines as a list."""
    return f'<ul lang="ja">{"".join(f"<li>{escape(point)}</li>" for point in lines)}</ul>'


def level_table(lesson: Lesson) -> str:
    """How hard each version of each section is."""
    say = lesson.texts
    heads = ("page.full", "reader.standard", "reader.easy")
    head = "".join(f'<th scope="col">{mixed(say(key))}</th>' for key in heads)
    rows = []
    for level in levels(lesson):
        named = {"lead": say("page.lead"), "all": say("page.whole")}
        name = named.get(level.place) or say("page.section", number=level.place)
        scores = ["–" if score is None else f"{score:.1f}" for score in level.scores]
        cells = "".join(f"<td>{score}</td>" for score in scores)
        rows.append(f'<tr><th scope="row">{mixed(name)}</th>{cells}</tr>')
    return (
        f'<table class="levels"><thead><tr><td></td>{head}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table>"
    )


def _entry(word: str, meaning: str) -> str:
    return f'<div><dt lang="ja">{word}</dt><dd lang="en">{escape(meaning)}</dd></div>'


def _item(item: Item) -> str:
    before, marked, after = (escape(part) for part in item.context)
    context = f'<p class="text" lang="ja">{before}<b>{marked}</b>{after}</p>' if marked else ""
    partners = "・".join(word.word for word in item.partners)
    paired = f'<p class="text" lang="ja">{escape(partners)}</p>' if partners else ""
    options = "".join(
        f'<li lang="{item.language}">{escape(option.text)}</li>' for option in item.options
    )
    choice = f'<ol class="options">{options}</ol>' if options else ""
    return f"<li>{context}<p>{mixed(item.prompt)}</p>{paired}{choice}</li>"
