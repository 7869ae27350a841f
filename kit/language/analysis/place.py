"""Places named by a name with the kind of place behind it: 田村市, 上川地方, 前原駅."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kit.language.tagger import Unit

KINDS = {
    "市": "City", "町": "Town", "村": "Village", "区": "Ward", "郡": "District", "県": "Prefecture",
    "府": "Prefecture", "駅": "Station", "港": "Port", "空港": "Airport", "地方": "region",
    "半島": "Peninsula", "海峡": "Strait", "湾": "Bay", "諸島": "Islands", "列島": "Islands",
    "盆地": "Basin", "平野": "Plain", "温泉": "hot spring", "基地": "base",
    "原発": "nuclear power plant",
}  # fmt: skip
"""Kinds of places → their English names."""

MUNICIPAL = frozenset("市町村区郡")
"""Those that may follow a name which is somebody's as well."""

WITH_ONE_KANJI = frozenset("市区")
"""Those whose name may be one kanji, as in 呉市; 森町 is read in several ways."""

HEADS = frozenset("都道府県市区町村")
OF_PLACES = frozenset("長議民警庁")
"""What makes a word with the kind of a place before it: 市長, 県議, 府民, 県警, 都庁."""


def takes_head(units: Sequence[Unit], stop: int) -> bool:
    """Whether a place that ends before `stop` takes the head of the next word: 香川県|議."""
    if stop >= len(units) or units[stop - 1].surface not in HEADS:
        return False
    return units[stop].role == "suffix" and units[stop].surface in OF_PLACES


def place_end(
    units: Sequence[Unit], starts: Sequence[int], i: int, is_place: Callable[[str], bool]
) -> int:
    """Where a place's name with its kind, which begins at unit `i`, ends; `i` where none does."""
    if i + 1 >= len(units) or starts[i] + len(units[i].surface) != starts[i + 1]:
        return i
    name, kind = units[i], units[i + 1].surface
    if kind not in KINDS or takes_head(units, i + 2):
        return i  # 田村市長 is the 市長 of 田村
    if len(name.surface) == 1:
        return i + 2 if kind in WITH_ONE_KANJI and is_place(name.surface + kind) else i
    if "固有名詞" not in name.pos:
        return i
    placed = "地名" in name.pos or kind in MUNICIPAL
    return i + 2 if placed and "国" not in name.pos else i
