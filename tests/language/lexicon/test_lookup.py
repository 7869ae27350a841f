from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.language.lexicon.glossary import Glossary, Term
from kit.language.lexicon.lookup import Match, lookup
from kit.language.script.spelling import queries, respellings

EMPTY = Glossary({})


def find(form: str) -> list[Match]:
    return lookup(form, glossary=EMPTY)


@pytest.mark.parametrize(
    ("form", "headword", "matched"),
    [
        ("開かれています", "開く", "開かれています"),
        ("会談しました", "会談", "会談しました"),
        ("実施できなかった", "実施", "実施できなかった"),
        ("食べられなかった", "食べる", "食べられなかった"),
        ("高くありませんでした", "高い", "高くありませんでした"),
        ("問うている", "問う", "問うている"),
        ("お待ちください", "待つ", "お待ちください"),
        ("歩調を合わせている", "歩調を合わせる", "歩調を合わせている"),
        ("した", "する", "した"),
        ("して", "する", "して"),
        ("国際秩序を守る", "国際秩序", "国際秩序"),
        ("静かだった", "静か", "静かだった"),
    ],
)
def test_best_match_of_a_form(form: str, headword: str, matched: str) -> None:
    best = find(form)[0]
    assert (best.headword, best.matched, best.length) == (headword, matched, len(matched))


@pytest.mark.parametrize(
    ("form", "word"),
    [
        ("ﾀﾍﾞﾏｼﾀ", "食べる"),
        ("タベマシタ", "食べる"),
        ("たべました", "食べる"),
        ("たっした", "達する"),
        ("かいだんしました", "会談"),
        ("ＮＡＴＯ", "ＮＡＴＯ"),
        ("Tシャツ", "Ｔシャツ"),
        ("すごーい", "凄い"),
        ("すげえ", "凄い"),
        ("せんせー", "先生"),
        ("こーひー", "コーヒー"),
        ("人人", "人々"),
        ("來た", "来る"),
        ("學びました", "学ぶ"),
        ("觀ている", "観る"),
        ("發展した", "発展"),
        ("思ひました", "思う"),
        ("言はう", "言う"),
        ("行きませう", "行く"),
        ("こゝろ", "心"),
        ("たゞし", "但し"),
        ("つゞいた", "続く"),
        ("いろ〳〵", "色々"),
        ("それ〴〵", "其々"),
        ("人〴〵", "人々"),
        ("益〻", "益々"),
        ("いすゞ", "いすゞ"),
        ("テンパッた", "テンパる"),
        ("サボッて", "サボる"),
        ("つれ込んだ", "連れ込む"),
        ("ひき上げた", "引き上げる"),
        ("とり扱う", "取り扱う"),
        ("髙市", "高市"),
        ("ございません", "ござる"),
        ("御座いました", "御座る"),
        ("ご座います", "御座る"),
        ("感ぜられる", "感じる"),
        ("あかんかった", "あかん"),
    ],
)
def test_any_spelling_of_a_form_is_found_whole(form: str, word: str) -> None:
    whole = [match for match in find(form) if match.length == len(form)]
    assert any(word in (*match.spellings, *match.readings) for match in whole[:3])


@pytest.mark.parametrize(
    ("form", "word"),
    [("帰って", "帰す"), ("書いて", "書きる"), ("本て", "本"), ("国た", "国")],
)
def test_part_of_speech_must_fit_the_inflection(form: str, word: str) -> None:
    assert not any(match.headword == word and match.inflection for match in find(form))


def test_matches_go_from_long_to_short_and_name_each_entry_once() -> None:
    matches = find("開かれています")
    assert [match.length for match in matches] == sorted(
        (match.length for match in matches), reverse=True
    )
    assert len({match.entry for match in matches}) == len(matches)
    assert {match.matched for match in matches} <= {"開かれています"[:n] for n in range(1, 8)}


def test_steps_lead_from_the_word_to_what_was_matched() -> None:
    best = find("開かれています")[0]
    assert [step.form for step in best.inflection] == ["開かれる", "開かれている", "開かれています"]


def test_common_words_come_before_rare_ones() -> None:
    assert [match.headword for match in find("はし")[:3]] == ["橋", "端", "箸"]


def test_word_of_the_glossary_comes_first() -> None:
    term = Term("会談", "かいだん", ("talks", "meeting"))
    glossary = Glossary({"会談": term})
    first, second, *_ = lookup("会談しました", glossary=glossary)
    assert first.entry is None
    assert first.glosses == ("talks; meeting",)
    assert first.matched == "会談しました"
    assert second.headword == "会談"
    assert second.entry is not None


def test_name_is_found_where_no_word_is() -> None:
    best = find("ラブロフ氏")[0]
    assert (best.headword, best.length) == ("ラブロフ", 4)


@pytest.mark.parametrize("form", ["", " ", "。", "\ud800", "%", "_", "\0", "🙂"])
def test_what_is_no_word_has_no_match_of_a_word(form: str) -> None:
    assert all(match.headword for match in find(form))


def test_respellings_keep_the_word_first() -> None:
    assert respellings("學ぶ")[0] == "學ぶ"
    assert "学ぶ" in respellings("學ぶ")
    assert "人人" in respellings("人々")


@given(
    st.text(st.sampled_from("すごーい〜ぁぃぅﾀﾞ思ふゐ來々ABｱ゛"), max_size=12) | st.text(max_size=12)
)
def test_queries_know_how_much_of_the_form_they_are(form: str) -> None:
    for query in queries(form):
        assert len(query.ends) == len(query.text) + 1
        assert query.ends[-1] == len(form)
        assert list(query.ends) == sorted(query.ends)


@settings(max_examples=60, deadline=None)
@given(
    st.text(st.sampled_from("食べ見来たてしまいれるなかっ会談ｱｶﾞーA々國"), max_size=10)
    | st.text(max_size=6)
)
def test_look_up_takes_any_text(form: str) -> None:
    for match in find(form):
        assert match.matched == form[: match.length]
        assert 0 < match.length <= len(form)
        assert match.glosses
