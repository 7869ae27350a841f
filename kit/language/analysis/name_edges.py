"""Names that the tagger would cut: each is made one unit.

UniDic knows few foreign names: it makes 金|与|正副|部長 of 金与正副部長, and ハ|シナ of ハシナ.
Where a text has a person's name from the glossary, or one that it reads itself in katakana, it is
tagged anew around the name. Of other foreign names the pieces are joined where a title, or the
point between name and surname, says that it is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Protocol

from kit.language.analysis.mentions import holds
from kit.language.lexicon.glossary import Glossary, Term
from kit.language.script.characters import is_kanji, is_katakana
from kit.language.script.kana import hiragana
from kit.language.tagger import Unit, tag

LINES_KEPT = 64
"""Texts whose names are kept: each is asked about for the whole text, and when it is tagged."""
SHORTEST = 3
"""Characters of a name that is sought; shorter ones turn up by chance."""

PERSON = "名詞-固有名詞-人名-一般"
SPOKEN_TO = frozenset(
    (
        "氏 大統領 首相 外相 国防相 財務相 議員 大使 長官 被告 容疑者 国王 教皇 書記長 次官 補佐官 "
        "総長 議長 総書記 知事 相 官 指導者"
    ).split()
)
"""Titles of people, not of those who lead a company or a club that has a name in katakana too."""
STATESMEN = ("大統領", "首相", "外相", "国防相", "国王", "総司令官", "参謀総長")
"""Titles before which hardly a word stands but a name."""
MADE = frozenset("カリスマ ワンマン イケメン リベラル アイドル ニュー サイボーグ ダミー".split())
"""Words that may stand before such a title all the same."""
SURNAMES = frozenset(
    "金李朴崔鄭姜趙尹張林韓呉徐申権黄安宋洪全高文孫許劉沈盧郭朱禹辛任羅閔陳厳蔡康咸卞廉楊魯薛"
    "魏王曺丁曹馬周胡温毛鄧習汪呂蒋葉傅蕭范潘董袁蘇程姚謝彭杜唐余邱頼柯侯顧何賀耿秦孟梁郝銭喬戴雷馮鄒龔譚廖陶賈殷邵苗于藍"
)
"""Surnames of one character in China and Korea, by which a name is told from what leads to it."""
FOREIGN = SURNAMES - frozenset("林安高文康葉程任余周石成秦毛辛全孫汪馬温")
"""Those that hardly begin another word of the news, or a Japanese name."""
_OFFICE = (
    "氏|大統領|首相|外相|国防相|財務相|統一相|公安相|商務相|主席|国家主席|書記|総書記|副|報道|特別代表|"
    "統一戦線|駐|大使|議員|委員|国情院|両氏|代表|中央|党|政治局|経済|国務委員|国家|財政|参謀|総参謀|人民武力|"
    "政務委員|前外相|前国防相|前首相|元首相|元外相|上将|大将|中将|少将|記者|教授|容疑者|被告|さん|ら"
)
"""How what follows a name in China and Korea begins."""
_IN_KANJI = re.compile(
    rf"(?<![一-鿿々])[{''.join(sorted(FOREIGN))}](?![前元新現副党同両総国外首大])[一-鿿]{{1,2}}?(?={_OFFICE})"
)
SHIP = "名詞-固有名詞-一般-船"
"""What stands for a part of speech of a ship's name."""
_SHIP = re.compile("(?:艦|船|艇|空母)「([ぁ-ゖー]{2,8})」")
PARTY = "名詞-固有名詞-一般"
SURE_NAME = 6
"""Characters of a party's name that no other words make by chance."""
PLACE = "名詞-固有名詞-地名-一般"
GEOGRAPHIC = frozenset("州 川 礁 海峡 市 村 地区 湾 山 橋 運河".split())
"""What follows the name of a place."""
OFFICE = 4
"""Units after a name that are looked at for a title."""
LONGEST_OFFICE = 14
"""Characters after a surname that are looked at for an office."""
LONGEST_KANJI = 4
"""Characters of the longest name in China and Korea."""

