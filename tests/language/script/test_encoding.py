import io
import sys
from pathlib import Path

import pytest

from kit.errors import InputError
from kit.language.script import encoding
from kit.language.script.encoding import decode, open_lines

NEWS = "官房長官は記者会見で、「対話の窓は開いている」と述べた。\n来年の予算案も説明した。\n"


@pytest.mark.parametrize(
    "codec",
    [
        *("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"),
        *("cp932", "shift_jis", "euc_jp", "iso2022_jp"),
    ],
)
@pytest.mark.parametrize("text", [NEWS, NEWS.replace("\n", "\r\n"), "総理は、\n3月9日に訪米する。"])
def test_encodings_of_japanese_text_are_recognised(codec: str, text: str) -> None:
    assert decode(text.encode(codec), "news.txt") == text


@pytest.mark.parametrize(
    "text", ["外相", "法案", "日米首脳会談", "国会で", "テレビ", "①の案", "円・ドル"]
)
@pytest.mark.parametrize("codec", ["cp932", "euc_jis_2004"])
def test_a_few_words_are_enough(codec: str, text: str) -> None:
    assert decode(text.encode(codec), "words.txt") == text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"G20 summit", "G20 summit"),
        ("caf\u00e9".encode(), "caf\u00e9"),
        ("会\0談をする".encode(), "会\0談をする"),
        (b"\xed\xa0\x80 ok", "\ud800 ok"),
        (b"\xed\xa0\xbd\xed\xb8\x80", "\U0001f600"),
        ("ｶﾞｲﾑｼｮｳﾊﾎｳﾄﾞｳｶﾝﾆﾉﾍﾞﾀ".encode("cp932"), "ｶﾞｲﾑｼｮｳﾊﾎｳﾄﾞｳｶﾝﾆﾉﾍﾞﾀ"),
        ("①㈱政府".encode("euc_jis_2004"), "①㈱政府"),
    ],
)
def test_odd_text_is_still_text(data: bytes, text: str) -> None:
    assert decode(data, "odd.txt") == text


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (bytes(range(256)), "binary"),
        (b"\0" * 64, "binary"),
        (b"\x7fELF\x02\x01\x01" + b"\0" * 9 + b"\x03\0>\0\x01\0\0\0", "binary"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "PDF"),
        (b"PK\x03\x04\x14\0\x06\0", "Word"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        ("r\u00e9sum\u00e9 na\u00efve".encode("latin-1"), "not text in UTF-8"),
        (
            "외무부 장관은 화요일".encode("cp1250", "xmlcharrefreplace") + b"\xff",
            "not text in UTF-8",
        ),
        (NEWS.encode() + b"\xff", "not text in UTF-8"),
    ],
)
def test_what_is_no_text_is_refused_by_name_with_the_mend(data: bytes, problem: str) -> None:
    with pytest.raises(InputError, match=problem) as error:
        decode(data, "thing.bin")
    assert str(error.value).startswith("thing.bin:")
    assert "; " in str(error.value)


def test_the_line_of_a_broken_byte_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encoding, "CHUNK", 64)
    file = tmp_path / "news.txt"
    file.write_bytes(NEWS.encode() * 20 + b"broken \xff\n" + NEWS.encode())
    with pytest.raises(InputError) as error:
        list(open_lines(file))
    assert (error.value.file, error.value.line) == (str(file), 41)


@pytest.mark.parametrize("chunk", [7, 64, 1 << 16])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    "codec",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "cp932", "euc_jp", "iso2022_jp"],
)
def test_lines_are_decoded_in_pieces(
    codec: str, end: str, chunk: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if chunk == 7 and codec in ("cp932", "euc_jp"):
        chunk = 32  # three characters can be either
    monkeypatch.setattr(encoding, "CHUNK", chunk)
    expected = ["首相は、国会で答弁した。", "", "G7", "上院も、下院も、可決した。"] * 9
    file = tmp_path / "news.txt"
    file.write_bytes(end.join([*expected, ""]).encode(codec))
    assert list(open_lines(file)) == expected


def test_ascii_may_come_before_any_encoding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encoding, "CHUNK", 64)
    file = tmp_path / "news.txt"
    file.write_bytes(b"plain words\n" * 30 + "党首は討論会で、公約を示した。\n".encode("cp932"))
    assert list(open_lines(file))[-2:] == ["plain words", "党首は討論会で、公約を示した。"]


def test_a_long_line_and_the_bytes_read(tmp_path: Path) -> None:
    file = tmp_path / "news.txt"
    file.write_text("あ" * 200_000 + "\nい", encoding="utf-8")
    read: list[int] = []
    assert [len(line) for line in open_lines(file, read.append)] == [200_000, 1]
    assert read == sorted(read)
    assert read[-1] == 600_004


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    data = io.BytesIO("条約に署名した。\n".encode("euc_jp"))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(data))
    assert list(open_lines("-")) == ["条約に署名した。"]


@pytest.mark.parametrize(("name", "problem"), [("no such", "no such file"), ("", "folder")])
def test_a_file_that_cannot_be_opened(name: str, problem: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=problem):
        next(open_lines(tmp_path / name))


def test_a_name_that_no_file_can_have() -> None:
    with pytest.raises(InputError, match="can't be opened"):
        next(open_lines("a\0b"))
