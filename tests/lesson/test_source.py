from datetime import date
from pathlib import Path

import pytest

from kit.errors import InputError
from kit.lesson import library, source
from kit.lesson.lesson import Grammar, Lesson, Todo
from tests.lesson import small


def test_the_lesson_is_what_its_two_files_say(lesson: Lesson) -> None:
    assert (lesson.name, lesson.title, lesson.source, lesson.license, lesson.date) == (
        "budget",
        "予算案を閣議決定",
        "架空新聞, 2026-01-10",
        "CC BY 4.0",
        date(2026, 1, 10),
    )
    assert lesson.places() == ["lead.1", "1.1", "1.2"]
    assert [word.id for word in lesson.words][:2] == ["予算案/よさんあん", "決定/けってい"]
    assert lesson.words[2].meanings == ("revision", "amendment")
    assert lesson.words[0].example == "市は予算案をまとめた。"


def test_blocks_belong_to_the_paragraph_above(lesson: Lesson) -> None:
    (lead,) = lesson.passages("lead")
    assert lead.paragraph.easy == "政府は、来年のお金の使い方を決めました。"
    (question,) = lead.paragraph.questions
    assert (question.id, question.text) == ("who-decided", "だれが決めましたか。")
    assert [(option.text, option.correct, option.reason) for option in question.options] == [
        ("政府", True, ""),
        ("国会", False, "国会はこれから審議します。"),
    ]


def test_a_list_belongs_to_the_paragraph_that_introduces_it(lesson: Lesson) -> None:
    first, second = lesson.passages("1")
    assert first.paragraph.text == (
        "野党は予算案の修正を求める方針だ。次の点を問題にしている。\n- 防衛費の増額\n- 国債の発行"
    )
    assert first.heading == "野党の反応"
    assert (second.heading, second.paragraph.english) == ("", "")


def test_text_is_never_markup(tmp_path: Path) -> None:
    text = "<b>与党</b>は*修正*に[応じる](http://example.org)姿勢を見せていない。"
    markdown = small.MARKDOWN.replace("与党は修正に応じる姿勢を見せていない。", text)
    lesson = small.read(small.write(tmp_path, markdown))
    assert lesson.passages("1.2")[0].paragraph.text == text


@pytest.mark.parametrize("place", ["2", "1.3", "lead.2", "1.", "x", "0"])
def test_an_unknown_place_is_named_with_those_there_are(lesson: Lesson, place: str) -> None:
    with pytest.raises(InputError, match=r"it has lead\.1, 1\.1, 1\.2"):
        lesson.passages(place)


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("---\ntitle", "title", 1, "does not begin with its title"),
        ("title: 予算案を閣議決定\n", "", 1, "title is missing"),
        ("title:", "titel:", 2, "'titel' is not known"),
        ("date: 2026-01-10", "date: 10.1.2026", 5, "no date"),
        ("license: CC BY 4.0", "license:", 4, "license is empty"),
        ("## 野党", "# 野党", 21, "two #"),
        ("## 野党", "##野党", 21, "begins no paragraph"),
        (":::{easy}", ":::{esay}", 10, "no block '{esay}'"),
        ("決めました。\n:::", "決めました。\n", 14, "begins inside another"),
        (":::{easy}\n政府は、", ":::{easy}\n\n:::\n\n:::{note}\n政府は、", 10, "is empty"),
        (":id: who-decided\n", "", 14, "no id"),
        (":id: who-decided", ":id: Who_Decided", 14, "'Who_Decided' has other characters"),
        ("- [ ] 国会", "- [ ] 国会" + "！" * 2000, 17, "longer than an answer may be"),
        ("- [x] 政府", "- [ ] 政府", 14, "no right option"),
        ("- [ ] 国会", "- [x] 国会", 14, "more than one right"),
        ("- [ ] 国会", "- [ ] 政府", 17, "there twice"),
        ("- [ ] 国会", "- 国会", 17, "no option"),
        ("見せていない。\n", "見せていない。\n\n:::{note}\n", 35, "not closed"),
    ],
)
def test_a_broken_lesson_is_refused_with_file_line_and_mend(
    tmp_path: Path, old: str, new: str, line: int, problem: str
) -> None:
    assert old in small.MARKDOWN
    workspace = small.write(tmp_path, small.MARKDOWN.replace(old, new, 1))
    with pytest.raises(InputError, match=problem) as caught:
        small.read(workspace)
    assert (caught.value.line, Path(caught.value.file or "").name) == (line, "lesson.md")
    assert caught.value.mend


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        (":asks: detail", ":asks: nothing", 29, "'nothing' is nothing that a question asks"),
        (":asks: detail", ":asks: detail\n:asks: detail", 30, "can't be here"),
        (":::{grammar} 〜において", ":::{grammar}", 24, "names no pattern"),
        ("- だれが何を", "だれが何を", 8, "{before} holds no plain list"),
        ("- 野党が修正を求めた。\n", "", 34, "three sentences or more"),
        ("- 野党が修正", "- 野党が" + "修" * 1980 + "正", 34, "longer than an answer may be"),
        ("- 野党が修正を求めた。", "- 政府が予算案を決めた。", 34, "there twice"),
        (":::{summary}", ":::{before}", 34, "two blocks {before}"),
        (
            ":::{before}",
            ":::{summary}\n- あ\n- い\n- う\n:::\n:::{before}",
            39,
            "two blocks {summary}",
        ),
    ],
)
def test_a_broken_block_is_refused_with_its_line(
    tmp_path: Path, old: str, new: str, line: int, problem: str
) -> None:
    assert old in small.FINISHED
    workspace = small.write(tmp_path, small.FINISHED.replace(old, new, 1))
    with pytest.raises(InputError) as caught:
        small.read(workspace)
    assert problem in caught.value.problem
    assert (caught.value.line, Path(caught.value.file or "").name) == (line, "lesson.md")


