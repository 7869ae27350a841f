"""A class's report as HTML: a page for screen and paper, or a part of a notebook."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo
from html import escape
from itertools import pairwise
from pathlib import Path

from kit.classroom.report.pace import Pace
from kit.classroom.report.report import Report
from kit.classroom.report.share import FEW
from kit.classroom.report.text import (
    Table,
    help_rules,
    help_table,
    notice,
    opening,
    question_table,
    shown,
    student_table,
    word_table,
)
from kit.classroom.report.trouble import LEVELS, Trouble
from kit.classroom.report.word_map import id_of
from kit.language import article
from kit.learner.history import today
from kit.lesson import notice as origin
from kit.lesson.lesson import POINT
from kit.lesson.reading import annotated
from kit.plot import Plot, bars, line
from kit.publish.marker import marker
from kit.publish.page_text import mixed
from kit.texts import Texts

KIND = "Seiji Kit, report"
"""What the page's mark says that it is; see `kit.publish.marker`."""

STYLE = Path(__file__).with_name("page.css")

MOST_WORDS, MOST_QUESTIONS, MOST_NOTICES = 30, 20, 100
"""Rows that are shown; the CSV files have all."""

WHOLE, FIRST = 6, 4
"""Signs of a word that the number stands over: all of so many, else the first ones."""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""What a browser may do with the page: show it. No script, no request."""


def page(report: Report, tz: tzinfo | None = None) -> str:
    """The report as a page: a file of its own, which needs no other.

    Args:
        report: what is told.
        tz: the time zone that a day is in; None for that of the machine.
    """
    lesson = report.lesson
    title = f"{lesson.title} – {lesson.texts('report.report')}"
    return f"""<!DOCTYPE html>
<html lang="{lesson.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
{marker(lesson, KIND)}
<title>{escape(title)}</title>
</head>
<body>
{part(report, tz)}
</body>
</html>
"""


def part(report: Report, tz: tzinfo | None = None) -> str:
    """The report as an element that can stand in any page, its style with it."""
    say = report.lesson.texts
    sections = [
        _article(report, say),
        _section(say("report.words"), _words(report, say)),
        _section(say("report.questions"), _questions(report, say)),
        _section(say("report.help"), _help(report, say, tz)),
        _section(say("report.time"), _time(report.pace, say)),
        _section(say("report.all"), _table(student_table(report, tz))),
        _notices(report, say),
    ]
    told = "".join(f"<p>{mixed(told)}</p>" for told in opening(report))
    made = mixed(say("report.made", day=today(report.made, tz)))
    few = mixed(say("report.few", few=FEW))
    return f"""<div class="kit-report">
