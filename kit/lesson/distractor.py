"""Wrong answers that teach: words that a learner takes for the right one, and why they are not.

A word that shares a dictionary entry or a gloss with the answer could be right too, and is never
offered.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from kit.language.furigana.align import furigana
from kit.language.lexicon import dictionary
from kit.language.lexicon.dictionary import COMMON_SCORE, LAST_GRADE, Entry
from kit.language.lexicon.glossary import packaged
from kit.language.script.kana import hiragana
from kit.lesson.vocabulary import TaughtWord, Wrong
from kit.texts import Texts, texts

ENGLISH = texts("en")

_VARIANTS = frozenset(map(frozenset, "着著 準准 連聯 付附 反叛".split()))
"""Kanji that have stood for each other in the same words."""

_STEM = 4
_NEAREST = 3  # kanji, in the order of how far apart school teaches them

_KANJI = re.compile("[㐀-䶿一-鿿豈-﫿々]")
_GLOSS_WORD = re.compile("[a-z]+")
_SMALL_WORDS = set(re.findall("[a-z]+", "a an and as at be by for from in into of on or the to up"))
_ASIDE = re.compile(r"\([^)]*\)")


class Known(NamedTuple):
    """What is known of a word: its dictionary entries, its usual reading, and its glosses."""

    entries: frozenset[int]
    reading: str
    glosses: tuple[str, ...]


@cache
def known(text: str) -> Known:
    """A word as the packaged glossaries have it, else the dictionary; without glosses if neither.

    Args:
        text: in its dictionary form. A noun with する is looked up without it.
    """
    words = dictionary.default()
    entries = words.entries(text) or words.entries(text.removesuffix("する"))
    ids = frozenset(entry.id for entry in entries)
    if term := packaged().get(text):
        return Known(ids, term.reading, term.glosses)
    if not entries:
        return Known(ids, "", ())
    best = max(entries, key=lambda entry: (_score(entry, text), -entry.id))
    return Known(ids, hiragana(_reading(best, text)), best.senses[0].glosses)


def shares(word: TaughtWord, text: str, taught: Sequence[TaughtWord] = ()) -> bool:
    """Whether another word is of the same entry as a taught one, or has a gloss in common.

    Args:
        word: the answer; its glosses are the teacher's.
        text: the other word, in its dictionary form.
        taught: the lesson's words, whose glosses win over the dictionary's.
    """
    other = known(text)
    if other.entries & known(word.word).entries:
        return True
    own = next((taken.meanings for taken in taught if taken.word == text), other.glosses)
    return bool(set(map(_plain, word.meanings)) & set(map(_plain, own)))


@cache
def every_gloss(text: str) -> frozenset[str]:
    """The glosses of all senses of all entries that are spelled so."""
    entries = dictionary.default().entries(text)
    return frozenset(
        gloss for entry in entries for sense in entry.senses for gloss in sense.glosses
    )


def alike(one: str, other: str) -> bool:
    """Whether two words, in their dictionary forms, share an entry or a gloss."""
    first, second = known(one), known(other)
    glosses = set(map(_plain, first.glosses)) & set(map(_plain, second.glosses))
    return bool(first.entries & second.entries or glosses)


def meanings(
    word: TaughtWord, taught: Sequence[TaughtWord], chance: random.Random
) -> list[tuple[str, str, str]]:
    """Words whose meanings can stand beside the word's own, the best first.

    Those that the teacher names come first, without any whose gloss the dictionary gives for some
    sense of the word too; then the lesson's words of the same part of speech, among them those
    that share a kanji, without any whose meaning has an English word in common with the answer's.

    Returns:
        Word, reading and meaning of each; no two with one meaning.
    """
    by_word = {other.word: other for other in taught}
    found: list[tuple[str, str, str]] = []
    for text, _ in word.confusions:
        if other := by_word.get(text):
            found.append((text, other.reading, other.meaning))
        elif (there := known(text)).glosses and there.reading:
            found.append((text, there.reading, "; ".join(there.glosses[:2])))
    senses = set(map(_plain, every_gloss(word.word)))
    found = [
        other
        for other in found
        if not shares(word, other[0], taught)
        and not senses & set(map(_plain, other[2].split("; ")))
    ]
    own = _gloss_words(word.meaning)
    named = {word.word, *(text for text, _ in word.confusions)}
    rest = [other for other in taught if other.word not in named]
    rest = [other for other in rest if not own & _gloss_words(other.meaning)]
    chance.shuffle(rest)
    rest.sort(key=lambda other: (other.main_class != word.main_class, -_shared(word, other)))
    found += [(other.word, other.reading, other.meaning) for other in rest]
    different: dict[str, tuple[str, str, str]] = {}
    for other_word in found:
        if other_word[2] != word.meaning:
            different.setdefault(other_word[2], other_word)
    return list(different.values())


def confusions(
    word: TaughtWord, taught: Sequence[TaughtWord], texts: Texts = ENGLISH
) -> list[Wrong]:
    """The words that the teacher says do not fit in the word's place, with the reasons."""
    return [
        Wrong(text, reason or texts("reason.gap", word=text))
        for text, reason in word.confusions
        if not shares(word, text, taught)
    ]


