"""What a word is: a span of units → entry, reading, glosses, inflection, accent and level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from kit.language.analysis import countries, place, reading, taught
from kit.language.analysis.accent import accent
from kit.language.analysis.fit import INFLECTED
from kit.language.analysis.mentions import Mentions, Named
from kit.language.analysis.name_edges import SHIP, NamedTagger, joined
from kit.language.analysis.names import UNKNOWN_PERSON, proper_name
from kit.language.analysis.retag import resolved
from kit.language.analysis.segment import (
    LONGEST_OFFICE,
    NOMINAL,
    TITLE_UNITS,
    Placed,
    Span,
    segment,
)
from kit.language.analysis.set_phrase import PARTICLES
from kit.language.analysis.taught_edges import TaughtEdges
from kit.language.article import Analysis, Kind, Step
from kit.language.furigana.align import pieces
from kit.language.inflection.deinflect import explain
from kit.language.lexicon import grammar
from kit.language.lexicon import senses as news
from kit.language.lexicon.cache import Recent
from kit.language.lexicon.choose import choose, fitting, senses
from kit.language.lexicon.dictionary import Dictionary, Entry
from kit.language.lexicon.glossary import Glossary, Term
from kit.language.lexicon.known import Lexicon
from kit.language.lexicon.level import UNKNOWN, level
from kit.language.lexicon.titles import (
    COUNTRIES,
    KOREAN,
    LEADERS,
    NATIONAL,
    OFFICE_PREFIXES,
    is_title,
)
from kit.language.number.names import names
from kit.language.number.reading import number
from kit.language.number.setting import PLAIN, Setting, setting
from kit.language.number.word import as_counted, numeral
from kit.language.script.characters import is_kana, is_kanji
from kit.language.script.kana import hiragana
from kit.language.script.spelling import WIDE
from kit.language.tagger import Unit

SAYS = frozenset("「『:：")
"""What stands between a speaker and what is said."""
CHANGING = frozenset({"れる", "られる", "せる", "させる", "為る"})
"""Lexemes that may make a word of another meaning, which has rows of its own."""
_GODAN = dict(zip("いきぎしちにびみり", "うくぐすつぬぶむる", strict=True))
_SUFFIX = frozenset({"suffix"})
GRAMMATICAL = frozenset({"particle", "auxiliary", "stem"})
NUMBER_STARTS = frozenset("〇一二三四五六七八九十百千万億兆数何第")
"""Characters with which a number in kanji may begin; what it says depends on its neighbours."""
MOST_KEPT = 24_000
"""Analyses kept, about 50 MB."""


class Analyser:
    """Finds and describes the words of tagged sentences, with one dictionary and one glossary.

    What was found of a word is kept and shared between its occurrences.
    """

    def __init__(self, dictionary: Dictionary, glossary: Glossary) -> None:
        self.dictionary = dictionary
        self.glossary = glossary
        self._lexicon = Lexicon(dictionary, glossary)
        self._news = news.news()
        self._grammar = grammar.table()
        self._named = NamedTagger(glossary)
        self._edges = TaughtEdges(glossary, self._lexicon, self._news)
        self._kept: Recent[tuple[object, ...], Analysis] = Recent(MOST_KEPT)
        self._spelled: Recent[str, str] = Recent(MOST_KEPT)
        self._alike: Recent[tuple[object, ...], Analysis] = Recent(MOST_KEPT)

    def tag(self, text: str, mentions: Mentions) -> list[tuple[int, Unit]]:
        """The short units of a text in normal form, each with its offset."""
        placed = joined(self._named.tag(text, mentions.read, self._lexicon), self._lexicon)
        placed = resolved(placed, self._news, self._lexicon)
        return self._edges.cut(text, placed)

    def names(self, text: str) -> Iterator[str]:
        """The whole names of the glossary's persons that stand in a text in normal form."""
        return (unit.surface for _, unit in self._named.found(text))

    def in_office(self, text: str) -> Iterator[str]:
        """The whole names of those whose surname stands there with an office of theirs."""
        return self._named.in_office(text)

    def analyse(
        self, text: str, placed: Placed, mentions: Mentions
    ) -> Iterator[tuple[Span, Analysis]]:
        """The words of a tagged sentence in normal form, in order.

        Args:
            text: the sentence.
            placed: its units with their offsets, as `tag` gives them.
            mentions: whom the text that it is of names.
        """
        units = [unit for _, unit in placed]
        starts = [start for start, _ in placed]
        for span in segment(text, placed, self._lexicon, mentions):
            start, stop, end, base, source = span
            alone = (*units[start:end], stop - start, base, source)
            analysis = self._alike.get(alone)
            if analysis is not None:
                yield span, analysis
                continue
            said = self._news_choice(units, span)
            row = self._grammar_row(units, span)
            around = setting(units, starts, start, stop) if units[start].opens else PLAIN
            titled = end < len(units) and (
                _before_title(units, stop, end)
                or (base in COUNTRIES and _among_countries(units, start))
                or self._speaks(units, span)
            )
            followed = end < len(units) and units[end].surface == "な"
            person = self._person(units, span, mentions, titled=titled)
            own = taught.row(self.glossary, units, span, said, titled=titled)
            there = (said, row, around, person, titled, followed, own)
            key = (*alone, *there)
            analysis = self._kept.get(key)
            if analysis is None:
                last = placed[end - 1]
                surface = text[placed[start][0] : last[0] + len(last[1].surface)]
                word = _Word(surface, units[start:stop], units[stop:end], base, source, followed)
                analysis = self._describe(word, said, row, around, person, titled=titled, own=own)
                self._kept.put(key, analysis)
                if self._is_alike(units, span):
                    self._alike.put(alone, analysis)
            if source in {"name", "glossary"} and analysis.kind == "name":
                self._meet(units[start:stop], base, analysis, mentions)
            yield span, analysis

    def _is_alike(self, units: Sequence[Unit], span: Span) -> bool:
        """Whether a word is the same whatever stands around it; most are, and are quick to find."""
        start, stop, end, base, source = span
        last = units[stop - 1]
        alone = len(base) == 1 and last.role not in GRAMMATICAL
        if alone or source not in {"unit", "jmdict", "grammar"}:
            return last.role == "symbol" and not base.isalnum()
        first = units[start]
        if first.opens and (
            first.role in {"number", "symbol"} or first.surface[0] in NUMBER_STARTS
        ):
            return False  # 一、二人
        if "固有名詞" in last.pos or "形状詞可能" in last.pos or self.glossary.shorts(base):
            return False
        term = self.glossary.get(base)
        if term is not None and term.taught:
            return False
        surface = "".join([unit.surface for unit in units[start:end]])
        forms = {
            base,
            last.lemma,
            surface,
            f"{base}:{surface}",
            self._spelled_in_news(base, source),
        }
        if end > stop:
            forms.add("".join([unit.surface for unit in units[start:stop]]) + units[stop].base)
        rows = (row for form in forms for row in self._grammar.get(form, ()))
        return not any(row.where for row in rows) and not any(
            form in self._news and self._news.usual(form) is None for form in forms
        )

    def _person(
        self, units: Sequence[Unit], span: Span, mentions: Mentions, *, titled: bool
    ) -> Term | Named | None:
        """Whom a surname means where it stands, if anything tells."""
        if self.glossary.shorts(span.base):
            beside = [unit.surface for unit in units[span.end : span.end + TITLE_UNITS]]
            person = mentions.person(span.base, beside)
            if person is not None:
                return person
        other = mentions.other(span.base)
        if other is not None and len(span.base) == 1 and not titled:
            return other if _before_office(units, span.end) else None
        return other

    def _meet(
        self, units: Sequence[Unit], base: str, analysis: Analysis, mentions: Mentions
    ) -> None:
        """Take note of a whole name, so that its surname is known from there on."""
        if analysis.source == "glossary":
            mentions.meet([base])
        elif len(units) == 2 and units[1].pos.endswith("人名-名"):
            surname = reading.of_unit(units[0], self.dictionary)
            mentions.meet_other(units[0].surface, Named(base, surname))
        elif len(units) > 2 and units[-1].surface != base:
            whole = analysis.glosses[0].removesuffix(" (name)")
            for part in (units[-1], units[0]):
                said = reading.of_unit(part, self.dictionary)
                mentions.meet_other(part.surface, Named(base, said, whole))

    def _news_choice(self, units: Sequence[Unit], span: Span) -> news.Choice:
        """What the news lexicon says of a word, looked up by its lexeme where it stands in kana."""
        start, stop, end, base, source = span
        last = units[stop - 1]
        if end > stop and units[stop].lemma in CHANGING:
            changed = "".join([unit.surface for unit in units[start:stop]]) + units[stop].base
            if changed in self._news:  # 追われる: to be busy with; 当面する: to face
                base = changed
        base = self._spelled_in_news(base, source)
        known = base in self._news
        if not known and stop - start > 1:
            placed = source == "name" and last.surface in place.KINDS
            if source != "derived" and not placed:
                return news.SILENT
            return self._news.choice(last.surface, _SUFFIX, units, stop - 1, stop)
        if not known:
            if last.lemma not in self._news or not is_kana(base):
                return news.SILENT
            said = self._said(last.lemma, units, span)
            return said.in_kana(hiragana(base))
        return self._said(base, units, span)

    def _spelled_in_news(self, word: str, source: str) -> str:
        """A word as the news lexicon spells it, more fully: 受け止める, not 受けとめる."""
        known = word in self._news or word in self._news.checked
        if known or source not in {"unit", "jmdict"} or len(word) == 1:
            return word
        found = self._spelled.get(word)
        if found is None:
            found = self._respelled(word)
            self._spelled.put(word, found)
        return found

    def _respelled(self, word: str) -> str:
        kanji = {char for char in word if is_kanji(char)}
        if not kanji or is_kanji(word):
            return word
        for entry in self.dictionary.entries(word)[:1]:
            for spelling in entry.spellings:
                fuller = sum(map(is_kanji, spelling)) > len(kanji) or len(spelling) > len(word)
                if fuller and spelling in self._news and kanji <= set(spelling):
                    return spelling
        return word

    def _said(self, word: str, units: Sequence[Unit], span: Span) -> news.Choice:
        usual = self._news.usual(word)
        if usual is not None:
            return usual
        start, stop, end, base, _ = span
        last = units[stop - 1]
        roles = {last.role}
        if last.role == "noun" and len(base) == 1:
            if start and units[start - 1].role in NOMINAL:
                roles.add("suffix")
            if end < len(units) and units[end].role in NOMINAL:
                roles.add("prefix")
        if "固有名詞" in last.pos:
            roles.add("name")
        if "形状詞可能" in last.pos and end < len(units) and units[end].surface == "な":
            roles.add("quality")
        return self._news.choice(word, frozenset(roles), units, start, end)

    def _grammar_row(self, units: Sequence[Unit], span: Span) -> grammar.Row | None:
        """The row of the grammar table that a word is, None for a word of another kind."""
        if span.source != "grammar" and units[span.start].role not in GRAMMATICAL:
            return None
        surface = units[span.start].surface
        if span.end > span.start + 1:
            surface = "".join([unit.surface for unit in units[span.start : span.end]])
        for form in (f"{span.base}:{surface}", surface, span.base):
            row = grammar.fitting(self._grammar.get(form, ()), units, span.start, span.end)
            if row is not None:
                return row
        return None

    def _describe(
        self,
        word: _Word,
        said: news.Choice,
        row: grammar.Row | None,
        around: Setting,
        person: Term | Named | None,
        *,
        titled: bool,
        own: taught.Row | None,
    ) -> Analysis:
        first, last = word.units[0], word.units[-1]
        if word.source == "countries":
            return self._of_countries(word)
        term = self.glossary.get(word.base)
        if term is None and not word.tail:
            term = self.glossary.get(word.surface)
        if term is not None and term.taught:
            term = own.term if own else None
        if isinstance(person, Named):
            return self._of_surname(word, person)
        if person is not None:
            term = person
        elif term is not None and term.full:
            term = None
        if term is None and titled:
            term = COUNTRIES.get(word.base) or KOREAN.get(word.base)
        if term is not None and (
            word.source == "glossary"
            or person is not None
            or term.taught
            or _means(term, first, titled)
        ):
            here = said.meaning(term.reading) if said.settled else None
            if person is not None or term.taught:
                here = None
            if here is not None and term.kind == "name":
                return self._of_dictionary(word, said)  # 連合 in 左派連合 is no trade union
            told = self._of_glossary(word, term, None if person else said.reading)
            if here is not None:
                return told._replace(glosses=(here, *told.glosses), source="news")
            return taught.unsure(told, own.others) if own and own.others else told
        if row is not None:
            return self._of_grammar(word, row, said)
        if first.role == "symbol" and not is_kana(word.surface.strip("・")):
            return blank(word.surface)
        if word.source == "derived" and not self._lexicon.pos(word.base):
            return self._derived(word, said)
        named: Analysis | None = None
        counted = word.source == "number" or (
            word.source != "name" and (first.role == "number" or around != PLAIN)
        )
        if counted or word.base in names():
            if word.tail:
                if said.reading is None:
                    said = said._replace(reading=as_counted(word.base, self.dictionary))
            else:
                named = numeral(word.surface, word.base, self.dictionary, said.reading, around)
        elif self._is_name(word, first, last, titled):
            named = proper_name(
                word.surface,
                word.units,
                word.tail,
                word.base,
                self.dictionary,
                titled=titled,
                ending=said.reading if word.source == "name" or said.settled else None,
            )
            if named is not None and named.glosses[0] == UNKNOWN_PERSON:
                named = self._known_surname(named)
            term = self.glossary.get(first.surface)
            if named and term and len(word.units) == 2 and last.surface.isdigit():
                named = _numbered(named, term, last.surface)  # COP29, G20
        return named or self._of_dictionary(word, said)

    def _known_surname(self, name: Analysis) -> Analysis:
        """A surname of the glossary's in Latin letters, where nothing tells whose it is."""
        owners = {term.full: term for term in self.glossary.shorts(name.lemma)}
        if len(owners) != 1:
            return name
        ((full, term),) = owners.items()
        latin = term.glosses[0].partition(";")[0].split(" ", full.count("・"))[-1]
        return name._replace(glosses=(f"{latin} (surname)",)) if "・" in full else name

    def _is_name(self, word: _Word, first: Unit, last: Unit, titled: bool) -> bool:
        """Whether names are asked before JMdict: for people always, else for what it hasn't."""
        if word.source != "name" and len(word.base) == 1 and not titled:
            return not self._lexicon.pos(word.base)
        if word.source == "name" or first.pos == SHIP or (titled and word.base in LEADERS):
            return True
        if "人名" in first.pos:
            # 中腹 is a slope, unless somebody of that name is spoken to or of
            usual = len(word.base) > 1 and self._lexicon.usual(word.base)
            return titled or not usual or not is_kanji(word.base)
        proper = "固有名詞" in first.pos or not last.known
        if not proper or self._lexicon.common(word.base):
            return False
        return titled or not self._lexicon.pos(word.base) or self._is_place(word.base, last)

    def _speaks(self, units: Sequence[Unit], span: Span) -> bool:
        """Whether a surname of one kanji says at a line's beginning who speaks: 菅「はい」."""
        if span.start or len(span.base) > 1 or units[span.end].surface not in SAYS:
            return False
        usual = self._lexicon.usual(span.base) and not self.glossary.shorts(span.base)
        names = () if usual else self.dictionary.names(span.base)
        return any("surname" in name.types for name in names)

    def _is_place(self, form: str, unit: Unit) -> bool:
        """Whether JMnedict has a form as a place's name, as the tagger does."""
        names = self.dictionary.names(form) if "地名" in unit.pos else ()
        return any("place" in name.types for name in names)

    def _of_glossary(self, word: _Word, term: Term, context: str | None) -> Analysis:
        said = context if context is not None and context in term.alternatives else term.reading
        others = tuple(r for r in (term.reading, *term.alternatives) if r != said)
        read = self._read(word, said)
        entry = next(
            (
                entry
                for entry in self.dictionary.entries(word.base)
                if term.reading in map(hiragana, entry.readings)
            ),
            None,
        )
        name = term.kind == "name"
        return Analysis(
            surface=word.surface,
            lemma=word.base,
            reading=read,
            alternatives=() if word.tail else others,
            uncertain=False,
            furigana=pieces(word.surface, read),
            pos="name" if name else _pos(word, word.units[-1].role),
            kind="name" if name else "word",
            entry=entry.id if entry else None,
            headword=term.word,
            glosses=("; ".join(term.glosses),),
            source="glossary",
            inflection=_inflection(word, entry),
            accent=accent(word.units),
            level=level(entry, word.base, self.dictionary),
        )

    def _of_countries(self, word: _Word) -> Analysis:
        """Countries that are named by a character each."""
        row = countries.row(word.base)
        return blank(word.surface)._replace(
            reading=row.reading,
            furigana=pieces(word.surface, row.reading),
            pos="noun",
            kind="word",
            glosses=(row.gloss,),
            source="glossary",
            level=level(None, word.base, self.dictionary),
        )

    def _of_surname(self, word: _Word, named: Named) -> Analysis:
        """The surname of somebody whom the text names and no glossary knows."""
        found = proper_name(word.surface, word.units, word.tail, word.base, self.dictionary)
        read = self._read(word, named.reading)
        gloss = named.gloss or (found.glosses[0] if found else word.base)
        return (found or blank(word.surface))._replace(
            lemma=word.base,
            reading=read,
            uncertain=False,
            furigana=pieces(word.surface, read),
            pos="name",
            kind="name",
            headword=word.base,
            glosses=(f"{gloss}; here {named.full}",),
        )

    def _of_grammar(self, word: _Word, row: grammar.Row, said: news.Choice) -> Analysis:
        gloss = said.meaning(row.reading) if said.settled else None
        units = (*word.units, *word.tail)
        read = "".join(reading.of_unit(unit, self.dictionary) for unit in units)
        if word.base == word.surface:
            read = row.reading
        return Analysis(
            surface=word.surface,
            lemma=word.base,
            reading=read,
            alternatives=(),
            uncertain=False,
            furigana=pieces(word.surface, read),
            pos=row.kind,
            kind="word" if row.kind in {"adverb", "noun"} else "grammar",
            entry=None,
            headword=word.base,
            glosses=(row.gloss if gloss is None else gloss,),
            source="glossary",
            inflection=() if word.base == word.surface else _inflection(word, None),
            accent=None,
            level=UNKNOWN,
        )

    def _of_dictionary(self, word: _Word, news_choice: news.Choice) -> Analysis:
        context = news_choice.reading
        lead = ""
        if len(word.units) > 1 and word.base == word.units[-1].base:
            # お伝えする is looked up as 伝える
            lead = reading.of_unit(word.units[0], self.dictionary)
            word = word._replace(units=word.units[1:])
        base, last = word.base, word.units[-1]
        several = len(word.units) > 1
        hint = "".join(reading.of_unit(unit, self.dictionary) for unit in word.units[:-1])
        inflected = last.role in INFLECTED and base.endswith(last.base) and last.base_reading
        hint += last.base_reading if inflected else reading.of_unit(last, self.dictionary)
        if context is None and several and news_choice.meanings:
            # of a word that the tagger cuts the table knows best how the whole is read
            context = news_choice.meanings[0][0] or None
        role = "quality" if word.before_na and "形状詞可能" in last.pos else last.role
        wanted = fitting(role, last.type, several=several)
        variable = len(base) == 1 and base.isascii() and base.islower()  # x is no mark of a kiss
        entries = () if variable else self.dictionary.entries(base)
        spelled = base
        if not entries and base.isascii() and not variable:
            spelled = base.translate(WIDE)
            entries = self.dictionary.entries(spelled)
        if not entries and not several and last.lemma != base:
            entries, spelled = self.dictionary.entries(last.lemma), last.lemma
        choice = choose(entries, spelled, context or hint, last.lemma, wanted)
        entry = choice.entry if choice else None
        said = hint
        if context is not None:
            said = context
        elif entry and several and not inflected and base in entry.spellings:
            said = _usual(base, entry.readings_of(base))
        elif choice and several:
            said = choice.reading
        read = lead + self._read(word, said)
        kana = is_kana(base)
        first = news_choice.meaning(said)
        headword = base
        if entry and base not in entry.spellings and not entry.usually_kana and entry.spellings:
            headword = last.lemma if last.lemma in entry.spellings else entry.spellings[0]
        sure = kana or news_choice.settled or (choice is not None and choice.certain and last.known)
        others = news_choice.others if context == said else ()
        return Analysis(
            surface=word.surface,
            lemma=base,
            reading=read,
            alternatives=others
            or (
                ()
                if word.tail or inflected or kana or not entry
                else _alternatives(entry, base, said)
            ),
            uncertain=bool(others) or not sure,
            furigana=pieces(word.surface, read),
            pos=_entry_pos(entry) if entry and several and not word.tail else _pos(word, role),
            kind=_kind(word, entry),
            entry=entry.id if entry else None,
            headword=headword,
            glosses=_glosses(entry, word, first, said, wanted)
            or (() if entry or kana else self._by_parts(word)),
            source="news" if first is not None else "jmdict" if entry else "none",
            inflection=_inflection(word, entry),
            accent=accent(word.units),
            level=level(entry, headword, self.dictionary),
        )

    def _derived(self, word: _Word, said: news.Choice) -> Analysis:
        """A noun that a suffix makes of another (情緒的): said of both, and read as both."""
        stem = self._part(word.units[:-1], self._plainly(word.units[:-1]))
        last = replace(word.units[-1], role="suffix")
        suffix = self._part((last,), said)
        whole = stem.reading + suffix.reading
        whole += "".join(reading.of_unit(unit, self.dictionary) for unit in word.tail)
        parts = [part.glosses[0] for part in (stem, suffix) if part.glosses]
        return suffix._replace(
            surface=word.surface,
            lemma=word.base,
            reading=whole,
            alternatives=(),
            uncertain=stem.uncertain,
            furigana=pieces(word.surface, whole),
            pos=_pos(word, "quality" if word.units[-1].pos.endswith("形状詞的") else "noun"),
            entry=None,
            headword=word.base,
            glosses=(" + ".join(part.split("; ")[0] for part in parts),),
            source=stem.source,
            inflection=_inflection(word, None),
            accent=accent(word.units),
            level=level(None, word.base, self.dictionary),
        )

    def _part(self, units: Sequence[Unit], said: news.Choice = news.SILENT) -> Analysis:
        """One part of a derived word, described as if it stood alone."""
        surface = "".join(unit.surface for unit in units)
        term = self.glossary.get(surface)
        if term is not None and term.full:
            term = None  # 林派: whose faction it was, the surname does not say
        part = _Word(surface, units, (), surface, "derived", False)
        return self._of_glossary(part, term, None) if term else self._of_dictionary(part, said)

    def _plainly(self, units: Sequence[Unit]) -> news.Choice:
        """What the news lexicon says of a word with no neighbours."""
        surface = "".join([unit.surface for unit in units])
        roles = frozenset({units[-1].role})
        return self._news.choice(surface, roles, units, 0, len(units))

    def _by_parts(self, word: _Word) -> tuple[str, ...]:
        """A gloss for a compound that no dictionary has: its two parts' (各党: each + party)."""
        if len(word.units) == 1 and word.units[0].role == "noun" and is_kana(word.base[-1]):
            for verb in self._of_stem(word.base):  # 分かち合い, of 分かち合う
                return ("; ".join(verb.senses[0].glosses[:2]),)
        for cut in range(1, len(word.base)):
            parts = []
            # 町側: town + side; 各州: each + state
            sure = self._news.part(word.base[cut:], "suffix") is not None
            sure = sure or self._news.part(word.base[:cut], "prefix") is not None
            for part, role in ((word.base[:cut], "prefix"), (word.base[cut:], "suffix")):
                entries = self.dictionary.entries(part)
                if not entries and role == "prefix" and word.units[-1].role == "verb":
                    entries = self._of_stem(part)
                known = self._news.part(part, role)
                if known is not None:
                    parts.append(known)
                elif entries and (len(part) > 1 or sure):
                    usual = self._news.plain(part)
                    parts.append(usual or entries[0].senses[0].glosses[0])
            if len(parts) == 2:
                return (" + ".join(parts),)
        return ()

    def _of_stem(self, stem: str) -> tuple[Entry, ...]:
        """The verbs that have this stem: 描く for the 描き of 描き直す."""
        ends = (stem + "る", stem[:-1] + _GODAN.get(stem[-1], ""))
        return tuple(
            entry
            for base in ends
            for entry in self.dictionary.entries(base)
            if any(code.startswith("v") for code in entry.pos)
        )

    def _read(self, word: _Word, said: str) -> str:
        """The reading of the whole surface, given that of its dictionary form."""
        last = word.units[-1]
        rest = "".join(reading.of_unit(unit, self.dictionary) for unit in word.tail)
        stem = "".join(unit.surface for unit in word.units[:-1])
        if stem and word.base not in {stem + last.base, stem + last.lemma, stem + last.surface}:
            # 足並みもそろう is looked up as 足並みがそろう, 間もなく as 間がない (まがない)
            read = [reading.of_unit(unit, self.dictionary) for unit in word.units]
            noun = word.units[0].surface
            if word.base[:-1].startswith(noun) and word.base[len(noun)] in PARTICLES:
                lead = said.removesuffix(last.base_reading)
                read[0] = lead[:-1] if lead != said else read[0]
            return "".join(read) + rest
        inflects = last.role in INFLECTED or last.role == "auxiliary"
        if not inflects or word.base == stem + last.surface:
            return said + rest
        form = reading.of_unit(last, self.dictionary)
        shared = 0
        while form[shared : shared + 1] and form[: shared + 1] == last.base_reading[: shared + 1]:
            shared += 1
        ending = last.base_reading[shared:]
        if not said.endswith(ending):
            return "".join(reading.of_unit(unit, self.dictionary) for unit in word.units) + rest
        return said[: len(said) - len(ending)] + form[shared:] + rest


