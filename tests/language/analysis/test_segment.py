"""What a word is: every row's words are parted by |."""

import pytest

from kit import annotate
from kit.language.article import Word


def words(text: str) -> list[Word]:
    return list(annotate(text).words)


def parted(text: str) -> str:
    return "|".join(word.surface for word in words(text))


@pytest.mark.parametrize(
    "sentence",
    [
        "会議|が|開かれています|。",
        "議長|は|採決|を|見送ってしまった|。",
        "対話|を|進めていきたい|と|述べた|。",
        "住民|が|村|に|戻ってきた|。",
        "資料|を|調べてみる|。",
        "協議|を|始めておく|必要|が|ある|。",
        "記者|に|案|を|示してくれた|。",
        "代表団|に|資料|を|渡してください|。",
        "物価|が|上がり続けている|。",
        "税率|は|高くなかった|。",
        "税率|は|高かったです|。",
        "物価|は|高くありませんでした|。",
        "結論|は|出ませんでした|。",
        "負担|が|重すぎる|。",
        "雨|が|降りそう|だ|。",
        "内容|を|知らずに|署名した|。",
        "そう|言わざるを得ない|。",
        "合意|に|至りつつある|。",
        "法案|は|否決されるべき|だ|。",
        "丁寧|に|説明し|、|理解を求めた|。",
        "今年度|末|に|見直す|。",
        "検討|にすぎず|、|決定|ではない|。",
        "法案|を|通そう|とする|動き|だ|。",
        "法案|を|通そう|とした|。",
        "質問|に対しまして|お答えします|。",
        "この|点|につきまして|述べる|。",
        "先ほど来|、|議論している|。",
        "いつまでに|決める|の|か|。",
        "詳細|が|決まり|次第|、|公表する|。",
        "実現しそう|にない|。",
        "改善|に向け|努力する|。",
        "時期|は|早ければ|来月|だ|。",
        "緊密|な|もの|に|していかなければならない|。",
        "来年度|末|まで|続ける|。",
        "地域|ならではの|工夫|だ|。",
        "断固として|反対する|。",
        "委員|は|整然|として|退席した|。",
        "騒然|とした|議場|だ|。",
        "延期する|と|言った|のです|。",
        "食費|と言った|費用|が|増える|。",
        "もっと|急がない|と|いけない|。",
        "信頼|なくして|対話|は|ない|。",
        "無駄|を|なくして|減税する|。",
        "避け|ようがない|事態|だ|。",
        "批判|をものともせず|進めた|。",
        "着任する|や否や|視察した|。",
        "財政|に鑑み|見送った|。",
        "住民|に|おかまいなく|進めた|。",
        "記者|が|報ずべき|事実|だ|。",
        "応ずべき|要請|だ|。",
        "臭いものにふたをした|。",
    ],
)
def test_a_verb_or_adjective_takes_along_what_is_attached(sentence: str) -> None:
    assert parted(sentence.replace("|", "")) == sentence


@pytest.mark.parametrize(
    ("sentence", "word", "headword"),
    [
        ("外相が会談しました。", "会談しました", "会談"),
        ("予算案は成立しそうです。", "成立しそう", "成立"),
        ("首相は辞任せざるを得なかった。", "辞任せざるを得なかった", "辞任"),
        ("記者に説明してもらいたい。", "説明してもらいたい", "説明"),
        ("議員は出席いたしました。", "出席いたしました", "出席"),
        ("これから説明できる。", "説明できる", "説明"),
        ("これからご説明いたします。", "ご説明いたします", "説明"),
        ("結果をお伝えしました。", "お伝えしました", "伝える"),
        ("しばらくお待ちください。", "お待ちください", "待つ"),
    ],
)
def test_a_noun_with_its_suru_is_one_word(sentence: str, word: str, headword: str) -> None:
    assert [w.headword for w in words(sentence) if w.surface == word] == [headword]


