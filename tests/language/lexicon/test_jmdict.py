"""The database that jamdict builds, as the kit reads it."""

from pathlib import Path

import pytest

from kit.errors import InputError
from kit.language.lexicon import jmdict
from tests.language.jamdict_database import TABLES, build


@pytest.fixture
def source(tmp_path: Path) -> jmdict.Source:
    return jmdict.Source(build(tmp_path / "jamdict.db"))


def everything(source: jmdict.Source) -> None:
    assert list(source.entries())
    assert list(source.kanji())
    assert list(source.name_forms())
    assert list(source.all_names())


def test_entries_with_codes_for_what_jamdict_spells_out(source: jmdict.Source) -> None:
    assert list(source.entries()) == [
        (
            1000,
            [["会談", [], ["news1", "nf03"]]],
            [["かいだん", [], ["nf05", "ichi1"], []]],
            [[["n", "vs"], ["talks", "meeting"], [], [], []]],
        ),
        (
            2000,
            [["甲斐", [], []], ["效", ["old"], []]],
            [["かい", [], [], []], ["こう", ["irregular"], [], ["效"]]],
            [
                [["n"], ["effect"], [], [], []],
                [["adv"], ["of old"], ["arch"], ["效"], ["こう"]],
            ],
        ),
        (3000, [], [["ため", [], [], []]], [[["other"], ["sake"], ["uk"], [], []]]),
    ]


def test_characters_with_their_readings(source: jmdict.Source) -> None:
    assert list(source.kanji()) == [
        ("会", 2, ["カイ", "エ"], ["あ.う"], ["あい"]),
        ("效", None, ["コウ"], [], []),
    ]


def test_only_longer_names_take_part_in_segmentation(source: jmdict.Source) -> None:
    assert list(source.name_forms()) == ["山野川"]


@pytest.mark.parametrize(
    ("form", "numbers"),
    [("山野川", [5000]), ("山野", [6000, 7000]), ("やまの", [6000]), ("山", []), ("%", [])],
)
def test_names_by_spelling_or_reading(source: jmdict.Source, form: str, numbers: list[int]) -> None:
    found = [number for number, *forms, _, _ in source.all_names() if form in sum(forms, [])]
    assert found == numbers


def test_a_name_has_readings_types_and_glosses(source: jmdict.Source) -> None:
    found = {number: rest for number, *rest in source.all_names()}
    assert found[7000] == [["山野"], ["さんや"], ["place"], ["San'ya"]]


@pytest.mark.parametrize("table", sorted(set(TABLES) - {"NEEntry"}))
def test_a_database_without_a_needed_table_is_refused(tmp_path: Path, table: str) -> None:
    file = build(tmp_path / "jamdict.db", without=table)
    with pytest.raises(InputError, match="no database built by jamdict") as error:
        everything(jmdict.Source(file))
    assert error.value.file == str(file)


@pytest.mark.parametrize(
    "content", [b"", b"word,reading,meaning\n" * 90, b"SQLite format 3\0" * 90]
)
def test_a_file_that_is_no_database_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "jamdict.db"
    file.write_bytes(content)
    with pytest.raises(InputError, match="no database built by jamdict"):
        jmdict.Source(file)


def test_half_a_database_is_refused(tmp_path: Path) -> None:
    file = build(tmp_path / "jamdict.db")
    half = file.read_bytes()
    file.write_bytes(half[: len(half) // 2 // 4096 * 4096])
    with pytest.raises(InputError, match="broken"):
        everything(jmdict.Source(file))


def test_the_database_is_not_written(tmp_path: Path) -> None:
    file = build(tmp_path / "jamdict.db")
    before = (file.read_bytes(), sorted(tmp_path.iterdir()))
    everything(jmdict.Source(file))
    assert (file.read_bytes(), sorted(tmp_path.iterdir())) == before


def test_a_path_that_is_named_is_taken(tmp_path: Path) -> None:
    file = build(tmp_path / "辞書 1.db")
    assert jmdict.path(str(file)) == file
    everything(jmdict.Source(file))


@pytest.mark.parametrize("name", ["no such file.db", "."])
def test_a_path_that_names_no_file_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="KIT_DICTIONARY names no file") as error:
        jmdict.path(str(tmp_path / name))
    assert error.value.mend
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("named", [None, ""])
def test_without_a_name_it_is_the_installed_one(named: str | None) -> None:
    assert jmdict.path(named).is_file()


def test_every_code_has_a_name_of_its_own() -> None:
    assert len(set(jmdict.PARTS_OF_SPEECH.values())) == len(jmdict.PARTS_OF_SPEECH)
