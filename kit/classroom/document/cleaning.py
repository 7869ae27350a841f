"""A document as its format gives it → the article alone, in order, with what was left out named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import PurePath
from typing import NamedTuple

from kit.classroom.document import script
from kit.classroom.document.block import HEADING, LINE, Block, Document, counted, quoted
from kit.classroom.document.clutter import COPYRIGHT, REFERENCES, clutter, is_link
from kit.classroom.document.origin import Origin, credited, dates, merged, origin, referred
from kit.classroom.document.structure import structured
from kit.classroom.document.tidy import tidy
from kit.classroom.document.wrapped import finished
from kit.errors import InputError

LONG = 6_000
"""Characters from which on an article is long for a lesson."""
LONGEST = 1_000_000
"""Characters of the longest article that is read."""

_NEW_ITEM = re.compile(r"(?<=[。！？」])[ \u3000]+(?=[-•・][ \u3000])")
_SHORT = 12
_AT_EDGE = 3
_NAMED = 3


class _Kept(NamedTuple):
    """What is left of the blocks, and what was taken out of them, by what it is called."""

    blocks: list[Block]
    out: dict[str, list[str]]


def cleaned(document: Document, name: str) -> Document:
    """The article of a document.

    Args:
        document: as its format gives it; blocks of the kind LINE are told apart here.
        name: what the file is called in an error.

    Raises:
        InputError: there is no Japanese article in it, or far too much text.
    """
    blocks, hidden = _tidied(document.blocks)
    title, _ = tidy(document.title)
    _measured(blocks, name)
    blocks = _without_title(blocks, title)
    blocks, out = _without_clutter(blocks, untitled=not title)
    told, blocks, uncertain = _told(blocks, out)
    blocks, foreign = _in_japanese(blocks, name)
    title, blocks = structured(title, blocks)
    if credit := credited(title):
        title, told = credit[0], merged((told, credit[1]))
    if not any(block.kind != HEADING for block in blocks):
        problem = "there is no text below the headline" if title else "there is no text in it"
        raise InputError(problem, "give the article with its paragraphs", file=name)
    while blocks[-1].kind == HEADING:
        out.setdefault("heading without text", []).append(blocks.pop().text)
    notes = [*document.notes, *_left_out(out), *foreign]
    if hidden:
        notes.append(f"{counted(hidden, 'hidden character')} left out")
    if not title:
        title = PurePath(name.replace("\\", "/")).stem.strip() or "無題"
        notes.append("no headline was found: the name of the file stands for it")
    day = document.date or told.date
    if day is None:
        day, guess = _guessed(blocks)
        notes += guess or uncertain
    characters = sum(len(block.text) for block in blocks)
    if characters >= LONG:
        notes.append(
            f"{characters:,} characters are long for a lesson: cut what the class will not read"
        )
    return Document(
        title=title,
        source=document.source or ", ".join(filter(None, (told.source, told.writer))),
        date=day,
        license=document.license or told.license,
        url=document.url or told.url,
        blocks=tuple(blocks),
        notes=tuple(notes),
        ruby=document.ruby,
    )


def _tidied(blocks: Iterable[Block]) -> tuple[list[Block], int]:
    kept, hidden = [], 0
    for block in blocks:
        text, lost = tidy(block.text)
        hidden += lost
        first, *items = _NEW_ITEM.split(text)
        if first:
            kept.append(Block(block.kind, first))
        kept += (Block(LINE, item) for item in items)
    return kept, hidden


def _measured(blocks: Sequence[Block], name: str) -> None:
    characters = sum(len(block.text) for block in blocks)
    if not characters:
        raise InputError("there is no text in it", "name a file that holds the article", file=name)
    if characters > LONGEST:
        problem = f"{characters:,} characters are a book, not an article"
        raise InputError(problem, "give the part that the class is to read", file=name)


def _without_title(blocks: list[Block], title: str) -> list[Block]:
    """The blocks without the headline, which a page has once more above its text."""
    bare = "".join(title.split())
    return [
        block
        for place, block in enumerate(blocks)
        if place > _AT_EDGE or "".join(block.text.split()) != bare
    ]


def _without_clutter(blocks: list[Block], *, untitled: bool) -> _Kept:
    kept: list[Block] = []
    out: dict[str, list[str]] = {}
    opened = ""
    for block in blocks:
        headline = untitled and not kept and len(block.text) > _SHORT
        what = None if headline and not finished(block.text) else clutter(block.text)
        if what is not None:
            out.setdefault(what.label, []).append(block.text)
            opened = what.label if what.opens else ""
        elif opened and is_link(block.text):
            out[opened].append(block.text)
        else:
            opened = ""
            kept.append(block)
    return _Kept(kept, out)


def _told(blocks: list[Block], out: dict[str, list[str]]) -> tuple[Origin, list[Block], list[str]]:
    """What the lines say of the article's origin, the other blocks, and what is not certain.

    A day on a line of its own is the article's above or below all its paragraphs; between two of
    them it is a heading, as in a chronicle.
    """
    alone = [origin(block.text) for block in blocks]
    text = [
        place for place, block in enumerate(blocks) if finished(block.text) and not alone[place]
    ]
    first, last = (text[0], text[-1]) if text else (0, len(blocks))
    chronicle = any(
        told is not None and (told.date or told.undated) and first < place < last
        for place, told in enumerate(alone)
    )
    found: list[Origin] = []
    kept: list[Block] = []
    uncertain: list[str] = []
    for block, told in zip(blocks, alone, strict=True):
        if told is not None and not (chronicle and (told.date or told.undated)):
            found.append(told)
            if told.undated:
                uncertain.append(f"{quoted(block.text)} names no year: the date is left empty")
        elif block.kind != HEADING and (parts := credited(block.text)) and finished(parts[0]):
            found.append(parts[1])
            kept.append(Block(block.kind, parts[0].strip()))
        else:
            kept.append(block)
    found += map(referred, out.get(REFERENCES, ()))
    found += (Origin(license=text) for text in out.get(COPYRIGHT, ()))
    return merged(found), kept, uncertain


def _in_japanese(blocks: list[Block], name: str) -> tuple[list[Block], list[str]]:
    """The blocks that are not in another language, and notes on those that are.

    Sentences in Chinese are taken out of a paragraph that is in Japanese without them.
    """
    blocks, sentences = _without_sentences(blocks)
    spoken = [script.language(block.text) for block in blocks]
    size = {script.JAPANESE: 0, script.OTHER: 0}
    size[script.CHINESE] = sum(map(script.letters, sentences))
    for block, spoken_in in zip(blocks, spoken, strict=True):
        if spoken_in is not None:
            size[spoken_in] += script.letters(block.text)
    if size[script.JAPANESE] < 0.1 * sum(size.values()) or not size[script.JAPANESE]:
        chinese = size[script.CHINESE] > size[script.OTHER]
        problem = "this is Chinese, not Japanese" if chinese else "this is not Japanese"
        raise InputError(problem, "give an article in Japanese", file=name)
    notes = _left_out({"sentence in Chinese": sentences} if sentences else {})
    for other, called in ((script.CHINESE, "in Chinese"), (script.OTHER, "not in Japanese")):
        texts = [block.text for block, said in zip(blocks, spoken, strict=True) if said == other]
        if texts:
            notes.append(
                f"{counted(len(texts), f'paragraph {called}', f'paragraphs {called}')}"
                f" left out: {quoted(texts[0])}"
            )
    kept = [
        block for block, said in zip(blocks, spoken, strict=True) if said in (script.JAPANESE, None)
    ]
    return kept, notes


def _without_sentences(blocks: Iterable[Block]) -> tuple[list[Block], list[str]]:
    """The blocks without sentences in Chinese among Japanese ones, and these sentences."""
    kept: list[Block] = []
    out: list[str] = []
    for block in blocks:
        japanese, chinese = script.chinese_sentences(block.text)
        if chinese and script.language(japanese) == script.JAPANESE:
            kept.append(Block(block.kind, japanese))
            out += chinese
        else:
            kept.append(block)
    return kept, out


def _guessed(blocks: Sequence[Block]) -> tuple[date | None, list[str]]:
    """The one day that the beginning and the end of a text name with its year."""
    edges = (*blocks[:_AT_EDGE], *blocks[_AT_EDGE:][-2:])
    days = {day for block in edges for day in dates(block.text)}
    if len(days) != 1:
        return None, []
    day = days.pop()
    return day, [
        f"the date {day} is one that the text names: check that the article is of that day"
    ]


def _left_out(out: dict[str, list[str]]) -> list[str]:
    return [
        f"{counted(len(texts), label, _plural(label))} left out: "
        f"{', '.join(quoted(text) for text in texts[:_NAMED])}{' …' if len(texts) > _NAMED else ''}"
        for label, texts in out.items()
    ]


def _plural(label: str) -> str:
    """`link to another page` → `links to another page`."""
    noun, *rest = label.split(" ")
    if rest and rest[0] not in ("to", "for", "in", "on", "of", "without"):
        return f"{label}s"
    return " ".join((f"{noun}s" if not noun.endswith("s") else f"{noun}es", *rest))