@pytest.mark.parametrize(
    "sentence",
    [
        "これ|は|事実|だ|。",
        "担当者|は|山田|さん|です|。",
        "今|が|好機|だろう|。",
        "彼|は|記者|だった|。",
        "結論|は|明白|でした|。",
        "山田|氏|は|会見した|。",
        "山田|外相|が|到着した|。",
        "ロシア|側|は|回答した|。",
        "政府|は|反対|ではない|。",
    ],
)
def test_copulas_titles_and_particles_are_words_of_their_own(sentence: str) -> None:
    assert parted(sentence.replace("|", "")) == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "領土|をめぐる|対立|が|続く|。",
        "経済|について|話し合った|。",
        "議長|として|発言した|。",
        "支援|に関する|文書|だ|。",
        "法律|に基づき|処分した|。",
        "地方|における|課題|だ|。",
        "交渉|を通じて|解決する|。",
        "選挙|に向けて|準備する|。",
        "反対|にもかかわらず|可決された|。",
        "住民|とともに|歩く|。",
        "憲法|という|文書|を|読む|。",
    ],
)
def test_compound_particles_are_one_word(sentence: str) -> None:
    assert parted(sentence.replace("|", "")) == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "会議|を|始めた|。",
        "条件|を|含めない|。",
        "要求|に|従いました|。",
        "条件|に|加えます|。",
        "経緯|を|踏まえます|。",
    ],
)
def test_a_verb_that_goes_on_is_no_compound_particle(sentence: str) -> None:
    assert parted(sentence.replace("|", "")) == sentence


@pytest.mark.parametrize("particle", ["という", "について", "として"])
def test_compound_particles_are_grammar_with_a_meaning(particle: str) -> None:
    word = words(f"国民{particle}述べる。")[1]
    assert (word.surface, word.kind, word.source) == (particle, "grammar", "glossary")
    assert word.glosses


@pytest.mark.parametrize(
    ("sentence", "word", "headword"),
    [
        ("両国は歩調を合わせている。", "歩調を合わせている", "歩調を合わせる"),
        ("両国は歩調も合わせた。", "歩調も合わせた", "歩調を合わせる"),
        ("両国は歩調合わせる方針だ。", "歩調合わせる", "歩調を合わせる"),
        ("各国が足並みをそろえた。", "足並みをそろえた", "足並みをそろえる"),
        ("責任は負わない。", "責任は負わない", "責任を負う"),
        ("役割果たす責任がある。", "役割果たす", "役割を果たす"),
        ("住民の声に耳を傾けた。", "耳を傾けた", "耳を傾ける"),
        ("批判に耳も傾けない。", "耳も傾けない", "耳を傾ける"),
        ("政府は影響も及ぼした。", "影響も及ぼした", "影響を及ぼす"),
        ("党内の足並みは乱れた。", "足並みは乱れた", "足並みが乱れる"),
        ("首相は席を立った。", "席を立った", "席を立つ"),
    ],
)
def test_set_phrases_are_one_word_whatever_their_particle(
    sentence: str, word: str, headword: str
) -> None:
    assert [w.headword for w in words(sentence) if w.surface == word] == [headword]


@pytest.mark.parametrize(
    "compound",
    [
        "国際秩序",
        "外相会談",
        "国家主席",
        "外国人",
        "政治家",
        "安全保障理事会",
        "世界大戦",
        "生活水準",
        "木曜日",
        "その後",
        "これまで",
    ],
)
def test_compounds_that_are_known_are_one_word(compound: str) -> None:
    assert parted(f"{compound}の問題だ。") == f"{compound}|の|問題|だ|。"


@pytest.mark.parametrize(
    "sentence",
    [
        "これ|は|重要|だ|。",
        "それ|が|課題|だ|。",
        "協議|が|進んでいる|。",
        "問題|に|なりそう|です|。",
        "すると|、|議長|が|立った|。",
        "23日|米国|を|訪れた|。",
        "10日|中国|と|協議した|。",
        "15日|ロシア|側|と|協議した|。",
        "25日|午後|、|会談した|。",
        "明日|国会|で|審議する|。",
        "国会議員|会館|で|会見した|。",
        "今年|4月|に|来日する|。",
        "数人|が|残った|。",
        "世界中|から|集まった|。",
        "協議した|上で|決める|。",
        "どの|国|が|反対|か|。",
    ],
)
def test_no_word_takes_a_piece_of_its_neighbour(sentence: str) -> None:
    assert parted(sentence.replace("|", "")) == sentence


