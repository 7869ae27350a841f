"""Who says it: sentences that leave no doubt whose words they report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kit.classroom.draft.people import Person, people
from kit.language.article import Sentence, Word
from kit.language.lexicon.glossary import Glossary

SAYING = frozenset(
    (
        "述べる 語る 話す 言う 強調 指摘 主張 訴える 説明 明言 発言 断言 表明 明らかにする "
        "呼びかける 批判 反論 答える"
    ).split()
)
"""Verbs that with と before them report what somebody says."""

THOUGHTS = frozenset("考え 意向 見解 認識 見方 方針 立場 姿勢".split())
UTTERING = frozenset("示す 表明 明らかにする 述べる".split())
"""考えを示す: what stands before the noun is what the speaker thinks or means to do."""

SHORTEST, LONGEST = 8, 70
"""Characters of a quotation that one can ask about."""

_STEPS = re.compile("passive|negative|causative|potential|want|honorific")
_NOT_SAID = re.compile("記者|会見|取材|演説|質問|電話|番組|集会|インタビュー|SNS|答え")
_OPEN, _CLOSE = "「『（", "」』）"


class Attribution(NamedTuple):
    """Words that a sentence reports, and whose they are.

    said: the words as they stand there, without quotation marks. thought: the noun that they are
    a thought by, such as 考え; empty for what is said. verb: what follows them in the sentence.
    """

    speaker: Person
    said: str
    thought: str
    verb: str


def attribution(sentence: Sentence, glossary: Glossary) -> Attribution | None:
    """Whose words a sentence reports; None where that is not certain.

    It is where one person is its topic, nobody else could be, and it ends with と and a verb of
    saying, or with a thought and a verb of uttering. Of words without quotation marks only what
    follows the last comma is taken, since what stands before may be the writer's.

    Args:
        sentence: of the article.
        glossary: the one that it was annotated with.
    """
    words = _without_marks(sentence.words)
    named = people(words, glossary)
    topics = [
        person for person in named if _surface(words, person.end) in ("は", "が", "も", "では")
    ]
    if len(topics) != 1 or _surface(words, topics[0].end) != "は":
        return None
    (speaker,) = topics
    found = _reported(words)
    if found is None or found[0] <= speaker.end:
        return None
    stop, thought = found
    begin = words[speaker.end].end - sentence.start
    end = words[stop].start - sentence.start
    said = _quotation(sentence.text[begin:end])
    if said is None or speaker.name in said:
        return None
    last = words[-1].end - sentence.start
    return Attribution(speaker, said, thought, sentence.text[end:last])


def _without_marks(words: Sequence[Word]) -> list[Word]:
    kept = list(words)
    while kept and kept[-1].kind == "symbol":
        kept.pop()
    return kept


def _surface(words: Sequence[Word], at: int) -> str:
    return words[at].surface if 0 <= at < len(words) else ""


def _reported(words: Sequence[Word]) -> tuple[int, str] | None:
    """Where what is reported stops, by the number of the word that follows it; and the thought."""
    last = len(words) - 1
    if last < 2 or any(_STEPS.search(step.step) for step in words[last].inflection):
        return None
    verb = words[last].headword
    if verb in SAYING and _surface(words, last - 1) == "と":
        return last - 1, ""
    thought, _, uttered = verb.partition("を")
    if thought in THOUGHTS and uttered in UTTERING:  # one word for the dictionary: 考えを示す
        return _before(words, last, thought)
    if verb in UTTERING and _surface(words, last - 1) == "を":
        return _before(words, last - 2, _surface(words, last - 2))
    return None


def _before(words: Sequence[Word], at: int, thought: str) -> tuple[int, str] | None:
    """Where the clause before a thought stops: 深めていく意向, 深めるとの考え."""
    if thought not in THOUGHTS:
        return None
    if _surface(words, at - 1) == "との":
        return at - 1, thought
    if _surface(words, at - 1) == "の" and _surface(words, at - 2) == "と":
        return at - 2, thought
    clause = words[at - 1]
    plain = clause.pos in ("verb", "noun + する") and clause.kind == "word"
    return (at, thought) if plain else None


def _quotation(text: str) -> str | None:
    """What is surely said in the text between the topic and と; None where nothing is."""
    depths = _depths(text)
    if depths is None:
        return None
    if text.endswith("」"):
        quoted = text[_opening(depths) + 1 : -1]
        return quoted if SHORTEST <= len(quoted) <= LONGEST and "。" not in quoted else None
    commas = [at for at, mark in enumerate(text) if mark == "、" and not depths[at]]
    if not commas:
        return None
    said = text[commas[-1] + 1 :]
    certain = _NOT_SAID.search(said) is None and "。" not in said
    return said if certain and SHORTEST <= len(said) <= LONGEST else None


def _depths(text: str) -> list[int] | None:
    """How many brackets are open after each character; None where they do not match."""
    depths: list[int] = []
    depth = 0
    for mark in text:
        depth += (mark in _OPEN) - (mark in _CLOSE)
        if depth < 0:
            return None
        depths.append(depth)
    return depths if not depth else None


def _opening(depths: Sequence[int]) -> int:
    """Where the bracket opens that the last character closes."""
    at = len(depths) - 1
    while at and depths[at - 1]:
        at -= 1
    return at
