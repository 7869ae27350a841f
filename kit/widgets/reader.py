"""The reader: text with furigana, every word of which answers when it is touched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple
from weakref import WeakSet

import anywidget
import traitlets

from kit.errors import InputError
from kit.language import article
from kit.language.article import Analysis
from kit.language.glossary import Glossary, packaged
from kit.learner.progress import Event, Progress
from kit.lesson import lesson
from kit.lesson.lesson import VERSIONS
from kit.lesson.page_data import page_data
from kit.lesson.ruby import ruby
from kit.texts import Texts, texts
from kit.widgets import front
from kit.widgets.fallback import bundle

MARKS = ("known", "learning", "ignored", "")
"""What a word can be marked as; the last takes a mark back."""


class Page(NamedTuple):
    """Lines to read together, and the paragraph of a lesson that they are, where they are one."""

    lines: tuple[article.Paragraph, ...]
    paragraph: lesson.Paragraph | None = None
    place: str = ""

    def versions(self) -> list[tuple[str, str]]:
        """Name and text of each version and note that the paragraph has."""
        return self.paragraph.versions() if self.paragraph else []


def _now() -> datetime:
    return datetime.now(UTC)


_open: WeakSet[Reader] = WeakSet()


class Reader(anywidget.AnyWidget):
    """Shows pages.

    words: each different word once, with what its panel shows. kanji: those of the words.
    pages: lines of words, as indexes of `words`, and versions to reveal.
    marks: what the words here are marked as, by the student. notice: why something is not kept.
    """

    _esm = front.module("panel.js", "reader.js")
    _css = front.source("reader.css")
    words: traitlets.List[Any] = traitlets.List().tag(sync=True)
    kanji: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)
    pages: traitlets.List[Any] = traitlets.List().tag(sync=True)
    marks: traitlets.Dict[str, str] = traitlets.Dict().tag(sync=True)
    texts: traitlets.Dict[str, str] = traitlets.Dict().tag(sync=True)
    notice = traitlets.Unicode().tag(sync=True)

    def __init__(
        self,
        pages: Sequence[Page],
        *,
        name: str = "",
        progress: Progress | None = None,
        glossary: Glossary | None = None,
        says: Texts | None = None,
        now: Callable[[], datetime] = _now,
    ) -> None:
        """Show pages.

        Args:
            pages: what to show.
            name: the lesson's, or empty for a text of the student's own.
            progress: where look-ups, reveals and marks are kept; None keeps nothing.
            glossary: the one that the pages were annotated with; the packaged one if None.
            says: the interface's texts; English if None.
            now: the clock, in UTC.
        """
        self._name = name
        self._progress = progress
        self._glossary = packaged() if glossary is None else glossary
        self._says = texts("en") if says is None else says
        self._now = now
        super().__init__(texts=self._says.under("reader"), **self._state(pages))
        self.on_msg(self._received)
        _open.add(self)

    def _state(self, pages: Sequence[Page]) -> dict[str, Any]:
        """The traits that show these pages."""
        shown = page_data(
            [(page.place, page.lines, page.versions()) for page in pages], self._glossary
        )
        self._plain = _plain(pages, self._says)
        self._html = _html(pages)
        keys = {word.get("id") for word in shown["words"]}
        marks: dict[str, str] = {}
        if self._progress is not None:
            try:
                marks = {k: v for k, v in self._progress.marks().items() if k in keys}
            except InputError as error:
                self.notice = self._says("reader.not-kept", why=error)
        return shown | {"marks": marks}

    def _received(self, _widget: object, message: dict[str, Any], _buffers: object) -> None:
        """Keep what the student did: a look-up, a version revealed, a word marked."""
        match message:
            case {"do": "look-up", "word": str(word)} if self._has(word):
                self._keep("look-up", word)
            case {"do": "reveal", "version": str(version), "place": str(place)} if (
                version in VERSIONS and any(place == page["place"] for page in self.pages)
            ):
                self._keep("reveal", f"{version}/{place}")
            case {"do": "mark", "word": str(word), "mark": str(mark)} if (
                mark in MARKS and self._has(word)
            ):
                self._keep("mark", word, mark)
                for reader in _open:
                    reader.follow(word, mark)

    def follow(self, word: str, mark: str) -> None:
        """Show a mark that was made here or in another reader."""
        if self._has(word):
            others = {key: value for key, value in self.marks.items() if key != word}
            self.marks = others | {word: mark} if mark else others

    def _has(self, word: str) -> bool:
        return any(word == entry.get("id") for entry in self.words)

    def _keep(self, kind: str, item: str, answer: str = "") -> None:
        if self._progress is None:
            return
        try:
            self._progress.record(Event.seen(kind, self._name, item, answer, time=self._now()))
        except InputError as error:
            self.notice = self._says("reader.not-kept", why=error)

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        return bundle(super()._repr_mimebundle_(**kwargs), self._plain, self._html)

    def __repr__(self) -> str:
        return self._plain


def _analyses(pages: Iterable[Page]) -> Iterable[Analysis]:
    return (word.analysis for page in pages for line in page.lines for word in line.words)


def _plain(pages: Sequence[Page], says: Texts) -> str:
    """The text, its versions, and each of its words with reading, meaning and inflection."""
    shown = ["\n".join(line.text for line in page.lines) for page in pages]
    versions = [
        f"{says(f'reader.{name}')}: {text}" for page in pages for name, text in page.versions()
    ]
    words = [_plain_word(word) for word in dict.fromkeys(_analyses(pages)) if _explained(word)]
    return "\n\n".join([*shown, *versions, "\n".join(words)]).strip()


def _plain_word(word: Analysis) -> str:
    reading = f"（{word.reading}）" if word.reading != word.surface else ""
    ladder = "".join(f" → {form} ({step})" for form, step in word.inflection)
    origin = f"; {word.headword}{ladder}" if ladder else ""
    senses = word.glosses if word.source == "glossary" else word.glosses[:1]
    return f"{word.surface}{reading}: {'; '.join(senses)}{origin}"


def _explained(word: Analysis) -> bool:
    return bool(word.glosses) and word.kind not in ("grammar", "symbol")


def _html(pages: Sequence[Page]) -> str:
    """The text with furigana, for where no widget runs."""
    parts = []
    for page in pages:
        for line in page.lines:
            content = "".join(ruby(word.analysis.furigana) for word in line.words)
            tag = {"title": "h3", "heading": "h4"}.get(line.kind, "p")
            parts.append(f'<{tag} lang="ja">{content}</{tag}>')
    return "\n".join(parts)
