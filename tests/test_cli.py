import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kit import cli
from kit.language.text import lines
from kit.publish import chromium
from tests.lesson import small

TITLE = "日本と韓国の外相が電話で会談"
BODY = "両外相は3日、北朝鮮をめぐる情勢について話し合った。"
NEWS = f"{TITLE}\n\n{BODY}\n- 次の会談は来月開かれます。\n"

WORD_KEYS = [
    *("surface", "start", "end", "lemma", "reading", "alternatives", "uncertain", "furigana"),
    *("pos", "kind", "entry", "headword", "glosses", "source", "inflection", "accent", "level"),
]
MATCH_KEYS = [
    *("entry", "headword", "spellings", "readings", "glosses", "matched", "length", "inflection"),
]


class Run:
    """Runs the command in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self._capsys, self._monkeypatch = capsys, monkeypatch

    def __call__(self, *arguments: str | Path, stdin: bytes = b"") -> tuple[int, str, str]:
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        try:
            status = cli.main([str(argument) for argument in arguments])
        except SystemExit as end:
            status = int(end.code or 0)
        out, err = self._capsys.readouterr()
        return status, out, err

    def json(self, *arguments: str | Path, stdin: bytes = b"") -> list[dict[str, Any]]:
        """The objects of the lines of output; all went well."""
        status, out, err = self(*arguments, stdin=stdin)
        assert (status, err) == (0, "")
        return [json.loads(line) for line in out.splitlines()]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    return Run(capsys, monkeypatch)


def process(*arguments: str | Path, **environment: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "kit", *map(str, arguments)],
        cwd=Path(__file__).parents[1],
        env=os.environ | environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def check(objects: list[dict[str, Any]], text: str) -> None:
    """The objects are the lines of the text, and their words join to them."""
    assert [(found["text"], found["kind"]) for found in objects] == list(lines(text))
    for found in objects:
        assert list(found) == ["text", "kind", "words"]
        position = 0
        for word in found["words"]:
            assert list(word) == WORD_KEYS
            assert (word["start"], word["end"]) == (position, position + len(word["surface"]))
            assert "".join(piece for piece, _ in word["furigana"]) == word["surface"]
            position = word["end"]
        assert "".join(word["surface"] for word in found["words"]) == found["text"]


def test_annotate_gives_an_object_a_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text(NEWS, encoding="utf-8")
    objects = run.json("annotate", "--json", tmp_path / "news.txt")
    check(objects, NEWS)
    assert [found["kind"] for found in objects] == ["title", "paragraph", "item"]
    inflected = next(word for word in objects[2]["words"] if word["headword"] == "開く")
    assert inflected["surface"] == "開かれます"
    assert [list(step) for step in inflected["inflection"]] == [["form", "step"]] * 2
    assert list(inflected["level"]) == ["frequency", "newspaper", "grade"]
    assert list(inflected["accent"]) == ["drop", "estimated"]


def test_annotate_reads_standard_input(run: Run) -> None:
    check(run.json("annotate", "--json", "-", stdin=NEWS.encode()), NEWS)


@pytest.mark.parametrize(
    "codec", ["utf-8-sig", "utf-16", "utf-16-le", "cp932", "euc_jp", "iso2022_jp"]
)
def test_annotate_reads_what_japanese_files_are_written_in(codec: str, run: Run) -> None:
    check(run.json("annotate", "--json", "-", stdin=NEWS.encode(codec)), NEWS)


@pytest.mark.parametrize(
    "text",
    [
        "ｶﾞｲｼｮｳ会合で､ﾛｼｱと協議｡",
        "Ｇ２０の成長率は３．５％、ＧＤＰも増加。",
        "か\u3099いこう問題て\u3099ある。",
        "賛成👍🏽、家族👨\u200d👩\u200d👧は🇯🇵に",
        "葛\U000e0100城市の⽴場",
        "首相\u200bは\u00ad答弁\u2060した",
        "外\x00相\x1bが\x7f会\x85談\u2028した",
        "100%の_支持_率%と%_",
        "<p>首相は<b>答弁</b>した&nbsp;。</p><script>alert('首相')</script>",
        "\t首相　は　答弁 した\t",
        "、。「」（）",
        "hello, world",
        "\ud7ffꀀ\uffff\U0010ffff\ue000",
    ],
)
def test_annotate_takes_odd_text(text: str, run: Run) -> None:
    check(run.json("annotate", "--json", "-", stdin=text.encode()), text)


def test_a_lone_surrogate_comes_out_as_valid_json(run: Run) -> None:
    status, out, _ = run(
        "annotate", "--json", "-", stdin="外\ud800相".encode("utf-8", "surrogatepass")
    )
    assert status == 0
    assert "\\ud800" in out
    check([json.loads(out)], "外\ud800相")


def test_a_line_of_200_000_characters(run: Run) -> None:
    text = "両外相は話し合った。" * 20_000
    check(run.json("annotate", "--json", "-", stdin=text.encode()), text)


@pytest.mark.parametrize("data", [b"", b"\n\n", "\u3000\n \t\r\n".encode(), b"\xef\xbb\xbf"])
@pytest.mark.parametrize("options", [["--json"], []])
def test_a_file_without_text_gives_nothing_and_says_so(
    data: bytes, options: list[str], run: Run
) -> None:
    expected = (0, "", "kit: standard input: there is no text in it\n")
    assert run("annotate", *options, "-", stdin=data) == expected


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (bytes(range(256)) * 4, "this is a binary file"),
        (b"%PDF-1.7\n", "this is a PDF"),
        (b"\x89PNG\r\n\x1a\n", "this is a picture"),
        ("首相は\n答弁".encode() + b"\xff\n", "2: this is not text in UTF-8"),
    ],
)
def test_what_is_no_text_is_one_line_of_error(
    data: bytes, problem: str, run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "a file.txt"
    file.write_bytes(data)
    status, out, err = run("annotate", "--json", file)
    assert (status, out) == (2, "")
    assert err.startswith(f"kit: {file}:")
    assert problem in err
    assert err.count("\n") == 1
    assert file.read_bytes() == data


@pytest.mark.parametrize(("name", "problem"), [("none", "no such file"), ("", "this is a folder")])
def test_a_file_that_is_not_there(name: str, problem: str, run: Run, tmp_path: Path) -> None:
    status, out, err = run("annotate", tmp_path / name)
    assert (status, out) == (2, "")
    assert problem in err
    assert err.count("\n") == 1


def test_a_glossary_wins_over_the_packaged_ones(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text(
        "word,reading,meaning\n両外相,ふたりのがいしょう,the two of them\n", encoding="utf-8"
    )
    more = tmp_path / "more.csv"
    more.write_text("word,reading,meaning\n話し合う,はなしあう,to have words\n", encoding="utf-8")
    options = ["--glossary", str(own), "--glossary", str(more)]
    words = run.json("annotate", "--json", *options, "-", stdin=NEWS.encode())[1]["words"]
    assert (words[0]["surface"], words[0]["glosses"]) == ("両外相", ["the two of them"])
    assert {"両外相": "glossary", "話し合う": "glossary"}.items() <= {
        word["headword"]: word["source"] for word in words
    }.items()


def test_a_broken_glossary_is_one_line_of_error(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text("word,reading,meaning\n外相,gaisho,minister\n", encoding="utf-8")
    status, out, err = run("annotate", "--json", "--glossary", own, "-", stdin=NEWS.encode())
    assert (status, out) == (2, "")
    assert err == (
        f"kit: {own}:2: the reading 'gaisho' is not in kana; write it in hiragana, without spaces\n"
    )


@pytest.mark.parametrize("content", [None, b"", b"SQLite format 3\0 and no more", b"plain text"])
@pytest.mark.parametrize("command", [["annotate", "-"], ["lookup", "外相"]])
def test_a_missing_or_broken_dictionary_is_one_line_of_error(
    content: bytes | None,
    command: list[str],
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = tmp_path / "jamdict.db"
    if content is not None:
        file.write_bytes(content)
    monkeypatch.setenv("KIT_DICTIONARY", str(file))
    status, out, err = run(*command, stdin=NEWS.encode())
    assert (status, out) == (2, "")
    assert str(file) in err
    assert err.count("\n") == 1


def test_annotate_for_a_reader_without_a_terminal(run: Run) -> None:
    status, out, err = run("annotate", "-", stdin=NEWS.encode())
    assert (status, err) == (0, "")
    assert "外相（がいしょう）" in out
    assert "会談【かいだん】" in out
    assert "開く → 開かれる (" in out
    assert "\x1b" not in out


def test_lookup_gives_an_object_a_form(run: Run) -> None:
    objects = run.json("lookup", "--json", "開かれて", "外相", "☃☃")
    assert [found["form"] for found in objects] == ["開かれて", "外相", "☃☃"]
    assert all(list(found) == ["form", "matches"] for found in objects)
    match = objects[0]["matches"][0]
    assert list(match) == MATCH_KEYS
    assert (match["headword"], match["matched"], match["length"]) == ("開く", "開かれて", 4)
    assert match["inflection"][-1]["form"] == "開かれて"


def test_lookup_reads_forms_from_standard_input(run: Run) -> None:
    objects = run.json("lookup", "--json", "外相", "-", "条約", stdin="首相\n\n 会談 \n".encode())
    assert [found["form"] for found in objects] == ["外相", "首相", "会談", "条約"]


@pytest.mark.parametrize("form", ["", "%", "_", "%%外", "<b>", "\0", "\ud800", "外" * 5000, "👍🏽"])
def test_lookup_takes_any_form(form: str, run: Run) -> None:
    assert [found["form"] for found in run.json("lookup", "--json", "--", form)] == [form]
    assert run("lookup", "--", form)[0] == 0


def test_lookup_for_a_reader(run: Run) -> None:
    status, out, err = run("lookup", "開かれて", "☃☃")
    assert (status, err) == (0, "")
    assert "開く【" in out
    assert "  1. " in out
    assert "☃☃: nothing found" in out


@pytest.mark.parametrize(
    "arguments", [[], ["annotate"], ["lookup"], ["read", "x"], ["annotate", "--yaml", "-"]]
)
def test_wrong_usage(arguments: list[str], run: Run) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert err.startswith("usage: kit")


@pytest.mark.parametrize("arguments", [["--help"], ["annotate", "--help"], ["lookup", "--help"]])
def test_help(arguments: list[str], run: Run) -> None:
    status, out, _ = run(*arguments)
    assert status == 0
    assert out.startswith("usage: kit")


def test_lab_is_handed_on(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[tuple[Path | None, bool, int | None]] = []

    def lab(folder: Path | None, *, browser: bool, port: int | None) -> int:
        calls.append((folder, browser, port))
        return 3

    monkeypatch.setattr(cli, "lab", lab)
    assert run("lab")[0] == 3
    assert run("lab", "--no-browser", "--port", "9999", tmp_path)[0] == 3
    assert calls == [(None, True, None), (tmp_path, False, 9999)]


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


def test_a_gap_is_one_line_without_control_characters(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = small.WORDS.splitlines()
    rows = [f"{rows[0]},review", *(f"{row}," for row in rows[1:])]
    rows[1] += '"two\nlines \x1b[31mred\x9b"'
    monkeypatch.chdir(small.write(tmp_path, words="\n".join(rows)))
    status, out, _ = run("check", small.NAME)
    assert status == 1
    (line,) = [line for line in out.splitlines() if "marked for review" in line]
    assert "for review: two lines [31mred; check the row" in line
    assert not set("\x1b\x9b") & set(out)


@pytest.mark.parametrize("command", [["check"], ["build"], ["build", "--check"]])
def test_a_workspace_without_lessons_is_said_to_have_none(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    for name in ("notebooks", "vocab"):
        (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path)
    expected = f"kit: there is no lesson in {tmp_path / 'notebooks'}\n"
    assert run(*command) == (0, "", expected)


def test_what_was_written_is_told_even_where_the_rest_cannot_be(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(small.write(tmp_path))
    Path("pages").touch()
    status, out, err = run("export", small.NAME, "--worksheet", "a.html", "--html", "pages")
    assert (status, out) == (2, "wrote a.html\nwrote a-key.html\n")
    assert err.count("\n") == 1


def test_output_is_utf_8_in_any_locale() -> None:
    options = {"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"}
    with process("annotate", "--json", "-", **options) as kit:
        out, err = kit.communicate(NEWS.encode())
    assert err == b""
    check([json.loads(line) for line in out.decode().split("\n")[:-1]], NEWS)


@pytest.fixture
def long_text(tmp_path: Path) -> Path:
    """More than a pipe holds: the command is at work when its first line is read."""
    file = tmp_path / "long.txt"
    file.write_text(NEWS * 3000, encoding="utf-8")
    return file


def test_a_reader_who_leaves_is_no_error(long_text: Path) -> None:
    with process("annotate", "--json", long_text) as kit:
        assert kit.stdout is not None
        kit.stdout.readline()
        kit.stdout.close()
        assert kit.stderr is not None
        assert kit.stderr.read() == b""
    assert kit.returncode == cli.BROKEN_PIPE


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal for one process")
def test_ctrl_c_ends_without_a_traceback(long_text: Path) -> None:
    with process("annotate", "--json", long_text) as kit:
        assert kit.stdout is not None
        kit.stdout.readline()
        kit.send_signal(signal.SIGINT)
        _, err = kit.communicate(timeout=60)
    assert err == b""
    assert kit.returncode == cli.INTERRUPTED


def test_the_version_is_the_distribution_s(run: Run) -> None:
    status, out, _ = run("--version")
    assert status == 0
    assert out.startswith("kit ")
