"""Numbers in a text: with a counter, as dates and ratios, one word each."""

import pytest

from kit import annotate
from kit.language.article import Word
from kit.language.number.word import readings_of

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
|1票差|で否決された。 いっぴょうさ
|10票差|で敗れた。 じゅっぴょうさ
|3年生|の授業だ。 さんねんせい
|10年債|の利回りだ。 じゅうねんさい
|30年物|国債を売る。 さんじゅうねんもの
|2けた|の議席を得た。 ふたけた
|3倍増|を目指す。 さんばいぞう
|3本柱|を示した。 さんぼんばしら
|三、四十人|が集まる。 さんよんじゅうにん
|五、六百人|が集まる。 ごろっぴゃくにん
|3連休|に入る。 さんれんきゅう
|2大政党|が争う。 にだいせいとう
|6次産業|を育てる。 ろくじさんぎょう
|2人暮らし|が増えた。 ふたりぐらし
|二月一日|に会う。 にがつついたち
|四月一日|から始まる。 しがつついたち
|十一月一日|に開く。 じゅういちがつついたち
|八月二日|に会う。 はちがつふつか
|1人区|で争う。 ひとりく
|2人区|で争う。 ふたりく
|80歳代|の議員だ。 はちじゅっさいだい
|38度線|を越える。 さんじゅうはちどせん
|10キロ|圏内に住む。 じゅっきろ
|5人分|の席が空く。 ごにんぶん
|2個師団|を送る。 にこしだん
|3号機|を止める。 さんごうき
|8時間半|の会談だ。 はちじかんはん
|1990年代|の改革だ。 せんきゅうひゃくきゅうじゅうねんだい
|十数年|が過ぎた。 じゅうすうねん
|20数人|が集まった。 にじゅうすうにん
|何百人|も集まった。 なんびゃくにん
|何万人|もの人だ。 なんまんにん
|何票差|で勝ったか。 なんびょうさ
|何議席|を得るか。 なんぎせき
|一騒動|あった。 ひとそうどう
|一波乱|ありそうだ。 ひとはらん
|一悶着|あった。 ひともんちゃく
|一工夫|が要る。 ひとくふう
|一芝居|打つ。 ひとしばい
|一頑張り|が要る。 ひとがんばり
|一仕事|終えた。 ひとしごと
|一企業|の問題だ。 いちきぎょう
|一議員|の立場だ。 いちぎいん
|三回転|する。 さんかいてん
|四、五人|で話す。 しごにん
|七、八年|はかかる。 しちはちねん
支持は|50㌫|だ。 ごじゅっぱーせんと
|10㌔|歩く。 じゅっきろ
|100㎡|の部屋だ。 ひゃくへいほうめーとる
|5GHz|の電波だ。 ごぎがへるつ
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


FURIGANA = """
五〇％が賛成した。 五〇:ごじゅっ ％:ぱーせんと
10％上がった。 10:じゅっ ％:ぱーせんと
0・75％とした。 0・75:れいてんななご ％:ぱーせんと
三・五％増えた。 三・五:さんてんご ％:ぱーせんと
10㌔歩く。 10:じゅっ ㌔:きろ
3km進む。 3:さん km:きろめーとる
6票を得た。 6:ろっ 票:ぴょう
二十一歳になる。 二:に 十:じゅう 一:いっ 歳:さい
二〇二五年に始まる。 二〇二五:にせんにじゅうご 年:ねん
1.5倍に増えた。 1.5:いってんご 倍:ばい
二・二六事件が起きた。 二:に ・: 二六:にろく
3人が残る。 3:さん 人:にん
"""


@pytest.mark.parametrize("row", FURIGANA.strip().splitlines())
def test_furigana_of_a_number_stands_over_its_own_characters(row: str) -> None:
    sentence, *expected = row.split()
    pieces = first(sentence).furigana
    assert [f"{base}:{ruby or ''}" for base, ruby in pieces] == expected


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
