from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kit.classroom.document.block import HEADING, ITEM, PARAGRAPH, Block, Document
from kit.classroom.draft.lesson_text import MOST_NAMED, Part, lesson_text, line, parts
from kit.classroom.draft.named import Named
from kit.lesson import check, source
from kit.lesson.lesson import Lesson, Option, Question
from kit.texts import texts
from tests.classroom.fishery import DOCUMENT

WORDS = "word,reading,meaning\n"
SAYS = texts("en")


def document(*blocks: tuple[str, str], title: str = "題") -> Document:
    return Document(title, "", None, "", "", tuple(Block(*block) for block in blocks))


def written(found: Document, questions: dict[int, list[Question]] | None = None) -> str:
    return lesson_text(found, "lesson", questions or {}, [], [], SAYS)


def read(text: str, folder: Path) -> Lesson:
    """The lesson of a text; it has no error that the check of lessons would find."""
    file, words = folder / "lesson" / "lesson.md", folder / "lesson.csv"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
    words.write_text(WORDS, encoding="utf-8")
    assert check.check(file, words).errors == ()
    return source.read(file, words)


def lines(lesson: Lesson) -> list[str]:
    """All lines of a lesson's text without its headline; the items of lists with their mark."""
    found = []
    for section in lesson.sections:
        found += [section.title] if section.place != "lead" else []
        for paragraph in section.paragraphs:
            found += paragraph.text.splitlines()
    return found


def test_a_document_becomes_sections_paragraphs_and_lists(tmp_path: Path) -> None:
    lesson = read(written(DOCUMENT), tmp_path)
    assert (lesson.title, lesson.source, lesson.date) == (
        DOCUMENT.title,
        "架空新聞",
        date(2026, 3, 10),
    )
    assert lesson.places() == ["lead.1", "1.1", "1.2"]
    assert [section.title for section in lesson.sections] == [DOCUMENT.title, "立場の違い"]
    assert lesson.passages("1.2")[0].paragraph.text == (
        "協議会は次の3点を検討する。\n- 禁漁区の拡大と監視の強化\n"
        "- 新たに漁に就く人への住居の提供\n- 未利用の魚を使った加工品の開発"
    )


@pytest.mark.parametrize(
    ("blocks", "wanted"),
    [
        ("p p", ["p0", "p1"]),
        ("p i i p", ["p0 i1 i2", "p3"]),
        ("i i p", ["i0 i1", "p2"]),
        ("h i i h p", ["h0", "i1 i2", "h3", "p4"]),
        ("p i", ["p0 i1"]),
        ("p i p i p", ["p0", "i1", "p2", "i3", "p4"]),  # each a label of what comes below it
        ("h h p", ["h0", "p1", "p2"]),  # a heading without text of its own
        ("p h", ["p0", "p1"]),
        ("h", ["p0"]),
        ("", []),
    ],
)
def test_what_stands_together(blocks: str, wanted: list[str]) -> None:
    kinds = {"p": PARAGRAPH, "i": ITEM, "h": HEADING}
    found = parts(document(*((kinds[kind], f"文{n}") for n, kind in enumerate(blocks.split()))))

    def told(part: Part) -> str:
        first = [("h" if part.heading else "p") + part.text[1:]] if part.text else []
        return " ".join([*first, *(f"i{item[1:]}" for item in part.items)])

    assert [told(part) for part in found] == wanted
    assert [n for part in found for n in part.blocks] == list(range(len(blocks.split())))


