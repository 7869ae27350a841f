"""What happened when: sentences that tell a day and a past event, and nothing else of time."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from kit.language.article import Sentence
from kit.language.script.normal import normalise

_DAY = re.compile(r"(?:(?P<year>[0-9]{4})年)?(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日(?:に)?、")
_TIME = re.compile("[0-9〇一二三四五六七八九十]+(?:年|月|日|時|週)|昨|翌|前年|同日|同年|同月")
_ANAPHOR = re.compile("これ|それ|その|この|あの|同|また|さらに|しかし|だが|一方|続い|次い|翌")
_PAST = re.compile("[ただ]$")
_REPORTED = frozenset({"という", "とされる", "とみられる"})
SHORTEST, LONGEST = 8, 70
"""Characters of an event that one can ask about."""


class Event(NamedTuple):
    """A past event: the day, as the sentence writes it too, and the sentence without it."""

    day: date
    written: str
    text: str


def event(sentence: Sentence, published: date | None) -> Event | None:
    """The event that a sentence dates; None where day or event are not certain.

    It is where the day stands at the beginning or behind は, with a comma after it, and belongs to
    the verb at the end; that is in the past, and no other time is told.

    Args:
        sentence: of the article.
        published: when it appeared. A day without a year is the last such day before it.
    """
    text = normalise(sentence.text.strip()).text
    found = _DAY.search(text)
    if found is None or _ANAPHOR.match(text) or text[-1:] != "。":
        return None
    before, after = text[: found.start()], text[found.end() :]
    if before[-1:] not in ("", "は") or "、" in before or _TIME.search(before + after):
        return None
    words = [word for word in sentence.words if word.kind != "symbol"]
    last = words[-1] if words else None
    steps = " ".join(step.step for step in last.inflection) if last else ""
    happened = last is not None and last.pos in ("verb", "noun + する")
    if not happened or not steps.endswith("past") or "negative" in steps:
        return None
    rest = before + after
    day = _day(found, published)
    if day is None or not SHORTEST <= len(rest) <= LONGEST or "」" in rest:
        return None
    return Event(day, found[0].rstrip("に、"), rest)


def _day(found: re.Match[str], published: date | None) -> date | None:
    month, day = int(found["month"]), int(found["day"])
    try:
        if found["year"]:
            return date(int(found["year"]), month, day)
        if published is None:
            return None
        this_year = date(published.year, month, day)
        return this_year if this_year <= published else date(published.year - 1, month, day)
    except ValueError:
        return None
