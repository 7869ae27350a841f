import pytest

from kit.classroom.draft.compound import parts
from kit.language.lexicon import dictionary
from kit.language.lexicon.glossary import Glossary, Term, packaged


def words(compound: str, reading: str, glossary: Glossary | None = None) -> list[str]:
    found = parts(compound, reading, dictionary.default(), glossary or packaged())
    return [part.headword for part in found]


@pytest.mark.parametrize(
    ("compound", "reading", "wanted"),
    [
        ("外相会合", "がいしょうかいごう", ["外相", "会合"]),
        ("影響力行使", "えいきょうりょくこうし", ["影響力", "行使"]),
        ("友好関係", "ゆうこうかんけい", ["友好", "関係"]),
        ("中東情勢", "ちゅうとうじょうせい", ["中東", "情勢"]),
        ("グローバル構想", "ぐろーばるこうそう", ["グローバル", "構想"]),
        ("地域安全保障", "ちいきあんぜんほしょう", ["地域", "安全保障"]),  # JMdict has 安全保障
        ("戦略パートナーシップ", "せんりゃくぱーとなーしっぷ", ["戦略", "パートナーシップ"]),
        ("パートナーシップ", "ぱーとなーしっぷ", []),  # no word within one in katakana
        ("指導部", "しどうぶ", []),  # a single character is no part
        ("再確認", "さいかくにん", []),
        ("会談", "かいだん", []),
        ("共通の利益", "きょうつうのりえき", []),
        ("外相会合", "がいしょうかいあい", []),  # the parts are read otherwise
        ("架空語句", "かくうごく", ["架空", "語句"]),
        ("", "", []),
        ("会合" * 21, "かいごう" * 21, []),
    ],
)
def test_the_words_of_a_compound(compound: str, reading: str, wanted: list[str]) -> None:
    assert words(compound, reading) == wanted


def test_a_part_that_only_the_glossary_has_is_taken_apart_in_its_turn() -> None:
    terms = Glossary(
        {
            "外相会合": Term("外相会合", "がいしょうかいごう", ("foreign ministers' meeting",)),
            "外相会合議題": Term("外相会合議題", "がいしょうかいごうぎだい", ("its agenda",)),
        }
    ).over(packaged())
    assert words("外相会合議題", "がいしょうかいごうぎだい", terms) == ["外相", "会合", "議題"]
