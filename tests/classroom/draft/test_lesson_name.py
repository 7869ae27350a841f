import re

import pytest

from kit.classroom.draft.lesson_name import LONGEST, checked
from kit.errors import InputError


@pytest.mark.parametrize(
    "name",
    ["g20", "G20-2026", "外相会談", "budget_2026", "2026年度予算", "a", "é", "𠮷野", "a" * LONGEST],
)
def test_a_name_of_letters_and_digits_is_taken(name: str) -> None:
    assert checked(name) == name


def test_a_letter_and_its_mark_are_one() -> None:
    assert checked("か\u3099くの日") == "がくの日"


@pytest.mark.parametrize(
    ("name", "problem", "mend"),
    [
        ("", "it is empty", "lesson"),
        ("  ", "it is empty", "lesson"),
        ("a/b", "letters, digits, - and _", "a-b"),
        ("..", "letters, digits, - and _", "lesson"),
        ("../../etc/passwd", "letters, digits, - and _", "etc-passwd"),
        ("/tmp/x", "letters, digits, - and _", "tmp-x"),
        (r"C:\x", "letters, digits, - and _", "C-x"),
        ("a b", "letters, digits, - and _", "a-b"),
        ("a.b", "letters, digits, - and _", "a-b"),
        (".hidden", "letters, digits, - and _", "hidden"),
        ("-a", "letters, digits, - and _", "a"),
        ("_a", "letters, digits, - and _", "a"),
        ("a\0b", "letters, digits, - and _", "a-b"),
        ("a\nb", "letters, digits, - and _", "a-b"),
        ("\u202eabc", "letters, digits, - and _", "abc"),
        ("名前\u200b", "letters, digits, - and _", "名前"),
        ("Ｇ２０", "letters, digits, - and _", "G20"),
        ("外相会談！", "letters, digits, - and _", "外相会談"),
        ("🎌", "letters, digits, - and _", "lesson"),
        ("con", "Windows keeps it", "lesson-con"),
        ("LPT1", "Windows keeps it", "lesson-LPT1"),
        ("politics", "vocab/politics.csv is a glossary", "lesson-politics"),
        ("Names", "vocab/names.csv is a glossary", "lesson-Names"),
        ("漢" * (LONGEST + 1), "longer than 60 characters", "漢" * 57),
    ],
)
def test_another_is_refused_and_one_like_it_proposed(name: str, problem: str, mend: str) -> None:
    with pytest.raises(InputError, match=re.escape(problem)) as caught:
        checked(name)
    assert caught.value.mend == f"take another, such as {mend}"
    assert checked(mend) == mend
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "taken", "mend"),
    [
        ("g20", ["g20"], "g20-2"),
        ("G20", ["g20", "g20-2"], "G20-3"),  # one file, on some disks
        ("a b", ["a-b"], "a-b-2"),
    ],
)
def test_a_name_that_is_taken_is_refused(name: str, taken: list[str], mend: str) -> None:
    with pytest.raises(InputError) as caught:
        checked(name, taken)
    assert caught.value.mend == f"take another, such as {mend}"
