"""How hard a text is to read: the measure of Lee and Hasebe, by the library jreadability.

Lee, J. and Hasebe, Y. (2020), Readability measurement of Japanese texts based on levelled corpora,
in The Japanese Language from an Empirical Perspective. It speaks of a text of several sentences,
not of a single one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from jreadability import compute_readability

from kit.language.tagger import Token, tokens

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

LONGEST = 20_000
"""Characters that the tagger is given at a time; it breaks down over some 100,000."""

_ENDS = "。！？"
_PIECE = re.compile(f"(?s:.{{1,{LONGEST}}}(?<=[{_ENDS}])|.{{1,{LONGEST}}})")
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
    return compute_readability("".join(sentences), _tokens) if sentences else None


def _tokens(text: str) -> list[Token]:
    """The tokens of a text, which is cut behind a sentence where it is long."""
    return [token for piece in _PIECE.findall(text) for token in tokens(piece)]


def band(score: float) -> str:
    """What the authors of the measure call a text with this score."""
    return next((name for least, name in BANDS if score >= least), "beyond the hardest band")
