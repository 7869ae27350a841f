import pytest

from kit.language.annotate import annotate
from kit.language.lexicon import dictionary
from kit.language.lexicon.detail import word_id
from kit.language.lexicon.glossary import packaged
from kit.language.lexicon.identity import WordId
from kit.learner.headword import find, is_listed, kana, meant


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("協調", "協調/きょうちょう"),
        (" 協調 ", "協調/きょうちょう"),
        ("歩調を合わせる", "歩調を合わせる/ほちょうをあわせる"),
        ("戻り", "戻り/もどり"),
        ("決め", "決め/きめ"),
        ("行われる", "行われる/おこなわれる"),
        ("食べた", "食べる/たべる"),
        ("いく", "行く/いく"),
        ("静かな", "静か/しずか"),
        ("勉強する", "勉強/べんきょう"),
        ("会談しました", "会談/かいだん"),
        ("コーヒー", "コーヒー/こーひー"),
        ("ｺｰﾋｰ", "コーヒー/こーひー"),
        ("福田", "福田/ふくだ"),
        ("〜的", "的/まと"),
        ("会う・逢う", "会う/あう"),
        ("会う/逢う", "会う/あう"),
        ("彼は学校に行った。", None),
        ("多極多極", None),
        ("zz0", None),
        ("", None),
        ("。", None),
        ("協" * 100_000, None),
    ],
)
def test_the_headword_of_a_word_without_reading(word: str, found: str | None) -> None:
    headed = find(word)
    assert (headed and headed.text) == found


@pytest.mark.parametrize(
    ("word", "reading", "found"),
    [
        ("市場", "しじょう", "市場/しじょう"),
        ("市場", "いちば", "市場/いちば"),
        ("市場", "イチバ", "市場/いちば"),
        ("市場", "ｲﾁﾊﾞ", "市場/いちば"),
        ("市場", "いちば、しじょう", "市場/いちば"),
        ("日本政府", "にほん　せいふ", "日本政府/にほんせいふ"),
        ("多極多極", "たきょくたきょく", "多極多極/たきょくたきょく"),
        ("首相", "しゅぞう", "首相/しゅぞう"),
        ("協調", "kyouchou", "協調/きょうちょう"),
        ("食べた", "たべた", "食べる/たべる"),
        ("来た", "きた", "来る/くる"),
        ("静かな", "しずかな", "静か/しずか"),
        ("勉強する", "べんきょうする", "勉強/べんきょう"),
        ("行った", "おこなった", "行う/おこなう"),
        ("行った", "いった", "行く/いく"),
        ("止めた", "とめた", "止める/とめる"),
        ("止めた", "やめた", "止める/やめる"),
        ("避けた", "よけた", "避ける/よける"),
        ("目立ち", "めだち", "目立ち/めだち"),
        ("思い出し", "おもいだし", "思い出し/おもいだし"),
        ("勉強", "する", "勉強/べんきょう"),
        ("変", "な", "変/へん"),
        ("名", "な", "名/な"),
        ("いく", "いく", "行く/いく"),
        ("hello", "はろー", None),
    ],
)
def test_the_reading_of_a_list_wins(word: str, reading: str, found: str | None) -> None:
    headed = find(word, reading)
    assert (headed and headed.text) == found


@pytest.mark.parametrize(
    ("word", "reading", "found"),
    [
        ("協調", "", "協調/きょうちょう"),
        ("市場", "", "市場/しじょう 市場/いちば"),
        ("年", "", "年/とし 年/ねん 年/とせ"),
        ("年", "ねん", "年/ねん"),
        ("勉強", "する", "勉強/べんきょう"),
        ("後", "", "後/あと 後/のち 後/しり 後/ご"),
        ("〜後", "", "後/あと 後/のち 後/しり 後/ご"),
        ("食べた", "", "食べる/たべる"),
        ("福田", "", "福田/ふくだ"),
        ("多極多極", "", ""),
        ("zz", "", ""),
        # in kana: what has one word, or one that is common and usually in kana
        ("かいだん", "", "階段/かいだん 会談/かいだん 解団/かいだん 戒壇/かいだん 怪談/かいだん"),
        ("いぬ", "", "犬/いぬ 戌/いぬ 往ぬ/いぬ"),
        ("がいむしょう", "", "外務省/がいむしょう"),
        ("たべた", "", "食べる/たべる"),
        ("する", "", "する/する"),
        ("こと", "", "こと/こと"),
        ("コーヒー", "", "コーヒー/こーひー"),
        ("トルタナ", "", "トルタナ/とるたな"),
        ("ア" * 100, "", ""),
    ],
)
def test_all_that_a_word_may_stand_for(word: str, reading: str, found: str) -> None:
    assert sorted(headed.text for headed in meant(word, reading)) == sorted(found.split())


@pytest.mark.parametrize(
    ("word", "reading", "listed"),
    [
        ("協調", "きょうちょう", True),
        ("首相", "しゅぞう", False),
        ("福田", "ふくだ", True),
        ("トルタナ", "とるたな", False),
        ("コーヒー", "こーひー", True),
        ("する", "する", True),
        ("多極多極", "たきょくたきょく", False),
    ],
)
def test_what_a_dictionary_has(word: str, reading: str, listed: bool) -> None:
    assert is_listed(WordId(word, reading)) is listed


@pytest.mark.parametrize("text", "協調 会談 市場 日本 明日 できる 出来る ください こと".split())
def test_a_word_is_the_one_that_a_text_has(text: str) -> None:
    (word,) = annotate(text).words
    headed = find(text)
    assert headed is not None
    assert headed == word_id(word.analysis, dictionary.default(), packaged())


@pytest.mark.parametrize(
    ("reading", "said"),
    [
        ("キョウチョウ", "きょうちょう"),
        (" じょん・すみす ", "じょんすみす"),
        ("いちば；しじょう", "いちば"),
        ("協調", ""),
        ("kana", ""),
        ("", ""),
    ],
)
def test_readings_are_in_hiragana(reading: str, said: str) -> None:
    assert kana(reading) == said
