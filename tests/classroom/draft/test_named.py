from kit.classroom.draft.named import Named, names, unexplained
from kit.language.lexicon.glossary import packaged
from tests.classroom.fishery import paragraphs


def test_names_are_listed_once_and_what_is_guessed_is_marked() -> None:
    found = names(
        paragraphs("王毅氏は国連でプーチン大統領と会う。", "浜田組合長は王毅氏に会う。"),
        packaged(),
    )
    assert found == (
        Named("王毅", "おうき", False),
        Named("国連", "こくれん", False),
        Named("プーチン", "ぷーちん", False),
        Named("浜田", "はまだ", True),  # a surname like many: of the dictionary's
    )


def test_a_text_may_name_nobody() -> None:
    assert names(paragraphs("会合が開かれた。"), packaged()) == ()


def test_words_that_no_dictionary_has_are_listed() -> None:
    found = unexplained(
        paragraphs("ブルームハッターを食べた。ブルームハッターは魚だ。", "This is it.")
    )
    assert found == (Named("ブルームハッター", "ぶるーむはったー", True),)
