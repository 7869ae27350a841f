import os
import re
import subprocess
import sys
from dataclasses import replace
from html import escape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kit.errors import InputError
from kit.lesson import library
from kit.lesson.lesson import Lesson
from kit.publish import chromium
from kit.publish.answer_key import answer_key
from kit.publish.exercise import Exercise, Part, parts
from kit.publish.worksheet import export, worksheet
from tests.lesson import small
from tests.publish.hostile import HOSTILE, hostile

FURIGANA = "<ruby>政府<rp>（</rp><rt>せいふ</rt><rp>）</rp></ruby>"


class Elements(HTMLParser):
    """The elements of a page with their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    """A lesson with all that a worksheet can ask."""
    summary = small.FINISHED[small.FINISHED.index(":::{summary}") :]
    return small.read(small.write(tmp_path, f"{small.MARKDOWN}\n{summary}", small.WITH_ALL))


@pytest.fixture(scope="module")
def g20() -> Lesson:
    return library.around(Path(__file__)).open("g20-foreign-ministers")


def exercises(part: Part) -> list[Exercise]:
    asked = (*(questions for *_, questions in part.passages), *part.words.values())
    return [exercise for group in asked for exercise in group]


@pytest.mark.parametrize(
    "shown",
    [
        FURIGANA,
        '<b>予算案</b> <bdi>よさんあん</bdi></dt><dd lang="en">draft budget</dd>',
        "Source: 架空新聞, 2026-01-10",
        "だれが決めましたか。",
        '<span class="box">☐ </span>国会',
        '<bdi>方針</bdi><span class="ruled"></span>',
        "野党が修正を求めた。",
        "Name",
        "The event was reported by <bdi>架空新聞, 2026-01-10</bdi>",
        "(<bdi>CC BY 4.0</bdi>)",
        "www.edrdg.org/edrdg/licence.html",
    ],
)
def test_a_worksheet_shows(lesson: Lesson, shown: str) -> None:
    assert shown in worksheet(lesson)


@pytest.mark.parametrize(
    "answer",
    [
        '<span class="box">☑ </span><strong>政府</strong>',
        '<bdi>国会</bdi> <span class="reason" lang="">国会はこれから審議します。</span>',
        "<bdi>方針</bdi> <strong>ほうしん</strong>",
        '<span class="square">2</span>野党が修正を求めた。',
    ],
)
def test_the_key_tells_what_the_worksheet_does_not(lesson: Lesson, answer: str) -> None:
    assert answer in answer_key(lesson)
    assert answer not in worksheet(lesson)


def test_no_option_stands_out_before_the_key_tells(g20: Lesson) -> None:
    sheet, key = worksheet(g20), answer_key(g20)
    assert "☑" not in sheet
    assert {tag for tag, _ in Elements(sheet).tags} & {"strong", "em", "input"} == set()
    items = [exercise.item for part in parts(g20) for exercise in exercises(part)]
    assert {item.kind for item in items} == {"question", "reading", "gap", "collocation", "odd"}
    for option in (option for item in items for option in item.options):
        assert f'<span class="box">☐ </span>{escape(option.text)}</li>' in sheet
        if option.correct:
            assert f"<strong>{escape(option.text)}</strong>" in key
        else:
            assert escape(option.reason) in key
            assert escape(option.reason) not in sheet


def test_worksheet_and_key_have_the_same_numbers(lesson: Lesson) -> None:
    numbers = re.compile(r'<li value="(\d+)"')
    on_sheet = numbers.findall(worksheet(lesson))
    assert on_sheet == numbers.findall(answer_key(lesson))
    for part in parts(lesson):
        found = [exercise.number for exercise in exercises(part)]
        assert found == list(range(1, len(found) + 1))


def test_words_stand_beside_the_paragraph_that_brings_them(lesson: Lesson) -> None:
    _, *passages = worksheet(lesson).split('<div class="passage">')
    words = [re.findall(r"<dt lang=\"ja\"><b>(.*?)</b>", passage) for passage in passages]
    assert words == [["予算案", "決定"], ["修正", "方針"], ["応じる", "姿勢"]]
    for passage, glossed in zip(passages, words, strict=True):
        assert passage.count('<span class="new">') == len(glossed)


def test_the_points_of_a_list_have_no_mark_of_the_source(lesson: Lesson) -> None:
    assert re.search(r'<p class="item">(<span class="new">)?<ruby>防衛費', worksheet(lesson))


def test_the_interface_is_in_the_language_of_the_lesson(lesson: Lesson) -> None:
    page = worksheet(replace(lesson, language="ja"))
    assert '<html lang="ja">' in page
    assert all(text in page for text in ("ワークシート", "名前", "出典", "読みと語釈は"))
    assert "解答" in answer_key(replace(lesson, language="ja"))


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("---\ntitle: 予算\n---\n\n政府は決めた。\n", "word,reading,meaning\n"),
        ("---\ntitle: 予算\n---\n\n## 一つ目\n\n政府は決めた。\n", "word,reading,meaning\n"),
        (small.MARKDOWN, "word,reading,meaning\n"),
        (re.sub(r":::\{question\}.*?:::\n", "", small.MARKDOWN, flags=re.DOTALL), small.WORDS),
        (
            small.FINISHED,
            small.WORDS.replace("決定,", "決定する,").replace("けってい", "けっていする"),
        ),
    ],
    ids=["one paragraph", "no lead", "no words", "no questions", "finished"],
)
def test_a_lesson_that_lacks_something_has_a_worksheet_without_it(
    tmp_path: Path, markdown: str, words: str
) -> None:
    lesson = small.read(small.write(tmp_path, markdown, words))
    for page in (worksheet(lesson), answer_key(lesson)):
        found = Elements(page)
        assert lesson.title in page.replace("<ruby>", "") or "<ruby>" in page
        assert [tag for tag, _ in found.tags].count("h1") == 1
        for empty in ("<ol></ol>", "<dl></dl>", '<ol class="questions"></ol>', "None"):
            assert empty not in page


def test_what_is_given_is_shown_as_text(tmp_path: Path) -> None:
    lesson = hostile(tmp_path)
    for page in (worksheet(lesson), answer_key(lesson)):
        found = Elements(page)
        tags = {tag for tag, _ in found.tags}
        assert tags & {"script", "img", "iframe", "object", "base", "svg", "form"} == set()
        assert [tag for tag, _ in found.tags].count("style") == 1
        names = {name for _, attributes in found.tags for name in attributes}
        assert [name for name in names if name.startswith("on")] == []
        assert found.text.count(HOSTILE) >= 3


def test_both_files_are_written(lesson: Lesson, tmp_path: Path) -> None:
    file = tmp_path / "予算 sheet.HTML"
    key = tmp_path / "予算 sheet-key.HTML"
    before = set(tmp_path.iterdir())
    assert export(lesson, file) == [file, key]
    assert file.read_text(encoding="utf-8") == worksheet(lesson)
    assert key.read_text(encoding="utf-8") == answer_key(lesson)
    assert set(tmp_path.iterdir()) - before == {file, key}


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("sheet", "this name has no ending; end it with .html or .pdf"),
        ("sheet.docx", "this name ends with .docx; end it with .html or .pdf"),
        ("none/sheet.html", "none is not there; make it, or name another"),
        ("vocab/budget.csv/sheet.html", "is not there; make it"),
        ("folder.html", "this is a folder; name a file"),
        ("other.html", "other-key.html: this is a folder; name a file"),
    ],
)
def test_a_name_that_cannot_be_written(
    lesson: Lesson, tmp_path: Path, name: str, says: str
) -> None:
    (tmp_path / "folder.html").mkdir()
    (tmp_path / "other-key.html").mkdir()
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(InputError, match=re.escape(says)):
        export(lesson, tmp_path / name)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("name", ["", ".", "/"])
def test_a_folder_is_no_file(lesson: Lesson, name: str) -> None:
    with pytest.raises(InputError, match="this is a folder; name a file"):
        export(lesson, Path(name))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_is_read_only(lesson: Lesson, tmp_path: Path) -> None:
    folder = tmp_path / "shut"
    folder.mkdir(mode=0o500)
    with pytest.raises(InputError, match="make its folder writable"):
        export(lesson, folder / "sheet.html")


def test_where_there_is_no_browser_the_html_is_there(
    lesson: Lesson, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chromium, "find", lambda: None)
    with pytest.raises(InputError) as raised:
        export(lesson, tmp_path / "sheet.pdf")
    sheet, key = tmp_path / "sheet.html", tmp_path / "sheet-key.html"
    assert str(raised.value) == (
        f"{tmp_path / 'sheet.pdf'}: it is not printed: there is no Chrome, Chromium or Edge here "
        f"to print it; open {sheet} and {key} in a browser and print from there, or save as PDF"
    )
    assert sheet.read_text(encoding="utf-8") == worksheet(lesson)
    assert key.read_text(encoding="utf-8") == answer_key(lesson)
    assert not (tmp_path / "sheet.pdf").exists()


@pytest.mark.parametrize("name", ["sheet.html", "sheet-key.html"])
def test_html_of_another_hand_is_not_written_over_in_place_of_a_pdf(
    lesson: Lesson, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(chromium, "find", lambda: None)
    (tmp_path / name).write_text("mine")
    before = sorted(tmp_path.rglob("*"))
    says = f"it is not printed: .*, and {name} is there already; name another file"
    with pytest.raises(InputError, match=says):
        export(lesson, tmp_path / "sheet.pdf")
    assert sorted(tmp_path.rglob("*")) == before
    assert (tmp_path / name).read_text() == "mine"


def test_html_that_stood_in_for_a_pdf_is_made_anew(
    lesson: Lesson, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chromium, "find", lambda: None)
    for changed in (lesson, replace(lesson, language="ja")):
        with pytest.raises(InputError, match="in a browser and print from there"):
            export(changed, tmp_path / "sheet.pdf")
        assert (tmp_path / "sheet.html").read_text(encoding="utf-8") == worksheet(changed)


def test_a_sheet_that_cannot_take_its_place_says_why(
    lesson: Lesson, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace_file = os.replace

    def shut(source: Path, target: Path) -> None:
        if target.name == "sheet-key.html":
            raise PermissionError(13, "Permission denied")
        replace_file(source, target)

    monkeypatch.setattr(os, "replace", shut)
    with pytest.raises(InputError, match=r"sheet-key.html: .*Permission denied"):
        export(lesson, tmp_path / "sheet.html")
    assert (tmp_path / "sheet.html").read_text(encoding="utf-8") == worksheet(lesson)


def test_the_browser_prints_both(
    lesson: Lesson, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[str] = []

    def print_pdf(browser: str, page: Path, pdf: Path) -> None:
        printed.append(page.read_text(encoding="utf-8"))
        pdf.write_bytes(b"%PDF-")

    monkeypatch.setattr(chromium, "find", lambda: "browser")
    monkeypatch.setattr(chromium, "print_pdf", print_pdf)
    files = export(lesson, tmp_path / "sheet.pdf")
    assert [file.name for file in files] == ["sheet.pdf", "sheet-key.pdf"]
    assert [file.read_bytes() for file in files] == [b"%PDF-"] * 2
    assert printed == [worksheet(lesson), answer_key(lesson)]
    assert not list(tmp_path.glob("*.html"))


def test_a_worksheet_imports_no_widget(tmp_path: Path) -> None:
    code = (
        "import sys; from kit import cli; "
        "cli.main(['export', 'g20-foreign-ministers', '--worksheet', 'sheet.html']); "
        "sys.exit(1 if {'anywidget', 'ipywidgets', 'IPython'} & set(sys.modules) else 0)"
    )
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=True)
    assert (tmp_path / "sheet-key.html").exists()
