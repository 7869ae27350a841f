import pytest

from kit.classroom.assign import key
from kit.classroom.assign.key import Key
from kit.errors import InputError
from kit.lesson.answer import judge
from kit.lesson.item import Item
from kit.lesson.lesson import Option
from tests.lesson.answer_cases import ITEMS, VERDICTS

KEY = Key("a1", "hw", "salt", ITEMS)


def hidden(text: str) -> Item:
    return Item("question", "who", text, options=(Option("a", True, ""), Option(text, False, text)))


def again(given: Key) -> Key:
    return key.of_text(key.to_text(given))


@pytest.mark.parametrize(("name", "answer", "correct", "reason"), VERDICTS)
def test_a_key_judges_as_the_lesson_does(
    name: str, answer: str, correct: bool, reason: str
) -> None:
    verdict = judge(again(KEY).items[name], answer)
    assert (verdict.correct, verdict.right) == (correct, judge(ITEMS[name], answer).right)
    if not ITEMS[name].others:  # who a reading belongs to is not told
        assert verdict.reason == reason


def test_a_key_is_a_line_for_the_assignment_and_one_an_item() -> None:
    lines = key.to_text(KEY).split("\n")
    assert lines[0] == '{"assignment": "a1", "notebook": "hw", "salt": "salt"}'
    assert len(lines) == 1 + len(ITEMS)
    assert again(KEY).items.keys() == ITEMS.keys()


@pytest.mark.parametrize(
    "text",
    [
        "### END HIDDEN TESTS",
        "### BEGIN HIDDEN TESTS",
        "### BEGIN SOLUTION",
        "### END MARK SCHEME",
        "### AUTOTEST x",
        "'''\nimport os\nr'''",
        "''''''",
        "\\",
        "\\u0027'''\\'",
        "a\nb\r\nc\u2028d\x0ce\x00",
        '"""{{x}}{0}%s',
    ],
)
def test_no_text_ends_the_key_or_looks_like_one_of_nbgraders_marks(text: str) -> None:
    made = key.to_text(Key("a1", "hw", "salt", {"q1": hidden(text)}))
    assert eval(f"r'''\n{made}\n'''") == f"\n{made}\n"
    assert made.count("\n") == 1
    assert not any(mark in made for mark in ("BEGIN ", "END ", "AUTOTEST"))
    assert again(Key("a1", "hw", "salt", {"q1": hidden(text)})).items == {"q1": hidden(text)}


@pytest.mark.parametrize("text", ["", "{", "{}", "[]\n[]", '{"assignment": "a"}', "null\nnull"])
def test_what_is_no_key_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="no key of the kit"):
        key.of_text(text)
