"""A lesson as an Anki deck: a note a word, a card for each of the two memories of it."""

from __future__ import annotations

import hashlib
import os
import random
import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from html import escape
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import genanki

from kit.errors import InputError
from kit.language.analysis.accent import morae
from kit.language.article import Accent, Word
from kit.lesson import notice, word_item
from kit.lesson.lesson import Lesson
from kit.lesson.reading import Meeting, in_example, meetings, sentence
from kit.lesson.ruby import ruby
from kit.lesson.vocabulary import TaughtWord
from kit.publish.note_ids import note_ids
from kit.publish.page_text import mixed

ENDING = ".apkg"
STYLE = Path(__file__).with_name("deck.css")

FIELDS = (
    "Word",
    "Reading",
    "Sentence",
    "Furigana",
    "Pitch",
    "Meaning",
    "Part of speech",
    "Collocation",
    "Source",
    "Key",
    "Ask reading",
    "Ask meaning",
)
"""What a note holds, all of it HTML. `Ask reading`, and with it a card, is empty without kanji."""

MODEL = "Seiji Kit word 1"
"""What the id of the kind of note is made from; the number goes up when its fields change."""

_READ = "{{#Pitch}}{{Pitch}}{{/Pitch}}{{^Pitch}}{{Reading}}{{/Pitch}}"
_MORE = """<p class="about">{{Part of speech}} <span lang="ja">{{Collocation}}</span></p>
<p class="source">{{Source}}</p>"""

TEMPLATES = {
    "Reading": (
        """{{#Ask reading}}<p class="sentence" lang="ja">{{Sentence}}</p>
<p class="ask">{{Ask reading}}</p>{{/Ask reading}}""",
        f"""<p class="sentence" lang="ja">{{{{Furigana}}}}</p>
<p class="ask">{{{{Ask reading}}}}</p>
<hr id="answer">
<p class="answer" lang="ja">{_READ}</p>
<p lang="en">{{{{Meaning}}}}</p>
{_MORE}""",
    ),
    "Meaning": (
        """<p class="sentence" lang="ja">{{Sentence}}</p>
<p class="ask">{{Ask meaning}}</p>""",
        f"""<p class="sentence" lang="ja">{{{{Furigana}}}}</p>
<p class="ask">{{{{Ask meaning}}}}</p>
<hr id="answer">
<p class="answer" lang="en">{{{{Meaning}}}}</p>
<p lang="ja">{_READ}</p>
{_MORE}""",
    ),
}
"""Name of a card → its front and back, as Anki fills them."""

_MORA = re.compile(".[ゃゅょぁぃぅぇぉゎ]?")
_HIGH = "border-top:1.5px solid"
_DROP = "border-top:1.5px solid;border-right:1.5px solid"
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_NOT_IN_TAG = re.compile(r'[\s":\x00-\x1f\x7f]+')


def export(lesson: Lesson, file: Path, now: datetime) -> list[Path]:
    """Write a lesson's words as an Anki package.

    Notes are told apart by lesson and word: a later export brings the notes that a student has
    up to date, and leaves what the student's Anki knows of their cards; see `note_ids`.

    Args:
        lesson: its language is that of what the cards say by themselves.
        file: ends with `.apkg`.
        now: with a zone; Anki takes the later of two exports for the newer one.

    Returns:
        The file, in a list.

    Raises:
        InputError: the lesson teaches no words, or the file cannot be written.
    """
    _check(file)
    if not lesson.words:
        problem = "the lesson teaches no words, so there is nothing for a deck"
        raise InputError(problem, "add words to it", file=lesson.words_file)
    deck = _deck(lesson)
    try:
        with tempfile.TemporaryDirectory(dir=file.parent, prefix="kit-") as scratch:
            part = Path(scratch, "deck")
            _write(deck, part, now)
            os.replace(part, file)
    except Exception as error:
        # genanki's database: its errors are not OSErrors
        if not isinstance(error, OSError) and type(error).__module__ != "sqlite3":
            raise
        problem = f"it cannot be written ({getattr(error, 'strerror', None) or error})"
        mend = "make room there, make its folder writable, or name another"
        raise InputError(problem, mend, file=file) from None
    return [file]


