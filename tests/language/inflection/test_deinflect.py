from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.language.article import Step
from kit.language.inflection.deinflect import deinflect, explain

KANA = [chr(code) for code in (*range(0x3041, 0x3097), 0x30FC)]
JAPANESE = st.text(st.sampled_from([*KANA, *"書食見来行開会談高静御々お", *"アタる"]), max_size=50)


def conjugations() -> Iterator[tuple[str, str, list[str]]]:
    """Each word of conjugations.txt, its class, and its forms."""
    lines = (Path(__file__).parent / "conjugations.txt").read_text(encoding="utf-8").splitlines()
    found: list[tuple[str, str, list[str]]] = []
    for line in lines:
        if line.startswith(" "):
            found[-1][2].extend(line.split())
        elif line and not line.startswith("#"):
            word, code = line.split()
            found.append((word, code, []))
    yield from found


CONJUGATIONS = list(conjugations())
FORMS = [(word, code, form) for word, code, forms in CONJUGATIONS for form in forms]

PASSIVE = "passive, potential or honorific"
ONGOING = "〜ている: ongoing or resulting state"

STEPS = (
    (
        "開く",
        "v5k",
        [
            ("開かれる", f"〜れる: {PASSIVE}"),
            ("開かれている", ONGOING),
            ("開かれています", "polite"),
        ],
    ),
    ("食べる", "v1", [("食べられる", f"〜られる: {PASSIVE}")]),
    ("書く", "v5k", [("書ける", "potential")]),
    ("書く", "v5k", [("書ける", "potential"), ("書けない", "〜ない: negative")]),
    ("帰る", "v5r", [("帰って", "〜て: te-form")]),
    ("かえる", "v5r", [("かえって", "〜て: te-form")]),
    ("かえる", "v1", [("かえて", "〜て: te-form")]),
    (
        "会談",
        "vs",
        [
            ("会談する", "〜する: makes a verb of the noun"),
            ("会談します", "polite"),
            ("会談しました", "〜た: past"),
        ],
    ),
    (
        "実施",
        "vs",
        [
            ("実施する", "〜する: makes a verb of the noun"),
            ("実施される", "〜される: passive or honorific"),
            ("実施された", "〜た: past"),
        ],
    ),
    (
        "実施",
        "vs",
        [("実施できる", "〜できる: potential of 〜する"), ("実施できない", "〜ない: negative")],
    ),
    (
        "食べる",
        "v1",
        [
            ("食べさせる", "〜させる: causative"),
            ("食べさせられる", "〜られる: passive"),
            ("食べさせられた", "〜た: past"),
        ],
    ),
    ("待つ", "v5t", [("待たされる", "〜される: causative passive (contracted)")]),
    ("話す", "v5s", [("話させる", "〜せる: causative"), ("話させられる", "〜られる: passive")]),
    ("話す", "v5s", [("話される", f"〜れる: {PASSIVE}")]),
    ("見る", "v1", [("見よう", "〜よう: volitional")]),
    ("見る", "v1", [("見よ", "imperative")]),
    ("行く", "v5k-s", [("行こう", "〜う: volitional")]),
    ("行く", "v5k-s", [("行こうとする", "〜うとする: try to, be about to")]),
    ("する", "vs-i", [("すべき", "〜べき: should")]),
    ("する", "vs-i", [("せざるを得ない", "〜ざるを得ない: cannot but")]),
    (
        "する",
        "vs-i",
        [
            ("します", "polite"),
            ("しません", "〜ません: negative"),
            ("しませんでした", "〜でした: past"),
        ],
    ),
    ("増える", "v1", [("増えつつある", "〜つつある: in the course of")]),
    ("くださる", "v5aru", [("ください", "imperative")]),
    ("読む", "v5m", [("読んでください", "〜てください: request")]),
    (
        "読む",
        "v5m",
        [
            ("読んでしまう", "〜てしまう: completely, or to one's regret"),
            ("読んでしまった", "〜た: past"),
        ],
    ),
    (
        "進む",
        "v5m",
        [("進んでくる", "〜てくる: come to, do and come"), ("進んできた", "〜た: past")],
    ),
    (
        "進む",
        "v5m",
        [("進んでくる", "〜てくる: come to, do and come"), ("進んできます", "polite")],
    ),
    ("避ける", "v1", [("避けない", "〜ない: negative"), ("避けなければ", "〜ければ: conditional")]),
    (
        "避ける",
        "v1",
        [("避けない", "〜ない: negative"), ("避けなければならない", "〜なければならない: must")],
    ),
    ("高い", "adj-i", [("高くない", "〜くない: negative"), ("高くなかった", "〜かった: past")]),
    ("高い", "adj-i", [("高かった", "〜かった: past"), ("高かったです", "polite")]),
    ("高い", "adj-i", [("高いです", "polite")]),
    ("いい", "adj-ix", [("よくない", "〜くない: negative")]),
    ("重要", "adj-na", [("重要さ", "〜さ: noun of degree")]),
    ("重要", "adj-na", [("重要すぎる", "〜すぎる: too")]),
    ("堂々", "adj-t", [("堂々たる", "〜たる: before a noun")]),
    ("だ", "cop", [("だった", "〜だった: past")]),
    ("待つ", "v5t", [("お待ちになる", "お〜になる: honorific")]),
    ("待つ", "v5t", [("お待ちする", "お〜する: humble"), ("お待ちします", "polite")]),
    ("説明", "vs", [("ご説明する", "ご〜する: humble")]),
    ("いらっしゃる", "v5aru", [("いらっしゃいます", "polite"), ("いらっしゃいませ", "imperative")]),
)

