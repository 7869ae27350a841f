from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.language.annotate import annotate
from kit.language.article import Paragraph, Sentence, Word
from kit.language.lexicon import dictionary
from kit.language.lexicon.detail import word_id
from kit.language.lexicon.glossary import Glossary, Term, packaged
from kit.learner.coverage import (
    GUIDES,
    KNOWN,
    LEARNING,
    NEW,
    Counted,
    Coverage,
    KnownList,
    Knows,
    Lemma,
    coverage,
    is_counted,
    plan,
    remembered,
    states,
    told,
)
from kit.learner.event import Event
from kit.learner.memory import Memory
from kit.texts import texts

NOW = datetime(2026, 3, 1, tzinfo=UTC)
TEXT = """政府は、新しい協力の枠組みを作ることを決めた。
協力は三年続き、政府と企業が協力して枠組みを支える。
大臣は、企業が決めた目標を強調した。"""
RUNNING = 19


def of(text: str, knows: Knows | None = None, glossary: Glossary | None = None) -> Coverage:
    terms = packaged() if glossary is None else glossary
    paragraphs = annotate(text, terms).paragraphs
    return coverage(paragraphs, knows or KnownList([]), dictionary.default(), terms)


def made(*words: tuple[int, str]) -> Coverage:
    """Coverage of a text with words of these counts and states."""
    counted = tuple(
        Counted(f"語{n}", "ご", f"語{n}/ご", count, state, "")
        for n, (count, state) in enumerate(words)
    )
    known, learning, new = (
        sum(word.count for word in counted if word.state == state)
        for state in (KNOWN, LEARNING, NEW)
    )
    running = known + learning + new
    return Coverage(known / running if running else None, known, learning, new, running, counted)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        # inflected with all that is attached to it: one word
        ("新しい政府が協議し続けている。", "新しい 政府 協議し続けている"),
        ("歩調を合わせることを求めた。", "歩調を合わせる こと 求めた"),
        # particles, auxiliaries, and phrases that only join words
        ("これは、協力についての合意である。", "これ 協力 合意"),
        ("協力という言葉だ。会談などでした。", "協力 言葉 会談"),
        ("合意するかもしれない。", "合意する"),
        # nouns that help to build a sentence, suffixes, adverbs, demonstratives
        ("そのため、合意のときに氏名を書くものだ。", "合意 とき 氏名 書く もの"),
        ("王毅氏はその後、初めて述べた。", "氏 その後 初めて 述べた"),
        # numbers with their counters
        ("2月20日に三つの党と10人が来た。", "党 来た"),
        # names that are glossed; a short name of letters that the glossary has as a term
        ("中国の王毅外相がG20で述べた。", "外相 G20 述べた"),
        ("山田太郎さんが東京大学に来た。", "さん 来た"),
        # letters and digits that nobody explains
        ("CEOがZoomで話した。", "CEO 話した"),
        ("ＣＥＯが話した。", "ＣＥＯ 話した"),
        # Japanese that no dictionary has
        ("ビロンガが来た。", "ビロンガ 来た"),
        # symbols and white space
        ("「協力」・（合意）　→　会談！", "協力 合意 会談"),
        ("、。　「」", ""),
        ("", ""),
    ],
)
def test_what_counts(text: str, counted: str) -> None:
    words = [word.analysis for word in annotate(text).words]
    assert [word.surface for word in words if is_counted(word)] == counted.split()


def test_a_name_that_nobody_explains_counts() -> None:
    name = next(word.analysis for word in annotate("王毅氏").words if word.kind == "name")
    assert not is_counted(name)
    assert is_counted(name._replace(glosses=()))


@pytest.mark.parametrize("pos", ["particle", "auxiliary", "symbol"])
def test_what_only_the_dictionary_calls_a_particle_does_not_count(pos: str) -> None:
    word = next(word.analysis for word in annotate("協力").words)
    assert is_counted(word)
    assert not is_counted(word._replace(pos=pos))


def test_each_word_is_there_once_in_the_order_of_the_text_with_all_its_forms() -> None:
    assert [(word.headword, word.reading, word.count) for word in of(TEXT).words] == [
        ("政府", "せいふ", 2),
        ("新しい", "あたらしい", 1),
        ("協力", "きょうりょく", 3),
        ("枠組み", "わくぐみ", 2),
        ("作る", "つくる", 1),
        ("こと", "こと", 1),
        ("決める", "きめる", 2),
        ("続く", "つづく", 1),
        ("企業", "きぎょう", 2),
        ("支える", "ささえる", 1),
        ("大臣", "だいじん", 1),
        ("目標", "もくひょう", 1),
        ("強調", "きょうちょう", 1),
    ]


