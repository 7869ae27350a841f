"""A lesson as pages: readable as they are, alive where there is JavaScript, from any folder."""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

from kit.errors import InputError
from kit.lesson import quiz
from kit.lesson.chapter import Chapter, chapters
from kit.lesson.lesson import LEAD, Lesson, Section
from kit.lesson.reading import met_at, names
from kit.publish import page_chapter, page_text
from kit.publish.marker import PAGE, has, marker
from kit.publish.page_chapter import Content, asked
from kit.publish.page_shell import page
from kit.publish.page_text import mixed

INDEX = "index.html"

_NUMBERED = re.compile(r"[0-9]{2,}\.html")


def export(lesson: Lesson, directory: Path) -> list[Path]:
    """Write a lesson's pages, each of them whole.

    All are made before the first takes its place, so that a full disk leaves what was there.
    Pages that the lesson no longer has are taken away; other files of the folder stay.

    Args:
        lesson: its language is that of the interface.
        directory: made if it is not there; the folder that it is in has to be.

    Returns:
        The files written, the index first.

    Raises:
        InputError: the folder cannot be written, or holds other files under the same names.
    """
    made = pages(lesson)
    try:
        new = not directory.exists()
        directory.mkdir(exist_ok=True)
        try:
            _write(directory, made, marker(lesson, PAGE))
        except BaseException:
            if new:
                with contextlib.suppress(OSError):  # pages that took their places stay
                    directory.rmdir()
            raise
    except FileNotFoundError:
        problem = f"the folder {directory.parent} is not there"
        raise InputError(problem, "make it, or name another", file=directory) from None
    except OSError as error:
        problem = f"the pages cannot be written ({error.strerror})"
        mend = "name a folder that can be written"
        raise InputError(problem, mend, file=directory) from None
    return [directory / name for name in made]


def _write(directory: Path, made: Mapping[str, str], mark: str) -> None:
    for name in made:
        if (directory / name).exists() and not has(directory / name, mark):
            problem = "this is there already and is no page of this lesson"
            raise InputError(problem, "name another folder", file=directory / name)
    # In the folder itself: what is beside a stick's root may be another disk, or not writable.
    with tempfile.TemporaryDirectory(dir=directory, prefix=".kit-") as scratch:
        for name, text in made.items():
            Path(scratch, name).write_text(text, encoding="utf-8", newline="\n")
        for name in made:
            os.replace(Path(scratch, name), directory / name)
    for file in directory.iterdir():
        if _NUMBERED.fullmatch(file.name) and file.name not in made and has(file, mark):
            file.unlink()


def pages(lesson: Lesson) -> dict[str, str]:
    """The pages of a lesson: file name → HTML, the index first."""
    parts = chapters(lesson)
    held = [_content(lesson, part, first=number == 0) for number, part in enumerate(parts)]
    made = {INDEX: _index(lesson, parts, held)}
    for number, content in enumerate(held):
        made[_file(number)] = _chapter(lesson, parts, number, content)
    return made


def _content(lesson: Lesson, part: Chapter, *, first: bool) -> Content:
    if part.section is not None:
        return page_chapter.section(lesson, part.section)
    return page_chapter.before(lesson) if first else page_chapter.after(lesson)


def _file(number: int) -> str:
    """The name of a chapter's page; ASCII, so that it outlives any stick."""
    return f"{number:02}.html"


def _chapter(lesson: Lesson, parts: Sequence[Chapter], number: int, content: Content) -> str:
    say = lesson.texts
    part = parts[number]
    links = "".join(
        f'<a rel="{kind}" href="{_file(other)}"><bdi>'
        f"{mixed(say(f'page.{key}', title=parts[other].title))}</bdi></a>"
        for other, key, kind in ((number - 1, "back", "prev"), (number + 1, "next", "next"))
        if 0 <= other < len(parts)
    )
    body = f"""<header>
<p class="where"><a href="{INDEX}">{mixed(say("page.all-parts"))}</a>
<span lang="ja"><bdi>{escape(lesson.title)}</bdi></span></p>
<h1 lang="ja"><bdi>{escape(part.title)}</bdi></h1>
</header>
<main class="{content.layout}">
{content.html}
</main>
<nav aria-label="{escape(say("page.turn"))}">{links}</nav>"""
    return page(lesson, f"{part.title} – {lesson.title}", body, content.data)


def _index(lesson: Lesson, parts: Sequence[Chapter], contents: Sequence[Content]) -> str:
    say = lesson.texts
    rows = "".join(
        f'<li><span class="number">{_number(part.section)}</span>'
        f'<p><a href="{_file(number)}" lang="ja"><bdi>{escape(part.title)}</bdi></a> '
        f'<span class="holds">{mixed(_holds(lesson, part.section))}</span> '
        f'<span class="holds" data-kit="part" data-key="{number}"></span></p></li>'
        for number, part in enumerate(parts)
    )
    told = " · ".join(filter(None, (lesson.source, lesson.license)))
    start = mixed(say("page.start", title=parts[0].title))
    found, named = lesson.sections[0].before, names(lesson)
    body = f"""<header>
<h1 lang="ja"><bdi>{page_text.title(lesson)}</bdi></h1>
<p class="source"><bdi>{escape(told)}</bdi></p>
</header>
<main class="beside">
<div>
{_part(say("page.find-out"), page_text.points(found)) if found else ""}
<p><a class="go" href="{_file(0)}"><bdi>{start}</bdi></a></p>
{_part(say("page.parts"), f'<ol class="parts">{rows}</ol>')}
</div>
{_part(say("page.people"), page_text.people(named)) if named else ""}
</main>"""
    data = {"parts": [list(asked(content)) for content in contents]}
    return page(lesson, lesson.title, body, data)


def _part(title: str, html: str) -> str:
    return f"<section><h2>{mixed(title)}</h2>{html}</section>"


def _number(section: Section | None) -> str:
    """A section's number in the article; the lead has none."""
    return "" if section is None or section.place == LEAD else section.place


def _holds(lesson: Lesson, section: Section | None) -> str:
    """What a part holds, in figures."""
    if section is None:
        return ""
    figures = {
        "paragraphs": len(section.paragraphs),
        "words": len(met_at(lesson, section.place)),
        "questions": len(quiz.questions(lesson, section.place)),
    }
    return " · ".join(lesson.texts(f"page.{name}", count=n) for name, n in figures.items() if n)
