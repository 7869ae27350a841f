from pathlib import Path

import pytest

from kit.classroom.report.class_report import class_report
from kit.errors import InputError
from tests.classroom.handed import READ, WHO, answered, exported
from tests.lesson import small


@pytest.fixture(autouse=True)
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(small.write(tmp_path, words=small.WITH_ALL))
    folder = tmp_path / "class"
    folder.mkdir()
    for name in ("aya", "ben"):
        text = exported([answered(WHO, True), answered(READ, name == "aya")])
        (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")
    return tmp_path


def test_without_a_folder_it_says_what_to_do() -> None:
    told = class_report(small.NAME)
    shown = told._repr_mimebundle_()
    assert shown["text/plain"] == repr(told)
    assert 'class_report("budget", "folder")' in shown["text/plain"]
    assert shown["text/html"].startswith("<p>To see how a class did")


def test_a_folder_is_told_as_text_and_as_html() -> None:
    shown = class_report(small.NAME, "class")._repr_mimebundle_()
    assert "Students: 2. Answers: 4, from 2026-03-02" in shown["text/plain"]
    assert "1/2 *  1  0  予算案（よさんあん）  draft budget" in shown["text/plain"]
    assert shown["text/html"].startswith('<div class="kit-report">')
    assert "<bdi>ben</bdi>" in shown["text/html"]


def test_masked_nobody_is_named() -> None:
    shown = class_report(small.NAME, "class", mask=True)._repr_mimebundle_()
    for text in shown.values():
        assert "ben" not in text
        assert "aya" not in text
    assert "Student 2" in shown["text/html"]


def test_what_is_not_there_is_said() -> None:
    with pytest.raises(InputError, match="there is no such file or folder"):
        class_report(small.NAME, "none")
    with pytest.raises(InputError, match="there is no lesson"):
        class_report("none", "class")
