"""A saved web page → a document: trafilatura tells the article from what stands around it."""

from __future__ import annotations

import codecs
import logging
import re
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import lxml.html
import trafilatura
from lxml import etree
from trafilatura.settings import use_config

from kit.classroom.document.block import HEADING, ITEM, PARAGRAPH, Block, Document, counted, quoted
from kit.classroom.document.origin import dates
from kit.classroom.document.page_ruby import parts
from kit.classroom.document.page_text import blocks
from kit.classroom.document.ruby import rubies
from kit.errors import InputError
from kit.language.script.encoding import decode

SHORTEST = 60
"""Characters of the shortest article that is looked for."""

MOST = 60_000
"""Tags of the largest page that is read."""

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_SAMPLE = 4096
_SHIFT_JIS = frozenset(("shift_jis", "shift-jis", "x-sjis", "sjis"))
_INLINE_FILE = re.compile(r"data:[\w/+.;=-]{0,80},[^\"'\s)>]{200,}")
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f]")
_INLINE = "a|b|i|u|em|strong|span|font|ruby|rb|small"
_SOURCE_BREAK = re.compile(
    rf"([^\x00-\x7f]|</(?:{_INLINE}|rt|rp)>)[ \t]*\r?\n[ \t]*(?=[^\x00-\x7f\s]|<(?:{_INLINE})\b)",
    re.IGNORECASE,
)
_BLANK_LINE = re.compile(r"(?<=[。」])[ \t\u3000]*\r?\n[ \t]*\r?\n\s*(?=[^\s<])")
_WORD = re.compile("<meta[^>]+content=[^>]*Word|schemas-microsoft-com:office:word", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S+)")
_JAPAN = timezone(timedelta(hours=9))
_MARKS = "//script | //style | //noscript | //template | //svg | //rt | //rp | //rtc | //figcaption"
_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_DATES = (
    "//meta[@property='article:published_time' or @itemprop='datePublished'"
    " or @name='pubdate' or @name='date' or @name='DC.date.issued']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//article//time/@datetime | //main//time/@datetime",
)
_AROUND = "//nav | //aside | //footer | //form | //button | //select | //iframe"
_LISTS = "//ul | //ol | //p | //div[not(div or p or article or main)]"
_COMMONS = re.compile(r"creativecommons\.org/licenses/([a-z-]{2,8})/(\d\.\d)", re.IGNORECASE)
_CONTAINERS = "//*[@itemprop='articleBody'] | //article | //main"
_SITE_AFTER_TITLE = re.compile(
    r"(?:\s*[|｜]\s*|\s+[-–—:：]\s+|：(?=[^：]*(?:新聞|ニュース|デジタル|オンライン|通信|放送)$))"
    r"([^|｜:：]{1,30})$"
)
_LOGS = ("trafilatura", "htmldate", "courlan", "justext", "readability")


def read(data: bytes, name: str) -> Document:
    """Read a web page that a browser, or Word, has saved.

    Raises:
        InputError: it is in no encoding that is read, or no article can be found in it.
    """
    for log in _LOGS:  # what they tell programmers is not for an instructor
        logging.getLogger(log).addHandler(logging.NullHandler())
    text = _INLINE_FILE.sub("", _CONTROL.sub("", _decoded(data, name)))
    # Where a line of the source ends, Japanese has no blank; some pages show blank lines.
    tree = _tree(_SOURCE_BREAK.sub(r"\1", _BLANK_LINE.sub("<br><br>", text)), name)
    day = _day(tree)
    ruby = rubies(parts(_body(tree)))
    captions = [caption.text_content() for caption in tree.iter("figcaption")]
    for element in tree.xpath(_MARKS):
        element.drop_tree()
    from_word = _WORD.search(text[:_SAMPLE]) is not None
    document = _of_word(tree) if from_word else _article(tree)
    notes = [*document.notes]
    if captions:
        label = counted(len(captions), "caption of a picture", "captions of pictures")
        notes.append(f"{label} left out: {quoted(captions[0])}")
    if text.count("\ufffd") > data.count("\ufffd".encode()):
        notes.append("some letters of the page could not be read")
    saved_from = _SAVED_FROM.search(text[:_SAMPLE])
    return document._replace(
        date=day,
        url=document.url or (saved_from[1] if saved_from else ""),
        notes=tuple(notes),
        ruby=ruby,
    )


def _decoded(data: bytes, name: str) -> str:
    """The text of a page, in the encoding that it names, else in the one that fits.

    A broken letter in a page of thousands is no reason to refuse it.
    """
    named = _CHARSET.search(data[:_SAMPLE])
    called = named[1].decode("ascii", "replace").lower() if named else "utf-8"
    codec = "cp932" if called in _SHIFT_JIS else called
    with suppress(LookupError):
        codecs.lookup(codec)
        if not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and b"\0" not in data:
            text = data.removeprefix(codecs.BOM_UTF8).decode(codec, "replace")
            if text.count("\ufffd") <= len(text) / 1000:
                return text
    return decode(data, name)


