"""A small text of news, and what annotating a text must give."""

from typing import Any

from kit.language.script.sentences import lines

TITLE = "日本と韓国の外相が電話で会談"
BODY = "両外相は3日、北朝鮮をめぐる情勢について話し合った。"
NEWS = f"{TITLE}\n\n{BODY}\n- 次の会談は来月開かれます。\n"

WORD_KEYS = [
    *("surface", "start", "end", "lemma", "reading", "alternatives", "uncertain", "furigana"),
    *("pos", "kind", "entry", "headword", "glosses", "source", "inflection", "accent", "level"),
]


def check(objects: list[dict[str, Any]], text: str) -> None:
    """The objects are the lines of the text, and their words join to them."""
    assert [(found["text"], found["kind"]) for found in objects] == list(lines(text))
    for found in objects:
        assert list(found) == ["text", "kind", "words"]
        position = 0
        for word in found["words"]:
            assert list(word) == WORD_KEYS
            assert (word["start"], word["end"]) == (position, position + len(word["surface"]))
            assert "".join(piece for piece, _ in word["furigana"]) == word["surface"]
            position = word["end"]
        assert "".join(word["surface"] for word in found["words"]) == found["text"]
