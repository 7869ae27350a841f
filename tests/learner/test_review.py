from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.learner import review as reviewing
from kit.learner.event import NO_CONTEXT, Context, Event
from kit.learner.memory import MEANING, READING, Memory
from kit.learner.review import LESSON, Review, askable, mixed, next_due, review, wanted
from kit.lesson import library
from kit.lesson.item import GAP, Item
from kit.lesson.lesson import Option
from tests.lesson import small

NOON = datetime(2026, 1, 10, 12, tzinfo=UTC)
TODAY = NOON + timedelta(hours=12)
DRAFT, DECISION, REVISION, AGREE = (
    "予算案/よさんあん",
    "決定/けってい",
    "修正/しゅうせい",
    "応じる/おうじる",
)
DIET = ("首相は、", "国会", "で方針を説明した。")

TAX = "tax"
TAX_MARKDOWN = """---
title: 増税を検討
source: 架空新聞, 2026-01-11
license: CC BY 4.0
date: 2026-01-11
---

政府は増税の方針を示し、野党が反発した。
"""
TAX_WORDS = """word,reading,meaning,part of speech
増税,ぞうぜい,tax increase,noun
反発,はんぱつ,opposition; backlash,"noun, する"
方針,ほうしん,line of policy,noun
訪れる,おとずれる,to visit,verb
担う,になう,to bear,verb
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Two lessons; the first has all that a teacher may give."""
    home = small.write(tmp_path, words=small.WITH_ALL)
    (home / "notebooks" / TAX).mkdir()
    (home / "notebooks" / TAX / "lesson.md").write_text(TAX_MARKDOWN, encoding="utf-8")
    (home / "vocab" / f"{TAX}.csv").write_text(TAX_WORDS, encoding="utf-8-sig")
    return home


def answer(
    item: str, *, days: float, lesson: str = small.NAME, correct: bool = True, kind: str = "answer"
) -> Event:
    """An answer that was given so many days before noon."""
    time = NOON - timedelta(days=days)
    return Event.answered(lesson, item, "x", correct=correct, time=time)._replace(kind=kind)


def known(*words: str, lesson: str = small.NAME, days: float = 60) -> list[Event]:
    """Both memories of words, twice right long ago: now they are due."""
    return [
        answer(f"{kind}/{word}", days=days - later - number / 1e6, lesson=lesson)
        for later in (0, 1)
        for number, (word, kind) in enumerate((w, k) for w in words for k in (READING, MEANING))
    ]


def mark(
    word: str, what: str = "learning", context: Context = NO_CONTEXT, lesson: str = ""
) -> Event:
    return Event.seen("mark", lesson, word, what, time=NOON - timedelta(days=1), context=context)


def ask(workspace: Path, events: Iterable[Event], *, seed: int = 1, language: str = "en") -> Review:
    events = list(events)
    return review(
        Memory.of(events),
        events,
        library.around(workspace),
        now=NOON,
        until=TODAY,
        seed=seed,
        language=language,
    )


def contexts(found: Review) -> dict[str, tuple[str, str, str]]:
    return {item.id: item.context for item in found.items}


# ---- what is due


@pytest.mark.parametrize(
    ("events", "keys"),
    [
        ([], []),
        (known(DRAFT), [(DRAFT, READING), (DRAFT, MEANING)]),
        ([answer(f"gap/{DRAFT}", days=60)], [(DRAFT, MEANING)]),
        ([answer(f"kanji/{DRAFT}", days=60)], [(DRAFT, READING)]),
        ([answer(f"collocation/{DRAFT}", days=60)], []),
        ([answer(f"reading/{DRAFT}", days=0)], []),  # its next step is minutes away
        ([answer(f"reading/{DRAFT}", days=0.01)], [(DRAFT, READING)]),  # and now it is over
        ([answer(f"reading/{DRAFT}", days=60, lesson=LESSON)], [(DRAFT, READING)]),
        ([mark(DRAFT)], [(DRAFT, READING), (DRAFT, MEANING)]),
        ([mark(DRAFT), answer(f"reading/{DRAFT}", days=0)], [(DRAFT, MEANING)]),
        ([*known(DRAFT, days=3), mark(DRAFT)], [(DRAFT, READING), (DRAFT, MEANING)]),
        ([mark("めぐる/めぐる")], [("めぐる/めぐる", MEANING)]),
        ([mark(DRAFT), mark(DRAFT, "")], []),
        ([mark(DRAFT, "known")], []),
        ([mark(DRAFT, "ignored"), *known(DRAFT)], []),
        ([*known(DRAFT), mark(DRAFT, "known")], []),
        (
            [mark(AGREE), *known(DRAFT)],  # what may be forgotten comes before what is new
            [(DRAFT, READING), (DRAFT, MEANING), (AGREE, READING), (AGREE, MEANING)],
        ),
        (
            [answer(f"reading/{DRAFT}", days=9), answer(f"reading/{AGREE}", days=90)],
            [(AGREE, READING), (DRAFT, READING)],
        ),
    ],
)
def test_what_is_wanted(events: list[Event], keys: list[tuple[str, str]]) -> None:
    assert wanted(Memory.of(events), NOON, TODAY) == keys


