"""Patterns over short units: the word in bars, and the pattern that fits there or does not."""

import re

import pytest

from kit.language.lexicon.pattern import PatternError, matches, parse
from kit.language.tagger import tag

FIT = """
日本の|米|を炊く。 ～ を 炊く
日本の|米|を炊いた。 ～ を 炊く
|米|を大鍋で毎朝炊く。 ～ を … 炊く
|米|政府は動いた。 ～ [noun]
首相の|方|は見た。 の ～ は|も
賛成する|方|が多い。 [verb:連体形|終止形] ～
|一時|、中断した。 [start] ～ [end]
「|一時|」と書く。 [start] ～ [end]
2|台|が通る。 [number] ～
石破|君|が答えた。 [person|name] ～
岸田|元首相|が語る。 [name] ～
東京|側|が折れた。 [place] ～
会議を|開いた|。 を ～
核兵器の|削減|を進める。 核兵器 の ～
核兵器の|削減|を進める。 核 兵器 の ～
会談を|受け入れた|。 !は ～
今すぐ|会談|した。 すぐ? ～
|会談|した。 すぐ? ～
|米|を買う。 ～ を … 食べる / ～ を 買う
"""

MISS = """
|米|を炊く。 ～ が 炊く
|米|を買う。雨が降る。飯を炊く。 ～ を … 炊く
首相は|方|を見た。 の ～
|一時|に始まる。 [start] ～ [end]
石破|君|が答えた。 [number] ～
会議は|開いた|。 を ～
会談を|受け入れた|。 !を ～
|米|政府は動いた。 ～ ![noun]
"""


def _fits(row: str) -> bool:
    sentence, _, cell = row.partition(" ")
    before, word, after = sentence.split("|")
    placed = tag(before + word + after)
    starts = [start for start, _ in placed]
    units = [unit for _, unit in placed]
    first = starts.index(len(before))
    stop = len(before) + len(word)
    last = starts.index(stop) if stop in starts else len(units)
    return matches(parse(cell), units, first, last)


@pytest.mark.parametrize("row", FIT.strip().splitlines())
def test_a_pattern_fits_what_stands_around_the_word(row: str) -> None:
    assert _fits(row)


@pytest.mark.parametrize("row", MISS.strip().splitlines())
def test_a_pattern_does_not_fit_other_neighbours(row: str) -> None:
    assert not _fits(row)


@pytest.mark.parametrize(
    ("cell", "fault"),
    [
        ("の は", "must hold ～ once"),
        ("～ ～", "must hold ～ once"),
        ("[nuon] ～", "[nuon] is no class"),
        ("| ～", "has nothing beside a |"),
        ("は |も ～", "has nothing beside a |"),
        ("は| も ～", "has nothing beside a |"),
        ("は?|も ～", "? may not stand within"),
        ("は|!も ～", "! may not stand within"),
        ("[noun ～", "[ may not stand within"),
    ],
)
def test_a_pattern_that_cannot_be_read_says_why(cell: str, fault: str) -> None:
    with pytest.raises(PatternError, match=re.escape(fault)):
        parse(cell)


def test_an_empty_cell_holds_no_pattern() -> None:
    assert parse("") == ()
