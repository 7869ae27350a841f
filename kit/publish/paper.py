"""Paper: what the sheets of a lesson have in common, and how they are written."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from html import escape
from pathlib import Path

from kit.errors import InputError
from kit.lesson import notice
from kit.lesson.item import Item
from kit.lesson.lesson import Lesson
from kit.publish import chromium
from kit.publish.chromium import PrintingError
from kit.publish.marker import SHEET, has, marker

ENDINGS = (".html", ".pdf")
STYLE = Path(__file__).with_name("worksheet.css")

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""What a browser may do with a sheet: show it. No script, no request."""


def sheet(lesson: Lesson, kind: str, body: str) -> str:
    """A page for paper: a file of its own, which needs no other.

    Args:
        lesson: whose title, and notice of where it comes from, it carries.
        kind: what it is, as text.
        body: its HTML.
    """
    title = f"{lesson.title} – {kind}"
    # Between the two marks a title of another direction turns nothing but itself.
    running = _css_string(f"\u2068{lesson.title}\u2069 – {kind}")
    return f"""<!DOCTYPE html>
<html lang="{lesson.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
{marker(lesson, SHEET)}
<title>{escape(title)}</title>
<style>
{STYLE.read_text(encoding="utf-8")}
@page {{ @bottom-left {{ content: {running} }} }}
</style>
</head>
<body>
<main>
{body}
</main>
<footer class="notice">{notice.html(lesson)}</footer>
</body>
</html>
"""


def sentence(item: Item) -> str:
    """What an item is about, as a paragraph of HTML; empty where it is about no sentence."""
    before, mark, after = map(escape, item.context)
    shown = f'{before}<span class="mark">{mark}</span>{after}'
    return f"<p>{shown}</p>" if before or mark or after else ""


def write(lesson: Lesson, pages: Mapping[Path, str]) -> list[Path]:
    """Write the sheets of a lesson, each of them whole.

    Args:
        lesson: what they are of.
        pages: file → HTML. A file that ends with `.pdf` is printed by the installed browser.

    Returns:
        The files.

    Raises:
        InputError: the folder is missing or a file cannot be written; or no browser prints, and
            then the HTML is there in place of the PDF, unless another's would be lost.
    """
    for file in pages:
        if file.suffix.lower() not in ENDINGS:
            ending = f"ends with {file.suffix}" if file.suffix else "has no ending"
            problem = f"a worksheet is HTML or PDF, and this name {ending}"
            raise InputError(problem, "end it with .html or .pdf", file=file)
        if not file.parent.is_dir():
            problem = f"the folder {file.parent} is not there"
            raise InputError(problem, "make it, or name another", file=file)
    printed = [file for file in pages if file.suffix.lower() == ".pdf"]
    try:
        _write(pages)
    except PrintingError as error:
        instead = {
            file.with_suffix(".html") if file in printed else file: page
            for file, page in pages.items()
        }
        for file in instead:
            if file not in pages and _anothers(file, marker(lesson, SHEET)):
                problem = f"it is not printed: {error}, and {file.name} is there already"
                raise InputError(problem, "name another file", file=printed[0]) from None
        _write(instead)
        names = " and ".join(map(str, instead))
        mend = f"open {names} in a browser and print from there, or save as PDF"
        raise InputError(f"it is not printed: {error}", mend, file=printed[0]) from None
    return list(pages)


def _anothers(file: Path, mark: str) -> bool:
    """Whether a file is there that has no such mark, or that cannot be read."""
    try:
        return file.exists() and not has(file, mark)
    except OSError:
        return True


def _write(pages: Mapping[Path, str]) -> None:
    """Write pages; all are made before the first takes its place.

    Raises:
        InputError: a file cannot be written.
        PrintingError: a PDF cannot be printed.
    """
    file = next(iter(pages))
    try:
        # In their own folder: from there they take their places at once, and a browser that is
        # shut off from the system's temporary files, as a snap is, can read them.
        with tempfile.TemporaryDirectory(dir=file.parent, prefix="kit-") as scratch:
            made = {}
            for number, (file, page) in enumerate(pages.items()):
                made[file] = Path(scratch, f"{number}.html")
                made[file].write_text(page, encoding="utf-8", newline="\n")
                if file.suffix.lower() == ".pdf":
                    made[file] = _printed(made[file])
            for file in pages:  # before any is replaced
                if file.is_dir():
                    raise InputError("this is a folder", "name a file", file=file)
            for file, part in made.items():
                os.replace(part, file)
    except OSError as error:
        problem = f"it cannot be written ({error.strerror})"
        raise InputError(problem, "make its folder writable, or name another", file=file) from None


def _printed(page: Path) -> Path:
    browser = chromium.find()
    if browser is None:
        raise PrintingError("there is no Chrome, Chromium or Edge here to print it")
    pdf = page.with_suffix(".pdf")
    chromium.print_pdf(browser, page, pdf)
    return pdf


def _css_string(text: str) -> str:
    """Text as a string of CSS, in which no character has a meaning of its own."""
    return '"' + "".join(c if c.isalnum() else f"\\{ord(c):x} " for c in text) + '"'
