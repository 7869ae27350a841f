"""What numbers with their counters say in English."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.language.number.counters import counters, suffixes
from kit.language.number.meaning import gloss_of

GLOSSES = """
2月20日 | February 20
十二月一日 | December 1
8月28日付 | dated August 28
3日付 | dated the 3rd
3年生 | 3rd-year pupil or student
10年債 | a 10-year bond
3倍増 | 3-fold increase
8月28日生 | born August 28
10万部 | 100,000 copies
3部 | 3 copies; 3 parts; 3 divisions
第2部 | part 2; the 2nd part
180度 | 180 degrees
3分の2 | 2/3
1対2 | 1 to 2
10人 | 10 people
1人 | 1 person
10カ国 | 10 countries
1ヶ国 | 1 country
1社 | 1 company
2社 | 2 companies
1億2300万円 | 123 million yen
1・3兆円 | 1.3 trillion yen
115兆5415億円 | 115.5415 trillion yen
350億円 | 35 billion yen
39億3983万3千円 | 3,939,833,000 yen
1000万円 | 10 million yen
900万円 | 9 million yen
95万円 | 950,000 yen
5回生 | 5th-term member; 5th-year student
50平方キロ | 50 square kilometres
21日 | the 21st (day of the month); 21 days
12日 | the 12th (day of the month); 12 days
3日 | the 3rd (day of the month); 3 days
40日 | 40 days
4月 | April
2.5% | 2.5 percent
2・3％ | 2.3 percent
50㌫ | 50 percent
第4条 | article 4
第3 | number 3; the 3rd
第3回 | the 3rd (in a series)
第2次 | the 2nd (in a series)
第21世代 | the 21st generation
第1隻 | the 1st ship
1票差 | a margin of 1 vote
3票差 | a margin of 3 votes
7発 | 7 shots; 7 missiles, shells or blows
3選 | the 3rd election win; a 3rd term
3区 | the 3rd district (constituency); 3 wards
2期 | 2 terms (of office); 2 periods
3期目 | the 3rd term (of office)
2院 | 2 houses (of a parliament)
5人分 | enough for 5 people; 5 portions
5世帯 | 5 households
1校 | 1 school
10基 | 10 (installed things: reactors, turbines, towers, missiles)
2頭 | 2 head (of large animals)
3羽 | 3 birds
2戸 | 2 houses; 2 households
3軒 | 3 houses
12便 | 12 flights; flight 12
3字 | 3 characters; 3 letters
2行 | 2 lines
3隻 | 3 ships
1艇 | 1 boat
2個師団 | 2 divisions (of an army)
15分間 | 15 minutes
10年目 | the 10th year
2人目 | the 2nd person
3つ目 | the 3rd
2回目 | the 2nd time
3か月目 | the 3rd month
2社目 | the 2nd company
70年 | 70 years
1年 | one year; a year
2025年 | the year 2025
二〇一九年 | the year 2019
1192年 | the year 1192; 1192 years
794年 | 794 years; the year 794
2億年 | 200 million years
2024年度 | fiscal 2024
1990年代 | the 1990s
30代 | one's 30s (age); the 30s
10代 | one's teens; the teens
1人区 | single-seat constituency
1強 | one dominant power; one-party dominance
50強 | a little over 50
5代 | 5 generations
3割 | 30 percent
1.5割 | 15 percent
35度 | 35 degrees; 35 times
2度 | 2 times; 2 degrees
3度目 | the 3rd time
1回 | once; 1 time
2回 | twice; 2 times
8時間半 | 8 hours and a half
7時半 | half past 7
2年半 | 2 and a half years
100円台 | the 100 yen range
21世紀 | the 21st century
1議席 | 1 seat
3位 | 3rd place; rank 3
0.5割 | 5 percent
10年以上 | 10 years or more
3割超 | more than 30 percent
100人余り | a little over 100 people
5人未満 | less than 5 people
27年ぶり | for the first time in 27 years
3年前 | 3 years ago
5割割れ | a fall below 50 percent
3点差 | a margin of 3 points
数十人 | several tens of people
数人 | several people
数百万円 | several million yen
数千万円 | tens of millions of yen
数億円 | hundreds of millions of yen
数万 | tens of thousands
十数年 | 10-odd years
20数人 | 20-odd people
百数十人 | a little over 100 people
何百人 | hundreds of people
何十年 | dozens of years
何人 | how many people
何議席 | how many seats
何区 | which district (constituency)
何条 | which article
何票差 | a margin of how many votes
何世紀 | how many centuries; which century
二、三人 | 2 or 3 people
三、四十人 | 30 or 40 people
五、六百人 | 500 or 600 people
3連休 | a 3-day holiday
四、五回 | 4 or 5 times
"""


@pytest.mark.parametrize("row", [row.split(" | ") for row in GLOSSES.strip().splitlines()])
def test_what_a_number_says(row: list[str]) -> None:
    surface, gloss = row
    assert gloss_of(surface) == gloss


def test_a_day_is_told_from_the_first_of_a_month_by_its_reading() -> None:
    assert gloss_of("1日", "いちにち") == "one day; a day"
    assert gloss_of("31日", "さんじゅういちにち") != "one day; a day"
    assert gloss_of("1日", "ついたち") == "the 1st (day of the month)"


@pytest.mark.parametrize("number", ["1", "2", "10", "21", "100", "第3", "数", "何", "数十"])
def test_each_counter_has_a_meaning_with_each_number(number: str) -> None:
    said = {counter: gloss_of(number + counter) for counter in counters()}
    assert all(said.values())
    assert {counter for counter, gloss in said.items() if gloss == number} <= {"つ"}
    assert not [gloss for gloss in said.values() if re.search(r"[][{}|/ぁ-んァ-ン一-龯]", gloss)]
    assert all(gloss == " ".join(gloss.split()) for gloss in said.values())


def test_one_is_singular() -> None:
    said = [gloss_of("1" + counter) for counter in counters()]
    assert not [gloss for gloss in said if re.match(r"1 (?!species|times as)\w+[^s]s\b", gloss)]


def test_what_follows_a_counter_is_in_the_gloss() -> None:
    for suffix in suffixes():
        assert re.search("3.*(people|person)", gloss_of("3人" + suffix)), suffix


ALPHABET = "0123456789０.,・、〇一二三十百千万億兆第数何人日月年目対分の"


@given(st.text(alphabet=ALPHABET, max_size=12))
def test_nothing_raises(surface: str) -> None:
    gloss_of(surface)
