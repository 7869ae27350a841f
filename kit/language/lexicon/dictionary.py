"""The dictionary as the engine asks it: by form, by prefix, by character.

The tables of `kit.language.lexicon.jmdict` are compiled once into a folder of the user's cache: a
trie of all forms, and a record an entry. After that nothing is loaded that isn't asked for.
"""

from __future__ import annotations

import hashlib
import marshal
import mmap
import os
import shutil
import sys
import tempfile
from array import array
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import marisa_trie
import platformdirs

from kit.language.furigana.sounds import Variants, variants
from kit.language.lexicon import jmdict
from kit.language.script.kana import hiragana

VERSION = 9
"""Of the compiled folder's layout; a new one makes new folders."""

LONGEST_START = 8
"""Characters up to which the starts of words are told apart; a longer start may be one."""

LAST_GRADE = 8
"""KANJIDIC2's grade of the jōyō kanji that secondary school teaches; above are name kanji."""

BAND = 1000
"""Words in a frequency band."""

COMMON_SCORE = 2.0
"""The score from which JMdict calls a form common; see `Form`."""

COMMON = {"news1", "ichi1", "spec1", "spec2", "gai1"}
"""JMdict's priority tags of common words (its own definition of "P")."""


class Form(NamedTuple):
    """One spelling or reading of an entry, with what JMdict remarks on it.

    `score` orders forms: 0 an irregular or outdated one, 1 plain, 2 common, and up to 1 more by
    newspaper frequency. `only`: the spellings that a reading is for (empty: all).
    """

    text: str
    remarks: tuple[str, ...]
    score: float
    only: tuple[str, ...]


class Sense(NamedTuple):
    """A sense: codes of its parts of speech, glosses, remarks, the forms it is restricted to."""

    pos: frozenset[str]
    glosses: tuple[str, ...]
    remarks: frozenset[str]
    spellings: tuple[str, ...]
    readings: tuple[str, ...]


class Entry(NamedTuple):
    """A JMdict entry.

    `frequency` is the band of its most frequent form, `newspaper` its best nf band (see Level).
    `spellings` are those with kanji, none for a word of kana, and `readings` as the dictionary
    writes them, the usual ones first; `pos` are the parts of speech of all its senses.
    """

    id: int
    spelling_forms: tuple[Form, ...]
    reading_forms: tuple[Form, ...]
    senses: tuple[Sense, ...]
    frequency: int | None
    newspaper: int | None
    spellings: tuple[str, ...]
    readings: tuple[str, ...]
    pos: frozenset[str]

    @property
    def usually_kana(self) -> bool:
        """Whether its first sense is usually written in kana."""
        return "uk" in self.senses[0].remarks

    def readings_of(self, spelling: str) -> list[str]:
        """The readings that go with a spelling, the usual one first."""
        return [form.text for form in self.reading_forms if not form.only or spelling in form.only]


class Kanji(NamedTuple):
    """A character: school grade (8: secondary school), on (katakana), kun (`た.べる`), nanori."""

    grade: int | None
    on: tuple[str, ...]
    kun: tuple[str, ...]
    nanori: tuple[str, ...]


class Name(NamedTuple):
    """A JMnedict entry: its readings, types (surname, place, organization …) and glosses."""

    id: int
    readings: tuple[str, ...]
    types: tuple[str, ...]
    glosses: tuple[str, ...]


class _Records:
    """Records in a file, and a trie of the forms under which each is found."""

    def __init__(self, folder: Path, name: str) -> None:
        self._forms = marisa_trie.RecordTrie("<I").mmap(str(folder / f"{name}.marisa"))
        with (folder / name).open("rb") as file:
            self._file = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def of(self, form: str) -> Iterator[Any]:
        """The records of a form."""
        for (offset,) in self._forms.get(form, ()):
            yield marshal.loads(memoryview(self._file)[offset:])

    @staticmethod
    def write(folder: Path, name: str, records: Iterable[tuple[Iterable[str], Any]]) -> None:
        """Write records, each with its forms."""
        forms: list[tuple[str, tuple[int]]] = []
        offset = 0
        with (folder / name).open("wb") as file:
            for texts, record in records:
                forms += [(text, (offset,)) for text in texts]
                offset += file.write(marshal.dumps(record))
        marisa_trie.RecordTrie("<I", forms).save(str(folder / f"{name}.marisa"))


