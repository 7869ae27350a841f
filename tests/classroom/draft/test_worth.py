import pytest

from kit.classroom.draft.worth import everyday, worth
from kit.language.annotate import annotate_line
from kit.language.article import Analysis
from kit.language.lexicon.glossary import packaged


def of(sentence: str, headword: str) -> Analysis:
    words = annotate_line(sentence, "paragraph", packaged()).words
    return next(word.analysis for word in words if word.headword == headword)


@pytest.mark.parametrize(
    ("sentence", "headword", "wanted"),
    [
        ("大きなことを決めた。", "こと", True),
        ("町に着いた。", "着く", True),
        ("多くの人が来た。", "人", True),
        ("世界の国が集まる。", "国", True),
        ("新しい計画だ。", "新しい", True),
        ("静かな町だ。", "静か", True),
        ("町を守る。", "守る", True),
        ("また話す。", "また", True),
        ("詳しく調査した。", "調査", False),
        ("合意を確認した。", "確認", False),  # frequent, but of kanji that school teaches late
        ("対応を急ぐ。", "対応", False),
        ("会合を開く。", "開く", False),  # news has a sense of its own for it
        ("少なくとも三人だ。", "少なくとも", False),
        ("姿勢を改めて示した。", "改めて", False),
        ("おなじみの光景だ。", "おなじみ", False),
        ("外交を進める。", "外交", False),  # a term of politics, of easy kanji
        ("条約を結ぶ。", "条約", False),
        ("試金石となる。", "試金石", False),
    ],
)
def test_everyday_words(sentence: str, headword: str, wanted: bool) -> None:
    assert everyday(of(sentence, headword)) is wanted


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("試金石", "確認"),  # rare elsewhere
        ("首脳", "現象"),  # newspapers have it far more often than other texts
        ("連携", "変化"),  # a term of politics
        ("構想", "プロジェクト"),  # a loan-word that English explains
    ],
)
def test_what_is_worth_more(more: str, less: str) -> None:
    first, second = (of(f"{word}がある。", word) for word in (more, less))
    assert worth(first, 1) > worth(second, 1)


def test_a_word_is_worth_more_where_it_comes_again() -> None:
    word = of("確認がある。", "確認")
    assert worth(word, 4) > worth(word, 2) > worth(word, 1) > 0


def test_a_compound_is_as_rare_as_the_rarest_word_in_it() -> None:
    compound = of("外相会合がある。", "外相会合")
    minister, meeting = of("外相がいる。", "外相"), of("会合がある。", "会合")
    assert worth(compound, 1, (minister, meeting)) == max(worth(minister, 1), worth(meeting, 1))
