"""What annotation gives: an article of paragraphs of sentences of words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

Kind = Literal["word", "name", "number", "grammar", "symbol"]
"""What a word is; only words, names and numbers have content to learn."""
Source = Literal["glossary", "news", "jmdict", "jmnedict", "none"]
"""Where a word's first gloss comes from."""
LineKind = Literal["title", "heading", "paragraph", "item"]
"""What a line of a text is; an item is one of a list."""


class Step(NamedTuple):
    """One step of inflection: the form reached, and how it came from the one before."""

    form: str
    step: str


class Accent(NamedTuple):
    """Pitch accent: the mora after which the pitch drops (0: none), and whether it is estimated."""

    drop: int
    estimated: bool


class Level(NamedTuple):
    """How common a word is; each may be unknown.

    frequency: band 1 (among the 1,000 most frequent) upwards, from wordfreq.
    newspaper: JMdict's nf band, 1 (the first 500 words of a newspaper count) to 48.
    grade: the highest school grade among its kanji (8: taught in secondary school; None: no
        kanji, or one that school does not teach).
    """

    frequency: int | None
    newspaper: int | None
    grade: int | None


class Analysis(NamedTuple):
    """All that is known of a word apart from where it stands; shared between its occurrences."""

    surface: str
    lemma: str
    reading: str
    alternatives: tuple[str, ...]
    uncertain: bool
    furigana: tuple[tuple[str, str | None], ...]
    pos: str
    kind: Kind
    entry: int | None
    headword: str
    glosses: tuple[str, ...]
    source: Source
    inflection: tuple[Step, ...]
    accent: Accent | None
    level: Level


class Word(NamedTuple):
    """A word where it stands: `analysis` from `start` on, in characters of the paragraph's text."""

    start: int
    analysis: Analysis

    @property
    def end(self) -> int:
        """The offset after its last character."""
        return self.start + len(self.analysis.surface)

    @property
    def surface(self) -> str:
        """As it stands in the text."""
        return self.analysis.surface

    @property
    def lemma(self) -> str:
        """Its dictionary form as spelled here."""
        return self.analysis.lemma

    @property
    def reading(self) -> str:
        """In hiragana, of the surface; empty for a symbol."""
        return self.analysis.reading

    @property
    def alternatives(self) -> tuple[str, ...]:
        """Other readings in use."""
        return self.analysis.alternatives

    @property
    def uncertain(self) -> bool:
        """Whether the kit guesses."""
        return self.analysis.uncertain

    @property
    def furigana(self) -> tuple[tuple[str, str | None], ...]:
        """Pieces of the surface, each with its reading or None."""
        return self.analysis.furigana

    @property
    def pos(self) -> str:
        """Its part of speech, as a learner calls it."""
        return self.analysis.pos

    @property
    def kind(self) -> Kind:
        """What it is."""
        return self.analysis.kind

    @property
    def entry(self) -> int | None:
        """JMdict's or JMnedict's number."""
        return self.analysis.entry

    @property
    def headword(self) -> str:
        """The form under which it is looked up."""
        return self.analysis.headword

    @property
    def glosses(self) -> tuple[str, ...]:
        """Its meanings, the fitting one first."""
        return self.analysis.glosses

    @property
    def source(self) -> Source:
        """Where its first gloss comes from."""
        return self.analysis.source

    @property
    def inflection(self) -> tuple[Step, ...]:
        """The steps from its dictionary form to the surface."""
        return self.analysis.inflection

    @property
    def accent(self) -> Accent | None:
        """Its pitch accent, if known."""
        return self.analysis.accent

    @property
    def level(self) -> Level:
        """How common it is."""
        return self.analysis.level


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its words, and the text that their surfaces join to."""

    text: str
    start: int
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text. `kind` is title, heading, paragraph or item (of a list)."""

    text: str
    kind: str
    sentences: tuple[Sentence, ...]

    @property
    def words(self) -> Iterator[Word]:
        """The words of all its sentences; their surfaces, joined, are `text`."""
        return (word for sentence in self.sentences for word in sentence.words)


@dataclass(frozen=True, slots=True)
class Article:
    """An annotated text."""

    paragraphs: tuple[Paragraph, ...]

    @property
    def words(self) -> Iterator[Word]:
        """The words of all its paragraphs, in order."""
        return (word for paragraph in self.paragraphs for word in paragraph.words)