def test_what_comes_later_today_is_due_all_day() -> None:
    events = [answer(f"reading/{DRAFT}", days=2.0), answer(f"reading/{DRAFT}", days=1.9)]
    card = Memory.of(events).card(DRAFT, READING)
    assert card is not None
    before = card.due - timedelta(hours=3)
    assert wanted(Memory.of(events), before, before) == []
    assert wanted(Memory.of(events), before, before + timedelta(hours=4)) == [(DRAFT, READING)]


@pytest.mark.parametrize(
    ("events", "hours"),
    [
        ([], None),
        ([mark(DRAFT)], None),
        (known(DRAFT), None),  # overdue is not next
        ([answer(f"reading/{DRAFT}", days=0)], 1 / 6),
        ([answer(f"reading/{DRAFT}", days=0), mark(DRAFT, "known")], None),
        ([answer(f"reading/{w}", days=d) for w, d in ((DRAFT, 0), (AGREE, 0.001))], 1 / 6 - 0.024),
    ],
)
def test_when_the_next_is_due(events: list[Event], hours: float | None) -> None:
    due = next_due(Memory.of(events), NOON)
    assert (due and (due - NOON) / timedelta(hours=1)) == (hours and pytest.approx(hours))


# ---- where a word is asked


def test_words_of_all_lessons_are_asked_where_they_were_met(workspace: Path) -> None:
    found = ask(workspace, [*known(AGREE), *known("増税/ぞうぜい", lesson=TAX)])
    assert contexts(found) == {
        "reading/応じる/おうじる": ("与党は修正に", "応じる", "姿勢を見せていない。"),
        "meaning/応じる/おうじる": ("与党は修正に", "応じる", "姿勢を見せていない。"),
        "reading/増税/ぞうぜい": ("政府は", "増税", "の方針を示し、野党が反発した。"),
        "meaning/増税/ぞうぜい": ("政府は", "増税", "の方針を示し、野党が反発した。"),
    }
    assert (found.later, found.notes) == (0, ())


def test_a_word_of_two_lessons_is_asked_where_it_was_answered_last(workspace: Path) -> None:
    policy = "方針/ほうしん"
    typed = f"reading/{policy}"
    first = answer(typed, days=90)
    second = answer(typed, days=40, lesson=TAX, correct=False)
    third = answer(typed, days=1, lesson=LESSON, correct=False)
    assert contexts(ask(workspace, [first]))[typed][0] == "野党は予算案の修正を求める"
    assert contexts(ask(workspace, [first, second]))[typed][0] == "政府は増税の"
    assert contexts(ask(workspace, [first, second, third]))[typed][0] == "政府は増税の"


def test_a_marked_word_is_asked_in_the_sentence_in_which_it_was_marked(workspace: Path) -> None:
    found = ask(workspace, [mark("国会/こっかい", context=DIET)])
    assert contexts(found) == {"reading/国会/こっかい": DIET, "meaning/国会/こっかい": DIET}
    typed = next(item for item in found.items if not item.options)
    assert typed.word
    assert typed.word.meaning.startswith("the Diet, Japan's national parliament")


def test_a_marked_word_has_the_meaning_of_its_sentence_and_its_own_reading(
    workspace: Path,
) -> None:
    context = ("会議が", "開かれています", "。")
    found = ask(workspace, [mark("開く/ひらく", context=context)])
    assert contexts(found)["reading/開く/ひらく"] == context
    word = found.items[0].word
    assert word
    assert (word.word, word.reading, word.meanings[0]) == (
        "開く",
        "ひらく",
        "to hold (a meeting, a conference)",
    )


def test_a_lesson_s_own_glossary_explains_what_was_marked_in_it(workspace: Path) -> None:
    context = ("増税に反発した", "野党", "は、")
    words = workspace / "vocab" / f"{TAX}.csv"
    words.write_text(TAX_WORDS + "野党,やとう,the other parties,noun\n", encoding="utf-8")
    events = [mark("野党/やとう", context=context, lesson=TAX)]
    item = ask(workspace, events).items[0]
    assert item.word
    assert item.word.meaning == "the other parties"


