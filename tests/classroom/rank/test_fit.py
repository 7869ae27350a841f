import json
import pickle
import random

import pytest

from kit.classroom.rank.fit import LONGEST, Fit, fit
from kit.errors import InputError
from kit.language.readability import readability
from kit.learner.coverage import KnownList

TEXT = "外相が会談\n外相が会談した。外相は会談で条約を説明した。首相は外相に条約を示した。"
"""外相 4, 会談 3, 条約 2, 説明 1, 首相 1, 示す 1: 12 running words."""

ALL = "外相 会談 条約 説明 首相 示す".split()


def known(*words: str) -> KnownList:
    return KnownList((word, "") for word in words)


@pytest.mark.parametrize(
    ("words", "share", "to_learn", "terms"),
    [
        ([], 0, 6, ("外相", "会談", "条約", "首相")),
        (["外相", "説明"], 5 / 12, 4, ("会談", "条約", "首相")),
        (["外相", "会談", "条約", "首相"], 10 / 12, 2, ()),
        ([*ALL, "大臣"], 1, 0, ()),
    ],
)
def test_an_article_is_measured_by_what_the_class_knows(
    words: list[str], share: float, to_learn: int, terms: tuple[str, ...]
) -> None:
    found = fit(TEXT, known(*words))
    assert found.known == pytest.approx(share)
    assert (found.to_learn, found.terms) == (to_learn, terms)
    assert (found.words, found.characters) == (12, len(TEXT) - 1)
    assert found.readability == readability(TEXT.split("\n"))


@pytest.mark.parametrize(
    ("text", "characters"),
    [
        ("協力した。", 5),
        ("\n\n  協力\u3000した。\t\r\n\n- 協力した。\n", 11),
        ("協\0力した\ud800。\u202e", 8),
        ("ｷｮｳﾘｮｸした。" * 3, 27),
    ],
)
def test_any_text_with_a_word_is_measured(text: str, characters: int) -> None:
    assert fit(text, known()).characters == characters


@pytest.mark.parametrize("text", ["", "\n \n", "2025年2月20日", "。、「」", "!?", "\0", "abc"])
def test_a_text_without_a_word_to_count_does_not_fit_anybody(text: str) -> None:
    with pytest.raises(InputError, match="no word to count"):
        fit(text, known())


def test_a_book_is_no_article() -> None:
    with pytest.raises(InputError, match="500,001 characters"):
        fit("本" * (LONGEST + 1), known())


def made(share: float, ease: float = 3.0, characters: int = 2000) -> Fit:
    return Fit(share, 10, ease, characters, 500, ())


@pytest.mark.parametrize(
    "best_first",
    [
        # The nearer to 95 to 98 % the better, from below and from above.
        [made(0.96), made(0.93), made(0.90), made(0.6), made(0.0)],
        [made(0.97), made(1.0), made(0.94 - 0.02), made(0.9)],
        # Within a percent, and within the guides, the easier one; not the shorter one.
        [made(0.95, 4.0), made(0.98, 3.9), made(0.96, 3.8, 300)],
        [made(0.802, 3.5, 5000), made(0.804, 3.4, 400), made(0.79, 6.0)],
    ],
)
def test_the_order_of_articles(best_first: list[Fit]) -> None:
    mixed = random.Random(1).sample(best_first, len(best_first))
    assert sorted(mixed, key=lambda fit: fit.order) == best_first


def test_a_fit_travels_between_machines() -> None:
    found = fit(TEXT, pickle.loads(pickle.dumps(known("外相"))))
    assert found == fit(TEXT, known("外相"))
    assert pickle.loads(pickle.dumps(found)) == found
    assert json.loads(json.dumps(found._asdict()))["terms"] == ["会談", "条約", "首相"]


def test_without_a_dictionary_nothing_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIT_DICTIONARY", "gone.db")
    with pytest.raises(InputError, match="KIT_DICTIONARY"):
        fit(TEXT, known())
