import json
import os
import re
import resource
import sqlite3
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZipFile

import pytest

from kit.errors import InputError
from kit.lesson import library
from kit.lesson.lesson import Lesson
from kit.publish.deck import FIELDS, TEMPLATES, export
from tests.lesson import small
from tests.publish.hostile import HOSTILE, hostile

NOW = datetime(2026, 1, 10, 9, 0, tzinfo=UTC)

MARKDOWN = """---
title: 各国の足並み
source: 架空新聞, 2026-01-10
license: CC BY 4.0
---

各国は基本方針（きほんほうしん）で歩調を合わせようとしている。
違いがうかがえる。
男は範囲を示し、会談を開き、国際秩序を語った。
"""

WORDS = """word,reading,meaning,part of speech,collocation,example,theme
うかがえる,うかがえる,to be seen,verb,,,
基本方針,きほんほうしん,basic policy,noun,基本方針を決める,,plans
歩調を合わせる,ほちょうをあわせる,to act in concert,verb phrase,各国と歩調を合わせる,,
男,おとこ,man,noun,,,
範囲,はんい,range,noun,,,
会談,かいだん,talks,"noun, する",,,plans
開く,ひらく,to hold,verb,,,
国際秩序,こくさいちつじょ,international order,noun,,,
修正,しゅうせい,revision,"noun, する",,市は計画の一部を修正した。,"changes: ""big""  and　small"
絆,きずな,bonds,,,この例には出てこない。,
"""


class Note(NamedTuple):
    fields: dict[str, str]
    guid: str
    tags: list[str]
    made: int
    cards: list[str]
    place: int


class Package:
    """What Anki finds in a package."""

    def __init__(self, file: Path) -> None:
        with tempfile.TemporaryDirectory() as folder, ZipFile(file) as package:
            database = sqlite3.connect(package.extract("collection.anki2", folder))
            self.media = json.loads(package.read("media"))
            decks, models = map(
                json.loads, database.execute("SELECT decks, models FROM col").fetchone()
            )
            self.deck: dict[str, Any] = next(deck for deck in decks.values() if deck["id"] != 1)
            (self.model,) = models.values()
            names = [field["name"] for field in self.model["flds"]]
            asked = [template["name"] for template in self.model["tmpls"]]
            cards = database.execute("SELECT nid, ord, did, due FROM cards ORDER BY id").fetchall()
            assert {deck for _, _, deck, _ in cards} <= {self.deck["id"]}
            self.notes = [
                Note(
                    dict(zip(names, fields.split("\x1f"), strict=True)),
                    guid,
                    tags.split(),
                    made,
                    [asked[number] for note, number, *_ in cards if note == key],
                    next(due for note, *_, due in cards if note == key),
                )
                for key, guid, tags, fields, made in database.execute(
                    "SELECT id, guid, tags, flds, mod FROM notes ORDER BY id"
                )
            ]
            database.close()

    def __getitem__(self, word: str) -> Note:
        return next(note for note in self.notes if note.fields["Word"] == word)

    @property
    def guids(self) -> list[str]:
        return [note.guid for note in self.notes]


