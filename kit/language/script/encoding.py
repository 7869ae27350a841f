"""Bytes of an unknown encoding → Japanese text, whole or line by line.

Read are UTF-8, UTF-16 and UTF-32 (with a byte order mark or where there can be no doubt), Shift_JIS
(as Windows writes it), EUC-JP and ISO-2022-JP. General detectors take two words of Shift_JIS for
Chinese, so this one asks only what Japanese text can be: which of the encodings decodes it without
an error, and which result looks like Japanese.
"""

from __future__ import annotations

import codecs
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

from kit.errors import InputError

CHUNK = 1 << 16
"""Bytes read at a time, and bytes on which the encoding is recognised."""

KNOWN = "UTF-8, UTF-16, Shift_JIS, EUC-JP or ISO-2022-JP"

_MARKS = (  # UTF-32's begins with UTF-16's, so it comes first
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word, EPUB or ZIP file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip file"),
    (b"SQLite format 3", "a database"),
)
_SHIFT_JIS = ("cp932", "shift_jis_2004")
_EUC_JP = ("euc_jp", "euc_jis_2004")
_UTF_16 = (("utf-16-le",), ("utf-16-be",))
_ISO_2022_JP = ("iso2022_jp_ext", "iso2022_jp_2004")

_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f]")
_FOREIGN = re.compile("[^\x00-\x7f]")
_KANA = re.compile("[ぁ-んァ-ヶー、。「」・（）―…０-９Ａ-Ｚａ-ｚ①-⑳]")
_HALF_WIDTH = re.compile("[\uff61-\uff9f]")
_KANJI = re.compile("[一-鿿]")
_ALONE = re.compile(
    "(?<=[A-Za-z])[^\x00-\x7f](?![^\x00-\x7f])|(?<![^\x00-\x7f])[^\x00-\x7f](?=[A-Za-z])"
)
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_UNDECIDED = re.compile(rb"[^\x00\x1b\x80-\xff]*")  # ASCII in all of them; more may follow
_LINE_END = re.compile("\r\n|\r|\n")


class Encoding(NamedTuple):
    """How a file is read: the codecs to try in turn, and the length of its byte order mark."""

    codecs: tuple[str, ...]
    mark: int = 0


def recognise(sample: bytes, name: str, *, complete: bool = True) -> Encoding:
    """The encoding of a file that begins with `sample`.

    Args:
        sample: its first bytes.
        name: what the file is called in an error.
        complete: whether the sample is the whole file; else it may end inside a character.

    Raises:
        InputError: it is not text, or in no encoding that is read.
    """
    for magic, what in _MAGIC:
        if sample.startswith(magic):
            mend = "copy the text out of it and save that as plain text (UTF-8)"
            raise InputError(f"this is {what}, not text", mend, file=name)
    for mark, codec in _MARKS:
        if sample.startswith(mark):
            return Encoding((codec,), len(mark))
    text = _decoded(sample, ("utf-8",), complete)
    if text is not None and (b"\0" not in sample or not text.isascii()):
        if b"\x1b$" in sample and _decoded(sample, _ISO_2022_JP, complete) is not None:
            return Encoding(_ISO_2022_JP)
        return Encoding(("utf-8",))
    # UTF-16 has NULs wherever there is a line end, a space or a digit; nothing else has.
    families: tuple[tuple[str, ...], ...]
    families = _UTF_16 if b"\0" in sample else (_EUC_JP, _SHIFT_JIS, *_UTF_16)
    best: tuple[str, ...] = ("utf-8",)
    best_score = 0.0
    for family in families:
        decoded = _decoded(sample, family, complete)
        score = 0.0 if decoded is None else _plausible(decoded)
        enough = 0.9 if family in _UTF_16 and b"\0" not in sample else 0.4
        if score > max(best_score, enough):
            best, best_score = family, score
    if best_score or text is not None:
        return Encoding(best)
    if b"\0" in sample or _binary(sample.decode("ascii", "replace")):
        raise InputError("this is a binary file, not text", "give a plain text file", file=name)
    line = sample.decode("utf-8", "replace").partition("\ufffd")[0].count("\n") + 1
    raise _unknown(name, line)


def decode(data: bytes, name: str) -> str:
    """The text of a file's bytes, without its byte order mark.

    Args:
        data: the whole file.
        name: what the file is called in an error.

    Raises:
        InputError: it is not text, or in no encoding that is read.
    """
    encoding = recognise(data, name)
    return _strict(data[encoding.mark :], encoding, name, 1)


