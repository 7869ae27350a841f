import json
from pathlib import Path

import pytest

from kit import content
from kit.texts import texts
from tests.cli.command import Run
from tests.lesson import small

G20 = "g20-foreign-ministers"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(small.write(tmp_path, words=small.WITH_ALL))
    return tmp_path


def test_assign_names_what_it_wrote_and_what_comes_next(run: Run, workspace: Path) -> None:
    assert run("assign", small.NAME, "--course", "course") == (
        0,
        "wrote course/nbgrader_config.py\n"
        "wrote course/source/budget/assignment.json\n"
        "wrote course/source/budget/budget.ipynb\n"
        "sections: 2; questions, a point each: 12; points for writing: 5\n"
        "next, in course: nbgrader generate_assignment budget\n",
        "",
    )
    before = Path("course/source/budget/budget.ipynb").read_bytes()
    assert run("assign", small.NAME, "--course", "course")[0] == 0
    assert Path("course/source/budget/budget.ipynb").read_bytes() == before
    assert run("assign", small.NAME, "--course", "course", "--section", "1", "--name", "hw")[0] == 0
    given = json.loads(Path("course/source/hw/assignment.json").read_text(encoding="utf-8"))
    assert [part["place"] for part in given["parts"]] == ["1"]


def test_assign_speaks_the_language_that_is_chosen(
    run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIT_LANGUAGE", "ja")
    assert run("assign", small.NAME, "--course", "course")[0] == 0
    notebook = Path("course/source/budget/budget.ipynb").read_text(encoding="utf-8")
    assert "自分の言葉で" in notebook
    given = Path("course/source/budget/assignment.json").read_text(encoding="utf-8")
    assert texts("ja")("item.reading", word="予算案") in given


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["none", "--course", "course"], "choose one of budget"),
        ([small.NAME, "--course", "none/course"], "none is not there; make it"),
        ([small.NAME, "--course", "course", "--name", "../x"], "can't be named '../x'"),
        ([small.NAME, "--course", "course", "--section", "9"], "no part '9'; it has lead.1"),
        ([small.NAME, "--course", "vocab", "--name", "old"], "was changed; give another --name"),
    ],
)
def test_assign_says_in_one_line_what_it_cannot_do(
    run: Run, workspace: Path, arguments: list[str], says: str
) -> None:
    Path("vocab/source/old").mkdir(parents=True)
    files = sorted(workspace.rglob("*"))
    status, out, err = run("assign", *arguments)
    assert (status, out) == (2, "")
    assert says in err
    assert err.count("\n") == 1
    assert sorted(workspace.rglob("*")) == files


def test_the_answers_of_a_lesson_of_the_kits_are_public(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(content.folder("notebooks").parent)
    status, _, err = run("assign", G20, "--course", tmp_path / "course", "--section", "lead")
    assert status == 0
    assert err == (
        "kit: the answers of this lesson are public: it came with the kit, so that every student "
        f"has them in notebooks/{G20}/lesson.md and vocab/{G20}.csv\n"
    )


def test_a_draft_can_be_assigned_and_is_named_as_one(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = small.MARKDOWN + "\n:::{todo} 質問を書く\n:::\n"
    monkeypatch.chdir(small.write(tmp_path, draft))
    status, _, err = run("assign", small.NAME, "--course", "course")
    assert (status, err) == (
        0,
        "kit: the lesson is a draft; still to do: 1 (kit check budget)\n",
    )
