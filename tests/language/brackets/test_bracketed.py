import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit import annotate
from kit.language.annotate import annotate_line
from kit.language.article import Word
from kit.language.brackets.bracketed import bracketed


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("福田（ふくだ）氏は", "福田=ふくだ （ふくだ） 氏=し は=は"),
        ("石破茂（いしば・しげる）首相", "石破茂=いしばしげる （いしば・しげる） 首相=しゅしょう"),
        ("本田 圭佑(ほんだ けいすけ)氏", "本田=ほんだ   圭佑=けいすけ (ほんだ けいすけ) 氏=し"),
        ("東京（とうきょう）、国（くに）", "東京=とうきょう （とうきょう） 、 国=くに （くに）"),
        ("覚書（おぼえがき）に", "覚書=おぼえがき （おぼえがき） に=に"),
        ("憲法改正（かいせい）の", "憲法改正=けんぽうかいせい （かいせい） の=の"),
    ],
)  # fmt: skip
def test_a_reading_in_brackets_is_no_text_of_its_own(text: str, words: str) -> None:
    found = annotate_line(text, "paragraph").words
    told = [f"{w.surface}={w.reading}" if w.reading else w.surface for w in found]
    assert " ".join(told) == words


@pytest.mark.parametrize(
    ("text", "surface", "reading", "furigana"),
    [
        ("上川（うえかわ）市長が", "上川", "うえかわ", (("上", "うえ"), ("川", "かわ"))),
        ("米内光政（よないみつまさ）氏が", "米内光政", "よないみつまさ", None),
        ("日本（にっぽん）の", "日本", "にっぽん", None),
        ("日本（にほん）の", "日本", "にほん", None),
    ],
)
def test_the_text_knows_best_how_a_name_is_read(
    text: str, surface: str, reading: str, furigana: object
) -> None:
    word = next(iter(annotate(text).words))
    assert (word.surface, word.reading) == (surface, reading)
    assert not word.uncertain
    assert word.furigana == furigana or furigana is None


@pytest.mark.parametrize(
    "text",
    [
        "首相（おわり）",
        "会議（かいぎ",
        "彼（かれ、元首相）は",
        "議長（カナダ）は",
        "協議（ではなく交渉）",
        "鈴木（ではない）",
        "高橋（ですが）",
        "山田（さん）",
        "福田（など）",
        "石川（から）",
        "田中（ら）",
        "政府（です）",
        "東京（の）",
        "大臣（だった）",
        "彼は笑った（笑）",
        "派閥（右）",
        "月曜（木）",
        "会場（東京都）",
        "知事（ひらがなの説明が続きます）",
    ],
)
def test_what_is_no_reading_stays_text(text: str) -> None:
    brackets = [word.surface for word in annotate(text).words if "（" in word.surface]
    assert brackets == ["（"]


@pytest.mark.parametrize(
    "text",
    ["（ふくだ）", "国（くに）国（くに", "ｱ国（くに）ﾀﾞ", "国（くに）（くに）"],
)
def test_the_words_still_join_to_the_text(text: str) -> None:
    paragraph = annotate_line(text, "paragraph")
    assert "".join(word.surface for word in paragraph.words) == text
    position = 0
    for word in paragraph.words:
        assert word.start == position
        position = word.end


INFLECTED = [
    ("品位を貶（おとし）める。", "貶（おとし）める", "おとしめる", "貶める"),
    ("対立を煽（あお）った。", "煽（あお）った", "あおった", "煽る"),
    ("本音を露（あら）わにした。", "露（あら）わにした", "あらわにした", "露わにする"),
    ("門が開（あ）く。", "開（あ）く", "あく", "開く"),
    ("会を開（ひら）く。", "開（ひら）く", "ひらく", "開く"),
    ("外国に行（い）った。", "行（い）った", "いった", "行く"),
    ("投票を行（おこな）った。", "行（おこな）った", "おこなった", "行う"),
    ("やっと凌（しの）いだ。", "凌（しの）いだ", "しのいだ", "凌ぐ"),
    ("過去に引き摺（ず）られた。", "引き摺（ず）られた", "ひきずられた", "引き摺る"),
    ("方針を打（う）ち出（だ）した。", "打（う）ち出（だ）した", "うちだした", "打ち出す"),
    ("空（す）いた電車", "空（す）いた", "すいた", "空く"),
    ("責任を免（まぬか）れた。", "免（まぬか）れた", "まぬかれた", "免れる"),
    ("責任を免（まぬが）れない。", "免（まぬが）れない", "まぬがれない", "免れる"),
    ("決定が覆（くつがえ）された。", "覆（くつがえ）された", "くつがえされた", "覆す"),
    ("雲に覆（おお）われた。", "覆（おお）われた", "おおわれた", "覆う"),
    ("声を蔑（ないがし）ろにした。", "蔑（ないがし）ろにした", "ないがしろにした", "蔑ろにする"),
    ("疎(おろそ)かにする。", "疎(おろそ)かにする", "おろそかにする", "疎かにする"),
    ("著《いちじる》しい。", "著《いちじる》しい", "いちじるしい", "著しい"),
    ("忖度（そんたく）する。", "忖度（そんたく）する", "そんたくする", "忖度"),
    ("改革に邁進（まいしん）した。", "邁進（まいしん）した", "まいしんした", "邁進"),
    ("資格を剥奪（はくだつ）される。", "剥奪（はくだつ）される", "はくだつされる", "剥奪"),
    ("払拭（ふっしょく）できない。", "払拭（ふっしょく）できない", "ふっしょくできない", "払拭"),
    ("両国が対峙（たいじ）している。", "対峙（たいじ）している", "たいじしている", "対峙"),
]


