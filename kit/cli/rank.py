"""`kit rank`: a folder of articles, in the order in which they fit a class."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from kit.classroom.rank import fits_file, workers
from kit.classroom.rank.rank import Article, rank
from kit.cli.output import say, terminal, wrapped, write
from kit.cli.status import BAD_INPUT, INTERRUPTED
from kit.errors import InputError
from kit.language.as_json import dumps
from kit.learner.coverage import GUIDES
from kit.learner.known_words import known_list
from kit.progress_bar import ProgressBar
from kit.terminal import table_lines
from kit.texts import Texts, chosen, texts

SHOWN_TERMS = 5
"""New terms that are named of an article; the rest is counted."""

NUMBERS = ("rank.known", "rank.learn", "rank.ease", "rank.length")
NAMES = ("rank.file", "rank.title", "rank.terms")
"""The columns of the table."""


def run(arguments: Namespace) -> int:
    """Measure the articles, and write them in their order."""
    if arguments.plot is not None:
        _check_plot(arguments.plot)
    known = known_list(arguments.known)
    watch = _Watch()
    try:
        found = rank(
            arguments.folder,
            known,
            kept=fits_file.folder(),
            count=workers.cores(),
            done=watch,
        )
    except KeyboardInterrupt:
        watch.clear()
        say(f"stopped: {watch.told}; the same command goes on from there")
        return INTERRUPTED
    watch.clear()
    for problem in found.unread:
        say(problem)
    if not found.articles:
        say(f"{arguments.folder}: none of its articles can be read")
        return BAD_INPUT
    says = texts(chosen())
    if arguments.json:
        for article in found.articles:
            print(dumps(_as_json(article)))
    else:
        _show(found.articles, arguments.folder, says)
    if arguments.plot is not None:
        write(arguments.plot, _plot(found.articles, says))
        say(f"wrote {arguments.plot}")
    return 0


class _Watch:
    """Draws how far the work is, and can say it to who interrupts it."""

    def __init__(self) -> None:
        self.told = "nothing is measured yet"
        self._bar: ProgressBar | None = None

    def __call__(self, done: int, total: int) -> None:
        self.told = f"{done:,} of {total:,} new articles are measured"
        if self._bar is None:
            self._bar = ProgressBar(sys.stderr, total, "articles")
        if sys.stderr.isatty():
            self._bar.update(done)

    def clear(self) -> None:
        """Take the bar off the terminal."""
        if self._bar is not None:
            self._bar.clear()


def _as_json(article: Article) -> dict[str, object]:
    return {"file": str(article.file), "title": article.title, **article.fit._asdict()}


def _show(articles: Sequence[Article], folder: Path, says: Texts) -> None:
    """For a reader: a row each, and what the columns and their order mean."""
    width, colour = terminal()
    head = [says(name) for name in (*NUMBERS, *NAMES)]
    rows = [_row(article, folder) for article in articles]
    print("\n".join(table_lines(head, rows, len(NUMBERS), width, colour)))
    shares = {"minimum": f"{100 * GUIDES[0]:g}", "optimum": f"{100 * GUIDES[1]:g}"}
    print(wrapped(["", says("rank.order", **shares), says("rank.columns", **shares)], width))


def _row(article: Article, folder: Path) -> list[str]:
    fit = article.fit
    more = len(fit.terms) - SHOWN_TERMS
    return [
        f"{_percent(fit.known):.1f}%",
        f"{fit.to_learn:,}",
        f"{fit.readability:.1f}",
        f"{fit.characters:,}",
        str(article.file.relative_to(folder)),
        article.title,
        "、".join(fit.terms[:SHOWN_TERMS]) + (f" +{more}" if more > 0 else ""),
    ]


def _percent(share: float) -> float:
    """A share in percent, rounded down, so that none seems to be reached that is not."""
    return int(1000 * share + 1e-9) / 10


def _check_plot(file: Path) -> None:
    """Before the work, not after it.

    Raises:
        InputError: the plot cannot be written there.
    """
    if file.suffix.lower() != ".svg":
        raise InputError("a plot is an SVG file", "name a file that ends with .svg", file=file)
    if not file.parent.is_dir():
        problem = f"the folder {file.parent} is not there"
        raise InputError(problem, "make it, or name another", file=file)


def _plot(articles: Sequence[Article], says: Texts) -> str:
    """The drawing of known words against readability, as an SVG file."""
    from kit.plot.drawing import on_paper
    from kit.plot.scatter import scatter

    points = [
        (article.file.stem, _percent(article.fit.known), article.fit.readability)
        for article in articles
    ]
    title, across, up = says("rank.articles"), says("rank.percent"), says("rank.readability")
    return on_paper(scatter(title, points, across, up, says).svg)
