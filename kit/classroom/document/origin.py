"""Where an article comes from, as its lines say it: date, outlet, writer, licence, address."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from kit.classroom.document.wrapped import finished

ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
"""The year before the first of each era."""

YEARS = range(1868, 2200)
"""The years that an article may be of."""

OUTLETS = {"共同": "共同通信", "時事": "時事通信"}
"""What agencies are called that newspapers name in short."""

_KANJI = "〇一二三四五六七八九"
_DIGITS = str.maketrans(_KANJI + "零", "01234567890")
_NUMBER = rf"(?:\d{{1,2}}|[{_KANJI}十]{{1,3}})"
_DATE = re.compile(
    rf"(?:(?<!\d)(?P<year>\d{{4}}|[{_KANJI}零]{{4}})"
    rf"|(?P<era>{'|'.join(ERAS)})(?P<of_era>元|{_NUMBER}))"
    rf"年(?:\([^()]{{1,10}}\))?\s?(?P<month>{_NUMBER})月\s?(?P<day>{_NUMBER})日"
    r"|(?<![\d/.-])(?P<y>\d{4})(?P<mark>[-/.])(?P<m>\d{1,2})(?P=mark)(?P<d>\d{1,2})(?![\d/-])"
)
_MONTH_AND_DAY = re.compile(rf"{_NUMBER}月{_NUMBER}日")
_BESIDE_DATE = re.compile(
    r"T?(?:午前|午後|AM|PM)?\s?\d{1,2}[:時]\d{1,2}(?:[:分]\d{0,2})?秒?(?:\+09:00|Z)?|\d{1,2}時"
    r"|\s*\([月火水木金土日](?:曜日?)?\)|[月火水木金土日]曜日?|(?<=\s)[付発]"
    r"|(?:最終)?(?:公開|更新|配信|掲載|投稿|発行|発表|作成|発信|記事)(?:日時?|時刻)?|日時|日付"
    r"|posted|published|updated|date|last|\bon\b|\bat\b|JST|[-:/|,.\s()\[\]【】〔〕・、—―~]+",
    re.IGNORECASE,
)
_AGENCY = (
    "共同|時事|ロイター|AFP(?:=時事)?|AP|NHK|CNN|BBC|CGTN|ANN|NNN|FNN|JNN|タス|新華社|中央社"
    r"|聯合ニュース|ブルームバーグ|[^\s。、「」=]{1,16}(?:新聞|通信)"
)
_NAMES = rf"{_AGENCY}|[^\s。、「」=]{{1,16}}(?:放送|テレビ|ニュース|日報|時報|タイムズ)"
_EDITION = r"(?:\s?(?:社|電子版|デジタル|オンライン|NEWS|(?:WEB|Web)版?|[朝夕]刊))*"
_OUTLET = re.compile(rf"(?:{_NAMES}){_EDITION}")
_ALONE = re.compile(rf"(?:{_AGENCY}){_EDITION}")
_PLACE_AND_AGENCY = re.compile(rf".{{1,12}}?({_AGENCY})")
_AFTER_OUTLET = re.compile(r"(?:発|電|配信|提供|より|から|記者|特派員)+$")
_LABELLED = re.compile(
    r"[【\[(]?(?P<label>出典|出所|引用元|引用|ソース|情報源|配信元|配信|提供元?|発行元?|媒体|source)"
    r"[】\])]?\s?[:=]\s?(?P<rest>\S.*)",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:文責?|取材(?:・文)?|執筆者?|筆者|著者|記者|by)\s?[:=/]\s?(?P<name>\S.{0,29})"
    r"|(?P<signed>[一-鿿々ァ-ヶー・]{2,12}\s?[一-鿿々ァ-ヶー]{0,6}(?:記者|特派員))",
    re.IGNORECASE,
)
_LICENSED = re.compile(
    r"(?:ライセンス|利用許諾|licen[cs]e)\s?[:=]\s?(?P<rest>\S.*)"
    r"|(?P<cc>(?:CC|クリエイティブ・コモンズ)[\s-].{2,60})",
    re.IGNORECASE,
)
_URL = re.compile(r"https?://[^\s\"'<>「」（）()、。]+", re.IGNORECASE)
_SITE = re.compile(r"(?:[a-z0-9-]{1,40}\.){1,3}[a-z]{2,10}", re.IGNORECASE)
_AT_START = re.compile(r"[【\[(〔（［](?P<credit>[^】\])〕）］]{2,30})[】\])〕）］]\s?[-―—]?\s*")
_AT_END = re.compile(
    r"\s*[【\[(〔（［](?P<credit>[^【\[(〔（［】\])〕）］]{2,40})[】\])〕）］]\s*$"
)
_PLACED = re.compile(r"(?P<place>[^\s=]{1,14})=(?P<name>[^\s=]{2,8})")
_NAME = re.compile(r"[一-鿿々]{1,4}[\s・]?[一-鿿々]{1,3}|[ァ-ヶー]{2,8}[・=][ァ-ヶー]{2,12}")
_NO_NAME = re.compile(
    "[略注続終完了編図順左右]|要旨|抜粋|全文|談$|写真|声明|合意|会談|以下|同上|当時|現在"
)
_PUBLISHED = re.compile("配信|掲載|公開|付|朝刊|夕刊")
_LONGEST = 80


class Origin(NamedTuple):
    """What a line says of an article's origin; each part empty where it does not say it.

    undated: the line gives a month and a day, but no year.
    """

    date: date | None = None
    source: str = ""
    writer: str = ""
    license: str = ""
    url: str = ""
    undated: bool = False


def merged(found: Iterable[Origin]) -> Origin:
    """All that several lines say; where two say the same thing, the first is right."""
    whole = Origin()
    for told in found:
        whole = Origin(
            whole.date or told.date,
            whole.source or told.source,
            whole.writer or told.writer,
            whole.license or told.license,
            whole.url or told.url,
        )
    return whole


def dates(text: str) -> Iterator[date]:
    """The days that a text names with their year, in Arabic or kanji digits or by an era."""
    for found in _DATE.finditer(unicodedata.normalize("NFKC", text)):
        part = found.groupdict()
        with suppress(ValueError):  # 2月30日
            if part["era"]:
                year = ERAS[part["era"]] + (
                    1 if part["of_era"] == "元" else _number(part["of_era"])
                )
            else:
                year = int((part["year"] or part["y"]).translate(_DIGITS))
            month, day = part["month"] or part["m"], part["day"] or part["d"]
            told = date(year, _number(month), _number(day))
            if told.year in YEARS:
                yield told


def origin(line: str) -> Origin | None:
    """What a line says that says nothing but where the article comes from; None for any other."""
    text = unicodedata.normalize("NFKC", line).strip()
    if len(text) > _LONGEST:
        return None
    if found := _LICENSED.fullmatch(text):
        return Origin(license=found["rest"] or found["cc"])
    if found := _LABELLED.fullmatch(text):
        return _told(found["rest"])
    if found := _URL.fullmatch(text):
        return Origin(url=found[0])
    if found := _BYLINE.fullmatch(text):
        return Origin(writer=found["name"] or found["signed"])
    if (credit := _AT_END.fullmatch(text)) and (told := _credit(credit["credit"], _OUTLET)):
        return told
    return _dateline(text)


def credited(line: str) -> tuple[str, Origin] | None:
    """A paragraph or a headline without the credit at its beginning or end, and what that says.

    So 【東京共同】 before the lead, and （共同） after the last sentence.
    """
    if (found := _AT_START.match(line)) and found.end() < len(line):
        told = _credit(found["credit"], _PLACE_AND_AGENCY)
        if told:
            return line[found.end() :], told
    if (found := _AT_END.search(line)) and found.start():
        told = _credit(found["credit"], _OUTLET)
        if told and (told.source or finished(line[: found.start()])):
            return line[: found.start()], told
    return None


def referred(line: str) -> Origin:
    """What a line below the head of a list of references says: an address, or a site's name."""
    text = unicodedata.normalize("NFKC", line).strip()
    site = text if _SITE.fullmatch(text) else ""
    found = _URL.search(text)
    return Origin(source=site, url=found[0] if found else "")


