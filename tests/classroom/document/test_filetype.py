import io
import zipfile

import pytest

from kit.classroom.document.filetype import MARKDOWN, PDF, PLAIN, WEB_PAGE, WORD_FILE, recognise
from kit.errors import InputError

PAGE = "<!DOCTYPE html><html><body><p>政府は予算案を決めた。</p></body></html>"


def packed(*names: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name in names:
            archive.writestr(name, "")
    return data.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", "政府は予算案を決めた。".encode(), PLAIN),
        ("a.txt", "政府は予算案を決めた。".encode("cp932"), PLAIN),
        ("a", "政府は予算案を決めた。".encode(), PLAIN),
        ("a.csv", "政府,予算".encode(), PLAIN),
        ("a.md", "# 予算案".encode(), MARKDOWN),
        ("A.MARKDOWN", "予算案".encode(), MARKDOWN),
        ("a.html", PAGE.encode(), WEB_PAGE),
        ("a.txt", PAGE.encode(), WEB_PAGE),
        ("a.txt", PAGE.encode("utf-16"), WEB_PAGE),
        ("a.txt", b"\xef\xbb\xbf  <!-- saved --> <HTML>", WEB_PAGE),
        ("a.txt", b'<?xml version="1.0"?>\n<html xmlns="x">', WEB_PAGE),
        ("a.htm", "<p>政府は予算案を決めた。</p>".encode(), WEB_PAGE),
        ("a.htm", "政府は予算案を決めた。".encode(), PLAIN),
        ("a.txt", "大小の記号は<と>だ。".encode(), PLAIN),
        ("a.docx", packed("[Content_Types].xml", "word/document.xml"), WORD_FILE),
        ("a.txt", packed("word/document2.xml"), WORD_FILE),
        ("a.txt", b"%PDF-1.7\n", PDF),
        ("a.pdf", b"\r\n%PDF-1.7\n", PDF),
    ],
)
def test_a_file_is_what_it_holds(name: str, data: bytes, kind: str) -> None:
    assert recognise(data, name) == kind


@pytest.mark.parametrize(
    ("data", "problem", "mend"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word or Excel", "save it as .docx"),
        (
            b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
            "locked with a password",
            "without the password",
        ),
        (b"{\\rtf1\\ansi", "an RTF file", "save it as .docx"),
        (b"\x89PNG\r\n\x1a\n", "a picture", "the text itself"),
        (b"\xff\xd8\xff\xe0", "a picture", "the text itself"),
        (b"bplist00", "a web archive", "save the page as HTML"),
        (
            b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n",
            "a web archive",
            "save the page as HTML only",
        ),
        (packed("xl/workbook.xml"), "an Excel file", "copy the text"),
        (packed("ppt/presentation.xml"), "a PowerPoint file", "copy the text"),
        (packed("mimetype", "META-INF/container.xml"), "an e-book", "copy the text"),
        (packed("mimetype", "content.xml"), "an OpenDocument file", "save it as .docx"),
        (packed("a.txt"), "a ZIP file", "unpack it"),
        (b"PK\x03\x04 cut short", "broken", "save it again"),
        (packed("word/document.xml")[:-30], "broken", "save it again"),
    ],
)
def test_what_is_not_read_says_how_to_mend_it(data: bytes, problem: str, mend: str) -> None:
    with pytest.raises(InputError) as refused:
        recognise(data, "article")
    assert problem in refused.value.problem
    assert mend in refused.value.mend
    assert refused.value.file == "article"


def test_a_thousand_comments_take_no_time() -> None:
    assert recognise(b"<!-- a -->" * 1000 + b"<p>", "a.txt") == PLAIN