def open_lines(path: str | Path, read: Callable[[int], None] | None = None) -> Iterator[str]:
    """The lines of a text file, without their ends, decoded as they are asked for.

    Args:
        path: the file; `-` is standard input.
        read: called with the number of bytes read so far, for a progress bar.

    Raises:
        InputError: it cannot be opened, is not text, or is in no encoding that is read.
    """
    if str(path) == "-":
        yield from _lines(sys.stdin.buffer, "standard input", read)
        return
    with _open(path) as file:
        yield from _lines(file, str(path), read)


def _open(path: str | Path) -> BinaryIO:
    try:
        return open(path, "rb")
    except FileNotFoundError:
        problem, mend = "there is no such file", "check the name"
    except (OSError, ValueError) as error:
        if Path(path).is_dir():
            problem, mend = "this is a folder", "name a file in it"
        elif isinstance(error, PermissionError):
            problem, mend = "it may not be read", "change its permissions, or name another file"
        else:
            problem, mend = f"it can't be opened ({error})", "check the name"
    raise InputError(problem, mend, file=path)


def _lines(file: BinaryIO, name: str, read: Callable[[int], None] | None) -> Iterator[str]:
    """Decodes block by block: a block ends with a line, so that no character is cut."""
    encoding: Encoding | None = None
    held, line, size = bytearray(), 1, 0
    while True:
        chunk = file.read(CHUNK)
        size += len(chunk)
        if read is not None:
            read(size)
        held += chunk
        if not held:
            return
        known = encoding or recognise(bytes(held), name, complete=not chunk)
        if encoding is None and not _UNDECIDED.fullmatch(held):
            encoding = known
            del held[: known.mark]
        end = _line_end(held, known, len(chunk)) if chunk else len(held)
        if end:
            text = _strict(bytes(held[:end]), known, name, line)
            del held[:end]
            found = _LINE_END.split(text)
            last = found.pop()
            yield from found
            line += len(found)
            if last:
                yield last
        if not chunk:
            return


def _line_end(held: bytearray, encoding: Encoding, new: int) -> int:
    """Where the last whole line of the bytes ends; 0 where there is none."""
    end_of_line = "\n".encode(encoding.codecs[0])
    unit = len(end_of_line)
    start, end = max(0, len(held) - new - unit), len(held)
    while (end := held.rfind(end_of_line, start, end)) >= 0:
        if end % unit == 0:
            return end + unit
        end += unit - 1
    return 0


def _strict(data: bytes, encoding: Encoding, name: str, line: int) -> str:
    for codec in encoding.codecs:
        try:
            return data.decode(codec)
        except UnicodeDecodeError as error:
            failed = error
    if encoding.codecs[0].startswith("utf"):
        try:  # a lone surrogate written as if it were a character
            text = data.decode(encoding.codecs[0], "surrogatepass")
        except UnicodeDecodeError as error:
            failed = error
        else:
            return _PAIR.sub(lambda pair: _joined(pair[0]), text)
    before = data[: failed.start].decode(encoding.codecs[0], "replace")
    raise _unknown(name, line + len(_LINE_END.findall(before)))


def _decoded(sample: bytes, family: tuple[str, ...], complete: bool) -> str | None:
    """The sample as text, or None; what an incomplete one cuts at its end is left out."""
    errors = "surrogatepass" if family[0].startswith("utf") else "strict"
    for codec in family:
        with suppress(UnicodeDecodeError):
            text = codecs.getincrementaldecoder(codec)(errors).decode(sample, complete)
            return None if _binary(text) else text
    return None


def _binary(text: str) -> bool:
    """More control characters than a slip of the keyboard leaves, or nothing else."""
    controls = len(_CONTROL.findall(text))
    return controls > max(4, len(text) / 10) or 0 < controls == len(text)


def _plausible(text: str) -> float:
    """How much this looks like Japanese, 0 to 1; Latin-1 and Chinese read as Japanese do not."""
    foreign = len(_FOREIGN.findall(text))
    if not foreign:
        return 1.0
    kana, half = len(_KANA.findall(text)), len(_HALF_WIDTH.findall(text))
    kanji, alone = len(_KANJI.findall(text)), len(_ALONE.findall(text))
    if half == foreign:  # nothing but half-width kana; short, it is rather EUC-JP's kanji
        return 0.91 if half >= 12 else 0.6
    if (foreign > 30 and kana < foreign / 20) or alone > foreign / 2:
        return 0.0
    return max(0.0, (kana + 0.9 * kanji - half) / foreign)


def _joined(pair: str) -> str:
    return pair.encode("utf-16", "surrogatepass").decode("utf-16")


def _unknown(name: str, line: int) -> InputError:
    return InputError(f"this is not text in {KNOWN}", "save it as UTF-8 text", file=name, line=line)
