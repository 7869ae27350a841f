"""Readings in context: the word, parted from its neighbours by |, and its reading."""

import pytest

from kit import annotate
from kit.language.analysis.reading import guessed
from kit.language.lexicon import dictionary
from kit.language.tagger import tag

IN_CONTEXT = """
この|国|の人々 くに
彼は|国|に帰った。 くに
二つの|国|が争う。 くに
|国|は責任を負う。 くに
|各国|は反発した。 かっこく
その|日|は雨だった。 ひ
|日|が沈む前に会う。 ひ
|日曜日|に会う。 にちようび
|毎日|会議がある。 まいにち
|日米関係|を語る。 にちべいかんけい
|人|の命を守る。 ひと
|外国人|が増えた。 がいこくじん
|日本人|が増えた。 にほんじん
|人口|が減った。 じんこう
|三人|の記者が来た。 さんにん
|1人|が残った。 ひとり
|2人|が残った。 ふたり
|10人|が残った。 じゅうにん
|日本|は反対した。 にっぽん
|日本海|で捜索した。 にほんかい
大きな|川|が流れている。 かわ
|利根川|が増水した。 とねがわ
|信濃川|が増水した。 しなのがわ
|天の川|が見える。 あまのがわ
高い|山|に登った。 やま
|富士山|に登った。 ふじさん
|その後|、両国は合意した。 そのご
会談の|後|に会見した。 あと
|戦後|の外交を研究する。 せんご
終わった|後|で会見した。 あと
そちらの|方|に進む。 ほう
賛成する|方|が多い。 ほう
来られた|方|はこちらへ。 かた
調査を|行って|公表した。 おこなって
東京へ|行って|会談した。 いって
現地に|行って|調べた。 いって
会談を|行った|。 おこなった
大阪に|行った|。 いった
|他|の例を探す。 ほか
|その他|の国も同意した。 そのた
|市場|が拡大した。 しじょう
古い|家|に帰った。 いえ
田中|家|の墓を訪ねた。 け
|政治家|になった。 せいじか
机の|上|に置く。 うえ
上の|階|に移る。 かい
|何人|いますか。 なんにん
|一日|かけて話し合う。 いちにち
|一つ一つ|確認する。 ひとつひとつ
|私|は反対だ。 わたし
|上手|に話す。 じょうず
|大人|が集まった。 おとな
|世論|が動いた。 よろん
|重複|を避ける。 ちょうふく
|早急|に決める。 さっきゅう
法律の|施行|を待つ。 しこう
|遺言|を残した。 ゆいごん
|我が国|の立場だ。 わがくに
|何か|問題がある。 なにか
"""


@pytest.mark.parametrize("row", IN_CONTEXT.strip().splitlines())
def test_reading_in_context(row: str) -> None:
    sentence, reading = row.split()
    before, word, after = sentence.split("|")
    found = {(w.start, w.surface): w.reading for w in annotate(before + word + after).words}
    assert found.get((len(before), word)) == reading


@pytest.mark.parametrize(
    ("word", "alternatives"),
    [
        ("G20", ["じーにじゅう"]),
        ("日本", ["にほん"]),
        ("明日", ["あす"]),
        ("世論", ["せろん"]),
        ("早急", ["そうきゅう"]),
        ("習近平", ["しーちんぴん"]),
        ("施行", ["せこう"]),
        ("2月20日", ["にがつにじゅうにち"]),
        ("経済", []),
        ("会談", []),
    ],
)
def test_other_readings_in_use_are_alternatives(word: str, alternatives: list[str]) -> None:
    first = next(annotate(f"{word}について述べる。").words)
    assert (first.surface, list(first.alternatives)) == (word, alternatives)


@pytest.mark.parametrize(
    ("sentence", "word", "uncertain"),
    [
        ("経済を語る。", "経済", False),
        ("会議が開かれた。", "開かれた", False),
        ("首相が述べた。", "首相", False),
        ("2月20日に会う。", "2月20日", False),
        ("すぐにかかる。", "かかる", False),
        ("QXZ協定を結んだ。", "QXZ", True),
        ("東海林氏が当選した。", "東海林", True),
        ("長谷川氏が敗れた。", "長谷川", True),
    ],
)
def test_a_guess_is_marked_uncertain(sentence: str, word: str, uncertain: bool) -> None:
    assert [w.uncertain for w in annotate(sentence).words if w.surface == word] == [uncertain]


@pytest.mark.parametrize(
    ("surface", "reading"),
    [("QXZ", "きゅーえっくすぜっと"), ("WTO", "だぶりゅーてぃーおー"), ("国会", "こくかい")],
)
def test_a_word_that_no_dictionary_has_is_guessed(surface: str, reading: str) -> None:
    assert guessed(surface, dictionary.default()) == reading


def test_every_unit_with_kana_alone_reads_as_it_stands() -> None:
    assert [unit.reading for _, unit in tag("これはテスト")] == ["これ", "は", "てすと"]


@pytest.mark.parametrize(
    ("sentence", "pieces"),
    [
        ("食べ物を配る。", [("食", "た"), ("べ", None), ("物", "もの")]),
        ("大人が集まる。", [("大人", "おとな")]),
        ("日本が動く。", [("日本", "にっぽん")]),
        ("首相が動く。", [("首", "しゅ"), ("相", "しょう")]),
        ("見送った。", [("見", "み"), ("送", "おく"), ("った", None)]),
        ("G20が動く。", [("G20", "じーとぅえんてぃー")]),
        ("これは", [("これ", None)]),
        ("、", [("、", None)]),
    ],
)
def test_furigana_of_a_word(sentence: str, pieces: list[tuple[str, str | None]]) -> None:
    assert list(next(annotate(sentence).words).furigana) == pieces