def test_words_that_are_spelled_alike_are_told_apart_by_their_readings() -> None:
    words = of("部屋の中で話した。会議の後も、部屋の中にいた。会議中に、食後に話した。").words
    assert [(word.id, word.count) for word in words if word.headword == "中"] == [
        ("中/なか", 2),
        ("中/ちゅう", 1),
    ]


def test_ids_are_those_that_a_memory_is_kept_under() -> None:
    article = annotate(TEXT)
    kept = {
        word_id(word.analysis, dictionary.default(), packaged()).text
        for word in article.words
        if is_counted(word.analysis)
    }
    assert {word.id for word in of(TEXT).words} == kept
    assert "枠組み/わくぐみ" in kept


def test_a_word_has_the_gloss_that_fits_here() -> None:
    glossary = Glossary({"枠組み": Term("枠組み", "わくぐみ", ("scheme of the treaty", "frame"))})
    words = of(TEXT, glossary=glossary.over(packaged())).words
    assert next(word.gloss for word in words if word.headword == "枠組み").startswith(
        "scheme of the treaty"
    )


def test_of_several_glosses_of_a_word_the_first_is_given() -> None:
    line = annotate("協力").paragraphs[0]
    (word,) = line.words

    def meaning(*glosses: str) -> Paragraph:
        analysis = word.analysis._replace(glosses=glosses)
        return replace(line, sentences=(Sentence("協力", 0, (Word(0, analysis),)),))

    text = [meaning(), meaning("help", "aid"), meaning("teamwork")]
    (counted,) = coverage(text, KnownList([]), dictionary.default(), packaged()).words
    assert (counted.count, counted.gloss) == (3, "help")


@pytest.mark.parametrize(
    ("listed", "known"),
    [
        ([("協力", "")], 3),
        ([("協力", "きょうりょく")], 3),
        ([("協力", "キョウリョク")], 3),
        ([(" 協力 ", " ｷｮｳﾘｮｸ ")], 3),
        ([("協力", "きょうちょう")], 0),
        ([("協力", "きょうちょう"), ("協力", "きょうりょく")], 3),
        ([("協力", "きょうちょう"), ("協力", "")], 3),
        ([("きょうりょく", "")], 0),
        ([("決める", "きめる"), ("政府", "")], 4),
        ([("決めた", "")], 0),
        ([("", "")], 0),
        ([], 0),
    ],
)
def test_a_list_knows_a_word_by_headword_and_where_it_says_so_by_reading(
    listed: list[tuple[str, str]], known: int
) -> None:
    covered = of(TEXT, KnownList(listed))
    assert (covered.known, covered.learning, covered.new) == (known, 0, RUNNING - known)
    assert covered.running == RUNNING
    assert covered.share == known / RUNNING


@pytest.mark.parametrize(
    ("word", "reading", "state"),
    [
        ("重複", "ちょうふく", KNOWN),
        ("重複", "じゅうふく", KNOWN),
        ("重複", "ジュウフク", KNOWN),
        ("重複", "じゅうぶく", NEW),
        ("遺言", "ゆいごん", KNOWN),
        ("遺言", "いごん", KNOWN),
        ("遺言", "いげん", NEW),
    ],
)
def test_another_reading_in_use_is_the_word_too(word: str, reading: str, state: str) -> None:
    glossary = Glossary({"遺言": Term("遺言", "ゆいごん", ("will",), alternatives=("いごん",))})
    covered = of(f"{word}がある。", KnownList([(word, reading)]), glossary)
    assert covered.words[0].state == state


def test_readings_of_one_form_are_those_of_the_word() -> None:
    terms = {"合意": Term("合意", "ごうい", ("agreement",), alternatives=("ごーい",))}
    asked: list[Lemma] = []

    def knows(lemma: Lemma) -> str:
        asked.append(lemma)
        return NEW

    of("合意した。合意が要る。", knows, Glossary(terms))
    assert Lemma("合意", ("ごうい", "ごーい")) in asked
    assert len([lemma for lemma in asked if lemma.headword == "合意"]) == 1


