"""The questions that can be made honestly from an article alone; their answers stand in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from kit.classroom.draft.attribution import Attribution, attribution
from kit.classroom.draft.chronology import Event, event
from kit.classroom.draft.people import Person, everybody, same
from kit.language.article import Paragraph
from kit.language.lexicon.glossary import Glossary
from kit.lesson.lesson import Option, Question

OTHERS = 2
"""People beside the right one."""

EVENTS = 4
"""Events of which one asks which was the first."""

FEWEST_EVENTS = 3

WRITER = "この記事の書き手"


class Placed(NamedTuple):
    """A question, and the paragraph below which it can be asked, counted from 0."""

    paragraph: int
    question: Question


def draft_questions(
    paragraphs: Sequence[Paragraph], glossary: Glossary, published: date | None
) -> tuple[Placed, ...]:
    """Who says it, one for each paragraph that leaves no doubt; and once, what happened first.

    Few or none: each is one that the text alone decides. The reasons quote it.

    Args:
        paragraphs: the article, annotated.
        glossary: the one that it was annotated with.
        published: when it appeared, where that is known.
    """
    return (*_who_says(paragraphs, glossary), *_what_was_first(paragraphs, published))


def _who_says(paragraphs: Sequence[Paragraph], glossary: Glossary) -> list[Placed]:
    everyone = everybody(paragraphs, glossary)
    text = "\n".join(paragraph.text for paragraph in paragraphs)
    found: list[Placed] = []
    for number, paragraph in enumerate(paragraphs):
        if paragraph.kind != "paragraph":
            continue
        for sentence in paragraph.sentences:
            told = attribution(sentence, glossary)
            if told is None or text.count(told.said) > 1:
                continue
            others = [
                person
                for person in everyone
                if not same(person, told.speaker) and person.name not in sentence.text
            ]
            if others:
                identity = f"who-says-{len(found) + 1}"
                question = _speaker(identity, told, everyone, others[:OTHERS])
                found.append(Placed(number, question))
                break
    return found


def _speaker(
    identity: str, told: Attribution, everyone: Sequence[Person], others: Sequence[Person]
) -> Question:
    speaker = told.speaker.text
    topic = f"「{speaker}は」"
    wrong = {
        other.text: f"文の主語は{topic}です。この文に{other.text}は出てきません。"
        for other in others
    }
    named = [person for person in everyone if person in others or same(person, told.speaker)]
    options = [
        Option(person.text, False, wrong[person.text])
        if person.text in wrong
        else Option(speaker, True, "")
        for person in named
    ]
    kind = f"{told.thought}として" if told.thought else "言葉として"
    reason = f"文は「{speaker}は……{told.verb}」です。{speaker}の{kind}伝えています。"
    options.append(Option(WRITER, False, reason))
    said = told.said.translate(_INNER)
    asked = (
        f"「{said}」という{told.thought}は、だれのものですか。"
        if told.thought
        else f"「{said}」と言っているのは、だれですか。"
    )
    return Question(identity, asked, tuple(options), "speaker")


_INNER = str.maketrans("「」", "『』")


def _what_was_first(paragraphs: Sequence[Paragraph], published: date | None) -> list[Placed]:
    dated: list[tuple[int, Event]] = []
    days: set[date] = set()
    for number, paragraph in enumerate(paragraphs):
        for sentence in paragraph.sentences:
            found = event(sentence, published)
            if paragraph.kind == "paragraph" and found and found.day not in days:
                days.add(found.day)
                dated.append((number, found))
    if len(dated) < FEWEST_EVENTS:
        return []
    asked = dated[:EVENTS]
    first = min(asked, key=lambda placed: placed[1].day)[1]
    options = tuple(
        Option(one.text, one is first, "" if one is first else _later(one, first))
        for _, one in asked
    )
    question = Question("first-event", "次のうち、最初に起きたのはどれですか。", options, "detail")
    return [Placed(asked[-1][0], question)]


def _later(one: Event, first: Event) -> str:
    return f"本文に「{one.written}」とあります。「{first.written}」より後です。"
