import os
import re
import sys
from pathlib import Path

import pytest

from kit.publish import chromium
from kit.publish.chromium import PrintingError, find, print_pdf

PAGE = "<!DOCTYPE html><title>t</title><style>@page { size: A4 }</style><p>内閣"


def executable(file: Path, body: str) -> str:
    file.write_text(f"#!{sys.executable}\n{body}\n", encoding="utf-8")
    file.chmod(0o755)
    return str(file)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "頁 #1.html"
    file.write_text(PAGE, encoding="utf-8")
    return file


@pytest.mark.skipif(os.name == "nt", reason="needs files that are executable by a bit")
@pytest.mark.parametrize(
    ("there", "found"),
    [
        ([], None),
        (["firefox"], None),
        (["microsoft-edge"], "microsoft-edge"),
        (["google-chrome-stable", "microsoft-edge"], "google-chrome-stable"),
        (["google-chrome", "chromium"], "chromium"),
    ],
)
def test_the_browser_is_found_on_the_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: list[str], found: str | None
) -> None:
    for name in there:
        executable(tmp_path / name, "")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(chromium, "PLACES", ())
    assert find() == (found and str(tmp_path / found))


def test_the_browser_is_found_where_its_installer_puts_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    edge = tmp_path / "Microsoft Edge"
    edge.touch()
    monkeypatch.setattr(chromium, "PLACES", (str(tmp_path / "none"), str(edge)))
    assert find() == str(edge)
    monkeypatch.setattr(chromium, "PLACES", ())
    chrome = tmp_path / "Google" / "Chrome" / "Application" / "chrome.exe"
    chrome.parent.mkdir(parents=True)
    chrome.touch()
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    assert find() == str(chrome)


@pytest.mark.skipif(os.name == "nt", reason="needs files that are executable by a bit")
@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("import time; time.sleep(60)", "did not end in 0.5 seconds"),
        ("raise SystemExit(3)", "ended with status 3"),
        ("import os; os.kill(os.getpid(), 9)", "ended with status -9"),
        ("", "left no PDF"),
        (
            "import sys; out = [a for a in sys.argv if a.startswith('--print-to-pdf=')][0];"
            "open(out.partition('=')[2], 'w').write('<html>')",
            "left no PDF",
        ),
    ],
)
def test_a_browser_that_does_not_print_is_named(
    tmp_path: Path, page: Path, body: str, says: str
) -> None:
    browser = executable(tmp_path / "chromium", body)
    seconds = 0.5 if "sleep" in body else 30
    with pytest.raises(PrintingError, match=re.escape(f"{browser} {says}")):
        print_pdf(browser, page, tmp_path / "out.pdf", seconds)


def test_what_is_no_browser_does_not_start(tmp_path: Path, page: Path) -> None:
    with pytest.raises(PrintingError, match="does not start"):
        print_pdf(str(tmp_path), page, tmp_path / "out.pdf")


@pytest.mark.parametrize(("user", "flags"), [(0, ("--no-sandbox",)), (1000, ())])
def test_only_root_goes_without_the_sandbox(
    monkeypatch: pytest.MonkeyPatch, user: int, flags: tuple[str, ...]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: user, raising=False)
    assert chromium.unsandboxed() == flags


def test_the_installed_browser_prints_on_a4(tmp_path: Path, page: Path) -> None:
    browser = find()
    assert browser, "install Chrome, Chromium or Edge: python tests/browser/chromium.py"
    pdf = tmp_path / "頁 #1.pdf"
    print_pdf(browser, page, pdf)
    printed = pdf.read_bytes()
    assert printed.startswith(b"%PDF-")
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed)
    assert box
    assert [round(float(side)) for side in box.groups()] == [595, 842]
    assert sorted(tmp_path.iterdir()) == sorted([page, pdf])
