"""Speech, clipped forms and お with a verb in kana, which UniDic takes for other words."""

from __future__ import annotations

import pytest

from kit import annotate
from kit.language.lexicon import recuts

WORDS = """
もう待てないし、できひん。 できひん できる
そんな話は誰も信じへん。 信じへん 信じる
「それではあかん」と知事は話した。 あかん あかん
「あの答弁はあかんかった」と振り返った。 あかんかった あかん
約束を忘れてもうた。 忘れてもうた 忘れる
票を読んでもうたら終わりだ。 読んでもうたら 読む
「早く決めなあかん」と訴えた。 あかん あかん
雨じゃけん、演説会は屋内で開く。 雨 雨
そうじゃけん、反対した。 じゃけん だから
邪険に扱うな。 邪険 邪険
「これでよか」と会長は言う。 よか 良い
「それでええと思う」と市長は語った。 ええ 良い
何しよる。 しよる する
知らんと言うとる。 言うとる 言う
高っ！ 高っ 高い
寒っ！ 寒っ 寒い
やばっ。 やばっ やばい
うれしくって声が出た。 うれしくって 嬉しい
もう見てらんない。 見てらんない 見る
議員なんかやってらんねえ。 やってらんねえ やる
さむっ。 さむっ 寒い
ダサッ！ ダサッ ダサい
バズッた動画を消した。 バズッた バズる
あっ、そうだ。 あっ あっ
「あかんと思う」と述べた。 あかん あかん
見通しは大変じゃった。 大変 大変
候補者は完全にテンパッた。 テンパッた テンパる
話題にしてたら注意された。 してたら する
初めに結論ありきの会議だった。 ありき ありき
昔、一人の翁ありき。 ありき ある
ご不便をおかけして申し訳ない。 おかけして かける
ご負担をおかけしてすみません。 おかけして かける
お考えをおききして安心した。 おききして 聞く
お名前をおよびします。 およびします 呼ぶ
手を取っておとりします。 おとりします 取る
お知恵をおかしください。 おかしください 貸す
費用はおかえしします。 おかえしします 返す
決してそうではない。 決して 決して
被害は全国におよびました。 およびました 及ぶ
論ずべき点が残る。 論ずべき 論じる
講ずべき対策を示した。 講ずべき 講じる
"""


@pytest.mark.parametrize("row", WORDS.strip().splitlines())
def test_word_is_found_in_its_dictionary_form(row: str) -> None:
    sentence, surface, headword = row.split()
    words = annotate(sentence).words
    assert (surface, headword) in [(word.surface, word.headword) for word in words]


def test_every_row_of_recuts_takes_as_much_text_as_it_gives() -> None:
    for rows in recuts.table().values():
        for row in rows:
            found = "".join(surface for surface, _ in row.found)
            assert "".join(unit.surface for unit in row.units) == found
