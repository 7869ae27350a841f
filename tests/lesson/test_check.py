from pathlib import Path

import pytest

from kit.errors import InputError
from kit.lesson import library, notebook
from kit.lesson.check import Findings, Gap, _kana_fit
from tests.lesson import small

WORDS = small.WORDS.replace("修正,", "国会審議,こっかいしんぎ,Diet deliberation,noun,,\n修正,")


def check(folder: Path, markdown: str = small.FINISHED, words: str = WORDS) -> Findings:
    return library.around(small.write(folder, markdown, words)).check(small.NAME)


def lines(findings: Findings) -> list[tuple[str, int | None, str]]:
    """File name, line and problem of each error, or where there is none, of each gap."""
    found = findings.errors or findings.gaps
    return [(Path(str(one.file)).name, one.line, one.problem) for one in found]


def test_a_finished_lesson_has_neither_errors_nor_gaps(tmp_path: Path) -> None:
    found = check(tmp_path)
    assert (found.errors, found.gaps) == ((), ())
    assert found.lesson is not None


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("source: 架空新聞, 2026-01-10\n", "", 1, "the source is missing"),
        ("license: CC BY 4.0\n", "", 1, "the license is missing"),
        (":::{standard}\n", ":::{note}\n", 12, "no version {standard}"),
        (":::{easy}\n", ":::{note}\n", 12, "no version {easy}"),
        (":::{english}\n", ":::{note}\n", 12, "no version {english}"),
        ("  > 国会はこれから審議します。\n", "", 31, "'国会' has no reason"),
        (":::{summary}", ":::{todo} 事実を確かめる\n:::\n:::{summary}", 34, "事実を確かめる"),
        (":::{summary}", ":::{todo}\n国会の日程\n:::\n:::{summary}", 34, "国会の日程"),
        (
            "政府は10日に、来年のお金の使い方を決めました。反対の人たちは、直してほしいと言っています。"
            "でも、政府は直しません。",
            "政府は10日、来年度の予算案を閣議において決定し、国会審議で野党が求める修正に応じる姿勢を示さない方針を表明した。",
            12,
            "easy",
        ),
    ],
)
def test_a_gap_is_named_with_its_line(
    tmp_path: Path, old: str, new: str, line: int, problem: str
) -> None:
    assert old in small.FINISHED
    found = check(tmp_path, small.FINISHED.replace(old, new, 1))
    assert found.errors == ()
    (gap,) = lines(found)
    assert gap[:2] == ("lesson.md", line)
    assert problem in gap[2]
    assert all(gap.mend for gap in found.gaps)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("方針,ほうしん,policy,noun,,,,,,聞き取り", "方針 is marked for review: 聞き取り"),
        ("方針,ほうしん,policy,noun,,,態勢,,,", "態勢, a wrong option for 方針, has no reason"),
        ("方針,ほうしん,policy,noun,方針を示す,,,開く,,", "開く, a wrong option for 方針"),
        (
            "方針,ほうしん,policy,noun,方針を示す,,,示す: no; 開く: of meetings,,",
            "示す, a wrong partner of 方針, is the one",
        ),
        (
            "方針,ほうしん,policy; course,noun,,,針路: of ships,,,",
            "針路 shares an entry or a meaning",
        ),
        ("方針,ほうしん,stance,noun,,,姿勢: not decided,,,", "姿勢 shares an entry or a meaning"),
    ],
)
def test_a_gap_in_the_words_is_named_with_its_line(tmp_path: Path, row: str, problem: str) -> None:
    head = "word,reading,meaning,part of speech,collocation,example,confusions,wrong partners,theme"
    words = f"{head},review\n{row}\n姿勢,しせい,stance,noun,,,,,,\n"
    (gap,) = lines(check(tmp_path, words=words))
    assert gap[:2] == ("budget.csv", 2)
    assert problem in gap[2]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("外交,がいこう,diplomacy", "the text does not hold 外交"),
        ("決定,けいてい,decision", "決定 is not read けいてい: dictionaries have けってい"),
        ("応じる,おうじた,to agree to", "応じる is not read おうじた: its own kana"),
        ("方針,ほうじん,policy", "dictionaries have ほうしん"),
        ("国会審議,しせい,Diet deliberation", "its parts are read こっかいしんぎ"),
    ],
)
def test_a_word_that_the_text_contradicts_is_an_error(
    tmp_path: Path, row: str, problem: str
) -> None:
    (error,) = lines(
        check(tmp_path, words=f"word,reading,meaning\n予算案,よさんあん,budget\n{row}\n")
    )
    assert error[:2] == ("budget.csv", 3)
    assert problem in error[2]


def test_a_reading_that_the_text_gives_is_kept_to(tmp_path: Path) -> None:
    markdown = small.FINISHED.replace("示さない方針を", "示さない方針（ほうしん）を")
    assert check(tmp_path / "right", markdown).errors == ()
    words = WORDS.replace("方針,ほうしん", "方針,ほうじん")
    (error,) = lines(check(tmp_path / "wrong", markdown, words))
    assert "the text gives it as ほうしん" in error[2]


@pytest.mark.parametrize(
    "told",
    ["方針（ポリシー）を", "基本方針（きほんほうしん）を", "方針（政策）を", "方針（ほうしん）を"],
)
def test_other_things_in_brackets_tell_no_reading(tmp_path: Path, told: str) -> None:
    markdown = small.FINISHED.replace("示さない方針を", f"示さない{told}")
    found = [error.problem for error in check(tmp_path, markdown).errors]
    assert not [problem for problem in found if "the text gives it" in problem]