def _told(text: str) -> Origin:
    """What stands behind `出典：`: a name, perhaps a day and an address."""
    day = next(dates(text), None)
    url = _URL.search(text)
    name = _trimmed(_DATE.sub("", _URL.sub("", text)))
    return Origin(day, _outlet(name), url=url[0] if url else "")


def _credit(credit: str, pattern: re.Pattern[str]) -> Origin | None:
    """What a bracket says, where it holds a credit: an outlet, a writer, a day of publication."""
    text = unicodedata.normalize("NFKC", credit).strip()
    day = next(dates(text), None)
    rest = _AFTER_OUTLET.sub("", _beside_date(text))
    last = rest.split()[-1] if rest else ""
    if _OUTLET.fullmatch(last):
        return Origin(day, _outlet(last))
    if named := pattern.fullmatch(last):
        return Origin(day, _outlet(named[1]))
    if placed := _PLACED.fullmatch(rest):
        return Origin(day, writer=placed["name"])
    if day and not rest and _PUBLISHED.search(text):
        return Origin(day)
    signed = text.endswith(("記者", "特派員"))
    if signed or (pattern is _OUTLET and _NAME.fullmatch(text) and not _NO_NAME.search(text)):
        return Origin(writer=text)
    return None


def _dateline(text: str) -> Origin | None:
    """What a line of a day, a time and perhaps an outlet says."""
    day = next(dates(text), None)
    undated = day is None and _MONTH_AND_DAY.search(text) is not None
    rest = _AFTER_OUTLET.sub("", _beside_date(text))
    if not rest:
        return Origin(day, undated=undated) if day or undated else None
    if (_OUTLET if day or undated else _ALONE).fullmatch(rest):
        return Origin(day, _outlet(rest), undated=undated)
    return None


def _beside_date(text: str) -> str:
    """What else a line holds that names a day."""
    return _trimmed(_BESIDE_DATE.sub(" ", _MONTH_AND_DAY.sub(" ", _DATE.sub(" ", text))))


def _trimmed(text: str) -> str:
    return " ".join(text.split()).strip(" :,、。・/|-()[]【】〔〕「」")


def _outlet(name: str) -> str:
    return OUTLETS.get(name, name)


def _number(text: str) -> int:
    """1 to 99, in Arabic or kanji digits."""
    if text.isascii():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return int(text.translate(_DIGITS))
    return (int(tens.translate(_DIGITS)) if tens else 1) * 10 + (
        int(ones.translate(_DIGITS)) if ones else 0
    )
