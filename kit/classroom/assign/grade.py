"""Grading answers by a key: pure, a point a question."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from kit.classroom.assign.key import Key
from kit.lesson.answer import Verdict, judge, lines
from kit.lesson.item import Item


class Graded(NamedTuple):
    """An answer that was judged.

    answer: None where there is none. credit: what it earns, from 0 to 1.
    """

    item: Item
    answer: str | None
    verdict: Verdict
    credit: float


def points(answers: Mapping[str, str], key: Key) -> float:
    """What answers earn: a point each that is right, of pairs the share that is.

    Args:
        answers: question's id → answer; those to other questions earn nothing.
        key: what they are judged by.
    """
    return sum(graded.credit for graded in grade(answers, key))


def grade(answers: Mapping[str, str], key: Key) -> list[Graded]:
    """Judge the answers to the questions of a key, in its order."""
    return [_graded(item, answers.get(name)) for name, item in key.items.items()]


def _graded(item: Item, answer: str | None) -> Graded:
    verdict = judge(item, answer or "")
    if answer is None:
        return Graded(item, None, verdict, 0.0)
    credit = sum(lines(item, answer)) / len(item.order) if item.partners else verdict.correct
    return Graded(item, answer, verdict, float(credit))
