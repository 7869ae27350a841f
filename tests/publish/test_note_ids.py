"""Which note is which word's, after a teacher mended the words."""

from pathlib import Path

import pytest

from kit.errors import InputError
from kit.lesson.lesson import Lesson
from kit.publish.note_ids import FILE, keep, note_ids
from tests.lesson import small

HEADER = "word,reading,meaning\n"
TEXT = "---\ntitle: 選挙\n---\n\n大勢が決まり、今日、方針を示す方が多い。\n"


def lesson(folder: Path, rows: str) -> Lesson:
    """A lesson with rows written `大勢,たいせい 今日,きょう`, in a folder that may be there."""
    words = HEADER + "".join(f"{row},a word\n" for row in rows.split())
    home = folder / "home"
    if not home.exists():
        small.write(home, TEXT)
    (home / "vocab" / f"{small.NAME}.csv").write_text(words, encoding="utf-8-sig")
    return small.read(home)


@pytest.mark.parametrize(
    ("first", "then", "notes"),
    [
        ("大勢,たいせい", "大勢,おおぜい", "大勢/おおぜい=大勢/たいせい"),
        ("大勢,たいせい 今日,こんにち", "今日,きょう", "今日/きょう=今日/こんにち"),
        (
            "大勢,たいせい",
            "大勢,おおぜい 大勢,たいせい",
            "大勢/おおぜい=大勢/おおぜい 大勢/たいせい=大勢/たいせい",
        ),
        (
            "方,ほう 方,かた",
            "方,かた 方,がた",
            "方/かた=方/かた 方/がた=方/ほう",
        ),
        ("大勢,たいせい", "今日,きょう", "今日/きょう=今日/きょう"),
    ],
)
def test_a_word_keeps_its_first_note(tmp_path: Path, first: str, then: str, notes: str) -> None:
    before = lesson(tmp_path, first)
    assert set(note_ids(before).items()) == {(word.id, word.id) for word in before.words}
    keep(before)
    found = note_ids(lesson(tmp_path, then))
    assert " ".join(f"{word}={note}" for word, note in found.items()) == notes


def test_a_reading_may_be_mended_twice_and_a_row_come_back(tmp_path: Path) -> None:
    for rows in ("大勢,たいせい", "大勢,おおぜい", "今日,きょう", "大勢,たいぜい"):
        keep(lesson(tmp_path, rows))
    assert note_ids(lesson(tmp_path, "大勢,たいぜい")) == {"大勢/たいぜい": "大勢/たいせい"}


def test_nothing_is_kept_where_nothing_can_be_written(tmp_path: Path) -> None:
    one = lesson(tmp_path, "大勢,たいせい")
    (one.file.with_name(FILE)).mkdir()
    keep(one)
    assert note_ids(one) == {"大勢/たいせい": "大勢/たいせい"}


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    one = lesson(tmp_path, "大勢,たいせい")
    one.file.with_name(FILE).write_text("word,reading,note\n大勢,たいせい\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"anki\.csv:2: this is no word"):
        note_ids(one)
