from pathlib import Path

import pytest

from kit.errors import InputError
from kit.lesson import vocabulary
from kit.lesson.vocabulary import TaughtWord, Wrong
from tests.lesson import small


def read(folder: Path, text: str, encoding: str = "utf-8-sig") -> tuple[TaughtWord, ...]:
    file = folder / "budget.csv"
    file.write_bytes(text.encode(encoding))
    return vocabulary.read(file)[1]


def test_a_row_holds_all_that_a_teacher_gives(tmp_path: Path) -> None:
    word = next(word for word in read(tmp_path, small.WITH_ALL) if word.word == "修正")
    assert word.confusions == (Wrong("修理", "is for machines"), Wrong("習性", "is a habit"))
    assert [text for text, _ in word.wrong_partners] == ["招く", "述べる"]
    assert (word.theme, word.main_class, word.line) == ("changing", "noun", 4)


def test_words_and_cells_come_from_the_same_row_however_the_file_is_written(
    tmp_path: Path,
) -> None:
    text = (
        "\n,\n WORD ,Reading,meaning,short,short_reading,Theme\n"
        '"修正 ",しゅうせい,"to\nrevise",直し,なおし,one\n\n'
        "直し,なおし,repair,,,two\nｸﾛ,くろ,black\n"
    )
    found = [(word.word, word.theme, word.line) for word in read(tmp_path, text)]
    assert found == [("修正", "one", 4), ("直し", "two", 7), ("クロ", "", 8)]


@pytest.mark.parametrize(
    ("cell", "wrong"),
    [
        ("", ()),
        ("修理", (Wrong("修理", ""),)),
        ("修理: is for machines", (Wrong("修理", "is for machines"),)),
        ("修理：機械に使う；習性：くせ", (Wrong("修理", "機械に使う"), Wrong("習性", "くせ"))),
        ("修理: at 10:30; ", (Wrong("修理", "at 10:30"),)),
    ],
)
def test_confusions_are_words_each_with_its_reason(
    tmp_path: Path, cell: str, wrong: tuple[Wrong, ...]
) -> None:
    (word,) = read(tmp_path, f"word,reading,meaning,confusions\n修正,しゅうせい,revision,{cell}\n")
    assert word.confusions == wrong


@pytest.mark.parametrize(
    ("cell", "problem"),
    [(": no word", "names no word"), ("修理: a; 修理: b", "twice"), ("修正: a", "is the word")],
)
def test_a_broken_confusion_is_refused_with_its_line(
    tmp_path: Path, cell: str, problem: str
) -> None:
    with pytest.raises(InputError, match=problem) as caught:
        read(tmp_path, f"word,reading,meaning,confusions\n修正,しゅうせい,revision,{cell}\n")
    assert caught.value.line == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16", "euc_jp"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_file_is_read_as_any_spreadsheet_saves_it(
    tmp_path: Path, encoding: str, mark: str
) -> None:
    text = small.WITH_ALL
    if mark != ",":
        rows = [line.replace('"noun, する"', "noun") for line in text.splitlines()]
        cells = [row.replace(mark, " ").replace(",", mark) for row in rows]
        text = "\r\n".join(cells) + "\r\n"
    words = read(tmp_path, text, encoding)
    assert [word.id for word in words][:3] == [
        "予算案/よさんあん",
        "決定/けってい",
        "修正/しゅうせい",
    ]
    assert words[2].theme == "changing"
