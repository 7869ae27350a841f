"""The grammar table: every form is found where it is used, and explained."""

import re

import pytest

from kit import annotate
from kit.language.lexicon import grammar

KINDS = {"particle", "auxiliary", "compound particle", "conjunction", "phrase", "adverb", "noun"}


def test_rows_have_a_reading_in_hiragana_a_meaning_and_a_kind() -> None:
    for form, row in ((form, row) for form, rows in grammar.table().items() for row in rows):
        assert re.fullmatch("[ぁ-ゖー]+", row.reading), form
        assert row.gloss
        assert row.kind in KINDS


@pytest.mark.parametrize(
    ("sentence", "form", "kind", "gloss"),
    [
        ("国が決める。", "が", "particle", "subject"),
        ("国から届く。", "から", "particle", "from"),
        ("20日までに決める。", "までに", "particle", "by"),
        ("彼は首相だ。", "だ", "auxiliary", "copula"),
        ("彼は首相である。", "である", "auxiliary", "written"),
        ("予算は十分ではありませんでした。", "ではありませんでした", "auxiliary", "not"),
        ("事実かもしれない。", "かもしれない", "auxiliary", "may"),
        ("雨が降るそうだ。", "そう", "auxiliary", "it is said"),
        ("和平をめぐって争う。", "をめぐって", "compound particle", "over"),
        ("国会において述べた。", "において", "compound particle", "in"),
        ("どのような国か。", "どのような", "phrase", "what kind"),
        ("ところが、雨が降った。", "ところが", "conjunction", "however"),
    ],
)
def test_a_form_of_the_table_is_found_and_explained(
    sentence: str, form: str, kind: str, gloss: str
) -> None:
    (word,) = (word for word in annotate(sentence).words if word.surface == form)
    assert (word.kind, word.pos, word.entry) == ("grammar", kind, None)
    assert gloss in word.glosses[0]


@pytest.mark.parametrize(
    "form",
    [
        form
        for form, (row, *_) in grammar.table().items()
        if row.kind == "compound particle" and form[0] in "にを" and not row.where
    ],
)
def test_each_compound_particle_after_a_noun_is_one_word(form: str) -> None:
    words = list(annotate(f"この問題{form}、").words)
    assert [word.surface for word in words] == ["この", "問題", form, "、"]
    assert words[2].reading == grammar.table()[form][0].reading