def test_blocks_of_a_section_of_a_paragraph_and_of_the_lesson(tmp_path: Path) -> None:
    lesson = small.read(small.write(tmp_path, small.FINISHED))
    (section,) = lesson.sections
    (paragraph,) = section.paragraphs
    assert section.before == ("だれが何を決めたのでしょうか。",)
    assert paragraph.grammar == (
        Grammar("〜において", "Here: 「閣議において」 is a written 「閣議で」."),
    )
    assert (paragraph.questions[0].asks, paragraph.questions[0].option_lines) == (
        "detail",
        (30, 31),
    )
    assert lesson.summary == (
        "政府が予算案を決めた。",
        "野党が修正を求めた。",
        "政府は応じないと述べた。",
    )


def test_all_that_is_broken_is_told_at_once(tmp_path: Path) -> None:
    markdown = small.MARKDOWN.replace("[x] 政府", "[ ] 政府").replace("{english}", "{englisch}")
    shelf = library.around(small.write(tmp_path, markdown))
    lesson, errors = source.examine(*shelf.files(small.NAME))
    assert lesson is not None
    assert [error.line for error in errors] == [14, 29]


def test_errors_come_in_the_order_of_the_lines(tmp_path: Path) -> None:
    markdown = small.MARKDOWN.replace("政府は10日、", "# 政府は10日、")
    markdown = markdown[: markdown.index("## 野党")].replace("{easy}", "{esay}")
    shelf = library.around(small.write(tmp_path, markdown))
    lesson, errors = source.examine(*shelf.files(small.NAME))
    assert lesson is None
    lines = [error.line or 0 for error in errors]
    assert len(lines) > 2
    assert lines == sorted(lines)


def test_what_a_draft_leaves_to_its_teacher_is_no_part_of_the_text(tmp_path: Path) -> None:
    markdown = small.MARKDOWN.replace(":::{english}", ":::{todo} 日付を確かめる\n:::\n:::{english}")
    lesson = small.read(small.write(tmp_path, markdown))
    assert lesson.todos == (Todo("日付を確かめる", 29),)
    assert "日付を確かめる" not in lesson.text
    assert lesson.passages("1.1")[0].paragraph.english


def test_one_id_for_two_questions_is_refused(tmp_path: Path) -> None:
    start = small.MARKDOWN.index(":::{question}")
    question = small.MARKDOWN[start : small.MARKDOWN.index("## ")]
    workspace = small.write(tmp_path, small.MARKDOWN + "\n" + question)
    with pytest.raises(InputError, match="there already, in line 14"):
        small.read(workspace)


def test_any_line_lost_or_doubled_is_a_lesson_or_a_clear_error(tmp_path: Path) -> None:
    lines = small.MARKDOWN.splitlines(keepends=True)
    workspace = small.write(tmp_path)
    file = workspace / "notebooks" / small.NAME / "lesson.md"
    refused = 0
    for number in range(len(lines)):
        for times in (0, 2):
            changed = [*lines[:number], *(times * [lines[number]]), *lines[number + 1 :]]
            file.write_text("".join(changed), encoding="utf-8")
            try:
                small.read(workspace)
            except InputError:
                refused += 1
    assert refused > 20


def test_missing_files_are_named(tmp_path: Path) -> None:
    workspace = small.write(tmp_path)
    with pytest.raises(InputError, match=r"there is no lesson 'bugdet'.*choose one of budget"):
        library.around(workspace).open("bugdet")
    (workspace / "vocab" / "budget.csv").unlink()
    with pytest.raises(InputError, match="there is no such glossary"):
        small.read(workspace)
