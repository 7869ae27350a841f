import pytest

from kit.language.annotate import annotate
from kit.language.article import Word
from kit.language.lexicon import dictionary
from kit.language.lexicon.detail import Detail, detail, kanji
from kit.language.lexicon.glossary import packaged
from kit.language.script.kana import shared_start


def known(text: str, surface: str) -> Detail:
    word: Word = next(word for word in annotate(text).words if word.surface == surface)
    return detail(word.analysis, dictionary.default(), packaged())


@pytest.mark.parametrize(
    ("text", "surface", "reading"),
    [
        ("会議が開かれた。", "開かれた", "ひらく"),
        ("外相が会談した。", "会談した", "かいだん"),
        ("政策を打ち出した。", "打ち出した", "うちだす"),
        ("メッセージを送った。", "メッセージ", "めっせーじ"),
        ("王毅外相", "王毅", "おうき"),
    ],
)
def test_the_reading_is_that_of_the_headword(text: str, surface: str, reading: str) -> None:
    assert known(text, surface).reading == reading


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [("ひらく", "ひらいて", 2), ("ひら", "ひらいて", 2), ("あく", "ひらいて", 0), ("", "", 0)],
)
def test_readings_are_compared_from_their_beginning(one: str, other: str, shared: int) -> None:
    assert shared_start(one, other) == shared


def test_the_sense_that_fits_comes_first_and_none_twice() -> None:
    senses = known("外相が会談した。", "外相").senses
    assert senses[0] == "foreign minister"
    assert len({sense.lower() for sense in senses}) == len(senses)


def test_a_name_says_what_it_names() -> None:
    assert known("王毅外相", "王毅").role == "person"
    assert known("中国の外相", "中国").official == "People's Republic of China"
    assert known("予算の決定", "予算").role == ""


def test_other_entries_of_one_spelling_are_named_but_not_for_particles() -> None:
    assert known("会議が開かれた。", "開かれた").others[0].reading == "あく"
    assert known("会議が開かれた。", "が").others == ()


def test_kanji_are_told_once_and_in_order() -> None:
    found = kanji("外相会合の会合", dictionary.default())
    assert list(found) == ["外", "相", "会", "合"]
    assert found["外"].meanings == ("outside",)
    assert found["会"].grade == 2
