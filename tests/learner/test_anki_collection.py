import sqlite3
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_LZMA, ZipFile

import pytest
import zstandard

from kit.errors import InputError
from kit.learner import anki_collection
from kit.learner.anki_collection import PACKAGE, read
from kit.learner.word_cell import KnownWord
from tests.learner import anki_package
from tests.learner.anki_package import Note, changed, pack, packed

MONDAY, TUESDAY = 1_767_600_000_000, 1_767_686_400_000
FIELDS = ("Word", "Reading", "Meaning")
COOPERATION = Note(["協調", "きょうちょう", "cooperation"])

Make = Callable[..., Path]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "words.apkg"


@pytest.fixture(params=["anki2", "anki21", "anki21b"])
def make(request: pytest.FixtureRequest, file: Path) -> Make:
    """Makes a package of each age."""
    if request.param == "anki21b":
        return lambda fields, notes: anki_package.new(file, fields, notes)
    name = f"collection.{request.param}"
    return lambda fields, notes: anki_package.old(file, fields, notes, name)


def intervals(path: Path) -> list[tuple[str, float | None]]:
    return [(word.word, word.interval) for word in read(path).words]


# ---- what is read


def test_words_have_the_longest_interval_of_their_cards_and_its_last_review(make: Make) -> None:
    notes = [
        Note(["協調", "きょうちょう"], (30, 90), (TUESDAY, MONDAY)),
        Note(["<b>会談</b>[sound:a.mp3]", "会談[かいだん]"], (7,)),
        Note(["new", "会合"], (12,), (TUESDAY + 1,)),
    ]
    known = read(make(FIELDS, notes))
    assert (known.kind, known.unstudied) == (PACKAGE, 0)
    assert known.words == (
        KnownWord("協調", "きょうちょう", 90, datetime(2026, 1, 5, 8, tzinfo=UTC), 1),
        KnownWord("会談", "かいだん", 7, None, 2),
        KnownWord("会合", "", 12, datetime(2026, 1, 6, 8, 0, 0, 1000, tzinfo=UTC), 3),
    )


def test_what_was_never_studied_is_counted_and_no_word(make: Make) -> None:
    notes = [
        Note(["協調"], (0,)),
        Note(["会談"], (-600, 0)),
        Note(["会合"], (0, 3)),
        Note(["hello"], (0,)),
    ]
    known = read(make(FIELDS, notes))
    assert [(word.word, word.line) for word in known.words] == [("会合", 3)]
    assert known.unstudied == 2


def test_notes_without_japanese_are_no_words(make: Make) -> None:
    assert intervals(make(FIELDS, [Note(["Paris", "", "France"]), COOPERATION])) == [("協調", 30)]


@pytest.mark.parametrize("interval", ["many", 1.5, b"x", 1e300])
def test_an_interval_that_is_no_whole_number_is_none(make: Make, interval: object) -> None:
    path = make(FIELDS, [Note(["協調"], (interval,)), Note(["会談"], (4,))])
    assert intervals(path) == [("会談", 4)]


@pytest.mark.parametrize("last", [-5, 2**62])
def test_a_review_at_a_time_that_is_none_leaves_the_interval(make: Make, last: int) -> None:
    (word,) = read(make(FIELDS, [COOPERATION._replace(reviews=(last,))])).words
    assert (word.interval, word.last) == (30, None)


def test_of_several_collections_the_newest_counts(file: Path) -> None:
    parts = {}
    for word, name in (("会合", "anki2"), ("会談", "anki21"), ("協調", "anki21b")):
        make = anki_package.old if name != "anki21b" else anki_package.new
        make(file, FIELDS, [Note([word])])
        with ZipFile(file) as package:
            inside = "collection.anki2" if name == "anki21" else f"collection.{name}"
            parts[f"collection.{name}"] = package.read(inside)
        assert intervals(pack(file, parts)) == [(word, 30)]


