"""A CSV file that is edited: what is not changed stays to the letter."""

from __future__ import annotations

from pathlib import Path

import pytest

from kit.classroom.desk import word_sheet
from kit.errors import InputError
from kit.lesson import vocabulary
from tests.lesson import small

TEXT = '''word,reading,meaning,My notes,review
修正,しゅうせい,revision,"see p. 3, ""box""",
方針,ほうしん,policy,"two
lines",sure?
'''


def held(folder: Path, text: str = TEXT, encoding: str = "utf-8-sig") -> Path:
    file = folder / "words.csv"
    file.write_bytes(text.encode(encoding))
    return file


@pytest.mark.parametrize(
    ("row", "cells", "old", "new"),
    [
        (0, {"reading": "なおし"}, "修正,しゅうせい", "修正,なおし"),
        (1, {"review": ""}, ",sure?", ","),
        (0, {"meaning": " a\nb "}, ",revision,", ",a b,"),
        (0, {"meaning": "=1+1"}, ",revision,", ",'=1+1,"),
        (0, {"example": "例。"}, "", None),
    ],
)
def test_a_cell_changes_and_all_else_stays(
    tmp_path: Path, row: int, cells: dict[str, str], old: str, new: str | None
) -> None:
    file = held(tmp_path)
    word_sheet.write(file, word_sheet.read(file).changed(row, cells))
    text = file.read_bytes().decode("utf-8-sig")
    if new is None:
        assert text.splitlines()[:2] == [
            "word,reading,meaning,My notes,review,example",
            '修正,しゅうせい,revision,"see p. 3, ""box""",,例。',
        ]
    else:
        assert text == TEXT.replace(old, new)
    assert [path.name for path in tmp_path.iterdir()] == ["words.csv"]


def test_a_row_is_added_at_the_end_and_a_column_that_stays_empty_is_not(tmp_path: Path) -> None:
    file = held(tmp_path)
    new = {"word": "姿勢", "reading": "しせい", "meaning": "stance", "example": ""}
    word_sheet.write(file, word_sheet.read(file).changed(None, new))
    assert file.read_bytes().decode("utf-8-sig") == f"{TEXT}姿勢,しせい,stance,,\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
def test_whatever_the_spreadsheet_wrote_is_read_and_written_as_utf_8(
    tmp_path: Path, encoding: str
) -> None:
    file = held(tmp_path, TEXT.replace("\n", "\r\n").replace(",", ";"), encoding)
    sheet = word_sheet.read(file)
    assert sheet.cells(["reading", "example"]) == [["しゅうせい", ""], ["ほうしん", ""]]
    word_sheet.write(file, sheet.changed(0, {"reading": "なおし"}))
    assert file.read_bytes().startswith(b"\xef\xbb\xbfword;reading;meaning;")
    assert [word.reading for word in vocabulary.read(file)[1]] == ["なおし", "ほうしん"]


@pytest.mark.parametrize(
    ("changes", "faults"),
    [
        ([], {}),
        ([(0, {"reading": ""})], {0: "the reading is empty"}),
        ([(1, {"reading": "方針"})], {1: "the reading '方針' is not in kana"}),
        ([(None, {"word": "修正"})], {2: "the reading is empty"}),
        (
            [(None, {"word": "修正", "reading": "しゅうせい", "meaning": "x"})],
            {2: "修正 is there already"},
        ),
        (
            [(0, {"word": ""}), (1, {"meaning": ""})],
            {0: "the word is empty", 1: "the meaning is empty"},
        ),
        ([(0, {"confusions": ":"})], {0: "names no word"}),
    ],
)
def test_what_is_wrong_is_said_at_its_row(
    tmp_path: Path, changes: list[tuple[int | None, dict[str, str]]], faults: dict[int, str]
) -> None:
    sheet = word_sheet.read(held(tmp_path))
    for row, cells in changes:
        sheet = sheet.changed(row, cells)
    found = sheet.faults()
    assert found.keys() == faults.keys()
    for row, said in faults.items():
        assert said in found[row]
        assert "; " in found[row]


def test_no_more_rows_are_called_wrong_than_one_can_mend_at_once(tmp_path: Path) -> None:
    file = held(tmp_path, "word,reading,meaning\n" + "語,語,x\n" * 500)
    assert len(word_sheet.read(file).faults()) == word_sheet.MOST_FAULTS


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "the column 'word' is missing"),
        ("word,reading\n", "the column 'meaning' is missing"),
        ("%PDF-1.7", "this is a PDF"),
    ],
)
def test_a_file_that_is_none_is_refused(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        word_sheet.read(held(tmp_path, text, "utf-8"))
    with pytest.raises(InputError, match="cannot be read"):
        word_sheet.read(tmp_path / "none.csv")


def test_a_file_that_was_changed_elsewhere_is_left_as_it_is(tmp_path: Path) -> None:
    file = held(tmp_path)
    sheet = word_sheet.read(file).changed(0, {"reading": "なおし"})
    held(tmp_path, TEXT + "姿勢,しせい,stance,,\n")
    before = file.read_bytes()
    with pytest.raises(InputError, match="changed elsewhere"):
        word_sheet.write(file, sheet)
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["words.csv"]


def test_a_lesson_of_ours_is_read_and_written_the_same(tmp_path: Path) -> None:
    file = held(tmp_path, small.WORDS)
    assert word_sheet.read(file).text() == small.WORDS