@pytest.mark.parametrize(("text", "surface", "reading", "headword"), INFLECTED)
def test_a_reading_inside_a_word_leaves_it_whole(
    text: str, surface: str, reading: str, headword: str
) -> None:
    word = _word(text, surface)
    assert (word.reading, word.headword, word.uncertain) == (reading, headword, False)
    assert "".join(piece for piece, _ in word.furigana) == surface


def test_what_stands_in_a_word_has_no_furigana() -> None:
    word = _word("品位を貶（おとし）めた。", "貶（おとし）めた")
    assert word.furigana == (("貶", "おとし"), ("（おとし）", None), ("めた", None))


@pytest.mark.parametrize(
    ("text", "gloss"),
    [
        ("市場（いちば）で買う。", "(town) market"),
        ("市場（しじょう）に任せる。", "market (financial"),
        ("帽子を被（かぶ）った。", "to put on"),
        ("被害を被（こうむ）った。", "to suffer"),
        ("荷物を担（かつ）ぐ。", "to"),
    ],
)
def test_the_entry_is_the_one_that_is_read_so(text: str, gloss: str) -> None:
    words = [
        word for word in annotate(text).words if "（" in word.surface or word.headword == "市場"
    ]
    assert words[0].glosses[0].startswith(gloss)


def test_somebody_who_is_read_otherwise_is_somebody_else() -> None:
    known, other = (
        next(iter(annotate(text).words))
        for text in ("河野洋平（こうのようへい）氏", "河野洋平（かわのようへい）氏")
    )
    assert known.glosses != ()
    assert (other.kind, other.reading, other.glosses) == ("name", "かわのようへい", ())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("占守島（しゅむしゅとう）の", "占守島=しゅむしゅとう"),
        ("濵田靖一（はまだやすかず）氏", "濵田靖一=はまだやすかず"),
        ("一谷勇一郎（いちたにゆういちろう）氏", "一谷勇一郎=いちたにゆういちろう"),
        ("徳茂雅之（とくしげまさゆき）氏", "徳茂雅之=とくしげまさゆき"),
        ("三位一体（さんみいったい）の", "三位一体=さんみいったい"),
        ("東風平（こちんだ）町", "東風平（こちんだ）町=こちんだちょう"),
        ("下地島（しもじしま）空港", "下地島（しもじしま）空港=しもじしまくうこう"),
        ("金正恩（キム・ジョンウン）氏", "金正恩=きむじょんうん"),
        ("習近平（シー・チンピン）氏", "習近平=しーちんぴん"),
        ("文在寅（ムンジェイン）氏", "文在寅=むんじぇいん"),
        ("四十八願正（よいならただし）氏", "四十八願正=よいならただし"),
        ("小鳥遊健（たかなしけん）氏", "小鳥遊健=たかなしけん"),
        ("幌筵島（ぱらむしるとう）へ", "幌筵=ぱらむしる 島=とう"),
        ("平壌（ピョンヤン）で", "平壌=ぴょんやん"),
        ("佐々木（ ささき ）氏", "佐々木=ささき"),
        ("代々木（よよぎ）公園", "代々木（よよぎ）公園=よよぎこうえん"),
        ("辺野古(ﾍﾉｺ)の", "辺野古=へのこ"),
        ("霞が関（かすみがせき）で", "霞が関=かすみがせき"),
        ("故安倍（あべ）氏", "故=こ 安倍=あべ"),
        ("村上（むらかみ）春樹（はるき）氏", "村上（むらかみ）春樹=むらかみはるき"),
    ],
)
def test_a_reading_goes_over_all_that_it_is_the_reading_of(text: str, words: str) -> None:
    found = [f"{word.surface}={word.reading}" for word in annotate(text).words if word.reading]
    assert " ".join(found).startswith(words)