@pytest.mark.parametrize(
    ("word", "context", "meaning"),
    [
        ("国会/こっかい", NO_CONTEXT, "the Diet"),
        ("国会/こっかい", ("", "外交", "を論じた。"), "the Diet"),  # it says another word
        ("開く/あく", ("会議が", "開かれています", "。"), "to open"),  # read otherwise there
    ],
)
def test_a_word_that_its_sentence_does_not_explain_has_its_own_meaning(
    workspace: Path, word: str, context: Context, meaning: str
) -> None:
    item = next(i for i in ask(workspace, [mark(word, context=context)]).items if i.options)
    assert item.word
    assert item.word.meaning.startswith(meaning)
    assert item.context == context


def test_a_word_that_was_met_nowhere_is_asked_by_itself(workspace: Path) -> None:
    events = [answer(f"{kind}/国会/こっかい", days=9, lesson="") for kind in (READING, MEANING)]
    asked = {item.kind: (item.prompt, item.context) for item in ask(workspace, events).items}
    assert asked == {
        "reading": ("Type the reading of 国会.", ("", "", "")),
        "meaning": ("What does 国会 mean?", ("", "", "")),
    }


def test_a_word_that_was_learnt_elsewhere_is_asked_in_the_lesson_that_has_it(
    workspace: Path,
) -> None:
    learnt = Event.seen("import", "", "増税/ぞうぜい", "5", time=NOON - timedelta(days=19))
    assert ask(workspace, [learnt]).items == (), "another program asks it"
    tested = answer("reading/増税/ぞうぜい", days=40, lesson="")
    assert contexts(ask(workspace, [learnt, tested]))["reading/増税/ぞうぜい"][0] == "政府は"


# ---- lessons that are gone or broken


def spoil(workspace: Path) -> None:
    (workspace / "vocab" / f"{TAX}.csv").write_text("word\n増税\n", encoding="utf-8")


def remove(workspace: Path) -> None:
    (workspace / "notebooks" / TAX / "lesson.md").unlink()


@pytest.mark.parametrize(
    ("break_it", "why"), [(spoil, "the column 'reading' is missing"), (remove, "is no lesson")]
)
def test_the_words_of_a_lesson_that_is_gone_are_left_out_and_it_is_said(
    workspace: Path, break_it: object, why: str
) -> None:
    assert callable(break_it)
    break_it(workspace)
    events = [*known("増税/ぞうぜい", "反発/はんぱつ", lesson=TAX), *known(AGREE)]
    found = ask(workspace, events)
    assert {item.subject for item in found.items} == {AGREE}
    (note,) = found.notes
    assert note.startswith("Words of the lesson tax cannot be asked: ")
    assert why in note


def test_a_word_of_a_lesson_that_is_gone_is_asked_where_else_it_is(workspace: Path) -> None:
    remove(workspace)
    policy = "方針/ほうしん"
    marked = mark("反発/はんぱつ", context=("野党が", "反発", "した。"), lesson=TAX)
    found = ask(workspace, [*known(policy, lesson=TAX), marked])
    assert contexts(found)[f"reading/{policy}"][0] == "野党は予算案の修正を求める"
    assert contexts(found)["reading/反発/はんぱつ"] == ("野党が", "反発", "した。")
    assert found.notes == ()


