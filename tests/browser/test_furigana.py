"""Furigana that fade, and the picture of what is known, on a bare page without a kernel."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from kit.language.annotate import annotate
from kit.learner.event import Event
from kit.learner.memory import READING, Memory
from kit.texts import texts
from kit.widgets import front, reader
from kit.widgets.reader import SCRIPTS, Reader
from kit.widgets.recall import CURVE, recall
from tests.browser.axe import assert_accessible

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
TEXT = "内閣が予算を決定した。国会は予算を審議し、野党は修正を求めた。"
TRAITS = ("words", "kanji", "pages", "marks", "memory", "curve", "picture", "knows", "coverage")
DARK = """:root { --jp-content-font-color1: #fff; --jp-layout-color1: #111;
  --jp-border-color2: #616161; --jp-brand-color1: #2196f3; } body { background: #111; }"""
MODEL = """values => {
  const listeners = {};
  window.sent = [];
  window.model = {
    get: (name) => values[name],
    on: (event, listener) => (listeners[event] ??= []).push(listener),
    off() {},
    send: (message) => sent.push(message),
    set(changed) {
      Object.assign(values, changed);
      for (const name in changed) for (const tell of listeners[`change:${name}`] ?? []) tell();
    },
  };
  document.querySelector("main").replaceChildren();
  render({ model, el: document.querySelector("main") });
}"""


WIDER = """(rubies, length) => rubies
  .filter((ruby) => {
    const room = [...ruby.firstChild.data].length * parseFloat(getComputedStyle(ruby).fontSize);
    return ruby.getClientRects().length === 1 && ruby.getBoundingClientRect()[length] > 1.02 * room;
  })
  .map((ruby) => ruby.textContent)"""
"""The rubies on one line that are wider than their kanji, by more than rounding."""


@pytest.fixture(scope="module")
def bare(browser: Browser) -> Iterator[Page]:
    """A page with the reader's front end, whose clock stands at noon."""
    context = browser.new_context(viewport={"width": 900, "height": 800}, timezone_id="UTC")
    opened = context.new_page()
    trouble: list[str] = []
    opened.on("console", lambda said: trouble.append(said.text) if said.type == "error" else None)
    opened.on("pageerror", lambda error: trouble.append(str(error)))
    opened.clock.set_fixed_time(NOON)
    style = front.source("reader.css") + front.source("picture.css")
    opened.set_content(
        f"<!doctype html><html lang=en><meta name=viewport content='width=device-width'>"
        f"<title>Reader</title><style>{style}</style><style id=dress></style><main></main></html>"
    )
    opened.add_script_tag(content="\n".join(map(front.source, ("dom.js", *SCRIPTS))))
    yield opened
    context.close()
    assert trouble == []


def answer(word: str, days: float, *, correct: bool = True, kind: str = "reading") -> Event:
    time = NOON - timedelta(days=days)
    return Event.answered("budget", f"{kind}/{word}", "x", correct=correct, time=time)


def brought(word: str, days: float) -> Event:
    return Event.seen("import", "", word, "30", time=NOON - timedelta(days=days))


def mark(word: str, what: str) -> Event:
    return Event.seen("mark", "budget", word, what, time=NOON - timedelta(hours=1))


def reading(*events: Event, text: str = TEXT, language: str = "en") -> Reader:
    """A reader of a student who did this, as it is at noon."""
    lines = annotate(text).paragraphs
    made = Reader([reader.Page(lines)], says=texts(language), now=lambda: NOON)
    made.follow(Memory.of(events))
    return made


def show(page: Page, shown: Reader, mode: str = "unknown", threshold: int = 90) -> Locator:
    """The reader alone on the page."""
    values = {name: getattr(shown, name) for name in (*TRAITS, "texts", "notice")}
    keep = {"furigana": mode, "threshold": threshold, "vertical": False, "plan": False}
    page.evaluate("changed => keep(changed)", keep)
    page.evaluate(MODEL, values)
    return page.locator(".kit-reader")


def change(page: Page, shown: Reader) -> None:
    """What the kernel makes of it by now arrives."""
    names = ("marks", "memory", "knows", "coverage", "picture")
    page.evaluate("values => model.set(values)", {name: getattr(shown, name) for name in names})


def answered_by_kernel(page: Page, shown: Reader) -> None:
    """The kernel answers all that was sent."""
    for message in page.evaluate("sent.splice(0)"):
        shown._received(shown, message, [])
    change(page, shown)


def over(found: Locator, word: str) -> Locator:
    return found.locator(f'[data-word^="{word}/"] rt').first


def test_the_page_and_the_kernel_know_the_same_readings(bare: Page) -> None:
    chance = random.Random(1868)
    events = [
        answer(f"語{n}/ご", chance.uniform(0, 400), correct=chance.random() < 0.8)
        for n in range(300)
        for _ in range(chance.randrange(1, 6))
    ]
    memory = Memory.of(events)
    cards = recall(memory, memory.words)
    for now in (NOON, NOON + timedelta(days=0.9999), NOON + timedelta(days=90)):
        asked = [list(cards.values()), CURVE, now.timestamp() * 1000]
        script = "([cards, curve, now]) => cards.map((card) => chance(card, curve, now))"
        for word, found in zip(cards, bare.evaluate(script, asked), strict=True):
            expected = memory.chance(word, READING, now)
            assert found == pytest.approx(expected, abs=1e-12)
        sure = "([cards, curve, now]) => cards.map((c) => reasonFor('', c, curve, 90, now))"
        reasons = dict(zip(cards, bare.evaluate(sure, asked), strict=True))
        known = [word for word in cards if memory.knows(word, now, READING) == "known"]
        assert [word for word in cards if reasons[word] == "remembered"] == known
        end = "([cards, curve, now]) => cards.map((card) => fades(card, curve, 90, now) / 1000)"
        ends = dict(zip(cards, bare.evaluate(end, asked), strict=True))
        for word in known:
            gone = datetime.fromtimestamp(ends[word], UTC) + timedelta(hours=1)
            assert memory.knows(word, gone - timedelta(days=1), READING) == "known"
            assert memory.knows(word, gone, READING) == "learning"


@pytest.mark.parametrize(
    ("events", "threshold", "shown", "says"),
    [
        ((), 90, True, "Furigana shown: you have not been asked how it is read. Mark it Known if"),
        (
            (answer("予算/よさん", 5, kind="meaning"),),
            90,
            True,
            "Furigana shown: you have not been asked how it is read. Mark it Known if",
        ),
        (
            (answer("予算/よさん", 24),),
            90,
            True,
            "Furigana shown: you last answered its reading 24 days ago.",
        ),
        (
            (answer("予算/よさん", 5),),
            70,
            False,
            "5 days ago, and it stays away until about 12 December (in 17 days).",
        ),
        (
            (answer("予算/よさん", 2, correct=False),),
            70,
            True,
            "Furigana shown: you were not sure of its reading the last time, 2 days ago.",
        ),
        (
            (answer("予算/よさん", 0),),
            90,
            False,
            "No furigana: you read it today, and it stays away",
        ),
        ((answer("予算/よさん", 1),), 90, False, "No furigana: you read it yesterday, and"),
        ((mark("予算/よさん", "known"),), 90, False, "No furigana: you marked it as known."),
        (
            (mark("予算/よさん", "ignored"), answer("予算/よさん", 2, correct=False)),
            90,
            False,
            "No furigana: you marked it to be ignored.",
        ),
        (
            (mark("予算/よさん", "learning"), answer("予算/よさん", 0)),
            90,
            False,
            "No furigana: you read it today",
        ),
        (
            (answer("予算/よさん", 1), mark("予算/よさん", "learning")),
            70,
            True,
            "Furigana shown: you marked it as learning today.",
        ),
        ((mark("予算/よさん", "learning"),), 70, True, "you marked it as learning today."),
        ((brought("予算/よさん", 5),), 90, False, "brought it in as known, last reviewed 5 days"),
        ((brought("予算/よさん", 45),), 90, True, "as known, but last reviewed it 45 days ago."),
        (
            (brought("予算/よさん", 5), answer("予算/よさん", 0)),
            90,
            False,
            "No furigana: you read it today",
        ),
        (
            (answer("予算/よさん", 1),),
            90,
            False,
            "it stays away until 27 November (in 2 days).",
        ),
    ],
)
def test_furigana_stand_where_a_reading_is_not_known_and_say_why(
    bare: Page, events: tuple[Event, ...], threshold: int, shown: bool, says: str
) -> None:
    found = show(bare, reading(*events), threshold=threshold)
    assert over(found, "予算").is_visible() is shown
    found.locator('[data-word^="予算/"]').first.click()
    expect(bare.locator(".kit-why")).to_contain_text(says)
    bare.evaluate('keep({ furigana: "all" })')
    expect(bare.locator(".kit-why")).to_have_count(0)
    expect(over(found, "予算")).to_be_visible()
    bare.keyboard.press("Escape")


@pytest.mark.parametrize("word", ["サミット", "G20"])
def test_a_word_without_kanji_has_nothing_to_explain(bare: Page, word: str) -> None:
    found = show(bare, reading(text=f"{word}を開く。"))
    found.locator(f'[data-word^="{word}/"]').click()
    expect(bare.locator(".kit-panel")).to_be_visible()
    expect(bare.locator(".kit-panel")).not_to_contain_text("じーとぅえんてぃー")
    expect(bare.locator(".kit-why")).to_have_count(0)
    bare.keyboard.press("Escape")


def test_furigana_follow_at_once_and_the_text_does_not_move(bare: Page) -> None:
    shown = reading()
    found = show(bare, shown)
    text = found.locator(".kit-text")
    before = text.bounding_box()
    expect(over(found, "予算")).to_be_visible()
    found.locator('[data-word^="予算/"]').first.click()
    shown.follow(Memory.of([answer("予算/よさん", 0)]))
    change(bare, shown)
    expect(over(found, "予算")).to_be_hidden()
    expect(bare.locator(".kit-why")).to_contain_text("No furigana: you read it today")
    shown.follow(Memory.of([answer("予算/よさん", 2)]))
    change(bare, shown)
    expect(over(found, "予算")).to_be_hidden()
    bare.keyboard.press("Escape")
    sure = found.get_by_label("How sure you must be")
    assert sure.locator("option").all_inner_texts() == [
        f"until I am {percent}% sure" for percent in (70, 80, 90, 95)
    ]
    sure.select_option("95")
    expect(over(found, "予算")).to_be_visible()
    assert bare.evaluate("settings().threshold") == 95
    found.get_by_label("Furigana", exact=True).select_option("all")
    expect(sure).to_be_hidden()
    assert text.bounding_box() == before, "the layout jumps"


def test_the_picture_by_keyboard_alone(bare: Page) -> None:
    shown = reading(mark("予算/よさん", "known"), answer("国会/こっかい", 40, kind="meaning"))
    found = show(bare, shown)
    picture = found.get_by_role("button", name="What I know")
    word = found.locator('[data-word^="国会/"]')
    word.focus()
    bare.keyboard.press("w")
    expect(picture).to_have_attribute("aria-pressed", "true")
    expect(found.locator(".kit-share")).to_have_text("Counting …")
    answered_by_kernel(bare, shown)
    expect(found.locator(".kit-share")).to_contain_text("You know 22.2% of the running words.")
    expect(found.locator(".kit-coverage")).to_contain_text("Counted as known is what")
    expect(found.locator(".kit-legend")).to_contain_text("known: 2")
    expect(found.locator(".kit-legend")).to_contain_text("learning: 1")
    expect(found.locator(".kit-legend")).to_contain_text("new: 6")
    for headword, state in (("予算", "known"), ("国会", "learning"), ("野党", "new"), ("は", "")):
        first = found.locator(f'.kit-text [data-word^="{headword}/"]').first
        expect(first).to_have_attribute("data-knows", state)
    found.locator(".kit-plan summary").focus()
    bare.keyboard.press("Enter")
    learn = found.locator("[data-plan='内閣/ないかく']")
    expect(learn).to_have_accessible_name("Learn 内閣")
    expect(found.locator(".kit-planned").first).to_contain_text("内閣（ないかく）")
    expect(found.locator(".kit-planned").first).to_contain_text("once; then 33.3%")
    assert_accessible(bare)
    learn.focus()
    bare.keyboard.press("Enter")
    answered_by_kernel(bare, shown)
    expect(learn).to_have_attribute("aria-pressed", "true")
    expect(learn).to_have_text("✓ in Review")
    expect(learn).to_be_focused()
    expect(found.locator('[data-word^="内閣/"]')).to_have_attribute("data-knows", "learning")
    marked = shown._memory.marked["内閣/ないかく"]
    assert marked.context == ("", "内閣", "が予算を決定した。")
    word.focus()
    bare.keyboard.press("k")
    answered_by_kernel(bare, shown)
    expect(found.locator(".kit-share")).to_contain_text("You know 33.3%")
    expect(learn).to_have_attribute("aria-pressed", "true")
    bare.keyboard.press("w")
    expect(found.locator(".kit-coverage")).to_be_hidden()
    expect(word).to_have_attribute("data-knows", "")
    answered_by_kernel(bare, shown)
    assert (shown.picture, shown.coverage) == (False, {})


def test_the_threshold_comes_after_the_mode(bare: Page) -> None:
    found = show(bare, reading())
    found.get_by_label("Furigana", exact=True).focus()
    bare.keyboard.press("Tab")
    expect(found.get_by_label("How sure you must be")).to_be_focused()


@pytest.mark.parametrize("width", [360, 900])
def test_a_vertical_text_begins_on_the_screen(bare: Page, width: int) -> None:
    bare.set_viewport_size({"width": width, "height": 700})
    found = show(bare, reading(text=TEXT * 12))
    bare.evaluate("keep({ vertical: true })")
    first = found.locator(".kit-text .kit-word").first.bounding_box()
    assert first
    assert 0 < first["x"] < first["x"] + first["width"] < width
    assert bare.evaluate("document.documentElement.scrollWidth") <= width
    bare.evaluate("keep({ vertical: false })")


def test_a_long_plan_begins_with_ten_words(bare: Page) -> None:
    words = "内閣 予算 国会 審議 野党 修正 与党 首相 外交 方針 会談 協力 経済".split()
    shown = reading(text="、".join(words))
    shown._received(shown, {"do": "picture", "shown": True}, [])
    found = show(bare, shown)
    found.locator(".kit-plan summary").click()
    rows = found.locator(".kit-planned:visible")
    expect(rows).to_have_count(10)
    found.get_by_role("button", name="Show all 13").click()
    expect(rows).to_have_count(13)
    expect(rows.nth(10).get_by_role("button")).to_be_focused()


@pytest.mark.parametrize(
    ("known", "low"), [("内閣 予算 国会", True), ("内閣 予算 国会 審議", False)]
)
def test_under_a_low_share_it_is_said_what_counts(bare: Page, known: str, low: bool) -> None:
    text = "内閣、予算、国会、審議、野党、修正、与党、外交"
    ids = {shown["surface"]: shown["id"] for shown in reading(text=text).words if "id" in shown}
    shown = reading(*(mark(ids[word], "known") for word in known.split()), text=text)
    shown._received(shown, {"do": "picture", "shown": True}, [])
    found = show(bare, shown)
    expect(found.locator(".kit-share")).to_contain_text("You know 37.5%" if low else "You know 50%")
    expect(found.get_by_text("Counted as known is what")).to_be_visible(visible=low)


def test_furigana_do_not_part_the_kanji_they_stand_over(bare: Page) -> None:
    shown = reading(text="首相は影響を強調し、共同声明で侍の心を承認した。")
    for mode in ("all", "none"):
        found = show(bare, shown, mode)
        for size in (16, 34):
            for vertical in (False, True):
                bare.evaluate("kept => keep(kept)", {"size": size, "vertical": vertical})
                wide = found.locator("ruby").evaluate_all(WIDER, "height" if vertical else "width")
                assert wide == [], (mode, size, vertical)
    bare.evaluate("keep({ size: 20, vertical: false })")


@pytest.mark.parametrize(
    ("language", "dress", "screen"),
    [
        ("en", DARK, ViewportSize(width=900, height=800)),
        ("ja", "", ViewportSize(width=360, height=640)),
    ],
)
def test_the_picture_in_every_dress(
    bare: Page, language: str, dress: str, screen: ViewportSize
) -> None:
    shown = reading(mark("予算/よさん", "learning"), language=language)
    shown._received(shown, {"do": "picture", "shown": True}, [])
    bare.set_viewport_size(screen)
    bare.evaluate("style => { document.getElementById('dress').textContent = style; }", dress)
    found = show(bare, shown)
    found.locator(".kit-plan summary").click()
    assert_accessible(bare)
    assert bare.evaluate("document.documentElement.scrollWidth") <= screen["width"]
    bare.evaluate("keep({ vertical: true, plan: false })")
    assert_accessible(bare)


@pytest.mark.parametrize("media", ["forced colours", "print"])
def test_states_are_told_apart_without_colour(bare: Page, media: str) -> None:
    shown = reading(mark("予算/よさん", "learning"))
    shown._received(shown, {"do": "picture", "shown": True}, [])
    if media == "print":
        bare.emulate_media(media="print")
    else:
        bare.emulate_media(forced_colors="active")
    found = show(bare, shown)
    lines = found.locator(".kit-legend .kit-word").evaluate_all(
        "nodes => nodes.map((n) => getComputedStyle(n).textDecoration.split(' rgb')[0])"
    )
    assert len(set(lines)) == 3
    bare.emulate_media(media="null", forced_colors="none")


def test_without_a_memory_marks_alone_count(bare: Page) -> None:
    """As on the pages of a lesson that need no kernel."""
    shown = reading(mark("予算/よさん", "known"), answer("国会/こっかい", 0))
    values = {name: getattr(shown, name) for name in ("words", "kanji", "pages", "marks", "texts")}
    bare.evaluate("changed => keep(changed)", {"furigana": "unknown"})
    bare.evaluate(MODEL, json.loads(json.dumps(values)) | {"notice": ""})
    found = bare.locator(".kit-reader")
    expect(over(found, "予算")).to_be_hidden()
    expect(over(found, "国会")).to_be_visible()
    expect(found.get_by_role("button", name="What I know")).to_be_hidden()
    expect(found.get_by_label("How sure you must be")).to_be_hidden()
    found.locator('[data-word^="国会/"]').click()
    expect(bare.locator(".kit-why")).to_have_count(0)
    bare.keyboard.press("Escape")
