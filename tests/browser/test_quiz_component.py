"""The quiz on a bare page, without a kernel: every kind, by keyboard alone, in every dress."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from kit.lesson.item import Item
from kit.lesson.item_json import quiz_json
from kit.lesson.lesson import Option
from kit.lesson.vocabulary import TaughtWord
from kit.texts import texts
from kit.widgets import front
from tests.browser.axe import assert_accessible
from tests.lesson.answer_cases import ITEMS

KAIDAN = TaughtWord("会談", "かいだん", ("talks",), (), "noun", "会談を行う", "外相が会談した。")
TYPED = Item("reading", KAIDAN.id, "Type the reading of 会談.", ("", "会談", "した。"), word=KAIDAN)
CHOICE = Item(
    "gap",
    KAIDAN.id,
    "Which word fits the gap?",
    ("外相が", "＿＿＿＿", "した。"),
    (
        Option("会合", False, "is of many"),
        Option("会談", True, ""),
        Option("会見", False, "is for the press"),
    ),
    KAIDAN,
    completed=("外相が", "会談", "した。"),
)
ORDER, MATCH = ITEMS["order"], ITEMS["match"]
DARK = """:root { --jp-content-font-color1: #fff; --jp-layout-color1: #111;
  --jp-layout-color2: #424242; --jp-border-color2: #616161; --jp-brand-color1: #2196f3; }
  body { background: #111; }"""
LEAKED = "leaked"  # what the page counts of the keys that JupyterLab would see


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 800, "height": 700})
    opened = context.new_page()
    trouble: list[str] = []
    opened.on("console", lambda said: trouble.append(said.text) if said.type == "error" else None)
    opened.on("pageerror", lambda error: trouble.append(str(error)))
    opened.on("request", lambda request: trouble.append(request.url))
    yield opened
    context.close()
    assert trouble == []


def show(page: Page, *items: Item, heading: str = "The words", style: str = "") -> Locator:
    """The quiz on a page of its own."""
    language = items[0].interface if items else "en"
    values = json.dumps([quiz_json(items), heading, texts(language).under("quiz")])
    page.set_content(
        f"<!doctype html><html lang=en><meta name=viewport content='width=device-width'>"
        f"<title>Quiz</title><style>{front.source('quiz.css')}{style}</style>"
        "<main><h1>A lesson</h1><div id=quiz></div></main></html>"
    )
    files = ("dom.js", "judge.js", "practice.js", "quiz.js")
    page.add_script_tag(content="\n".join(front.source(name) for name in files))
    page.evaluate(
        """text => {
          const [quiz, heading, texts] = JSON.parse(text);
          const kept = new Map();
          const store = { get: (id) => kept.get(id), set: (id, one) => void kept.set(id, one) };
          const practice = new Practice(itemsOf(quiz), store);
          const model = practiceModel(practice, heading, texts);
          render({ model, el: document.getElementById("quiz") });
          window.leaked = 0;
          document.addEventListener("keydown", () => { leaked += 1; });
        }""",
        values,
    )
    return page.locator(".kit-quiz")


def start(quiz: Locator) -> None:
    quiz.locator(".kit-input, .kit-option").first.focus()


def keys(page: Page, *pressed: str) -> None:
    for key in pressed:
        page.keyboard.press(key)


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.className"))


def test_a_wrong_choice_is_struck_out_and_a_second_try_is_said_as_such(page: Page) -> None:
    quiz = show(page, CHOICE)
    start(quiz)
    keys(page, "1")
    expect(quiz.locator(".kit-feedback")).to_contain_text("Not this one.is of many")
    expect(quiz.locator(".kit-option").first).to_be_disabled()
    expect(quiz.get_by_role("button", name="Next")).to_be_focused()
    expect(quiz.locator(".kit-sentence")).to_have_text("外相が＿＿＿＿した。")
    keys(page, "1", "2")
    expect(quiz.locator(".kit-feedback")).to_contain_text("Right at the second try")
    expect(quiz.locator(".kit-sentence")).to_have_text("外相が会談した。")
    quiz.locator("summary").press("Enter")
    for text in ("会談（かいだん）", "talks", "noun", "会談を行う", "外相が会談した。"):
        expect(quiz.locator("details")).to_contain_text(text)
    quiz.get_by_role("button", name="Next").press("Enter")
    expect(quiz).to_contain_text("Done: 0 of 1 right.")
    expect(quiz).to_contain_text("Right at the second try: 1.")
    expect(quiz.get_by_role("button", name="Practise these again")).to_be_focused()
    assert page.evaluate(LEAKED) == 0