def _tree(text: str, name: str) -> Any:
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        mend = "open it in a browser and save it again"
        raise InputError("there is no page in it", mend, file=name) from None
    if sum(1 for _ in tree.iter()) > MOST:
        mend = "copy the article out of it and save that as plain text"
        raise InputError("the page is far larger than an article", mend, file=name)
    return tree


def _article(tree: Any) -> Document:
    """The article of a page, and what the page says of it."""
    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(SHORTEST))
    config.set("DEFAULT", "EXTENSIVE_DATE_SEARCH", "off")
    extracted = None
    with suppress(Exception):  # it has many ways to fail on a page that is no article
        extracted = trafilatura.bare_extraction(
            tree,
            config=config,
            fast=True,
            include_comments=False,
            include_formatting=True,
            with_metadata=True,
        )
    found: list[Block] = []
    notes: list[str] = []
    title = source = url = ""
    if extracted is not None and not isinstance(extracted, dict):
        title, source = extracted.title or "", extracted.sitename or ""
        url = extracted.url or ""
        found, notes = blocks(extracted.body)
    _without_links(tree)
    container = max(tree.xpath(_CONTAINERS) or [_body(tree)], key=lambda part: len(_text(part)))
    inside, tables = blocks(container)
    if len(found) > 1:
        found = _restored(found, inside)
    elif len(inside) > len(found):  # short, or taken out of the page as one paragraph
        found, notes = inside, tables
        if container is _body(tree):
            notes.append("the article was not told from its page: delete what is none of it")
    headline, site = _headline(tree, title)
    under = _license(tree)
    return Document(headline, source or site, None, under, url, tuple(found), tuple(notes))


def _restored(found: list[Block], inside: list[Block]) -> list[Block]:
    """The blocks that were found, with the headings and lists between them that were overlooked.

    Args:
        found: what trafilatura takes for the article.
        inside: all of the part of the page that holds it.
    """
    sought = {"".join(block.text.split()) for block in found}
    places = [at for at, block in enumerate(inside) if "".join(block.text.split()) in sought]
    if len(places) < len(found):
        return found
    first, last = places[0], places[-1]
    while first and inside[first - 1].kind == HEADING:
        first -= 1
    while last + 1 < len(inside) and inside[last + 1].kind == ITEM:
        last += 1
    kept = {*places, *(at for at in range(first, last + 1) if inside[at].kind != PARAGRAPH)}
    return [inside[at] for at in sorted(kept)]


def _without_links(tree: Any) -> None:
    """Take out of a page what leads to others: most of its text is in links."""
    for element in tree.xpath(_AROUND):
        element.drop_tree()
    for element in tree.xpath(_LISTS):
        linked = sum(len(_text(link)) for link in element.iter("a"))
        if linked and linked > 0.7 * len(_text(element)):
            element.drop_tree()


def _of_word(tree: Any) -> Document:
    """All of a page that Word saved: it has nothing beside the article."""
    for mark in tree.xpath("//span[contains(@style, 'mso-list:')]"):
        mark.drop_tree()
    for element in tree.xpath("//p[contains(@class, 'MsoListParagraph')]"):
        element.tag = "li"
    titles = tree.xpath("//p[@class='MsoTitle']")
    title = _text(titles[0]) if titles else ""
    found, notes = blocks(_body(tree))
    return Document(title, "", None, "", "", tuple(found), tuple(notes))


def _headline(tree: Any, title: str) -> tuple[str, str]:
    """The headline and the site: the page's one h1, and what its title has after a bar."""
    site = _SITE_AFTER_TITLE.search(title) or _SITE_AFTER_TITLE.search(
        tree.findtext(".//title", "")
    )
    heads = [text for head in tree.iter("h1") if (text := _text(head))]
    if len(heads) == 1 and len(heads[0]) >= len(title) / 3:
        title = heads[0]
    return _SITE_AFTER_TITLE.sub("", title), site[1] if site else ""


def _license(tree: Any) -> str:
    """The licence that a page names in a link; `CC BY 4.0` for Creative Commons."""
    href = next(iter(tree.xpath("//*[@rel='license']/@href")), "")
    commons = _COMMONS.search(href)
    return f"CC {commons[1].upper()} {commons[2]}" if commons else href


def _day(tree: Any) -> date | None:
    """The day of publication, as the page tells it to search engines; in Japan, if in UTC."""
    told = [str(text) for path in _DATES for text in tree.xpath(path)]
    told += (
        found for script in tree.iter("script") for found in _PUBLISHED.findall(script.text or "")
    )
    for text in told:
        with suppress(ValueError, OverflowError):
            moment = datetime.fromisoformat(text.strip())
            utc = moment.tzinfo is not None and moment.utcoffset() == UTC.utcoffset(None)
            return (moment.astimezone(_JAPAN) if utc else moment).date()
        if day := next(dates(text), None):
            return day
    return None


def _text(element: Any) -> str:
    return " ".join(element.text_content().split())


def _body(tree: Any) -> Any:
    """The body of a page; all of one that has frames instead."""
    return tree if tree.body is None else tree.body
