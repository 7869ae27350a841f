import pytest

from kit.classroom.document.tidy import tidy


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("　政府は決めた。　", ("政府は決めた。", 0)),
        ("外相会談　　関係の強化", ("外相会談　関係の強化", 0)),
        ("G20 \t の\xa0会合", ("G20 の 会合", 0)),
        ("\ufeff政府\u200bは\xad決めた", ("政府は決めた", 0)),
        ("政府\0は\x07決めた", ("政府は決めた", 2)),
        ("政府\u202eは\u202c決めた", ("政府は決めた", 2)),
        ("政府\ud800は", ("政府は", 1)),
        ("\uf0b7支援", ("支援", 1)),
        ("⽇本の⻑い⼀⽇", ("日本の長い一日", 0)),
        ("政府は︑﹁決めた﹂︒", ("政府は、「決めた」。", 0)),
        ("辻\U000e0100さん", ("辻\U000e0100さん", 0)),
        ("一行\r\n二行", ("一行 二行", 0)),
        ("ｶﾞｲﾑ", ("ｶﾞｲﾑ", 0)),
        ("", ("", 0)),
    ],
)
def test_a_line_is_tidied(text: str, tidied: tuple[str, int]) -> None:
    assert tidy(text) == tidied