def _check(file: Path) -> None:
    """Whether a file has the name of a package, and a place.

    Raises:
        InputError: it has not.
    """
    if not file.name or file.is_dir():
        raise InputError("this is a folder", f"name a file that ends with {ENDING}", file=file)
    if file.suffix.lower() != ENDING:
        ending = f"ends with {file.suffix}" if file.suffix else "has no ending"
        problem = f"an Anki deck is an {ENDING} file, and this name {ending}"
        raise InputError(problem, f"end it with {ENDING}", file=file)
    if not file.parent.is_dir():
        problem = f"the folder {file.parent} is not there"
        raise InputError(problem, "make it, or name another", file=file)


def _write(deck: genanki.Deck, file: Path, now: datetime) -> None:
    """Write a package as made at a time: compressed, the same bytes for the same deck."""
    loose = file.with_suffix(".loose")
    with _temporary_files_in(file.parent):
        genanki.Package(deck).write_to_file(loose, now.timestamp())
    with ZipFile(loose) as made, ZipFile(file, "w", ZIP_DEFLATED) as packed:
        for name in made.namelist():
            member = ZipInfo(name, now.timetuple()[:6])
            packed.writestr(member, made.read(name), ZIP_DEFLATED)


@contextmanager
def _temporary_files_in(folder: Path) -> Iterator[None]:
    """Have genanki make its database there, which it leaves behind."""
    before, tempfile.tempdir = tempfile.tempdir, str(folder)
    try:
        yield
    finally:
        tempfile.tempdir = before


def _deck(lesson: Lesson) -> genanki.Deck:
    title = re.sub(":{2,}", ":", " ".join(lesson.title.split()))  # :: would be a deck in it
    deck = genanki.Deck(
        _number(f"deck/{lesson.name}"), f"Seiji Kit::{title}", _field(_source(lesson))
    )
    model, notes = _model(), note_ids(lesson)
    for position, meeting in enumerate(_met(lesson)):
        note = genanki.Note(
            model,
            _fields(lesson, meeting),
            guid=genanki.guid_for("seiji-kit", lesson.name, notes[meeting.word.id]),
            tags=_tags(lesson, meeting.word),
            due=position,  # new cards come in the order of the text
        )
        deck.add_note(note)
    return deck


def _model() -> genanki.Model:
    """The kind of note; genanki writes into what it is given, so it is made anew each time."""
    return genanki.Model(
        _number(MODEL),
        MODEL,
        fields=[{"name": name} for name in FIELDS],
        templates=[
            {"name": name, "qfmt": _shown(front), "afmt": _shown(back)}
            for name, (front, back) in TEMPLATES.items()
        ],
        css=STYLE.read_text(encoding="utf-8"),
    )


def _number(name: str) -> int:
    """A number for Anki that is always the same for a name."""
    digest = hashlib.sha256(f"seiji-kit/{name}".encode()).digest()
    return 2**30 + int.from_bytes(digest[:4], "big") % 2**30


def _met(lesson: Lesson) -> list[Meeting]:
    """Every taught word where it is shown: in the text, its example, or by itself."""
    found = meetings(lesson)
    met = {meeting.word.id for meeting in found}
    rest = [word for word in lesson.words if word.id not in met]
    return [*found, *(in_example(lesson, word) or _alone(word) for word in rest)]


def _alone(word: TaughtWord) -> Meeting:
    return Meeting(word, "", word.word, 0, len(word.word), word.reading)


