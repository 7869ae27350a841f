import json
from pathlib import Path

import pytest

from tests.cli.annotated import NEWS, check
from tests.cli.command import Run


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


def test_annotate_for_a_reader_without_a_terminal(run: Run) -> None:
    status, out, err = run("annotate", "-", stdin=NEWS.encode())
    assert (status, err) == (0, "")
    assert "外相（がいしょう）" in out
    assert "会談【かいだん】" in out
    assert "開く → 開かれる (" in out
    assert "\x1b" not in out
