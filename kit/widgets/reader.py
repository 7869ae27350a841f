"""The reader: text with furigana, every word of which answers when it is touched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from itertools import accumulate
from typing import Any, NamedTuple

import anywidget
import traitlets

from kit.language import article
from kit.language.article import Analysis
from kit.language.lexicon import dictionary
from kit.language.lexicon.glossary import Glossary, packaged
from kit.learner.coverage import coverage, remembered, states
from kit.learner.event import NO_CONTEXT, STUDENT, Context, Event, now
from kit.learner.memory import Memory
from kit.lesson import lesson
from kit.lesson.lesson import POINT, VERSIONS
from kit.lesson.page_data import page_data
from kit.lesson.ruby import ruby
from kit.texts import Texts, texts
from kit.widgets import front
from kit.widgets.fallback import bundle
from kit.widgets.picture import picture_data
from kit.widgets.recall import CURVE, recall
from kit.widgets.student import Student

SCRIPTS = (
    "settings.js",
    "words.js",
    "panel.js",
    "recall.js",
    "picture.js",
    "voice.js",
    "tools.js",
    "box.js",
    "reader.js",
)
"""Its front end, each file standing on those before it."""

MARKS = ("known", "learning", "ignored", "")
"""What a word can be marked as; the last takes a mark back."""

NEAR = 200
"""Characters of a sentence that are kept on either side of a word that is marked."""


class Page(NamedTuple):
    """Lines to read together, and the paragraph of a lesson that they are, where they are one."""

    lines: tuple[article.Paragraph, ...]
    paragraph: lesson.Paragraph | None = None
    place: str = ""

    def versions(self) -> list[tuple[str, str]]:
        """Name and text of each version and note that the paragraph has."""
        return self.paragraph.versions() if self.paragraph else []


class Reader(anywidget.AnyWidget):
    """Shows pages.

    words: each different word once, with what its panel shows. kanji: those of the words.
    pages: lines of words, as indexes of `words`, and versions to reveal.
    marks: what the words here are marked as, by the student. notice: why something is not kept.
    memory: which readings of the words are remembered, as `recall` has it; curve: how they fade.
    picture: whether what is known of the text is shown: knows: word id → known, learning or new.
    coverage: how much that is, as `picture_data` has it; empty where it was not asked for.
    """

    _esm = front.module(*SCRIPTS)
    _css = front.source("reader.css") + front.source("picture.css")
    words: traitlets.List[Any] = traitlets.List().tag(sync=True)
    kanji: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)
    pages: traitlets.List[Any] = traitlets.List().tag(sync=True)
    marks: traitlets.Dict[str, str] = traitlets.Dict().tag(sync=True)
    memory: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)
    curve: traitlets.List[float] = traitlets.List(CURVE).tag(sync=True)
    picture = traitlets.Bool(False).tag(sync=True)
    knows: traitlets.Dict[str, str] = traitlets.Dict().tag(sync=True)
    coverage: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)
    texts: traitlets.Dict[str, str] = traitlets.Dict().tag(sync=True)
    notice = traitlets.Unicode().tag(sync=True)

    counts = False
    """Whether the share that is known is said without being asked for."""

    def __init__(
        self,
        pages: Sequence[Page],
        *,
        name: str = "",
        student: Student | None = None,
        glossary: Glossary | None = None,
        says: Texts | None = None,
        now: Callable[[], datetime] = now,
    ) -> None:
        """Show pages.

        Args:
            pages: what to show.
            name: the lesson's, or empty for a text of the student's own.
            student: who reads: keeps look-ups, reveals and marks; None keeps nothing.
            glossary: the one that the pages were annotated with; the packaged one if None.
            says: the interface's texts; English if None.
            now: the clock, in UTC.
        """
        self._name = name
        self._student = student
        self._glossary = packaged() if glossary is None else glossary
        self._says = texts("en") if says is None else says
        self._now = now
        self._own_notice = ""
        self._memory = Memory() if student is None else student.memory()
        super().__init__(texts=self._says.under("reader"), **self._state(pages))
        self.on_msg(self._received)
        if student is not None:
            student.watch(self)

    def _state(self, pages: Sequence[Page]) -> dict[str, Any]:
        """The traits that show these pages to this student."""
        shown = page_data(
            [(page.place, page.lines, page.versions()) for page in pages], self._glossary
        )
        self._lines = [line for page in pages for line in page.lines]
        self._ids = dict.fromkeys(word["id"] for word in shown["words"] if "id" in word)
        self._plain = _plain(pages, self._says)
        self._html = _html(pages)
        return shown | self._known()

    def _known(self) -> dict[str, Any]:
        """The traits that say what the student knows of the words here."""
        memory = self._memory
        marks = {word: mark for word in self._ids if (mark := memory.mark(word))}
        known = {"marks": marks, "memory": recall(memory, self._ids), "notice": self._notice()}
        if not (self.picture or self.counts):
            return known | {"knows": {}, "coverage": {}}
        knows = remembered(memory, self._now())
        covered = coverage(self._lines, knows, dictionary.default(), self._glossary)
        shown = states(covered) if self.picture else {}
        return known | {"knows": shown, "coverage": picture_data(covered, self._says, self.picture)}

    def _notice(self) -> str:
        """What the student is to be told: about the text, and about what is kept."""
        told = [self._own_notice]
        if self._student is not None and self._student.trouble:
            told.append(self._says("reader.not-kept", why=self._student.trouble))
        if self._student is not None:
            told.append(self._student.progress.notice)
        return " ".join(filter(None, told))

    def _received(self, _widget: object, message: dict[str, Any], _buffers: object) -> None:
        """Keep what the student did: a look-up, a version revealed, a word marked.

        `{do: mark, word, mark, line, at}`: the word is the one `at` which the line has it, counted
        over all pages; without them it is the first one in the text. `{do: picture, shown}` shows
        or hides what is known.
        """
        match message:
            case {"do": "look-up", "word": str(word)} if word in self._ids:
                self._keep("look-up", word)
            case {"do": "reveal", "version": str(version), "place": str(place)} if (
                version in VERSIONS and any(place == page["place"] for page in self.pages)
            ):
                self._keep("reveal", f"{version}/{place}")
            case {"do": "mark", "word": str(word), "mark": str(mark)} if (
                mark in MARKS and word in self._ids
            ):
                where = self._context(word, message.get("line"), message.get("at"))
                self._keep("mark", word, mark, where)
                if self._student is None:
                    self.follow(self._memory)
                else:
                    self._student.changed()
            case {"do": "picture", "shown": bool(shown)}:
                with self.hold_sync():
                    self.picture = shown
                    self._show(self._known())

    def follow(self, memory: Memory) -> None:
        """Show what the student remembers by now."""
        self._memory = memory
        self._show(self._known())

    def _show(self, state: dict[str, Any]) -> None:
        with self.hold_sync():
            for name, value in state.items():
                setattr(self, name, value)

    def _keep(self, kind: str, item: str, answer: str = "", context: Context = NO_CONTEXT) -> None:
        who = STUDENT if self._student is None else self._student.progress.student
        event = Event.seen(
            kind, self._name, item, answer, time=self._now(), student=who, context=context
        )
        if self._student is None:
            self._memory = self._memory.after([event])
        else:
            self._student.keep(event)
            self.notice = self._notice()

    def _context(self, word: str, line: object, at: object) -> Context:
        """The sentence around a word: the one that was pointed at, else the first one that has it.

        Args:
            word: its id.
            line, at: where the front end says that it is; anything that is not there is no place.
        """
        ids = [
            [self.words[number].get("id") for number in shown["words"]]
            for page in self.pages
            for shown in page["lines"]
        ]
        places = [(n, m) for n, found in enumerate(ids) for m, id in enumerate(found) if id == word]
        here = (line, at)
        n, m = here if here in places else places[0]
        return _sentence(self._lines[n], m)

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        return bundle(super()._repr_mimebundle_(**kwargs), self._plain, self._html)

    def __repr__(self) -> str:
        return self._plain


def _sentence(line: article.Paragraph, at: int) -> Context:
    """The sentence around a word of a line, without the mark of a list.

    Args:
        line: the one that has it.
        at: the word's number in the line.
    """
    ends = accumulate(len(sentence.words) for sentence in line.sentences)
    sentence, end = next(pair for pair in zip(line.sentences, ends, strict=True) if at < pair[1])
    word = sentence.words[at - end]
    start = word.start - sentence.start
    before = sentence.text[:start]
    if line.kind == "item" and sentence.start == 0:
        before = before.removeprefix(POINT)
    after = sentence.text[start + len(word.analysis.surface) :]
    return before[-NEAR:].lstrip(), word.analysis.surface, after[:NEAR].rstrip()


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
