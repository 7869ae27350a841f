"""A text as a picture of what is known of it, as the front end takes it; see `picture.js`."""

from __future__ import annotations

from typing import Any

from kit.learner.coverage import GUIDES, Coverage, plan, told
from kit.lesson.ruby import KANJI
from kit.texts import Texts


def picture_data(covered: Coverage, says: Texts, listed: bool = True) -> dict[str, Any]:
    """How much of a text is known, and what to learn first, as plain values.

    Args:
        covered: what is known of the text.
        says: the interface's texts.
        listed: whether the plan is wanted too, which is long for a long text.

    Returns:
        `running`, `known`, `learning`, `new`: running words. `guides`: the shares to read by, in
        percent. `told`: lines about the plan, and about how to take it. `plan`: of each word to
        learn first the id, headword, reading where it has kanji, gloss, how often it is there,
        and the running words that are known after learning it.
    """
    planned, known = [], covered.known
    for word in plan(covered) if listed else ():
        known += word.count
        reading = word.reading if KANJI.search(word.headword) else ""
        planned.append([word.id, word.headword, reading, word.gloss, word.count, known])
    lines = told(covered, GUIDES[0], says)
    return {
        "running": covered.running,
        "known": covered.known,
        "learning": covered.learning,
        "new": covered.new,
        "guides": [round(100 * guide) for guide in GUIDES],
        "told": lines[1:] if covered.running else lines,
        "plan": planned,
    }