class Elements(HTMLParser):
    """The elements of HTML with their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    return small.read(small.write(tmp_path / "work", MARKDOWN, WORDS))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "足並み 1.apkg"


def made(lesson: Lesson, file: Path, now: datetime = NOW) -> Package:
    assert export(lesson, file, now) == [file]
    return Package(file)


@pytest.mark.parametrize(
    ("word", "field", "html"),
    [
        ("基本方針", "Reading", "きほんほうしん"),
        ("基本方針", "Meaning", "basic policy"),
        ("基本方針", "Part of speech", "noun"),
        ("基本方針", "Collocation", "基本方針を決める"),
        ("基本方針", "Key", "budget/基本方針/きほんほうしん"),
        (
            "基本方針",
            "Sentence",
            "各国は<b>基本方針</b>で歩調を合わせようとしている。",  # without what tells the reading
        ),
        (
            "歩調を合わせる",
            "Sentence",
            "各国は基本方針（きほんほうしん）で<b>歩調を合わせよう</b>としている。",
        ),
        ("うかがえる", "Sentence", "違いが<b>うかがえる</b>。"),
        (
            "うかがえる",
            "Furigana",
            "<ruby>違<rp>（</rp><rt>ちが</rt><rp>）</rp></ruby>いが<b>うかがえる</b>。",
        ),
        ("修正", "Sentence", "市は計画の一部を<b>修正した</b>。"),
        ("修正", "Part of speech", 'noun, <span lang="ja">する</span>'),
        ("絆", "Sentence", "<b>絆</b>"),
        ("絆", "Furigana", "<b><ruby>絆<rp>（</rp><rt>きずな</rt><rp>）</rp></ruby></b>"),
        ("絆", "Part of speech", ""),
        ("絆", "Collocation", ""),
    ],
)
def test_a_note_holds(lesson: Lesson, file: Path, word: str, field: str, html: str) -> None:
    assert made(lesson, file)[word].fields[field] == html


def test_the_phrase_is_marked_with_its_furigana(lesson: Lesson, file: Path) -> None:
    html = made(lesson, file)["歩調を合わせる"].fields["Furigana"]
    marked = html[html.index("<b>") : html.index("</b>")]
    assert Elements(marked).text == "歩調（ほちょう）を合（あ）わせよう"
    assert html.count("<ruby>") == 4


@pytest.mark.parametrize(
    ("word", "pitch"),
    [
        ("会談", "か<high>いだん</high> <small>[0]</small>"),
        ("範囲", "<drop>は</drop>んい <small>[1]</small>"),
        ("開く", "ひ<drop>ら</drop>く <small>[2]</small>"),
        ("男", "お<drop>とこ</drop> <small>[3]</small>"),
        ("国際秩序", "こ<drop>くさいち</drop>つじょ <small>[5] (est.)</small>"),
        ("歩調を合わせる", ""),
    ],
)
def test_the_pitch_is_drawn(lesson: Lesson, file: Path, word: str, pitch: str) -> None:
    line = "border-top:1.5px solid"
    for name, style in (("high", line), ("drop", f"{line};border-right:1.5px solid")):
        pitch = re.sub(f"<{name}>(.*)</{name}>", rf'<span style="{style}">\1</span>', pitch)
    assert made(lesson, file)[word].fields["Pitch"].replace("&#91;", "[") == pitch


@pytest.mark.parametrize(
    ("word", "cards", "asked"),
    [
        ("基本方針", ["Reading", "Meaning"], "What does 基本方針 mean here?"),
        ("歩調を合わせる", ["Reading", "Meaning"], "What does 歩調を合わせる mean here?"),
        ("うかがえる", ["Meaning"], "What does うかがえる mean here?"),
        ("修正", ["Reading", "Meaning"], "What does 修正 mean here?"),
        ("絆", ["Reading", "Meaning"], "What does 絆 mean?"),
    ],
)
def test_a_word_has_a_card_for_each_memory(
    lesson: Lesson, file: Path, word: str, cards: list[str], asked: str
) -> None:
    note = made(lesson, file)[word]
    assert note.cards == cards
    assert Elements(note.fields["Ask meaning"]).text == asked
    reading = f"How is {word} read?" if "Reading" in cards else ""
    assert Elements(note.fields["Ask reading"]).text == reading


@pytest.mark.parametrize(
    ("word", "tags"),
    [
        ("基本方針", ["pos::noun", "theme::plans"]),
        ("会談", ["pos::noun", "theme::plans"]),
        ("歩調を合わせる", ["pos::verb"]),
        ("修正", ["pos::noun", "theme::changes-big-and-small"]),
        ("絆", []),
    ],
)
def test_a_note_has_tags(lesson: Lesson, file: Path, word: str, tags: list[str]) -> None:
    assert made(lesson, file)[word].tags == ["seiji-kit", "lesson::budget", *tags]


def test_a_lesson_s_name_is_one_tag(lesson: Lesson, file: Path) -> None:
    notes = made(replace(lesson, name='予算 "a"::b　c '), file).notes
    assert {note.tags[1] for note in notes} == {"lesson::予算-a-b-c"}


def test_new_cards_come_in_the_order_of_the_text(lesson: Lesson, file: Path) -> None:
    notes = made(lesson, file).notes
    assert [note.place for note in notes] == [*range(10)]
    assert [note.fields["Word"] for note in notes[:3]] == [
        "基本方針",
        "歩調を合わせる",
        "うかがえる",
    ]
    assert [note.fields["Word"] for note in notes[-2:]] == ["修正", "絆"]


@pytest.mark.parametrize(
    "told",
    [
        "The event was reported by 架空新聞, 2026-01-10",
        "(CC BY 4.0)",
        "www.edrdg.org/edrdg/licence.html",
        "Electronic Dictionary Research and Development Group, CC BY-SA 4.0",
    ],
)
def test_deck_and_notes_say_where_they_come_from(lesson: Lesson, file: Path, told: str) -> None:
    package = made(lesson, file)
    for html in (package.deck["desc"], *(note.fields["Source"] for note in package.notes)):
        assert told in Elements(html).text
    assert all("{{Source}}" in back for _, back in TEMPLATES.values())


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("各国の足並み", "Seiji Kit::各国の足並み"),
        ("一::二:三:::四", "Seiji Kit::一:二:三:四"),
        (" 一\n二 ", "Seiji Kit::一 二"),
    ],
)
def test_the_deck_has_the_lesson_s_title(lesson: Lesson, file: Path, title: str, name: str) -> None:
    assert made(replace(lesson, title=title), file).deck["name"] == name


def test_the_interface_is_in_the_language_of_the_lesson(lesson: Lesson, file: Path) -> None:
    package = made(replace(lesson, language="ja"), file)
    note = package["国際秩序"]
    assert Elements(note.fields["Ask reading"]).text == "「国際秩序」はどう読みますか。"
    assert Elements(note.fields["Ask meaning"]).text == (
        "「国際秩序」は、ここではどういう意味ですか。"
    )
    assert "（推定）" in note.fields["Pitch"]
    assert 'lang="ja">出来事を報じたのは' in note.fields["Source"]
    assert package.model == made(lesson, file).model


def changed(lesson: Lesson, word: str, **values: Any) -> Lesson:
    words = (w._replace(**values) if w.word == word else w for w in lesson.words)
    return replace(lesson, words=tuple(words))


def test_a_later_export_brings_the_same_notes_up_to_date(lesson: Lesson, tmp_path: Path) -> None:
    first = made(lesson, tmp_path / "one.apkg")
    later = changed(lesson, "基本方針", meanings=("the main line",), theme="lines")
    second = made(later, tmp_path / "two.apkg", NOW + timedelta(minutes=1))
    assert second.guids == first.guids
    assert second.deck["id"] == first.deck["id"]
    assert second.model["id"] == first.model["id"]
    assert second["基本方針"].fields["Meaning"] == "the main line"
    assert {note.made - 60 for note in second.notes} == {note.made for note in first.notes}


def test_a_word_that_is_gone_moves_no_other(lesson: Lesson, tmp_path: Path) -> None:
    first = made(lesson, tmp_path / "one.apkg")
    second = made(replace(lesson, words=lesson.words[::-2]), tmp_path / "two.apkg")
    assert {second[note.fields["Word"]].guid == note.guid for note in second.notes} == {True}
    assert {*second.guids} < {*first.guids}


def test_two_lessons_have_notes_and_decks_of_their_own(lesson: Lesson, tmp_path: Path) -> None:
    one = made(lesson, tmp_path / "one.apkg")
    other = made(replace(lesson, name="other"), tmp_path / "two.apkg")
    assert len({*one.guids, *other.guids}) == 2 * len(lesson.words)
    assert one.deck["id"] != other.deck["id"]
    assert one.model["id"] == other.model["id"]


def test_the_ids_stay_what_they_are_in_the_decks_of_students(lesson: Lesson, file: Path) -> None:
    package = made(lesson, file)
    assert (package.deck["id"], package.model["id"]) == (1203596209, "2138499143")
    assert package["基本方針"].guid == "gY1mFMZ/`i"


def test_twice_gives_the_same_bytes(lesson: Lesson, tmp_path: Path) -> None:
    made(lesson, tmp_path / "one.apkg")
    made(replace(lesson), tmp_path / "two.apkg")
    assert (tmp_path / "one.apkg").read_bytes() == (tmp_path / "two.apkg").read_bytes()


def test_what_is_given_is_shown_as_text(tmp_path: Path, file: Path) -> None:
    package = made(hostile(tmp_path / "work"), file)
    assert package["予算案"].fields["Meaning"].count("&lt;/style&gt;") == 1
    shown = ""
    for html in (
        package.deck["desc"],
        *(h for note in package.notes for h in note.fields.values()),
    ):
        found = Elements(html)
        shown += found.text
        assert {tag for tag, _ in found.tags} <= {*"a b bdi ruby rp rt small span".split()}
        given = {name for _, attributes in found.tags for name in attributes}
        assert given <= {"href", "lang", "style"}
    assert shown.count(HOSTILE) >= 3


@pytest.mark.parametrize("text", ["[sound:a.mp3]", "[latex]x[/latex]", "[$]x[/$]", "a\x1fb\x00c"])
def test_text_is_nothing_that_anki_acts_on(lesson: Lesson, file: Path, text: str) -> None:
    odd = changed(lesson, "基本方針", meanings=(text,), collocation=text)
    note = made(replace(odd, source=text), file)["基本方針"]
    plain = text.replace("\x1f", "").replace("\x00", "")
    for field in ("Meaning", "Collocation", "Source"):
        assert "[" not in note.fields[field]
        assert plain in Elements(note.fields[field]).text


def test_no_front_tells_the_answer(lesson: Lesson, file: Path) -> None:
    templates = made(lesson, file).model["tmpls"]
    assert [template["name"] for template in templates] == ["Reading", "Meaning"]
    for template in templates:
        front, back = (re.findall(r"\{\{[#^/]?(.+?)\}\}", template[s]) for s in ("qfmt", "afmt"))
        assert {*front} <= {"Sentence", "Ask reading", "Ask meaning"}
        assert {"Furigana", "Meaning", "Reading", "Pitch"} <= {*back} <= {*FIELDS}
        assert '<p class="sentence" lang="ja">' in template["qfmt"]
        assert template["qfmt"].startswith('<div class="kit tex2jax_ignore">')


def test_a_card_asks_for_nothing(lesson: Lesson, file: Path) -> None:
    package = made(lesson, file)
    assert package.media == {}
    assert ".nightMode" in package.model["css"]
    assert "url(" not in package.model["css"]
    assert "@import" not in package.model["css"]


def test_the_first_lesson_has_a_note_a_word(file: Path) -> None:
    lesson = library.around(Path(__file__)).open("g20-foreign-ministers")
    package = made(lesson, file)
    assert len({*package.guids}) == len(package.notes) == len(lesson.words)
    assert all("<b>" in note.fields["Sentence"] for note in package.notes)
    kana = [note.fields["Word"] for note in package.notes if note.cards == ["Meaning"]]
    assert kana == ["またがる", "うかがえる", "おなじみ"]


def listed(folder: Path) -> Sequence[Path]:
    return sorted(folder.rglob("*"))


def test_nothing_else_is_left(
    lesson: Lesson, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "temp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))
    before = listed(tmp_path)
    export(lesson, file, NOW)
    assert listed(tmp_path) == sorted([*before, file])


def test_no_other_folder_needs_room(
    lesson: Lesson, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as changed:
        changed.setattr(tempfile, "tempdir", str(tmp_path / "none"))
        export(lesson, file, NOW)
        assert tempfile.tempdir == str(tmp_path / "none")
    assert len(Package(file).notes) == len(lesson.words)


@pytest.mark.parametrize("most", [0, 10_000, 70_000])
def test_a_disk_that_is_full(lesson: Lesson, file: Path, tmp_path: Path, most: int) -> None:
    before = listed(tmp_path)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        with pytest.raises(InputError, match=r"it cannot be written \(.*\); make room") as refused:
            export(lesson, file, NOW)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert refused.value.file == str(file)
    assert listed(tmp_path) == before


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("deck", "this name has no ending; end it with .apkg"),
        ("deck.zip", "this name ends with .zip; end it with .apkg"),
        ("none/deck.apkg", "none is not there; make it, or name another"),
        ("work/vocab/budget.csv/deck.apkg", "is not there; make it"),
        ("folder.apkg", "this is a folder; name a file that ends with .apkg"),
        (".", "this is a folder; name a file that ends with .apkg"),
    ],
)
def test_a_name_that_cannot_be_written(
    lesson: Lesson, tmp_path: Path, name: str, says: str
) -> None:
    (tmp_path / "folder.apkg").mkdir()
    before = listed(tmp_path)
    with pytest.raises(InputError, match=re.escape(says)):
        export(lesson, tmp_path / name, NOW)
    assert listed(tmp_path) == before


def test_no_name_is_a_folder(lesson: Lesson) -> None:
    with pytest.raises(InputError, match="this is a folder"):
        export(lesson, Path(), NOW)


def test_the_ending_may_be_in_capitals(lesson: Lesson, tmp_path: Path) -> None:
    assert len(made(lesson, tmp_path / "DECK.APKG").notes) == len(lesson.words)


def test_a_lesson_without_words_has_no_deck(lesson: Lesson, file: Path) -> None:
    with pytest.raises(InputError, match=r"budget\.csv: the lesson teaches no words"):
        export(replace(lesson, words=()), file, NOW)
    assert not file.exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_is_read_only(lesson: Lesson, tmp_path: Path) -> None:
    folder = tmp_path / "shut"
    folder.mkdir(mode=0o500)
    with pytest.raises(InputError, match="make its folder writable"):
        export(lesson, folder / "deck.apkg", NOW)


def test_what_cannot_be_written_leaves_what_was_there(
    lesson: Lesson, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shut(source: Path, target: Path) -> None:
        raise PermissionError(13, "Permission denied")

    file.write_bytes(b"mine")
    before = listed(tmp_path)
    monkeypatch.setattr(os, "replace", shut)
    with pytest.raises(InputError, match=r"it cannot be written \(Permission denied\)"):
        export(lesson, file, NOW)
    assert file.read_bytes() == b"mine"
    assert listed(tmp_path) == before
