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
            "(窺わせる: to suggest, to hint at); to infer; to watch for (one's chance)",
        ),
        (
            "改善をうかがわせる発言だ。",
            "うかがう",
            "(うかがわせる: to suggest, to hint at); to sound out; to visit",
        ),
    ],
)
def test_the_sense_of_news_comes_before_the_dictionary_s(
    text: str, headword: str, meaning: str
) -> None:
    word = next(word for word in annotate(text).words if word.analysis.headword == headword)
    assert word.analysis.glosses[0] == meaning
    assert len(word.analysis.glosses) > 1
