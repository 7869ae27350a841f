import pytest

from kit.classroom.draft.teaching_words import TeachingWord, teaching_words
from kit.language.article import Paragraph
from kit.language.lexicon import dictionary
from kit.language.lexicon.glossary import packaged
from kit.learner.coverage import KnownList
from kit.texts import texts
from tests.classroom.fishery import paragraphs


def of(*lines: str, known: KnownList | None = None) -> dict[str, TeachingWord]:
    found = teaching_words(paragraphs(*lines), dictionary.default(), packaged(), known)
    return {word.headword: word for word in found}


@pytest.mark.parametrize(
    ("text", "wanted", "left_out"),
    [
        ("各国は歩調を合わせていく姿勢だ。", ["歩調を合わせる", "姿勢"], ["合わせる", "は", "だ"]),
        ("両国の首脳が会談しました。", ["両国", "首脳", "会談"], ["する", "が"]),
        ("佐藤首相は3月10日、ロンドンに着いた。", [], ["佐藤", "ロンドン", "3月10日", "着く"]),
        ("国連とG20の枠組みだ。", ["枠組み"], ["国連", "G20"]),  # names, collected apart
        ("そのため多くの人がこのことを知る。", [], ["その", "ため", "人", "この", "こと", "知る"]),
        ("NATOのABCはXYZだ。", [], ["ABC", "XYZ"]),
        ("水産課が動く。", ["水産"], ["課"]),  # an ending, not the lesson that 課 is alone
        ("影響力行使が続く。", ["影響力", "行使"], ["影響力行使"]),  # used once: its words
        ("友好関係を築く。", ["友好", "友好関係"], ["関係"]),  # JMdict has the whole
        ("実務協力を進め、実務協力を広げる。", ["実務協力"], ["実務", "協力"]),  # again: the whole
        ("外相会合を開き、外相会合を終える。", ["外相", "会合"], ["外相会合"]),  # two are worth it
    ],
)
def test_which_words_are_taught(text: str, wanted: list[str], left_out: list[str]) -> None:
    found = of(text)
    assert [word for word in wanted if word not in found] == []
    assert [word for word in left_out if word in found] == []


def test_the_most_useful_come_first() -> None:
    found = of("協議会は試金石だ。協議会の変化を見る。協議会を開く。")
    assert next(iter(found)) == "協議会"
    assert list(found).index("試金石") < list(found).index("変化")
    scores = [word.score for word in found.values()]
    assert scores == sorted(scores, reverse=True)


def test_what_a_word_is_told_with() -> None:
    word = of("協調を深める。", "両国は、多国間の会合で協調する姿勢を示した。", "協調を保つ。")[
        "協調"
    ]
    assert (word.reading, word.count, word.part_of_speech) == ("きょうちょう", 3, "noun, する")
    assert word.meaning.startswith("coordination")
    assert (
        word.example == "両国は、多国間の会合で協調する姿勢を示した。"
    )  # neither too short nor long
    assert word.unsure == ""


@pytest.mark.parametrize(
    ("text", "headword", "reading", "part_of_speech"),
    [
        ("会合が開かれました。", "開く", "ひらく", "verb"),
        ("役割を果たしている。", "役割を果たす", "やくわりをはたす", "verb phrase"),
        ("課題が浮かび上がった。", "浮かび上がる", "うかびあがる", "verb"),
        ("緊密な関係だ。", "緊密", "きんみつ", "na-adjective"),
        ("幅広く話した。", "幅広い", "はばひろい", "adjective"),
        ("方針を確認する。", "方針", "ほうしん", "noun"),
        ("合意を確認した。", "確認", "かくにん", "noun, する"),
    ],
)
def test_the_headword_stands_for_its_forms(
    text: str, headword: str, reading: str, part_of_speech: str
) -> None:
    word = of(text)[headword]
    assert (word.reading, word.part_of_speech) == (reading, part_of_speech)


def test_a_word_within_a_compound_counts_and_says_where_it_is() -> None:
    found = of("地域課題だ。外交課題もある。")
    assert (found["課題"].count, found["課題"].inside) == (2, "地域課題")
    alone = of("地域課題だ。課題もある。")["課題"]
    assert (alone.count, alone.inside, alone.example) == (2, "", "課題もある。")


def test_an_example_is_rather_text_than_a_heading() -> None:
    lines = [
        *paragraphs("多極化の行方を占う首脳会談", kind="heading"),
        *paragraphs("多極化が進む。"),
    ]
    found = teaching_words(lines, dictionary.default(), packaged())
    assert {word.example for word in found if word.headword == "多極化"} == {"多極化が進む。"}


@pytest.mark.parametrize(
    ("text", "headword", "doubt"),
    [
        ("漁場を守る。", "漁場", "also read ぎょじょう"),
        ("糸を手繰る。", "手繰る", "the first of 2 senses"),
        ("会談を終えた。", "会談", ""),  # the kit's own glossary has it
        ("会合を開く。", "開く", ""),  # so it has the sense that news has in mind
    ],
)
def test_what_is_guessed_is_marked(text: str, headword: str, doubt: str) -> None:
    unsure = of(text)[headword].unsure
    assert doubt in unsure
    assert bool(unsure) is bool(doubt)


def test_a_word_that_is_read_in_two_ways_says_so() -> None:
    found = of("市場（しじょう）を守る。市場（いちば）を見る。市場（しじょう）が動く。")["市場"]
    assert (found.reading, found.count, found.twofold) == ("しじょう", 3, True)
    assert "read いちば elsewhere in the text" in found.unsure
    assert not of("市場（しじょう）を守る。")["市場"].twofold


def test_doubts_are_put_in_the_language_of_the_interface() -> None:
    lines = paragraphs("漁場を守る。")
    found = teaching_words(lines, dictionary.default(), packaged(), says=texts("ja"))
    assert [word.unsure for word in found] == ["ぎょじょうとも読みます"]


@pytest.mark.parametrize(
    ("known", "left"),
    [
        ([], {"会談", "試金石", "漁場"}),
        ([("会談", "")], {"試金石", "漁場"}),
        ([("会談", "かいだん"), ("試金石", "ちがうよみ")], {"試金石", "漁場"}),
        ([("漁場", "ぎょじょう")], {"会談", "試金石"}),  # a reading that it has too
    ],
)
def test_what_the_class_knows_is_left_out(known: list[tuple[str, str]], left: set[str]) -> None:
    assert of("会談は漁場の試金石だ。", known=KnownList(known)).keys() == left


@pytest.mark.parametrize("lines", [[], [""], ["This is English."], ["12 345"], ["。、！"]])
def test_a_text_without_words_teaches_none(lines: list[str]) -> None:
    found: list[Paragraph] = paragraphs(*lines)
    assert teaching_words(found, dictionary.default(), packaged()) == ()