def test_a_hint_costs_half_and_the_focus_is_not_lost(page: Page) -> None:
    quiz = show(page, CHOICE, TYPED)
    hint = quiz.get_by_role("button", name="Hint")
    hint.press("Enter")
    expect(quiz.locator(".kit-option", has_text="会見")).to_be_disabled()
    assert "kit-option" in focused(page)
    keys(page, "2")
    expect(quiz.locator(".kit-feedback")).to_have_text("✓ Right, with a hint.")
    keys(page, "Enter")
    page.keyboard.type("ka")
    hint.press("Enter")
    expect(quiz.locator(".kit-live")).to_have_text("Hint: It begins with か.")
    expect(quiz.locator(".kit-input")).to_have_value("ka")
    expect(quiz.locator(".kit-input")).to_be_focused()
    quiz.locator(".kit-input").fill("かいだん")
    keys(page, "Enter", "Enter")
    expect(quiz).to_contain_text("Done: 0 of 2 right.")
    expect(quiz).to_contain_text("With a hint, which counts half: 2. Points: 1.")


def test_a_reading_is_typed_and_an_enter_that_ends_a_composition_is_no_answer(page: Page) -> None:
    quiz = show(page, TYPED, CHOICE)
    start(quiz)
    page.keyboard.type("kaita")
    field = quiz.locator(".kit-input")
    for composing in ({"isComposing": True}, {"keyCode": 229}):
        field.dispatch_event("keydown", {"key": "Enter", "bubbles": True, **composing})
    expect(quiz.locator(".kit-feedback")).to_have_count(0)
    keys(page, "Enter")
    expect(quiz.locator(".kit-feedback")).to_contain_text("The mistake is at 談.")
    expect(quiz.locator(".kit-feedback")).not_to_contain_text("だん")
    quiz.get_by_role("button", name="Try again").press("Enter")
    expect(field).to_be_focused()
    page.keyboard.type("kaita")
    keys(page, "Enter")
    expect(quiz.locator(".kit-feedback")).to_contain_text("The answer: かいだん")
    expect(quiz.locator(".kit-feedback")).to_contain_text("会 is かい and 談 is だん")
    keys(page, "Enter")
    assert "kit-option" in focused(page)
    assert page.evaluate(LEAKED) == 0


def test_an_answer_that_was_not_seen_is_told_beside_the_next_item(page: Page) -> None:
    quiz = show(page, TYPED, CHOICE)
    start(quiz)
    page.keyboard.type("x")
    keys(page, "Enter", "Enter")
    expect(quiz.locator(".kit-feedback")).to_have_count(0)
    expect(quiz.locator(".kit-before")).to_have_text("Before: Type the reading of 会談. かいだん")


def test_words_are_paired_with_meanings_by_number_keys(page: Page) -> None:
    quiz = show(page, MATCH)
    start(quiz)
    keys(page, *"2341")  # talks, stance, gathering, emphasis
    expect(quiz.get_by_role("button", name="Check")).to_be_focused()
    keys(page, "Enter")
    marks = quiz.locator(".kit-marks li")
    expect(marks).to_have_text(
        [
            re.compile("会談 talks ✓ right"),
            re.compile("会合 stance ✗ wrong"),
            re.compile("姿勢 gathering ✗ wrong"),
            re.compile("強調 emphasis ✓ right"),
        ]
    )
    keys(page, *"43", "Enter")
    expect(quiz.locator(".kit-feedback")).to_contain_text("Right at the second try")
    expect(quiz.locator(".kit-option.kit-right")).to_have_count(4)
    expect(quiz.locator("details")).to_have_count(4)


def test_a_pair_is_taken_apart_by_its_word(page: Page) -> None:
    quiz = show(page, MATCH)
    quiz.locator(".kit-option", has_text="stance").click()
    slot = quiz.locator(".kit-slot").first
    expect(slot).to_have_text("会談stance")
    slot.click()
    expect(slot).to_have_text("会談no meaning yet")
    quiz.locator(".kit-option", has_text="talks").click()
    expect(slot).to_have_text("会談talks")


def test_sentences_are_put_in_order_and_the_second_try_keeps_what_was_right(page: Page) -> None:
    quiz = show(page, ORDER)
    start(quiz)
    keys(page, *"213", "Enter")  # 甲丙乙
    expect(quiz.locator(".kit-feedback")).to_contain_text("It goes on with “乙”")
    expect(quiz.locator(".kit-option[aria-pressed=true]")).to_have_text(["1甲"])
    keys(page, *"31", "Enter")
    expect(quiz.locator(".kit-feedback")).to_contain_text("Right at the second try")
    keys(page, "Enter")
    expect(quiz).to_contain_text("Done: 0 of 1 right.")


