import json
import re
from pathlib import Path

import pytest

from kit.language.readability import BANDS
from kit.lesson.item import COLLOCATION, GAP, ODD, READING
from kit.lesson.lesson import VERSIONS
from kit.lesson.levels import VERSIONS as LEVELS
from kit.texts import HERE, LANGUAGES, chosen, texts

KIT = Path(__file__).parents[1] / "kit"
SOURCES = "\n".join(
    file.read_text(encoding="utf-8") for ending in ("py", "js") for file in KIT.rglob(f"*.{ending}")
)
PREFIXES = sorted({key.partition(".")[0] for key in texts("en")})


def places(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


def test_every_language_has_every_text_with_the_same_places() -> None:
    english = texts("en")
    for language in LANGUAGES:
        other = texts(language)
        assert set(other) == set(english)
        assert [key for key in english if places(other[key]) != places(english[key])] == []


def test_no_text_is_there_twice_or_empty() -> None:
    for language in LANGUAGES:
        pairs = json.loads(
            (HERE / f"{language}.json").read_text(encoding="utf-8"), object_pairs_hook=list
        )
        assert len({key for key, _ in pairs}) == len(pairs)
        assert all(text.strip() for _, text in pairs)


def test_every_text_that_is_asked_for_is_there() -> None:
    names = "|".join(PREFIXES)
    asked = set(re.findall(rf"[\"'`]((?:{names})\.[a-z][a-z0-9-]*)[\"'`]", SOURCES))
    files = {key for key in asked if key.endswith((".js", ".css", ".ipynb", ".html"))}
    assert sorted(asked - files - set(texts("en"))) == []


PUT_TOGETHER = {
    "reader.{}": [*VERSIONS, "known", "learning", "ignored"],
    "reader.furigana-{}": ["all", "unknown", "demand", "none"],
    "worksheet.{}": ["name", "class", "date", READING, GAP, COLLOCATION, ODD],
    "page.{}": ["next", "back", "paragraphs", "words", "questions"],
    "reason.order-{}": ["begins", "goes-on", "then"],
    "level.{}": [
        *LEVELS,
        *(name.replace(" ", "-") for _, name in BANDS),
        "beyond-the-hardest-band",
    ],
}
"""Keys that the source puts together from a name: what stands for it."""

MADE = {key.format(name) for key, names in PUT_TOGETHER.items() for name in names}


def test_no_text_is_left_over() -> None:
    named = {key for key in texts("en") if re.search(f"[\"'`]{re.escape(key)}[\"'`]", SOURCES)}
    assert sorted(set(texts("en")) - named - MADE) == []


def test_a_key_that_is_put_together_is_there() -> None:
    assert sorted(MADE - set(texts("en"))) == []
    for key in PUT_TOGETHER:
        start = key.partition("{")[0]
        assert f"{start}{{" in SOURCES or f"{start}${{" in SOURCES, key


@pytest.mark.parametrize(
    ("named", "language"),
    [("", "en"), ("ja", "ja"), ("ja_JP.UTF-8", "ja"), ("EN", "en"), ("fr", "en"), ("<b>", "en")],
)
def test_the_language_is_the_one_that_is_named(
    monkeypatch: pytest.MonkeyPatch, named: str, language: str
) -> None:
    monkeypatch.setenv("KIT_LANGUAGE", named)
    assert chosen() == language


def test_values_are_put_in_as_they_are() -> None:
    say = texts("en")
    assert say("reader.role", role="{role} <b>") == "Name: {role} <b>"
    told = say("reason.meaning", meaning="{word}", word="{reading}", reading="\\1")
    assert told == "“{word}” is {reading}（\\1）."


def test_a_text_or_value_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        texts("en")("reader.role")
    with pytest.raises(KeyError):
        texts("en")("reader.nothing")
