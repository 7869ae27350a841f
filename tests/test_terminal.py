import io
import re

import pytest

from kit.language.annotate import annotate_line
from kit.language.article import Step
from kit.language.lexicon.lookup import Match
from kit.learner.coverage import Planned
from kit.progress_bar import ProgressBar
from kit.terminal import (
    Piece,
    cells,
    match_lines,
    paragraph_lines,
    plan_lines,
    ruby_rows,
    table_lines,
)

LINE = "両国の首脳は来週、東京で会談を開きます。"


@pytest.mark.parametrize(
    ("text", "columns"), [("", 0), ("abc", 3), ("会談", 4), ("ｶﾞ", 2), ("e\u0301", 1), ("👍", 2)]
)
def test_the_columns_of_a_terminal(text: str, columns: int) -> None:
    assert cells(text) == columns


@pytest.mark.parametrize(
    ("words", "width", "rows"),
    [
        ([], 20, []),
        ([[("会談", "かいだん")]], 20, [("かいだん", "会談")]),
        # Furigana hangs over kana that follow, and makes the next furigana wait.
        (
            [[("開", "ひら"), ("く", None)], [("会", "かい")]],
            20,
            [("ひら かい", "開く 会")],
        ),
        ([[("新", "しん")], [("党", "とう")]], 20, [("しん とう", "新   党")]),
        ([[("新", "しん")], [("「", None)], [("党", "とう")]], 20, [("しん とう", "新 「党")]),
        # Rows end between words, and no row begins with a full stop.
        ([[("会談", "かいだん")], [("です", None)]], 8, [("かいだん", "会談です")]),
        ([[("会談", "かいだん")], [("です", None)]], 7, [("かいだん", "会談"), ("", "です")]),
        ([[("です", None)], [("ね", None)], [("。", None)]], 6, [("", "です"), ("", "ね。")]),
        ([[("です", None)], [("「", None)], [("会", None)]], 6, [("", "です"), ("", "「会")]),
        # What is wider than a row is broken anywhere.
        ([[("ああああああ", None)]], 5, [("", "ああ"), ("", "ああ"), ("", "ああ")]),
    ],
)
def test_rows_with_furigana_above(
    words: list[list[Piece]], width: int, rows: list[tuple[str, str]]
) -> None:
    assert list(ruby_rows(words, width)) == rows


@pytest.mark.parametrize("width", [20, 33, 80])
def test_a_paragraph_goes_into_the_terminal(width: int) -> None:
    paragraph = annotate_line(LINE * 3, "paragraph")
    rows = list(paragraph_lines(paragraph, width, colour=False))
    text = rows[: rows.index(next(row for row in rows if row.startswith("  両国")))]
    assert max(map(cells, text)) <= width
    assert "".join(text).replace(" ", "").count("会談") == 3
    assert any("【かいだん】" in row for row in rows)


def test_a_paragraph_without_a_terminal_is_one_line_and_a_table() -> None:
    first, *table = paragraph_lines(annotate_line(LINE, "title"), None, colour=False)
    assert first.startswith(
        "両国（りょうこく）の首脳（しゅのう）は来週（らいしゅう）、東京（とうきょう）で"
    )
    assert first.endswith("開（ひら）きます。")
    heads = [row.split("【")[0].split()[0] for row in table if row and "→" not in row]
    assert heads == ["両国", "首脳", "来週", "東京", "会談", "開く"]
    assert any("開く → 開きます (" in row for row in table)


def test_colour_is_for_terminals() -> None:
    paragraph = annotate_line(LINE, "title")
    assert any("\x1b[1m" in row for row in paragraph_lines(paragraph, 80, colour=True))
    assert not any("\x1b" in row for row in paragraph_lines(paragraph, 80, colour=False))


def test_a_text_plays_no_tricks_on_the_terminal() -> None:
    paragraph = annotate_line("首相\x1b[31mの\x07\u202e答弁\t。", "paragraph")
    for width in (None, 60):
        shown = "".join(paragraph_lines(paragraph, width, colour=False))
        assert not set("\x1b\x07\u202e\t") & set(shown)


def test_entries_are_shown_with_numbered_senses() -> None:
    steps = (Step("開かれる", "passive"), Step("開かれて", "te-form"))
    match = Match(
        1,
        "開く",
        ("開く", "披く"),
        ("ひらく", "あく"),
        ("to open", "to hold"),
        "開かれて",
        4,
        steps,
    )
    assert list(match_lines("開かれて", [match], None, colour=False)) == [
        "開く【ひらく、あく】  also 披く",
        "  開く → 開かれる (passive) → 開かれて (te-form)",
        "  1. to open",
        "  2. to hold",
        "",
    ]
    assert list(match_lines("開かれても", [match], 40, colour=False))[:3] == [
        "開く【ひらく、あく】  also 披く  for 開かれて",
        "  開く → 開かれる (passive)",
        "    → 開かれて (te-form)",
    ]


