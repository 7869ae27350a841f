"""Which forms of the dictionary are words where they stand: |whole| or |cut| apart."""

import pytest

from kit import annotate

WHOLE = """
出席する|かどうか|は未定だ。
衝突が|いつでも|起こり得る。
政権の|ありよう|を問う。
|ある程度|評価する。
|非常に|厳しい。
|絶対に|認めない。
|二度と|繰り返さない。
|別に|問題はない。
|すると|議長が立った。
|だが|、反対は根強い。
|ですから|、急ぐべきだ。
東京か大阪|または|京都で開く。
|これまで|の経緯を語る。
|それほど|多くない。
|いずれも|否決された。
|誰か|が答えるべきだ。
|何一つ|決まらない。
|どこまでも|争う。
|我が党|の方針だ。
|この期に及んで|言い訳をする。
辞任を|余儀なくされた|。
|一本化|に動く。
|二大政党制|が揺らぐ。
|三位一体|の改革だ。
|恐るべき|事態だ。
|やむを得ず|断った。
人手が|足りない|。
|必要に応じて|見直す。
関係者が|こぞって|集まる。
|引き続き|協議する。
あと一歩|どころか|遠ざかる。
|阪神・淡路大震災|から30年。
"""

CUT = """
提案|すると|いう。 提案する|という
|それが|問題だ。 それ|が
法案が|行われる|前に決めた。 行われる
|決まって|いる事だ。 決まっている
会議が|続いて|いる。 続いている
品種改良した|ものをいう|。 もの|を|いう
複雑な|ものになった|。 もの|に|なった
三千|万人|が暮らす。 三千万人
第|三位|に入る。 第三位
部屋とは|別になる|。 別|に|なる
"""


def _units(text: str) -> list[str]:
    return [word.surface for word in annotate(text).words]


@pytest.mark.parametrize("row", WHOLE.strip().splitlines())
def test_a_word_of_several_units_is_found_whole(row: str) -> None:
    word = row.split("|")[1]
    assert word in _units(row.replace("|", ""))


@pytest.mark.parametrize("row", CUT.strip().splitlines())
def test_a_form_that_stands_there_by_chance_is_no_word(row: str) -> None:
    sentence, parts = row.split()
    found = _units(sentence.replace("|", ""))
    assert all(part in found for part in parts.split("|")), found
    assert sentence.split("|")[1] not in found or sentence.split("|")[1] in parts.split("|")
