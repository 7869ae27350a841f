"""How much of a text a student knows, and which words to learn first to read it.

What is counted are running words: a word that a text has ten times counts ten times.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import NamedTuple

from kit.language.article import Analysis, Paragraph
from kit.language.lexicon.detail import headword_reading
from kit.language.lexicon.dictionary import Dictionary
from kit.language.lexicon.glossary import Glossary
from kit.language.lexicon.identity import WordId
from kit.language.script.kana import hiragana
from kit.language.script.normal import normalise
from kit.learner.memory import Memory
from kit.learner.word_key import key, spellings
from kit.texts import Texts

KNOWN, LEARNING, NEW = "known", "learning", "new"

GUIDES = (0.95, 0.98)
"""Shares of known words to read by: guides, not limits, and mostly found for English.

95 %: Laufer (1989), and as a minimum, beside 98 % as the optimum, Laufer and Ravenhorst-Kalovski
(2010), Reading in a Foreign Language 22(1), names included. 98 %: Hu and Nation (2000), Reading in
a Foreign Language 13(1), from 66 readers; a replication (Language Learning, 2023) did not confirm
all of it. Schmitt, Jiang and Grabe (2011), The Modern Language Journal 95(1), found no threshold
among 661 readers: what is understood grows with the words that are known, nearly in a straight
line. For Japanese: Komori, Mikuni and Kondoh (2004), which Komori later names among the
sources for 95 to 98 %.
"""

CONTINUATIVE = "continuative"
"""The step of inflection that gives a form which may be a noun."""

_FORM_WORDS = frozenset({"particle", "auxiliary", "symbol"})
"""Parts of speech that are not counted, whether the kit's own table has the word or JMdict."""

