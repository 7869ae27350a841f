import os
from pathlib import Path

import pytest

from kit import content
from kit.classroom.document.block import HEADING, PARAGRAPH, Block, Document
from kit.classroom.document.ruby import Ruby
from kit.classroom.draft import draft
from kit.classroom.draft.draft import Draft
from kit.errors import InputError
from kit.learner.coverage import KnownList
from kit.lesson import library
from kit.lesson.reading import meetings
from kit.texts import texts
from tests.classroom.fishery import DOCUMENT
from tests.lesson import small

SAYS = texts("en")


@pytest.fixture(scope="module")
def made() -> Draft:
    return draft.make(DOCUMENT, "fishery", None, SAYS)


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def document(*paragraphs: str) -> Document:
    blocks = tuple(Block(PARAGRAPH, text) for text in paragraphs)
    return Document("2026", "", None, "", "", blocks)


def test_a_draft_has_gaps_and_no_errors(made: Draft, tmp_path: Path) -> None:
    text, words = draft.write(made, draft.shelf(tmp_path))
    assert files(tmp_path).keys() == {"notebooks/fishery/lesson.md", "vocab/fishery.csv"}
    assert (text, words) == (
        tmp_path / "notebooks" / "fishery" / "lesson.md",
        tmp_path / "vocab" / "fishery.csv",
    )
    found = library.around(tmp_path).check("fishery")
    assert found.errors == ()
    assert any("the license is missing" in gap.problem for gap in found.gaps)
    assert any("still to do" in gap.problem for gap in found.gaps)
    assert any("marked for review" in gap.problem for gap in found.gaps)
    assert found.lesson is not None
    assert [word.word for word in found.lesson.words] == [word.headword for word in made.words]
    assert len(meetings(found.lesson)) == len(made.words)
    questions = [q.id for p in found.lesson.passages() for q in p.paragraph.questions]
    assert questions == ["who-says-1"]


def test_a_paragraph_has_few_words_to_teach(made: Draft) -> None:
    assert len(made.words) <= draft.TAUGHT * 3
    assert made.left > 0
    assert 0 < made.unsure < len(made.words)
    short = draft.make(document("会談は試金石だ。"), "x", None, SAYS)
    assert [word.headword for word in short.words] == ["試金石", "会談"]
    assert short.left == 0


def test_what_the_class_knows_makes_room_for_other_words(made: Draft) -> None:
    known = KnownList([(word.headword, word.reading) for word in made.words[:5]])
    other = draft.make(DOCUMENT, "fishery", known, SAYS)
    assert not {word.headword for word in made.words[:5]} & {w.headword for w in other.words}
    assert len(other.words) == len(made.words)


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("市場（しじょう）の課題だ。市場（いちば）の課題だ。", "市場"),  # no row can teach both
        ("会談（かいだわ）で意向を示した。意向は固い。", "会談"),  # the text says otherwise
    ],
)
def test_a_word_that_the_check_would_refuse_is_not_taught(text: str, gone: str) -> None:
    words = [word.headword for word in draft.make(document(text), "x", None, SAYS).words]
    assert words
    assert gone not in words


def test_a_reading_above_a_word_of_the_file_is_taught() -> None:
    text = "市場の再開を市は急ぐ。市場で働く人は期待する。"
    ruby = (
        Ruby("市場", "イチバ", "", "の再開を市は急ぐ"),
        Ruby("市場", "いちば", "急ぐ。", "で働く人は期待"),
    )
    made = draft.make(document(text)._replace(ruby=ruby), "x", None, SAYS)
    (word,) = (word for word in made.words if word.headword == "市場")
    assert word.reading == "いちば"
    assert "{市場|イチバ}の再開" in made.text


def test_a_word_within_a_longer_one_does_not_make_an_error(tmp_path: Path) -> None:
    made = draft.make(document("影響力行使が焦点だ。影響力は大きい。"), "x", None, SAYS)
    draft.write(made, draft.shelf(tmp_path))
    assert library.around(tmp_path).check("x").errors == ()


@pytest.mark.parametrize("blocks", [(), (Block(PARAGRAPH, " \n"),)])
def test_an_article_without_text_makes_no_lesson(blocks: tuple[Block, ...]) -> None:
    with pytest.raises(InputError, match="a title and no text"):
        draft.make(DOCUMENT._replace(blocks=blocks), "x", None, SAYS)


