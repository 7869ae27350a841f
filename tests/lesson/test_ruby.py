from kit.lesson.ruby import over_kanji, ruby


def test_furigana_stands_over_kanji_alone() -> None:
    assert over_kanji([("G20", "じーとぅえんてぃー"), ("外", "がい")]) == [
        ("G20", None),
        ("外", "がい"),
    ]
    assert ruby([("食", "た"), ("べ", None), ("物", "もの"), ("屋", "や")]) == (
        "<ruby>食<rp>（</rp><rt>た</rt><rp>）</rp></ruby>べ"
        "<ruby>物屋<rp>（</rp><rt>ものや</rt><rp>）</rp></ruby>"
    )


def test_text_is_never_markup() -> None:
    assert ruby([("<b>", None), ("&", '"')]) == "&lt;b&gt;&amp;"
