"""The glossaries' content: every row is sound, and the kit finds every headword in a sentence."""

from __future__ import annotations

import csv
import re
from collections import Counter
from functools import cache

import pytest

from kit import annotate, content
from kit.language.article import Word
from kit.language.lexicon.glossary import packaged

DOMAINS = {
    "diet", "elections", "diplomacy", "security", "economy", "law", "local", "international",
}  # fmt: skip
KINDS = {"person", "party", "ministry", "place", "organisation"}

CARRIERS = {
    "noun": ("この記事は", "について書いている。"),
    "phrase": ("各国は、", "方針だ。"),
}
"""What stands before and after a headword: a noun, or a phrase that ends in a verb."""

TITLES = {"prime minister": "首相", "president": "大統領", "foreign minister": "外相", "": "氏"}
"""What the meaning says somebody is or was → the title that the news gives them."""


@cache
def rows(name: str) -> list[dict[str, str]]:
    file = content.folder("vocab") / f"{name}.csv"
    return list(csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines()))


def ids(name: str) -> list[str]:
    return [row["word"] for row in rows(name)]


def is_phrase(word: str) -> bool:
    return word[-1] in "うくぐすつぬぶむる"


def found(before: str, word: str, after: str) -> Word | str:
    """The word of the kit that is just this part of the text; else how the kit parts the text."""
    words = list(annotate(before + word + after).words)
    whole = [w for w in words if (w.start, w.surface) == (len(before), word)]
    return whole[0] if whole else "|".join(w.surface for w in words)


@pytest.mark.parametrize(("name", "least"), [("politics", 600), ("names", 350)])
def test_there_are_enough_rows(name: str, least: int) -> None:
    assert len(rows(name)) >= least


def test_no_headword_is_there_twice() -> None:
    counts = Counter(ids("politics") + ids("names"))
    assert [word for word, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("name", ["politics", "names"])
def test_readings_are_in_hiragana(name: str) -> None:
    for row in rows(name):
        others = [reading for reading in row["alternatives"].split(";") if reading]
        for reading in (row["reading"], *others, row.get("short_reading") or "あ"):
            assert re.fullmatch("[ぁ-ゖー]+", reading), row


@pytest.mark.parametrize("name", ["politics", "names"])
def test_no_cell_has_blanks_around_it_or_is_missing(name: str) -> None:
    for row in rows(name):
        assert all(value is not None and value == value.strip() for value in row.values()), row


@pytest.mark.parametrize("name", ["politics", "names"])
def test_every_row_has_a_meaning_without_japanese_words_alone(name: str) -> None:
    for row in rows(name):
        assert re.search("[A-Za-z]{2}", row["meaning"]), row


@pytest.mark.parametrize("name", ["politics", "names"])
def test_an_alternative_is_another_reading(name: str) -> None:
    for row in rows(name):
        others = [reading for reading in row["alternatives"].split(";") if reading]
        assert row["reading"] not in others
        assert len(set(others)) == len(others)


@pytest.mark.parametrize(
    ("name", "column", "values"), [("politics", "domain", DOMAINS), ("names", "kind", KINDS)]
)
def test_every_row_has_one_of_the_kinds_and_each_kind_has_rows(
    name: str, column: str, values: set[str]
) -> None:
    assert {row[column] for row in rows(name)} == values


def test_a_short_form_has_a_reading_and_is_part_of_the_name() -> None:
    for row in rows("names"):
        assert bool(row["short"]) == bool(row["short_reading"]), row
        assert row["short"] in row["word"], row
        assert row["short"] != row["word"], row


@pytest.mark.parametrize(
    ("name", "word", "reading"),
    [
        pytest.param(name, row["word"], row["reading"], id=row["word"])
        for name in ("politics", "names")
        for row in rows(name)
    ],
)
def test_a_headword_is_one_word_in_a_sentence(name: str, word: str, reading: str) -> None:
    before, after = CARRIERS["phrase" if is_phrase(word) else "noun"]
    whole = found(before, word, after)
    assert isinstance(whole, Word), whole
    assert (whole.reading, whole.source, whole.headword) == (reading, "glossary", word)
    assert whole.kind == ("name" if name == "names" else "word")


def short_forms() -> list[tuple[str, str, str]]:
    """Each short form with a title that its owner has in the news, and its reading."""
    forms: dict[str, tuple[str, str, str]] = {}
    for row in rows("names"):
        term = packaged().get(row["short"]) if row["short"] else None
        if term is not None and term.category == "person":
            title = next(title for said, title in TITLES.items() if said in row["meaning"])
            forms.setdefault(row["short"], (row["short"], title, term.reading))
    return list(forms.values())


@pytest.mark.parametrize(
    ("short", "title", "reading"),
    [pytest.param(*row, id=f"{row[0]}{row[1]}") for row in short_forms()],
)
def test_a_short_form_is_a_name_before_a_title(short: str, title: str, reading: str) -> None:
    whole = found("きのう、", short, f"{title}は会見した。")
    assert isinstance(whole, Word), whole
    assert (whole.reading, whole.source, whole.kind) == (reading, "glossary", "name")


@pytest.mark.parametrize("short", ["石破", "岸田", "安倍", "高市"])
@pytest.mark.parametrize("title", ["元首相", "前首相"])
def test_a_short_form_is_a_name_before_a_former_title(short: str, title: str) -> None:
    whole = found("きのう、", short, f"{title}は会見した。")
    assert isinstance(whole, Word), whole
    assert (whole.source, whole.kind) == ("glossary", "name")