def test_a_collection_that_anki_left_with_a_write_ahead_log_is_read(file: Path) -> None:
    anki_package.new(file, FIELDS, [COOPERATION])
    with ZipFile(file) as package:
        database = (
            zstandard.ZstdDecompressor()
            .decompressobj()
            .decompress(package.read("collection.anki21b"))
        )
    logged = changed(file, database, lambda opened: opened.execute("pragma journal_mode = wal"))
    assert logged != database
    assert intervals(pack(file, {"collection.anki21b": packed(logged)})) == [("協調", 30)]


def test_a_review_that_only_moved_a_card_is_none(file: Path) -> None:
    def change(opened: sqlite3.Connection) -> None:
        opened.execute("update revlog set ease = 0 where id = ?", (TUESDAY,))

    database = _old_database(file, [Note(["協調"], (30, 10), (TUESDAY, MONDAY))])
    pack(file, {"collection.anki2": changed(file, database, change)})
    assert read(file).words == (KnownWord("協調", "", 30, None, 1),)


def test_without_names_of_fields_the_first_japanese_one_is_the_word(file: Path) -> None:
    database = _old_database(file, [COOPERATION, Note(["x", "会談", "かいだん"])])
    for models in ("", "{", "[]", '{"7": 1}', '{"x": {"flds": []}}', "[" * 100_000):

        def change(opened: sqlite3.Connection, models: str = models) -> None:
            opened.execute("update col set models = ?", (models,))

        pack(file, {"collection.anki2": changed(file, database, change)})
        assert [word[:2] for word in read(file).words] == [
            ("協調", "きょうちょう"),
            ("会談", "かいだん"),
        ]


def _old_database(file: Path, notes: list[Note]) -> bytes:
    anki_package.old(file, FIELDS, notes)
    with ZipFile(file) as package:
        return package.read("collection.anki2")


def test_fields_of_any_size_are_read_no_further_than_words_are_long(file: Path) -> None:
    notes = [Note(["協" * 5_000_000]), Note(["会談", "", "x" * 5_000_000])]
    begun = time.monotonic()
    words = read(anki_package.new(file, FIELDS, notes)).words
    assert [len(word.word) for word in words] == [10_000, 2]
    assert time.monotonic() - begun < 3


def test_text_that_is_no_text_harms_no_other_note(file: Path) -> None:
    def change(opened: sqlite3.Connection) -> None:
        opened.execute("update notes set flds = cast(x'ff41ff' as text) where flds like '協調%'")

    database = changed(file, _old_database(file, [COOPERATION, Note(["会談"])]), change)
    assert intervals(pack(file, {"collection.anki2": database})) == [("会談", 30)]


def test_notes_without_any_fields_are_no_words(file: Path) -> None:
    script = """
    alter table notes rename to kept;
    create table notes as select id, mid, null as flds from kept
    """
    database = changed(
        file, _old_database(file, [COOPERATION]), lambda opened: opened.executescript(script)
    )
    assert read(pack(file, {"collection.anki2": database})).words == ()


# ---- what is refused


@pytest.mark.parametrize(
    ("parts", "problem"),
    [
        ({}, "there is no Anki collection in this ZIP file; export the deck"),
        ({"word/document.xml": b"x"}, "there is no Anki collection"),
        ({"../collection.anki2": b"x"}, "there is no Anki collection"),
        ({"collection.anki2": b""}, "the database in it is no Anki collection"),
        ({"collection.anki2": b"SQLite format 3\0" + bytes(2000)}, "the collection in it is brok"),
        ({"collection.anki2": b"x" * 5000}, "the collection in it is broken"),
        ({"collection.anki21b": b"x" * 5000}, "the package is broken"),
        ({"collection.anki21b": b""}, "the package is broken"),
    ],
)
def test_a_zip_file_that_is_no_package(file: Path, parts: dict[str, bytes], problem: str) -> None:
    with pytest.raises(InputError, match=problem) as refused:
        read(pack(file, parts))
    assert refused.value.file == str(file)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    "statement",
    [
        "drop table cards",
        "drop table revlog",
        "alter table notes rename to other",
        "alter table cards rename column ivl to days",
        "alter table notes rename to kept; create view notes as select * from kept",
    ],
)
def test_a_database_that_is_no_collection(file: Path, statement: str) -> None:
    database = _old_database(file, [COOPERATION])
    broken = changed(file, database, lambda opened: opened.executescript(statement))
    with pytest.raises(InputError, match=r"no Anki collection|is broken"):
        read(pack(file, {"collection.anki2": broken}))


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.9])
@pytest.mark.parametrize("compressed", [False, True])
def test_a_collection_that_is_cut_short(file: Path, kept: float, compressed: bool) -> None:
    notes = [Note([f"協調{number}", "", "x" * 900]) for number in range(200)]
    make = anki_package.new if compressed else anki_package.old
    make(file, FIELDS, notes)
    name = "collection.anki21b" if compressed else "collection.anki2"
    with ZipFile(file) as package:
        data = package.read(name)
    with pytest.raises(InputError, match="broken"):
        read(pack(file, {name: data[: int(kept * len(data))]}))