class Dictionary:
    """JMdict, JMnedict and KANJIDIC2, compiled from a database built by jamdict.

    Raises:
        InputError: the file is no such database.
    """

    def __init__(self, file: Path) -> None:
        self._source = jmdict.Source(file)
        folder = _compiled(self._source)
        self._forms = marisa_trie.RecordTrie("<I").mmap(str(folder / "forms.marisa"))
        self._keys = marisa_trie.Trie().mmap(str(folder / "keys.marisa"))
        self._names = marisa_trie.Trie().mmap(str(folder / "names.marisa"))
        self._named = _Records(folder, "named")
        self._variants = _Records(folder, "variants")
        self._starts = marisa_trie.Trie().mmap(str(folder / "starts.marisa"))
        self._folder = folder
        self._offsets: array[int] = array("I", (folder / "offsets").read_bytes())
        with (folder / "entries").open("rb") as lines:
            self._lines = mmap.mmap(lines.fileno(), 0, access=mmap.ACCESS_READ)
        self.entries = lru_cache(maxsize=16_000)(self._entries)
        self.names = lru_cache(maxsize=4_000)(self._find_names)
        self._entry = lru_cache(maxsize=12_000)(self._read_entry)

    @property
    def mark(self) -> str:
        """What tells it from any other dictionary, and from what an older version made of it."""
        return self._folder.name

    def prefixes(self, text: str) -> list[str]:
        """The forms of JMdict that `text` begins with, shortest first."""
        return list(self._keys.prefixes(text))

    def has_name(self, form: str) -> bool:
        """Whether JMnedict has `form` as a name of more than two characters."""
        return form in self._names

    def __contains__(self, form: str) -> bool:
        return form in self._keys

    def continues(self, start: str) -> bool:
        """Whether a form of JMdict, or a longer name, begins (or may begin) with `start`."""
        return len(start) > LONGEST_START or start in self._starts

    def _entries(self, form: str) -> tuple[Entry, ...]:
        """The entries with `form` among their spellings or readings, as written."""
        return tuple(self._entry(number) for (number,) in self._forms.get(form, ()))

    def _read_entry(self, number: int) -> Entry:
        id_, spellings, readings, senses, *rest = marshal.loads(
            self._lines[self._offsets[number] : self._offsets[number + 1]]
        )
        return Entry(
            id_,
            tuple(map(Form._make, spellings)),
            tuple(map(Form._make, readings)),
            tuple(map(Sense._make, senses)),
            *rest,
        )

    def _find_names(self, form: str) -> tuple[Name, ...]:
        """The names that are spelled (or, in kana, read) exactly so."""
        found = map(Name._make, self._named.of(form))
        return tuple(sorted(found, key=lambda name: name.id))

    @cached_property
    def _kanji(self) -> dict[str, tuple[Any, ...]]:
        return dict(marshal.loads((self._folder / "kanji").read_bytes()))

    def grade(self, character: str) -> int | None:
        """The school grade that KANJIDIC2 gives a character, None where it gives none."""
        found = self._kanji.get(character)
        return None if found is None else found[0]

    def kanji(self, character: str) -> Kanji | None:
        """What KANJIDIC2 says of a character, None where it is not there."""
        found = self._kanji.get(character)
        if found is None:
            return None
        return Kanji._make(found)

    def variants(self, character: str) -> Variants | None:
        """The readings that a kanji may have inside a word; None where KANJIDIC2 has it not."""
        found = next(self._variants.of(character), None)
        return None if found is None else Variants._make(found)

    def kanji_meanings(self, character: str) -> tuple[str, ...]:
        """What KANJIDIC2 says that a character means, in English; empty where it says nothing."""
        return self._meanings.get(character, ())

    @cached_property
    def _meanings(self) -> dict[str, tuple[str, ...]]:
        return dict(marshal.loads((self._folder / "meanings").read_bytes()))

    def kanji_read(self, reading: str) -> list[str]:
        """The kanji that school teaches with this on reading, in hiragana, the earlier first."""
        return self._kanji_by_reading.get(reading, [])

    @cached_property
    def _kanji_by_reading(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        taught = [(kanji[0], char) for char, kanji in self._kanji.items() if kanji[0]]
        for grade, char in sorted(taught):
            if grade <= LAST_GRADE:
                for on in dict.fromkeys(map(hiragana, self._kanji[char][1])):
                    found.setdefault(on, []).append(char)
        return found


def default() -> Dictionary:
    """The dictionary that `KIT_DICTIONARY` names, else the one of jamdict-data.

    Raises:
        InputError: it is missing or broken.
    """
    return _opened(os.environ.get("KIT_DICTIONARY"))


@lru_cache(maxsize=2)
def _opened(named: str | None) -> Dictionary:
    return Dictionary(jmdict.path(named))


def _compiled(source: jmdict.Source) -> Path:
    """The folder of what was compiled from this database, compiled now if it isn't there."""
    stat = source.file.stat()
    # marshal's format goes with the Python that wrote it
    mark = f"{VERSION} {sys.version} {source.file.absolute()} {stat.st_size} {stat.st_mtime_ns}"
    name = "dictionary-" + hashlib.sha256(mark.encode()).hexdigest()[:16]
    cache = platformdirs.user_cache_path("seiji-kit", appauthor=False)
    if (cache / name).is_dir():
        return cache / name
    try:
        cache.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(prefix=name, dir=cache))
    except OSError:
        cache = (
            Path(tempfile.gettempdir()) / f"seiji-kit-{os.getuid() if hasattr(os, 'getuid') else 0}"
        )
        if (cache / name).is_dir():
            return cache / name
        cache.mkdir(mode=0o700, exist_ok=True)
        work = Path(tempfile.mkdtemp(prefix=name, dir=cache))
    if sys.stderr.isatty():
        print("Preparing the dictionary (once, some seconds) …", file=sys.stderr)
    try:
        _compile(source, work)
        work.rename(cache / name)
    except OSError:
        if not (cache / name).is_dir():
            raise
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return cache / name


