import pytest

from kit import annotate
from kit.language.analysis.bracketed import bracketed
from kit.language.annotate import annotate_line


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


def test_a_bracket_that_is_never_closed_is_no_work() -> None:
    """It would take years if a run of kana could be parted in every way."""
    assert bracketed("先生（" + "いつもはとてもやさしい" * 1000 + "、") == []
