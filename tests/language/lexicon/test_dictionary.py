"""The dictionary by form, prefix and character, and the folder that it is compiled into."""

import tempfile
from pathlib import Path

import pytest

from kit import annotate
from kit.errors import InputError
from kit.language.lexicon import dictionary
from kit.language.lexicon.dictionary import Dictionary, characters
from tests.language.jamdict_database import build


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: folder)
    frequencies = {f"語{rank}": 1 / rank for rank in range(1, 1500)} | {"会談": 1 / 1200.5}
    monkeypatch.setattr("wordfreq.get_frequency_dict", lambda _: frequencies)
    return folder


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return build(tmp_path / "jamdict.db")


@pytest.fixture
def small(cache: Path, file: Path) -> Dictionary:
    return Dictionary(file)


@pytest.fixture(scope="module")
def whole() -> Dictionary:
    return dictionary.default()


@pytest.mark.parametrize(
    ("form", "numbers"),
    [
        ("会談", [1000]),
        ("かいだん", [1000]),
        ("かい", [2000]),
        ("效", [2000]),
        ("ため", [3000]),
        ("タメ", []),
        ("会", []),
        ("%", []),
        ("", []),
    ],
)
def test_entries_by_spelling_or_reading_as_written(
    small: Dictionary, form: str, numbers: list[int]
) -> None:
    assert [entry.id for entry in small.entries(form)] == numbers
    assert (form in small) == bool(numbers)


def test_an_entry_s_forms_and_senses(small: Dictionary) -> None:
    (entry,) = small.entries("效")
    assert entry.spellings == ("甲斐", "效")
    assert entry.readings == ("かい", "こう")
    assert entry.readings_of("甲斐") == ["かい"]
    assert entry.readings_of("效") == ["かい", "こう"]
    assert [form.score for form in entry.spelling_forms] == [1.0, 0.0]
    assert [sense.glosses for sense in entry.senses] == [("effect",), ("of old",)]
    assert entry.senses[1].remarks == {"arch"}
    assert entry.pos == {"n", "adv"}
    assert not entry.usually_kana


def test_a_common_entry_s_bands_and_scores(small: Dictionary) -> None:
    (entry,) = small.entries("会談")
    assert entry.newspaper == 3
    assert entry.frequency == 2
    assert entry.spelling_forms[0].score > entry.reading_forms[0].score > 2


def test_an_entry_that_is_usually_kana(small: Dictionary) -> None:
    assert small.entries("ため")[0].usually_kana


@pytest.mark.parametrize(
    ("text", "prefixes"), [("会談する", ["会談"]), ("かいだん", ["かい", "かいだん"]), ("国", [])]
)
def test_forms_that_a_text_begins_with(small: Dictionary, text: str, prefixes: list[str]) -> None:
    assert small.prefixes(text) == prefixes


@pytest.mark.parametrize(
    ("start", "continues"),
    [
        ("会", True),
        ("会談", True),
        ("会談す", False),
        ("山野", True),
        ("山野川", True),
        ("川", False),
    ],
)
def test_whether_a_word_or_longer_name_goes_on(
    small: Dictionary, start: str, continues: bool
) -> None:
    assert small.continues(start) == continues


def test_names(small: Dictionary) -> None:
    assert [name.readings for name in small.names("山野")] == [("やまの",), ("さんや",)]
    assert [name.types for name in small.names("山野")] == [("surname",), ("place",)]
    assert small.names("野") == ()
    assert small.has_name("山野川")
    assert not small.has_name("山野")


def test_characters_of_the_dictionary(small: Dictionary) -> None:
    kanji = small.kanji("会")
    assert kanji is not None
    assert (kanji.grade, kanji.on, kanji.kun) == (2, ("カイ", "エ"), ("あ.う",))
    assert kanji.nanori == ("あい",)
    assert small.kanji_meanings("会") == ("meeting", "meet")
    assert small.kanji_meanings("談") == ()
    assert small.kanji_read("かい") == ["会"]
    rare = small.kanji("效")
    assert rare is not None
    assert rare.grade is None
    assert small.kanji("談") is None


def test_characters_of_a_text() -> None:
    assert list(characters("外相の㐂びと、G20")) == ["外", "相", "㐂"]


def contents(folder: Path) -> dict[str, tuple[int, int]]:
    return {
        str(path.relative_to(folder)): (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_database_is_compiled_once(cache: Path, file: Path) -> None:
    Dictionary(file)
    first = contents(cache)
    assert first
    assert Dictionary(file).entries("会談")
    assert contents(cache) == first


def test_another_database_is_compiled_anew(cache: Path, file: Path, tmp_path: Path) -> None:
    Dictionary(file)
    Dictionary(build(tmp_path / "other.db"))
    assert len(list(cache.iterdir())) == 2


def test_no_unfinished_folder_is_left_behind(cache: Path, tmp_path: Path) -> None:
    file = build(tmp_path / "jamdict.db", without="NETransType")
    with pytest.raises(InputError):
        Dictionary(file)
    assert list(cache.iterdir()) == []


def test_a_cache_that_cannot_be_written_is_left_alone(
    cache: Path, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.write_text("a file, where a folder should be")
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    assert Dictionary(file).entries("会談")
    first = contents(temporary)
    assert first
    assert Dictionary(file).entries("会談")
    assert contents(temporary) == first
    assert cache.is_file()


def test_a_compiled_dictionary_is_read_from_a_cache_that_cannot_be_written(
    cache: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Dictionary(file)

    def refuse(*_: object, **__: object) -> str:
        raise PermissionError("read-only")

    monkeypatch.setattr(tempfile, "mkdtemp", refuse)
    monkeypatch.setattr(Path, "mkdir", refuse)
    assert Dictionary(file).entries("会談")


def test_the_environment_names_the_dictionary(
    cache: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIT_DICTIONARY", str(file))
    assert dictionary.default().entries("責任") == ()
    assert [entry.id for entry in dictionary.default().entries("会談")] == [1000]
    assert dictionary.default() is dictionary.default()


@pytest.mark.parametrize("content", [None, b"", b"no database at all" * 500])
def test_a_missing_or_broken_dictionary_is_a_clear_error(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    file = tmp_path / "broken.db"
    if content is not None:
        file.write_bytes(content)
    monkeypatch.setenv("KIT_DICTIONARY", str(file))
    with pytest.raises(InputError, match="KIT_DICTIONARY") as error:
        annotate("首相が会談した。")
    assert error.value.file == str(file)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("form", "reading", "gloss"),
    [
        ("首相", "しゅしょう", "prime minister"),
        ("足並みをそろえる", "あしなみをそろえる", "to keep step"),
        ("チーム", "チーム", "team"),
    ],
)
def test_the_installed_dictionary(whole: Dictionary, form: str, reading: str, gloss: str) -> None:
    entries = whole.entries(form)
    assert reading in entries[0].readings
    assert any(gloss in text for sense in entries[0].senses for text in sense.glosses)
