"""The interface's texts: one file a language, a text a key, with places for values in braces."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

LANGUAGES = ("en", "ja")
"""English, which has every text, and Japanese."""

HERE = Path(__file__).parent

_PLACE = re.compile(r"\{(\w+)\}")


class Texts(Mapping[str, str]):
    """The texts of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._texts: dict[str, str] = json.loads(
            (HERE / f"{language}.json").read_text(encoding="utf-8")
        )

    def __call__(self, key: str, **values: Any) -> str:
        """A text with its values put in as they are; one that it has no place for is left out.

        Raises:
            KeyError: there is no such text, or a value is missing.
        """
        return _PLACE.sub(lambda place: str(values[place[1]]), self._texts[key])

    def under(self, *prefixes: str) -> dict[str, str]:
        """The texts whose keys begin with one of these and a dot, for the part that shows them."""
        starts = tuple(f"{prefix}." for prefix in prefixes)
        return {key: text for key, text in self._texts.items() if key.startswith(starts)}

    def __getitem__(self, key: str) -> str:
        return self._texts[key]

    def __iter__(self) -> Any:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)


@cache
def texts(language: str) -> Texts:
    """The texts of a language; those of English where the kit does not have it."""
    return Texts(language if language in LANGUAGES else LANGUAGES[0])


def chosen() -> str:
    """The language that `KIT_LANGUAGE` names, else English."""
    named = os.environ.get("KIT_LANGUAGE", "")[:2].lower()
    return named if named in LANGUAGES else LANGUAGES[0]
