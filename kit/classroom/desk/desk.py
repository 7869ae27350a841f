"""An instructor's desk in a notebook: a draft of an article, its words, and how a class did.

Each part does by buttons what a command does in a terminal: `kit new`, `kit check`, `kit build`,
`kit assign`, `kit report`. Nothing is written before a button is pressed.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from kit.classroom.assign import assignment, course
from kit.classroom.desk import sentences, word_sheet
from kit.classroom.desk.word_sheet import WordSheet
from kit.classroom.document.document import LARGEST, SUFFIXES, Document, of_bytes
from kit.classroom.draft import draft
from kit.classroom.draft.draft import Draft
from kit.classroom.report import page as report_page
from kit.classroom.report import report as class_report
from kit.classroom.report.gather import gather
from kit.errors import InputError
from kit.learner.event import now
from kit.lesson.build import build
from kit.lesson.chapter import chapters
from kit.lesson.lesson import Lesson
from kit.lesson.library import Library, is_public
from kit.texts import Texts, chosen, texts
from kit.widgets import form
from kit.widgets.form import Action, Field, Form, Given, Link, Told, Value
from kit.widgets.table import Change, Column, Saved, Sheet, Table

LONGEST = 200_000
"""Characters of a text that is pasted."""

COLUMNS = ("word", "reading", "meaning", "part of speech", "example", "review")
"""What the table shows of a CSV file; its other columns stay as they are."""


class Desk:
    """An instructor's desk. What is made in one of its parts is chosen in the others."""

    def __init__(
        self, folder: Path, says: Texts, now: Callable[[], datetime] = now, salt: str = ""
    ) -> None:
        """Sit down.

        Args:
            folder: that of the notebook, in a workspace or not.
            says: the interface's texts.
            now: the clock, in UTC.
            salt: what ids of new assignments are made with; a new secret for each if empty.
        """
        self._folder, self._says, self._now, self._salt = folder, says, now, salt
        self._kept = draft.shelf(folder)
        self._lesson = _latest(self._kept)
        self._draft: Draft | None = None
        self._forms: list[Form] = []
        self._tables: list[Table] = []

    # ---- from article to lesson

    def article(self) -> Form:
        """A form that makes the draft of a lesson from an article."""
        say = self._says
        takes = ",".join(SUFFIXES)
        file = say("desk.file-hint", endings=" ".join(SUFFIXES))
        return Form(
            say("desk.article"),
            say("desk.article-stands-for"),
            (
                Field("file", form.FILE, say("desk.file"), hint=file, takes=takes, most=LARGEST),
                Field("text", form.TEXT, say("desk.text"), most=LONGEST),
                Field("lesson", form.LINE, say("desk.new-name"), hint=say("desk.new-name-hint")),
            ),
            (
                Action("look", say("desk.look"), self._look),
                Action("write", say("desk.write"), self._write, waits=True),
            ),
            say,
        )

    def _look(self, values: Mapping[str, Value]) -> Told:
        self._draft = None
        name = draft.free_name(str(values["lesson"]), self._kept)
        document = _document(values["file"], str(values["text"]), self._says)
        self._draft = draft.make(document, name, None, self._says)
        return Told(
            [*sentences.found(document, self._says), *sentences.drafted(self._draft, self._says)],
            document.notes,
            offers=["write"],
        )

    def _write(self, values: Mapping[str, Value]) -> Told:
        made = self._draft
        if made is None or made.name != draft.free_name(str(values["lesson"]), self._kept):
            raise InputError(self._says("desk.not-looked"), self._says("desk.look-first"))
        files = draft.write(made, self._kept)
        self._draft = None
        self._choose(made.name)
        written = ", ".join(self._where(file) for file in files)
        return Told([self._says("desk.written", files=written), self._says("desk.go-on")])

    # ---- the words

    def words(self) -> Table:
        """A table of the words of a lesson, to edit."""
        say = self._says
        labels = (
            Column("word", say("desk.word"), japanese=True),
            Column("reading", say("desk.reading"), japanese=True),
            Column("meaning", say("desk.meaning")),
            Column("part of speech", say("desk.part-of-speech")),
            Column("example", say("desk.example"), japanese=True),
            Column("review", say("desk.review")),
        )
        stands = say("desk.words-stand-for")
        shown = Table(say("desk.words"), stands, labels, "review", self._sheet, self._save, say)
        shown.choose(self._names(), self._lesson)
        self._tables.append(shown)
        return shown

    def _sheet(self, name: str) -> Sheet:
        return _shown(name, word_sheet.read(self._kept.files(name)[1]))

    def _save(self, name: str, version: str, changes: Sequence[Change]) -> Saved:
        """Bring changes into the file of a lesson, all or none."""
        file = self._kept.files(name)[1]
        sheet, keys = _edited(word_sheet.read_again(file, version), changes)
        if faults := sheet.faults():
            told = {keys[row]: fault for row, fault in faults.items()}
            return Saved(error=self._says("desk.faults", count=len(faults)), faults=told)
        return Saved(_shown(name, word_sheet.write(file, sheet)))

    # ---- look and build

    def check(self) -> Form:
        """A form that says what a lesson lacks, and builds its notebooks."""
        say = self._says
        actions = (
            Action("check", say("desk.check"), self._check),
            Action("build", say("desk.build"), self._build),
        )
        return self._form("desk.checking", "desk.check-stands-for", (), actions)

    def _check(self, values: Mapping[str, Value]) -> Told:
        name = self._chosen(values)
        found = self._kept.check(name)
        points = [sentences.finding(one, self._says) for one in (found.errors or found.gaps)]
        if found.errors:
            told = self._says("desk.errors", count=len(found.errors))
        elif found.gaps:
            told = self._says("desk.gaps", count=len(found.gaps))
        else:
            told = self._says("desk.nothing")
        text = Link("lesson.md", self._href(self._kept.folder(name) / "lesson.md"))
        return Told([told], points, [text])

    def _build(self, values: Mapping[str, Value]) -> Told:
        name = self._chosen(values)
        written = build(self._kept, [name]).write()
        told = self._says("desk.built", count=len(written))
        lesson = self._kept.open(name, self._says.language)
        return Told([told], links=[*self._notebooks(lesson)])

    # ---- the class

    def assign(self) -> Form:
        """A form that makes an assignment of a lesson, for nbgrader."""
        say = self._says
        fields = (
            Field("course", form.LINE, say("desk.course"), hint=say("desk.course-hint")),
            Field("name", form.LINE, say("desk.assignment"), hint=say("desk.assignment-hint")),
            Field("force", form.TICK, say("desk.force"), False, hint=say("desk.force-hint")),
        )
        actions = (Action("assign", say("desk.assign"), self._assign),)
        return self._form("desk.assigning", "desk.assign-stands-for", fields, actions)

    def _assign(self, values: Mapping[str, Value]) -> Told:
        lesson = self._kept.open(self._chosen(values), self._says.language)
        folder = self._path(str(values["course"]), self._says("desk.course"))
        name = str(values["name"]) or lesson.name
        course.check_name(name)
        force = values["force"] is True
        salt = course.salt(folder, name, force=force, new=self._salt)
        made = assignment.assign(lesson, name, salt)
        course.write(folder, made, force=force)
        return Told([*sentences.assigned(made, folder, self._says)])

    def report(self) -> Form:
        """A form that shows how a class did in a lesson."""
        say = self._says
        fields = (
            Field("source", form.LINE, say("desk.source"), hint=say("desk.source-hint")),
            Field("course", form.LINE, say("desk.of-course"), hint=say("desk.of-course-hint")),
            Field("mask", form.TICK, say("desk.mask"), True, hint=say("desk.mask-hint")),
        )
        actions = (Action("report", say("desk.report"), self._report),)
        return self._form("desk.reporting", "desk.report-stands-for", fields, actions)

    def _report(self, values: Mapping[str, Value]) -> Told:
        lesson = self._kept.open(self._chosen(values), self._says.language)
        source = self._path(str(values["source"]), self._says("desk.source"))
        of = str(values["course"])
        answers = gather(source, lesson, self._path(of, self._says("desk.course")) if of else None)
        told = class_report.report(lesson, answers, self._now())
        if values["mask"] is True:
            told = class_report.masked(told, random.SystemRandom())
        return Told(page=report_page.page(told))

    # ---- what the parts share

    def _form(
        self, label: str, stands: str, fields: Sequence[Field], actions: Sequence[Action]
    ) -> Form:
        """A form about one of the lessons; `label` and `stands` are keys of texts."""
        say = self._says
        about = Field("lesson", form.CHOICE, say("desk.lesson"), self._lesson, tuple(self._names()))
        made = Form(say(label), say(stands), (about, *fields), actions, say)
        self._forms.append(made)
        return made

    def _names(self) -> list[str]:
        return self._kept.names()

    def _choose(self, name: str) -> None:
        """Show a new lesson everywhere."""
        self._lesson = name
        for shown in self._forms:
            shown.choose("lesson", self._names(), name)
        for edited in self._tables:
            edited.choose(self._names(), name)

    def _chosen(self, values: Mapping[str, Value]) -> str:
        if name := str(values["lesson"]):
            return name
        raise InputError(self._says("desk.no-lesson"), self._says("desk.choose-lesson"))

    def _path(self, text: str, label: str) -> Path:
        """A path that was typed; one that is not whole is from the workspace."""
        if not text:
            raise InputError(self._says("desk.empty", field=label), self._says("desk.fill-in"))
        try:
            return self._kept.notebooks.parent / Path(text).expanduser()
        except RuntimeError:  # ~ of somebody who is not there
            return self._kept.notebooks.parent / text

    def _where(self, file: Path) -> str:
        """A file as it is named to the instructor: from the workspace."""
        return file.relative_to(self._kept.notebooks.parent).as_posix()

    def _href(self, file: Path) -> str:
        return quote(Path(os.path.relpath(file, self._folder)).as_posix())

    def _notebooks(self, lesson: Lesson) -> Iterator[Link]:
        for chapter in chapters(lesson):
            file = self._kept.folder(lesson.name) / chapter.file
            yield Link(f"{chapter.file[:2]} {chapter.title}", self._href(file))


