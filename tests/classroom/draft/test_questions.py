from datetime import date

from kit.classroom.draft.questions import WRITER, draft_questions
from kit.language.lexicon.glossary import packaged
from kit.lesson.lesson import ASKS, Option, Question
from tests.classroom.fishery import DOCUMENT, paragraphs

PUBLISHED = date(2026, 3, 10)


def of(*lines: str, published: date | None = PUBLISHED) -> list[tuple[int, Question]]:
    found = draft_questions(paragraphs(*lines), packaged(), published)
    return [(one.paragraph, one.question) for one in found]


def test_who_says_it_is_asked_where_the_text_leaves_no_doubt() -> None:
    body = [text for _, text in DOCUMENT.blocks]
    assert of(*body) == [
        (
            2,
            Question(
                "who-says-1",
                "「資源の回復には、漁期の短縮を避けて通れない」と言っているのは、だれですか。",
                (
                    Option("森下課長", True, ""),
                    Option(
                        "浜田組合長",
                        False,
                        "文の主語は「森下課長は」です。この文に浜田組合長は出てきません。",
                    ),
                    Option(
                        WRITER,
                        False,
                        "文は「森下課長は……と述べた」です。森下課長の言葉として伝えています。",
                    ),
                ),
                "speaker",
            ),
        )
    ]


def test_a_thought_is_asked_for_as_one() -> None:
    ((number, question),) = of(
        "森下課長も出席した。", "浜田組合長は、休漁に応じた補償を県に求めていく考えを示した。"
    )
    assert number == 1
    assert question.text == "「休漁に応じた補償を県に求めていく」という考えは、だれのものですか。"
    assert question.options[-1].reason.endswith("浜田組合長の考えとして伝えています。")


def test_a_quotation_within_one_has_the_inner_marks() -> None:
    ((_, question),) = of(
        "森下課長と浜田組合長が話した。", "浜田組合長は、今こそ「海を休ませる」ときが来たと述べた。"
    )
    assert question.text.startswith("「今こそ『海を休ませる』ときが来た」")


def test_nobody_is_asked_for_where_the_text_names_one_person_alone() -> None:
    assert of("浜田組合長は、休漁への補償が欠かせないと述べた。") == []


def test_what_two_sentences_report_is_not_asked_for() -> None:
    assert (
        of(
            "森下課長は「漁期の短縮が避けられない」と述べた。",
            "浜田組合長も「漁期の短縮が避けられない」と述べた。",
        )
        == []
    )


def test_one_question_a_paragraph_is_enough() -> None:
    found = of(
        "森下課長は「漁期の短縮が避けられない」と述べた。浜田組合長は「補償が欠かせない」と述べた。",
        "浜田組合長は「若手の暮らしが成り立たない」と述べた。",
    )
    assert [(number, question.id) for number, question in found] == [
        (0, "who-says-1"),
        (1, "who-says-2"),
    ]


EVENTS = (
    "県は2月3日、漁業者への聞き取りを終えた。",
    "漁協は12月24日、漁の再開を正式に決めた。",
    "県議会は1月15日、補助金の予算を可決した。",
)


def test_what_came_first_is_asked_where_the_text_tells_the_days() -> None:
    ((number, question),) = of(*EVENTS)
    assert (number, question.id, question.text) == (
        2,
        "first-event",
        "次のうち、最初に起きたのはどれですか。",
    )
    assert question.options == (
        Option(
            "県は漁業者への聞き取りを終えた。",
            False,
            "本文に「2月3日」とあります。「12月24日」より後です。",
        ),
        Option("漁協は漁の再開を正式に決めた。", True, ""),
        Option(
            "県議会は補助金の予算を可決した。",
            False,
            "本文に「1月15日」とあります。「12月24日」より後です。",
        ),
    )


def test_two_events_or_two_of_one_day_are_too_few() -> None:
    assert of(*EVENTS[:2]) == []
    assert of(*EVENTS[:2], "県議会は2月3日、補助金の予算を可決した。") == []
    assert of(*EVENTS, published=None) == []


def test_every_question_is_one_that_lessons_know() -> None:
    found = of(*EVENTS, *(text for _, text in DOCUMENT.blocks))
    assert len(found) == 2
    for _, question in found:
        assert question.asks in ASKS
        assert [option.correct for option in question.options].count(True) == 1
        assert all(option.correct or option.reason for option in question.options)
        assert len({option.text for option in question.options}) == len(question.options)
