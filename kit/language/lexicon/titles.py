"""What stands beside names in the news: titles, and countries written in one character."""

from __future__ import annotations

from kit.language.lexicon.glossary import Term

TITLES = frozenset(
    (
        "氏 大統領 首相 主席 総書記 国家主席 総統 総理 外相 国防相 首席 議長 長官 代表 党首 総裁 "
        "委員長 書記長 書記 幹事長 知事 市長 町長 村長 区長 議員 政権 内閣 会長 社長 大臣 さん "
        "さま 様 殿 君 くん 女史 夫妻 夫人 国王 天皇 皇后 陛下 殿下 教授 監督 選手 被告 容疑者 "
        "死刑囚 大使 公使 副大統領 副知事 副大臣 政務官 報道官 補佐官 顧問 理事長 学長 総長 "
        "司令官 将軍"
    ).split()
)
"""What follows a surname; a surname of one kanji is one only before these."""

OFFICE_PREFIXES = frozenset({"元", "前", "現", "新", "故", "次期"})
"""What may stand between a name and its title."""


def is_title(word: str) -> bool:
    """Whether a word is a title that follows a name: 氏, 大統領, 外務相."""
    return word in TITLES or (word.endswith("相") and len(word) > 1)


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

LEADERS = frozenset("岸 林 森 原 堀 泉 星 東".split())
"""Surnames in one character after which a faction may be called, nouns elsewhere (森派)."""

KOREAN = {
    kana: Term(kana, reading, (f"{name} (Korean surname)",), kind="name", category="person")
    for kana, reading, name in (
        row.split(" ", 2)
        for row in (
            "イ い Lee|キム きむ Kim|パク ぱく Park|チェ ちぇ Choi|チョ ちょ Cho|ハン はん Han|"
            "ノ の Roh|カン かん Kang|チョン ちょん Chung, Jeong or Jung|ホン ほん Hong|"
            "シン しん Shin|イム いむ Lim|クォン くぉん Kwon|ファン ふぁん Hwang|ペク ぺく Baek|"
            "ソ そ Suh or Seo|ユ ゆ Yoo|オ お Oh|アン あん Ahn|ムン むん Moon|ユン ゆん Yoon"
        ).split("|")
    )
}
"""Surnames as they stand in katakana before a title (イ大統領, チョ国防相)."""

NATIONAL = TITLES | frozenset(
    "政府 軍 国防 国防省 議会 大使 大使館 首脳 外務 外務省 財務相".split()
)
"""What follows a country of one character."""