def test_what_is_remembered_marked_or_being_learnt() -> None:
    ticks = iter(range(100))

    def at(days: int) -> datetime:
        return NOW - timedelta(days=days) + timedelta(seconds=next(ticks))

    memory = Memory.of(
        [
            Event.answered("budget", "meaning/政府/せいふ", "", correct=True, time=at(0)),
            Event.answered("budget", "meaning/企業/きぎょう", "", correct=True, time=at(300)),
            Event.answered("budget", "reading/大臣/だいじん", "", correct=True, time=at(0)),
            Event.seen("mark", "budget", "協力/きょうりょく", "known", time=at(0)),
            Event.seen("mark", "budget", "枠組み/わくぐみ", "learning", time=at(0)),
            Event.seen("mark", "budget", "こと/こと", "ignored", time=at(0)),
        ]
    )
    covered = of(TEXT, remembered(memory, NOW + timedelta(minutes=5)))
    found = states(covered)
    assert {id for id, state in found.items() if state == KNOWN} == {
        "政府/せいふ",
        "協力/きょうりょく",
        "こと/こと",
    }
    assert {id for id, state in found.items() if state == LEARNING} == {
        "企業/きぎょう",
        "大臣/だいじん",
        "枠組み/わくぐみ",
    }
    assert (covered.known, covered.learning, covered.new) == (6, 5, 8)
    assert covered.share == 6 / RUNNING


@pytest.mark.parametrize("text", ["", "。", "は12か。", "2月20日、中国では。"])
def test_where_nothing_counts_there_is_no_share_and_no_plan(text: str) -> None:
    covered = of(text)
    assert tuple(covered) == (None, 0, 0, 0, 0, ())
    assert plan(covered) == ()
    assert states(covered) == {}


def test_the_plan_takes_the_most_frequent_words_and_of_equals_the_first() -> None:
    planned = plan(of(TEXT, KnownList([("協力", "")])), 0.65)
    assert [(word.headword, word.reading, word.count, word.id) for word in planned] == [
        ("政府", "せいふ", 2, "政府/せいふ"),
        ("枠組み", "わくぐみ", 2, "枠組み/わくぐみ"),
        ("決める", "きめる", 2, "決める/きめる"),
        ("企業", "きぎょう", 2, "企業/きぎょう"),
        ("新しい", "あたらしい", 1, "新しい/あたらしい"),
        ("作る", "つくる", 1, "作る/つくる"),
    ]
    assert [word.coverage for word in planned] == [n / RUNNING for n in (5, 7, 9, 11, 12, 13)]
    assert planned[0].gloss


@pytest.mark.parametrize(
    ("words", "target", "counts"),
    [
        ([(19, KNOWN), (1, NEW)], 0.95, []),
        ([(18, KNOWN), (1, NEW), (1, LEARNING)], 0.95, [1]),
        ([(1, NEW), (3, LEARNING), (2, NEW)], 1.0, [3, 2, 1]),
        ([(1, NEW), (3, LEARNING), (2, NEW)], 0.5, [3]),
        ([(1, NEW), (3, LEARNING), (2, NEW)], 0.0, []),
        ([(1, NEW), (3, LEARNING), (2, NEW)], 2.0, [3, 2, 1]),
        ([(7, KNOWN)], 2.0, []),
    ],
)
def test_the_plan_ends_where_the_target_is_reached(
    words: list[tuple[int, str]], target: float, counts: list[int]
) -> None:
    assert [word.count for word in plan(made(*words), target)] == counts


def test_the_plan_is_for_95_percent_unless_something_else_is_asked() -> None:
    covered = made((90, KNOWN), (4, NEW), (3, NEW), (2, NEW), (1, NEW))
    assert plan(covered) == plan(covered, GUIDES[0])
    assert [word.coverage for word in plan(covered)] == [0.94, 0.97]