def test_many_entries_are_cut_and_none_is_said() -> None:
    match = Match(1, "こう", (), ("こう",), ("so",), "こう", 2, ())
    rows = list(match_lines("こう", [match] * 13, None, colour=False))
    assert rows.count("こう") == 10
    assert rows[-2] == "… and 3 more (--json gives all)"
    assert list(match_lines("☃", [], None, colour=False)) == ["☃: nothing found", ""]


PLANNED = [
    Planned("協調", "きょうちょう", 12, 0.9499, "coordination; cooperation", "協調/きょうちょう"),
    Planned("ロシア", "ろしあ", 3, 0.95, "Russia", "ロシア/ろしあ"),
    Planned("G20", "じーとぅえんてぃー", 1, 1.0, "the G20", "G20/じーとぅえんてぃー"),
    Planned("こと", "こと", 1, 1.0, "", "こと/こと"),
]


def test_words_to_learn_stand_in_columns() -> None:
    assert list(plan_lines(PLANNED, None, colour=False)) == [
        "  協調【きょうちょう】  12×   94.9%  coordination; cooperation",
        "  ロシア                 3×   95.0%  Russia",
        "  G20                    1×  100.0%  the G20",
        "  こと                   1×  100.0%  not in the dictionary",
    ]
    first, *_ = plan_lines(PLANNED, 50, colour=True)
    shown = re.sub(r"\x1b\[\d*m", "", first)
    assert cells(shown) == 50
    assert shown.endswith("…")
    assert first.startswith("  \x1b[1m協調")
    assert list(plan_lines([], None, colour=False)) == []


HEAD = ["known", "learn", "file", "title", "new terms"]
TABLE = [
    ["91.2 %", "8", "a.txt", "会談", "外相、条約"],
    ["7.0 %", "1,204", "old/long-name.txt", "共同声明\x1b[1m", ""],
]


def test_rows_stand_in_columns() -> None:
    assert list(table_lines(HEAD, TABLE, 2, None, colour=False)) == [
        " known  learn  file               title         new terms",
        "91.2 %      8  a.txt              会談          外相、条約",
        " 7.0 %  1,204  old/long-name.txt  共同声明\ufffd[1m",
    ]


@pytest.mark.parametrize(
    ("width", "row"),
    [
        (80, "91.2 %      8  a.txt              会談          外相、条約"),
        (52, "91.2 %      8  a.txt         会談         外相、条約"),
        (48, "91.2 %      8  a.txt       会談        外相、条約"),
        (20, "91.2 %      8  a.txt       会談        外相、条約"),
    ],
)
def test_columns_of_text_share_what_numbers_leave_of_a_terminal(width: int, row: str) -> None:
    shown = list(table_lines(HEAD, TABLE, 2, width, colour=False))
    assert shown[1] == row
    assert max(map(cells, shown)) <= max(width, 49)


def test_the_head_of_a_table_is_set_apart_by_colour() -> None:
    head, *rows = table_lines(HEAD, TABLE, 2, None, colour=True)
    assert head == "\x1b[2m known  learn  file               title         new terms\x1b[0m"
    assert not any("\x1b" in row for row in rows)


class Clock:
    """Stands for the time module: a second passes at each look."""

    def __init__(self) -> None:
        self.now = 0.0

    def monotonic(self) -> float:
        self.now += 1
        return self.now


@pytest.mark.parametrize(
    ("total", "shown"), [(200, " 50%"), (None, "0.0 MB read"), (0, "0.0 MB read")]
)
def test_progress_is_drawn_and_taken_away(
    total: int | None, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kit.progress_bar.time", Clock())
    terminal = io.StringIO()
    with ProgressBar(terminal, total) as bar:
        bar.update(100)
        assert shown in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_the_progress_of_steps_says_what_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kit.progress_bar.time", Clock())
    terminal = io.StringIO()
    with ProgressBar(terminal, 4000, "articles") as bar:
        bar.update(1000)
    assert " 25%  1,000 of 4,000 articles  about" in terminal.getvalue()


def test_a_short_wait_shows_no_progress() -> None:
    terminal = io.StringIO()
    with ProgressBar(terminal, 200) as bar:
        bar.update(100)
        bar.clear()
    assert terminal.getvalue() == ""
