import os
import tarfile
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from kit.classroom.report import archive
from kit.classroom.report.archive import File, is_archive, members, stem
from kit.errors import InputError
from tests.classroom.packed import head, tarred, with_zeros, zipped

AYA, BEN = ("aya/answers.json", b"A"), ("ben/answers.json", b"B")


def everything(_: tuple[str, ...]) -> bool:
    return True


def read(file: Path) -> dict[str, bytes | str | None]:
    """Each member's path with its bytes, or with what is wrong with it."""
    found = members(file, everything)
    return {"/".join(member.path): member.problem or member.data for member in found}


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz"])
def test_members_are_read(tmp_path: Path, name: str) -> None:
    make = zipped if name == "a.zip" else tarred
    file = make(tmp_path / name, [AYA, ("./ben/answers.json", b"B"), ("ben/.DS_Store", b"")])
    assert read(file) == {"aya/answers.json": b"A", "ben/answers.json": b"B"}
    assert [*members(file, lambda path: path[0] == "ben")] == [
        File(("aya", "answers.json")),
        File(("ben", "answers.json"), b"B"),
    ]
    assert is_archive(file)
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(
    ("name", "path", "problem"),
    [
        ("/etc/answers.json", "etc/answers.json", "its path is absolute"),
        ("\\\\host\\answers.json", "host/answers.json", "its path is absolute"),
        ("C:\\ben\\answers.json", "C:/ben/answers.json", "its path is absolute"),
        ("../ben/answers.json", "../ben/answers.json", "its path leads out of the archive"),
        ("ben/../../x.json", "ben/../../x.json", "its path leads out of the archive"),
        ("ben\\..\\..\\x.json", "ben/../../x.json", "its path leads out of the archive"),
        ("ben.zip", "ben.zip", "this is an archive in an archive"),
        ("ben.tar.gz", "ben.tar.gz", "this is an archive in an archive"),
    ],
)
def test_a_path_that_leads_elsewhere_is_reported(
    tmp_path: Path, name: str, path: str, problem: str
) -> None:
    for file, make in (("a.zip", zipped), ("a.tar.gz", tarred)):
        assert read(make(tmp_path / file, [(name, b"x"), AYA])) == {
            path: problem,
            "aya/answers.json": b"A",
        }
    assert {entry.name for entry in tmp_path.iterdir()} == {"a.zip", "a.tar.gz"}


@pytest.mark.parametrize(
    ("kind", "problem"),
    [
        (tarfile.SYMTYPE, "this is a link"),
        (tarfile.LNKTYPE, "this is a link"),
        (tarfile.CHRTYPE, "this is no plain file"),
        (tarfile.BLKTYPE, "this is no plain file"),
        (tarfile.FIFOTYPE, "this is no plain file"),
        (tarfile.GNUTYPE_SPARSE, "this is no plain file"),
    ],
)
def test_what_is_no_plain_file_is_reported(tmp_path: Path, kind: bytes, problem: str) -> None:
    file = tarred(tmp_path / "a.tar", [head("x/answers.json", kind, "/etc/passwd"), AYA])
    assert read(file) == {"x/answers.json": problem, "aya/answers.json": b"A"}


def test_a_link_in_a_zip_file_is_reported(tmp_path: Path) -> None:
    file = tmp_path / "a.zip"
    with zipfile.ZipFile(file, "w") as archive:
        info = zipfile.ZipInfo("x/answers.json")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
        archive.writestr(*AYA)
    assert read(file) == {"x/answers.json": "this is a link", "aya/answers.json": b"A"}


def test_an_encrypted_member_is_reported(tmp_path: Path) -> None:
    file = zipped(tmp_path / "a.zip", [BEN, AYA])
    data = bytearray(file.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    file.write_bytes(data)
    assert read(file) == {"ben/answers.json": "it is encrypted", "aya/answers.json": b"A"}


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, 98, 99])
def test_a_member_that_is_broken_is_reported(tmp_path: Path, method: int) -> None:
    file = zipped(tmp_path / "a.zip", [("ben/answers.json", b"B" * 500), AYA])
    data = bytearray(file.read_bytes())
    data[data.index(b"PK\x01\x02") + 10] = method
    file.write_bytes(data)
    assert read(file) == {
        "ben/answers.json": "it is broken, or packed in an unknown way",
        "aya/answers.json": b"A",
    }


FOUND = {"ben/answers.json": "it is larger than 50,000,000 bytes", "aya/answers.json": b"A"}


def test_behind_a_gigabyte_of_zeros_the_rest_is_read(tmp_path: Path) -> None:
    assert read(with_zeros(tmp_path / "a.tar.gz", "ben/answers.json", 1 << 30, [AYA])) == FOUND


def test_zeros_are_not_held_in_memory(tmp_path: Path) -> None:
    file = with_zeros(tmp_path / "a.tar.gz", "ben/answers.json", 1 << 26, [AYA])
    tracemalloc.start()
    try:
        assert read(file) == FOUND
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 5_000_000


def test_zeros_in_a_zip_file_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST", 1000)
    file = zipped(tmp_path / "a.zip", [("ben/answers.json", bytes(1001)), AYA])
    assert read(file) == {
        "ben/answers.json": "it is larger than 1,000 bytes",
        "aya/answers.json": b"A",
    }


