"""Blocks whose kinds are told in part → headline, headings, paragraphs and items, without marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kit.classroom.document.block import HEADING, ITEM, LINE, PARAGRAPH, Block
from kit.classroom.document.wrapped import finished, marked
from kit.language.script.sentences import HEADING_LENGTH, lines

TITLE = "title"

_MARK = re.compile(r"(?:[-*+•‣–][ \t\u3000]|・|[0-9０-９]{1,3}[.)．）][ \t\u3000])\s*")
_HASHES = re.compile(r"#{1,6}[ \t\u3000]+")
_SIGN = re.compile(r"([■□◆◇●○◎▼▽▶▷★☆])\s*")


def structured(title: str, blocks: Sequence[Block]) -> tuple[str, list[Block]]:
    """The headline and the text of an article.

    Args:
        title: the headline, or empty where the format does not tell it: it may be the first block.
        blocks: in order; what a LINE is, its own marks and its neighbours tell.
    """
    if not title and blocks and blocks[0].kind == HEADING:
        title, blocks = blocks[0].text, blocks[1:]
    kinds = [kind for _, kind in lines(block.text for block in blocks)]
    signs = [found[1] if (found := _SIGN.match(block.text)) else "" for block in blocks]
    texts: list[Block] = []
    for place, block in enumerate(blocks):
        beside = [*signs[max(0, place - 1) : place], *signs[place + 1 : place + 2]]
        listed = signs[place] != "" and signs[place] in beside
        kind = _kind(
            block, kinds[place], sign=bool(signs[place]), listed=listed, titled=bool(title)
        )
        text = _unmarked(block.text, kind)
        if kind == TITLE:
            title = text
        elif text:
            texts.append(Block(kind, text))
    return title, texts


def _kind(block: Block, beside: str, *, sign: bool, listed: bool, titled: bool) -> str:
    """What a block is.

    Args:
        block: it.
        beside: what its neighbours would make of it.
        sign: whether it begins with a sign such as ■; listed: whether one beside it does too.
        titled: whether the headline is known.
    """
    short = not finished(block.text) and len(block.text) <= HEADING_LENGTH
    if listed:
        return ITEM
    if sign and short:
        return HEADING
    if block.kind == PARAGRAPH and (marked(block.text) or (beside == TITLE and not titled)):
        return PARAGRAPH if sign else beside
    if block.kind != LINE:
        return block.kind
    if beside == TITLE and titled:
        return HEADING if short else PARAGRAPH
    return beside


def _unmarked(text: str, kind: str) -> str:
    """A text without the mark that says what it is."""
    if kind == PARAGRAPH:
        return text
    for mark in (_HASHES, _SIGN, *([_MARK] if kind == ITEM else [])):
        if found := mark.match(text):
            text = text[found.end() :]
    return text
