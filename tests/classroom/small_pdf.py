"""Small PDFs, written by hand: letters at places, in a font that says which letters they are."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import NamedTuple


class Placed(NamedTuple):
    """A text at a place of a page, in points from the lower left."""

    x: float
    y: float
    size: float
    text: str


def pdf(pages: Sequence[Sequence[Placed]], *, password: str = "") -> bytes:
    """A PDF.

    Args:
        pages: what stands on each page, in the order in which it is placed.
        password: what it is locked with.
    """
    letters = sorted({char for page in pages for placed in page for char in placed.text})
    first = 6
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        b"<</Type/Font/Subtype/Type0/BaseFont/Kit/Encoding/Identity-H/DescendantFonts[4 0 R]"
        b"/ToUnicode 5 0 R>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Kit/DW 1000/W[32 126 500]"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        b"/FontDescriptor<</Type/FontDescriptor/FontName/Kit/Flags 4/ItalicAngle 0/Ascent 880"
        b"/Descent -120/CapHeight 700/StemV 80/FontBBox[0 -120 1000 880]>>>>",
        _stream(_names(letters)),
    ]
    for number, page in enumerate(pages):
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {first + 2 * number + 1} 0 R"
            "/Resources<</Font<</F1 3 0 R>>>>>>".encode()
        )
        objects.append(_stream("\n".join(map(_shown, page)).encode()))
    return _file(objects, password)


def _shown(placed: Placed) -> str:
    codes = placed.text.encode("utf-16-be").hex()
    return f"BT /F1 {placed.size} Tf 1 0 0 1 {placed.x} {placed.y} Tm <{codes}> Tj ET"


def _names(letters: Sequence[str]) -> bytes:
    """The table that says which letter each code is: itself."""
    entries = "\n".join(f"<{ord(char):04x}> <{ord(char):04x}>" for char in letters)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Kit def"
        " 1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(letters)} beginbfchar\n{entries}\nendbfchar\nendcmap end end"
    ).encode()


def _stream(data: bytes) -> bytes:
    return b"<</Length %d>>stream\n%s\nendstream" % (len(data), data)


def _file(objects: Sequence[bytes], password: str) -> bytes:
    data = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    lock = _lock(password) if password else b""
    return data + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R%s>>\n" % (
        len(objects) + 1, table, len(objects) + 1, lock
    ) + b"startxref\n%d\n%%%%EOF" % len(data)  # fmt: skip


_PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")


def _lock(password: str) -> bytes:
    """The trailer's words on a password, after the oldest of the standard's ways."""
    padded = (password.encode() + _PADDING)[:32]
    owner = _rc4(hashlib.md5(padded).digest()[:5], padded)
    permissions = (-4).to_bytes(4, "little", signed=True)
    key = hashlib.md5(padded + owner + permissions + b"kit").digest()[:5]
    return b"/ID[<%s><%s>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (
        b"kit".hex().encode(),
        b"kit".hex().encode(),
        owner.hex().encode(),
        _rc4(key, _PADDING).hex().encode(),
    )


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    at = 0
    for place in range(256):
        at = (at + state[place] + key[place % len(key)]) % 256
        state[place], state[at] = state[at], state[place]
    first = second = 0
    out = bytearray()
    for byte in data:
        first = (first + 1) % 256
        second = (second + state[first]) % 256
        state[first], state[second] = state[second], state[first]
        out.append(byte ^ state[(state[first] + state[second]) % 256])
    return bytes(out)
