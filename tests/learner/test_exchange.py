import json
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.errors import InputError
from kit.learner.coverage import KnownList, Lemma
from kit.learner.event import Event
from kit.learner.exchange import (
    FORMAT,
    LONGEST,
    Brought,
    as_events,
    bring,
    check_student,
    read,
    write,
)
from kit.learner.known_words import known_list
from kit.learner.memory import MEANING, READING, Memory
from kit.learner.progress import Progress
from kit.learner.word_cell import KnownWord
from tests.learner import anki_package
from tests.learner.anki_package import Note

NOON = datetime(2026, 1, 10, 12, tzinfo=UTC)
MONDAY = datetime(2026, 1, 5, 8, tzinfo=UTC)
SENTENCE = ("両外相は、", "協調", "の必要を確認した。")
ID = "6f3c2c0e-5d3b-4f0a-9d0e-0a4b8c1d2e3f"
HEAD = '{"format": "seiji-kit-progress", "version": 1, "student": "me"}'


def event(**changes: object) -> Event:
    fields = {"correct": True, "time": NOON, "milliseconds": 1200, "hints": 1}
    made = Event.answered("budget", "reading/会談/かいだん", "kaidan", **fields)  # type: ignore[arg-type]
    return made._replace(id=ID)._replace(**changes)  # type: ignore[arg-type]


@pytest.fixture
def progress(tmp_path: Path) -> Progress:
    return Progress(tmp_path / "progress.sqlite")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "file"


def save(file: Path, *lines: str) -> Path:
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


# ---- the format


def test_the_format_is_one_that_others_can_write() -> None:
    marked = event(kind="mark", correct=None, milliseconds=None, hints=0, context=SENTENCE)
    later = event(time=datetime(2026, 1, 10, 21, 0, 0, 5, tzinfo=timezone(timedelta(hours=9))))
    assert list(write([marked, later], "me")) == [
        HEAD,
        f'{{"id": "{ID}", "student": "me", "lesson": "budget", "item": "reading/会談/かいだん",'
        ' "kind": "mark", "answer": "kaidan", "correct": null, "milliseconds": null, "hints": 0,'
        ' "time": "2026-01-10T12:00:00.000000+00:00", "context": ["両外相は、", "協調",'
        ' "の必要を確認した。"]}',
        f'{{"id": "{ID}", "student": "me", "lesson": "budget", "item": "reading/会談/かいだん",'
        ' "kind": "answer", "answer": "kaidan", "correct": true, "milliseconds": 1200, "hints": 1,'
        ' "time": "2026-01-10T12:00:00.000005+00:00"}',
    ]


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
NUMBERS = st.integers(0, 2**53)
EVENTS = st.builds(
    Event,
    id=st.uuids().map(str),
    student=st.just("あや \u2028\x85\n"),
    lesson=TEXTS,
    item=TEXTS,
    kind=TEXTS.filter(lambda kind: kind not in ("", "import")),
    answer=TEXTS,
    correct=st.sampled_from([True, False, None]),
    milliseconds=st.none() | NUMBERS,
    hints=NUMBERS,
    time=st.datetimes(datetime(1971, 1, 1), datetime(2199, 1, 1), timezones=st.just(UTC)),
    context=st.just(("", "", "")) | st.tuples(TEXTS, TEXTS, TEXTS),
)


@given(st.lists(EVENTS, max_size=5), st.sampled_from(["\n", "\r\n", "\r"]))
def test_what_is_written_is_read(events: list[Event], end: str) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder, "file")
        lines = write(events, "あや \u2028\x85\n")
        file.write_bytes("".join(f"{line}{end}" for line in lines).encode())
        assert read(file) == events
        assert read(file, "あや \u2028\x85\n") == events
        others = read(file, "me")
        kept = [found.id for found in events]
        assert [
            found._replace(id=id_, student="あや \u2028\x85\n")
            for id_, found in zip(kept, others, strict=True)
        ] == events
        assert {found.student for found in others} <= {"me"}
        assert not {found.id for found in others} & set(kept)
        assert read(file, "me") == others


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])  # as Windows' shells redirect
def test_other_encodings_of_unicode_are_read(file: Path, encoding: str) -> None:
    file.write_bytes("\r\n".join(write([event()], "me")).encode(encoding))
    assert read(file) == [event()]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2026-01-10T21:00:00+09:00", NOON),
        ("2026-01-10T12:00:00Z", NOON),
        ("20260110T120000Z", NOON),
    ],
)
def test_times_of_any_zone_are_read(file: Path, text: str, time: datetime) -> None:
    (found,) = read(save(file, HEAD, line(time=text)))
    assert (found.time, found.time.tzinfo) == (time, UTC)


