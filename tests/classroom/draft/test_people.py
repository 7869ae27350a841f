import pytest

from kit.classroom.draft.people import everybody, people
from kit.language.lexicon.glossary import packaged
from tests.classroom.fishery import paragraphs


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("王毅氏は会談した。", ["王毅氏"]),
        ("ロシアのセルゲイ・ラブロフ外相が着いた。", ["セルゲイ・ラブロフ外相"]),
        ("漁協の浜田組合長は反対した。", ["浜田組合長"]),
        ("県水産課の森下課長と浜田組合長が話した。", ["森下課長", "浜田組合長"]),
        ("プーチン大統領は、トランプ米大統領と話した。", ["プーチン大統領", "トランプ米大統領"]),
        (
            "プーチン大統領が来た。プーチンは反対した。",
            ["プーチン大統領"],
        ),
        ("東京大会は成功した。", []),  # a place, and no title
        ("ロンドンは雨だ。", []),
        ("国連が発表した。", []),
        ("外相が話した。", []),  # a title alone
        ("浜田組合長代理が話した。", ["浜田組合長代理"]),
    ],
)
def test_people_are_named_with_their_titles(sentence: str, wanted: list[str]) -> None:
    (paragraph,) = paragraphs(sentence)
    words = paragraph.sentences[0].words
    assert [person.text for person in people(words, packaged())] == wanted


def test_everybody_is_named_once_as_the_text_does_most_often() -> None:
    lines = paragraphs(
        "王毅外相とセルゲイ・ラブロフ外相が会談した。",
        "王毅氏は賛成した。ラブロフ氏も賛成した。",
        "王毅氏とラブロフ氏は、浜田組合長に会った。",
    )
    found = [person.text for person in everybody(lines, packaged())]
    assert found == ["王毅氏", "ラブロフ氏", "浜田組合長"]
