import io
import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from zipfile import ZipFile

import pytest

from kit.errors import InputError
from kit.learner import known_words
from kit.learner.known_words import CSV, LIST, NOTES, contents, known_list, parse
from kit.learner.word_cell import KnownWord, KnownWords
from tests.learner import anki_package
from tests.learner.anki_package import Note

FILE = Path("words")

Found = list[tuple[str, str, float | None, int]]


def found(known: KnownWords) -> Found:
    return [(word.word, word.reading, word.interval, word.line) for word in known.words]


# ---- a list


def test_comments_and_blank_lines_of_a_list_are_no_words() -> None:
    text = "# mine\r\n\r\n協調\r\n  # more\r\n\u3000\r\n会談 かいだん\r\n、\r\n"
    known = parse(text, FILE)
    assert known.kind == LIST
    assert found(known) == [
        ("協調", "", None, 3),
        ("会談", "かいだん", None, 6),
        ("、", "", None, 7),
    ]


@pytest.mark.parametrize(
    "text",
    ["単語\n協調\n", "語\n", "表現\n協調\n", "語,ご\n会,かい\n", "協調,きょうちょう\n"],
)
def test_a_list_may_begin_with_a_word_that_other_files_call_a_column(text: str) -> None:
    known = parse(text, FILE)
    assert known.kind == LIST
    assert [word.line for word in known.words] == list(range(1, text.count("\n") + 1))


# ---- CSV


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("word\n協調\n", [("協調", "", None, 2)]),
        ("Word,Reading\n協調,きょうちょう\n", [("協調", "きょうちょう", None, 2)]),
        ("HEADWORD;KANA;IVL\n協調;きょうちょう;30\n", [("協調", "きょうちょう", 30, 2)]),
        ("単語\t間隔\n協調\t1.5\n", [("協調", "", 1.5, 2)]),
        ("語,よみ,間隔\n協調,きょうちょう,３０\n", [("協調", "きょうちょう", 30, 2)]),
        ("term,meaning,days\n協調,cooperation,30\n", [("協調", "", 30, 2)]),
        ("単語,意味\n協調,cooperation\n", [("協調", "", None, 2)]),
        ("表現\t訳\t例\n協調\tcooperation\tx\n", [("協調", "", None, 2)]),
        ('"vocab","interval"\r\n"協調","30"\r\n', [("協調", "", 30, 2)]),
        ("expression,ふりがな\n協調,協調[きょうちょう]\n", [("協調", "きょうちょう", None, 2)]),
        ("word,reading\n協調 きょうちょう,\n", [("協調", "きょうちょう", None, 2)]),
        ("\n\nword,interval\n\n協調,30\n", [("協調", "", 30, 5)]),
        ('note,word\n"two\nlines",協調\nx,会談\n', [("協調", "", None, 2), ("会談", "", None, 4)]),
        ("word,reading\n,きょうちょう\n", [("きょうちょう", "きょうちょう", None, 2)]),
        ("reading,word\nきょうちょう\n", [("きょうちょう", "きょうちょう", None, 2)]),
    ],
)
def test_csv(text: str, words: Found) -> None:
    known = parse(text, FILE)
    assert known.kind == CSV
    assert found(known) == words
    assert known.unstudied == 0


def test_words_without_an_interval_in_its_column_were_never_studied() -> None:
    known = parse("word,interval\n協調,30\n会談,0\n会合,\n会見\n議長,-600\n", FILE)
    assert found(known) == [("協調", "", 30, 2)]
    assert known.unstudied == 4


@pytest.mark.parametrize("interval", ["3 months", "nan", "inf", "1e999", "三十"])
def test_an_interval_is_a_number_of_days(interval: str) -> None:
    with pytest.raises(InputError, match="no number of days; write the days as") as refused:
        parse(f"word,interval\n協調,30\n会談,{interval}\n", FILE)
    assert (refused.value.file, refused.value.line) == ("words", 3)


def test_a_cell_that_is_not_closed_has_an_end() -> None:
    with pytest.raises(InputError, match="a cell is too long") as refused:
        parse('word,interval\n協調,30\n"会談,30\n' + "会合,30\n" * 50_000, FILE)
    assert refused.value.line == 3


# ---- Anki's notes as text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "#separator:tab\n#html:true\n協調\tきょうちょう\tcooperation\n",
            [("協調", "きょうちょう", None, 3)],
        ),
        (
            "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n"
            "#tags column:6\nb)X\t語彙\t日本語\t協調\t<b>きょうちょう</b>\tニュース\n",
            [("協調", "きょうちょう", None, 7)],
        ),
        (
            "#separator:comma\n#columns:Meaning,Reading,Word\n会う,きょうちょう,協調\n",
            [("協調", "きょうちょう", None, 3)],
        ),
        ("#separator:Semicolon\n#html:false\ncooperation;協調\n", [("協調", "", None, 3)]),
        ("#separator:|\nto meet|会う|あう\n", [("会う", "あう", None, 2)]),
        (
            '#separator:tab\n"協調<div>""x""</div>\n[sound:a.mp3]"\tcooperation\nhello\tworld\n',
            [("協調", "", None, 2), ("hello", "", None, 4)],
        ),
        (
            "協調\t<b>cooperation</b>\n会談[かいだん]\ttalks<br>meeting\n",
            [("協調", "", None, 1), ("会談", "かいだん", None, 2)],
        ),
        ("#separator:tab\n", []),
        ("#separator:tab", []),
    ],
)
def test_notes_in_plain_text(text: str, words: Found) -> None:
    known = parse(text, FILE)
    assert known.kind == NOTES
    assert found(known) == words