def homophones(
    word: TaughtWord, taught: Sequence[TaughtWord], texts: Texts = ENGLISH
) -> list[Wrong]:
    """Common words that are read like this one and written otherwise, the commonest first.

    One that is near in meaning (連係 for 連携, 写る for 映る) would be a question of style: it is
    left out.
    """
    found: list[tuple[float, Wrong]] = []
    own = _stems(word.meanings) | _stems(every_gloss(word.word))
    for entry in dictionary.default().entries(word.reading):
        form = next((f for f in entry.spelling_forms if _KANJI.search(f.text)), None)
        if form is None or entry.usually_kana or form.text == word.word:
            continue
        common = _score(entry, form.text) >= COMMON_SCORE
        near = own & _stems(every_gloss(form.text))
        if common and not near and not shares(word, form.text, taught):
            gloss = "; ".join(entry.senses[0].glosses[:2])
            reason = texts("reason.homophone", word=form.text, reading=word.reading, meaning=gloss)
            found.append((-form.score, Wrong(form.text, reason)))
    return [wrong for _, wrong in sorted(found)]


def misspellings(word: TaughtWord, chance: random.Random, texts: Texts = ENGLISH) -> list[Wrong]:
    """Spellings that are no words: one kanji changed for another that school reads alike.

    No two change the same kanji, as long as the word has others. A spelling that is another way to
    write the word, or a part of it (国際状勢), is left out.
    """
    pieces = furigana(word.word, word.reading)
    rounds = [list(_respelled(pieces, number, chance, texts)) for number in range(len(pieces))]
    found: list[Wrong] = []
    for turn in range(max(map(len, rounds), default=0)):
        found += [options[turn] for options in rounds if turn < len(options)]
    return found


def _respelled(
    pieces: Sequence[tuple[str, str | None]], number: int, chance: random.Random, texts: Texts
) -> Iterator[Wrong]:
    base, kana = pieces[number]
    word = "".join(piece for piece, _ in pieces)
    start = sum(len(piece) for piece, _ in pieces[:number])
    words = dictionary.default()
    kanji = words.kanji(base) if kana and len(base) == 1 else None
    if kana is None or kanji is None or kana not in map(hiragana, kanji.on):
        return
    alike = [other for other in words.kanji_read(kana) if other != base]
    grade = kanji.grade or LAST_GRADE
    chance.shuffle(alike)
    alike.sort(key=lambda other: abs((words.grade(other) or LAST_GRADE) - grade))
    for other in alike[:_NEAREST]:
        text = "".join(
            piece for piece, _ in (*pieces[:number], (other, kana), *pieces[number + 1 :])
        )
        variant = frozenset(base + other) in _VARIANTS or any(
            known(text[begin:end]).entries & known(word[begin:end]).entries
            for begin in range(start + 1)
            for end in range(start + 1, len(text) + 1)
            if end - begin > 1
        )
        if text not in words and not variant:
            reason = texts("reason.misspelling", word=text, kana=kana, right=base, wrong=other)
            yield Wrong(text, reason)


def _reading(entry: Entry, text: str) -> str:
    return next(iter(entry.readings_of(text) or entry.readings))


def _score(entry: Entry, text: str) -> float:
    forms = (*entry.spelling_forms, *entry.reading_forms)
    return max((form.score for form in forms if form.text == text), default=0.0)


def _plain(gloss: str) -> str:
    """A gloss without what stands in brackets and without the `to` of a verb."""
    return _ASIDE.sub("", gloss).strip().lower().removeprefix("to ").strip()


def _stems(glosses: Iterable[str]) -> set[str]:
    """The beginnings of the longer English words of glosses, by which a word's forms are alike."""
    words = set(_GLOSS_WORD.findall(" ".join(map(_plain, glosses)).lower())) - _SMALL_WORDS
    return {word[:_STEM] for word in words if len(word) >= _STEM}


def _gloss_words(meaning: str) -> set[str]:
    return set(_GLOSS_WORD.findall(meaning.lower())) - _SMALL_WORDS


def _shared(word: TaughtWord, other: TaughtWord) -> int:
    return len(set(_KANJI.findall(word.word)) & set(_KANJI.findall(other.word)))
