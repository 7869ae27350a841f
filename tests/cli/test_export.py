from pathlib import Path

import pytest

from kit.publish import chromium
from tests.cli.command import Run
from tests.lesson import small


def test_export_writes_a_worksheet_and_its_key(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(small.write(tmp_path))
    said = "wrote sheet.html\nwrote sheet-key.html\n"
    assert run("export", small.NAME, "--worksheet", "sheet.html") == (0, said, "")
    assert "Worksheet" in Path("sheet.html").read_text(encoding="utf-8")
    monkeypatch.setenv("KIT_LANGUAGE", "ja")
    assert run("export", small.NAME, "--worksheet", "sheet.html") == (0, said, "")
    assert "ワークシート" in Path("sheet.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([small.NAME], "there is nothing to export; add --html DIR or --worksheet FILE"),
        (["none", "--worksheet", "a.pdf"], "choose one of budget"),
        ([small.NAME, "--worksheet", "a.txt"], "a.txt: a worksheet is HTML or PDF"),
        ([small.NAME, "--worksheet", "none/a.pdf"], "none is not there; make it"),
        ([small.NAME, "--worksheet", "a.pdf"], "open a.html and a-key.html in a browser"),
    ],
)
def test_export_says_in_one_line_what_is_missing(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    says: str,
) -> None:
    monkeypatch.chdir(small.write(tmp_path))
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(chromium, "PLACES", ())
    status, out, err = run("export", *arguments)
    assert (status, out) == (2, "")
    assert says in err
    assert err.count("\n") == 1


def test_what_was_written_is_told_even_where_the_rest_cannot_be(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(small.write(tmp_path))
    Path("pages").touch()
    status, out, err = run("export", small.NAME, "--worksheet", "a.html", "--html", "pages")
    assert (status, out) == (2, "wrote a.html\nwrote a-key.html\n")
    assert err.count("\n") == 1
