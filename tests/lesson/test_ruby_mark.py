"""Marks that set a reading, as a teacher writes them in a lesson."""

from pathlib import Path

import pytest

from kit.errors import InputError
from kit.lesson.reading import annotated
from kit.lesson.ruby_mark import parse, settings, with_furigana
from tests.lesson import small

FILE = Path("lesson.md")


@pytest.mark.parametrize(
    ("line", "plain", "marks"),
    [
        ("{一日|いちにち}に", "一日に", [(0, 2, "いちにち")]),
        ("窓を{開|ひら}いた。", "窓を開いた。", [(2, 3, "ひら")]),
        ("｛開｜ひら｝いた", "開いた", [(0, 1, "ひら")]),
        ("{上海|シャンハイ}で", "上海で", [(0, 2, "しゃんはい")]),
        ("{電子|でん|し}の", "電子の", [(0, 2, "でん し")]),
        ("- {一|いち}と{二|に}", "- 一と二", [(0, 1, "いち"), (2, 3, "に")]),
        ("## {一日|いちにち}", "## 一日", [(0, 2, "いちにち")]),
        ("title: {一日|いちにち}の会議", "title: 一日の会議", [(0, 2, "いちにち")]),
        ("- [x] {一日|いちにち}", "- [x] 一日", [(0, 2, "いちにち")]),
        (":::{question} {方|かた}は？", ":::{question} 方は？", [(0, 1, "かた")]),
        (":::{standard}", ":::{standard}", []),
        ("{a|b}は集合だ。", "{a|b}は集合だ。", []),
        ("{G7|じーせぶん}", "G7", [(0, 2, "じーせぶん")]),
        ("括弧{かっこ}だ。", "括弧{かっこ}だ。", []),
        ("一日|二日", "一日|二日", []),
    ],
)
def test_a_line_is_given_without_its_marks(
    line: str, plain: str, marks: list[tuple[int, int, str]]
) -> None:
    text, found = parse(line, FILE, 3)
    assert text == plain
    assert [(mark.start, mark.end, " ".join(mark.readings)) for mark in found] == marks


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{一日|いちにち に", "the mark {一日|いちにち に does not close"),
        ("{一日|}に", "the mark {一日|} gives no reading"),
        (
            "{一日|ichi}に",
            "the reading 'ichi' in the mark {一日|ichi} is not in kana",
        ),
        ("{一日|一日}に", "the reading '一日' in the mark {一日|一日} is not in kana"),
        ("{|いちにち}に", "the mark {|いちにち} has nothing to read"),
        ("{電子出版|でん|し}", "the mark {電子出版|でん|し} has 2 readings for 4 characters"),
        ("{一日|いち||にち}に", "the mark {一日|いち||にち} gives no reading"),
    ],
)
def test_a_broken_mark_is_named_with_its_line(line: str, problem: str) -> None:
    with pytest.raises(InputError) as error:
        parse(line, FILE, 3)
    assert str(error.value).startswith(f"lesson.md:3: {problem}; ")


@pytest.mark.parametrize(
    ("line", "text", "found"),
    [
        ("{一日|いちにち}で終わる。", "一日で終わる。", "0 いちにち"),
        ("朝。{一日|いちにち}で終わる。次。", "一日で終わる。", "0 いちにち"),
        ("一日に始まり{一日|いちにち}で終わる。", "一日に始まり一日で終わる。", "6 いちにち"),
        ("{一日|いちにち}で終わる。", "前の文だ。一日で終わる。", "5 いちにち"),
        ("- {一日|いちにち}の会議", "一日の会議", "0 いちにち"),
        ("- {一日|いちにち}の会議", "- 一日の会議", "2 いちにち"),
        ("会議は{一日|いちにち}で終わる。", "一日", ""),
        ("会議は{一日|いちにち}で終わる。", "四月一日に始まる。", ""),
    ],
)
def test_a_mark_is_found_in_the_sentence_that_it_stands_in(
    line: str, text: str, found: str
) -> None:
    _, marks = parse(line, FILE, 1)
    assert " ".join(f"{each.start} {each.reading}" for each in settings(text, marks)) == found


def test_a_text_without_words_shows_what_is_set() -> None:
    _, marks = parse("会は{一日|いちにち}だ。", FILE, 1)
    shown = with_furigana("会は一日だ。", marks)
    assert shown == [("会は", None), ("一", "いち"), ("日", "にち"), ("だ。", None)]


@pytest.mark.parametrize(
    ("old", "new", "place", "surface", "reading"),
    [
        ("title: 予算案", "title: {予算案|あん}", "lead.1", "予算案", "あん"),
        ("## 野党", "## {野党|のとう}", "1.1", "野党", "のとう"),
        ("- 防衛費", "- {防衛|まもり}費", "1.1", "防衛費", "まもりひ"),
        ("次の点", "次の{点|ところ}", "1.1", "点", "ところ"),
        ("修正を求める方針", "修正を{求|もと}める{方針|みち}", "1.1", "方針", "みち"),
    ],
)
def test_a_lesson_is_read_as_its_marks_say(
    tmp_path: Path, old: str, new: str, place: str, surface: str, reading: str
) -> None:
    assert old in small.MARKDOWN
    lesson = small.read(small.write(tmp_path, small.MARKDOWN.replace(old, new, 1)))
    plain = small.read(small.write(tmp_path / "plain"))
    assert (lesson.text, lesson.title) == (plain.text, plain.title)
    (passage,) = lesson.passages(place)
    words = [word for line in annotated(lesson, passage) for word in line.words]
    assert reading in [word.reading for word in words if word.surface == surface]


def test_a_broken_mark_is_an_error_of_the_lesson(tmp_path: Path) -> None:
    markdown = small.MARKDOWN.replace("次の点", "次の{点|ten}", 1)
    with pytest.raises(InputError, match=r"lesson\.md:24: the reading 'ten'"):
        small.read(small.write(tmp_path, markdown))
