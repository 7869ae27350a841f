import pytest

from kit import annotate


@pytest.mark.parametrize(
    ("text", "headword", "meaning"),
    [
        ("首相は反対を表明した。", "表明", "expression; statement (of a position)"),
        ("協力の姿勢を改めて示した。", "改めて", "once again; anew"),
        ("一見すると問題はない。", "一見", "(一見すると: at first glance); look; glimpse"),
        (
            "改善を窺わせる発言だ。",
            "窺う",
            "to suggest; to hint at",
        ),
        (
            "改善をうかがわせる発言だ。",
            "うかがう",
            "to suggest; to hint at",
        ),
    ],
)
def test_the_sense_of_news_comes_before_the_dictionary_s(
    text: str, headword: str, meaning: str
) -> None:
    word = next(word for word in annotate(text).words if word.analysis.headword == headword)
    assert word.analysis.glosses[0] == meaning
    assert len(word.analysis.glosses) > 1