def open_desk() -> Desk:
    """The desk of the notebook that calls this."""
    return Desk(Path.cwd(), texts(chosen()))


def _latest(kept: Library) -> str:
    """The lesson of one's own that was changed last; empty where there is none."""
    own = [name for name in kept.names() if not is_public(name)]
    return max(own, key=lambda name: _changed(kept.notebooks / name / "lesson.md"), default="")


def _changed(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0


def _document(file: Value, text: str, says: Texts) -> Document:
    """The article that was put in.

    Raises:
        InputError: there is none, or two, or it cannot be read.
    """
    given = isinstance(file, Given)
    if given == bool(text.strip()):
        problem = says("desk.two-articles") if given else says("desk.no-article")
        raise InputError(problem, says("desk.one-article"))
    if isinstance(file, Given):
        return of_bytes(file.name, file.data)
    return of_bytes("text.txt", text.encode())


def _shown(name: str, sheet: WordSheet) -> Sheet:
    return Sheet(name, sheet.version, sheet.cells(COLUMNS))


def _edited(sheet: WordSheet, changes: Sequence[Change]) -> tuple[WordSheet, list[str]]:
    """A sheet with changes, and what the front end calls each row."""
    keys = [str(row) for row in range(len(sheet.rows))]
    gone: set[int] = set()
    for key, row, cells in changes:
        if row is not None and not 0 <= row < len(keys):
            continue  # no front end sends one that is not there
        if cells is not None:
            sheet = sheet.changed(row, cells)
            keys += [key] * (row is None)
        elif row is not None:
            gone.add(row)
    left = [row for row in range(len(sheet.rows)) if row not in gone]
    rows = tuple(sheet.rows[row] for row in left)
    return sheet._replace(rows=rows), [keys[row] for row in left]
