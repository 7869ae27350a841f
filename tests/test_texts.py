import json
import re
from pathlib import Path

import pytest

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
    files = {key for key in asked if key.endswith((".js", ".css"))}
    assert sorted(asked - files - set(texts("en"))) == []


def test_no_text_is_left_over() -> None:
    for key in texts("en"):
        prefix, _, name = key.partition(".")
        begun = {f"{prefix}.{name[:end]}${{" for end in range(len(name))}
        begun |= {f"{prefix}.{name[:end]}{{" for end in range(len(name))}
        used = f'"{key}"' in SOURCES or any(start in SOURCES for start in begun)
        assert used, f"nothing shows {key}"


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
    assert texts("en")("reader.role", role="{role} <b>") == "Name: {role} <b>"
    with pytest.raises(KeyError):
        texts("en")("reader.nothing")