class _Word(NamedTuple):
    """A span with its units: those that are looked up, and what is attached to them."""

    surface: str
    units: Sequence[Unit]
    tail: Sequence[Unit]
    base: str
    source: str
    before_na: bool


def _before_title(units: Sequence[Unit], stop: int, end: int) -> bool:
    """Whether a title stands after unit `end`; after a surname, an office of several nouns too."""
    beside = end + (end + 1 < len(units) and units[end].surface in OFFICE_PREFIXES)
    if is_title(units[beside].surface):
        return True
    if units[beside].surface == "派" and (
        units[stop - 1].surface in LEADERS or units[stop - 1].pos.endswith(("姓", "地名-一般"))
    ):
        return True
    if beside + 1 < len(units) and units[beside + 1].surface == "相":
        return is_kanji(units[beside].surface)  # 国交|相
    if not units[stop - 1].pos.endswith("人名-姓"):
        return False
    for unit in units[beside : beside + LONGEST_OFFICE]:
        if is_title(unit.surface) or unit.surface == "相":
            return True
        if unit.role not in NOMINAL or "固有名詞" in unit.pos:
            return False
    return False


def _among_countries(units: Sequence[Unit], at: int) -> bool:
    """Whether a character stands for a country: beside another one, or before what a state has."""
    if at and units[at - 1].role == "noun" and set(units[at - 1].surface) <= COUNTRIES.keys():
        return True
    return at + 1 < len(units) and (
        units[at + 1].surface in NATIONAL or set(units[at + 1].surface) <= COUNTRIES.keys()
    )


