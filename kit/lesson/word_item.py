"""The kinds of vocabulary item: each from one taught word, or None where the word has none."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

from kit.language.script.kana import hiragana
from kit.lesson import distractor
from kit.lesson.item import COLLOCATION, GAP, KANJI, MATCH, MEANING, ODD, READING, Item
from kit.lesson.lesson import Lesson, Option
from kit.lesson.reading import Meeting, in_example
from kit.lesson.ruby import KANJI as _HAS_KANJI
from kit.lesson.vocabulary import TaughtWord, Wrong

OPTIONS = 4
FEWEST_WRONG = 2
"""Below this many wrong options a choice is no question."""
PAIRS = 4
"""Words that are paired with their meanings."""
GAP_MARK = "＿＿＿＿"

_BRACKET = re.compile("[（(]([ぁ-ゖァ-ヶー]+)[）)]")
_PARTICLES = "を が に で へ と の な から まで より として".split()
_AFTER = re.compile("|".join(sorted(_PARTICLES, key=len, reverse=True)))
_BEFORE = re.compile(f"(?:{'|'.join(sorted(_PARTICLES, key=len, reverse=True))})$")


def reading(lesson: Lesson, meeting: Meeting, chance: random.Random) -> Item | None:
    """Type the reading of a word in its sentence; None for a word without kanji."""
    word = meeting.word
    if not _HAS_KANJI.search(word.word):
        return None
    prompt = lesson.texts("item.reading", word=word.word)
    return _item(READING, lesson, word, prompt, _untold(meeting), ())


def meaning(lesson: Lesson, meeting: Meeting, chance: random.Random) -> Item | None:
    """Choose what a word means in its sentence; None where nothing else could be meant."""
    word = meeting.word
    near = distractor.meanings(word, lesson.words, chance)[: OPTIONS - 1]
    wrong = [
        Wrong(gloss, lesson.texts("reason.meaning", meaning=gloss, word=text, reading=kana))
        for text, kana, gloss in near
    ]
    if not wrong:
        return None
    options = _options(word.meaning, wrong, chance)
    prompt = lesson.texts("item.meaning", word=word.word)
    return _item(MEANING, lesson, word, prompt, _untold(meeting), options)


def gap(lesson: Lesson, meeting: Meeting, chance: random.Random) -> Item | None:
    """Choose the word that fits a gap in its example, among those that the teacher rules out."""
    word = meeting.word
    wrong = distractor.confusions(word, lesson.words, lesson.texts)
    example = in_example(lesson, word)
    if len(wrong) < FEWEST_WRONG or example is None or _twice(example):
        return None
    before, surface, after = _untold(example)
    if surface.startswith(word.word):
        prompt, rest = lesson.texts("item.gap"), surface.removeprefix(word.word)
    else:
        prompt, rest = lesson.texts("item.gap-inflected"), ""
    options = _options(word.word, wrong, chance)
    gapped = (before, GAP_MARK, rest + after)
    return _item(GAP, lesson, word, prompt, gapped, options, example.parts())


def kanji(lesson: Lesson, meeting: Meeting, chance: random.Random) -> Item | None:
    """Choose how a word that is heard is written."""
    word = meeting.word
    if not _HAS_KANJI.search(word.word):
        return None
    wrong = distractor.homophones(word, lesson.words, lesson.texts)
    wrong += distractor.misspellings(word, chance, lesson.texts)
    if len(wrong) < FEWEST_WRONG:
        return None
    found = (in_example(lesson, word), meeting)
    where = next((place for place in found if place and not _twice(place)), None)
    if where is None:
        return None
    before, surface, after = _untold(where)
    if surface.startswith(word.word):
        heard, rest = word.reading, surface.removeprefix(word.word)
    else:
        heard, rest = where.kana, ""
    prompt = lesson.texts("item.kanji", reading=word.reading)
    options = _options(word.word, wrong, chance)
    spoken = (before, f"（{heard}）", rest + after)
    return _item(KANJI, lesson, word, prompt, spoken, options, where.parts())


def collocation(lesson: Lesson, meeting: Meeting, chance: random.Random) -> Item | None:
    """Choose what goes with a word, as newspapers write it."""
    word = meeting.word
    parted = part(word.collocation, word.word)
    if parted is None:
        return None
    before, partner, after = parted
    wrong = [
        Wrong(text, reason or lesson.texts("reason.collocation", wrong=text, word=word.word))
        for text, reason in word.wrong_partners
        if text != partner
    ]
    if len(wrong) < FEWEST_WRONG:
        return None
    prompt = lesson.texts("item.collocation", word=word.word)
    options = _options(partner, wrong, chance)
    gapped = (before, GAP_MARK, after)
    return _item(COLLOCATION, lesson, word, prompt, gapped, options, parted)


def part(phrase: str, word: str) -> tuple[str, str, str] | None:
    """A collocation around the word's partner: what stands before it, the partner, what follows.

    `part("協調を深める", "協調") == ("協調を", "深める", "")`; None where the word stands neither
    at the beginning nor at the end, or stands alone.
    """
    if phrase.startswith(word):
        rest = phrase.removeprefix(word)
        particle = found[0] if (found := _AFTER.match(rest)) else ""
        partner = rest.removeprefix(particle)
        return (word + particle, partner, "") if partner else None
    if phrase.endswith(word):
        rest = phrase.removesuffix(word)
        particle = found[0] if (found := _BEFORE.search(rest)) else ""
        partner = rest.removesuffix(particle)
        return ("", partner, particle + word) if partner else None
    return None


def odd_one_out(
    lesson: Lesson, theme: Sequence[TaughtWord], odd: TaughtWord, chance: random.Random
) -> Item:
    """Choose the word that does not belong with the others of a theme."""
    theme = theme[: OPTIONS - 1]
    names = "・".join(word.word for word in theme)
    belongs = lesson.texts("reason.odd", words=names, theme=theme[0].theme)
    wrong = [Wrong(word.word, belongs) for word in theme]
    options = _options(odd.word, wrong, chance)
    return _item(ODD, lesson, odd, lesson.texts("item.odd"), ("", "", ""), options)


def matching(
    lesson: Lesson, subject: str, words: Sequence[TaughtWord], chance: random.Random
) -> Item:
    """Pair words with their meanings.

    Args:
        lesson: theirs.
        subject: what they have in common, or the id of the first.
        words: no two of one meaning.
        chance: puts the meanings in another order than the words.
    """
    order = tuple(word.meaning for word in words)
    shown = chance.sample(order, len(order))
    while tuple(shown) == order:
        chance.shuffle(shown)
    return Item(
        MATCH,
        subject,
        lesson.texts("item.match"),
        options=tuple(Option(text, False, "") for text in shown),
        order=order,
        partners=tuple(words),
        interface=lesson.language,
    )


Maker = Callable[[Lesson, Meeting, random.Random], Item | None]
MAKERS: tuple[Maker, ...] = (reading, meaning, collocation, gap, kanji)
"""All kinds that ask for one word; the first asks for recall, the others for recognition."""


def _untold(meeting: Meeting) -> tuple[str, str, str]:
    """The parts of its sentence without the brackets that tell how the word is read."""

    def kept(bracket: re.Match[str]) -> str:
        told = hiragana(bracket[1]).endswith(meeting.word.readings)  # 基本方針（きほんほうしん）
        return "" if told else bracket[0]

    before, surface, after = (_BRACKET.sub(kept, part) for part in meeting.parts())
    return before, surface, after


def _twice(meeting: Meeting) -> bool:
    """Whether the sentence shows the word, which a gap hides, a second time."""
    before, surface, after = meeting.parts()
    return any(shown in rest for shown in (meeting.word.word, surface) for rest in (before, after))


def _item(
    kind: str,
    lesson: Lesson,
    word: TaughtWord,
    prompt: str,
    context: tuple[str, str, str],
    options: tuple[Option, ...],
    completed: tuple[str, str, str] = ("", "", ""),
) -> Item:
    others = tuple(other for other in lesson.words if other.id != word.id)
    return Item(
        kind,
        word.id,
        prompt,
        context,
        options,
        word,
        others,
        completed=completed,
        interface=lesson.language,
    )


def _options(right: str, wrong: Sequence[Wrong], chance: random.Random) -> tuple[Option, ...]:
    """The right option and up to three wrong ones, in an order of chance."""
    options = [Option(right, True, "")]
    options += [Option(text, False, reason) for text, reason in wrong[: OPTIONS - 1]]
    return tuple(chance.sample(options, len(options)))