<style>
{STYLE.read_text(encoding="utf-8")}</style>
<header><p class="kind">{mixed(say("report.report"))}</p>
<h1 lang="ja"><bdi>{escape(report.lesson.title)}</bdi></h1>
{told}</header>
{"".join(sections)}
<footer><p>{few} {made}</p><p>{origin.html(report.lesson)}</p></footer>
</div>"""


def _section(title: str, html: str) -> str:
    return f"<section><h2>{mixed(title)}</h2>\n{html}</section>\n"


def _how(text: str) -> str:
    return f'<p class="how">{mixed(text)}</p>\n'


# ---- the article


def _article(report: Report, say: Texts) -> str:
    """The article, each word with the trouble that it gave."""
    how = _how(say("report.map-how", least=round(100 * LEVELS[0])))
    lines = []
    for passage in report.lesson.passages():
        for told in annotated(report.lesson, passage):
            tag = "h3" if told.kind in ("title", "heading") else "p"
            lines.append(f'<{tag} class="{told.kind}">{_line(report, told)}</{tag}>')
    return _section(
        say("report.map"),
        f'{how}{_legend(say)}<div class="article" lang="ja">\n' + "\n".join(lines) + "\n</div>",
    )


def _line(report: Report, told: article.Paragraph) -> str:
    html = []
    for word in told.words:
        if told.kind == "item" and word.end <= len(POINT):
            continue
        trouble = report.words.get(id_of(report.lesson, word.analysis))
        html.append(_word(word.analysis.surface, trouble))
    return "".join(html)


def _word(surface: str, trouble: Trouble | None) -> str:
    """A word with the number over its first signs, so that a long one can still be broken."""
    if trouble is None or not trouble.either.part:
        return escape(surface)
    if trouble.level == 1:
        return f'<span class="trouble of-1">{escape(surface)}</span>'
    first, rest = (surface, "") if len(surface) <= WHOLE else (surface[:FIRST], surface[FIRST:])
    number = f"<rp>（</rp><rt>{trouble.either.part}</rt><rp>）</rp>"
    told = f"<ruby>{escape(first)}{number}</ruby>{escape(rest)}"
    return f'<span class="trouble of-{trouble.level or "few"}">{told}</span>'


def _legend(say: Texts) -> str:
    marks = [round(100 * level) for level in LEVELS]
    names = [say("report.level-first", to=marks[0])]
    names += [say("report.level-middle", least=least, to=to) for least, to in pairwise(marks)]
    names.append(say("report.level-last", least=marks[-1]))
    levels = [(str(number), name) for number, name in enumerate(names, start=1)]
    levels.append(("few", say("report.level-few", few=FEW)))
    items = "".join(
        f'<li><span class="trouble of-{level}" lang="ja">語</span> {mixed(name)}</li>'
        for level, name in levels
    )
    return f'<ul class="legend">{items}</ul>\n'


# ---- the tables


def _words(report: Report, say: Texts) -> str:
    table = word_table(report)
    return _first(table, MOST_WORDS, say) if table.rows else _how(say("report.no-words"))


def _questions(report: Report, say: Texts) -> str:
    table = question_table(report)
    if not table.rows:
        return _how(say("report.no-questions", few=FEW))
    return _how(say("report.questions-how", few=FEW)) + _first(table, MOST_QUESTIONS, say)


def _help(report: Report, say: Texts, tz: tzinfo | None) -> str:
    table = help_table(report, tz)
    told = _table(table) if table.rows else f"<p>{mixed(say('report.no-help'))}</p>"
    return _how(help_rules(say)) + told


def _first(table: Table, most: int, say: Texts) -> str:
    """The first rows of a table, and how many there are."""
    told = map(_how, shown(len(table.rows), most, say))
    return _table(table.first(most)) + "".join(told)


def _table(table: Table) -> str:
    """A table, its numbers behind the texts; a narrow screen has each row as lines with labels."""
    head, rows, numbers = table
    names = _turned(head, numbers)
    kinds = ["text"] * (len(head) - numbers) + ["number"] * numbers
    top = "".join(
        f'<th scope="col" class="{kind}">{mixed(name)}</th>'
        for kind, name in zip(kinds, names, strict=True)
    )
    labels = [*map(escape, names)]
    body = "".join(f"<tr>{_cells(row, labels, numbers)}</tr>\n" for row in rows)
    return f"<table><thead><tr>{top}</tr></thead>\n<tbody>{body}</tbody></table>\n"


def _cells(row: Sequence[str], labels: Sequence[str], numbers: int) -> str:
    texts = len(row) - numbers
    html = []
    for place, (cell, label) in enumerate(zip(_turned(row, numbers), labels, strict=True)):
        told = f"<bdi>{mixed(cell)}</bdi>" if cell else ""
        kind = "number" if place >= texts else "text" if cell else "none"
        html.append(
            f'<td class="{kind}" data-label="{label}">{told}</td>'
            if place
            else f'<th scope="row">{told}</th>'
        )
    return "".join(html)


def _turned(row: Sequence[str], numbers: int) -> list[str]:
    return [*row[numbers:], *row[:numbers]]


# ---- the time, and what was not read


def _time(pace: Pace, say: Texts) -> str:
    keys = ("report.answers-week", "report.right-week")
    counts, rights = keys if pace.weekly else ("report.answers-day", "report.right-day")
    given = [(f"{day:%m-%d}", float(share.whole)) for day, share in pace.periods]
    right = [(day, 100 * share.ratio) for day, share in pace.periods if not share.few]
    html = _plot(bars(say(counts), given, "", say)) + _plot(line(say(rights), right, "%", say))
    if pace.earlier:
        html += _how(say("report.earlier", count=f"{pace.earlier:,}"))
    if pace.undated:
        html += _how(say("report.undated", count=f"{pace.undated:,}"))
    return f'<div class="plots">{html}</div>'


def _plot(plot: Plot) -> str:
    title = f"<h3>{mixed(plot.title)}</h3>{plot.svg}" if plot.svg else ""
    return f"<figure>{title}<figcaption>{mixed(plot.sentence)}</figcaption></figure>"


def _notices(report: Report, say: Texts) -> str:
    if not report.notices:
        return ""
    told = "".join(f"<li>{mixed(notice(one, say))}</li>\n" for one in report.notices[:MOST_NOTICES])
    more = "".join(map(_how, shown(len(report.notices), MOST_NOTICES, say)))
    return _section(say("report.not-read"), f"<ul>{told}</ul>{more}")
