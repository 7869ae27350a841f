"""The command line: every command, its arguments and what it says of itself."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TypeAlias

from kit.learner.event import STUDENT

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def make() -> argparse.ArgumentParser:
    """The parser; what it gives names the module of its command as `command`."""
    parser = argparse.ArgumentParser(
        prog="kit", description="Read Japanese political news, word by word."
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and end")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_text(commands)
    _add_lessons(commands)
    _add_progress(commands)
    return parser


def _add_text(commands: Commands) -> None:
    """What reads any Japanese text."""
    command = commands.add_parser(
        "annotate",
        help="every word of a text: reading, headword, meaning, inflection",
        description="Every word of a text: reading, headword, meaning, inflection.",
    )
    command.add_argument("file", metavar="FILE", help="a plain text; - reads standard input")
    command.add_argument(
        "--glossary",
        metavar="CSV",
        action="append",
        default=[],
        help="a glossary that wins over the packaged ones; may be given again",
    )
    command.add_argument("--json", action="store_true", help="JSON Lines, one object a line")
    command.set_defaults(command="annotate")

    command = commands.add_parser(
        "lookup",
        help="dictionary entries for any form, inflected or not",
        description="Dictionary entries for any form that a reader meets, inflected or not.",
    )
    command.add_argument(
        "forms", metavar="FORM", nargs="+", help="a word; - reads words from standard input"
    )
    command.add_argument("--json", action="store_true", help="JSON Lines, one object a form")
    command.set_defaults(command="lookup")

    command = commands.add_parser(
        "plan",
        help="which words of a text to learn before reading it",
        description="How much of a text you know already, and the shortest list of words that lets "
        "you read it.",
    )
    command.add_argument("file", metavar="FILE", help="a plain text; - reads standard input")
    command.add_argument(
        "--known",
        metavar="LIST",
        type=Path,
        help="the words that you know, one a line; without it, those that the kit knows of you",
    )
    command.add_argument("--json", action="store_true", help="one JSON object")
    command.set_defaults(command="plan")


def _add_lessons(commands: Commands) -> None:
    """What makes lessons, gives them away, and opens them."""
    command = commands.add_parser(
        "new",
        help="the draft of a lesson, from an article",
        description="Write the draft of a lesson: notebooks/LESSON/lesson.md and vocab/LESSON.csv, "
        "in the workspace around the current folder, else in the current folder. It teaches the "
        "words that are most useful, 8 for each paragraph and 150 at the most, and builds at once; "
        "what only a teacher can write is marked as to do.",
    )
    command.add_argument(
        "file",
        metavar="FILE",
        type=Path,
        help="the article: plain text, Markdown, a saved web page, .docx or .pdf",
    )
    command.add_argument(
        "--lesson",
        metavar="LESSON",
        required=True,
        help="the name of the lesson: letters, digits, - and _",
    )
    command.add_argument(
        "--known", metavar="LIST", type=Path, help="the words that the class knows, one a line"
    )
    command.set_defaults(command="new")

    command = commands.add_parser(
        "check",
        help="what is wrong in lessons, and what they lack",
        description="Read lessons as a strict editor would. Errors end with status 2: they must be "
        "mended before a lesson can be built. Gaps, what a finished lesson should still have, end "
        "with status 1.",
    )
    command.add_argument(
        "lessons", metavar="LESSON", nargs="*", help="a lesson's name; none means all"
    )
    command.add_argument(
        "--verbose",
        action="store_true",
        help="what rows and marks change, and how hard each version of each section is to read",
    )
    command.set_defaults(command="check")

    command = commands.add_parser(
        "build",
        help="make the notebooks of lessons",
        description="Make the notebooks of lessons from their lesson.md and vocabulary.",
    )
    command.add_argument(
        "lessons", metavar="LESSON", nargs="*", help="a lesson's name; none means all"
    )
    command.add_argument(
        "--check", action="store_true", help="write nothing; say what is out of date"
    )
    command.set_defaults(command="build")

    command = commands.add_parser(
        "export",
        help="a lesson as pages without Jupyter, or as a worksheet",
        description="A lesson for students without Jupyter, as pages or on paper.",
    )
    command.add_argument("lesson", metavar="LESSON", help="a lesson's name")
    command.add_argument(
        "--html",
        metavar="DIR",
        type=Path,
        help="a folder for its pages, which need neither server nor network",
    )
    command.add_argument(
        "--worksheet",
        metavar="FILE",
        type=Path,
        help="a worksheet for paper, FILE.html or FILE.pdf; its answer key is FILE-key",
    )
    command.set_defaults(command="export")

    command = commands.add_parser(
        "anki",
        help="the words of a lesson as an Anki deck",
        description="The words of a lesson as a deck for Anki. A newer deck of the same lesson "
        "updates its notes there and doubles none.",
    )
    command.add_argument("lesson", metavar="LESSON", help="a lesson's name")
    command.add_argument(
        "--output", metavar="FILE", type=Path, required=True, help="the deck, FILE.apkg"
    )
    command.set_defaults(command="anki")

    command = commands.add_parser(
        "rank",
        help="which articles of a folder fit a class best",
        description="Measure each article of a folder for a class, and list them with the best fit "
        "first. First comes what is nearest to 95 to 98% known words, the shares that studies "
        "name for reading without help; of articles within one percent, what is easier to read. "
        "Their length and the terms of politics that are new stand beside it. A run that was "
        "stopped goes on where it was.",
    )
    command.add_argument(
        "folder",
        metavar="FOLDER",
        type=Path,
        help="of articles as plain text, Markdown, saved web pages, Word files or PDFs",
    )
    command.add_argument(
        "--known",
        metavar="LIST",
        type=Path,
        required=True,
        help="the words that the class knows, one a line",
    )
    command.add_argument("--json", action="store_true", help="JSON Lines, one object an article")
    command.add_argument(
        "--plot",
        metavar="FILE",
        type=Path,
        help="a drawing as well, FILE.svg: known words against readability",
    )
    command.set_defaults(command="rank")

    command = commands.add_parser(
        "assign",
        help="a lesson as an assignment that nbgrader hands out and grades",
        description="Write a lesson to the folder of a course of nbgrader's, as an assignment: its "
        "text and its questions for students, and the answers in hidden tests.",
    )
    command.add_argument("lesson", metavar="LESSON", help="a lesson's name")
    command.add_argument(
        "--course",
        metavar="DIR",
        type=Path,
        required=True,
        help="the course's folder; made if it is not there",
    )
    command.add_argument(
        "--name", metavar="ASSIGNMENT", help="the assignment's name; the lesson's if not given"
    )
    command.add_argument(
        "--section",
        metavar="N",
        nargs="+",
        help="the sections to assign, such as lead or 2; all if not given",
    )
    command.add_argument(
        "--force", action="store_true", help="write over an assignment that was changed"
    )
    command.set_defaults(command="assign")

    command = commands.add_parser(
        "report",
        help="how a class did in a lesson",
        description="Tell how a class did in a lesson: which words gave trouble, which questions "
        "split the class, who may need help. Read are the submissions that nbgrader collected, "
        "and files that students wrote with kit progress export.",
    )
    command.add_argument("lesson", metavar="LESSON", help="a lesson's name")
    command.add_argument(
        "source",
        metavar="FROM",
        type=Path,
        help="a course's folder, or one of submissions or of exported files; or a .zip, .tar or "
        ".tar.gz file of one",
    )
    command.add_argument(
        "--course",
        metavar="DIR",
        type=Path,
        help="the course's folder, where the submissions are not in it",
    )
    command.add_argument(
        "--html", metavar="FILE", type=Path, help="the whole report as a page to print"
    )
    command.add_argument(
        "--csv",
        metavar="FOLDER",
        type=Path,
        help="tables of students, words and questions for a spreadsheet",
    )
    command.add_argument(
        "--mask", action="store_true", help="number the students instead of naming them"
    )
    command.set_defaults(command="report")

    command = commands.add_parser(
        "lab",
        help="open the lessons in JupyterLab",
        description="Open the lessons in JupyterLab, in a folder of your own.",
    )
    command.add_argument(
        "folder",
        metavar="FOLDER",
        nargs="?",
        type=Path,
        help="where your lessons are, or shall be copied to",
    )
    command.add_argument("--port", type=int, help="the port to listen on")
    command.add_argument(
        "--no-browser", dest="browser", action="store_false", help="only print the address"
    )
    command.set_defaults(command="lab")


def _add_progress(commands: Commands) -> None:
    """What deals with all that is kept of a student; its parser names the `action` too."""
    command = commands.add_parser(
        "progress",
        help="take out what you have done and learnt, bring it in, or erase it",
        description="What you have done and learnt, as a file that you can keep, read and move.",
    )
    actions = command.add_subparsers(title="actions", metavar="ACTION", required=True)

    export = actions.add_parser(
        "export",
        help="write all that is kept of you",
        description="Write every event that is kept of you, as JSON Lines.",
    )
    export.add_argument(
        "file", metavar="FILE", nargs="?", default="-", help="- or none is standard output"
    )

    bring = actions.add_parser(
        "import",
        help="bring in what was exported, or words that you know",
        description="Bring in events that the kit exported, or words that you know: an Anki "
        "package or its notes in plain text, a CSV file with intervals in days, or a list with "
        "a word a line. The same file brings nothing new the second time.",
    )
    bring.add_argument(
        "file", metavar="FILE", type=Path, help="any of these; - reads standard input"
    )

    erase = actions.add_parser(
        "erase",
        help="forget all that is kept of you",
        description="Erase every event that is kept of you. Nothing brings them back.",
    )
    erase.add_argument("--yes", action="store_true", help="do not ask")

    for name, action in (("export", export), ("import", bring), ("erase", erase)):
        action.add_argument(
            "--student", metavar="NAME", default=STUDENT, help=f"whose; {STUDENT} if not given"
        )
        action.set_defaults(command="progress", action=name)


class _Version(argparse.Action):
    """Prints the version, looked up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib import metadata  # 60 ms that no other command should wait for

        try:
            print(f"kit {metadata.version('seiji-kit')}")
        except metadata.PackageNotFoundError:
            print("kit (not installed)")
        parser.exit()