def blank(surface: str) -> Analysis:
    """A symbol, white space between words, and what the tagger leaves out."""
    return Analysis(
        surface, surface, "", (), False, ((surface, None),), "symbol", "symbol",
        None, surface, (), "none", (), None, UNKNOWN,
    )  # fmt: skip


def _before_office(units: Sequence[Unit], end: int) -> bool:
    """Whether an office in several words follows a name of one character: 趙安保室長."""
    for unit in units[end : end + TITLE_UNITS]:
        if unit.role not in NOMINAL:
            return False
        if unit.surface.endswith(("長", "官", "相")) or is_title(unit.surface):
            return True
    return False


def _means(term: Term, unit: Unit, titled: bool) -> bool:
    """Whether a single unit means the glossary's term: a short name only as a proper noun."""
    if len(term.word) > 2 or (term.category != "person" and len(term.word) > 1):
        return True
    return titled or (len(term.word) > 1 and "固有名詞" in unit.pos)


def _usual(base: str, readings: Sequence[str]) -> str:
    """The usual one of a compound's readings: the dictionary's first, but にほん in compounds."""
    found = [hiragana(reading) for reading in readings]
    if base.startswith("日本"):
        return next((reading for reading in found if reading.startswith("にほん")), found[0])
    return found[0]


def _alternatives(entry: Entry, base: str, said: str) -> tuple[str, ...]:
    """The other readings in common use that the entry gives for this spelling."""
    return tuple(
        other
        for form in entry.reading_forms
        if (other := hiragana(form.text)) != said
        and form.score >= 2
        and (not form.only or base in form.only)
    )


