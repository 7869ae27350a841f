import pytest

from tests.cli.command import Run

MATCH_KEYS = [
    *("entry", "headword", "spellings", "readings", "glosses", "matched", "length", "inflection"),
]


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
