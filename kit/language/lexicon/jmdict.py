"""The database that jamdict builds (JMdict, JMnedict, KANJIDIC2), read with plain SQL.

Jamdict's own look-up takes tens of milliseconds a word; the same tables, read in order or by an
index, take microseconds. This file alone knows where the database is and what its tables hold.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from kit.errors import InputError

PARTS_OF_SPEECH = {
    "noun (common) (futsuumeishi)": "n",
    "noun or participle which takes the aux. verb suru": "vs",
    "expressions (phrases, clauses, etc.)": "exp",
    "nouns which may take the genitive case particle 'no'": "adj-no",
    "adjectival nouns or quasi-adjectives (keiyodoshi)": "adj-na",
    "transitive verb": "vt",
    "intransitive verb": "vi",
    "Ichidan verb": "v1",
    "Ichidan verb - kureru special class": "v1-s",
    "Ichidan verb - zuru verb (alternative form of -jiru verbs)": "vz",
    "adverb (fukushi)": "adv",
    "adverb taking the 'to' particle": "adv-to",
    "adjective (keiyoushi)": "adj-i",
    "adjective (keiyoushi) - yoi/ii class": "adj-ix",
    "noun or verb acting prenominally": "adj-f",
    "pre-noun adjectival (rentaishi)": "adj-pn",
    "'taru' adjective": "adj-t",
    "'ku' adjective (archaic)": "adj-ku",
    "'shiku' adjective (archaic)": "adj-shiku",
    "archaic/formal form of na-adjective": "adj-nari",
    "noun, used as a suffix": "n-suf",
    "noun, used as a prefix": "n-pref",
    "interjection (kandoushi)": "int",
    "suffix": "suf",
    "prefix": "pref",
    "pronoun": "pn",
    "counter": "ctr",
    "numeric": "num",
    "particle": "prt",
    "conjunction": "conj",
    "copula": "cop",
    "auxiliary": "aux",
    "auxiliary verb": "aux-v",
    "auxiliary adjective": "aux-adj",
    "suru verb - special class": "vs-s",
    "suru verb - included": "vs-i",
    "su verb - precursor to the modern suru": "vs-c",
    "Kuru verb - special class": "vk",
    "irregular nu verb": "vn",
    "irregular ru verb, plain form ends with -ri": "vr",
    "verb unspecified": "v-unspec",
    "Yodan verb with 'ku' ending (archaic)": "v4k",
    "Yodan verb with 'gu' ending (archaic)": "v4g",
    "Yodan verb with 'su' ending (archaic)": "v4s",
    "Yodan verb with 'tsu' ending (archaic)": "v4t",
    "Yodan verb with 'bu' ending (archaic)": "v4b",
    "Yodan verb with 'mu' ending (archaic)": "v4m",
    "Yodan verb with 'ru' ending (archaic)": "v4r",
    "Yodan verb with 'hu/fu' ending (archaic)": "v4h",
    "Godan verb with 'u' ending": "v5u",
    "Godan verb with 'u' ending (special class)": "v5u-s",
    "Godan verb with 'ku' ending": "v5k",
    "Godan verb - Iku/Yuku special class": "v5k-s",
    "Godan verb with 'gu' ending": "v5g",
    "Godan verb with 'su' ending": "v5s",
    "Godan verb with 'tsu' ending": "v5t",
    "Godan verb with 'nu' ending": "v5n",
    "Godan verb with 'bu' ending": "v5b",
    "Godan verb with 'mu' ending": "v5m",
    "Godan verb with 'ru' ending": "v5r",
    "Godan verb with 'ru' ending (irregular verb)": "v5r-i",
    "Godan verb - -aru special class": "v5aru",
}
"""jamdict stores JMdict's entities expanded; these are the codes they stand for."""

