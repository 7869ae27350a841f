"""A folder or an archive → the answers of a class, whichever way they were handed in."""

from __future__ import annotations

from pathlib import Path, PurePath

from kit.classroom.report import bundle
from kit.classroom.report.answers import Notice
from kit.classroom.report.archive import stem
from kit.classroom.report.collected import SOURCE, SUBMITTED, TIMESTAMP, Collected, keys
from kit.classroom.report.exported import ENDING, MAYBE, Exported
from kit.classroom.report.gathered import Gathered
from kit.errors import InputError
from kit.learner import answers_file, assignment_file
from kit.lesson.lesson import Lesson


def gather(root: Path, lesson: Lesson, course: Path | None = None) -> Gathered:
    """What a class handed in.

    Args:
        root: the folder of a course, or of submissions, or of exported files; an archive of one;
            or a single file.
        lesson: the one that the answers are to.
        course: the folder of the course that the submissions are of, where `root` is not in it.

    Raises:
        InputError: it cannot be read, or there is no answer of a student in it.
    """
    of = course if course is not None else _course(root)
    collected = Collected(lesson, keys(of, lesson) if of is not None else ())
    exported = Exported(lesson)
    if (root / SUBMITTED).is_dir():
        root = root / SUBMITTED
    around, notices, left = _around(root), [], []
    for file in bundle.files(root, _wanted):
        where = "/".join([str(root), *file.path])
        path = (*around, *file.path)
        if file.path and any(source.take(file, path, where) for source in (collected, exported)):
            continue
        if file.problem:
            notices.append(Notice(file.problem, file.mend, where))
        else:
            left.append(where)
    if collected.locked:
        problem = "what these submissions are to is not known without their course"
        raise InputError(problem, "name its folder with --course", file=root)
    handed_in = [*collected.handed_in(), *exported.handed_in()]
    if not handed_in:
        why = f"; {notices[0].problem}" if notices else ""
        mend = "name a folder of submissions, or of files that kit progress export wrote"
        raise InputError(f"no student handed in anything there{why}", mend, file=root)
    if left:
        problem = f"neither a submission nor an export, and left out: {len(left)}"
        notices.append(Notice(problem, "look whether an answer is lost", left[0]))
    return Gathered(handed_in, notices)


def _course(root: Path) -> Path | None:
    """The course that a folder is, or is in the submissions of."""
    whole = root.absolute()
    for folder in (whole, *whole.parents[:3]):
        submitted = folder / SUBMITTED
        inside = whole == folder or submitted in (whole, *whole.parents)
        if inside and submitted.is_dir() and (folder / SOURCE).is_dir():
            return folder
    return None


def _around(root: Path) -> tuple[str, ...]:
    """The folders around what is in a folder or an archive that may say whose it is."""
    whole = root.absolute()
    if not whole.is_dir():
        packed = stem(whole.name)
        whole = whole.parent if packed == whole.name else whole.with_name(packed)
    parts = whole.parts[-3:]
    return parts if SUBMITTED in parts else parts[-1:]


def _wanted(path: tuple[str, ...]) -> bool:
    name = path[-1]
    if name in (answers_file.NAME, TIMESTAMP):
        return True
    return name != assignment_file.NAME and PurePath(name).suffix.lower() in (ENDING, *MAYBE)
