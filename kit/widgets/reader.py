"""The reader: text with furigana, every word of which answers when it is touched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import anywidget
import traitlets

from kit.language import article
from kit.language.article import Analysis
from kit.lesson import lesson
from kit.widgets.fallback import bundle, over_kanji, ruby

HERE = Path(__file__).parent
VERSIONS = (("standard", "Standard"), ("easy", "Easy"), ("english", "English"), ("note", "Note"))


class Page(NamedTuple):
    """Lines to read together, and the paragraph of a lesson that they are, where they are one."""

    lines: tuple[article.Paragraph, ...]
    paragraph: lesson.Paragraph | None = None

    def versions(self) -> list[tuple[str, str, str]]:
        """Name, label and text of each version and note that the paragraph has."""
        texts = [(name, label, getattr(self.paragraph, name, "")) for name, label in VERSIONS]
        return [version for version in texts if version[2]]


class Reader(anywidget.AnyWidget):
    """Shows pages.

    words: each different word once, with what its panel shows.
    pages: lines of words, as indexes of `words`, and versions to reveal.
    """

    _esm = HERE / "reader.js"
    _css = HERE / "reader.css"
    words: traitlets.List[Any] = traitlets.List().tag(sync=True)
    pages: traitlets.List[Any] = traitlets.List().tag(sync=True)

    def __init__(self, pages: Sequence[Page]) -> None:
        numbers = {
            analysis: number for number, analysis in enumerate(dict.fromkeys(_analyses(pages)))
        }
        super().__init__(
            words=[_entry(analysis) for analysis in numbers],
            pages=[
                {
                    "lines": [
                        {
                            "kind": line.kind,
                            "words": [numbers[word.analysis] for word in line.words],
                        }
                        for line in page.lines
                    ],
                    "versions": [
                        {"name": name, "label": label, "text": text}
                        for name, label, text in page.versions()
                    ],
                }
                for page in pages
            ],
        )
        self._plain = _plain(pages)
        self._html = _html(pages)

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        return bundle(super()._repr_mimebundle_(**kwargs), self._plain, self._html)

    def __repr__(self) -> str:
        return self._plain


def _analyses(pages: Iterable[Page]) -> Iterable[Analysis]:
    return (word.analysis for page in pages for line in page.lines for word in line.words)


def _entry(word: Analysis) -> dict[str, Any]:
    """What the front end needs of a word, without what is empty."""
    entry = {
        "surface": word.surface,
        "furigana": over_kanji(word.furigana),
        "headword": word.headword if word.headword != word.surface else "",
        "reading": word.reading if word.reading != word.surface else "",
        "alternatives": word.alternatives,
        "glosses": word.glosses,
        "inflection": word.inflection,
        "uncertain": word.uncertain,
        "symbol": word.kind == "symbol",
    }
    return {name: value for name, value in entry.items() if value}


def _plain(pages: Sequence[Page]) -> str:
    """The text, its versions, and each of its words with reading, meaning and inflection."""
    text = ["\n".join(line.text for line in page.lines) for page in pages]
    versions = [f"{label}: {text}" for page in pages for _, label, text in page.versions()]
    words = [_plain_word(word) for word in dict.fromkeys(_analyses(pages)) if _explained(word)]
    return "\n\n".join([*text, *versions, "\n".join(words)]).strip()


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