@pytest.mark.parametrize(
    ("text", "reading", "headword"),
    [
        ("被った（かぶった）帽子", "かぶった", "被る"),
        ("行われた（おこなわれた）投票", "おこなわれた", "行う"),
        ("見做す（みなす）。", "みなす", "見做す"),
        ("決まった（きまった）方針", "きまった", "決まる"),
        ("見送られた（みおくられた）案", "みおくられた", "見送る"),
        ("食い止める（くいとめる）策", "くいとめる", "食い止める"),
        ("揺らいだ（ゆらいだ）信頼", "ゆらいだ", "揺らぐ"),
        ("開いた（あいた）門", "あいた", "開く"),
        ("開いた（ひらいた）会", "ひらいた", "開く"),
        ("彼ら（かれら）は", "かれら", "彼ら"),
        ("お札（おさつ）を", "おさつ", "お札"),
        ("取り纏め（とりまとめ）を", "とりまとめ", "取り纏め"),
    ],
)
def test_a_reading_after_kana_is_that_of_the_whole_word(
    text: str, reading: str, headword: str
) -> None:
    word, mark = list(annotate(text).words)[:2]
    assert (word.reading, word.headword) == (reading, headword)
    assert mark.kind == "symbol"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("政府《せいふ》は", "政府=せいふ 《せいふ》 は=は"),
        ("作家の｜東雲《しののめ》氏", "作家=さっか の=の ｜ 東雲=しののめ 《しののめ》 氏=し"),
        ("与党｜幹部《かんぶ》が", "与党=よとう ｜ 幹部=かんぶ 《かんぶ》 が=が"),
        ("|首相《しゅしょう》は", "| 首相=しゅしょう 《しゅしょう》 は=は"),
        ("｜本気《マジ》の", "｜ 本気=まじ 《マジ》 の=の"),
        ("国会《こっかい》と", "国会=こっかい 《こっかい》 と=と"),
        ("雑誌《世界》を", "雑誌=ざっし 《 世界=せかい 》 を=を"),
        ("新作《ひかり》を", "新作=しんさく 《 ひかり=ひかり 》 を=を"),
        ("《ひかり》を", "《 ひかり=ひかり 》 を=を"),
        ("占守島《しゅむしゅとう》の", "占守島=しゅむしゅとう 《しゅむしゅとう》 の=の"),
        ("改革｜案", "改革=かいかく ｜ 案=あん"),
    ],
)
def test_double_angle_brackets_hold_readings_or_titles(text: str, words: str) -> None:
    found = annotate_line(text, "paragraph").words
    assert " ".join(f"{w.surface}={w.reading}" if w.reading else w.surface for w in found) == words


READINGS = [
    "（おこな）",
    "（とう）",
    "(し)",
    "《かい》",
    "（シー・チン）",
    "（ は ）",
    "｜",
    "《",
    "）",
]
SENTENCES = [
    "政府は国会で法案の審議を急ぐ方針を打ち出した。",
    "二十日に行われた会談で、濵田靖一氏が見解を述べた。",
    "ｶﾞｲｼｮｳは３月に佐々木さんと　協議する。",
    "責任を免れないとの声が与党幹部からも上がっている。",
]


@given(
    st.sampled_from(SENTENCES),
    st.lists(st.tuples(st.integers(0, 30), st.sampled_from(READINGS)), max_size=5),
)
@settings(max_examples=150, deadline=None)
def test_wherever_a_reading_stands_the_words_join_to_the_text(
    sentence: str, readings: list[tuple[int, str]]
) -> None:
    text = sentence
    for place, reading in readings:
        text = text[:place] + reading + text[place:]
    position = 0
    for word in annotate_line(text, "paragraph").words:
        assert word.start == position
        assert "".join(piece for piece, _ in word.furigana) == word.surface
        position = word.end
    assert position == len(text)


def _word(text: str, surface: str) -> Word:
    words = list(annotate(text).words)
    found = [word for word in words if word.surface == surface]
    assert found, [word.surface for word in words]
    return found[0]


def test_a_bracket_that_is_never_closed_is_no_work() -> None:
    """It would take years if a run of kana could be parted in every way."""
    assert bracketed("先生（" + "いつもはとてもやさしい" * 1000 + "、") == []
