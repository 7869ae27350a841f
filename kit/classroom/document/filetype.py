"""What kind of file an article is in, by what it holds; by its name where that does not tell."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePath

from kit.errors import InputError

PLAIN, MARKDOWN, WEB_PAGE, WORD_FILE, PDF = "plain", "markdown", "web_page", "word_file", "pdf"
"""The kinds that are read, each by the module of this package with that name."""

SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".docx", ".pdf")
"""How the names of such files end."""

AS_TEXT = "copy the text out of it and save that as plain text (UTF-8)"

_LOCKED = "EncryptedPackage".encode("utf-16-le")
_MARKDOWN = (".md", ".markdown")
_HTML = (".html", ".htm", ".xhtml", ".xht")
_SAMPLE = 4096
_MAGIC = (
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file", "open it in Word and save it as .docx"),
    (b"{\\rtf", "an RTF file", "open it in Word and save it as .docx"),
    (b"\x89PNG", "a picture", "give the text itself, not a picture of it"),
    (b"\xff\xd8\xff", "a picture", "give the text itself, not a picture of it"),
    (b"GIF8", "a picture", "give the text itself, not a picture of it"),
    (b"bplist00", "a web archive", "save the page as HTML instead"),
)
_IN_ZIP = (
    ("word/", "", ""),
    ("xl/", "an Excel file", AS_TEXT),
    ("ppt/", "a PowerPoint file", AS_TEXT),
    ("META-INF/container.xml", "an e-book", AS_TEXT),
    ("content.xml", "an OpenDocument file", "open it in its program and save it as .docx"),
    ("Index/", "a Pages file", "export it as .docx"),
)
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?>.*?-->)\s*)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(rb"<(?:p|div|br|h[1-6]|span|article)\b[^<>]*>", re.IGNORECASE)
_ARCHIVE = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)


def recognise(data: bytes, name: str) -> str:
    """The kind of a file.

    Args:
        data: the whole file.
        name: what it is called, here and in an error.

    Raises:
        InputError: it is of a kind that is not read.
    """
    if b"%PDF-" in data[:1024]:
        return PDF
    if data.startswith(b"PK"):
        return _in_zip(data, name)
    for magic, what, mend in _MAGIC:
        if data.startswith(magic):
            if _LOCKED in data:
                what, mend = "a file locked with a password", "save it without the password"
            raise InputError(f"this is {what}", mend, file=name)
    # Without its NULs, UTF-16 shows its ASCII.
    sample = data[:_SAMPLE].lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\0", b"")
    if _ARCHIVE.search(sample):
        raise InputError("this is a web archive (.mht)", "save the page as HTML only", file=name)
    suffix = PurePath(name).suffix.lower()
    if _PAGE.match(sample) or (suffix in _HTML and _TAG.search(data)):
        return WEB_PAGE
    return MARKDOWN if suffix in _MARKDOWN else PLAIN


def _in_zip(data: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        mend = "open it where it was written and save it again"
        raise InputError("this Word or ZIP file is broken", mend, file=name) from None
    for start, what, mend in _IN_ZIP:
        if any(entry.startswith(start) for entry in names):
            if not what:
                return WORD_FILE
            raise InputError(f"this is {what}", mend, file=name)
    raise InputError("this is a ZIP file", "unpack it and name one file of it", file=name)
