"""The name of a lesson: that of its folder and its vocabulary, and of what students answered."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from kit.errors import InputError
from kit.language.lexicon.glossary import PACKAGED

LONGEST = 60
"""Characters of a name; with an ending it stays below what every system takes, in bytes too."""

RESERVED = frozenset(
    ["con", "prn", "aux", "nul"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)]
)
"""Names that Windows keeps for itself, in large and small letters."""

GLOSSARIES = frozenset(name.removesuffix(".csv") for name in PACKAGED)
"""Names that the kit's own glossaries have in `vocab/`."""

_NAME = re.compile(r"[^\W_][\w-]*")
_UNFIT = re.compile(r"[^\w]+")


def checked(name: str, taken: Collection[str] = ()) -> str:
    """A name that a new lesson can have.

    Args:
        name: as it was given.
        taken: the names that there are.

    Returns:
        It, in the normal form of Unicode.

    Raises:
        InputError: no lesson can have it, or one has it; the mend suggests another.
    """
    normal = unicodedata.normalize("NFC", name)
    problem = _problem(normal)
    if problem:
        raise InputError(f"{name!r} is no name for a lesson: {problem}", _mend(normal, taken))
    others = {other.casefold() for other in taken}
    if normal.casefold() in others:
        raise InputError(f"there is a lesson {name} already", _mend(normal, taken))
    return normal


def _problem(name: str) -> str:
    if not name.strip():
        return "it is empty"
    if not _NAME.fullmatch(name) or unicodedata.normalize("NFKC", name) != name:
        return "a name begins with a letter or digit, and holds letters, digits, - and _"
    if len(name) > LONGEST:
        return f"it is longer than {LONGEST} characters"
    if name.casefold() in RESERVED:
        return "Windows keeps it for itself"
    if name.casefold() in GLOSSARIES:
        return f"vocab/{name.casefold()}.csv is a glossary"
    return ""


def _mend(name: str, taken: Collection[str]) -> str:
    """Another name, like this one, that is free."""
    stem = _UNFIT.sub("-", unicodedata.normalize("NFKC", name)).strip("-_")[: LONGEST - 3]
    if not stem or stem.casefold() in RESERVED | GLOSSARIES:
        stem = f"lesson-{stem}".strip("-")
    others = {other.casefold() for other in taken}
    number = 2
    proposed = stem
    while proposed.casefold() in others:
        proposed = f"{stem}-{number}"
        number += 1
    return f"take another, such as {proposed}"