def test_a_member_that_is_larger_than_it_says_is_broken(tmp_path: Path) -> None:
    file = zipped(tmp_path / "a.zip", [("ben/answers.json", bytes(5000)), AYA])
    data = bytearray(file.read_bytes())
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = data.index(mark) + at
        data[place : place + 4] = (10).to_bytes(4, "little")
    file.write_bytes(data)
    assert read(file)["ben/answers.json"] == "it is broken, or packed in an unknown way"
    assert read(file)["aya/answers.json"] == b"A"


BROKEN = "the archive is cut short or broken; what comes after the break is not read"


@pytest.mark.parametrize("kind", [tarfile.XHDTYPE, tarfile.GNUTYPE_LONGNAME])
def test_a_head_that_is_a_bomb_ends_the_reading(tmp_path: Path, kind: bytes) -> None:
    good = tarred(tmp_path / "good.tar", [AYA]).read_bytes()[:1024]
    bomb = tarfile.TarInfo("x")
    bomb.size, bomb.type = 2_000_000, kind
    file = tmp_path / "a.tar"
    file.write_bytes(good + bomb.tobuf() + bytes(2_000_896))
    assert read(file) == {"aya/answers.json": b"A", "": BROKEN}


def test_heads_without_end_end_the_reading(tmp_path: Path) -> None:
    good = tarred(tmp_path / "good.tar", [AYA]).read_bytes()[:1024]
    name = tarfile.TarInfo("x")
    name.size, name.type = 10, tarfile.GNUTYPE_LONGNAME
    file = tmp_path / "a.tar"
    file.write_bytes(good + (name.tobuf() + b"n" * 10 + bytes(502)) * 1500)
    assert read(file) == {"aya/answers.json": b"A", "": BROKEN}


@pytest.mark.parametrize(
    ("cut", "found"),
    [
        (1536, {"aya/answers.json": b"A", "": BROKEN}),  # within the second head
        (1024, {"aya/answers.json": b"A", "": BROKEN}),  # between two members
        (
            2100,
            {"aya/answers.json": b"A", "ben/answers.json": "it is cut short", "": BROKEN},
        ),
    ],
)
def test_of_an_archive_that_is_cut_short_the_rest_is_read(
    tmp_path: Path, cut: int, found: dict[str, bytes | str]
) -> None:
    file = tarred(tmp_path / "a.tar", [AYA, ("ben/answers.json", b"B" * 1000)])
    file.write_bytes(file.read_bytes()[: cut - (cut == 1536) * 100])
    assert read(file) == found


def test_of_a_gzip_file_that_is_cut_short_the_rest_is_read(tmp_path: Path) -> None:
    file = tarred(tmp_path / "a.tar.gz", [AYA, ("ben/answers.json", os.urandom(50_000))])
    file.write_bytes(file.read_bytes()[:20_000])
    found = read(file)
    assert found["aya/answers.json"] == b"A"
    assert found[""] == BROKEN


def test_a_spoilt_head_ends_the_reading(tmp_path: Path) -> None:
    file = tarred(tmp_path / "a.tar", [AYA, BEN])
    data = bytearray(file.read_bytes())
    data[1024 + 148] ^= 1  # its checksum
    file.write_bytes(data)
    assert read(file) == {"aya/answers.json": b"A", "": BROKEN}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", b"PK\x03\x04" + bytes(50)),
        ("a.tar.gz", b"\x1f\x8b" + bytes(50)),
        ("a.tar", b"nothing"),
        ("a.tar", b""),
        ("a.7z", b"7z\xbc\xaf\x27\x1c"),
    ],
)
def test_what_is_no_archive_is_said_in_one_line(tmp_path: Path, name: str, data: bytes) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    assert is_archive(file)
    with pytest.raises(InputError, match=r"broken; pack the folder again, as \.zip or \.tar\.gz"):
        [*members(file, everything)]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("田中/answers.json", "田中/answers.json"),
        ("田中/answers.json".encode("cp932").decode("cp437"), "田中/answers.json"),
        ("田中/answers.json".encode().decode("cp437"), "田中/answers.json"),
    ],
)
def test_names_are_japanese_whoever_packed_them(tmp_path: Path, written: str, name: str) -> None:
    file = zipped(tmp_path / "a.zip", [(written, b"x")])
    if written != name:
        data = file.read_bytes()
        raw = written.encode("cp437")
        marked = written.encode()
        assert len(marked) != len(raw)
        file = tmp_path / "b.zip"
        with zipfile.ZipFile(file, "w") as archive:
            info = zipfile.ZipInfo("x" * len(raw))
            archive.writestr(info, b"x")
        data = file.read_bytes().replace(b"x" * len(raw), raw)
        file.write_bytes(data)
    assert read(file) == {name: b"x"}


@pytest.mark.parametrize(
    ("name", "without"),
    [("a.tar.gz", "a"), ("a.b.ZIP", "a.b"), ("a.tgz", "a"), ("a.json", "a.json")],
)
def test_a_name_without_its_ending(name: str, without: str) -> None:
    assert stem(name) == without
