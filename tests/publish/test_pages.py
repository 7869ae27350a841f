import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from kit.errors import InputError
from kit.lesson import library, quiz
from kit.lesson.lesson import Lesson
from kit.publish import worksheet
from kit.publish.pages import export, pages
from tests.lesson import small
from tests.publish.hostile import HOSTILE, hostile

VOID = {"meta", "img", "br", "link", "input"}


class Found(HTMLParser):
    """The elements of a page with their attributes, the text that is shown, and what is not."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.shown = ""
        self.within: dict[str, list[str]] = {}
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.within.setdefault(self.open[-1] if self.open else "", []).append(data)
        if not {"script", "style"} & {*self.open}:
            self.shown += data

    @property
    def data(self) -> Any:
        """What the script is given."""
        return json.loads(self.within["script"][0])


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    """A lesson with a lead, a section of paragraphs, a list, and all that may stand below them."""
    extra = small.FINISHED[small.FINISHED.index(":::{standard}") :].replace("who-", "what-")
    before = ":::{before}\n- 野党はどうするのでしょうか。\n:::\n\n"
    markdown = small.MARKDOWN.replace("野党は予算案", f"{before}野党は予算案")
    return small.read(small.write(tmp_path / "work", markdown + "\n" + extra, small.WITH_ALL))


@pytest.fixture(scope="module")
def g20() -> dict[str, str]:
    return pages(library.around(Path(__file__)).open("g20-foreign-ministers"))


@pytest.mark.parametrize(
    ("file", "shown"),
    [
        ("index.html", "<ruby>予算案<rp>（</rp><rt>よさんあん</rt><rp>）</rp></ruby>を"),
        ("index.html", "架空新聞, 2026-01-10 · CC BY 4.0"),
        ("index.html", '<a href="02.html" lang="ja"><bdi>野党の反応</bdi></a>'),
        ("index.html", "paragraphs: 2"),
        ("01.html", "<ruby>政府<rp>（</rp><rt>せいふ</rt><rp>）</rp></ruby>は10"),
        ("01.html", "point at a word or tap it to see how it is read"),
        ("01.html", "<details><summary>Easy</summary>"),
        ("01.html", "政府は、来年のお金の使い方を決めました。"),
        ("01.html", "だれが決めましたか。"),
        ("01.html", '<li lang="ja">国会</li>'),
        ("02.html", "野党はどうするのでしょうか。"),
        ("02.html", '<div class="text" lang="en"><p>The opposition intends to'),
        ("02.html", 'Grammar: <span lang="ja">〜において</span>'),
        ("02.html", '<b>Here</b> <span lang="ja">「閣議において」</span> is a written'),
        ("02.html", '<p class="text item" lang="ja"><ruby>防衛費'),
        ("03.html", '<p class="text item" lang="ja">防衛費'),
        ("02.html", '<a rel="prev" href="01.html">'),
        ("02.html", '<a rel="next" href="03.html">'),
        ("03.html", "野党が修正を求めた。"),
        ("03.html", '<p class="text paragraph" lang="ja">政府は10日'),
    ],
)
def test_a_page_can_be_read_as_it_is(lesson: Lesson, file: str, shown: str) -> None:
    assert shown in pages(lesson)[file]


def test_every_page_says_where_it_comes_from(lesson: Lesson) -> None:
    for page in pages(lesson).values():
        assert "The event was reported by" in page
        assert "架空新聞, 2026-01-10" in page
        assert "www.edrdg.org/edrdg/licence.html" in page


def test_the_parts_are_those_of_the_notebooks_under_names_of_ascii(g20: dict[str, str]) -> None:
    assert list(g20) == ["index.html", *(f"{number:02}.html" for number in range(10))]
    linked = {name for page in g20.values() for name in re.findall(r'href="([^"#]+\.html)"', page)}
    assert {name for name in linked if "://" not in name} == {*g20}


def test_the_pages_ask_all_that_the_notebooks_ask(g20: dict[str, str]) -> None:
    lesson = library.around(Path(__file__)).open("g20-foreign-ministers")
    asked = [
        item["id"]
        for name, page in g20.items()
        for made in Found(page).data.get("quizzes", {}).values()
        for item in made["items"]
    ]
    assert sorted(asked) == sorted(item.id for item in quiz.everything(lesson))
    assert [*Found(g20["index.html"]).data["parts"]] == [
        [item["id"] for made in Found(page).data["quizzes"].values() for item in made["items"]]
        for page in [*g20.values()][1:]
    ]


def test_no_answer_is_told(g20: dict[str, str]) -> None:
    lesson = library.around(Path(__file__)).open("g20-foreign-ministers")
    shown = "".join(Found(page).shown for page in g20.values())
    for item in quiz.questions(lesson):
        for option in item.options:
            assert option.text in shown
            assert not option.reason or option.reason not in shown


def test_a_page_is_one_file_that_asks_for_nothing(g20: dict[str, str]) -> None:
    for page in g20.values():
        found = Found(page)
        named = {name for _, attributes in found.tags for name in attributes}
        assert named & {"src", "srcset", "poster", "action", "ping", "style"} == set()
        assert {tag for tag, _ in found.tags} & {"link", "base", "iframe", "object", "img"} == set()
        assert "url(" not in "".join(found.within["style"])
        assert "@import" not in "".join(found.within["style"])


def test_its_policy_lets_its_own_script_run_and_no_other(g20: dict[str, str]) -> None:
    for page in g20.values():
        found = Found(page)
        policy = next(
            attributes["content"]
            for _, attributes in found.tags
            if attributes.get("http-equiv") == "Content-Security-Policy"
        )
        script = hashlib.sha256(found.within["script"][1].encode()).digest()
        assert policy
        assert policy.split("; ")[:2] == [
            "default-src 'none'",
            f"script-src 'sha256-{base64.b64encode(script).decode()}'",
        ]


def test_the_interface_is_in_the_language_of_the_lesson(lesson: Lesson) -> None:
    made = pages(replace(lesson, language="ja"))
    assert all('<html lang="ja">' in page for page in made.values())
    assert "始める：" in made["index.html"]
    assert "次へ：" in made["01.html"]
    assert "読みと語釈は" in made["03.html"]
    assert Found(made["01.html"]).data["texts"]["reader.easy"] == "やさしい日本語"


def test_what_is_given_is_shown_as_text(tmp_path: Path) -> None:
    for page in pages(hostile(tmp_path)).values():
        found = Found(page)
        tags = [tag for tag, _ in found.tags]
        assert {*tags} & {"img", "iframe", "object", "base", "svg", "form"} == set()
        assert (tags.count("script"), tags.count("style")) == (2, 1)
        assert not any(name.startswith("on") for _, given in found.tags for name in given)
        assert found.shown.count(HOSTILE) >= 3
        assert "<" not in found.within["script"][0]
        assert not re.search(r"<!--|</?script", found.within["script"][1], re.IGNORECASE)


@pytest.mark.parametrize("name", ["../../予算", "a b", "<b>", '"><script>'])
def test_the_lesson_s_name_is_no_path_and_no_markup(lesson: Lesson, name: str) -> None:
    made = pages(replace(lesson, name=name))
    assert [*made] == [*pages(lesson)]
    for page in made.values():
        assert Found(page).data["lesson"] == name
        assert [tag for tag, _ in Found(page).tags].count("script") == 2


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("---\ntitle: 予算\n---\n\n政府は決めた。\n", "word,reading,meaning\n"),
        ("---\ntitle: 予算\n---\n\n## 一つ目\n\n政府は決めた。\n", "word,reading,meaning\n"),
        (small.MARKDOWN, "word,reading,meaning\n"),
        (small.FINISHED, small.WORDS),
    ],
    ids=["one paragraph", "no lead", "no words", "finished"],
)
def test_a_lesson_that_lacks_something_has_pages_without_it(
    tmp_path: Path, markdown: str, words: str
) -> None:
    for page in pages(small.read(small.write(tmp_path, markdown, words))).values():
        found = Found(page)
        assert [tag for tag, _ in found.tags].count("h1") == 1
        assert found.open == []
        for empty in ("<ol></ol>", "<ul></ul>", "<dl></dl>", '<dl class="words"></dl>'):
            assert empty not in page
        assert "None" not in found.shown


def files(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def test_twice_gives_the_same_bytes(lesson: Lesson, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "日本 語"
    assert export(lesson, one) == [one / name for name in pages(lesson)]
    export(lesson, other)
    assert files(one) == files(other)


def test_other_files_stay_and_pages_of_parts_that_are_gone_go(
    lesson: Lesson, tmp_path: Path
) -> None:
    export(lesson, tmp_path / "out")
    (tmp_path / "out" / "notes.txt").write_text("mine")
    (tmp_path / "out" / "77.html").write_text("mine")
    export(replace(lesson, sections=lesson.sections[:1]), tmp_path / "out")
    names = sorted(file.name for file in (tmp_path / "out").iterdir())
    assert names == ["00.html", "01.html", "02.html", "77.html", "index.html", "notes.txt"]


@pytest.mark.parametrize("content", ["mine", '<meta name="generator" content="Seiji Kit: other">'])
def test_a_file_that_is_none_of_ours_is_not_written_over(
    lesson: Lesson, tmp_path: Path, content: str
) -> None:
    (tmp_path / "index.html").write_text(content)
    before = files(tmp_path / "work" / "vocab")
    with pytest.raises(InputError, match="no page of this lesson; name another folder"):
        export(lesson, tmp_path)
    assert (tmp_path / "index.html").read_text() == content
    assert sorted(file.name for file in tmp_path.iterdir()) == ["index.html", "work"]
    assert files(tmp_path / "work" / "vocab") == before


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("none/out", "none is not there; make it, or name another"),
        ("file", "the pages cannot be written"),
        ("file/out", "the pages cannot be written"),
        ("x" * 300, "the pages cannot be written"),
    ],
)
def test_a_folder_that_cannot_be_written(
    lesson: Lesson, tmp_path: Path, name: str, says: str
) -> None:
    (tmp_path / "file").write_text("mine")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(InputError, match=re.escape(says)):
        export(lesson, tmp_path / name)
    assert sorted(tmp_path.rglob("*")) == before
    assert (tmp_path / "file").read_text() == "mine"


def test_a_disk_that_fails_leaves_what_was_there(
    lesson: Lesson, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(lesson, tmp_path / "old")
    before = files(tmp_path / "old")

    def full(self: Path, *_: object, **__: object) -> int:
        if self.name == "01.html":
            raise OSError(28, "No space left on device")
        return 0

    monkeypatch.setattr(Path, "write_text", full)
    for name in ("old", "new"):
        with pytest.raises(InputError, match="No space left on device"):
            export(replace(lesson, title="新しい"), tmp_path / name)
    assert files(tmp_path / "old") == before
    assert not (tmp_path / "new").exists()


def test_a_page_that_cannot_take_its_place_says_why_and_leaves_pages_that_are_whole(
    lesson: Lesson, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace_file = os.replace

    def shut(source: Path, target: Path) -> None:
        if target.name == "01.html":
            raise PermissionError(13, "Permission denied")
        replace_file(source, target)

    monkeypatch.setattr(os, "replace", shut)
    with pytest.raises(InputError, match="Permission denied"):
        export(lesson, tmp_path / "new")
    assert files(tmp_path / "new") == {
        name: pages(lesson)[name].encode() for name in ("index.html", "00.html")
    }


def test_a_worksheet_is_no_page_that_may_go(lesson: Lesson, tmp_path: Path) -> None:
    worksheet.export(lesson, tmp_path / "77.html")
    before = files(tmp_path)
    export(lesson, tmp_path)
    assert before.items() <= files(tmp_path).items()


def test_the_command_imports_no_widget(tmp_path: Path) -> None:
    code = (
        "import sys; from kit import cli; "
        "cli.main(['export', 'g20-foreign-ministers', '--html', 'pages']); "
        "sys.exit(1 if {'anywidget', 'ipywidgets', 'IPython'} & set(sys.modules) else 0)"
    )
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=True)
    assert (tmp_path / "pages" / "index.html").exists()
