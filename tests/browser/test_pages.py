"""A lesson's exported pages, opened from the disk: read, answered, closed and opened again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jaconv import kana2alphabet
from playwright.sync_api import Browser, Locator, Page, expect

from kit.lesson import library, quiz
from kit.lesson.item import Item
from kit.publish.pages import export
from tests.browser.axe import violations
from tests.browser.conftest import SCREENSHOTS
from tests.publish.hostile import HOSTILE, hostile

LESSON = library.around(Path(__file__)).open("g20-foreign-ministers")
LEAD, SECTION = "01", "02"
KEY = "kit/g20-foreign-ministers"
SHUT = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("shut", "SecurityError"); } })"""


FULL = """Storage.prototype.setItem = () => {
  throw new DOMException("full", "QuotaExceededError"); }"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("USB 棒") / "授業 #1"
    export(LESSON, folder)
    return folder


def open_page(page: Page, folder: Path, name: str) -> None:
    page.goto((folder / f"{name}.html").as_uri())


def word(page: Page, headword: str) -> Locator:
    return page.locator(f'[data-word^="{headword}/"]').first


def panel(page: Page) -> Locator:
    return page.locator(".kit-panel:visible")


def quiz_of(page: Page, key: str) -> Locator:
    return page.locator(f'[data-key="{key}"] .kit-quiz')


def option(asked: Locator, item: Item, *, right: bool) -> Locator:
    number = [option.correct for option in item.options].index(right)
    return asked.locator(".kit-option").nth(number)


def answer(asked: Locator) -> None:
    """Answer what a quiz asks, rightly or wrongly."""
    if asked.locator(".kit-option").count():
        asked.locator(".kit-option").first.click()
    else:
        asked.locator("input").fill("a")
        asked.locator("input").press("Enter")
    expect(asked.locator(".kit-feedback")).to_be_visible()


def assert_accessible(page: Page) -> None:
    assert violations(page, "body") == []


def test_a_word_opens_by_mouse_and_by_keyboard(page: Page, folder: Path) -> None:
    open_page(page, folder, LEAD)
    word(page, "開く").click()
    expect(panel(page)).to_contain_text("to hold")
    assert_accessible(page)
    page.screenshot(path=SCREENSHOTS / "page.png")
    page.keyboard.press("Escape")
    expect(panel(page)).to_have_count(0)

    word(page, "開く").focus()
    page.keyboard.press("Enter")
    expect(panel(page)).to_contain_text("開く")
    page.keyboard.press("ArrowRight")
    expect(panel(page)).not_to_contain_text("開く")
    page.keyboard.press("Escape")
    expect(panel(page)).to_have_count(0)


def test_answers_are_judged_and_kept(page: Page, folder: Path) -> None:
    open_page(page, folder, LEAD)
    first, second = quiz.questions(LESSON, "lead")[:2]
    asked = quiz_of(page, "text-lead")
    option(asked, first, right=False).click()
    expect(asked.locator(".kit-feedback")).to_contain_text(
        next(option.reason for option in first.options if not option.correct)
    )
    assert_accessible(page)
    page.reload()
    expect(asked).to_contain_text(second.prompt)
    option(asked, second, right=True).click()
    expect(asked.locator(".kit-feedback")).to_be_visible()
    assert_accessible(page)

    open_page(page, folder, "index")
    expect(page.locator(".parts li").nth(1)).to_contain_text("2 of ")
    expect(page.locator(".parts li").nth(2)).not_to_contain_text(" of ")
    open_page(page, folder, "09")
    expect(page.locator(".kit-learnt")).to_contain_text(first.prompt)
    expect(page.locator(".kit-learnt")).not_to_contain_text(second.prompt)


def test_a_reading_is_typed(page: Page, folder: Path) -> None:
    open_page(page, folder, LEAD)
    items = quiz.words(LESSON, "lead")
    number = next(number for number, item in enumerate(items) if not item.options)
    kept = {item.id: {"mark": "right", "hints": 0} for item in items[:number]}
    page.evaluate(
        "([key, answers]) => localStorage.setItem(key, JSON.stringify({ answers }))", [KEY, kept]
    )
    page.reload()
    asked, taught = quiz_of(page, "words-lead"), items[number].word
    assert taught
    expect(asked).to_contain_text(items[number].prompt)
    asked.locator("input").fill("chigau")
    page.keyboard.press("Enter")
    expect(asked.locator(".kit-feedback")).to_be_visible()
    expect(asked).not_to_contain_text(taught.reading)
    asked.get_by_role("button", name="Try again").click()
    asked.locator("input").fill(kana2alphabet(taught.reading))
    page.keyboard.press("Enter")
    expect(asked.locator(".kit-feedback")).to_contain_text("Right at the second try")
    assert_accessible(page)


def test_what_the_reader_is_told_holds_on_every_page(page: Page, folder: Path) -> None:
    open_page(page, folder, LEAD)
    marked = word(page, "外相")
    marked.focus()
    page.keyboard.press("k")
    expect(marked).to_have_attribute("data-mark", "known")
    page.locator(".kit-reader select").first.select_option("unknown")
    page.get_by_role("link", name=re.compile("Next")).click()
    expect(page).to_have_url(re.compile("02.html$"))
    again = word(page, "外相")
    expect(again).to_have_attribute("data-mark", "known")
    expect(again.locator("rt").first).to_have_css("visibility", "hidden")
    expect(word(page, "会合").locator("rt").first).to_have_css("visibility", "visible")
    again.focus()
    page.keyboard.press("k")
    page.go_back()
    expect(word(page, "外相")).to_have_attribute("data-mark", "")


def test_a_mark_made_in_another_tab_is_followed(page: Page, folder: Path) -> None:
    open_page(page, folder, LEAD)
    other = page.context.new_page()
    open_page(other, folder, SECTION)
    word(other, "外相").focus()
    other.keyboard.press("l")
    expect(word(page, "外相")).to_have_attribute("data-mark", "learning")


def test_after_reading_the_time_is_kept(page: Page, folder: Path) -> None:
    open_page(page, folder, "09")
    page.get_by_role("button", name="Start").click()
    expect(page.locator(".kit-timed")).to_contain_text("ヨハネスブルク")
    page.locator(".kit-timed").get_by_role("button").last.click()
    expect(page.locator(".kit-timed-said")).to_contain_text("characters a minute")
    assert_accessible(page)
    page.reload()
    expect(page.locator(".kit-timed-said")).to_contain_text("characters a minute")


@pytest.mark.parametrize("name", ["index", "00", SECTION, "09"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_can_be_read_by_everyone(page: Page, folder: Path, name: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    open_page(page, folder, name)
    assert_accessible(page)
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert_accessible(page)
    page.screenshot(path=SCREENSHOTS / f"page-{name}-{scheme}-phone.png")


@pytest.mark.parametrize("name", ["index", "00", SECTION, "09"])
def test_without_javascript_all_is_there_to_read(browser: Browser, folder: Path, name: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    open_page(page, folder, name)
    expect(page.locator("noscript, .notice").first).to_be_visible()
    if name == SECTION:
        expect(page.locator("ruby", has_text="会合").first).to_be_visible()
        expect(page.get_by_text(quiz.questions(LESSON, "1")[0].prompt)).to_be_visible()
        page.locator("summary", has_text="Easy").first.click()
        expect(page.get_by_text("外国との話し合いをする大臣です").first).to_be_visible()
    context.close()


def test_where_nothing_is_kept_the_page_says_so_and_works(page: Page, folder: Path) -> None:
    page.add_init_script(SHUT)
    open_page(page, folder, LEAD)
    expect(page.get_by_role("status").first).to_contain_text("keeps nothing")
    asked = quiz_of(page, "text-lead")
    first, second = quiz.questions(LESSON, "lead")[:2]
    option(asked, first, right=True).click()
    asked.get_by_role("button", name="Next").click()
    expect(asked).to_contain_text(second.prompt)
    marked = word(page, "外相")
    marked.focus()
    page.keyboard.press("k")
    expect(marked).to_have_attribute("data-mark", "known")


def test_where_nothing_can_be_written_what_was_done_lasts_as_long_as_the_page(
    page: Page, folder: Path
) -> None:
    page.add_init_script(FULL)
    open_page(page, folder, "09")
    expect(page.get_by_role("status").first).to_contain_text("keeps nothing")
    asked = quiz_of(page, "review")
    for number in (1, 2):
        answer(asked)
        expect(page.locator(".kit-learnt").first).to_contain_text(f"You have answered {number} of")
        asked.get_by_role("button", name="Next").click()


def test_what_has_been_learnt_stays_as_it_was_left_while_it_is_told_anew(
    page: Page, folder: Path
) -> None:
    open_page(page, folder, "09")
    fold = page.locator(".kit-learnt summary")
    fold.focus()
    page.keyboard.press("Enter")
    other = page.context.new_page()
    open_page(other, folder, LEAD)
    option(quiz_of(other, "text-lead"), quiz.questions(LESSON, "lead")[0], right=True).click()
    expect(page.locator(".kit-learnt")).to_contain_text("You have answered 1 of")
    expect(page.locator(".kit-learnt details")).to_have_attribute("open", "")
    expect(fold).to_be_focused()
    answer(quiz_of(page, "review"))
    expect(page.locator(".kit-learnt")).to_contain_text("You have answered 2 of")
    expect(page.locator(".kit-learnt details")).to_have_attribute("open", "")
    expect(fold).not_to_be_focused()


def test_the_words_that_were_looked_up_most_are_told_at_the_end(page: Page, folder: Path) -> None:
    open_page(page, folder, "09")
    expect(page.locator(".looked-up")).to_have_count(0)
    open_page(page, folder, LEAD)
    for headword in ("開く", "外相", "開く"):
        word(page, headword).focus()
        page.keyboard.press("Enter")
        expect(panel(page)).to_contain_text(headword)
        page.keyboard.press("Escape")
        expect(panel(page)).to_have_count(0)
    open_page(page, folder, "09")
    told = page.locator(".looked-up li")
    expect(told).to_have_text(
        [re.compile("^開く（ひらく）.* 2×$"), re.compile("^外相（がいしょう） 1×$")]
    )
    assert_accessible(page)


@pytest.mark.parametrize(
    "kept",
    [
        "no JSON",
        "null",
        "[1]",
        '{"answers": {"question/who-met": 5}, "marks": [1], "lookUps": null, "read": [[], "x"]}',
        '{"answers": {"question/who-met": {"mark": "<b>"}}, "marks": {"a": "b"}, "read": {}}',
        '{"lookUps": {"": 2, "<b>": 3, "a/b/c": 1, "外相/がいしょう": -1, "a": "1"}}',
    ],
)
def test_a_record_that_is_broken_is_begun_again(page: Page, folder: Path, kept: str) -> None:
    open_page(page, folder, "index")
    page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [KEY, kept])
    open_page(page, folder, "09")
    expect(page.locator(".kit-learnt")).to_be_visible()
    open_page(page, folder, LEAD)
    first = quiz.questions(LESSON, "lead")[0]
    option(quiz_of(page, "text-lead"), first, right=True).click()
    assert page.evaluate("key => Object.keys(JSON.parse(localStorage.getItem(key)).answers)", KEY)


def test_what_is_given_is_shown_as_text(page: Page, tmp_path: Path) -> None:
    for file in export(hostile(tmp_path), tmp_path / "pages"):
        # Without the policy that forbids other scripts, which would hide that one is there.
        text = file.read_text(encoding="utf-8").replace("Content-Security-Policy", "x")
        file.write_text(text, encoding="utf-8")
        page.goto(file.as_uri())
        expect(page.locator("h1")).to_be_visible()
        for shown in page.locator('.kit-word[role="button"]').all()[:3]:
            shown.click()
        for asked in page.locator(".kit-quiz").all():
            if asked.locator(".kit-option").count():
                asked.locator(".kit-option").first.click()
        assert page.evaluate("window.hit") is None
        assert page.locator("img, main script, main style").count() == 0
    page.goto((tmp_path / "pages" / "index.html").as_uri())
    assert HOSTILE in page.locator("h1").inner_text()


def test_it_prints_without_what_only_a_screen_can_do(page: Page, folder: Path) -> None:
    page.emulate_media(media="print")
    open_page(page, folder, SECTION)
    expect(page.locator(".kit-line").last).to_be_visible()
    expect(page.locator(".kit-tools").first).to_be_hidden()
    expect(page.locator("nav")).to_be_hidden()
