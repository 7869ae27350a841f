"""Numbers in a text: with a counter, as dates and ratios, one word each."""

import pytest

from kit import annotate
from kit.language.article import Word
from kit.language.number.word import gloss_of, readings_of, value_of

IN_TEXT = """
|2月20日|に会談した。 にがつはつか
会合は|9日|に開かれた。 ここのか
|4月1日|から始まる。 しがつついたち
|8月28日付|の文書だ。 はちがつにじゅうはちにちづけ
|20日付|で辞任した。 はつかづけ
|2025年|の予算だ。 にせんにじゅうごねん
|5日間|の日程だ。 いつかかん
|三つ|の原則を示した。 みっつ
|3人|が参加した。 さんにん
約|300人|が参加した。 さんびゃくにん
|数十人|が残った。 すうじゅうにん
|3分の2|の賛成が要る。 さんぶんのに
|三分の一|が反対した。 さんぶんのいち
|1対1|の会談だ。 いったいいち
|1兆2000億円|の予算だ。 いっちょうにせんおくえん
|1,500人|が集まった。 せんごひゃくにん
|2.5%|を超えた。 にてんごぱーせんと
|第2次|計画を決めた。 だいにじ
|10カ国|が署名した。 じゅっかこく
|午前|10時に始まる。 ごぜん
午前|10時|に始まる。 じゅうじ
|二月二十日|に会談した。 にがつはつか
|1万2345円|を払う。 いちまんにせんさんびゃくよんじゅうごえん
|木曜日|に採決する。 もくようび
"""


@pytest.mark.parametrize("row", IN_TEXT.strip().splitlines())
def test_a_number_with_its_counter_is_one_word(row: str) -> None:
    sentence, reading = row.split()
    before, number, after = sentence.split("|")
    found = {(w.start, w.surface): w.reading for w in annotate(before + number + after).words}
    assert found.get((len(before), number)) == reading


def first(text: str) -> Word:
    return next(annotate(text).words)


@pytest.mark.parametrize("text", ["2月20日", "9日", "3分の2", "10カ国", "1兆円", "2025年"])
def test_a_number_has_kind_gloss_and_furigana(text: str) -> None:
    word = first(text)
    assert (word.surface, word.kind, word.uncertain) == (text, "number", False)
    assert word.glosses[0]
    assert "".join(piece for piece, _ in word.furigana) == text


@pytest.mark.parametrize(
    ("surface", "readings"),
    [
        ("2月20日", ("にがつはつか", "にがつにじゅうにち")),
        ("1日", ("ついたち", "いちにち")),
        ("一日", ("いちにち", "ついたち")),
        ("3人", ("さんにん",)),
        ("3分の2", ("さんぶんのに",)),
        ("8月28日付", ("はちがつにじゅうはちにちづけ",)),
        ("何人", ("なんにん",)),
        ("1対1", ("いったいいち",)),
        ("国", ()),
        ("", ()),
    ],
)
def test_readings_of_a_number(surface: str, readings: tuple[str, ...]) -> None:
    assert readings_of(surface)[: len(readings) or 1] == readings


@pytest.mark.parametrize(
    ("surface", "gloss"),
    [
        ("2月20日", "February 20"),
        ("十二月一日", "December 1"),
        ("3分の2", "2/3"),
        ("1対2", "1 to 2"),
        ("10人", "10 people"),
        ("10カ国", "10 countries"),
        ("1億2300万円", "123,000,000 yen"),
        ("21日", "the 21st (day of the month); 21 days"),
        ("12日", "the 12th (day of the month); 12 days"),
        ("3日", "the 3rd (day of the month); 3 days"),
        ("4月", "April"),
        ("数十人", "several tens of people"),
        ("2.5%", "2.5 percent"),
        ("第4条", "article 4"),
        ("第3回", "number 3 (in a series)"),
    ],
)
def test_what_a_number_says(surface: str, gloss: str) -> None:
    assert gloss_of(surface) == gloss


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("20", 20),
        ("1,500", 1500),
        ("二十", 20),
        ("二〇二五", 2025),
        ("1億2300万", 123_000_000),
        ("三千五百", 3500),
        ("2.5", 2.5),
        ("2.5億", 250_000_000),
        ("1兆5千億", 1_500_000_000_000),
        ("万", 10_000),
        ("数十", None),
        ("国", None),
    ],
)
def test_value_of_a_number(text: str, value: float | None) -> None:
    assert value_of(text) == value


@pytest.mark.xfail(strict=True, reason="the tagger has 一日 as one word, and so no number")
def test_the_first_of_a_month_in_kanji_is_a_date() -> None:
    assert (first("二月一日に会う。").surface, first("二月一日に会う。").kind) == (
        "二月一日",
        "number",
    )