def line(**changes: Any) -> str:
    """A line of an event, changed; a field that is `...` is left out."""
    fields = json.loads(list(write([event()], "me"))[1]) | changes
    return json.dumps({name: value for name, value in fields.items() if value is not ...})


@pytest.mark.parametrize(
    ("head", "problem"),
    [
        ('{"format": "other"}', f'the first line does not say "format": "{FORMAT}"'),
        (line(), "the first line does not say"),
        ('{"format": "seiji-kit-progress"}', "the version is no number"),
        (HEAD.replace("1", '"1"'), "the version is no number"),
        (HEAD.replace("1", "true"), "the version is no number"),
        (HEAD.replace("1", "0"), "the version is no number"),
        (HEAD.replace("1", "2"), "written by a newer version of the kit; update the kit"),
        (HEAD.replace('"me"', '""'), "the student is missing"),
        (HEAD.replace('"me"', "7"), "the student is missing"),
        (HEAD.replace("me", "\\ud800"), "the student holds half a character"),
        (HEAD.replace("me", "x" * 10_001), "the student is longer than 10,000 characters"),
        (HEAD[:-1], "this is no line of JSON"),
    ],
)
def test_a_first_line_that_is_none(file: Path, progress: Progress, head: str, problem: str) -> None:
    refused_in(save(file, "", head, line()), progress, 2, problem)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{", "this is no line of JSON"),
        (line()[:-5], "this is no line of JSON"),
        ("[" * 100_000, "this is no line of JSON"),
        (line(hints=...)[:-1] + ', "hints": ' + "9" * 5000 + "}", "this is no line of JSON"),
        (line(milliseconds=float("nan")), "this is no line of JSON"),
        (line(hints=float("inf")), "this is no line of JSON"),
        ("7", "this is no object of JSON"),
        ("[]", "this is no object of JSON"),
        (HEAD, "an event has no 'format'"),
        (line(extra=1), "an event has no 'extra'; delete it, or update the kit"),
        *((line(**{name: ...}), f"the {name} is missing") for name in Event._fields[:-1]),
        *((line(**{name: 7}), f"the {name} is not a text") for name in Event._fields[:6]),
        (line(correct=1), "the correct is not true or false or null"),
        (line(correct="true"), "the correct is not true or false or null"),
        (line(milliseconds=1.5), "the milliseconds is not a number or null"),
        (line(milliseconds=True), "the milliseconds is not a number or null"),
        (line(milliseconds=-1), "the milliseconds is out of range"),
        (line(milliseconds=2**63), "the milliseconds is out of range"),
        (line(hints=None), "the hints is not a number"),
        (line(hints=-1), "the hints is out of range"),
        (line(time=7), "the time is not a text"),
        (line(time="noon"), "the time is no date and time; write it as in 2026"),
        (line(time="2026-01-10T12:00:00"), "the time has no zone"),
        (line(time="9999-12-31T23:59:59-05:00"), "the time is not between 1970 and 2199"),
        (line(time="0001-01-01T00:00:00+05:00"), "the time is not between 1970 and 2199"),
        (line(context="x"), "the context is not a list"),
        (line(context=["x"]), "the context is no list of three texts"),
        (line(context=["x", 7, "x"]), "the context is no list of three texts"),
        (line(context=["x", "x", "x" * 10_001]), "the context is longer than 10,000 characters"),
        (line(context=["x", "\ud800", "x"]), "the context holds half a character"),
        (line(answer="x" * 10_001), "the answer is longer than 10,000 characters; shorten it"),
        (line(answer="\udfff"), "the answer holds half a character"),
        (line(id="1"), "the id is no UUID"),
        (line(id=ID.upper()), "the id is no UUID in small letters"),
        (line(id=f"{{{ID}}}"), "the id is no UUID"),
        (line(id=f"{ID}\n"), "the id is no UUID"),
        (line(student="aya"), "the event is another student's than the first line says"),
        (line(kind=""), "the kind is empty"),
        (line(kind="import", answer="many"), "the days of an imported word are no number"),
        (line(kind="import", answer="nan"), "the days of an imported word are no number"),
        (line(kind="import", answer="-3"), "the days of an imported word are no number"),
    ],
)
def test_a_line_that_is_no_event(file: Path, progress: Progress, text: str, problem: str) -> None:
    refused_in(save(file, HEAD, line(), text, ""), progress, 3, problem)


