import pytest

from kit.language.brackets.reach import reach


@pytest.mark.parametrize(
    ("text", "reading", "words", "reached"),
    [
        ("憲法改正", "かいせい", {0: False}, "改正"),
        ("憲法改正", "けんぽうかいせい", {0: False}, "憲法改正"),
        ("下地島", "しもじしま", {0: True, 2: False}, "下地島"),
        ("占守島", "しゅむしゅとう", {0: False, 1: True}, "占守島"),
        ("政府の占守島", "しゅむしゅとう", {0: False, 2: False, 3: False, 4: True}, "占守島"),
        ("氏は徳茂雅之", "とくしげまさゆき", {0: False, 1: False, 2: True, 4: True}, "徳茂雅之"),
        ("引き摺", "ず", {0: False}, "摺"),
        ("引き摺", "ひきず", {0: False}, "引き摺"),
        ("被った", "かぶった", {0: False}, "被った"),
        ("お札", "おさつ", {0: False}, "お札"),
        ("佐々木", "ささき", {0: True}, "佐々木"),
        ("本田 圭佑", "ほんだけいすけ", {0: True, 2: False, 3: True}, "本田 圭佑"),
        ("高橋", "ですが", {0: True}, ""),
        ("会議", "おわり", {0: False}, ""),
        ("コンビニ", "こんびに", {0: False}, ""),
        ("国", "くにのいくつものことばがつづく", {0: True}, ""),
    ],
)
def test_a_reading_reaches_as_far_as_it_is_that_of_what_stands_there(
    text: str, reading: str, words: dict[int, bool], reached: str
) -> None:
    found = reach(text, len(text), reading, words, parted=" " in text)
    assert (text[found[0] :] if found else "") == reached
