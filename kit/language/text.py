"""Plain text → its lines, its sentences, and the form of it that a tagger can read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

TITLE_LENGTH = 80
"""Characters of the longest title."""
HEADING_LENGTH = 40
"""Characters of the longest heading that no mark shows to be one."""

SENTENCE_LENGTH = 500
"""Characters of the longest sentence; what is longer is cut, so that work stays in proportion."""

UNREADABLE = "\ufffd"
"""Stands in the normal form for what is no character: a control, a lone surrogate."""


class Normal(NamedTuple):
    """A text's normal form.

    text: the normal form, empty only for an empty text.
    offsets: for each of its characters where that begins in the original, first 0, always rising,
        and the original's length at the end; None where the text is in normal form already.
    """

    text: str
    offsets: Sequence[int] | None


# Characters that stand alone and become one other character.
_SINGLE: dict[int, str] = {}
# Full-width letters, digits and the signs that belong to them, not the punctuation of Japanese.
for _code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)):
    _SINGLE[_code] = chr(_code - 0xFEE0)
_SINGLE[ord("％")], _SINGLE[ord("＆")] = "%", "&"
# Compatibility ideographs, and the radicals that a PDF's text has for kanji.
for _code in (*range(0x2E80, 0x2FD6), *range(0xF900, 0xFB00), *range(0x2F800, 0x2FA1E)):
    _form = unicodedata.normalize("NFKC", chr(_code))
    if _form != chr(_code) and len(_form) == 1:
        _SINGLE[_code] = _form
# Half-width punctuation and kana; a voiced mark after one is taken with it, below.
for _code in range(0xFF61, 0xFFA0):
    _SINGLE[_code] = unicodedata.normalize("NFKC", chr(_code))
for _code, _form in ((0xFF9E, "゛"), (0xFF9F, "゜"), (0x3099, "゛"), (0x309A, "゜")):
    _SINGLE[_code] = _form  # with nothing before it to stand on
_SPACES = "\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f"
_CONTROLS = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
_IGNORED = (
    "\xad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e0fff"
)
_MARKS = (
    "\u0300-\u034e\u0350-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f"
)
_KANJI = "\u2e80-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1d"

# One search decides whether anything is to be done at all.
_ODD = re.compile(
    f"[{_CONTROLS}{_SPACES}{_IGNORED}{_MARKS}{_KANJI}０-９Ａ-Ｚａ-ｚ％＆．，\uff61-\uff9f]"
)
_UNEVEN = re.compile(f"[{_IGNORED}{_MARKS}\uff9e\uff9f]")
_EACH = re.compile(
    f"(?P<space>[{_SPACES}])|(?P<control>[{_CONTROLS}])"
    "|(?P<point>(?<=[0-9０-９])[．，](?=[0-9０-９]))"
)
_CLUSTER = re.compile(f"[^{_IGNORED}][{_IGNORED}{_MARKS}\uff9e\uff9f]+|[{_IGNORED}]+")
_DROPPED = re.compile(f"[{_IGNORED}]")
_VOICED = {0xFF9E: "\u3099", 0xFF9F: "\u309a"}
_LONGEST = 8  # characters of a cluster that are looked at


def normalise(text: str) -> Normal:
    """The form of a text that the tagger should see.

    Half-width kana and combining marks are joined to full kana (ｶﾞ → ガ), full-width letters and
    digits become ASCII, compatibility ideographs the unified ones; what cannot be seen (variation
    selectors, joiners, marks of direction) goes with the character before it, or the first one's;
    odd spaces become a space, and controls and lone surrogates U+FFFD. Punctuation, ㈱ and ① stay.
    """
    if _ODD.search(text) is None:
        return Normal(text, None)
    even = _EACH.sub(_even, text)
    if _UNEVEN.search(even) is None:
        return Normal(even.translate(_SINGLE), range(len(text) + 1))
    parts: list[str] = []
    offsets: list[int] = []
    done = 0
    for cluster in _CLUSTER.finditer(even):
        start, end = cluster.span()
        parts.append(even[done:start].translate(_SINGLE))
        offsets.extend(range(done, start))
        done = end
        form = _composed(cluster[0])
        parts.append(form)
        offsets.extend([start] * len(form))
    parts.append(even[done:].translate(_SINGLE))
    offsets.extend(range(done, len(text) + 1))
    form = "".join(parts)
    if not form:
        return Normal(UNREADABLE, (0, len(text)))
    offsets[0] = 0
    return Normal(form, offsets)


def _even(odd: re.Match[str]) -> str:
    if odd["space"]:
        return " "
    if odd["control"]:
        return UNREADABLE
    return "." if odd["point"] == "．" else ","


def _composed(cluster: str) -> str:
    """A character with what hangs on it as one character; empty for what cannot be seen.

    A mark that Unicode has no composed character for (あ with a voiced mark) is dropped.
    """
    seen = _DROPPED.sub("", cluster)[:_LONGEST]
    if len(seen) < 2:
        return seen.translate(_SINGLE)
    base = seen[0].translate(_SINGLE)
    form = unicodedata.normalize("NFC", base + seen[1:].translate(_VOICED))
    return form[0]


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
