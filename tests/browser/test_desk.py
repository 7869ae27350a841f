"""The instructor's desk: its table on a bare page in every dress, and the whole way in Lab."""

from __future__ import annotations

import json
import shutil
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, TimeoutError, expect

from kit.classroom.desk import Desk
from kit.texts import texts
from kit.widgets import front
from kit.widgets.table import Table
from tests.browser.axe import assert_accessible
from tests.browser.conftest import PATIENCE, SCREENSHOTS, Server
from tests.browser.student import menu
from tests.browser.test_overview import DARK
from tests.classroom import fishery
from tests.lesson import small

UNSURE = "の,の,x,noun,,,sure?"
MANY = 150


def words() -> str:
    rows = "".join(
        f"語{number},ご,word; term,noun,,これは語{number}です。,\n" for number in range(MANY)
    )
    return f"word,reading,meaning,part of speech,collocation,example,review\n{rows}{UNSURE}\n"


def show(page: Page, table: Table, style: str = "") -> Locator:
    """A table on a page of its own, whose messages are kept."""
    page.set_content(
        f"<!doctype html><html lang=en><meta name=viewport content='width=device-width'>"
        f"<title>Words</title><style>{front.source('table.css')}{style}</style>"
        "<main><h1>Words</h1><div id=table></div></main></html>"
    )
    page.add_script_tag(content="\n".join(map(front.source, ("dom.js", "table.js"))))
    state = {name: getattr(table, name) for name in ("label", "columns", "mark", "choices")}
    state |= {name: dict(getattr(table, name)) for name in ("sheet", "said", "texts")}
    page.evaluate(
        """text => {
          const state = JSON.parse(text), heard = {};
          window.sent = [];
          window.model = {
            get: (name) => state[name],
            set: (name, value) => { state[name] = value; heard[`change:${name}`]?.(); },
            on: (name, action) => { heard[name] = action; },
            off() {},
            send: (message) => window.sent.push(message),
          };
          render({ model, el: document.querySelector("#table") });
        }""",
        json.dumps(state),
    )
    return page.locator(".kit-table")


@pytest.fixture
def table(tmp_path: Path) -> Table:
    workspace = small.write(tmp_path, words=words())
    return Desk(workspace / "notebooks", texts("en")).words()


@pytest.mark.parametrize(
    ("dress", "style", "width"), [("light", "", 1100), ("dark", DARK, 1100), ("light", "", 360)]
)
def test_the_table_fits_the_screen_in_every_dress(
    page: Page, table: Table, dress: str, style: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    shown = show(page, table, style)
    rows = shown.locator("tbody tr")
    expect(rows).to_have_count(MANY + 1)
    expect(rows.first).to_have_class("kit-table-unsure")  # the last of the file
    rows.nth(1).get_by_role("button", name="Delete").click()
    rows.nth(2).get_by_label("Reading").fill("漢字")
    expect(shown.get_by_role("status")).to_have_text("Words: 150. Changed and not saved: 2.")
    said = {"error": "1 to mend", "faults": {"1": "not in kana"}, "saved": False}
    page.evaluate("said => model.set('said', said)", said)
    expect(shown.locator(".kit-table-fault")).to_have_text("not in kana")
    expect(rows.nth(2).get_by_label("Reading")).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert_accessible(page, ".kit-table")
    page.screenshot(path=SCREENSHOTS / f"desk-{dress}-{width}.png", full_page=True)


def test_the_table_is_edited_by_keyboard_and_what_is_sent_is_what_changed(
    page: Page, table: Table
) -> None:
    shown = show(page, table)
    rows = shown.locator("tbody tr")
    rows.nth(0).get_by_role("textbox").nth(1).focus()
    page.keyboard.press("Enter")
    expect(rows.nth(1).get_by_role("textbox").nth(1)).to_be_focused()
    page.keyboard.type("ことば")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Shift+Enter")
    page.keyboard.press("Tab")
    expect(rows.nth(1).get_by_role("textbox").nth(2)).to_be_focused()
    expect(shown.get_by_role("combobox")).to_be_disabled()  # nothing unsaved gets lost
    shown.get_by_role("button", name="Next unsure word (1)").click()
    expect(rows.nth(0).get_by_role("textbox").nth(1)).to_be_focused()
    rows.nth(0).get_by_role("button", name="Checked").click()
    shown.get_by_role("button", name="Add a word").click()
    page.keyboard.type("<b>新")
    page.keyboard.press("Control+s")
    (sent,) = page.evaluate("window.sent")
    assert sent["changes"][:2] == [
        {"key": str(MANY), "row": MANY, "cells": {"review": ""}},
        {"key": "0", "row": 0, "cells": {"reading": "ことば"}},
    ]
    assert sent["changes"][2]["row"] is None
    assert sent["changes"][2]["cells"]["word"] == "<b>新"
    assert sent["version"] == table.sheet["version"]


def test_from_article_to_words_without_a_terminal(page: Page, server: Server) -> None:
    work = server.progress.parent / "work"
    server.open(page, "instructor.ipynb")
    form, table = page.locator(".kit-form").first, page.locator(".kit-table")
    for _ in range(5):  # Jupyter may lose the command just after loading
        menu(page, "Run", "Run All Cells")
        with suppress(TimeoutError):
            form.wait_for(timeout=PATIENCE / 4)
            break
    form.get_by_label("as a file").set_input_files(
        {"name": "記事.txt", "mimeType": "text/plain", "buffer": fishery.TEXT.encode("cp932")}
    )
    form.get_by_label("short name").fill("fish")
    write = form.get_by_role("button", name="Write the draft")
    expect(write).to_be_disabled()
    form.get_by_role("button", name="Look at the article").click()
    expect(form).to_contain_text(fishery.DOCUMENT.title)
    assert not (work / "vocab" / "fish.csv").exists()
    assert_accessible(page, ".kit-form")
    write.click()
    expect(form).to_contain_text("Written: notebooks/fish/lesson.md, vocab/fish.csv")
    expect(table.get_by_role("combobox")).to_have_value("fish")
    reading = table.locator("tbody tr:not(.kit-table-fault)").last.get_by_role("textbox").nth(1)
    right = reading.input_value()
    reading.fill("漢字")
    page.keyboard.press("Control+s")  # a command of Jupyter's
    expect(table.locator(".kit-table-fault")).to_contain_text("not in kana")
    reading.fill(f"{right}ー")
    table.get_by_role("button", name="Save").click()
    expect(table.get_by_role("status")).to_contain_text("Saved.")
    assert f",{right}ー," in (work / "vocab" / "fish.csv").read_text("utf-8-sig")
    assert_accessible(page, ".kit-table")
    page.screenshot(path=SCREENSHOTS / "desk-lab.png")
    shutil.rmtree(work / "notebooks" / "fish")  # other tests look at the same lessons
    (work / "vocab" / "fish.csv").unlink()