def test_a_lesson_that_is_not_needed_is_not_read(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = []
    real = library.Library.open

    def noted(lessons: library.Library, name: str, language: str = "en") -> object:
        read.append(name)
        return real(lessons, name, language)

    monkeypatch.setattr(library.Library, "open", noted)
    ask(workspace, known(DRAFT, AGREE))
    assert read == [small.NAME]
    ask(workspace, [])
    assert read == [small.NAME]


# ---- what is asked


def test_readings_are_typed_and_meanings_chosen_by_one_of_two_kinds(workspace: Path) -> None:
    kinds = set()
    for seed in range(10):
        items = ask(workspace, known(REVISION, AGREE), seed=seed).items
        assert {item.kind for item in items if not item.options} == {READING}
        kinds |= {item.kind for item in items if item.options and item.subject == REVISION}
    assert kinds == {MEANING, GAP}


def test_the_seed_alone_decides(workspace: Path) -> None:
    events = known(DRAFT, REVISION, AGREE)
    assert ask(workspace, events).items == ask(workspace, events).items
    assert ask(workspace, events).items != ask(workspace, events, seed=2).items


def test_wrong_options_come_from_all_lessons_that_are_asked(workspace: Path) -> None:
    events = [*known("増税/ぞうぜい", lesson=TAX), *known(DRAFT)]
    items = [ask(workspace, events, seed=seed).items for seed in range(20)]
    texts = {o.text for found in items for i in found if i.subject == DRAFT for o in i.options}
    assert {"tax increase", "line of policy", "stance"} <= texts


def test_one_word_alone_has_wrong_options_from_a_lesson(workspace: Path) -> None:
    items = ask(workspace, [mark("国会/こっかい", context=DIET)]).items
    (options,) = [[option.text for option in item.options] for item in items if item.options]
    assert len(options) == 4


@pytest.mark.parametrize(
    ("word", "kinds"),
    [
        ("めぐる/めぐる", {MEANING}),  # no kanji, no reading to type
        ("亜亜亜/ああ", {READING}),  # in no dictionary
        ("亜亜亜/", set()),
        ("", set()),
        ("/", set()),
        ("<b>/<i>", set()),
    ],
)
def test_what_cannot_be_asked_stands_in_nobodys_way(
    workspace: Path, word: str, kinds: set[str]
) -> None:
    found = ask(workspace, [mark(word), *known(AGREE)])
    assert {item.kind for item in found.items if item.subject == word} == kinds
    assert AGREE in {item.subject for item in found.items}
    assert (found.later, found.notes) == (0, ())


@pytest.mark.parametrize(
    ("word", "context", "stand", "never"),
    [
        ("ある/ある", ("机の上に本が", "ある", "。"), "to agree to", "policy"),
        ("二十日/はつか", ("首相は", "二十日", "に会談する。"), "policy", "to agree to"),
        ("早い/はやい", ("決定が", "早い", "。"), "", ""),  # no lesson has an adjective
        ("早い/はやい", NO_CONTEXT, "", ""),
    ],
)
def test_wrong_options_are_of_the_word_s_part_of_speech_or_it_is_not_asked(
    workspace: Path, word: str, context: Context, stand: str, never: str
) -> None:
    found = [ask(workspace, [mark(word, context=context)], seed=seed).items for seed in range(20)]
    chosen = [item for items in found for item in items if item.options]
    texts = {option.text for item in chosen for option in item.options}
    assert (stand in texts) is bool(stand)
    assert never not in texts
    assert bool(chosen) is bool(stand)


@pytest.mark.parametrize(
    ("headword", "typed"),
    [("", False), ("めぐる", False), ("協調", True), ("一二三四五六七八", True),
     ("一二三四五六七八九", False), ("安全保障理事会の常任理事国", False)],
)  # fmt: skip
def test_the_reading_of_a_phrase_is_not_asked_for(headword: str, typed: bool) -> None:
    assert askable(f"{headword}/よみ", READING) is typed
    assert askable(f"{headword}/よみ", MEANING)


def test_an_answer_in_review_moves_the_same_memory(workspace: Path) -> None:
    events = known(REVISION)
    found = ask(workspace, events)
    events += [answer(item.id, days=0, lesson=LESSON) for item in found.items]
    assert ask(workspace, events).items == ()


def test_it_speaks_the_language_that_is_asked_for(workspace: Path) -> None:
    items = ask(workspace, known(AGREE), language="ja").items
    assert {item.interface for item in items} == {"ja"}
    assert items[0].prompt == "「応じる」の読みを入力してください。"


def test_a_sitting_has_an_end(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reviewing, "MOST", 2)
    found = ask(workspace, known(DRAFT, DECISION, REVISION, AGREE, "姿勢/しせい"))
    assert {item.subject for item in found.items} == {DRAFT, DECISION}
    assert found.later == 3


# ---- in which order


def typed(word: str) -> Item:
    return Item("reading", word, "?")


def chosen(word: str) -> Item:
    return Item("meaning", word, "?", options=(Option("a", True, ""),))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("Aa", "Aa"),  # nothing else to put between
        ("AaB", "ABa"),
        ("BAa", "ABa"),
        ("AaBb", "AbaB"),
        ("AaBbCc", "AbCaBc"),
        ("ABCabc", "AbCaBc"),
        ("ABC", "ABC"),
        ("abc", "abc"),
        ("ABCDEFGHIJ" + "abc", "ABCDaEbFcGHIJ"),
    ],
)
def test_items_are_mixed(before: str, after: str) -> None:
    """A capital is a word's typed item, a small letter its chosen one."""
    items = [(typed if name.isupper() else chosen)(name.upper()) for name in before]
    told = "".join(i.subject.lower() if i.options else i.subject for i in mixed(items))
    assert told == after


@given(
    st.lists(st.integers(0, 60), unique=True).flatmap(
        lambda words: st.permutations([(w, k) for w in words for k in (typed, chosen)])
    ),
    st.integers(0, 130),
)
def test_the_two_of_a_word_follow_each_other_only_where_there_is_no_other_word(
    keys: list[tuple[int, object]], number: int
) -> None:
    items = [make(str(word)) for word, make in keys][:number]  # type: ignore[operator]
    found = mixed(items)
    assert sorted(found) == sorted(items)
    if len({item.subject for item in items}) > 1:
        assert not [one for one, other in pairwise(found) if one.subject == other.subject]
