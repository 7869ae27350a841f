"""A line of a file as it should be read: without what cannot be seen, and in letters, not forms."""

from __future__ import annotations

import re
import unicodedata

_SPACES = re.compile("[\t\x0b\x0c\xa0\u1680\u2000-\u200a\u202f\u205f]")
_JOINING = re.compile("[\xad\u034f\u180b-\u180e\u200b-\u200d\u2060-\u2064\ufeff\ufff9-\ufffb]")
"""What only tells a program where a line may break."""
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2065-\u206f"
    "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
)
"""What no font shows, or what turns the order of letters around."""
_SPACE_RUN = re.compile("([ \u3000])[ \u3000]+")
_LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")

# What a PDF may have for a letter: the radical that looks like it, or its form in vertical text.
_FORMS = {
    ord(form): letter
    for form, letter in zip(
        "⺟⺠⻁⻄⻑⻘⻝⻤⻩⻫⻭⻯⻲",
        "母民虎西長青食鬼黄斉歯竜亀",
        strict=True,
    )
}
for _code in (*range(0x2F00, 0x2FD6), *range(0xFE10, 0xFE1A), *range(0xFE30, 0xFE49)):
    _FORMS[_code] = unicodedata.normalize("NFKC", chr(_code))
_FORM = re.compile(f"[{''.join(map(chr, _FORMS))}]")


def tidy(text: str) -> tuple[str, int]:
    """One line of text, without blanks at its ends, and how many hidden characters it lost."""
    text = _JOINING.sub("", _SPACES.sub(" ", _LINE_END.sub(" ", text)))
    text, hidden = _HIDDEN.subn("", text)
    text = _FORM.sub(lambda form: _FORMS[ord(form[0])], text)
    return _SPACE_RUN.sub(r"\1", text).strip(), hidden