_KATAKANA = re.compile("[ァ-ヺー]")
_POINTS = frozenset("・＝")
_POINTED = re.compile("[ァ-ヺー]+(?:[・＝][ァ-ヺー]+)+")


class NamedTagger:
    """A tagger that keeps the names of a glossary's persons and of some parties whole."""

    def __init__(self, glossary: Glossary) -> None:
        self._names: dict[str, list[Unit]] = {}
        for term in glossary:
            unit = person(term.word, term.reading)
            if term.category == "party" and "の" in term.word and len(term.word) >= SURE_NAME:
                # UniDic has 会議 in 日本維新の会議員
                self._names.setdefault(term.word[:2], []).append(replace(unit, pos=PARTY))
            elif term.category == "person" and len(term.word) >= SHORTEST:
                self._names.setdefault(term.word[:2], []).append(unit)
        for names in self._names.values():
            names.sort(key=lambda unit: -len(unit.surface))
        self._shorts: dict[str, list[Term]] = {}
        shorts = {short for term in glossary for short in glossary.short_forms(term.word)}
        for term in sorted(shorts, key=lambda term: (term.word, term.full)):
            if term.category == "person" and term.offices and len(term.word) > 1:
                self._shorts.setdefault(term.word[:2], []).append(term)
        self._found = lru_cache(maxsize=LINES_KEPT)(self._find)
        self._begins = _one_of(self._names)
        self._short = _one_of(self._shorts)

    def tag(self, text: str, others: Mapping[str, Unit], lexicon: Words) -> list[tuple[int, Unit]]:
        """The short units of a text; see `tagger.tag`.

        Args:
            text: in normal form.
            others: names that the text itself reads, as units.
            lexicon: the words that are known.
        """
        placed: list[tuple[int, Unit]] = []
        begin = 0
        found = self.found(text)
        more = [*_found(text, others), *_in_kanji(text, lexicon), *_ships(text)]
        if more:
            found += more
            found.sort(key=lambda one: (one[0], -len(one[1].surface)))
        for start, unit in found:
            if start >= begin:
                placed += ((begin + at, other) for at, other in tag(text[begin:start]))
                placed.append((start, unit))
                begin = start + len(unit.surface)
        if not begin:
            return tag(text)
        placed += ((begin + at, other) for at, other in tag(text[begin:]))
        return placed

    def in_office(self, text: str) -> Iterator[str]:
        """The whole names of those whose surname stands in a text with their office behind it."""
        for begin in self._short.finditer(text):
            at = begin.start()
            for term in self._shorts.get(text[at : at + 2], ()):
                end = at + len(term.word)
                whole = text.startswith(term.word, at) and not _inside(text, at, end)
                if whole and holds(term, text[end : end + LONGEST_OFFICE]):
                    yield term.full

    def found(self, text: str) -> list[tuple[int, Unit]]:
        """The names in the text, from left to right, of two at one place the longer first."""
        return list(self._found(text))

    def _find(self, text: str) -> tuple[tuple[int, Unit], ...]:
        return tuple(
            (i, unit)
            for i in (begin.start() for begin in self._begins.finditer(text))
            for unit in self._names.get(text[i : i + 2], ())
            if text.startswith(unit.surface, i) and not _inside(text, i, i + len(unit.surface))
        )


def _one_of(starts: Iterable[str]) -> re.Pattern[str]:
    """What finds the characters that one of some beginnings has first."""
    first = re.escape("".join(sorted({start[0] for start in starts})))
    return re.compile(f"[{first}]" if first else "(?!)")


def _inside(text: str, start: int, end: int) -> bool:
    """Whether a piece of katakana goes on to the left or the right."""
    left = start > 0 and _KATAKANA.match(text[start]) and _KATAKANA.match(text[start - 1])
    right = end < len(text) and _KATAKANA.match(text[end - 1]) and _KATAKANA.match(text[end])
    return bool(left or right)


