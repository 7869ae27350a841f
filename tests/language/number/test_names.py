"""Names with numbers or letters in them: read as they are said, and certain."""

from __future__ import annotations

import re

import pytest

from kit import annotate
from kit.language.number.names import names

IN_TEXT = """
5G の整備だ。 ふぁいぶじー
4G から移る。 ふぉーじー
3G が終わる。 すりーじー
6G の研究だ。 しっくすじー
3D の地図だ。 すりーでぃー
2D の地図だ。 つーでぃー
4K で放送する。 よんけー
８Ｋ で放送する。 はちけー
PAC3 を置く。 ぱっくすりー
PAC-3 を置く。 ぱっくすりー
F35 を買う。 えふさんじゅうご
F-35 を買う。 えふさんじゅうご
F35B を買う。 えふさんじゅうごびー
F15 が飛ぶ。 えふじゅうご
B52 が飛ぶ。 びーごじゅうに
P3C が飛ぶ。 ぴーすりーしー
H3 を打ち上げる。 えいちすりー
SM3 を撃つ。 えすえむすりー
N95 を配る。 えぬきゅうじゅうご
V2 を造る。 ぶいつー
G7 が集まる。 じーせぶん
G8 が集まる。 じーえいと
CO2 を減らす。 しーおーつー
PM2.5 を測る。 ぴーえむにーてんご
iPS 細胞を使う。 あいぴーえす
110番 に電話する。 ひゃくとおばん
119番 に電話する。 ひゃくじゅうきゅうばん
3・11 を語る。 さんてんいちいち
9・11 を語る。 きゅういちいち
八・一五 を語る。 はちいちご
二・二六 を語る。 ににろく
五・一五 を語る。 ごいちご
"""


@pytest.mark.parametrize("row", IN_TEXT.strip().splitlines())
def test_a_name_with_a_number_is_one_word(row: str) -> None:
    name, after, reading = row.split()
    word = next(annotate(name + after).words)
    assert (word.surface, word.reading, word.uncertain) == (name, reading, False)
    assert word.glosses[0]


@pytest.mark.parametrize(
    ("text", "surface", "reading"),
    [
        ("3・11%増えた。", "3・11%", "さんてんいちいっぱーせんと"),
        ("9・11倍に増えた。", "9・11倍", "きゅうてんいちいちばい"),
        ("110番目の国だ。", "110番目", "ひゃくじゅうばんめ"),
        ("3Dプリンターで作る。", "3D", "すりーでぃー"),
        ("35人が残る。", "35人", "さんじゅうごにん"),
    ],
)
def test_a_longer_number_is_no_name(text: str, surface: str, reading: str) -> None:
    word = next(annotate(text).words)
    assert (word.surface, word.reading) == (surface, reading)


def test_rows_are_well_formed() -> None:
    for name, row in names().items():
        assert row.kind in {"name", "word"}, name
        assert all(re.fullmatch("[ぁ-んー]+", reading) for reading in row.readings), name
        assert row.meaning, name
