"""The checker finds what it is there for, and counts the kit's own parts alone."""

import pytest
from playwright.sync_api import Page

from tests.browser.axe import violations

PALE = '<p style="color: #999; background: #fff">読む</p>'
TINY = """<button style="width: 12px; height: 12px; padding: 0" aria-label="a"></button>
<button style="width: 12px; height: 12px; padding: 0" aria-label="b"></button>"""


@pytest.mark.parametrize(
    ("html", "rules"),
    [
        (f'<div class="kit-reader">{PALE}</div>', ["color-contrast"]),
        (f'<div class="kit-quiz">{TINY}</div>', ["target-size", "target-size"]),
        ('<div class="kit-quiz"><input></div>', ["label"]),
        (f'{PALE}<div class="kit-quiz">読む</div>', []),
        (PALE, ["nothing of the kit is shown"]),
        (f'<div class="kit-panel" hidden>{PALE}</div>', ["nothing of the kit is shown"]),
    ],
)
def test_what_is_found(page: Page, html: str, rules: list[str]) -> None:
    page.set_content(html)
    assert [line.partition(":")[0] for line in violations(page)] == rules
