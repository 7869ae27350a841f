"""Which entry a word is, and which of its senses come first."""

import pytest

from kit import annotate
from kit.language.article import Word
from kit.language.lexicon.choose import choose, fitting, senses
from kit.language.lexicon.dictionary import Entry, Form, Sense
from kit.language.lexicon.glossary import Glossary

EMPTY = Glossary({})


def find(text: str, surface: str) -> Word:
    return next(word for word in annotate(text, EMPTY).words if word.surface == surface)


@pytest.mark.parametrize(
    ("sentence", "surface", "headword", "gloss"),
    [
        ("雨が降った。", "雨", "雨", "rain"),
        ("市場が拡大した。", "市場", "市場", "market"),
        ("円が上がった。", "円", "円", "yen"),
        ("橋を渡った。", "橋", "橋", "bridge"),
        ("ある議員が述べた。", "ある", "ある", "a certain"),
        ("責任がある。", "ある", "ある", "to be"),
        ("会議にはいる。", "はいる", "入る", "to enter"),
        ("税金を納めた。", "納めた", "納める", "to pay"),
        ("かわが流れる。", "かわ", "川", "river"),
        ("きょう会う。", "きょう", "今日", "today"),
        ("上手な演説だ。", "上手", "上手", "skillful"),
        ("そう述べた。", "そう", "そう", "that way"),
        ("あまり進まない。", "あまり", "あまり", "(not) very"),
        ("法案を出した。", "出した", "出す", "to submit"),
        ("早く決める。", "早く", "早い", "early"),
        ("橋を架けた。", "架けた", "架ける", "to build"),
        ("犯人は捕まった。", "捕まった", "捕まる", "to be caught"),
        ("ただし、条件がある。", "ただし", "ただし", "however"),
    ],
)
def test_the_entry_that_is_meant(sentence: str, surface: str, headword: str, gloss: str) -> None:
    word = find(sentence, surface)
    assert word.headword == headword
    assert gloss in word.glosses[0]


def form(text: str, score: float = 1.0, only: tuple[str, ...] = ()) -> Form:
    return Form(text, (), score, only)


def sense(pos: str, gloss: str, *remarks: str) -> Sense:
    return Sense(frozenset(pos.split()), (gloss,), frozenset(remarks), (), ())


def entry(number: int, spellings: list[Form], readings: list[Form], *meanings: Sense) -> Entry:
    spelled, read = (tuple(form.text for form in forms) for forms in (spellings, readings))
    pos = frozenset[str]().union(*(meaning.pos for meaning in meanings))
    return Entry(
        number, tuple(spellings), tuple(readings), meanings, None, None, spelled, read, pos
    )


SPICY = entry(1, [form("辛い", 2)], [form("からい", 2)], sense("adj-i", "spicy"))
PAINFUL = entry(2, [form("辛い", 2)], [form("つらい", 2)], sense("adj-i", "painful"))
RARE = entry(3, [form("辛い", 0)], [form("かろい")], sense("adj-i", "light", "arch"))
NOUN = entry(4, [form("代わり", 2)], [form("かわり", 2)], sense("n", "substitute"))
VERB = entry(5, [form("代わる", 2)], [form("かわる", 2)], sense("v5r", "to replace"))


@pytest.mark.parametrize(
    ("hint", "number", "reading", "certain"),
    [("からい", 1, "からい", True), ("つらい", 2, "つらい", True), ("", 1, "からい", False)],
)
def test_the_reading_tells_homographs_apart(
    hint: str, number: int, reading: str, certain: bool
) -> None:
    choice = choose([RARE, SPICY, PAINFUL], "辛い", hint, "辛い", frozenset({"adj-i"}))
    assert choice is not None
    assert (choice.entry.id, choice.reading, choice.certain) == (number, reading, certain)


def test_a_part_of_speech_alone_brings_up_no_rare_entry() -> None:
    rare = entry(1, [form("巴豆")], [form("はず")], sense("n", "purging croton", "uk"))
    usual = entry(2, [form("筈", 2)], [form("はず", 2)], sense("aux", "should (be)", "uk"))
    choice = choose([rare, usual], "はず", "はず", "筈", frozenset({"n"}))
    assert choice is not None
    assert choice.entry.id == 2


def test_a_common_spelling_wins_over_an_outdated_one() -> None:
    old = entry(1, [form("別", 2), form("案", 0)], [form("あん", 2)], sense("n", "old"))
    plain = entry(2, [form("案", 2)], [form("あん", 2)], sense("n", "plan"))
    choice = choose([old, plain], "案", "あん", "案", frozenset({"n"}))
    assert choice is not None
    assert choice.entry.id == 2


def test_the_lemma_tells_kana_words_apart() -> None:
    substitute, verb = NOUN, VERB
    for lemma, kana, wanted, number in [
        ("代わり", "かわり", "n", 4),
        ("代わる", "かわる", "v5r", 5),
    ]:
        choice = choose([substitute, verb], kana, kana, lemma, frozenset({wanted}))
        assert choice is not None
        assert (choice.entry.id, choice.reading) == (number, kana)


def test_no_entry_no_choice() -> None:
    assert choose([], "案", "あん", "案", frozenset({"n"})) is None


def test_a_reading_that_is_not_for_the_spelling_is_not_chosen() -> None:
    found = entry(
        1,
        [form("甲"), form("乙")],
        [form("こう", 1, ("甲",)), form("おつ", 1, ("乙",))],
        sense("n", ""),
    )
    choice = choose([found], "乙", "こう", "乙", frozenset({"n"}))
    assert choice is not None
    assert choice.reading == "おつ"


def test_senses_that_fit_come_first_and_outdated_ones_last() -> None:
    meanings = (
        sense("n", "old noun", "arch"),
        sense("v5r", "verb"),
        sense("n", "noun"),
    )
    found = entry(1, [form("案")], [form("あん")], *meanings)
    assert [s.glosses[0] for s in senses(found, "案", "あん", frozenset({"n"}))] == [
        "noun",
        "old noun",
        "verb",
    ]


def test_senses_of_another_spelling_or_reading_are_left_out() -> None:
    here = Sense(frozenset({"n"}), ("here",), frozenset(), ("案",), ("あん",))
    other_spelling = here._replace(glosses=("spelling",), spellings=("按",))
    other_reading = here._replace(glosses=("reading",), readings=("つくえ",))
    found = entry(
        1,
        [form("案"), form("按")],
        [form("あん"), form("つくえ")],
        other_spelling,
        here,
        other_reading,
    )
    assert [s.glosses for s in senses(found, "案", "あん", frozenset({"n"}))] == [("here",)]


@pytest.mark.parametrize(
    ("role", "conjugation", "code", "fits"),
    [
        ("verb", "五段-カ行-一般", "v5k", True),
        ("verb", "五段-カ行-一般", "v1", False),
        ("verb", "下一段-ラ行", "v1", True),
        ("verb", "カ行変格", "vk", True),
        ("verb", "", "v5s", True),
        ("noun", "", "vs", True),
        ("noun", "", "v5r", False),
        ("adjective", "形容詞", "adj-i", True),
        ("quality", "", "adj-na", True),
        ("particle", "", "prt", True),
        ("determiner", "", "adj-pn", True),
    ],
)
def test_parts_of_speech_that_fit(role: str, conjugation: str, code: str, fits: bool) -> None:
    assert (code in fitting(role, conjugation, several=False)) == fits


def test_several_units_may_be_an_expression() -> None:
    assert "exp" in fitting("verb", "五段-ラ行", several=True)
    assert "exp" not in fitting("verb", "五段-ラ行", several=False)