def _found(text: str, names: Mapping[str, Unit]) -> list[tuple[int, Unit]]:
    """Where names stand in a text."""
    return [
        (found.start(), unit)
        for name, unit in names.items()
        for found in re.finditer(re.escape(name), text)
    ]


def _in_kanji(text: str, lexicon: Words) -> Iterator[tuple[int, Unit]]:
    """The names of Chinese and Koreans whom nobody knows, before an office: 朴正天書記."""
    for found in _IN_KANJI.finditer(text):
        name = found[0]
        if any(lexicon.pos(form) or lexicon.term(form) for form in {name, name[:2]}):
            continue
        # UniDic has 金子 of 金子徹 as one unit, but cuts 金|徳|訓
        japanese = len(tag(name)[0][1].surface) > 1
        if not (japanese or lexicon.surname(name) or lexicon.place(name)):
            unit = person(name, "".join([lexicon.on(character) for character in name]))
            yield found.start(), replace(unit, known=False)


def _ships(text: str) -> Iterator[tuple[int, Unit]]:
    """The names of ships in hiragana: 護衛艦「いずも」."""
    if "「" in text:
        for found in _SHIP.finditer(text):
            yield found.start(1), replace(person(found[1], found[1]), pos=SHIP)


class Words(Protocol):
    """What is asked of glossary and dictionary."""

    def pos(self, form: str) -> frozenset[str]:
        """The parts of speech that JMdict gives a form."""

    def term(self, form: str) -> bool:
        """Whether the glossary has this headword, other than as a name's short form."""

    def surname(self, form: str) -> bool:
        """Whether JMnedict has this form as a surname."""

    def place(self, form: str) -> bool:
        """Whether JMnedict has this form as the name of a place."""

    def on(self, character: str) -> str:
        """The first on reading of a kanji, in hiragana; empty where it has none."""


def joined(placed: list[tuple[int, Unit]], lexicon: Words) -> list[tuple[int, Unit]]:
    """The units, those that UniDic makes of a foreign name's pieces put together.

    ル|ドリアン is one where 外相 follows, ソン|ファン where イン・ stands before it.
    """
    if not any(is_katakana(unit.surface[0]) for _, unit in placed):
        return placed
    if any(_POINTED.fullmatch(unit.surface) for _, unit in placed):
        placed = [piece for one in placed for piece in _parted(*one)]
    made: list[tuple[int, Unit]] = []
    at = 0
    while at < len(placed):
        pieces = _pieces(placed, at)
        if not pieces:
            made.append(placed[at])
            at += 1
            continue
        end = pieces[-1][1]
        if len(pieces) == 1:
            made += _before_title(placed, at, end, lexicon)
        elif _is_foreign([[unit for _, unit in placed[a:b]] for a, b in pieces], lexicon):
            for start, stop in pieces:
                made.append(_one(placed[start:stop]))
                made += placed[stop : min(stop + 1, end)]
        else:
            made += placed[at:end]
        at = end
    return made


def _parted(start: int, unit: Unit) -> Iterator[tuple[int, Unit]]:
    """A name that UniDic takes whole, with its points, as name, point and surname."""
    if unit.known or _POINTED.fullmatch(unit.surface) is None:
        yield start, unit
        return
    for piece in re.split("([・＝])", unit.surface):
        point = piece in _POINTS
        yield start, tag(piece)[0][1] if point else person(piece, hiragana(piece))
        start += len(piece)


def _pieces(placed: Sequence[tuple[int, Unit]], at: int) -> list[tuple[int, int]]:
    """The runs of units in katakana from `at` on, parted by points: pairs of where they stand."""
    runs: list[tuple[int, int]] = []
    start = at
    while start < len(placed) and is_katakana(placed[start][1].surface):
        stop = start + 1
        while stop < len(placed) and _touching(placed, stop):
            stop += 1
        runs.append((start, stop))
        if stop >= len(placed) or placed[stop][1].surface not in _POINTS:
            break
        start = stop + 1
    return runs


