import time

import pytest

from kit.learner.card_text import LONGEST, plain, without_furigana


@pytest.mark.parametrize(
    ("field", "shown"),
    [
        ("協調", "協調"),
        ("", ""),
        ("<b>協</b>調", "協調"),
        ('<div style="color:red">協調</div><div>きょうちょう</div>', "協調"),
        ("<br><br/>協調<br>cooperation", "協調"),
        ("協調[sound:kyouchou.mp3]", "協調"),
        ("[sound:a.mp3]", ""),
        ("[anki:tts lang=ja]協調[/anki:tts]", "協調[/anki:tts]"),
        ('<img src="kyouchou.jpg">', ""),
        ("&nbsp;協調&nbsp;", "協調"),
        ("A&amp;B", "A&B"),
        ("<ruby>協調<rt>きょうちょう</rt></ruby>", "協調[きょうちょう]"),
        ("<ruby>協<rp>(</rp><rt>きょう</rt><rp>)</rp></ruby>調", "協[きょう]調"),
        ("<style>.card { color: red }</style>協調", "協調"),
        ("<!-- 会談 -->協調", "協調"),
        ("1 < 2", "1 < 2"),
    ],
)
def test_what_a_field_shows(field: str, shown: str) -> None:
    assert plain(field) == shown


@pytest.mark.parametrize(
    ("text", "word", "reading"),
    [
        ("協調", "協調", ""),
        ("協調[きょうちょう]", "協調", "きょうちょう"),
        (" 歩調[ほちょう]を 合[あ]わせる", "歩調を合わせる", "ほちょうをあわせる"),
        ("協[きょう]調[ちょう]", "協調", "きょうちょう"),
        ("お 茶[ちゃ]", "お茶", "おちゃ"),
        ("お茶[ちゃ]", "お茶", "おちゃ"),
        ("お茶[おちゃ]", "お茶", "おちゃ"),
        ("協調[キョウチョウ]", "協調", "キョウチョウ"),
        ("協調[きょうちょう;h]", "協調", "きょうちょう"),
        ("協調[1]", "協調", ""),
        ("協調[]", "協調", ""),
    ],
)
def test_furigana_is_parted_from_the_word(text: str, word: str, reading: str) -> None:
    assert without_furigana(text) == (word, reading)


@pytest.mark.parametrize("piece", ["<", "<rt>", "<rt", "[", "協[", "]", "<style", "&", " ", "協"])
def test_a_field_of_any_make_takes_no_time(piece: str) -> None:
    begun = time.monotonic()
    assert len(without_furigana(plain("[" + piece * 10**6))[0]) <= LONGEST
    assert time.monotonic() - begun < 0.2