def _numbered(name: Analysis, term: Term, digits: str) -> Analysis:
    """A glossary's letters with a number after them."""
    read = term.reading + (number(digits) or "")
    gloss = f"{term.glosses[0]} {digits}"
    split = pieces(name.surface, read)
    return name._replace(reading=read, glosses=(gloss,), furigana=split, uncertain=False)


def _glosses(
    entry: Entry | None, word: _Word, first: str | None, said: str, wanted: frozenset[str]
) -> tuple[str, ...]:
    """What the word means, a string a sense, the one that news has in mind first."""
    found = () if entry is None else senses(entry, word.base, said, wanted)
    glosses = tuple("; ".join(sense.glosses) for sense in found)
    return glosses if first is None else (first, *(gloss for gloss in glosses if gloss != first))


def _kind(word: _Word, entry: Entry | None) -> Kind:
    first, last = word.units[0], word.units[-1]
    if last.role == "number" or (first.role == "number" and entry and {"num", "ctr"} & entry.pos):
        return "number"
    return "grammar" if entry is None and last.role in GRAMMATICAL else "word"


def _pos(word: _Word, role: str) -> str:
    if word.tail and role not in INFLECTED and word.tail[0].role == "verb":
        return "noun + する"
    if role in {"suffix", "number"} and len(word.units) > 1:
        return "noun"
    return {"stem": "auxiliary", "determiner": "adnominal", "quality": "na-adjective"}.get(
        role, role
    )