@pytest.mark.parametrize(
    ("word", "reading", "fits"),
    [
        ("応じる", "おうじる", True),
        ("応じる", "おうじた", False),
        ("食べ物", "たべもの", True),
        ("メッセージ", "めっせーじ", True),
        ("セルゲイ・ラブロフ", "せるげいらぶろふ", True),
        ("G20", "じーとぅえんてぃー", True),
        ("外", "", False),
        ("会い" * 12, "い" * 60 + "ん", False),  # a pattern would try for hours
    ],
)
def test_the_kana_of_a_word_stand_in_its_reading(word: str, reading: str, fits: bool) -> None:
    assert _kana_fit(word, reading) is fits


@pytest.mark.parametrize(
    "row",
    [
        "word,reading,meaning,alternatives\n決定,けいてい,decision,けってい",
        "word,reading,meaning\n国会審議,こくかいしんぎ,Diet deliberation",
        "word,reading,meaning\n10日,とおか,the 10th",
    ],
)
def test_what_a_teacher_insists_on_is_no_error(tmp_path: Path, row: str) -> None:
    assert check(tmp_path, words=row + "\n").errors == ()


@pytest.mark.parametrize(
    ("target", "leads"),
    [
        ("https://www.g20.org/", True),
        ("https://en.wikipedia.org/wiki/G20_(2025)", True),
        ('lesson.md "the lesson"', True),
        ("../budget/lesson.md", True),
        ("%6cesson.md", True),
        ("/etc/passwd", False),
        ("../../vocab/budget.csv", False),
        ("lesson.md", True),
        ("<lesson.md>", True),
        ("nowhere.png", False),
        ("https://", False),
        ("javascript:alert(1)", False),
        ("http://[", False),
        ("", False),
        ("x" * 5000, False),
    ],
)
def test_a_link_that_leads_nowhere_is_an_error(tmp_path: Path, target: str, leads: bool) -> None:
    markdown = small.FINISHED + f"\n:::{{note}}\n参考は[ここ]({target})。\n:::\n"
    assert (check(tmp_path, markdown).errors == ()) is leads


def test_all_errors_are_named_and_in_order(tmp_path: Path) -> None:
    markdown = small.FINISHED.replace(":id: who-decided\n", "").replace(":::{easy}", ":::{esay}")
    words = "word,reading,meaning\n外交,がいこう,\n"
    assert lines(check(tmp_path, markdown, words)) == [
        ("lesson.md", 17, "no block '{esay}'"),
        ("lesson.md", 27, "the question has no id"),
        ("budget.csv", 2, "the meaning is empty"),
    ]


def test_any_line_lost_doubled_or_scrambled_is_a_lesson_or_a_clear_error(tmp_path: Path) -> None:
    markdown = small.FINISHED.replace("方針を表明", "方針を申し入れ、取り決めの見直しを表明")
    words = f"{WORDS}申し入れ,もうしいれ,request,noun,,\n取り決め,とりきめ,deal,noun,,\n"
    shelf = library.around(small.write(tmp_path, markdown, words))
    for file in shelf.files(small.NAME):
        before = file.read_text(encoding="utf-8")
        rows = before.splitlines(keepends=True)
        for number, row in enumerate(rows):
            for changed in (
                "",
                row * 2,
                row[::-1],
                row.strip()[: len(row) // 2] + "\n",
                row.strip(),
            ):
                file.write_text("".join([*rows[:number], changed, *rows[number + 1 :]]))
                found = shelf.check(small.NAME)
                told: list[InputError | Gap] = [*found.errors, *found.gaps]
                for one in told:
                    assert Path(str(one.file)) in shelf.files(small.NAME)
                    assert one.line
                    assert one.mend
                if not found.errors:
                    assert found.lesson
                    assert notebook.compose(found.lesson)
        file.write_text(before, encoding="utf-8")


@pytest.mark.parametrize(
    ("sentence", "row", "line", "problem"),
    [
        ("外国の例もある。", "国,くに,country", 9, "nowhere as a word that is read くに"),
        ("賛成する方が多い。", "方,かた,person", 9, "nowhere as a word that is read かた"),
        (
            "草原を守る。",
            "草原,そうげん,grassland\n草原,くさはら,grassy plain",
            12,
            "nothing tells whether 草原 is そうげん or くさはら in 草原を守る。",
        ),
        (
            "{決定|けってい}に従う。",
            "",
            12,
            "the mark {決定|けってい} changes nothing: 決定 is read",
        ),
    ],
)
def test_rows_and_marks_that_a_text_does_not_take_are_gaps(
    tmp_path: Path, sentence: str, row: str, line: int, problem: str
) -> None:
    markdown = small.FINISHED.replace("表明した。\n", f"表明した。{sentence}\n", 1)
    width = WORDS.splitlines()[0].count(",") - 2
    rows = [each + "," * width for each in row.splitlines()]
    found = check(tmp_path, markdown, WORDS + "".join(f"{each}\n" for each in rows))
    assert found.errors == ()
    assert [each[1:] for each in lines(found) if problem in each[2]]
    assert line in [each[1] for each in lines(found) if problem in each[2]]


def test_a_word_that_the_kit_cuts_otherwise_is_taught(tmp_path: Path) -> None:
    markdown = small.FINISHED.replace("表明した。\n", "表明した。声が外に漏れた。\n", 1)
    found = check(tmp_path, markdown, WORDS + "外,そと,outside,,,\n")
    assert (found.errors, found.gaps) == ((), ())
