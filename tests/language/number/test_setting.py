"""Numbers in a sentence: how they are read and what they mean by what stands around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit import annotate

READINGS = """
|4|～6月期の決算だ。 し
|4|〜9月期の決算だ。 し
|7|－9月期の成長率だ。 しち
|9|～12月期の決算だ。 く
|10|～12月期の決算だ。 じゅう
|7|、8月に開く。 しち
|4|、5月に開く。 し
|4|・5月の統計だ。 し
|9|、10月に開く。 く
3、|4|、5月に開く。 し
|4|～6時に開く。 よ
|7|、8時に終わる。 しち
|19|、20日の会議だ。 じゅうく
|29|、30日の会議だ。 にじゅうく
|14|、15日に開く。 じゅうよっか
2、|3日|かかる。 さんにち
二、|三日|かかる。 さんにち
４、|５日|で終わる。 ごにち
三、|四日|かかる。 よっか
2、|3日|前に決めた。 さんにち
2～|3日|で終わる。 さんにち
2、|3日|に会談した。 みっか
6月2、|3日|の会議だ。 みっか
2、|3日|の両日に開く。 みっか
2～|5日|に訪問する。 いつか
1、|2人|しかいない。 ににん
一、|二人|しかいない。 ににん
2、|3人|が残る。 さんにん
|4|、5人が反対した。 し
|7|、8人が残る。 しち
|十四|、五年かかる。 じゅうし
|4|、5位に入った。 よん
|4|、5区で戦う。 よん
|4|～6人で話す。 よん
10～|20人|が集まる。 にじゅうにん
3～|4割|が賛成した。 よんわり
五、|六年|かかる。 ろくねん
|二月|ぶりに会う。 ふたつき
|三月|ぶりの会談だ。 みつき
|二月|に会う。 にがつ
|1日|前に決めた。 いちにち
|1日|から始まる。 ついたち
|1日|に3回話す。 いちにち
あと|1日|で終わる。 いちにち
|二・二六|事件が起きた。 ににろく
|五・一五|事件が起きた。 ごいちご
|九・一一|から始まった。 きゅういちいち
|三・一|独立運動の日だ。 さんいち
|四・三|事件の追悼式だ。 よんさん
|五・一八|民主化運動の日だ。 ごいちはち
|2・28|事件の日だ。 ににはち
|10・26|事件の後だ。 じゅうにろく
|12・3|非常戒厳の後だ。 じゅうにさん
|6・3|制を改める。 ろくさん
|六・三・三|制を改める。 ろくさんさん
|2・5|倍に増えた。 にてんご
|一回転|した。 いっかいてん
震度|6|強の地震だ。 ろく
|7|、8割が残る。 しち
|5|、6両日に開く。 いつか
5、|6両日|に開く。 むいかりょうじつ
|五分五分|の戦いだ。 ごぶごぶ
|二分|した。 にぶん
"""


def parted(row: str) -> tuple[str, int, str, str]:
    """The text of a row, where its number stands, the number, and what is expected of it."""
    sentence, expected = row.split(" ", 1)
    before, number, after = sentence.split("|")
    return before + number + after, len(before), number, expected


def read(text: str, start: int, surface: str) -> str:
    """The reading of the words or pieces that a stretch covers."""
    said, at = "", 0
    for word in annotate(text).words:
        at = word.start
        for base, ruby in word.furigana:
            if start <= at < start + len(surface):
                said += ruby or ""
            at += len(base)
    return said


@pytest.mark.parametrize("row", READINGS.strip().splitlines())
def test_reading_by_what_stands_around(row: str) -> None:
    text, start, number, reading = parted(row)
    assert read(text, start, number) == reading


GLOSSES = """
|4|～6月期の決算だ。 April
|7|、8月に開く。 July
|19|、20日の会議だ。 the 19th (day of the month)
19、|20日|の会議だ。 the 20th (day of the month)
|2|、3日かかる。 2
|14日|に64日続けて確認した。 the 14th (day of the month); 14 days
|3日|に1度集まる。 3 days
|2|、3千円かかる。 2000
|2|～3万人が集まる。 20,000
|100|～200億円かかる。 10 billion
|何度|も訪れた。 many times
|何人|もが反対した。 many people
|何回|かは反対した。 several times
|何回|かかるか。 how many times?
|5|、6両日に開く。 the 5th (the last of both days)
|1|、2年かかる。 1
|1|、2年生が集まる。 1st-year pupil or student
|15|、16世紀の絵だ。 the 15th century
|2024|～25年の統計だ。 the year 2024
2、|3日|かかる。 3 days
|3|～4割が賛成した。 30 percent
|10|～20人が集まる。 10
東京|1|、2区で争う。 the 1st district (constituency); 1 ward
|1|、2号機を止める。 reactor no. 1; unit no. 1
|3年|前の選挙だ。 3 years
|3年|後に見直す。 3 years
|27年|ぶりの勝利だ。 27 years
|10年|以上続く。 10 years
憲法|70年|の節目だ。 70 years
|1年|に2回開く。 one year; a year
任期は|6年|だ。 6 years
令和|7年|の予算だ。 Reiwa 7 (2025)
平成|30年|に始まった。 Heisei 30 (2018)
昭和|20年|に終わった。 Shōwa 20 (1945)
明治|22年|に公布された。 Meiji 22 (1889)
元禄|15年|の事件だ。 Genroku 15
平成|29年度|の決算だ。 fiscal Heisei 29 (2017)
昭和|50年代|の改革だ。 the Shōwa 50s
|2025年|の選挙だ。 the year 2025
|1990年代|の改革だ。 the 1990s
2024、|25年|に行われた。 the year 25
2009年から|12年|まで務めた。 the year 12
2020年と|24年|に行われた。 the year 24
2009年から|12年|続いた。 12 years
|3|～5時に開く。 3 o'clock
|24年|10月に行われた。 the year 24
|24年|春に行われた。 the year 24
|91年|の合意を提案した。 the year 91
|91年|と99年の合意に基づく。 the year 91
|93年|に政界に入った。 the year 93
|98年|、ソウルで会談した。 the year 98
|15年|に成立した法律だ。 the year 15
|30年|に46%削減する。 the year 30
|九三年|に内閣が発足した。 the year 93
|89年|から3年間務めた。 the year 89
|60年|までに廃炉を終える。 the year 60
|97年|以来の高さとなる。 the year 97
|95年|を最後に取りやめた。 the year 95
|93年|初当選の議員だ。 the year 93
|05年|の郵政選挙だ。 the year 2005
|13年|の参院選で当選した。 the year 13
|64年|の歴史に幕を閉じる。 64 years
|15年|の歳月をかけた。 15 years
|50年|に1度の大雨だ。 50 years
|20年|にわたる交渉だ。 20 years
|47年|に及ぶ議員生活だ。 47 years
|35年|に引き上げる案だ。 35 years
この|20年|は低成長だ。 20 years
|10年|、20年先を見据える。 10 years
原発は|40年|を超えて動く。 40 years
原発は|60年|まで延長できる。 60 years
懲役|12年|の判決だ。 12 years
紀元前|300年|の遺跡だ。 300 BC
西暦|794年|に都を移した。 the year 794
約|2000年|前の遺跡だ。 2000 years
|2000年|前の遺跡だ。 2000 years
|5日|前に決めた。 5 days
約|10日|かかる。 10 days
|3日|に1度会う。 3 days
2泊|3日|の日程だ。 3 days
|5日|に会う。 the 5th (day of the month); 5 days
午前8時|35分|に始まる。 35 minutes past the hour
約|35分|話した。 35 minutes
|二・二六|事件が起きた。 February 26 (of the attempted coup of 1936)
|四・三|事件の追悼式だ。 April 3
|6・3|制を改める。 6-3
|二月|ぶりに会う。 2 months
"""


@pytest.mark.parametrize("row", GLOSSES.strip().splitlines())
def test_meaning_by_what_stands_around(row: str) -> None:
    text, start, number, gloss = parted(row)
    found = {(word.start, word.surface): word.glosses for word in annotate(text).words}
    assert found[start, number][0] == gloss


@pytest.mark.parametrize("text", ["ジョン・ケリー事件", "マーティン・ルーサー運動", "A・B事件"])
def test_a_name_before_an_event_is_no_number(text: str) -> None:
    assert all(word.kind != "number" for word in annotate(text).words)


RUNS = [*"0123459一二三四九十百万数何第、～・-%人日月年時分に前", "事件", "紀元前"]


@given(st.lists(st.sampled_from(RUNS), max_size=12).map("".join))
def test_any_run_of_numbers_joins_to_the_text(text: str) -> None:
    assert "".join(word.surface for word in annotate(text).words) == text


def test_a_number_is_read_anew_wherever_it_stands() -> None:
    readings = [
        next(word.reading for word in annotate(text).words if word.surface == "二人")
        for text in ("一、二人しかいない。", "二人が来た。", "一、二人しかいない。")
    ]
    assert readings == ["ににん", "ふたり", "ににん"]
