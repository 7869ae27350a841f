"""Variants of kanji that names are written with (髙, 﨑, 𠮷) → what dictionaries have for them."""

from __future__ import annotations

from kit.language.script.old_kanji import OLD

_PAIRS = """
髙高 﨑崎 嵜崎 碕崎 濵浜 𠮷吉 栁柳 桒桑 邉辺 槗橋 𣘺橋 曻昇 柗松 𡈽土 舩船 厯暦 渊淵 槇槙
埀垂 煕熙 晧皓 逹達 皷鼓 靏鶴 靍鶴 躰体 軄職 冝宜 𠩤原 㟢崎 隝島 嶌島 斈学 圀国
"""

_IN_USE = frozenset("龍舘嶋峯")
"""Old forms that dictionaries have beside the others, in words of their own."""

VARIANTS = {
    old: new
    for old, new in (OLD | {ord(pair[0]): pair[1] for pair in _PAIRS.split()}).items()
    if chr(old) not in _IN_USE and chr(old) != new
}
"""For `str.translate`: a variant → the form under which it is looked up, one for one."""
