import random
from pathlib import Path

import pytest

from kit.lesson import word_item
from kit.lesson.item import Item
from kit.lesson.lesson import Lesson
from kit.lesson.reading import meetings
from tests.lesson import small


@pytest.fixture
def full(tmp_path: Path) -> Lesson:
    return small.read(small.write(tmp_path, words=small.WITH_ALL))


def make(maker: word_item.Maker, lesson: Lesson, word: str) -> Item | None:
    meeting = next(meeting for meeting in meetings(lesson) if meeting.word.word == word)
    return maker(lesson, meeting, random.Random(1))


def options(item: Item | None) -> dict[str, str]:
    """The texts of the wrong options, each with its reason; that there is just one right holds."""
    assert item is not None
    assert sum(option.correct for option in item.options) == 1
    assert len({option.text for option in item.options}) == len(item.options) <= 4
    return {option.text: option.reason for option in item.options if not option.correct}


@pytest.mark.parametrize(
    ("word", "context"),
    [
        ("決定", ("政府は10日、来年度の予算案を閣議で", "決定した", "。")),
        ("応じる", ("与党は修正に", "応じる", "姿勢を見せていない。")),
    ],
)
def test_a_reading_is_typed_for_the_word_in_its_sentence(
    full: Lesson, word: str, context: tuple[str, str, str]
) -> None:
    item = make(word_item.reading, full, word)
    assert item is not None
    assert (item.context, item.options, item.word and item.word.word) == (context, (), word)


def test_a_sentence_that_tells_the_reading_is_asked_without_it(tmp_path: Path) -> None:
    markdown = small.MARKDOWN.replace("修正を求める方針だ", "修正を求める方針（ほうしん）だ")
    markdown = markdown.replace("次の点を", "同じ修正案(しゅうせいあん)の次の点を")
    lesson = small.read(small.write(tmp_path, markdown))
    for maker in (word_item.reading, word_item.meaning):
        item = make(maker, lesson, "方針")
        assert item is not None
        assert item.context == ("野党は予算案の修正を求める", "方針", "だ。")


@pytest.mark.parametrize("maker", [word_item.gap, word_item.kanji])
@pytest.mark.parametrize(
    "example", ["前の修正を今の修正に改めた。", "市は計画を修正した。国も修正した。"]
)
def test_a_sentence_that_has_the_word_twice_is_no_gap(
    tmp_path: Path, maker: word_item.Maker, example: str
) -> None:
    words = small.WITH_ALL.replace("市は計画の一部を修正した。", example)
    item = make(maker, small.read(small.write(tmp_path, words=words)), "修正")
    assert item is None or not any("修正" in part for part in item.context)


def test_wrong_meanings_are_those_of_other_words_and_say_which(full: Lesson) -> None:
    wrong = options(make(word_item.meaning, full, "修正"))
    assert wrong["repair; mending"] == "“repair; mending” is 修理（しゅうり）."
    assert wrong["habit"] == "“habit” is 習性（しゅうせい）."
    assert len(wrong) == 3


def test_a_gap_is_in_the_words_own_example_and_its_options_are_the_teachers(full: Lesson) -> None:
    item = make(word_item.gap, full, "修正")
    assert item is not None
    assert item.context == ("市は計画の一部を", "＿＿＿＿", "した。")
    assert options(item) == {"修理": "is for machines", "習性": "is a habit"}


def test_without_confusions_there_is_no_gap(full: Lesson) -> None:
    assert make(word_item.gap, full, "方針") is None


def test_how_a_word_is_written_offers_words_that_sound_alike_then_slips_of_one_kanji(
    full: Lesson,
) -> None:
    item = make(word_item.kanji, full, "修正")
    assert item is not None
    assert item.context == ("市は計画の一部を", "（しゅうせい）", "した。")
    wrong = options(item)
    assert "習性 is read しゅうせい too" in wrong["習性"]
    assert "修正" not in wrong
    slips = options(make(word_item.kanji, full, "予算案"))
    assert len(slips) == 3
    assert all("There is no word" in reason for reason in slips.values())


def test_an_inflected_word_is_heard_as_it_stands(tmp_path: Path) -> None:
    words = f"{small.WORDS}変える,かえる,to change,verb,,市は古い計画を変えた。\n"
    markdown = small.MARKDOWN.replace("修正を求める方針だ", "修正を求め、方針を変える考えだ")
    item = make(word_item.kanji, small.read(small.write(tmp_path, markdown, words)), "変える")
    assert item is not None
    assert item.context == ("市は古い計画を", "（かえた）", "。")
    assert {"変える", "帰る"} <= {option.text for option in item.options}


def test_what_goes_with_a_word_is_asked_of_its_collocation(full: Lesson) -> None:
    item = make(word_item.collocation, full, "修正")
    assert item is not None
    assert item.context == ("修正を", "＿＿＿＿", "")
    assert set(options(item)) == {"招く", "述べる"}
    assert make(word_item.collocation, full, "予算案") is None, "no wrong partners"


def test_the_right_partner_is_no_wrong_one(tmp_path: Path) -> None:
    words = small.WITH_ALL.replace("招く: goes with 結果を招く", "求める: x")
    lesson = small.read(small.write(tmp_path, words=words))
    assert make(word_item.collocation, lesson, "修正") is None, "one wrong partner is too few"


@pytest.mark.parametrize(
    ("phrase", "word", "parts"),
    [
        ("協調を深める", "協調", ("協調を", "深める", "")),
        ("枠組みを通じて", "枠組み", ("枠組みを", "通じて", "")),
        ("方針を打ち出す", "打ち出す", ("", "方針", "を打ち出す")),
        ("議長国から提案", "提案", ("", "議長国", "から提案")),
        ("緊密な連携", "連携", ("", "緊密", "な連携")),
        ("実務協力", "協力", ("", "実務", "協力")),
        ("強調する", "強調", ("強調", "する", "")),
        ("会談", "会談", None),
        ("首脳が会談した", "会談", None),
        ("", "会談", None),
    ],
)
def test_a_collocation_is_parted_around_the_words_partner(
    phrase: str, word: str, parts: tuple[str, str, str] | None
) -> None:
    assert word_item.part(phrase, word) == parts
