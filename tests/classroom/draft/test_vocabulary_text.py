from pathlib import Path

import pytest

from kit.classroom.draft.teaching_words import TeachingWord
from kit.classroom.draft.vocabulary_text import COLUMNS, harmless, vocabulary_text
from kit.lesson import vocabulary

FISHING = TeachingWord(
    "漁場",
    "ぎょば",
    'fishing grounds; "waters", permitted',
    "noun, する",
    2,
    "漁場を、\n守る。",
    "also read ぎょじょう",
    1.5,
    ("ぎょじょう", "りょうば"),
)


def test_the_file_is_read_back_as_what_was_written(tmp_path: Path) -> None:
    file = tmp_path / "words.csv"
    file.write_text(vocabulary_text([FISHING]), encoding="utf-8-sig", newline="\n")
    assert file.read_bytes().startswith(b"\xef\xbb\xbfword,reading,meaning")
    _, (word,) = vocabulary.read(file)
    assert (word.id, word.alternatives, word.line) == (
        "漁場/ぎょば",
        ("ぎょじょう", "りょうば"),
        2,
    )
    assert word.meaning == 'fishing grounds; "waters", permitted'
    assert (word.part_of_speech, word.example) == ("noun, する", "漁場を、 守る。")
    assert word.review == "also read ぎょじょう"
    assert (word.collocation, word.confusions, word.theme) == ("", (), "")


def test_without_words_it_names_its_columns(tmp_path: Path) -> None:
    file = tmp_path / "words.csv"
    file.write_text(vocabulary_text([]), encoding="utf-8-sig")
    assert vocabulary_text([]) == ",".join(COLUMNS) + "\n"
    assert vocabulary.read(file)[1] == ()


@pytest.mark.parametrize("mark", ["=", "+", "-", "@", "＝", "＋", "－", "＠"])
def test_no_cell_becomes_a_formula(mark: str) -> None:
    example = f'{mark}HYPERLINK("https://example.org")'
    text = vocabulary_text(
        [FISHING._replace(example=example, unsure=f"\t\r\n{mark}1", meaning=mark)]
    )
    assert harmless(example) == f"'{example}"
    assert f",'{mark}," in text
    assert f"'{mark}1" in text
    assert not any(cell.startswith(mark) for cell in text.replace('"', "").split(","))


def test_other_cells_are_left_alone() -> None:
    assert [harmless(text) for text in ("", "1-2", "会談", "'a", "ー")] == [
        "",
        "1-2",
        "会談",
        "'a",
        "ー",
    ]