REMARKS = {
    "word usually written using kana alone": "uk",
    "abbreviation": "abbr",
    "archaism": "arch",
    "obscure term": "obsc",
    "obsolete term": "obs",
    "rare": "rare",
    "dated term": "dated",
    "historical term": "hist",
    "colloquialism": "col",
    "slang": "sl",
    "Internet slang": "net-sl",
    "manga slang": "m-sl",
    "vulgar expression or word": "vulg",
    "derogatory": "derog",
    "honorific or respectful (sonkeigo) language": "hon",
    "humble (kenjougo) language": "hum",
    "polite (teineigo) language": "pol",
    "poetical term": "poet",
    "word containing out-dated kanji": "old",
    "word containing irregular kanji usage": "irregular",
    "word containing irregular kana usage": "irregular",
    "irregular okurigana usage": "irregular",
    "out-dated or obsolete kana usage": "old",
    "ateji (phonetic) reading": "ateji",
    "gikun (meaning as reading) or jukujikun (special kanji reading)": "gikun",
}
"""The remarks on senses and forms that ranking looks at; others are passed over."""

NAME_TYPES = {
    "surname", "given", "fem", "masc", "person", "place", "station",
    "organization", "company", "product", "work", "unclass",
}  # fmt: skip


def path(named: str | None) -> Path:
    """The database to read: the one that `KIT_DICTIONARY` names, else jamdict's own.

    Raises:
        InputError: there is no such file.
    """
    if named:
        if not Path(named).is_file():
            raise InputError(
                "KIT_DICTIONARY names no file",
                "let it name a database built by jamdict, or unset it",
                file=named,
            )
        return Path(named)
    if find_spec("jamdict_data") is not None:
        from jamdict_data import JAMDICT_DB_PATH

        return Path(JAMDICT_DB_PATH)
    from jamdict.config import get_file  # a twentieth of a second, for this alone

    found = Path(get_file("JAMDICT_DB"))
    if not found.is_file():
        raise InputError("there is no dictionary", "run: pip install jamdict-data", file=found)
    return found


