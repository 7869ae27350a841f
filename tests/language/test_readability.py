import fugashi
import pytest
import unidic_lite
from jreadability import compute_readability

from kit.language.readability import band, readability

NEWS = "政府は来年度予算案を閣議決定し、国会審議における野党の修正要求に応じない方針を表明した。"
EASY = "きのう、みんなで話しました。とても楽しかったです。"


def test_a_simple_text_scores_higher_than_the_news() -> None:
    news, easy = readability([NEWS]), readability([EASY])
    assert news is not None
    assert easy is not None
    assert easy > news + 2


def test_a_point_of_a_list_counts_as_a_sentence() -> None:
    points = ["- 防衛費の増額", "- 国債の発行"]
    assert readability(points) == readability(["防衛費の増額。", "国債の発行。"])
    assert readability(points) != readability(["防衛費の増額国債の発行"])


@pytest.mark.parametrize(
    "text",
    [
        NEWS,
        EASY,
        NEWS + EASY,
        "ラブロフ外相は「対話を続ける」と述べ、G20の会合を後にした。",
        "走れ、走れ。まだ間に合うでしょうか？ ええ、もちろん！",
        '彼は"No, thanks,"と言った。１，２００円です。',
        "ぷるるんめりこ。☃🙂。",
    ],
)
def test_the_score_is_what_the_library_makes_of_its_own_tagger(text: str) -> None:
    tagger = fugashi.Tagger(f'-r /dev/null -d "{unidic_lite.DICDIR}"')
    assert readability([text]) == compute_readability(text, tagger)


def test_a_text_of_any_length_has_a_score() -> None:
    assert readability(["1" * 400_000]) is not None


def test_the_score_of_a_long_text_is_that_of_its_sentences() -> None:
    short, long = readability([EASY * 10]), readability([EASY * 2_000])
    assert long == pytest.approx(short)


@pytest.mark.parametrize("lines", [[], [""], ["  ", "- "]])
def test_nothing_has_no_score(lines: list[str]) -> None:
    assert readability(lines) is None


@pytest.mark.parametrize(
    ("score", "name"),
    [
        (7.0, "beyond the easiest band"),
        (4.5, "upper elementary"),
        (4.4, "lower intermediate"),
        (0.5, "upper advanced"),
        (-1.0, "beyond the hardest band"),
    ],
)
def test_a_score_has_the_name_that_its_authors_give_it(score: float, name: str) -> None:
    assert band(score) == name