@pytest.mark.parametrize("at", range(5, 100, 10))
def test_a_package_that_is_cut_short_or_spoilt(file: Path, at: int) -> None:
    whole = anki_package.new(file, FIELDS, [COOPERATION] * 20).read_bytes()
    place = len(whole) * at // 100
    file.write_bytes(whole[:place])
    with pytest.raises(InputError):
        read(file)
    file.write_bytes(whole[:place] + b"\xff" * 40 + whole[place + 40 :])
    with suppress(InputError):
        assert {word.word for word in read(file).words} == {"協調"}


@pytest.mark.parametrize("name", ["collection.anki21b", "collection.anki2"])
def test_a_bomb_is_not_unpacked(
    file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    monkeypatch.setattr(anki_collection, "MOST_BYTES", 50 * 1024 * 1024)
    zeros = bytes(400 * 1024 * 1024)
    pack(file, {name: packed(zeros) if name.endswith("b") else zeros})
    assert file.stat().st_size < 500_000
    with pytest.raises(InputError, match="the collection is larger than 50 MB"):
        read(file)


@pytest.mark.parametrize("compression", [ZIP_BZIP2, ZIP_LZMA])
def test_what_unpacks_all_at_once_is_not_unpacked(file: Path, compression: int) -> None:
    anki_package.old(file, FIELDS, [COOPERATION])
    with ZipFile(file) as package:
        database = package.read("collection.anki2")
    with ZipFile(file, "w", compression) as package:
        package.writestr("collection.anki2", database)
    with pytest.raises(InputError, match="it cannot be unpacked"):
        read(file)


def test_a_package_that_is_open_already_is_read(file: Path) -> None:
    opened = BytesIO(anki_package.new(file, FIELDS, [COOPERATION]).read_bytes())
    assert [word.word for word in read(Path("a pipe"), opened).words] == ["協調"]
    with pytest.raises(InputError, match="a pipe: the package is broken"):
        read(Path("a pipe"), BytesIO(b"PK\x03\x04"))


def test_a_package_with_a_password(file: Path) -> None:
    data = bytearray(pack(file, {"collection.anki2": b"x"}).read_bytes())
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + flags] |= 1
    file.write_bytes(data)
    with pytest.raises(InputError, match="it cannot be unpacked"):
        read(file)


@pytest.mark.parametrize("name", ["none.apkg", "."])
def test_a_file_that_is_none(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="it cannot be read"):
        read(tmp_path / name)


def test_nothing_is_left_behind(
    file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = anki_package.new(file, FIELDS, [COOPERATION]).read_bytes()
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    read(file)
    pack(tmp_path / "bad.apkg", {"collection.anki2": b"x" * 5000})
    with pytest.raises(InputError):
        read(tmp_path / "bad.apkg")
    assert list(scratch.iterdir()) == []
    assert file.read_bytes() == before


def test_a_large_collection_is_read_in_seconds(file: Path) -> None:
    notes = [
        Note([f"協調{number}", "きょうちょう", "cooperation " * 20], (30, 60), (MONDAY + number,))
        for number in range(20_000)
    ]
    anki_package.new(file, FIELDS, notes)
    begun = time.monotonic()
    assert len(read(file).words) == 20_000
    assert time.monotonic() - begun < 5
