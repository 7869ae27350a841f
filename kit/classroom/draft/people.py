"""The people that an article names, each with the title that it gives them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kit.language.article import Paragraph, Word
from kit.language.lexicon.glossary import Glossary

_TITLE = re.compile(
    ".*(?:氏|さん|首相|総理|大統領|主席|書記|総裁|総統|外相|[一-鿿]相|大臣|長官?|代表|議員|知事"
    "|大使|報道官|幹事|党首|教授|監督|記者|委員|理事|助役|会頭|顧問|補佐官|候補|代理|代行)"
)
MOST_TITLE = 3
"""Words of a title: 組合 and 長 are two."""


class Person(NamedTuple):
    """A person where an article names them: `text` with the title, from word `start` to `end`.

    name: the name alone. meanings: what is known of it, by which two spellings are one person.
    """

    name: str
    text: str
    start: int
    end: int
    meanings: tuple[str, ...]


def people(words: Sequence[Word], glossary: Glossary) -> list[Person]:
    """The people that a sentence names, in order.

    A name counts where a title follows it (王毅外相, 浜田組合長); without one only where the
    glossary has it as a person's.

    Args:
        words: those of the sentence.
        glossary: the one that it was annotated with.
    """
    found = []
    for start, word in enumerate(words):
        if word.kind != "name":
            continue
        end = _titled(words, start)
        if end is None and _is_person(word, glossary):
            end = start + 1
        if end is not None:
            text = "".join(part.surface for part in words[start:end])
            found.append(Person(word.headword, text, start, end, word.glosses))
    return found


def everybody(paragraphs: Iterable[Paragraph], glossary: Glossary) -> list[Person]:
    """Each person that an article names, once, in order, as it calls them most often."""
    groups: list[list[Person]] = []
    for paragraph in paragraphs:
        for sentence in paragraph.sentences:
            for person in people(sentence.words, glossary):
                group = next((group for group in groups if same(group[0], person)), None)
                if group is None:
                    groups.append([person])
                else:
                    group.append(person)
    usual = []
    for group in groups:
        (text, _), *_ = Counter(person.text for person in group).most_common(1)
        usual.append(next(person for person in group if person.text == text))
    return usual


def same(one: Person, other: Person) -> bool:
    """Whether two may be one person: the name of one holds the other's, or both mean the same."""
    known = one.meanings == other.meanings and bool(one.meanings)
    return known or one.name in other.name or other.name in one.name


def _titled(words: Sequence[Word], start: int) -> int | None:
    """Where the longest title ends that follows a name; None where none does."""
    found, title = None, ""
    for end, word in enumerate(words[start + 1 : start + 1 + MOST_TITLE], start + 2):
        title += word.surface
        if word.kind != "word" or word.pos not in ("noun", "suffix"):
            break
        if _TITLE.fullmatch(title):
            found = end
    return found


def _is_person(word: Word, glossary: Glossary) -> bool:
    term = glossary.get(word.headword) if word.source == "glossary" else None
    return term is not None and term.category == "person"
