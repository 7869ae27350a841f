"""The lesson on the G20 foreign ministers: what it promises to its readers, counted."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from kit import content
from kit.lesson import library, quiz
from kit.lesson.item import Item
from kit.lesson.lesson import Lesson, Passage, Question
from kit.lesson.levels import VERSIONS, levels
from kit.lesson.reading import in_example, met_at

NAME = "g20-foreign-ministers"
LESSON: Lesson = library.around(content.PACKAGE.parent).open(NAME)
SECTIONS = [section.place for section in LESSON.sections]
RANGES = {"full": (1.4, 2.4), "standard": (2.8, 4.0), "easy": (4.4, 5.6)}
STEP = 0.8
"""By how much a version scores above the harder one, in each section."""


def passages() -> tuple[Passage, ...]:
    return LESSON.passages()


def questions(place: str = "") -> list[Question]:
    return [q for passage in LESSON.passages(place) for q in passage.paragraph.questions]


def test_it_has_neither_errors_nor_gaps() -> None:
    found = library.around(content.PACKAGE.parent).check(NAME)
    assert (found.errors, found.gaps) == ((), ())


def test_it_is_a_headline_a_lead_and_seven_sections_of_a_newspapers_length() -> None:
    assert ["lead", *"1234567"] == SECTIONS
    assert 2100 <= sum(len(passage.paragraph.text) for passage in passages()) <= 2500


@pytest.mark.parametrize(("version", "column"), [(v, n) for n, v in enumerate(VERSIONS)])
def test_each_version_is_as_hard_as_it_should_be(version: str, column: int) -> None:
    least, most = RANGES[version]
    score = levels(LESSON)[-1].scores[column]
    assert score is not None
    assert least <= score <= most


@pytest.mark.parametrize("level", levels(LESSON), ids=lambda level: level.place)
def test_each_version_of_each_section_is_clearly_easier_than_the_one_above(level: object) -> None:
    scores = level.scores  # type: ignore[attr-defined]
    assert all(easier >= harder + STEP for harder, easier in pairwise(scores)), scores


@pytest.mark.parametrize("passage", passages(), ids=lambda passage: passage.place)
def test_each_paragraph_has_all_that_helps_to_read_it(passage: Passage) -> None:
    paragraph = passage.paragraph
    assert paragraph.standard
    assert paragraph.easy
    assert paragraph.english
    assert paragraph.grammar
    assert len(paragraph.questions) >= 2
    assert len(met_at(LESSON, passage.place)) >= 2, "words to learn"


@pytest.mark.parametrize("passage", passages(), ids=lambda passage: passage.place)
def test_a_grammar_note_quotes_its_own_paragraph(passage: Passage) -> None:
    for note in passage.paragraph.grammar:
        labels = [line.partition(": ")[0] for line in note.text.splitlines()]
        assert labels == ["Here", "Form", "Also", "Not"]
        for quoted in re.findall("「([^」]+)」", note.text.splitlines()[0]):
            assert quoted in passage.paragraph.text


def test_there_are_enough_questions_and_half_ask_how_the_text_speaks() -> None:
    asked = [question.asks for question in questions()]
    assert len(asked) >= 35
    assert all(asked)
    spoken = sum(kind in ("speaker", "status", "reference", "unsaid") for kind in asked)
    assert spoken >= len(asked) / 2


@pytest.mark.parametrize("place", SECTIONS)
def test_each_section_asks_who_says_this_and_whether_it_is_a_fact(place: str) -> None:
    assert {"speaker", "status"} <= {question.asks for question in questions(place)}


@pytest.mark.parametrize("place", SECTIONS)
def test_each_section_makes_one_curious_with_two_questions(place: str) -> None:
    section = next(section for section in LESSON.sections if section.place == place)
    assert len(section.before) == 2


def test_the_right_option_is_not_known_by_its_place_or_length() -> None:
    places = [[option.correct for option in q.options].index(True) for q in questions()]
    assert max(places.count(n) for n in range(4)) <= len(places) / 2
    longest = [max(q.options, key=lambda option: len(option.text)).correct for q in questions()]
    assert sum(longest) <= len(longest) / 2


def test_it_teaches_words_for_use_beyond_it() -> None:
    assert 80 <= len(LESSON.words) <= 110
    for word in LESSON.words:
        assert word.part_of_speech, word.word
        assert word.collocation, word.word
        assert in_example(LESSON, word), f"{word.word} is not in its example"
        assert word.example not in LESSON.text


def test_no_two_words_share_a_meaning() -> None:
    meanings = [meaning for word in LESSON.words for meaning in word.meanings]
    assert len(set(meanings)) == len(meanings)


@pytest.mark.parametrize("place", SECTIONS)
def test_each_section_asks_for_its_own_words(place: str) -> None:
    own = {meeting.word for meeting in met_at(LESSON, place)}
    assert len([item for item in quiz.words(LESSON, place) if item.word in own]) >= 6


ITEMS = quiz.everything(LESSON)


def test_all_kinds_of_item_are_asked_and_none_twice() -> None:
    assert len({item.id for item in ITEMS}) == len(ITEMS)
    kinds = {item.kind for item in ITEMS}
    assert kinds == set("reading meaning gap kanji collocation odd question order match".split())


@pytest.mark.parametrize(
    "item", [i for i in ITEMS if i.options and not i.order], ids=lambda i: i.id
)
def test_each_choice_has_one_right_option_and_a_reason_for_each_wrong_one(item: Item) -> None:
    assert [option.correct for option in item.options].count(True) == 1
    assert all(option.reason for option in item.options if not option.correct)
    assert len({option.text for option in item.options}) == len(item.options) >= 3