def test_hostile_text_makes_a_lesson_without_errors(tmp_path: Path) -> None:
    blocks = (
        Block(HEADING, ":::{todo} # ---"),
        Block(PARAGRAPH, '=HYPERLINK("x") [会談](../../etc) <script>alert(1)</script>\0\u202e'),
        Block(PARAGRAPH, "---\ntitle: 首脳\n---"),
        Block(PARAGRAPH, '@SUM(A1)"首脳",会談\r\n:::'),
    )
    hostile = DOCUMENT._replace(title="a: 'b'\n---", source="---\nx: y", blocks=blocks)
    made = draft.make(hostile, "x", None, SAYS)
    draft.write(made, draft.shelf(tmp_path))
    assert library.around(tmp_path).check("x").errors == ()
    rows = (tmp_path / "vocab" / "x.csv").read_text(encoding="utf-8-sig")
    assert ",=HYPERLINK" not in rows
    assert ',"=HYPERLINK' not in rows


def test_a_lesson_goes_to_the_workspace_around(made: Draft, tmp_path: Path) -> None:
    small.write(tmp_path)
    below = tmp_path / "notebooks" / small.NAME
    draft.write(made, draft.shelf(below))
    assert "notebooks/fishery/lesson.md" in files(tmp_path)


def test_without_a_workspace_the_folder_becomes_one(made: Draft, tmp_path: Path) -> None:
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "notebooks" / "mine.txt").write_text("mine", encoding="utf-8")
    draft.write(made, draft.shelf(tmp_path))
    assert library.around(tmp_path).names() == ["fishery"]
    assert files(tmp_path)["notebooks/mine.txt"] == b"mine"


@pytest.mark.parametrize(
    ("name", "there"),
    [
        ("budget", ""),
        ("Budget", ""),
        ("words-only", "vocab/words-only.csv"),
        ("notes", "notebooks/notes/diary.txt"),
        ("file", "notebooks/file"),
        ("g20-foreign-ministers", ""),  # it came with the kit
        ("politics", ""),
    ],
)
def test_a_name_that_is_taken_is_no_name(tmp_path: Path, name: str, there: str) -> None:
    small.write(tmp_path)
    if there:
        (tmp_path / there).parent.mkdir(exist_ok=True)
        (tmp_path / there).write_text("x", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        draft.free_name(name, draft.shelf(tmp_path))
    assert "take another, such as" in caught.value.mend


def test_the_name_of_an_empty_folder_is_free(tmp_path: Path, made: Draft) -> None:
    small.write(tmp_path)
    (tmp_path / "notebooks" / "fishery").mkdir()
    kept = draft.shelf(tmp_path)
    assert draft.free_name("fishery", kept) == "fishery"
    assert all(path.is_file() for path in draft.write(made, kept))


def test_a_lesson_of_the_kit_is_free_in_no_folder(tmp_path: Path) -> None:
    names = [path.parent.name for path in content.folder("notebooks").glob("*/lesson.md")]
    assert names
    for name in names:
        with pytest.raises(InputError, match="already"):
            draft.free_name(name, draft.shelf(tmp_path))


@pytest.mark.parametrize("there", ["notebooks/fishery/lesson.md", "vocab/fishery.csv"])
def test_no_file_is_written_over(tmp_path: Path, made: Draft, there: str) -> None:
    small.write(tmp_path)
    (tmp_path / there).parent.mkdir(exist_ok=True)
    (tmp_path / there).write_text("mine", encoding="utf-8")
    before = files(tmp_path)
    with pytest.raises(InputError, match="there already") as caught:
        draft.write(made, draft.shelf(tmp_path))
    assert caught.value.file == str(tmp_path / there)
    assert files(tmp_path) == before


@pytest.mark.parametrize("fails", [1, 2])
def test_what_cannot_be_written_leaves_nothing_behind(
    tmp_path: Path, made: Draft, monkeypatch: pytest.MonkeyPatch, fails: int
) -> None:
    calls = 0

    def link(source: Path, target: Path) -> None:
        nonlocal calls
        calls += 1
        if calls == fails:
            raise KeyboardInterrupt
        os.rename(source, target)

    monkeypatch.setattr(os, "link", link)
    with pytest.raises(KeyboardInterrupt):
        draft.write(made, draft.shelf(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_disk_without_links_will_do(
    tmp_path: Path, made: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    def link(source: Path, target: Path) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", link)
    draft.write(made, draft.shelf(tmp_path))
    assert files(tmp_path).keys() == {"notebooks/fishery/lesson.md", "vocab/fishery.csv"}
    with pytest.raises(InputError, match="there already"):
        draft.write(made, draft.shelf(tmp_path))


@pytest.mark.parametrize("blocked", ["notebooks", "vocab"])
def test_a_file_where_a_folder_is_needed_is_named(
    tmp_path: Path, made: Draft, blocked: str
) -> None:
    (tmp_path / blocked).write_text("mine", encoding="utf-8")
    with pytest.raises(InputError, match=blocked):
        draft.write(made, draft.shelf(tmp_path))
    assert files(tmp_path) == {blocked: b"mine"}
    assert [path.name for path in tmp_path.iterdir()] == [blocked]
