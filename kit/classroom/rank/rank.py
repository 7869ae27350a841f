"""A folder of articles, in the order in which they fit a class."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

from kit.classroom.document.document import SUFFIXES, read_document
from kit.classroom.rank import fits_file, workers
from kit.classroom.rank.fit import Fit, fit
from kit.classroom.rank.fits_file import FitsFile, Measured
from kit.errors import InputError
from kit.language.lexicon import dictionary
from kit.learner.coverage import KnownList

_PAGE = re.compile(r"\.html?$", re.IGNORECASE)
_SAVED = ("_files", ".files")
"""What browsers add to a web page's name for the folder of its parts."""


class Article(NamedTuple):
    """An article of the folder: its file, its title, and how well it fits."""

    file: Path
    title: str
    fit: Fit


class Ranking(NamedTuple):
    """What is in a folder.

    articles: those that could be read, the best fit first.
    unread: what is wrong with those that could not, a line each, in the order of their names.
    """

    articles: tuple[Article, ...]
    unread: tuple[str, ...]


def articles(folder: Path) -> tuple[list[Path], list[str]]:
    """The files in a folder, and in those inside it, that may be articles.

    Hidden ones are left out, and what a browser saved beside a web page.

    Returns:
        The files in the order of their names, and what is wrong with folders inside that cannot be
        read, a line each.

    Raises:
        InputError: the folder itself cannot be read, or there is none.
    """
    closed: list[OSError] = []
    try:
        os.scandir(folder).close()
        found = sorted(_walk(folder, closed))
    except NotADirectoryError:
        raise InputError("this is no folder", "name a folder of articles", file=folder) from None
    except FileNotFoundError:
        raise InputError("there is no such folder", "check the name", file=folder) from None
    except (OSError, ValueError) as error:
        problem = f"it cannot be read ({getattr(error, 'strerror', error)})"
        raise InputError(problem, "make it readable, or name another", file=folder) from None
    return found, [
        _unread(Path(error.filename), f"it cannot be read ({error.strerror})", "make it readable")
        for error in closed
    ]


def rank(
    folder: Path,
    known: set[tuple[str, str]],
    *,
    kept: Path,
    count: int,
    done: Callable[[int, int], None] = lambda done, total: None,
) -> Ranking:
    """Measure the articles of a folder, and put them in order.

    Args:
        folder: of files of any kind that `read_document` reads.
        known: headword and reading of each word that the class knows.
        kept: where fits are kept from one run to the next; see `fits_file.folder`.
        count: how many processes work on it. The result is the same with any number.
        done: called with the number of articles that were worked on, and of all that are to be.

    Raises:
        InputError: there are no articles in the folder, or the dictionary is unusable.
    """
    files, closed = articles(folder)
    if not files:
        mend = f"put files there that end with {', '.join(SUFFIXES)}"
        raise InputError("there are no articles in it", mend, file=folder)
    mark = f"{_version()} {dictionary.default().mark}"
    ranked: list[Article] = []
    unread: dict[Path, str] = {}
    with FitsFile(kept / fits_file.name(known, mark)) as fits:
        digests = {file: fits_file.digest(file) for file in files}
        todo = []
        for file, digest in digests.items():
            if (measured := fits.get(digest)) is None:
                todo.append(file)
            else:
                ranked.append(Article(file, *measured))
        done(0, len(todo))
        with closing(workers.over(todo, partial(_measured, KnownList(known)), count)) as results:
            for number, (file, result) in enumerate(results, start=1):
                if isinstance(result, tuple):
                    ranked.append(Article(file, *result))
                    fits.add(digests[file], result)
                else:
                    unread[file] = result or _unread(file, "it cannot be read (its process died)")
                done(number, len(todo))
    ranked.sort(key=lambda article: (article.fit.order, article.file))
    lines = [*closed, *(unread[file] for file in files if file in unread)]
    return Ranking(tuple(ranked), tuple(lines))


def _version() -> str:
    try:
        return metadata.version("seiji-kit")
    except metadata.PackageNotFoundError:
        return ""


def _measured(known: KnownList, file: Path) -> Measured | str:
    """The title and the fit of an article, or what is wrong with its file."""
    try:
        document = read_document(file)
        return document.title, fit(document.text, known)
    except InputError as error:
        return str(error) if error.file else _unread(file, error.problem, error.mend)
    except Exception as error:  # of a folder of thousands, no single file stops the others
        return _unread(file, f"it cannot be read ({type(error).__name__})")


def _unread(file: Path, problem: str, mend: str = "save it as plain text (UTF-8)") -> str:
    return str(InputError(problem, mend, file=file))


def _walk(folder: Path, closed: list[OSError]) -> Iterator[Path]:
    """The files that may be articles; the errors of folders that cannot be read go to `closed`."""
    for place, folders, files in os.walk(folder, onerror=closed.append):
        pages = [name[: name.rindex(".")] for name in files if _PAGE.search(name)]
        beside = {page + ending for page in pages for ending in _SAVED}
        folders[:] = [name for name in folders if name[0] != "." and name not in beside]
        for name in files:
            file = Path(place, name)
            if _is_shown(name) and file.suffix.lower() in SUFFIXES and file.is_file():
                yield file


def _is_shown(name: str) -> bool:
    """Whether a file is neither hidden nor what Word has beside a file that is open."""
    return not name.startswith((".", "~$"))