def _touching(placed: Sequence[tuple[int, Unit]], at: int) -> bool:
    start, before = placed[at - 1]
    return placed[at][0] == start + len(before.surface) and is_katakana(placed[at][1].surface)


def _before_title(
    placed: list[tuple[int, Unit]], at: int, end: int, lexicon: Words
) -> list[tuple[int, Unit]]:
    """A run of katakana as one name where a title follows, but for a country before it."""
    if placed[end : end + 1] and placed[end][1].surface in GEOGRAPHIC:
        units = [unit for _, unit in placed[at:end]]
        if "固有名詞" in units[0].pos or _is_word(units, lexicon):
            return placed[at:end]
        start, unit = _one(placed[at:end])
        return [(start, replace(unit, pos=PLACE, known=False))]
    if not _titled([unit for _, unit in placed[end : end + OFFICE]]):
        return placed[at:end]
    first = at
    while first < end - 1 and "地名" in placed[first][1].pos:
        first += 1
    units = [unit for _, unit in placed[first:end]]
    if len(units) == 1 and _led(placed, at, end):
        return [*placed[at:first], _one(placed[first:end])]
    if (len(units) == 1 and "人名" in units[0].pos) or _is_word(units, lexicon):
        return placed[at:end]
    return [*placed[at:first], _one(placed[first:end])]


def _led(placed: Sequence[tuple[int, Unit]], at: int, end: int) -> bool:
    """Whether の stands before a word and a statesman's title behind: タイのセター首相."""
    if at < 2 or placed[at - 1][1].surface != "の" or placed[at][1].surface in MADE:
        return False
    after = "".join([unit.surface for _, unit in placed[end : end + 3]])
    return "名詞" in placed[at - 2][1].pos and after.startswith(STATESMEN)


def _titled(after: Sequence[Unit]) -> bool:
    """Whether a title follows, right away or with whose it is between: 米国防長官, 国連大使."""
    said = ""
    for unit in after:
        said += unit.surface
        if unit.surface in SPOKEN_TO or said in SPOKEN_TO:
            return True
        if not is_kanji(unit.surface) or unit.role == "verb":
            return False
    return False


def _is_foreign(pieces: Sequence[Sequence[Unit]], lexicon: Words) -> bool:
    """Whether pieces with points between them are a name, not a list of words or of places."""
    if any("地名" in units[0].pos for units in pieces):
        return False
    return any(not _is_word(units, lexicon) for units in pieces)


def _is_word(units: Sequence[Unit], lexicon: Words) -> bool:
    """Whether a piece is a word or several."""
    whole = "".join([unit.surface for unit in units])
    if lexicon.pos(whole) or lexicon.term(whole):
        return True
    return all(
        len(unit.surface) > 1 and "人名" not in unit.pos and lexicon.pos(unit.surface)
        for unit in units
    )


def _one(run: Sequence[tuple[int, Unit]]) -> tuple[int, Unit]:
    """The units of a name as one."""
    start, first = run[0]
    if len(run) == 1 and "人名" in first.pos:
        return run[0]
    return start, person(
        "".join([unit.surface for _, unit in run]), "".join([unit.reading for _, unit in run])
    )


def before_reading(before: str) -> str:
    """The name in kanji that ends a text, before its reading in katakana; empty where none is."""
    size = 0
    while size < len(before) and is_kanji(before[-size - 1]):
        size += 1
    for length in (3, 2):
        if size >= length and before[-length] in SURNAMES:
            return before[-length:]
    return before[-size:] if 2 <= size <= LONGEST_KANJI else ""


def person(name: str, reading: str) -> Unit:
    """A unit that is somebody's name."""
    return Unit(
        name,
        PERSON,
        type="",
        form="",
        lemma=name,
        base=name,
        reading=reading,
        base_reading=reading,
        origin="固",
        accent=(),
        joining="",
        known=True,
        role="noun",
        opens=False,
    )
