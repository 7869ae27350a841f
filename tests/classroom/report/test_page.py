import random
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kit.classroom.report import page as report_page
from kit.classroom.report.answers import Notice, Student
from kit.classroom.report.page import STYLE, page, part
from kit.classroom.report.report import Report, masked, report
from kit.learner.event import Event
from kit.lesson.lesson import Lesson
from tests.classroom.handed import BEGIN, READ, WHO, Class, answered, looked_up
from tests.lesson import small
from tests.publish.hostile import HOSTILE, hostile

NOW = BEGIN + timedelta(days=30)


@pytest.fixture(scope="module")
def lesson(tmp_path_factory: pytest.TempPathFactory) -> Lesson:
    return small.read(small.write(tmp_path_factory.mktemp("work"), words=small.WITH_ALL))


def told(lesson: Lesson, students: Sequence[Sequence[Event]]) -> Report:
    done = {f"student {number}": events for number, events in enumerate(students)}
    return report(lesson, Class(done), NOW, UTC)


class Tags(HTMLParser):
    """The elements of a page, in order, and whether each that is opened is closed."""

    EMPTY = frozenset({"meta", "path"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.attributes |= {name for name, _ in attributes}
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.EMPTY:
            assert self.open.pop() == tag


def word(level: str, surface: str, number: int | None) -> str:
    read = f"<ruby>{surface}<rp>（</rp><rt>{number}</rt><rp>）</rp></ruby>" if number else surface
    return f'<span class="trouble of-{level}">{read}</span>'


@pytest.mark.parametrize(
    ("wrong", "right", "shown"),
    [
        (1, 2, word("few", "予算案", 1)),
        (1, 7, word("1", "予算案", None)),
        (2, 6, word("2", "予算案", 2)),
        (4, 4, word("3", "予算案", 4)),
        (7, 1, word("4", "予算案", 7)),
    ],
)
def test_the_article_shows_trouble_not_by_colour_alone(
    lesson: Lesson, wrong: int, right: int, shown: str
) -> None:
    students = [[answered(READ, False)]] * wrong + [[answered(READ, True)]] * right
    html = page(told(lesson, students))
    assert html.count(shown) == 3  # in headline, lead and text
    assert word("few", "修正", 1) not in html
    style = STYLE.read_text(encoding="utf-8")
    borders = re.findall(r"\.(?:trouble|of-\w+) \{[^}]*border-bottom: ([^;]+);", style)
    assert len(borders) == len({border.split(" #")[0] for border in borders}) == 5


def test_a_long_word_has_its_number_over_its_beginning(lesson: Lesson, tmp_path: Path) -> None:
    markdown = small.MARKDOWN.replace("来年度の予算案", "包括的戦略協力パートナーシップ")
    row = "包括的戦略協力パートナーシップ,ほうかつてき,partnership,,,\n"
    long = small.read(small.write(tmp_path, markdown, small.WORDS + row))
    html = page(
        told(long, [[answered("reading/包括的戦略協力パートナーシップ/ほうかつてき", False)]])
    )
    assert (
        "<ruby>包括的戦<rp>（</rp><rt>1</rt><rp>）</rp></ruby>略協力パートナーシップ</span>" in html
    )


def test_a_page_has_all_parts_and_the_notice(lesson: Lesson) -> None:
    students = [[answered(WHO, number % 2 == 0, "国会")] for number in range(8)]
    html = page(told(lesson, [*students, [looked_up("修正/しゅうせい")]]), UTC)
    for shown in (
        "Students: 9. Answers: 8, from 2026-03-02 to 2026-03-02.",
        "Right at the first try: 50 % (4/8).",
        '<bdi><span lang="ja">修正（しゅうせい）</span></bdi>',
        '<bdi><span lang="ja">だれが決めましたか。</span></bdi>',
        '<bdi><span lang="ja">国会</span> (4)</bdi>',
        "student 8",
        "answered nothing",
        "Answers a day: 8, 03-02.",
        "Made on 2026-04-01.",
        "The event was reported by <bdi>架空新聞, 2026-01-10</bdi>",
        "www.edrdg.org/edrdg/licence.html",
        "default-src 'none'",
    ):
        assert shown in html
    tags = Tags(html)
    assert not tags.seen & {"script", "img", "link", "iframe", "object"}
    assert not any(name.startswith("on") for name in tags.attributes)


def test_nothing_that_was_handed_in_is_markup(tmp_path: Path) -> None:
    lesson = hostile(tmp_path)
    notice = Notice(HOSTILE, HOSTILE, HOSTILE, 3, Student(HOSTILE, HOSTILE))
    answers = [answered("question/who", False, f"国会{HOSTILE}"), answered(READ, False, HOSTILE)]
    done = {f"{HOSTILE}{number}": answers for number in range(6)}
    made = report(lesson, Class(done, [notice]), NOW, UTC)
    for html in (page(made, UTC), part(made, UTC)):
        tags = Tags(html)
        assert not tags.seen & {"script", "img"}
        assert html.count("</style>") == 1
        assert "&lt;script&gt;" in html


def test_a_report_on_nothing_is_a_page(lesson: Lesson) -> None:
    html = page(told(lesson, []))
    assert "No word gave trouble yet." in html
    assert "No question that 5 students or more have answered" in html
    Tags(html)


def test_of_many_words_the_first_are_shown(lesson: Lesson, monkeypatch: pytest.MonkeyPatch) -> None:
    looked = [looked_up(word) for word in ("政府/せいふ", "修正/しゅうせい", "方針/ほうしん")]
    assert "The first" not in page(told(lesson, [looked]))
    monkeypatch.setattr(report_page, "MOST_WORDS", 2)
    assert "The first 2 of 3." in page(told(lesson, [looked]))


def test_masked_the_page_names_nobody(lesson: Lesson) -> None:
    made = masked(told(lesson, [[answered(WHO, True)]] * 3), random.Random(1))
    html = page(made, UTC)
    assert "student 1" not in html
    assert {f"Student {n}" for n in (1, 2, 3)} <= set(re.findall(r"Student \d", html))
    assert "Names are masked." in html


def test_in_japanese_the_page_is_japanese(lesson: Lesson) -> None:
    html = page(told(replace(lesson, language="ja"), [[answered(WHO, True)]]), UTC)
    assert '<html lang="ja">' in html
    assert "クラスのまとめ" in html
    assert "Right" not in html


def luminance(colour: str) -> float:
    colour = colour.lstrip("#")
    colour = colour if len(colour) == 6 else "".join(2 * digit for digit in colour)
    parts = [int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_colours_have_the_contrast_to_be_read() -> None:
    style = STYLE.read_text(encoding="utf-8")
    inks = set(re.findall(r"[^-]color: (#\w+)", style)) | {"#111"}
    grounds = set(re.findall(r"background: (#\w+)", style))
    assert {"#111", "#555", "#333"} == inks
    assert len(grounds) == 4
    for ink, ground in [("#555", "#fff"), *((ink, g) for ink in ("#111", "#333") for g in grounds)]:
        light, dark = sorted((luminance(ink), luminance(ground)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, ground)
