from dataclasses import replace
from pathlib import Path

from kit.lesson.lesson import Lesson
from kit.lesson.levels import levels, table
from tests.lesson import small


def test_each_section_and_the_whole_has_a_score_a_version(tmp_path: Path) -> None:
    lead, whole = levels(small.read(small.write(tmp_path, small.FINISHED)))
    assert (lead.place, whole.place) == ("lead", "all")
    full, standard, easy = lead.scores
    assert full is not None
    assert standard is not None
    assert easy is not None
    assert full < standard < easy
    assert lead.scores == whole.scores


def test_a_version_that_a_paragraph_lacks_has_no_score(lesson: Lesson) -> None:
    by_place = {level.place: level.scores for level in levels(lesson)}
    assert by_place["lead"][2] is not None
    assert by_place["1"][1:] == (None, None)
    assert by_place["all"][1:] == (None, None)


def test_the_table_speaks_the_lessons_language(lesson: Lesson) -> None:
    head, lead, section, whole, _, bands = table(replace(lesson, language="ja")).splitlines()
    assert head.split() == ["本文", "標準", "やさしい"]
    assert [line.split()[0] for line in (lead, section, whole)] == ["リード", "第1節", "全体"]
    assert bands.startswith("本文：")
    assert not set("abcdefghijklmnopqrstuvwxyz") & set(bands)


def test_the_table_shows_them_in_columns(lesson: Lesson) -> None:
    head, lead, section, whole, blank, bands = table(lesson).splitlines()
    assert head.split() == ["full", "standard", "easy"]
    assert lead.split()[0] == "lead"
    assert section.startswith("section 1 ")
    assert section.split()[3:] == ["–", "–"]
    assert whole.split()[0] == "all"
    assert len(head) >= len(lead) - 1
    assert (blank, bands.split(":")[0]) == ("", "full")