@pytest.mark.parametrize(
    "text",
    [
        "*強調*と**太字**と`コード`", "<b>太字</b>", "[語](https://example.org)の説明", "> 引用",
        "1. 一番目", "2) 二番目", "* 点", "+ 点", "***", "___", "_下線_", "\\*", "&amp;", "$x$",
        "| 表 | の行 |", "===", "~~~", "```", "「会談」", "…という", "10日、会談した。",
        "1.5倍に増えた。", "-3度まで下がった。", "a" * 3000, "語　の　間", "語 の 間", "\t語",
        "![絵](http://example.org/a.png)",
        "「a」: b", "語---語", "語:::語", "{todo}", "key: value", "🎌旗", "が\u3099", "𠮷野家",
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", [PARAGRAPH, ITEM, HEADING])
def test_the_text_comes_back_as_it_was(tmp_path: Path, kind: str, text: str) -> None:
    lesson = read(written(document((kind, text), (PARAGRAPH, "本文。"))), tmp_path)
    wanted = text.strip().replace("](", "] (")
    assert lines(lesson) == [("- " if kind == ITEM else "") + wanted, "本文。"]


@pytest.mark.parametrize(
    ("text", "as_paragraph"),
    [
        ("# 見出し", "＃ 見出し"),
        ("#MeToo", "＃MeToo"),
        ("- 点", "－ 点"),
        ("---", "－--"),
        (":::{todo} 何か", "：::{todo} 何か"),
        (": 語", "： 語"),
    ],
)
def test_what_no_paragraph_may_begin_with_becomes_wide(
    tmp_path: Path, text: str, as_paragraph: str
) -> None:
    blocks = [(PARAGRAPH, text), (HEADING, text), (PARAGRAPH, "本文。"), (ITEM, text), (ITEM, text)]
    lesson = read(written(document(*blocks)), tmp_path)
    assert lines(lesson) == [as_paragraph, text, "本文。", f"- {text}", f"- {text}"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("一\n二\r\n三\u2028四", "一 二  三 四"),
        (" 　一　二　 ", "一　二"),
        ("\0一\x07二\ud800\ufeff", "一二"),
        ("[語](存在しない)", "[語] (存在しない)"),
        ("\n", ""),
    ],
)
def test_a_text_is_one_line_without_what_nobody_sees(text: str, wanted: str) -> None:
    assert line(text) == wanted


ANY = st.text(
    st.one_of(
        st.sampled_from("#->*+_:[]()!{}`~=|<&\\ \t\n\u3000。、「」語がア1.x\u2028\0"),
        st.characters(),
    ),
    max_size=30,
)


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(st.tuples(st.sampled_from([PARAGRAPH, ITEM, HEADING]), ANY), max_size=8),
    ANY,
)
@example([(HEADING, "# 題 #"), (HEADING, "##"), (ITEM, "- - 点"), (ITEM, "1. # 点")], "---")
@example([(PARAGRAPH, "](x)"), (ITEM, "[a](b)")], "[a](b): c")
def test_any_document_comes_back(tmp_path: Path, blocks: list[tuple[str, str]], title: str) -> None:
    blocks = [*blocks, (PARAGRAPH, "本文。")]
    lesson = read(written(document(*blocks, title=title)), tmp_path)
    assert lesson.title == (line(title) or "lesson")
    told = [("- " if kind == ITEM else "") + line(text) for kind, text in blocks if line(text)]
    wide = str.maketrans("＃：－", "#:-")
    assert [row[:1].translate(wide) + row[1:] for row in lines(lesson)] == [
        row[:1].translate(wide) + row[1:] for row in told
    ]


ASKED = Question(
    "who-says-1",
    "「# 海\n:::」と言っているのは、だれですか。",
    (
        Option("森下課長 [x](y)", True, ""),
        Option("浜田組合長", False, "文の主語は\n「森下課長は」です。"),
    ),
    "speaker",
)


def test_a_question_stands_below_its_paragraph_and_is_read_back(tmp_path: Path) -> None:
    lesson = read(written(DOCUMENT, {4: [ASKED]}), tmp_path)
    (question,) = lesson.passages("1.2")[0].paragraph.questions
    assert (question.id, question.asks) == ("who-says-1", "speaker")
    assert question.text == "「# 海 :::」と言っているのは、だれですか。"
    assert question.options == (
        Option("森下課長 [x] (y)", True, ""),
        Option("浜田組合長", False, "文の主語は 「森下課長は」です。"),
    )
    todos = [todo.text for todo in lesson.todos]
    assert todos.count(SAYS("draft.todo-asked")) == 1
    assert todos.count(SAYS("draft.todo-paragraph")) == 2


def test_what_only_a_teacher_can_do_is_marked(tmp_path: Path) -> None:
    bare = document((PARAGRAPH, "本文。"), (HEADING, "見出し"), (PARAGRAPH, "本文。"))
    names = [Named("王毅", "おうき", False), Named("浜田", "はまだ", True), Named("XYZ", "", True)]
    text = lesson_text(bare, "lesson", {}, names, [Named("漁港祭", "ぎょこうさい", True)], SAYS)
    todos = [todo.text for todo in read(text, tmp_path).todos]
    assert [todo.partition(":")[0] for todo in todos] == [
        "source",
        "date",
        "license",
        "words",
        "names",
        "words that no dictionary has; to explain one, give it a row in vocab/lesson.csv",
        "before",
        "for the text above",
        "before",
        "for the text above",
        "summary",
    ]
    assert "王毅（おうき）、浜田（はまだ?）、XYZ（?）" in todos[4]
    assert "漁港祭（ぎょこうさい?）" in todos[5]
    told = read(written(DOCUMENT), tmp_path).todos
    assert [todo.text.partition(":")[0] for todo in told][:2] == ["license", "words"]


def test_of_many_names_the_first_are_listed() -> None:
    many = [Named(f"名{number}", "な", True) for number in range(MOST_NAMED + 1)]
    text = lesson_text(DOCUMENT, "lesson", {}, many, [], SAYS)
    assert f"名{MOST_NAMED - 1}（な?）、……" in text
    assert f"名{MOST_NAMED}（" not in text


def test_what_is_to_do_is_said_in_the_language_of_the_interface() -> None:
    assert "やさしい日本語" in lesson_text(DOCUMENT, "lesson", {}, [], [], texts("ja"))


def test_source_address_and_licence_are_kept(tmp_path: Path) -> None:
    known = DOCUMENT._replace(url="https://example.org/a", license="CC BY 4.0\n---")
    lesson = read(written(known), tmp_path)
    assert lesson.source == "架空新聞, https://example.org/a"
    assert lesson.license == "CC BY 4.0 ---"
