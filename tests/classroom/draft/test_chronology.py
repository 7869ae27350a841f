from datetime import date

import pytest

from kit.classroom.draft.chronology import event
from tests.classroom.fishery import paragraphs

PUBLISHED = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("sentence", "day", "written", "text"),
    [
        (
            "県は2月3日、漁業者への聞き取りを終えた。",
            date(2026, 2, 3),
            "2月3日",
            "県は漁業者への聞き取りを終えた。",
        ),
        (
            "2025年11月２０日に、県と漁協は協定に署名しました。",
            date(2025, 11, 20),
            "2025年11月20日",
            "県と漁協は協定に署名しました。",
        ),
        (
            "漁協は12月24日、漁の再開を決めた。",  # before it was published: the year before
            date(2025, 12, 24),
            "12月24日",
            "漁協は漁の再開を決めた。",
        ),
    ],
)
def test_a_day_and_what_happened_then(sentence: str, day: date, written: str, text: str) -> None:
    (paragraph,) = paragraphs(sentence)
    assert event(paragraph.sentences[0], PUBLISHED) == (day, written, text)


@pytest.mark.parametrize(
    "sentence",
    [
        "協議会は4月15日、計画の骨子を公表する予定だ。",  # to come
        "県は2月3日、聞き取りを終えなかった。",
        "県が2月3日に終えた聞き取りを、漁協は評価した。",  # the day of something else
        "県は2月3日、昨年の計画を改めた。",  # another time
        "県は2月3日、3月に始める計画を決めた。",
        "県は3日、漁業者への聞き取りを終えた。",  # of which month?
        "その2月3日、県は聞き取りを終えた。",  # points elsewhere
        "県は2月30日、漁業者への聞き取りを終えた。",
        "県は2月3日、「聞き取りを終えた」と発表した。",
        "県は2月3日、終えた。",  # too short to ask about
        "2月3日、",
    ],
)
def test_what_is_not_certain_is_no_event(sentence: str) -> None:
    (paragraph,) = paragraphs(sentence)
    assert event(paragraph.sentences[0], PUBLISHED) is None


def test_a_day_without_a_year_needs_the_day_of_publication() -> None:
    (paragraph,) = paragraphs("県は2月3日、漁業者への聞き取りを終えた。")
    assert event(paragraph.sentences[0], None) is None
