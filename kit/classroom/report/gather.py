"""A folder or an archive → the answers of a class, whichever way they were handed in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

from kit.classroom.report import bundle
from kit.classroom.report.answers import Notice
from kit.classroom.report.archive import ASTRAY, File, stem
from kit.classroom.report.collected import SOURCE, SUBMITTED, TIMESTAMP, Collected, keys
from kit.classroom.report.exported import ENDING, MAYBE, Exported
from kit.classroom.report.gathered import Gathered
from kit.errors import InputError
from kit.learner import answers_file, assignment_file
from kit.lesson.lesson import Lesson

MOST_NOTICES = 10
"""Files left out that are named."""

_LOOK = "look whether an answer is lost"


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
        sources = () if _nobodys(file) else (collected, exported)
        if any(source.take(file, path, where) for source in sources):
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
    return Gathered(handed_in, [*notices, *_left_out(left)])


def _nobodys(file: File) -> bool:
    """Whether the path of a file tells nothing of whose it is."""
    return not file.path or file.problem in ASTRAY


def _left_out(left: Sequence[str]) -> Iterator[Notice]:
    """The files that are nothing of a student's, the first of them by name."""
    for where in left[:MOST_NOTICES]:
        yield Notice("neither a submission nor an export, and left out", _LOOK, where)
    if (more := len(left) - MOST_NOTICES) > 0:
        yield Notice(f"so are {more:,} more files", _LOOK)


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