def _compile(source: jmdict.Source, folder: Path) -> None:
    ranks = _frequency_ranks()
    forms: list[tuple[str, tuple[int]]] = []
    offsets = array("I", [0])
    with (folder / "entries").open("wb") as lines:
        for number, (id_, spellings, readings, senses) in enumerate(source.entries()):
            kana = not spellings or "uk" in senses[0][2]
            texts = [form[0] for form in (*spellings, *(readings if kana else ()))]
            rank = min((ranks[text] for text in texts if text in ranks), default=None)
            bands = [
                int(tag[2:])
                for form in (*spellings, *readings)
                for tag in form[2]
                if tag.startswith("nf")
            ]
            line = (
                id_,
                tuple(_form(*form) for form in spellings),
                tuple(_form(*form) for form in readings),
                tuple(
                    (frozenset(pos), tuple(glosses), frozenset(remarks), tuple(ks), tuple(rs))
                    for pos, glosses, remarks, ks, rs in senses
                ),
                None if rank is None else 1 + rank // BAND,
                min(bands, default=None),
                tuple(form[0] for form in spellings),
                tuple(form[0] for form in readings),
                frozenset().union(*(sense[0] for sense in senses)),
            )
            offsets.append(offsets[-1] + lines.write(marshal.dumps(line)))
            forms += [(text, (number,)) for text in {f[0] for f in (*spellings, *readings)}]
    (folder / "offsets").write_bytes(offsets.tobytes())
    marisa_trie.Trie(text for text, _ in forms).save(str(folder / "keys.marisa"))
    marisa_trie.RecordTrie("<I", forms).save(str(folder / "forms.marisa"))
    _Records.write(
        folder,
        "named",
        (
            ({*spellings, *readings}, (number, tuple(readings), tuple(types), tuple(glosses)))
            for number, spellings, readings, types, glosses in source.all_names()
        ),
    )
    names = list(source.name_forms())
    marisa_trie.Trie(names).save(str(folder / "names.marisa"))
    starts = {
        text[:length]
        for text in chain((text for text, _ in forms), names)
        for length in range(1, min(len(text), LONGEST_START) + 1)
    }
    marisa_trie.Trie(starts).save(str(folder / "starts.marisa"))
    kanji = {
        character: (grade, tuple(on), tuple(kun), tuple(nanori))
        for character, grade, on, kun, nanori in source.kanji()
    }
    (folder / "kanji").write_bytes(marshal.dumps(kanji))
    _Records.write(
        folder,
        "variants",
        (((character,), tuple(variants(*read))) for character, (_, *read) in kanji.items()),
    )
    meanings = {character: tuple(found) for character, found in source.kanji_meanings()}
    (folder / "meanings").write_bytes(marshal.dumps(meanings))


def _form(
    text: str, remarks: list[str], priorities: list[str], only: list[str] | None = None
) -> tuple[str, tuple[str, ...], float, tuple[str, ...]]:
    band = min((int(tag[2:]) for tag in priorities if tag.startswith("nf")), default=49)
    score = 2.0 if COMMON & set(priorities) else 1.0
    if "irregular" in remarks or "old" in remarks:
        score = 0.0
    return text, tuple(remarks), score + (49 - band) / 50, tuple(only or ())


def _frequency_ranks() -> dict[str, int]:
    from wordfreq import get_frequency_dict  # a fifth of a second, for this alone

    frequencies = get_frequency_dict("ja")
    ordered = sorted(frequencies, key=lambda word: (-frequencies[word], word))
    return {word: rank for rank, word in enumerate(ordered)}


def characters(text: str) -> Iterator[str]:
    """The kanji of a text."""
    return (c for c in text if "\u4e00" <= c <= "\u9fff" or "\u3400" <= c <= "\u4dbf")
