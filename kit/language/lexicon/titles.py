"""What stands beside names in the news: titles, and countries written in one character."""

from __future__ import annotations

from kit.language.lexicon.glossary import Term

TITLES = frozenset(
    (
        "氏 大統領 首相 主席 総書記 国家主席 総統 総理 外相 国防相 首席 議長 長官 代表 党首 "
        "委員長 書記長 幹事長 知事 市長 議員 政権 会長 社長 大臣 さん"
    ).split()
)
"""What follows a surname; a surname of one kanji is one only before these."""

COUNTRIES = {
    character: Term(
        character, reading, (f"{name} (in headlines and compounds)",), kind="name", category="place"
    )
    for character, reading, name in (
        row.split(" ", 2)
        for row in (
            "日 にち Japan|米 べい United States|中 ちゅう China|韓 かん South Korea|"
            "朝 ちょう North Korea|台 たい Taiwan|英 えい United Kingdom|仏 ふつ France|"
            "独 どく Germany|伊 い Italy|露 ろ Russia|ロ ろ Russia|豪 ごう Australia|"
            "印 いん India|加 か Canada|比 ひ Philippines|越 えつ Vietnam|欧 おう Europe"
        ).split("|")
    )
}
"""Countries in one character, as headlines and compounds have them (米英仏, 韓国防相)."""

NATIONAL = TITLES | frozenset(
    "政府 軍 国防 国防省 議会 大使 大使館 首脳 外務 外務省 財務相".split()
)
"""What follows a country of one character."""
