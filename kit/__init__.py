"""Seiji Kit: read Japanese political news, word by word."""

from kit.language.annotate import annotate
from kit.language.furigana.align import furigana
from kit.language.lexicon.lookup import lookup

__all__ = ["annotate", "furigana", "lookup"]