class Source:
    """A read-only connection to a database built by jamdict.

    Raises:
        InputError: the file is no such database.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self._connection = sqlite3.connect(
            f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        needed = {"Kanji", "Kana", "Sense", "SenseGloss", "pos", "character", "reading", "meaning"}
        if not needed <= {name for (name,) in self._rows("SELECT name FROM sqlite_master")}:
            raise self._unusable()

    def _unusable(self) -> InputError:
        return InputError(
            "this is no database built by jamdict, or a broken one",
            "build it again, or unset KIT_DICTIONARY to use jamdict-data",
            file=self.file,
        )

    def _rows(self, query: str, values: Iterable[Any] = ()) -> Iterator[tuple[Any, ...]]:
        try:
            yield from self._connection.execute(query, tuple(values))
        except sqlite3.DatabaseError as error:
            raise self._unusable() from error

    def _grouped(self, query: str) -> dict[int, list[Any]]:
        groups: dict[int, list[Any]] = defaultdict(list)
        for key, value in self._rows(query):
            groups[key].append(value)
        return groups

    def entries(self) -> Iterator[tuple[int, list[Any], list[Any], list[Any]]]:
        """All JMdict entries: number, spellings, readings, senses.

        A spelling is `[text, remarks, priorities]`, a reading the same and the spellings that it
        is for (empty: all), a sense `[parts of speech, glosses, remarks, spellings, readings]`
        with the spellings and readings that it is restricted to.
        """
        spellings, readings, senses = (
            self._forms("Kanji", "KJI", "KJP"),
            self._forms("Kana", "KNI", "KNP", "KNR"),
            self._senses(),
        )
        for (number,) in self._rows("SELECT idseq FROM Entry ORDER BY idseq"):
            yield number, spellings.get(number, []), readings.get(number, []), senses[number]

    def _forms(self, table: str, remark: str, priority: str, restricted: str = "") -> Any:
        remarks = self._grouped(f"SELECT kid, text FROM {remark}")
        priorities = self._grouped(f"SELECT kid, text FROM {priority}")
        only = self._grouped(f"SELECT kid, text FROM {restricted}") if restricted else {}
        forms: dict[int, list[Any]] = defaultdict(list)
        for key, number, text in self._rows(f"SELECT ID, idseq, text FROM {table} ORDER BY ID"):
            form = [
                text,
                [REMARKS[r] for r in remarks.get(key, ()) if r in REMARKS],
                priorities.get(key, []),
            ]
            if restricted:
                form.append(only.get(key, []))
            forms[number].append(form)
        return forms

    def _senses(self) -> dict[int, list[Any]]:
        parts = self._grouped("SELECT sid, text FROM pos")
        glosses = self._grouped("SELECT sid, text FROM SenseGloss WHERE lang = 'eng'")
        remarks = self._grouped("SELECT sid, text FROM misc")
        for_spelling = self._grouped("SELECT sid, text FROM stagk")
        for_reading = self._grouped("SELECT sid, text FROM stagr")
        senses: dict[int, list[Any]] = defaultdict(list)
        for key, number in self._rows("SELECT ID, idseq FROM Sense ORDER BY ID"):
            senses[number].append(
                [
                    [PARTS_OF_SPEECH.get(part, "other") for part in parts.get(key, ())],
                    glosses.get(key, []),
                    [REMARKS[r] for r in remarks.get(key, ()) if r in REMARKS],
                    for_spelling.get(key, []),
                    for_reading.get(key, []),
                ]
            )
        return senses

    def kanji(self) -> Iterator[tuple[str, int | None, list[str], list[str], list[str]]]:
        """All characters of KANJIDIC2: the character, school grade, on, kun, name readings."""
        readings: dict[tuple[int, str], list[str]] = defaultdict(list)
        for key, kind, value in self._rows(
            "SELECT g.cid, r.r_type, r.value FROM reading r JOIN rm_group g ON g.ID = r.gid"
        ):
            readings[key, kind].append(value)
        nanori = self._grouped("SELECT cid, value FROM nanori")
        for key, literal, grade in self._rows("SELECT ID, literal, grade FROM character"):
            yield (
                literal,
                int(grade) if grade else None,
                readings[key, "ja_on"],
                readings[key, "ja_kun"],
                nanori.get(key, []),
            )

    def kanji_meanings(self) -> Iterator[tuple[str, list[str]]]:
        """What the characters of KANJIDIC2 mean in English, in its order."""
        meanings = self._grouped(
            "SELECT g.cid, m.value FROM meaning m JOIN rm_group g ON g.ID = m.gid"
            " WHERE m.m_lang IS NULL OR m.m_lang IN ('', 'en')"
        )
        for key, literal in self._rows("SELECT ID, literal FROM character"):
            if key in meanings:
                yield literal, meanings[key]

    def name_forms(self) -> Iterator[str]:
        """The spellings of names that are longer than a bare surname, given name or place."""
        for (text,) in self._rows(
            "SELECT DISTINCT k.text FROM NEKanji k"
            " JOIN NETranslation r ON r.idseq = k.idseq JOIN NETransType t ON t.tid = r.ID"
            " WHERE length(k.text) > 2 AND t.text IN"
            " ('person', 'place', 'organization', 'company', 'unclass')"
            " UNION SELECT DISTINCT n.text FROM NEKana n"
            " JOIN NETranslation r ON r.idseq = n.idseq JOIN NETransType t ON t.tid = r.ID"
            " WHERE length(n.text) > 3 AND n.text GLOB '[ァ-ヺ]*' AND t.text IN"
            " ('person', 'place', 'organization', 'company')"
        ):
            yield text

    def all_names(self) -> Iterator[tuple[int, list[str], list[str], list[str], list[str]]]:
        """All JMnedict entries: number, spellings with kanji, readings, types, glosses."""
        spellings = self._grouped("SELECT idseq, text FROM NEKanji ORDER BY ID")
        readings = self._grouped("SELECT idseq, text FROM NEKana ORDER BY ID")
        of = "SELECT r.idseq, t.text FROM NETranslation r JOIN {} t ON t.tid = r.ID ORDER BY r.ID"
        types = self._grouped(of.format("NETransType"))
        glosses = self._grouped(of.format("NETransGloss"))
        for number, kana in readings.items():
            yield (
                number,
                spellings.get(number, []),
                kana,
                types.get(number, []),
                glosses.get(number, []),
            )
