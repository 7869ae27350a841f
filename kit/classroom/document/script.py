"""Which language a text is in, as far as its letters tell: Japanese, Chinese, or another."""

from __future__ import annotations

import re
from functools import cache

from kit.language.script.sentences import sentences

JAPANESE, CHINESE, OTHER = "Japanese", "Chinese", "other"
"""What a text may be in."""

LEAST = 0.3
"""The share of kana and kanji among the letters of a Japanese text, with names such as G20."""

SHORT = 12
"""Letters of a foreign name that may stand alone in a Japanese text, as a headline does."""

_KANA = re.compile("[ぁ-ゖァ-ヺｦ-ﾝ]")
_KANJI = re.compile("[一-鿿々㐀-䶿\U00020000-\U0003ffff]")
_LETTER = re.compile(r"[^\W\d_]")
_CHINESE_WORD = re.compile("[的是在了不也就都与與和对對将將还這这说說让讓及该該]")
_SENTENCE = re.compile("[。！？；，]")


def language(text: str) -> str | None:
    """What a line of text is in; None where it is too short to tell.

    A line without kana is Chinese where it is a sentence, where it has characters that Japanese
    does not, or where the little words of Chinese are in it; else it is a headline or a name.
    """
    kana, kanji = len(_KANA.findall(text)), len(_KANJI.findall(text))
    every = letters(text)
    if every < 2:
        return None
    if kana + kanji < LEAST * every:
        return OTHER if every > SHORT else None
    if kana > 0.1 * kanji:
        return JAPANESE
    foreign = len(_foreign(text))
    words = len(_CHINESE_WORD.findall(text))
    if foreign >= 2 and foreign >= 0.03 * kanji:
        return CHINESE
    if not kana and kanji >= 8 and (_SENTENCE.search(text) or words >= max(2, 0.06 * kanji)):
        return CHINESE
    return JAPANESE if kana else None


def chinese_sentences(text: str) -> tuple[str, list[str]]:
    """A Japanese text without the sentences in Chinese that stand in it, and these.

    A sentence is Chinese where it has no kana and two characters that Japanese does not have; next
    to such a one, one character is enough. What a Japanese sentence quotes is a part of it.
    """
    parts = [text[start:end] for start, end in sentences(text)]
    signs = [0 if _KANA.search(part) else len(_foreign(part)) for part in parts]
    chinese = [max(signs) >= 2 and sign > 0 for sign in signs]
    kept = "".join(part for part, out in zip(parts, chinese, strict=True) if not out)
    return kept.strip(), [part for part, out in zip(parts, chinese, strict=True) if out]


def letters(text: str) -> int:
    """How many letters a text has, of any script."""
    return len(_LETTER.findall(text))


def _foreign(text: str) -> set[str]:
    return {char for char in _KANJI.findall(text) if not _is_japanese(char)}


@cache
def _is_japanese(kanji: str) -> bool:
    """Whether a character set of Japan has a character; they lack China's simplified ones."""
    for japanese in ("euc_jis_2004", "cp932"):  # only the second has 髙
        try:
            kanji.encode(japanese)
        except UnicodeEncodeError:
            continue
        return True
    return False
