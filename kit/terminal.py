"""Annotated text and dictionary entries for a reader at a terminal.

With a width, furigana stands above the kanji and rows end at that width; without one (in a file or
a pipe) it follows them: 内閣（ないかく）.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from kit.language.article import Paragraph, Step, Word
from kit.language.lexicon.lookup import Match
from kit.lesson.ruby import KANJI

if TYPE_CHECKING:
    from kit.learner.coverage import Planned

MOST_MATCHES = 10
"""Dictionary entries shown for one form."""
MOST_GLOSSES = 3
"""Glosses shown for a word of a text."""
WIDEST_HEADWORD = 32
NARROWEST = 10
"""Columns of a terminal that a text has at least."""
NO_GLOSS = "not in the dictionary"

_NOT_FIRST = frozenset(
    "、。，．・：；？！?!,.:;」』）)］]】〉》”’…‥ー～〜々ぁぃぅぇぉっゃゅょァィゥェォッャュョ％%"
)
_BRACKETS = "「『（(［[【〈《“‘"
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")

Piece = tuple[str, str | None]
"""Text and the furigana above it."""


@lru_cache(1 << 14)
def _cell(character: str) -> int:
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    return 0 if unicodedata.category(character) in ("Mn", "Me", "Cf") else 1


def cells(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(map(_cell, text))


def paragraph_lines(paragraph: Paragraph, width: int | None, colour: bool) -> Iterator[str]:
    """A paragraph with furigana, and under it a table of the words in it, each once."""
    words = list(paragraph.words)
    strong = colour and paragraph.kind in ("title", "heading")
    if width is None:
        yield "".join(
            base if ruby is None else f"{base}（{ruby}）"
            for word in words
            for base, ruby in _pieces(word)
        )
    else:
        for ruby, base in ruby_rows([_pieces(word) for word in words], width):
            if ruby:
                yield _style(ruby, "2", colour)
            yield _style(base, "1", strong)
    yield from _table(words, width, colour)
    yield ""


def ruby_rows(words: Iterable[Sequence[Piece]], width: int) -> Iterator[tuple[str, str]]:
    """Rows of (furigana, text) no wider than `width` columns, broken between words.

    Furigana begins over its kanji and hangs over what follows; only the next furigana gives way.
    """
    row = _Row()
    for unit in _units(words):
        longer = row.with_pieces(unit)
        if longer.width <= width:
            row = longer
            continue
        if row.base:
            yield row.ruby, row.base
        row = _Row().with_pieces(unit)
        if row.width > width:
            row = _Row()
            for piece in _small(unit):
                longer = row.with_pieces([piece])
                if longer.width > width and row.base:
                    yield row.ruby, row.base
                    longer = _Row().with_pieces([piece])
                row = longer
    if row.base:
        yield row.ruby, row.base


def match_lines(
    form: str, matches: Sequence[Match], width: int | None, colour: bool
) -> Iterator[str]:
    """The dictionary entries of a form."""
    if not matches:
        yield f"{_clean(form)}: nothing found"
        yield ""
    for match in matches[:MOST_MATCHES]:
        head = _style(_clean(match.headword), "1", colour)
        readings = [reading for reading in match.readings if reading != match.headword]
        head += f"【{'、'.join(readings)}】" if readings else ""
        others = [spelling for spelling in match.spellings if spelling != match.headword]
        if others:
            head += _style(f"  also {'、'.join(others)}", "2", colour)
        if match.length < len(form):
            head += _style(f"  for {_clean(match.matched)}", "2", colour)
        yield head
        for row in _ladder(match.headword, match.inflection, width):
            yield f"  {row}"
        for number, gloss in enumerate(match.glosses, 1):
            yield f"  {number}. {gloss}"
        yield ""
    if len(matches) > MOST_MATCHES:
        yield f"… and {len(matches) - MOST_MATCHES} more (--json gives all)"
        yield ""


def plan_lines(words: Sequence[Planned], width: int | None, colour: bool) -> Iterator[str]:
    """A line for each word to learn: how often it is there, the share after it, its meaning."""
    heads = [_clean(_with_reading(word)) for word in words]
    column = min(WIDEST_HEADWORD, max(map(cells, heads), default=0))
    times = max((len(str(word.count)) for word in words), default=0)
    for head, word in zip(heads, words, strict=True):
        gap = " " * max(0, column - cells(head))
        # Rounded down, so that no share seems to be reached that is not.
        share = f"{int(1000 * word.coverage + 1e-9) / 10:.1f}%"
        numbers = f"  {word.count:{times}}×  {share:>6}  "
        gloss = _clean(word.gloss) or NO_GLOSS
        if width is not None:
            gloss = _cut(gloss, width - 2 - cells(head + gap + numbers))
        yield f"  {_style(head, '1', colour)}{gap}{_style(numbers, '2', colour)}{gloss}"


def table_lines(
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    numbers: int,
    width: int | None,
    colour: bool,
) -> Iterator[str]:
    """Rows in columns below a head.

    Args:
        head: what the columns are called.
        rows: a cell for each column.
        numbers: the first columns, whose cells are numbers; the others share what is left of the
            width, where none takes more than it needs.
        width: of the terminal; None for as much as it takes.
        colour: whether the head is set apart.
    """
    table = [[_clean(cell) for cell in row] for row in (head, *rows)]
    widths = [max(map(cells, column)) for column in zip(*table, strict=True)]
    if width is not None:
        room = width - sum(widths[:numbers]) - 2 * (len(widths) - 1)
        widths[numbers:] = _shared(widths[numbers:], room)
    for line, row in enumerate(table):
        shown = [
            " " * (room - cells(cell)) + cell
            if column < numbers
            else cell + " " * (room - cells(cell))
            for column, (cell, room) in enumerate(zip(map(_cut, row, widths), widths, strict=True))
        ]
        yield _style("  ".join(shown).rstrip(), "2", colour and line == 0)


def _shared(wanted: Sequence[int], room: int) -> list[int]:
    """A width for each column: what it wants, or a fair part of the room."""
    widths = dict.fromkeys(range(len(wanted)), 0)
    for left, column in enumerate(sorted(widths, key=lambda column: wanted[column])):
        widths[column] = max(NARROWEST, min(wanted[column], room // (len(wanted) - left)))
        room -= widths[column]
    return list(widths.values())


class _Row:
    """A row of text with its furigana, as it grows."""

    def __init__(self) -> None:
        self.ruby = self.base = ""
        self._ruby_end = self._base_end = 0

    @property
    def width(self) -> int:
        return max(self._ruby_end, self._base_end)

    def with_pieces(self, pieces: Iterable[Piece]) -> _Row:
        """The row with these at its end."""
        row = _Row()
        row.ruby, row.base = self.ruby, self.base
        row._ruby_end, row._base_end = self._ruby_end, self._base_end
        for base, ruby in pieces:
            if ruby:
                start = max(row._base_end, row._ruby_end + 1 if row._ruby_end else 0)
                # An opening bracket stays with what it opens.
                bare = row.base.rstrip(_BRACKETS)
                row.base = bare + " " * (start - row._base_end) + row.base[len(bare) :]
                row.ruby += " " * (start - row._ruby_end) + ruby
                row._base_end, row._ruby_end = start, start + cells(ruby)
            row.base += base
            row._base_end += cells(base)
        return row


def _units(words: Iterable[Sequence[Piece]]) -> Iterator[list[Piece]]:
    """What no row may break: a word, with an opening bracket before it and a full stop after."""
    unit: list[Piece] = []
    for word in words:
        if unit and word and word[0][0][:1] not in _NOT_FIRST and unit[-1][0][-1:] not in _BRACKETS:
            yield unit
            unit = []
        unit.extend(word)
    if unit:
        yield unit


def _small(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The same text in the smallest pieces."""
    for base, ruby in pieces:
        if ruby:
            yield base, ruby
        else:
            yield from ((character, None) for character in base)


