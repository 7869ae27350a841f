"""Whom a bare name means: by what the text says before and after, and by the office beside it."""

import pytest

from kit import annotate

MEANT = """
菅義偉氏が会見した。菅さんは語った。|菅|Suga Yoshihide
二階俊博氏が発言した。二階氏は続けた。|二階|Nikai Toshihiro
トランプ米大統領が署名した。トランプ氏は述べた。|トランプ|Donald Trump
石破前首相が語った。|石破|Ishiba Shigeru
森元首相が出席した。|森|Mori Yoshiro
習国家主席が演説した。|習|Xi Jinping
"""

OTHERS = """
市役所の二階で開く。|二階|Nikai
小林環境副大臣が答えた。|小林|born
カーター国防長官が来た。|カーター|president
ミレイの絵画を見た。|ミレイ|president
福島県田村市で開く。|田村市|politician
高市首相補佐官が語る。|高市|Sanae
"""


@pytest.mark.parametrize("row", MEANT.strip().splitlines())
def test_a_surname_is_the_person_whom_the_text_or_the_office_tells(row: str) -> None:
    text, name, gloss = row.split("|")
    words = [word.analysis for word in annotate(text).words if word.surface == name]
    assert words
    assert all(gloss in word.glosses[0] for word in words)


@pytest.mark.parametrize("row", OTHERS.strip().splitlines())
def test_a_surname_that_nothing_tells_is_nobody_in_particular(row: str) -> None:
    text, name, gloss = row.split("|")
    words = [word.analysis for word in annotate(text).words if word.surface == name]
    assert words
    assert all(gloss not in "; ".join(word.glosses) for word in words)


def test_a_headline_knows_whom_the_text_names_further_down() -> None:
    words = annotate("菅氏が会見\n政府によると、菅義偉氏は官邸で会見した。").words
    assert next(word.analysis.reading for word in words if word.surface == "菅") == "すが"


@pytest.mark.parametrize(
    ("text", "surname", "gloss"),
    [
        ("マクロン氏は反対した。\nマクロン大統領は語った。", "マクロン", "Emmanuel Macron"),
        ("マクロン氏は反対した。", "マクロン", "Macron (surname)"),
        ("ムハンマド首相が話す。\nムハンマド皇太子は語った。", "ムハンマド", "Muhammad"),
        ("ミレイの絵画を見た。\nミレイ大統領は語った。", "ミレイ", "Javier Milei"),
    ],
)
def test_a_surname_is_known_from_the_office_further_down(
    text: str, surname: str, gloss: str
) -> None:
    word = next(word.analysis for word in annotate(text).words if word.surface == surname)
    assert gloss in word.glosses[0]


@pytest.mark.parametrize(
    ("text", "surname", "full"),
    [
        ("石原伸晃氏が質問した。石原氏は重ねて聞いた。", "石原", "石原伸晃"),
        ("ジョン・ケリー氏が来た。ケリー氏は語った。", "ケリー", "ジョン・ケリー"),
        ("趙太庸（チョ・テヨン）室長が来た。趙国家安保室長は語った。", "趙", "趙太庸"),
        ("金聖翰（キム・ソンハン）氏が来た。金氏は語った。", "金", "金聖翰"),
    ],
)
def test_a_name_that_no_glossary_has_is_carried_on(text: str, surname: str, full: str) -> None:
    word = next(word.analysis for word in annotate(text).words if word.surface == surname)
    assert word.glosses[0].endswith(f"here {full}")
    assert not word.uncertain


@pytest.mark.parametrize(
    ("text", "surname", "gloss"),
    [
        ("ジョン・ケリー長官が来た。ケリー長官は語った。", "ケリー", "John Kelly or Kerry"),
        ("イ・ジェミョン大統領が来た。イ大統領は語った。", "イ", "Lee Jae-myung"),
        ("イ大統領は語った。", "イ", "Lee (Korean surname)"),
        ("チョ国防相は語った。", "チョ", "Cho (Korean surname)"),
        ("イの項を見る。", "イ", "iroha"),
        ("菅「はい」", "菅", "(surname)"),
        ("林「はい」", "林", "(surname)"),
        ("林の中を歩く。", "林", "wood"),
        ("金聖翰（キム・ソンハン）氏が来た。金を払う。", "金", "money"),
        ("鳩山総理大臣は語った。", "鳩山", "(surname)"),
    ],
)
def test_what_a_surname_says(text: str, surname: str, gloss: str) -> None:
    word = [word.analysis for word in annotate(text).words if word.surface == surname][-1]
    assert gloss in word.glosses[0]


@pytest.mark.parametrize(
    ("text", "short", "gloss"),
    [
        ("「新人民戦線（ＮＦＰ）」が伸びた。ＮＦＰは勝った。", "ＮＦＰ", "Popular Front"),
        ("日本原燃（以下、原燃）が説明した。", "原燃", "Japan Nuclear Fuel"),
    ],
)
def test_an_abbreviation_in_brackets_takes_the_meaning_of_its_name(
    text: str, short: str, gloss: str
) -> None:
    words = [word.analysis for word in annotate(text).words if word.surface == short]
    assert words
    assert all(gloss in word.glosses[0] for word in words)
