"""What tells one word from another: its headword and how that is read, written `協調/きょうちょう`.

A glossary's words have no number in JMdict, and an entry has several readings: these two are what
all of them have.
"""

from __future__ import annotations

from typing import NamedTuple, Self

_BETWEEN = "/"


class WordId(NamedTuple):
    """A word's identity. reading: of the headword, in hiragana; empty where nobody knows it."""

    headword: str
    reading: str

    @property
    def text(self) -> str:
        """As it is written in events, items and pages; `parse` reads it."""
        return f"{self.headword}{_BETWEEN}{self.reading}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """The identity that a text writes; a text without a reading is a headword."""
        headword, between, reading = text.rpartition(_BETWEEN)
        return cls(headword, reading) if between else cls(text, "")
