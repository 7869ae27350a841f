from pathlib import Path

import pytest

from kit.errors import InputError
from kit.learner.known_words import (
    CSV,
    LIST,
    NOTES,
    KnownWord,
    KnownWords,
    chosen,
    known_list,
    parse,
    told,
)

FILE = Path("words")

Found = list[tuple[str, str, float | None, int]]


def found(known: KnownWords) -> Found:
    return [(word.word, word.reading, word.interval, word.line) for word in known.words]


# ---- a list


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


def test_comments_and_blank_lines_of_a_list_are_no_words() -> None:
    text = "# mine\r\n\r\n協調\r\n  # more\r\n\u3000\r\n会談 かいだん\r\n、\r\n"
    known = parse(text, FILE)
    assert known.kind == LIST
    assert found(known) == [
        ("協調", "", None, 3),
        ("会談", "かいだん", None, 6),
        ("、", "", None, 7),
    ]


@pytest.mark.parametrize("text", ["単語\n協調\n", "語\n", "表現\n協調\n", "協調,きょうちょう\n"])
def test_a_list_may_begin_with_a_word_that_other_files_call_a_column(text: str) -> None:
    known = parse(text, FILE)
    assert known.kind == LIST
    assert [word.line for word in known.words] == list(range(1, text.count("\n") + 1))


# ---- CSV


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("word\n協調\n", [("協調", "", None, 2)]),
        ("Word,Reading\n協調,きょうちょう\n", [("協調", "きょうちょう", None, 2)]),
        ("HEADWORD;KANA;IVL\n協調;きょうちょう;30\n", [("協調", "きょうちょう", 30, 2)]),
        ("単語\t間隔\n協調\t1.5\n", [("協調", "", 1.5, 2)]),
        ("語,よみ,間隔\n協調,きょうちょう,３０\n", [("協調", "きょうちょう", 30, 2)]),
        ("term,meaning,days\n協調,cooperation,30\n", [("協調", "", 30, 2)]),
        ('"vocab","interval"\r\n"協調","30"\r\n', [("協調", "", 30, 2)]),
        ("expression,ふりがな\n協調,協調[きょうちょう]\n", [("協調", "きょうちょう", None, 2)]),
        ("word,reading\n協調 きょうちょう,\n", [("協調", "きょうちょう", None, 2)]),
        ("\n\nword,interval\n\n協調,30\n", [("協調", "", 30, 5)]),
        ('note,word\n"two\nlines",協調\nx,会談\n', [("協調", "", None, 2), ("会談", "", None, 4)]),
        ("word,reading\n,きょうちょう\n", [("きょうちょう", "きょうちょう", None, 2)]),
        ("reading,word\nきょうちょう\n", [("きょうちょう", "きょうちょう", None, 2)]),
    ],
)
def test_csv(text: str, words: Found) -> None:
    known = parse(text, FILE)
    assert known.kind == CSV
    assert found(known) == words
    assert known.unstudied == 0


def test_words_without_an_interval_in_its_column_were_never_studied() -> None:
    known = parse("word,interval\n協調,30\n会談,0\n会合,\n会見\n議長,-600\n", FILE)
    assert found(known) == [("協調", "", 30, 2)]
    assert known.unstudied == 4


@pytest.mark.parametrize("interval", ["3 months", "nan", "inf", "1e999", "三十"])
def test_an_interval_is_a_number_of_days(interval: str) -> None:
    with pytest.raises(InputError, match="no number of days; write the days as") as refused:
        parse(f"word,interval\n協調,30\n会談,{interval}\n", FILE)
    assert (refused.value.file, refused.value.line) == ("words", 3)


def test_a_cell_that_is_not_closed_has_an_end() -> None:
    with pytest.raises(InputError, match="a cell is too long") as refused:
        parse('word,interval\n協調,30\n"会談,30\n' + "会合,30\n" * 50_000, FILE)
    assert refused.value.line == 3


# ---- Anki's notes as text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "#separator:tab\n#html:true\n協調\tきょうちょう\tcooperation\n",
            [("協調", "きょうちょう", None, 3)],
        ),
        (
            "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n"
            "#tags column:6\nb)X\t語彙\t日本語\t協調\t<b>きょうちょう</b>\tニュース\n",
            [("協調", "きょうちょう", None, 7)],
        ),
        (
            "#separator:comma\n#columns:Meaning,Reading,Word\n会う,きょうちょう,協調\n",
            [("協調", "きょうちょう", None, 3)],
        ),
        ("#separator:Semicolon\n#html:false\ncooperation;協調\n", [("協調", "", None, 3)]),
        ("#separator:|\nto meet|会う|あう\n", [("会う", "あう", None, 2)]),
        (
            '#separator:tab\n"協調<div>""x""</div>\n[sound:a.mp3]"\tcooperation\nhello\tworld\n',
            [("協調", "", None, 2), ("hello", "", None, 4)],
        ),
        (
            "協調\t<b>cooperation</b>\n会談[かいだん]\ttalks<br>meeting\n",
            [("協調", "", None, 1), ("会談", "かいだん", None, 2)],
        ),
        ("#separator:tab\n", []),
        ("#separator:tab", []),
    ],
)
def test_notes_in_plain_text(text: str, words: Found) -> None:
    known = parse(text, FILE)
    assert known.kind == NOTES
    assert found(known) == words


# ---- the fields of a note


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


# ---- what a plan takes as known


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("協調\n会談 かいだん\n", {("協調", ""), ("会談", "かいだん")}),
        ("会談,カイダン\n", {("会談", "かいだん")}),
        ("食べた\n", {("食べた", ""), ("食べる", "")}),
        ("いく\n", {("いく", ""), ("行く", "いく")}),
        ("word,reading\n市場,しじょう\n", {("市場", "しじょう")}),
        ("word,interval\n協調,30\n会談,0\n", {("協調", "")}),
        ("#separator:tab\n<b>協調</b>\n", {("協調", "")}),
        ("hello\nこれは一つの文である。\n", set()),
        ("", set()),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "shift_jis", "utf-16", "euc_jp"])
def test_a_list_of_known_words(
    tmp_path: Path, text: str, words: set[tuple[str, str]], encoding: str
) -> None:
    file = tmp_path / "known.txt"
    file.write_bytes(text.encode(encoding))
    assert known_list(file) == words


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("none.txt", "there is no such file"),
        ("folder", "this is a folder"),
        ("x" * 300, "it cannot be read"),
        ("a\0b", "it cannot be read"),
        ("picture", "this is a picture, not text"),
    ],
)
def test_what_is_no_list_is_refused(tmp_path: Path, name: str, problem: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "picture").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    with pytest.raises(InputError, match=problem):
        known_list(tmp_path / name)


def test_a_word_that_a_file_has_says_where_it_stands() -> None:
    assert parse("協調 きょうちょう", FILE).words == (
        KnownWord("協調", "きょうちょう", None, None, 1),
    )