def _pieces(word: Word) -> list[Piece]:
    """A word's furigana, with neighbouring kanji under one, as a line of a terminal has no room."""
    pieces: list[Piece] = []
    for base, ruby in word.furigana:
        if ruby and pieces and pieces[-1][1]:
            before, reading = pieces.pop()
            pieces.append((before + base, f"{reading}{ruby}"))
        else:
            pieces.append((_clean(base), ruby))
    return pieces


def _table(words: Iterable[Word], width: int | None, colour: bool) -> Iterator[str]:
    """A line for each word of the dictionary, and one for its inflection."""
    shown: dict[str, Word] = {}
    for word in words:
        if word.kind in ("word", "name", "number") and (word.glosses or word.uncertain):
            shown.setdefault(word.headword, word)
    heads = {head: _head(word) for head, word in shown.items()}
    column = min(WIDEST_HEADWORD, max(map(cells, heads.values()), default=0))
    for head, word in shown.items():
        gloss = "; ".join(word.glosses[:MOST_GLOSSES]) or NO_GLOSS
        notes = [f"top {word.level.frequency},000"] if word.level.frequency else []
        notes += ["a guess"] if word.uncertain else []
        note = f"  ({', '.join(notes)})" if notes else ""
        gap = " " * max(1, column + 2 - cells(heads[head]))
        if width is not None:
            gloss = _cut(gloss, width - 2 - cells(heads[head] + gap + note))
        name = _style(heads[head], "1", colour)
        yield f"  {name}{gap}{gloss}{_style(note, '2', colour)}"
        for row in _ladder(word.headword, word.inflection, width):
            yield _style(f"    {row}", "2", colour)


def _head(word: Word) -> str:
    """The headword, with its reading where the text has the headword itself."""
    head = _clean(word.headword)
    same = word.surface == word.headword and any(ruby for _, ruby in word.furigana)
    return f"{head}【{word.reading}】" if same else head


def _with_reading(word: Planned) -> str:
    """The headword, with its reading where it has kanji."""
    read = word.reading and KANJI.search(word.headword)
    return f"{word.headword}【{word.reading}】" if read else word.headword


def _ladder(headword: str, steps: Sequence[Step], width: int | None) -> Iterator[str]:
    """The steps of inflection in a row where they have room, else a step a row."""
    rungs = [f"→ {step.form} ({step.step})" for step in steps]
    row = " ".join([headword, *rungs])
    if rungs and (width is None or cells(row) <= width - 4):
        yield row
    elif rungs:
        yield f"{headword} {rungs[0]}"
        yield from (f"  {rung}" for rung in rungs[1:])


def _cut(text: str, width: int) -> str:
    """As much of a text as goes into so many columns, at least the fewest."""
    if cells(text) <= max(NARROWEST, width):
        return text
    room, end = max(NARROWEST, width) - 1, 0
    while (room := room - _cell(text[end])) >= 0:
        end += 1
    return text[:end] + "…"


def _clean(text: str) -> str:
    """The text without what could play tricks on a terminal."""
    return _CONTROL.sub("\ufffd", text).replace("\t", " ").replace("\n", " ")


def _style(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour and text else text
