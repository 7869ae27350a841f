"""What is said of where a lesson comes from: who reported the event, whose the dictionaries are."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from kit.lesson.lesson import Lesson

ADDRESS = "https://www.edrdg.org/edrdg/licence.html"
"""The licence of the dictionaries."""


def told(lesson: Lesson, escaped: Callable[[str], str] = str) -> str:
    """Who reported the event, whose words the text is in, and under which licence.

    Args:
        escaped: makes of text what it has to be where the sentence stands.
    """
    texts = lesson.texts
    licence = texts("notice.license", license=escaped(lesson.license)) if lesson.license else ""
    if lesson.quoted:
        key = "notice.quoted" if lesson.source else "notice.quoted-unnamed"
    else:
        key = "notice.reported" if lesson.source else "notice.own"
    return texts(key, license=licence, source=escaped(lesson.source))


def dictionaries(lesson: Lesson, link: Callable[[str, str], str]) -> str:
    """Where readings and glosses come from.

    Args:
        link: makes of the dictionaries' names and their licence's address a link.
    """
    names = lesson.texts("notice.files")
    return lesson.texts("notice.dictionaries", files=link(names, ADDRESS))


def text(lesson: Lesson) -> str:
    """The whole notice as text."""
    told_by = dictionaries(lesson, lambda names, address: f"{names} ({address})")
    return f"{told(lesson)} {told_by}"


def html(lesson: Lesson) -> str:
    """The whole notice as HTML, the licence's address written out: paper has no links."""
    told_by = dictionaries(
        lesson,
        lambda names, address: (
            f'{escape(names)} (<a href="{address}">{address.removeprefix("https://")}</a>)'
        ),
    )
    return f"{told(lesson, _apart)} {told_by}"


def _apart(given: str) -> str:
    """Text as HTML whose direction does not touch what stands around it."""
    return f"<bdi>{escape(given)}</bdi>"
