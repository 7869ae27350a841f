"""Names: of the glossary, of JMnedict, and those made of known parts."""

import pytest

from kit import annotate
from kit.language.article import Word


def find(text: str, surface: str) -> Word:
    found = [word for word in annotate(text).words if word.surface == surface]
    assert found, "|".join(word.surface for word in annotate(text).words)
    return found[0]


@pytest.mark.parametrize(
    ("sentence", "name", "reading"),
    [
        ("高市首相は述べた。", "高市", "たかいち"),
        ("石破前首相を訪ねた。", "石破", "いしば"),
        ("岸田文雄元首相が語った。", "岸田文雄", "きしだふみお"),
        ("習近平国家主席が到着した。", "習近平", "しゅうきんぺい"),
        ("金正恩総書記が視察した。", "金正恩", "きむじょんうん"),
        ("王毅外相は強調した。", "王毅", "おうき"),
        ("尹錫悦前大統領が出廷した。", "尹錫悦", "ゆんそんにょる"),
        ("文在寅元大統領が語った。", "文在寅", "むんじぇいん"),
        ("ドナルド・トランプ大統領が署名した。", "ドナルド・トランプ", "どなるどとらんぷ"),
        (
            "ウラジーミル・プーチン大統領が述べた。",
            "ウラジーミル・プーチン",
            "うらじーみるぷーちん",
        ),
        ("ゼレンスキー大統領と会談した。", "ゼレンスキー", "ぜれんすきー"),
        ("モディ首相が訪れた。", "モディ", "もでぃ"),
        ("自由民主党が決めた。", "自由民主党", "じゆうみんしゅとう"),
        ("ガザ地区で停戦した。", "ガザ地区", "がざちく"),
        ("ヨハネスブルクで開かれた。", "ヨハネスブルク", "よはねすぶるく"),
    ],
)
def test_names_of_the_glossary(sentence: str, name: str, reading: str) -> None:
    word = find(sentence, name)
    assert (word.reading, word.kind, word.source, word.uncertain) == (
        reading,
        "name",
        "glossary",
        False,
    )
    assert word.glosses[0]


@pytest.mark.parametrize(
    ("sentence", "name", "reading", "gloss"),
    [
        ("長谷川氏が敗れた。", "長谷川", "はせがわ", "surname"),
        ("東海林氏が当選した。", "東海林", "しょうじ", "surname"),
        ("利根川が増水した。", "利根川", "とねがわ", "Tone"),
        ("江戸川区で火災があった。", "江戸川区", "えどがわく", "Edogawa"),
        ("山口市に住む。", "山口市", "やまぐちし", "Yamaguchi"),
    ],
)
def test_names_of_jmnedict(sentence: str, name: str, reading: str, gloss: str) -> None:
    word = find(sentence, name)
    assert (word.reading, word.kind, word.source) == (reading, "name", "jmnedict")
    assert gloss in word.glosses[0]
    assert word.entry is not None