@pytest.mark.parametrize(
    ("sentence", "word", "reading"),
    [
        ("G20の外相が集まった。", "G20", "じーとぅえんてぃー"),
        ("BRICSが拡大した。", "BRICS", "ぶりっくす"),
        ("NATOが声明を出した。", "NATO", "なとー"),
        ("ASEANが会合を開いた。", "ASEAN", "あせあん"),
        ("IAEAが調査した。", "IAEA", "あいえーいーえー"),
        ("EUが決めた。", "EU", "いーゆー"),
        ("QXZ協定を結んだ。", "QXZ", "きゅーえっくすぜっと"),
    ],
)
def test_acronyms_are_one_word_read_as_a_newsreader_would(
    sentence: str, word: str, reading: str
) -> None:
    first = words(sentence)[0]
    assert (first.surface, first.reading) == (word, reading)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("三 つ", "三"),
        ("国際 秩序", "国際"),
        ("20 日", "20"),
    ],
)
def test_no_word_goes_over_a_blank(text: str, first: str) -> None:
    assert words(text)[0].surface == first


@pytest.mark.parametrize(
    "sentence",
    ["森|元首相|が|出席した|。", "岸|元首相|の|孫|だ|。", "村山|元首相|が|語った|。"],
)
def test_a_surname_takes_no_piece_of_a_former_title(sentence: str) -> None:
    assert parted(sentence.replace("|", "")) == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "マラペ|首相|が|来た|。",
        "フランス|の|ルドリアン|外相|と|話す|。",
        "シャナハン|米|国防長官|が|来た|。",
        "イン・ソンファン|第1|次長|が|会議|を|開く|。",
        "キム・グァンジン|氏|が|帰る|。",
        "フランス|ルドリアン|外相|が|話す|。",
        "テレビ|・|ラジオ|・|インターネット|で|見る|。",
        "米軍|の|パパロ|司令官|と|話す|。",
        "タイ|の|セター|首相|が|来た|。",
        "護衛艦|「|いずも|」|が|着く|。",
        "巡視船|「|しきしま|」|が|着く|。",
        "朴正天|書記|が|来た|。",
        "李炳哲|党|副委員長|が|来た|。",
        "張暁剛|報道官|は|語った|。",
        "何衛東|氏|が|来た|。",
        "金子徹|氏|が|来た|。",
        "申請|書記|の|名|。",
        "船越健裕|外務次官|が|話す|。",
        "内倉浩昭|航空幕僚長|が|話す|。",
        "鯰博行|氏|が|来た|。",
        "妻|恵子|さん|が|来た|。",
        "国民|の|力量|が|問われる|。",
        "日本維新の会|議員|が|来た|。",
        "大阪維新の会|幹事長|が|来た|。",
        "みんなの党|代表|が|来た|。",
        "田中富広|会長|が|来た|。",
        "ニュースキャスター|氏|が|来た|。",
    ],
)
def test_a_foreign_name_that_no_list_has_is_one_word(sentence: str) -> None:
    assert parted(sentence.replace("|", "")) == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "米英仏|など|が|反対した|。",
        "英伊|両国|の|首脳|が|会談した|。",
        "米中ロ|の|3カ国|が|協議した|。",
        "日独伊|三国同盟|を|結んだ|。",
        "3日|中国|で|会議|を|開く|。",
        "今日|中|に|決める|。",
        "飛翔体|数発|を|撃つ|。",
    ],
)
def test_countries_in_a_row_are_one_word(sentence: str) -> None:
    assert parted(sentence.replace("|", "")) == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "トランプ|次期|米|大統領|が|来る|。",
        "エクソンモービル|前|会長|が|来た|。",
        "公聴会前|に|話す|。",
    ],
)
def test_a_word_takes_no_country_and_no_former_of_the_office_after_it(sentence: str) -> None:
    assert parted(sentence.replace("|", "")) == sentence


def test_a_faculty_is_no_place() -> None:
    assert [word.kind for word in words("獣医学部の新設") if word.surface == "獣医学部"] == ["word"]