def _fields(lesson: Lesson, meeting: Meeting) -> list[str]:
    """What a note holds: HTML in the order of FIELDS."""
    word, say = meeting.word, lesson.texts
    words = [*sentence(lesson, meeting.sentence).words]
    # The sentence as the quiz shows it, without brackets that tell how the word is read.
    asked = word_item.reading(lesson, meeting, random.Random(0))
    ask_reading = say("deck.reading", word=word.word) if asked else ""
    alone = meeting.sentence == word.word
    ask_meaning = say("item.meaning-before" if alone else "item.meaning", word=word.word)
    held = {
        "Word": escape(word.word),
        "Reading": escape(word.reading),
        "Sentence": _marked(*map(escape, asked.context if asked else meeting.parts())),
        "Furigana": _marked(*_with_furigana(words, meeting)),
        "Pitch": _pitch(lesson, word.reading, _accent(words, meeting)),
        "Meaning": mixed(word.meaning),
        "Part of speech": mixed(word.part_of_speech),
        "Collocation": escape(word.collocation),
        "Source": _source(lesson),
        "Key": escape(f"{lesson.name}/{word.id}"),
        "Ask reading": _said(lesson, mixed(ask_reading)) if ask_reading else "",
        "Ask meaning": _said(lesson, mixed(ask_meaning)),
    }
    return [_field(held[name]) for name in FIELDS]


def _field(html: str) -> str:
    """HTML as a field that Anki takes for nothing else, such as `[sound:…]`."""
    return _CONTROLS.sub("", html).replace("[", "&#91;")


def _marked(before: str, word: str, after: str) -> str:
    return f"{before}<b>{word}</b>{after}"


def _with_furigana(words: Iterable[Word], meeting: Meeting) -> tuple[str, str, str]:
    """What stands before a word in its sentence, the word, and what stands after it, as HTML."""
    before = mark = after = ""
    for word in words:
        html = ruby(word.furigana)
        if word.start < meeting.start:
            before += html
        elif word.end <= meeting.end:
            mark += html
        else:
            after += html
    return before, mark, after


def _accent(words: Iterable[Word], meeting: Meeting) -> Accent | None:
    """The accent of the word that is met; None where it is not known."""
    for word in words:
        if word.start == meeting.start and word.analysis.headword == meeting.word.word:
            return word.analysis.accent
    return None


def _pitch(lesson: Lesson, reading: str, accent: Accent | None) -> str:
    """A reading with its accent as dictionaries draw it, and the number of the mora it falls after.

    A line stands over what is high, a hook where the pitch falls; [0]: it does not fall.
    """
    if accent is None or accent.drop > morae(reading):
        return ""
    sounds, drop = _MORA.findall(reading), accent.drop
    start, end = 0 if drop == 1 else 1, drop or len(sounds)
    low, high, rest = map("".join, (sounds[:start], sounds[start:end], sounds[end:]))
    line = f'<span style="{_DROP if drop else _HIGH}">{high}</span>' if high else ""
    estimated = f" {lesson.texts('deck.estimated')}" if accent.estimated else ""
    return f"{low}{line}{rest} <small>[{drop}]{escape(estimated)}</small>"


def _source(lesson: Lesson) -> str:
    return _said(lesson, notice.html(lesson))


def _said(lesson: Lesson, html: str) -> str:
    """HTML that is in the lesson's own language, wherever it stands."""
    return f'<span lang="{lesson.language}">{html}</span>'


def _tags(lesson: Lesson, word: TaughtWord) -> list[str]:
    named = {"lesson": lesson.name, "pos": word.main_class, "theme": word.theme}
    tags = {kind: _NOT_IN_TAG.sub("-", name).strip("-") for kind, name in named.items()}
    return ["seiji-kit", *(f"{kind}::{tag}" for kind, tag in tags.items() if tag)]


def _shown(html: str) -> str:
    # No formulas are looked for in what has this class.
    return f'<div class="kit tex2jax_ignore">\n{html}\n</div>'
