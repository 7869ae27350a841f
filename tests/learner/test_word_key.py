"""Which ids are one word."""

from datetime import UTC, datetime, timedelta

import pytest

from kit.learner.event import Event
from kit.learner.memory import MEANING, Memory
from kit.learner.word_key import key, present, renamed

NOW = datetime(2026, 1, 10, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "same",
    [
        "分かる/わかる わかる/わかる 解る/わかる",
        "出来る/できる できる/できる",
        "行う/おこなう 行なう/おこなう",
        "受け入れ/うけいれ 受入れ/うけいれ 受入/うけいれ",
        "引き下げ/ひきさげ 引下げ/ひきさげ",
        "申し込み/もうしこみ 申込/もうしこみ",
        "全て/すべて すべて/すべて",
        "更に/さらに さらに/さらに",
        "殆ど/ほとんど ほとんど/ほとんど",
        "友達/ともだち 友だち/ともだち",
        "付き合う/つきあう つき合う/つきあう",
        "煙草/たばこ タバコ/たばこ たばこ/たばこ",
        "取り締まる/とりしまる 取締る/とりしまる",
        "感ずる/かんずる 感じる/かんじる",
        "報ずる/ほうずる 報じる/ほうじる",
        "言える/いえる 言う/いう",
    ],
)
def test_spellings_and_former_ids_of_a_word_are_one(same: str) -> None:
    assert len({key(word) for word in same.split()}) == 1


@pytest.mark.parametrize(
    "apart",
    [
        "方/ほう 方/かた",
        "市場/いちば 市場/しじょう",
        "開く/ひらく 開く/あく",
        "辛い/からい 辛い/つらい",
        "追及/ついきゅう 追求/ついきゅう",
        "聞く/きく 効く/きく",
        "掛ける/かける 賭ける/かける 欠ける/かける",
        "協調/きょうちょう 強調/きょうちょう",
        "見える/みえる 見る/みる",
        "造語甲/ぞうごこう 造語乙/ぞうごこう",
    ],
)
def test_other_words_are_not(apart: str) -> None:
    words = apart.split()
    assert len({key(word) for word in words}) == len(words)


def test_no_id_of_now_is_an_old_one_too() -> None:
    assert not set(renamed().values()) & set(renamed())
    assert present("感ずる/かんずる") == "感じる/かんじる"
    assert present("協調/きょうちょう") == "協調/きょうちょう"


def answered(word: str, days: int) -> Event:
    return Event.answered("g20", f"meaning/{word}", "a", correct=True, time=NOW - timedelta(days))


@pytest.mark.parametrize(
    ("events", "asked", "knows"),
    [
        ([answered("分かる/わかる", 1)], "わかる/わかる", True),
        ([answered("わかる/わかる", 1)], "解る/わかる", True),
        ([answered("感ずる/かんずる", 1)], "感じる/かんじる", True),
        ([answered("方/ほう", 1)], "方/かた", False),
        ([answered("方/ほう", 1)], "方/ほう", True),
    ],
)
def test_what_is_known_in_one_spelling_is_known_in_all(
    events: list[Event], asked: str, knows: bool
) -> None:
    assert (Memory.of(events).card(asked, MEANING) is not None) is knows


def test_reviews_of_several_spellings_are_of_one_memory_in_any_order() -> None:
    events = [
        answered("分かる/わかる", 9),
        answered("わかる/わかる", 5),
        answered("解る/わかる", 1),
    ]
    memory = Memory.of(events)
    one = Memory.of(answered("分かる/わかる", days) for days in (9, 5, 1))
    assert memory.words == ["解る/わかる"]
    assert memory.card("分かる/わかる", MEANING) == one.card("分かる/わかる", MEANING)
    for order in ([2, 0, 1], [1, 2, 0]):
        other = Memory()
        for number in order:
            other = other.after([events[number]])
        assert other.words == memory.words
        assert other.card("わかる/わかる", MEANING) == memory.card("わかる/わかる", MEANING)


def test_a_mark_holds_for_all_spellings() -> None:
    marked = Event.seen("mark", "", "わかる/わかる", "known", time=NOW)
    memory = Memory.of([marked])
    assert memory.mark("分かる/わかる") == "known"
    assert [*memory.marked] == ["わかる/わかる"]
