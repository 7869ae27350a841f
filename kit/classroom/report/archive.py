"""The members of an archive, read in memory: nothing is ever unpacked.

Whoever made it may have meant harm. A member that is no plain file in its place is reported and
left out, and what is read of the others is limited.
"""

from __future__ import annotations

import re
import stat
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from gzip import GzipFile
from pathlib import Path
from typing import IO, Any, NamedTuple

from kit.errors import InputError

LARGEST = 50_000_000
"""Bytes of a file that is read."""

MOST_UNPACKED = 4_000_000_000
"""Bytes up to which an archive is gone through."""

ENDINGS = (".zip", ".tar", ".tar.gz", ".tgz")
"""Of the archives that are read."""

PLAIN = "hand in the file itself"
"""What to do about a link or a device."""

ABSOLUTE = "its path is absolute"
OUTSIDE = "its path leads out of the archive"
ASTRAY = frozenset({ABSOLUTE, OUTSIDE})
"""What is wrong with a path that tells nothing of whose a member is."""

_OTHERS = (".gz", ".bz2", ".xz", ".7z", ".rar", ".zst")
_HEADER = 1_000_000  # bytes that the head of a member may take
_BLOCK = 512
_USTAR = slice(257, 262)
_BESIDE = frozenset({"__MACOSX", "Thumbs.db", "desktop.ini"})
_DRIVE = re.compile("[A-Za-z]:")
_AGAIN = "pack the folder again, as .zip or .tar.gz"
_UNPACK = "unpack it, and name the folder"
_WHOLE = "have it handed in again"

Wanted = Callable[[tuple[str, ...]], bool]
"""Whether a file's bytes are wanted, by its path."""


class File(NamedTuple):
    """A file of a folder or an archive.

    path: from the folder or archive; empty where it is about that itself.
    data: what it holds; None where that is not wanted or cannot be read.
    problem, mend: why it cannot be read, and what to do; empty where all is well.
    """

    path: tuple[str, ...]
    data: bytes | None = None
    problem: str = ""
    mend: str = ""


def is_archive(file: Path) -> bool:
    """Whether a file is an archive, or is named as one.

    Raises:
        OSError: it cannot be read.
    """
    with file.open("rb") as opened:
        head = opened.read(_USTAR.stop)
    packed = head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b"))
    return packed or head[_USTAR] == b"ustar" or file.name.lower().endswith((*ENDINGS, *_OTHERS))


def members(file: Path, wanted: Wanted) -> Iterator[File]:
    """The members of an archive, without folders and what systems keep for themselves.

    Args:
        file: a .zip, .tar or .tar.gz file. An archive in it is not read.
        wanted: which members to read.

    Raises:
        InputError: it is no such archive.
        OSError: it cannot be read.
    """
    with file.open("rb") as opened:
        head = opened.read(2)
        opened.seek(0)
        if head == b"PK":
            yield from _zip(file, opened, wanted)
        elif head == b"\x1f\x8b":
            with GzipFile(fileobj=opened) as unpacked:
                yield from _tar(file, _Metered(unpacked), wanted)
        else:
            yield from _tar(file, _Metered(opened), wanted)


def is_beside(name: str) -> bool:
    """Whether a name is that of something that no student hands in."""
    return name.startswith((".", "~$")) or name in _BESIDE


def stem(name: str) -> str:
    """The name of an archive without its ending."""
    for ending in sorted(ENDINGS, key=len, reverse=True):
        if name.lower().endswith(ending):
            return name[: -len(ending)]
    return name


def limited(path: tuple[str, ...], data: bytes) -> File:
    """A file with its first bytes, one more than may be read."""
    return _too_large(path) if len(data) > LARGEST else File(path, data)


def _too_large(path: tuple[str, ...]) -> File:
    return File(path, problem=f"it is larger than {LARGEST:,} bytes", mend=_WHOLE)


def _member(name: str) -> File:
    """The path of a member, and what is wrong with it."""
    parts = tuple(part for part in re.split(r"[/\\]", name) if part not in ("", "."))
    if name.startswith(("/", "\\")) or _DRIVE.match(name):
        return File(parts, problem=ABSOLUTE, mend=_AGAIN)
    if ".." in parts:
        return File(parts, problem=OUTSIDE, mend=_AGAIN)
    if parts and parts[-1].lower().endswith((*ENDINGS, *_OTHERS)):
        return File(parts, problem="this is an archive in an archive", mend=_UNPACK)
    return File(parts)


