import json
from pathlib import Path
from typing import Any

import pytest

from kit.errors import InputError
from kit.learner.assignment_file import FORMAT, Asked, Assignment, Part, read, to_text

SHOWN = {
    "kind": "question",
    "language": "ja",
    "prompt": "だれ？",
    "context": ["", "", ""],
    "options": ["国会", "政府"],
    "partners": [],
}


def page(place: str) -> dict[str, Any]:
    return {"place": place, "lines": [{"kind": "paragraph", "words": [0, 1]}], "versions": []}


TEXT = {
    "words": [{"surface": "政府"}, {"surface": "。"}],
    "kanji": {},
    "pages": [page("1.1"), page("1.2")],
}
WHOLE = Assignment(
    "a1",
    "予算案",
    "en",
    (Part("1", "反応", TEXT, (Asked("q1", "1.1", SHOWN), Asked("q2", "1.2", SHOWN))),),
)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    (tmp_path / "assignment.json").write_text(to_text(WHOLE), encoding="utf-8")
    assert read(tmp_path / "assignment.json") == WHOLE


@pytest.mark.parametrize(
    ("place", "pages", "asked"),
    [("1", ["1.1", "1.2"], ["q1", "q2"]), ("1.2", ["1.2"], ["q2"]), (1.1, ["1.1"], ["q1"])],
)
def test_a_part_is_a_section_or_a_paragraph(place: str, pages: list[str], asked: list[str]) -> None:
    part = WHOLE.part(place)
    assert [page["place"] for page in part.text["pages"]] == pages
    assert [one.id for one in part.asked] == asked


@pytest.mark.parametrize("place", ["", "2", "1.3", "lead"])
def test_a_place_that_is_not_there_is_refused(place: str) -> None:
    with pytest.raises(InputError, match=r"no part .*; it has 1"):
        WHOLE.part(place)


def changed(**values: Any) -> str:
    return json.dumps(json.loads(to_text(WHOLE)) | values)


def with_part(**values: Any) -> str:
    part = json.loads(to_text(WHOLE))["parts"][0]
    return changed(parts=[part | values])


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (None, "file is not there"),
        ("", "no assignment of the kit"),
        (to_text(WHOLE)[:-9], "no assignment of the kit"),
        ("[" * 200_000, "no assignment of the kit"),
        ("[]", "was changed"),
        ("{}", "was changed"),
        (changed(format=FORMAT + "0"), "of another kind"),
        (changed(id=1), "was changed"),
        (changed(parts=None), "was changed"),
        (changed(parts=[1]), "was changed"),
        (with_part(text={}), "was changed"),
        (with_part(text={**TEXT, "words": [{"surface": 1}, {}]}), "was changed"),
        (with_part(text={**TEXT, "words": []}), "was changed"),
        (with_part(asked=[{"id": "q1", "place": "1.1", "shown": {}}]), "was changed"),
        (
            with_part(asked=[{"id": "q1", "place": "1.1", "shown": {**SHOWN, "options": [1]}}]),
            "was changed",
        ),
    ],
)
def test_a_broken_file_is_said_in_one_line(
    tmp_path: Path, content: str | None, problem: str
) -> None:
    file = tmp_path / "assignment.json"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=problem):
        read(file)
