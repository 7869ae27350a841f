import json
import os
from pathlib import Path

import pytest

from kit.classroom.assign import course
from kit.classroom.assign.assignment import Assigned, assign
from kit.errors import InputError
from kit.lesson.lesson import Lesson
from tests.lesson import small


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    return small.read(small.write(tmp_path / "workspace", words=small.WITH_ALL))


def made(lesson: Lesson, salt: str = "salt") -> Assigned:
    return assign(lesson, "hw", salt)


def texts(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8")
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_a_course_is_made_with_its_name_and_an_old_one_gets_no_configuration(
    tmp_path: Path, lesson: Lesson
) -> None:
    new = tmp_path / "日本語 2"
    assert course.write(new, made(lesson)) == [
        new / "nbgrader_config.py",
        new / "source" / "hw" / "assignment.json",
        new / "source" / "hw" / "hw.ipynb",
    ]
    assert texts(new)["nbgrader_config.py"].endswith('course_id = "\\u65e5\\u672c\\u8a9e-2"\n')
    old = tmp_path / "old"
    old.mkdir()
    course.write(old, made(lesson))
    assert list(texts(old)) == ["source/hw/assignment.json", "source/hw/hw.ipynb"]
    assert texts(old)["source/hw/hw.ipynb"] == texts(new)["source/hw/hw.ipynb"]


def test_what_is_as_the_kit_wrote_it_is_written_anew(tmp_path: Path, lesson: Lesson) -> None:
    folder = tmp_path / "course"
    course.write(folder, made(lesson))
    before = texts(folder)
    course.write(folder, made(lesson))
    assert texts(folder) == before
    (folder / "source" / "hw" / "photo.txt").write_text("of the teacher's own")
    course.write(folder, made(lesson, "other"))
    assert texts(folder)["source/hw/hw.ipynb"] != before["source/hw/hw.ipynb"]
    assert texts(folder)["source/hw/photo.txt"] == "of the teacher's own"


def test_a_notebook_that_jupyter_saved_without_a_change_is_as_written(
    tmp_path: Path, lesson: Lesson
) -> None:
    folder = tmp_path / "course"
    course.write(folder, made(lesson))
    notebook = folder / "source" / "hw" / "hw.ipynb"
    found = json.loads(notebook.read_text(encoding="utf-8"))
    for cell in found["cells"]:
        cell["source"] = "".join(cell["source"])
    notebook.write_text(json.dumps(found, indent=4))
    course.write(folder, made(lesson))


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("hw.ipynb", "Hand in", "Give back"),
        ("hw.ipynb", '"points": 4', '"points": 40'),
        ("hw.ipynb", '"correct": true', '"correct": false'),
        ("hw.ipynb", None, "{"),
        ("hw.ipynb", None, "[]"),
        ("hw.ipynb", None, '{"cells": [], "metadata": {"kit": {}}}'),
        ("hw.ipynb", None, '{"cells": [], "metadata": {}}'),
        ("assignment.json", "予算案", "予算"),
        ("assignment.json", None, ""),
    ],
)
def test_what_was_changed_is_written_over_only_by_force(
    tmp_path: Path, lesson: Lesson, name: str, old: str | None, new: str
) -> None:
    folder = tmp_path / "course"
    course.write(folder, made(lesson))
    whole = texts(folder)
    file = folder / "source" / "hw" / name
    text = file.read_text(encoding="utf-8")
    changed = new if old is None else text.replace(old, new)
    if old is not None and changed == text:
        changed = text.replace(json.dumps(old)[1:-1], json.dumps(new)[1:-1])
    assert changed != text
    file.write_text(changed, encoding="utf-8")
    with pytest.raises(InputError, match="was changed; give another --name, or --force"):
        course.write(folder, made(lesson))
    assert file.read_text(encoding="utf-8") == changed
    course.write(folder, made(lesson), force=True)
    assert texts(folder) == whole


def test_answers_in_the_source_would_be_every_students(tmp_path: Path, lesson: Lesson) -> None:
    folder = tmp_path / "course"
    course.write(folder, made(lesson))
    (folder / "source" / "hw" / "answers.json").write_text("{}")
    with pytest.raises(InputError, match=r"answers.json: these answers would be handed out"):
        course.write(folder, made(lesson), force=True)