def test_a_key_held_down_is_one_answer(page: Page) -> None:
    quiz = show(page, CHOICE, TYPED)
    start(quiz)
    page.keyboard.down("1")
    page.keyboard.down("1")
    page.keyboard.up("1")
    page.keyboard.down("Enter")
    page.keyboard.down("Enter")
    expect(quiz).to_contain_text("Type the reading of 会談.")


@pytest.mark.parametrize("answer", ["あ" * 10_000, "🙂", "<img src=x onerror='leaked=9'>", "   "])
def test_any_answer_is_judged_or_waits_for_one(page: Page, answer: str) -> None:
    quiz = show(page, TYPED)
    quiz.locator(".kit-input").fill(answer)
    quiz.get_by_role("button", name="Check").click()
    expect(quiz.locator(".kit-feedback")).to_have_count(1 if answer.strip() else 0)
    assert page.evaluate(LEAKED) == 0


def test_text_is_never_markup(page: Page) -> None:
    bad = "<img src=x onerror='leaked=9'><script>leaked=9</script>\u202e"
    word = TaughtWord(bad, "かいだん", (bad,), (), bad, bad, bad)
    options = (Option(bad, False, bad), Option("b", False, bad), Option("c", True, ""))
    items = [
        Item("gap", bad, bad, (bad, bad, bad), options, word, completed=(bad, bad, bad)),
        Item("reading", bad, bad, (bad, bad, bad), word=word, others=(word,)),
        MATCH._replace(partners=(word,) * 4),
    ]
    quiz = show(page, *items, heading=bad)
    keys_of = [["1", "3"], list("か"), list("1234")]
    for pressed in keys_of:
        start(quiz)
        for key in pressed:
            page.keyboard.insert_text(key) if key == "か" else page.keyboard.press(key)
        check = quiz.get_by_role("button", name="Check")
        if check.count():
            check.click()
        for name in ("Show the answer", "Next"):
            if quiz.get_by_role("button", name=name).count():
                quiz.get_by_role("button", name=name).click()
    expect(quiz).to_contain_text("Done:")
    expect(quiz.locator("img, script")).to_have_count(0)
    assert page.evaluate(LEAKED) < 9


DRESSES = {
    "light": ({"width": 800, "height": 700}, ""),
    "dark": ({"width": 800, "height": 700}, DARK),
    "phone": ({"width": 390, "height": 844}, DARK),
    "200 %": ({"width": 640, "height": 450}, ""),
    "large letters on a phone": ({"width": 390, "height": 844}, ".kit-quiz { zoom: 2; }"),
}


@pytest.mark.parametrize(
    ("dress", "language"), [*((dress, "en") for dress in DRESSES), ("phone", "ja")]
)
def test_each_state_is_accessible_and_fits(page: Page, dress: str, language: str) -> None:
    size, style = DRESSES[dress]
    page.set_viewport_size(size)  # type: ignore[arg-type]
    items = [item._replace(interface=language) for item in (CHOICE, TYPED, MATCH, ORDER)]
    quiz = show(page, *items, style=style)
    start(quiz)
    wrong = {"gap": ["1"], "reading": ["x", "Enter"], "match": [*"1234", "Enter"]}
    for item in items:
        checked(page)
        if quiz.locator(".kit-hint").count():
            quiz.locator(".kit-hint").press("Enter")
            checked(page)
        keys(page, *wrong.get(item.kind, [*"132", "Enter"]))
        expect(quiz.locator(".kit-feedback")).to_be_visible()
        checked(page)
        quiz.locator("button.kit-entry").press("Enter")
        if quiz.locator("summary").count():
            quiz.locator("summary").first.click()
        checked(page)
        quiz.locator(".kit-next").press("Enter")
    expect(quiz.locator(".kit-again")).to_be_visible()
    checked(page)


def checked(page: Page) -> None:
    """The state that is shown breaks no rule, is as wide as the page, and has large targets."""
    assert_accessible(page, ".kit-quiz")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    small = """[...document.querySelectorAll(".kit-quiz :is(button, input, summary)")]
      .filter((node) => node.offsetHeight < 24 || node.offsetWidth < 24).length"""
    assert page.evaluate(small) == 0


def test_a_quiz_of_nothing_says_so(page: Page) -> None:
    expect(show(page)).to_have_text("Nothing to ask here.")
