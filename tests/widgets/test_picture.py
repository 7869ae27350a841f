import pytest

from kit.learner.coverage import KNOWN, LEARNING, NEW, Counted, Coverage
from kit.texts import texts
from kit.widgets.picture import picture_data

SAY = texts("en")


def word(headword: str, reading: str, count: int, state: str) -> Counted:
    return Counted(headword, reading, f"{headword}/{reading}", count, state, "gloss")


def covered(*words: Counted) -> Coverage:
    known, learning, new = (
        sum(word.count for word in words if word.state == state) for state in (KNOWN, LEARNING, NEW)
    )
    running = known + learning + new
    return Coverage(known / running if running else None, known, learning, new, running, words)


def test_the_plan_says_how_much_is_known_after_each_word() -> None:
    made = picture_data(
        covered(
            word("国会", "こっかい", 4, KNOWN),
            word("予算", "よさん", 1, LEARNING),
            word("する", "する", 3, NEW),
        ),
        SAY,
    )
    assert [made[name] for name in ("running", "known", "learning", "new")] == [8, 4, 1, 3]
    assert made["guides"] == [95, 98]
    assert made["plan"] == [
        ["する/する", "する", "", "gloss", 3, 7],
        ["予算/よさん", "予算", "よさん", "gloss", 1, 8],
    ]
    assert made["told"][0] == "2 words to learn for 95% (then 100%)"
    assert not any(line.startswith("You know 50%") for line in made["told"]), "the page says it"


@pytest.mark.parametrize(
    ("headword", "reading", "shown"),
    [
        ("予算", "よさん", "よさん"),
        ("予算案を組む", "よさんあんをくむ", "よさんあんをくむ"),
        ("G20", "じーとぅえんてぃー", ""),
        ("ロシア", "ろしあ", ""),
        ("サミット", "さみっと", ""),
        ("こと", "こと", ""),
    ],
)
def test_only_words_with_kanji_have_a_reading(headword: str, reading: str, shown: str) -> None:
    made = picture_data(covered(word(headword, reading, 1, NEW)), SAY)
    assert made["plan"][0][1:3] == [headword, shown]
    assert made["told"][0] == "1 word to learn for 95% (then 100%)"


def test_where_enough_is_known_there_is_nothing_to_plan() -> None:
    made = picture_data(covered(word("国会", "こっかい", 4, KNOWN)), SAY)
    assert made["plan"] == []
    assert made["told"][0].startswith("You know 95% already")


def test_a_text_without_words_says_so() -> None:
    made = picture_data(covered(), SAY)
    assert (made["running"], made["plan"]) == (0, [])
    assert made["told"][0] == SAY("coverage.nothing")
