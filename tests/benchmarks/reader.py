"""How heavy and how quick the reader is, in a bare page of a real browser.

    python tests/benchmarks/reader.py [ARTICLE]

ARTICLE is a plain text; without it the G20 lesson's own is taken. Prints a line a figure.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from kit.lesson import library
from kit.widgets import read
from kit.widgets.reader import Reader
from tests.browser import chromium

MODEL = """
class Model {
  constructor(values) { this.values = values; }
  get(name) { return this.values[name]; }
  on() {}
  off() {}
  send() {}
}
"""
DATA = (
    *("words", "kanji", "pages", "marks", "texts"),
    *("memory", "curve", "picture", "knows", "coverage"),
)


def state(reader: Reader) -> dict[str, Any]:
    """The traits that the front end reads."""
    return {name: getattr(reader, name) for name in (*DATA, "notice")}


def kilobytes(value: object) -> float:
    return len(json.dumps(value, ensure_ascii=False).encode()) / 1000


def show(page: Page, folder: Path, reader: Reader) -> None:
    """A page with the reader alone; `drawn` is what it took to draw it, in milliseconds."""
    script = str(Reader._esm).replace("export default { render };", "")
    values = json.dumps(state(reader), ensure_ascii=False).replace("<", "\\u003c")
    file = folder / "reader.html"
    file.write_text(
        f"<!doctype html><meta charset=utf-8><style>{Reader._css}</style><body><script>{MODEL}"
        f"{script}\nconst model = new Model({values});\nconst begin = performance.now();\n"
        "render({ model, el: document.body });\ndocument.body.offsetHeight;\n"
        "window.drawn = performance.now() - begin;</script>",
        encoding="utf-8",
    )
    page.goto(file.as_uri())


POINT = """async () => {
  const times = [];
  const words = [...document.querySelectorAll('.kit-word[role="button"]')].slice(0, 60);
  for (const word of words) {
    const begin = performance.now();
    word.dispatchEvent(new PointerEvent("pointerover", { bubbles: true, pointerType: "mouse" }));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    times.push(performance.now() - begin);
  }
  return times;
}"""

WATCH = """() => {
  window.tasks = [];
  new PerformanceObserver((list) => list.getEntries().forEach((e) => window.tasks.push(e.duration)))
    .observe({ type: "longtask", buffered: true });
}"""

SCROLL = """async () => {
  for (let turn = 0; turn < 60; turn += 1) {
    window.scrollBy(0, 400);
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  }
  return [Math.max(0, ...window.tasks), window.scrollY];
}"""


def main() -> None:
    if len(sys.argv) > 1:
        text = Path(sys.argv[1]).read_text(encoding="utf-8")
    else:
        text = library.around(Path(__file__).parent).open("g20-foreign-ministers").text
    lines = [line for line in text.splitlines() if len(line) > 40]
    paragraph = "".join(lines)[:300]
    long = "\n".join(lines * (10_000 // len("".join(lines)) + 1))[:10_000]
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(
            executable_path=chromium.find(), args=[*chromium.FLAGS]
        )
        page = browser.new_page(viewport={"width": 1000, "height": 800})
        one = read(paragraph)
        code = kilobytes(str(Reader._esm)) + kilobytes(str(Reader._css))
        print(f"paragraph of {len(paragraph)} characters: {kilobytes(state(one)):.1f} kB of data,")
        print(f"  and {code:.1f} kB of code and style with each reader")
        times = []
        for _ in range(7):
            show(page, Path(folder), one)
            times.append(page.evaluate("window.drawn"))
        print(f"drawn: {statistics.median(times):.1f} ms")
        panels = page.evaluate(POINT)
        median = statistics.median(panels)
        print(f"panel, pointer to pixels: {median:.0f} ms at the median, {max(panels):.0f} at most")
        show(page, Path(folder), read(long))
        print(f"{len(long):,} characters, first drawn: {page.evaluate('window.drawn'):.0f} ms")
        page.evaluate(WATCH)
        task, reached = page.evaluate(SCROLL)
        print(f"  scrolled {reached:.0f} px: longest task {task:.0f} ms (0: none over 50)")
        browser.close()


if __name__ == "__main__":
    main()
