"""Variants and old forms of kanji: looked up as what they are, shown as they stand."""

import pytest

from kit import annotate

ROWS = """
髙橋氏が答えた。 髙橋 たかはし 高橋
髙市早苗首相が語る。 髙市早苗 たかいちさなえ 高市早苗
濵田氏が来た。 濵田 はまだ 浜田
𠮷田氏が来た。 𠮷田 よしだ 吉田
黑田氏が来た。 黑田 くろだ 黒田
國會で演説した。 國會 こっかい 国会
經濟を立て直す。 經濟 けいざい 経済
佛敎の寺だ。 佛敎 ぶっきょう 仏教
"""


@pytest.mark.parametrize("row", ROWS.strip().splitlines())
def test_a_variant_is_read_and_looked_up_as_the_usual_form(row: str) -> None:
    text, surface, reading, headword = row.split()
    article = annotate(text)
    assert "".join(word.surface for word in article.words) == text
    word = next(word.analysis for word in article.words if word.surface == surface)
    assert (word.reading, word.headword) == (reading, headword)
    assert "".join(piece for piece, _ in word.furigana) == surface