@pytest.mark.parametrize(
    ("sentence", "name", "reading", "gloss"),
    [
        (
            "ゲオルギー・スミルノフ外相が来た。",
            "ゲオルギー・スミルノフ",
            "げおるぎーすみるのふ",
            "name of a person",
        ),
        (
            "ラジナート・シン国防相が来た。",
            "ラジナート・シン",
            "らじなーとしん",
            "name of a person",
        ),
        ("吉田圭秀議員が来た。", "吉田圭秀", "よしだけいしゅう", "Yoshida Keishuu (name)"),
        ("護衛艦「いずも」が着く。", "いずも", "いずも", "name of a ship"),
        ("張暁剛報道官は語った。", "張暁剛", "ちょうぎょうごう", "name of a person"),
        ("チェルニヒウ州に入る。", "チェルニヒウ", "ちぇるにひう", "name of a place"),
        ("小松基地に着く。", "小松基地", "こまつきち", "Komatsu base (place)"),
        ("鈴木一郎議員が質問した。", "鈴木一郎", "すずきいちろう", "Suzuki Ichirō (name)"),
        ("ネベンジャ国連大使が来た。", "ネベンジャ", "ねべんじゃ", "name of a person"),
        ("朴振（パク・ジン）外相が来た。", "朴振", "ぱくじん", "name of a person"),
        ("外相権寧世（クォン・ヨンセ）氏が来た。", "権寧世", "くぉんよんせ", "name of a person"),
        (
            "首都で、金聖翰（キム・ソンハン）氏に会う。",
            "金聖翰",
            "きむそんはん",
            "name of a person",
        ),
    ],
)
def test_a_whole_name_of_known_parts_is_one_uncertain_word(
    sentence: str, name: str, reading: str, gloss: str
) -> None:
    word = find(sentence, name)
    assert (word.reading, word.kind, word.entry) == (reading, "name", None)
    assert word.glosses[0] == gloss


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("三日月が夜空に出た。", "三日月"),
        ("森の木を守る。", "森"),
        ("林の中を歩いた。", "林"),
        ("岸に着いた。", "岸"),
    ],
)
def test_a_word_that_is_also_somebody_s_short_name_stays_a_word(sentence: str, word: str) -> None:
    assert find(sentence, word).kind == "word"


@pytest.mark.parametrize("title", ["氏", "首相", "大統領", "外相", "さん", "知事", "議員"])
def test_a_title_is_a_word_of_its_own(title: str) -> None:
    surfaces = [word.surface for word in annotate(f"小泉{title}は会見した。").words]
    assert surfaces[:3] == ["小泉", title, "は"]


@pytest.mark.parametrize(
    ("sentence", "name"), [("尹元大統領が出廷した。", "尹"), ("菅前首相が語った。", "菅")]
)
def test_a_surname_of_one_kanji_is_a_name_before_a_former_title(sentence: str, name: str) -> None:
    assert find(sentence, name).kind == "name"


@pytest.mark.parametrize(
    ("sentence", "name", "reading", "gloss"),
    [
        ("広島県呉市で会見した。", "呉市", "くれし", "Kure"),
        ("津市の担当者が述べた。", "津市", "つし", "Tsu"),
        ("北区の住民が訴えた。", "北区", "きたく", "place"),
        ("山口県光市で開く。", "光市", "ひかりし", "Hikari"),
        ("宮崎県えびの市の農家だ。", "えびの市", "えびのし", "Ebino"),
        ("福井県おおい町が受け入れた。", "おおい町", "おおいちょう", "Oi Town"),
        ("加藤厚生労働大臣が答えた。", "加藤", "かとう", "surname"),
        ("高木経済産業大臣と会った。", "高木", "たかぎ", "surname"),
        ("山井議員がただした。", "山井", "やまのい", "surname"),
        ("時岡忍町長が述べた。", "時岡忍", "ときおかしのぶ", "Tokioka Shinobu"),
        ("時岡町長が述べた。", "時岡", "ときおか", "Tokioka"),
        ("錦織功政氏は去った。", "錦織功政", "にしきおりいさおまさ", "Nishikiori"),
        ("高橋一氏が語った。", "高橋一", "たかはしかず", "Takahashi"),
    ],
)
def test_a_name_ends_where_its_title_or_the_kind_of_place_says(
    sentence: str, name: str, reading: str, gloss: str
) -> None:
    word = find(sentence, name)
    assert (word.kind, word.reading) == ("name", reading)
    assert gloss in word.glosses[0]


@pytest.mark.parametrize(
    ("sentence", "word"),
    [("両国外相が会う。", "両国"), ("県内知事の会だ。", "県内"), ("各国代表が集う。", "各国")],
)
def test_a_word_before_a_title_is_no_surname(sentence: str, word: str) -> None:
    assert find(sentence, word).kind == "word"