_JAPANESE = re.compile("[々〆ぁ-ゖァ-ヺ\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


class Lemma(NamedTuple):
    """A word as one learns it.

    readings: in hiragana, the headword's own first. spellings: how else its entry is written.
    """

    headword: str
    readings: tuple[str, ...]
    spellings: frozenset[str] = frozenset()

    @property
    def reading(self) -> str:
        """How the headword is read."""
        return self.readings[0]

    @property
    def id(self) -> str:
        """What a student's memory of the word is kept under; see `WordId`."""
        return WordId(self.headword, self.reading).text


Knows = Callable[[Lemma], str]
"""Whether a word is `known`, `learning` or `new`."""


class Counted(NamedTuple):
    """A word of a text: how often it is there, what is known of it, and what it means there.

    headword, reading, id: as it stands there first. ids: those of all its spellings in the text.
    """

    headword: str
    reading: str
    id: str
    count: int  # type: ignore[assignment]  # hides what every tuple has, on purpose
    state: str
    gloss: str
    ids: tuple[str, ...] = ()


class Coverage(NamedTuple):
    """How much of a text is known.

    share: of the running words, from 0 to 1; None where nothing is counted.
    known, learning, new: running words; together they are `running`.
    words: each different word once, in the order of the text.
    """

    share: float | None
    known: int
    learning: int
    new: int
    running: int
    words: tuple[Counted, ...]


class Planned(NamedTuple):
    """A word to learn: how often the text has it, and the share that is known after learning it."""

    headword: str
    reading: str
    count: int  # type: ignore[assignment]  # hides what every tuple has, on purpose
    coverage: float
    gloss: str
    id: str


class KnownList:
    """A list of words that are known, from wherever a student has it; a `Knows`."""

    def __init__(self, words: Iterable[tuple[str, str]]) -> None:
        """The words of a list.

        Args:
            words: headword and reading, in whichever kana; a word without reading is known
                however it is read.
        """
        self._readings: dict[str, set[str]] = {}
        for headword, reading in words:
            readings = self._readings.setdefault(normalise(headword.strip()).text, set())
            readings.add(hiragana(normalise(reading.strip()).text))

    def __call__(self, lemma: Lemma) -> str:
        """Whether a word is on the list: `known` or `new`."""
        for headword in (lemma.headword, *lemma.spellings):
            readings = self._readings.get(headword, set())
            if "" in readings or not readings.isdisjoint(lemma.readings):
                return KNOWN
        return NEW


def remembered(memory: Memory, now: datetime) -> Knows:
    """What a student knows of each word by heart.

    Args:
        memory: what the student remembers.
        now: the time, in UTC.
    """
    return lambda lemma: memory.knows(lemma.id, now)


def is_counted(word: Analysis) -> bool:
    """Whether a word counts.

    Left out are particles, auxiliaries and what else is grammar, numbers with their counters,
    symbols, names that are glossed wherever they stand, and letters or digits that no dictionary
    and no glossary has (`Zoom`). Nouns that help to build sentences (こと, ため), suffixes (氏),
    names that nobody explains, and Japanese that no dictionary has count.
    """
    if word.kind == "name":
        return not word.glosses
    if word.kind != "word" or word.pos in _FORM_WORDS:
        return False
    return bool(word.glosses) or _JAPANESE.search(word.headword) is not None


def coverage(
    paragraphs: Iterable[Paragraph], knows: Knows, dictionary: Dictionary, glossary: Glossary
) -> Coverage:
    """How much of a text is known.

    Args:
        paragraphs: the text, annotated.
        knows: what is known of a word; it is asked once for each.
        dictionary, glossary: those that the text was annotated with.
    """
    counts: Counter[str] = Counter()
    glosses: dict[str, str] = {}
    spelled: dict[str, dict[Lemma, None]] = {}
    for lemma, gloss, count in _lemmas(paragraphs, dictionary, glossary):
        same = key(lemma.id)
        counts[same] += count
        glosses[same] = glosses.get(same) or gloss
        spelled.setdefault(same, {})[lemma] = None
    words = tuple(
        _counted(tuple(spelled[same]), count, knows, glosses[same])
        for same, count in counts.items()
    )
    running = sum(word.count for word in words)
    known, learning = (
        sum(word.count for word in words if word.state == state) for state in (KNOWN, LEARNING)
    )
    share = known / running if running else None
    return Coverage(share, known, learning, running - known - learning, running, words)


def _counted(spelled: tuple[Lemma, ...], count: int, knows: Knows, gloss: str) -> Counted:
    """A word, in all the spellings that a text has it in; it is known as the best known of them."""
    first = spelled[0]
    found = {knows(lemma) for lemma in spelled}
    state = next(state for state in (KNOWN, LEARNING, NEW) if state in found)
    ids = tuple(dict.fromkeys(lemma.id for lemma in spelled))
    return Counted(first.headword, first.reading, first.id, count, state, gloss, ids)


def plan(covered: Coverage, target: float = GUIDES[0]) -> tuple[Planned, ...]:
    """The fewest words to learn for a share of a text to be known, the most frequent first.

    Args:
        covered: how much of it is known already.
        target: the share, from 0 to 1.

    Returns:
        The words, of equally frequent ones the earlier first; none where the target is reached.
        Words that are being learnt are among them.
    """
    if covered.share is None or covered.share >= target:
        return ()
    known, planned = covered.known, []
    unknown = (word for word in covered.words if word.state != KNOWN)
    for word in sorted(unknown, key=lambda word: -word.count):
        known += word.count
        share = known / covered.running
        planned.append(Planned(word.headword, word.reading, word.count, share, word.gloss, word.id))
        if share >= target:
            break
    return tuple(planned)


def states(covered: Coverage) -> dict[str, str]:
    """The id of each word that counts → `known`, `learning` or `new`."""
    return {id_: word.state for word in covered.words for id_ in word.ids}


def told(covered: Coverage, target: float, says: Texts) -> tuple[str, ...]:
    """Coverage and plan in words, a line each: the share, the plan, how to take it.

    Args:
        covered: how much of the text is known.
        target: the share to learn for.
        says: the interface's texts.
    """
    if covered.share is None:
        return (says("coverage.nothing"), says("coverage.left-out"))
    planned = plan(covered, target)
    after = covered.known + sum(word.count for word in planned)
    aim = {0: "coverage.reached", 1: "coverage.plan-one"}.get(len(planned), "coverage.plan")
    return (
        says(
            "coverage.share",
            known=covered.known,
            running=covered.running,
            percent=_percent(covered.known, covered.running),
            learning=covered.learning,
            new=covered.new,
        ),
        says(
            aim,
            target=f"{100 * target:g}",
            count=len(planned),
            percent=_percent(after, covered.running),
        ),
        says("coverage.left-out"),
        says("coverage.guides", minimum=f"{100 * GUIDES[0]:g}", optimum=f"{100 * GUIDES[1]:g}"),
    )


def _lemmas(
    paragraphs: Iterable[Paragraph], dictionary: Dictionary, glossary: Glossary
) -> list[tuple[Lemma, str, int]]:
    """Each different analysis that counts, in the order of the text: lemma, gloss, times.

    A lemma has the readings that all its analyses give, as only a bare form gives others.
    """
    running = Counter(word.analysis for paragraph in paragraphs for word in paragraph.words)
    found = []
    readings: dict[tuple[str, str], dict[str, None]] = {}
    written: dict[tuple[str, str], frozenset[str]] = {}
    for word, count in running.items():
        if is_counted(word):
            lemma = (word.headword, headword_reading(word, dictionary, glossary))
            said = (hiragana(word.reading),) if word.surface == word.headword else ()
            others = (*said, *map(hiragana, word.alternatives))
            readings.setdefault(lemma, {lemma[1]: None}).update(dict.fromkeys(others))
            entries = dictionary.entries(word.headword)
            entry = next((entry for entry in entries if entry.id == word.entry), None)
            forms = spellings(entry, word.headword) - {word.headword}
            if [step for _, step in word.inflection] == [CONTINUATIVE]:
                # 引下げ may be the noun as well as the verb's form
                forms |= {s for e in dictionary.entries(word.surface) for s in e.spellings}
            written[lemma] = written.get(lemma, frozenset()) | forms
            found.append((lemma, word.glosses[0] if word.glosses else "", count))
    lemmas = {
        lemma: Lemma(lemma[0], tuple(known), written[lemma]) for lemma, known in readings.items()
    }
    return [(lemmas[lemma], gloss, count) for lemma, gloss, count in found]


def _percent(part: int, whole: int) -> str:
    """A share in percent, rounded down, so that no target seems to be reached that is not."""
    return f"{1000 * part // whole / 10:g}"
