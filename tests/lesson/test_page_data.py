import json

from kit.language.annotate import annotate
from kit.language.lexicon.glossary import packaged
from kit.lesson.page_data import page_data


def data(text: str) -> dict[str, object]:
    return page_data([("1.1", annotate(text).paragraphs, [("easy", "やさしい")])], packaged())


def words(text: str) -> dict[str, dict[str, object]]:
    found = data(text)["words"]
    assert isinstance(found, list)
    return {word["surface"]: word for word in found}


def test_a_word_brings_what_its_panel_shows() -> None:
    word = words("法案が開かれた。")["開かれた"]
    assert (word["id"], word["headword"], word["reading"]) == ("開く/ひらく", "開く", "ひらく")
    assert word["furigana"] == [("開", "ひら"), ("かれた", None)]
    assert [form for form, _ in word["inflection"]] == ["開かれる", "開かれた"]  # type: ignore[attr-defined]
    assert word["senses"]
    assert word["accent"] == [2, False]
    assert ("あく", "to open (e.g. doors)") in word["others"]  # type: ignore[operator]


def test_a_name_brings_its_role_and_official_name() -> None:
    word = words("中国の王毅外相")["中国"]
    assert (word["role"], word["official"]) == ("place", "People's Republic of China")


def test_signs_have_no_panel_and_nothing_empty_is_sent() -> None:
    assert words("法案。")["。"] == {"surface": "。"}
    assert all(value for word in words("法案が開かれた。").values() for value in word.values())


def test_kanji_come_once_with_readings_meanings_and_grade() -> None:
    kanji = data("会合と会談")["kanji"]
    assert isinstance(kanji, dict)
    on, kun, meanings, grade = kanji["会"]
    assert (on, grade) == (["カイ", "エ"], 2)
    assert "あ.う" in kun
    assert "meeting" in meanings
    assert set(kanji) == set("会合談")


def test_pages_are_lines_of_numbers_and_versions() -> None:
    assert data("外交と外交。")["pages"] == [
        {
            "place": "1.1",
            "lines": [{"kind": "paragraph", "words": [0, 1, 0, 2]}],
            "versions": [["easy", "やさしい"]],
        }
    ]


def test_it_is_plain_json_of_a_modest_size() -> None:
    text = "政府は二十日、来年度の予算案を閣議で決定し、国会に提出した。" * 10
    size = len(json.dumps(data(text), ensure_ascii=False).encode())
    assert size < 45_000
