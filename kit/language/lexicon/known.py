"""What glossary, grammar table and dictionary know together, as segmentation asks it."""

from __future__ import annotations

from kit.language.lexicon import grammar
from kit.language.lexicon.dictionary import Dictionary, characters
from kit.language.lexicon.glossary import Glossary
from kit.language.lexicon.senses import news
from kit.language.script.kana import hiragana
from kit.language.tagger import Unit

PARTICULAR = frozenset({"person", "place", "organization", "company"})
"""JMnedict's types of names that belong to someone or something particular."""

GIVEN = frozenset({"given", "masc", "fem"})
GEOGRAPHIC = frozenset("島川山湖岳峠岬浜原池沼滝谷橋港村町市")
"""The last character of a place's name that JMnedict does not class."""

FACULTIES = frozenset("部科課係")
"""The last character of what is a part of a body, though JMnedict may have a place of that name."""
USUAL = 20
"""The last frequency band of words that are met now and then."""
SHORTEST_KANA = 6
"""Kana of the shortest phrase without kanji that is found by its reading."""

MOST_KEPT = 200_000
"""Answers kept, about 25 MB."""


class Lexicon:
    """All words that are known, with one dictionary and one glossary.

    pairs: whether two units in a row can begin a word; segmentation keeps its answers here.
    """

    def __init__(self, dictionary: Dictionary, glossary: Glossary) -> None:
        self.dictionary = dictionary
        self.glossary = glossary
        self._grammar = grammar.table()
        self._beginnings = {
            word[:length]
            for words in (self._grammar, (term.word for term in glossary))
            for word in words
            for length in range(1, len(word) + 1)
        }
        self._continues: dict[str, bool] = {}
        self._has: dict[str, bool] = {}
        self.pairs: dict[tuple[Unit, Unit], bool] = {}

    def continues(self, start: str) -> bool:
        """Whether some word that is known begins with `start`."""
        found = self._continues.get(start)
        if found is None:
            if len(self._continues) >= MOST_KEPT:
                self._continues.clear()
            found = start in self._beginnings or self.dictionary.continues(start)
            self._continues[start] = found
        return found

    def has(self, form: str) -> bool:
        """Whether glossary, grammar table or dictionary have this form."""
        found = self._has.get(form)
        if found is None:
            if len(self._has) >= MOST_KEPT:
                self._has.clear()
            found = self._has[form] = (
                form in self.dictionary
                or form in self._grammar
                or self.glossary.get(form) is not None
                or self.short(form)
                or self.dictionary.has_name(form)
            )
        return found

    def term(self, form: str) -> bool:
        """Whether the glossary has this headword, other than as a name's short form."""
        term = self.glossary.get(form)
        return term is not None and not term.full

    def short(self, form: str) -> bool:
        """Whether the glossary has this as the short form of a name."""
        return bool(self.glossary.shorts(form))

    def grammar(self, form: str) -> tuple[grammar.Row, ...]:
        """The grammar table's rows for this form; none where it isn't there."""
        return self._grammar.get(form, ())

    def pos(self, form: str) -> frozenset[str]:
        """The parts of speech that JMdict gives this form; empty when it is not there."""
        entries = self.dictionary.entries(form)
        if len(entries) == 1:
            return entries[0].pos
        return frozenset().union(*[entry.pos for entry in entries])

    def adverb(self, form: str) -> bool:
        """Whether JMdict has this form first of all as an adverb."""
        return any("adv" in entry.senses[0].pos for entry in self.dictionary.entries(form))

    def common(self, form: str) -> bool:
        """Whether JMdict has this form and calls it common."""
        return any(
            known.text == form and known.score >= 2
            for entry in self.dictionary.entries(form)
            for known in (*entry.spelling_forms, *entry.reading_forms)
        )

    def usual(self, form: str) -> bool:
        """Whether JMdict has this form and it is met now and then."""
        return self.common(form) or any(
            entry.frequency is not None and entry.frequency <= USUAL
            for entry in self.dictionary.entries(form)
        )

    def starts(self, form: str, reading: str) -> bool:
        """Whether one of the form's readings begins with `reading`, in hiragana."""
        return any(
            hiragana(read).startswith(reading)
            for entry in self.dictionary.entries(form)
            for read in (entry.readings_of(form) if form in entry.spellings else (form,))
        )

    def begins(self, form: str, word: str) -> bool:
        """Whether the form is read with a reading of the word that it begins with (今日中)."""
        starts = tuple(
            hiragana(reading)
            for entry in self.dictionary.entries(word)
            for reading in entry.readings_of(word)
        )
        return any(
            hiragana(reading).startswith(starts)
            for entry in self.dictionary.entries(form)
            for reading in entry.readings_of(form)
        )

    def respelling(self, reading: str, written: str) -> str:
        """The usual spelling of the verb or phrase that may be written so; empty for none.

        Args:
            reading: in hiragana, which is one of the entry's.
            written: as the text has it, every kanji of which is in the entry's spelling too.
        """
        if written in self.dictionary or reading not in self.dictionary:
            return ""
        kanji = set(characters(written))
        if not kanji and len(reading) < SHORTEST_KANA:
            return ""
        for entry in self.dictionary.entries(reading):
            if entry.pos & {"exp"} or any(code[0] == "v" for code in entry.pos):
                for spelling in entry.spellings:
                    if kanji <= set(spelling):
                        return spelling
        return ""

    def suffix(self, form: str) -> bool:
        """Whether the news lexicon explains this form as a suffix."""
        return news().part(form, "suffix") is not None

    def is_name(self, form: str) -> bool:
        """Whether the glossary has this headword as a name."""
        term = self.glossary.get(form)
        return term is not None and term.kind == "name"

    def name(self, form: str) -> bool:
        """Whether JMnedict has this form as the name of someone or something particular."""
        if not self.dictionary.has_name(form):
            return False
        if form[-1] in FACULTIES and self.pos(form[:-1]):
            return False  # 獣医学部 is no place
        types = {kind for name in self.dictionary.names(form) for kind in name.types}
        return bool(PARTICULAR & types) or ("unclass" in types and form[-1] in GEOGRAPHIC)

    def place(self, form: str) -> bool:
        """Whether JMnedict has this form as the name of a place."""
        return any("place" in name.types for name in self.dictionary.names(form))

    def surname(self, form: str) -> bool:
        """Whether JMnedict has this form as a surname."""
        return any("surname" in name.types for name in self.dictionary.names(form))

    def given(self, form: str) -> bool:
        """Whether JMnedict has this form as a first name."""
        return any(GIVEN & set(name.types) for name in self.dictionary.names(form))

    def on(self, character: str) -> str:
        """The first on reading of a kanji, in hiragana; empty where it has none."""
        kanji = self.dictionary.kanji(character)
        return hiragana(kanji.on[0]) if kanji and kanji.on else ""