def refused_in(file: Path, progress: Progress, number: int, problem: str) -> None:
    for use in (lambda: read(file), lambda: bring(file, progress, NOON)):
        with pytest.raises(InputError) as refused:
            use()
        assert problem in str(refused.value)
        assert "\n" not in str(refused.value)
        assert (refused.value.file, refused.value.line) == (str(file), number)
    assert not progress.file.exists()


def test_an_answer_of_the_longest_kind_is_read(file: Path) -> None:
    (found,) = read(save(file, HEAD, line(answer="協" * LONGEST)))
    assert len(found.answer) == LONGEST


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("none", "there is no such file"),
        (".", "this is a folder"),
        ("empty", "there is nothing in it"),
        ("text", "this is no line of JSON"),
        ("package", "this is an Anki package, and no progress file; export it again"),
    ],
)
def test_what_is_no_progress_file(tmp_path: Path, name: str, problem: str) -> None:
    (tmp_path / "empty").write_text("\n\n")
    (tmp_path / "text").write_text("協調\n", encoding="utf-8")
    anki_package.new(tmp_path / "package", ["Word"], STUDIED)
    with pytest.raises(InputError, match=problem):
        read(tmp_path / name)


# ---- bringing events in


def test_events_brought_in_leave_the_same_memory(tmp_path: Path, progress: Progress) -> None:
    events = [
        event(id=str(uuid.UUID(int=number)), time=NOON + timedelta(days=number), correct=number > 3)
        for number in range(9)
    ]
    later = NOON + timedelta(days=9)
    file = save(tmp_path / "file", *write(events, "me"))
    assert bring(file, progress, later) == Brought("progress", 9, 0)
    assert progress.everything() == events
    assert bring(file, progress, later) == Brought("progress", 0, 9)
    assert progress.everything() == events
    before, after = Memory.of(events), Memory.of(Progress(progress.file).everything())
    word = "会談/かいだん"
    assert before.card(word, READING) == after.card(word, READING) is not None


def test_events_that_are_there_stay_as_they_are(file: Path, progress: Progress) -> None:
    progress.record(event())
    second = event(id=ID.replace("6", "7"), time=NOON + timedelta(seconds=1))
    lines = [line(answer="changed"), line(answer="changed"), *list(write([second], "me"))[1:]]
    assert bring(save(file, HEAD, *lines), progress, NOON) == Brought("progress", 1, 1)
    assert progress.everything() == [event(), second]


def test_events_become_those_of_the_student_who_brings_them(
    file: Path, progress: Progress, tmp_path: Path
) -> None:
    save(file, *write([event(student="aya")], "aya"))
    assert bring(file, progress, NOON) == Brought("progress", 1, 0)
    (found,) = progress.everything()
    assert found._replace(id=ID) == event()
    assert bring(file, progress, NOON) == Brought("progress", 0, 1)


def test_one_student_can_bring_in_the_events_of_another_who_learns_here(
    file: Path, progress: Progress
) -> None:
    progress.record(event())
    save(file, *write(progress.everything(), "me"))
    other = Progress(progress.file, "aya")
    assert bring(file, other, NOON) == Brought("progress", 1, 0)
    (found,) = other.everything()
    assert (found.student, found._replace(id=ID, student="me")) == ("aya", event())
    assert bring(file, other, NOON) == Brought("progress", 0, 1)
    assert progress.everything() == [event()]


@pytest.mark.parametrize(
    ("ahead", "taken"),
    [
        (timedelta(days=1), True),
        (timedelta(days=1, microseconds=1), False),
        (timedelta(days=900), False),
    ],
)
def test_an_event_of_the_future_is_refused(
    file: Path, progress: Progress, ahead: timedelta, taken: bool
) -> None:
    late = event(time=NOON + ahead, id=ID.replace("6", "7"))
    save(file, *write([event(), late], "me"))
    if taken:
        assert bring(file, progress, NOON).new == 2
        return
    with pytest.raises(InputError, match="more than a day in the future; set the clock") as refused:
        bring(file, progress, NOON)
    assert refused.value.line == 3
    assert not progress.file.exists()


