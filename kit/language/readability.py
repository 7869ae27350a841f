"""How hard a text is to read: the measure of Lee and Hasebe, by the library jreadability.

Lee, J. and Hasebe, Y. (2020), Readability measurement of Japanese texts based on levelled corpora,
in The Japanese Language from an Empirical Perspective. It speaks of a text of several sentences,
not of a single one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from jreadability import compute_readability

from kit.language.tagger import by_name

BANDS = (
    (6.5, "beyond the easiest band"),
    (5.5, "lower elementary"),
    (4.5, "upper elementary"),
    (3.5, "lower intermediate"),
    (2.5, "upper intermediate"),
    (1.5, "lower advanced"),
    (0.5, "upper advanced"),
)
"""From which score on the authors call a text so; below 0.5 it is beyond the hardest band."""

_ENDS = "。！？"
_POINT = re.compile(r"^-(?:\s+|$)")


def readability(lines: Iterable[str]) -> float | None:
    """The score of a text, about 0.5 (hard) to 6.5 (easy); None where there is none.

    Args:
        lines: its lines. A point of a list, with or without `- ` before it, counts as a sentence.
    """
    sentences = []
    for line in lines:
        text = _POINT.sub("", line.strip())
        if text:
            sentences.append(text if text[-1] in _ENDS else f"{text}。")
    return compute_readability("".join(sentences), by_name()) if sentences else None


def band(score: float) -> str:
    """What the authors of the measure call a text with this score."""
    return next((name for least, name in BANDS if score >= least), "beyond the hardest band")
