"""The form of a text that a tagger can read, and where each of its characters stood."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from kit.language.script.variants import VARIANTS

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
_SINGLE |= VARIANTS
_SPACES = "\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f"
_CONTROLS = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
_IGNORED = (
    "\xad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e0fff"
)
_MARKS = (
    "\u0300-\u034e\u0350-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f"
)
_KANJI = "\u2e80-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1d" + "".join(map(chr, VARIANTS))

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
    digits become ASCII, compatibility ideographs the unified ones, old kanji and variants the
    present ones (國 → 国, 髙 → 高); what cannot be seen (variation selectors, joiners, marks of
    direction) goes with the character before it, or the first one's; odd spaces become a space, and
    controls and lone surrogates U+FFFD. Punctuation, ㈱ and ① stay.
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
