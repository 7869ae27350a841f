import pytest

from kit.learner.word_cell import chosen, told


@pytest.mark.parametrize(
    ("line", "word", "reading"),
    [
        ("協調", "協調", ""),
        ("協調\tきょうちょう", "協調", "きょうちょう"),
        ("協調,きょうちょう", "協調", "きょうちょう"),
        ("協調、きょうちょう", "協調", "きょうちょう"),
        ("協調 きょうちょう", "協調", "きょうちょう"),
        ("協調　　キョウチョウ", "協調", "キョウチョウ"),
        ("協調（きょうちょう）", "協調", "きょうちょう"),
        ("協調 【きょうちょう】", "協調", "きょうちょう"),
        ("協調(きょうちょう) cooperation", "協調", "きょうちょう"),
        ("協調[きょうちょう]", "協調", "きょうちょう"),
        ("協調\tきょうちょう\tcooperation", "協調", "きょうちょう"),
        ("協調\tcooperation", "協調", ""),
        ("協調（名詞）", "協調", ""),
        ('"協調","きょうちょう"', "協調", "きょうちょう"),
        ("<b>協調</b>\tきょうちょう", "協調", "きょうちょう"),
        ("、", "", ""),
    ],
)
def test_a_line_of_a_list(line: str, word: str, reading: str) -> None:
    assert told(line) == (word, reading)


@pytest.mark.parametrize(
    ("names", "cells", "word", "reading"),
    [
        (("Word", "Reading"), ("協調", "きょうちょう"), "協調", "きょうちょう"),
        (("Reading", "Meaning", "Word"), ("きょうちょう", "x", "協調"), "協調", "きょうちょう"),
        (("Sentence", "Expression"), ("協調が必要だ。", "協調"), "協調", ""),
        (("Expression", "Word"), ("協調が必要だ。", "協調"), "協調", ""),
        (("Vocabulary-Kanji", "Vocabulary-Kana"), ("協調", "きょうちょう"), "協調", "きょうちょう"),
        (("VocabKanji", "VocabFurigana"), ("協調", "協[きょう]調[ちょう]"), "協調", "きょうちょう"),
        (("単語", "読み方"), ("協調", "きょうちょう"), "協調", "きょうちょう"),
        (("表面", "裏面"), ("協調", "きょうちょう"), "協調", ""),
        (("Front", "Back"), ("協調<br>きょうちょう", "cooperation"), "協調", ""),
        (("Front", "Back"), ("cooperation", "協調【きょうちょう】"), "協調", "きょうちょう"),
        (("Front", "Back"), ("cooperation", "協調"), "協調", ""),
        (("Word", "Reading"), ("協調", "cooperation"), "協調", ""),
        (("Word", "Reading"), ("協調[きょうちょう]", "かいだん"), "協調", "きょうちょう"),
        (("a", "b"), ("協調", "きょうちょう"), "協調", ""),
        ((), ("x", "協調", "きょうちょう"), "協調", "きょうちょう"),
        ((), ("協調", "cooperation", "きょうちょう"), "協調", ""),
        ((), ("cooperation", ""), "", ""),
        ((), (), "", ""),
    ],
)
def test_the_word_of_a_note(
    names: tuple[str, ...], cells: tuple[str, ...], word: str, reading: str
) -> None:
    assert chosen(names, cells) == (word, reading)
