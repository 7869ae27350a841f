"""Plain text → its lines, each with what it is, and a line's sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

TITLE_LENGTH = 80
"""Characters of the longest title."""
HEADING_LENGTH = 40
"""Characters of the longest heading that no mark shows to be one."""

SENTENCE_LENGTH = 500
"""Characters of the longest sentence; what is longer is cut, so that work stays in proportion."""

_LINE_END = re.compile("\r\n|\r|\n")
_ITEM = re.compile(r"\s*(?:[-*+•‣–][ \t\u3000]|・|[0-9０-９]{1,3}[.)．）][ \t\u3000]|[①-⑳])")
_HEADING = re.compile(r"\s{0,3}#{1,6}[ \t\u3000]")
_FINISHED = re.compile(r"[。．.!！?？｡…][」』）)］\]】〉》”’\"'｣]*\s*$")
_GOES_ON = re.compile(r"[、，,､をはがの]\s*$")


def lines(text: str | Iterable[str]) -> Iterator[tuple[str, str]]:
    """The non-blank lines of a plain text, each as it stands, with what it is.

    Args:
        text: a text, or its lines without their ends.

    Yields:
        (line, kind), kind being title, heading, paragraph or item (of a list).
    """
    every = iter(_LINE_END.split(text) if isinstance(text, str) else text)
    before: str | None = None
    line = _next_line(every)
    while line is not None:
        after = _next_line(every)
        yield line, _kind(line, before, after)
        before, line = line, after


def _next_line(every: Iterator[str]) -> str | None:
    return next((line for line in every if line and not line.isspace()), None)


def _kind(line: str, before: str | None, after: str | None) -> str:
    if _ITEM.match(line):
        return "item"
    if _HEADING.match(line):
        return "title" if before is None else "heading"
    text = line.strip()
    if before is None and len(text) <= TITLE_LENGTH:
        asks = text.endswith(("?", "？", "!", "！")) and after is not None
        return "title" if asks or not _FINISHED.search(text) else "paragraph"
    if len(text) > HEADING_LENGTH or after is None or _FINISHED.search(text):
        return "paragraph"
    # In a text whose lines are broken by hand, a short line may go on a sentence, or begin one.
    return "paragraph" if _GOES_ON.search(text) or _GOES_ON.search(before or "") else "heading"


_OPEN = {"「": "」", "『": "』", "（": "）", "(": ")", "【": "】", "〈": "〉", "《": "》", "｢": "｣"}
_CLOSE = {close: mark for mark, close in _OPEN.items()}
_EDGE = re.compile("[。｡！？!?．]+|[「」『』（）()【】〈〉《》｢｣]")
_LATIN = re.compile("[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]")
_AFTER = re.compile("[」』）)】〉》｣”’\"'\\s]*")
_NEW_QUOTE = re.compile("[\\s]|[「『｢]|$")


def sentences(line: str) -> list[tuple[int, int]]:
    """Where the sentences of a line begin and end; the spans, joined, are the line.

    A sentence ends after 。！？ and the closing quotes and spaces that follow, never inside
    quotes or brackets; a bracket without its partner counts for nothing. One that is too long is
    cut after a quoted sentence, else a comma, else anywhere.
    """
    spans: list[tuple[int, int]] = []
    edges = list(_EDGE.finditer(line))
    partners = _partners(edges)
    start = depth = 0
    ended = -1  # where the last sentence ended, quoted ones too
    for edge in edges:
        mark, begin, end = edge[0], *edge.span()
        stop = False
        if mark not in _OPEN and mark not in _CLOSE:
            if begin and mark[0] not in "。｡" and _LATIN.match(line, begin - 1):
                continue  # Yahoo!ニュース, ３．５
            ended = end
            stop = not depth
        elif begin in partners:
            if mark in _OPEN:
                depth += 1
            else:
                depth -= 1
                if ended == begin:  # 「はい。」「いいえ。」: one speech after another
                    ended = end
                    stop = not depth and _NEW_QUOTE.match(line, end) is not None
        if stop and begin >= start:
            closed = _AFTER.match(line, end)
            spans.extend(_cut(line, start, closed.end() if closed else end))
            start = spans[-1][1]
    if start < len(line):
        spans.extend(_cut(line, start, len(line)))
    return spans


def _cut(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > SENTENCE_LENGTH:
        limit = start + SENTENCE_LENGTH
        marks = ("。」", "。", "、", " ")
        found = (line.rfind(mark, start, limit) + len(mark) for mark in marks)
        stop = next((stop for stop in found if stop > start + len("。」")), limit)
        yield start, stop
        start = stop
    yield start, end


def _partners(edges: Iterable[re.Match[str]]) -> set[int]:
    """Where the brackets stand that have a partner."""
    opened: list[re.Match[str]] = []
    partners: set[int] = set()
    waiting = dict.fromkeys(_OPEN, 0)
    for edge in edges:
        mark = edge[0]
        if mark in _OPEN:
            opened.append(edge)
            waiting[mark] += 1
        elif mark in _CLOSE and waiting[_CLOSE[mark]]:
            while True:
                last = opened.pop()
                waiting[last[0]] -= 1
                if last[0] == _CLOSE[mark]:
                    partners |= {last.start(), edge.start()}
                    break
    return partners
