import json

import pytest

from kit.language.article import Accent, Analysis, Level, Paragraph, Sentence, Step, Word
from kit.language.as_json import lookup_json, paragraph_json
from kit.language.lexicon.lookup import Match


def analysis(surface: str) -> Analysis:
    return Analysis(
        surface,
        lemma="開く",
        reading="ひらかれます",
        alternatives=("あかれます",),
        uncertain=True,
        furigana=((surface[:1], "ひら"), (surface[1:], None)),
        pos="verb",
        kind="word",
        entry=1586270,
        headword="開く",
        glosses=('to open; to "undo"', "to hold (a meeting)"),
        source="jmdict",
        inflection=(Step("開かれる", "passive"), Step("開かれます", "polite")),
        accent=Accent(2, True),
        level=Level(3, None, 3),
    )


def paragraph(text: str, *words: Word) -> Paragraph:
    return Paragraph(text, "item", (Sentence(text, 0, words),))


def test_a_paragraph_is_one_object_with_its_keys_in_order() -> None:
    known = analysis("開かれます")
    bare = known._replace(
        surface="、", alternatives=(), uncertain=False, furigana=(("、", None),), entry=None,
        glosses=(), inflection=(), accent=None, level=Level(None, None, None),
    )  # fmt: skip
    line = paragraph_json(paragraph("開かれます、", Word(0, known), Word(5, bare)))
    assert "\n" not in line
    assert "開かれます" in line
    found = json.loads(line)
    assert list(found) == ["text", "kind", "words"]
    assert (found["text"], found["kind"]) == ("開かれます、", "item")
    assert list(found["words"][0].items()) == [
        ("surface", "開かれます"),
        ("start", 0),
        ("end", 5),
        ("lemma", "開く"),
        ("reading", "ひらかれます"),
        ("alternatives", ["あかれます"]),
        ("uncertain", True),
        ("furigana", [["開", "ひら"], ["かれます", None]]),
        ("pos", "verb"),
        ("kind", "word"),
        ("entry", 1586270),
        ("headword", "開く"),
        ("glosses", ['to open; to "undo"', "to hold (a meeting)"]),
        ("source", "jmdict"),
        (
            "inflection",
            [{"form": "開かれる", "step": "passive"}, {"form": "開かれます", "step": "polite"}],
        ),
        ("accent", {"drop": 2, "estimated": True}),
        ("level", {"frequency": 3, "newspaper": None, "grade": 3}),
    ]
    empty = found["words"][1]
    assert (empty["start"], empty["end"], empty["uncertain"]) == (5, 6, False)
    assert (empty["alternatives"], empty["glosses"], empty["inflection"]) == ([], [], [])
    assert (empty["entry"], empty["accent"]) == (None, None)


def test_a_shared_analysis_has_each_time_its_own_place() -> None:
    shared = analysis("開く")
    found = json.loads(paragraph_json(paragraph("開く開く", Word(0, shared), Word(2, shared))))
    assert [(word["start"], word["end"]) for word in found["words"]] == [(0, 2), (2, 4)]
    again = json.loads(paragraph_json(paragraph("。開く", Word(1, shared))))
    assert [(word["start"], word["end"]) for word in again["words"]] == [(1, 3)]


@pytest.mark.parametrize(
    "text", ['"\\', "\0\x1b\n", "\ud800", "\x7f\x85\u2028\u2029", "</script>", "😀"]
)
def test_any_text_is_a_line_of_utf_8(text: str) -> None:
    word = analysis(text)._replace(lemma=text, headword=text, furigana=((text, text),))
    line = paragraph_json(paragraph(text, Word(0, word)))
    line.encode()
    assert len(line.splitlines()) == 1
    found = json.loads(line)
    assert found["text"] == text
    assert found["words"][0]["surface"] == found["words"][0]["headword"] == text
    assert found["words"][0]["furigana"] == [[text, text]]


def test_a_look_up_is_one_object() -> None:
    match = Match(
        1586270, "開く", ("開く",), ("ひらく",), ("to open",), "開き", 2, (Step("開き", "stem"),)
    )
    assert json.loads(lookup_json("開きと", [match])) == {
        "form": "開きと",
        "matches": [
            {
                "entry": 1586270,
                "headword": "開く",
                "spellings": ["開く"],
                "readings": ["ひらく"],
                "glosses": ["to open"],
                "matched": "開き",
                "length": 2,
                "inflection": [{"form": "開き", "step": "stem"}],
            }
        ],
    }
    assert lookup_json("\udcff", []) == '{"form": "\\udcff", "matches": []}'