def _shown(file: File) -> bool:
    """Whether a member is to be heard of."""
    return bool(file.path) and not any(is_beside(part) for part in file.path if part != "..")


def _zip(root: Path, opened: IO[bytes], wanted: Wanted) -> Iterator[File]:
    try:
        archive = zipfile.ZipFile(opened)
    except Exception:  # a broken directory breaks in many ways
        problem = "the archive is cut short or broken"
        raise InputError(problem, _AGAIN, file=root) from None
    with archive:
        for info in archive.infolist():
            file = _member(_name(info))
            if info.is_dir() or not _shown(file):
                continue
            if not file.problem and stat.S_ISLNK(info.external_attr >> 16):
                file = file._replace(problem="this is a link", mend=PLAIN)
            yield _unzipped(archive, info, file) if not file.problem and wanted(file.path) else file


def _unzipped(archive: zipfile.ZipFile, info: zipfile.ZipInfo, file: File) -> File:
    if info.flag_bits & 1:
        return file._replace(problem="it is encrypted", mend="pack it without a password")
    if info.file_size > LARGEST:  # more than that is never given of it
        return _too_large(file.path)
    try:
        with archive.open(info) as member:
            return File(file.path, member.read())
    except Exception:  # what is packed in a wrong way fails in many
        return file._replace(problem="it is broken, or packed in an unknown way", mend=_WHOLE)


def _name(info: zipfile.ZipInfo) -> str:
    """The name of a member; where it does not say how it is written, as Japanese systems do."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        name = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    for codec in ("utf-8", "cp932"):
        try:
            return name.decode(codec)
        except UnicodeDecodeError:
            pass
    return info.filename


class _TooMuchError(Exception):
    """More is asked of a stream than it may give."""


class _Metered:
    """A stream that gives no more bytes than were allowed, however many are asked for."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._left = 0

    def allow(self, size: int) -> None:
        """Give this many bytes from now on."""
        self._left = size

    def read(self, size: int = -1) -> bytes:
        if not 0 <= size <= self._left:
            raise _TooMuchError
        self._left -= size
        return bytes(self._stream.read(size))

    def seek(self, place: int) -> int:
        if place > MOST_UNPACKED:
            raise _TooMuchError
        return int(self._stream.seek(place))

    def tell(self) -> int:
        return int(self._stream.tell())


def _tar(root: Path, stream: _Metered, wanted: Wanted) -> Iterator[File]:
    number = 0
    try:
        stream.allow(_HEADER)
        untyped: Any = stream
        with tarfile.open(fileobj=untyped, mode="r:", encoding="utf-8") as archive:
            while info := _next(archive, stream):
                number += 1
                file = _member(info.name)
                if not info.isdir() and _shown(file):
                    yield _untarred(stream, info, file, wanted)
            stream.allow(_BLOCK)
            stream.seek(archive.offset)
            end = stream.read(_BLOCK)
        whole = bool(end) and not any(end)
    except Exception:  # a broken or hostile head breaks in many ways
        whole = False
    if not whole and not number:
        problem = "this is no archive that the kit reads, or it is broken"
        raise InputError(problem, _AGAIN, file=root)
    if not whole:
        problem = "the archive is cut short or broken; what comes after the break is not read"
        yield File((), problem=problem, mend=_AGAIN)


def _next(archive: tarfile.TarFile, stream: _Metered) -> tarfile.TarInfo | None:
    stream.allow(_HEADER)
    return archive.next()


def _untarred(stream: _Metered, info: tarfile.TarInfo, file: File, wanted: Wanted) -> File:
    if file.problem:
        return file
    if info.issym() or info.islnk():
        return file._replace(problem="this is a link", mend=PLAIN)
    if not info.isreg() or info.issparse():
        return file._replace(problem="this is no plain file", mend=PLAIN)
    if not wanted(file.path):
        return file
    if info.size > LARGEST:
        return _too_large(file.path)
    stream.allow(info.size)
    stream.seek(info.offset_data)
    data = stream.read(info.size)
    if len(data) < info.size:
        return file._replace(problem="it is cut short", mend=_WHOLE)
    return File(file.path, data)
