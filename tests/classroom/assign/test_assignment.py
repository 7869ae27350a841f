"""What students get has nothing of the keys; what instructors have can stand in nbgrader cells."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kit.classroom.assign.assignment import Assigned, assign
from kit.classroom.assign.key import in_cell
from kit.classroom.assign.notebook import compose
from kit.errors import InputError
from kit.language.script.kana import hiragana
from kit.learner.assignment_file import to_text
from kit.lesson import library
from kit.lesson.item import Item
from kit.lesson.lesson import Lesson
from kit.lesson.notebook_run import to_text as notebook_text
from tests.lesson import small

G20 = "g20-foreign-ministers"
_HIDDEN = re.compile(r"### BEGIN HIDDEN TESTS.*?### END HIDDEN TESTS", re.DOTALL)


def small_lesson(
    folder: Path, markdown: str = small.MARKDOWN, words: str = small.WITH_ALL
) -> Lesson:
    return small.read(small.write(folder, markdown, words))


@pytest.fixture(scope="module")
def g20() -> Assigned:
    return assign(library.around(Path(__file__).parent).open(G20), "hw", "salt")


def items(assigned: Assigned) -> Iterator[Item]:
    for key in assigned.keys.values():
        yield from key.items.values()


def released(assigned: Assigned) -> str:
    """What students get, as one text without escapes."""
    notebook = compose(assigned)
    for cell in notebook.cells:
        cell.source = _HIDDEN.sub("", cell.source)
        if cell.metadata.nbgrader.solution:
            cell.source = "YOUR ANSWER HERE"
    return notebook_text(notebook) + to_text(assigned.given)


def strings(found: Any) -> Iterator[str]:
    """Every text in plain values."""
    if isinstance(found, str):
        yield found
    elif isinstance(found, dict):
        yield from found
        for value in found.values():
            yield from strings(value)
    elif isinstance(found, list):
        for value in found:
            yield from strings(value)


def test_no_reason_and_no_mark_of_the_right_option_is_given(g20: Assigned) -> None:
    given = released(g20)
    reasons = {option.reason for item in items(g20) for option in item.options if option.reason}
    assert len(reasons) > 300
    assert [reason for reason in reasons if reason in given] == []
    assert not re.search(r'"(correct|right|reason|order|readings|completed|subject)":', given)


def test_no_accepted_reading_is_given(g20: Assigned) -> None:
    """Kana of the text may read like one; no word, entry, kanji or question does."""
    asked = {word for item in items(g20) for word in item.words}
    readings = {reading for word in asked for reading in word.readings if reading != word.word}
    assert len(readings) > 90
    values = set(map(hiragana, strings(json.loads(to_text(g20.given)))))
    surfaces = {
        word["surface"] for part in g20.given.parts for word in part.text["words"] if len(word) == 1
    }
    assert readings & (values - surfaces) == set()
    lines = {"".join(option.text for option in item.options) for item in items(g20)}
    told = [text for text in values - surfaces - lines if not re.search("。$", text)]
    long = [reading for reading in readings if len(reading) > 3]
    assert [(reading, text) for reading in long for text in told if reading in text] == []


def test_no_sentence_is_given_with_its_gap_filled(g20: Assigned) -> None:
    given = released(g20)
    gaps = [item for item in items(g20) if item.kind == "gap"]
    assert len(gaps) > 30
    for item in gaps:
        before, _, after = item.context
        right = next(option.text for option in item.options if option.correct)
        whole = before + right + after
        assert whole not in given or whole in g20.lesson.text


def test_a_word_that_is_asked_for_is_text_alone_and_others_have_their_help(g20: Assigned) -> None:
    asked = {word.word for item in items(g20) for word in item.words}
    kanji = set(re.findall("[一-鿿]", "".join(asked)))
    helped = []
    for part in g20.given.parts:
        for word in part.text["words"]:
            if word["surface"] in asked or kanji & set(word["surface"]):
                assert set(word) == {"surface"}
            elif re.search("[一-鿿]", word["surface"]) and "senses" in word:
                helped.append(word["surface"])
        assert not kanji & set(part.text["kanji"])
        assert all(page["versions"] == [] for page in part.text["pages"])
    assert len(helped) > 20


def test_neither_ids_nor_the_order_of_options_tell_anything(g20: Assigned) -> None:
    ids = [asked.id for part in g20.given.parts for asked in part.asked]
    assert all(re.fullmatch("[0-9a-f]{16}", name) for name in ids)
    assert len(set(ids)) == len(ids)
    other = assign(g20.lesson, "hw", "other salt")
    assert not {asked.id for part in other.given.parts for asked in part.asked} & set(ids)
    for item in items(g20):
        texts = [option.text for option in item.options]
        assert texts == sorted(texts)


def test_ids_outlast_a_change_of_the_lesson(tmp_path: Path) -> None:
    one = assign(small_lesson(tmp_path / "a"), "hw", "salt")
    longer = small.MARKDOWN + "\n新しい段落で予算案を論じる。\n"
    other = assign(small_lesson(tmp_path / "b", longer), "hw", "salt")
    kept = {
        name: item.subject for key in one.keys.values() for name, item in key.items.items()
    }.items()
    assert (
        kept
        <= {
            name: item.subject for key in other.keys.values() for name, item in key.items.items()
        }.items()
    )
    assert one.given.id == other.given.id


@pytest.mark.parametrize(
    ("places", "sections"),
    [((), ["lead", "1"]), (("1",), ["1"]), (("1", "lead"), ["lead", "1"]), (("1.2",), ["1"])],
)
def test_sections_are_chosen(tmp_path: Path, places: tuple[str, ...], sections: list[str]) -> None:
    assigned = assign(small_lesson(tmp_path), "hw", "salt", places)
    assert assigned.given.places() == sections
    assert list(assigned.keys) == sections


def test_a_section_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no part '7'"):
        assign(small_lesson(tmp_path), "hw", "salt", ["7"])


def test_a_reading_that_the_text_tells_is_not_asked(tmp_path: Path) -> None:
    told = small.MARKDOWN.replace("修正を求める", "修正（しゅうせい）を求める")
    asked = {item.id for item in items(assign(small_lesson(tmp_path, told), "hw", "salt"))}
    assert "reading/修正/しゅうせい" not in asked
    assert "meaning/修正/しゅうせい" in asked


def test_the_notebook_asks_grades_and_leaves_room_to_write(tmp_path: Path) -> None:
    notebook = compose(assign(small_lesson(tmp_path), "hw", "salt"))
    marks = {cell.id: cell.metadata.nbgrader for cell in notebook.cells}
    assert list(marks) == [
        "opening",
        "open",
        *("title-lead", "read-lead", "quiz-lead", "part-lead"),
        *("title-1", "read-1", "quiz-1", "part-1"),
        *("own-words-asked", "own-words", "ending"),
    ]
    assert all(mark.grade_id == name and mark.schema_version == 3 for name, mark in marks.items())
    assert {name: mark.points for name, mark in marks.items() if mark.grade} == {
        "part-lead": 4,
        "part-1": 8,
        "own-words": 5,
    }
    assert [name for name, mark in marks.items() if not mark.locked] == ["own-words"]
    assert [name for name, mark in marks.items() if mark.solution] == ["own-words"]


def test_what_a_lesson_says_never_looks_like_nbgraders_marks(tmp_path: Path) -> None:
    marks = "### BEGIN SOLUTION ### END HIDDEN TESTS ''' ### BEGIN HIDDEN TESTS"
    markdown = small.MARKDOWN.replace("## 野党の反応", f"## 野党 {marks}").replace(
        "国会はこれから審議します。", f"国会 {marks}"
    )
    notebook = compose(assign(small_lesson(tmp_path, markdown), "hw", "salt"))
    for cell in notebook.cells:
        marked = re.findall("(?:BEGIN|END) [A-Z]+", cell.source)
        wanted = ["BEGIN HIDDEN", "END HIDDEN"] if cell.id.startswith("part-") else []
        assert marked == wanted
        assert (in_cell(cell.source) is not None) == bool(wanted)


def test_the_summary_reminds_those_who_grade_where_all_of_it_is_read(tmp_path: Path) -> None:
    lesson = small_lesson(tmp_path, small.FINISHED)
    cells = {cell.id: cell.source for cell in compose(assign(lesson, "hw", "salt")).cells}
    assert "- 野党が修正を求めた。" in cells["own-words"]
    assert all("野党が修正を求めた。" not in cells[name] for name in cells if name != "own-words")
    assert "野党が修正を求めた。" not in released(assign(lesson, "hw", "salt"))


def test_a_lesson_that_asks_nothing_is_read_and_told(tmp_path: Path) -> None:
    markdown = "---\ntitle: 題\n---\n\n短い文章です。\n"
    assigned = assign(small_lesson(tmp_path, markdown, "word,reading,meaning\n"), "hw", "salt")
    assert assigned.keys == {}
    assert [cell.id for cell in compose(assigned).cells][2:4] == ["title-lead", "read-lead"]