@pytest.mark.parametrize(
    ("name", "problem"),
    [("", "has no name"), ("\udcff", "half a character"), ("x" * 10_001, "longer than")],
)
def test_a_student_whom_no_file_can_name(file: Path, name: str, problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        check_student(name)
    check_student("あや")


# ---- bringing words in

Make = Callable[[Path], object]


def in_text(text: str, encoding: str = "utf-8") -> Make:
    return lambda file: file.write_bytes(text.encode(encoding))


STUDIED = [
    Note(["協調", "きょうちょう"], (30,), (int(MONDAY.timestamp() * 1000),)),
    Note(["会談", "かいだん"], (7,)),
    Note(["会合"], (0,)),
    Note(["多極多極"], (4,)),
    Note(["Paris"], (4,)),
]
LEARNT = [("協調/きょうちょう", "import", "30", MONDAY), ("会談/かいだん", "import", "7", NOON)]
MARKED = [("協調/きょうちょう", "mark", "known", NOON), ("会談/かいだん", "mark", "known", NOON)]


@pytest.mark.parametrize(
    ("make", "brought", "events"),
    [
        (
            in_text("# mine\n協調\n会談 かいだん\nzz\n協調\tきょうちょう\n"),
            Brought("list", 2, 0, ((4, "zz"),)),
            MARKED,
        ),
        (in_text("協調\r\n会談\r\n", "shift_jis"), Brought("list", 2, 0), MARKED),
        (in_text("協調\r\n会談\r\n", "utf-16"), Brought("list", 2, 0), MARKED),
        (in_text("食べた"), Brought("list", 1, 0), [("食べる/たべる", "mark", "known", NOON)]),
        (in_text("PKZZ\n協調\n会談"), Brought("list", 2, 0, ((1, "PKZZ"),)), MARKED),
        (in_text("# 協調\n"), Brought("list", 0, 0), []),
        (
            in_text("かいだん\nトルタナ\nがいむしょう\n多極多極 たきょくたきょく\n"),
            Brought(
                "list",
                3,
                0,
                ambiguous=((1, "かいだん"),),
                unlisted=((2, "トルタナ"), (4, "多極多極")),
            ),
            [
                ("トルタナ/とるたな", "mark", "known", NOON),
                ("外務省/がいむしょう", "mark", "known", NOON),
                ("多極多極/たきょくたきょく", "mark", "known", NOON),
            ],
        ),
        (
            in_text("箱\n"),
            Brought("list", 1, 0),
            [("箱/はこ", "mark", "known", NOON)],
        ),
        (
            in_text("市場\n市場\n"),
            Brought("list", 1, 0),
            [("市場/しじょう", "mark", "known", NOON), ("市場/いちば", "mark", "known", NOON)],
        ),
        (
            in_text("word,reading,interval\n市場,,30\n市場,いちば,80\n"),
            Brought("csv", 2, 0),
            [("市場/しじょう", "import", "30", NOON), ("市場/いちば", "import", "80", NOON)],
        ),
        (
            in_text("word,interval\n協調,30\n協調,12.5\n会談,0\nzz,3\n"),
            Brought("csv", 1, 0, ((5, "zz"),), 1),
            [("協調/きょうちょう", "import", "30", NOON)],
        ),
        (in_text("単語,読み\n協調,キョウチョウ\n会談,\n"), Brought("csv", 2, 0), MARKED),
        (
            in_text("#separator:tab\n#html:true\n<b>協調</b>\tx\n会談[かいだん]\tx\nParis\tx\n"),
            Brought("anki notes", 2, 0, ((5, "Paris"),)),
            MARKED,
        ),
        (
            lambda file: anki_package.old(file, ["Word", "Reading"], STUDIED),
            Brought("anki package", 2, 0, ((4, "多極多極"),), 1),
            LEARNT,
        ),
        (
            lambda file: anki_package.new(file, ["Word", "Reading"], STUDIED),
            Brought("anki package", 2, 0, ((4, "多極多極"),), 1),
            LEARNT,
        ),
    ],
)
def test_words_of_every_kind_of_file(
    file: Path,
    progress: Progress,
    make: Make,
    brought: Brought,
    events: list[tuple[str, str, str, datetime]],
) -> None:
    make(file)
    assert bring(file, progress, NOON) == brought
    recorded = progress.everything()
    found = [(event.item, event.kind, event.answer, event.time) for event in recorded]
    assert sorted(found) == sorted(events)
    assert {(event.lesson, event.correct, event.student) for event in recorded} <= {
        ("", None, "me")
    }
    again = bring(file, progress, NOON + timedelta(days=3))
    assert again == brought._replace(new=0, there=brought.new)
    assert progress.everything() == recorded


def test_a_list_says_the_same_brought_in_and_given_to_a_plan(
    file: Path, progress: Progress
) -> None:
    text = "年\n間\n後\n市場\n食べた\nトルタナ\nコーヒー\n会談 かいだん\n"
    in_text(text)(file)
    bring(file, progress, NOON)
    known = KnownList(known_list(file))
    memory = Memory.of(progress.everything())
    for id_ in (
        "年/ねん 年/とし 間/あいだ 間/ま 間/かん 後/あと 後/のち 後/ご 市場/しじょう 市場/いちば"
        " 食べる/たべる トルタナ/とるたな コーヒー/こーひー 会談/かいだん 会合/かいごう"
    ).split():
        word, _, reading = id_.partition("/")
        assert known(Lemma(word, (reading,))) == memory.knows(id_, NOON), id_
    assert memory.knows("後/うしろ", NOON) == "new"  # an irregular spelling of 後ろ


def test_a_newer_export_brings_what_was_reviewed_since(file: Path, progress: Progress) -> None:
    for interval, reviewed, new in ((30, 0, 1), (30, 0, 0), (80, 1, 1), (5, 2, 1), (30, 3, 1)):
        time = MONDAY + timedelta(days=reviewed)
        note = Note(["協調"], (interval,), (int(time.timestamp() * 1000),))
        anki_package.new(file, ["Word"], [note, Note(["会談"])])
        brought = bring(file, progress, NOON)
        first = int(reviewed == 0 and new)
        assert (brought.new, brought.there) == (new + first, 2 - new - first)


def test_a_review_in_the_future_is_one_of_now(file: Path, progress: Progress) -> None:
    word = KnownWord("協調", "", 30, NOON + timedelta(days=900), 1)
    (found,) = as_events([word], "me", NOON)
    assert found.time == NOON


def test_a_word_that_is_known_for_good_is_not_learnt_as_well() -> None:
    words = [
        KnownWord("協調", "", 30, None, 1),
        KnownWord("協調", "きょうちょう", None, None, 2),
        KnownWord("協調", "", 90, None, 3),
        KnownWord("zz", "", None, None, 4),
    ]
    (found,) = as_events(words, "me", NOON)
    assert (found.item, found.kind, found.answer) == ("協調/きょうちょう", "mark", "known")
    (found,) = as_events([words[0], words[2]], "me", NOON)
    assert (found.kind, found.answer) == ("import", "90")


def test_ids_tell_students_words_and_kinds_apart_and_never_change() -> None:
    learnt = KnownWord("協調", "", 30, MONDAY, 1)
    different = [
        as_events([learnt], "me", NOON),
        as_events([learnt], "aya", NOON),
        as_events([learnt._replace(interval=31)], "me", NOON),
        as_events([learnt._replace(last=NOON)], "me", NOON),
        as_events([learnt._replace(last=None)], "me", NOON),
        as_events([learnt._replace(interval=None)], "me", NOON),
        as_events([learnt._replace(word="会談")], "me", NOON),
    ]
    ids = [event.id for events in different for event in events]
    assert len(set(ids)) == len(different)
    assert [event.id for event in as_events([learnt], "me", NOON + timedelta(days=1))] == ids[:1]
    assert ids[0] == "cb0b3269-f553-59c2-af4e-89645b219929"


def test_words_brought_in_are_remembered(file: Path, progress: Progress) -> None:
    in_text("word,interval\n協調,30\n会談,2\n")(file)
    bring(file, progress, NOON)
    later = NOON + timedelta(days=10)
    memory = Memory.of(progress.everything())
    assert memory.knows("協調/きょうちょう", later, MEANING) == "known"
    assert memory.knows("会談/かいだん", later, READING) == "learning"


def test_what_was_brought_in_can_be_taken_out(tmp_path: Path, progress: Progress) -> None:
    in_text("word,interval\n協調,30.5\n会談,1e9\n")(tmp_path / "words")
    bring(tmp_path / "words", progress, NOON)
    events = progress.everything()
    assert read(save(tmp_path / "file", *write(events, "me"))) == events


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (
            "word,interval\n協調,30\n会談,soon\n".encode(),
            "the interval 'soon' is no number of days",
        ),
        (b"PK\x03\x04 and no more", "the package is broken"),
        (b"\x89PNG\r\n\x1a\n\0", "this is a picture, not text"),
        (b"SQLite format 3\0", "this is a database, not text"),
        (None, "there is no such file"),
        (b"", "there is nothing in it; name a file with events or words"),
        (b"\xef\xbb\xbf \r\n\n", "there is nothing in it"),
    ],
)
def test_a_file_that_cannot_be_read_brings_nothing(
    file: Path, progress: Progress, content: bytes | None, problem: str
) -> None:
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(InputError, match=problem) as refused:
        bring(file, progress, NOON)
    assert refused.value.file == str(file)
    assert not progress.file.exists()
