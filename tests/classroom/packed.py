"""Archives, good and hostile, made by hand."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

Member = tuple[str, bytes]


def zipped(file: Path, members: Iterable[Member], *, level: int = 6) -> Path:
    """A .zip file; members may have any names, also the same."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, data in members:
            info = zipfile.ZipInfo(name)
            info.filename = name  # as it is: zipfile itself would mend a path
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.NameToInfo.pop(name, None)  # or it warns of the second one
            archive.writestr(info, data)
    return file


def tarred(file: Path, members: Iterable[Member | tarfile.TarInfo]) -> Path:
    """A .tar or .tar.gz file; a member may be a head without bytes."""
    with tarfile.open(file, "w:gz" if file.suffix == ".gz" else "w") as archive:
        for member in members:
            if isinstance(member, tarfile.TarInfo):
                archive.addfile(member)
            else:
                info = tarfile.TarInfo(member[0])
                info.size = len(member[1])
                archive.addfile(info, io.BytesIO(member[1]))
    return file


def head(name: str, kind: bytes, to: str = "") -> tarfile.TarInfo:
    """The head of a link, a device or a pipe."""
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, to
    return info


def with_zeros(
    file: Path, name: str, size: int, after: Iterable[Member], kind: bytes = b"0"
) -> Path:
    """A .tar.gz file that begins with a member of zeros, packed without holding them."""
    info = tarfile.TarInfo(name)
    info.size, info.type = size, kind
    rest = tarred(file.with_suffix(".rest"), after)
    megabyte = gzip.compress(bytes(1 << 20), 9)
    with file.open("wb") as packed:  # of many gzip files in a row, which are one
        packed.write(gzip.compress(info.tobuf()))
        for _ in range(size >> 20):
            packed.write(megabyte)
        packed.write(gzip.compress(rest.read_bytes()))
    rest.unlink()
    return file
