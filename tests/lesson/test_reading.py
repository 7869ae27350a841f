from pathlib import Path

import pytest

from kit.lesson import library
from kit.lesson.lesson import Lesson
from kit.lesson.reading import meetings
from tests.lesson import small

MARKDOWN = """---
title: 予算案を閣議決定
---

外相会合が開かれた。地域安全保障も議論した。

## 影響力行使

影響力を行使する。外相会合の行方は見えない。
"""

WORDS = """word,reading,meaning
会合,かいごう,meeting
外相会合,がいしょうかいごう,foreign ministers' meeting
安全保障,あんぜんほしょう,security
行使,こうし,exercise (of power)
"""


def read(folder: Path, words: str = WORDS, markdown: str = MARKDOWN) -> Lesson:
    return small.read(small.write(folder, markdown, words))


def test_a_word_within_a_compound_alone_is_met_there(tmp_path: Path) -> None:
    lesson = read(tmp_path)
    assert [
        (meeting.word.word, meeting.place, *meeting.parts()) for meeting in meetings(lesson)
    ] == [
        ("外相会合", "lead.1", "", "外相会合", "が開かれた。"),
        ("会合", "lead.1", "外相", "会合", "が開かれた。"),
        ("安全保障", "lead.1", "地域", "安全保障", "も議論した。"),
        ("行使", "1.1", "影響力を", "行使する", "。"),  # alone too, and so not in the heading
    ]
    assert [meeting.kana for meeting in meetings(lesson)][1:3] == ["かいごう", "あんぜんほしょう"]
    assert library.around(tmp_path).check(small.NAME).errors == ()


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("会合,かいあい,meeting", "会合 is not read かいあい"),  # read otherwise in the compound
        ("大臣,だいじん,minister", "does not hold 大臣"),
    ],
)
def test_a_word_that_is_read_otherwise_there_is_not_met(
    tmp_path: Path, row: str, problem: str
) -> None:
    read(tmp_path, f"word,reading,meaning\n{row}\n")
    errors = library.around(tmp_path).check(small.NAME).errors
    assert [problem in str(error) for error in errors] == [True]
