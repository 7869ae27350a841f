from kit.language.annotate import annotate
from kit.lesson.lesson import Paragraph
from kit.widgets import read
from kit.widgets.fallback import over_kanji, ruby
from kit.widgets.reader import Page, Reader


def shown(reader: Reader) -> list[str]:
    """The lines as the front end puts them together."""
    return [
        "".join(reader.words[number]["surface"] for number in line["words"])
        for page in reader.pages
        for line in page["lines"]
    ]


def test_the_words_join_to_the_text() -> None:
    reader = read("首相が外交の方針を説明した。\n\n- 予算案\n- 修正")
    assert shown(reader) == ["首相が外交の方針を説明した。", "- 予算案", "- 修正"]
    assert [line["kind"] for page in reader.pages for line in page["lines"]] == [
        "paragraph",
        "item",
        "item",
    ]


def test_a_word_brings_what_its_panel_shows() -> None:
    reader = read("法案が開かれた。")
    word = next(word for word in reader.words if word["surface"] == "開かれた")
    assert word["headword"] == "開く"
    assert word["reading"] == "ひらかれた"
    assert word["furigana"] == [("開", "ひら"), ("かれた", None)]
    assert [form for form, _ in word["inflection"]] == ["開かれる", "開かれた"]
    assert word["glosses"]


def test_a_word_met_twice_is_sent_once() -> None:
    reader = read("外交と外交と外交")
    assert [word["surface"] for word in reader.words] == ["外交", "と"]
    assert reader.pages[0]["lines"][0]["words"] == [0, 1, 0, 1, 0]


def test_an_empty_text_is_an_empty_page() -> None:
    assert read("").pages == [{"lines": [], "versions": []}]
    assert repr(read("")) == ""


def test_text_is_never_markup() -> None:
    text = '<script>alert("x")</script>&amp;<img src=x onerror=alert(1)>'
    paragraph = Paragraph(text, 1, english=text)
    reader = Reader([Page(annotate(text).paragraphs, paragraph)])
    assert shown(reader) == [text]
    html = reader._repr_mimebundle_()[0]["text/html"]
    assert "<script" not in html
    assert "<img" not in html
    assert "&lt;script&gt;" in html


def test_the_fallback_is_text_with_readings_and_glosses() -> None:
    data, _ = read("内閣が決定した。")._repr_mimebundle_()
    assert "<ruby>内閣<rp>（</rp><rt>ないかく</rt><rp>）</rp></ruby>が" in data["text/html"]
    plain = data["text/plain"]
    assert plain.startswith("内閣が決定した。\n\n内閣（ないかく）: ")
    assert "決定した（けっていした）" in plain
    assert "決定 → 決定する" in plain
    assert "application/vnd.jupyter.widget-view+json" in data


def test_the_fallback_names_every_version_in_full() -> None:
    paragraph = Paragraph("予算案", 1, standard="標" * 300, easy="易", english="e", note="注")
    plain = repr(Reader([Page(annotate("予算案").paragraphs, paragraph)]))
    assert f"Standard: {'標' * 300}\n\nEasy: 易\n\nEnglish: e\n\nNote: 注\n\n予算案" in plain


def test_two_readers_of_one_text_have_one_fallback() -> None:
    first, second = (read("内閣が決定した。")._repr_mimebundle_()[0] for _ in range(2))
    for kind in ("text/plain", "text/html"):
        assert first[kind] == second[kind]


def test_furigana_stands_over_kanji_alone() -> None:
    assert over_kanji([("G20", "じーとぅえんてぃー"), ("外", "がい")]) == [
        ("G20", None),
        ("外", "がい"),
    ]
    assert ruby([("食", "た"), ("べ", None), ("物", "もの"), ("屋", "や")]) == (
        "<ruby>食<rp>（</rp><rt>た</rt><rp>）</rp></ruby>べ"
        "<ruby>物屋<rp>（</rp><rt>ものや</rt><rp>）</rp></ruby>"
    )