@pytest.mark.parametrize(
    ("words", "target", "share", "planned"),
    [
        (
            [(2, KNOWN), (1, LEARNING)],
            0.98,
            "You know 66.6% of the running words (2 of 3). Learning: 1; new: 0.",
            "1 word to learn for 98% (then 100%)",
        ),
        (
            [(9499, KNOWN), (499, NEW), (2, NEW)],
            0.95,
            "You know 94.9% of the running words (9499 of 10000). Learning: 0; new: 501.",
            "1 word to learn for 95% (then 99.9%)",
        ),
        (
            [(1, KNOWN)],
            0.955,
            "You know 100% of the running words (1 of 1). Learning: 0; new: 0.",
            "You know 95.5% already: there is nothing to learn first.",
        ),
    ],
)
def test_what_is_told(
    words: list[tuple[int, str]], target: float, share: str, planned: str
) -> None:
    lines = told(made(*words), target, texts("en"))
    assert lines[:2] == (share, planned)
    assert lines[2].startswith("Not counted: particles")
    assert "95%" in lines[3]
    assert "98%" in lines[3]
    assert "English" in lines[3]


def test_where_nothing_counts_that_is_told_in_either_language() -> None:
    assert told(made(), 0.95, texts("en"))[0] == "There is no word to count in this text."
    assert len(told(made(), 0.95, texts("ja"))) == 2
    assert len(told(made((1, NEW)), 0.95, texts("ja"))) == 4


LEMMAS = [(word.headword, word.reading) for word in of(TEXT).words]
PARAGRAPHS = annotate(TEXT).paragraphs


def share(known: Iterable[tuple[str, str]]) -> Coverage:
    return coverage(PARAGRAPHS, KnownList(known), dictionary.default(), packaged())


@given(st.sets(st.sampled_from(LEMMAS)), st.sampled_from(LEMMAS))
def test_no_word_that_is_learnt_lowers_the_share(
    known: set[tuple[str, str]], learnt: tuple[str, str]
) -> None:
    before, after = share(known), share({*known, learnt})
    assert before.share is not None
    assert after.share is not None
    assert after.share > before.share or (learnt in known and after == before)
    for covered in (before, after):
        assert covered.known + covered.learning + covered.new == covered.running
        assert covered.running == sum(word.count for word in covered.words)


@given(st.sets(st.sampled_from(LEMMAS)), st.floats(0, 1))
def test_who_learns_the_plan_has_what_it_promises(
    known: set[tuple[str, str]], target: float
) -> None:
    have = set(known)
    for word in plan(share(known), target):
        have.add((word.headword, word.reading))
        assert share(have).share == word.coverage
    reached = share(have).share
    assert reached is not None
    assert reached >= target


@given(
    st.lists(
        st.tuples(st.integers(1, 6), st.sampled_from((KNOWN, LEARNING, NEW))),
        min_size=1,
        max_size=9,
    ),
    st.one_of(st.sampled_from((*GUIDES, 0.5, 1.0)), st.floats(0, 1)),
)
def test_no_shorter_list_reaches_the_target(words: list[tuple[int, str]], target: float) -> None:
    covered = made(*words)
    planned = plan(covered, target)
    counts = [count for count, state in words if state != KNOWN]

    def reached(learnt: Iterable[int]) -> bool:
        return (covered.known + sum(learnt)) / covered.running >= target

    assert reached(word.count for word in planned)
    assert not any(
        reached(some) for size in range(len(planned)) for some in combinations(counts, size)
    )
    assert len({word.id for word in planned}) == len(planned)
    shares = [word.coverage for word in planned]
    assert shares == sorted(shares)
    assert not shares or shares[-1] >= target


@pytest.mark.parametrize(
    ("listed", "text", "state"),
    [
        ("分かる", "わかった", "known"),
        ("わかる", "分かった", "known"),
        ("出来る", "できる", "known"),
        ("行う", "行なう", "known"),
        ("受け入れ", "受入れ", "known"),
        ("引き下げ", "引下げ", "known"),
        ("全て", "すべて", "known"),
        ("友達", "友だち", "known"),
        ("付き合う", "つき合う", "known"),
        ("煙草", "たばこ", "known"),
        ("取り締まる", "取締る", "known"),
        ("追求", "追及", "new"),
        ("聞く", "効く", "new"),
    ],
)
def test_a_list_knows_a_word_in_every_spelling(listed: str, text: str, state: str) -> None:
    assert of(text, KnownList([(listed, "")])).words[-1].state == state


def test_spellings_of_a_word_are_counted_as_one() -> None:
    covered = of("分かる。わかる。解る。", KnownList([("分かる", "わかる")]))
    (word,) = covered.words
    assert (word.headword, word.count, word.state) == ("分かる", 3, "known")
    assert set(word.ids) == set(states(covered))
    assert len(word.ids) == 3