# ---- what a plan takes as known


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("協調\n会談 かいだん\n", {("協調", ""), ("会談", "かいだん")}),
        ("会談,カイダン\n", {("会談", "かいだん")}),
        ("食べた\n", {("食べた", ""), ("食べる", "")}),
        ("いく\n", {("いく", ""), ("行く", "いく")}),
        ("word,reading\n市場,しじょう\n", {("市場", "しじょう")}),
        ("word,interval\n協調,30\n会談,0\n", {("協調", "")}),
        ("#separator:tab\n<b>協調</b>\n", {("協調", "")}),
        ("トルタナ\n", {("トルタナ", "")}),
        ("多極多極\n", {("多極多極", "")}),
        ("多極多極 たきょくたきょく\n", {("多極多極", "たきょくたきょく")}),
        ("hello\n" + "かいだん" * 20, set()),
        ("", set()),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "shift_jis", "utf-16", "euc_jp"])
def test_a_list_of_known_words(
    tmp_path: Path, text: str, words: set[tuple[str, str]], encoding: str
) -> None:
    file = tmp_path / "known.txt"
    file.write_bytes(text.encode(encoding))
    assert known_list(file) == words


def test_a_package_is_a_list_too(tmp_path: Path) -> None:
    notes = [Note(["協調"]), Note(["会談"], (0,)), Note(["トルタナ"])]
    file = anki_package.new(tmp_path / "deck.apkg", ["Word"], notes)
    assert known_list(file) == {("協調", ""), ("トルタナ", "")}


def test_events_are_no_list(tmp_path: Path) -> None:
    file = tmp_path / "me.jsonl"
    file.write_text('{"format": "seiji-kit-progress", "version": 1, "student": "me"}\n')
    with pytest.raises(InputError, match="no list of words; bring it in with kit progress import"):
        known_list(file)


# ---- files


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("none.txt", "there is no such file"),
        ("folder", "this is a folder"),
        ("x" * 300, "it cannot be read"),
        ("a\0b", "it cannot be read"),
        ("picture", "this is a picture, not text"),
    ],
)
def test_what_is_no_list_is_refused(tmp_path: Path, name: str, problem: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "picture").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    with pytest.raises(InputError, match=problem):
        known_list(tmp_path / name)


def test_a_word_that_a_file_has_says_where_it_stands() -> None:
    assert parse("協調 きょうちょう", FILE).words == (
        KnownWord("協調", "きょうちょう", None, None, 1),
    )


Source = Callable[[Path, bytes, pytest.MonkeyPatch], Path]


def pipe(folder: Path, data: bytes, _: pytest.MonkeyPatch) -> Path:
    def fill() -> None:
        with suppress(BrokenPipeError):
            (folder / "pipe").write_bytes(data)

    os.mkfifo(folder / "pipe")
    threading.Thread(target=fill, daemon=True).start()
    return folder / "pipe"


def standard_input(_: Path, data: bytes, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    return Path("-")


def on_disk(folder: Path, data: bytes, _: pytest.MonkeyPatch) -> Path:
    (folder / "file").write_bytes(data)
    return folder / "file"


@pytest.mark.parametrize("source", [pipe, standard_input, on_disk])
@pytest.mark.parametrize("size", [0, 1, 3, 4, 5, 300_000])
def test_a_file_is_read_whole_wherever_it_comes_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: Source, size: int
) -> None:
    assert contents(source(tmp_path, b"x" * size, monkeypatch)) == "x" * size


@pytest.mark.parametrize("source", [pipe, standard_input, on_disk])
def test_a_package_is_read_wherever_it_comes_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: Source
) -> None:
    data = anki_package.new(tmp_path / "x.apkg", ["Word"], [Note(["協調"])]).read_bytes()
    found = contents(source(tmp_path, data, monkeypatch))
    assert isinstance(found, KnownWords)
    assert [word.word for word in found.words] == ["協調"]


@pytest.mark.parametrize("source", [pipe, standard_input, on_disk])
@pytest.mark.parametrize("start", [b"xxxx", b"PK\x03\x04"])
def test_what_has_no_end_is_read_no_further(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: Source, start: bytes
) -> None:
    monkeypatch.setattr(known_words, "MOST_BYTES", 1024**2)
    path = source(tmp_path, start + bytes(2 * 1024**2), monkeypatch)
    called = "standard input" if source is standard_input else str(path)
    with pytest.raises(InputError, match=r"larger than 1 MB|is broken") as refused:
        contents(path)
    assert refused.value.file == called


def test_media_do_not_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = anki_package.new(tmp_path / "x.apkg", ["Word"], [Note(["協調"])])
    with ZipFile(file, "a") as package:
        package.writestr("0", bytes(2 * 1024**2))
    monkeypatch.setattr(known_words, "MOST_BYTES", 1024**2)
    assert known_list(file) == {("協調", "")}