NO_FORMS = (
    ("帰る", "v5r", "帰て 帰ない 帰ます 帰た 帰れば帰る"),
    ("変える", "v1", "変えって 変えらない 変えります 変えった"),
    ("書く", "v5k", "書って 書くない 書きない 書くて 書きた 書いない 書かます"),
    ("読む", "v5m", "読んて 読んた 読いで"),
    ("高い", "adj-i", "高いくない 高いだった 高かない高い 高くた"),
    ("行く", "v5k-s", "行いて 行いた"),
    ("開く", "v5k", "開かれられる 開けられられる 開いてく開く"),
    ("会談", "vs", "会談った 会談ます 会談ない"),
)
"""What learners and careless programs take for forms of these words."""


@pytest.mark.parametrize(("word", "code", "forms"), CONJUGATIONS)
def test_every_form_is_explained_from_its_word(word: str, code: str, forms: list[str]) -> None:
    unexplained = []
    for form in forms:
        steps = explain(form, word, frozenset({code}))
        if not steps or steps[-1].form != form:
            unexplained.append(form)
    assert unexplained == []


def test_every_form_leads_back_to_its_word() -> None:
    lost = [
        (word, form)
        for word, code, form in FORMS
        if not any(found.base == word and code in found.classes for found in deinflect(form))
    ]
    assert lost == []


@pytest.mark.parametrize(("word", "code", "way"), STEPS)
def test_steps_are_named_and_have_real_forms(
    word: str, code: str, way: list[tuple[str, str]]
) -> None:
    steps = explain(way[-1][0], word, frozenset({code}))
    assert steps == tuple(Step(*step) for step in way)


@pytest.mark.parametrize(("word", "code", "text"), NO_FORMS)
def test_what_is_no_form_of_a_word_is_not_explained(word: str, code: str, text: str) -> None:
    explained = [form for form in text.split() if explain(form, word, frozenset({code}))]
    assert explained == []


def test_word_itself_needs_no_step() -> None:
    assert explain("開く", "開く", frozenset({"v5k"})) == ()
    assert explain("国際", "国際", frozenset()) == ()


def test_without_a_class_that_inflects_nothing_is_explained() -> None:
    assert explain("会談しました", "会談", frozenset({"n"})) is None
    assert explain("会談しました", "会談", frozenset({"n", "vs"})) is not None


def test_form_too_long_to_be_a_word_has_only_itself() -> None:
    assert [found.base for found in deinflect("食べ" + "てい" * 40 + "た")] == [
        "食べ" + "てい" * 40 + "た"
    ]


@given(JAPANESE | st.text(max_size=50))
def test_form_itself_comes_first_and_every_way_ends_in_it(form: str) -> None:
    found = deinflect(form)
    assert found[0] == (form, frozenset(), ())
    assert len(found) <= 400
    for word in found[1:]:
        assert word.classes
        assert word.steps[-1].form == form
        assert all(step.form and step.step for step in word.steps)


@given(JAPANESE)
def test_deinflection_and_explanation_agree(form: str) -> None:
    for word in deinflect(form)[1:]:
        if word.base != form:
            steps = explain(form, word.base, word.classes)
            assert steps is not None
            assert len(steps) <= len(word.steps)


@given(st.sampled_from(FORMS))
def test_fewer_steps_come_first(case: tuple[str, str, str]) -> None:
    lengths = [len(found.steps) for found in deinflect(case[2])]
    assert lengths == sorted(lengths)