POS = {
    "n": "noun", "adv": "adverb", "conj": "conjunction", "adj-pn": "adnominal",
    "adj-na": "na-adjective", "adj-i": "adjective", "adj-ix": "adjective", "exp": "phrase",
    "int": "interjection", "pn": "pronoun", "num": "number",
}  # fmt: skip


def _entry_pos(entry: Entry) -> str:
    """The part of speech of an entry's first sense."""
    first = entry.senses[0].pos
    if "adj-na" not in first and any(code[0] == "v" for code in first - {"vs", "vt", "vi"}):
        return "verb"
    return next((name for code, name in POS.items() if code in first), "noun")


def _inflection(word: _Word, entry: Entry | None) -> tuple[Step, ...]:
    """The steps from the word's dictionary form, spelled as it is here, to its surface."""
    last = word.units[-1]
    if not word.tail and (last.role not in INFLECTED or last.surface == last.base):
        return ()
    stem = "".join(unit.surface for unit in word.units[:-1])
    if not word.tail and stem and word.base == stem + last.surface:
        return ()  # いずれにせよ is as the dictionary has it
    if last.role in INFLECTED:
        classes = fitting(last.role, last.type, several=False)
        if entry is not None:
            classes |= entry.pos
        base = stem + last.base
    elif last.role == "auxiliary":
        classes, base = frozenset({"v1", "adj-i", "cop"}), stem + last.base
    else:
        classes = frozenset({"vs" if word.tail[0].role == "verb" else "adj-na"})
        base = stem + last.surface
    return explain(word.surface, base, classes) or ()