@pytest.mark.parametrize(
    ("config", "line"),
    [
        ('c = get_config()\nc.ClearHiddenTests.begin_test_delimeter = "X"\n', 2),
        ("\n\nc.GenerateAssignment.preprocessors = []\n", 3),
        ('# c.ClearHiddenTests.begin_test_delimeter = "X"\nc.Exchange.root = "x"\n', 0),
        ("  #  c.GenerateAssignment.preprocessors = []", 0),
    ],
)
def test_a_configuration_that_may_leave_the_keys_in_is_named(
    tmp_path: Path, lesson: Lesson, config: str, line: int
) -> None:
    (tmp_path / "nbgrader_config.py").write_text(config)
    if line:
        with pytest.raises(InputError, match=rf"config.py:{line}: this may leave the keys"):
            course.write(tmp_path, made(lesson))
        assert not (tmp_path / "source").exists()
    assert course.write(tmp_path, made(lesson), force=True)
    assert (tmp_path / "nbgrader_config.py").read_text() == config


def test_an_assignment_of_somebody_elses_is_not_the_kits(tmp_path: Path, lesson: Lesson) -> None:
    (tmp_path / "source" / "hw").mkdir(parents=True)
    with pytest.raises(InputError, match="is there already"):
        course.write(tmp_path, made(lesson))
    assert course.keys(tmp_path, "hw") == []


def test_the_keys_of_an_assignment_are_found_again(tmp_path: Path, lesson: Lesson) -> None:
    assigned = made(lesson)
    course.write(tmp_path / "course", assigned)
    found = course.keys(tmp_path / "course", "hw")
    assert [key.salt for key in found] == ["salt", "salt"]
    assert [list(key.items) for key in found] == [list(key.items) for key in assigned.keys.values()]


@pytest.mark.parametrize("name", ["hw", "課題1", "week-1_b.2", "a" * 50])
def test_a_name_is_letters_and_digits(name: str) -> None:
    course.check_name(name)


@pytest.mark.parametrize(
    "name", ["", ".", "..", "../hw", "a/b", "a\\b", "-hw", ".hw", "a b", "a+b", "a\n", "a" * 51]
)
def test_no_other_name_is_taken(name: str) -> None:
    with pytest.raises(InputError, match=r"can't be named .* --name"):
        course.check_name(name)


def test_a_folder_that_cannot_be_written_is_said_and_left(
    tmp_path: Path, lesson: Lesson, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(InputError, match="none is not there; make it"):
        course.write(tmp_path / "none" / "course", made(lesson))
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match="cannot be written"):
        course.write(tmp_path / "file", made(lesson))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    folder = tmp_path / "course"
    course.write(folder, made(lesson))
    before = texts(folder)
    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(InputError, match="No space left"):
        course.write(folder, made(lesson, "other"))
    assert texts(folder) == before


def test_an_assignment_written_again_keeps_its_salt(tmp_path: Path, lesson: Lesson) -> None:
    folder = tmp_path / "course"
    assert course.salt(folder, "hw", new="first") == "first"
    course.write(folder, made(lesson, "first"))
    assert course.salt(folder, "hw", new="second") == "first"


def test_a_broken_key_is_named_and_passed_over_by_force(tmp_path: Path, lesson: Lesson) -> None:
    folder = tmp_path / "course"
    course.write(folder, made(lesson))
    notebook = folder / "source" / "hw" / "hw.ipynb"
    notebook.write_text(notebook.read_text().replace('\\"salt\\"', '\\"sallt\\"'))
    with pytest.raises(InputError, match=r"hw.ipynb: this is no key .* kit assign --force"):
        course.salt(folder, "hw")
    assert course.salt(folder, "hw", force=True, new="new") == "new"


def test_answers_of_an_instructor_in_what_is_released_are_refused(
    tmp_path: Path, lesson: Lesson
) -> None:
    folder = tmp_path / "course"
    course.write(folder, made(lesson))
    answers = folder / "release" / "hw" / "answers.json"
    answers.parent.mkdir(parents=True)
    answers.touch()
    with pytest.raises(InputError, match=r"release.hw.answers.json: these answers would be"):
        course.write(folder, made(lesson))
